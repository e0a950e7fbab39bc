//! What of counts may leave the house.
//!
//! Small counts are masked before anything is added up: a total is the sum of what is shown, so that no masked figure
//! can be worked out from it. What a sum holds besides its parts is a count of its own, and is masked as one.

use super::disclosure;
pub use super::disclosure::THRESHOLD;
use super::figures::{Cell, FigureRow, Figures, Missing};
use super::listing::Listing;
use super::outside::{Extent, publish};
use super::shape::{TOTAL, Totals};
use super::summary;
use super::tally::{Count, Counts};

/// What becomes of small counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Counts from 1 up to the threshold are masked; zero stays zero. Totals count what is shown.
    Masked {
        /// The smallest count that is shown.
        threshold: u32,
    },
    /// Totals are true; more is masked so that they tell no small count.
    TrueTotals {
        /// The smallest count that is shown.
        threshold: u32,
    },
    /// Everything is shown, inside the unit.
    Internal,
}

impl Rule {
    /// Whether a count may be shown.
    pub fn shows(self, count: u32) -> bool {
        self.masking().is_none_or(|rule| !rule.is_small(count))
    }

    /// A count as it may be shown.
    pub fn cell(self, count: u32) -> Cell {
        if self.shows(count) { Cell::Number(count) } else { Cell::Masked }
    }

    /// What is masked and what totals are; nothing inside the unit.
    pub(super) fn masking(self) -> Option<disclosure::Rule> {
        match self {
            Self::Masked { threshold } => Some(disclosure::Rule { threshold, totals: disclosure::Totals::Shown }),
            Self::TrueTotals { threshold } => Some(disclosure::Rule { threshold, totals: disclosure::Totals::True }),
            Self::Internal => None,
        }
    }
}

/// Counts as they may be shown, on a screen that shows nothing else. What is to leave the house is [`publish`]ed.
pub fn protect(counts: &Counts, rule: Rule) -> Figures {
    if let Rule::TrueTotals { .. } = rule {
        let alone = publish(counts, rule, &Extent::default(), &disclosure::Memory::default());
        return alone.map_or_else(|_| nothing(counts, rule), |(figures, _)| figures);
    }
    let report = counts.report;
    let cells: Vec<Vec<Cell>> = counts.cells.iter().map(|row| protected(counts, row, rule)).collect();
    let leaves = leaves(counts);
    let beside: Option<Vec<Cell>> = (report.totals == Totals::Both)
        .then(|| cells.iter().map(|row| Cell::Number(leaves.iter().map(|leaf| row[*leaf].shown()).sum())).collect());
    let below = (report.totals != Totals::Neither).then(|| {
        let sum_of = |place: usize| Cell::Number(cells.iter().map(|row| row[place].shown()).sum());
        let corner = beside.iter().map(|total| Cell::Number(total.iter().map(|cell| cell.shown()).sum()));
        (0..counts.columns.len()).map(sum_of).chain(corner).collect()
    });
    let missing = counts.missing.iter().map(|(_, count)| rule.cell(*count)).collect();
    let listing = report.listing.map(|columns| Listing::of(columns, &counts.lines, rule));
    figures(counts, rule, (cells, beside, below), missing, listing)
}

/// The places of columns that hold no others.
fn leaves(counts: &Counts) -> Vec<usize> {
    (0..counts.columns.len()).filter(|place| counts.report.sum(counts.columns[*place]).is_none()).collect()
}

/// Nothing but what there is none of.
fn nothing(counts: &Counts, rule: Rule) -> Figures {
    let cell = |count: &Count| match count {
        Count { is_unmeasured: true, .. } => Cell::NotMeasured,
        Count { number: 0, .. } => Cell::Number(0),
        _ => Cell::Masked,
    };
    let cells: Vec<Vec<Cell>> = counts.cells.iter().map(|row| row.iter().map(cell).collect()).collect();
    let beside: Option<Vec<Cell>> =
        (counts.report.totals == Totals::Both).then(|| vec![Cell::Masked; counts.rows.len()]);
    let below = (counts.report.totals != Totals::Neither)
        .then(|| vec![Cell::Masked; counts.columns.len() + usize::from(beside.is_some())]);
    let missing = vec![Cell::Masked; counts.missing.len()];
    let listing = counts.report.listing.map(|columns| Listing::standing(columns, &counts.lines, &|_| false));
    figures(counts, rule, (cells, beside, below), missing, listing)
}

/// Cells, the total of each row, the totals of columns, the last of which is that of all.
type Cells = (Vec<Vec<Cell>>, Option<Vec<Cell>>, Option<Vec<Cell>>);

/// Figures of cells that may be shown, with what stands beside a table.
pub(super) fn figures(
    counts: &Counts,
    rule: Rule,
    (cells, beside, total): Cells,
    missing: Vec<Cell>,
    listing: Option<Listing>,
) -> Figures {
    let report = counts.report;
    let summary = summary::of(counts, rule, &cells);
    let leaves = leaves(counts);
    let shown: u32 = cells.iter().map(|row| leaves.iter().map(|leaf| row[*leaf].shown()).sum::<u32>()).sum();
    let all = match total.as_ref().and_then(|total| total.get(counts.columns.len())) {
        Some(Cell::Number(all)) => *all,
        _ => shown,
    };
    let missing =
        counts.missing.iter().zip(missing).map(|((field, _), count)| Missing { field, count, of: all + count.shown() });
    let missing = missing.collect();
    let mut columns: Vec<String> = counts.columns.iter().map(|name| (*name).to_owned()).collect();
    let mut rows: Vec<FigureRow> = Vec::with_capacity(counts.rows.len());
    for (label, cells) in counts.rows.iter().zip(cells) {
        rows.push(FigureRow { label: label.clone(), cells });
    }
    if let Some(beside) = beside {
        columns.push(TOTAL.to_owned());
        for (row, total) in rows.iter_mut().zip(beside) {
            row.cells.push(total);
        }
    }
    Figures {
        report,
        by: counts.by,
        across: &report.columns,
        columns,
        rows,
        total,
        missing,
        summary,
        until: counts.until.clone(),
        listing,
        rule,
        is_shielded: false,
    }
}

/// A row as it may be shown.
fn protected(counts: &Counts, row: &[Count], rule: Rule) -> Vec<Cell> {
    let alone = |count: &Count| if count.is_unmeasured { Cell::NotMeasured } else { rule.cell(count.number) };
    let mut cells: Vec<Cell> = row.iter().map(alone).collect();
    // Sums come after the sums that they hold.
    for sum in counts.report.sums {
        let Some(whole) = counts.place(sum.whole) else { continue };
        let parts: Vec<usize> = sum.parts.iter().filter_map(|part| counts.place(part)).collect();
        if row[whole].is_unmeasured || parts.iter().all(|part| row[*part].is_unmeasured) && sum.is_told {
            continue;
        }
        let in_parts: u32 = parts.iter().map(|part| row[*part].number).sum();
        let besides = row[whole].number.saturating_sub(in_parts);
        let shown = rule.cell(besides).shown() + parts.iter().map(|part| cells[*part].shown()).sum::<u32>();
        // A whole of which all is masked is no zero.
        cells[whole] = match shown {
            0 if row[whole].number > 0 => Cell::Masked,
            _ => rule.cell(shown),
        };
    }
    cells
}
