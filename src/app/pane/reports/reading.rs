//! What the pane of reports reads: the catalogue, a report counted anew, the records behind a figure, what is not
//! filled in.

use super::rows::{self, Entry, Found};
use super::{Face, Look, Reports, SOON};
use crate::app::cx::{Cx, Seen};
use crate::app::form::reports::ReportFilter;
use crate::app::layout;
use crate::app::list::Marked;
use crate::domain::access::{Reach, Right};
use crate::domain::problem::Problem;
use crate::domain::report::{Counts, REPORTS, Report, protect};
use crate::store::{AskedFigures, Figured, Seeking, Whose, outside};

impl Reports {
    pub(super) fn fill_catalogue(&mut self, cx: &Cx) {
        let reports = REPORTS.iter().map(Entry::Report);
        let reports = reports.filter(|_| cx.store.reach(Right::ReadFigures) != Reach::Nothing);
        let unfilled = (cx.store.reach(Right::ReadCases) != Reach::Nothing).then_some(Entry::Unfilled);
        let entries: Vec<Entry> = reports.chain(unfilled).collect();
        self.catalogue.lay_out(entries, layout::body(cx.world.size.1).saturating_sub(1), |_, _| None);
    }

    /// Begins to count what is asked for.
    pub(super) fn count(&mut self, cx: &Cx) -> Result<(), Problem> {
        let Some(report) = self.asked.as_ref().map(|asked| asked.report) else { return Ok(()) };
        let Some((by, is_turned)) = report.axis(self.by) else { return Ok(()) };
        let (from, to) = self.days(report, cx.world.today);
        let act = if self.is_internal { Right::ReadFiguresUnmasked } else { Right::ReadFigures };
        let ReportFilter { district, phase, team, .. } = self.filter.clone();
        let team = team.map(|(id, _)| id);
        let asked = AskedFigures { report, by, from, to, today: cx.world.today, district, phase, team, act };
        self.seen = Seen::now(cx)?;
        self.counting = Some(cx.store.begin_figures(asked.clone())?);
        let is_other = self.asked.as_ref().is_none_or(|known| known.by.name != by.name) || self.is_turned != is_turned;
        self.is_turned = is_turned;
        // What was shown of the same stays until there is something newer.
        if is_other || self.figures.as_ref().is_none_or(|figures| figures.report.name != report.name) {
            self.figures = None;
        }
        self.asked = Some(asked);
        (self.turns, self.shown_at, self.is_part) = (0, SOON, false);
        Ok(())
    }

    /// Shows what has been counted; once it is whole, as it may be shown beside all that has left the house.
    pub(super) fn show(&mut self, counts: Counts, is_whole: bool, cx: &Cx) -> Result<(), Problem> {
        let asked = self.asked.as_ref().filter(|_| is_whole);
        let shown = asked.map(|asked| outside(&cx.store, asked, &counts, self.rule(), false));
        let mut figures = match shown {
            Some(figures) => figures?,
            None => protect(&counts, self.rule()),
        };
        self.counts = is_whole.then_some(counts);
        figures.listing = None;
        let figures = if self.is_turned { figures.turned() } else { figures };
        self.column = self.column.min(figures.columns.len().saturating_sub(1));
        let page = self.page(cx, &figures);
        self.lines.lay_out(rows::lines(&figures), page, rows::follow);
        self.figures = Some(figures);
        Ok(())
    }

    pub(super) fn open_report(&mut self, report: &'static Report, cx: &Cx) -> Result<(), Problem> {
        let Some((by, _)) = report.axis(None) else { return Ok(()) };
        let (from, to) = self.days(report, cx.world.today);
        let (district, phase, team, act) = (None, None, None, Right::ReadFigures);
        self.asked = Some(AskedFigures { report, by, from, to, today: cx.world.today, district, phase, team, act });
        (self.by, self.column, self.face, self.is_internal) = (None, 0, Face::Table, false);
        (self.figures, self.lines) = (None, Marked::default());
        self.look = Look::Figures;
        self.count(cx)
    }

    /// Begins to seek the records behind the figure; those that are shown stay until there are others.
    pub(super) fn seek(&mut self, cx: &Cx) -> Result<(), Problem> {
        let (Some(asked), Some(figure)) = (&self.asked, &self.behind_of) else { return Ok(()) };
        self.seeking = Some(cx.store.begin_behind(asked.clone(), figure)?);
        Ok(())
    }

    /// Seeks on for a turn, and shows what was found once all has been read.
    pub(super) fn seek_on(&mut self, mut seeking: Seeking, cx: &mut Cx) -> Result<(), Problem> {
        let before = seeking.per_cent();
        cx.store.seek_on(&mut seeking)?;
        if !seeking.is_whole() {
            // A tenth more is worth a frame.
            self.has_more = before / 10 != seeking.per_cent() / 10;
            self.seeking = Some(seeking);
            return Ok(());
        }
        let behind = cx.store.behind(seeking)?;
        let field = if let Some(Figured::Missing(field)) = self.behind_of { Some(field) } else { None };
        self.more_behind = (behind.more, behind.by_hand);
        let was_nothing = self.behind.lines.is_empty();
        let found: Vec<Found> = behind.rows.into_iter().map(|row| Found { row, field }).collect();
        self.behind.lay_out(found, layout::body(cx.world.size.1).saturating_sub(2), |_, _| None);
        self.has_more = true;
        if was_nothing && self.behind.lines.is_empty() && self.more_behind == (0, 0) {
            self.look = Look::Figures;
            cx.trouble("why-nothing-behind");
        }
        Ok(())
    }

    pub(super) fn read_unfilled(&mut self, cx: &Cx) -> Result<(), Problem> {
        let whose = self.whose.unwrap_or(Whose::Everyones);
        let unfilled = cx.store.not_filled_in(whose, self.days_unfilled(cx.world.today), cx.world.today)?;
        self.more_unfilled = unfilled.more;
        let lines = rows::to_fill(&unfilled.rows);
        self.unfilled.lay_out(lines, layout::body(cx.world.size.1).saturating_sub(1), |_, _| None);
        Ok(())
    }

    /// Reads what is looked at for other days or others.
    pub(super) fn again_anew(&mut self, cx: &Cx) -> Result<(), Problem> {
        match self.look {
            Look::Unfilled => self.read_unfilled(cx),
            Look::Figures => self.count(cx),
            Look::Catalogue | Look::Behind => Ok(()),
        }
    }
}
