//! The pane of reports: how many, how much, for whom?
//!
//! A catalogue; a report, counted some at a time between keys, with what is missing below it; the records behind a
//! figure, for whoever may read them; what is not filled in. What is shown of figures is what `protect` makes of them.

mod acts;
pub mod below;
mod reading;
pub mod rows;

use chrono::{Days, NaiveDate};

use crate::app::cx::{Cx, Notice, Route, Seen, Subject};
use crate::app::form::Filter;
use crate::app::form::reports::ReportFilter;
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::list::{Marked, Move};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::problem::Problem;
use crate::domain::report::{Chart, Counts, Figures, Report, Rule, THRESHOLD};
use crate::store::{AskedFigures, Counting, Figured, Seeking, Whose};
use rows::{Entry, Found, Line, ToFill};

/// Rows of the names of columns.
pub const NAMES: u16 = 2;

/// What was counted is shown after so many turns, and then whenever there are twice as many.
const SOON: u32 = 4;

/// How far back what is not filled in is looked for, unless somebody says of which days.
const BACK: u64 = 365;

/// What one looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Which reports there are.
    #[default]
    Catalogue,
    /// A report.
    Figures,
    /// The records behind a figure.
    Behind,
    /// What is not filled in.
    Unfilled,
}

/// How a report is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Face {
    /// As a table.
    #[default]
    Table,
    /// The marked row, as a chart.
    Row,
    /// The marked column.
    Column,
    /// The first period against the last.
    BeforeAfter,
}

/// The pane of reports.
#[derive(Debug, Default)]
pub struct Reports {
    /// What one looks at.
    pub look: Look,
    /// Which reports there are.
    pub catalogue: Marked<Entry>,
    /// What is asked for.
    pub asked: Option<AskedFigures>,
    /// What is counted now.
    pub counting: Option<Counting>,
    /// What is sought now behind a figure.
    pub seeking: Option<Seeking>,
    /// What has been counted, as it may be shown.
    pub figures: Option<Figures>,
    /// The lines of the report, and the marked one.
    pub lines: Marked<Line>,
    /// The marked column.
    pub column: usize,
    /// How the report is seen.
    pub face: Face,
    /// Whether the figures are not those of all that is asked for, because somebody had enough.
    pub is_part: bool,
    /// Of what the report is told.
    pub filter: ReportFilter,
    /// Whether all figures are shown as they are.
    pub is_internal: bool,
    /// The records behind a figure.
    pub behind: Marked<Found>,
    /// How many records there are besides, and how many counts that were made by hand.
    pub more_behind: (usize, usize),
    /// What is not filled in, and the marked line.
    pub unfilled: Marked<ToFill>,
    /// How much there is besides.
    pub more_unfilled: usize,
    /// Whose.
    pub whose: Option<Whose>,
    /// What the figures are of, once all is counted.
    counts: Option<Counts>,
    behind_of: Option<Figured>,
    is_turned: bool,
    by: Option<&'static str>,
    turns: u32,
    shown_at: u32,
    has_more: bool,
    seen: Seen,
}

impl Reports {
    /// The report that is looked at, or that is marked in the catalogue.
    pub fn report(&self) -> Option<&'static Report> {
        match (self.look, self.catalogue.current()) {
            (Look::Catalogue, Some(Entry::Report(report))) => Some(report),
            (Look::Catalogue | Look::Unfilled, _) => None,
            _ => self.asked.as_ref().map(|asked| asked.report),
        }
    }

    /// By which rule figures are protected.
    pub fn rule(&self) -> Rule {
        if self.is_internal { Rule::Internal } else { Rule::Masked { threshold: THRESHOLD } }
    }

    /// The days of a report.
    pub fn days(&self, report: &Report, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let period = self.filter.period.unwrap_or_else(|| report.usual_period(today));
        (period.from, period.to)
    }

    /// The days in which what is not filled in is looked for.
    pub fn days_unfilled(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let back = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        self.filter.period.map_or((back, today), |period| (period.from, period.to))
    }

    /// The figures as they may be seen: without districts where the room must not hear of any.
    pub fn seen(&self, cx: &Cx) -> Option<Figures> {
        let figures = self.figures.clone()?;
        Some(if cx.redactor().is_some() { figures.nameless() } else { figures })
    }

    /// The place of what is marked among the points of a chart: a row where rows are drawn, else a column.
    pub fn point(&self, chart: &Chart, figures: &Figures) -> Option<usize> {
        let label = match self.face {
            Face::Column => match self.lines.current()? {
                Line::Row(place, _) => &figures.rows.get(*place)?.label,
                Line::Total | Line::Missing(_) => return None,
            },
            _ => figures.columns.get(self.column)?,
        };
        chart.points.iter().position(|point| point.label == *label)
    }

    /// The chart that is looked at.
    pub fn chart(&self, figures: &Figures) -> Option<Chart> {
        match self.face {
            Face::Table => None,
            Face::Row => figures.chart_of_line(self.lines.current().and_then(|line| line.place(figures))?),
            Face::Column => figures.chart_of_column(self.column),
            Face::BeforeAfter => figures.before_and_after(),
        }
    }

    fn open(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        match (self.look, self.catalogue.current().copied()) {
            (Look::Catalogue, Some(Entry::Report(report))) => self.open_report(report, cx)?,
            (Look::Catalogue, Some(Entry::Unfilled)) => {
                self.read_unfilled(cx)?;
                self.look = Look::Unfilled;
            }
            _ => return self.open_found(cx),
        }
        Ok(Then::Stay)
    }

    fn back(&mut self, cx: &mut Cx) -> Then {
        match self.look {
            Look::Figures if self.counting.take().is_some() => {
                self.is_part = true;
                cx.notice = Some(Notice::Trouble(cx.locale.say("report-stopped")));
            }
            Look::Figures if self.face != Face::Table => self.face = Face::Table,
            Look::Behind => (self.look, self.seeking) = (Look::Figures, None),
            Look::Figures | Look::Unfilled => self.look = Look::Catalogue,
            Look::Catalogue => return Then::Home,
        }
        Then::Stay
    }

    fn next_face(&mut self) {
        let Some(figures) = &self.figures else { return };
        self.face = match self.face {
            Face::Table if self.lines.current().is_some_and(|line| line.place(figures).is_some()) => Face::Row,
            Face::Table | Face::Row => Face::Column,
            Face::Column if figures.before_and_after().is_some() => Face::BeforeAfter,
            Face::Column | Face::BeforeAfter => Face::Table,
        };
    }

    fn step_column(&mut self, by: isize) {
        let Some(count) = self.figures.as_ref().map(|figures| figures.columns.len()).filter(|count| *count > 0) else {
            return;
        };
        let count = isize::try_from(count).unwrap_or(1);
        let at = isize::try_from(self.column).unwrap_or(0);
        self.column = usize::try_from((at + by).rem_euclid(count)).unwrap_or(0);
    }
}

impl Pane for Reports {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        match self.look {
            Look::Catalogue => &[Scope::Reports, Scope::List, Scope::Everywhere],
            Look::Figures => &[Scope::Figures, Scope::List, Scope::Everywhere],
            Look::Behind => &[Scope::Behind, Scope::List, Scope::Everywhere],
            Look::Unfilled => &[Scope::Unfilled, Scope::List, Scope::Everywhere],
        }
    }

    fn why_not(&self, act: Action, _: &Cx) -> Option<&'static str> {
        let is_nothing = match self.look {
            Look::Catalogue => self.catalogue.current().is_none(),
            Look::Figures => self.figures.is_none() || self.lines.current().is_none(),
            Look::Behind => self.behind.current().is_none(),
            Look::Unfilled => self.unfilled.current().is_none(),
        };
        match act {
            Action::Open if is_nothing => Some("why-nothing-here"),
            Action::Behind | Action::Chart | Action::ToFile if is_nothing => Some("why-no-figures"),
            Action::ToFile if self.counting.is_some() || self.is_part => Some("why-not-whole"),
            Action::BreakDown if self.report().is_none_or(|report| report.choices().count() < 2) => Some("why-one-way"),
            Action::Define if self.report().is_none() => Some("why-nothing-here"),
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        match act {
            Action::Behind => Some(Right::ReadCases),
            Action::Internal => Some(Right::ReadFiguresUnmasked),
            Action::Chart | Action::ToFile | Action::BreakDown => Some(Right::ReadFigures),
            _ => None,
        }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Open => return self.open(cx),
            Action::Behind => return self.open_behind(cx),
            Action::Period => return Ok(self.ask_period(cx)),
            Action::OfWhom => return self.ask_of_whom(cx),
            Action::BreakDown => return self.break_down(cx),
            Action::ToFile => return self.ask_file(cx),
            Action::Internal => return self.turn_internal(cx),
            Action::Define => return Ok(self.define(cx)),
            Action::Back => return Ok(self.back(cx)),
            Action::Chart => self.next_face(),
            Action::NextPart => self.step_column(1),
            Action::PreviousPart => self.step_column(-1),
            Action::Mine => {
                let mine = self.whose == Some(Whose::Mine);
                self.whose = Some(if mine { Whose::Everyones } else { Whose::Mine });
                self.read_unfilled(cx)?;
            }
            Action::Clear => {
                self.filter = ReportFilter::default();
                self.again_anew(cx)?;
            }
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, _: &mut Cx) -> Result<(), Problem> {
        match self.look {
            Look::Catalogue => self.catalogue.go(way),
            Look::Figures => self.lines.go(way),
            Look::Behind => self.behind.go(way),
            Look::Unfilled => self.unfilled.go(way),
        }
        Ok(())
    }

    fn begin(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.fill_catalogue(cx);
        Ok(())
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.fill_catalogue(cx);
        self.again(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.fill_catalogue(cx);
        if let Some(figures) = self.figures.take() {
            let page = self.page(cx, &figures);
            self.lines.lay_out(rows::lines(&figures), page, rows::follow);
            self.figures = Some(figures);
        }
        match self.look {
            Look::Unfilled => self.read_unfilled(cx)?,
            Look::Figures | Look::Behind if self.seen.is_past(cx)? => {
                if self.look == Look::Behind {
                    self.seek(cx)?;
                }
                if !self.is_part {
                    self.count(cx)?;
                }
            }
            Look::Catalogue | Look::Figures | Look::Behind => {}
        }
        Ok(())
    }

    fn mark(&mut self, _: &crate::app::cx::Landmark, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    fn is_at_work(&self) -> bool {
        self.seeking.is_some() || self.counting.is_some()
    }

    fn has_more(&mut self) -> bool {
        std::mem::take(&mut self.has_more)
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        // What somebody has just asked for comes first.
        if let Some(seeking) = self.seeking.take() {
            return self.seek_on(seeking, cx);
        }
        let Some(mut counting) = self.counting.take() else { return Ok(()) };
        cx.store.count_on(&mut counting)?;
        self.turns += 1;
        let is_whole = counting.is_whole();
        let counts = (is_whole || self.turns >= self.shown_at).then(|| counting.counts());
        // That it goes on is told below, so it is known before what is shown is laid out.
        self.counting = (!is_whole).then_some(counting);
        if let Some(counts) = counts {
            self.shown_at = self.turns * 2;
            self.show(counts, is_whole, cx)?;
            self.has_more = true;
        }
        Ok(())
    }

    fn narrow(&mut self, filter: Filter, cx: &mut Cx) -> Result<(), Problem> {
        match filter {
            Filter::Report(filter) => {
                self.filter = filter;
                self.again_anew(cx)
            }
            Filter::File(format, path) => self.write(format, &path, cx),
            Filter::Families(_) | Filter::Sessions(_) => Ok(()),
        }
    }

    fn sought(&self) -> Subject {
        Subject::People
    }
}
