//! The forms about one visit: what is changed of it, what is prepared, what became of it.

use crate::app::cx::{Cx, VisitKey};
use crate::app::form::hindrances::hindrances_told;
use crate::app::form::noun::arrangement::{Series, without_old_end};
use crate::app::form::save::reader;
use crate::app::form::{At, Attempt, Form, FormNoun, Seen, Sequel, What};
use crate::domain::codes::{ChangeScope, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::visit::{self as entry, VisitChange};
use crate::domain::entry::{Draft, Fault, Why};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence, When};
use crate::store::{OneVisit, VisitSaving};

/// What is changed of a visit.
pub static VISIT: FormNoun =
    FormNoun { name: "visit", table: &entry::VISIT_CHANGE, save: save_change, at: |cx, at| at_visit(cx, at, change) };

/// What is prepared.
pub static PREPARATION: FormNoun = FormNoun {
    name: "preparation",
    table: &entry::PREPARATION,
    save: save_preparation,
    at: |cx, at| at_visit(cx, at, preparation),
};

/// What became of it.
pub static ACCOUNT: FormNoun =
    FormNoun { name: "account", table: &entry::ACCOUNT, save: save_account, at: |cx, at| at_visit(cx, at, account) };

fn at_visit(cx: &Cx, at: &At<'_>, form: fn(&Cx, VisitKey) -> Result<Form, Problem>) -> Result<Option<Form>, Problem> {
    at.visit().map(|key| form(cx, key)).transpose()
}

/// The form of what is changed of a visit.
pub(in crate::app) fn change(cx: &Cx, key: VisitKey) -> Result<Form, Problem> {
    over(cx, key, &VISIT, |visit, members| entry::visit_change_draft(&as_it_is(visit), members, Setting::Whole))
}

/// The form of what is prepared.
pub(in crate::app) fn preparation(cx: &Cx, key: VisitKey) -> Result<Form, Problem> {
    over(cx, key, &PREPARATION, |visit, _| entry::preparation_draft(&visit.before))
}

/// The form of what became of a visit; one that nobody has told of is told of as held, once it is saved.
pub(in crate::app) fn account(cx: &Cx, key: VisitKey) -> Result<Form, Problem> {
    over(cx, key, &ACCOUNT, |visit, members| entry::account_draft(&visit.during, &visit.after, members))
}

fn over(
    cx: &Cx,
    key: VisitKey,
    noun: &'static FormNoun,
    draft: impl FnOnce(&Occurrence, &[MemberName]) -> Draft,
) -> Result<Form, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let members = cx.members(one.arrangement.value.family)?;
    let draft = draft(&one.occurrence, &members);
    let what = What::Visit(Seen { key, seen: one.seen });
    Ok(Form::new(noun, what, draft, &cx.locale).about(&title_of(cx, &one, &members)))
}

fn title_of(cx: &Cx, one: &OneVisit, members: &[MemberName]) -> String {
    let shown = |one: &MemberName| one.given_name.shown(cx.page_setting());
    let name = |id: &PersonId| members.iter().find(|member| member.id == *id).map(shown);
    let with: Vec<String> = one.occurrence.terms.with.iter().filter_map(name).collect();
    let child = name(&one.arrangement.value.child).unwrap_or_default();
    let day = cx.locale.day(one.occurrence.on, cx.world.today);
    format!("{child} – {}, {day}", with.join(", "))
}

fn as_it_is(visit: &Occurrence) -> VisitChange {
    VisitChange { on: visit.on, terms: visit.terms.clone(), reason: visit.reason.clone(), scope: ChangeScope::This }
}

/// The visit that a form is over, and what it was seen as.
fn seen(cx: &Cx, form: &Form) -> Result<Option<(Seen, OneVisit)>, Problem> {
    let What::Visit(seen) = form.target.what else { return Ok(None) };
    Ok(Some((seen, cx.store.visit(seen.key.id, seen.key.given)?)))
}

fn save_preparation(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let Some((seen, one)) = seen(cx, form)? else { return Ok(Attempt::Faults(Vec::new())) };
    match entry::read_preparation(reader(cx, form, draft)?) {
        Err(faults) => Ok(Attempt::Faults(faults)),
        Ok(before) => {
            let made = Occurrence { before, ..one.occurrence.clone() };
            write(cx, form, seen, &one, &made, |visit, _| entry::preparation_draft(&visit.before))
        }
    }
}

fn save_account(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let Some((seen, one)) = seen(cx, form)? else { return Ok(Attempt::Faults(Vec::new())) };
    let (of, terms) = (&one.arrangement.value, &one.occurrence.terms);
    match entry::read_account(reader(cx, form, draft)?, &cx.store, of, terms)? {
        Err(faults) => Ok(Attempt::Faults(faults)),
        Ok((during, after)) => {
            let visit = one.occurrence.clone();
            let untold = matches!(visit.outcome, VisitOutcome::Planned | VisitOutcome::Moved);
            let visit = if untold && visit.on <= cx.world.today { visit.held() } else { visit };
            let made = Occurrence { during, after, ..visit };
            write(cx, form, seen, &one, &made, |visit, members| {
                entry::account_draft(&visit.during, &visit.after, members)
            })
        }
    }
}

/// Writes one visit; if a colleague was first, gives back both.
fn write(
    cx: &Cx,
    form: &Form,
    seen: Seen,
    one: &OneVisit,
    made: &Occurrence,
    draft: impl Fn(&Occurrence, &[MemberName]) -> Draft,
) -> Result<Attempt, Problem> {
    if let Some(against) = cx.store.against_held(&one.arrangement.value, made)? {
        // What has happened is kept; why is asked for once.
        let told = cx.locale.problem(&cx.store.against_told(&against)?);
        if let Some(warned) = form.unless_warned(told) {
            return Ok(warned);
        }
    }
    let place = form.place();
    if cx.store.write_visit(made, seen.seen, form.origin(&place))? == VisitSaving::Saved {
        return Ok(Attempt::Saved);
    }
    let theirs = cx.store.visit(seen.key.id, seen.key.given)?;
    let members = cx.members(theirs.arrangement.value.family)?;
    let version = theirs.seen.number();
    Ok(Attempt::Newer { mine: draft(made, &members), theirs: draft(&theirs.occurrence, &members), version })
}

fn save_change(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let Some((seen, one)) = seen(cx, form)? else { return Ok(Attempt::Faults(Vec::new())) };
    let draft = without_old_end(form, draft);
    let of = &one.arrangement.value;
    let read = reader(cx, form, &draft)?;
    let read = entry::read_visit_change(read, &cx.store, &cx.store.unit().ladder, of, seen.key.given)?;
    let asked = match read {
        Ok(asked) => asked,
        Err(faults) => return Ok(Attempt::Faults(faults)),
    };
    let Some(scope) = asked.scope(seen.key.given, cx.world.today) else {
        let mut made = changed_visit(of, one.occurrence.clone(), &asked);
        if form.sequel == Sequel::Holds {
            made = made.held();
            if made.terms.despite.is_none() {
                let why = Why::Missing;
                return Ok(Attempt::Faults(vec![Fault { field: "despite", value: String::new(), why }]));
            }
        }
        // A stop is told before anything that only speaks against it.
        if let Some(refused) = cx.store.refused_visit(&made, seen.seen)? {
            return Err(refused);
        }
        let told = hindrances_told(cx, Some(seen.key.id), of, std::slice::from_ref(&made), Some(made.on))?;
        if let Some(warned) = told.and_then(|told| form.unless_warned(told)) {
            return Ok(warned);
        }
        return write(cx, form, seen, &one, &made, |visit, members| {
            entry::visit_change_draft(&as_it_is(visit), members, Setting::Whole)
        });
    };
    let edited = asked.edited(of, seen.key.given);
    let series = Series { form, version: one.arrangement.version, old: &one.arrangement };
    series.write(cx, &edited, scope, |all| {
        let visit = Occurrence::given(seen.key.id, all, seen.key.given);
        Ok(entry::visit_change_draft(&as_it_is(&visit), &cx.members(all.family)?, Setting::Whole))
    })
}

fn changed_visit(of: &Arrangement, visit: Occurrence, asked: &VisitChange) -> Occurrence {
    let terms = &asked.terms;
    let when = When { on: asked.on, start: terms.start, end: terms.end, nights: terms.nights };
    let mut changed = visit.with_terms(of, terms.clone()).moved(of, when, asked.reason.clone());
    changed.reason.clone_from(&asked.reason);
    changed
}
