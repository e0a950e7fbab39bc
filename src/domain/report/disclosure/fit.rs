//! Counts that no table has, made up so that every sum holds; and which published counts cannot hold any more, since
//! what they counted has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::system::{Spot, System};

/// Most branches that are tried for whole numbers.
const BRANCHES: u64 = 500;

/// The longest that the solver may turn in circles.
const LONG: Duration = Duration::from_secs(5);

/// Gives hidden counts values, and moves soft ones as little as can be; says which were moved. `None` where nothing
/// makes every sum hold.
pub fn fit(system: &mut System, hidden: &[Spot], soft: &BTreeSet<Spot>) -> Option<BTreeSet<Spot>> {
    if hidden.is_empty() && system.holds() {
        return Some(BTreeSet::new());
    }
    let values = solve(system, hidden, soft, false).or_else(|| solve(system, hidden, soft, true))?;
    let mut moved = BTreeSet::new();
    for (spot, value) in values {
        if soft.contains(&spot) && system.counts[spot].value != value {
            moved.insert(spot);
        }
        system.counts[spot].value = value;
    }
    system.holds().then_some(moved)
}

fn solve(system: &System, hidden: &[Spot], soft: &BTreeSet<Spot>, whole: bool) -> Option<BTreeMap<Spot, i64>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let add = |problem: &mut Problem, cost: f64, most: f64| {
        if whole {
            problem.add_integer_var(cost, (0, most.min(1e9) as i32))
        } else {
            problem.add_var(cost, (0.0, most))
        }
    };
    // A count is where it is, and so much more, less so much.
    let mut sides: BTreeMap<Spot, (Variable, Option<Variable>)> = BTreeMap::new();
    for spot in hidden {
        sides.insert(*spot, (add(&mut problem, 0.0, f64::INFINITY), None));
    }
    for spot in soft {
        let plus = add(&mut problem, 1.0, f64::INFINITY);
        let minus = add(&mut problem, 1.0, system.counts[*spot].value as f64);
        sides.insert(*spot, (plus, Some(minus)));
    }
    for sum in &system.sums {
        let mut terms: Vec<(Variable, f64)> = Vec::new();
        let mut fixed = 0;
        for (spot, times) in sum {
            fixed += times * system.counts[*spot].value;
            if let Some((plus, minus)) = sides.get(spot) {
                terms.push((*plus, *times as f64));
                terms.extend(minus.map(|minus| (minus, -*times as f64)));
            }
        }
        if terms.is_empty() {
            if fixed != 0 {
                return None;
            }
            continue;
        }
        problem.add_constraint(terms, ComparisonOp::Eq, -fixed as f64);
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(BRANCHES);
    options.time_limit = Some(LONG);
    let solved = problem.solve_with(options).ok()?;
    let solution = solved.solution()?;
    let mut values = BTreeMap::new();
    for (spot, (plus, minus)) in sides {
        let by = solution.var_value_raw(plus) - minus.map_or(0.0, |minus| solution.var_value_raw(minus));
        if (by - by.round()).abs() > 1e-4 {
            return None;
        }
        values.insert(spot, system.counts[spot].value + by.round() as i64);
    }
    Some(values)
}
