//! Entry of a change of one visit, which may be for those after it too.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{terms, whom};
use crate::domain::calendar::Week;
use crate::domain::codes::{Answer, ChangeScope, Code, VisitContact};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::{Arrangement, Ladder, Pattern, Scope, Series, Terms, Weekdays};

use Need::{Optional, Required};

/// The fields of a change.
pub const VISIT_CHANGE: Form = Form {
    kind: "visit-change",
    fields: &[
        Field { key: "on", shape: Shape::Day(Leaning::Future), need: Required },
        Field { key: "start", shape: Shape::Times, need: Optional },
        Field { key: "end", shape: Shape::Time, need: Optional },
        terms::NIGHTS,
        Field { key: "place", shape: Shape::Line, need: Optional },
        Field { key: "with", shape: Shape::People, need: Required },
        Field { key: "contact", shape: Shape::Code(VisitContact::LIST), need: Optional },
        Field { key: "step", shape: Shape::Step, need: Optional },
        Field { key: "supporter", shape: Shape::Staff, need: Optional },
        Field { key: "supervision", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "transport", shape: Shape::Line, need: Optional },
        Field { key: "despite", shape: Shape::Line, need: Optional },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "scope", shape: Shape::Code(ChangeScope::LIST), need: Optional },
    ],
    asked: &[
        "on",
        "start",
        "end",
        "nights",
        "place",
        "with",
        "contact",
        "step",
        "supporter",
        "supervision",
        "transport",
        "despite",
        "reason",
        "scope",
    ],
};

/// What somebody made of one visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitChange {
    /// The day it is on.
    pub on: NaiveDate,
    /// Its terms.
    pub terms: Terms,
    /// Why.
    pub reason: Option<String>,
    /// Whether it is for this visit, for the later ones too, or for all.
    pub scope: ChangeScope,
}

impl VisitChange {
    /// A visit as it is, with nothing changed.
    pub fn none(on: NaiveDate, terms: &Terms) -> Self {
        Self { on, terms: terms.clone(), reason: None, scope: ChangeScope::This }
    }

    /// How much of the series it is for; none where it is for one visit. `given` is the day the series gave the visit.
    pub fn scope(&self, given: NaiveDate, today: NaiveDate) -> Option<Scope> {
        match self.scope {
            ChangeScope::This => None,
            ChangeScope::Later => Some(Scope::Later(given)),
            ChangeScope::All => Some(Scope::All { today }),
        }
    }

    /// The arrangement that a change of the whole series asks for: these terms, and where the visit was moved to
    /// another weekday, that one in the place of the visit's.
    pub fn edited(&self, of: &Arrangement, given: NaiveDate) -> Arrangement {
        let series = match of.series.pattern {
            _ if self.on == given => of.series,
            Pattern::Once => Series::once(self.on),
            _ => {
                let others = of.series.weekdays.iter().filter(|day: &Weekday| *day != given.weekday());
                let weekdays = others.collect::<Weekdays>().with(self.on.weekday());
                // The first visit takes the first day of the series along.
                let is_first = of.series.before(given).is_none();
                Series { weekdays, from: if is_first { self.on } else { of.series.from }, ..of.series }
            }
        };
        Arrangement { series, terms: self.terms.clone(), ..of.clone() }
    }
}

/// Reads a change of the visit that a series gave on a day.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(
    mut reader: Reader<'_>,
    names: &dyn Names,
    ladder: &Ladder,
    of: &Arrangement,
    given: NaiveDate,
) -> Result<Result<VisitChange, Vec<Fault>>, Problem> {
    let with = whom::with(&mut reader, Some(of.family), Some(of.child), names)?;
    let on = reader.day("on");
    let terms = terms::read(&mut reader, with, ladder);
    let scope = reader.code("scope").unwrap_or(ChangeScope::This);
    let repeats = of.series.pattern != Pattern::Once;
    if repeats && scope != ChangeScope::This && on.is_some_and(|on| Week::of(on) != Week::of(given)) {
        reader.fault("on", Why::OnlyWithinWeek);
    }
    let change = (|| Some(VisitChange { on: on?, terms, reason: reader.line("reason"), scope }))();
    Ok(reader.finish(change))
}

/// A change as a draft, in codes.
pub fn draft(change: &VisitChange, members: &[MemberName], setting: Setting) -> Draft {
    let draft = Draft::default()
        .with("on", change.on.to_string())
        .with_some("reason", change.reason.as_ref())
        .with("scope", change.scope.code());
    terms::draft(draft, &change.terms, members, setting)
}
