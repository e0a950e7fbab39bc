//! A casebook that is locked. After a lock the clock, which tells nothing of whom it was locked by; any key leads to
//! the door: who are you, and what is the passphrase?

use chrono::NaiveTime;

use super::cx::Stage;
use super::form::{Line, Secret};
use super::keys::{Action, Key, Match, Scope, look_up};

/// What is seen of a casebook that was locked, until somebody presses a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The time.
    pub time: NaiveTime,
    /// What the casebook is there for.
    pub stage: Stage,
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
    /// The PIN; never shown.
    pub pin: Secret,
    /// What a PIN is for here.
    pub pin_is: Pin,
}

/// What a PIN is for at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pin {
    /// Nothing: there is none.
    Unasked,
    /// It may be chosen, to open again soon after a lock.
    Chosen,
    /// It opens what was locked a moment ago.
    Opens,
}

/// A field of the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Field {
    User,
    Passphrase,
    Pin,
}

/// What the door wants after a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// More keys.
    Wait,
    /// To be tried.
    Try,
    /// The PIN is to be tried.
    TryPin,
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
        let (passphrase, pin) = (Secret::default(), Secret::default());
        Self { user, passphrase, field, trouble: None, users, pin, pin_is: Pin::Unasked }
    }

    /// The same, with a PIN.
    pub fn with_pin(self, pin_is: Pin) -> Self {
        let field = if pin_is == Pin::Opens { Field::Pin } else { self.field };
        Self { pin_is, field, ..self }
    }

    /// The fields, in the order in which they are gone through.
    pub fn fields(&self) -> &'static [Field] {
        match self.pin_is {
            Pin::Unasked => &[Field::User, Field::Passphrase],
            Pin::Chosen => &[Field::User, Field::Passphrase, Field::Pin],
            Pin::Opens => &[Field::Pin, Field::User, Field::Passphrase],
        }
    }

    fn next(&self) -> Field {
        let fields = self.fields();
        let at = fields.iter().position(|field| *field == self.field).unwrap_or(0);
        fields.get((at + 1) % fields.len()).copied().unwrap_or(Field::User)
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Wish {
        match (look_up(&[Scope::Unlock], &[key]), self.field) {
            (Match::Act(Action::Quit), _) => return Wish::Quit,
            (Match::Act(Action::Unlock), Field::Pin) if self.pin_is == Pin::Opens => return Wish::TryPin,
            (Match::Act(Action::Unlock), Field::Passphrase | Field::Pin) => return Wish::Try,
            (Match::Act(Action::Unlock), Field::User) => self.field = Field::Passphrase,
            (Match::Act(Action::NextField), _) => self.field = self.next(),
            (Match::Act(_), _) => self.forget(),
            (_, Field::User) => _ = self.user.key(key),
            (_, Field::Pin) => {
                self.trouble = None;
                self.pin.key(key);
            }
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
            Field::Pin => self.pin.paste(text),
            Field::Passphrase => self.passphrase.paste(text),
        }
    }

    /// What went wrong; the passphrase is forgotten.
    pub fn refuse(&mut self, trouble: String) {
        self.trouble = Some(trouble);
        self.forget();
    }

    /// No PIN opens any more; what went wrong.
    pub fn refuse_pins(&mut self, trouble: String) {
        self.pin_is = Pin::Unasked;
        self.field = if self.user.text().is_empty() { Field::User } else { Field::Passphrase };
        self.refuse(trouble);
    }

    fn forget(&mut self) {
        self.passphrase = Secret::default();
        self.pin = Secret::default();
    }
}
