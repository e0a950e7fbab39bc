//! Lines about goals, and goals that sessions name.

use super::*;

pub fn sum_up(told: &GoalTold) -> String {
    let GoalTold { family, person, goal } = told;
    let target = goal.target_on.map_or_else(|| "-".to_owned(), |target| target.to_string());
    format!("{} {target} @{} #{}: {}", family.case_ref, person.given_name.bare(), goal.area.code(), goal.goal)
}

#[test]
fn a_goal_is_whose_in_which_area_and_by_when() {
    check(
        &context(),
        &[
            (
                "mål Lindström @Elias #skola läxorna blir gjorda >15/1",
                "A-1 2027-01-15 @Elias #school: läxorna blir gjorda",
            ),
            ("mål lind @elias #fri börja på judo", "A-1 - @Elias #leisure: börja på judo"),
            ("mål @elias #psyk sova hela natten Lindström", "A-1 - @Elias #psychosocial: sova hela natten"),
            ("goal lind #parent @mamma calm goodbyes", "A-1 - @Sara #parenting: calm goodbyes"),
            ("mål lind @elias #skola fråga -- i tid, #3", "A-1 - @Elias #school: fråga i tid, #3"),
            ("mål @elias #skola läsa", "? person_without_family [@elias]; missing_family []"),
            ("mål lind #skola läsa", "? missing_whose []"),
            ("mål lind @elias läsa", "? missing_area []"),
            ("mål lind @elias #skola", "? missing_goal []"),
            ("mål lind @elias @mamma #skola läsa", "? one_person [@mamma]"),
            ("mål lind @alla #skola läsa", "? one_person [@alla]"),
            ("mål lind @elias #skola #fritid läsa", "? repeated about [#fritid]"),
            ("mål lind @elias #xyz läsa", "? no_such_area [#xyz]"),
            ("mål lind @elias #skola läsa >31/2", "? bad_date [>31/2]"),
        ],
    );
    check(&in_family("A-1"), &[("mål @elias #skola läsa", "A-1 - @Elias #school: läsa")]);
}

#[test]
fn a_session_names_goals_that_there_are() {
    // Lindström has goals 1 and 2; of the others nobody has said.
    check(
        &context(),
        &[("lind igår mål3=+1", "? no_such_goal [mål3=+1]"), ("berg igår mål3=+1", "A-2 2026-11-20 held goal 3=+1")],
    );
    let Some(SessionLine { session, .. }) = reading("lind igår mål2=+1", &context()).session else { panic!() };
    assert_eq!(session.goals[0].attainment, Some(1));
}
