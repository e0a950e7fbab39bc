//! Whom a draft about visits names: the child, those it meets, one person; and whether the child had a word.

use crate::domain::codes::{ChildWord, MemberRole};
use crate::domain::entry::{Names, Reader, Why};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;

/// One person of a family.
pub(in crate::domain) fn one(
    reader: &mut Reader<'_>,
    key: &'static str,
    family: Option<FamilyId>,
    names: &dyn Names,
) -> Result<Option<PersonId>, Problem> {
    let people = reader.people(key, family, names)?;
    if people.len() > 1 {
        reader.fault(key, Why::OnlyOne);
    }
    Ok(people.first().copied())
}

/// A child of a family; where nothing stands, the family's only child.
pub(in crate::domain) fn child(
    reader: &mut Reader<'_>,
    key: &'static str,
    family: Option<FamilyId>,
    names: &dyn Names,
) -> Result<Option<PersonId>, Problem> {
    let Some(in_family) = family else { return Ok(None) };
    let members = names.members(in_family)?;
    let children: Vec<PersonId> =
        members.iter().filter(|member| member.role == MemberRole::Child).map(|member| member.id).collect();
    if reader.is_empty(key) {
        if let [only] = children.as_slice() {
            return Ok(Some(*only));
        }
        reader.fault(key, Why::Missing);
        return Ok(None);
    }
    let found = one(reader, key, family, names)?;
    if found.is_some_and(|found| !children.contains(&found)) {
        reader.fault(key, Why::NotAChild);
    }
    Ok(found.filter(|found| children.contains(found)))
}

/// Those whom a child meets; the child is none of them.
pub(in crate::domain) fn with(
    reader: &mut Reader<'_>,
    family: Option<FamilyId>,
    child: Option<PersonId>,
    names: &dyn Names,
) -> Result<Vec<PersonId>, Problem> {
    let people = reader.people("with", family, names)?;
    if child.is_some_and(|child| people.contains(&child)) {
        reader.fault("with", Why::IsTheChild);
    }
    Ok(people)
}

/// Whether the child had a word. A child whose words are written has told something.
pub(in crate::domain) fn child_word(reader: &mut Reader<'_>, words: &[&'static str]) -> Option<ChildWord> {
    if reader.is_empty("child_word") && words.iter().any(|key| !reader.is_empty(key)) {
        reader.excuse("child_word");
        return Some(ChildWord::Told);
    }
    reader.code("child_word")
}
