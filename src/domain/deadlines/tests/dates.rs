//! What a day does to a limit: hours and the clocks, school days, extreme days; and when a next time is near.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::words::{case, day, every_rule, told, told_with};
use crate::domain::deadlines::{Rules, State, duties};
use crate::domain::visit::calendar::{OwnDays, Period};

/// Rules of a unit with other limits for tasks.
fn tasks(fields: &str) -> Rules {
    Rules::with_own(&format!("[[rule]]\nname = 'action_overdue'\n{fields}")).unwrap()
}

#[test]
fn limits_of_every_sort_hold_over_odd_days() {
    let off = |from: &str, until: &str| Period { from: day(from), until: day(until), name: "Lov".into() };
    let school_breaks = vec![off("2026-10-26", "2026-10-30"), off("2027-02-15", "2027-02-19")];
    let own = OwnDays { school_breaks, ..OwnDays::default() };
    for (name, within, from, last) in [
        ("24 hours over the end of summer time, which have 25", "24 hours", "2026-10-24", "2026-10-25"),
        ("24 hours over its beginning, which have 23", "24 hours", "2027-03-27", "2027-03-28"),
        ("an hour", "1 hour", "2026-10-24", "2026-10-25"),
        ("48 hours over new year", "48 hours", "2026-12-31", "2027-01-02"),
        ("school days over the autumn break", "3 school_days", "2026-10-23", "2026-11-04"),
        ("school days over a break and a weekend", "1 school_day", "2027-02-12", "2027-02-22"),
        ("school days over Easter", "2 school_days", "2027-03-25", "2027-03-31"),
        ("school days over Ascension", "2 school_days", "2027-05-05", "2027-05-10"),
        ("school days over Christmas and new year", "5 school_days", "2026-12-23", "2027-01-05"),
        ("days over Christmas", "5 days", "2026-12-23", "2026-12-28"),
        ("weeks over week 53", "2 weeks", "2026-12-21", "2027-01-04"),
        ("a month from the last of January", "1 month", "2027-01-31", "2027-02-28"),
        ("a month from the last of January in a leap year", "1 month", "2028-01-31", "2028-02-29"),
        ("a year from a leap day", "12 months", "2028-02-29", "2029-02-28"),
    ] {
        let rules = tasks(&format!("within = '{within}'"));
        let case = case(&format!("wait task 8 {from}"));
        let on = |today: NaiveDate| told_with(&rules, &own, "action_overdue", &case, &today.to_string());
        assert_eq!(on(day(last)), format!("due {last}"), "{name}");
        assert_eq!(on(day(last).succ_opt().unwrap()), format!("late {last}"), "{name}");
    }
}

#[test]
fn a_next_time_is_near_as_long_before_its_day_as_the_first() {
    for (fields, near, last) in [
        ("within = '4 weeks'\namber = '3 weeks'\nthen = '2 weeks'", "2026-11-17", "2026-11-24"),
        ("within = '20 days'\namber = '15 days'\nthen = '10 days'", "2026-11-15", "2026-11-20"),
        ("within = '3 months'\namber = '10 weeks'\nthen = '1 month'", "2026-11-18", "2026-12-10"),
        ("within = '3 months'\namber = '2 months'\nthen = '12 months'", "2027-10-10", "2027-11-10"),
        ("within = '20 days'\nthen = '10 days'", "2026-11-20", "2026-11-20"),
        ("within = '2 days'\namber = '30 days'\nthen = '1 week'", "2026-11-17", "2026-11-17"),
    ] {
        let case = case("wait task 8 2026-11-09 met 2026-11-10");
        let on = |today: NaiveDate| told(&tasks(fields), "action_overdue", &case, &today.to_string());
        let next = |state: &str| format!(", {state} {last}");
        assert!(on(day(near)).ends_with(&next("due")), "{fields}: {}", on(day(near)));
        assert!(near == last || on(day(near).pred_opt().unwrap()).ends_with(&next("open")), "{fields}");
    }
}

/// Whatever the year, nothing panics and nothing goes on for ever.
#[test]
fn the_ends_of_the_calendar_are_days_like_others() {
    let days: Vec<NaiveDate> =
        ["0001-01-01", "0001-12-31", "2024-02-29", "9999-01-01", "9999-12-31"].into_iter().map(day).collect();
    let days: Vec<NaiveDate> = days.into_iter().chain([NaiveDate::MIN, NaiveDate::MAX]).collect();
    let sample = "people mother child; placed family_home lvu_2 2026-01-15 hidden change; placed shelter - 2026-01-15;
        placed emergency_home lvu_3 2026-01-15; done session 2026-01-15; done map_drawn 2026-01-15 11;
        done measurement 2026-01-15; done crisis_talk 2026-01-15 1; wait restriction 1 2026-01-15 of 11;
        wait task 1 2026-01-15; wait supporter 1 2026-01-15; exempt care_consideration 11 1 2026-01-15 2026-01-15;
        exempt weekly_session - 1 2026-01-15 2026-01-15";
    for (from, today) in days.iter().flat_map(|from| days.iter().map(move |today| (*from, *today))) {
        for until in [None, Some(NaiveDate::MIN), Some(from), Some(NaiveDate::MAX)] {
            let mut case = case(sample);
            (case.started_on, case.closed_on) = (from, until);
            case.people.iter_mut().for_each(|one| one.birth_on = Some(from));
            case.placements.iter_mut().for_each(|one| (one.from, one.until) = (from, until));
            case.done.iter_mut().for_each(|one| one.on = from);
            case.waiting.iter_mut().for_each(|one| (one.from, one.until, one.met_on) = (from, until, vec![from]));
            case.exemptions.iter_mut().for_each(|one| (one.counted_from, one.exempted_on) = (from, today));
            let all = duties(&case, every_rule(), &OwnDays::default(), today);
            assert!(all.len() < 200);
            assert!(all.iter().all(|duty| duty.days_late(today) >= 0));
        }
    }
}

proptest! {
    #[test]
    fn a_duty_is_near_before_it_is_late(from in 0_i64..20_000, length in 1_i64..800) {
        let from = day("1995-01-01") + chrono::Days::new(from.unsigned_abs());
        for unit in ["hours", "days", "school_days", "weeks", "months"] {
            let rules = tasks(&format!("within = '{length} {unit}'"));
            let case = case(&format!("start 1990-01-01; wait task 8 {from}"));
            let all = duties(&case, &rules, &OwnDays::default(), from);
            let task = all.iter().find(|duty| duty.about.record == 8).unwrap();
            let due = task.due_on.unwrap();
            prop_assert!(due > from && task.state == State::Open);
            prop_assert_eq!(told(&rules, "action_overdue", &case, &due.to_string()), format!("due {due}"));
        }
    }
}
