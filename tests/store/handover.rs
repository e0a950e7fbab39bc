//! The hand-over sheet: what is on it, in which order, and that nothing of another family ever is.

use proptest::prelude::*;
use trygg::demo;
use trygg::domain::codes::{Answer, MemberRole, Outcome, Protection};
use trygg::domain::deadlines::State;
use trygg::domain::discretion::Setting;
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::session::Session;
use trygg::domain::task::Task;
use trygg::domain::visit::{Arrangement, Terms};
use trygg::store::{ComingRow, HandOver, SaidTo, Store};

use super::access_table::{Target, Trial, done};
use super::desk::{self, Desk, add, change, day, today};
use super::planned::{self, Home};

/// As `access_table::TABLE`.
pub const HANDOVER: &[(&str, &str, Trial)] = &[
    ("hand_over", "OOOT--T", |_, store, on: &Target| done(store.hand_over(on.case.family, today()))),
    ("to_enter", "OOOT--T", |_, store, on: &Target| done(store.to_enter(on.case.family, today()))),
    ("give_to_main_record", "OOOT---", |desk, store, on: &Target| {
        done(store.give_to_main_record(&desk.leader().to_enter(on.case.family, today())?))
    }),
    ("dossier", "OOOT--T", |_, store, on: &Target| done(store.dossier(on.case.family, today()))),
];

fn sheet(store: &Store, family: FamilyId) -> HandOver {
    store.hand_over(family, today()).unwrap()
}

/// A session with some people.
fn met(home: Home, on: &str, people: &[PersonId]) -> Session {
    Session { people: people.to_vec(), ..desk::session(home.family, on) }
}

fn task(home: Home, what: &str, due_on: Option<&str>) -> Task {
    Task {
        family: Some(home.family),
        what: what.to_owned(),
        due_on: due_on.map(day),
        who: "Saga".to_owned(),
        by: "Lena".to_owned(),
        made_on: day("2026-11-01"),
        done_on: None,
        meeting: None,
    }
}

/// A visit each Saturday that a supporter must be at; the texts say whose they are.
fn full(store: &Store, case_ref: &str) -> Home {
    let home = planned::home(store, case_ref);
    let of = |what: &str| Some(format!("{what} of {case_ref}"));
    add(store, &desk::placement(home.child, "2026-02-02"));
    let plan = Arrangement {
        terms: Terms { place: of("place").map(Into::into), supervision: Answer::Yes, ..Terms::new(vec![home.mother]) },
        ..planned::arrangement(home, planned::saturdays("2026-10-03"))
    };
    let id = planned::plan(store, &plan);
    planned::say(store, id, "2026-11-14", |one, _| {
        let mut one = one.held();
        one.after.agreed = of("agreed");
        one
    })
    .unwrap();
    let mut limited = planned::restriction(home);
    (limited.how, limited.with) = (of("how"), vec![home.father]);
    add(store, &limited);
    let mut wish = planned::wish(home);
    wish.what = of("wish").unwrap();
    add(store, &wish);
    add(store, &task(home, &of("task").unwrap(), Some("2026-11-20")));
    let said =
        |on: &str, people: &[PersonId]| Session { next_step: of("next"), note: of("note"), ..met(home, on, people) };
    add(store, &Session { follow_up_on: Some(day("2026-11-24")), ..said("2026-11-17", &[home.child]) });
    add(store, &said("2026-11-10", &[home.mother, home.child]));
    add(store, &Session { outcome: Outcome::Planned, ..met(home, "2026-11-25", &[home.mother]) });
    home
}

#[test]
fn everything_open_is_on_it() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = full(&store, "A-1");
    let sheet = sheet(&store, home.family);
    assert_eq!(sheet.family.value.case_ref, "A-1");
    assert_eq!([sheet.restrictions.len(), sheet.tasks.len(), sheet.planned.len(), sheet.wishes.len()], [1, 1, 1, 1]);
    assert_eq!([sheet.promises.len(), sheet.agreed.len(), sheet.notes.len()], [2, 1, 2]);
    let days: Vec<_> = sheet.visits.iter().map(|visit| (visit.on, visit.is_unsupported)).collect();
    let saturdays = ["2026-11-21", "2026-11-28", "2026-12-05", "2026-12-12", "2026-12-19"];
    assert_eq!(days, saturdays.map(|on| (day(on), true)));
    let late = sheet.duties.iter().take_while(|duty| duty.state == State::Late).count();
    assert!(late > 0 && sheet.duties[late..].iter().all(|duty| duty.state != State::Late), "{:?}", sheet.duties);
}

#[test]
fn a_promise_is_told_by_whom_it_was_made_to_and_waits_for_its_day() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let carer = Person { role: MemberRole::FamilyHomeParent, ..desk::member(home.family, "C", "Annika") };
    let carer = add(&store, &carer);
    let say = |on: &str, people: &[PersonId], follow_up: Option<&str>| {
        let next_step = follow_up.is_none().then(|| "lovat".to_owned());
        add(&store, &Session { next_step, follow_up_on: follow_up.map(day), ..met(home, on, people) })
    };
    let child = say("2026-11-18", &[home.child, carer], None);
    let parent = say("2026-11-17", &[home.father], None);
    let both = say("2026-11-16", &[home.child, home.father], None);
    let other = say("2026-11-13", &[carer], None);
    let coming = say("2026-11-12", &[home.child], Some("2026-11-30"));
    let missed = say("2026-11-11", &[home.mother], Some("2026-11-20"));
    let kept = say("2026-11-10", &[home.mother], Some("2026-11-18"));
    let old = say("2026-08-01", &[home.child], None);
    let old_but_waiting = say("2026-08-01", &[home.child], Some("2026-12-20"));
    let promises = sheet(&store, home.family).promises;
    let told: Vec<_> = promises.iter().map(|one| (one.session.id, one.to, one.follow_up_on)).collect();
    assert_eq!(
        told,
        [
            (child, SaidTo::Children, None),
            (parent, SaidTo::Parents, None),
            (both, SaidTo::Both, None),
            (other, SaidTo::Others, None),
            (coming, SaidTo::Children, Some(day("2026-11-30"))),
            (missed, SaidTo::Parents, Some(day("2026-11-20"))),
            (old_but_waiting, SaidTo::Children, Some(day("2026-12-20"))),
        ]
    );
    assert!(told.iter().all(|(id, ..)| ![kept, old].contains(id)));
}

#[test]
fn the_last_five_notes_are_told_and_no_others() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    for (on, note) in
        [("01", true), ("02", true), ("03", true), ("04", false), ("05", true), ("06", true), ("07", true)]
    {
        let note = note.then(|| format!("rad ett {on}\nrad två"));
        add(&store, &Session { note, ..met(home, &format!("2026-11-{on}"), &[home.child]) });
    }
    let notes = sheet(&store, home.family).notes;
    let days: Vec<String> = notes.iter().map(|note| note.value.on.format("%d").to_string()).collect();
    assert_eq!(days, ["07", "06", "05", "03", "02"]);
    assert_eq!(notes[0].value.note.as_deref(), Some("rad ett 07\nrad två"));
}

#[test]
fn a_supporter_who_is_away_is_told_and_hidden_places_are_kept_back() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let terms =
        Terms { supervision: Answer::Yes, supporters: vec!["Vera".to_owned()], ..Terms::new(vec![home.mother]) };
    let terms = Terms { place: Some("Lekoteket".into()), ..terms };
    planned::plan(&store, &Arrangement { terms, ..planned::arrangement(home, planned::saturdays("2026-11-21")) });
    add(&store, &planned::absence("2026-11-27T00:00:00", "2026-11-30T00:00:00"));
    let visits = sheet(&store, home.family).visits;
    assert_eq!(visits.iter().map(|one| one.is_unsupported).collect::<Vec<_>>(), [false, true, false, false, false]);
    let keeps_place = |one: &ComingRow| {
        let place = one.terms.place.as_ref().unwrap();
        place.listed(Setting::Team, Some(one.terms.days(one.on))).is_none()
    };
    assert!(!visits.iter().any(keeps_place));
    let hidden = Placement { hidden_location: Some(Answer::Yes), ..desk::placement(home.child, "2026-12-01") };
    add(&store, &hidden);
    let visits = sheet(&store, home.family).visits;
    assert_eq!(visits.iter().map(keeps_place).collect::<Vec<_>>(), [false, false, true, true, true]);
    change::<Person>(&store, home.mother, |one| one.protection = Protection::ConfidentialityFlag).unwrap();
    assert!(sheet(&store, home.family).visits.iter().all(keeps_place));
}

#[test]
fn there_may_be_nothing_to_hand_over() {
    let desk = Desk::new();
    let store = desk.leader();
    let closed = Family { status: trygg::domain::codes::FamilyStatus::Closed, ..desk::family("A-1", "Tom") };
    let closed = Family { started_on: today(), closed_on: Some(today()), ..closed };
    let sheet = sheet(&store, add(&store, &closed));
    assert!(sheet.duties.is_empty() && sheet.visits.is_empty() && sheet.promises.is_empty() && sheet.notes.is_empty());
}

/// Whether every record of a sheet belongs to the family.
fn is_only_of(sheet: &HandOver, family: FamilyId) -> bool {
    let people: Vec<PersonId> = sheet.people.iter().map(|one| one.person.id).collect();
    let known = |ids: &[PersonId]| ids.iter().all(|id| people.contains(id));
    let sessions = sheet.planned.iter().chain(&sheet.notes).chain(sheet.promises.iter().map(|one| &one.session));
    sheet.people.iter().all(|one| one.person.value.family == family)
        && sheet.restrictions.iter().all(|one| one.value.family == family && known(&one.value.with))
        && sheet.duties.iter().all(|one| one.family == family)
        && sheet.duties.iter().filter_map(|one| one.about.person).all(|id| known(&[id]))
        && sheet.tasks.iter().all(|one| one.task.value.family == Some(family))
        && sheet.visits.iter().all(|one| known(&[one.child]) && known(&one.terms.with))
        && sheet.wishes.iter().all(|one| one.value.family == family)
        && sheet.agreed.iter().all(|one| known(&[one.child]) && known(&one.visit.terms.with))
        && sessions.into_iter().all(|one| one.value.family == family && known(&one.value.people))
}

#[test]
fn nothing_of_another_family_is_on_it() {
    let desk = Desk::new();
    let store = desk.leader();
    let marks = ["A-1", "B-2", "C-3"];
    let homes = marks.map(|mark| full(&store, mark));
    for (home, mark) in homes.iter().zip(marks) {
        let sheet = sheet(&store, home.family);
        assert!(is_only_of(&sheet, home.family));
        let text = format!("{sheet:?}");
        assert!(text.contains(mark), "{text}");
        for other in marks.iter().filter(|other| **other != mark) {
            assert!(!text.contains(other), "{other} on the sheet of {mark}:\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_another_family_is_on_it_in_any_casebook(seed in 0_u64..1000, days in -60_i64..60) {
        let desk = Desk::new();
        let store = desk.leader();
        store.fill_demo(&desk.casebook, demo::families(seed, 25, today()), |_| ()).unwrap();
        let on = today() + chrono::TimeDelta::days(days);
        for family in store.families_of(trygg::store::Whose::Everyones).unwrap() {
            let sheet = store.hand_over(family, on).unwrap();
            prop_assert!(is_only_of(&sheet, family));
            prop_assert!(sheet.duties.is_sorted_by_key(|duty| duty.state != State::Late));
            prop_assert!(sheet.notes.len() <= 5 && sheet.notes.is_sorted_by(|a, b| a.value.on >= b.value.on));
        }
    }
}
