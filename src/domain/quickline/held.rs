//! A line held against restrictions of contact.

use super::part::{Fault, Meaning, Part};
use super::read::Reading;
use crate::domain::directory::{Directory, MemberName};
use crate::domain::discretion::PersonName;
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// Holds what a line makes against restrictions of contact. What is still to come and one stands against is at fault
/// where the other one is named, so that nobody types on; what has been is told.
pub(super) fn held_against(
    mut reading: Reading,
    end: usize,
    members: &[MemberName],
    directory: &dyn Directory,
) -> Result<Reading, Problem> {
    let found = match (&reading.session, &reading.visit) {
        (Some(line), _) => {
            // Whoever writes of a session leads it.
            let staff = directory.oneself().into_iter().collect();
            directory.against_session(&Session { staff, ..line.session.clone() })?
        }
        (_, Some(line)) => {
            let (of, stored) = line.to_store();
            directory.against_visits(&of, &stored)?
        }
        _ => None,
    };
    let Some(against) = found else { return Ok(reading) };
    let name = |id: PersonId| members.iter().find(|member| member.id == id).map(|member| member.given_name.clone());
    let (child, with) = (name(against.restriction.child), name(against.with));
    let unknown = || PersonName::new("");
    let (child, with) = (child.unwrap_or_else(unknown), with.unwrap_or_else(unknown));
    if !against.is_to_come {
        reading.broken = Some((against, child, with));
        return Ok(reading);
    }
    let names = |part: &&mut Part, person: PersonId| match &part.meaning {
        Meaning::People(people) => people.iter().any(|member| member.id == person),
        Meaning::Child(member) => member.id == person,
        _ => false,
    };
    let (other, own) = (against.with, against.restriction.child);
    let fault = Meaning::Fault(Fault::Restricted(Box::new(against), child, with));
    let place = reading.parts.iter_mut().find(|part| names(part, other)).map(|part| part.span.clone());
    let place = place.or_else(|| reading.parts.iter_mut().find(|part| names(part, own)).map(|part| part.span.clone()));
    // The fault stands on the one who is named, beside what is understood: the name itself is not misread.
    reading.parts.push(Part { span: place.unwrap_or(end..end), meaning: fault });
    reading.parts.sort_by_key(|part| (part.span.start, part.span.end));
    (reading.session, reading.visit) = (None, None);
    Ok(reading)
}
