//! A report that has a line for each record. Outside the unit a line stands only where enough others say the same, and
//! what tells one from the others is masked.

use std::collections::HashMap;

use super::figures::Cell;
use super::protect::Rule;

/// What becomes of a column outside the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// Shown, on lines that enough others are like.
    Grouped,
    /// Always masked.
    Masked,
}

/// A column of lines, and what becomes of it outside the unit.
pub type ListedColumn = (&'static str, Outside);

/// The lines of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The columns.
    pub columns: &'static [ListedColumn],
    /// The lines, a cell a column.
    pub lines: Vec<Vec<String>>,
    /// How many lines are left out; outside the unit only whether any are.
    pub left_out: Cell,
}

impl Listing {
    /// Lines as they may be shown.
    pub fn of(columns: &'static [ListedColumn], lines: &[Vec<String>], rule: Rule) -> Self {
        if rule == Rule::Internal {
            return Self { columns, lines: lines.to_vec(), left_out: Cell::Number(0) };
        }
        let mut alike: HashMap<Vec<String>, u32> = HashMap::new();
        for line in lines {
            *alike.entry(Self::group(columns, line)).or_default() += 1;
        }
        Self::standing(columns, lines, &|group| alike.get(group).is_some_and(|count| rule.shows(*count)))
    }

    /// Lines of those that stand outside the unit, by what they are like.
    pub(super) fn standing(
        columns: &'static [ListedColumn],
        lines: &[Vec<String>],
        stands: &dyn Fn(&[String]) -> bool,
    ) -> Self {
        let (stay, go): (Vec<_>, Vec<_>) = lines.iter().partition(|line| stands(&Self::group(columns, line)));
        let shown = |line: &&Vec<String>| {
            let cells = columns.iter().zip(*line);
            let cell = |((_, outside), cell): (&ListedColumn, &String)| match outside {
                Outside::Grouped => cell.clone(),
                Outside::Masked => Cell::Masked.to_string(),
            };
            cells.map(cell).collect()
        };
        // In an order that tells nothing of the days that are masked.
        let mut lines: Vec<Vec<String>> = stay.iter().map(shown).collect();
        lines.sort();
        // How many would tell, beside the table, what is masked there.
        Self { columns, lines, left_out: if go.is_empty() { Cell::Number(0) } else { Cell::Masked } }
    }

    /// What a line says outside the unit: what others may be like.
    pub(super) fn group(columns: &[ListedColumn], line: &[String]) -> Vec<String> {
        let cells = columns.iter().zip(line);
        cells.filter(|((_, outside), _)| *outside == Outside::Grouped).map(|(_, cell)| cell.clone()).collect()
    }
}
