//! Users of the casebook: who may open it, and as what.
//!
//! | file | idea |
//! |---|---|
//! | `mod` | who they are |
//! | `write` | the one place that writes them, with the journal |
//! | `manage` | adding one, changing what one may do, keeping one out |
//! | `second` | who joins in what nobody does alone |
//! | `passphrases` | changing one's own, and giving another one |
//! | `recovery` | the code for when nobody else can give one |

mod manage;
mod passphrases;
mod recovery;
mod second;
mod write;

use chrono::NaiveTime;
use rusqlite::{Connection, OptionalExtension, named_params};

pub use manage::{AccountChange, NewUser};
pub(super) use recovery::{BY as BY_RECOVERY, known as recovery_known, recovered};
pub use second::Second;
pub(super) use second::{COSIGNED, words_of};

use super::coded::{Clocked, Coded};
use super::slots::Public;
use super::{Store, staff};
use crate::domain::access::Right;
use crate::domain::codes::Role;
use crate::domain::ids::{TeamId, UserId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::domain::users::Account;

/// A user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Which user.
    pub id: UserId,
    /// The name, as staff is called in lists.
    pub name: String,
    /// What the user may do.
    pub role: Role,
    /// The team they belong to.
    pub team: TeamId,
    /// Since when they are kept out, if they are.
    pub disabled_at: Option<String>,
    /// The hours of whoever is on call.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// Whether the casebook knows keys of theirs: not before they have unlocked it with a program that makes them.
    pub has_keys: bool,
    pub(super) staff: i64,
}

impl User {
    pub(super) fn account(&self) -> Account {
        Account { id: self.id, role: self.role, team: self.team, is_barred: self.disabled_at.is_some() }
    }

    /// Refuses one who is kept out.
    pub(super) fn let_in(self) -> Result<Self, Problem> {
        if self.disabled_at.is_some() { Err(barred(&self.name)) } else { Ok(self) }
    }
}

/// The columns of a user.
const COLUMNS: &str =
    "id, name, role, team, disabled_at, hours_from, hours_until, sealing IS NOT NULL AS has_keys, staff";

impl Store {
    /// The users whom the actor manages, by name.
    ///
    /// # Errors
    /// Refused to roles that do not manage users.
    pub fn users(&self) -> Result<Vec<User>, Problem> {
        self.ask(Right::ManageUsers)?;
        let own = find(&self.connection, &self.actor.name)?.account();
        let mut users = all(&self.connection)?;
        users.retain(|user| own.manages_team(user.team));
        Ok(users)
    }
}

/// The refusal of whoever is kept out.
pub(super) fn barred(name: &str) -> Problem {
    Problem::new(Kind::Locked, "user-disabled").with("user", name)
}

/// The user of a name, whatever the case.
pub(super) fn find(connection: &Connection, name: &str) -> Result<User, Problem> {
    seek(connection, name)?.ok_or_else(|| Problem::new(Kind::Locked, "no-such-user").with("user", name))
}

/// The user of a name, if there is one.
fn seek(connection: &Connection, name: &str) -> Result<Option<User>, Problem> {
    Ok(connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM user WHERE identity = :identity"))?
        .query_row(named_params! {":identity": identity_of(name)}, read)
        .optional()?)
}

/// All users, by name.
pub(super) fn all(connection: &Connection) -> Result<Vec<User>, Problem> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM user ORDER BY identity"))?;
    let users = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok(users)
}

/// Adds a user and the staff member behind them.
pub(super) fn insert(connection: &Connection, name: &str, role: Role, public: Public) -> Result<UserId, Problem> {
    let staff = staff::intern(connection, name)?;
    let id = connection
        .prepare_cached(
            "INSERT INTO user (name, identity, role, staff, signing, sealing)
             VALUES (:name, :identity, :role, :staff, :signing, :sealing)",
        )?
        .insert(named_params! {
            ":name": name, ":identity": identity_of(name), ":role": Coded(role), ":staff": staff,
            ":signing": public.signing, ":sealing": public.sealing,
        })?;
    Ok(UserId(id))
}

/// The public halves of a user's keys; none until the user has unlocked the casebook with a program that makes them.
pub(super) fn public(connection: &Connection, id: UserId) -> Result<Option<Public>, Problem> {
    let (signing, sealing) = connection
        .prepare_cached("SELECT signing, sealing FROM user WHERE id = :id")?
        .query_row(named_params! {":id": id.0}, |row| Ok((row.get("signing")?, row.get("sealing")?)))?;
    Ok(Option::zip(signing, sealing).map(|(signing, sealing)| Public { signing, sealing }))
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<User> {
    let from = row.get::<_, Option<Clocked>>("hours_from")?;
    let until = row.get::<_, Option<Clocked>>("hours_until")?;
    Ok(User {
        id: UserId(row.get("id")?),
        name: row.get("name")?,
        role: row.get::<_, Coded<Role>>("role")?.0,
        team: TeamId(row.get("team")?),
        disabled_at: row.get("disabled_at")?,
        hours: from.zip(until).map(|(from, until)| (from.0, until.0)),
        has_keys: row.get("has_keys")?,
        staff: row.get("staff")?,
    })
}
