//! Users of the casebook: who may open it, and as what.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::coded::Coded;
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
pub(super) fn insert(connection: &Connection, name: &str, role: Role) -> Result<UserId, Problem> {
    let staff = staff::intern(connection, name)?;
    let id = connection
        .prepare_cached("INSERT INTO user (name, identity, role, staff) VALUES (:name, :identity, :role, :staff)")?
        .insert(named_params! {":name": name, ":identity": identity_of(name), ":role": Coded(role), ":staff": staff})?;
    Ok(UserId(id))
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<User> {
    Ok(User {
        id: UserId(row.get("id")?),
        name: row.get("name")?,
        role: row.get::<_, Coded<Role>>("role")?.0,
        staff: row.get("staff")?,
    })
}
