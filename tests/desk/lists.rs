//! What narrows the lists.

use super::desk::Desk;

#[test]
fn mine_and_everyones() {
    let mut desk = Desk::new();
    desk.keys("m").shows("mina").shows("Lindström").hides("Nordin").keys("m").shows("Nordin").shows("Familjer  12");
}

#[test]
fn families_by_status_and_district() {
    let mut desk = Desk::new();
    desk.keys("f Tab").types("vilar").keys("Ctrl-S").shows("von Essen").hides("Lindström").shows("Familjer  1");
    desk.keys("Backspace").shows("Lindström").shows("Visar alla");
    desk.keys("f Tab Tab").types("Norr").keys("Enter").shows("Lindström").shows("Muñoz").hides("Berg");
    desk.keys("Esc").shows("Berg");
}

#[test]
fn a_closed_family_is_shown_when_asked_for() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter Enter Tab Tab").fill("avslutad");
    desk.keys("Ctrl-S").shows("Fortfarande placerad: Elias").keys("Ctrl-S Esc").hides("Lindström");
    desk.keys("f Tab").types("avslutad").keys("Ctrl-S").shows("Lindström");
}

#[test]
fn sessions_by_area_staff_outcome_and_period() {
    for (field, text, wanted) in [
        (0, "skola", "Skolgång"),
        (1, "Sara", "Sara"),
        (2, "inställd", "inställd"),
        (3, "1/11", "1/11"),
        (4, "31/10", "31/10"),
    ] {
        let mut desk = Desk::new();
        let all = desk.sessions();
        desk.keys("3 f");
        for _ in 0..field {
            desk.keys("Tab");
        }
        desk.types(text).keys("Ctrl-S").shows("Visar ett urval");
        let title = desk.screen().lines().nth(1).unwrap_or_default().to_lowercase();
        assert!(title.contains(&wanted.to_lowercase()), "{text}: {title}");
        let total = desk.app.panes.sessions.total().unwrap();
        assert!(total > 0 && total < usize::try_from(all).unwrap(), "{text}: {total} of {all}");
        desk.keys("Backspace").shows(&format!("alla familjer · {all}"));
    }
}

#[test]
fn a_filter_that_is_nonsense_is_told() {
    let mut desk = Desk::new();
    desk.keys("3 f").types("kaffe").keys("Ctrl-S").shows("Något saknas eller stämmer inte").shows("kaffe");
    desk.keys("Esc").shows("alla familjer");
}

#[test]
fn a_filter_that_nothing_passes_says_how_to_leave() {
    let mut desk = Desk::new();
    desk.keys("f Tab Tab").types("Ingenstans").keys("Ctrl-S").shows("Inga familjer här").shows("Backspace visar alla");
    desk.keys("Enter").keys("Backspace").shows("Lindström");
    desk.keys("3 f Tab").types("Ingen").keys("Ctrl-S").shows("Inga träffar här").keys("Enter Space x Esc");
}

#[test]
fn the_open_familys_sessions_or_everybodys() {
    let mut desk = Desk::new();
    desk.keys("3 m").shows("Öppna en familj först");
    desk.keys("/ lin Enter 3").shows("Träffar Lindström").keys("m").shows("Träffar alla familjer");
    desk.keys("m").shows("Träffar Lindström");
}

#[test]
fn the_marked_session_stays_marked_when_a_colleague_adds_one_above() {
    use trygg::domain::session::Session;
    let mut desk = Desk::new();
    desk.keys("3 j j j");
    let before = desk.app.panes.sessions.window.current().unwrap().id;
    let store = desk.colleague("Karin");
    let like = store.get::<Session>(before).unwrap().value;
    let on = super::desk::today() + chrono::Days::new(30);
    store.add(&Session { on, ..like }, trygg::store::Origin::Direct).unwrap();
    assert!(desk.app.refresh());
    assert_eq!(desk.app.panes.sessions.window.current().map(|row| row.id), Some(before));
}

#[test]
fn three_letters_of_a_name_filter_sessions_by_staff() {
    let mut desk = Desk::new();
    desk.keys("3 f Tab").types("kar").keys("Ctrl-S").shows("· Karin");
}
