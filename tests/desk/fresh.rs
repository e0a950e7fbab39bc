//! What a colleague writes comes onto the screen by itself, and nothing that somebody marks or types moves for it.

use trygg::app::pane::visits::{Concern, Line};
use trygg::domain::family::Family;
use trygg::domain::ids::FamilyId;
use trygg::domain::session::Session;
use trygg::store::{FamilyFilter, Origin, SessionFilter, Store};

use super::desk::{Desk, today};

fn family(store: &Store, name: &str) -> FamilyId {
    let all = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    all.into_iter().find(|row| row.name == name).unwrap().id
}

/// A colleague's session with a family, like its newest but for the day and the note.
fn log(store: &Store, family: FamilyId, on: chrono::NaiveDate, note: &str) {
    let filter = SessionFilter { family: Some(family), ..SessionFilter::default() };
    let newest = store.sessions(&filter, 0, 1).unwrap().remove(0).id;
    let like = store.get::<Session>(newest).unwrap().value;
    store.add(&Session { on, note: Some(note.to_owned()), ..like }, Origin::Direct).unwrap();
}

fn rename(store: &Store, from: &str, to: &str) {
    let stored = store.get::<Family>(family(store, from)).unwrap();
    let value = Family { name: to.to_owned(), ..stored.value };
    store.change(stored.id, stored.version, &value, Origin::Direct).unwrap();
}

/// The row that the marker stands on.
fn marked(desk: &Desk) -> String {
    desk.row("▸")
}

#[test]
fn while_nobody_writes_there_is_nothing_to_draw() {
    let mut desk = Desk::new();
    assert!(!desk.app.refresh());
    // What is written here is on the screen already.
    desk.keys("+").types("lind igår tel").keys("Enter").shows("Sparat: träff Lindström");
    assert!(!desk.app.refresh());
}

#[test]
fn a_reading_and_a_draft_of_a_colleague_change_nothing() {
    let mut desk = Desk::new();
    let colleague = desk.colleague("Sara");
    desk.keys("/ lin Enter 3");
    let before = desk.buffer();
    colleague.journal_reading(family(&colleague, "Lindström")).unwrap();
    assert!(!desk.app.refresh());
    colleague.keep_draft("quick", "berg igår").unwrap();
    assert!(!desk.app.refresh());
    assert_eq!(desk.buffer(), before);
}

#[test]
fn a_draft_of_one_s_own_at_another_terminal_is_counted() {
    let mut desk = Desk::new();
    desk.hides("1 utkast");
    desk.colleague("Karin").keep_draft("quick", "berg igår").unwrap();
    assert!(desk.app.refresh());
    desk.shows("1 utkast");
}

#[test]
fn a_session_of_a_colleague_appears_and_the_marker_stays_on_its_own() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 j j");
    let before = marked(&desk);
    let colleague = desk.colleague("Karin");
    let family = desk.app.cx.open.as_ref().unwrap().id();
    log(&colleague, family, today(), "nytt från Sara");
    desk.hides("nytt från Sara");
    assert!(desk.app.refresh());
    desk.shows("nytt från Sara");
    assert_eq!(marked(&desk), before);
}

#[test]
fn the_marker_stays_on_its_session_over_the_edge_of_a_page() {
    let mut desk = Desk::new();
    desk.keys("3 g g");
    let page = desk.app.panes.sessions.window.page();
    (1..page).for_each(|_| _ = desk.keys("j"));
    let before = desk.app.panes.sessions.window.current().unwrap().id;
    let colleague = desk.colleague("Karin");
    log(&colleague, family(&colleague, "Berg"), today() + chrono::Days::new(300), "långt fram");
    assert!(desk.app.refresh());
    assert_eq!(desk.app.panes.sessions.window.current().unwrap().id, before);
    desk.keys("g g").shows("långt fram");
}

#[test]
fn the_marker_stays_on_its_family_and_a_page_is_read_again() {
    let mut desk = Desk::new();
    desk.keys("G");
    let before = marked(&desk);
    let colleague = desk.colleague("Karin");
    rename(&colleague, "Lindström", "Öberg Lindström");
    assert!(desk.app.refresh());
    assert_eq!(marked(&desk), before);
    desk.keys("/ ber Enter").shows("BERG");
    rename(&colleague, "Berg", "Bergman");
    assert!(desk.app.refresh());
    desk.shows("BERGMAN").hides("BERG ");
}

#[test]
fn a_family_that_a_colleague_removed_is_closed_and_the_text_stays() {
    let mut desk = Desk::new();
    let colleague = desk.colleague("Karin");
    let like = colleague.get::<Family>(family(&colleague, "Berg")).unwrap().value;
    let new = Family { name: "Ny familj".to_owned(), case_ref: "B-77".to_owned(), ..like };
    colleague.add(&new, Origin::Direct).unwrap();
    desk.keys("/ b-77 Enter +").types("igår tel -- hann inte");
    colleague.remove::<Family>(family(&colleague, "Ny familj")).unwrap();
    assert!(desk.app.refresh());
    desk.shows("+ igår tel -- hann inte");
    assert!(desk.app.cx.open.is_none());
}

#[test]
fn what_is_typed_what_is_told_and_what_lies_over_the_pane_stay() {
    let mut desk = Desk::new();
    let colleague = desk.colleague("Karin");
    desk.keys("/ lin Enter +").types("igår tel").keys("Enter").shows("Sparat: träff Lindström");
    rename(&colleague, "Berg", "Bergman");
    assert!(desk.app.refresh());
    desk.shows("Sparat: träff Lindström").keys("Enter").fill("Lindström Ek").types("A-1b");
    let cursor = desk.cursor();
    rename(&colleague, "Lindström", "Lindström Dahl");
    assert!(desk.app.refresh());
    desk.shows("Lindström Ek").shows("A-1b").hides("Lindström Dahl");
    assert_eq!(desk.cursor(), cursor);
    // Both versions are shown when it is saved, as ever.
    desk.keys("Ctrl-S").shows("En kollega hann spara före dig").shows("Lindström Dahl");
}

#[test]
fn a_session_that_is_read_is_read_again_and_its_end_is_told() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("igår tel -- första lydelsen").keys("Enter 3 Enter").shows("första lydelsen");
    let colleague = desk.colleague("Karin");
    let id = desk.app.panes.sessions.window.current().unwrap().id;
    let stored = colleague.get::<Session>(id).unwrap();
    let value = Session { note: Some("andra lydelsen".to_owned()), ..stored.value };
    colleague.change(id, stored.version, &value, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    desk.shows("andra lydelsen").hides("första lydelsen");
    colleague.remove::<Session>(id).unwrap();
    assert!(desk.app.refresh());
    desk.hides("andra lydelsen").shows("Hittar inte").shows("Träffar Lindström");
}

#[test]
fn a_map_stays_in_view_when_a_colleague_draws_another() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 4");
    let shown = desk.app.panes.network.shown().unwrap();
    let (id, mut map) = (shown.id, shown.value.clone());
    map.drawn_on = today();
    map.drawn_by = "Sara".to_owned();
    desk.colleague("Karin").add(&map, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    assert_eq!(desk.app.panes.network.shown().unwrap().id, id);
}

#[test]
fn gaps_are_counted_again_in_every_pane() {
    let mut desk = Desk::new();
    let before = desk.app.cx.counts.gaps();
    let mut colleague = Desk::new();
    colleague.app = desk.also("Karin");
    let place = colleague.keys("5").app.panes.visits.agenda.lines.iter().position(is_gap).unwrap();
    colleague.app.panes.visits.agenda.marker = place;
    colleague.keys("a 1").shows("Sparat");
    assert!(desk.app.refresh());
    assert_eq!(desk.app.cx.counts.gaps(), before - 1);
}

fn is_gap(line: &Line) -> bool {
    matches!(line, Line::Concern(Concern::Unsupported(_)))
}
