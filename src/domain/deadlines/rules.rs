//! The rules for duties, which are data: `assets/rules.toml`, and the unit's own `rules.toml` over it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::limit::Limit;
use super::lists;
use super::rule::{Own, Rule};
use crate::domain::checklist::Checklists;
use crate::domain::problem::{Kind, Problem};

pub(super) const SHIPPED: &str = include_str!("../../../assets/rules.toml");

/// A test reads the text that ships; were it ever broken, there would be no duties.
static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::with_own("").unwrap_or_default());

/// Fields that a unit may set without making the rule say something else.
const OF_LITTLE_WEIGHT: &[&str] = &["name", "half", "on", "severity", "text_sv", "text_en", "without_sv", "without_en"];

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
        Self::of(tables(text)?.into_iter().map(|table| (table, Own::No)).collect())
    }

    /// The rules that ship with the unit's own over them: fields of rules of the same name, and rules of its own.
    ///
    /// # Errors
    /// As [`Rules::parse`].
    pub fn with_own(own: &str) -> Result<Self, Problem> {
        Self::of_unit(own, Checklists::shipped())
    }

    /// The same, of a unit with its own checklists: each of them is a rule as well.
    ///
    /// # Errors
    /// As [`Rules::parse`].
    pub fn of_unit(own: &str, lists: &Checklists) -> Result<Self, Problem> {
        let shipped =
            tables(SHIPPED)?.into_iter().chain(lists.all().iter().filter(|list| !list.is_of_plan()).map(lists::table));
        let mut all: Vec<(toml::Table, Own)> = shipped.map(|table| (table, Own::No)).collect();
        let shipped = all.len();
        for table in tables(own)? {
            let mut known = false;
            for (shipped, own) in all.iter_mut().take(shipped).filter(|(shipped, _)| is_of(&table, shipped)) {
                known = true;
                if table.keys().any(|key| !OF_LITTLE_WEIGHT.contains(&key.as_str())) {
                    *own = Own::Limits;
                }
                shipped.extend(table.clone());
            }
            if !known {
                all.push((table, Own::Whole));
            }
        }
        Self::of(all)
    }

    /// Rules of tables; rows of one rule must not hold at the same time, or one duty would be two.
    fn of(tables: Vec<(toml::Table, Own)>) -> Result<Self, Problem> {
        let whole = |(table, own)| whole(table).map(|rule| Rule { own, ..rule });
        let rules: Vec<Rule> = tables.into_iter().map(whole).collect::<Result<_, _>>()?;
        for (place, rule) in rules.iter().enumerate() {
            if rules[..place].iter().any(|other| other.goes_on_as(rule) && other.meets(rule)) {
                return Err(rule.refused("valid_from"));
            }
        }
        Ok(Self { rules })
    }

    /// Sets how long there is for a first measurement by what instruments say, where the unit has set nothing itself.
    pub fn take_intervals(&mut self, first: &[(&str, Limit)]) {
        for (name, within) in first {
            for rule in self.rules.iter_mut().filter(|rule| rule.name == *name && rule.own == Own::No) {
                rule.within = Some(*within);
            }
        }
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

/// Whether a unit's table is about a shipped one: of the same name, and of the same half where it names one.
fn is_of(own: &toml::Table, shipped: &toml::Table) -> bool {
    name_of(own) == name_of(shipped) && own.get("half").is_none_or(|half| Some(half) == shipped.get("half"))
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
    let rule = Rule::try_from_table(table).map_err(|cause: toml::de::Error| {
        Problem::new(Kind::Invalid, "rule").with("name", &name).with("why", cause.message().trim()).because(cause)
    })?;
    match rule.fault() {
        Some(field) => Err(rule.refused(field)),
        None => Ok(rule),
    }
}
