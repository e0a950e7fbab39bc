//! What of counts may leave the house.
//!
//! Small counts are masked before anything is added up: a total is the sum of what is shown, so that no masked figure
//! can be worked out from it. What a sum holds besides its parts is a count of its own, and is masked as one.

use super::figures::{Cell, FigureRow, Figures, Missing};
use super::listing::Listing;
use super::shape::{TOTAL, Totals};
use super::summary;
use super::tally::{Count, Counts};

/// Counts below it, zero apart, are masked unless the unit has settled another. Stockholm 2021 prints none from 1 to 3.
pub const THRESHOLD: u32 = 4;

/// What becomes of small counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Counts from 1 up to the threshold are masked; zero stays zero.
    Masked {
        /// The smallest count that is shown.
        threshold: u32,
    },
    /// Everything is shown, inside the unit.
    Internal,
}

impl Rule {
    /// Whether a count may be shown.
    pub fn shows(self, count: u32) -> bool {
        match self {
            Self::Masked { threshold } => count == 0 || count >= threshold,
            Self::Internal => true,
        }
    }

    /// A count as it may be shown.
    pub fn cell(self, count: u32) -> Cell {
        if self.shows(count) { Cell::Number(count) } else { Cell::Masked }
    }
}

/// Counts as they may be shown.
pub fn protect(counts: &Counts, rule: Rule) -> Figures {
    let report = counts.report;
    let mut rows: Vec<FigureRow> = Vec::with_capacity(counts.rows.len());
    for (label, row) in counts.rows.iter().zip(&counts.cells) {
        rows.push(FigureRow { label: label.clone(), cells: protected(counts, row, rule) });
    }
    let mut columns: Vec<String> = counts.columns.iter().map(|name| (*name).to_owned()).collect();
    let leaves: Vec<usize> = (0..columns.len()).filter(|place| report.sum(counts.columns[*place]).is_none()).collect();
    if report.totals == Totals::Both {
        columns.push(TOTAL.to_owned());
        for row in &mut rows {
            let total = leaves.iter().map(|leaf| row.cells[*leaf].shown()).sum();
            row.cells.push(Cell::Number(total));
        }
    }
    let sum_of = |place: usize| rows.iter().map(|row| row.cells[place].shown()).sum();
    let total: Option<Vec<Cell>> = (report.totals != Totals::Neither)
        .then(|| (0..columns.len()).map(|place| Cell::Number(sum_of(place))).collect());
    let shown: u32 = rows.iter().map(|row| leaves.iter().map(|leaf| row.cells[*leaf].shown()).sum::<u32>()).sum();
    let missing = counts.missing.iter().map(|(field, count)| {
        let count = rule.cell(*count);
        Missing { field, count, of: shown + count.shown() }
    });
    let missing = missing.collect();
    let summary = summary::of(counts, rule);
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
        listing: report.listing.map(|columns| Listing::of(columns, &counts.lines, rule)),
        rule,
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
