//! What is typed is never lost, is offered again where it was typed, and is never counted as if it were saved.

use super::desk::Desk;

#[test]
fn a_form_keeps_its_draft_on_esc_and_offers_it_again_in_place() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab").types("Gick igenom läxorna");
    desk.keys("Esc").shows("Sparat som utkast").shows("1 utkast").shows("LINDSTRÖM");
    desk.keys("n").shows("Ditt utkast är tillbaka").shows("Gick igenom läxorna");
    desk.keys("Ctrl-S").shows("Sparat: träff Lindström").hides("utkast");
    desk.keys("n").hides("Gick igenom läxorna");
}

#[test]
fn ctrl_d_discards() {
    let mut desk = Desk::new();
    desk.keys("n").types("Ny familj").keys("Esc n Ctrl-D y").shows("Utkastet är kastat").hides("1 utkast");
    desk.keys("n").hides("Ny familj ").hides("tillbaka");
    assert_eq!(desk.colleague("Karin").drafts().unwrap(), []);
}

#[test]
fn the_quick_line_keeps_its_draft() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind igår -- halv").keys("Esc").shows("Sparat som utkast").shows("1 utkast");
    desk.keys("+").shows("+ lind igår -- halv").types("vägs").keys("Enter").shows("Sparat: träff Lindström");
    desk.hides("utkast").keys("+").hides("halv");
}

#[test]
fn an_empty_line_leaves_no_draft() {
    let mut desk = Desk::new();
    desk.keys("+ Esc").hides("utkast");
    desk.keys("+").types("lind").keys("Esc + Home Ctrl-K Esc").hides("1 utkast");
    assert_eq!(desk.colleague("Karin").drafts().unwrap(), []);
}

#[test]
fn a_form_left_as_it_was_found_leaves_no_draft() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter Tab Esc").hides("utkast");
    desk.keys("Enter End").types("x");
    desk.app.keep_drafts();
    desk.keys("Backspace Esc").hides("1 utkast");
    assert_eq!(desk.colleague("Karin").drafts().unwrap(), []);
}

#[test]
fn a_pause_keeps_what_is_typed_and_a_new_desk_tells_of_it() {
    for (place, keys, text) in [
        ("quick line", "+", "lind igår @mamma -- strömmen gick"),
        ("new session", "/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab", "strömmen gick"),
        ("new family", "n", "Strömberg"),
        ("new person", "/ lin Enter p", "Strömming"),
        ("a family", "/ lin Enter Enter", "Strömstad"),
        ("a person", "/ lin Enter j Enter", "Strömma"),
        ("new placement", "/ lin Enter j j j j v Tab Tab", "Strömhem"),
        ("a session", "3 e Tab Tab Tab Tab Tab Tab Tab Tab", "strömmen gick"),
    ] {
        let mut desk = Desk::new();
        desk.keys(keys);
        assert!(!desk.app.is_typed_in(), "{place}");
        desk.types(text);
        assert!(desk.app.is_typed_in(), "{place}");
        desk.app.keep_drafts();
        assert!(!desk.app.is_typed_in(), "{place}");
        desk.again();
        desk.shows("Ett utkast väntar. d tar upp det.").shows("1 utkast").hides(text);
        desk.keys("d").shows(text);
        desk.shows("Ditt utkast är tillbaka");
    }
}

#[test]
fn a_note_of_several_lines_comes_back_whole() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab").types("Första raden").keys("Enter").types("Andra raden");
    desk.app.keep_drafts();
    desk.again();
    desk.keys("d");
    let screen = desk.screen();
    let rows: Vec<&str> = screen.lines().map(str::trim).collect();
    let first = rows.iter().position(|row| *row == "Första raden").unwrap();
    assert_eq!(rows[first + 1], "Andra raden");
}

#[test]
fn drafts_are_in_no_list_and_no_count() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("+").types("lind igår -- utkastets text").keys("Esc");
    desk.keys("n").types("Utkastfamiljen").keys("Esc");
    assert_eq!(desk.sessions(), before);
    desk.keys("2").shows("Familjer  12").hides("Utkastfamiljen");
    desk.keys("3").shows(&format!("alla familjer · {before}")).hides("utkastets text");
    desk.keys("/").types("utkastf").shows("Inget som passar");
}

#[test]
fn a_draft_begun_in_one_family_is_not_offered_in_another() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab").types("om Lindströms").keys("Esc");
    desk.keys("/ ber Enter n").hides("om Lindströms").shows("A-2").keys("Esc");
    desk.keys("/ lin Enter n").shows("om Lindströms").shows("A-1");
}

#[test]
fn a_line_begun_in_one_family_does_not_become_anothers() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types("igår -- om Lindströms").keys("Esc");
    desk.keys("/ ber Enter +").hides("om Lindströms").keys("Esc");
    desk.again();
    desk.keys("d").shows("om Lindströms").shows("LINDSTRÖM").keys("Enter").shows("Sparat: träff Lindström");
}

#[test]
fn a_draft_of_what_is_gone_does_not_stand_in_the_way() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind igår -- först").keys("Esc");
    desk.keys("3 e Tab Tab Tab Tab Tab Tab Tab Tab").types("sedan").keys("Esc");
    let session = desk.app.panes.sessions.window.current().unwrap().id;
    desk.colleague("Karin").remove::<trygg::domain::session::Session>(session).unwrap();
    desk.keys("d").shows("+ lind igår -- först");
}

#[test]
fn drafts_are_each_persons_own() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind igår -- mitt").keys("Esc");
    assert_eq!(desk.colleague("Sara").drafts().unwrap(), []);
}

#[test]
fn a_filter_is_no_draft() {
    let mut desk = Desk::new();
    desk.keys("f").types("mi");
    assert!(!desk.app.is_typed_in(), "a filter would be kept for ever");
    desk.keys("Esc").hides("utkast");
}

#[test]
fn a_draft_of_an_older_version_meets_the_newer_one_when_saved() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter Tab Tab Tab Tab Tab Tab").fill("Mitt område").keys("Esc");
    let colleague = desk.colleague("Sara");
    let id = desk.app.cx.open.as_ref().unwrap().id();
    let mut theirs = colleague.get::<trygg::domain::family::Family>(id).unwrap();
    theirs.value.district = Some("Deras område".to_owned());
    colleague.change(id, theirs.version, &theirs.value, trygg::store::Origin::Direct).unwrap();
    desk.keys("Enter Ctrl-S").shows("Kollegans").shows("Mitt område").shows("Deras område");
}

#[test]
fn locking_keeps_what_is_typed() {
    for keys in ["+", "n"] {
        let mut desk = Desk::new();
        desk.keys(keys).types("Lindström").keys("Ctrl-L");
        assert_eq!(desk.app.flow(), trygg::app::Flow::Lock);
        assert!(desk.app.is_typed_in(), "nothing comes before that the screen is covered");
        desk.app.keep_drafts();
        assert_eq!(desk.colleague("Karin").drafts().unwrap().len(), 1, "{keys}");
    }
}

#[test]
fn a_draft_from_another_day_says_so() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind idag -- i fredags").keys("Esc");
    let time = desk.app.cx.world.time;
    desk.app.turn_day(super::desk::today() + chrono::Days::new(2), time);
    desk.keys("+").shows("Ditt utkast från lö 21/11 är tillbaka");
}
