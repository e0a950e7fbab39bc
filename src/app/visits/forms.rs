//! The forms about visits: opening them, and what becomes of what is typed.

use chrono::NaiveDate;

use super::{Face, Key};
use crate::app::desk::App;
use crate::app::form::Form;
use crate::app::form_save::Attempt;
use crate::app::purpose::Purpose;
use crate::domain::codes::{ChangeScope, Code, RestrictionKind, VisitContact, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::entry::visit::{self as entry, VisitChange};
use crate::domain::entry::{Becomes, Draft, Hand, Reader};
use crate::domain::ids::{AbsenceId, ArrangementId, FamilyId, MemberId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::clash::Absence;
use crate::domain::visit::{
    Arrangement, Ends, LadderMove, Occurrence, Pattern, Restriction, Scope, Series, Weekdays, When, Wish, change,
    week53,
};
use crate::store::{OneVisit, Origin, Stored, VisitSaving};

/// A visit, and the version it was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub key: Key,
    /// As it was stored; none if nothing was.
    pub version: Option<i64>,
}

impl App {
    fn title_of(&self, one: &OneVisit, members: &[MemberName]) -> String {
        let name = |id: &MemberId| members.iter().find(|member| member.id == *id).map(|one| one.given_name.as_str());
        let with: Vec<&str> = one.occurrence.terms.with.iter().filter_map(name).collect();
        let child = name(&one.arrangement.value.child).unwrap_or_default();
        let day = self.locale.day(one.occurrence.on, self.world.today);
        format!("{child} – {}, {day}", with.join(", "))
    }

    /// A form about one visit.
    pub(in crate::app) fn visit_form(&self, what: &str, key: Key) -> Result<Form, Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let members = self.members(one.arrangement.value.family)?;
        let seen = Seen { key, version: one.version };
        let visit = &one.occurrence;
        let (purpose, table, draft) = match what {
            "preparation" => (Purpose::Preparation(seen), &entry::PREPARATION, entry::preparation_draft(&visit.before)),
            "account" => {
                let draft = entry::account_draft(&visit.during, &visit.after, &members);
                (Purpose::Account(seen), &entry::ACCOUNT, draft)
            }
            _ => (
                Purpose::VisitChange(seen),
                &entry::VISIT_CHANGE,
                entry::visit_change_draft(&as_it_is(visit), &members),
            ),
        };
        Ok(Form::new(purpose, table, draft, &self.locale).about(&self.title_of(&one, &members)))
    }

    pub(super) fn change_visit(&mut self, key: Key, field: &str) -> Result<(), Problem> {
        let form = self.visit_form("visit", key)?.at(field);
        self.open_form(form)
    }

    pub(super) fn prepare(&mut self, key: Key) -> Result<(), Problem> {
        let form = self.visit_form("preparation", key)?;
        self.open_form(form)
    }

    /// Opens the account of a visit; one that nobody has told of is told of as held, once it is saved.
    pub(super) fn account(&mut self, key: Key, field: &str) -> Result<(), Problem> {
        let form = self.visit_form("account", key)?.at(field);
        self.open_form(form)
    }

    /// The form of an arrangement.
    pub(in crate::app) fn series_form(&self, id: ArrangementId) -> Result<Form, Problem> {
        let stored: Stored<Arrangement> = self.store.get(id)?;
        let members = self.members(stored.value.family)?;
        let case_ref = self.case_ref(stored.value.family)?;
        let draft = entry::arrangement_draft(&stored.value, &case_ref, &members);
        let name = |id: &MemberId| members.iter().find(|member| member.id == *id).map(|one| one.given_name.as_str());
        let with: Vec<&str> = stored.value.terms.with.iter().filter_map(name).collect();
        let about = format!("{} – {}", name(&stored.value.child).unwrap_or_default(), with.join(", "));
        let purpose = Purpose::Visits(id, stored.version);
        Ok(Form::new(purpose, &entry::ARRANGEMENT, draft, &self.locale).about(&about).at("pattern"))
    }

    pub(super) fn edit_series(&mut self, key: Key) -> Result<(), Problem> {
        let form = self.series_form(key.id)?;
        self.open_form(form)
    }

    /// The form of new visits, for a family or for none yet.
    pub(in crate::app) fn new_visits_form(&self, case_ref: &str, draft: Draft) -> Form {
        let draft = draft.with("case_ref", case_ref).with("contact", VisitContact::InPerson.code());
        let purpose = Purpose::NewVisits { case_ref: case_ref.to_owned() };
        let first = if case_ref.is_empty() { "case_ref" } else { "with" };
        Form::new(purpose, &entry::ARRANGEMENT, draft, &self.locale).at(first)
    }

    pub(in crate::app) fn new_visits(&mut self) -> Result<(), Problem> {
        let Some(family) = self.chosen() else {
            let form = self.new_visits_form("", Draft::default());
            return self.open_form(form);
        };
        let mut draft = Draft::default();
        if self.visits.face != Face::Agenda {
            let child = self.visits.child.siblings.iter().find(|(id, _)| Some(*id) == self.visits.child.chosen);
            draft = draft.with_some("child", child.map(|(_, name)| name));
            if self.visits.child.day >= self.world.today {
                draft = draft.with("from", self.visits.child.day.to_string());
            }
        }
        let form = self.new_visits_form(&family.case_ref, draft).about(&family.name);
        self.open_form(form)
    }

    /// A draft with the family, the child and the other one that keys are about.
    fn about_pair(&self, other: &str) -> Result<Option<(String, Draft)>, Problem> {
        let Some((family, child, with)) = self.pair() else { return Ok(None) };
        let (case_ref, members) = (self.case_ref(family)?, self.members(family)?);
        let name = |id: MemberId| members.iter().find(|member| member.id == id).map(|one| one.given_name.clone());
        let draft = Draft::default()
            .with("case_ref", &case_ref)
            .with_some("child", name(child))
            .with_some(other, with.and_then(name));
        Ok(Some((case_ref, draft)))
    }

    pub(super) fn new_restriction(&mut self) -> Result<(), Problem> {
        let Some((case_ref, draft)) = self.about_pair("with")? else { return Ok(()) };
        let draft = draft.with("kind", RestrictionKind::Limited.code()).with("from", self.locale.say("today"));
        let form = Form::new(Purpose::NewRestriction { case_ref }, &entry::RESTRICTION, draft, &self.locale).at("kind");
        self.open_form(form)
    }

    pub(in crate::app) fn restriction_form(&self, id: RestrictionId) -> Result<Form, Problem> {
        let stored: Stored<Restriction> = self.store.get(id)?;
        let family = stored.value.family;
        let draft = entry::restriction_draft(&stored.value, &self.case_ref(family)?, &self.members(family)?);
        Ok(Form::new(Purpose::Restriction(id, stored.version), &entry::RESTRICTION, draft, &self.locale))
    }

    pub(super) fn edit_restriction(&mut self, id: RestrictionId, field: &str) -> Result<(), Problem> {
        let form = self.restriction_form(id)?.at(field);
        self.open_form(form)
    }

    pub(super) fn new_wish(&mut self) -> Result<(), Problem> {
        let Some((case_ref, draft)) = self.about_pair("by")? else { return Ok(()) };
        let draft = draft.with("told_on", self.locale.say("today"));
        let form = Form::new(Purpose::NewWish { case_ref }, &entry::WISH, draft, &self.locale).at("what");
        self.open_form(form)
    }

    pub(in crate::app) fn wish_form(&self, id: WishId) -> Result<Form, Problem> {
        let stored: Stored<Wish> = self.store.get(id)?;
        let family = stored.value.family;
        let draft = entry::wish_draft(&stored.value, &self.case_ref(family)?, &self.members(family)?);
        Ok(Form::new(Purpose::Wish(id, stored.version), &entry::WISH, draft, &self.locale))
    }

    pub(super) fn edit_wish(&mut self, id: WishId, field: &str) -> Result<(), Problem> {
        let form = self.wish_form(id)?.at(field);
        self.open_form(form)
    }

    pub(super) fn new_move(
        &mut self,
        child: MemberId,
        with: MemberId,
        from: Option<u8>,
        to: Option<u8>,
    ) -> Result<(), Problem> {
        let Some((family, ..)) = self.pair() else { return Ok(()) };
        let members = self.members(family)?;
        let name = |id: MemberId| members.iter().find(|member| member.id == id).map(|one| one.given_name.clone());
        let draft = Draft::default()
            .with("case_ref", self.case_ref(family)?)
            .with_some("child", name(child))
            .with_some("with", name(with))
            .with("on", self.locale.say("today"))
            .with_some("to_step", to)
            .with("decided_by", self.user());
        let form = Form::new(Purpose::NewMove { child, with, from }, &entry::LADDER_MOVE, draft, &self.locale);
        let form = form.at(if to.is_some() { "reason" } else { "to_step" });
        self.open_form(form)
    }

    pub(super) fn new_absence(&mut self) -> Result<(), Problem> {
        let form = self.absence_form(None)?;
        self.open_form(form)
    }

    pub(in crate::app) fn absence_form(&self, id: Option<AbsenceId>) -> Result<Form, Problem> {
        let Some(id) = id else {
            let named = self.visits.current().and_then(|key| self.visits.find(key));
            let supporter = named.and_then(|(_, visit, _)| visit.terms.supporters.first().cloned());
            let draft = Draft::default().with_some("supporter", supporter).with("from", self.locale.say("today"));
            return Ok(Form::new(Purpose::NewAbsence, &entry::ABSENCE, draft, &self.locale));
        };
        let stored: Stored<Absence> = self.store.get(id)?;
        let draft = entry::absence_draft(&stored.value);
        Ok(Form::new(Purpose::Absence(id, stored.version), &entry::ABSENCE, draft, &self.locale))
    }

    /// Saves what is typed in a form about visits.
    pub(in crate::app) fn attempt_visits(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let becomes = match form.purpose {
            Purpose::Visits(ArrangementId(id), _)
            | Purpose::Restriction(RestrictionId(id), _)
            | Purpose::Wish(WishId(id), _)
            | Purpose::Absence(AbsenceId(id), _) => Becomes::Record(id),
            _ => Becomes::New,
        };
        let reader =
            Reader::new(form.table, draft, Hand::Person(self.world.today), &*self.locale).knowing(store, becomes)?;
        let place = form.place();
        let origin = Origin::Draft(&place);
        let ladder = &store.unit().ladder;
        match &form.purpose {
            Purpose::NewVisits { .. } => match entry::read_arrangement(reader, store, ladder, None)? {
                Err(faults) => Ok(Attempt::Faults(faults)),
                Ok(arrangement) => {
                    if let Some(stops) = self.before_planning(form, None, &arrangement, &[])? {
                        return Ok(stops);
                    }
                    store.plan(&arrangement, &[], origin).map(|_| Attempt::Saved)
                }
            },
            Purpose::Visits(id, version) => self.save_series(form, reader, (*id, *version), origin),
            Purpose::VisitChange(seen) => self.save_visit_change(form, reader, *seen, origin),
            Purpose::Preparation(seen) => {
                let one = store.visit(seen.key.id, seen.key.given)?;
                match entry::read_preparation(reader) {
                    Err(faults) => Ok(Attempt::Faults(faults)),
                    Ok(before) => self.write(
                        *seen,
                        &one,
                        |visit| Occurrence { before, ..visit },
                        origin,
                        |visit, _| entry::preparation_draft(&visit.before),
                    ),
                }
            }
            Purpose::Account(seen) => {
                let one = store.visit(seen.key.id, seen.key.given)?;
                match entry::read_account(reader, store, &one.arrangement.value, &one.occurrence.terms)? {
                    Err(faults) => Ok(Attempt::Faults(faults)),
                    Ok((during, after)) => {
                        let lived = one.occurrence.on <= self.world.today;
                        let written = |visit: Occurrence| {
                            let untold = matches!(visit.outcome, VisitOutcome::Planned | VisitOutcome::Moved);
                            let visit = if untold && lived { visit.held() } else { visit };
                            Occurrence { during, after, ..visit }
                        };
                        self.write(*seen, &one, written, origin, |visit, members| {
                            entry::account_draft(&visit.during, &visit.after, members)
                        })
                    }
                }
            }
            Purpose::NewRestriction { .. } => {
                crate::app::form_save::added(entry::read_restriction(reader, store)?, |value: &Restriction| {
                    store.add(value, origin)
                })
            }
            Purpose::Restriction(id, version) => crate::app::form_save::changed(
                entry::read_restriction(reader, store)?,
                |value: &Restriction| store.change(*id, *version, value, origin),
                |value| {
                    self.drafted(value.family, |case_ref, members| entry::restriction_draft(value, case_ref, members))
                },
            ),
            Purpose::NewWish { .. } => {
                crate::app::form_save::added(entry::read_wish(reader, store)?, |value: &Wish| store.add(value, origin))
            }
            Purpose::Wish(id, version) => crate::app::form_save::changed(
                entry::read_wish(reader, store)?,
                |value: &Wish| store.change(*id, *version, value, origin),
                |value| self.drafted(value.family, |case_ref, members| entry::wish_draft(value, case_ref, members)),
            ),
            Purpose::NewMove { from, .. } => crate::app::form_save::added(
                entry::read_ladder_move(reader, store, ladder, *from)?,
                |value: &LadderMove| store.add(value, origin),
            ),
            Purpose::NewAbsence => {
                crate::app::form_save::added(entry::read_absence(reader, None), |value: &Absence| {
                    store.add(value, origin)
                })
            }
            Purpose::Absence(id, version) => {
                let old: Stored<Absence> = store.get(*id)?;
                crate::app::form_save::changed(
                    entry::read_absence(reader, Some(&old.value)),
                    |value: &Absence| store.change(*id, *version, value, origin),
                    |value| Ok(entry::absence_draft(value)),
                )
            }
            _ => Ok(Attempt::Faults(Vec::new())),
        }
    }

    fn drafted(&self, family: FamilyId, draft: impl FnOnce(&str, &[MemberName]) -> Draft) -> Result<Draft, Problem> {
        Ok(draft(&self.case_ref(family)?, &self.members(family)?))
    }

    /// Writes one visit; if a colleague was first, gives back both.
    fn write(
        &self,
        seen: Seen,
        one: &OneVisit,
        made: impl FnOnce(Occurrence) -> Occurrence,
        origin: Origin<'_>,
        draft: impl Fn(&Occurrence, &[MemberName]) -> Draft,
    ) -> Result<Attempt, Problem> {
        let visit = made(one.occurrence.clone());
        if self.store.write_visit(&visit, seen.version, origin)? == VisitSaving::Saved {
            return Ok(Attempt::Saved);
        }
        let theirs = self.store.visit(seen.key.id, seen.key.given)?;
        let members = self.members(theirs.arrangement.value.family)?;
        let version = theirs.version.unwrap_or_default();
        Ok(Attempt::Newer { mine: draft(&visit, &members), theirs: draft(&theirs.occurrence, &members), version })
    }

    fn save_series(
        &self,
        form: &Form,
        reader: Reader<'_>,
        (id, version): (ArrangementId, i64),
        origin: Origin<'_>,
    ) -> Result<Attempt, Problem> {
        let old: Stored<Arrangement> = self.store.get(id)?;
        let read = entry::read_arrangement(reader, &self.store, &self.store.unit().ladder, Some(&old.value))?;
        let edited = match read {
            Ok(edited) => edited,
            Err(faults) => return Ok(Attempt::Faults(faults)),
        };
        self.write_series(form, (id, version), &old, &edited, Scope::All { today: self.world.today }, origin, |all| {
            self.drafted(all.family, |case_ref, members| entry::arrangement_draft(all, case_ref, members))
        })
    }

    #[allow(clippy::too_many_arguments)]
    fn write_series(
        &self,
        form: &Form,
        (id, version): (ArrangementId, i64),
        old: &Stored<Arrangement>,
        edited: &Arrangement,
        scope: Scope,
        origin: Origin<'_>,
        draft: impl Fn(&Arrangement) -> Result<Draft, Problem>,
    ) -> Result<Attempt, Problem> {
        let stored = self.store.stored_visits(id)?;
        let changed = change(id, &old.value, &stored, edited, scope);
        let planned = changed.next.as_ref().map_or(&changed.arrangement, |next| &next.arrangement);
        let kept = changed.next.as_ref().map_or_else(|| changed.stored.clone(), |next| next.stored(id));
        if !changed.dropped.is_empty() {
            let days: Vec<String> =
                changed.dropped.iter().map(|one| self.locale.day(one.on, self.world.today)).collect();
            let told = self.locale.tell("warned-dropped", &[("days", crate::locale::arg(days.join(", ")))]);
            if form.warned.as_deref() != Some(told.as_str()) {
                return Ok(Attempt::Warned(told));
            }
        } else if let Some(stops) = self.before_planning(form, Some(id), planned, &kept)? {
            return Ok(stops);
        }
        if self.store.change_series((id, version), &stored, &changed, origin)? == VisitSaving::Saved {
            return Ok(Attempt::Saved);
        }
        let theirs: Stored<Arrangement> = self.store.get(id)?;
        Ok(Attempt::Newer { mine: draft(edited)?, theirs: draft(&theirs.value)?, version: theirs.version })
    }

    fn save_visit_change(
        &self,
        form: &Form,
        reader: Reader<'_>,
        seen: Seen,
        origin: Origin<'_>,
    ) -> Result<Attempt, Problem> {
        let one = self.store.visit(seen.key.id, seen.key.given)?;
        let of = &one.arrangement.value;
        let read = entry::read_visit_change(reader, &self.store, &self.store.unit().ladder, of, seen.key.given)?;
        let asked = match read {
            Ok(asked) => asked,
            Err(faults) => return Ok(Attempt::Faults(faults)),
        };
        let scope = match asked.scope {
            ChangeScope::This => {
                let made = changed_visit(of, one.occurrence.clone(), &asked);
                if let Some(stops) = self.before_planning(form, Some(seen.key.id), of, std::slice::from_ref(&made))? {
                    return Ok(stops);
                }
                return self.write(
                    seen,
                    &one,
                    |_| made,
                    origin,
                    |visit, members| entry::visit_change_draft(&as_it_is(visit), members),
                );
            }
            ChangeScope::Later => Scope::Later(seen.key.given),
            ChangeScope::All => Scope::All { today: self.world.today },
        };
        let edited =
            Arrangement { series: shifted(&of.series, seen.key.given, asked.on), terms: asked.terms, ..of.clone() };
        let target = (seen.key.id, one.arrangement.version);
        self.write_series(form, target, &one.arrangement, &edited, scope, origin, |all| {
            let visit = Occurrence::given(seen.key.id, all, seen.key.given);
            Ok(entry::visit_change_draft(&as_it_is(&visit), &self.members(all.family)?))
        })
    }

    /// What must be settled before visits are planned: a choice for week 53, or a hindrance that has not been told yet.
    pub(in crate::app) fn before_planning(
        &self,
        form: &Form,
        id: Option<ArrangementId>,
        planned: &Arrangement,
        stored: &[Occurrence],
    ) -> Result<Option<Attempt>, Problem> {
        if week53::must_choose(&planned.series, self.world.today) && id.is_none() {
            return Ok(Some(Attempt::ChooseWeek53(week53::new_years(&planned.series, self.world.today))));
        }
        let told = self.hindrances_told(id, planned, stored)?;
        Ok(told.filter(|told| form.warned.as_deref() != Some(told.as_str())).map(Attempt::Warned))
    }
}

fn as_it_is(visit: &Occurrence) -> VisitChange {
    VisitChange { on: visit.on, terms: visit.terms.clone(), reason: visit.reason.clone(), scope: ChangeScope::This }
}

fn changed_visit(of: &Arrangement, visit: Occurrence, asked: &VisitChange) -> Occurrence {
    let terms = &asked.terms;
    let when = When { on: asked.on, start: terms.start, end: terms.end, nights: terms.nights };
    let mut changed = visit.with_terms(of, terms.clone()).moved(of, when, asked.reason.clone());
    changed.reason.clone_from(&asked.reason);
    changed
}

/// A series whose visit of one day is on another from now on: another weekday of the week.
fn shifted(series: &Series, given: NaiveDate, on: NaiveDate) -> Series {
    use chrono::Datelike;
    if on == given {
        return *series;
    }
    if series.pattern == Pattern::Once {
        return Series { from: on, anchor: on, ends: Ends::Open, ..*series };
    }
    let (old, new) = (given.weekday(), on.weekday());
    let weekdays: Weekdays = series.weekdays.iter().filter(|weekday| *weekday != old).chain([new]).collect();
    Series { weekdays, ..*series }
}
