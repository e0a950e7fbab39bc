//! Up to where of the journal something was worked out, for whoever asks whether it is to be worked out anew.

use super::Cx;
use crate::domain::problem::Problem;
use crate::store::Since;

/// A row of the journal, or none where nothing was worked out yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen(Option<i64>);

impl Seen {
    /// All that is written by now; asked before what is worked out is read.
    pub fn now(cx: &Cx) -> Result<Self, Problem> {
        Ok(Self(Some(cx.store.newest()?)))
    }

    /// Whether something may have changed since.
    pub fn is_past(self, cx: &Cx) -> Result<bool, Problem> {
        let Some(row) = self.0 else { return Ok(true) };
        Ok(cx.store.newest()? < row || cx.store.written_since(row)? != Since::Nothing)
    }
}
