//! The auditor: a reader's linear program of its own, over the finest pieces of which everything is made. It knows what
//! is shown and nothing of how masks are chosen.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use crate::domain::report::disclosure::Cell;

/// A cell as it was shown: the pieces it counts, what it shows, and what a reader must not find out.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The pieces, by number.
    pub of: Vec<usize>,
    /// What it shows.
    pub cell: Cell,
    /// What it is.
    pub count: u32,
    /// Whether a reader knows by the rule that a mask stands for 1, 2 or 3 here.
    pub known: bool,
}

/// A mask that tells too much: which of the cells, and between what it must lie.
pub type Fault = (usize, i64, i64);

/// What every piece is, if anybody asked.
type Pieces = Vec<i64>;

/// Whether some counts from 1 to 3 cannot be anything from 1 to 3, or another masked count is known to within less.
/// In whole numbers, if that is asked for: every one of 1, 2 and 3 is tried then.
pub fn audit(pieces: &[u32], seen: &[Seen], whole: bool) -> Vec<Fault> {
    let truth: Pieces = pieces.iter().map(|piece| i64::from(*piece)).collect();
    let mut found: Vec<Pieces> = vec![truth];
    let mut faults = Vec::new();
    let mut done: Vec<&[usize]> = Vec::new();
    for (number, star) in seen.iter().enumerate() {
        if star.cell != Cell::Masked || done.contains(&star.of.as_slice()) {
            continue;
        }
        done.push(&star.of);
        let is_small = (1..4).contains(&star.count);
        if whole && is_small {
            let values = 1..4;
            let missing = values.filter(|value| !can_be(pieces.len(), seen, star, *value)).count();
            if missing > 0 {
                faults.push((number, -1, i64::try_from(missing).unwrap()));
            }
            continue;
        }
        let of = |found: &Pieces| star.of.iter().map(|piece| found[*piece]).sum::<i64>();
        let reaches = |found: &[Pieces]| {
            let (least, most) = (found.iter().map(of).min().unwrap(), found.iter().map(of).max().unwrap());
            if is_small { least <= 1 && most >= 3 } else { most - least >= 2 }
        };
        for direction in [OptimizationDirection::Minimize, OptimizationDirection::Maximize] {
            if !reaches(&found) {
                found.push(extreme(pieces.len(), seen, star, direction));
            }
        }
        if !reaches(&found) {
            faults.push((number, found.iter().map(of).min().unwrap(), found.iter().map(of).max().unwrap()));
        }
    }
    faults
}

/// What is shown, as constraints on pieces that are none below nothing.
fn problem(
    pieces: usize,
    seen: &[Seen],
    direction: OptimizationDirection,
    add: impl Fn(&mut Problem, usize) -> Variable,
) -> (Problem, Vec<Variable>) {
    let mut problem = Problem::new(direction);
    let pieces: Vec<Variable> = (0..pieces).map(|piece| add(&mut problem, piece)).collect();
    for shown in seen {
        let terms: Vec<(Variable, f64)> = shown.of.iter().map(|piece| (pieces[*piece], 1.0)).collect();
        if let Cell::Number(number) = shown.cell {
            problem.add_constraint(terms, ComparisonOp::Eq, f64::from(number));
        } else if shown.known {
            problem.add_constraint(terms.clone(), ComparisonOp::Ge, 1.0);
            problem.add_constraint(terms, ComparisonOp::Le, 3.0);
        }
    }
    (problem, pieces)
}

fn extreme(pieces: usize, seen: &[Seen], star: &Seen, direction: OptimizationDirection) -> Pieces {
    let cost = |piece: usize| if star.of.contains(&piece) { 1.0 } else { 0.0 };
    let (problem, pieces) =
        problem(pieces, seen, direction, |problem, piece| problem.add_var(cost(piece), (0.0, 10_000.0)));
    let outcome = problem.solve().unwrap();
    let solution = outcome.solution().unwrap();
    // A count that may be 2.5 at most may be 2 at most: sums of corners are whole where they matter.
    pieces.iter().map(|piece| (solution.var_value_raw(*piece) + 1e-6).floor() as i64).collect()
}

fn can_be(pieces: usize, seen: &[Seen], star: &Seen, value: u32) -> bool {
    let add = |problem: &mut Problem, _| problem.add_integer_var(0.0, (0, 10_000));
    let (mut problem, pieces) = problem(pieces, seen, OptimizationDirection::Minimize, add);
    let terms: Vec<(Variable, f64)> = star.of.iter().map(|piece| (pieces[*piece], 1.0)).collect();
    problem.add_constraint(terms, ComparisonOp::Eq, f64::from(value));
    problem.solve().is_ok_and(|outcome| outcome.solution().is_some())
}

#[test]
fn the_auditor_sees_what_subtraction_tells() {
    let number = |of: &[usize], count: u32| Seen { of: of.to_vec(), cell: Cell::Number(count), count, known: false };
    let star = |of: &[usize], count: u32| Seen { of: of.to_vec(), cell: Cell::Masked, count, known: false };
    // 5 + * = 7.
    let table = [number(&[0], 5), star(&[1], 2), number(&[0, 1], 7)];
    assert_eq!(audit(&[5, 2], &table, false), [(1, 2, 2)]);
    assert_eq!(audit(&[5, 2], &table, true).len(), 1);
    // * + * = 2: neither can be 3.
    let table = [star(&[0], 1), star(&[1], 1), number(&[0, 1], 2)];
    assert_eq!(audit(&[1, 1], &table, false).len(), 2);
    // * + * = 30.
    let table = [star(&[0], 1), star(&[1], 29), number(&[0, 1], 30)];
    assert_eq!(audit(&[1, 29], &table, false), []);
    assert_eq!(audit(&[1, 29], &table, true), []);
}
