//! Figures that may leave the house: small counts are masked, so that nobody is told by a table, nor by two.
//!
//! A report is a row of [`REPORTS`]. Somebody who knows the casebook gives its [`Fact`]s, a [`Tally`] counts them, and
//! what may be shown of the [`Counts`] is what [`protect()`] makes of them: [`Figures`], in which every cell is a
//! number, masked, not measured or still open. What leaves is [`publish`]ed, beside all that has left (`disclosure`).
//! Nothing here knows what a report is about.

mod asking;
mod catalogue;
mod chart;
pub mod disclosure;
mod fact;
mod figures;
mod listing;
mod merge;
mod outside;
#[cfg(test)]
mod outside_tests;
mod period;
mod protect;
mod saved;
mod school;
mod shape;
mod summary;
mod tally;
#[cfg(test)]
mod tests;

pub use asking::{REPORT_FILE, REPORT_FILTER, REPORT_FORMATS};
pub use catalogue::{REPORTS, named};
pub use chart::{Chart, ChartKind, Extremes, Point};
pub use disclosure::{Dimensions, Memory, Published, Refused};
pub use fact::{Fact, Numbered, Says};
pub use figures::{Cell, FigureRow, Figures, Missing};
pub use listing::{ListedColumn, Listing, Outside};
pub use outside::{Extent, publish};
pub use period::{Period, parse_period};
pub use protect::{Rule, THRESHOLD, protect};
pub use saved::{ReportSettings, SavedReport};
pub use school::{SCHOOL_DAYS, SchoolWait, Stage};
pub use shape::{Axis, Counted, Labels, Measure, Report, Span, Sum, TOTAL, Totals, crossed, parted};
pub use summary::{Figure, Summary};
pub use tally::{Count, Counts, Order, Tally};
