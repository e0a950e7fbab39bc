//! All instruments there are: those that ship, and the unit's own, which take the place of one of the same name.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::fault::InstrumentFault;
use super::instrument::Instrument;
use super::interval::Beginning;
use super::parts::FormPer;
use crate::domain::codes::MemberRole;
use crate::domain::deadlines::Limit;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::calendar::OwnDays;

/// The files that ship, in the order in which they are offered.
pub(super) const SHIPPED: &[(&str, &str)] = &[
    ("baseline_child.toml", include_str!("../../../assets/instruments/baseline_child.toml")),
    ("baseline_adult.toml", include_str!("../../../assets/instruments/baseline_adult.toml")),
    ("child_voice.toml", include_str!("../../../assets/instruments/child_voice.toml")),
    ("child_voice_young.toml", include_str!("../../../assets/instruments/child_voice_young.toml")),
    ("parent_survey.toml", include_str!("../../../assets/instruments/parent_survey.toml")),
    ("needs_and_support.toml", include_str!("../../../assets/instruments/needs_and_support.toml")),
];

/// A test reads the files that ship; one that could not be read would not be offered.
static ALL: LazyLock<Instruments> = LazyLock::new(|| Instruments {
    all: SHIPPED.iter().filter_map(|(_, text)| Instrument::parse(text).ok()).collect(),
});

/// Instruments in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instruments {
    all: Vec<Instrument>,
}

impl Instruments {
    /// Those that ship.
    pub fn shipped() -> &'static Self {
        &ALL
    }

    /// Adds one of the unit's own, in the place of one of the same name that ships.
    ///
    /// # Errors
    /// The first thing that is wrong with the file, and another file of the unit's of the same name.
    pub fn add(&mut self, file: &str, text: &str, own: &mut Vec<String>) -> Result<(), Problem> {
        let of_file = |fault: Option<InstrumentFault>| match fault {
            Some(fault) => fault.problem().with("file", file),
            None => Problem::new(Kind::Invalid, "instrument-twice").with("file", file),
        };
        let instrument = Instrument::parse(text).map_err(|faults| of_file(faults.into_iter().next()))?;
        if own.contains(&instrument.name) {
            return Err(of_file(None).with("name", &instrument.name));
        }
        own.push(instrument.name.clone());
        match self.all.iter_mut().find(|known| known.name == instrument.name) {
            Some(known) => *known = instrument,
            None => self.all.push(instrument),
        }
        Ok(())
    }

    /// All there are.
    pub fn all(&self) -> &[Instrument] {
        &self.all
    }

    /// The one of a name.
    pub fn named(&self, name: &str) -> Option<&Instrument> {
        self.all.iter().find(|instrument| instrument.name == name)
    }

    /// How long there is for a first measurement, by the names of the rules that ask for one: the shortest, where
    /// several instruments are for the same.
    pub fn first_intervals(&self) -> Vec<(&'static str, Limit)> {
        let mut all: Vec<(&str, Limit)> = Vec::new();
        for instrument in &self.all {
            let Some(interval) = &instrument.interval else { continue };
            let rule = match interval.from {
                Some(Beginning::FamilyStarted) => "baseline",
                Some(Beginning::ParentSeparated) if instrument.is_of_staff() => "support_unassessed",
                Some(Beginning::ParentSeparated) => "parent_unasked",
                Some(Beginning::CareStarted) | None => continue,
            };
            let Some(first) = interval.first else { continue };
            let day = |limit: Limit| limit.from(NaiveDate::default(), &OwnDays::default());
            match all.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, known)) if day(first) < day(*known) => *known = first,
                Some(_) => {}
                None => all.push((rule, first)),
            }
        }
        all
    }

    /// Those for somebody of a role and an age; forms about placed children's parents only where a child is placed.
    pub fn for_one(&self, role: MemberRole, years: Option<u32>, has_placed: bool) -> Vec<&Instrument> {
        let of_placed = |one: &Instrument| matches!(one.one_form_per, FormPer::Parent | FormPer::ParentAndPlacement);
        let fits = |one: &&Instrument| one.is_for(role) && one.is_for_age(years) && (has_placed || !of_placed(one));
        self.all.iter().filter(fits).collect()
    }
}
