//! Guarded facts, which tell where somebody is: places, districts, telephone numbers.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serializer};

use super::Setting;
use crate::domain::text::fold;

/// How far a place is kept back for some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hush {
    /// From the team's screens too; otherwise only from what leaves the house, and from lists.
    pub on_screens: bool,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Hush {
    fn holds(self, days: Option<(NaiveDate, NaiveDate)>) -> bool {
        days.is_none_or(|(first, last)| self.from <= last && self.until.is_none_or(|until| first <= until))
    }
}

macro_rules! guarded {
    ($(#[$doc:meta])* $name:ident $(, $(#[$told:meta])* $field:ident: $type:ty)?) => {
        $(#[$doc])*
        #[derive(Clone, Default, Deserialize)]
        #[serde(from = "String")]
        pub struct $name {
            bare: String,
            $($(#[$told])* $field: $type,)?
        }

        impl $name {
            /// As it was written.
            pub fn new(bare: &str) -> Self {
                Self { bare: bare.to_owned(), $($field: Default::default())? }
            }

            /// The text itself, to store it and to compare it. No view and no file says this.
            pub fn bare(&self) -> &str {
                &self.bare
            }

            /// Writes it whole for the casebook, where there is one.
            ///
            /// # Errors
            /// When it cannot be written.
            pub fn store_some<S: Serializer>(one: &Option<Self>, to: S) -> Result<S::Ok, S::Error> {
                match one {
                    Some(one) => to.serialize_some(&one.bare),
                    None => to.serialize_none(),
                }
            }
        }

        impl From<String> for $name {
            fn from(bare: String) -> Self {
                Self { bare, $($field: Default::default())? }
            }
        }

        impl From<&str> for $name {
            fn from(bare: &str) -> Self {
                Self::new(bare)
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.bare == other.bare
            }
        }

        impl Eq for $name {}

        impl fmt::Debug for $name {
            fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

guarded! {
    /// Where somebody lives or meets somebody: a home, the place of a visit.
    PlaceName,
    /// When it is kept back; none where nobody has said.
    hushed: Option<Vec<Hush>>
}

guarded! {
    /// The district or the municipality of a home.
    District
}

guarded! {
    /// A telephone number as written.
    Phone
}

impl PlaceName {
    pub(super) fn hushed(&self, hushed: Vec<Hush>) -> Self {
        Self { bare: self.bare.clone(), hushed: Some(hushed) }
    }

    /// The place of a visit from one day to another, both included, as it stands in a setting; none where it is kept
    /// back. Without days it is asked of every day there may be.
    pub fn shown(&self, setting: Setting, days: Option<(NaiveDate, NaiveDate)>) -> Option<String> {
        let kept = |counts: &dyn Fn(&Hush) -> bool| match &self.hushed {
            Some(hushed) => hushed.iter().any(|hush| counts(hush) && hush.holds(days)),
            None => true,
        };
        let is_kept = match setting {
            Setting::Whole => false,
            Setting::Room => true,
            Setting::Team | Setting::Page => kept(&|hush| hush.on_screens),
            Setting::File | Setting::Paper | Setting::Calendar | Setting::For(_) => kept(&|_| true),
        };
        (!is_kept).then(|| self.bare.clone())
    }

    /// A place that somebody is typing: they know it, and the room need not.
    pub fn typed(&self, setting: Setting) -> Option<String> {
        (setting != Setting::Room).then(|| self.bare.clone())
    }

    /// The same in a list or a file: from lists as much is kept back as from files.
    pub fn listed(&self, setting: Setting, days: Option<(NaiveDate, NaiveDate)>) -> Option<String> {
        let setting = if matches!(setting, Setting::Team | Setting::Page) { Setting::File } else { setting };
        self.shown(setting, days)
    }

    /// Its words, folded, for a veil that is to hide them in what somebody wrote.
    pub fn words_to_hide(&self) -> Vec<String> {
        let folded = fold(&self.bare);
        let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }

    /// A home, as it stands in a setting.
    pub fn home(&self, setting: Setting, is_kept: bool) -> Option<String> {
        let shown = match setting {
            Setting::Whole => true,
            Setting::Room => false,
            _ => !is_kept,
        };
        shown.then(|| self.bare.clone())
    }
}

impl District {
    /// As it stands in a setting.
    pub fn shown(&self, setting: Setting, is_kept: bool) -> Option<String> {
        (setting == Setting::Whole || !is_kept).then(|| self.bare.clone())
    }
}

impl Phone {
    /// As it stands in a setting.
    pub fn shown(&self, setting: Setting, is_kept: bool) -> Option<String> {
        let shown = match setting {
            Setting::Whole => true,
            Setting::Room | Setting::Calendar | Setting::For(_) => false,
            _ => !is_kept,
        };
        shown.then(|| self.bare.clone())
    }
}
