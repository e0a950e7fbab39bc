//! Faults of a checklist's file: on which line, and why it cannot be taken.

use crate::domain::problem::{Kind, Problem};

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistFault {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub why: Flaw,
    /// What stands there, or what it is about.
    pub what: String,
}

impl ChecklistFault {
    /// The fault as a problem; whoever knows the file adds its name.
    pub fn problem(&self) -> Problem {
        Problem::new(Kind::Invalid, "checklist")
            .with("line", self.line)
            .with("why", self.why.name())
            .with("what", &self.what)
    }
}

/// Why a file cannot be taken; its sentence is a variant of `problem-checklist` in the locale files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// It is no TOML, or no checklist: a field that is missing, unknown or of another kind.
    Form,
    /// A form that this program does not know.
    Format,
    /// A name or key that is not lower-case letters, digits and `_`.
    Key,
    /// A text that says nothing.
    Empty,
    /// The same key twice.
    Twice,
    /// A list without lines.
    NoItems,
    /// A word that means nothing here.
    Word,
    /// A length that is none.
    Length,
}

impl Flaw {
    /// Every one.
    pub const ALL: [Self; 8] =
        [Self::Form, Self::Format, Self::Key, Self::Empty, Self::Twice, Self::NoItems, Self::Word, Self::Length];

    /// What it is called in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Format => "format",
            Self::Key => "key",
            Self::Empty => "empty",
            Self::Twice => "twice",
            Self::NoItems => "no-items",
            Self::Word => "word",
            Self::Length => "length",
        }
    }
}
