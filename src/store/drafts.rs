//! Drafts: what somebody has typed and not yet saved. Each user has their own; none ever shows in a list or a count.
//!
//! One that comes back from a lock and cannot be written is held in memory: it is read as if it were kept, and is
//! written together with the next thing that can be, unless a newer one of its place is kept already.

use chrono::SecondsFormat;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, named_params};
use serde::{Deserialize, Serialize};

use super::Store;
use super::reserve::{self, For};
use crate::domain::access::Right;
use crate::domain::ids::UserId;
use crate::domain::problem::Problem;

/// Unfinished text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Where it was typed; the interface's own name for the form or line.
    pub place: String,
    /// What was typed, as the interface wrote it.
    pub body: String,
    /// When it was kept, in UTC, RFC 3339.
    pub saved_at: String,
}

impl Store {
    /// Keeps a draft at a place, over what was there.
    ///
    /// # Errors
    /// Refused to roles that write nothing; a disk that is full.
    pub fn keep_draft(&self, place: &str, body: &str) -> Result<(), Problem> {
        self.ask(Right::KeepDrafts)?;
        let draft = self.draft_of(place.to_owned(), body.to_owned());
        let write = || self.write_aside(|transaction| put(transaction, self.actor.id, &draft));
        match write() {
            // Room was laid up for this.
            Err(problem) if problem.key == Problem::FULL && reserve::give_up(&self.directory, For::Drafts) => write(),
            done => done,
        }
    }

    /// The draft at a place.
    ///
    /// # Errors
    /// Refused to roles that write nothing.
    pub fn draft(&self, place: &str) -> Result<Option<Draft>, Problem> {
        self.ask(Right::KeepDrafts)?;
        if let Some(held) = self.held.borrow().iter().find(|held| held.place == place) {
            return Ok(Some(held.clone()));
        }
        let found = self
            .connection
            .prepare_cached("SELECT place, body, saved_at FROM draft WHERE user = :user AND place = :place")?
            .query_row(named_params! {":user": self.actor.id.0, ":place": place}, read)
            .optional()?;
        Ok(found)
    }

    /// All the actor's drafts, newest first.
    ///
    /// # Errors
    /// Refused to roles that write nothing.
    pub fn drafts(&self) -> Result<Vec<Draft>, Problem> {
        self.ask(Right::KeepDrafts)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT place, body, saved_at FROM draft WHERE user = :user ORDER BY saved_at DESC, place",
        )?;
        let kept = statement.query_map(named_params! {":user": self.actor.id.0}, read)?;
        let mut drafts = self.held_drafts();
        for draft in kept {
            let draft = draft?;
            if drafts.iter().all(|held| held.place != draft.place) {
                drafts.push(draft);
            }
        }
        drafts.sort_by(|one, other| other.saved_at.cmp(&one.saved_at).then_with(|| one.place.cmp(&other.place)));
        Ok(drafts)
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// Refused to roles that write nothing.
    pub fn drop_draft(&self, place: &str) -> Result<(), Problem> {
        self.ask(Right::KeepDrafts)?;
        self.write_aside(|transaction| drop(transaction, self.actor.id, place))
    }

    /// Whether text is held that could not be kept yet.
    pub fn holds_drafts(&self) -> bool {
        !self.held.borrow().is_empty()
    }

    /// Keeps what is held.
    ///
    /// # Errors
    /// A disk that is still full; somebody else who still writes.
    pub fn keep_held(&self) -> Result<(), Problem> {
        if !self.holds_drafts() {
            return Ok(());
        }
        match self.write_aside(|_| Ok(())) {
            Err(problem) if problem.key == Problem::FULL && reserve::give_up(&self.directory, For::Drafts) => {
                self.write_aside(|_| Ok(()))
            }
            done => done,
        }
    }

    pub(super) fn held_drafts(&self) -> Vec<Draft> {
        self.held.borrow().clone()
    }

    /// Holds drafts until they can be kept; of two of a place, the newer one.
    pub(super) fn hold_drafts(&self, drafts: Vec<Draft>) {
        let mut held = self.held.borrow_mut();
        for draft in drafts {
            match held.iter_mut().find(|known| known.place == draft.place) {
                Some(known) if known.saved_at > draft.saved_at => {}
                Some(known) => *known = draft,
                None => held.push(draft),
            }
        }
    }

    /// Writes what is held, in somebody's transaction; how many, for when it has come to an end.
    pub(super) fn put_held(&self, transaction: &Transaction<'_>) -> Result<usize, Problem> {
        let held = self.held.borrow();
        for draft in held.iter() {
            if !is_outdated(transaction, self.actor.id, draft)? {
                put(transaction, self.actor.id, draft)?;
            }
        }
        Ok(held.len())
    }

    /// A text as it is kept now.
    pub(super) fn draft_of(&self, place: String, body: String) -> Draft {
        Draft { place, body, saved_at: (self.clock)().to_rfc3339_opts(SecondsFormat::Secs, true) }
    }
}

/// Writes a draft over what is kept at its place.
fn put(connection: &Connection, user: UserId, draft: &Draft) -> Result<(), Problem> {
    connection
        .prepare_cached(
            "INSERT INTO draft (user, place, body, saved_at) VALUES (:user, :place, :body, :at)
             ON CONFLICT (user, place) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
        )?
        .execute(named_params! {
            ":user": user.0,
            ":place": draft.place,
            ":body": draft.body,
            ":at": draft.saved_at,
        })?;
    Ok(())
}

/// Whether something newer is kept at a draft's place.
fn is_outdated(connection: &Connection, user: UserId, draft: &Draft) -> Result<bool, Problem> {
    let newer = connection
        .prepare_cached("SELECT 1 FROM draft WHERE user = :user AND place = :place AND saved_at > :at")?
        .exists(named_params! {":user": user.0, ":place": draft.place, ":at": draft.saved_at})?;
    Ok(newer)
}

/// Throws a draft away inside somebody's transaction.
pub(super) fn drop(connection: &Connection, user: UserId, place: &str) -> Result<(), Problem> {
    connection
        .prepare_cached("DELETE FROM draft WHERE user = :user AND place = :place")?
        .execute(named_params! {":user": user.0, ":place": place})?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { place: row.get("place")?, body: row.get("body")?, saved_at: row.get("saved_at")? })
}
