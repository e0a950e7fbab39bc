//! Who sees what.

use trygg::domain::problem::Kind;
use trygg::locale::{Language, Locale};

use super::desk::Desk;

#[test]
fn a_support_person_sees_only_own_families() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    desk.shows("Lindström").shows("Ek").hides("Berg").hides("Nordin");
    desk.keys("/").types("nor").shows("Nordqvist").hides("Nordin").keys("Esc");
    desk.keys("+").types("nordin igår").keys("Enter").shows("+ nordin igår").hides("Sparat").keys("Ctrl-D y");
    desk.keys("3").hides("Berg").hides("Muñoz");
    desk.keys("2 n").shows("Din roll får inte göra det här").hides("Ny familj").hides("n ny");
}

#[test]
fn a_support_person_works_in_own_families() {
    let mut desk = Desk::of("Sara", Language::Swedish).unwrap();
    desk.keys("/ lin Enter +").types("igår @mamma").keys("Enter").shows("Sparat: träff Lindström");
    desk.keys("u").shows("Ångrat");
}

#[test]
fn somebody_without_families_gets_an_empty_list() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    desk.shows("inte med i någon familj").keys("Enter 3 Enter Space x u m f Esc / lin Enter Esc");
    desk.hides("LINDSTRÖM");
}

#[test]
fn a_statistician_gets_a_sentence() {
    let Err(problem) = Desk::of("Siri", Language::Swedish) else { panic!("a statistician read cases") };
    assert_eq!(problem.kind, Kind::Refused);
    let sentence = Locale::new(Language::Swedish).problem(&problem);
    assert_eq!(sentence, "Rollen statistiker får inte göra detta.");
}

#[test]
fn going_back_to_a_family_that_one_may_not_see_shows_nothing_of_it() {
    let mut desk = Desk::new();
    desk.keys("/ ber Enter");
    let place = trygg::app::Place::of(&desk.app);
    let mut other = Desk::of("Sara", Language::Swedish).unwrap();
    other.app.go_back_to(Some(place));
    other.hides("BERG").hides("Mona");
}
