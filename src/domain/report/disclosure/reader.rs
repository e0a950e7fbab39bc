//! The reader who reckons: a linear program that looks for other counts that would give the very same figures.
//!
//! It only proposes. What it finds is taken in whole numbers and tried sum by sum ([`System::allows`]), so that no mask
//! rests on how a solver rounds.

use std::collections::BTreeMap;
use std::time::Duration;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use super::system::{Other, Spot, Standing, System};

/// Most branches that are tried where the solver finds no whole numbers by itself.
const BRANCHES: u64 = 200;

/// The longest that the solver may turn in circles.
const LONG: Duration = Duration::from_secs(5);

/// The widest that a count is moved where whole numbers are asked for; nothing that is looked for is as far away.
const FAR: f64 = 1e6;

/// What it costs to move what is hidden anyway: a little, so that no more differs than need be.
const SLIGHT: f64 = 1e-4;

/// A system made ready for questions.
#[derive(Debug)]
pub struct Reader<'a> {
    system: &'a System,
    /// For each count, the sums it stands in.
    sums: Vec<Vec<usize>>,
}

/// What masking an open count costs while a way is looked for; nothing where it must not be masked.
pub type Cost<'a> = &'a dyn Fn(Spot) -> Option<f64>;

/// How far the reader looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Among what hangs together most closely.
    Near,
    /// Everywhere, if nothing is found there.
    Far,
}

/// How many counts are near: more than a table has that people read, fewer than a year of them.
const NEAR: usize = 260;

/// What is asked of a count: to differ by so much.
pub type Wish = (Spot, i64);

/// What the program found.
enum Found {
    Other(Other),
    /// An answer, but not in whole numbers.
    Torn,
}

impl<'a> Reader<'a> {
    /// Makes a system ready.
    pub fn new(system: &'a System) -> Self {
        let mut sums = vec![Vec::new(); system.counts.len()];
        for (number, sum) in system.sums.iter().enumerate() {
            sum.iter().for_each(|(spot, _)| sums[*spot].push(number));
        }
        Self { system, sums }
    }

    /// Other counts in which this one differs by so much, at the least cost of what would have to be masked for it; and
    /// how much work it was to look for them. Whoever looks no further than near may miss some.
    pub fn differing(&self, (asked, by): Wish, far: Reach, cost: Cost<'_>) -> (Option<Other>, u64) {
        let mut work = 0;
        for reach in [NEAR, usize::MAX] {
            let (near, is_all) = self.near(asked, reach, cost);
            work += near.work();
            let found = match self.solve(&near, &[(asked, by)], true, cost, false) {
                Some(Found::Torn) => self.solve(&near, &[(asked, by)], true, cost, true),
                found => found,
            };
            match found {
                Some(Found::Other(other)) if other.at(asked) == by => return (Some(other), work),
                _ if is_all => break,
                _ => {}
            }
            if far == Reach::Near {
                break;
            }
        }
        (None, work)
    }

    /// Other counts in which as many of these as can be differ by nearly so much, without any further mask: of those
    /// that are near one of them.
    pub fn together(&self, asked: Spot, wishes: &BTreeMap<Spot, i64>, cost: Cost<'_>) -> (Option<Other>, u64) {
        let (near, _) = self.near(asked, NEAR, cost);
        let here = near.spots.iter().filter_map(|spot| Some((*spot, *wishes.get(spot)?)));
        match self.solve(&near, &here.collect::<Vec<Wish>>(), false, cost, false) {
            Some(Found::Other(other)) => (Some(other), near.work()),
            _ => (None, near.work()),
        }
    }

    /// What can differ together with a count, and whether that is all: what would have to differ alone in a sum cannot,
    /// nor what it would have to differ with.
    fn near(&self, asked: Spot, reach: usize, cost: Cost<'_>) -> (Near, bool) {
        let mut free: Vec<bool> = (0..self.system.counts.len())
            .map(|spot| match self.system.counts[spot].standing {
                Standing::Known => false,
                Standing::Hidden => true,
                Standing::Open { .. } => cost(spot).is_some(),
            })
            .collect();
        self.fasten(&mut free);
        let (near, is_all) = self.spread(asked, reach, &free);
        if is_all {
            return (near, true);
        }
        let mut free = vec![false; free.len()];
        near.spots.iter().for_each(|spot| free[*spot] = true);
        self.fasten(&mut free);
        (self.spread(asked, usize::MAX, &free).0, false)
    }

    /// Fastens whatever would have to differ alone in a sum.
    fn fasten(&self, free: &mut [bool]) {
        let mut many: Vec<usize> =
            self.system.sums.iter().map(|sum| sum.iter().filter(|(spot, _)| free[*spot]).count()).collect();
        let mut alone: Vec<usize> = (0..many.len()).filter(|sum| many[*sum] == 1).collect();
        while let Some(sum) = alone.pop() {
            let Some((spot, _)) = self.system.sums[sum].iter().find(|(spot, _)| free[*spot]) else { continue };
            free[*spot] = false;
            for other in &self.sums[*spot] {
                many[*other] -= 1;
                if many[*other] == 1 {
                    alone.push(*other);
                }
            }
        }
    }

    /// What a count hangs together with, the nearest first, until there is enough; and whether that is all.
    fn spread(&self, asked: Spot, reach: usize, free: &[bool]) -> (Near, bool) {
        let mut near = Near { spots: Vec::new(), sums: Vec::new() };
        let mut is_left = free.to_vec();
        if std::mem::replace(&mut is_left[asked], false) {
            near.spots.push(asked);
        }
        let mut seen = vec![false; self.system.sums.len()];
        let mut next = 0;
        let mut is_all = true;
        while let Some(spot) = near.spots.get(next).copied() {
            next += 1;
            for sum in &self.sums[spot] {
                if std::mem::replace(&mut seen[*sum], true) {
                    continue;
                }
                near.sums.push(*sum);
                for (other, _) in &self.system.sums[*sum] {
                    if is_left[*other] && near.spots.len() < reach {
                        is_left[*other] = false;
                        near.spots.push(*other);
                    } else if is_left[*other] {
                        is_all = false;
                    }
                }
            }
        }
        near.spots.sort_unstable();
        near.sums.sort_unstable();
        (near, is_all)
    }

    fn solve(&self, near: &Near, wishes: &[Wish], exactly: bool, cost: Cost<'_>, whole: bool) -> Option<Found> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let mut sides: BTreeMap<Spot, (Variable, Option<Variable>)> = BTreeMap::new();
        let add = |problem: &mut Problem, cost: f64, from: f64, to: f64| {
            if whole {
                problem.add_integer_var(cost, (from.max(-FAR) as i32, to.min(FAR) as i32))
            } else {
                problem.add_var(cost, (from, to))
            }
        };
        let asked: BTreeMap<Spot, i64> = wishes.iter().copied().collect();
        let most = wishes.iter().map(|(_, by)| by.abs()).max().unwrap_or(1).max(1) as f64;
        if !wishes.iter().any(|(spot, _)| near.spots.binary_search(spot).is_ok()) {
            return None;
        }
        for spot in &near.spots {
            let count = &self.system.counts[*spot];
            let down = (count.value - count.within.0) as f64;
            let up = count.within.1.map_or(f64::INFINITY, |most| (most - count.value) as f64);
            let side = match asked.get(spot) {
                Some(by) if exactly => {
                    let by = *by as f64;
                    if by > up || -by > down {
                        return None;
                    }
                    (add(&mut problem, 0.0, by, by), None)
                }
                // As far as is wished for, and no further.
                Some(by) if *by > 0 => (add(&mut problem, -1.0 / *by as f64, 0.0, up.min(*by as f64)), None),
                Some(by) => (add(&mut problem, 1.0 / -*by as f64, -down.min(-*by as f64), 0.0), None),
                None => {
                    let cost = match count.standing {
                        Standing::Open { .. } => cost(*spot).unwrap_or(0.0) / most,
                        _ => 0.0,
                    };
                    let cost = cost.max(SLIGHT);
                    (add(&mut problem, cost, 0.0, up), Some(add(&mut problem, cost, 0.0, down)))
                }
            };
            sides.insert(*spot, side);
        }
        for number in &near.sums {
            let mut terms: Vec<(Variable, f64)> = Vec::new();
            for (spot, times) in &self.system.sums[*number] {
                if let Some((plus, minus)) = sides.get(spot) {
                    terms.push((*plus, *times as f64));
                    terms.extend(minus.map(|minus| (minus, -*times as f64)));
                }
            }
            if !terms.is_empty() {
                problem.add_constraint(terms, ComparisonOp::Eq, 0.0);
            }
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(BRANCHES);
        options.time_limit = Some(LONG);
        let solved = problem.solve_with(options).ok()?;
        let solution = solved.solution()?;
        let mut other = Other { by: BTreeMap::new() };
        for (spot, (plus, minus)) in sides {
            let by = solution.var_value_raw(plus) - minus.map_or(0.0, |minus| solution.var_value_raw(minus));
            let rounded = by.round();
            if rounded != 0.0 {
                other.by.insert(spot, rounded as i64);
            }
        }
        Some(if self.system.allows(&other) { Found::Other(other) } else { Found::Torn })
    }
}

/// What hangs together with a question.
struct Near {
    spots: Vec<Spot>,
    sums: Vec<usize>,
}

impl Near {
    /// How much work it is to answer.
    fn work(&self) -> u64 {
        (self.spots.len() + self.sums.len()) as u64 * (self.sums.len() + 1) as u64
    }
}
