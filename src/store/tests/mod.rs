//! Tests that need the database itself: settings, query plans, raw SQL against the journal, a full disk.
//!
//! What can be seen from outside is tested in `tests/store`.

mod attacks;
mod connection;
mod disk;
mod faults;
mod figure_plans;
mod formats;
mod group_plans;
mod journal;
mod network_plans;
mod newer;
mod plans;
mod programme_plans;
mod rekey;
mod relation_plans;
mod task_plans;
mod visit_plans;
mod waits;
mod week_plans;
mod window_plans;
mod words;

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;

use super::{Casebook, FirstUser, NewFamily, Store};
use crate::domain::codes::{FamilyStatus, MemberRole, Outcome, Role, SessionKind};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::Person;
use crate::domain::session::Session;

const LENA: FirstUser<'static> = FirstUser { name: "Lena", role: Role::TeamLeader };

/// A demo casebook and the team leader's store in it; the directory lives as long as it is held.
fn desk() -> (TempDir, Casebook, Store) {
    let directory = TempDir::new().unwrap();
    let casebook = Casebook::init_demo(&directory.path().join("casebook"), &[LENA], clock).unwrap();
    let store = casebook.unlock("Lena", "", clock).unwrap();
    (directory, casebook, store)
}

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn family(case_ref: &str, name: &str) -> Family {
    Family {
        case_ref: case_ref.to_owned(),
        name: name.to_owned(),
        status: FamilyStatus::Active,
        started_on: day("2026-01-12"),
        district: None,
        planned_end_on: None,
        closed_on: None,
        phase: None,
        legal_form: None,
        team: None,
        child_support: Vec::new(),
        parent_support: Vec::new(),
        other_support: Vec::new(),
    }
}

fn child(family: FamilyId, reference: &str, given_name: &str) -> Person {
    Person::new(family, reference, given_name, MemberRole::Child)
}

fn session(family: FamilyId, on: NaiveDate) -> Session {
    Session { staff: vec!["Lena".to_owned()], ..Session::new(family, on, SessionKind::ChildSession, Outcome::Held) }
}

/// As many families as asked for, each with a child and its sessions.
fn new_families(count: usize, sessions: u64) -> impl Iterator<Item = NewFamily> {
    (0..count).map(move |number| NewFamily {
        people: vec![child(FamilyId(0), &format!("P-{number}"), &format!("Barn{number}"))],
        sessions: (0..sessions)
            .map(|week| Session {
                people: vec![PersonId(0)],
                ..session(FamilyId(0), day("2026-01-12") + chrono::Days::new(7 * week))
            })
            .collect(),
        ..NewFamily::new(Family {
            child_support: vec![format!("Kollega {}", number % 20)],
            ..family(&format!("A-{number}"), &format!("Familj {number}"))
        })
    })
}
