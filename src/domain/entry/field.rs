//! Fields, drafts and faults: the vocabulary of entry.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::codes::CodeList;
use crate::domain::text::{Leaning, join_list};

/// Whether a field must be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may be left empty.
    Optional,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of text.
    Line,
    /// Text of many lines.
    Note,
    /// A day; the leaning says which way a day without a year looks.
    Day(Leaning),
    /// The last day of something that goes on; of a week it is the Sunday.
    LastDay,
    /// The same, or a code of a list that says it without a day.
    End(CodeList),
    /// Several days that have been.
    Days,
    /// A clock time.
    Time,
    /// The clock time at which something begins; a person may write the end too: `10-14`.
    Times,
    /// A length in minutes.
    Minutes,
    /// A whole number.
    Number {
        /// The least it can be.
        least: u32,
        /// The most it can be.
        most: u32,
    },
    /// A whole number, or that nobody measured it.
    Measured {
        /// The most it can be.
        most: u32,
    },
    /// The days of a series, as in the quick line: `jämna lör`. Nothing is a single day.
    Pattern,
    /// A step on the visit ladder, by number or name.
    Step,
    /// One of a list of codes.
    Code(CodeList),
    /// Several of a list of codes.
    Codes(CodeList),
    /// One of a list of codes or a code of the unit's own.
    OpenCode(CodeList),
    /// Names of staff.
    Staff,
    /// One of the staff, by name.
    Colleague,
    /// A family, by its case reference or name.
    Family,
    /// A person, by the unit's reference.
    Person,
    /// People of the family, by reference or given name.
    People,
    /// One person of the family, by reference or given name.
    Member,
    /// A personal identity number or coordination number.
    Identity,
    /// Goals by number, with attainment: `2`, `2=+1`, `2=done`.
    Goals,
    /// The attainment of a goal, from -2 to 2.
    Attainment,
}

impl Shape {
    /// Whether the field holds a list.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Codes(_) | Self::Staff | Self::People | Self::Goals | Self::Days)
    }
}

/// A goal of the family, by its number.
pub const GOAL_NUMBER: Shape = Shape::Number { least: 1, most: 9_999 };

/// A field of a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its name in files and JSON; the label on the screen is `field-<key>` of the locale files.
    pub key: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be filled.
    pub need: Need,
}

/// A noun's fields.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What `import`, `export` and `list` call it.
    pub kind: &'static str,
    /// The fields in the order of columns.
    pub fields: &'static [Field],
    /// The fields a person fills in, in the order they come to mind.
    pub asked: &'static [&'static str],
}

impl Form {
    /// The field of a name.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The group that a field belongs to, in forms whose fields have groups; its name is `group-<group>` of the locale
    /// files.
    pub fn group(&self, key: &str) -> Option<&'static str> {
        let (_, groups) = GROUPS.iter().find(|(kind, _)| *kind == self.kind)?;
        let place = |key: &str| self.fields.iter().position(|field| field.key == key);
        let at = place(key)?;
        groups.iter().rev().find(|(first, _)| place(first).is_some_and(|first| first <= at)).map(|(_, group)| *group)
    }
}

/// The groups of forms that have any: each begins with a field, and goes on to the next.
const GROUPS: &[(&str, &[(&str, &str)])] = &[(
    "account",
    &[("started", "during"), ("child_word", "child"), ("adult_view", "views"), ("judgement", "judgement")],
)];

/// Begins the key under which a draft keeps what the words in a field mean; no field is called so, and no file has it.
const MEANING: char = '=';

/// Typed text by field, and beside it whom and what its words were meant for when they were written in (see
/// [`Draft::meant`]): what a person is called is for the eye.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Draft(BTreeMap<String, String>);

impl Draft {
    /// What stands in a field, without blanks around it; empty when nothing does.
    pub fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", |text| text.trim())
    }

    /// Writes into a field; nothing empties it.
    pub fn set(&mut self, key: &str, text: impl Into<String>) {
        let text = text.into();
        if text.is_empty() {
            self.0.remove(key);
        } else {
            self.0.insert(key.to_owned(), text);
        }
    }

    /// The same, for building a draft in one go.
    pub fn with(mut self, key: &str, text: impl Into<String>) -> Self {
        self.set(key, text);
        self
    }

    /// Writes a value that may be missing.
    pub fn with_some(self, key: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(key, value.to_string()),
            None => self,
        }
    }

    /// Writes a list, `;` between its members.
    pub fn with_list(self, key: &str, values: impl IntoIterator<Item = impl ToString>) -> Self {
        self.with(key, join_list(values))
    }

    /// The fields that are filled.
    pub fn filled(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_field = |(key, _): &(&String, &String)| !key.starts_with(MEANING);
        self.0.iter().filter(is_field).map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Says what words in a field mean, by identity: a word that stays is the one it was meant for, whatever anybody is
    /// called by the time it is read.
    pub fn mean<'w>(&mut self, key: &str, meanings: impl IntoIterator<Item = (i64, &'w str)>) {
        let lines: Vec<String> = meanings.into_iter().map(|(id, word)| format!("{id} {word}")).collect();
        self.set(&format!("{MEANING}{key}"), lines.join("\n"));
    }

    /// What a word in a field was meant for.
    pub fn meant(&self, key: &str, word: &str) -> Option<i64> {
        let meanings = self.0.get(&format!("{MEANING}{key}"))?;
        meanings.lines().filter_map(|line| line.split_once(' ')).find(|(_, known)| *known == word)?.0.parse().ok()
    }

    /// Takes over from another draft what words in a field mean.
    pub fn mean_as(&mut self, key: &str, other: &Self) {
        let meanings = format!("{MEANING}{key}");
        self.set(&meanings, other.0.get(&meanings).cloned().unwrap_or_default());
    }

    /// Takes over from another draft what words in all fields mean.
    pub fn mean_all_as(&mut self, other: &Self) {
        self.0.retain(|key, _| !key.starts_with(MEANING));
        let meanings = other.0.iter().filter(|(key, _)| key.starts_with(MEANING));
        self.0.extend(meanings.map(|(key, text)| (key.clone(), text.clone())));
    }
}
