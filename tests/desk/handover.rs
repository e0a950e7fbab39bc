//! The hand-over sheet on the screen: opened from a page and from the week, read up and down, and left.

use trygg::domain::codes::{EventKind, FamilyStatus};
use trygg::domain::event::Event;
use trygg::domain::family::Family;
use trygg::domain::ids::{EventId, FamilyId};
use trygg::locale::Language;
use trygg::store::{FamilyFilter, Listing, Origin, Store, Stored, Trail};

use super::desk::{Desk, today};
use super::screens::snapshot;

#[test]
fn it_is_told_in_english_too() {
    let mut desk = Desk::of("Karin", Language::English).unwrap();
    snapshot("hand_over_english_80x24", &desk.keys("/ lin Enter L").screen());
    snapshot("hand_over_english_end_80x24", &desk.keys("G").screen());
}

#[test]
fn it_is_read_up_and_down_and_left() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter").keys("L").shows("ÖVERLÄMNING  Lindström  A-1");
    let first = desk.screen();
    desk.keys("Down").hides("pågår sedan").keys("Up");
    assert_eq!(desk.screen(), first);
    desk.keys("PgDn PgUp Up Up");
    assert_eq!(desk.screen(), first);
    desk.keys("G").shows("DE SENASTE ANTECKNINGARNA").hides("rader till").hides("PgDn vidare");
    let last = desk.screen();
    desk.keys("PgDn Down Down Space");
    assert_eq!(desk.screen(), last, "below the last row there is nothing");
    desk.keys("Up").shows("en rad till").keys("Down");
    assert_eq!(desk.screen(), last);
    desk.keys("g g");
    assert_eq!(desk.screen(), first);
    desk.keys("? Esc").shows("ÖVERLÄMNING").keys("Esc").hides("ÖVERLÄMNING").shows("LINDSTRÖM");
}

#[test]
fn every_row_comes_by_at_every_size() {
    for size in [(60, 15), (80, 24), (119, 30), (120, 20), (160, 50)] {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ lin Enter L G").hides("till\n");
        desk.app.resize((80, 24));
        desk.keys("G").shows("om extra anpassningar i kemi.");
        desk.app.resize(size);
        desk.keys("g g").shows("pågår sedan");
    }
}

#[test]
fn the_week_hands_over_the_family_of_the_line_and_that_is_journalled() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    let readings = |desk: &Desk| {
        let rows = desk.colleague("Karin").journal(Trail::Newest, 500).unwrap();
        rows.iter().filter(|row| row.act == "open").count()
    };
    let before = readings(&desk);
    desk.keys("1 j L").shows("ÖVERLÄMNING  Ek  A-3").keys("L").shows("Veckan").hides("ÖVERLÄMNING");
    assert_eq!(readings(&desk), before + 1);
    desk.keys("/ lin Enter");
    let opened = readings(&desk);
    desk.keys("L Esc L Esc");
    assert_eq!(readings(&desk), opened, "the family is open");
}

#[test]
fn where_no_family_is_meant_none_is_handed_over() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.keys("1 L").hides("ÖVERLÄMNING").shows("Öppna en familj först");
}

#[test]
fn what_a_colleague_writes_comes_onto_it_and_moves_nothing() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter L Down Down");
    let colleague = desk.colleague("Karin");
    let id = colleague.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    let id = id.iter().find(|row| row.name == "Lindström").unwrap().id;
    let stored = colleague.get::<Family>(id).unwrap();
    let renamed = Family { name: "Lindqvist".to_owned(), ..stored.value };
    colleague.change(id, stored.version, &renamed, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    desk.shows("ÖVERLÄMNING  Lindqvist").hides("pågår sedan").shows("ATT GÖRA");
}

#[test]
fn nothing_to_hand_over_is_said_calmly() {
    let mut desk = Desk::new();
    let colleague = desk.colleague("Karin");
    let rows = colleague.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    let family = Family {
        case_ref: "T-1".to_owned(),
        name: "Tomasson".to_owned(),
        status: FamilyStatus::Closed,
        started_on: today(),
        planned_end_on: None,
        closed_on: Some(today()),
        ..colleague.get::<Family>(rows[0].id).unwrap().value
    };
    colleague.add(&family, Origin::Direct).unwrap();
    desk.keys("/ t-1 Enter L");
    snapshot("hand_over_nothing_80x24", &desk.screen());
}

#[test]
fn what_is_noted_of_a_family_is_one_key_from_its_page() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let mut families = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    families.retain(|row| row.name == "Lindström");
    let event = Event {
        family: families[0].id,
        kind: EventKind::SupportAsked,
        on: today(),
        person: None,
        answered_on: None,
        note: Some("Ringde BVC om vaccinationerna".to_owned()),
    };
    store.add(&event, Origin::Direct).unwrap();
    desk.keys("/ lin Enter").shows("(a visar)");
    desk.keys("a").shows("AKTEN  Lindström  A-1").shows("Ringde BVC om vaccinationerna").shows("väntar på svar");
    snapshot("dossier_80x24", &desk.screen());
    desk.keys("G").hides("rader till");
    // Somebody answers: the sheet that is open says so.
    let (id, stored) = newest(&store, families[0].id);
    store.change(id, stored.version, &Event { answered_on: Some(today()), ..event }, Origin::Direct).unwrap();
    desk.keys("Esc").hides("AKTEN").keys("a").hides("väntar på svar").shows("svar");
    desk.keys("q").hides("AKTEN").keys("L G");
    let mut sheet = String::new();
    for _ in 0..30 {
        sheet.push_str(&desk.screen());
        desk.keys("PgUp");
    }
    assert!(sheet.contains("Ringde BVC om vaccinationerna"), "and the next colleague is told");
}

fn newest(store: &Store, family: FamilyId) -> (EventId, Stored<Event>) {
    let mut found: Vec<Stored<Event>> = Vec::new();
    let listing = Listing { family: Some(family), ..Listing::default() };
    store
        .each::<Event>(&listing, &mut |of| {
            found.push(of.value);
            Ok(())
        })
        .unwrap();
    let last = found.into_iter().max_by_key(|stored| stored.id).unwrap();
    (last.id, last)
}
