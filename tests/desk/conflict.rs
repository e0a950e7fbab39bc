//! A colleague saved first: both versions, field by field, and neither is lost.

use trygg::domain::family::Family;
use trygg::domain::session::Session;
use trygg::store::Origin;

use super::desk::Desk;

fn colleague_changes_the_family(desk: &Desk) {
    let colleague = desk.colleague("Sara");
    let id = desk.app.cx.open.as_ref().unwrap().id();
    let mut family = colleague.get::<Family>(id).unwrap();
    family.value.district = Some("Väster".to_owned());
    family.value.parent_support = vec!["Lena".to_owned(), "Sara".to_owned()];
    colleague.change(id, family.version, &family.value, Origin::Direct).unwrap();
}

fn edited() -> Desk {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter").fill("Lindström Ek").keys("Tab Tab Tab Tab Tab").fill("Öster");
    colleague_changes_the_family(&desk);
    desk.keys("Ctrl-S");
    desk
}

fn stored(desk: &Desk) -> Family {
    let id = desk.app.cx.open.as_ref().unwrap().id();
    desk.colleague("Karin").get::<Family>(id).unwrap().value
}

#[test]
fn both_are_shown_and_nothing_is_saved_yet() {
    let mut desk = edited();
    desk.shows("En kollega hann spara före dig").shows("Ditt").shows("Kollegans");
    for text in ["Lindström Ek", "Öster", "Väster"] {
        desk.shows(text);
    }
    assert_eq!(stored(&desk).name, "Lindström");
    super::screens::snapshot("conflict_80x24", &desk.screen());
}

#[test]
fn the_mix_is_saved() {
    for save in ["Enter", "Ctrl-S"] {
        let mut desk = edited();
        desk.keys(save).shows("Sparat: ändring av familjen");
        let family = stored(&desk);
        // One's own where one typed, the colleague's where only they did.
        assert_eq!((family.name.as_str(), family.district.as_deref()), ("Lindström Ek", Some("Öster")));
        assert_eq!(family.parent_support, ["Lena", "Sara"]);
    }
}

#[test]
fn space_chooses_the_colleagues() {
    let mut desk = edited();
    desk.keys("j Space Enter").shows("Sparat");
    assert_eq!(stored(&desk).district.as_deref(), Some("Väster"));
}

#[test]
fn esc_goes_back_to_the_form_with_its_text() {
    let mut desk = edited();
    desk.keys("Esc").shows("Lindström Ek").shows("Öster");
    desk.keys("Esc").shows("Sparat som utkast");
    assert_eq!(stored(&desk).district.as_deref(), Some("Väster"));
    desk.keys("Enter").shows("Lindström Ek").keys("Ctrl-S").shows("Kollegans");
}

#[test]
fn undo_takes_back_only_ones_own() {
    let mut desk = edited();
    desk.keys("Enter u").shows("Ångrat");
    let family = stored(&desk);
    assert_eq!((family.name.as_str(), family.district.as_deref()), ("Lindström", Some("Väster")));
}

#[test]
fn a_note_of_many_lines_shows_its_lines() {
    let mut desk = Desk::new();
    desk.keys("3 e Tab Tab Tab Tab Tab Tab Tab Tab")
        .keys("Enter")
        .types("Min rad ett")
        .keys("Enter")
        .types("Min rad två");
    let id = desk.app.panes.sessions.window.current().unwrap().id;
    let colleague = desk.colleague("Karin");
    let mut session = colleague.get::<Session>(id).unwrap();
    session.value.note = Some("Deras rad ett\nDeras rad två".to_owned());
    colleague.change(id, session.version, &session.value, Origin::Direct).unwrap();
    desk.keys("Ctrl-S").shows("Min rad ett").shows("Deras rad ett");
    let screen = desk.screen();
    let row = |text: &str| screen.lines().position(|row| row.contains(text)).unwrap();
    assert_eq!(row("Min rad två"), row("Min rad ett") + 1, "{screen}");
    assert_eq!(row("Deras rad två"), row("Deras rad ett") + 1, "{screen}");
}

#[test]
fn a_marked_field_is_on_the_screen_however_long_the_notes_are() {
    let mut desk = Desk::sized(60, 15);
    desk.keys("3 e").fill("A-1").keys("Shift-Tab Shift-Tab").types(&"lång text ".repeat(60));
    let id = desk.app.panes.sessions.window.current().unwrap().id;
    let colleague = desk.colleague("Karin");
    let mut session = colleague.get::<Session>(id).unwrap();
    session.value.note = Some("annan text ".repeat(60));
    session.value.minutes = 25;
    session.value.next_step = Some("ringa skolan".to_owned());
    colleague.change(id, session.version, &session.value, Origin::Direct).unwrap();
    desk.keys("Ctrl-S");
    for _ in 0..6 {
        desk.shows("▸").keys("j");
    }
}
