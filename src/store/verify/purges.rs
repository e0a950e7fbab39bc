//! Purges against the journal: who asked, who confirmed or took back, and that those were two.

use rusqlite::{Connection, named_params};
use serde_json::{Map, Value};

use super::{Found, Proven};
use crate::domain::problem::Problem;

/// What the journal says of one purge.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    asked_by: Option<i64>,
    asked_at: Option<String>,
    families: Vec<i64>,
    ended_by: Option<i64>,
    ended_at: Option<String>,
    protocol: Option<Value>,
}

/// Holds every purge against its rows.
pub(super) fn check(connection: &Connection) -> Result<Proven, Problem> {
    let mut proven = Proven::of("purges");
    let mut statement =
        connection.prepare("SELECT id, asked_by, asked_at, ended_by, ended_at, protocol FROM purge ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let found = Told {
            asked_by: row.get(1)?,
            asked_at: row.get(2)?,
            families: families(connection, id)?,
            ended_by: row.get(3)?,
            ended_at: row.get(4)?,
            protocol: row.get::<_, Option<String>>(5)?.map(|text| serde_json::from_str(&text).unwrap_or_default()),
        };
        proven.count += 1;
        if found != told(connection, id)? {
            proven.add(Found::fault("purge-altered").with("number", id));
        }
        if found.protocol.is_some() && found.asked_by == found.ended_by {
            proven.add(Found::fault("purge-alone").with("number", id));
        }
    }
    let mut statement = connection.prepare(
        "SELECT DISTINCT record FROM journal
         WHERE noun = 'purge' AND act = 'add' AND record NOT IN (SELECT id FROM purge) ORDER BY record",
    )?;
    for id in statement.query_map([], |row| row.get::<_, i64>(0))? {
        proven.add(Found::fault("purge-altered").with("number", id?));
    }
    Ok(proven)
}

fn families(connection: &Connection, id: i64) -> Result<Vec<i64>, Problem> {
    let mut statement =
        connection.prepare_cached("SELECT family FROM purge_family WHERE purge = :id ORDER BY family")?;
    let found = statement.query_map(named_params! {":id": id}, |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn word(fields: &Map<String, Value>, key: &str) -> Option<String> {
    fields.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn told(connection: &Connection, id: i64) -> Result<Told, Problem> {
    let mut statement = connection.prepare_cached(
        "SELECT act, user, after FROM journal
         WHERE noun = 'purge' AND record = :id AND act IN ('add', 'change', 'remove') ORDER BY id",
    )?;
    let mut rows = statement.query(named_params! {":id": id})?;
    let mut told = Told::default();
    while let Some(row) = rows.next()? {
        let (act, user): (String, i64) = (row.get(0)?, row.get(1)?);
        let after: Map<String, Value> = serde_json::from_str(&row.get::<_, String>(2)?).unwrap_or_default();
        if act == "add" {
            let ids = after.get("families").and_then(Value::as_array).into_iter().flatten();
            told.asked_by = Some(user);
            told.asked_at = word(&after, "asked_at");
            told.families = ids.filter_map(Value::as_i64).collect();
            told.families.sort_unstable();
        } else {
            told.ended_by = Some(user);
            told.ended_at = word(&after, "ended_at");
            told.protocol = after.get("protocol").cloned();
        }
    }
    Ok(told)
}
