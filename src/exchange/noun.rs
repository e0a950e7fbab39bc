//! The kinds of records that are exchanged.

use crate::domain::entry::{CHECK_IN, FAMILY, Form, PERSON, PLACEMENT, SESSION, TASK, VISITS};

/// A kind of record, as `import`, `export` and `list` call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Noun {
    Families,
    People,
    Placements,
    Sessions,
    Visits,
    Tasks,
    CheckIns,
}

impl Noun {
    /// Every kind that goes out.
    pub const ALL: [Self; 7] =
        [Self::Families, Self::People, Self::Placements, Self::Sessions, Self::Visits, Self::Tasks, Self::CheckIns];

    /// Every kind that comes in, in the order one imports them: each refers only to those before it.
    pub const TAKEN_IN: [Self; 5] = [Self::Families, Self::People, Self::Placements, Self::Sessions, Self::Visits];

    /// Its columns.
    pub fn form(self) -> &'static Form {
        match self {
            Self::Families => &FAMILY,
            Self::People => &PERSON,
            Self::Placements => &PLACEMENT,
            Self::Sessions => &SESSION,
            Self::Visits => &VISITS,
            Self::Tasks => &TASK,
            Self::CheckIns => &CHECK_IN,
        }
    }

    /// What it is called on the command line.
    pub fn name(self) -> &'static str {
        self.form().kind
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|noun| noun.name() == name)
    }
}
