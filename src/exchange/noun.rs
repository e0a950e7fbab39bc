//! The kinds of records that are exchanged: what `import`, `export` and `list` call them, and what each is to them.

use super::measurements;
use super::visits::{ACCOUNTS_TOLD, ARRANGEMENTS_TOLD, PREPARATIONS_TOLD, VISITS_TOLD};
use crate::domain::entry::Form;
use crate::domain::noun::{Concern, NounKind, Shown, Turn, every_noun};

/// What a kind is to files and lists; of a noun it is what its [`crate::domain::noun::Noun`] says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told {
    /// Its columns.
    pub columns: &'static Form,
    /// Those that `list` shows to people.
    pub shown: &'static [Shown],
    /// Those in which something may be kept back.
    pub kept_back: &'static [&'static str],
    /// When its files are taken in.
    pub turn: Turn,
    /// Which rows go into a file for one person.
    pub concern: Concern,
}

impl Told {
    const fn of<N: crate::domain::noun::Noun>() -> Self {
        Self { columns: N::COLUMNS, shown: N::SHOWN, kept_back: N::KEPT_BACK, turn: N::TURN, concern: N::CONCERN }
    }
}

macro_rules! nouns {
    (
        rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
    ) => {
        /// A kind of record, as `import`, `export` and `list` call it. Visits are told in several kinds of rows, which
        /// find their series or bring one along; what is kept apart otherwise has files of its own, or none.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Noun {
            $($row,)*
            Arrangements,
            Visits,
            Accounts,
            Preparations,
            Measurements,
        }

        impl Noun {
            /// Every kind.
            pub const ALL: &'static [Self] = &[
                $(Self::$row,)*
                Self::Arrangements,
                Self::Visits,
                Self::Accounts,
                Self::Preparations,
                Self::Measurements,
            ];

            /// The kind of record that a row is one of; none where a row is only part of one.
            pub fn kind(self) -> Option<NounKind> {
                match self {
                    $(Self::$row => Some(NounKind::$row),)*
                    Self::Arrangements | Self::Visits | Self::Accounts | Self::Preparations => None,
                    Self::Measurements => None,
                }
            }

            pub(super) fn told(self) -> Told {
                match self {
                    $(Self::$row => Told::of::<$row_type>(),)*
                    Self::Arrangements => ARRANGEMENTS_TOLD,
                    Self::Visits => VISITS_TOLD,
                    Self::Accounts => ACCOUNTS_TOLD,
                    Self::Preparations => PREPARATIONS_TOLD,
                    Self::Measurements => measurements::TOLD,
                }
            }
        }
    };
}
every_noun!(nouns);

impl Noun {
    /// The kind of record that says whose the rows are.
    pub fn whose(self) -> NounKind {
        self.kind().unwrap_or(NounKind::Arrangements)
    }

    /// Every kind in the order in which files are taken in, so that each names only what is there.
    pub fn in_order() -> Vec<Self> {
        let mut all = Self::ALL.to_vec();
        all.sort_by_key(|noun| noun.told().turn);
        all
    }

    /// Its columns.
    pub fn form(self) -> &'static Form {
        self.told().columns
    }

    /// The columns that a list shows to people.
    pub fn shown(self) -> &'static [Shown] {
        self.told().shown
    }

    /// Whether its records are laid out day by day, so that a list of them needs a first and a last day.
    pub fn needs_days(self) -> bool {
        [Self::Visits, Self::Accounts, Self::Preparations].contains(&self)
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        self.form().kind
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|noun| noun.name() == name)
    }
}
