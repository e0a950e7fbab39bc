//! The forms of the week: what was done, and that a duty need not be met.

use crate::app::desk::App;
use crate::app::form::Form;
use crate::app::form_save::{Attempt, added, changed};
use crate::app::purpose::Purpose;
use crate::domain::codes::{Code, EventKind};
use crate::domain::deadlines::{Duty, Exemption};
use crate::domain::entry::{self, Becomes, Draft, Reader, Source};
use crate::domain::event::{EVENT, Event, event_draft, read_event};
use crate::domain::ids::{EventId, FamilyId, MemberId};
use crate::domain::person::Member;
use crate::domain::problem::Problem;
use crate::store::{Origin, Stored};

impl App {
    /// The form of a new event, in a family or in none yet.
    pub(in crate::app) fn event_form(&self, case_ref: &str, kind: Option<EventKind>, person: Option<MemberId>) -> Form {
        let about = person.and_then(|person| Some((person, self.store.get::<Member>(person).ok()?.value.family)));
        let members = about.and_then(|(_, family)| self.members(family).ok()).unwrap_or_default();
        let draft = Draft::default()
            .with("case_ref", case_ref)
            .with_some("kind", kind.map(Code::code))
            .with("on", self.locale.say("today"))
            .with_people("about", person, &members);
        let purpose = Purpose::NewEvent { case_ref: case_ref.to_owned() };
        let first = match (case_ref.is_empty(), kind) {
            (true, _) => "case_ref",
            (false, None) => "kind",
            (false, Some(_)) => "note",
        };
        Form::new(purpose, &EVENT, draft, &self.locale).at(first)
    }

    /// The form of an event that is there.
    pub(in crate::app) fn edit_event_form(&self, id: EventId) -> Result<Form, Problem> {
        let stored: Stored<Event> = self.store.get(id)?;
        let family = stored.value.family;
        let draft = event_draft(&stored.value, &self.case_ref(family)?, &self.members(family)?);
        Ok(Form::new(Purpose::Event(id, stored.version), &EVENT, draft, &self.locale))
    }

    /// The form that asks why a duty need not be met.
    pub(in crate::app) fn exemption_form(&self, duty: &Duty) -> Option<Form> {
        let rule = self.store.rules().all().get(duty.rule)?;
        let exemption = Exemption {
            family: duty.family,
            rule: rule.name.clone(),
            person: duty.about.person,
            record: duty.about.record,
            counted_from: duty.about.counted_from,
            exempted_on: self.world.today,
            by: self.user().to_owned(),
            why: String::new(),
        };
        let about = self.locale.duty(duty, rule, &self.week.names, self.setting());
        let purpose = Purpose::NewExemption(Box::new(exemption));
        Some(Form::new(purpose, &entry::EXEMPTION, Draft::default(), &self.locale).about(&about))
    }

    /// The form that deals with what lay before a family came.
    pub(in crate::app) fn settlement_form(&self, family: FamilyId) -> Result<Form, Problem> {
        let called = self.store.get::<crate::domain::family::Family>(family)?.value.name;
        let draft = Draft::default()
            .with("before", self.store.came_on(family)?.to_string())
            .with("why", self.locale.say("settlement-why"));
        Ok(Form::new(Purpose::Settlement(family), &entry::SETTLEMENT, draft, &self.locale).about(&called))
    }

    /// Saves what is typed in a form of the week.
    pub(in crate::app) fn attempt_week(&self, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
        let store = &self.store;
        let becomes = match form.purpose {
            Purpose::Event(EventId(id), _) => Becomes::Record(id),
            _ => Becomes::New,
        };
        let reader = Reader::new(form.table, draft, Source::Typed(self.world.today), &*self.locale)
            .with_lookups(store, becomes)?;
        let place = form.place();
        let origin = Origin::Draft(&place);
        match &form.purpose {
            Purpose::NewEvent { .. } => added(read_event(reader, store)?, |value: &Event| store.add(value, origin)),
            Purpose::Event(id, version) => changed(
                read_event(reader, store)?,
                |value: &Event| store.change(*id, *version, value, origin),
                |value: &Event| Ok(event_draft(value, &self.case_ref(value.family)?, &self.members(value.family)?)),
            ),
            Purpose::Settlement(family) => match entry::read_settlement(reader) {
                Ok((before, why)) => store.deal_with(*family, before, &why, origin).map(|_| Attempt::Saved),
                Err(faults) => Ok(Attempt::Faults(faults)),
            },
            Purpose::NewExemption(of) => match entry::read_why(reader) {
                Ok(why) => {
                    let exemption = Exemption { why, exempted_on: self.world.today, ..(**of).clone() };
                    store.add(&exemption, origin).map(|_| Attempt::Saved)
                }
                Err(faults) => Ok(Attempt::Faults(faults)),
            },
            _ => Ok(Attempt::Faults(Vec::new())),
        }
    }

    /// The form of a draft's place (see `Purpose::place`), if the place is one of the week.
    pub(in crate::app) fn week_form_at(&self, place: &str) -> Result<Option<Form>, Problem> {
        let parts: Vec<&str> = place.split('/').collect();
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        Ok(match parts.as_slice() {
            ["event"] => Some(self.event_form("", None, None)),
            ["event", "in", case_ref] => Some(self.event_form(case_ref, None, None)),
            ["event", id] => Some(self.edit_event_form(EventId(number(id)))?),
            ["settlement", family] => Some(self.settlement_form(FamilyId(number(family)))?),
            ["exemption", family, rule, person, record, counted_from] => {
                let Ok(counted_from) = counted_from.parse() else { return Ok(None) };
                let exemption = Exemption {
                    family: FamilyId(number(family)),
                    rule: (*rule).to_owned(),
                    person: Some(number(person)).filter(|id| *id != 0).map(MemberId),
                    record: number(record),
                    counted_from,
                    exempted_on: self.world.today,
                    by: self.user().to_owned(),
                    why: String::new(),
                };
                let purpose = Purpose::NewExemption(Box::new(exemption));
                Some(Form::new(purpose, &entry::EXEMPTION, Draft::default(), &self.locale).about(rule))
            }
            _ => None,
        })
    }
}
