//! Names of people. What of them is shown is decided here and nowhere else.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use serde::{Deserialize, Serializer};

use super::{Grade, MASK, Setting};
use crate::domain::ids::PersonId;
use crate::domain::text::{fold, identity_of};

/// A given name or a family name of somebody in a family.
///
/// It knows how its bearer stands once a [`super::Household`] has said so; of a name of which nobody has, nothing but
/// the initial is shown. Two names are the same if they are written the same, however their bearers stand.
#[derive(Clone, Default, Deserialize)]
#[serde(from = "String")]
pub struct PersonName {
    bare: String,
    bearer: Option<Arc<Bearer>>,
}

/// How the bearer of a name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bearer {
    pub id: PersonId,
    pub reference: String,
    pub mark: String,
    pub grade: Grade,
}

impl PersonName {
    /// A name as it was written.
    pub fn new(bare: &str) -> Self {
        Self { bare: bare.to_owned(), bearer: None }
    }

    /// The name itself, to store it and to compare it. No view and no file says this.
    pub fn bare(&self) -> &str {
        &self.bare
    }

    /// A name of whoever is kept from nobody, for tests.
    #[cfg(test)]
    pub fn open(bare: &str) -> Self {
        let bearer = Bearer { id: PersonId(0), reference: String::new(), mark: initial(bare), grade: Grade::Open };
        Self { bare: bare.to_owned(), bearer: Some(Arc::new(bearer)) }
    }

    pub(super) fn borne_by(&self, bearer: &Arc<Bearer>) -> Self {
        Self { bare: self.bare.clone(), bearer: Some(Arc::clone(bearer)) }
    }

    /// How far its bearer is kept from others; whoever nobody knows, as far as can be.
    pub fn grade(&self) -> Grade {
        self.bearer.as_ref().map_or(Grade::Hidden, |bearer| bearer.grade)
    }

    /// Whether its bearer is kept from anybody.
    pub fn is_kept(&self) -> bool {
        self.grade() > Grade::Open
    }

    /// Its bearer's mark: an initial, with a number where it is somebody else's too.
    pub fn mark(&self) -> String {
        self.bearer.as_ref().map_or_else(|| initial(&self.bare), |bearer| bearer.mark.clone())
    }

    /// Its words, folded, for a veil that is to hide them in what somebody wrote.
    pub fn words_to_hide(&self) -> Vec<String> {
        let folded = fold(&self.bare);
        let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }

    /// Whether a text is this name, whatever the case and the accents.
    pub fn is_written(&self, text: &str) -> bool {
        identity_of(&self.bare) == identity_of(text)
    }

    /// What its bearer is called in a setting.
    pub fn shown(&self, setting: Setting) -> String {
        match (self.is_whole(setting), setting) {
            (true, _) => self.bare.clone(),
            (false, Setting::File | Setting::Paper) => match &self.bearer {
                Some(bearer) => bearer.reference.clone(),
                None => self.mark(),
            },
            (false, _) => self.mark(),
        }
    }

    /// What its bearer is called in a setting, as a name that is shown so everywhere.
    pub fn settled(&self, setting: Setting) -> Self {
        let mark = self.mark();
        let bearer = Bearer { id: PersonId(0), reference: String::new(), mark, grade: Grade::Open };
        Self { bare: self.shown(setting), bearer: Some(Arc::new(bearer)) }
    }

    /// The name in a column of its own: whole, or the mask.
    pub fn cell(&self, setting: Setting) -> String {
        if self.is_whole(setting) { self.bare.clone() } else { MASK.to_owned() }
    }

    /// Whether the name stands whole in a setting.
    pub fn is_whole(&self, setting: Setting) -> bool {
        let own = |who| self.bearer.as_ref().is_some_and(|bearer| bearer.id == who);
        match setting {
            Setting::Whole | Setting::Page => true,
            Setting::Room => false,
            Setting::Team | Setting::Calendar => !self.is_kept(),
            Setting::For(who) => !self.is_kept() || own(who),
            Setting::File | Setting::Paper => self.grade() < Grade::Hidden,
        }
    }

    /// Writes the name whole for the casebook.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn store<S: Serializer>(name: &Self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&name.bare)
    }

    /// Writes a name whole for the casebook, where there is one.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn store_some<S: Serializer>(name: &Option<Self>, to: S) -> Result<S::Ok, S::Error> {
        match name {
            Some(name) => to.serialize_some(&name.bare),
            None => to.serialize_none(),
        }
    }
}

impl From<String> for PersonName {
    fn from(bare: String) -> Self {
        Self { bare, bearer: None }
    }
}

impl From<&str> for PersonName {
    fn from(bare: &str) -> Self {
        Self::new(bare)
    }
}

impl PartialEq for PersonName {
    fn eq(&self, other: &Self) -> bool {
        self.bare == other.bare
    }
}

impl Eq for PersonName {}

impl PartialOrd for PersonName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PersonName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bare.cmp(&other.bare)
    }
}

impl Hash for PersonName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bare.hash(state);
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "PersonName({})", self.mark())
    }
}

/// A name's initial.
pub fn initial(name: &str) -> String {
    let first = name.chars().find(|letter| letter.is_alphanumeric());
    first.map(|first| format!("{}.", first.to_uppercase())).unwrap_or_default()
}
