//! The quick line: one burst of keys logs a session.

use trygg::domain::codes::Outcome;
use trygg::store::{SessionFilter, SessionRow};

use super::desk::Desk;

/// The open family's sessions, newest first.
fn newest(desk: &Desk) -> Vec<SessionRow> {
    let family = desk.app.cx.open.as_ref().map(|open| open.id());
    let filter = SessionFilter { family, ..SessionFilter::default() };
    desk.colleague("Karin").sessions(&filter, 0, 100).unwrap()
}

#[test]
fn a_family_is_found_by_three_letters() {
    for (letters, name) in
        [("lin", "LINDSTRÖM"), ("ron", "RÖNN"), ("RÖN", "RÖNN"), ("aker", "ÅKERLUND"), ("muno", "MUÑOZ")]
    {
        let mut desk = Desk::new();
        desk.keys("/").types(letters).keys("Enter").shows(name);
        assert!(desk.sent <= letters.chars().count() + 2, "{letters}");
    }
}

#[test]
fn a_session_is_logged_in_the_open_family() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    let before = desk.sessions();
    desk.sent = 0;
    let note = "gick igenom läxorna";
    desk.keys("+").types("igår 14-15 @mamma #sk -- ").types(note).keys("Enter");
    let irreducible = "igår 14-15 mamma sk".chars().count() - " ".len() * 3 + note.chars().count();
    assert!(desk.sent <= irreducible + 12, "{} keys", desk.sent);
    assert_eq!(desk.sessions(), before + 1);
    desk.shows("Sparat: träff Lindström").shows(note);
    let session = newest(&desk).into_iter().find(|row| row.note.as_deref() == Some(note)).unwrap();
    assert_eq!((named(&session), session.staff), (vec!["Sara".to_owned()], vec!["Karin".to_owned()]));
    assert_eq!(session.on.to_string(), "2026-11-20");
}

#[test]
fn it_shows_in_the_list_of_sessions_at_once() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 +").types("9/11 9-10 @mamma -- förmiddag").keys("Enter").hides("+ 9/11");
    desk.keys("+").types("nästa fre 9-10 planerad -- förmiddag").keys("Enter").shows("förmiddag");
}

#[test]
fn enter_twice_saves_once() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("+").types("lind idag @alla -- en gång").keys("Enter Enter");
    assert_eq!(desk.sessions(), before + 1);
    desk.keys("+ Enter Enter");
    assert_eq!(desk.sessions(), before + 1);
}

#[test]
fn an_attempt_that_reached_nobody_asks_for_nothing_more() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("/ lin Enter +").types("tel uteblev").keys("Enter");
    assert_eq!(desk.sessions(), before + 1);
    let session =
        newest(&desk).into_iter().find(|row| row.outcome == Outcome::NoShow && row.people.is_empty()).unwrap();
    assert_eq!((session.start, session.note), (None, None));
    desk.keys("3").shows("uteblev");
}

#[test]
fn one_session_for_several_siblings() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind idag barn @elias @noah -- byggde koja").keys("Enter");
    let colleague = desk.colleague("Karin");
    let all = colleague.sessions(&SessionFilter::default(), 0, 400).unwrap();
    let found = all.iter().find(|row| row.note.as_deref() == Some("byggde koja")).unwrap();
    assert_eq!(named(found), ["Elias", "Noah"]);
}

#[test]
fn what_is_ambiguous_or_nonsense_is_refused_and_stays() {
    for (case, line, cursor_after) in [
        ("two families", "nord igår 14-15", "nord"),
        ("nonsense", "lind igår kaffe hem", "lind igår kaffe"),
        ("nobody of the name", "lind @moster igår", "lind @moster"),
        ("no such area", "lind igår #xyz hem", "lind igår #xyz"),
        ("two days", "lind igår idag", "lind igår idag"),
        ("no such day", "lind 31/11 hem", "lind 31/11"),
        ("open bracket", "lind inställd(mamma: sjuk", "lind inställd(mamma: sjuk"),
        ("no family", "igår hem -- prat", "igår hem"),
    ] {
        let mut desk = Desk::new();
        let before = desk.sessions();
        desk.keys("+").types(line).keys("Enter").shows(&format!("+ {line}"));
        assert_eq!(desk.sessions(), before, "{case}");
        let column = u16::try_from(cursor_after.chars().count()).unwrap() + 3;
        assert_eq!(desk.cursor().0, column, "{case}: {}", desk.screen());
    }
}

#[test]
fn the_cursor_goes_where_the_mending_is_to_be_done() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("+").types("nord igår 14-15").keys("Enter").types("q").keys("Enter").hides("+ nord");
    assert_eq!(desk.sessions(), before + 1);
    desk.shows("Nordqvist");
}

#[test]
fn tab_completes_families_people_and_areas() {
    for (typed, completed) in [
        ("li", "+ Lindström"),
        ("nord", "Nordin · Nordqvist"),
        ("lind @el", "+ lind @Elias"),
        ("lind #sk", "+ lind #skola"),
    ] {
        let mut desk = Desk::new();
        desk.keys("+").types(typed).keys("Tab").shows(completed);
    }
}

#[test]
fn a_completed_word_can_be_typed_on_after() {
    let mut desk = Desk::new();
    desk.keys("+").types("li").keys("Tab").types("igår @el").keys("Tab").types("#sk").keys("Tab");
    desk.shows("+ Lindström igår @Elias #skola").keys("Enter").shows("Sparat: träff Lindström");
}

#[test]
fn a_line_longer_than_the_screen_follows_the_cursor() {
    let mut desk = Desk::new();
    let note = "ord ".repeat(60);
    desk.keys("+").types("lind igår -- ").types(&note).types("SLUTET").shows("SLUTET");
    assert!(desk.cursor().0 < 80);
    desk.keys("Home").shows("+ lind igår");
    desk.keys("Enter").shows("Sparat");
}

/// Who took part, as the team calls them.
fn named(row: &trygg::store::SessionRow) -> Vec<String> {
    row.people.iter().map(|(_, name)| name.shown(trygg::domain::discretion::Setting::Team)).collect()
}
