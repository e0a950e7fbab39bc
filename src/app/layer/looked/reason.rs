//! Why a finding of a review is to be asked about or reported: a line, kept like all that is typed.

use super::decide;
use crate::app::cx::Cx;
use crate::app::form::Line;
use crate::app::keys::{Action, Key, Scope};
use crate::app::layer::{Place, Then, Typed};
use crate::domain::codes::{AccessDecision, Code};
use crate::domain::problem::Problem;

/// What the places of such drafts begin with.
const PLACE: &str = "finding";

/// The line.
#[derive(Debug)]
pub struct Reason {
    /// What is typed.
    pub line: Line,
    finding: i64,
    decision: AccessDecision,
    is_unkept: bool,
}

impl Reason {
    pub(in crate::app) fn new(finding: i64, decision: AccessDecision) -> Self {
        Self { line: Line::default(), finding, decision, is_unkept: false }
    }

    fn place(&self) -> String {
        format!("{PLACE}/{}/{}", self.finding, self.decision.code())
    }

    fn body(&self) -> Option<String> {
        Some(self.line.text().to_owned()).filter(|text| !text.trim().is_empty())
    }

    /// The line whose draft is kept at a place.
    pub(in crate::app) fn at(cx: &Cx, place: &str) -> Result<Option<Self>, Problem> {
        let Some((finding, decision)) = place.strip_prefix("finding/").and_then(|rest| rest.split_once('/')) else {
            return Ok(None);
        };
        let (Ok(finding), Some(decision)) = (finding.parse(), AccessDecision::from_code(decision)) else {
            return Ok(None);
        };
        let mut reason = Self::new(finding, decision);
        if let Some(draft) = cx.store.draft(place)? {
            reason.line.paste(&draft.body);
        }
        Ok(Some(reason))
    }
}

impl Place for Reason {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Jump, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Choose => {
                let then = decide(cx, self.finding, self.decision, self.body().as_deref())?;
                cx.keep_draft(&self.place(), None)?;
                Ok(then.closing())
            }
            Action::Close => {
                cx.leave_draft(&self.place(), self.body())?;
                Ok(Then::Close)
            }
            _ => Ok(Then::Stay),
        }
    }

    fn key(&mut self, key: Key, _: &mut Cx) -> Result<Then, Problem> {
        self.is_unkept |= self.line.key(key);
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, _: &mut Cx) -> Result<(), Problem> {
        self.line.paste(text);
        self.is_unkept = true;
        Ok(())
    }

    fn unkept(&self) -> Option<Typed> {
        self.is_unkept.then(|| Typed { place: self.place(), body: self.body() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.is_unkept = !is_kept;
    }
}
