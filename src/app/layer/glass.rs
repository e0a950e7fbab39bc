//! Opening a family that one does not reach, in an emergency: whom, by a whole reference or number, and why. Nothing is
//! answered before both are given.

use super::{Place, Then};
use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::Line;
use crate::app::keys::{Action, Key, Scope};
use crate::app::list::Move;
use crate::domain::problem::Problem;

/// Whom and why.
#[derive(Debug, Default)]
pub struct Glass {
    /// The case reference or the identity number.
    pub whom: Line,
    /// The reason.
    pub why: Line,
    /// Whether the reason is typed in.
    pub is_at_why: bool,
}

impl Glass {
    /// The line that is typed in.
    pub fn line(&self) -> &Line {
        if self.is_at_why { &self.why } else { &self.whom }
    }

    fn line_mut(&mut self) -> &mut Line {
        if self.is_at_why { &mut self.why } else { &mut self.whom }
    }

    /// Goes on to the reason, and then opens.
    fn go_on(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if self.whom.text().trim().is_empty() || !self.is_at_why {
            self.is_at_why = !self.whom.text().trim().is_empty();
            return Ok(Then::Stay);
        }
        match cx.store.break_glass(self.whom.text(), self.why.text())? {
            Some(family) => Ok(Then::Go(Route::to(Subject::People).of(family), None)),
            None => {
                cx.trouble("glass-nothing");
                Ok(Then::Close)
            }
        }
    }
}

impl Place for Glass {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Palette, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if Move::of(act).is_some() {
            self.is_at_why = !self.is_at_why;
            return Ok(Then::Stay);
        }
        match act {
            Action::Choose => self.go_on(cx),
            _ => Ok(Then::Close),
        }
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.line_mut().key(key) {
            cx.notice = None;
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.line_mut().paste(text);
        cx.notice = None;
        Ok(())
    }
}
