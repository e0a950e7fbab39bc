//! Lists of a casebook that is too large to be counted before the first frame.

use std::path::Path;
use std::sync::OnceLock;

use chrono::{DateTime, Days, TimeZone, Utc};
use tempfile::TempDir;
use trygg::app::keys::Key;
use trygg::app::pane::sessions::CEILING;
use trygg::app::{Route, Subject};
use trygg::demo;
use trygg::domain::codes::{Area, Code, Outcome};
use trygg::domain::session::Session;
use trygg::locale::Language;
use trygg::store::{Casebook, FamilyFilter, FirstUser, Origin, SessionFilter, Store, Whose};

use super::desk::{Desk, copy, today};

/// More families than are looked at before a frame.
const FAMILIES: u32 = 130;

fn clock() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 12, 0, 0).unwrap()
}

/// A casebook in which more sessions are still to come than anybody counts.
fn large() -> &'static Path {
    static LARGE: OnceLock<TempDir> = OnceLock::new();
    let made = LARGE.get_or_init(|| {
        let directory = tempfile::tempdir().unwrap();
        let users: Vec<FirstUser<'_>> =
            demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
        let casebook = Casebook::init_demo(directory.path(), &users, clock).unwrap();
        let store = casebook.unlock("Karin", "", clock).unwrap();
        let mut families: Vec<_> = demo::families(1, FAMILIES, today()).collect();
        let planned = Session {
            on: today().checked_add_days(Days::new(3)).unwrap(),
            outcome: Outcome::Planned,
            people: Vec::new(),
            areas: Vec::new(),
            cancelled_by: None,
            cancelled_by_person: None,
            note: None,
            ..families[0].sessions[0].clone()
        };
        families[0].sessions.extend(std::iter::repeat_n(planned, CEILING + 1));
        store.fill_demo(&casebook, families.into_iter(), |_| {}).unwrap();
        directory
    });
    made.path()
}

fn desk() -> Desk {
    Desk::at(large(), Language::Swedish, today(), (80, 24))
}

/// On a copy, for whoever writes.
fn alone() -> (TempDir, Desk) {
    let casebook = tempfile::tempdir().unwrap();
    copy(large(), casebook.path());
    let desk = Desk::at(casebook.path(), Language::Swedish, today(), (80, 24));
    (casebook, desk)
}

fn at(casebook: &TempDir) -> Store {
    Casebook::find(casebook.path()).unwrap().unlock("Karin", "", clock).unwrap()
}

fn store() -> Store {
    Casebook::find(large()).unwrap().unlock("Karin", "", clock).unwrap()
}

/// Presses a key and lets nothing be worked out after it.
fn press(desk: &mut Desk, key: char) {
    desk.app.key(Key::Char(key));
}

#[test]
fn sessions_begin_at_today_however_many_are_still_to_come() {
    let mut desk = desk();
    desk.keys("3");
    let window = &desk.app.panes.sessions.window;
    let newest = SessionFilter { to: Some(today()), ..SessionFilter::default() };
    let newest = store().sessions(&newest, 0, 1).unwrap().remove(0);
    assert_eq!(window.current().map(|row| row.id), Some(newest.id));
    // What comes next stands above it.
    let above = &window.rows()[..window.marker()];
    assert!(above.len() > 3 && above.iter().all(|row| row.on > today()), "{above:?}");
    // And both ends are reached: beyond as many as are counted, too.
    let oldest = store().sessions_forward(&SessionFilter::default(), 1).unwrap().remove(0);
    desk.keys("G");
    assert_eq!(desk.app.panes.sessions.window.current().map(|row| row.id), Some(oldest.id));
    desk.keys("g g");
    let first = store().sessions(&SessionFilter::default(), 0, 1).unwrap().remove(0);
    assert_eq!(desk.app.panes.sessions.window.current().map(|row| row.id), Some(first.id));
}

#[test]
fn the_first_frame_waits_for_no_count_and_a_count_stands_until_there_is_another() {
    let (casebook, mut desk) = alone();
    press(&mut desk, '3');
    desk.shows("alla familjer · räknar …").shows("Skola …").settle();
    let many = format!("alla familjer · fler än {CEILING}");
    desk.shows(&many).hides("räknar");
    let area = Area::ALL[0];
    let served = desk.app.panes.sessions.served(area).unwrap();
    // Somebody adds one: what was counted stands until all are counted anew.
    let colleague = at(&casebook);
    let row = colleague.sessions(&SessionFilter::default(), 0, 1).unwrap().remove(0);
    let like = colleague.get::<Session>(row.id).unwrap().value;
    let on = today().checked_add_days(Days::new(30)).unwrap();
    colleague.add(&Session { on, areas: vec![area], ..like }, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    assert!(desk.app.is_at_work());
    assert_eq!(desk.app.panes.sessions.served(area), Some(served));
    desk.shows(&many).settle();
    let counted = colleague.count_areas(&SessionFilter::default(), CEILING).unwrap();
    assert!(counted.contains(&(area, served + 1)), "{counted:?}");
    assert_eq!(desk.app.panes.sessions.served(area), Some(served + 1));
    // Of another list there is no number yet, and of a short one it is there at once.
    let families: Vec<_> = colleague.families(&FamilyFilter::default(), today(), 0, 999).unwrap();
    let count = |family| {
        let filter = SessionFilter { family: Some(family), ..SessionFilter::default() };
        colleague.count_sessions(&filter, CEILING).unwrap()
    };
    let long = families.iter().find(|family| count(family.id) > 100).unwrap().id;
    desk.app.go_along(&Route::to(Subject::Sessions).of(Some(long))).unwrap();
    desk.shows("räknar …").settle().hides("räknar");
    let short = families.iter().find(|family| count(family.id) < 60).unwrap().id;
    desk.app.go_along(&Route::to(Subject::Sessions).of(Some(short))).unwrap();
    desk.hides("räknar");
}

#[test]
fn ones_own_families_are_counted_after_the_frame() {
    let mut desk = desk();
    desk.shows(&format!("Familjer  {}", store().count_families(&FamilyFilter::default()).unwrap()));
    press(&mut desk, 'm');
    desk.shows("Familjer  räknar … · mina").settle();
    let mine = FamilyFilter { whose: Whose::Mine, ..FamilyFilter::default() };
    desk.shows(&format!("Familjer  {} · mina", store().count_families(&mine).unwrap()));
}

/// The screen without what is counted of everybody in every pane.
fn below_the_head(desk: &Desk) -> String {
    desk.screen().lines().skip(1).collect::<Vec<_>>().join("\n")
}

#[test]
fn everybodys_maps_are_looked_at_between_keys() {
    let (casebook, mut desk) = alone();
    press(&mut desk, '4');
    desk.shows("räknar …").settle().shows("HAR INGEN KARTA").hides("räknar");
    let whole = at(&casebook).map_ages(Whose::Everyones).unwrap().len();
    let of = |line: &_| matches!(line, trygg::app::pane::network::ages::AgeLine::Of(_));
    assert_eq!(desk.app.panes.network.ages.list.lines.iter().filter(|line| of(line)).count(), whole);
    // What is on the screen stays there while it is worked out anew, and so does the marker.
    desk.keys("G k k");
    let marked = desk.app.panes.network.ages.current().unwrap().person;
    let (shown, colleague) = (below_the_head(&desk), at(&casebook));
    let session = colleague.sessions(&SessionFilter::default(), 0, 1).unwrap().remove(0).id;
    let stored = colleague.get::<Session>(session).unwrap();
    let session = Session { minutes: stored.value.minutes + 5, ..stored.value };
    colleague.add(&session, Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    assert!(desk.app.is_at_work());
    assert_eq!(below_the_head(&desk), shown);
    desk.settle();
    assert_eq!(below_the_head(&desk), shown);
    assert_eq!(desk.app.panes.network.ages.current().unwrap().person, marked);
}

#[test]
fn pages_of_families_are_all_families_in_their_order() {
    let mut desk = desk();
    let all: Vec<_> = store().families(&FamilyFilter::default(), today(), 0, 999).unwrap();
    for family in &all {
        assert_eq!(desk.app.panes.families.window.current().map(|row| row.id), Some(family.id));
        desk.keys("j");
    }
    for family in all.iter().rev() {
        assert_eq!(desk.app.panes.families.window.current().map(|row| row.id), Some(family.id));
        desk.keys("k");
    }
    // One that is opened by name is marked in the list, with what is around it.
    let family = &all[all.len() / 2];
    desk.app.go_along(&Route::to(Subject::People).of(Some(family.id))).unwrap();
    let window = &desk.app.panes.families.window;
    assert_eq!(window.current().map(|row| row.id), Some(family.id));
    assert_eq!((window.rows().len(), window.marker()), (window.page(), window.page() / 2));
}
