//! A table as it may leave the house: masked by its rule, and by what was published before.

use chrono::NaiveDate;

use super::Cell;
use super::joint::{Joint, Knows};
use super::least::{Effort, Mask, Need, Search, Stuck};
use super::place::Dimensions;
use super::published::Memory;
use super::rule::{Rule, Totals};
use super::system::{Spot, Standing};
use super::table::Table;

/// How long a search goes on: enough for nearly the least of every table that was tried, and a blink for people.
pub(super) const EFFORT: Effort = Effort { work: 600_000, rounds: 400 };

/// A table as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The rule it was made by.
    pub rule: Rule,
    cells: Vec<Vec<Cell>>,
    /// The cells that are masked and not small: each shields another.
    pub further: Vec<(usize, usize)>,
    /// The cells that are masked because they have changed by fewer than are shown since they were published.
    pub changed: Vec<(usize, usize)>,
    /// The reader against whom it is masked.
    pub(super) knows: Knows,
}

impl Shown {
    /// What a cell shows.
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        self.cells.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(Cell::NotMeasured)
    }

    /// All cells, row by row.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.cells
    }
}

/// Why a table may not leave the house at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// These cells were published masked, with totals of what was shown: true totals would tell what the masks hid.
    TrueAfterMasked {
        /// On which day.
        on: NaiveDate,
    },
    /// Whatever is masked here, a mask could be worked out from this table and what was published.
    Undoes {
        /// When the mask was published; none where it is one of this table.
        on: Option<NaiveDate>,
    },
    /// So much was published of the same people that nobody could say in time what can be worked out.
    TooMuch,
    /// The counts contradict each other: a sum is not the sum of its parts.
    Unclear,
}

impl Refused {
    /// What it is called where sentences are kept.
    pub fn key(self) -> &'static str {
        match self {
            Self::TrueAfterMasked { .. } => "report-true-after-masked",
            Self::Undoes { on: Some(_) } => "report-undoes",
            Self::Undoes { on: None } => "report-undoes-alone",
            Self::TooMuch => "report-too-much",
            Self::Unclear => "report-unclear",
        }
    }
}

/// Masks a table by a rule, so that neither it nor anything published before can be undone; or says why it cannot be.
pub fn protect(table: &Table, rule: Rule, memory: &Memory, dimensions: &Dimensions) -> Result<Shown, Refused> {
    protect_with(EFFORT, table, rule, memory, dimensions)
}

/// The same, with another effort: it changes how many further masks there are, never what can be worked out.
pub(super) fn protect_with(
    effort: Effort,
    table: &Table,
    rule: Rule,
    memory: &Memory,
    dimensions: &Dimensions,
) -> Result<Shown, Refused> {
    // Against a reader who knows the rule if that can be; else against one who knows of a mask that it is no less than
    // nothing, which is what is promised.
    let masked = masks(effort, table, rule, (memory, dimensions), Knows::Rule);
    let (joint, mask, knows) = match masked {
        Err(Refused::Undoes { .. }) => masks(effort, table, rule, (memory, dimensions), Knows::Nothing)?,
        masked => masked?,
    };
    let hidden = |at: (usize, usize), count: u32| {
        let of = |spot: &Spot| joint.system.counts[*spot].standing == Standing::Hidden || mask[*spot];
        rule.is_small(count) || joint.spots.get(&at).is_some_and(of)
    };
    let cell = |row: usize, column: usize| match table.count(row, column) {
        None => Cell::NotMeasured,
        Some(count) if hidden((row, column), count) => Cell::Masked,
        Some(count) => Cell::Number(count),
    };
    let cells: Vec<Vec<Cell>> = match rule.totals {
        Totals::True => {
            let (rows, columns) = table.size();
            (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect()
        }
        Totals::Shown => shown_sums(table, cell),
    };
    let is_further = |&(row, column): &(usize, usize)| {
        let count = table.count(row, column).unwrap_or(0);
        cells[row][column] == Cell::Masked && !rule.is_small(count)
    };
    let further = table.cells().filter(is_further).collect();
    Ok(Shown { rule, cells, further, changed: joint.changed, knows })
}

/// What must be masked beyond what is small.
fn masks(
    effort: Effort,
    table: &Table,
    rule: Rule,
    (memory, dimensions): (&Memory, &Dimensions),
    knows: Knows,
) -> Result<(Joint, Mask, Knows), Refused> {
    let joint = Joint::new(table, rule, memory, dimensions, knows)?;
    let mut mask = vec![false; joint.system.counts.len()];
    let mut worked = 0;
    for part in joint.system.parts() {
        let place = |spot: &Spot| part.binary_search(spot).ok();
        let places = |spots: &[Spot]| spots.iter().filter_map(place).collect::<Vec<Spot>>();
        let (wide, guards) = (places(&joint.wide), places(&joint.guards));
        let needs = joint.needs.iter().filter_map(|need| Some(Need { spot: place(&need.spot)?, by: need.by }));
        let needs: Vec<Need> = needs.collect();
        if needs.is_empty() && wide.is_empty() && guards.is_empty() {
            continue;
        }
        let system = joint.system.only(&part);
        let mut search = Search::new(&system, needs, worked);
        let found = search.run(effort).and_then(|mask| search.shield(mask, (&wide, &guards), rule.threshold));
        worked = search.worked();
        let found = found.map_err(|stuck| match stuck {
            Stuck::Need(need) => Refused::Undoes { on: joint.on.get(&part[need.spot]).copied() },
            Stuck::TooMuch => Refused::TooMuch,
        })?;
        for (spot, is_masked) in part.iter().zip(found) {
            mask[*spot] = is_masked;
        }
    }
    Ok((joint, mask, knows))
}

/// The cells, every sum of what is shown of its parts.
fn shown_sums(table: &Table, cell: impl Fn(usize, usize) -> Cell) -> Vec<Vec<Cell>> {
    let sums = table.filled(|row, column| match cell(row, column) {
        Cell::NotMeasured => None,
        cell => Some(cell.shown()),
    });
    let shown = |row: usize, column: usize| {
        if table.is_sum(row, column) {
            sums[row][column].map_or(Cell::NotMeasured, Cell::Number)
        } else {
            cell(row, column)
        }
    };
    let (rows, columns) = table.size();
    (0..rows).map(|row| (0..columns).map(|column| shown(row, column)).collect()).collect()
}
