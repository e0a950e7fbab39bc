//! Care and statuses: who may write them, what is refused, how they come back.

use serde_json::json;
use trygg::domain::care::Care;
use trygg::domain::codes::{EndReason, FamilyStatus, LegalBasis};
use trygg::domain::ids::{CareId, PersonId, StatusSpanId};
use trygg::domain::placement::Placement;
use trygg::domain::status::StatusSpan;
use trygg::store::Origin;

use super::access_table::{Target, Trial, done};
use super::desk::{self, Desk, add, day, key};
use super::journal::lives_and_dies;
use super::planned::home;
use super::undo::back_and_forth;

/// The rows, as in `access_table`.
pub const CARE: &[(&str, &str, Trial)] = &[
    ("add::<Care>", "O-OT---", |desk, store, on| done(store.add(&of(child(desk, on), "2026-02-02"), Origin::Direct))),
    ("get::<Care>", "OOOT--T", |desk, store, on| done(store.get::<Care>(write(desk, on)))),
    ("change::<Care>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Care>(write(desk, on))?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("remove::<Care>", "O-OT---", |desk, store, on| done(store.remove::<Care>(write(desk, on)))),
    ("add::<StatusSpan>", "O-OT---", |_, store, on| done(store.add(&paused(on, "1999-01-01"), Origin::Direct))),
    ("get::<StatusSpan>", "OOOT--T", |desk, store, on| done(store.get::<StatusSpan>(pause(desk, on)))),
    ("change::<StatusSpan>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<StatusSpan>(pause(desk, on))?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("remove::<StatusSpan>", "O-OT---", |desk, store, on| done(store.remove::<StatusSpan>(pause(desk, on)))),
];

fn of(child: PersonId, from: &str) -> Care {
    Care {
        person: child,
        legal_basis: LegalBasis::Sol,
        from: day(from),
        until: None,
        decided_on: None,
        end_reason: None,
    }
}

/// A child of the trial that is in no care yet.
fn child(desk: &Desk, on: &Target) -> PersonId {
    let store = desk.leader();
    let count = store.people_of(on.case.family).unwrap().len();
    add(&store, &desk::member(on.case.family, &format!("care-{}-{count}", on.case_ref), "Syskon"))
}

fn write(desk: &Desk, on: &Target) -> CareId {
    add(&desk.leader(), &of(child(desk, on), "2026-02-02"))
}

fn paused(on: &Target, from: &str) -> StatusSpan {
    let from = day(from);
    StatusSpan { family: on.case.family, status: FamilyStatus::Paused, from, until: Some(from) }
}

/// A pause of a day, each time another.
fn pause(desk: &Desk, on: &Target) -> StatusSpanId {
    let store = desk.leader();
    let count = store.family_page(on.case.family, desk::today()).unwrap().statuses.len();
    add(&store, &paused(on, &format!("2000-01-{:02}", count + 1)))
}

#[test]
fn care_and_statuses_live_and_die_in_the_journal_and_come_back() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    lives_and_dies::<Care>(
        &store,
        "care",
        &of(home.child, "2026-03-02"),
        |care| care.until = Some(day("2026-08-20")),
        json!({"until": null}),
        json!({"until": "2026-08-20"}),
    );
    back_and_forth::<Care>(&store, "care", ("Barn A-1", Some("2026-03-02")), &of(home.child, "2026-03-02"), |care| {
        care.legal_basis = LegalBasis::Lvu2;
    });
    let span = StatusSpan { family: home.family, status: FamilyStatus::Paused, from: day("2026-07-01"), until: None };
    back_and_forth::<StatusSpan>(&store, "status", ("Familjen A-1", Some("2026-07-01")), &span, |span| {
        span.until = Some(day("2026-08-15"));
    });
    let with = Placement { placed_with: vec![home.mother], ..desk::placement(home.child, "2026-03-02") };
    back_and_forth::<Placement>(&store, "placement", ("Barn A-1", None), &with, |placement| {
        placement.placed_with = vec![home.father, home.mother];
    });
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let other = super::planned::home(&store, "B-1");
    let first = Care {
        until: Some(day("2026-05-31")),
        end_reason: Some(EndReason::ReturnHome),
        ..of(home.child, "2026-03-02")
    };
    add(&store, &first);
    for (name, care, refused) in [
        ("on its last day", of(home.child, "2026-05-31"), "care-overlaps"),
        ("from before, and going on", of(home.child, "2026-01-01"), "care-overlaps"),
        ("of a parent", of(home.mother, "2026-06-01"), "care-of-no-child"),
    ] {
        assert_eq!(key(store.add(&care, Origin::Direct)), refused, "{name}");
    }
    let born = store.get(home.sibling).unwrap();
    let value = trygg::domain::person::Person { birth_on: Some(day("2020-05-10")), ..born.value };
    store.change(born.id, born.version, &value, Origin::Direct).unwrap();
    assert_eq!(key(store.add(&of(home.sibling, "2020-05-09"), Origin::Direct)), "care-before-birth");
    add(&store, &of(home.child, "2026-06-01"));
    add(&store, &of(home.sibling, "2026-03-02"));

    let span = |from: &str, until: &str| StatusSpan {
        family: home.family,
        status: FamilyStatus::Paused,
        from: day(from),
        until: Some(day(until)),
    };
    add(&store, &span("2026-06-01", "2026-08-31"));
    assert_eq!(key(store.add(&span("2026-08-31", "2026-09-30"), Origin::Direct)), "status-overlaps");
    add(&store, &span("2026-09-01", "2026-09-30"));

    let with = Placement { placed_with: vec![other.mother], ..desk::placement(home.child, "2026-03-02") };
    assert_eq!(key(store.add(&with, Origin::Direct)), "no-such-person");
}
