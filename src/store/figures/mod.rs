//! Figures of the whole unit: a file a report, each one scan that hands on facts as it reads them.
//!
//! What is read is journalled under the report's name. Nobody keeps the facts: whoever asks counts them, or looks for
//! those behind one figure, and may stop at any of them.

mod access;
mod advice;
mod after;
mod behind;
mod check_ins;
mod contact;
mod counting;
mod coverage;
mod crisis;
mod deadlines;
mod endings;
mod families;
mod goals;
mod groups;
mod needs;
mod placements;
mod prevention;
mod published;
mod school;
mod sessions;
mod talks;
mod told;
mod unfilled;
mod visits;
mod weeks;

pub(super) use deadlines::stands;
pub(super) use visits::laid_out;

use std::cell::OnceCell;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::ToSql;

use super::reached::Reached;
use super::{Store, sorting};
use crate::domain::access::Right;
use crate::domain::ids::TeamId;
use crate::domain::problem::Problem;
use crate::domain::report::{Axis, Counts, Fact, Numbered, Report, Tally};
use counting::{AT_ONE_LOOK, Cut};
use families::Families;

pub use behind::{Behind, BehindRow, Figured, MOST_BEHIND, Seeking};
pub use counting::Counting;
pub use unfilled::{Unfilled, UnfilledRow};

pub(super) use published::PUBLISHED;
pub use published::{Beside, outside};
#[cfg(test)]
pub(in crate::store) use {
    advice::ADVICE,
    coverage::{ASSESSED, PARENTS},
    placements::placements,
    sessions::SESSIONS,
};

/// What figures are asked for.
#[derive(Debug, Clone)]
pub struct AskedFigures {
    /// Which report.
    pub report: &'static Report,
    /// What its rows are told by.
    pub by: &'static Axis,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// What counts as today.
    pub today: NaiveDate,
    /// Only this district.
    pub district: Option<String>,
    /// Only families in this phase.
    pub phase: Option<String>,
    /// Only families of this team.
    pub team: Option<TeamId>,
    /// As whoever may read the figures so: `ReadFigures`, or `ReadFiguresUnmasked`.
    pub act: Right,
}

impl AskedFigures {
    /// The last day that can have been.
    fn last(&self) -> NaiveDate {
        self.to.min(self.today)
    }

    /// Whether no families are left out by district, phase or team.
    fn is_of_all(&self) -> bool {
        self.district.is_none() && self.phase.is_none() && self.team.is_none()
    }
}

/// A part of the table that a long scan goes by: its rows after one, up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    after: i64,
    upto: i64,
}

impl Part {
    /// All of it.
    const WHOLE: Self = Self { after: i64::MIN, upto: i64::MAX };

    /// Whether nothing lies before it: what is in no long table is told with it.
    fn is_first(&self) -> bool {
        self.after <= 0
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 2] {
        [(":after", &self.after), (":upto", &self.upto)]
    }
}

/// What a scan reads: the casebook, what is asked for, the families that the act reaches, the part that is read now.
struct Scope<'a> {
    store: &'a Store,
    asked: &'a AskedFigures,
    reached: Reached,
    part: Part,
    known: &'a OnceCell<Families>,
}

impl<'a> Scope<'a> {
    /// The families that are asked for, read once for all parts.
    fn families(&self, labels: &mut Numbered) -> Result<&'a Families, Problem> {
        match self.known.get() {
            Some(families) => Ok(families),
            None => {
                let families = Families::of(self, labels)?;
                Ok(self.known.get_or_init(|| families))
            }
        }
    }
}

/// Takes a fact; breaks where no more are wanted.
type Give<'a> = &'a mut dyn FnMut(&Fact) -> ControlFlow<()>;

/// Hands on the facts of a report. Labels of rows get their numbers as they are found.
type Scan = fn(&Scope<'_>, &mut Numbered, Give<'_>) -> Result<(), Problem>;

/// A line for each record, in the order of the report's columns.
type Lines = fn(&Scope<'_>) -> Result<Vec<Vec<String>>, Problem>;

/// What finds the facts of which report.
const SCANS: &[(&str, Scan)] = &[
    ("placements", placements::each),
    ("advice", advice::each),
    ("school", school::each),
    ("coverage", coverage::each),
    ("sessions", sessions::each),
    ("visits", visits::each),
    ("deadlines", deadlines::each),
    ("weeks", weeks::each),
    ("contact", contact::each),
    ("goals", goals::each),
    ("groups", groups::each),
    ("check-ins", check_ins::each),
    ("needs", needs::each),
    ("prevention", prevention::each),
    ("endings", endings::each),
    ("talks", talks::each),
    ("crisis", crisis::each),
    ("after", after::each),
    ("access", access::each),
];

/// What finds the lines of which report, where it has any.
const LINES: &[(&str, Lines)] = &[("school", school::lines)];

/// How many facts are read between two looks at whether one is still waited for.
const AT_A_TIME: u64 = 4096;

impl Store {
    /// Counts a report over all that the act reaches: of a statistician the whole unit, of a team leader the team. None
    /// if whoever looked on had enough. That it was read is journalled.
    ///
    /// # Errors
    /// Refused by role.
    pub fn figures(
        &self,
        asked: &AskedFigures,
        look_on: &mut dyn FnMut(u64) -> ControlFlow<()>,
    ) -> Result<Option<Counts>, Problem> {
        let known = OnceCell::new();
        let mut scope = Scope { store: self, asked, reached: self.ask(asked.act)?, part: Part::WHOLE, known: &known };
        self.journal_figures(asked.report.read_as, asked.act == Right::ReadFiguresUnmasked)?;
        let _picture = self.picture()?;
        let mut labels = Numbered::of(asked.by.labels.closed());
        let mut tally = Tally::new(asked.report);
        let (mut seen, mut enough) = (0, false);
        part_by_part(&mut scope, &mut labels, &mut |fact| {
            tally.add(fact);
            seen += 1;
            if seen % AT_A_TIME == 0 && look_on(seen).is_break() {
                enough = true;
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        if enough {
            return Ok(None);
        }
        let mut counts = tally.finish(asked.by, &labels, &sorting::key);
        if let Some((_, lines)) = LINES.iter().find(|(name, _)| *name == asked.report.name) {
            counts.lines = lines(&scope)?;
        }
        Ok(Some(counts))
    }
}

/// The facts of a report, part by part, so that no scan need keep what it knows of all there is.
fn part_by_part(scope: &mut Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let cut = Cut::of(scope.store, scope.asked.report)?;
    let mut ended = ControlFlow::Continue(());
    let mut after = 0;
    while ended.is_continue() {
        scope.part = cut.part(after, AT_ONE_LOOK);
        facts(scope, labels, &mut |fact| {
            ended = give(fact);
            ended
        })?;
        after = scope.part.upto;
        if cut.is_past(after) {
            break;
        }
    }
    scope.part = Part::WHOLE;
    Ok(())
}

/// The facts of a report.
fn facts(scope: &Scope<'_>, labels: &mut Numbered, give: Give<'_>) -> Result<(), Problem> {
    let scan = SCANS.iter().find(|(name, _)| *name == scope.asked.report.name);
    scan.map_or(Ok(()), |(_, scan)| scan(scope, labels, give))
}

/// The place of a column of a report.
fn column(report: &Report, name: &str) -> Option<usize> {
    report.columns.labels.closed().position(|known| known == name)
}

#[cfg(test)]
mod tests {
    use super::SCANS;
    use crate::domain::report::REPORTS;

    #[test]
    fn every_report_has_a_scan() {
        let (reports, scans): (Vec<_>, Vec<_>) =
            (REPORTS.iter().map(|report| report.name).collect(), SCANS.iter().map(|(name, _)| *name).collect());
        assert_eq!(reports, scans);
    }
}
