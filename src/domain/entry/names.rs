//! Who a draft names: staff, families, people.

use chrono::{NaiveDate, NaiveTime};

use super::field::Why;
use super::reader::{Hand, Reader, list};
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::quickline::words::{PEOPLE, Whom, meaning};
use crate::domain::session::Session;
use crate::domain::text::{begins, clean_line, fold};

/// When a visit begins, and with whom it is.
pub type VisitOn = (Option<NaiveTime>, Vec<MemberId>);

/// Names that a draft may mention, beyond a [`Directory`]'s.
pub trait Names: Directory {
    /// The person of a reference, and their family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn person(&self, reference: &str) -> Result<Option<(MemberId, FamilyId)>, Problem>;

    /// Staff whose name begins with the word, whatever the case and the accents; at most a screenful, an exact name
    /// first.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn staff(&self, word: &str) -> Result<Vec<String>, Problem>;

    /// The phases that families are in.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn phases(&self) -> Result<Vec<String>, Problem>;

    /// The kind and the first day of each placement of a person.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn placements(&self, person: MemberId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem>;

    /// The sessions of a family on a day.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn sessions_on(&self, family: FamilyId, day: NaiveDate) -> Result<Vec<Session>, Problem>;

    /// The visits of a child on a day, those that a series gives too: when each begins, and with whom.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn visits_on(&self, child: MemberId, day: NaiveDate) -> Result<Vec<VisitOn>, Problem>;
}

impl Reader<'_> {
    /// Names of staff. Files, and readers that know nobody, take them as written; for a person see `Knowing`.
    pub fn staff(&mut self, key: &'static str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for written in staff_names(self.draft.get(key)) {
            let name = match self.knowing.as_ref().map(|knowing| knowing.staff(&written)) {
                Some(Ok(name)) => name,
                Some(Err(several)) => {
                    self.fault(key, Why::Ambiguous(several));
                    continue;
                }
                None => written,
            };
            if names.iter().all(|known| fold(known) != fold(&name)) {
                names.push(name);
            }
        }
        names
    }

    /// One of the staff.
    pub fn colleague(&mut self, key: &'static str) -> Option<String> {
        let names = self.staff(key);
        if names.len() > 1 {
            self.fault(key, Why::OnlyOne);
        }
        names.into_iter().next()
    }

    /// A family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn family(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<FamilyId>, Problem> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return Ok(None);
        }
        let found = names.families(text)?;
        let exact = |same: &dyn Fn(&FamilyName) -> bool| -> Vec<FamilyName> {
            found.iter().filter(|family| same(family)).cloned().collect()
        };
        let by_case = exact(&|family| fold(&family.case_ref) == fold(text));
        let by_name = exact(&|family| fold(&family.name) == fold(text));
        let best = match self.hand {
            Hand::File(_) => by_case,
            Hand::Person(_) if !by_case.is_empty() => by_case,
            Hand::Person(_) if !by_name.is_empty() => by_name,
            Hand::Person(_) => found.clone(),
        };
        match best.as_slice() {
            [family] => return Ok(Some(family.id)),
            [] => self.fault(key, Why::NoSuchFamily),
            several => self.fault(
                key,
                Why::Ambiguous(several.iter().map(|family| format!("{} {}", family.name, family.case_ref)).collect()),
            ),
        }
        Ok(None)
    }

    /// A person by reference.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn person(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<MemberId>, Problem> {
        let text = self.draft.get(key);
        if text.is_empty() {
            return Ok(None);
        }
        let found = names.person(text)?;
        if found.is_none() {
            self.fault(key, Why::NoSuchPerson);
        }
        Ok(found.map(|(person, _)| person))
    }

    /// A child by reference. A form over a placement is only ever opened on a child; a file may name anybody.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn child(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<MemberId>, Problem> {
        let found = names.person(self.draft.get(key))?;
        if let (Some((person, family)), Hand::File(_)) = (found, self.hand) {
            let members = names.members(family)?;
            if members.iter().any(|member| member.id == person && member.role != MemberRole::Child) {
                self.fault(key, Why::NotAChild);
                return Ok(None);
            }
        }
        self.person(key, names)
    }

    /// People of a family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn people(
        &mut self,
        key: &'static str,
        family: Option<FamilyId>,
        names: &dyn Names,
    ) -> Result<Vec<MemberId>, Problem> {
        let mut people = Vec::new();
        let text = self.draft.get(key);
        let Some(family) = family.filter(|_| !text.is_empty()) else { return Ok(people) };
        let members = names.members(family)?;
        let words = list(text, self.hand, |word| !who(&members, word, self.hand).is_empty());
        for word in words {
            match who(&members, word, self.hand).as_slice() {
                [person] if people.contains(&person.id) => {}
                [person] => people.push(person.id),
                [] => self.fault(key, Why::NoSuchPerson),
                several => {
                    let why = several
                        .iter()
                        .map(|person| format!("{} {}", person.given_name.shown(Setting::Team), person.reference));
                    self.fault(key, Why::Ambiguous(why.collect()));
                }
            }
        }
        Ok(people)
    }
}

/// The names of staff that stand in a field.
pub(super) fn staff_names(text: &str) -> impl Iterator<Item = String> {
    text.split([';', ',']).map(clean_line).filter(|name| !name.is_empty())
}

fn who<'m>(members: &'m [MemberName], word: &str, hand: Hand) -> Vec<&'m MemberName> {
    let of = |same: &dyn Fn(&MemberName) -> bool| -> Vec<&'m MemberName> {
        members.iter().filter(|person| same(person)).collect()
    };
    let exact = of(&|person| person.reference == word);
    let named = of(&|person| fold(person.given_name.bare()) == fold(word));
    match hand {
        _ if !exact.is_empty() => exact,
        _ if !named.is_empty() => named,
        Hand::File(_) => Vec::new(),
        Hand::Person(_) => {
            let begun = of(&|person| begins(person.given_name.bare(), word));
            let role = || match meaning(PEOPLE, word) {
                Some(Whom::Role(role)) => of(&|person| person.role == role),
                _ => Vec::new(),
            };
            if begun.is_empty() { role() } else { begun }
        }
    }
}

/// What a draft calls several people.
pub fn all_called(people: &[MemberId], members: &[MemberName]) -> Vec<String> {
    people.iter().filter_map(|person| called(*person, members)).collect()
}

/// What a draft calls a person: the given name, or the reference where two share one. It is what a hand would type; what
/// a view may show is [`crate::domain::discretion`]'s to say.
pub fn called(person: MemberId, members: &[MemberName]) -> Option<String> {
    let found = members.iter().find(|member| member.id == person)?;
    let namesakes = members.iter().filter(|member| member.given_name == found.given_name).count();
    Some(if namesakes > 1 { &found.reference } else { found.given_name.bare() }.to_owned())
}
