//! Duties out of a casebook: what is registered makes them, what is done meets them, and nobody sees others' families.

use chrono::NaiveDate;
use trygg::domain::access::Right;
use trygg::domain::codes::{Answer, EventKind, Outcome, SessionKind};
use trygg::domain::deadlines::{Duty, Exemption, State};
use trygg::domain::discretion::Setting;
use trygg::domain::event::Event;
use trygg::domain::ids::PersonId;
use trygg::domain::placement::Placement;
use trygg::domain::report::TOTAL;
use trygg::domain::research::TABLES;
use trygg::domain::session::Session;
use trygg::store::{AskedFacts, AskedFigures, Figured, Origin, Past, Since, Store, Whose};

use super::access_table::{Target, Trial, done, seen};
use super::desk::{self, Desk, add, day, today};
use super::figures;
use super::planned::{self, Home};

/// As `access_table::TABLE`.
pub const WEEK: &[(&str, &str, Trial)] = &[
    ("rules", "AAAAAAA", |_, store, _| Ok(seen(!store.rules().all().is_empty()))),
    ("newest", "AAAAAAA", |_, store, _| done(store.newest())),
    ("written_since", "AAAAAAA", |_, store, _| done(store.written_since(0))),
    ("matters", "AAAAAAA", |_, store, _| done(store.matters(today()))),
    ("looked", "AAAAAAA", |_, store, _| done(store.looked())),
    ("look", "AAAAAAA", |_, store, _| done(store.look(1))),
    ("add::<Event>", "O-OT---", |_, store, on| done(store.add(&event(on), Origin::Direct))),
    ("get::<Event>", "OOOT--T", |desk, store, on| done(store.get::<Event>(add(&desk.leader(), &event(on))))),
    ("change::<Event>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Event>(add(&desk.leader(), &event(on)))?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("remove::<Event>", "O-OT---", |desk, store, on| done(store.remove::<Event>(add(&desk.leader(), &event(on))))),
    ("add::<Exemption>", "O-OT---", |_, store, on| done(store.add(&exemption(on), Origin::Direct))),
    ("get::<Exemption>", "OOOT--T", |desk, store, on| {
        done(store.get::<Exemption>(add(&desk.leader(), &exemption(on))))
    }),
    ("change::<Exemption>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Exemption>(add(&desk.leader(), &exemption(on)))?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("remove::<Exemption>", "O-OT---", |desk, store, on| {
        done(store.remove::<Exemption>(add(&desk.leader(), &exemption(on))))
    }),
    ("families_of", "ooot--t", |_, store, on| Ok(seen(store.families_of(Whose::Everyones)?.contains(&on.case.family)))),
    ("duties", "ooot--t", |_, store, on| Ok(seen(!store.duties(&[on.case.family], Past::Last, today())?.is_empty()))),
    ("names_of", "ooot--t", |desk, store, on| {
        let duties = desk.leader().duties(&[on.case.family], Past::Last, today())?;
        Ok(seen(store.names_of(&duties)?.families.contains_key(&on.case.family)))
    }),
    // Figures are of the whole unit.
    ("figures", "---AA--", |_, store, _| done(figures::of_year(store, "deadlines", "2026", Right::ReadFigures))),
    ("figures::<as they are>", "---A---", |_, store, _| {
        done(figures::of_year(store, "deadlines", "2026", Right::ReadFiguresUnmasked))
    }),
    ("give_facts", "---A---", |_, store, _| {
        let asked = AskedFacts { table: &TABLES[0], year: 2026, unit: "nord", today: today() };
        done(store.give_facts(asked, &mut |_| Ok(())))
    }),
    // What has left the house is told to whoever may let more leave.
    ("beside", "---AA--", |_, store, _| done(store.beside(&figures::asked("deadlines", "2026", Right::ReadFigures)))),
    ("publish", "---AA--", |_, store, _| done(figures::leaves(store, "deadlines", "2026"))),
    ("begin_figures", "---AA--", |_, store, _| {
        done(store.begin_figures(figures::asked("deadlines", "2026", Right::ReadFigures)))
    }),
    ("count_on", "---AA--", |_, store, _| {
        let mut counting = store.begin_figures(figures::asked("sessions", "2026", Right::ReadFigures))?;
        done(store.count_on(&mut counting))
    }),
    ("report_settings", "AAAAAAA", |_, store, _| Ok(seen(store.report_settings().saved.is_empty()))),
    // Who reads figures and no cases is told of no record.
    ("behind_figure", "---t---", |_, store, on| {
        let asked =
            AskedFigures { from: day("2000-01-01"), ..figures::asked("placements", "2026", Right::ReadFigures) };
        let all = Figured::Cell { row: TOTAL.to_owned(), column: TOTAL.to_owned() };
        Ok(seen(store.behind_figure(&asked, &all)?.rows.iter().any(|row| row.family == on.case.family)))
    }),
    ("begin_behind", "---A---", |_, store, _| {
        done(store.begin_behind(figures::asked("sessions", "2026", Right::ReadFigures), &Figured::Missing("areas")))
    }),
    ("seek_on", "---A---", |_, store, _| {
        let asked = figures::asked("sessions", "2026", Right::ReadFigures);
        let mut seeking = store.begin_behind(asked, &Figured::Missing("areas"))?;
        done(store.seek_on(&mut seeking))
    }),
    ("behind", "---A---", |_, store, _| {
        let asked = figures::asked("sessions", "2026", Right::ReadFigures);
        done(store.behind(store.begin_behind(asked, &Figured::Missing("areas"))?))
    }),
    ("not_filled_in", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &Session { areas: Vec::new(), ..desk::session(on.case.family, "2026-11-02") });
        let found = store.not_filled_in(Whose::Everyones, (day("2026-01-01"), today()), today())?;
        Ok(seen(found.rows.iter().any(|row| row.of.family == on.case.family && row.field == "areas")))
    }),
    ("planned", "ooot--t", |desk, store, on| {
        let planned = Session { outcome: Outcome::Planned, ..desk::session(on.case.family, "2026-11-25") };
        add(&desk.leader(), &planned);
        let found = store.planned(Whose::Everyones, today(), day("2026-11-28"))?;
        Ok(seen(found.iter().any(|row| row.family == on.case.family)))
    }),
    ("planned_rows", "ooot--t", |desk, store, on| {
        let planned = Session { outcome: Outcome::Planned, ..desk::session(on.case.family, "2026-11-25") };
        let id = add(&desk.leader(), &planned);
        Ok(seen(!store.planned_rows(&[id])?.is_empty()))
    }),
    ("called", "OOOT--T", |_, store, on| done(store.called(on.case.child, Setting::Team))),
    ("household", "OOOT--T", |_, store, on| done(store.household(on.case.family))),
    ("done_since", "AAAA--A", |_, store, _| done(store.done_since(0, 9))),
];

fn event(on: &Target) -> Event {
    Event {
        family: on.case.family,
        kind: EventKind::CareConsidered,
        on: day("2026-11-20"),
        person: Some(on.case.child),
        answered_on: None,
        note: None,
    }
}

fn exemption(on: &Target) -> Exemption {
    Exemption {
        family: on.case.family,
        rule: "care_consideration".to_owned(),
        person: Some(on.case.child),
        record: 1,
        counted_from: day("2026-02-02"),
        exempted_on: today(),
        by: "Lena".to_owned(),
        why: "Flyttar hem".to_owned(),
    }
}

/// A family whose child was placed on a day.
fn placed(store: &Store, on: &str) -> Home {
    let home = planned::home(store, "A-1");
    add(store, &Placement { school_change: Some(Answer::Yes), ..desk::placement(home.child, on) });
    home
}

fn state(store: &Store, home: Home, rule: &str, person: PersonId, on: NaiveDate) -> Option<State> {
    let duties = store.duties(&[home.family], Past::Last, on).unwrap();
    find(store, &duties, rule, person).map(|duty| duty.state)
}

fn find(store: &Store, duties: &[Duty], rule: &str, person: PersonId) -> Option<Duty> {
    let rules = store.rules().all();
    duties.iter().find(|duty| rules[duty.rule].name == rule && duty.about.person == Some(person)).copied()
}

#[test]
fn a_placement_asks_for_a_call_to_each_parent_and_a_talk_meets_it() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = placed(&store, "2026-11-20");
    let call = |person, on| state(&store, home, "crisis_call", person, day(on));
    assert_eq!(
        (call(home.mother, "2026-11-20"), call(home.father, "2026-11-20")),
        (Some(State::Open), Some(State::Open))
    );
    assert_eq!(
        (call(home.mother, "2026-11-21"), call(home.mother, "2026-11-22")),
        (Some(State::Due), Some(State::Late))
    );
    let talk = |outcome| Session {
        kind: SessionKind::CrisisSupport,
        outcome,
        people: vec![home.mother],
        ..desk::session(home.family, "2026-11-21")
    };
    add(&store, &talk(Outcome::NoShow));
    let tried = store.duties(&[home.family], Past::Last, day("2026-11-22")).unwrap();
    let tried = find(&store, &tried, "crisis_call", home.mother).unwrap();
    assert_eq!((tried.state, tried.count), (State::Late, 1));
    add(&store, &talk(Outcome::Held));
    assert_eq!(call(home.mother, "2026-11-22"), Some(State::Met));
    assert_eq!(call(home.father, "2026-11-22"), Some(State::Late));
    store.undo().unwrap();
    assert_eq!(call(home.mother, "2026-11-22"), Some(State::Late));
}

#[test]
fn closing_a_family_loses_nothing_that_was_late() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = placed(&store, "2026-11-02");
    assert_eq!(state(&store, home, "school_start", home.child, today()), Some(State::Late));
    desk::change::<trygg::domain::family::Family>(&store, home.family, |family| {
        (family.status, family.closed_on) = (trygg::domain::codes::FamilyStatus::Closed, Some(today()));
    })
    .unwrap();
    assert_eq!(state(&store, home, "school_start", home.child, day("2027-06-01")), Some(State::Late));
    let duties = store.duties(&[home.family], Past::Last, today()).unwrap();
    let school = find(&store, &duties, "school_start", home.child).unwrap();
    let exemption = Exemption {
        family: home.family,
        rule: "school_start".to_owned(),
        person: Some(home.child),
        record: school.about.record,
        counted_from: school.about.counted_from,
        exempted_on: today(),
        by: "Lena".to_owned(),
        why: "Gick kvar i sin skola".to_owned(),
    };
    add(&store, &exemption);
    assert_eq!(state(&store, home, "school_start", home.child, day("2027-06-01")), Some(State::Exempted));
}

#[test]
fn only_families_that_were_written_in_are_told_of() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = placed(&store, "2026-11-20");
    let newest = store.newest().unwrap();
    assert_eq!(store.written_since(newest).unwrap(), Since::Nothing);
    store.journal_reading(home.family).unwrap();
    assert_eq!(store.written_since(newest).unwrap(), Since::Nothing);
    add(&store, &desk::session(home.family, "2026-11-20"));
    assert_eq!(store.written_since(newest).unwrap(), Since::Families(vec![home.family]));
    assert_eq!(store.written_since(store.newest().unwrap()).unwrap(), Since::Nothing);
}

#[test]
fn all_of_the_past_tells_every_week_and_the_last_only_the_present_one() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let family = store.get::<trygg::domain::family::Family>(home.family).unwrap().value;
    for week in 0..4 {
        let on = family.started_on + chrono::Days::new(10 * week + 5);
        add(&store, &desk::session(home.family, &on.to_string()));
    }
    let weekly = |past| {
        let duties = store.duties(&[home.family], past, today()).unwrap();
        let rules = store.rules().all();
        duties
            .iter()
            // Of the two halves of the pair one.
            .filter(|duty| rules[duty.rule].name == "weekly_session" && duty.about.record == 1)
            .map(|duty| duty.state)
            .collect::<Vec<_>>()
    };
    assert_eq!(weekly(Past::All).iter().filter(|state| **state == State::Met).count(), 4);
    assert_eq!(weekly(Past::All).last(), weekly(Past::Last).last());
    assert_eq!(weekly(Past::Last).len(), 2);
}
