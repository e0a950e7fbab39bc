//! What stands outside the database: the head and its copies, the key files, the card.

use chrono::SecondsFormat;
use rusqlite::Connection;

use super::{Found, Proven};
use crate::domain::problem::Problem;
use crate::store::chain::End;
use crate::store::chain::head::{self, Line};
use crate::store::slots::{self, RECOVERING, Seen};
use crate::store::{Casebook, CasebookKind, Store, copies, users};

/// What the head and its copies say, read before the database is.
pub(super) struct Heads(Vec<(String, head::Found)>);

impl Heads {
    pub(super) fn read(store: &Store) -> Self {
        let own = (String::new(), head::read(&store.head.path));
        Self(std::iter::once(own).chain(store.head.copies_say()).collect())
    }

    /// Holds them against the end of the chain.
    pub(super) fn check(self, connection: &Connection, end: Option<End>) -> Result<Proven, Problem> {
        let mut proven = Proven::of("head");
        proven.count = end.map_or(0, |end| end.row);
        for (copy, found) in self.0 {
            let is_copy = !copy.is_empty();
            let what = match found {
                head::Found::Line(line) => match head::behind(connection, end, &line)? {
                    Some(problem) => {
                        proven.add(told(&problem, &line).with("copy", copy));
                        continue;
                    }
                    None => continue,
                },
                head::Found::Nothing if is_copy => "copy-missing",
                head::Found::Unreadable if is_copy => "copy-unreadable",
                head::Found::Nothing => "head-missing",
                head::Found::Unreadable => "head-unreadable",
            };
            proven.add(Found::fault(what).with("copy", copy));
        }
        told_by(connection, head::NOUN, "head-accepted", &mut proven)?;
        told_by(connection, copies::RESTORED, "restored", &mut proven)?;
        Ok(proven)
    }
}

fn told(problem: &Problem, line: &Line) -> Found {
    let what = if problem.key == "casebook-older" { "head-ahead" } else { "head-other" };
    Found::fault(what).with("row", line.row).with("at", line.at.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// Who went on with a casebook that its head said is not the one it was, or that came out of a copy.
fn told_by(
    connection: &Connection,
    noun: &'static str,
    what: &'static str,
    proven: &mut Proven,
) -> Result<(), Problem> {
    let mut statement = connection.prepare(
        "SELECT j.id, j.at, u.name FROM journal j LEFT JOIN user u ON u.id = j.user
         WHERE j.noun = :noun AND j.act = 'add' ORDER BY j.id",
    )?;
    let mut rows = statement.query(rusqlite::named_params! {":noun": noun})?;
    while let Some(row) = rows.next()? {
        let user: Option<String> = row.get(2)?;
        let note = Found::note(what).with("row", row.get::<_, i64>(0)?).with("at", row.get::<_, String>(1)?);
        proven.add(note.with("user", user.unwrap_or_default()));
    }
    Ok(())
}

/// Key files, as far as that can be told without a passphrase: each is one, of a user that there is, and holds the keys
/// that the casebook knows that user by.
pub(super) fn slots(casebook: &Casebook, connection: &Connection) -> Result<Proven, Problem> {
    let mut proven = Proven::of("slots");
    for (file, seen) in slots::look(&casebook.keys())? {
        proven.count += 1;
        let what = match seen {
            Seen::Open if casebook.purpose() == CasebookKind::Demo => continue,
            Seen::Open => "slot-open",
            Seen::Damaged => "slot-damaged",
            Seen::Of { user, public } if user == RECOVERING => match (users::recovery_known(connection)?, public) {
                (Some(known), Some(public)) if known == public => continue,
                _ => "slot-foreign",
            },
            Seen::Of { user, public } => match users::find(connection, &user) {
                Ok(user) => match (users::public(connection, user.id)?, public) {
                    (Some(known), Some(public)) if known == public => continue,
                    // Nobody has opened it since there are keys.
                    (None, None) => {
                        proven.add(Found::note("slot-old").with("user", user.name));
                        continue;
                    }
                    _ => "slot-foreign",
                },
                Err(_) => "slot-of-nobody",
            },
        };
        proven.add(Found::fault(what).with("file", file));
    }
    Ok(proven)
}

/// Whether the card says of the casebook what its first row does.
pub(super) fn card(casebook: &Casebook, made_for: Option<CasebookKind>) -> Proven {
    let mut proven = Proven::of("card");
    proven.count = 1;
    if made_for.is_some_and(|purpose| purpose != casebook.purpose()) {
        proven.add(Found::fault("card"));
    }
    proven
}
