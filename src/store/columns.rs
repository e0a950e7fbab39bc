//! Rows of many columns: written by name, read in order. Looking up a column by its name for every row of a long list
//! would cost more than reading it.

use rusqlite::types::FromSql;
use rusqlite::{Connection, Row, ToSql, Transaction, named_params, params_from_iter};

/// A column and what is to stand in it.
pub(super) type Value<'a> = (&'a str, &'a dyn ToSql);

/// Writes a row: a new one without an identity; otherwise over the one of that identity, counting its version up, or
/// under it.
pub(super) fn write(
    transaction: &Transaction<'_>,
    table: &str,
    id: Option<i64>,
    row: &[Value<'_>],
) -> rusqlite::Result<i64> {
    let names: Vec<&str> = row.iter().map(|(name, _)| *name).collect();
    let marks = vec!["?"; row.len()].join(", ");
    let over: Vec<String> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    let sql = format!(
        "INSERT INTO {table} (id, {}) VALUES (?, {marks})
         ON CONFLICT (id) DO UPDATE SET version = version + 1, {}",
        names.join(", "),
        over.join(", ")
    );
    let id_value: &dyn ToSql = &id;
    let values = std::iter::once(id_value).chain(row.iter().map(|(_, value)| *value));
    transaction.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(id.unwrap_or_else(|| transaction.last_insert_rowid()))
}

/// Columns named with a comma between, as those of a table under a name.
pub(super) fn under(table: &str, columns: &str) -> String {
    columns.split(',').map(|column| format!("{table}.{}", column.trim())).collect::<Vec<_>>().join(", ")
}

/// The cells of a row, one after the other.
pub(super) struct Cells<'a> {
    row: &'a Row<'a>,
    at: usize,
}

impl<'a> Cells<'a> {
    /// From the first on.
    pub(super) fn of(row: &'a Row<'a>) -> Self {
        Self { row, at: 0 }
    }

    /// The next.
    pub(super) fn take<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        let at = self.at;
        self.at += 1;
        self.row.get(at)
    }
}

/// A table that lists things of a record in their order.
#[derive(Clone, Copy)]
pub(super) struct Links {
    /// The table.
    pub(super) table: &'static str,
    /// The column that names the record.
    pub(super) owner: &'static str,
    /// The column that names the thing.
    pub(super) thing: &'static str,
}

impl Links {
    /// Writes the list of a record in the place of the one that was there.
    pub(super) fn write(self, transaction: &Transaction<'_>, id: i64, things: &[i64]) -> rusqlite::Result<()> {
        let Self { table, owner, thing } = self;
        transaction
            .prepare_cached(&format!("DELETE FROM {table} WHERE {owner} = :id"))?
            .execute(named_params! {":id": id})?;
        let mut insert = transaction
            .prepare_cached(&format!("INSERT INTO {table} ({owner}, place, {thing}) VALUES (:id, :place, :thing)"))?;
        for (place, thing) in (0_i64..).zip(things) {
            insert.execute(named_params! {":id": id, ":place": place, ":thing": thing})?;
        }
        Ok(())
    }

    /// The list of a record.
    pub(super) fn read<T: From<i64>>(self, connection: &Connection, id: i64) -> rusqlite::Result<Vec<T>> {
        let Self { table, owner, thing } = self;
        connection
            .prepare_cached(&format!("SELECT {thing} FROM {table} WHERE {owner} = :id ORDER BY place"))?
            .query_map(named_params! {":id": id}, |row| row.get::<_, i64>(0).map(T::from))?
            .collect()
    }
}
