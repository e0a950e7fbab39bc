//! A casebook that is locked. After a lock the clock, which tells nothing of whom it was locked by; any key leads to
//! the door: who are you, and what is the passphrase?

use chrono::NaiveTime;

use super::form::{Line, Secret};
use super::keys::{Action, Key, Match, Scope, look_up};
use crate::store::CasebookKind;

/// What is seen of a casebook that was locked, until somebody presses a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The time.
    pub time: NaiveTime,
    /// Whose data the casebook holds.
    pub purpose: CasebookKind,
    /// Whether something that was typed waits to be kept.
    pub text: Text,
}

/// What became of what was typed before the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// It is kept, or there was none.
    Kept,
    /// It could not be written and waits, sealed, for whoever typed it.
    Waits,
}

/// The door.
pub struct Unlock {
    /// The user's name.
    pub user: Line,
    /// The passphrase; never shown.
    pub passphrase: Secret,
    /// Where keys go.
    pub field: Field,
    /// What went wrong last time.
    pub trouble: Option<String>,
    /// Users who can be named.
    pub users: Vec<String>,
}

/// A field of the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    User,
    Passphrase,
}

/// What the door wants after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// More keys.
    Wait,
    /// To be tried.
    Try,
    /// To leave.
    Quit,
}

impl Unlock {
    /// The door, for a user if one is known.
    pub fn new(users: Vec<String>, user: Option<&str>) -> Self {
        let known = user.map(str::to_owned).or_else(|| match users.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        });
        let field = if known.is_some() { Field::Passphrase } else { Field::User };
        let user = Line::new(&known.unwrap_or_default());
        Self { user, passphrase: Secret::default(), field, trouble: None, users }
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Wish {
        match (look_up(&[Scope::Unlock], &[key]), self.field) {
            (Match::Act(Action::Quit), _) => return Wish::Quit,
            (Match::Act(Action::Unlock), Field::Passphrase) => return Wish::Try,
            (Match::Act(Action::Unlock), Field::User) => self.field = Field::Passphrase,
            (Match::Act(Action::NextField), Field::User) => self.field = Field::Passphrase,
            (Match::Act(Action::NextField), Field::Passphrase) => self.field = Field::User,
            (Match::Act(_), _) => self.passphrase = Secret::default(),
            (_, Field::User) => _ = self.user.key(key),
            (_, Field::Passphrase) => {
                self.trouble = None;
                self.passphrase.key(key);
            }
        }
        Wish::Wait
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        match self.field {
            Field::User => self.user.paste(text),
            Field::Passphrase => self.passphrase.paste(text),
        }
    }

    /// What went wrong; the passphrase is forgotten.
    pub fn refuse(&mut self, trouble: String) {
        self.trouble = Some(trouble);
        self.passphrase = Secret::default();
    }
}
