//! The family pane: one family is chosen, and stays chosen.

use super::desk::Desk;

#[test]
fn the_chosen_family_stays_chosen_between_panes() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 3").shows("Träffar Berg").keys("2").shows("BERG");
    desk.keys("3 n").shows("Ny träff · Berg").keys("Esc 3 +").types("igår").shows("Berg");
    desk.keys("Esc Esc").shows("BERG");
}

#[test]
fn another_familys_list_begins_at_what_was_last() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 G / ber Enter").shows("Träffar Berg");
    let today = desk.app.cx.world.today;
    assert!(desk.app.panes.sessions.window.current().is_some_and(|row| row.on <= today));
    desk.keys("k");
    assert!(desk.app.panes.sessions.window.current().is_some_and(|row| row.on > today));
}

#[test]
fn esc_goes_back_a_step_at_a_time() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 Esc").shows("LINDSTRÖM").keys("Esc").hides("LINDSTRÖM").shows("▸Lindström");
    desk.keys("Esc").shows("▸Lindström");
}

#[test]
fn tab_goes_between_list_and_page() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter").shows("▸LINDSTRÖM").keys("Tab").shows("▸Lindström").keys("j").shows("▸Muñoz");
    desk.shows("LINDSTRÖM").keys("Enter").shows("▸MUÑOZ");
}

#[test]
fn lists_put_swedish_letters_last() {
    let desk = Desk::new();
    let screen = desk.screen();
    let row = |name: &str| screen.lines().position(|row| row.trim_start_matches(['▸', ' ']).starts_with(name)).unwrap();
    let names = ["Berg", "Ek", "Muñoz", "Rönn", "von Essen", "Åkerlund", "Öberg"];
    assert!(names.is_sorted_by_key(|name| row(name)), "{screen}");
}

#[test]
fn movement_reaches_both_ends() {
    let mut desk = Desk::new();
    desk.keys("G").shows("▸Öberg").keys("g g").shows("▸Berg").keys("End").shows("▸Öberg").keys("Home").shows("▸Berg");
    desk.keys("j j Down k Up j").shows("▸Granath").keys("g j").shows("▸Haddad");
}

#[test]
fn every_item_of_a_page_is_on_the_screen_when_it_is_chosen() {
    for size in [(60, 15), (80, 24), (160, 50)] {
        let mut desk = Desk::sized(size.0, size.1);
        desk.keys("/ lin Enter");
        let items = desk.app.cx.open.as_ref().unwrap().items.len();
        assert!(items > 5);
        for item in 0..items {
            assert!(desk.screen().contains('▸'), "item {item} at {size:?}\n{}", desk.screen());
            desk.keys("j");
        }
    }
}

#[test]
fn a_placement_needs_a_child() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter v").shows("Välj ett barn först").keys("j j v").shows("Ny placering");
}
