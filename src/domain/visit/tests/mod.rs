//! What holds of visits: named cases and laws over random series.

mod changing;
mod changing_laws;
mod expanding;
mod new_year;

use chrono::{NaiveDate, Weekday};

use super::*;

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
        child: crate::domain::ids::MemberId(3),
        series,
        terms: Terms {
            start: time(10),
            end: time(14),
            place: Some("Lekoteket".to_owned()),
            supporters: vec!["Karin".to_owned()],
            ..Terms::new(vec![crate::domain::ids::MemberId(1)])
        },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        note: None,
    }
}
