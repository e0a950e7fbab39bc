//! When saving fails, what is typed stays on the screen.

use std::fs;
use std::io::Write;

use super::desk::Desk;

#[test]
fn a_reference_that_is_taken_keeps_the_form() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("A-1").keys("Ctrl-S").shows("redan upptaget").shows("Sandberg");
    desk.fill("B-9").keys("Ctrl-S").shows("SANDBERG");
}

#[test]
fn a_record_removed_by_a_colleague_keeps_the_form() {
    let mut desk = Desk::new();
    desk.keys("3 e Tab Tab Tab Tab Tab Tab Tab Tab").types("en lång anteckning");
    let session = desk.app.panes.sessions.window.current().unwrap().id;
    desk.colleague("Sara").remove::<trygg::domain::session::Session>(session).unwrap_or_else(|_| {
        desk.colleague("Karin").remove::<trygg::domain::session::Session>(session).unwrap();
    });
    desk.keys("Ctrl-S").shows("en lång anteckning").shows("Hittar inte träffen");
}

#[test]
fn what_hangs_together_is_not_removed() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter x").shows("Ta bort familjen Lindström?").keys("y").shows("annat hänger på det");
    desk.shows("LINDSTRÖM");
}

#[test]
fn a_family_removed_by_a_colleague_closes_its_page() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("B-7").keys("Ctrl-S").shows("SANDBERG");
    let id = desk.app.cx.open.as_ref().unwrap().id();
    desk.colleague("Karin").remove::<trygg::domain::family::Family>(id).unwrap();
    desk.app.resize((80, 25));
    desk.hides("SANDBERG").shows("Lindström");
}

#[test]
fn a_database_that_was_replaced_keeps_what_is_typed() {
    let mut desk = Desk::new();
    desk.keys("n").fill("Sandberg").fill("B-7");
    fs::copy(desk.path("casebook.db"), desk.path("copy")).unwrap();
    fs::rename(desk.path("copy"), desk.path("casebook.db")).unwrap();
    desk.keys("Ctrl-S").shows("har bytts ut").shows("Sandberg").keys("Ctrl-S").shows("Sandberg");
}

/// Reading goes on, and whoever reads is told that the journal waits.
#[test]
fn where_nothing_can_be_written_one_reads_and_is_told() {
    let mut desk = Desk::new();
    desk.again_without_room();
    desk.keys("/ lin Enter").shows("LINDSTRÖM").shows("journalförs när det går igen");
    desk.keys("+").types("igår 14-15 hem @mamma").keys("Enter").shows("skrivskyddad").shows("igår 14-15 hem");
}

#[test]
fn a_line_stays_when_nothing_can_be_read_to_complete_it() {
    let mut desk = Desk::new();
    desk.keys("+").types("igår 14-15 @mam -- ord");
    // A colleague's write makes everybody read anew, and there is nothing left to read.
    desk.colleague("Sara").keep_draft("line", "något").unwrap();
    for file in ["casebook.db", "casebook.db-wal"] {
        let length = fs::metadata(desk.path(file)).map_or(0, |data| data.len());
        let mut over = fs::OpenOptions::new().write(true).open(desk.path(file)).unwrap();
        over.write_all(&vec![0; usize::try_from(length).unwrap()]).unwrap();
    }
    for key in ["Tab", "Home", "Tab", "x"] {
        desk.keys(key).shows("igår 14-15 @mam -- ord");
    }
}
