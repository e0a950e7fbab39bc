//! Who cancelled: on whose side they stand, and which person of the family it was.

use super::fault::Why;
use super::names::Names;
use super::reader::Reader;
use super::visit::whom::one;
use crate::domain::codes::CancelledBy;
use crate::domain::directory::MemberName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;

/// Reads both fields. A person says by itself on whose side they stand; a side that is another one is a fault.
pub(in crate::domain) fn read(
    reader: &mut Reader<'_>,
    family: Option<FamilyId>,
    names: &dyn Names,
) -> Result<(Option<CancelledBy>, Option<PersonId>), Problem> {
    let side = reader.code::<CancelledBy>("cancelled_by");
    let person = one(reader, "cancelled_by_person", family, names)?;
    let Some((family, person)) = family.zip(person) else { return Ok((side, None)) };
    let members = names.members(family)?;
    let role = members.iter().find(|member| member.id == person).map(|member| member.role);
    let own = role.map(CancelledBy::of_role);
    if side.is_some() && own.is_some() && side != own {
        reader.fault("cancelled_by_person", Why::OnAnotherSide);
    }
    Ok((side.or(own), Some(person)))
}

/// Refuses both where nothing was cancelled.
pub(in crate::domain) fn refuse(reader: &mut Reader<'_>) {
    for key in ["cancelled_by", "cancelled_by_person"] {
        if !reader.is_empty(key) {
            reader.fault(key, Why::OnlyWhenCancelled);
        }
    }
}

/// A person as files write them: by reference.
pub(in crate::domain) fn written(person: Option<PersonId>, members: &[MemberName]) -> Option<&str> {
    let found = members.iter().find(|member| Some(member.id) == person)?;
    Some(&found.reference)
}
