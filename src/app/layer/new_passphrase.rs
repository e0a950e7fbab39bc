//! Changing one's own passphrase: the one that is there, the new one, and the new one again. Nothing of it is shown,
//! and nothing is kept as a draft.

use super::{Place, Then};
use crate::app::cx::{Cx, Notice};
use crate::app::form::Secret;
use crate::app::keys::{Action, Key, Scope};
use crate::domain::passphrase::strength;
use crate::domain::problem::{Kind, Problem};

/// The fields, in the order in which they are asked for.
pub const FIELDS: [&str; 3] = ["passphrase-old", "passphrase-new", "passphrase-again"];

/// The form.
#[derive(Default)]
pub struct NewPassphrase {
    /// What is typed in each field.
    pub secrets: [Secret; FIELDS.len()],
    /// Which field keys go to.
    pub field: usize,
    /// How hard the new one is to guess, as a key of the locale files; none while it is too easy.
    pub strength: Option<&'static str>,
}

impl std::fmt::Debug for NewPassphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("NewPassphrase").field("field", &self.field).finish()
    }
}

impl NewPassphrase {
    fn go(&mut self, by: usize) {
        self.field = (self.field + by) % FIELDS.len();
    }

    fn measure(&mut self, cx: &mut Cx) {
        cx.notice = None;
        let [_, new, _] = &self.secrets;
        self.strength = match strength(new.text(), &cx.store.actor().name) {
            Ok(strength) => Some(strength.key()),
            Err(_) => None,
        };
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let [old, new, again] = &self.secrets;
        if new.text() != again.text() {
            cx.tell_problem(&Problem::new(Kind::Invalid, "not-the-same"));
            (self.field, self.secrets[2]) = (2, Secret::default());
            return Ok(Then::Stay);
        }
        match cx.store.change_passphrase(old.text(), new.text()) {
            Ok(()) => {
                cx.notice = Some(Notice::Done(cx.locale.say("said-passphrase-changed")));
                Ok(Then::Close)
            }
            Err(problem) => {
                self.field = if problem.key == "wrong-passphrase" { 0 } else { 1 };
                if let Some(secret) = self.secrets.get_mut(self.field) {
                    *secret = Secret::default();
                }
                cx.tell_problem(&problem);
                Ok(Then::Stay)
            }
        }
    }
}

impl Place for NewPassphrase {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::NewPassphrase, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Save if self.field + 1 == FIELDS.len() => return self.save(cx),
            Action::Save | Action::NextField => self.go(1),
            Action::PreviousField => self.go(FIELDS.len() - 1),
            Action::Close => return Ok(Then::Close),
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(secret) = self.secrets.get_mut(self.field) {
            secret.key(key);
        }
        self.measure(cx);
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(secret) = self.secrets.get_mut(self.field) {
            secret.paste(text);
        }
        self.measure(cx);
        Ok(())
    }
}
