//! Protected people in lists and files, and what is kept back of them. The mark itself always follows the data. Who
//! stands how, and what of them is shown where, is [`crate::domain::discretion`]'s to say; here stands which columns
//! that means.
//!
//! | who | in lists | in files |
//! |---|---|---|
//! | confidentiality flag, or against somebody | names, phone, home, district | phone, birth date, home, district |
//! | protected registration, assumed identity | the same, and the identity number | all of these |
//! | whoever lives with them | the same as they | the same as they |
//! | a hidden location, a shelter | home and its district | home and its district |
//! | a visit of any of these, or to a place that tells of such a home | place | place |
//!
//! What is kept back stands as `*`, as a masked figure does: it is known, and it is not missing. What is not known is
//! empty, for protected people too. In sessions and visits, people whose names are kept back stand by their reference,
//! and what is read by people says their mark. Free text is left as it is: nothing here can know what a note gives
//! away.
//!
//! A calendar goes further than a file: into telephones, to parents, to whoever it is shared with. There everybody who
//! is kept from anybody is a mark, a place that is kept back is not told at all, and no free text but the place goes
//! along. Neither do steps, reasons and what was written.

use super::Noun;
use crate::domain::discretion::{self, Setting};
use crate::domain::entry::Draft;
use crate::domain::ids::PersonId;
use crate::domain::person::Person;

/// What stands for what is kept back.
pub const MASK: &str = discretion::MASK;

/// The columns of a row that hold nothing but the mask.
pub fn masked<'a>(noun: Noun, draft: &'a Draft) -> impl Iterator<Item = &'static str> + 'a {
    noun.told().kept_back.iter().copied().filter(|column| draft.get(column) == MASK)
}

/// For whom rows are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Somebody at the screen who may see the family.
    House,
    /// A file, which goes where it is sent.
    File,
    /// One person of the family.
    For(PersonId),
    /// A team leader's whole file, in which nothing is kept back.
    Whole,
}

impl Audience {
    /// Who looks, and where.
    pub fn setting(self) -> Setting {
        match self {
            Self::House => Setting::Team,
            Self::File => Setting::File,
            Self::For(who) => Setting::For(who),
            Self::Whole => Setting::Whole,
        }
    }
}

/// How a person is called in a calendar.
pub fn in_calendar(person: &Person) -> String {
    person.given_name.shown(Setting::Calendar)
}

/// How a person is called in a column that others are named in: by name, or where that is kept back by reference.
pub fn called(person: &Person, audience: Audience) -> String {
    let setting = audience.setting();
    // Whoever makes one person's file looks people up by what stands here, and writes what they are called.
    let is_named = person.given_name.is_whole(setting) && !matches!(audience, Audience::For(_));
    if is_named { person.given_name.shown(setting) } else { person.reference.clone() }
}

/// How a person is called in the rows of a file that may come back: by reference, which says without doubt who is
/// meant. In lists that people read, and in one person's file, as anywhere.
pub fn in_rows(person: &Person, audience: Audience) -> String {
    match audience {
        Audience::File | Audience::Whole => person.reference.clone(),
        Audience::House | Audience::For(_) => called(person, audience),
    }
}
