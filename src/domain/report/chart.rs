//! Pictures of figures: a chart shows what the table shows, and what is masked there stays masked.

use super::figures::{Cell, Figures};
use super::shape::{Axis, Labels, TOTAL};

/// What a chart is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each label.
    Bars,
    /// A line through labels that follow one another in time.
    Line,
    /// Two bars for each label: in the first period of the table, and in the last.
    BeforeAfter,
}

/// What is drawn of one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The label.
    pub label: String,
    /// Its figure; before, where there are two.
    pub cell: Cell,
    /// Its figure after.
    pub after: Option<Cell>,
}

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What it is.
    pub kind: ChartKind,
    /// What its labels are told by.
    pub along: &'static Axis,
    /// What stands still: the label of the row or the column that is drawn, and what it is told by. None where whole
    /// periods are held against each other.
    pub of: Option<(&'static Axis, String)>,
    /// The periods that are held against each other.
    pub periods: Option<(String, String)>,
    /// What is drawn.
    pub points: Vec<Point>,
}

/// The greatest and the least figure of a chart, and how many it keeps back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extremes<'a> {
    /// The greatest; none where none is shown but zero.
    pub most: Option<(&'a str, u32)>,
    /// The least that is shown and not zero, where that is another.
    pub least: Option<(&'a str, u32)>,
    /// How many are masked.
    pub masked: usize,
}

impl Chart {
    /// The greatest figure that is drawn.
    pub fn top(&self) -> u32 {
        let cells = self.points.iter().flat_map(|point| [Some(point.cell), point.after]);
        cells.flatten().map(Cell::shown).max().unwrap_or(0)
    }

    /// The greatest and the least, by what stands last of each label.
    pub fn extremes(&self) -> Extremes<'_> {
        let last = |point: &Point| point.after.unwrap_or(point.cell);
        let shown: Vec<(&str, u32)> = self
            .points
            .iter()
            .filter_map(|point| match last(point) {
                Cell::Number(number) => Some((point.label.as_str(), number)),
                Cell::Masked | Cell::NotMeasured => None,
            })
            .collect();
        // Of equals the first is told.
        let most = shown.iter().rev().filter(|(_, number)| *number > 0).max_by_key(|(_, number)| *number).copied();
        let least = shown.iter().filter(|(_, number)| *number > 0).min_by_key(|(_, number)| *number).copied();
        let masked = self.points.iter().filter(|point| last(point) == Cell::Masked).count();
        Extremes { most, least: least.filter(|least| Some(*least) != most), masked }
    }
}

impl Figures {
    /// Whether its rows follow one another in time.
    fn is_in_time(&self) -> bool {
        self.by.labels == Labels::InTime
    }

    /// The labels that are drawn of the columns: no total, and no whole beside its parts.
    fn drawn(&self) -> impl Iterator<Item = (usize, &String)> {
        let is_whole = |label: &str| label == TOTAL || self.report.sum(label).is_some();
        self.columns.iter().enumerate().filter(move |(_, label)| !is_whole(label))
    }

    /// A line of the table, by its place, the last one that of totals, along its columns.
    pub fn chart_of_line(&self, place: usize) -> Option<Chart> {
        let (label, cells) = self.lines().nth(place)?;
        let point = |(column, label): (usize, &String)| {
            Some(Point { label: label.clone(), cell: *cells.get(column)?, after: None })
        };
        Some(Chart {
            kind: if self.across.labels == Labels::InTime { ChartKind::Line } else { ChartKind::Bars },
            along: self.across,
            of: Some((self.by, label.to_owned())),
            periods: None,
            points: self.drawn().filter_map(point).collect(),
        })
    }

    /// A column along the rows: a line where they follow one another in time.
    pub fn chart_of_column(&self, column: usize) -> Option<Chart> {
        let of = self.columns.get(column)?.clone();
        // A whole among the rows stands beside its parts too.
        let rows = self.rows.iter().filter(|row| self.report.sum(&row.label).is_none());
        let point = |row: &super::figures::FigureRow| {
            Some(Point { label: row.label.clone(), cell: *row.cells.get(column)?, after: None })
        };
        Some(Chart {
            kind: if self.is_in_time() { ChartKind::Line } else { ChartKind::Bars },
            along: self.by,
            of: Some((self.across, of)),
            periods: None,
            points: rows.filter_map(point).collect(),
        })
    }

    /// The first period of the table against the last, where its rows are periods and there are two.
    pub fn before_and_after(&self) -> Option<Chart> {
        let (before, after) = (self.rows.first()?, self.rows.last()?);
        if !self.is_in_time() || before.label == after.label {
            return None;
        }
        let point = |(column, label): (usize, &String)| {
            let cells = (before.cells.get(column)?, after.cells.get(column)?);
            Some(Point { label: label.clone(), cell: *cells.0, after: Some(*cells.1) })
        };
        Some(Chart {
            kind: ChartKind::BeforeAfter,
            along: self.across,
            of: None,
            periods: Some((before.label.clone(), after.label.clone())),
            points: self.drawn().filter_map(point).collect(),
        })
    }

    /// The chart that tells of the whole table: over time where it goes by time, else its totals.
    pub fn chart(&self) -> Option<Chart> {
        if self.is_in_time() {
            let column = self.columns.len().checked_sub(1)?;
            return self.chart_of_column(column);
        }
        // Of a single column its rows say something, and their total nothing.
        if self.drawn().nth(1).is_none() {
            return self.chart_of_column(0);
        }
        if self.total.is_some() {
            return self.chart_of_line(self.rows.len());
        }
        self.chart_of_line(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::{FigureRow, Rule, THRESHOLD, named};

    const STAR: Cell = Cell::Masked;

    fn figures(report: &str, by: &str, columns: &[&str], rows: &[(&str, &[Cell])]) -> Figures {
        let report = named(report).unwrap();
        let (by, _) = report.axis(Some(by)).unwrap();
        let rows = rows.iter().map(|(label, cells)| FigureRow { label: (*label).to_owned(), cells: cells.to_vec() });
        Figures {
            report,
            by,
            across: &report.columns,
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            rows: rows.collect(),
            total: None,
            missing: Vec::new(),
            summary: Vec::new(),
            until: Vec::new(),
            listing: None,
            rule: Rule::Masked { threshold: THRESHOLD },
            is_shielded: false,
        }
    }

    fn told(chart: &Chart) -> String {
        let point = |point: &Point| {
            let after = point.after.map(|after| format!(">{after}")).unwrap_or_default();
            format!("{} {}{after}", point.label, point.cell)
        };
        chart.points.iter().map(point).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_line_is_drawn_without_its_total_and_the_greatest_and_the_least_are_told() {
        let number = Cell::Number;
        let cells = [STAR, number(47), number(8), number(0), number(55)];
        let columns = ["secure_youth_home", "emergency_home", "shelter", "supported_housing", "total"];
        let figures = figures("placements", "district", &columns, &[("Bromma", &cells)]);
        let chart = figures.chart_of_line(0).unwrap();
        assert_eq!(told(&chart), "secure_youth_home *, emergency_home 47, shelter 8, supported_housing 0");
        let extremes = chart.extremes();
        assert_eq!(
            (extremes.most, extremes.least, extremes.masked),
            (Some(("emergency_home", 47)), Some(("shelter", 8)), 1)
        );
        assert_eq!((chart.top(), chart.kind), (47, ChartKind::Bars));
        assert_eq!(figures.before_and_after(), None);
    }

    #[test]
    fn of_a_single_column_the_rows_are_drawn() {
        let rows: [(&str, &[Cell]); 2] = [("1", &[Cell::Number(5)]), ("2", &[STAR])];
        let figures = figures("weeks", "weeks", &["families"], &rows);
        assert_eq!(told(&figures.chart().unwrap()), "1 5, 2 *");
    }

    #[test]
    fn periods_are_a_line_and_the_first_stands_against_the_last() {
        let number = Cell::Number;
        let rows: [(&str, &[Cell]); 3] = [
            ("2026-01", &[number(9), number(5), STAR, number(5)]),
            ("2026-02", &[number(7), number(4), number(4), number(0)]),
            ("2026-03", &[number(12), STAR, STAR, number(6)]),
        ];
        let columns = ["held", "cancelled", "cancelled_by_parent", "no_show"];
        let figures = figures("sessions", "month", &columns, &rows);
        let line = figures.chart_of_column(0).unwrap();
        assert_eq!((line.kind, told(&line).as_str()), (ChartKind::Line, "2026-01 9, 2026-02 7, 2026-03 12"));
        let both = figures.before_and_after().unwrap();
        assert_eq!(told(&both), "held 9>12, cancelled_by_parent *>*, no_show 5>6");
        assert_eq!(both.periods, Some(("2026-01".to_owned(), "2026-03".to_owned())));
        assert_eq!(both.extremes().least, Some(("no_show", 6)));
    }
}
