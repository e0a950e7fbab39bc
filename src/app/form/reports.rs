//! What is asked for of a report, and where it is written to, as forms like any other.

use std::rc::Rc;

use super::Form;
use super::filters::{Filter, narrowed, nowhere};
use super::save::Attempt;
use super::target::{FormNoun, What};
use crate::app::cx::Cx;
use crate::domain::codes::PHASES;
use crate::domain::entry::{Draft, Reader, Source, Why};
use crate::domain::ids::TeamId;
use crate::domain::problem::Problem;
use crate::domain::report::{Period, REPORT_FILE, REPORT_FILTER, REPORT_FORMATS, parse_period};
use crate::locale::Locale;

/// What a report is told of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportFilter {
    /// Its days; none where they are those of the report.
    pub period: Option<Period>,
    /// Only this district.
    pub district: Option<String>,
    /// Only this phase.
    pub phase: Option<String>,
    /// Only this team, and what it is called.
    pub team: Option<(TeamId, String)>,
}

static OF_REPORT: FormNoun =
    FormNoun { name: REPORT_FILTER.kind, table: &REPORT_FILTER, save: read_report_filter, at: nowhere };

static OF_FILE: FormNoun = FormNoun { name: REPORT_FILE.kind, table: &REPORT_FILE, save: read_file, at: nowhere };

impl Form {
    /// The form of what a report is told of; the period, or whose, comes first.
    pub(in crate::app) fn of_report(filter: &ReportFilter, first: &str, locale: &Rc<Locale>) -> Self {
        let draft = Draft::default()
            .with_some("from", filter.period.map(|period| period.from))
            .with_some("to", filter.period.map(|period| period.to))
            .with_some("district", filter.district.as_ref())
            .with_some("phase", filter.phase.as_ref())
            .with_some("of_team", filter.team.as_ref().map(|(_, name)| name));
        let mut form = Self::new(&OF_REPORT, What::Filter, draft, locale);
        form.focus = REPORT_FILTER.asked.iter().position(|key| *key == first).unwrap_or_default();
        form
    }

    /// The form of where a report is written to.
    pub(in crate::app) fn of_report_file(path: &str, locale: &Rc<Locale>) -> Self {
        let draft = Draft::default().with("figure_format", "xlsx").with("path", path);
        Self::new(&OF_FILE, What::Filter, draft, locale)
    }
}

fn read_report_filter(cx: &Cx, _: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let today = cx.world.today;
    let mut reader = Reader::new(&REPORT_FILTER, draft, Source::Typed(today), &*cx.locale);
    let told = reader.line("period");
    let (from, to) = (reader.day("from"), reader.day("to"));
    let period = match told.as_deref().map(|text| parse_period(text, today)) {
        Some(None) => {
            reader.fault("period", Why::NotAPeriod);
            None
        }
        Some(period) => period,
        None => from.or(to).map(|day| Period { from: from.unwrap_or(day), to: to.unwrap_or(today) }),
    };
    if period.is_some_and(|period| period.to < period.from) {
        reader.fault("to", Why::Before("from"));
    }
    let (district, phase) = (reader.line("district"), reader.listed("phase", PHASES).map(str::to_owned));
    let named = reader.line("of_team");
    let teams = cx.store.teams()?;
    let same = |name: &str, known: &str| name.to_lowercase() == known.to_lowercase();
    let team = named.as_ref().and_then(|name| teams.iter().find(|team| same(name, &team.name)));
    if named.is_some() && team.is_none() {
        let known = teams.iter().map(|team| team.name.clone()).filter(|name| !name.is_empty());
        reader.fault("of_team", Why::NoSuchTeam(known.collect()));
    }
    let team = team.map(|team| (team.id, team.name.clone()));
    let filter = ReportFilter { period, district, phase, team };
    Ok(narrowed(reader.finish(Some(Filter::Report(filter)))))
}

fn read_file(cx: &Cx, _: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let mut reader = Reader::new(&REPORT_FILE, draft, Source::Typed(cx.world.today), &*cx.locale);
    let (format, path) = (reader.listed("figure_format", REPORT_FORMATS), reader.line("path"));
    let file = format.zip(path).map(|(format, path)| Filter::File(format, path));
    Ok(narrowed(reader.finish(file)))
}
