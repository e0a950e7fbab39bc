//! Keys that say something of a visit, and the questions that belong to it: who cancelled and why, what the
//! child said, who supports it, which step of the ladder. The same from the pane of visits, a visit's card and the
//! week.

mod absence;
mod asks;
mod cancelling;
mod deeds;
mod ladder;
mod mark;
mod supporter;
mod week_53;
mod why;
mod wordless;

use crate::app::cx::{Cx, VisitKey};
use crate::app::form::noun;
use crate::app::keys::{Action, BINDINGS, Scope};
use crate::app::layer::Then;
use crate::domain::access::Right;
use crate::domain::directory::MemberName;
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::OneVisit;

pub(in crate::app) use absence::{ask_absence, tell_hits};
pub(in crate::app) use cancelling::{What, ask_cancelled};
pub(in crate::app) use deeds::{act, change, consider, decide, hold};
pub use ladder::{Standing, ladder_step, proposal, step_name, tell_standing};
pub use mark::Mark;
pub(in crate::app) use supporter::ask_supporter;
pub(in crate::app) use week_53::ask_week_53;
pub(in crate::app) use wordless::tell_wordless;

/// The child, and one person the child meets, that keys are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Their family.
    pub family: FamilyId,
    /// The child.
    pub child: PersonId,
    /// The other one.
    pub with: Option<PersonId>,
}

impl From<&OneVisit> for Pair {
    fn from(one: &OneVisit) -> Self {
        let of = &one.arrangement.value;
        Self { family: of.family, child: of.child, with: one.occurrence.terms.with.first().copied() }
    }
}

/// Which visit it is.
pub(in crate::app) fn key_of(one: &OneVisit) -> VisitKey {
    VisitKey { id: one.arrangement.id, given: one.occurrence.given }
}

/// What people of a family are called where one is.
pub(super) fn names(cx: &Cx, members: &[MemberName], people: &[PersonId]) -> String {
    let name = |id: &PersonId| members.iter().find(|member| member.id == *id);
    let names = people.iter().filter_map(name).map(|member| member.given_name.shown(cx.setting()));
    names.collect::<Vec<_>>().join(", ")
}

/// What a visit is called in a question: `Elias – Sara, lö 28/11`.
pub(super) fn visit_name(cx: &Cx, one: &OneVisit) -> Result<String, Problem> {
    let members = cx.members(one.arrangement.value.family)?;
    let child = names(cx, &members, &[one.arrangement.value.child]);
    let with = names(cx, &members, &one.occurrence.terms.with);
    Ok(format!("{child} – {with}, {}", cx.locale.day(one.occurrence.on, cx.world.today)))
}

/// A draft with the family, the child and the other one that keys are about.
pub(super) fn about_pair(cx: &Cx, pair: Pair, other: &str) -> Result<(String, Draft), Problem> {
    let (case_ref, members) = (cx.case_ref(pair.family)?, cx.members(pair.family)?);
    let draft = Draft::default()
        .with_family("case_ref", pair.family, &case_ref)
        .with_people("child", [pair.child], &members)
        .with_people(other, pair.with, &members);
    Ok((case_ref, draft))
}

/// New visits in the open family, or in one still to be named; of a child and from a day, where these are known.
pub(in crate::app) fn new_visits(
    cx: &mut Cx,
    child: Option<PersonId>,
    from: Option<chrono::NaiveDate>,
) -> Result<Then, Problem> {
    let Some(family) = cx.chosen() else { return noun::arrangement::new(cx, "", Draft::default()).open(cx) };
    let members = cx.members(family.id)?;
    let draft = Draft::default().with_people("child", child, &members);
    let draft = draft.with_some("from", from.filter(|day| *day >= cx.world.today));
    noun::arrangement::new(cx, &family.case_ref, draft).about(&family.name).open(cx)
}

/// Whether an act is about a visit, or about a child and whom it meets.
pub(in crate::app) fn is_one(act: Action) -> bool {
    BINDINGS.iter().any(|row| row.act == act && row.scope == Scope::Visit)
}

/// What one must be allowed for an act about visits.
pub(in crate::app) fn needs(act: Action) -> Option<Right> {
    let is_own = BINDINGS.iter().any(|row| row.act == act && matches!(row.scope, Scope::Visits | Scope::Visit));
    match act {
        Action::Absence => Some(Right::KeepCalendars),
        Action::Open
        | Action::ShowMonth
        | Action::NextChild
        | Action::NextVisit
        | Action::PreviousVisit
        | Action::NextDay
        | Action::PreviousDay
        | Action::Wordless => None,
        _ => is_own.then_some(Right::PlanVisits),
    }
}
