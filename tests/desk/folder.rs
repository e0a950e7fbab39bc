//! A family's folder by hand: papers with their versions, checklists ticked with one key, the assessment on the ladder.

use trygg::domain::ids::FamilyId;
use trygg::domain::tick::Tick;
use trygg::locale::Language;
use trygg::store::{Listing, Stored};

use super::desk::{Desk, today};

fn lindstrom(desk: &Desk) -> FamilyId {
    desk.app.cx.open.as_ref().unwrap().id()
}

fn ticks(desk: &Desk) -> Vec<Stored<Tick>> {
    let family = lindstrom(desk);
    let mut found = Vec::new();
    let listing = Listing { family: Some(family), ..Listing::default() };
    desk.colleague("Karin")
        .each::<Tick>(&listing, &mut |of| {
            found.push(of.value);
            Ok(())
        })
        .unwrap();
    found
}

#[test]
fn a_line_is_ticked_with_one_key_and_again_with_undo() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter K").shows("CHECKLISTOR");
    let before = ticks(&desk).len();
    desk.keys("Enter Space");
    let now = ticks(&desk);
    assert_eq!(now.len(), before + 1);
    let new = &now.iter().max_by_key(|stored| stored.id.0).unwrap().value;
    assert_eq!((new.on, new.ticked_by.as_str()), (today(), desk.app.cx.user()));
    desk.shows("✓");
    desk.keys("Space");
    assert_eq!(ticks(&desk).len(), before, "the same key takes it back");
    desk.keys("Space u");
    assert_eq!(ticks(&desk).len(), before, "and so does undo");
}

#[test]
fn a_line_of_no_matter_says_why() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter K Enter -").fill("Barnet har ingen mobil").keys("Ctrl-S");
    let now = ticks(&desk);
    let new = &now.iter().max_by_key(|stored| stored.id.0).unwrap().value;
    assert_eq!(new.why.as_deref(), Some("Barnet har ingen mobil"));
    desk.shows("ej aktuellt").shows("Barnet har ingen mobil");
}

#[test]
fn a_new_version_begins_with_the_last_one_and_both_stay() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter P n s");
    desk.keys("Ctrl-S").shows("PAPPER").shows("säkerhetsplan");
    let family = lindstrom(&desk);
    let plans = |desk: &Desk| {
        let papers = desk.colleague("Karin").folder(family).unwrap().papers;
        let kind = trygg::domain::codes::PaperKind::SafetyPlan;
        papers.into_iter().filter(|stored| stored.value.kind == kind).map(|stored| stored.value).collect::<Vec<_>>()
    };
    let all = plans(&desk);
    let [.., before, last] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!((last.on, &last.who_does_what), (today(), &before.who_does_what));
    assert_eq!((&last.tried, last.scale), (&None, None), "how it went is told of each version by itself");
}

#[test]
fn a_safety_plan_asks_for_who_and_what() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter P n s");
    desk.app.paste("\nMormor hämtar\n");
    desk.keys("Ctrl-S").shows("skriv vem, kolon och vad");
}

#[test]
fn papers_are_read_in_english_too() {
    let mut desk = Desk::of("Karin", Language::English).unwrap();
    desk.keys("/ lin Enter P").shows("PAPERS").keys("Enter").shows("version").keys("Esc l").shows("CHECKLISTS");
}

#[test]
fn the_ladder_tells_how_old_the_assessment_is() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter 5 t");
    let screen = desk.screen();
    assert!(screen.contains("Kontakten bedömdes") || screen.contains("Kontakten är inte bedömd"), "{screen}");
    desk.keys("o").shows("Bedömning av kontakt").fill("Frågar efter honom").keys("Ctrl-S");
    desk.keys("t").shows("Kontakten bedömdes").shows("0 dagar");
}

#[test]
fn what_a_plan_must_hold_is_ticked_beside_it() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 6 i").shows("Vårdplan").shows("Genomförandeplan");
    desk.keys("Enter").shows("Källa: Socialtjänstförordning (2025:468) 10 kap. 2 §");
    let before = ticks(&desk).len();
    desk.keys("Space").shows("21/11, Karin");
    let now = ticks(&desk);
    let new = &now.iter().max_by_key(|stored| stored.id.0).unwrap().value;
    assert_eq!((now.len(), new.checklist.as_str(), new.on), (before + 1, "care_plan", today()));
    desk.keys("Space");
    assert_eq!(ticks(&desk).len(), before);
    desk.keys("Esc Esc l").shows("CHECKLISTOR").hides("Vårdplan");
}
