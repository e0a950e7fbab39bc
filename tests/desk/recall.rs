//! Earlier lines come back with Up, and none is lost on the way.

use super::desk::Desk;

fn after_two_lines() -> Desk {
    let mut desk = Desk::new();
    for line in ["lind igår -- första", "berg igår -- andra"] {
        desk.keys("+").types(line).keys("Enter").shows("Sparat");
    }
    desk.keys("+");
    desk
}

#[test]
fn up_brings_back_earlier_lines() {
    let mut desk = after_two_lines();
    desk.keys("Up").shows("+ berg igår -- andra");
    desk.keys("Up").shows("+ lind igår -- första");
    desk.keys("Up").shows("+ lind igår -- första");
    desk.keys("Down").shows("+ berg igår -- andra");
}

#[test]
fn what_was_being_typed_comes_back_with_down() {
    let mut desk = after_two_lines();
    desk.types("ek tors").keys("Up").shows("+ berg igår").keys("Down").shows("+ ek tors");
    desk.keys("Down").shows("+ ek tors");
}

#[test]
fn up_without_earlier_lines_leaves_the_text() {
    let mut desk = Desk::new();
    desk.keys("+").types("lind igår").keys("Up").shows("+ lind igår").keys("Down").shows("+ lind igår");
}
