//! Who and what is sought is who and what every pane shows, wherever one comes from.

use trygg::app::pane::week::Line;
use trygg::app::{Landmark, Route, Subject};
use trygg::domain::codes::MemberRole;
use trygg::domain::deadlines::Duty;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::session::Session;
use trygg::locale::Language;
use trygg::store::{FamilyFilter, Origin, SessionFilter, Trail};

use super::desk::{Desk, today};

/// Everybody of every family.
fn everybody(desk: &Desk) -> Vec<(FamilyId, PersonId, MemberRole)> {
    let store = desk.colleague("Karin");
    let families = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    let people = families.iter().flat_map(|row| store.family_page(row.id, today()).unwrap().people);
    people.map(|one| (one.person.value.family, one.person.id, one.person.value.role)).collect()
}

fn readings(desk: &Desk) -> usize {
    let rows = desk.colleague("Karin").journal(Trail::Newest, 5000).unwrap();
    rows.iter().filter(|row| row.act == "open").count()
}

#[test]
fn whoever_is_marked_is_shown_in_every_pane() {
    let mut desk = Desk::new();
    for (family, person, role) in everybody(&desk) {
        desk.app.go_along(&Route::to(Subject::People).of(family).with(person)).unwrap();
        desk.keys("4");
        assert_eq!(desk.app.panes.network.ego, Some(person));
        desk.keys("5");
        let child = desk.app.panes.visits.child.chosen;
        if role == MemberRole::Child {
            assert_eq!(child, Some(person));
        }
        // From any pane back to the page, and to the map again.
        desk.keys("2 4");
        assert_eq!(desk.app.panes.network.ego, Some(person));
        assert_eq!(desk.app.here().person, Some(person));
    }
}

#[test]
fn a_child_sought_by_name_is_the_one_that_4_and_5_show() {
    for (name, network, visits) in
        [("noah", "Nätverk · Noah", "Umgänge · Noah"), ("elias", "Nätverk · Elias", "Umgänge · Elias")]
    {
        let mut desk = Desk::new();
        desk.keys("/").types(name).keys("Enter 4").shows(network).keys("5").shows(visits).keys("4").shows(network);
    }
}

#[test]
fn a_parent_sought_by_name_is_shown_with_a_child_whom_the_parent_meets() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    for (family, person, role) in
        everybody(&desk).into_iter().filter(|(.., role)| matches!(role, MemberRole::Mother | MemberRole::Father))
    {
        desk.app.go_along(&Route::to(Subject::Visits).of(family).with(person)).unwrap();
        let diary = &desk.app.panes.visits.diary;
        let meets = |child: Option<PersonId>| {
            diary
                .arrangements
                .iter()
                .any(|one| Some(one.value.child) == child && one.value.terms.with.contains(&person))
        };
        let somebody = store.family_page(family, today()).unwrap().people.iter().any(|one| meets(Some(one.person.id)));
        assert!(!somebody || meets(desk.app.panes.visits.child.chosen), "{role:?}");
    }
}

#[test]
fn choosing_somebody_in_one_pane_chooses_them_in_all() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 4 v");
    let ego = desk.app.panes.network.ego;
    assert_eq!(desk.keys("2").app.here().person, ego);
    desk.keys("5 v");
    let child = desk.app.panes.visits.child.chosen;
    assert_eq!(desk.keys("4").app.panes.network.ego, child);
}

#[test]
fn a_map_is_offered_of_everybody_in_the_family() {
    for family in ["lin", "rön", "ek"] {
        let mut desk = Desk::new();
        desk.keys("/").types(family).keys("Enter 4");
        let all: Vec<PersonId> = desk.app.panes.network.people.iter().map(|member| member.id).collect();
        let mut offered = Vec::new();
        for _ in &all {
            offered.extend(desk.app.panes.network.ego);
            desk.keys("v");
        }
        offered.sort();
        offered.dedup();
        assert_eq!(offered.len(), all.len(), "{family}");
    }
    // A parent's first map, in a family with two children.
    let mut desk = Desk::new();
    desk.keys("/ sara Enter 4").shows("Nätverk · Sara").keys("n").shows("Sara");
}

/// The duty of a place in the week, if it is one's.
fn duty_at(desk: &Desk, place: usize) -> Option<Duty> {
    let line = desk.app.panes.week.list.lines.get(place)?;
    desk.app.panes.week.duty(line, &desk.app.cx)
}

#[test]
fn a_line_of_the_week_leads_to_whom_it_is_about() {
    let mut desk = Desk::new();
    desk.keys("1 m");
    let mut seen = 0;
    for place in 0..desk.app.panes.week.list.lines.len() {
        let Some(duty) = duty_at(&desk, place) else { continue };
        let Some(person) = duty.about.person else { continue };
        desk.app.panes.week.list.marker = place;
        desk.keys("o");
        assert_eq!(desk.app.here().person, Some(person));
        desk.keys("4");
        assert_eq!(desk.app.panes.network.ego, Some(person));
        seen += 1;
        desk.keys("1");
        if seen > 12 {
            break;
        }
    }
    assert!(seen > 3, "{seen}");
}

#[test]
fn a_map_that_is_to_be_drawn_again_is_the_map_of_whom_the_week_names() {
    use trygg::domain::deadlines::Fact;
    let mut desk = Desk::new();
    desk.keys("1 m");
    let rules: Vec<bool> =
        desk.app.cx.rules().all().iter().map(|rule| rule.met_by.first() == Some(&Fact::MapDrawn)).collect();
    let mut seen = 0;
    for place in 0..desk.app.panes.week.list.lines.len() {
        let Some(duty) = duty_at(&desk, place) else { continue };
        if !rules[duty.rule] || duty.unknown.is_some() {
            continue;
        }
        desk.app.panes.week.list.marker = place;
        desk.keys("Enter");
        assert_eq!((desk.app.at, desk.app.panes.network.ego), (Subject::Maps, duty.about.person));
        desk.keys("1");
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn above_and_below_a_session_stands_what_stands_there_where_it_was_opened() {
    let mut desk = Desk::new();
    desk.keys("1 m");
    let lines = desk.app.panes.week.list.lines.clone();
    let mut tried = 0;
    for (place, line) in lines.iter().enumerate() {
        let Line::Planned(id) = line else { continue };
        let family = desk.app.panes.week.planned(*id).unwrap().family;
        desk.app.panes.week.list.marker = place;
        desk.keys("Enter");
        let of_family = |desk: &Desk| {
            let rows = desk.colleague("Karin").journal(Trail::Family(family), 5000).unwrap();
            rows.iter().filter(|row| row.act == "open").count()
        };
        let before = (readings(&desk), of_family(&desk));
        for key in ["Down", "Down", "Up", "Up", "Up"] {
            desk.keys(key);
            let Some(trygg::app::Layer::Reading(reading)) = desk.app.layers.last() else { panic!("not read") };
            assert_eq!(reading.session().family, family);
        }
        assert_eq!(readings(&desk) - before.0, of_family(&desk) - before.1, "no other family is read");
        desk.keys("Esc");
        tried += 1;
    }
    assert!(tried > 1);
}

#[test]
fn whoever_writes_sessions_edits_one_from_every_pane() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    let store = desk.colleague("Karin");
    let filter = SessionFilter::default();
    let row = store.sessions(&filter, 0, 1).unwrap().remove(0);
    let mut family = store.get::<trygg::domain::family::Family>(row.family).unwrap();
    family.value.other_support.push("Ulf".to_owned());
    store.change(row.family, family.version, &family.value, Origin::Direct).unwrap();
    let like = store.get::<Session>(row.id).unwrap().value;
    let planned = Session {
        on: today(),
        outcome: trygg::domain::codes::Outcome::Planned,
        note: Some("planerat så".to_owned()),
        ..like
    };
    store.add(&planned, Origin::Direct).unwrap();
    desk.again();
    desk.keys("3 Enter e").shows("Träff · ").hides("Din roll").keys("Esc");
    desk.keys("1");
    let place = desk.app.panes.week.list.lines.iter().position(|line| matches!(line, Line::Planned(_))).unwrap();
    desk.app.panes.week.list.marker = place;
    desk.keys("Enter e").shows("Träff · ").hides("Din roll");
}

#[test]
fn the_marker_is_on_what_was_just_written() {
    // Among sessions, also between older ones.
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 G +").types("igår tel -- den nya").keys("Enter");
    assert!(desk.row("▸").contains("den nya"), "{}", desk.screen());
    desk.keys("G n").keys("Ctrl-S");
    assert!(desk.row("▸").contains("21/11"), "{}", desk.screen());
    // A person and a placement on the page.
    let mut desk = Desk::new();
    desk.keys("/ lin Enter p").types("Moa").keys("Tab Tab").types("barn").keys("Ctrl-S").shows("Moa");
    let here = desk.app.here().person;
    let name = desk.app.cx.open.as_ref().unwrap().page.people.iter().find(|one| Some(one.person.id) == here).unwrap();
    assert_eq!(name.person.value.given_name.bare(), "Moa");
    // A reminder and a planned session in the week.
    let mut desk = Desk::new();
    desk.keys("1 +").types("att ring BUP imorgon @mig").keys("Enter");
    assert!(desk.row("▸").contains("ring BUP"), "{}", desk.screen());
    desk.keys("+").types("lind ti 10-11 hem").keys("Ctrl-U").types("lind imorgon 10-11 tel planerad").keys("Enter");
    assert!(desk.row("▸").contains("telefon"), "{}", desk.screen());
    // Visits, in the agenda and in a month.
    let mut desk = Desk::new();
    desk.keys("5 +").types("Elias @mamma 23/11 8-9 plats:Biblan").keys("Enter");
    assert!(desk.row("▸").contains("Biblan"), "{}", desk.screen());
}

#[test]
fn several_outcomes_in_a_row_are_a_key_each() {
    let mut desk = Desk::new();
    desk.keys("5");
    let untold = |desk: &Desk| {
        let visits = &desk.app.panes.visits;
        let waits = |line: &trygg::app::pane::visits::Line| {
            let key = line.visit()?;
            let (_, visit, _) = visits.find(key)?;
            (visit.on <= today() && visit.outcome == trygg::domain::codes::VisitOutcome::Planned).then_some(key)
        };
        visits.agenda.lines.iter().filter_map(waits).collect::<std::collections::HashSet<_>>().len()
    };
    let all = untold(&desk);
    assert!(all >= 2, "{all}");
    let first = desk.app.panes.visits.agenda.lines.iter().position(|line| {
        line.visit().is_some_and(|key| {
            desk.app.panes.visits.find(key).is_some_and(|(_, visit, _)| {
                visit.on <= today() && visit.outcome == trygg::domain::codes::VisitOutcome::Planned
            })
        })
    });
    desk.app.panes.visits.agenda.marker = first.unwrap();
    for done in 1..=all {
        desk.keys("g");
        if matches!(desk.app.layers.last(), Some(trygg::app::Layer::Question(_))) {
            desk.keys("Esc");
        }
        assert_eq!(untold(&desk), all - done, "after {done}\n{}", desk.screen());
    }
    // Taken back, the last one is marked again.
    desk.keys("u g");
    if matches!(desk.app.layers.last(), Some(trygg::app::Layer::Question(_))) {
        desk.keys("Esc");
    }
    assert_eq!(untold(&desk), 0);
}

#[test]
fn space_goes_on_to_the_next_line_of_the_week() {
    let mut desk = Desk::new();
    desk.keys("1 m");
    for _ in 0..12 {
        let list = &desk.app.panes.week.list;
        let Some(place) = list.lines.iter().position(|line| match line {
            Line::Visit(key) => desk.app.panes.week.visit(*key).is_some_and(|one| one.on <= today()),
            _ => false,
        }) else {
            return;
        };
        // The last of its block that can be ticked, with the next line after it.
        let marks = |line: &Line| !matches!(line, Line::Blank | Line::Heading(..));
        let next = list.lines[place + 1..].iter().find(|line| marks(line)).cloned();
        desk.app.panes.week.list.marker = place;
        desk.keys("Space");
        let now = desk.app.panes.week.current().cloned();
        if let (Some(Line::Visit(_) | Line::Planned(_) | Line::Task(_)), Some(now)) = (&next, now) {
            assert_eq!(Some(now), next, "{}", desk.screen());
        }
    }
}

#[test]
fn a_visit_that_begins_at_another_time_keeps_its_length() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5 m").shows("16:00").shows("18:00").keys("Tab").types("13").keys("Tab");
    desk.shows("15:00").keys("Ctrl-S");
    desk.shows("13–15");
    // Saved from the field itself; and an end that somebody writes stays.
    desk.keys("m Tab").types("10").keys("Ctrl-S").shows("10–12");
    desk.keys("m Tab").types("11").keys("Tab").types("15").keys("Shift-Tab").types("9").keys("Ctrl-S").shows("9–15");
}

#[test]
fn a_record_is_a_landmark_wherever_it_stands() {
    let mut desk = Desk::new();
    desk.keys("3 j j j");
    let id = desk.app.panes.sessions.window.current().unwrap().id;
    let here = desk.app.here();
    assert_eq!(here.record, None);
    desk.keys("/ lin Enter 3 j j");
    let marked = desk.app.panes.sessions.window.current().unwrap().id;
    let here = desk.app.here();
    assert_eq!(here.record, Some(Landmark::of::<Session>(marked)));
    desk.keys("g g 1");
    desk.app.go_along(&here).unwrap();
    assert_eq!(desk.app.panes.sessions.window.current().unwrap().id, marked);
    assert_ne!(id, marked);
}
