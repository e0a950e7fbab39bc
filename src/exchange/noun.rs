//! The kinds of records that are exchanged: what `import`, `export` and `list` call them, and their columns.

use crate::domain::entry::visit::{ACCOUNTS, ARRANGED, PREPARATIONS};
use crate::domain::entry::{Form, VISITS};
use crate::domain::noun::{Noun as _, every_noun};

macro_rules! nouns {
    ($($kind:ident: $noun:ty,)*) => {
        /// A kind of record, as `import`, `export` and `list` call it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Noun {
            $($kind,)*
            Arrangements,
            Visits,
            Accounts,
            Preparations,
        }

        impl Noun {
            /// Every kind.
            pub const ALL: &'static [Self] = &[
                $(Self::$kind,)*
                Self::Arrangements,
                Self::Visits,
                Self::Accounts,
                Self::Preparations,
            ];

            /// Its columns.
            pub fn form(self) -> &'static Form {
                match self {
                    $(Self::$kind => <$noun>::COLUMNS,)*
                    Self::Arrangements => &ARRANGED,
                    Self::Visits => &VISITS,
                    Self::Accounts => &ACCOUNTS,
                    Self::Preparations => &PREPARATIONS,
                }
            }
        }
    };
}
every_noun!(nouns);

impl Noun {
    /// Every kind in the order in which files are taken in, so that each names only what is there: restrictions after
    /// visits, for what was planned before them stands.
    pub fn in_order() -> Vec<Self> {
        let mut all = Self::ALL.to_vec();
        all.sort_by_key(|noun| match noun {
            Self::Families
            | Self::People
            | Self::Relations
            | Self::Placements
            | Self::Care
            | Self::Statuses
            | Self::Sessions => 0,
            Self::Arrangements => 1,
            Self::Visits => 2,
            Self::Accounts | Self::Preparations => 3,
            Self::Restrictions
            | Self::Wishes
            | Self::LadderMoves
            | Self::Absences
            | Self::Events
            | Self::Tasks
            | Self::CheckIns
            | Self::Exemptions => 4,
        });
        all
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
