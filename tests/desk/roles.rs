//! Who sees what.

use trygg::locale::Language;

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
fn a_statistician_reads_figures_and_nothing_of_anybody() {
    let mut desk = Desk::of("Siri", Language::Swedish).unwrap();
    desk.shows("Placeringar efter form");
    for key in ["1", "2", "3", "4", "5", "6", "/ lin Enter", "+", "n", "T", "c", "L", "a", "m"] {
        desk.keys(key).hides("Lindström").hides("LINDSTRÖM").hides("Elias").keys("Esc Esc Esc");
    }
    desk.keys("8 Enter").shows("Enköping").hides("Lindström");
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
