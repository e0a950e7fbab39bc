//! What can be worked out from the records is worked out again: a record is written once more, into an empty casebook
//! in memory, and every column and every word to search is what it should be; counts are counted.

use rusqlite::types::Value;
use rusqlite::{Connection, Transaction, TransactionBehavior, named_params};

use super::{Found, Proven};
use crate::domain::family::Family;
use crate::domain::group::Group;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::text::{fold, identity_of};
use crate::domain::visit::{Arrangement, Occurrence, Restriction};
use crate::store::chain::folded;
use crate::store::chain::people::{PEOPLE, RECOVERY};
use crate::store::looked::found_by;
use crate::store::record::Row;
use crate::store::schema::{self, FIRST_TOLD, MIGRATIONS};

/// Columns that say nothing of the record.
const ASIDE: [&str; 1] = ["version"];

/// Holds all of it.
pub(super) fn check(connection: &Connection) -> Result<Proven, Problem> {
    let mut proven = Proven::of("derived");
    staff(connection, &mut proven)?;
    let own = Connection::open_in_memory()?;
    schema::migrate(&own)?;
    own.pragma_update(None, "foreign_keys", false)?;
    copy_staff(connection, &own)?;
    again::<Family>(connection, &own, Some("person = 0 AND family = :id"), &mut proven)?;
    again::<Person>(connection, &own, Some("person = :id"), &mut proven)?;
    again::<Arrangement>(connection, &own, None, &mut proven)?;
    again::<Occurrence>(connection, &own, None, &mut proven)?;
    again::<Restriction>(connection, &own, None, &mut proven)?;
    again::<Group>(connection, &own, None, &mut proven)?;
    words(connection, &mut proven)?;
    counts(connection, &mut proven)?;
    format(connection, &mut proven)?;
    looked(connection, &mut proven)?;
    Ok(proven)
}

/// Where families are found that rows of the journal name beside others.
fn looked(connection: &Connection, proven: &mut Proven) -> Result<(), Problem> {
    let mut found = connection.prepare("SELECT 1 FROM access_family WHERE family = :family AND row = :row")?;
    let mut statement = connection.prepare(
        "SELECT id, after FROM journal
         WHERE act NOT IN ('add', 'change', 'remove') AND family IS NULL AND after IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut expected: i64 = 0;
    while let Some(row) = rows.next()? {
        let (row, after): (i64, String) = (row.get(0)?, row.get(1)?);
        for family in found_by(&after) {
            (expected, proven.count) = (expected + 1, proven.count + 1);
            if !found.exists(named_params! {":family": family, ":row": row})? {
                proven.add(wrong("access_family", row));
            }
        }
    }
    // What a purged row named is nobody's to know.
    let sql = "SELECT count(*) FROM access_family a LEFT JOIN journal j ON j.id = a.row
               WHERE j.id IS NULL OR j.after IS NOT NULL";
    if connection.query_row(sql, [], |row| row.get::<_, i64>(0))? != expected {
        proven.add(wrong("access_family", 0));
    }
    Ok(())
}

fn wrong(table: &str, record: impl ToString) -> Found {
    Found::fault("derived").with("table", table).with("record", record)
}

/// Names of staff are told by the records that name them; how they are compared and found is worked out.
fn staff(connection: &Connection, proven: &mut Proven) -> Result<(), Problem> {
    for table in ["staff", "user", "team"] {
        let folded = if table == "staff" { "folded" } else { "NULL" };
        let mut statement = connection.prepare(&format!("SELECT id, name, identity, {folded} FROM {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (name, identity): (String, String) = (row.get(1)?, row.get(2)?);
            let is_folded = row.get::<_, Option<String>>(3)?.is_none_or(|folded| folded == fold(&name));
            proven.count += 1;
            if identity != identity_of(&name) || !is_folded {
                proven.add(wrong(table, row.get::<_, i64>(0)?));
            }
        }
    }
    Ok(())
}

fn copy_staff(connection: &Connection, own: &Connection) -> Result<(), Problem> {
    let mut statement = connection.prepare("SELECT id, name, identity, folded FROM staff")?;
    let mut put = own.prepare("INSERT INTO staff (id, name, identity, folded) VALUES (?, ?, ?, ?)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let one: [Value; 4] = [row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?];
        put.execute(one)?;
    }
    Ok(())
}

/// Writes every record of a noun once more and compares; `searched` is where its words to search are.
fn again<R: Row>(
    connection: &Connection,
    own: &Connection,
    searched: Option<&str>,
    proven: &mut Proven,
) -> Result<(), Problem> {
    let row = columns(connection, R::TABLE)?;
    let row = format!("SELECT {} FROM {} WHERE id = :id", row.join(", "), R::TABLE);
    let searched = searched
        .map(|whose| format!("SELECT noun, word, family, person FROM search_word WHERE {whose} ORDER BY noun, word"));
    let mut statement = connection.prepare(&format!("SELECT id FROM {} ORDER BY id", R::TABLE))?;
    let mut ids = statement.query([])?;
    while let Some(id) = ids.next()? {
        let id: i64 = id.get(0)?;
        // One that cannot be read is told of where records are.
        let Ok(Some((_, value))) = R::fetch(connection, id) else { continue };
        proven.count += 1;
        // Taken back when it goes out of scope, so that no more than a record is ever held.
        let once_more = Transaction::new_unchecked(own, TransactionBehavior::Deferred)?;
        let is_put = value.put(&once_more, Some(id)).is_ok();
        let same = |sql: &str| -> Result<bool, Problem> { Ok(cells(connection, sql, id)? == cells(own, sql, id)?) };
        if !is_put || !same(&row)? || searched.as_deref().map(same).transpose()? == Some(false) {
            proven.add(wrong(R::TABLE, id));
        }
    }
    Ok(())
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, Problem> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?)")?;
    let names: Vec<String> = statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names.into_iter().filter(|name| !ASIDE.contains(&name.as_str())).collect())
}

fn cells(connection: &Connection, sql: &str, id: i64) -> Result<Vec<Value>, Problem> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(named_params! {":id": id})?;
    let mut cells = Vec::new();
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            cells.push(row.get(column)?);
        }
    }
    Ok(cells)
}

/// Words to search of whoever is not there, and the distinct words.
fn words(connection: &Connection, proven: &mut Proven) -> Result<(), Problem> {
    for (table, sql) in [
        (
            "search_word",
            "SELECT w.family FROM search_word w WHERE NOT EXISTS (SELECT 1 FROM family f WHERE f.id = w.family)
                 OR (w.person <> 0 AND NOT EXISTS (SELECT 1 FROM member m WHERE m.id = w.person))",
        ),
        (
            "name_word",
            "SELECT count(*) FROM search_word w WHERE noun IN ('family', 'person')
                 AND NOT EXISTS (SELECT 1 FROM name_word n WHERE n.word = w.word) HAVING count(*) > 0",
        ),
        (
            "name_word",
            "SELECT count(*) FROM name_word n WHERE NOT EXISTS
                 (SELECT 1 FROM search_word w WHERE w.noun IN ('family', 'person') AND w.word = n.word)
             HAVING count(*) > 0",
        ),
    ] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            proven.add(wrong(table, row.get::<_, i64>(0)?));
        }
    }
    Ok(())
}

/// What is counted, and what only ever grows.
fn counts(connection: &Connection, proven: &mut Proven) -> Result<(), Problem> {
    for (table, sql) in [
        (
            "family_tally",
            "SELECT t.families FROM family_tally t
             WHERE t.families <> (SELECT count(*) FROM family f WHERE f.team = t.team AND f.status = t.status)",
        ),
        (
            "family_tally",
            "SELECT f.id FROM family f
             WHERE NOT EXISTS (SELECT 1 FROM family_tally t WHERE t.team = f.team AND t.status = f.status) LIMIT 1",
        ),
        (
            "network_key",
            "SELECT m.family FROM network_map m JOIN network_person p ON p.map = m.id GROUP BY m.family
             HAVING max(p.key) > coalesce((SELECT k.highest FROM network_key k WHERE k.family = m.family), -1)",
        ),
    ] {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            proven.add(wrong(table, row.get::<_, i64>(0)?));
        }
    }
    // A number that is given twice would let one record be taken for another, in the journal above all.
    // There is but one recovery code.
    for of in folded::nouns().iter().chain(&PEOPLE).filter(|of| of.noun != RECOVERY) {
        let sql = format!(
            "SELECT max(coalesce((SELECT max(id) FROM {0}), 0),
                        coalesce((SELECT max(record) FROM journal INDEXED BY journal_by_record
                                  WHERE noun = :noun AND act IN ('add', 'change', 'remove')), 0))
                    > coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{0}'), 0)
                    AND EXISTS (SELECT 1 FROM sqlite_schema WHERE name = '{0}' AND sql LIKE '%AUTOINCREMENT%')",
            of.table
        );
        let is_beyond: bool = connection.query_row(&sql, named_params! {":noun": of.noun}, |row| row.get(0))?;
        if is_beyond {
            proven.add(wrong("sqlite_sequence", of.table));
        }
    }
    Ok(())
}

/// Which programs may go on with it is what its migrations say.
fn format(connection: &Connection, proven: &mut Proven) -> Result<(), Problem> {
    let mut statement = connection.prepare("SELECT number, read_from, written_from FROM format ORDER BY number")?;
    let found: Vec<(i64, i64, i64)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    let migrations = (1_i64..).zip(MIGRATIONS).filter(|(number, _)| *number >= FIRST_TOLD);
    let known: Vec<(i64, i64, i64)> = migrations.map(|(number, of)| (number, of.read_from, of.written_from)).collect();
    if found != known {
        proven.add(wrong("format", schema::format(connection)?));
    }
    Ok(())
}
