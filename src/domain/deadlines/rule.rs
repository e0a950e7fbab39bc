//! Rules for duties, which are data: `assets/rules.toml`, and the unit's own `rules.toml` over it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::fact::Fact;
use super::limit::Limit;
use crate::domain::codes::{LegalBasis, PlacementKind};
use crate::domain::noun::RecordOf;
use crate::domain::problem::{Kind, Problem};

pub(super) const SHIPPED: &str = include_str!("../../../assets/rules.toml");

/// A test reads the text that ships; were it ever broken, there would be no duties.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::parse(SHIPPED).unwrap_or_default());

/// What a duty begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    /// The family's first day in the programme.
    FamilyStarted,
    /// A child's care outside home begins; a move from one home to the next goes on with it.
    CareStarted,
    /// A child's care outside home ends; it is over when the child is placed again.
    CareEnded,
    /// A placement.
    PlacementStarted,
    /// The care of a child on a legal basis, from its beginning; it is not known while the basis is not.
    PlacementOnBasis,
    /// A placement whose home is hidden from somebody; it is not known while the basis is not.
    LocationHidden,
    /// A placement that means a change of school; it is not known while nobody has said whether it does.
    SchoolChanged,
    /// A child placed on a legal basis, from its birth; it is not known while the birth date is not.
    ChildBorn,
    /// A parent's child is placed, from the beginning of the care; children placed on one day count as one.
    ParentSeparated,
    /// Crisis support that a parent has talks of, counted anew each time that a child is placed.
    CrisisSupportBegun,
    /// Somebody asked for support.
    SupportAsked,
    /// A follow-up after care was opened.
    FollowUpOpened,
    /// A referral was sent.
    ReferralSent,
    /// A restriction of contact.
    RestrictionDecided,
    /// A restriction of contact that is no decision as it stands.
    RestrictionIncomplete,
    /// A supervised visit that nobody is named to support.
    VisitUnsupported,
    /// A child's first visit that took place, and that nobody wrote the child's word of.
    VisitLived,
    /// The first network map of somebody.
    MapDrawn,
    /// The first measurement in a family.
    Measured,
    /// Somebody in another family has the same identity number; it is known only to whoever may see both.
    NumberShared,
    /// A task with a day.
    TaskDated,
}

impl Trigger {
    /// The kind of record that its duties come from; none where they come from the family itself.
    pub fn comes_from(self) -> Option<RecordOf> {
        match self {
            Self::FamilyStarted | Self::MapDrawn | Self::Measured | Self::VisitLived | Self::NumberShared => None,
            Self::CareStarted
            | Self::CareEnded
            | Self::PlacementStarted
            | Self::PlacementOnBasis
            | Self::LocationHidden
            | Self::SchoolChanged
            | Self::ChildBorn
            | Self::ParentSeparated
            | Self::CrisisSupportBegun => Some(RecordOf::Placements),
            Self::SupportAsked | Self::FollowUpOpened | Self::ReferralSent => Some(RecordOf::Events),
            Self::RestrictionDecided | Self::RestrictionIncomplete => Some(RecordOf::Restrictions),
            Self::VisitUnsupported => Some(RecordOf::Arrangements),
            Self::TaskDated => Some(RecordOf::Tasks),
        }
    }

    /// Whether it is a record of its own that waits, such as a task or a restriction.
    pub fn is_of_a_record(self) -> bool {
        matches!(
            self,
            Self::SupportAsked
                | Self::FollowUpOpened
                | Self::ReferralSent
                | Self::RestrictionDecided
                | Self::RestrictionIncomplete
                | Self::VisitUnsupported
                | Self::VisitLived
                | Self::NumberShared
                | Self::TaskDated
        )
    }
}

/// How much of what meets a duty it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// Any of it.
    #[default]
    Any,
    /// All of it.
    All,
}

/// What comes first among what is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Severity {
    High,
    Normal,
    Low,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleScope {
    /// A statute's.
    Statute,
    /// A unit's routine.
    Local,
    /// A guide value.
    Guide,
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Confidence {
    /// Read in the source.
    S,
    /// Likely.
    L,
    /// Unverified.
    U,
}

impl Confidence {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::L => "L",
            Self::U => "U",
        }
    }
}

/// A rule; what its fields mean is told at the head of `assets/rules.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Rule {
    pub name: String,
    pub trigger: Trigger,
    pub within: Option<Limit>,
    pub amber: Option<Limit>,
    pub then: Option<Limit>,
    pub early: Option<Limit>,
    pub met_by: Vec<Fact>,
    #[serde(default)]
    pub needs: Needs,
    #[serde(default)]
    pub kinds: Vec<PlacementKind>,
    #[serde(default)]
    pub bases: Vec<LegalBasis>,
    pub most: Option<u32>,
    pub under: Option<u32>,
    pub severity: Severity,
    pub scope: RuleScope,
    pub source: String,
    pub confidence: Confidence,
    #[serde(default, deserialize_with = "day")]
    pub valid_from: Option<NaiveDate>,
    #[serde(default, deserialize_with = "day")]
    pub valid_until: Option<NaiveDate>,
    pub on: Option<bool>,
    pub text_sv: String,
    pub text_en: String,
}

impl Rule {
    /// Whether it is used: what is unverified only once the unit has turned it on.
    pub fn is_on(&self) -> bool {
        self.on.unwrap_or(self.confidence != Confidence::U)
    }

    /// Whether it holds for what counts from a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Whether another row is of the same rule at another time.
    fn goes_on_as(&self, other: &Self) -> bool {
        self.name == other.name
            && (self.trigger, &self.kinds, &self.bases) == (other.trigger, &other.kinds, &other.bases)
    }

    /// Whether there is a day on which both hold.
    fn meets(&self, other: &Self) -> bool {
        let before =
            |one: &Self, other: &Self| one.valid_until.zip(other.valid_from).is_some_and(|(end, from)| end < from);
        !before(self, other) && !before(other, self)
    }

    fn refused(&self, field: &str) -> Problem {
        Problem::new(Kind::Invalid, "rule-field").with("name", &self.name).with("field", field)
    }

    /// Why it cannot be as it stands.
    fn fault(&self) -> Option<&'static str> {
        let blank = |text: &String| text.trim().is_empty();
        match self {
            _ if [&self.name, &self.source, &self.text_sv, &self.text_en].into_iter().any(blank) => Some("empty"),
            _ if self.met_by.is_empty() => Some("met_by"),
            _ if self.then.is_some() && self.within.is_none() => Some("then"),
            _ if self.then.is_some() && self.early.is_some() => Some("early"),
            _ if self.amber.is_some() && self.within.is_none() => Some("amber"),
            _ if self.valid_until.is_some_and(|until| self.valid_from.is_some_and(|from| until < from)) => {
                Some("valid_until")
            }
            _ if self.then.is_some_and(|then| !then.is_ahead()) => Some("then"),
            _ => None,
        }
    }
}

/// A date of TOML.
fn day<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = toml::value::Datetime::deserialize(input)?;
    let date = written.date.filter(|_| written.time.is_none());
    let day = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
    day.map(Some).ok_or_else(|| D::Error::custom(format!("`{written}` is no day")))
}

/// The rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    rules: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    rule: Vec<toml::Table>,
}

impl Rules {
    /// The rules that ship.
    pub fn shipped() -> &'static Self {
        &RULES
    }

    /// Reads whole rules from TOML.
    ///
    /// # Errors
    /// When the text is not of the form, or a rule cannot be as it stands; the problem names the rule.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        Self::of(tables(text)?)
    }

    /// The rules that ship with the unit's own over them: fields of rules of the same name, and rules of its own.
    ///
    /// # Errors
    /// As [`Rules::parse`].
    pub fn with_own(own: &str) -> Result<Self, Problem> {
        let mut all = tables(SHIPPED)?;
        let shipped = all.len();
        for table in tables(own)? {
            let name = name_of(&table);
            let mut known = false;
            for shipped in all.iter_mut().take(shipped).filter(|shipped| name_of(shipped) == name) {
                known = true;
                shipped.extend(table.clone());
            }
            if !known {
                all.push(table);
            }
        }
        Self::of(all)
    }

    /// Rules of tables; rows of one rule must not hold at the same time, or one duty would be two.
    fn of(tables: Vec<toml::Table>) -> Result<Self, Problem> {
        let rules: Vec<Rule> = tables.into_iter().map(whole).collect::<Result<_, _>>()?;
        for (place, rule) in rules.iter().enumerate() {
            if rules[..place].iter().any(|other| other.goes_on_as(rule) && other.meets(rule)) {
                return Err(rule.refused("valid_from"));
            }
        }
        Ok(Self { rules })
    }

    /// All of them, used or not.
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    /// Those that are used, each with its place among all.
    pub fn used(&self) -> impl Iterator<Item = (usize, &Rule)> {
        self.rules.iter().enumerate().filter(|(_, rule)| rule.is_on())
    }

    /// The row that goes on with one of the same name on a day on which that one does not hold.
    pub(super) fn of_the_day(&self, rule: &Rule, day: NaiveDate) -> Option<(usize, &Rule)> {
        self.used().find(|(_, other)| rule.goes_on_as(other) && other.holds(day))
    }

    /// The rule of a name that holds for what counts from a day.
    pub fn on(&self, name: &str, day: NaiveDate) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.name == name && rule.holds(day))
    }
}

fn name_of(table: &toml::Table) -> &str {
    table.get("name").and_then(toml::Value::as_str).unwrap_or_default()
}

fn tables(text: &str) -> Result<Vec<toml::Table>, Problem> {
    let file: File = toml::from_str(text)
        .map_err(|cause| Problem::new(Kind::Invalid, "rules").with("why", cause.message().trim()).because(cause))?;
    Ok(file.rule)
}

fn whole(table: toml::Table) -> Result<Rule, Problem> {
    let name = name_of(&table).to_owned();
    let rule: Rule = table.try_into().map_err(|cause: toml::de::Error| {
        Problem::new(Kind::Invalid, "rule").with("name", &name).with("why", cause.message().trim()).because(cause)
    })?;
    match rule.fault() {
        Some(field) => Err(rule.refused(field)),
        None => Ok(rule),
    }
}
