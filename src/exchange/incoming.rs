//! From a table to records, or to everything that is wrong with it. Reads only; storing is the store's.
//!
//! The header must name every required column and no unknown one, in any order. Every row is read by the same reader
//! as the forms, by the exact forms of exchange; every fault of every row is gathered.

use chrono::NaiveDate;

use super::against;
use super::formulas::is_error;
use super::intake::{self, Intake};
use super::protection::MASK;
use super::table::{Row, Table};
use super::visits::Part;
use super::{Noun, arrangements_in, measurements, visits_in};
use crate::domain::entry::{Draft, Fault, Field, Form, Need, Why};
use crate::domain::noun::every_noun;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::clean_line;
use crate::store::Store;

/// Most mistakes that are kept with all they say; the others are only counted.
pub const MOST_MISTAKES: usize = 100;

/// A cell that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The line of its row.
    pub line: u64,
    /// The column, what stands there, and why it cannot be taken.
    pub fault: Fault,
}

/// What is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mistakes {
    /// The first of them, in the order of the file.
    pub first: Vec<Mistake>,
    /// How many more there are.
    pub more: usize,
    /// How many of all name what is not there, and could be right once it is.
    pub waiting: usize,
}

impl Mistakes {
    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }

    /// Keeps the faults of a line, or counts them.
    pub fn add(&mut self, line: u64, faults: Vec<Fault>) {
        for fault in faults {
            self.waiting += usize::from(fault.why.names_nothing());
            if self.first.len() < MOST_MISTAKES {
                self.first.push(Mistake { line, fault });
            } else {
                self.more += 1;
            }
        }
    }
}

/// Reads a table's records, and holds them against what the casebook has. What counts as today is handed in: nobody is
/// born tomorrow, and no session held then.
///
/// # Errors
/// A header that does not fit; a casebook that cannot be read. Inside, every mistake in the rows.
pub fn read(noun: Noun, table: &Table, today: NaiveDate, store: &Store) -> Result<Result<Intake, Mistakes>, Problem> {
    check_header(noun.form(), &table.header)?;
    if noun == Noun::People {
        let mistakes = against::nobodys(table, store)?;
        if mistakes.count() > 0 {
            return Ok(Err(mistakes));
        }
    }
    macro_rules! by_noun {
        (
            rows { $($kind:ident $file:ident $id:ident: $noun:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
        ) => {
            match noun {
                $(Noun::$kind => intake::rows::<$noun>(noun, table, today, store),)*
                Noun::Arrangements => arrangements_in::rows(table, today, store),
                Noun::Visits => visits_in::rows(noun, Part::Visit, table, today, store),
                Noun::Accounts => visits_in::rows(noun, Part::Account, table, today, store),
                Noun::Preparations => visits_in::rows(noun, Part::Preparation, table, today, store),
                Noun::Measurements => measurements::rows(table, today, store),
            }
        };
    }
    every_noun!(by_noun)
}

pub(super) fn kept_back(field: &'static str) -> Fault {
    Fault { field, value: MASK.to_owned(), why: Why::Masked }
}

/// Marks what a spreadsheet could not work out.
pub(super) fn not_worked_out<'a>(form: &'static Form, draft: &'a Draft) -> impl Iterator<Item = Fault> + 'a {
    let wrong = form.fields.iter().filter(|field| is_error(draft.get(field.key)));
    wrong.map(|field| Fault { field: field.key, value: draft.get(field.key).to_owned(), why: Why::FormulaError })
}

pub(super) fn draft(header: &[String], row: &Row) -> Draft {
    let mut draft = Draft::default();
    for (column, cell) in header.iter().zip(&row.cells) {
        draft.set(column, cell.trim());
    }
    draft
}

/// Whether a header names every required column, and no unknown one or one twice.
pub(super) fn check_header(form: &Form, header: &[String]) -> Result<(), Problem> {
    let listed = |columns: Vec<&str>| columns.join(", ");
    let known = || listed(form.fields.iter().map(|field| field.key).collect());
    let problem = |key, columns: Vec<&str>| {
        let problem = Problem::new(Kind::Invalid, key).with("columns", listed(columns)).with("known", known());
        Err(problem)
    };
    let shown = |column: &'_ String| if column.is_empty() { "\"\"".to_owned() } else { clean_line(column) };
    let unknown: Vec<String> = header.iter().filter(|column| form.field(column).is_none()).map(shown).collect();
    if !unknown.is_empty() {
        return problem("unknown-columns", unknown.iter().map(String::as_str).collect());
    }
    let stands = |field: &Field| header.iter().filter(|column| *column == field.key).count();
    let keys = |is: &dyn Fn(&Field) -> bool| -> Vec<&str> {
        form.fields.iter().filter(|field| is(field)).map(|field| field.key).collect()
    };
    let missing = keys(&|field| field.need == Need::Required && stands(field) == 0);
    if !missing.is_empty() {
        return problem("missing-columns", missing);
    }
    let repeated = keys(&|field| stands(field) > 1);
    if !repeated.is_empty() {
        return problem("repeated-columns", repeated);
    }
    Ok(())
}

#[cfg(test)]
#[path = "incoming_tests.rs"]
mod tests;
