//! What visits need on their way out and in: a token of the casebook, how new they are, whether they are there already,
//! and which of many would be refused.

use std::collections::HashMap;

use chrono::NaiveTime;
use trygg::domain::codes::RestrictionKind;
use trygg::domain::entry::Names;
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::visit::{Arrangement, Limits, Occurrence, Pattern, Restriction, Series, Terms, Weekdays};
use trygg::store::{DiaryOf, Origin, Store, Trail};

use super::desk::{self, Desk, add, add_case, day, key};

fn clock(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// A visit on a day in November, from ten.
pub fn once(family: FamilyId, child: PersonId, with: PersonId) -> Arrangement {
    Arrangement {
        family,
        child,
        series: Series::once(day("2026-11-28")),
        terms: Terms { start: clock("10:00"), ..Terms::new(vec![with]) },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    }
}

/// The same on every Saturday.
fn saturdays(one: &Arrangement) -> Arrangement {
    let series = Series::new(Pattern::Week, Weekdays::only(chrono::Weekday::Sat), one.series.from);
    Arrangement { series, ..one.clone() }
}

/// A family with a child and somebody whom it meets.
fn home(store: &Store, case_ref: &str) -> (FamilyId, PersonId, PersonId) {
    let case = add_case(store, case_ref);
    let with = add(store, &desk::member(case.family, &format!("M-{case_ref}"), "Mona"));
    (case.family, case.child, with)
}

#[test]
fn a_token_is_the_casebooks_own_and_stays() {
    let (desk, other) = (Desk::new(), Desk::new());
    let token = desk.leader().casebook_token().unwrap();
    assert!(token.len() == 16 && token.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{token}");
    add_case(&desk.leader(), "A-1");
    assert_eq!(desk.open("Saga").casebook_token().unwrap(), token);
    assert_ne!(other.leader().casebook_token().unwrap(), token);
}

#[test]
fn whatever_happens_to_visits_makes_them_newer() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, with) = home(&store, "A-1");
    let once = once(family, child, with);
    let series = saturdays(&once);
    assert_eq!(store.revisions(family).unwrap(), HashMap::new());
    let id = store.plan(&series, &[], Origin::Direct).unwrap();
    let still = store.plan(&once, &[], Origin::Direct).unwrap();
    let mut last = store.revisions(family).unwrap();
    assert_eq!(last.len(), 2);
    let mut newer = |what: &str| {
        let now = store.revisions(family).unwrap();
        assert!(now[&id] > last[&id], "{what}");
        assert_eq!(now[&still], last[&still], "{what}");
        last = now;
    };
    let one = Occurrence::given(id, &series, day("2026-12-05"));
    for (what, one) in [
        ("a visit that was held", one.clone().held()),
        ("one that was not after all", one.clone().missed(None)),
        ("one of which nothing is stored any more", one),
    ] {
        let diary = store.diary(DiaryOf::Family(family), day("2026-11-01"), day("2026-12-31")).unwrap();
        store.write_visit(&one, diary.seen(id, one.given), Origin::Direct).unwrap();
        newer(what);
    }
    for (what, step) in [("taken back", store.undo()), ("taken back again", store.undo()), ("made again", store.redo())]
    {
        assert!(step.unwrap().is_some(), "{what}");
    }
    newer("undo and redo");
    let stored = store.get::<Arrangement>(id).unwrap();
    let elsewhere = Arrangement { note: Some("annan dag".to_owned()), ..stored.value };
    store.change(id, stored.version, &elsewhere, Origin::Direct).unwrap();
    newer("the series itself");
    store.journal_reading(family).unwrap();
    assert_eq!(store.revisions(family).unwrap(), last, "reading makes nothing newer");
}

#[test]
fn visits_of_a_day_are_those_that_are_on_it_now() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, with) = home(&store, "A-1");
    let series = saturdays(&once(family, child, with));
    let given = |on: &str| Occurrence::given(ArrangementId(0), &series, day(on));
    let to = trygg::domain::visit::When { on: day("2026-12-06"), start: clock("15:00"), end: None, nights: 0 };
    let stored = [given("2026-12-05").moved(&series, to, None), given("2026-12-12").left_out(None)];
    store.plan(&series, &stored, Origin::Direct).unwrap();
    let ten = (clock("10:00"), vec![with]);
    for (on, expected) in [
        ("2026-11-28", vec![ten.clone()]),
        ("2026-11-29", Vec::new()),
        ("2026-12-05", Vec::new()),
        ("2026-12-06", vec![(clock("15:00"), vec![with])]),
        ("2026-12-12", Vec::new()),
        ("2036-01-05", vec![ten]),
    ] {
        assert_eq!(store.visits_on(child, day(on)).unwrap(), expected, "{on}");
    }
    assert_eq!(store.visits_on(with, day("2026-11-28")).unwrap(), []);
}

#[test]
fn those_that_would_be_refused_are_told_and_nothing_is_stored() {
    let desk = Desk::new();
    let store = desk.leader();
    let (family, child, with) = home(&store, "A-1");
    // One visit in a month is left: those before in the same file count.
    let restriction = Restriction {
        family,
        child,
        with: vec![with],
        kind: RestrictionKind::Limited,
        how: None,
        why: None,
        from: day("2026-11-01"),
        until: None,
        further_notice: false,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: Vec::new(),
        limits: Limits { most_a_month: Some(1), ..Limits::default() },
    };
    add(&store, &restriction);
    let one = once(family, child, with);
    let on = |text: &str| {
        let series = Series::once(day(text));
        (Arrangement { series, ..one.clone() }, Vec::new())
    };
    let rows = |store: &Store| store.journal(Trail::Newest, 999).unwrap().len();
    let before = rows(&store);
    let all = [on("2026-11-28"), on("2026-12-05"), on("2026-12-19"), on("2027-01-02")];
    let refused = store.refused_visits(&all).unwrap();
    let told: Vec<(usize, &str)> = refused.iter().map(|(place, problem)| (*place, problem.key)).collect();
    assert_eq!(told, [(2, "restricted")]);
    assert_eq!(rows(&store), before);
    assert_eq!(store.visits_on(child, day("2026-11-28")).unwrap(), []);
    assert_eq!(key(store.import_visits(&all)), "restricted");
    store.import_visits(&all[..2]).unwrap();
    assert_eq!(store.refused_visits(&all[3..]).unwrap().len(), 0);
}
