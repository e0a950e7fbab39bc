//! Who is known by which word: what the quick line and the forms ask while somebody types.
//!
//! The store answers; tests answer from a handful of invented names. Only names, roles and case references can be
//! asked for: the law allows no other search for case work (SFS 2001:637, 15 and 20 §§).

use chrono::NaiveDate;

use super::codes::{MemberRole, Mode};
use super::discretion::{PersonName, Setting};
use super::ids::{FamilyId, PersonId};
use super::problem::Problem;
use super::referral::Catalogue;
use super::session::Session;
use super::text::fold;
use super::visit::calendar::OwnDay;
use super::visit::together::Against;
use super::visit::{Arrangement, Ladder, Occurrence};

/// A family as one names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyName {
    /// Which family.
    pub id: FamilyId,
    /// The family's name.
    pub name: String,
    /// The unit's case reference.
    pub case_ref: String,
}

/// A person in a family as one names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberName {
    /// Which person.
    pub id: PersonId,
    /// The unit's reference, unique among people.
    pub reference: String,
    /// Given name.
    pub given_name: PersonName,
    /// What the person is in the family.
    pub role: MemberRole,
}

impl MemberName {
    /// The same person by what they are called in a setting, for whoever writes names without asking.
    pub fn as_shown(&self, setting: Setting) -> Self {
        Self { given_name: self.given_name.settled(setting), reference: self.reference.clone(), ..*self }
    }

    /// Whether somebody is called the same, whatever the case and the accents.
    pub fn is_namesake(&self, other: &Self) -> bool {
        fold(self.given_name.bare()) == fold(other.given_name.bare())
    }
}

/// A session that another is to be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastSession {
    /// The day.
    pub on: NaiveDate,
    /// How people met.
    pub mode: Mode,
    /// Who took part.
    pub people: Vec<PersonId>,
}

/// Answers questions about names.
pub trait Directory {
    /// Families whose name begins with the word, or whose case reference is the word, whatever the case and the
    /// accents; at most a screenful, an exact name or case reference first.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem>;

    /// The people of a family, in the order they were entered.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem>;

    /// Children whose given name begins with the word, whatever the case and the accents, each with its family; at most
    /// a screenful, exact names first.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn children(&self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem>;

    /// The step on the visit ladder where a child stands towards somebody; none where nobody has said.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn step_towards(&self, _child: PersonId, _with: PersonId) -> Result<Option<u8>, Problem> {
        Ok(None)
    }

    /// The visit ladder that the unit goes by.
    fn ladder(&self) -> &Ladder {
        Ladder::shipped()
    }

    /// What else a day is in the unit: closed, or in a school break.
    fn own_days(&self, _day: NaiveDate) -> Vec<OwnDay> {
        Vec::new()
    }

    /// Names of staff that a word may mean, an exact one alone; none where nobody is called so.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn staff_called(&self, word: &str) -> Result<Vec<String>, Problem> {
        Ok(vec![word.to_owned()])
    }

    /// The names of all the staff.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn all_staff(&self) -> Result<Vec<String>, Problem> {
        self.staff_called("")
    }

    /// The latest session of a family that was held from one day to another and that whoever asks wrote down; who took
    /// part in it, and how.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn last_session(&self, _family: FamilyId, _days: (NaiveDate, NaiveDate)) -> Result<Option<LastSession>, Problem> {
        Ok(None)
    }

    /// What a restriction of contact says against a session; none where it says why it is kept.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn against_session(&self, _session: &Session) -> Result<Option<Against>, Problem> {
        Ok(None)
    }

    /// The same of visits that are about to be planned or told of.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn against_visits(&self, _of: &Arrangement, _stored: &[Occurrence]) -> Result<Option<Against>, Problem> {
        Ok(None)
    }

    /// The goals of a family: the number of each, and whose it is.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn goals(&self, _family: FamilyId) -> Result<Vec<(u32, PersonId)>, Problem> {
        Ok(Vec::new())
    }

    /// To whom the unit refers.
    fn actors(&self) -> &Catalogue {
        Catalogue::shipped()
    }

    /// The name of whoever asks, among the staff.
    fn oneself(&self) -> Option<String> {
        None
    }
}

/// A name as one folded word: a space, a hyphen and an underscore are the same in it.
pub fn one_word(name: &str) -> String {
    let folded = fold(name);
    let parts: Vec<&str> = folded.split([' ', '-', '_']).filter(|part| !part.is_empty()).collect();
    parts.join("-")
}
