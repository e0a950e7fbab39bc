//! Who cancelled and why is one act, however many questions it takes: one change in the journal, one step of undo. What
//! fails or comes in between leaves the first part as it was saved.

use std::fs;

use trygg::domain::codes::{CancelledBy, Outcome};
use trygg::domain::session::Session;
use trygg::store::{Origin, SessionFilter, SessionRow, Stored};

use super::desk::Desk;

const NOTE: &str = "inför flytten";

/// A session tomorrow with mother and father, marked in pane 3, and the question of who cancelled it answered.
fn who_is_said() -> Desk {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter +").types(&format!("imorgon 9-10 planerad @mamma @pappa -- {NOTE}")).keys("Enter 3");
    for _ in 0..50 {
        if desk.row("▸").contains("inför") {
            break;
        }
        desk.keys("k");
    }
    desk.keys("i 1").shows("Varför?");
    desk
}

fn row(desk: &Desk) -> SessionRow {
    let all = desk.colleague("Karin").sessions(&SessionFilter::default(), 0, 400).unwrap();
    all.into_iter().find(|row| row.note.as_deref() == Some(NOTE)).unwrap()
}

/// Something that a colleague writes of the session.
fn a_colleague(desk: &Desk, how: impl FnOnce(&mut Session)) {
    let store = desk.colleague("Karin");
    let mut stored: Stored<Session> = store.get(row(desk).id).unwrap();
    how(&mut stored.value);
    store.change(stored.id, stored.version, &stored.value, Origin::Direct).unwrap();
}

#[test]
fn a_session_cancelled_by_one_of_several_is_one_step_of_undo() {
    let mut desk = who_is_said();
    assert_eq!((row(&desk).outcome, row(&desk).cancelled_by), (Outcome::Cancelled, Some(CancelledBy::Parent)));
    desk.keys("s");
    assert_eq!(row(&desk).reason.as_deref(), Some("sjuk"));
    desk.keys("u");
    let back = row(&desk);
    assert_eq!((back.outcome, back.cancelled_by, back.reason), (Outcome::Planned, None, None));
}

#[test]
fn a_question_that_is_left_keeps_what_was_said_before_it() {
    let mut desk = who_is_said();
    desk.keys("Esc");
    assert_eq!((row(&desk).outcome, row(&desk).reason), (Outcome::Cancelled, None));
    desk.keys("u");
    assert_eq!(row(&desk).outcome, Outcome::Planned);
}

#[test]
fn what_a_colleague_writes_between_the_questions_is_kept() {
    let mut desk = who_is_said();
    a_colleague(&desk, |session| session.reason = Some("hon ringde själv".to_owned()));
    desk.keys("s").shows("En kollega ändrade detta nyss");
    assert_eq!(row(&desk).reason.as_deref(), Some("hon ringde själv"));
    // What a colleague has built on is not taken back over their head.
    desk.keys("u");
    assert_eq!(row(&desk).reason.as_deref(), Some("hon ringde själv"));
}

#[test]
fn what_a_colleague_writes_while_it_is_asked_who_is_kept() {
    let mut desk = who_is_said();
    desk.keys("Esc u i");
    a_colleague(&desk, |session| session.outcome = Outcome::NoShow);
    desk.keys("1").shows("En kollega ändrade detta nyss");
    assert_eq!(row(&desk).outcome, Outcome::NoShow);
}

#[test]
fn a_reason_that_cannot_be_written_leaves_the_cancelling_whole() {
    let mut desk = who_is_said();
    // Under another file of its name nothing is written, until the first one is back.
    fs::rename(desk.path("casebook.db"), desk.path("away")).unwrap();
    fs::copy(desk.path("away"), desk.path("casebook.db")).unwrap();
    desk.keys("s").shows("har bytts ut");
    fs::rename(desk.path("away"), desk.path("casebook.db")).unwrap();
    assert_eq!((row(&desk).outcome, row(&desk).reason), (Outcome::Cancelled, None));
    desk.keys("u");
    assert_eq!(row(&desk).outcome, Outcome::Planned);
}
