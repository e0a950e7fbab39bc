//! What holds of visits: named cases and laws over random series.

mod changing;
mod changing_laws;
mod clashing;
mod counting;
mod expanding;
mod new_year;
mod progressing;
mod restricting;

use chrono::{NaiveDate, Weekday};

use super::*;
use crate::domain::codes::{CancelledBy, ChildWord};

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn days(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text)).collect()
}

pub(super) fn saturdays(pattern: Pattern, from: &str) -> Series {
    Series::new(pattern, Weekdays::only(Weekday::Sat), day(from))
}

pub(super) const ID: crate::domain::ids::ArrangementId = crate::domain::ids::ArrangementId(7);

/// A child's Saturdays with its mother, 10 to 14 at Lekoteket.
pub(super) fn arrangement(series: Series) -> Arrangement {
    let time = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0);
    Arrangement {
        family: crate::domain::ids::FamilyId(1),
        child: crate::domain::ids::PersonId(3),
        series,
        terms: Terms {
            start: time(10),
            end: time(14),
            place: Some("Lekoteket".into()),
            supporters: vec!["Karin".to_owned()],
            ..Terms::new(vec![crate::domain::ids::PersonId(1)])
        },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    }
}

/// A day in a life of visits: the day, and what came of it.
pub(super) fn lived(of: &Arrangement, days: &[(&str, Outcome)]) -> Vec<Occurrence> {
    days.iter()
        .map(|(text, outcome)| {
            let one = Occurrence::given(ID, of, day(text));
            match *outcome {
                Outcome::Held => one.held(),
                Outcome::Marked(before, after) => {
                    let mut one = one.held();
                    (one.after.mark_before, one.after.mark_after) = (Some(before), Some(after));
                    one
                }
                Outcome::Word(word) => {
                    let mut one = one.held();
                    one.after.child_word = Some(word);
                    one
                }
                Outcome::By(who) => one.cancelled(who, None, None),
                Outcome::NoShow => one.missed(None),
            }
        })
        .collect()
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Outcome {
    Held,
    Marked(u8, u8),
    Word(ChildWord),
    By(CancelledBy),
    NoShow,
}

/// All visits of 2026 and 2027.
pub(super) fn all_of<'a>(of: &'a Arrangement, stored: &'a [Occurrence]) -> Vec<Visit<'a>> {
    visits(ID, of, stored, day("2026-01-01"), day("2027-12-31"))
}
