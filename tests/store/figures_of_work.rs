//! Figures of the programme: goals, groups, check-ins, needs, the grid of prevention; each counted by hand.

use trygg::domain::attendance::Attendance;
use trygg::domain::check_in::CheckIn;
use trygg::domain::codes::*;
use trygg::domain::goal::Goal;
use trygg::domain::group::Group;
use trygg::domain::group_meeting::GroupMeeting;
use trygg::domain::ids::GroupId;
use trygg::domain::referral::Referral;
use trygg::domain::report::{Cell, Figures};
use trygg::domain::session::Session;
use trygg::store::Store;

use super::desk::{self, Desk, OTHER, add, day, family};
use super::figures::{by, cell, inside};
use super::{check_ins, groups, plans};

/// Each cell that is named, of a table.
pub fn are(figures: &Figures, expected: &[(&str, &str, &str)]) {
    for (row, column, count) in expected {
        assert_eq!(cell(figures, row, column), *count, "{} {row} {column}", figures.report.name);
    }
}

pub fn missing(figures: &Figures, field: &str) -> Option<Cell> {
    figures.missing.iter().find(|one| one.field == field).map(|one| one.count)
}

pub fn summary(figures: &Figures, name: &str) -> String {
    figures.summary.iter().find(|one| one.name == name).unwrap().figure.to_string()
}

#[test]
fn goals_count_by_how_far_they_had_come_by_the_last_day() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = desk::add_case(&store, "A-1");
    let goal = |area, start, now, state| {
        let made = Goal::new(case.family, case.child, area, "Läsa", day("2026-03-09"));
        add(&store, &Goal { start, now, state, ..made })
    };
    // The first is moved: in May, and again in October.
    goal(Area::School, Some(-1), None, GoalState::Open);
    add(&store, &plans::said(case.family, "2026-05-04", Some(0), None));
    add(&store, &plans::said(case.family, "2026-10-05", Some(2), None));
    goal(Area::School, Some(0), Some(-1), GoalState::Open);
    goal(Area::Network, None, Some(1), GoalState::Done);
    goal(Area::Leisure, Some(-1), None, GoalState::Open);
    goal(Area::Leisure, Some(-1), Some(2), GoalState::Dropped);
    let year = inside(&store, "goals", "2026");
    are(
        &year,
        &[
            ("school", "much_more", "1"),
            ("school", "less", "1"),
            ("network", "more", "1"),
            ("leisure", "total", "0"),
            ("total", "total", "3"),
        ],
    );
    assert_eq!(missing(&year, "attainment"), Some(Cell::Number(1)));
    // Levels 2, -1 and 1 of one weight: 50 + 20 / sqrt(0.7 * 3 + 0.3 * 9).
    assert_eq!(summary(&year, "t_score"), "59.1");
    let change = by(&store, "goals", "change", "2026");
    are(&change, &[("better", "much_more", "1"), ("worse", "less", "1"), ("same", "total", "0")]);
    assert_eq!(missing(&change, "change"), Some(Cell::Number(1)), "nobody said where it began");
    // By the end of June it had come as far as it had by then; the one that is done was of an earlier time.
    are(&inside(&store, "goals", "2026-Q2"), &[("school", "expected", "1"), ("network", "total", "0")]);
}

fn met(store: &Store, of: GroupId, on: &str, survey: Option<(&str, u32, u32)>) -> trygg::domain::ids::GroupMeetingId {
    let meeting = GroupMeeting {
        survey: survey.map(|(name, ..)| name.to_owned()),
        survey_mean: survey.map(|(_, mean, _)| mean),
        survey_n: survey.map(|(.., answers)| answers),
        ..GroupMeeting::new(of, day(on), MeetingState::Held)
    };
    add(store, &meeting)
}

#[test]
fn groups_count_meetings_and_who_came_to_them() {
    let desk = Desk::of_teams();
    let store = desk.leader();
    let (one, two) = (desk::add_case(&store, "A-1"), desk::add_case(&store, "A-2"));
    let parents = add(&store, &groups::group("P"));
    let course = add(&store, &Group { kind: GroupKind::Course, ..groups::group("K") });
    let first = met(&store, parents, "2026-02-05", Some(("Mår du bra?", 350, 4)));
    let second = met(&store, parents, "2026-02-12", Some(("mår du bra?", 400, 6)));
    let third = met(&store, course, "2026-03-05", None);
    add(&store, &GroupMeeting::new(parents, day("2026-02-19"), MeetingState::Cancelled));
    for (meeting, child, present) in [
        (first, one.child, Presence::Yes),
        (second, one.child, Presence::Yes),
        (second, two.child, Presence::No),
        (third, one.child, Presence::Yes),
        (third, two.child, Presence::Expected),
    ] {
        add(&store, &Attendance::of(meeting, child, present));
    }
    add(&store, &Attendance::heads(third, 7, None));
    // Another team's group is its own.
    let olof = desk.open("Olof");
    let theirs = add(&olof, &Group { team: OTHER, ..groups::group("T") });
    met(&olof, theirs, "2026-02-06", None);
    let figures = inside(&store, "groups", "2026");
    are(
        &figures,
        &[
            ("parent_group", "meetings", "2"),
            ("parent_group", "participants", "1"),
            ("parent_group", "came", "2"),
            ("parent_group", "absent", "1"),
            ("course", "meetings", "1"),
            ("course", "participants", "1"),
            ("course", "heads", "7"),
            ("workshop", "meetings", "0"),
        ],
    );
    assert_eq!(missing(&figures, "present"), Some(Cell::Number(1)));
    assert_eq!((summary(&figures, "share_came"), summary(&figures, "survey")), ("75".to_owned(), "3.8".to_owned()));
    let whole =
        super::figures::of_year(&desk.open("Stig"), "groups", "2026", trygg::domain::access::Right::ReadFigures);
    assert_eq!(cell(&whole.unwrap(), "parent_group", "meetings"), "*", "three of two teams");
    // Answers to other questions have no mean with these: each questionnaire has its own.
    met(&store, course, "2026-03-12", Some(("Kursen", 100, 5)));
    let each = |figures: &Figures| -> Vec<String> {
        let surveys = figures.summary.iter().filter(|one| one.name == "survey");
        surveys.map(|one| format!("{} {}", one.of.as_deref().unwrap(), one.figure)).collect()
    };
    assert_eq!(each(&inside(&store, "groups", "2026")), ["Kursen 1", "Mår du bra? 3.8"]);
    let act = trygg::domain::access::Right::ReadFigures;
    let outside = super::figures::of_year(&store, "groups", "2026", act).unwrap();
    assert_eq!(each(&outside), ["Kursen *", "Mår du bra? 3.8"], "five answers are too few for a mean");
}

#[test]
fn check_ins_count_by_colour_week_by_week() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    for (on, colour) in [("2026-01-05", Colour::Green), ("2026-01-07", Colour::Red), ("2026-02-02", Colour::Green)] {
        add(&store, &CheckIn { on: day(on), colour, ..check_ins::said(home, None) });
    }
    let weeks = inside(&store, "check-ins", "2026");
    are(
        &weeks,
        &[("2026-W02", "green", "1"), ("2026-W02", "red", "1"), ("2026-W06", "green", "1"), ("total", "red", "1")],
    );
    assert_eq!(summary(&weeks, "share_green"), "66.7");
    assert_eq!(missing(&by(&store, "check-ins", "district", "2026"), "district"), Some(Cell::Number(3)));
}

#[test]
fn needs_count_by_area_and_gaps_of_groups_apart() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = desk::add_case(&store, "A-1");
    let of = |on: &str, area, state| Referral {
        needed_on: day(on),
        sent_on: None,
        area,
        state,
        ..groups::referral(case.family, case.child)
    };
    add(&store, &of("2026-02-02", Area::School, ReferralState::Gap));
    add(&store, &of("2026-03-02", Area::School, ReferralState::Needed));
    add(&store, &of("2025-12-31", Area::School, ReferralState::Gap));
    let group = add(&store, &groups::group("P"));
    let found = |on: &str, gap_area| GroupMeeting {
        gap: Some("Läxhjälp".to_owned()),
        gap_area,
        ..GroupMeeting::new(group, day(on), MeetingState::Held)
    };
    add(&store, &found("2026-02-05", Some(Area::Leisure)));
    add(&store, &found("2026-02-12", None));
    let figures = inside(&store, "needs", "2026");
    are(
        &figures,
        &[("school", "gap", "1"), ("school", "needed", "1"), ("leisure", "group_gap", "1"), ("total", "total", "3")],
    );
    assert_eq!((missing(&figures, "area"), summary(&figures, "share_gap")), (Some(Cell::Number(1)), "50".to_owned()));
    let districts = by(&store, "needs", "district", "2026");
    are(&districts, &[("Norr", "group_gap", "2")]);
    assert_eq!(missing(&districts, "district"), Some(Cell::Number(2)));
    // Both at once: what lacks its district stands in no cell, and what lacks its area neither.
    let both = by(&store, "needs", "district_area", "2026");
    are(&both, &[("Norr/leisure", "group_gap", "1"), ("total", "total", "1")]);
    assert_eq!((missing(&both, "district"), missing(&both, "area")), (Some(Cell::Number(2)), Some(Cell::Number(1))));
    assert_eq!(both.rows.len(), 1);
}

#[test]
fn the_grid_counts_sessions_by_what_they_were_for_on_which_level_and_for_whom() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = add(&store, &family("A-1", "Ek"));
    let of = |kind, outcome, grid: Option<(Level, Setting)>| Session {
        kind,
        outcome,
        level: grid.map(|(level, _)| level),
        setting: grid.map(|(_, setting)| setting),
        ..desk::session(home, "2026-02-03")
    };
    let group = Some((Level::Selective, Setting::Group));
    for session in [
        of(SessionKind::Advice, Outcome::Held, group),
        of(SessionKind::Advice, Outcome::Held, Some((Level::Universal, Setting::Individual))),
        of(SessionKind::Conversation, Outcome::Held, group),
        of(SessionKind::Conversation, Outcome::NoShow, group),
        of(SessionKind::Conversation, Outcome::Held, None),
    ] {
        add(&store, &session);
    }
    let grid = inside(&store, "prevention", "2026");
    are(
        &grid,
        &[
            ("advice", "selective_group", "1"),
            ("advice", "total", "2"),
            ("conversation", "selective_group", "1"),
            ("total", "selective_group", "2"),
        ],
    );
    assert_eq!(missing(&grid, "level"), Some(Cell::Number(1)));
    are(&by(&store, "sessions", "task", "2026"), &[("conversation", "held", "2"), ("conversation", "no_show", "1")]);
}
