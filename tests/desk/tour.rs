//! The tour: each step waits for what it asks for, and nothing else.

use super::desk::Desk;

/// The step that is told, by its number; none at the end.
fn step(desk: &Desk) -> Option<usize> {
    let tour = desk.app.tour.as_ref().unwrap();
    tour.step().map(|_| tour.at + 1)
}

fn touring() -> Desk {
    let mut desk = Desk::touring((80, 24));
    desk.shows("Rundtur 1 av 6");
    desk
}

#[test]
fn each_step_is_done_with_the_keys_of_work() {
    let mut desk = touring();
    desk.keys("j k 3").keys("/").types("li");
    assert_eq!(step(&desk), Some(1), "letters are no family yet");
    desk.types("n").keys("Enter").shows("Rundtur 2 av 6").shows("igår 14-15 hem @mamma");
    desk.keys("+").types("igår 14-15 hem @mamma -- läxor").keys("Esc");
    assert_eq!(step(&desk), Some(2), "what is not saved is not written down");
    desk.keys("+ Enter").shows("Rundtur 3 av 6");
    desk.keys("u").shows("Rundtur 4 av 6");
    desk.keys("2 1 i").shows("Rundtur 5 av 6");
    desk.keys("Esc 5 x");
    assert_eq!(step(&desk), Some(5), "a visit that is left out is not cancelled");
    desk.keys("u i s").shows("Rundtur 6 av 6");
    desk.keys("?").shows("Rundturen är klar");
    assert_eq!(step(&desk), None);
    desk.keys("Esc q");
}

#[test]
fn a_step_that_one_does_not_want_is_skipped_wherever_one_is() {
    let mut desk = touring();
    desk.keys("F10").shows("Rundtur 2 av 6").keys("+").types("lin igår").keys("F10").shows("Rundtur 3 av 6");
    desk.shows("+ lin igår");
    desk.keys("F10 F10 F10 F10").shows("Rundturen är klar").keys("F10").shows("Rundturen är klar");
}

#[test]
fn the_keys_it_tells_are_those_of_the_table() {
    let mut desk = Desk::touring((160, 50));
    for told in ["tryck /", "tryck +", "tryck u", "Tryck 1", "Tryck 5", "med ?"] {
        desk.shows(told).keys("F10");
    }
}

#[test]
fn it_stands_at_the_foot_of_every_size() {
    for (columns, rows) in [(60, 18), (80, 24), (160, 50)] {
        let mut desk = Desk::touring((columns, rows));
        desk.keys("/").types("lin").keys("Enter");
        insta::with_settings!({omit_expression => true, prepend_module_to_snapshot => false}, {
            insta::assert_snapshot!(format!("tour_{columns}x{rows}"), desk.screen());
        });
    }
}
