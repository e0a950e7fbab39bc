//! What becomes of what is typed in a form about visits.

use super::forms::{Seen, as_it_is};
use crate::app::desk::App;
use crate::app::form::{Form, Sequel};
use crate::app::form_save::{Attempt, added, changed};
use crate::app::purpose::Purpose;
use crate::domain::codes::{VisitContact, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::visit::{self as entry, VisitChange};
use crate::domain::entry::{Becomes, Draft, Fault, Reader, Source, Why};
use crate::domain::ids::{AbsenceId, ArrangementId, FamilyId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::{Arrangement, LadderMove, Occurrence, Restriction, Scope, When, Wish, change, week53};
use crate::store::{OneVisit, Origin, Stored, VisitSaving};

impl App {
    /// Saves what is typed in a form about visits.
    pub(in crate::app) fn attempt_visits(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let span = draft.get("start").contains(['-', '–']);
        let mut draft = draft.clone();
        if span && !form.touched_field("end") {
            draft.set("end", "");
            draft.set("nights", "");
        }
        let draft = &draft;
        let becomes = match form.purpose {
            Purpose::Visits(ArrangementId(id), _)
            | Purpose::Restriction(RestrictionId(id), _)
            | Purpose::Wish(WishId(id), _)
            | Purpose::Absence(AbsenceId(id), _) => Becomes::Record(id),
            _ => Becomes::New,
        };
        let reader = Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale)
            .with_lookups(store, becomes)?;
        let place = form.place();
        let origin = match form.sequel {
            Sequel::Joins => Origin::Joined(Some(&place)),
            Sequel::Alone | Sequel::Holds => Origin::Draft(&place),
        };
        let ladder = &store.unit().ladder;
        match &form.purpose {
            Purpose::NewVisits { .. } => match entry::read_arrangement(reader, store, ladder, None)? {
                Err(faults) => Ok(Attempt::Faults(faults)),
                Ok(arrangement) => {
                    let arrangement = self.on_current_step(arrangement, draft)?;
                    // A stop is told before anything that only speaks against it.
                    if let Some(against) = store.against_visits(None, &arrangement, &[])? {
                        return Err(store.against_told(&against)?);
                    }
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
                        form,
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
                        self.write(form, *seen, &one, written, origin, |visit, members| {
                            entry::account_draft(&visit.during, &visit.after, members)
                        })
                    }
                }
            }
            Purpose::NewRestriction { .. } => {
                let read = entry::read_restriction(reader, store)?;
                if let Some(warned) = self.before_restricting(form, &read)? {
                    return Ok(warned);
                }
                added(read, |value: &Restriction| store.add(value, origin))
            }
            Purpose::Restriction(id, version) => changed(
                {
                    let read = entry::read_restriction(reader, store)?;
                    if let Some(warned) = self.before_restricting(form, &read)? {
                        return Ok(warned);
                    }
                    read
                },
                |value: &Restriction| store.change(*id, *version, value, origin),
                |value| {
                    self.drafted(value.family, |case_ref, members| entry::restriction_draft(value, case_ref, members))
                },
            ),
            Purpose::NewWish { .. } => added(entry::read_wish(reader, store)?, |value: &Wish| store.add(value, origin)),
            Purpose::Wish(id, version) => changed(
                entry::read_wish(reader, store)?,
                |value: &Wish| store.change(*id, *version, value, origin),
                |value| self.drafted(value.family, |case_ref, members| entry::wish_draft(value, case_ref, members)),
            ),
            Purpose::NewMove { from, .. } => {
                added(entry::read_ladder_move(reader, store, ladder, *from)?, |value: &LadderMove| {
                    store.add(value, origin)
                })
            }
            Purpose::NewAbsence => added(entry::read_absence(reader, None), |value: &Absence| store.add(value, origin)),
            Purpose::Absence(id, version) => {
                let old: Stored<Absence> = store.get(*id)?;
                changed(
                    entry::read_absence(reader, Some(&old.value)),
                    |value: &Absence| store.change(*id, *version, value, origin),
                    |value| Ok(entry::absence_draft(value)),
                )
            }
            _ => Ok(Attempt::Faults(Vec::new())),
        }
    }

    /// Who meets in person meets on the child's current step unless the form says another, and with its support.
    fn on_current_step(&self, mut of: Arrangement, draft: &Draft) -> Result<Arrangement, Problem> {
        let ladder = &self.store.unit().ladder;
        if of.terms.step.is_none() && of.terms.contact == VisitContact::InPerson {
            let with = of.terms.with.first().map(|with| self.store.step_of(of.child, *with));
            of.terms.step = with.transpose()?.flatten();
        }
        if draft.get("supervision").is_empty() {
            of.terms.supervision = ladder.supervision(of.terms.step, &of.terms.supporters);
        }
        Ok(of)
    }

    fn drafted(&self, family: FamilyId, draft: impl FnOnce(&str, &[MemberName]) -> Draft) -> Result<Draft, Problem> {
        Ok(draft(&self.case_ref(family)?, &self.members(family)?))
    }

    /// Writes one visit; if a colleague was first, gives back both.
    #[allow(clippy::too_many_arguments)]
    fn write(
        &self,
        form: &Form,
        seen: Seen,
        one: &OneVisit,
        made: impl FnOnce(Occurrence) -> Occurrence,
        origin: Origin<'_>,
        draft: impl Fn(&Occurrence, &[MemberName]) -> Draft,
    ) -> Result<Attempt, Problem> {
        let visit = made(one.occurrence.clone());
        if let Some(against) = self.store.against_held(&one.arrangement.value, &visit)? {
            // What has happened is kept; why is asked for once.
            let told = self.locale.problem(&self.store.against_told(&against)?);
            if form.warned.as_deref() != Some(told.as_str()) {
                return Ok(Attempt::Warned(told));
            }
        }
        if self.store.write_visit(&visit, seen.seen, origin)? == VisitSaving::Saved {
            return Ok(Attempt::Saved);
        }
        let theirs = self.store.visit(seen.key.id, seen.key.given)?;
        let members = self.members(theirs.arrangement.value.family)?;
        let version = theirs.seen.number();
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
            self.drafted(all.family, |case_ref, members| {
                entry::arrangement_draft(all, case_ref, members, Setting::Whole)
            })
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
        let Some(scope) = asked.scope(seen.key.given, self.world.today) else {
            let mut made = changed_visit(of, one.occurrence.clone(), &asked);
            if form.sequel == Sequel::Holds {
                made = made.held();
                if made.terms.despite.is_none() {
                    let why = Why::Missing;
                    return Ok(Attempt::Faults(vec![Fault { field: "despite", value: String::new(), why }]));
                }
            }
            // A stop is told before anything that only speaks against it.
            if let Some(refused) = self.store.refused_visit(&made, seen.seen)? {
                return Err(refused);
            }
            let told = self.hindrances_told(Some(seen.key.id), of, std::slice::from_ref(&made), Some(made.on))?;
            if let Some(told) = told.filter(|told| form.warned.as_deref() != Some(told.as_str())) {
                return Ok(Attempt::Warned(told));
            }
            return self.write(
                form,
                seen,
                &one,
                |_| made,
                origin,
                |visit, members| entry::visit_change_draft(&as_it_is(visit), members, Setting::Whole),
            );
        };
        let edited = asked.edited(of, seen.key.given);
        let target = (seen.key.id, one.arrangement.version);
        self.write_series(form, target, &one.arrangement, &edited, scope, origin, |all| {
            let visit = Occurrence::given(seen.key.id, all, seen.key.given);
            Ok(entry::visit_change_draft(&as_it_is(&visit), &self.members(all.family)?, Setting::Whole))
        })
    }

    /// What is told once before a restriction is saved: that no decision can restrict the contact of a child in care by
    /// consent, only an agreement.
    fn before_restricting(
        &self,
        form: &Form,
        read: &Result<Restriction, Vec<Fault>>,
    ) -> Result<Option<Attempt>, Problem> {
        let Ok(restriction) = read else { return Ok(None) };
        if !self.store.allows_agreement_only(restriction)? {
            return Ok(None);
        }
        let told = self.locale.say("warned-only-agreement");
        Ok((form.warned.as_deref() != Some(told.as_str())).then_some(Attempt::Warned(told)))
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
        let told = self.hindrances_told(id, planned, stored, None)?;
        Ok(told.filter(|told| form.warned.as_deref() != Some(told.as_str())).map(Attempt::Warned))
    }
}

fn changed_visit(of: &Arrangement, visit: Occurrence, asked: &VisitChange) -> Occurrence {
    let terms = &asked.terms;
    let when = When { on: asked.on, start: terms.start, end: terms.end, nights: terms.nights };
    let mut changed = visit.with_terms(of, terms.clone()).moved(of, when, asked.reason.clone());
    changed.reason.clone_from(&asked.reason);
    changed
}
