//! Clocks out of a casebook: what restarts them, what rests, what is dealt with in one act, and what is asked.

use trygg::domain::care::Care;
use trygg::domain::codes::{EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind, RelationKind, SessionKind};
use trygg::domain::deadlines::{Duty, State};
use trygg::domain::family::Family;
use trygg::domain::ids::PersonId;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::relation::Relation;
use trygg::domain::session::Session;
use trygg::domain::status::StatusSpan;
use trygg::store::{Origin, Past, Store};

use super::access_table::{Target, Trial, done};
use super::desk::{self, Desk, add, day, key, today};
use super::planned::{Home, home};

/// The rows, as in `access_table`.
pub const CLOCKS: &[(&str, &str, Trial)] = &[
    ("came_on", "OOOT--T", |_, store, on| done(store.came_on(on.case.family))),
    ("deal_with", "O-OT---", |desk, store, on| done(store.deal_with(old(desk, on), today(), "Före", Origin::Direct))),
    ("change_family", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Family>(on.case.family)?;
        done(store.change_family(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("care_gaps", "OOOT--T", |_, store, on| done(store.care_gaps(on.case.child))),
    ("answer_care", "O-OT---", |_, store, on| done(store.answer_care(on.case.child, &[]))),
];

/// The day that the store's clock tells.
const ENTERED: &str = "2026-11-18";

/// The trial's family, with something late.
fn old(desk: &Desk, on: &Target) -> trygg::domain::ids::FamilyId {
    let placement = Placement {
        kind: PlacementKind::EmergencyHome,
        legal_basis: Some(LegalBasis::Sol),
        ..desk::placement(on.case.child, "2026-11-02")
    };
    add(&desk.leader(), &placement);
    on.case.family
}

fn placed(child: PersonId, basis: LegalBasis, from: &str, until: Option<(&str, Option<EndReason>)>) -> Placement {
    Placement {
        legal_basis: Some(basis),
        ended_on: until.map(|(until, _)| day(until)),
        end_reason: until.and_then(|(_, reason)| reason),
        ..desk::placement(child, from)
    }
}

fn duties(store: &Store, home: Home, rule: &str, on: &str) -> Vec<Duty> {
    let rules = store.rules().all();
    let all = store.duties(&[home.family], Past::Last, day(on)).unwrap();
    all.into_iter().filter(|duty| rules[duty.rule].name == rule).collect()
}

/// States and last days.
fn told(store: &Store, home: Home, rule: &str, on: &str) -> String {
    let words = duties(store, home, rule, on)
        .into_iter()
        .map(|duty| format!("{} {}", duty.state.code(), duty.due_on.map(|due| due.to_string()).unwrap_or_default()));
    words.collect::<Vec<_>>().join(", ")
}

/// A family that was there long before.
fn since(store: &Store, home: Home, from: &str) {
    let stored = store.get::<Family>(home.family).unwrap();
    let family = Family { started_on: day(from), ..stored.value };
    store.change(stored.id, stored.version, &family, Origin::Direct).unwrap();
}

#[test]
fn a_breakdown_is_no_end_of_care() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    since(&store, home, "2026-01-01");
    let broken = Some(("2026-08-20", Some(EndReason::Breakdown)));
    add(&store, &placed(home.child, LegalBasis::Lvu2, "2026-03-02", broken));
    add(&store, &placed(home.child, LegalBasis::Lvu2, "2026-08-24", None));
    assert_eq!(told(&store, home, "care_consideration", "2026-08-30"), "due 2026-09-02");
}

#[test]
fn a_basis_has_a_history_of_its_own_and_a_home_is_known_by_its_name() {
    let desk = Desk::new();
    let store = desk.leader();
    for (case_ref, second, expected) in
        [("A-1", "familjen  BERG", "due 2026-03-01"), ("A-2", "Familjen Dal", "open 2027-07-01")]
    {
        let home = home(&store, case_ref);
        since(&store, home, "2024-01-01");
        let first = placed(home.child, LegalBasis::Sol, "2024-03-01", Some(("2025-06-30", None)));
        add(&store, &Placement { home: Some("Familjen Berg".into()), ..first });
        let then = placed(home.child, LegalBasis::Lvu2, "2025-07-01", None);
        add(&store, &Placement { home: Some(second.into()), ..then });
        assert_eq!(told(&store, home, "custody_transfer_consideration", "2026-02-01"), expected, "{second}");
    }
    let home = home(&store, "A-3");
    since(&store, home, "2024-01-01");
    add(&store, &placed(home.child, LegalBasis::Sol, "2024-03-01", None));
    let span = |basis, from: &str, until: Option<&str>| Care {
        person: home.child,
        legal_basis: basis,
        from: day(from),
        until: until.map(day),
        decided_on: None,
        end_reason: None,
    };
    add(&store, &span(LegalBasis::Sol, "2024-03-01", Some("2025-06-30")));
    add(&store, &span(LegalBasis::Lvu3, "2025-07-01", None));
    assert_eq!(told(&store, home, "custody_transfer_consideration", "2026-02-01"), "due 2026-03-01");
    assert_eq!(told(&store, home, "care_re_examination", "2025-12-20"), "due 2026-01-01");
    assert_eq!(
        told(&store, home, "care_consideration", "2025-08-20"),
        "late 2024-09-01",
        "as long as it was by consent"
    );
}

#[test]
fn whoever_is_placed_with_the_child_or_is_another_childs_parent_is_not_called() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let sams = add(&store, &Person { role: MemberRole::Father, ..desk::member(home.family, "Bo-A-1", "Bo") });
    let called = || {
        let mut people: Vec<PersonId> =
            duties(&store, home, "crisis_call", "2026-11-22").iter().filter_map(|duty| duty.about.person).collect();
        people.sort_unstable();
        people
    };
    let id = add(&store, &placed(home.child, LegalBasis::Sol, "2026-11-20", None));
    assert_eq!(called(), [home.mother, home.father, sams], "nothing is written");
    assert_eq!(told(&store, home, "parent_untold", "2026-11-22"), "open ");
    add(&store, &Relation::new(home.family, sams, RelationKind::ParentOf, home.sibling));
    assert_eq!(called(), [home.mother, home.father]);
    assert_eq!(told(&store, home, "parent_untold", "2026-11-22"), "");
    let stored = store.get::<Placement>(id).unwrap();
    let joint = Placement { kind: PlacementKind::JointPlacement, placed_with: vec![home.mother], ..stored.value };
    store.change(id, stored.version, &joint, Origin::Direct).unwrap();
    assert_eq!(called(), [home.father]);
}

#[test]
fn a_paused_family_rests_and_the_statute_does_not() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    since(&store, home, "2026-06-01");
    add(&store, &placed(home.child, LegalBasis::Sol, "2026-06-01", None));
    assert_eq!(told(&store, home, "weekly_session", "2026-11-21"), "late 2026-06-15, late 2026-06-15");
    let stored = store.get::<Family>(home.family).unwrap();
    let paused = Family { status: FamilyStatus::Paused, ..stored.value };
    store.change(stored.id, stored.version, &paused, Origin::Direct).unwrap();
    assert_eq!(
        told(&store, home, "weekly_session", "2026-11-21"),
        "",
        "since its first day, for nobody says otherwise"
    );
    assert_eq!(told(&store, home, "care_consideration", "2026-11-21"), "due 2026-12-01");
    let pause = StatusSpan { family: home.family, status: FamilyStatus::Paused, from: day("2026-08-01"), until: None };
    add(&store, &pause);
    assert_eq!(
        told(&store, home, "weekly_session", "2026-11-21"),
        "late 2026-06-15, late 2026-06-15",
        "what was late before the pause is late"
    );
}

#[test]
fn another_status_begins_on_its_day_and_ends_the_one_before() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    since(&store, home, "2026-06-01");
    let turn = |status, closed_on: Option<&str>| {
        let stored = store.get::<Family>(home.family).unwrap();
        let family = Family { status, closed_on: closed_on.map(day), ..stored.value };
        store.change_family(stored.id, stored.version, &family, Origin::Direct).unwrap();
        let page = store.family_page(home.family, today()).unwrap();
        let spans = page.statuses.into_iter().map(|span| span.value);
        spans.map(|span| (span.status, span.from.to_string(), span.until)).collect::<Vec<_>>()
    };
    let today = ENTERED.to_string();
    assert_eq!(turn(FamilyStatus::Paused, None), [(FamilyStatus::Paused, today.clone(), None)]);
    assert_eq!(turn(FamilyStatus::Paused, None).len(), 1, "the same status is no new one");
    assert_eq!(turn(FamilyStatus::Active, None), [(FamilyStatus::Active, today, None)], "of one day there is one");
    assert_eq!(
        turn(FamilyStatus::Closed, Some("2026-12-01")),
        [
            (FamilyStatus::Active, ENTERED.to_owned(), Some(day("2026-11-30"))),
            (FamilyStatus::Closed, "2026-12-01".to_owned(), None)
        ]
    );
    let step = store.undo().unwrap().unwrap();
    assert_eq!((step.noun.as_str(), step.more), ("family", 2));
    assert_eq!(store.get::<Family>(home.family).unwrap().value.status, FamilyStatus::Active);
    assert_eq!(told(&store, home, "weekly_session", "2026-11-21"), "late 2026-06-15, late 2026-06-15");
}

#[test]
fn each_half_of_the_pair_is_told_by_whom_the_sessions_were_with() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    since(&store, home, "2026-10-01");
    let with = |person, on: &str| Session { people: vec![person], ..desk::session(home.family, on) };
    add(&store, &with(home.child, "2026-11-19"));
    add(&store, &with(home.mother, "2026-10-10"));
    assert_eq!(
        told(&store, home, "weekly_session", "2026-11-21"),
        "met_late 2026-10-15, open 2026-12-03, met 2026-10-15, late 2026-10-24"
    );
    add(
        &store,
        &Session { kind: SessionKind::FamilySession, people: vec![], ..desk::session(home.family, "2026-11-20") },
    );
    let last: Vec<State> = duties(&store, home, "weekly_session", "2026-11-21").iter().map(|duty| duty.state).collect();
    assert_eq!(last.iter().filter(|state| **state == State::Open).count(), 2, "with nobody in particular is with both");
}

#[test]
fn what_lay_before_is_dealt_with_in_one_act_and_taken_back_in_one() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    since(&store, home, "2024-01-01");
    add(&store, &placed(home.child, LegalBasis::Sol, "2024-03-01", None));
    let late = || {
        let all = store.duties(&[home.family], Past::Last, today()).unwrap();
        all.iter().filter(|duty| duty.state == State::Late).count()
    };
    let before = late();
    assert!(before > 4, "{before}");
    let entered = day(ENTERED);
    assert_eq!(store.came_on(home.family).unwrap(), entered, "the day on which it was entered");
    let count = store.deal_with(home.family, today(), "Låg före", Origin::Direct).unwrap();
    assert!(count >= before, "{count}");
    assert_eq!(late(), 0);
    let next = duties(&store, home, "care_consideration", &today().to_string()).last().copied().unwrap();
    assert_eq!(next.about.counted_from, entered, "what comes again counts from the day of the act");
    let step = store.undo().unwrap().unwrap();
    assert_eq!((step.noun.as_str(), step.more), ("exemption", count - 1));
    assert_eq!(late(), before);
    let new = super::planned::home(&store, "B-1");
    assert_eq!(key(store.deal_with(new.family, day("2020-01-01"), "x", Origin::Direct)), "nothing-before");
}

#[test]
fn whether_care_went_on_is_asked_and_the_answer_decides() {
    let desk = Desk::new();
    let store = desk.leader();
    for (case_ref, went_on, expected) in [("A-1", true, "late 2026-07-15"), ("A-2", false, "due 2026-12-15")] {
        let home = home(&store, case_ref);
        since(&store, home, "2026-01-01");
        let broken = Some(("2026-03-31", Some(EndReason::RePlacement)));
        add(&store, &placed(home.child, LegalBasis::Sol, "2026-01-15", broken));
        add(&store, &placed(home.child, LegalBasis::Lvu2, "2026-06-15", None));
        assert_eq!(told(&store, home, "care_consideration", "2026-11-21"), "unknown 2026-07-15");
        let gaps = store.care_gaps(home.child).unwrap();
        assert_eq!((gaps.len(), gaps[0].left, gaps[0].back), (1, day("2026-03-31"), Some(day("2026-06-15"))));
        assert!(store.answer_care(home.child, &[went_on]).unwrap());
        assert_eq!(told(&store, home, "care_consideration", "2026-11-21"), expected);
        assert_eq!(store.care_gaps(home.child).unwrap(), []);
        let page = store.family_page(home.family, today()).unwrap();
        let care = &page.people.iter().find(|one| one.person.id == home.child).unwrap().care;
        let spans: Vec<_> = care.iter().map(|span| (span.value.legal_basis, span.value.until)).collect();
        let until = if went_on { "2026-06-14" } else { "2026-03-31" };
        assert_eq!(spans, [(LegalBasis::Sol, Some(day(until))), (LegalBasis::Lvu2, None)]);
        store.undo().unwrap();
        assert_eq!(
            told(&store, home, "care_consideration", "2026-11-21"),
            "unknown 2026-07-15",
            "one step takes it back"
        );
    }
    let home = home(&store, "A-3");
    add(
        &store,
        &Placement {
            legal_basis: None,
            ..placed(home.child, LegalBasis::Sol, "2026-11-02", Some(("2026-11-10", Some(EndReason::Breakdown))))
        },
    );
    assert!(!store.answer_care(home.child, &[true]).unwrap(), "nobody knows what it rests on");
}
