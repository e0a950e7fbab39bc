//! Measurements as files: a row an answer. Rows of the same person, instrument, day and rater are one measurement, and
//! what a file does not name of one stays as it stands.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::incoming::{Mistakes, draft, not_worked_out};
use super::intake::{Intake, Keep, Tally, again, new_staff};
use super::known::Known;
use super::noun::Told;
use super::outgoing::{Row, RowId};
use super::protection::Audience;
use super::table::Table;
use super::telling::called;
use crate::domain::directory::MemberName;
use crate::domain::entry::{CodesOnly, Fault, Reader, Source, Why};
use crate::domain::ids::FamilyId;
use crate::domain::measurement::{AnswerRow, Key, MEASUREMENT, Measurement, measurement_draft, read_answer};
use crate::domain::noun::Shown::{Column, Whose};
use crate::domain::noun::{Concern, Turn};
use crate::domain::problem::Problem;
use crate::store::{Each, Listing, OfFamily, Store, Stored, Taken};

/// What measurements are to files and lists.
pub(super) const TOLD: Told = Told {
    columns: &MEASUREMENT,
    shown: &[
        Column("on"),
        Whose,
        Column("person"),
        Column("instrument"),
        Column("rater"),
        Column("item"),
        Column("answer"),
    ],
    kept_back: &[],
    // Exemptions name them.
    turn: Turn::First,
    concern: Concern::Named,
};

/// Hands over the answers of a listing's measurements, in the order of the questions.
///
/// # Errors
/// Refused by role or family; whatever the taker reports.
pub(super) fn each(store: &Store, listing: &Listing, audience: Audience, each: Each<'_, Row>) -> Result<(), Problem> {
    let mut known: Option<(FamilyId, Vec<MemberName>)> = None;
    store.each::<Measurement>(listing, &mut |OfFamily { family, value: stored }| {
        if known.as_ref().is_none_or(|(of, _)| *of != family.id) {
            known = Some((family.id, called(&store.people_of(family.id)?, audience)));
        }
        let names = known.as_ref().map(|(_, names)| names.as_slice()).unwrap_or_default();
        let instrument = store.instruments().named(&stored.value.instrument);
        let place = |item: &str| instrument.and_then(|one| one.items.iter().position(|known| known.key == item));
        let mut answers: Vec<(&String, &String)> = stored.value.answers.iter().collect();
        answers.sort_by_key(|(item, _)| (place(item).unwrap_or(usize::MAX), (*item).clone()));
        for (item, answer) in answers {
            let draft = measurement_draft(&stored.value, (item, answer), &family.case_ref, names);
            each(Row { id: RowId::Record(stored.id.0), family: family.clone(), person: None, draft })?;
        }
        Ok(())
    })
}

/// A measurement that a file tells of: the record it is, what it comes to, and its rows.
struct OneTold {
    old: Option<Stored<Measurement>>,
    new: Measurement,
    lines: Vec<(u64, String)>,
}

/// Holds the rows against the casebook.
pub(super) fn rows(table: &Table, today: NaiveDate, store: &Store) -> Result<Result<Intake, Mistakes>, Problem> {
    let names = Known::new(store);
    let mut mistakes = Mistakes::default();
    let mut there: HashMap<FamilyId, Vec<Stored<Measurement>>> = HashMap::new();
    let mut order: Vec<Key> = Vec::new();
    let mut told: HashMap<Key, OneTold> = HashMap::new();
    for row in &table.rows {
        let draft = draft(&table.header, row);
        let wrong: Vec<Fault> = not_worked_out(&MEASUREMENT, &draft).collect();
        if !wrong.is_empty() {
            mistakes.add(row.line, wrong);
            continue;
        }
        let reader = Reader::new(&MEASUREMENT, &draft, Source::File(today), &CodesOnly);
        let AnswerRow { of, item, answer } = match read_answer(reader, &names, store.instruments())? {
            Ok(row) => row,
            Err(faults) => {
                mistakes.add(row.line, faults);
                continue;
            }
        };
        let of_family = match there.entry(of.family) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(empty) => empty.insert(store.measurements(of.family, None)?),
        };
        let key = of.key();
        let one = match told.entry(key.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(empty) => {
                order.push(key);
                let old = of_family.iter().find(|stored| stored.value.key() == of.key()).cloned();
                let new = old.as_ref().map_or_else(|| of.clone(), |old| old.value.clone());
                empty.insert(OneTold { old, new, lines: Vec::new() })
            }
        };
        let mut fault = |field: &'static str, why| {
            mistakes.add(row.line, vec![Fault { field, value: draft.get(field).to_owned(), why }]);
        };
        if one.lines.iter().any(|(_, known)| *known == item) {
            fault("item", Why::Double);
            continue;
        }
        // What is said once a measurement must not be said in two ways.
        let has = |column: &str| table.header.iter().any(|known| known == column);
        let is_first = one.lines.is_empty();
        let said = [
            ("way", has("way") && one.new.way != of.way),
            ("asked_by", has("asked_by") && one.new.asked_by != of.asked_by),
            ("talked_on", has("talked_on") && one.new.talked_on != of.talked_on),
            ("edition", has("edition") && one.new.edition != of.edition),
        ];
        if is_first {
            let Measurement { way, asked_by, talked_on, edition, .. } = of;
            let laid = &mut one.new;
            laid.way = if has("way") { way } else { laid.way };
            laid.asked_by = if has("asked_by") { asked_by } else { laid.asked_by.take() };
            laid.talked_on = if has("talked_on") { talked_on } else { laid.talked_on };
            laid.edition = if has("edition") { edition } else { laid.edition };
        } else if let Some((column, _)) = said.into_iter().find(|(_, differs)| *differs) {
            fault(column, Why::Differs);
            continue;
        }
        one.new.answers.insert(item.clone(), answer);
        one.lines.push((row.line, item));
    }
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    let mut tally = Tally::default();
    let mut changes = Vec::new();
    let mut taken = Vec::new();
    for key in order {
        let Some(OneTold { old, new, lines }) = told.remove(&key) else { continue };
        match old {
            None => {
                tally.new += lines.len();
                taken.push(Taken::New(new));
            }
            Some(old) if old.value == new => tally.unchanged += lines.len(),
            Some(old) => {
                let beside = |one: &Measurement| (one.way, one.asked_by.clone(), one.talked_on, one.edition);
                let is_other = beside(&old.value) != beside(&new);
                let differs = |item: &str| is_other || old.value.answer(item) != new.answer(item);
                for (line, item) in lines {
                    if differs(&item) {
                        tally.changed += 1;
                        changes.push((line, vec!["answer"]));
                    } else {
                        tally.unchanged += 1;
                    }
                }
                taken.push(Taken::Changed(Stored { value: new, ..old }));
            }
        }
    }
    let new_staff = new_staff(MEASUREMENT.fields, table, store)?;
    let again = again(table, tally.new);
    let keep: Keep = Box::new(move |store| if taken.is_empty() { Ok(()) } else { store.take_in(taken) });
    let (same_numbers, agreement_only) = (Vec::new(), Vec::new());
    Ok(Ok(Intake { tally, changes, again, new_staff, same_numbers, agreement_only, keep }))
}
