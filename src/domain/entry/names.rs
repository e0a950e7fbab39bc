//! Who a draft names: staff, families, people.

use super::field::Why;
use super::reader::{Hand, Reader, list};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::text::{begins, clean_line, fold};

/// Names that a draft may mention, beyond a [`Directory`]'s.
pub trait Names: Directory {
    /// The person of a reference, and their family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn person(&self, reference: &str) -> Result<Option<(MemberId, FamilyId)>, Problem>;
}

impl Reader<'_> {
    /// Names of staff.
    pub fn staff(&self, key: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.draft.get(key).split([';', ',']).map(clean_line).filter(|name| !name.is_empty()) {
            if names.iter().all(|known| fold(known) != fold(&name)) {
                names.push(name);
            }
        }
        names
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
                    let why = several.iter().map(|person| format!("{} {}", person.given_name, person.reference));
                    self.fault(key, Why::Ambiguous(why.collect()));
                }
            }
        }
        Ok(people)
    }
}

fn who<'m>(members: &'m [MemberName], word: &str, hand: Hand) -> Vec<&'m MemberName> {
    let of = |same: &dyn Fn(&MemberName) -> bool| -> Vec<&'m MemberName> {
        members.iter().filter(|person| same(person)).collect()
    };
    let exact = of(&|person| person.reference == word);
    let named = of(&|person| fold(&person.given_name) == fold(word));
    match hand {
        _ if !exact.is_empty() => exact,
        _ if !named.is_empty() => named,
        Hand::File(_) => Vec::new(),
        Hand::Person(_) => of(&|person| begins(&person.given_name, word)),
    }
}
