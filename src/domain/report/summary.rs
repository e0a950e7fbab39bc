//! Figures beside a table: shares and medians, which stand only where enough is behind them.

use std::fmt;

use super::figures::Cell;
use super::protect::Rule;
use super::shape::Measure;
use super::tally::{Counts, Values};

/// The fewest that a mean or a median is told of.
const LEAST: u32 = 10;

/// A figure that is no count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// In tenths: of a per cent, of a day.
    Tenths(i64),
    /// Too little is behind it.
    Masked,
    /// There is nothing to say it of.
    NotMeasured,
    /// It lies among what has no value yet.
    Open,
}

impl fmt::Display for Figure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tenths(tenths) if tenths % 10 == 0 => write!(out, "{}", tenths / 10),
            Self::Tenths(tenths) => write!(out, "{}.{}", tenths / 10, (tenths % 10).abs()),
            Self::Masked => out.write_str("*"),
            Self::NotMeasured => out.write_str("not_measured"),
            Self::Open => out.write_str("open"),
        }
    }
}

/// A figure beside the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// What it is called: `measure-<name>`.
    pub name: &'static str,
    /// Of what, where there is one of each: a questionnaire.
    pub of: Option<String>,
    /// Whether it is a share of a hundred.
    pub is_share: bool,
    /// The figure.
    pub figure: Figure,
}

impl Summary {
    fn new(name: &'static str, figure: Figure) -> Self {
        Self { name, of: None, is_share: false, figure }
    }
}

/// The figures beside a report's table.
pub(super) fn of(counts: &Counts, rule: Rule, cells: &[Vec<Cell>]) -> Vec<Summary> {
    let measured = counts.report.measures.iter().flat_map(|measure| match measure {
        Measure::Share { name, part, rest } => {
            let all = |columns: &[&str]| columns.iter().map(|column| counts.in_all(column)).sum();
            // Beside a table in which one of its cells is masked a share would tell that cell.
            let is_told = part.iter().chain(*rest).all(|column| is_shown(counts, column, cells));
            let figure = if is_told { share(all(part), all(rest), rule) } else { Figure::Masked };
            vec![Summary { is_share: true, ..Summary::new(name, figure) }]
        }
        Measure::ShareOfRow { name, row, part, rest } => {
            let figure = share_of_row(counts, row, (part, rest), rule, cells);
            vec![Summary { is_share: true, ..Summary::new(name, figure) }]
        }
        Measure::Mean { name, parts } => vec![Summary::new(name, mean(&counts.values, *parts, rule))],
        Measure::MeanOfEach { name, parts } => {
            let of = |(of, values): (&String, &Values)| Summary {
                of: Some(of.clone()),
                ..Summary::new(name, mean(values, *parts, rule))
            };
            counts.each.iter().map(of).collect()
        }
        Measure::Median { name } => vec![Summary::new(name, median(&counts.values, rule))],
    });
    measured.collect()
}

/// A share within a row; of a row that is not there, there is nothing to say.
fn share_of_row(
    counts: &Counts,
    row: &str,
    (part, rest): (&[&str], &[&str]),
    rule: Rule,
    cells: &[Vec<Cell>],
) -> Figure {
    let Some(at) = counts.rows.iter().position(|label| label == row) else { return Figure::NotMeasured };
    let place = |column: &&str| counts.place(column);
    let is_masked = |place: usize| cells.get(at).and_then(|row| row.get(place)) == Some(&Cell::Masked);
    if part.iter().chain(rest).filter_map(place).any(is_masked) {
        return Figure::Masked;
    }
    let all = |columns: &[&str]| columns.iter().filter_map(place).map(|place| counts.cells[at][place].number).sum();
    share(all(part), all(rest), rule)
}

/// Whether every cell of a column is shown.
fn is_shown(counts: &Counts, column: &str, cells: &[Vec<Cell>]) -> bool {
    let place = counts.place(column);
    place.is_none_or(|place| cells.iter().all(|row| row.get(place) != Some(&Cell::Masked)))
}

/// A share in per cent: only where what it counts and the rest may each be shown.
fn share(part: u32, rest: u32, rule: Rule) -> Figure {
    let all = i64::from(part) + i64::from(rest);
    match all {
        0 => Figure::NotMeasured,
        _ if !rule.shows(part) || !rule.shows(rest) => Figure::Masked,
        _ => Figure::Tenths((2000 * i64::from(part) + all) / (2 * all)),
    }
}

/// The mean of all values that are known.
fn mean(values: &Values, parts: i64, rule: Rule) -> Figure {
    let all: u32 = values.known.values().sum();
    match all {
        0 => return Figure::NotMeasured,
        _ if all < LEAST && rule != Rule::Internal => return Figure::Masked,
        _ => {}
    }
    let sum: i64 = values.known.iter().map(|(value, count)| value * i64::from(*count)).sum();
    let (tenths, of) = (20 * sum, 2 * i64::from(all) * parts);
    Figure::Tenths((tenths + of / 2).div_euclid(of))
}

/// The middle of all values; what has none yet is more than any.
fn median(values: &Values, rule: Rule) -> Figure {
    let known: u32 = values.known.values().sum();
    let all = known + values.open;
    match all {
        0 => return Figure::NotMeasured,
        _ if all < LEAST && rule != Rule::Internal => return Figure::Masked,
        _ => {}
    }
    let at = |place: u32| {
        let mut before = 0;
        values.known.iter().find_map(|(value, count)| {
            before += count;
            (place < before).then_some(*value)
        })
    };
    match (at((all - 1) / 2), at(all / 2)) {
        (Some(low), Some(high)) => Figure::Tenths(5 * (low + high)),
        _ => Figure::Open,
    }
}
