//! What of a protected person is kept back from lists and files. The mark itself always follows the data.
//!
//! | who | in lists | in files, besides |
//! |---|---|---|
//! | anybody with a protection mark | phone, home and its district | |
//! | protected registration, assumed identity | the same | names (an initial stays), identity number |
//! | a placement with a hidden location | home and its district | |
//! | a visit of somebody with a protection mark, or on a day in such a placement | place | |
//!
//! What is kept back stands as `*`, as a masked figure does: it is known, and it is not missing. What is not known is
//! empty, for protected people too. A `*` cannot come in again: in the columns of [`KEPT_BACK`] import refuses it, so
//! that an address is never replaced by a star. Whoever moves a register with protected people in it fills these cells
//! in, or empties them and knows it.
//!
//! In sessions and visits that go to a file, people whose names are kept back stand by their reference. Free text is
//! left as it is: nothing here can know what a note gives away.
//!
//! A calendar goes further than a file: into telephones, to parents, to whoever it is shared with. There everybody with
//! a protection mark is an initial, a place that is kept back is not told at all, and no free text but the place goes
//! along. Neither do steps, reasons and what was written.

use super::Noun;
use crate::domain::codes::Protection;
use crate::domain::entry::Draft;
use crate::domain::person::Member;
use crate::domain::placement::Placement;

/// What stands for what is kept back.
pub const MASK: &str = "*";

/// The columns in which something may be kept back. Of a given name an initial stays.
pub const KEPT_BACK: &[(Noun, &[&str])] = &[
    (Noun::People, &["family_name", "personal_id", "phone"]),
    (Noun::Placements, &["district", "home"]),
    (Noun::Visits, &["place"]),
];

/// The columns of a row that hold nothing but the mask.
pub fn masked<'a>(noun: Noun, draft: &'a Draft) -> impl Iterator<Item = &'static str> + 'a {
    let columns = KEPT_BACK.iter().find(|(known, _)| *known == noun).map_or(&[][..], |(_, columns)| columns);
    columns.iter().copied().filter(|column| draft.get(column) == MASK)
}

/// For whom rows are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Somebody at the screen who may see the family.
    House,
    /// A file, which goes where it is sent.
    File,
}

/// A person's columns as they may be shown.
pub fn person(mut draft: Draft, person: &Member, audience: Audience) -> Draft {
    if person.protection == Protection::None {
        return draft;
    }
    mask(&mut draft, "phone");
    if is_nameless(person, audience) {
        draft.set("given_name", initial(&person.given_name));
        mask(&mut draft, "family_name");
        mask(&mut draft, "personal_id");
    }
    draft
}

/// A placement's columns as they may be shown.
pub fn placement(mut draft: Draft, placement: &Placement, child: &Member) -> Draft {
    if placement.is_kept_back(child) {
        mask(&mut draft, "home");
        mask(&mut draft, "district");
    }
    draft
}

/// A visit's columns as they may be shown.
pub fn visit(mut draft: Draft, is_kept_back: bool) -> Draft {
    if is_kept_back {
        mask(&mut draft, "place");
    }
    draft
}

/// How a person is called in a calendar.
pub fn in_calendar(person: &Member) -> String {
    if person.protection == Protection::None { person.given_name.clone() } else { initial(&person.given_name) }
}

/// How a person is called where others are listed.
pub fn called(person: &Member, audience: Audience) -> String {
    if is_nameless(person, audience) { person.reference.clone() } else { person.given_name.clone() }
}

fn is_nameless(person: &Member, audience: Audience) -> bool {
    let beyond = matches!(person.protection, Protection::ProtectedRegistration | Protection::AssumedIdentity);
    beyond && audience == Audience::File
}

/// Keeps back what is there; what is missing stays missing.
fn mask(draft: &mut Draft, column: &str) {
    if !draft.get(column).is_empty() {
        draft.set(column, MASK);
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}
