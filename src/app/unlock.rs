//! The door: who are you, and what is the passphrase? Shown before anything is read and after every lock.

use super::key::Key;
use super::line::Line;

/// The door.
#[derive(Debug)]
pub struct Unlock {
    /// The user's name.
    pub user: Line,
    /// The passphrase; never shown.
    pub passphrase: Line,
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
        Self { user, passphrase: Line::default(), field, trouble: None, users }
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Wish {
        match (key, self.field) {
            (Key::Ctrl('c' | 'd'), _) => return Wish::Quit,
            (Key::Enter, Field::Passphrase) => return Wish::Try,
            (Key::Enter | Key::Tab | Key::BackTab | Key::Down | Key::Up, Field::User) => self.field = Field::Passphrase,
            (Key::Tab | Key::BackTab | Key::Down | Key::Up, Field::Passphrase) => self.field = Field::User,
            (Key::Esc, _) => self.passphrase = Line::default(),
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
        self.passphrase = Line::default();
    }
}
