//! What is written of looking, and of reviewing it.

use super::samples::{Home, asked_figures};
use super::saves::{Act, Prepare, Save};
use crate::domain::codes::AccessDecision;
use crate::domain::research::table_named;
use crate::store::tests::{clock, day};
use crate::store::{AskedFacts, Casebook, Lot, Store};

/// Each by the function of the store.
pub(super) const LOOKS: &[(&str, Prepare)] = &[
    ("journal_reading", |_, home| {
        let family = home.family;
        Box::new(move |store, _| store.journal_reading(family))
    }),
    ("journal_opening", |_, home| {
        let family = home.family;
        Box::new(move |store, _| store.journal_opening("place", 1, family))
    }),
    ("journal_log", |_, home| {
        let family = home.family;
        Box::new(move |store, _| store.journal_log(&Lot::new("access_log", Some(family))))
    }),
    ("journal_print", |_, _| Box::new(|store, _| store.journal_print(&Lot::new("week", None)))),
    ("make_review", |store, home| {
        store.journal_reading(home.family).unwrap();
        let (from, today) = (day("2026-11-01"), day("2026-11-30"));
        Box::new(move |store, _| store.make_review(Some(from), None, today).map(drop))
    }),
    ("begin_figures", |_, _| Box::new(|store, _| store.begin_figures(asked_figures("deadlines")).map(drop))),
    ("journal_listing", |_, _| Box::new(|store, _| store.journal_listing(&Lot::new("family", None)))),
    ("journal_export", |_, _| Box::new(|store, _| store.journal_export(&Lot::new("family", None)))),
    ("give_to_main_record", |store, home| {
        let read = store.to_enter(home.family, day("2026-11-30")).unwrap();
        Box::new(move |store, _| store.give_to_main_record(&read))
    }),
    ("journal_whole", |_, _| Box::new(|store, _| store.journal_whole(&Lot::new("family", None)))),
    ("give_facts", |store, _| {
        let give = |store: &Store| {
            let table = table_named("sessions").unwrap();
            let asked = AskedFacts { table, year: 2026, unit: "nord", today: day("2026-11-21") };
            store.give_facts(asked, &mut |_| Ok(())).map(drop)
        };
        // The secret is there from the first time on.
        give(store).unwrap();
        Box::new(move |store, _| give(store))
    }),
];

/// A decision on what somebody else has read.
pub(super) fn decide() -> Save {
    let prepare = |store: &Store, casebook: &Casebook, home: &Home| -> Act {
        casebook.unlock("Noor", "", clock).unwrap().journal_reading(home.family).unwrap();
        store.make_review(Some(day("2026-11-01")), None, day("2026-11-30")).unwrap();
        let found = store.findings(None).unwrap();
        let finding = found.iter().find(|found| found.user == "Noor").unwrap().id;
        Box::new(move |store, _| store.decide(finding, AccessDecision::Ask, Some("varför?")))
    };
    Save { name: "decide".to_owned(), prepare: Box::new(prepare) }
}
