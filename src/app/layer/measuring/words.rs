//! The words of a family's children, wherever they were heard, newest first; and new ones.

use super::became::open_measured;
use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::layer::{Place, Then};
use crate::app::list::Move;
use crate::domain::access::Right;
use crate::domain::child_word::{Heard, HeardIn};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;

/// Children's words on the screen.
#[derive(Debug)]
pub struct Words {
    /// Each with what the child is called.
    pub all: Vec<(String, Heard)>,
    /// The marked ones.
    pub marker: usize,
    family: FamilyId,
}

/// Opens the words of the open family's children.
pub(in crate::app) fn open_words(cx: &mut Cx) -> Result<Then, Problem> {
    let Some(family) = cx.chosen().map(|family| family.id) else { return Ok(Then::Stay) };
    Ok(Words { all: read(cx, family)?, marker: 0, family }.into())
}

fn read(cx: &Cx, family: FamilyId) -> Result<Vec<(String, Heard)>, Problem> {
    let members = cx.members(family)?;
    let called = |one: &Heard| {
        let child = members.iter().find(|member| member.id == one.child);
        child.map(|child| child.given_name.shown(cx.setting())).unwrap_or_default()
    };
    Ok(cx.store.words_of(family)?.into_iter().map(|one| (called(&one), one)).collect())
}

impl Words {
    /// The marked words.
    pub fn marked(&self) -> Option<&Heard> {
        self.all.get(self.marker).map(|(_, heard)| heard)
    }
}

impl Place for Words {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::ChildWords, Scope::Over]
    }

    fn needs(&self, act: Action) -> Option<Right> {
        (act == Action::New).then_some(Right::WriteSessions)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => return Ok(Then::Close),
            Action::New => {
                let child = cx.open.as_ref().and_then(|open| open.child()).map(|child| child.person.id);
                return noun::child_word::new(cx, self.family, child)?.open(cx);
            }
            Action::Open => {
                let Some(heard) = self.marked() else { return Ok(Then::Stay) };
                let (child, on) = (heard.child, heard.on);
                return match heard.of {
                    HeardIn::Quotation(id) => noun::child_word::over(cx, id)?.open(cx),
                    HeardIn::Measurement(id) => open_measured(cx, id),
                    // What was written of a visit, or of a step, stands with the visits.
                    HeardIn::Visit | HeardIn::LadderMove(_) => {
                        Ok(Then::Go(Route::to(Subject::Visits).of(self.family).with(child).on(on), None))
                    }
                };
            }
            act => match Move::of(act) {
                Some(way) => self.marker = way.among(self.marker, self.all.len()),
                None => return Ok(Then::NotMine),
            },
        }
        Ok(Then::Stay)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.all = read(cx, self.family)?;
        self.marker = self.marker.min(self.all.len().saturating_sub(1));
        Ok(())
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        self.all.iter().map(|(called, _)| called.clone()).collect()
    }
}
