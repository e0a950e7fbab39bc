//! Filters of lists, as forms like any other.

use std::rc::Rc;

use super::Form;
use super::save::Attempt;
use super::target::{At, FormNoun, What};
use crate::app::cx::Cx;
use crate::domain::codes::{Area, Code, CodeList, FamilyStatus, Outcome};
use crate::domain::entry::{self, Draft, Fault, Field, Names as _, Need, Reader, Shape, Source, Why};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::locale::Locale;
use crate::store::{FamilyFilter, SessionFilter, Whose};

/// Whose families.
pub const WHOSE: CodeList = CodeList { name: "whose", codes: &["everyones", "mine"] };

const fn field(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, need: Need::Optional }
}

/// What narrows the list of families.
pub const FAMILY_FILTER: entry::Form = entry::Form {
    kind: "family-filter",
    fields: &[
        field("whose", Shape::Code(WHOSE)),
        field("status", Shape::Code(FamilyStatus::LIST)),
        field("district", Shape::Line),
    ],
    asked: &["whose", "status", "district"],
};

/// What narrows the list of sessions.
pub const SESSION_FILTER: entry::Form = entry::Form {
    kind: "session-filter",
    fields: &[
        field("area", Shape::Code(Area::LIST)),
        field("staff", Shape::Line),
        field("outcome", Shape::Code(Outcome::LIST)),
        field("from", Shape::Day(Leaning::Past)),
        field("to", Shape::Day(Leaning::Past)),
    ],
    asked: &["area", "staff", "outcome", "from", "to"],
};

/// What narrows a list.
#[derive(Debug)]
pub enum Filter {
    /// That of families.
    Families(FamilyFilter),
    /// That of sessions; whose they are is left as it is.
    Sessions(SessionFilter),
    /// What a report is told of.
    Report(super::reports::ReportFilter),
    /// Where a report is written to: the format, the path.
    File(&'static str, String),
}

static OF_FAMILIES: FormNoun =
    FormNoun { name: "family-filter", table: &FAMILY_FILTER, save: read_family_filter, at: nowhere };

static OF_SESSIONS: FormNoun =
    FormNoun { name: "session-filter", table: &SESSION_FILTER, save: read_session_filter, at: nowhere };

/// What narrows a list is kept nowhere.
pub(super) fn nowhere(_: &Cx, _: &At<'_>) -> Result<Option<Form>, Problem> {
    Ok(None)
}

impl Form {
    /// The form of what narrows the list of families.
    pub(in crate::app) fn of_families(filter: &FamilyFilter, locale: &Rc<Locale>) -> Self {
        let whose = (filter.whose == Whose::Mine).then_some("mine");
        let draft = Draft::default()
            .with_some("whose", whose)
            .with_some("status", filter.status.map(Code::code))
            .with_some("district", filter.district.as_ref());
        Self::new(&OF_FAMILIES, What::Filter, draft, locale)
    }

    /// The form of what narrows the list of sessions.
    pub(in crate::app) fn of_sessions(filter: &SessionFilter, locale: &Rc<Locale>) -> Self {
        let draft = Draft::default()
            .with_some("area", filter.area.map(Code::code))
            .with_some("staff", filter.staff.as_ref())
            .with_some("outcome", filter.outcome.map(Code::code))
            .with_some("from", filter.from)
            .with_some("to", filter.to);
        Self::new(&OF_SESSIONS, What::Filter, draft, locale)
    }
}

pub(super) fn narrowed(read: Result<Filter, Vec<Fault>>) -> Attempt {
    read.map_or_else(Attempt::Faults, Attempt::Narrowed)
}

fn read_family_filter(cx: &Cx, _: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let mut reader = Reader::new(&FAMILY_FILTER, draft, Source::Typed(cx.world.today), &*cx.locale);
    let whose = match reader.listed("whose", WHOSE) {
        Some("mine") => Whose::Mine,
        _ => Whose::Everyones,
    };
    let filter = FamilyFilter { whose, status: reader.code("status"), district: reader.line("district") };
    Ok(narrowed(reader.finish(Some(Filter::Families(filter)))))
}

fn read_session_filter(cx: &Cx, _: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let mut reader = Reader::new(&SESSION_FILTER, draft, Source::Typed(cx.world.today), &*cx.locale);
    let mut staff = reader.line("staff");
    // Three letters of a name do here too; a name that nobody bears finds nothing, and says so by an empty list.
    match staff.as_deref().map(|word| cx.store.staff(word)) {
        Some(Ok(found)) if found.len() > 1 && !found.iter().any(|name| Some(name) == staff.as_ref()) => {
            reader.fault("staff", Why::Ambiguous(found));
        }
        Some(Ok(found)) if found.len() == 1 => staff = found.into_iter().next(),
        _ => {}
    }
    let filter = SessionFilter {
        family: None,
        area: reader.code("area"),
        staff,
        outcome: reader.code("outcome"),
        from: reader.day("from"),
        to: reader.day("to"),
    };
    Ok(narrowed(reader.finish(Some(Filter::Sessions(filter)))))
}
