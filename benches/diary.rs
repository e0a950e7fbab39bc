//! What the store's visits cost, as the slowest in a hundred. Run with `cargo bench --bench diary`.
//!
//! 2,000 arrangements over two years, weekly, by even and odd weeks and monthly, with a year of outcomes stored as a year
//! goes: day by day. 40 supporters and 60 places are shared. `TRYGG_BENCH_TURNS` says how often each is done; the default
//! is 300. A saving is set beside a bare append of 4 KiB with `fdatasync` in the same directory.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

use std::fs::{File, OpenOptions};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc, Weekday};
use trygg::domain::codes::{CancelledBy, ChildWord, FamilyStatus, MemberRole, MonthPlace, Role, VisitOutcome};
use trygg::domain::family::Family;
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{Arrangement, Ends, Occurrence, Pattern, Series, Terms, Weekdays};
use trygg::store::{Casebook, DiaryOf, FirstUser, NewFamily, Origin, Store, VisitSeen, Wanted};

const FAMILIES: u64 = 1000;
const ARRANGEMENTS: u64 = 2000;
const SUPPORTERS: u64 = 40;
const PLACES: u64 = 60;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-21")
}

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

fn family(number: u64) -> NewFamily {
    let family = Family {
        case_ref: format!("2026-{number:05}"),
        name: format!("Familj {number}"),
        status: FamilyStatus::Active,
        started_on: day("2025-01-12"),
        district: None,
        planned_end_on: None,
        closed_on: None,
        phase: None,
        legal_form: None,
        team: None,
        child_support: vec![supporter(number), supporter(number + 7)],
        parent_support: Vec::new(),
        other_support: Vec::new(),
    };
    let person =
        |role, name: &str| Person::new(FamilyId(0), &format!("{name}-{number}"), &format!("{name} {number}"), role);
    let people = vec![
        person(MemberRole::Child, "Barn"),
        person(MemberRole::Child, "Syskon"),
        person(MemberRole::Mother, "Mamma"),
        person(MemberRole::Father, "Pappa"),
    ];
    NewFamily { people, ..NewFamily::new(family) }
}

fn supporter(number: u64) -> String {
    format!("Stödjare {}", number % SUPPORTERS)
}

/// The n-th arrangement; every family has two, one for each child.
fn arrangement(number: u64) -> Arrangement {
    let family = number % FAMILIES;
    let person = |place: u64| PersonId(i64::try_from(4 * family + place + 1).unwrap());
    let pattern = match number % 5 {
        0 | 1 => Pattern::Week,
        2 => Pattern::Even { week_53: None },
        3 => Pattern::Odd { week_53: None },
        _ => Pattern::Monthly { place: MonthPlace::Second },
    };
    let weekday = Weekday::try_from(u8::try_from((number / 5 + number) % 7).unwrap()).unwrap();
    let from = day("2025-11-22") + Days::new(number % 14);
    let start = NaiveTime::from_hms_opt(u32::try_from(9 + number % 9).unwrap(), 0, 0).unwrap();
    let terms = Terms {
        start: Some(start),
        end: Some(start + chrono::Duration::minutes(90)),
        place: Some(format!("Plats {}", number % PLACES).into()),
        supporters: vec![supporter(number)],
        transport: Some("Familjehemmet kör".to_owned()),
        ..Terms::new(vec![person(2 + number % 2)])
    };
    Arrangement {
        family: FamilyId(i64::try_from(family + 1).unwrap()),
        child: person(number / FAMILIES),
        series: Series::new(pattern, Weekdays::only(weekday), from).ending(Ends::Until(day("2027-11-21"))),
        terms,
        purpose: Some("Behålla kontakten".to_owned()),
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    }
}

/// What came of a visit, with as much text as there mostly is.
fn outcome(one: Occurrence, number: u64) -> Occurrence {
    if number.is_multiple_of(9) {
        return one.cancelled(CancelledBy::Parent, Some("sjuk".to_owned()), Some(20));
    }
    let mut one = one.held();
    one.during.came = one.terms.with.clone();
    one.during.interplay = Some("De lekte med lera och läste två böcker; lugnt avsked.".to_owned());
    (one.after.child_word, one.after.mark_after) = (Some(ChildWord::Told), Some(4));
    one.after.words_same_day = Some("Det var roligt, men för kort.".to_owned());
    one
}

fn filled(directory: &Path) -> Store {
    let first = [FirstUser { name: "Lena", role: Role::TeamLeader }];
    let casebook = Casebook::init_demo(directory, &first, clock).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    store.fill_demo(&casebook, (0..FAMILIES).map(family), |_| ()).unwrap();
    let all: Vec<Arrangement> = (0..ARRANGEMENTS).map(arrangement).collect();
    let none: Vec<(Arrangement, Vec<Occurrence>)> = all.iter().map(|one| (one.clone(), Vec::new())).collect();
    store.import_visits(&none).unwrap();
    let id = |place: usize| ArrangementId(i64::try_from(place + 1).unwrap());
    let mut written = 0;
    for on in day("2025-11-22").iter_days().take_while(|on| *on < today()) {
        let given = all.iter().enumerate().filter(|(_, of)| of.series.gives(on));
        let told: Vec<(Occurrence, VisitSeen)> = given
            .map(|(place, of)| {
                written += 1;
                (outcome(Occurrence::given(id(place), of, on), written), VisitSeen::Given(1))
            })
            .collect();
        store.write_visits(&told).unwrap();
    }
    // Calendars: half a year of three meetings a week for each supporter.
    for number in 0..SUPPORTERS {
        let busy = (0..78_u64).map(|week| {
            let from = (today() + Days::new(week * 7 / 3 + number % 5)).and_hms_opt(8, 0, 0).unwrap();
            let until = from + chrono::Duration::minutes(60);
            Absence { supporter: supporter(number), from, until, calendar_uid: Some(format!("{number}-{week}")) }
        });
        store.take_in_calendar(&supporter(number), today(), &busy.collect::<Vec<_>>()).unwrap();
    }
    store.settle();
    drop(store);
    println!("2,000 arrangements, {written} outcomes");
    Casebook::find(directory).unwrap().unlock("Lena", "", clock).unwrap()
}

/// How long something takes, in the middle and as the slowest in a hundred.
fn measure(name: &str, turns: usize, mut does: impl FnMut(usize) -> usize) -> Duration {
    let mut times = Vec::with_capacity(turns);
    let mut about = 0;
    for turn in 0..turns {
        let begun = Instant::now();
        about = black_box(does(turn));
        times.push(begun.elapsed());
    }
    times.sort();
    let at = |hundredth: usize| times[(times.len() * hundredth / 100).min(times.len() - 1)];
    println!("{name:58} p50 {:8.2?}  p99 {:8.2?}  most {:8.2?}  ({about})", at(50), at(99), at(100));
    at(99)
}

fn append(file: &mut File) {
    file.write_all(&[7; 4096]).unwrap();
    file.sync_data().unwrap();
}

fn main() {
    let turns = std::env::var("TRYGG_BENCH_TURNS").ok().and_then(|turns| turns.parse().ok()).unwrap_or(300);
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let store = filled(&place.path().join("casebook"));
    let (from, to) = (today() - Days::new(14), today() + Days::new(14));
    let cold = Instant::now();
    store.diary(DiaryOf::Everybody, from, to).unwrap();
    println!("{:58} {:.2?}", "everybody's diary, the first time", cold.elapsed());
    measure("everybody's diary of four weeks, read", turns, |_| {
        store.diary(DiaryOf::Everybody, from, to).unwrap().arrangements.len()
    });
    measure("everybody's diary of four weeks, read and expanded", turns, |_| {
        store.diary(DiaryOf::Everybody, from, to).unwrap().visits(from, to).len()
    });
    measure("a family's whole diary", turns, |turn| {
        let family = FamilyId(i64::try_from(turn).unwrap() % 1000 + 1);
        store.diary(DiaryOf::Family(family), from, to).unwrap().visits(from, to).len()
    });
    let ahead = today() + Days::new(91);
    let travel = store.unit().travel.clone();
    let new = |turn: usize| {
        let number = u64::try_from(turn).unwrap() * 37 % ARRANGEMENTS;
        let mut of = arrangement(number);
        of.series = Series::new(Pattern::Week, of.series.weekdays, today() + Days::new(1));
        of.terms.supporters = vec![supporter(number + 3)];
        of
    };
    measure("what is in the way of a new series, three months", turns, |turn| {
        let of = new(turn);
        store.hindrances(Wanted { id: None, arrangement: &of, stored: &[] }, &travel, today(), ahead).unwrap().len()
    });
    let mut bare = OpenOptions::new().create(true).append(true).open(place.path().join("bare")).unwrap();
    measure("a bare append of 4 KiB, synced", turns, |_| {
        append(&mut bare);
        0
    });
    measure("what is in the way, planned and committed", turns, |turn| {
        let of = new(turn);
        let found =
            store.hindrances(Wanted { id: None, arrangement: &of, stored: &[] }, &travel, today(), ahead).unwrap();
        store.plan(&of, &[], Origin::Direct).unwrap();
        found.len()
    });
    measure("what came of a visit, committed", turns, |turn| {
        let id = ArrangementId(i64::try_from(turn).unwrap() % 2000 + 1);
        let of = store.get::<Arrangement>(id).unwrap();
        let given = of.value.series.days(today(), to + Days::new(30)).next().unwrap();
        let one = outcome(Occurrence::given(id, &of.value, given), 1);
        let saved = store.write_visit(&one, VisitSeen::Given(of.version), Origin::Direct).unwrap();
        usize::from(one.outcome == VisitOutcome::Held && saved == trygg::store::VisitSaving::Saved)
    });
}
