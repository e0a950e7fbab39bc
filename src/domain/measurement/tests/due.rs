//! What waits because of what was measured: turns at which it is measured again, and weak areas without a goal.

use chrono::NaiveDate;

use super::measured;
use crate::domain::codes::{Area, EndReason, EventKind, PlacementKind};
use crate::domain::deadlines::{Case, Done, Fact, How, OpenGoal, Placed, Wait};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{Instruments, Measured, areas_of, due};
use crate::domain::visit::calendar::OwnDays;

const CHILD: PersonId = PersonId(2);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case() -> Case {
    Case::new(FamilyId(1), day("2026-01-05"))
}

fn placed(until: Option<&str>, end_reason: Option<EndReason>) -> Placed {
    Placed {
        id: 1,
        child: CHILD,
        kind: PlacementKind::FamilyHome,
        basis: None,
        from: day("2026-02-01"),
        until: until.map(day),
        end_reason,
        home: None,
        hidden: None,
        school_change: None,
        school_started_on: None,
    }
}

/// A measurement by itself: the instrument, the day, and areas with whether they are weak.
fn one(id: i64, instrument: &str, on: &str, areas: &[(Area, bool)]) -> Measured {
    let (instrument, on, areas) = (instrument.to_owned(), day(on), areas.to_vec());
    Measured { id, person: CHILD, instrument, on, alert: None, talked_on: None, areas }
}

/// What of a kind waits: the record, from when, and when it was met.
fn waits(mut case: Case, measured: &[Measured], what: Wait) -> String {
    due(&mut case, Instruments::shipped(), measured, &OwnDays::default(), day("2026-11-21"));
    let of = case.waiting.iter().filter(|one| one.what == what);
    let told = of.map(|one| {
        let met: Vec<String> = one.met_on.iter().map(NaiveDate::to_string).collect();
        format!("{} from {} met {}", one.record, one.from, met.join(" ")).trim_end().to_owned()
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn an_instrument_is_asked_again_at_the_turns_that_its_file_names() {
    let ended =
        Done { what: Fact::Event(EventKind::ProgrammeEndDecided), on: day("2026-11-10"), person: None, how: How::Well };
    let baseline = [one(4, "baseline_child", "2026-03-02", &[]), one(5, "baseline_child", "2026-10-20", &[])];
    let support = [one(6, "needs_and_support", "2026-03-02", &[])];
    let home = placed(Some("2026-12-18"), Some(EndReason::ReturnHome));
    for (what, done, placements, measured, expected) in [
        ("nothing has turned", vec![], vec![placed(None, None)], &baseline[..], ""),
        ("the programme's end", vec![ended], vec![], &baseline[..1], "4 from 2026-11-10 met"),
        ("measured three weeks before it", vec![ended], vec![], &baseline[..], "5 from 2026-11-10 met 2026-10-20"),
        ("of an instrument that is not asked then", vec![ended], vec![], &support[..], ""),
        (
            "home again, and the care over",
            vec![],
            vec![home],
            &support[..],
            "6 from 2026-11-20 met; 6 from 2026-12-18 met",
        ),
        ("moved on", vec![], vec![placed(Some("2026-06-01"), None), placed(None, None)], &support[..], ""),
    ] {
        let case = Case { done, placements, ..case() };
        assert_eq!(waits(case, measured, Wait::Turn), expected, "{what}");
    }
}

#[test]
fn a_weak_area_waits_until_each_has_a_goal_of_the_same_person() {
    let goal = |person, area, made_on| OpenGoal { person: PersonId(person), area, made_on: day(made_on) };
    let (school, leisure) = ((Area::School, true), (Area::Leisure, true));
    let weak = |on: &str, areas: &[(Area, bool)]| one(4, "baseline_child", on, areas);
    let better = one(7, "baseline_child", "2026-11-10", &[(Area::School, false)]);
    for (what, goals, measured, expected) in [
        ("no goal", vec![], vec![weak("2026-11-02", &[school])], "4 from 2026-11-02 met"),
        (
            "a goal that stood",
            vec![goal(2, Area::School, "2026-09-01")],
            vec![weak("2026-11-02", &[school])],
            "4 from 2026-11-02 met 2026-11-02",
        ),
        (
            "one of two areas",
            vec![goal(2, Area::School, "2026-11-05")],
            vec![weak("2026-11-02", &[school, leisure])],
            "4 from 2026-11-02 met",
        ),
        (
            "both",
            vec![goal(2, Area::School, "2026-11-05"), goal(2, Area::Leisure, "2026-11-09")],
            vec![weak("2026-11-02", &[school, leisure])],
            "4 from 2026-11-02 met 2026-11-09",
        ),
        (
            "somebody else's goal",
            vec![goal(3, Area::School, "2026-11-05")],
            vec![weak("2026-11-02", &[school])],
            "4 from 2026-11-02 met",
        ),
        ("no longer weak", vec![], vec![weak("2026-11-02", &[school]), better], ""),
        ("not weak", vec![], vec![weak("2026-11-02", &[(Area::School, false)])], ""),
    ] {
        assert_eq!(waits(Case { goals, ..case() }, &measured, Wait::WeakArea), expected, "{what}");
    }
}

#[test]
fn an_area_of_too_few_answers_is_neither_weak_nor_told() {
    let baseline = super::shipped("baseline_child");
    let areas = |answers: &str| areas_of(baseline, &measured(baseline, answers));
    assert_eq!(areas("school_like=0"), vec![]);
    assert_eq!(areas("school_like=1;school_help=2"), vec![(Area::School, true)]);
    assert_eq!(areas("school_like=2;school_help=2"), vec![(Area::School, false)]);
}
