//! The faults of a quick line, in words.

use super::speech::{Locale, arg};
use crate::domain::codes::{Area, Code};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::quickline::{Fault, Part};

/// A part of a line that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFault {
    /// The part as it was typed; empty for one that is missing.
    pub part: String,
    /// What is wrong with it.
    pub sentence: String,
    /// What it could have been.
    pub candidates: Vec<String>,
}

impl Locale {
    /// What is wrong with a part of a line; nothing where it is understood.
    pub fn line_fault(&self, line: &str, part: &Part) -> Option<LineFault> {
        let fault = part.fault()?;
        let typed = line.get(part.span.clone()).unwrap_or_default().to_owned();
        if let Fault::Restricted(against, child, with) = fault {
            let sentence = self.against(against, child, with, Setting::Team);
            return Some(LineFault { part: typed, sentence, candidates: Vec::new() });
        }
        let candidates = self.line_candidates(fault);
        let slot = match fault {
            Fault::Repeated(slot) => self.say(&format!("slot-{}", slot.key())),
            _ => String::new(),
        };
        let sentence = self.tell(
            &format!("fault-{}", fault.key()),
            &[("value", arg(typed.as_str())), ("candidates", arg(candidates.join(" · "))), ("slot", arg(slot))],
        );
        Some(LineFault { part: typed, sentence, candidates })
    }

    fn line_candidates(&self, fault: &Fault) -> Vec<String> {
        let family = |family: &FamilyName| format!("{} {}", family.name, family.case_ref);
        let area = |area: &Area| self.label(*area);
        match fault {
            Fault::AmbiguousFamily(families) | Fault::ShortFamily(families) => families.iter().map(family).collect(),
            Fault::AmbiguousPerson(people) | Fault::NoSuchPerson(people) => self.called(people),
            Fault::Meant(texts) | Fault::WhoNotWhy(texts) => texts.clone(),
            Fault::AmbiguousWho(families, children) => {
                let child = |(of, child): &(FamilyName, MemberName)| {
                    format!("{} {}", child.given_name.shown(Setting::Team), of.case_ref)
                };
                families.iter().map(family).chain(children.iter().map(child)).collect()
            }
            Fault::NoSuchStaff(names) | Fault::AmbiguousStaff(names) => names.clone(),
            Fault::NoSuchGoal(numbers) => numbers.iter().map(u32::to_string).collect(),
            Fault::MissingWhose(people) => self.called(people),
            Fault::MissingArea => Area::ALL.iter().map(area).collect(),
            Fault::MissingChild(children) => self.called(children),
            Fault::AmbiguousArea(areas) => areas.iter().map(area).collect(),
            Fault::NoSuchArea => Area::ALL.iter().map(area).collect(),
            _ => Vec::new(),
        }
    }

    /// People by what the team calls them and their role; by reference where two have one name.
    fn called(&self, people: &[MemberName]) -> Vec<String> {
        let namesakes = |one: &MemberName| people.iter().filter(|person| person.is_namesake(one)).count();
        let called = |person: &MemberName| match namesakes(person) {
            1 => format!("{} ({})", person.given_name.shown(Setting::Team), self.label(person.role)),
            _ => format!("{} {}", person.given_name.shown(Setting::Team), person.reference),
        };
        people.iter().map(called).collect()
    }
}
