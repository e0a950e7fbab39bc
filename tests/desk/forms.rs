//! Forms: what is wrong is said beside its field, and nothing typed is lost.

use std::rc::Rc;

use trygg::app::Layer;
use trygg::app::form::noun::visit::ACCOUNT;
use trygg::app::form::{Form, What};
use trygg::domain::entry::Draft;

use super::desk::Desk;

#[test]
fn a_bad_form_shows_each_fault_and_goes_to_the_first() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("/ lin Enter n").fill("33/13").fill("25").fill("60").fill("kaffe").keys("Tab").fill("Klara");
    desk.keys("Ctrl-S").shows("Något saknas eller stämmer inte");
    assert_eq!(desk.sessions(), before);
    for (label, text) in [("Dag", "33/13"), ("Klockan", "25"), ("Form", "kaffe"), ("Deltagare", "Klara")] {
        let row = desk.row(text);
        let said = row.split_once(label).map(|(_, rest)| rest.to_owned()).unwrap_or_default();
        assert!(said.trim_start().starts_with(&format!("! {text}")), "{label}: {row}");
    }
    desk.shows("▸Dag");
    desk.shows("”33/13”");
}

#[test]
fn a_mended_field_is_no_longer_marked() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n").fill("33/13").keys("Ctrl-S Home Ctrl-K").types("igår").hides("! igår");
    desk.keys("Ctrl-S").shows("Sparat: träff Lindström");
}

#[test]
fn a_new_family_opens_and_takes_a_person_and_a_placement() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("B-7").keys("Ctrl-S").shows("SANDBERG").shows("Sparat: ny familj Sandberg");
    desk.keys("p").fill("Tove").keys("Tab").fill("barn").keys("Ctrl-S").shows("Tove").shows("ny person Tove");
    desk.keys("v").fill("familjehem").fill("1/11").fill("Familjehem Ros").keys("Ctrl-S");
    desk.shows("Familjehem Ros").shows("ny placering av Tove").shows("ett barn placerat");
}

#[test]
fn the_person_just_added_is_the_one_that_keys_act_on() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter p").fill("Tove").keys("Tab").fill("barn").keys("Ctrl-S");
    assert!(desk.row("Tove").contains("▸Tove"), "{}", desk.screen());
    desk.keys("v").shows("Ny placering · Tove");
}

#[test]
fn the_marked_person_stays_marked_when_another_is_added() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter j j j j").shows("▸Elias");
    desk.colleague("Karin");
    desk.keys("+").types("igår -- x").keys("Enter").shows("▸Elias");
}

#[test]
fn enter_goes_on_and_saves_on_the_last_field() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter p").types("Tove").keys("Enter Enter").types("barn");
    desk.keys("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter")
        .shows("Sparat: ny person Tove");
}

#[test]
fn a_field_takes_what_a_hand_would_write() {
    for (day, time, minutes, list) in [
        ("i går", "14", "90", "fr 20/11 14–15.30"),
        ("19/11", "1430", "1,5h", "to 19/11 14.30–16"),
        ("ti", "9.15", "45 min", "ti 17/11 9.15–10"),
        ("v46 ons", "kl 8", "1h", "on 11/11 8–9"),
    ] {
        let mut desk = Desk::new();
        desk.keys("/ lin Enter n").fill(day).fill(time).fill(minutes).keys("Ctrl-S 3").shows(list);
    }
}

#[test]
fn a_session_for_several_siblings() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab").fill("Elias, Noah").keys("Ctrl-S 3").shows("Elias, Noah");
}

#[test]
fn an_attempt_that_reached_nobody_needs_nothing_else() {
    let mut desk = Desk::new();
    let before = desk.sessions();
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab").fill("uteblev").keys("Ctrl-S");
    desk.shows("Sparat: träff Lindström");
    assert_eq!(desk.sessions(), before + 1);
}

#[test]
fn a_form_opened_and_saved_unchanged_changes_nothing_typed() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 3 j j j j e");
    let form = desk.screen();
    desk.keys("Ctrl-S").hides("Något saknas").keys("e");
    assert_eq!(desk.screen(), form);
}

#[test]
fn a_note_can_be_read_and_written_at_the_smallest_size() {
    let mut desk = Desk::sized(60, 15);
    desk.keys("/ lin Enter n Tab Tab Tab Tab Tab Tab Tab Tab")
        .types("Gick igenom läxorna")
        .shows("Gick igenom läxorna");
}

#[test]
fn a_form_with_several_notes_opens_the_one_at_hand() {
    for size in [(80, 24), (60, 15), (160, 50)] {
        let mut desk = Desk::sized(size.0, size.1);
        let locale = Rc::clone(&desk.app.cx.locale);
        let draft = Draft::default().with("judgement", "lugnt och bra");
        let form = Form::new(&ACCOUNT, What::Record { id: 1, version: 1 }, draft, &locale);
        desk.app.layers.push(Layer::Form(Box::new(form)));
        desk.shows("UNDER: det som hände");
        desk.keys("Tab Tab Tab Tab").types("de lekte").keys("Enter").types("och läste");
        desk.shows("▸Samspel").shows("  de lekte\n  och läste");
        desk.keys("Tab Tab Tab").types("kul").shows("EFTER: barnets ord").hides("  och läste\n");
        desk.keys("Tab Tab Tab Tab Tab Tab Tab Tab").shows("EFTER: bedömning").shows("▸Bedömning\n  lugnt och bra");
    }
}
