//! Where a child stands on the ladder, and what its visits speak for.

use super::*;
use crate::domain::codes::{Answer, LadderTurn};
use crate::domain::ids::PersonId;
use crate::domain::visit::progress::{Progress, Reason, progress};
use crate::domain::visit::{Ladder, LadderMove};

fn on_step(to: u8) -> LadderMove {
    LadderMove {
        child: PersonId(3),
        with: PersonId(1),
        on: day("2026-01-01"),
        from: None,
        to,
        reason: "start".to_owned(),
        decided_by: "Karin".to_owned(),
        child_word: None,
        words: None,
    }
}

fn told(step: u8, days: &[(&str, Outcome)], then: impl FnOnce(Progress<'_>)) {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03").ending(Ends::Times(8)));
    let stored = lived(&of, days);
    then(progress(Ladder::shipped(), &on_step(step), &all_of(&of, &stored)).unwrap());
}

const HELD: Outcome = Outcome::Held;

#[test]
fn two_of_four_since_the_step() {
    told(4, &[("2026-01-03", HELD), ("2026-01-10", HELD)], |progress| {
        assert_eq!((progress.turn, progress.reason), (LadderTurn::Stay, Reason::NotYet { in_a_row: 2, of: 4 }));
        assert_eq!((progress.held, progress.to, progress.child_word), (2, None, Answer::No));
        assert_eq!((progress.since, progress.review), (day("2026-01-01"), day("2026-02-26")));
    });
}

#[test]
fn four_in_a_row_speak_for_a_step_up() {
    let word = Outcome::Word(ChildWord::TooYoung);
    let four = [("2026-01-03", HELD), ("2026-01-10", HELD), ("2026-01-17", word), ("2026-01-24", HELD)];
    told(4, &four, |progress| {
        assert_eq!((progress.turn, progress.reason), (LadderTurn::Up, Reason::Carried { in_a_row: 4 }));
        assert_eq!(
            (progress.to.unwrap().number, progress.phasing_out, progress.child_word),
            (5, Answer::No, Answer::Yes)
        );
    });
    told(6, &four, |progress| assert_eq!((progress.to.unwrap().number, progress.phasing_out), (7, Answer::Yes)));
    told(11, &four, |progress| assert_eq!((progress.turn, progress.reason), (LadderTurn::Stay, Reason::Top)));
    told(0, &four, |progress| assert_eq!(progress.reason, Reason::NothingToCount));
}

#[test]
fn what_breaks_a_row_and_what_does_not() {
    let row = |outcome| [("2026-01-03", HELD), ("2026-01-10", outcome), ("2026-01-17", HELD)];
    for (outcome, in_a_row) in [
        (Outcome::By(CancelledBy::Us), 2),
        (Outcome::By(CancelledBy::FamilyHome), 2),
        (Outcome::By(CancelledBy::Other), 2),
        (Outcome::By(CancelledBy::Child), 1),
        (Outcome::By(CancelledBy::Parent), 1),
        (Outcome::NoShow, 1),
        (HELD, 3),
    ] {
        told(4, &row(outcome), |progress| {
            assert_eq!(progress.reason, Reason::NotYet { in_a_row, of: 4 }, "{outcome:?}");
        });
    }
}

#[test]
fn what_speaks_for_a_step_down() {
    let missed =
        [("2026-01-03", HELD), ("2026-01-10", Outcome::NoShow), ("2026-01-17", Outcome::By(CancelledBy::Parent))];
    told(4, &missed, |progress| {
        assert_eq!((progress.turn, progress.reason), (LadderTurn::Down, Reason::Missed { in_a_row: 2 }));
        assert_eq!(progress.to.unwrap().number, 3);
    });
    // Low, and lower than before, twice: no row of held visits speaks for going up then.
    let low = Outcome::Marked(4, 2);
    let row = [("2026-01-03", HELD), ("2026-01-10", HELD), ("2026-01-17", low), ("2026-01-24", low)];
    told(4, &row, |progress| assert_eq!(progress.reason, Reason::ChildLow { in_a_row: 2 }));
    let fine = Outcome::Marked(2, 2);
    let row = [("2026-01-03", HELD), ("2026-01-10", HELD), ("2026-01-17", fine), ("2026-01-24", fine)];
    told(4, &row, |progress| assert_eq!(progress.turn, LadderTurn::Up));
    told(0, &missed, |progress| assert_eq!(progress.turn, LadderTurn::Stay));
}

#[test]
fn only_visits_of_the_two_since_the_move_count() {
    let of = arrangement(saturdays(Pattern::Week, "2026-01-03").ending(Ends::Times(8)));
    let stored = lived(&of, &[("2026-01-03", HELD), ("2026-01-10", HELD)]);
    let visits = all_of(&of, &stored);
    let held = |last: LadderMove| progress(Ladder::shipped(), &last, &visits).unwrap().held;
    assert_eq!(held(on_step(4)), 2);
    assert_eq!(held(LadderMove { on: day("2026-01-04"), ..on_step(4) }), 1);
    assert_eq!(held(LadderMove { with: PersonId(2), ..on_step(4) }), 0);
    assert_eq!(progress(Ladder::shipped(), &on_step(99), &visits), None);
    assert_eq!(LadderMove { from: Some(5), ..on_step(4) }.turn(), LadderTurn::Down);
    assert_eq!(LadderMove { from: Some(4), ..on_step(4) }.turn(), LadderTurn::Stay);
}
