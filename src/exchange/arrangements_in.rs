//! Arrangements on their way in. One that stands there already changes nothing; one like it that says otherwise is
//! refused, for what has happened in a series is never rewritten from a file: it is changed in the program, which asks
//! from which day on.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use super::Noun;
use super::incoming::{Mistakes, draft, kept_back, not_worked_out};
use super::intake::{Intake, Keep, Tally, again, new_staff};
use super::known::Known;
use super::protection::masked;
use super::table::Table;
use super::visits::ALL_DAYS;
use crate::domain::entry::visit::{ARRANGED, Arranged, read_arranged};
use crate::domain::entry::{CodesOnly, Fault, Reader, Source, Why};
use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::{Diary, DiaryOf, Follows, Store, TakenVisit};

/// Holds the rows against the casebook.
pub(super) fn rows(table: &Table, today: NaiveDate, store: &Store) -> Result<Result<Intake, Mistakes>, Problem> {
    let names = Known::new(store);
    let mut mistakes = Mistakes::default();
    let mut there: HashMap<FamilyId, There> = HashMap::new();
    let mut tally = Tally::default();
    let mut taken: Vec<TakenVisit> = Vec::new();
    let mut lines = Vec::new();
    // By family and the place that the file gives: what a later row may follow.
    let mut places: HashMap<(FamilyId, u32), Follows> = HashMap::new();
    for row in &table.rows {
        let draft = draft(&table.header, row);
        let stars: Vec<&'static str> = masked(Noun::Arrangements, &draft).collect();
        let wrong: Vec<Fault> = not_worked_out(&ARRANGED, &draft).collect();
        if !wrong.is_empty() {
            mistakes.add(row.line, wrong);
            continue;
        }
        let bare = stars.iter().fold(draft.clone(), |bare, star| bare.with(star, ""));
        let read = read_arranged(Reader::new(&ARRANGED, &bare, Source::File(today), &CodesOnly), &names)?;
        let mut told = match read {
            Ok(told) => told,
            Err(faults) => {
                mistakes.add(row.line, faults);
                continue;
            }
        };
        let family = told.arrangement.family;
        let own = match there.entry(family) {
            std::collections::hash_map::Entry::Occupied(own) => own.into_mut(),
            std::collections::hash_map::Entry::Vacant(empty) => {
                let diary = store.diary(DiaryOf::Family(family), ALL_DAYS.0, ALL_DAYS.1)?;
                empty.insert(There { taken: BTreeSet::new(), diary })
            }
        };
        let place = told.series;
        if let Some((id, is_same)) = own.find(&mut told, &stars) {
            places.extend(place.map(|place| ((family, place), Follows::There(id))));
            if is_same {
                tally.unchanged += 1;
            } else {
                let fault = Fault { field: "from", value: told.arrangement.series.from.to_string(), why: Why::Differs };
                mistakes.add(row.line, vec![fault]);
            }
            continue;
        }
        if !stars.is_empty() {
            mistakes.add(row.line, stars.iter().map(|star| kept_back(star)).collect());
            continue;
        }
        places.extend(place.map(|place| ((family, place), Follows::New(taken.len()))));
        let follows = told.follows.map(|place| places.get(&(family, place)).copied());
        if follows == Some(None) {
            let value = draft.get("follows").to_owned();
            mistakes.add(row.line, vec![Fault { field: "follows", value, why: Why::NoSuchRecord }]);
            continue;
        }
        let of = &told.arrangement;
        let left_out = |day: &NaiveDate| Occurrence::given(ArrangementId(0), of, *day).left_out(None);
        let stored = told.left_out.iter().map(left_out).collect();
        tally.new += 1;
        lines.push(row.line);
        taken.push(TakenVisit::Planned(Box::new(told.arrangement), stored, follows.flatten()));
    }
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    super::visits_in::weigh(store, &taken, &lines, &mut mistakes)?;
    if mistakes.count() > 0 {
        return Ok(Err(mistakes));
    }
    let new_staff = new_staff(ARRANGED.fields, table, store)?;
    let again = again(table, tally.new);
    let keep: Keep = Box::new(move |store| if taken.is_empty() { Ok(()) } else { store.take_in_visits(&taken) });
    Ok(Ok(Intake {
        tally,
        changes: Vec::new(),
        again,
        new_staff,
        same_numbers: Vec::new(),
        agreement_only: Vec::new(),
        keep,
    }))
}

/// A family's arrangements that are there, each for one row.
struct There {
    diary: Diary,
    taken: BTreeSet<ArrangementId>,
}

impl There {
    /// The arrangement that a row tells, and whether it tells it as it stands: one that is the same in all before one
    /// like it.
    fn find(&mut self, told: &mut Arranged, stars: &[&'static str]) -> Option<(ArrangementId, bool)> {
        let (diary, taken) = (&self.diary, &mut self.taken);
        let left_out = |id| diary.stored(id).iter().filter(|one| one.skipped).map(|one| one.given).collect();
        let free = || diary.arrangements.iter().filter(|stored| !taken.contains(&stored.id));
        let same = free().find(|stored| {
            let mut own = told.arrangement.clone();
            own.follows = stored.value.follows;
            own.event.clone_from(&stored.value.event);
            if stars.contains(&"place") && stored.value.terms.place.is_some() {
                own.terms.place.clone_from(&stored.value.terms.place);
            }
            let days: BTreeSet<NaiveDate> = left_out(stored.id);
            own == stored.value && (told.left_out.is_empty() || days == told.left_out)
        });
        let found = match same {
            Some(stored) => Some((stored.id, true)),
            None => free().find(|stored| is_like(&stored.value, &told.arrangement)).map(|stored| (stored.id, false)),
        };
        taken.extend(found.map(|(id, _)| id));
        found
    }
}

/// Whether two arrangements are of the same child with the same people, by the same rule from the same day and hour.
fn is_like(one: &Arrangement, other: &Arrangement) -> bool {
    let sorted = |of: &Arrangement| {
        let mut with = of.terms.with.clone();
        with.sort_unstable();
        with
    };
    let of = |of: &Arrangement| (of.child, of.series.pattern, of.series.weekdays, of.series.from, of.terms.start);
    of(one) == of(other) && sorted(one) == sorted(other)
}
