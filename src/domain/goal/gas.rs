//! Goal attainment scaling (Kiresuk and Sherman 1968): one figure for all of somebody's goals, each by its weight.
//!
//! T = 50 + 10·Σ(w·x) / √((1 − ρ)·Σw² + ρ·(Σw)²), where x is the attainment of a goal from −2 to +2, w its weight, and
//! ρ = 0.30 how goals of one person are taken to go along. The values it is held against are in the tests below; the
//! formula of a paper that is often quoted was printed with a fault.

use super::Goal;
use crate::domain::codes::GoalState;

/// How the goals of one person are taken to go along.
const RHO: f64 = 0.30;

/// The T-scores of somebody's goals.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scores {
    /// When the goals were made.
    pub start: Option<f64>,
    /// As those who work with them see it now.
    pub now: Option<f64>,
    /// As the person sees it now.
    pub own: Option<f64>,
    /// What has come of it: over the goals that have both a start and a now.
    pub change: Option<f64>,
}

impl Scores {
    /// The scores of goals. One that was dropped is none of them; one of which something is not said is left out of
    /// that score alone.
    pub fn of<'g>(goals: impl IntoIterator<Item = &'g Goal>) -> Self {
        let goals: Vec<&Goal> = goals.into_iter().filter(|goal| goal.state != GoalState::Dropped).collect();
        let by = |level: &dyn Fn(&Goal) -> Option<i8>| {
            let scored = goals.iter().filter_map(|goal| Some((level(goal)?, goal.weight)));
            t_score(&scored.collect::<Vec<_>>())
        };
        let start = by(&|goal| goal.now.and(goal.start));
        let now = by(&|goal| goal.start.and(goal.now));
        Self {
            start: by(&|goal| goal.start),
            now: by(&|goal| goal.now),
            own: by(&|goal| goal.own_now),
            change: now.zip(start).map(|(now, start)| now - start),
        }
    }
}

/// The T-score of attainments and weights; none without a goal, or where nothing weighs anything.
pub fn t_score(scored: &[(i8, u32)]) -> Option<f64> {
    let sum = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        scored.iter().map(|(level, weight)| of(f64::from(*level), f64::from(*weight))).sum()
    };
    let weights = sum(&|_, weight| weight);
    let squares = sum(&|_, weight| weight * weight);
    let below = ((1.0 - RHO) * squares + RHO * weights * weights).sqrt();
    (below > 0.0).then(|| 50.0 + 10.0 * sum(&|level, weight| level * weight) / below)
}

/// A score as it stands in files: to two decimals.
pub fn rounded(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::Area;
    use crate::domain::ids::{FamilyId, PersonId};
    use proptest::prelude::*;

    fn equal(levels: &[i8]) -> Vec<(i8, u32)> {
        levels.iter().map(|level| (*level, 1)).collect()
    }

    /// Values of the literature and of the R package gasr, and equal weights worked out by hand.
    #[test]
    fn scores_are_those_that_are_known() {
        let weighted =
            |levels: &[i8], weights: &[u32]| levels.iter().copied().zip(weights.iter().copied()).collect::<Vec<_>>();
        for (scored, expected) in [
            (equal(&[0, 0, 0]), 50.00),
            (equal(&[1, 1, 1]), 63.69),
            (equal(&[-1, 0, 2]), 54.56),
            (weighted(&[-2, 0, -1, 2, 0, 1], &[3, 5, 1, 4, 2, 6]), 55.00),
            (weighted(&[-2, -1, 0, 1], &[2, 1, 3, 1]), 42.03),
            (equal(&[1]), 60.00),
            (equal(&[1, 1]), 62.40),
            (equal(&[1; 4]), 64.51),
            (equal(&[1; 8]), 66.06),
            (equal(&[-2]), 30.00),
            (equal(&[-2; 2]), 25.19),
            (equal(&[-2; 4]), 20.98),
            (equal(&[-2; 8]), 17.87),
        ] {
            let found = rounded(t_score(&scored).unwrap());
            // The example of gasr is told in whole numbers.
            let near = if expected == 55.00 { (found - expected).abs() < 0.5 } else { found == expected };
            assert!(near, "{scored:?}: {found}, expected {expected}");
        }
        assert_eq!(t_score(&[]), None, "no goal");
        assert_eq!(t_score(&[(1, 0), (2, 0)]), None, "nothing weighs anything");
    }

    fn goal(start: Option<i8>, now: Option<i8>, own_now: Option<i8>, state: GoalState) -> Goal {
        let day = "2026-03-09".parse().unwrap();
        Goal { start, now, own_now, state, ..Goal::new(FamilyId(1), PersonId(2), Area::School, "Läsa", day) }
    }

    #[test]
    fn a_goal_is_left_out_where_nothing_is_said_of_it() {
        let open = GoalState::Open;
        let goals = [
            goal(Some(-1), Some(1), None, open),
            goal(Some(-1), None, Some(2), open),
            goal(None, Some(2), Some(2), GoalState::Done),
            goal(Some(-2), Some(-2), Some(-2), GoalState::Dropped),
        ];
        let scores = Scores::of(&goals);
        assert_eq!(scores.start, t_score(&equal(&[-1, -1])));
        assert_eq!(scores.now, t_score(&equal(&[1, 2])));
        assert_eq!(scores.own, t_score(&equal(&[2, 2])));
        assert_eq!(scores.change, Some(20.0), "over the one goal that has both");
        assert_eq!(Scores::of(&goals[3..]), Scores::default(), "what was dropped is no part of it");
    }

    proptest! {
        #[test]
        fn more_is_never_less_and_the_scale_of_weights_is_no_matter(
            scored in prop::collection::vec((-2_i8..=1, 1_u32..=10), 1..9),
            at in any::<prop::sample::Index>(),
        ) {
            let score = t_score(&scored).unwrap();
            let mut better = scored.clone();
            better[at.index(scored.len())].0 += 1;
            prop_assert!(t_score(&better).unwrap() > score);
            let heavier: Vec<(i8, u32)> = scored.iter().map(|(level, weight)| (*level, weight * 3)).collect();
            prop_assert!((t_score(&heavier).unwrap() - score).abs() < 1e-9);
            let turned: Vec<(i8, u32)> = scored.iter().map(|(level, weight)| (-level, *weight)).collect();
            prop_assert!((t_score(&turned).unwrap() + score - 100.0).abs() < 1e-9);
        }
    }
}
