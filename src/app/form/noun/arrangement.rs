//! The form of planned visits: a series of them, or one.

use crate::app::cx::Cx;
use crate::app::form::hindrances::hindrances_told;
use crate::app::form::save::{drafted, reader};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, VisitContact};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::Draft;
use crate::domain::entry::visit as entry;
use crate::domain::ids::{ArrangementId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, Occurrence, Scope, change, week53};
use crate::locale::arg;
use crate::store::{Stored, VisitSaving};

/// Arrangements of visits.
pub static ARRANGEMENT: FormNoun = FormNoun { name: "arrangement", table: &entry::ARRANGEMENT, save, at };

/// New visits, in a family or in none yet.
pub(in crate::app) fn new(cx: &Cx, case_ref: &str, draft: Draft) -> Form {
    let draft = draft.with("case_ref", case_ref).with("contact", VisitContact::InPerson.code());
    let first = if case_ref.is_empty() { "case_ref" } else { "with" };
    Form::new(&ARRANGEMENT, What::of_family(case_ref), draft, &cx.locale).at(first)
}

/// Those that are there.
pub(in crate::app) fn over(cx: &Cx, id: ArrangementId) -> Result<Form, Problem> {
    let stored: Stored<Arrangement> = cx.store.get(id)?;
    let members = cx.members(stored.value.family)?;
    let shown = |one: &MemberName| one.given_name.shown(cx.page_setting());
    let name = |id: &PersonId| members.iter().find(|member| member.id == *id).map(shown);
    let with: Vec<String> = stored.value.terms.with.iter().filter_map(name).collect();
    let about = format!("{} – {}", name(&stored.value.child).unwrap_or_default(), with.join(", "));
    let what = What::record(id, stored.version);
    Ok(Form::new(&ARRANGEMENT, what, draft_of(cx, &stored.value)?, &cx.locale).about(&about).at("pattern"))
}

fn draft_of(cx: &Cx, of: &Arrangement) -> Result<Draft, Problem> {
    drafted(cx, of.family, |case_ref, members| entry::arrangement_draft(of, case_ref, members, Setting::Whole))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.family() {
        Some(case_ref) => Ok(Some(new(cx, case_ref, Draft::default()))),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

/// A form's text, where a beginning that says the end too takes the place of an end that nobody has written.
pub(super) fn without_old_end(form: &Form, draft: &Draft) -> Draft {
    let mut draft = draft.clone();
    if draft.get("start").contains(['-', '–']) && !form.touched_field("end") {
        draft.set("end", "");
        draft.set("nights", "");
    }
    draft
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let draft = &without_old_end(form, draft);
    let (store, reader) = (&cx.store, reader(cx, form, draft)?);
    let ladder = &store.unit().ladder;
    if let What::Record { id, version } = form.target.what {
        let old: Stored<Arrangement> = store.get(ArrangementId(id))?;
        return match entry::read_arrangement(reader, store, ladder, Some(&old.value))? {
            Ok(edited) => {
                let scope = Scope::All { today: cx.world.today };
                Series { form, version, old: &old }.write(cx, &edited, scope, |all| draft_of(cx, all))
            }
            Err(faults) => Ok(Attempt::Faults(faults)),
        };
    }
    let arrangement = match entry::read_arrangement(reader, store, ladder, None)? {
        Ok(arrangement) => on_current_step(cx, arrangement, draft)?,
        Err(faults) => return Ok(Attempt::Faults(faults)),
    };
    // A stop is told before anything that only speaks against it.
    if let Some(against) = store.against_visits(None, &arrangement, &[])? {
        return Err(store.against_told(&against)?);
    }
    if let Some(stops) = before_planning(cx, form, None, &arrangement, &[])? {
        return Ok(stops);
    }
    let place = form.place();
    store.plan(&arrangement, &[], form.origin(&place)).map(|_| Attempt::Saved)
}

/// Who meets in person meets on the child's current step unless the form says another, and with its support.
fn on_current_step(cx: &Cx, mut of: Arrangement, draft: &Draft) -> Result<Arrangement, Problem> {
    let ladder = &cx.store.unit().ladder;
    if of.terms.step.is_none() && of.terms.contact == VisitContact::InPerson {
        let with = of.terms.with.first().map(|with| cx.store.step_of(of.child, *with));
        of.terms.step = with.transpose()?.flatten();
    }
    if draft.get("supervision").is_empty() {
        of.terms.supervision = ladder.supervision(of.terms.step, &of.terms.supporters);
    }
    Ok(of)
}

/// What must be settled before visits are planned: a choice for week 53, or a hindrance that has not been told yet.
fn before_planning(
    cx: &Cx,
    form: &Form,
    id: Option<ArrangementId>,
    planned: &Arrangement,
    stored: &[Occurrence],
) -> Result<Option<Attempt>, Problem> {
    if week53::must_choose(&planned.series, cx.world.today) && id.is_none() {
        return Ok(Some(Attempt::ChooseWeek53(week53::new_years(&planned.series, cx.world.today))));
    }
    let told = hindrances_told(cx, id, planned, stored, None)?;
    Ok(told.and_then(|told| form.unless_warned(told)))
}

/// A series that is to be changed.
pub(super) struct Series<'a> {
    pub(super) form: &'a Form,
    /// The version it was seen as.
    pub(super) version: i64,
    pub(super) old: &'a Stored<Arrangement>,
}

impl Series<'_> {
    /// Writes a changed series, or that part of it that a change is about.
    pub(super) fn write(
        &self,
        cx: &Cx,
        edited: &Arrangement,
        scope: Scope,
        draft: impl Fn(&Arrangement) -> Result<Draft, Problem>,
    ) -> Result<Attempt, Problem> {
        let (id, version) = (self.old.id, self.version);
        let stored = cx.store.stored_visits(id)?;
        let changed = change(id, &self.old.value, &stored, edited, scope);
        let planned = changed.next.as_ref().map_or(&changed.arrangement, |next| &next.arrangement);
        let kept = changed.next.as_ref().map_or_else(|| changed.stored.clone(), |next| next.stored(id));
        if !changed.dropped.is_empty() {
            let days: Vec<String> = changed.dropped.iter().map(|one| cx.locale.day(one.on, cx.world.today)).collect();
            let told = cx.locale.tell("warned-dropped", &[("days", arg(days.join(", ")))]);
            if let Some(warned) = self.form.unless_warned(told) {
                return Ok(warned);
            }
        } else if let Some(stops) = before_planning(cx, self.form, Some(id), planned, &kept)? {
            return Ok(stops);
        }
        let place = self.form.place();
        let saved = cx.store.change_series((id, version), &stored, &changed, self.form.origin(&place))?;
        if saved == VisitSaving::Saved {
            return Ok(Attempt::Saved);
        }
        let theirs: Stored<Arrangement> = cx.store.get(id)?;
        Ok(Attempt::Newer { mine: draft(edited)?, theirs: draft(&theirs.value)?, version: theirs.version })
    }
}
