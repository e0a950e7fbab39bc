//! The forms about visits: opening them, and what becomes of what is typed.

use super::{Face, Key};
use crate::app::desk::App;
use crate::app::form::{Form, Sequel};
use crate::app::purpose::Purpose;
use crate::domain::codes::{ChangeScope, Code, RestrictionKind, VisitContact};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::Draft;
use crate::domain::entry::visit::{self as entry, VisitChange};
use crate::domain::ids::{AbsenceId, ArrangementId, MemberId, RestrictionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::{Arrangement, Occurrence, Restriction, Wish};
use crate::store::{OneVisit, Stored, VisitSeen};

/// A visit, and what it was seen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub key: Key,
    /// As what.
    pub seen: VisitSeen,
}

impl App {
    fn title_of(&self, one: &OneVisit, members: &[MemberName]) -> String {
        let shown = |one: &MemberName| one.given_name.shown(self.page_setting());
        let name = |id: &MemberId| members.iter().find(|member| member.id == *id).map(shown);
        let with: Vec<String> = one.occurrence.terms.with.iter().filter_map(name).collect();
        let child = name(&one.arrangement.value.child).unwrap_or_default();
        let day = self.locale.day(one.occurrence.on, self.world.today);
        format!("{child} – {}, {day}", with.join(", "))
    }

    /// A form about one visit.
    pub(in crate::app) fn visit_form(&self, what: &str, key: Key) -> Result<Form, Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let members = self.members(one.arrangement.value.family)?;
        let seen = Seen { key, seen: one.seen };
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
                entry::visit_change_draft(&as_it_is(visit), &members, Setting::Whole),
            ),
        };
        Ok(Form::new(purpose, table, draft, &self.locale).about(&self.title_of(&one, &members)))
    }

    pub(super) fn change_visit(&mut self, key: Key, field: &str) -> Result<(), Problem> {
        let form = self.visit_form("visit", key)?.at(field);
        self.open_form(form)
    }

    /// The same, where saving means more than what is typed.
    pub(super) fn change_visit_then(&mut self, key: Key, field: &str, sequel: Sequel) -> Result<(), Problem> {
        let mut form = self.visit_form("visit", key)?.at(field);
        form.sequel = sequel;
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
        let draft = entry::arrangement_draft(&stored.value, &case_ref, &members, Setting::Whole);
        let shown = |one: &MemberName| one.given_name.shown(self.page_setting());
        let name = |id: &MemberId| members.iter().find(|member| member.id == *id).map(shown);
        let with: Vec<String> = stored.value.terms.with.iter().filter_map(name).collect();
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
            draft = draft.with_people("child", self.visits.child.chosen, &self.members(family.id)?);
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
        let draft = Draft::default()
            .with_family("case_ref", family, &case_ref)
            .with_people("child", [child], &members)
            .with_people(other, with, &members);
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

    pub(in crate::app) fn edit_restriction(&mut self, id: RestrictionId, field: &str) -> Result<(), Problem> {
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
        let draft = Draft::default()
            .with_family("case_ref", family, &self.case_ref(family)?)
            .with_people("child", [child], &members)
            .with_people("with", [with], &members)
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
}

pub(super) fn as_it_is(visit: &Occurrence) -> VisitChange {
    VisitChange { on: visit.on, terms: visit.terms.clone(), reason: visit.reason.clone(), scope: ChangeScope::This }
}
