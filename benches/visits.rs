//! What it costs to turn arrangements into visits. Run with `cargo bench --bench visits`.
//!
//! 20,000 arrangements of every pattern, begun over three years, looked at for one year; and the clashes among the
//! visits of 2,000 arrangements in three months, where supporters and rooms are shared.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use criterion::{Criterion, criterion_group, criterion_main};
use trygg::domain::codes::{MonthPlace, Week53};
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::visit::clash::{Travel, clashes};
use trygg::domain::visit::{Arrangement, Ends, Occurrence, Pattern, Series, Terms, Weekdays, visits};

const ARRANGEMENTS: u32 = 20_000;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn arrangement(number: u32) -> Arrangement {
    let pattern = match number % 8 {
        0 | 1 => Pattern::Week,
        2 => Pattern::Even { week_53: None },
        3 => Pattern::Odd { week_53: Some(Week53::KeepFortnight) },
        4 => Pattern::Nth { weeks: 2 + number % 3 },
        5 => Pattern::Monthly { place: MonthPlace::First },
        6 => Pattern::Monthly { place: MonthPlace::Last },
        _ => Pattern::Once,
    };
    let from = day("2024-01-01") + Days::new(u64::from(number % 1095));
    let one = Weekdays::only(Weekday::try_from(u8::try_from(number % 7).unwrap()).unwrap());
    let weekdays = if number.is_multiple_of(5) { one.with(Weekday::Wed) } else { one };
    let ends = match number % 4 {
        0 => Ends::Open,
        1 => Ends::Until(from + Days::new(700)),
        2 => Ends::Times(10 + number % 90),
        _ => Ends::Until(from + Days::new(1400)),
    };
    Arrangement {
        family: FamilyId(i64::from(number)),
        child: PersonId(i64::from(number)),
        series: Series::new(pattern, weekdays, from).ending(ends),
        terms: Terms::new(vec![PersonId(i64::from(number) + 1)]),
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    }
}

fn a_year(criterion: &mut Criterion) {
    let all: Vec<Arrangement> = (0..ARRANGEMENTS).map(arrangement).collect();
    let (from, to) = (day("2026-01-01"), day("2026-12-31"));
    let count = |all: &[Arrangement]| all.iter().map(|one| one.series.days(from, to).count()).sum::<usize>();
    criterion
        .bench_function("days of 20,000 arrangements over a year", |bencher| bencher.iter(|| count(black_box(&all))));

    let id = |place: usize| ArrangementId(i64::try_from(place).unwrap());
    // Every tenth visit of the first half of the year is stored.
    let stored: Vec<Vec<Occurrence>> = (0..)
        .zip(&all)
        .map(|(place, one)| {
            let days = one.series.days(from, day("2026-06-30")).step_by(10);
            days.map(|day| Occurrence::given(id(place), one, day)).collect()
        })
        .collect();
    criterion.bench_function("visits of 20,000 arrangements over a year, stored ones laid over", |bencher| {
        bencher.iter(|| {
            let every = (0..).zip(black_box(&all)).zip(&stored);
            every.map(|((place, one), stored)| visits(id(place), one, stored, from, to).len()).sum::<usize>()
        });
    });
}

fn clashing(criterion: &mut Criterion) {
    let names = ["Karin", "Maria", "Ahmed", "Johan", "Lena", "Sofia", "Eva", "Per", "Nils", "Ola"];
    let all: Vec<Arrangement> = (0..2_000)
        .map(|number| {
            let mut one = arrangement(number);
            let start = NaiveTime::from_hms_opt(8 + number % 11, 30 * (number % 2), 0);
            let supporter = format!("{} {}", names[number as usize % 10], number % 37);
            let place = format!("Rum {}", number % 53);
            one.terms = Terms { start, place: Some(place.into()), supporters: vec![supporter], ..one.terms };
            one
        })
        .collect();
    let (from, to) = (day("2026-09-01"), day("2026-11-30"));
    let seen: Vec<_> = (0..).zip(&all).flat_map(|(id, one)| visits(ArrangementId(id), one, &[], from, to)).collect();
    let travel = Travel::new(20);
    criterion.bench_function("clashes among three months of 2,000 arrangements", |bencher| {
        bencher.iter(|| clashes(black_box(&seen), &travel).len());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = a_year, clashing
}
criterion_main!(benches);
