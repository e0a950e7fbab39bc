//! News: whether others have written since somebody last looked. Says only whether it is worth reading again, not what
//! it is.

use rusqlite::named_params;

use super::Store;
use crate::domain::problem::Problem;

/// How far somebody has been told of what others write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewsCursor {
    elsewhere: i64,
    journalled: i64,
}

/// What others have written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    Nothing,
    /// Nothing that stands in a record: what somebody read, or has typed and not saved.
    Aside,
    /// Records.
    Records,
}

impl Store {
    /// From where news are told from now on.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn up_to_date(&self) -> Result<NewsCursor, Problem> {
        // In this order: what comes between the two is told once more rather than not at all.
        let elsewhere = self.mark()?.elsewhere;
        Ok(NewsCursor { elsewhere, journalled: self.newest()? })
    }

    /// What others have written since, and from where to ask next time. While they have written nothing, no record and
    /// no journal is read.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn news(&self, since: NewsCursor) -> Result<(News, NewsCursor), Problem> {
        // Who looks at files that are no longer the casebook's hears nothing in them.
        if let Err(problem) = self.watched.check()
            && problem.key == "new-key"
        {
            return Err(problem);
        }
        if self.mark()?.elsewhere == since.elsewhere {
            return Ok((News::Nothing, since));
        }
        let now = self.up_to_date()?;
        // A journal that is shorter than it was is another one: a casebook was put in place of this one.
        let other = now.journalled < since.journalled;
        let changed = || {
            self.connection
                .prepare_cached("SELECT 1 FROM journal WHERE id > :last AND act IN ('add', 'change', 'remove')")?
                .exists(named_params! {":last": since.journalled})
        };
        let news = if other || changed()? { News::Records } else { News::Aside };
        Ok((news, now))
    }
}
