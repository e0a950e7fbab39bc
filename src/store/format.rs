//! Which programs may go on with a casebook, and what a program may do in one of a newer format than its own.
//!
//! Every migration says by programs of which formats the casebook may be read from then on, and by which it may be
//! written to ([`schema::MIGRATIONS`]); the casebook keeps both (table `format`), and the greatest of each counts. So a
//! colleague's program of last month reads and writes what it knows, only reads, or is refused. As the casebook may be
//! brought up while a program has it open, that is asked anew at each act and within each write.
//!
//! Who may only read still writes what is nobody's record: that something was read, which must stand in the journal
//! or must not be read at all; and drafts, so that nobody loses a text because a colleague's program is newer. A
//! migration that touches either table therefore locks the programs before it out of reading as well.
//!
//! What a newer format has and this program does not know stays as it is. A row is written by the names of the columns
//! that are known; what the others hold goes along into the journal when a record is removed, and comes back with it.

use std::cell::{Cell, OnceCell};

use rusqlite::types::{Value as Held, ValueRef};
use rusqlite::{Connection, Transaction, params_from_iter};
use serde_json::{Map, Value};

use super::Store;
use super::record::Row;
use super::schema::{self, FORMAT};
use crate::domain::problem::{Kind, Problem};

/// Where a removed record's journal row tells what columns held that the program does not know.
const BESIDE: &str = "beside";

/// How a program stands to a casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Footing {
    format: i64,
    writes: bool,
}

/// What is written, to a program that is older than the casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Records, or anything that others see or go by.
    Records,
    /// That something was read; unfinished text.
    Aside,
}

impl Footing {
    /// How this program stands to a casebook that has been brought up as far as it can.
    ///
    /// # Errors
    /// A casebook of a newer format that it may not read.
    pub(super) fn of(connection: &Connection) -> Result<Self, Problem> {
        let format = schema::format(connection)?;
        if format <= FORMAT {
            return Ok(Self { format, writes: true });
        }
        let refused = || Problem::new(Kind::Locked, "newer-format").with("found", format).with("known", FORMAT);
        let least = connection
            .query_row("SELECT max(number), max(read_from), max(written_from) FROM format", [], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
            })
            .map_err(Problem::from);
        match least {
            Ok((told, read_from, written_from)) if told == format && read_from <= FORMAT => {
                Ok(Self { format, writes: written_from <= FORMAT })
            }
            // What is told otherwise than we know is not guessed at.
            Ok(_) => Err(refused()),
            Err(problem) if problem.key == "database" => Err(refused().because(problem)),
            Err(problem) => Err(problem),
        }
    }

    /// Whether there may be more in the casebook than the program knows.
    pub(super) fn is_newer(self) -> bool {
        self.format > FORMAT
    }

    /// Whether the program may write records.
    pub(super) fn writes(self) -> bool {
        self.writes
    }

    /// What whoever opens the casebook is to know.
    pub(super) fn told(self) -> Option<Problem> {
        match self {
            _ if !self.is_newer() => None,
            Self { writes: true, .. } => Some(self.problem("newer-in-part")),
            Self { writes: false, .. } => Some(self.problem("newer-read-only")),
        }
    }

    fn problem(self, key: &'static str) -> Problem {
        Problem::new(Kind::Locked, key).with("found", self.format).with("known", FORMAT)
    }
}

/// How a store stands to its casebook; asked anew whenever the casebook's format is another one.
#[derive(Debug)]
pub(super) struct Stand {
    footing: Cell<Footing>,
    /// An empty casebook of our own format, made when somebody asks what it has.
    own: OnceCell<Connection>,
}

impl Stand {
    pub(super) fn on(footing: Footing) -> Self {
        Self { footing: Cell::new(footing), own: OnceCell::new() }
    }

    fn own(&self) -> Result<&Connection, Problem> {
        if self.own.get().is_none() {
            let own = Connection::open_in_memory()?;
            schema::migrate(&own)?;
            // Nobody else can have set it meanwhile.
            let _ = self.own.set(own);
        }
        self.own.get().ok_or_else(|| Problem::new(Kind::Io, "database"))
    }
}

impl Store {
    /// How the program stands to the casebook now.
    ///
    /// # Errors
    /// A colleague's program has brought it to a format that this one may not read.
    pub(super) fn footing(&self) -> Result<Footing, Problem> {
        let known = self.stand.footing.get();
        if schema::format(&self.connection)? == known.format {
            return Ok(known);
        }
        let footing = Footing::of(&self.connection)?;
        self.stand.footing.set(footing);
        Ok(footing)
    }

    /// Refuses what may not be written by a program of this format.
    pub(super) fn ask_to_write(&self, what: Writing) -> Result<(), Problem> {
        let footing = self.footing()?;
        if footing.writes || what == Writing::Aside { Ok(()) } else { Err(footing.problem("newer-read-only")) }
    }

    /// The columns of a record's table that this program does not know.
    fn unknown_columns<R: Row>(&self) -> Result<Vec<String>, Problem> {
        if !self.footing()?.is_newer() {
            return Ok(Vec::new());
        }
        let columns = |connection: &Connection| -> Result<Vec<String>, Problem> {
            let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?)")?;
            Ok(statement.query_map([R::TABLE], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let known = columns(self.stand.own()?)?;
        Ok(columns(&self.connection)?.into_iter().filter(|name| !known.contains(name)).collect())
    }

    /// Adds to what the journal tells of a record that is removed what columns hold that this program does not know.
    pub(super) fn tell_beside<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        id: i64,
        fields: &mut Map<String, Value>,
    ) -> Result<(), Problem> {
        let unknown = self.unknown_columns::<R>()?;
        if unknown.is_empty() {
            return Ok(());
        }
        let sql = format!("SELECT {} FROM {} WHERE id = ?", quoted(&unknown, ""), R::TABLE);
        let beside = transaction.prepare_cached(&sql)?.query_row([id], |row| {
            (0_usize..).zip(&unknown).map(|(at, name)| Ok((name.clone(), told(row.get_ref(at)?)))).collect()
        })?;
        fields.insert(BESIDE.to_owned(), Value::Object(beside));
        Ok(())
    }

    /// Gives a record that comes back what columns held that this program does not know.
    pub(super) fn bring_beside<R: Row>(
        &self,
        transaction: &Transaction<'_>,
        id: i64,
        fields: &Map<String, Value>,
    ) -> Result<(), Problem> {
        let Some(Value::Object(beside)) = fields.get(BESIDE) else { return Ok(()) };
        let names: Vec<String> = beside.keys().cloned().collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?", R::TABLE, quoted(&names, " = ?"));
        let values = beside.values().map(cell).chain([Held::Integer(id)]);
        transaction.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

/// Names of columns, each with something after it, with commas between.
fn quoted(names: &[String], after: &str) -> String {
    names.iter().map(|name| format!("\"{name}\"{after}")).collect::<Vec<_>>().join(", ")
}

/// What a column holds, as the journal tells it; bytes as a list of numbers.
fn told(held: ValueRef<'_>) -> Value {
    match held {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => number.into(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) => bytes.into(),
    }
}

/// What the journal tells, as a column holds it.
fn cell(told: &Value) -> Held {
    match told {
        Value::String(text) => Held::Text(text.clone()),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => Held::Integer(whole),
            None => number.as_f64().map_or(Held::Null, Held::Real),
        },
        Value::Array(bytes) => {
            Held::Blob(bytes.iter().filter_map(Value::as_u64).filter_map(|byte| u8::try_from(byte).ok()).collect())
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => Held::Null,
    }
}
