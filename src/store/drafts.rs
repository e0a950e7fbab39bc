//! Drafts: what somebody has typed and not yet saved. Each user has their own; none ever shows in a list or a count.

use chrono::SecondsFormat;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::Store;
use crate::domain::access::Right;
use crate::domain::ids::UserId;
use crate::domain::problem::Problem;

/// Unfinished text.
#[derive(Debug, Clone, PartialEq, Eq)]
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
        self.write_aside(|transaction| {
            transaction
                .prepare_cached(
                    "INSERT INTO draft (user, place, body, saved_at) VALUES (:user, :place, :body, :at)
                     ON CONFLICT (user, place) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
                )?
                .execute(named_params! {
                    ":user": self.actor.id.0,
                    ":place": place,
                    ":body": body,
                    ":at": (self.clock)().to_rfc3339_opts(SecondsFormat::Secs, true),
                })?;
            Ok(())
        })
    }

    /// The draft at a place.
    ///
    /// # Errors
    /// Refused to roles that write nothing.
    pub fn draft(&self, place: &str) -> Result<Option<Draft>, Problem> {
        self.ask(Right::KeepDrafts)?;
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
        let drafts = statement.query_map(named_params! {":user": self.actor.id.0}, read)?.collect::<Result<_, _>>()?;
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
