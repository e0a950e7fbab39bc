//! Rows held against what the casebook has: which are new, which change a record, which say what stands there already.
//!
//! A row that tells a record as it stands changes nothing, however often its file is read. A row that tells a record
//! otherwise changes it: it is known by its reference, or where it has none by what tells it from others of its kind
//! (`domain::noun::Noun::is_same`). A column that the file has not, and a cell that is kept back (`*`), stay as they
//! are. What the casebook holds twice a file may say twice; more than it holds is new.

use std::any::Any;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::Noun;
use super::incoming::{Mistakes, draft, kept_back, not_worked_out};
use super::known::Known;
use super::protection::masked;
use super::table::Table;
use super::there::There;
use crate::domain::codes::IdSystem;
use crate::domain::entry::{Draft, Fault, Names, Shape, Why};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::noun::{self as domain, With, read_row};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::text::{clean_line, identity_of, split_list};
use crate::domain::visit::Restriction;
use crate::store::{Record, Store, Stored, Taken};

/// How many rows there are of what sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rows that are records from now on.
    pub new: usize,
    /// Rows that change a record.
    pub changed: usize,
    /// Rows that say what stands there already.
    pub unchanged: usize,
}

/// What a file comes to.
pub struct Intake {
    /// How many rows of what sort.
    pub tally: Tally,
    /// The lines that change a record, with the columns that they change.
    pub changes: Vec<(u64, Vec<&'static str>)>,
    /// The lines of new records that say the same as a line before them.
    pub again: Vec<u64>,
    /// Names of staff that nobody knows yet.
    pub new_staff: Vec<String>,
    /// Lines whose identity number somebody else has, and in which family or on which line: nothing is wrong with that
    /// where a parent is in two families, but somebody should look.
    pub same_numbers: Vec<(u64, String)>,
    /// Lines of restrictions that claim to be decisions where only an agreement can restrict the contact.
    pub agreement_only: Vec<u64>,
    pub(super) keep: Keep,
}

/// Stores what was read.
pub(super) type Keep = Box<dyn FnOnce(&Store) -> Result<(), Problem>>;

impl Intake {
    /// Stores the records, all or none, as one change.
    ///
    /// # Errors
    /// Refused by role; somebody has changed a record since.
    pub fn keep(self, store: &Store) -> Result<(), Problem> {
        (self.keep)(store)
    }
}

/// A row that is neither a record as it stands nor refused.
struct Open<N> {
    place: usize,
    family: Option<FamilyId>,
    draft: Draft,
    stars: Vec<&'static str>,
    read: Result<N, Vec<Fault>>,
}

/// Holds the rows of a kind against the casebook.
pub(super) fn rows<N: domain::Noun + Record>(
    noun: Noun,
    table: &Table,
    today: NaiveDate,
    store: &Store,
) -> Result<Result<Intake, Mistakes>, Problem> {
    let names = Known::new(store);
    let by = store.actor().name.clone();
    let mut there = There::<N>::new(store);
    let mut references = References::default();
    let mut mistakes = Mistakes::default();
    let mut faults: HashMap<usize, Vec<Fault>> = HashMap::new();
    let mut tally = Tally::default();
    let mut open = Vec::new();
    let mut taken = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        let draft = draft(&table.header, row);
        let stars: Vec<&'static str> = masked(noun, &draft).collect();
        faults.entry(place).or_default().extend(not_worked_out(N::COLUMNS, &draft));
        if let Some(fault) = references.twice(N::REFERENCE, &draft) {
            faults.entry(place).or_default().push(fault);
        }
        let family = whose(N::COLUMNS.fields, &draft, &names)?;
        if there.stands(family, &table.header, &draft, &stars)? {
            tally.unchanged += 1;
            continue;
        }
        let bare = stars.iter().fold(draft.clone(), |bare, star| bare.with(star, ""));
        let read = read_row::<N>(&bare, today, &With { names: &names, by: &by, old: None })?;
        open.push(Open { place, family, draft, stars, read });
    }
    // What reads as a record that stands there is that one, before anything is taken for another telling of it.
    let mut rest = Vec::with_capacity(open.len());
    for row in open {
        match &row.read {
            Ok(value) if row.stars.is_empty() && there.equal(row.family, value)? => tally.unchanged += 1,
            _ => rest.push(row),
        }
    }
    let mut changes = Vec::new();
    let mut numbers = Numbers::default();
    let mut agreement_only = Vec::new();
    for Open { place, family, draft, stars, read } in rest {
        let line = table.rows[place].line;
        let old = match N::referred(&draft, &names)? {
            Some((id, of)) if of == family => there.take(of, |stored| stored.id.into() == id)?,
            // A reference that somebody in another family has.
            Some(_) => {
                let fault = Fault { field: "ref", value: draft.get("ref").to_owned(), why: Why::Taken };
                faults.entry(place).or_default().push(fault);
                None
            }
            None => match &read {
                Ok(value) => there.take(family, |stored| domain::Noun::is_same(&stored.value, value))?,
                Err(_) => None,
            },
        };
        let Some((old, told)) = old else {
            let of_row = faults.entry(place).or_default();
            of_row.extend(stars.iter().map(|star| kept_back(star)));
            match read {
                Ok(value) if of_row.is_empty() => {
                    tally.new += 1;
                    numbers.see(store, line, None, &value)?;
                    agreement_only.extend(claims_too_much(store, &value)?.then_some(line));
                    taken.push(Taken::New(value));
                }
                Ok(_) => {}
                Err(found) => add(of_row, found),
            }
            continue;
        };
        let columns = table.header.iter().filter_map(|column| N::COLUMNS.field(column)).map(|field| field.key);
        // A reference that is only written otherwise, such as by decomposed letters, stays as it stands.
        let stays = |column: &str| {
            matches!(column, "ref" | "case_ref") && identity_of(told.get(column)) == identity_of(draft.get(column))
        };
        let changing: Vec<&str> = columns.filter(|column| !stars.contains(column) && !stays(column)).collect();
        let laid_over = changing.iter().fold(told.clone(), |over, column| over.with(column, draft.get(column)));
        match read_row::<N>(&laid_over, today, &With { names: &names, by: &by, old: Some(&old.value) })? {
            Ok(value) if value == old.value => tally.unchanged += 1,
            Ok(value) => {
                tally.changed += 1;
                numbers.see(store, line, Some(old.id.into()), &value)?;
                agreement_only.extend(claims_too_much(store, &value)?.then_some(line));
                let differs = |column: &&'static str| told.get(column) != laid_over.get(column);
                let fields = N::COLUMNS.fields.iter().map(|field| field.key);
                changes.push((line, fields.filter(|column| differs(column)).collect()));
                taken.push(Taken::Changed(Stored { value, ..old }));
            }
            Err(found) => add(faults.entry(place).or_default(), found),
        }
    }
    let mut faulty: Vec<(usize, Vec<Fault>)> = faults.into_iter().filter(|(_, faults)| !faults.is_empty()).collect();
    faulty.sort_by_key(|(place, _)| *place);
    for (place, mut faults) in faulty {
        faults.sort_by_key(|fault| N::COLUMNS.fields.iter().position(|field| field.key == fault.field));
        mistakes.add(table.rows[place].line, faults);
    }
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    let new_staff = new_staff(N::COLUMNS.fields, table, store)?;
    let keep: Keep = Box::new(move |store| if taken.is_empty() { Ok(()) } else { store.take_in(taken) });
    let again = again(table, tally.new);
    agreement_only.sort_unstable();
    Ok(Ok(Intake { tally, changes, again, new_staff, same_numbers: numbers.same, agreement_only, keep }))
}

/// Adds faults of columns that have none yet.
fn add(faults: &mut Vec<Fault>, found: Vec<Fault>) {
    let known: Vec<&str> = faults.iter().map(|fault| fault.field).collect();
    faults.extend(found.into_iter().filter(|fault| !known.contains(&fault.field)).collect::<Vec<_>>());
}

/// The lines that say the same as a line before them, where there is anything new.
pub(super) fn again(table: &Table, new: usize) -> Vec<u64> {
    let mut seen = HashSet::new();
    let twice = table.rows.iter().filter(|row| new > 0 && !seen.insert(&row.cells));
    twice.map(|row| row.line).collect()
}

/// The family that a row is of, as far as it says.
fn whose(
    fields: &'static [crate::domain::entry::Field],
    draft: &Draft,
    names: &dyn Names,
) -> Result<Option<FamilyId>, Problem> {
    for field in fields {
        let text = clean_line(draft.get(field.key));
        if text.is_empty() {
            continue;
        }
        match field.shape {
            Shape::Person => return Ok(names.person(&text)?.map(|(_, family)| family)),
            // A family's own reference is a line, for it may be new.
            _ if field.key == "case_ref" => {
                let found = names.families(&text)?;
                let same = found.iter().find(|family| identity_of(&family.case_ref) == identity_of(&text));
                return Ok(same.map(|family| family.id));
            }
            _ => {}
        }
    }
    Ok(None)
}

/// The references that rows bring along: each may be in the file once.
#[derive(Default)]
struct References(HashSet<String>);

impl References {
    fn twice(&mut self, column: Option<&'static str>, draft: &Draft) -> Option<Fault> {
        let field = column?;
        let value = clean_line(draft.get(field));
        let twice = !value.is_empty() && !self.0.insert(identity_of(&value));
        twice.then_some(Fault { field, value, why: Why::Taken })
    }
}

/// The identity numbers in a file.
#[derive(Default)]
struct Numbers {
    seen: HashMap<(Option<IdSystem>, String), u64>,
    same: Vec<(u64, String)>,
}

impl Numbers {
    /// Looks whether somebody else has a person's number, in the casebook or further up in the file.
    fn see<N: 'static>(&mut self, store: &Store, line: u64, id: Option<i64>, record: &N) -> Result<(), Problem> {
        let record: &dyn Any = record;
        let Some(person) = record.downcast_ref::<Person>() else { return Ok(()) };
        let Some(number) = &person.personal_id else { return Ok(()) };
        let key = (person.id_system, number.clone());
        if let Some(first) = store.same_number(person, id.map(PersonId))?.first() {
            self.same.push((line, format!("{} {}", first.family.name, first.family.case_ref)));
        } else if let Some(other) = self.seen.get(&key) {
            self.same.push((line, format!("#{other}")));
        }
        self.seen.entry(key).or_insert(line);
        Ok(())
    }
}

/// Whether a record is a restriction that claims to be a decision where only an agreement can restrict the contact.
fn claims_too_much<N: 'static>(store: &Store, record: &N) -> Result<bool, Problem> {
    let record: &dyn Any = record;
    record.downcast_ref::<Restriction>().map_or(Ok(false), |restriction| store.allows_agreement_only(restriction))
}

/// The names of staff in a file that nobody has yet, each once.
pub(super) fn new_staff(
    fields: &'static [crate::domain::entry::Field],
    table: &Table,
    names: &dyn Names,
) -> Result<Vec<String>, Problem> {
    let shape = |column: &String| fields.iter().find(|field| field.key == column).map(|field| field.shape);
    let columns: Vec<(usize, bool)> = table
        .header
        .iter()
        .enumerate()
        .filter_map(|(place, column)| match shape(column) {
            Some(Shape::Staff) => Some((place, true)),
            Some(Shape::Colleague) => Some((place, false)),
            _ => None,
        })
        .collect();
    let mut asked = HashSet::new();
    let mut new = Vec::new();
    let names_in = |cell: &str, is_list: bool| -> Vec<String> {
        if is_list {
            split_list(cell, false).iter().map(|name| clean_line(name)).collect()
        } else {
            vec![clean_line(cell)]
        }
    };
    let cells = table
        .rows
        .iter()
        .flat_map(|row| columns.iter().filter_map(|(place, is_list)| Some((row.cells.get(*place)?, *is_list))));
    for name in cells.flat_map(|(cell, is_list)| names_in(cell, is_list)).filter(|name| !name.is_empty()) {
        let identity = identity_of(&name);
        if asked.insert(identity.clone()) {
            let found = names.staff(&name)?;
            if found.iter().all(|known| identity_of(known) != identity) {
                new.push(name);
            }
        }
    }
    Ok(new)
}
