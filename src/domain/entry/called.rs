//! What people are called where they are typed, and whom such names mean.

use super::fault::Why;
use super::names::Names;
use super::reader::{Reader, Source};
use crate::domain::directory::{FamilyName, MemberName, one_word};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::text::{as_member, clean_line, fold};

/// What a draft calls several people.
pub fn all_called(people: &[PersonId], members: &[MemberName]) -> Vec<String> {
    people.iter().filter_map(|person| called(*person, members)).collect()
}

/// What a draft calls a person: the given name where it is one safe word that nobody else in the family could be meant
/// by, and else the reference. It is what a hand would type; what a view may show is [`crate::domain::discretion`]'s to
/// say.
pub fn called(person: PersonId, members: &[MemberName]) -> Option<String> {
    let found = members.iter().find(|member| member.id == person)?;
    let name = found.given_name.bare();
    let folded = fold(name);
    let is_plain = name == clean_line(name) && as_member(name) == name && folded.contains(char::is_alphanumeric);
    let could_be = |other: &MemberName| fold(other.given_name.bare()) == folded || fold(&other.reference) == folded;
    let is_safe = is_plain && !members.iter().any(|other| other.id != person && could_be(other));
    Some(if is_safe { name } else { &found.reference }.to_owned())
}

/// Those of a family who are called so, by a given name and the beginning of the family's.
///
/// # Errors
/// When the casebook cannot be read.
pub fn members_called(name: &str, family: &str, names: &dyn Names) -> Result<Vec<(MemberName, FamilyName)>, Problem> {
    let mut found = Vec::new();
    for family in names.families(family)? {
        let members = names.members(family.id)?;
        let is = |member: &&MemberName| one_word(member.given_name.bare()) == one_word(name);
        found.extend(members.iter().filter(is).map(|member| (member.clone(), family.clone())));
    }
    Ok(found)
}

impl Reader<'_> {
    /// Somebody of any family, by reference, or as hands write it by name and family: `sara lind`.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn anybody(&mut self, key: &'static str, names: &dyn Names) -> Result<Option<PersonId>, Problem> {
        let text = self.draft.get(key);
        let known = self.draft.meant(key, text).is_some() || names.person(text)?.is_some();
        let is_typed = matches!(self.source, Source::Typed(_));
        if text.is_empty() || known || !is_typed {
            return self.person(key, names);
        }
        if let Some((name, family)) = text.split_once(char::is_whitespace)
            && let [(member, _)] = members_called(name, family.trim(), names)?.as_slice()
        {
            return Ok(Some(member.id));
        }
        self.fault(key, Why::NotOneOfAll);
        Ok(None)
    }
}
