//! Staff and users by name: one person is one row however the name is written.

use trygg::domain::discretion::Setting;
use trygg::domain::entry::Names;
use trygg::domain::family::Family;
use trygg::domain::session::{GoalMark, Session};
use trygg::store::{SessionFilter, Whose};

use super::desk::{self, Desk, USERS, add, add_case, family, get, session};

#[test]
fn users_are_listed_by_name_with_their_roles() {
    let desk = Desk::new();
    let users = desk.leader().users().unwrap();
    let names: Vec<&str> = users.iter().map(|user| user.name.as_str()).collect();
    assert_eq!(names, ["Ada", "Joel", "Kim", "Lena", "Saga", "Stig", "Vera"]);
    assert!(users.iter().all(|user| USERS.contains(&(user.name.as_str(), user.role))));
}

#[test]
fn a_colleague_s_name_is_the_same_however_it_is_typed() {
    let desk = Desk::new();
    let store = desk.leader();
    let team = Family { child_support: vec!["SAGA".to_owned()], ..family("A-1", "Ek") };
    let id = add(&store, &team);
    assert_eq!(get::<Family>(&store, id).value.child_support, ["Saga"]);
    let filter = trygg::store::FamilyFilter { whose: Whose::Mine, ..Default::default() };
    assert_eq!(desk.open("Saga").count_families(&filter).unwrap(), 1);
}

#[test]
fn the_casebook_tells_who_is_meant_and_what_is_there_already() {
    let desk = Desk::new();
    let store = desk.leader();
    let team = Family {
        child_support: vec!["Åsa Öberg".to_owned(), "Åsa".to_owned()],
        phase: Some("slussen".to_owned()),
        ..family("A-1", "Ek")
    };
    let family = add(&store, &team);
    assert_eq!(Names::staff(&store, "asa").unwrap(), ["Åsa", "Åsa Öberg"], "an exact name first");
    assert_eq!(Names::staff(&store, "ÅSA Ö").unwrap(), ["Åsa Öberg"]);
    assert_eq!(Names::staff(&store, "sa").unwrap(), ["Saga"], "names are known by how they begin");
    assert!(store.phases().unwrap().contains(&"slussen".to_owned()));
    let child = add(&store, &desk::member(family, "P-1", "Elsa"));
    let placement = desk::placement(child, "2026-02-02");
    add(&store, &placement);
    assert_eq!(store.placements(child).unwrap(), [(placement.kind, placement.started_on)]);
    let twice = ["09:00", "15:00"].map(|start| Session {
        start: start.parse().ok(),
        people: vec![child],
        ..session(family, "2026-11-03")
    });
    for session in &twice {
        add(&store, session);
    }
    assert_eq!(store.sessions_on(family, desk::day("2026-11-03")).unwrap(), twice);
    assert_eq!(store.sessions_on(family, desk::day("2026-11-04")).unwrap(), []);
}

#[test]
fn who_took_part_twice_took_part_once() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let mark = |attainment| GoalMark { goal: 2, attainment, done: false };
    let twice = Session {
        people: vec![case.child, case.child],
        staff: vec!["Saga".to_owned(), "saga".to_owned()],
        goals: vec![mark(None), mark(Some(1))],
        ..session(case.family, "2026-11-03")
    };
    let stored = get::<Session>(&store, add(&store, &twice)).value;
    assert_eq!((stored.people, stored.staff), (vec![case.child], vec!["Saga".to_owned()]));
    assert_eq!(stored.goals, [mark(Some(1))], "the last mark of a goal counts");
    assert_eq!(store.count_sessions(&SessionFilter::default(), 9).unwrap(), 2);
}

#[test]
fn a_demo_tells_how_far_it_has_come() {
    let desk = Desk::new();
    let new = |number: u32| trygg::store::NewFamily {
        people: vec![desk::member(0.into(), &format!("P-{number}"), "Elsa")],
        placements: vec![desk::placement(0.into(), "2026-02-02")],
        sessions: vec![Session { people: vec![0.into()], ..session(0.into(), "2026-11-03") }],
        ..trygg::store::NewFamily::new(family(&format!("A-{number}"), "Ek"))
    };
    let mut told = Vec::new();
    desk.leader().fill_demo(&desk.casebook, (0..600).map(new), |done| told.push(done)).unwrap();
    assert_eq!(told, [250, 500, 600]);
    let row = desk.leader().sessions(&SessionFilter::default(), 599, 1).unwrap().remove(0);
    let names: Vec<String> = row.people.iter().map(|(_, name)| name.shown(Setting::Team)).collect();
    assert_eq!(names, ["Elsa"]);
    let broken = trygg::store::NewFamily { people: Vec::new(), ..new(1000) };
    assert_eq!(desk::key(desk.leader().fill_demo(&desk.casebook, [broken].into_iter(), |_| ())), "no-such-person");
}
