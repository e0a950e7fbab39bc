//! Visits from the keyboard: outcomes, moves, supporters, restrictions, and what is asked along the way.

use trygg::domain::codes::VisitOutcome;
use trygg::domain::visit::Wish;
use trygg::locale::Language;
use trygg::store::{FamilyFilter, Origin};

use super::desk::{Desk, today};

/// Elias' month, the marker on his next visit: on Wednesday by video with Amir.
fn month() -> Desk {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 5").shows("▸25·");
    desk
}

#[test]
fn a_visit_held_is_one_key() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5").shows("Umgänge · Leo Berg").shows("lö 21/11");
    let before = desk.sent;
    desk.keys("g").shows("✓ 16–18 Mona");
    assert_eq!(desk.sent - before, 1);
    desk.keys("u").shows("· 16–18 Mona").keys("Space").shows("✓ 16–18 Mona").keys("Space").shows("· 16–18 Mona");
}

#[test]
fn who_cancelled_is_one_key_and_why_one_more() {
    for (keys, shown) in [
        ("i f", "inställt av förälder"),
        ("i h", "inställt av familjehemmet"),
        ("i f s", "inställt av förälder: sjuk"),
        ("i s", "inställt av förälder: sjuk"),
        ("o", "inställt av oss"),
        ("o u", "inställt av oss: umgänges"),
    ] {
        let mut desk = month();
        desk.keys(keys).keys("Esc").keys("5 / lin Enter 5").shows("× 18–18.30 Amir").shows(shown);
    }
}

#[test]
fn an_outcome_does_not_wait_for_its_reason() {
    let mut desk = month();
    desk.keys("o").shows("Varför?");
    desk.again();
    desk.keys("/ lin Enter 5").shows("25×");
}

#[test]
fn a_childs_own_wish_names_the_child_once() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let families = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    let family = families.iter().find(|row| row.name == "Berg").unwrap().id;
    let page = store.family_page(family, today()).unwrap();
    let child = page.people.iter().find(|person| person.person.value.given_name == "Leo".into()).unwrap().person.id;
    let what = "Vill ringa oftare".to_owned();
    let wish = Wish { family, child, by: child, told_on: today(), what, answered_on: None, answer: None };
    store.add(&wish, Origin::Direct).unwrap();
    desk.keys("5").hides("Leo – Leo");
    assert!(desk.row("Vill ringa").contains(" Leo "));
}

#[test]
fn what_is_still_to_come_is_not_held() {
    let mut desk = month();
    desk.keys("g").shows("Dagen har inte varit än").shows("25·").keys("-").shows("25·");
}

#[test]
fn one_visit_moves_and_its_siblings_stay() {
    let mut desk = month();
    desk.keys("m").types("26/11").keys("Ctrl-S").shows("▸26·").shows("flyttat från on 25/11");
    desk.keys("u").shows("▸26 ").shows("25·");
    desk.keys("Ctrl-R").shows("26·").hides("25·");
}

#[test]
fn this_and_later_leaves_the_past_alone() {
    let mut desk = month();
    desk.shows("18✓").shows("11✓");
    desk.keys("m").types("26/11").keys("Shift-Tab").fill("från").keys("Ctrl-S");
    desk.shows("18✓").shows("11✓").shows("26·").hides("25·").shows("varje to 18–18.30");
    desk.keys("PgDn").shows("3·").hides(" 2·");
    desk.keys("u").keys("PgUp").shows("25·");
}

#[test]
fn a_visit_left_out_can_be_restored() {
    let mut desk = month();
    desk.keys("x").shows("25○").shows("utelämnat").keys("r").shows("25·");
}

#[test]
fn a_gap_is_told_on_the_first_screen_and_filled_with_two_keys() {
    let mut desk = Desk::new();
    desk.keys("1 PgDn PgDn").shows("? lö 28/11 10    Elias – Sara").shows("! 6 ");
    desk.keys("5");
    while !desk.row("▸").contains("lö 28/11 10–14") {
        desk.keys("j");
    }
    desk.keys("Enter").shows("Vem stöder Elias – Sara").keys("1");
    desk.shows("! 5 ").keys("u").shows("! 6 ");
}

#[test]
fn a_restriction_stops_a_visit_until_somebody_says_why_it_is_kept() {
    let mut desk = month();
    desk.keys("+").types("Elias @Amir tor 14-15 plats:Lekoteket").keys("Enter");
    desk.shows("Elias – Amir: begränsat: inte genom att träffas").shows("trots(skäl)").keys("Ctrl-D y");
    desk.keys("n").fill("Amir").fill("möte").fill("").fill("26/11").fill("14-15");
    for _ in 0..13 {
        desk.keys("Tab");
    }
    desk.fill("tingsrätten har sagt så").keys("Ctrl-S").shows("Sparat: planerat umgänge Elias – Amir");
}

#[test]
fn clashes_are_told_before_they_are_saved() {
    let mut desk = month();
    desk.keys("+").types("Elias @Sara lör 28/11").keys("Ctrl-D y");
    desk.keys("+")
        .types("Elias @Sara 2026-11-28 12-13 stöd:Karin")
        .keys("Enter")
        .shows("Enter igen sparar ändå")
        .keys("Enter")
        .shows("Sparat: planerat umgänge");
}

#[test]
fn the_childs_words_have_a_field_of_their_own() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5 g s Tab").types("vi läste en bok").keys("Ctrl-S").shows("Sparat");
    desk.keys("Enter").shows("vi läste en bok").shows("UNDER OCH EFTER");
}

#[test]
fn a_statistician_sees_no_visit() {
    let mut desk = Desk::of("Siri", Language::Swedish).unwrap();
    desk.keys("5").hides("Elias").hides("Lindström").hides("Mona");
}

#[test]
fn arrows_go_by_days_and_weeks_and_tab_by_visits() {
    let mut desk = month();
    for (keys, shown) in [
        ("Right", "▸26"),
        ("Left Left", "▸24"),
        ("Down", "december"),
        ("Up", "▸24"),
        ("Tab", "▸25·"),
        ("Shift-Tab", "▸18✓"),
    ] {
        desk.keys(keys).shows(shown);
    }
    assert_eq!(
        desk.app.panes.visits.find(desk.app.panes.visits.current().unwrap()).unwrap().1.outcome,
        VisitOutcome::Held
    );
}

#[test]
fn a_form_takes_mother_and_plans_on_the_childs_step() {
    let mut desk = month();
    desk.keys("n").fill("mamma").fill("möte").fill("udda lör").fill("").fill("15-16").keys("Ctrl-S").keys("n");
    desk.shows("Sparat: planerat umgänge Elias – Sara").shows("steg 5").shows("ingen umgängesstödjare");
}

#[test]
fn an_absence_lists_what_it_hits() {
    let mut desk = Desk::new();
    desk.keys("5 f n").fill("Karin").fill("21/11").fill("").fill("30/11").keys("Ctrl-S").shows("skulle ha stött");
    desk.keys("1").shows("Vem stöder").keys("1").shows("Sparat: umgänge");
}

#[test]
fn what_is_written_about_is_not_turned_around_by_a_key() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5 g s Tab")
        .types("vi läste")
        .keys("Ctrl-S i")
        .shows("r tar först tillbaka")
        .shows("✓ 16–18");
}

#[test]
fn a_reason_is_part_of_the_act_it_explains() {
    let mut desk = month();
    desk.keys("i f s").shows("inställt av förälder: sjuk").keys("u").shows("25·");
}
