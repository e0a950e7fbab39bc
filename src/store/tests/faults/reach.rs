//! Saves of who reaches whom: teams, conflicts of interest, emergencies, and calls of whoever reaches no more.

use super::samples::{to_be_called, with_saga};
use super::saves::Prepare;
use crate::domain::ids::TeamId;
use crate::store::Called;
use crate::store::tests::day;

/// What is done by functions of their own.
pub(super) const REACH: &[(&str, Prepare)] = &[
    ("add_team", |_, _| Box::new(|store, _| store.add_team("Norr").map(drop))),
    ("rename_team", |_, _| Box::new(|store, _| store.rename_team(TeamId(1), "Söder"))),
    ("give_family", |store, home| {
        let (family, team) = (home.family, store.add_team("Norr").unwrap());
        Box::new(move |store, _| store.give_family(family, team))
    }),
    ("mark_conflict", |store, home| {
        let family = with_saga(store, home);
        Box::new(move |store, _| store.mark_conflict(family, Some("Saga")))
    }),
    ("lift_conflict", |store, home| {
        let family = with_saga(store, home);
        store.mark_conflict(family, Some("Saga")).unwrap();
        Box::new(move |store, _| store.lift_conflict(family, "Saga"))
    }),
    ("break_glass", |_, _| Box::new(|store, _| store.break_glass("K-1", "akut").map(drop))),
    ("open_call", |store, home| {
        let mother = to_be_called(store, home);
        Box::new(move |store, _| store.open_call(mother, day("2026-11-18")))
    }),
    ("parent_called", |store, home| {
        let mother = to_be_called(store, home);
        Box::new(move |store, _| store.parent_called(mother, Called::Talked, day("2026-11-18")))
    }),
];
