//! Calendar files: what is written is read back by another library, and what others write is taken in.

mod broken;
mod events;
mod incoming;
mod laws;
mod oracle;
mod outgoing;
mod reader;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use super::*;
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::visit::{Arrangement, Occurrence, Series, Terms, Visit};

const ID: ArrangementId = ArrangementId(7);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn clock(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// "2026-01-03 10:00".
fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn stamp() -> DateTime<Utc> {
    time("2026-01-01 12:00").and_utc()
}

/// A child's visits with its mother, 10 to 14 at Lekoteket.
fn arrangement(series: Series) -> Arrangement {
    Arrangement {
        family: FamilyId(1),
        child: PersonId(3),
        series,
        terms: Terms {
            start: Some(clock("10:00")),
            end: Some(clock("14:00")),
            place: Some("Lekoteket".into()),
            supporters: vec!["Karin".to_owned()],
            ..Terms::new(vec![PersonId(1)])
        },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: Some("Moa ringer först".to_owned()),
    }
}

fn words(visit: &Visit<'_>) -> Words {
    let terms = visit.terms();
    Words {
        summary: "Umgänge".to_owned(),
        location: terms.place.as_ref().map(|place| place.bare().to_owned()),
        description: Some(terms.supporters.join(", ")).filter(|names| !names.is_empty()),
    }
}

fn calendar(telling: Telling<'_>) -> Calendar<'_> {
    Calendar { casebook: "k3f", name: Some("Umgängen för Moa"), telling, stamp: stamp() }
}

/// The file of one arrangement, in words.
fn file(arrangement: &Arrangement, stored: &[Occurrence]) -> String {
    let entry = Entry { id: ID, arrangement, stored, revision: 3, sent: None };
    write(&calendar(Telling::Words(&words)), &[entry])
}

/// The lines of a file, opened where they were folded.
fn lines(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").lines().map(str::to_owned).collect()
}
