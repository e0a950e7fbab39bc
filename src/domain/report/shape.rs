//! What a report is: what its rows and columns are told by, what is counted, which totals it has.

use super::catalogue::TOGETHER;
use super::listing::ListedColumn;

/// What an axis is told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// Whatever occurs, by name.
    Open,
    /// Whatever occurs, in the order in which it was found.
    AsFound,
    /// Days, weeks, months or years that occur, in their order.
    InTime,
    /// Numbers that occur, in their order.
    Numbers,
    /// Whatever occurs of one axis and another together; a label is both of theirs, a stroke between them.
    Crossed(&'static Axis, &'static Axis),
    /// A closed list; each is called `<words>-<label>`.
    Closed {
        /// The first half of the key of its words.
        words: &'static str,
        /// Those that always stand, also at zero.
        always: &'static [&'static str],
        /// Those that stand where they occur, after the others.
        further: &'static [&'static str],
    },
}

impl Labels {
    /// The labels of a closed list, in their order.
    pub fn closed(self) -> impl Iterator<Item = &'static str> {
        let (always, further) = match self {
            Self::Closed { always, further, .. } => (always, further),
            _ => (&[][..], &[][..]),
        };
        always.iter().chain(further).copied()
    }

    /// Whether a label stands at zero too.
    pub fn always(self, label: &str) -> bool {
        matches!(self, Self::Closed { always, .. } if always.contains(&label))
    }

    /// What its labels are called by; none where they are what they are.
    pub fn words(self) -> Option<&'static str> {
        match self {
            Self::Closed { words, .. } => Some(words),
            _ => None,
        }
    }
}

/// What rows or columns are told by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    /// Its name: after `--by`, and over its column in files. People read `axis-<name>`.
    pub name: &'static str,
    /// Its labels.
    pub labels: Labels,
}

/// What stands between the two labels of a crossed axis. No code of a closed list has it, so the last one parts them.
const BETWEEN: char = '/';

impl Axis {
    /// The axes that it is made of: itself, unless it crosses two.
    pub fn dimensions(&'static self) -> Vec<&'static Self> {
        match self.labels {
            Labels::Crossed(one, other) => vec![one, other],
            _ => vec![self],
        }
    }

    /// What a label says of each of its dimensions.
    pub fn parts<'l>(&'static self, label: &'l str) -> Vec<(&'static Self, &'l str)> {
        match self.labels {
            Labels::Crossed(one, other) => {
                let (first, second) = parted(label);
                vec![(one, first), (other, second)]
            }
            _ => vec![(self, label)],
        }
    }
}

/// The two labels of one of a crossed axis.
pub fn parted(label: &str) -> (&str, &str) {
    label.rsplit_once(BETWEEN).unwrap_or((label, ""))
}

/// The label of two axes that are crossed.
pub fn crossed(one: &str, other: &str) -> String {
    format!("{one}{BETWEEN}{other}")
}

/// What a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Every record.
    Records,
    /// Whoever it is about, once in each cell.
    OncePerCell,
}

/// Which totals a report has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Totals {
    /// A last row and a last column.
    Both,
    /// A last row.
    Row,
    /// None.
    Neither,
}

/// A column that holds others: what it holds besides them is counted in it alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// The whole.
    pub whole: &'static str,
    /// Its parts.
    pub parts: &'static [&'static str],
    /// Whether it has counts of its own; else it is what its parts are together.
    pub is_told: bool,
}

/// A figure beside the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// What stands in some columns, among that and what stands in others.
    Share {
        /// What it is called: `measure-<name>`.
        name: &'static str,
        /// The columns of which it is the share.
        part: &'static [&'static str],
        /// The columns that are the rest.
        rest: &'static [&'static str],
    },
    /// The same of one row alone, which stands only where both of its sides are shown in that row.
    ShareOfRow {
        /// What it is called: `measure-<name>`.
        name: &'static str,
        /// The label of the row.
        row: &'static str,
        /// The columns of which it is the share.
        part: &'static [&'static str],
        /// The columns that are the rest.
        rest: &'static [&'static str],
    },
    /// The mean of what facts measure; what has no value is left out.
    Mean {
        /// What it is called: `measure-<name>`.
        name: &'static str,
        /// How many parts of one the values are told in.
        parts: i64,
    },
    /// The mean of each thing that facts measure by, such as a questionnaire.
    MeanOfEach {
        /// What it is called: `measure-<name>`.
        name: &'static str,
        /// How many parts of one the values are told in.
        parts: i64,
    },
    /// The median of what facts measure; what has no value yet is more than any that has.
    Median {
        /// What it is called: `measure-<name>`.
        name: &'static str,
    },
}

/// The days of a report where nobody says which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The year so far.
    YearSoFar,
    /// The month so far.
    MonthSoFar,
    /// Whatever the casebook holds.
    Everything,
}

/// A report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Its name on the command line.
    pub name: &'static str,
    /// Under which name the journal holds that it was read; no noun bears it.
    pub read_as: &'static str,
    /// What its rows may be told by; the first unless somebody says.
    pub by: &'static [Axis],
    /// What its columns are told by.
    pub columns: Axis,
    /// Whether columns stand as rows unless somebody says otherwise.
    pub is_turned: bool,
    /// What a cell counts.
    pub counted: Counted,
    /// Its totals.
    pub totals: Totals,
    /// Columns that hold others; those that hold a sum come after it.
    pub sums: &'static [Sum],
    /// Figures beside the table.
    pub measures: &'static [Measure],
    /// The columns of its lines, where it has a line for each record.
    pub listing: Option<&'static [ListedColumn]>,
    /// Its days where nobody says which.
    pub span: Span,
}

impl Measure {
    /// What it is called.
    pub fn name(&self) -> &'static str {
        let (Self::Share { name, .. }
        | Self::ShareOfRow { name, .. }
        | Self::Mean { name, .. }
        | Self::MeanOfEach { name, .. }
        | Self::Median { name }) = self;
        name
    }
}

impl Report {
    /// What its rows may be told by, by name; the first is what they are where nobody says.
    pub fn choices(&self) -> impl Iterator<Item = &'static str> {
        let turned = self.is_turned.then_some(self.columns.name);
        turned.into_iter().chain(self.by.iter().map(|axis| axis.name))
    }

    /// The axis of a name, and whether the table is turned for it.
    pub fn axis(&self, name: Option<&str>) -> Option<(&'static Axis, bool)> {
        match name {
            None => self.by.first().map(|axis| (axis, self.is_turned)),
            Some(name) if self.is_turned && name == self.columns.name => self.by.first().map(|axis| (axis, true)),
            Some(name) => self.by.iter().find(|axis| axis.name == name).map(|axis| (axis, false)),
        }
    }

    /// The report whose records it counts, told otherwise: itself, unless the catalogue says another.
    pub fn counts_as(&self) -> &'static str {
        TOGETHER.iter().find(|(name, ..)| *name == self.name).map_or(self.name, |(_, whose, _)| whose)
    }

    /// What all that it counts are, of the records of another report.
    pub fn within(&self) -> Option<(&'static str, &'static str)> {
        TOGETHER.iter().find(|(name, ..)| *name == self.name).map(|(.., within)| *within)
    }

    /// The sum that a column is.
    pub fn sum(&self, column: &str) -> Option<&'static Sum> {
        self.sums.iter().find(|sum| sum.whole == column)
    }
}

/// What a total is called, as row and as column.
pub const TOTAL: &str = "total";
