//! Every table of the casebook, and how it is held to be true. A table of which that can be said in no way fails a
//! test.

use rusqlite::{Connection, OptionalExtension, named_params};

use super::{Found, Proven};
use crate::domain::problem::Problem;
use crate::store::chain::folded;
use crate::store::chain::people::PEOPLE;

/// How a table is held to be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Held {
    /// The journal tells every record of it: a noun's, users, teams.
    Folded,
    /// It goes with a record of such a table, and is told with it.
    Part,
    /// It is the journal, its chain, or what belongs to that.
    Chained,
    /// It is worked out from others, and worked out again.
    Derived,
    /// Nobody vouches for it; why that does no harm is told under this name.
    NotCovered(&'static str),
}

use Held::{Chained, Derived, NotCovered};

/// What is neither a record nor part of one.
pub(in crate::store) const TABLES: &[(&str, Held)] = &[
    ("base", Chained),
    ("chain", Chained),
    ("journal", Chained),
    ("purge", Derived),
    ("purge_family", Derived),
    ("purged_record", Chained),
    ("purged_row", Chained),
    ("access_family", Derived),
    ("family_tally", Derived),
    ("format", Derived),
    ("name_word", Derived),
    ("network_key", Derived),
    ("search_word", Derived),
    ("sqlite_sequence", Derived),
    ("staff", Derived),
    ("draft", NotCovered("drafts")),
    ("registering", NotCovered("registering")),
    ("looked", NotCovered("looked")),
    ("research", NotCovered("research")),
    ("sqlite_stat1", NotCovered("statistics")),
    ("sqlite_stat4", NotCovered("statistics")),
];

/// How a table is held to be true; none where nobody has said. What goes with a record of a folded table is part of it.
pub(in crate::store) fn held(connection: &Connection, table: &str) -> Result<Option<Held>, Problem> {
    if let Some((_, held)) = TABLES.iter().find(|(name, _)| *name == table) {
        return Ok(Some(*held));
    }
    let is_folded = folded::nouns().iter().chain(&PEOPLE).any(|of| of.table == table);
    if is_folded {
        return Ok(Some(Held::Folded));
    }
    let goes_with: Option<String> = connection
        .prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(:table) WHERE on_delete = 'CASCADE' LIMIT 1")?
        .query_row(named_params! {":table": table}, |row| row.get(0))
        .optional()?;
    let whole = goes_with.map(|whole| held(connection, &whole)).transpose()?.flatten();
    Ok(whole.filter(|whole| matches!(whole, Held::Folded | Held::Part)).map(|_| Held::Part))
}

/// Columns of folded tables that are no part of the record: nobody vouches for them.
pub(in crate::store) const COLUMNS: &[(&str, &str, &str)] = &[
    // Every table of records: which save a form was opened from.
    ("*", "version", "versions"),
    // Numbers by which a list is ordered; another order is found.
    ("*", "place", "places"),
    // How far numbers have gone; that none is given twice is held.
    ("network_key", "highest", "keys"),
    ("sqlite_sequence", "seq", "keys"),
    // Where a meeting is now, and whom it passed over for the moment.
    ("meeting", "now_at", "meetings"),
    ("meeting_family", "skipped", "meetings"),
];

/// Tells what nobody vouches for, and why; a table that we do not know is nobody's.
pub(super) fn check(connection: &Connection) -> Result<Proven, Problem> {
    let mut proven = Proven::of("tables");
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    let mut rows = statement.query([])?;
    let mut reasons: Vec<&str> = COLUMNS.iter().map(|(_, _, why)| *why).collect();
    while let Some(row) = rows.next()? {
        let table: String = row.get(0)?;
        proven.count += 1;
        match held(connection, &table)? {
            Some(NotCovered(why)) => reasons.push(why),
            Some(Held::Folded | Held::Part | Chained | Derived) => {}
            None => proven.add(Found::fault("table-unknown").with("table", table)),
        }
    }
    reasons.sort_unstable();
    reasons.dedup();
    for why in reasons {
        proven.add(Found::note("not-covered").with("what", why));
    }
    Ok(proven)
}
