//! Users of the casebook: who may open it, and as what.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::coded::Coded;
use super::slots::Public;
use super::{Store, staff};
use crate::domain::access::Right;
use crate::domain::codes::Role;
use crate::domain::ids::UserId;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// A user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Which user.
    pub id: UserId,
    /// The name, as staff is called in lists.
    pub name: String,
    /// What the user may do.
    pub role: Role,
    pub(super) staff: i64,
}

impl Store {
    /// The users, by name.
    ///
    /// # Errors
    /// Refused to roles that do not manage users.
    pub fn users(&self) -> Result<Vec<User>, Problem> {
        self.ask(Right::ManageUsers)?;
        let mut statement =
            self.connection.prepare_cached("SELECT id, name, role, staff FROM user ORDER BY identity")?;
        let users = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(users)
    }
}

/// The user of a name, whatever the case.
pub(super) fn find(connection: &Connection, name: &str) -> Result<User, Problem> {
    connection
        .prepare_cached("SELECT id, name, role, staff FROM user WHERE identity = :identity")?
        .query_row(named_params! {":identity": identity_of(name)}, read)
        .optional()?
        .ok_or_else(|| Problem::new(Kind::Locked, "no-such-user").with("user", name))
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
    Ok(User {
        id: UserId(row.get("id")?),
        name: row.get("name")?,
        role: row.get::<_, Coded<Role>>("role")?.0,
        staff: row.get("staff")?,
    })
}
