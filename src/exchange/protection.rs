//! What of a protected person is kept back from lists and files. The mark itself always follows the data.
//!
//! | who | in lists | in files, besides |
//! |---|---|---|
//! | anybody with a protection mark | phone, home and its district | |
//! | protected registration, assumed identity | the same | names (an initial stays), identity number |
//! | a placement with a hidden location | home and its district | |
//!
//! In sessions that go to a file, people whose names are kept back stand by their reference. Free text is left as it
//! is: nothing here can know what a note gives away.

use crate::domain::codes::{Answer, Protection};
use crate::domain::entry::Draft;
use crate::domain::person::Member;
use crate::domain::placement::Placement;

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
    draft.set("phone", "");
    if is_nameless(person, audience) {
        draft.set("given_name", initial(&person.given_name));
        draft.set("family_name", "");
        draft.set("personal_id", "");
    }
    draft
}

/// A placement's columns as they may be shown.
pub fn placement(mut draft: Draft, placement: &Placement, child: &Member) -> Draft {
    if placement.hidden_location == Some(Answer::Yes) || child.protection != Protection::None {
        draft.set("home", "");
        draft.set("district", "");
    }
    draft
}

/// How a person is called where others are listed.
pub fn called(person: &Member, audience: Audience) -> String {
    if is_nameless(person, audience) { person.reference.clone() } else { person.given_name.clone() }
}

fn is_nameless(person: &Member, audience: Audience) -> bool {
    let beyond = matches!(person.protection, Protection::ProtectedRegistration | Protection::AssumedIdentity);
    beyond && audience == Audience::File
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}
