//! Acts on a report: its days, whose it is, the file it is written to, the records behind a figure, the form that fills
//! in what is missing.

use super::rows::{Found, Line, ToFill};
use super::{Look, Reports};
use crate::app::cx::{Cx, Notice, ReportFile, Route, Subject};
use crate::app::form::Form;
use crate::app::form::filters::Filter;
use crate::app::form::noun::form_at;
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::app::list::Marked;
use crate::domain::access::{Reach, Right};
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::report::{Labels, REPORT_FORMATS, TOTAL, parse_period};
use crate::domain::visit::Arrangement;
use crate::locale::arg;
use crate::store::{BehindRow, Figured, outside};

/// Periods that are one key away: the key, as the locale files have it after `key-period-`, and what it is.
const PERIODS: &[(&str, &str)] = &[
    ("month", "this month"),
    ("last-month", "last month"),
    ("quarter", "this quarter"),
    ("last-quarter", "last quarter"),
    ("last-week", "last week"),
    ("year", "this year"),
    ("last-year", "last year"),
];

impl Reports {
    /// Asks of which days.
    pub(super) fn ask_period(&self, cx: &Cx) -> Then {
        let today = cx.world.today;
        let mut question = Question::new(cx.locale.say("ask-period"));
        for (name, told) in PERIODS {
            let Some(period) = parse_period(told, today) else { continue };
            let days = format!("{}–{}", cx.locale.date(period.from, today), cx.locale.date(period.to, today));
            let label = cx.locale.tell(&format!("period-{name}"), &[("days", arg(days))]);
            let filter = super::ReportFilter { period: Some(period), ..self.filter.clone() };
            let key = cx.letter(&format!("period-{name}"));
            question = question.with(key, label, move |_| Ok(Then::Narrow(Filter::Report(filter.clone()))));
        }
        let filter = self.filter.clone();
        let other = cx.letter("period-other");
        let question = question.with(other, cx.locale.say("period-other"), move |cx| {
            Form::of_report(&filter, "period", &cx.locale).open(cx)
        });
        question.into()
    }

    /// Asks of whom.
    pub(super) fn ask_of_whom(&self, cx: &mut Cx) -> Result<Then, Problem> {
        Form::of_report(&self.filter, "district", &cx.locale).open(cx)
    }

    /// Asks where to the report is to be written.
    pub(super) fn ask_file(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(asked) = &self.asked else { return Ok(Then::Stay) };
        let name = format!("{}-{}-{}.xlsx", asked.report.name, asked.from, asked.to);
        let directory = cx.store.report_settings().directories.first();
        let path = directory.map_or(name.clone(), |directory| directory.join(&name).display().to_string());
        Form::of_report_file(&path, &cx.locale).open(cx)
    }

    /// Has the report written.
    ///
    /// What leaves is remembered before it does, so that no later report can tell what it masks.
    pub(super) fn write(&self, format: &'static str, path: &str, cx: &mut Cx) -> Result<(), Problem> {
        let (Some(asked), Some(counts)) = (&self.asked, &self.counts) else { return Ok(()) };
        let mut figures = outside(&cx.store, asked, counts, self.rule(), true)?;
        figures.listing = None;
        let figures = if self.is_turned { figures.turned() } else { figures };
        // A name that ends as another format does ends as it is written.
        let known = path.rsplit_once('.').filter(|(_, end)| REPORT_FORMATS.codes.contains(end));
        let path = known.map_or_else(|| path.to_owned(), |(name, _)| format!("{name}.{format}"));
        let settings = cx.store.report_settings().clone();
        let (asked, figures, chart) = (asked.clone(), figures.clone(), self.chart(&figures));
        cx.wish = Some(ReportFile { asked, figures, chart, settings, format, path });
        Ok(())
    }

    /// Says what the report counts.
    pub(super) fn define(&self, cx: &Cx) -> Then {
        let locale = &cx.locale;
        let Some(report) = self.report() else { return Then::Stay };
        let (from, to) = self.days(report, cx.world.today);
        let mut question = Question::new(locale.report_title(report, &from.to_string(), &to.to_string()));
        question = question.told(locale.report_definition(report)).told(locale.report_population(report));
        if let Some(figures) = &self.figures
            && self.look != Look::Catalogue
        {
            for missing in locale.missing_figures(figures) {
                question = question.told(missing);
            }
        }
        question = question.told(locale.report_rule(self.rule()));
        question = question.told(locale.tell("report-made", &[("day", arg(cx.world.today.to_string()))]));
        question.into()
    }

    /// What the marked figure is.
    pub fn figure(&self) -> Option<Figured> {
        let figures = self.figures.as_ref()?;
        let (row, column) = match self.lines.current()? {
            Line::Missing(field) => return Some(Figured::Missing(field)),
            Line::Row(_, label) => (label.clone(), figures.columns.get(self.column)?.clone()),
            Line::Total => (TOTAL.to_owned(), figures.columns.get(self.column)?.clone()),
        };
        let (row, column) = if self.is_turned { (column, row) } else { (row, column) };
        Some(Figured::Cell { row, column })
    }

    /// The figure whose records are shown, in words.
    pub fn behind_named(&self, cx: &Cx) -> String {
        let locale = &cx.locale;
        match (&self.behind_of, &self.asked) {
            (Some(Figured::Missing(field)), _) => locale.missing_named(field),
            (Some(Figured::Cell { row, column }), Some(asked)) => {
                let is_kept_back = asked.by.labels == Labels::Open && cx.redactor().is_some();
                let row = if is_kept_back && row != TOTAL { "…" } else { row };
                locale.figure_named(asked.report, asked.by, (row, column))
            }
            _ => String::new(),
        }
    }

    /// Shows the records behind the marked figure.
    pub(super) fn open_behind(&mut self, cx: &Cx) -> Result<Then, Problem> {
        self.behind_of = self.figure();
        (self.behind, self.more_behind) = (Marked::default(), (0, 0));
        self.seek(cx)?;
        self.look = Look::Behind;
        Ok(Then::Stay)
    }

    /// Opens the marked record, at the field that is to be filled in.
    pub(super) fn open_found(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let found = match self.look {
            Look::Behind => self.behind.current().cloned(),
            _ => match self.unfilled.current() {
                Some(ToFill::Field(row)) => Some(Found { row: row.of.clone(), field: Some(row.field) }),
                _ => None,
            },
        };
        found.map_or(Ok(Then::Stay), |found| open(cx, &found.row, found.field))
    }

    /// Shows all figures as they are, or masks them again.
    pub(super) fn turn_internal(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if !self.is_internal && cx.store.reach(Right::ReadFiguresUnmasked) == Reach::Nothing {
            cx.trouble("why-role");
            return Ok(Then::Stay);
        }
        self.is_internal = !self.is_internal;
        self.count(cx)?;
        if self.is_internal {
            cx.notice = Some(Notice::Trouble(cx.locale.say("report-internal")));
        }
        Ok(Then::Stay)
    }

    /// Breaks the report down by the next of what it can be.
    pub(super) fn break_down(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(report) = self.report() else { return Ok(Then::Stay) };
        let choices: Vec<&'static str> = report.choices().collect();
        let now = self.by.unwrap_or(choices.first().copied().unwrap_or_default());
        let at = choices.iter().position(|name| *name == now).unwrap_or_default();
        self.by = choices.get((at + 1) % choices.len().max(1)).copied();
        self.column = 0;
        self.count(cx)?;
        Ok(Then::Stay)
    }
}

/// Kinds of records that have a form by themselves.
const IN_FORMS: &[NounKind] = &[
    NounKind::Sessions,
    NounKind::People,
    NounKind::Goals,
    NounKind::Attendance,
    NounKind::Referrals,
    NounKind::CrisisSupports,
];

/// What reports find missing, and the field of the form that says it.
const FIELDS: &[(&str, &str)] = &[("attainment", "now"), ("change", "start")];

/// Opens a record at a field, in its form; what is no record of its own where it is told of.
fn open(cx: &mut Cx, row: &BehindRow, field: Option<&'static str>) -> Result<Then, Problem> {
    let (kind, id) = row.record;
    let place = match (kind, field) {
        (NounKind::People, Some("parent")) => {
            let route = Route::to(Subject::People).of(row.family).with(PersonId(id));
            return Ok(Then::GoAndDo(route, Action::NewKin));
        }
        (NounKind::Placements, _) => format!("placement/{id}"),
        // What a parent answered is asked of the parent, not filled in.
        (NounKind::People, Some("saw_home")) => {
            return Ok(Then::Go(Route::to(Subject::People).of(row.family).with(PersonId(id)), None));
        }
        (kind, Some("district")) if kind != NounKind::Families => format!("family/{}", row.family.0),
        (kind, _) if IN_FORMS.contains(&kind) => format!("{}/{id}", kind.one()),
        (NounKind::Arrangements, _) => {
            let child = cx.store.get::<Arrangement>(ArrangementId(id))?.value.child;
            let route = Route::to(Subject::Visits).of(row.family).with(child);
            return Ok(Then::Go(row.on.map_or(route.clone(), |on| route.on(on)), None));
        }
        (NounKind::Families, Some(_)) => format!("family/{id}"),
        _ => return Ok(Then::Go(Route::to(Subject::People).of(row.family), None)),
    };
    cx.open_family(row.family)?;
    let Some(form) = form_at(cx, &place)? else { return Ok(Then::Stay) };
    let asked = |field| FIELDS.iter().find(|(known, _)| *known == field).map_or(field, |(_, asked)| *asked);
    let form = match field {
        Some(field) => form.at(asked(field)),
        None => form,
    };
    form.open(cx)
}
