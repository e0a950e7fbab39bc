//! The demo's plans.

use super::*;
use crate::domain::goal::gas::Scores;

#[test]
fn plans_stand_right_to_their_days() {
    let (mut goals, mut done, mut late, mut scored, mut applied) = (0, 0, 0, 0, 0);
    for (today, family) in many() {
        let numbers: Vec<u32> = family.goals.iter().map(|goal| goal.number).collect();
        assert!(numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap()));
        for goal in &family.goals {
            assert!(goal.made_on >= family.family.started_on && goal.made_on <= today);
            let texts = goal.levels.iter().flatten().chain([&goal.goal]);
            assert!(texts.into_iter().all(|text| !text.is_empty() && !text.contains(['{', '}'])));
            let said: Vec<_> = family.attainments.iter().filter(|one| one.goal == goal.number).collect();
            assert!(said.is_sorted_by_key(|one| one.on) && said.iter().all(|one| one.on <= today));
            assert_eq!(goal.now, said.last().and_then(|one| one.level), "it stands where it was last said to");
            assert_eq!(goal.own_now, said.iter().rev().find_map(|one| one.own));
            goals += 1;
            done += usize::from(goal.state == crate::domain::codes::GoalState::Done);
        }
        for action in &family.actions {
            assert!(action.goal.is_some_and(|goal| numbers.contains(&goal)));
            assert!(action.done_on.is_none_or(|on| on <= today));
            late += usize::from(action.is_late(today));
        }
        scored += usize::from(Scores::of(&family.goals).change.is_some());
        applied += family.phases.iter().filter(|phase| phase.applied_on.is_some()).count();
    }
    assert!(goals > 1500 && done > 100 && late > 20 && scored > 300 && applied > 20);
}
