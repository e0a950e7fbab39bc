//! A rule for duties: dated data with its source. What its fields mean is told at the head of `assets/rules.toml`.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::fact::Fact;
use super::limit::Limit;
use crate::domain::codes::{LegalBasis, PlacementKind};
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};

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
    /// A child in care of whom nobody can tell which of two mothers, or of two fathers, is its parent.
    ParentUntold,
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
    /// Immediate custody was submitted to the court.
    CustodySubmitted,
    /// A removal ban was decided.
    RemovalBanned,
    /// A visit that was held in spite of a restriction of contact.
    VisitInBreach,
    /// A session that was held in spite of one.
    SessionInBreach,
    /// A meeting of a group at which people were together in spite of one.
    GroupInBreach,
    /// A referral that was sent, and is a record of its own.
    Referred,
    /// A supervised visit that nobody is named to support.
    VisitUnsupported,
    /// A child's first visit that took place, and that nobody wrote the child's word of.
    VisitLived,
    /// The first network map of somebody.
    MapDrawn,
    /// Somebody who is to be measured when the family comes, on its first day.
    ParticipantStarted,
    /// The first measurement of somebody with an instrument; of one that is only noted, in a family.
    Measured,
    /// An answer that somebody must see to.
    AlertRaised,
    /// A turn at which an instrument is asked besides: the programme ends, a child moves home, the care has ended.
    TurnTaken,
    /// A measurement by whose latest answers an area of somebody is weak.
    AreaWeak,
    /// Something is to be decided about a child, or looked at, that the child is asked before.
    ConsiderationNear,
    /// Somebody in another family has the same identity number; it is known only to whoever may see both.
    NumberShared,
    /// A task with a day.
    TaskDated,
    /// An action of a plan with a day.
    ActionDated,
    /// A goal that somebody works on, from the day it was made.
    GoalOpen,
    /// The first goal of somebody who still has an open one.
    PlanMade,
    /// Other colleagues work with the family than before.
    SupportChanged,
    /// A phase of the programme begins for a child in placement.
    PhaseBegun,
}

impl Trigger {
    /// The kind of record that its duties come from; none where they come from the family itself.
    pub fn comes_from(self) -> Option<NounKind> {
        match self {
            Self::FamilyStarted | Self::MapDrawn | Self::VisitLived | Self::NumberShared => None,
            Self::ParticipantStarted | Self::ConsiderationNear => None,
            Self::Measured | Self::AlertRaised | Self::AreaWeak | Self::TurnTaken => Some(NounKind::Measurements),
            Self::PlanMade => None,
            Self::SupportChanged => None,
            // What was seen of a breach is not told in files: taken in anew it is put before whoever leads again.
            Self::VisitInBreach | Self::SessionInBreach | Self::GroupInBreach => None,
            Self::Referred => Some(NounKind::Referrals),
            Self::CareStarted
            | Self::CareEnded
            | Self::PlacementStarted
            | Self::PlacementOnBasis
            | Self::LocationHidden
            | Self::SchoolChanged
            | Self::ParentUntold
            | Self::ChildBorn
            | Self::ParentSeparated
            | Self::CrisisSupportBegun
            | Self::PhaseBegun => Some(NounKind::Placements),
            Self::SupportAsked
            | Self::FollowUpOpened
            | Self::ReferralSent
            | Self::CustodySubmitted
            | Self::RemovalBanned => Some(NounKind::Events),
            Self::RestrictionDecided | Self::RestrictionIncomplete => Some(NounKind::Restrictions),
            Self::VisitUnsupported => Some(NounKind::Arrangements),
            Self::TaskDated => Some(NounKind::Tasks),
            Self::ActionDated => Some(NounKind::Actions),
            Self::GoalOpen => Some(NounKind::Goals),
        }
    }

    /// Whether it is about contact in spite of a restriction: only whoever leads says that it was seen.
    pub fn is_breach(self) -> bool {
        matches!(self, Self::VisitInBreach | Self::SessionInBreach | Self::GroupInBreach)
    }

    /// Whether it tells of somebody's plan: only whoever reads plans is asked for it.
    pub fn is_of_plans(self) -> bool {
        matches!(self, Self::ActionDated | Self::GoalOpen | Self::PlanMade | Self::AreaWeak)
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
                | Self::CustodySubmitted
                | Self::RemovalBanned
                | Self::VisitInBreach
                | Self::SessionInBreach
                | Self::GroupInBreach
                | Self::Referred
                | Self::VisitUnsupported
                | Self::VisitLived
                | Self::NumberShared
                | Self::TaskDated
                | Self::ActionDated
                | Self::GoalOpen
                | Self::AlertRaised
                | Self::AreaWeak
                | Self::TurnTaken
        )
    }
}

/// Which of the four that a child's care is made of a rule counts from. What is new of another kind restarts nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// The care's first day, whatever it rests on and in whichever homes of the rule's kinds.
    Care,
    /// The first day on which the care rests on one of the rule's bases; from one of them to another it goes on.
    Basis,
    /// The first day in the home; another legal basis in the same home restarts nothing.
    Home,
    /// The placement as it is entered.
    Placement,
}

/// Which half of the team's pair a rule is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Half {
    /// Whoever supports the children.
    Children,
    /// Whoever supports the parents.
    Parents,
}

impl Half {
    /// Both halves.
    pub const ALL: [Self; 2] = [Self::Children, Self::Parents];

    /// What tells the duties of the halves apart, where a record's number stands.
    pub fn number(self) -> i64 {
        match self {
            Self::Children => 1,
            Self::Parents => 2,
        }
    }
}

/// Whether the unit has a hand in a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Own {
    /// It stands as it ships.
    #[default]
    No,
    /// The unit has set how long there is, or whom or what it is for.
    Limits,
    /// The rule is the unit's own.
    Whole,
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
    Safety,
    High,
    Normal,
    Low,
}

/// Whose rule it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
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
    pub listed_as: Option<String>,
    pub trigger: Trigger,
    pub counts_from: Option<CountsFrom>,
    pub half: Option<Half>,
    #[serde(default)]
    pub rests: bool,
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
    pub phase: Option<String>,
    #[serde(default)]
    pub items: Vec<String>,
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
    pub without_sv: Option<String>,
    pub without_en: Option<String>,
    #[serde(skip)]
    pub own: Own,
}

impl Rule {
    /// The name it bears in lists and files.
    pub fn listed(&self) -> &str {
        self.listed_as.as_deref().unwrap_or(&self.name)
    }

    /// A rule of a table; what it says is looked at by whoever made it.
    pub(super) fn try_from_table(table: toml::Table) -> Result<Self, toml::de::Error> {
        table.try_into()
    }

    /// Whether it is used: what is unverified only once the unit has turned it on.
    pub fn is_on(&self) -> bool {
        self.on.unwrap_or(self.confidence != Confidence::U)
    }

    /// Which of care, basis, home and placement it counts from; what a rule does not say goes by what it begins with.
    pub fn counts_from(&self) -> CountsFrom {
        self.counts_from.or(self.usually()).unwrap_or(CountsFrom::Care)
    }

    /// Which of the four what it begins with goes by; none where it has nothing to do with care.
    pub(super) fn usually(&self) -> Option<CountsFrom> {
        match self.trigger {
            Trigger::CareStarted
            | Trigger::CareEnded
            | Trigger::ParentSeparated
            | Trigger::ParentUntold
            | Trigger::CrisisSupportBegun => Some(CountsFrom::Care),
            Trigger::PlacementOnBasis | Trigger::LocationHidden | Trigger::ChildBorn => Some(CountsFrom::Basis),
            Trigger::PlacementStarted | Trigger::SchoolChanged => Some(CountsFrom::Placement),
            _ => None,
        }
    }

    /// Whether it may say which of the four it counts from.
    pub(super) fn may_choose(&self) -> bool {
        matches!(self.trigger, Trigger::CareStarted | Trigger::PlacementStarted | Trigger::PlacementOnBasis)
    }

    /// How sure it is, as the locale files name it after `confidence-`: what the unit has set, the unit answers for.
    pub fn sureness(&self) -> &'static str {
        if self.own == Own::Limits { "own" } else { self.confidence.letter() }
    }

    /// Whether it holds for what counts from a day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }

    /// Whether another row is of the same rule at another time.
    pub(super) fn goes_on_as(&self, other: &Self) -> bool {
        let what = |rule: &Self| (rule.name.clone(), rule.trigger, rule.half);
        what(self) == what(other) && (&self.kinds, &self.bases) == (&other.kinds, &other.bases)
    }

    /// Whether there is a day on which both hold.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let before =
            |one: &Self, other: &Self| one.valid_until.zip(other.valid_from).is_some_and(|(end, from)| end < from);
        !before(self, other) && !before(other, self)
    }

    pub(super) fn refused(&self, field: &str) -> Problem {
        Problem::new(Kind::Invalid, "rule-field").with("name", &self.name).with("field", field)
    }
}

/// A date of TOML.
fn day<'de, D: Deserializer<'de>>(input: D) -> Result<Option<NaiveDate>, D::Error> {
    let written = toml::value::Datetime::deserialize(input)?;
    let date = written.date.filter(|_| written.time.is_none());
    let day = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
    day.map(Some).ok_or_else(|| D::Error::custom(format!("`{written}` is no day")))
}
