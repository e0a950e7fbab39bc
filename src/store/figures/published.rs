//! What has left the house in reports. A row a report, with its tables and every cell of them; journalled like a
//! record, so that `verify` finds what is altered.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::Value;

use super::AskedFigures;
use crate::domain::access::Reach;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::disclosure::Dimensions;
use crate::domain::report::{
    Counted, Counts, Extent, Figures, Memory, Period, Published, Refused, Rule, protect, publish,
};
use crate::store::Store;
use crate::store::chain::folded::{Fields, Folded};
use crate::store::journal::{Cause, Deed, Entry, next_change};

/// How what was published stands in the journal and is held against it.
pub(in crate::store) const PUBLISHED: Folded = Folded { noun: "published", table: "published", fetch: fields };

/// What a report stands beside: what has left the house before, and what every reader knows.
#[derive(Debug, Clone)]
pub struct Beside {
    /// What holds of all that it counts.
    pub extent: Extent,
    /// What has left the house of the same report.
    pub memory: Memory,
    /// The last row of that.
    last: i64,
}

/// Districts that answer for somebody or have; nothing where one family has none.
const DISTRICTS: &str = "SELECT DISTINCT coalesce(trim(district), '') FROM family
     UNION SELECT DISTINCT trim(district) FROM placement WHERE trim(district) <> ''";

/// Phases that families are in; nothing where one is in none.
const PHASES: &str = "SELECT DISTINCT coalesce(trim(phase), '') FROM family";

/// Teams, where there are several.
const TEAMS: &str = "SELECT CAST(id AS TEXT) FROM team";

/// Reports that tell of days to come.
const AHEAD: &[&str] = &["visits", "deadlines"];

impl Store {
    /// What a report that may leave the house stands beside.
    ///
    /// # Errors
    /// Refused by role.
    pub fn beside(&self, asked: &AskedFigures) -> Result<Beside, Problem> {
        self.ask(asked.act)?;
        let _picture = self.picture()?;
        let mut known = Dimensions::default();
        for (dimension, query) in [("district", DISTRICTS), ("phase", PHASES), ("team", TEAMS)] {
            known.0.insert(dimension.to_owned(), self.members_of(query)?);
        }
        let only = asked.team.map(|team| team.0.to_string());
        let team = match self.reach(asked.act) {
            // Of another team there is nothing to tell, and nothing that could be remembered of it.
            Reach::Team if only.as_ref().is_some_and(|only| self.team_of_reader().is_ok_and(|own| own != *only)) => {
                return Err(Problem::new(Kind::NotFound, "not-found").with("noun", "team"));
            }
            Reach::Team => Some(self.team_of_reader()?),
            _ => only,
        };
        let mut memory = Memory::default();
        let mut last = 0;
        let mut statement =
            self.connection.prepare_cached("SELECT id, tables FROM published WHERE report = :report ORDER BY id")?;
        let mut rows = statement.query(named_params! {":report": asked.report.counts_as()})?;
        while let Some(row) = rows.next()? {
            last = row.get(0)?;
            let tables: String = row.get(1)?;
            let tables: Vec<Published> = serde_json::from_str(&tables).map_err(unread)?;
            memory.0.extend(tables);
        }
        Ok(Beside { extent: extent(asked, team, known), memory, last })
    }

    /// Remembers what leaves the house, before it does. False where somebody else has published meanwhile: then it is
    /// to be held beside that first.
    ///
    /// # Errors
    /// Refused by role.
    pub fn publish(&self, asked: &AskedFigures, tables: &[Published], beside: &Beside) -> Result<bool, Problem> {
        self.ask(asked.act)?;
        if tables.is_empty() {
            return Ok(true);
        }
        let told = serde_json::to_string(tables).map_err(unread)?;
        self.write(|transaction| {
            let last: Option<i64> = transaction
                .prepare_cached("SELECT max(id) FROM published WHERE report = :report")?
                .query_row(named_params! {":report": asked.report.counts_as()}, |row| row.get(0))?;
            if last.unwrap_or_default() != beside.last {
                return Ok(false);
            }
            let at = (self.clock)().to_rfc3339();
            let record = transaction
                .prepare_cached("INSERT INTO published (at, report, tables) VALUES (:at, :report, :tables)")?
                .insert(named_params! {":at": at, ":report": asked.report.counts_as(), ":tables": told})?;
            let fields = fields(transaction, record)?.unwrap_or_default();
            let (change, cause, noun) = (next_change(transaction)?, Cause::Person, PUBLISHED.noun);
            let entry = Entry { change, cause, noun, record, family: None, deed: Deed::Add(fields) };
            self.write_entry(transaction, &entry)?;
            Ok(true)
        })
    }

    /// The team of whoever reads, which may be all that they read.
    fn team_of_reader(&self) -> Result<String, Problem> {
        let mut team = self.connection.prepare_cached("SELECT CAST(team AS TEXT) FROM user WHERE id = :id")?;
        Ok(team.query_row(named_params! {":id": self.actor.id.0}, |row| row.get(0))?)
    }

    fn members_of(&self, query: &str) -> Result<BTreeSet<String>, Problem> {
        let mut statement = self.connection.prepare_cached(query)?;
        let told = statement.query_map([], |row| row.get(0))?;
        Ok(told.collect::<Result<_, _>>()?)
    }
}

/// Counts as they may be shown beside all that has left the house; what is about to leave is remembered before it does.
///
/// # Errors
/// Refused by role, or because what has left the house would tell what is masked.
pub fn outside(
    store: &Store,
    asked: &AskedFigures,
    counts: &Counts,
    rule: Rule,
    leaves: bool,
) -> Result<Figures, Problem> {
    if rule == Rule::Internal {
        return Ok(protect(counts, rule));
    }
    loop {
        let beside = store.beside(asked)?;
        let (figures, told) = publish(counts, rule, &beside.extent, &beside.memory).map_err(refused)?;
        // Somebody else may have published meanwhile.
        if !leaves || store.publish(asked, &told, &beside)? {
            return Ok(figures);
        }
    }
}

/// Why a report may not leave the house.
fn refused(why: Refused) -> Problem {
    let problem = Problem::new(Kind::Refused, why.key());
    match why {
        Refused::TrueAfterMasked { on } | Refused::Undoes { on: Some(on) } => problem.with("day", on),
        Refused::Undoes { on: None } | Refused::TooMuch | Refused::Unclear => problem,
    }
}

/// What holds of all that is counted.
fn extent(asked: &AskedFigures, team: Option<String>, known: Dimensions) -> Extent {
    // Whoever is counted once in a year is counted anew when a day is added; what is counted by the day is not.
    let is_whole = asked.report.counted == Counted::OncePerCell || AHEAD.contains(&asked.report.name);
    let to = if is_whole { asked.to } else { asked.last().max(asked.from) };
    let team = team.filter(|_| known.0.get("team").is_some_and(|teams| teams.len() > 1));
    let only = [("district", asked.district.clone()), ("phase", asked.phase.clone()), ("team", team)];
    Extent {
        days: Some(Period { from: asked.from, to }),
        only: only.into_iter().filter_map(|(dimension, member)| Some((dimension, member?))).collect(),
        known,
        on: asked.today,
    }
}

fn unread(cause: serde_json::Error) -> Problem {
    Problem::new(Kind::Io, "database").because(cause)
}

/// One as the journal tells it.
fn fields(connection: &Connection, id: i64) -> Result<Option<Fields>, Problem> {
    let found = connection
        .prepare_cached("SELECT at, report, tables FROM published WHERE id = :id")?
        .query_row(named_params! {":id": id}, |row| {
            let text = |place| row.get::<_, String>(place).map(Value::from);
            Ok(Fields::from_iter([
                ("at".to_owned(), text(0)?),
                ("report".to_owned(), text(1)?),
                ("tables".to_owned(), text(2)?),
            ]))
        })
        .optional()?;
    Ok(found)
}
