//! From a table to records, or to everything that is wrong with it. Reads only; storing is the store's.
//!
//! The header must name every required column and no unknown one, in any order. Every row is read by the same reader
//! as the forms, by the exact forms of exchange; every fault of every row is gathered.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::Noun;
use super::doubles::Doubles;
use super::formulas::is_error;
use super::known::Known;
use super::protection::{MASK, masked};
use super::table::{Row, Table};
use crate::domain::directory::Directory as _;
use crate::domain::entry::visit::read_visit;
use crate::domain::entry::{
    CodesOnly, Draft, Fault, Field, Form, Hand, Names, Need, Reader, Shape, VisitRecord, Why, read_family, read_person,
    read_placement, read_session,
};
use crate::domain::family::Family;
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::{Kind, Problem};
use crate::domain::session::Session;
use crate::domain::text::{clean_line, identity_of};

/// The records of a file, one kind a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Records {
    Families(Vec<Family>),
    People(Vec<Member>),
    Placements(Vec<Placement>),
    Sessions(Vec<Session>),
    Visits(Vec<VisitRecord>),
}

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
}

impl Mistakes {
    /// How many there are in all.
    pub fn count(&self) -> usize {
        self.first.len() + self.more
    }

    /// Keeps the faults of a line, or counts them.
    pub fn add(&mut self, line: u64, faults: Vec<Fault>) {
        for fault in faults {
            if self.first.len() < MOST_MISTAKES {
                self.first.push(Mistake { line, fault });
            } else {
                self.more += 1;
            }
        }
    }
}

/// Reads a table's records. What counts as today is handed in: nobody is born tomorrow, and no session held then.
///
/// # Errors
/// A header that does not fit; a casebook that cannot be read. Inside, every mistake in the rows.
pub fn read(
    noun: Noun,
    table: &Table,
    today: NaiveDate,
    names: &dyn Names,
) -> Result<Result<Records, Mistakes>, Problem> {
    check_header(noun.form(), &table.header)?;
    let names = &Known::new(names);
    let mut doubles = Doubles::default();
    Ok(match noun {
        Noun::Families => {
            let read = |reader: Reader<'_>| Ok(read_family(reader));
            rows(noun, table, today, names, read)?.map(Records::Families)
        }
        Noun::People => rows(noun, table, today, names, |reader| read_person(reader, names))?.map(Records::People),
        Noun::Placements => {
            let read = |reader: Reader<'_>| doubles.placement(read_placement(reader, names)?, names);
            rows(noun, table, today, names, read)?.map(Records::Placements)
        }
        Noun::Sessions => {
            let read = |reader: Reader<'_>| doubles.session(read_session(reader, names)?, names);
            rows(noun, table, today, names, read)?.map(Records::Sessions)
        }
        Noun::Visits => {
            let read = |reader: Reader<'_>| doubles.visit(read_visit(reader, names, names.ladder())?, names);
            rows(noun, table, today, names, read)?.map(Records::Visits)
        }
        Noun::Tasks | Noun::CheckIns => return Err(Problem::new(Kind::Usage, "bad-call")),
    })
}

/// The names of staff in a table that nobody has yet, each once, in the order of the file. A file brings them along.
///
/// # Errors
/// When the casebook cannot be read.
pub fn new_staff(form: &Form, table: &Table, names: &dyn Names) -> Result<Vec<String>, Problem> {
    let is_staff = |column: &String| {
        form.field(column).is_some_and(|field| matches!(field.shape, Shape::Staff | Shape::Colleague))
    };
    let columns: Vec<usize> = (0..table.header.len()).filter(|place| is_staff(&table.header[*place])).collect();
    let mut known: HashSet<String> = HashSet::new();
    let mut found = Vec::new();
    if columns.is_empty() {
        return Ok(found);
    }
    known.extend(names.all_staff()?.iter().map(|name| identity_of(name)));
    for row in &table.rows {
        for cell in columns.iter().filter_map(|place| row.cells.get(*place)) {
            for name in cell.split(';').map(clean_line).filter(|name| !name.is_empty()) {
                if known.insert(identity_of(&name)) {
                    found.push(name);
                }
            }
        }
    }
    Ok(found)
}

fn rows<T>(
    noun: Noun,
    table: &Table,
    today: NaiveDate,
    names: &Known<'_>,
    mut read: impl FnMut(Reader<'_>) -> Result<Result<T, Vec<Fault>>, Problem>,
) -> Result<Result<Vec<T>, Mistakes>, Problem> {
    let form = noun.form();
    let mut references = References::new(noun);
    let mut mistakes = Mistakes::default();
    let mut records = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let draft = draft(&table.header, row);
        let taken = references.taken(&draft, names)?;
        let read = read(Reader::new(form, &draft, Hand::File(today), &CodesOnly))?;
        let mut faults: Vec<Fault> = masked(noun, &draft).map(kept_back).collect();
        faults.extend(not_worked_out(form, &draft));
        faults.extend(taken);
        match read {
            Ok(record) if faults.is_empty() => records.push(record),
            outcome => {
                let known: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
                let others = outcome.err().unwrap_or_default().into_iter();
                faults.extend(others.filter(|fault| !known.contains(&fault.field)).collect::<Vec<_>>());
                faults.sort_by_key(|fault| form.fields.iter().position(|field| field.key == fault.field));
                mistakes.add(row.line, faults);
            }
        }
    }
    Ok(if mistakes.count() == 0 { Ok(records) } else { Err(mistakes) })
}

fn kept_back(field: &'static str) -> Fault {
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

/// The references that rows bring along: each may be in the file once, and not in the casebook.
struct References {
    noun: Noun,
    seen: HashSet<String>,
}

impl References {
    fn new(noun: Noun) -> Self {
        Self { noun, seen: HashSet::new() }
    }

    fn taken(&mut self, draft: &Draft, names: &Known<'_>) -> Result<Option<Fault>, Problem> {
        let field = match self.noun {
            Noun::Families => "case_ref",
            Noun::People => "ref",
            _ => return Ok(None),
        };
        let value = clean_line(draft.get(field));
        if value.is_empty() {
            return Ok(None);
        }
        let identity = identity_of(&value);
        let there = if self.noun == Noun::Families {
            names.families(&value)?.iter().any(|family| identity_of(&family.case_ref) == identity)
        } else {
            names.person(&value)?.is_some()
        };
        let new = self.seen.insert(identity);
        Ok((there || !new).then_some(Fault { field, value, why: Why::Taken }))
    }
}

#[cfg(test)]
#[path = "incoming_tests.rs"]
mod tests;
