//! Single visits on their way in, what is prepared and what is written of them. A row finds its visit among those that
//! are stored and those that a series gives: by the series that it names and the day that this gave, or without a
//! series by child, day, hour and those whom the child meets. A visit that is nowhere is a new one by itself.
//!
//! Each is held against restrictions before it is stored, so that each row that one stops is told with its line.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use chrono::{NaiveDate, NaiveTime};

use super::Noun;
use super::incoming::{Mistakes, draft, kept_back, not_worked_out};
use super::intake::{Intake, Keep, Tally, again, new_staff};
use super::known::Known;
use super::protection::{Audience, masked};
use super::table::Table;
use super::visits::{ALL_DAYS, Household, Households, Part};
use crate::domain::directory::Directory as _;
use crate::domain::entry::visit::{Which, read_account, read_preparation, read_visit, read_which};
use crate::domain::entry::{
    ACCOUNT, CodesOnly, Draft, Fault, Form, PREPARATION, Reader, Source, VISITS, VisitRecord, Why,
};
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::{Arrangement, Occurrence, Pattern, Visit};
use crate::store::{Diary, DiaryOf, Store, TakenVisit};

/// Holds the rows against the casebook.
pub(super) fn rows(
    noun: Noun,
    part: Part,
    table: &Table,
    today: NaiveDate,
    store: &Store,
) -> Result<Result<Intake, Mistakes>, Problem> {
    let form = noun.form();
    let names = Known::new(store);
    let households = Households::new(store);
    let mut books: HashMap<FamilyId, Book> = HashMap::new();
    let mut mistakes = Mistakes::default();
    let mut tally = Tally::default();
    let mut changes = Vec::new();
    let (mut taken, mut lines) = (Vec::new(), Vec::new());
    let mut told_before = HashSet::new();
    for row in &table.rows {
        let draft = draft(&table.header, row);
        let stars: Vec<&'static str> = masked(noun, &draft).collect();
        let wrong: Vec<Fault> = not_worked_out(form, &draft).collect();
        if !wrong.is_empty() {
            mistakes.add(row.line, wrong);
            continue;
        }
        let bare = stars.iter().fold(draft.clone(), |bare, star| bare.with(star, ""));
        let which = read_which(Reader::new(form, &bare, Source::File(today), &CodesOnly), &names)?;
        let found = match &which {
            Some(which) => {
                let book = match books.entry(which.family) {
                    Entry::Occupied(book) => book.into_mut(),
                    Entry::Vacant(empty) => {
                        let diary = store.diary(DiaryOf::Family(which.family), ALL_DAYS.0, ALL_DAYS.1)?;
                        let household = households.of(which.family)?;
                        empty.insert(Book { diary, household, taken: HashSet::new() })
                    }
                };
                book.find(which, part).map(|found| (&*book, found))
            }
            None => None,
        };
        // A child meets the same people once at a time: a row that says so again, and finds no other visit, is a
        // double.
        let is_again = which.as_ref().is_some_and(|which| !told_before.insert(same(which)));
        let Some((book, (id, given))) = found else {
            let mut faults: Vec<Fault> = stars.iter().map(|star| kept_back(star)).collect();
            match part {
                Part::Visit => {
                    match read_visit(Reader::new(form, &bare, Source::File(today), &CodesOnly), &names, names.ladder())?
                    {
                        Ok(record) if is_again => {
                            let on = record.on.to_string();
                            faults.push(Fault { field: "on", value: on, why: Why::Double });
                        }
                        Ok(record) if faults.is_empty() => {
                            tally.new += 1;
                            lines.push(row.line);
                            taken.push(by_itself(&record));
                        }
                        Ok(_) => {}
                        Err(found) => faults.extend(found),
                    }
                }
                Part::Account | Part::Preparation => faults.extend(missing(form, &bare, which.is_some(), today)),
            }
            mistakes.add(row.line, faults);
            continue;
        };
        let Some(stored) = book.diary.arrangement(id) else { continue };
        let visit = Visit { id, arrangement: &stored.value, given, written: book.written(id, given) };
        let case_ref = book.diary.case_ref(stored.value.family).to_owned();
        let told =
            book.household.told(part, &visit, &case_ref, &book.household.names(Audience::Whole), Audience::Whole);
        let columns = table.header.iter().filter_map(|column| form.field(column)).map(|field| field.key);
        // What finds the visit is not what is told of it.
        let changing = columns.filter(|column| !stars.contains(column) && *column != "series");
        let over = changing.fold(told.clone(), |over, column| over.with(column, draft.get(column)));
        // A day that the series does not give is a visit only once it is written.
        let is_there = visit.written.is_some() || stored.value.series.gives(given);
        if over == told && is_there {
            tally.unchanged += 1;
            continue;
        }
        let now = visit.written.cloned().unwrap_or_else(|| Occurrence::given(id, &stored.value, given));
        match read_over(part, &over, &stored.value, &now, today, &names)? {
            Ok(one) if one == now && is_there => tally.unchanged += 1,
            Ok(one) => {
                tally.changed += 1;
                let keys = form.fields.iter().map(|field| field.key);
                changes.push((row.line, keys.filter(|key| told.get(key) != over.get(key)).collect()));
                lines.push(row.line);
                taken.push(TakenVisit::Written(Box::new(one), book.diary.seen(id, given)));
            }
            Err(faults) => mistakes.add(row.line, faults),
        }
    }
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    weigh(store, &taken, &lines, &mut mistakes)?;
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    let new_staff = new_staff(form.fields, table, store)?;
    let again = again(table, tally.new);
    let keep: Keep = Box::new(move |store| if taken.is_empty() { Ok(()) } else { store.take_in_visits(&taken) });
    Ok(Ok(Intake { tally, changes, again, new_staff, same_numbers: Vec::new(), agreement_only: Vec::new(), keep }))
}

/// What tells a visit from others of its day.
fn same(which: &Which) -> (PersonId, NaiveDate, Option<NaiveTime>, Vec<PersonId>, bool) {
    let mut with = which.with.clone();
    with.sort_unstable();
    (which.child, which.on, which.start, with, which.left_out)
}

/// Tells the lines of the visits that a restriction stops.
pub(super) fn weigh(
    store: &Store,
    taken: &[TakenVisit],
    lines: &[u64],
    mistakes: &mut Mistakes,
) -> Result<(), Problem> {
    for (place, problem) in store.weigh_visits(taken)? {
        let Some(line) = lines.get(place) else { continue };
        if problem.kind != Kind::Invalid || problem.key != "restricted" {
            return Err(problem);
        }
        let on = problem.args.iter().find(|(name, _)| *name == "on").map(|(_, on)| on.clone());
        let why = Why::Restricted(problem.args);
        mistakes.add(*line, vec![Fault { field: "on", value: on.unwrap_or_default(), why }]);
    }
    Ok(())
}

fn by_itself(record: &VisitRecord) -> TakenVisit {
    let stored = record.occurrence(ArrangementId(0)).into_iter().collect();
    TakenVisit::Planned(Box::new(record.arrangement.clone()), stored, None)
}

/// What is wrong with a row that is about no visit.
fn missing(form: &Form, draft: &Draft, says_which: bool, today: NaiveDate) -> Vec<Fault> {
    let reader = Reader::new(form, draft, Source::File(today), &CodesOnly);
    let faults = reader.finish::<()>(None).err().unwrap_or_default();
    if says_which || faults.is_empty() {
        let field = if says_which { "on" } else { "child_ref" };
        let why = if says_which { Why::NoSuchVisit } else { Why::NoSuchPerson };
        return vec![Fault { field, value: draft.get(field).to_owned(), why }];
    }
    faults
}

/// A visit as a row tells it.
fn read_over(
    part: Part,
    over: &Draft,
    of: &Arrangement,
    now: &Occurrence,
    today: NaiveDate,
    names: &Known<'_>,
) -> Result<Result<Occurrence, Vec<Fault>>, Problem> {
    let reader = |form| Reader::new(form, over, Source::File(today), &CodesOnly);
    Ok(match part {
        Part::Visit => read_visit(reader(&VISITS), names, names.ladder())?.and_then(|record| {
            let faults = of_the_series(&record.arrangement, of, over);
            if faults.is_empty() { Ok(record.laid_over(now)) } else { Err(faults) }
        }),
        Part::Account => read_account(reader(&ACCOUNT), names, of, &now.terms)?.map(|(during, after)| Occurrence {
            during,
            after,
            ..now.clone()
        }),
        Part::Preparation => read_preparation(reader(&PREPARATION)).map(|before| Occurrence { before, ..now.clone() }),
    })
}

/// What a row would change that is not one visit's.
fn of_the_series(told: &Arrangement, of: &Arrangement, over: &Draft) -> Vec<Fault> {
    let columns = [
        ("basis", told.basis == of.basis),
        ("note", told.note == of.note),
        ("purpose", told.purpose == of.purpose),
        ("support_until", told.support_until == of.support_until),
    ];
    let differs = columns.into_iter().filter(|(_, same)| !same);
    differs.map(|(field, _)| Fault { field, value: over.get(field).to_owned(), why: Why::OfTheSeries }).collect()
}

/// A family's visits; each is found once.
struct Book {
    diary: Diary,
    household: Rc<Household>,
    taken: HashSet<(ArrangementId, NaiveDate)>,
}

impl Book {
    fn written(&self, id: ArrangementId, given: NaiveDate) -> Option<&Occurrence> {
        self.diary.stored(id).iter().find(|one| one.given == given)
    }

    fn find(&mut self, which: &Which, part: Part) -> Option<(ArrangementId, NaiveDate)> {
        let found = self.candidates(which, part);
        let named = |(id, _): &&(ArrangementId, NaiveDate)| {
            which.series.is_some() && self.household.series(*id) == which.series
        };
        let one = match found.iter().find(named).copied() {
            Some(one) => Some(one),
            None if part == Part::Visit => found.iter().copied().find(|one| self.is_like(*one, which)),
            // What is written goes to no visit by chance.
            None => Some(&found).filter(|found| found.len() == 1).and_then(|found| found.first().copied()),
        };
        let one = one.or_else(|| self.beside_its_series(which));
        self.taken.extend(one);
        one
    }

    /// The child's visits on a day, or those that a series gave on the day that a row was moved from.
    fn candidates(&self, which: &Which, part: Part) -> Vec<(ArrangementId, NaiveDate)> {
        let mut found = Vec::new();
        for stored in self.diary.arrangements.iter().filter(|stored| stored.value.child == which.child) {
            let written = self.diary.stored(stored.id);
            let at = which.given.unwrap_or(which.on);
            let fits = |one: &&Occurrence| {
                let there = if which.given.is_some() { one.given == at } else { one.on == at };
                there && (part != Part::Visit || which.left_out || !one.skipped)
            };
            found.extend(written.iter().filter(fits).map(|one| (stored.id, one.given)));
            if stored.value.series.gives(at) && written.iter().all(|one| one.given != at) {
                found.push((stored.id, at));
            }
        }
        found.retain(|one| !self.taken.contains(one));
        found
    }

    /// A visit that its series does not give any more, by the series it names. The number of a single visit names no
    /// other day: where the series of a file did not come along, numbers mean other arrangements here.
    fn beside_its_series(&self, which: &Which) -> Option<(ArrangementId, NaiveDate)> {
        let at = which.given.unwrap_or(which.on);
        let is_named = |id: ArrangementId| which.series.is_some() && self.household.series(id) == which.series;
        let mut own = self.diary.arrangements.iter().filter(|stored| stored.value.child == which.child);
        let named = own.find(|stored| is_named(stored.id) && stored.value.series.pattern != Pattern::Once)?;
        let is_told = self.diary.stored(named.id).iter().any(|one| one.given == at);
        Some((named.id, at)).filter(|one| !is_told && !self.taken.contains(one))
    }

    fn is_like(&self, (id, given): (ArrangementId, NaiveDate), which: &Which) -> bool {
        let Some(stored) = self.diary.arrangement(id) else { return false };
        let terms = self.written(id, given).map_or(&stored.value.terms, |one| &one.terms);
        let sorted = |with: &[PersonId]| {
            let mut with = with.to_vec();
            with.sort_unstable();
            with
        };
        terms.start == which.start && sorted(&terms.with) == sorted(&which.with)
    }
}
