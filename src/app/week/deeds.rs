//! What keys do to a line of the week: Enter opens the act that sees to it, Space says that it is done.

use super::Line;
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::form::{Call, Form};
use crate::app::notice::Notice;
use crate::app::panes::Pane;
use crate::app::reading::Beside;
use crate::app::route::Route;
use crate::app::visits::Key;
use crate::app::visits::cancelling::What;
use crate::domain::codes::{Code, EventKind, Mode, Outcome, SessionKind};
use crate::domain::deadlines::{Duty, Exemption, Fact, Trigger, Unknown};
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::ids::{EventId, FamilyId, MemberId, PlacementId, RestrictionId, SessionId, TaskId};
use crate::domain::person::Member;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Restriction;
use crate::store::{Origin, Saving, VisitSaving};

/// How long a call in vain is taken to be, in minutes.
const ATTEMPT: u32 = 5;

/// What a session that meets a duty is about, and how people meet unless somebody says otherwise.
pub(super) const SESSIONS: &[(Fact, SessionKind, Mode)] = &[
    (Fact::CrisisTalk, SessionKind::CrisisSupport, Mode::Phone),
    (Fact::NeutralCrisisTalk, SessionKind::CrisisSupport, Mode::Phone),
    (Fact::InformationTalk, SessionKind::Information, Mode::Office),
    (Fact::Event(EventKind::InformationGiven), SessionKind::Information, Mode::Office),
    (Fact::AdultsMeeting, SessionKind::AdultsMeeting, Mode::Office),
    (Fact::ChildSession, SessionKind::ChildSession, Mode::HomeVisit),
    (Fact::FollowUp, SessionKind::FollowUp, Mode::HomeVisit),
    (Fact::Session, SessionKind::Conversation, Mode::HomeVisit),
    (Fact::SessionWithChild, SessionKind::Conversation, Mode::HomeVisit),
    (Fact::SessionWithParent, SessionKind::Conversation, Mode::HomeVisit),
];

impl App {
    /// Does what a key means in the pane.
    pub(in crate::app) fn act_in_week(&mut self, act: Action) -> Result<(), Problem> {
        if act == Action::Mine {
            return self.turn_week();
        }
        if act == Action::Note {
            let family = self.chosen().map(|family| family.case_ref).or_else(|| self.case_of_line());
            let form = self.event_form(family.as_deref().unwrap_or_default(), None, None);
            return self.open_form(form);
        }
        let Some(line) = self.week.current().cloned() else { return Ok(()) };
        match (act, line) {
            (Action::ToFamily, line) => match self.family_of_line(&line) {
                Some(family) => self.go_along(Route::to(Pane::Families).of(family).with(self.person_of_line(&line))),
                None => Ok(()),
            },
            (Action::DoIt, Line::Duty(duty)) => self.do_duty(&duty),
            (Action::Tick, Line::Duty(duty)) => self.tick_duty(&duty),
            (Action::Tried, Line::Duty(duty)) => self.try_in_vain(&duty),
            (Action::Explain, Line::Duty(duty)) => {
                self.explain(&duty);
                Ok(())
            }
            (Action::DealWith, line) => match self.family_of_line(&line) {
                Some(family) => {
                    let form = self.settlement_form(family)?;
                    self.open_form(form)
                }
                None => Ok(()),
            },
            (Action::Exempt, Line::Duty(duty)) => {
                let form = self.exemption_form(&duty);
                form.map_or(Ok(()), |form| self.open_form(form))
            }
            (Action::Explain, Line::Visit(key)) => self.ask_cancelled(What::Visit(key)),
            (Action::Explain, Line::Planned(id)) => self.ask_cancelled(What::Session(id)),
            (Action::DoIt, Line::Planned(id)) => self.read_session(id, Beside::These(self.sessions_beside(id))),
            (Action::Tick, Line::Planned(id)) => self.toggle_session(id),
            (Action::DoIt, Line::Task(id)) => {
                let form = self.task_form(id)?;
                self.open_form(form)
            }
            (Action::Tick, Line::Task(id)) => self.tick_task(id),
            (Action::DoIt, Line::Visit(key)) => self.go_to_visit(key),
            (Action::Tick, Line::Visit(key)) => self.hold_visit(key),
            (Action::DoIt, Line::Deed(place)) => match self.week.deeds.get(place).map(|deed| deed.family) {
                Some(family) => self.go_along(Route::to(Pane::Families).of(family)),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    /// The family that a line is about.
    pub(in crate::app) fn family_of_line(&self, line: &Line) -> Option<FamilyId> {
        match line {
            Line::Duty(duty) => Some(duty.family),
            Line::Task(id) => self.week.task(*id).and_then(|row| row.task.value.family),
            Line::Planned(id) => self.week.planned(*id).map(|one| one.family),
            Line::Visit(key) => self.week.visit(*key).map(|one| one.family),
            Line::Deed(place) => self.week.deeds.get(*place).map(|one| one.family),
            Line::Blank | Line::Heading(..) => None,
        }
    }

    /// The person that a line is about.
    fn person_of_line(&self, line: &Line) -> Option<MemberId> {
        match line {
            Line::Duty(duty) => duty.about.person,
            Line::Visit(key) => self.week.visit(*key).and_then(|one| one.between.first()).map(|(child, _)| *child),
            _ => None,
        }
    }

    /// The sessions of the week that one may go on to from one of them: those of the same family.
    fn sessions_beside(&self, id: SessionId) -> Vec<SessionId> {
        let family = self.week.planned(id).map(|one| one.family);
        let lines = self.week.list.lines.iter();
        let sessions = lines.filter_map(|line| if let Line::Planned(id) = line { Some(*id) } else { None });
        sessions.filter(|id| self.week.planned(*id).map(|one| one.family) == family).collect()
    }

    fn case_of_line(&self) -> Option<String> {
        let family = self.week.current().and_then(|line| self.family_of_line(line))?;
        self.case_ref(family).ok()
    }

    pub(super) fn fact_of(&self, duty: &Duty) -> Option<Fact> {
        self.store.rules().all().get(duty.rule).and_then(|rule| rule.met_by.first().copied())
    }

    /// Opens what sees to a duty, filled in as far as it is known.
    fn do_duty(&mut self, duty: &Duty) -> Result<(), Problem> {
        if let Some(why) = duty.unknown {
            return self.make_known(duty, why);
        }
        let Some(fact) = self.fact_of(duty) else { return Ok(()) };
        if let Some((_, kind, mode)) = SESSIONS.iter().find(|(known, ..)| *known == fact) {
            let form = self.session_form(duty, *kind, *mode)?;
            return self.open_form(form);
        }
        let rule = self.store.rules().all().get(duty.rule);
        let is_visit = rule.is_some_and(|rule| rule.trigger == Trigger::VisitInBreach);
        let route = |pane| Route::to(pane).of(duty.family).with(duty.about.person);
        match fact {
            Fact::Event(kind) => {
                let case_ref = self.case_ref(duty.family)?;
                let form = self.event_form(&case_ref, Some(kind), duty.about.person);
                self.open_form(form)
            }
            Fact::Answered => {
                let form = self.edit_event_form(EventId(duty.about.record))?.at("answered_on");
                self.open_form(form)
            }
            Fact::SchoolStarted => self.edit_placement(duty.about.record, "school_started_on"),
            Fact::CareEnded => self.edit_care(duty, "until", "ended_on"),
            Fact::PlacementEnded => self.edit_last_of_home(duty),
            Fact::ParentWritten => {
                self.open_family(duty.family)?;
                self.new_kin(None)
            }
            Fact::Considered => self.edit_restriction(RestrictionId(duty.about.record), "considered_on"),
            Fact::Decided => self.edit_restriction(RestrictionId(duty.about.record), "how"),
            Fact::MapDrawn => self.go_along(route(Pane::Network)),
            Fact::Seen if is_visit => self.go_along(route(Pane::Visits).on(duty.about.counted_from)),
            Fact::SupporterNamed | Fact::ChildWord => {
                self.go_along(route(Pane::Visits).on(duty.due_on.unwrap_or(self.world.today)))
            }
            _ => self.go_along(route(Pane::Families)),
        }
    }

    /// Opens the record that lacks what it takes to tell.
    fn make_known(&mut self, duty: &Duty, why: Unknown) -> Result<(), Problem> {
        match why {
            Unknown::NoLegalBasis => self.edit_placement(duty.about.record, "legal_basis"),
            Unknown::CareGap => self.ask_care(duty),
            Unknown::NoSchoolChange => self.edit_placement(duty.about.record, "school_change"),
            Unknown::NoBirthDate => {
                let Some(child) = duty.about.person else { return Ok(()) };
                let child = self.store.get::<Member>(child)?;
                let form = Form::person(&child, &self.case_ref(duty.family)?, &self.locale).at("birth_on");
                self.open_form(form)
            }
            Unknown::NoParent => {
                self.go_along(Route::to(Pane::Families).of(duty.family).with(duty.about.person))?;
                self.new_person()
            }
            Unknown::BeforeTheFamily => {
                let kind = match self.fact_of(duty) {
                    Some(Fact::Event(kind)) => Some(kind),
                    _ => None,
                };
                let case_ref = self.case_ref(duty.family)?;
                let form = self.event_form(&case_ref, kind, duty.about.person);
                self.open_form(form)
            }
        }
    }

    /// A session that meets a duty: who it is with, what it is about, today.
    fn session_form(&self, duty: &Duty, kind: SessionKind, mode: Mode) -> Result<Form, Problem> {
        let family = self.store.get::<Family>(duty.family)?;
        let name = crate::domain::directory::FamilyName {
            id: family.id,
            name: family.value.name.clone(),
            case_ref: family.value.case_ref.clone(),
        };
        let mut form = Form::new_session(Some(&name), self.user(), &self.locale);
        form.set("kind", &self.locale.code(SessionKind::LIST, kind.code()));
        form.set("mode", &self.locale.code(Mode::LIST, mode.code()));
        if let Some(person) = duty.about.person.filter(|_| kind != SessionKind::AdultsMeeting) {
            let members = self.members(duty.family)?;
            form.set_people("people", &[person], &members, &self.locale);
        }
        if mode == Mode::Phone {
            form.call = duty.about.person.map(|person| self.call_to(person)).transpose()?;
        }
        Ok(form.at("note"))
    }

    /// Whom to call, and the number.
    fn call_to(&self, person: MemberId) -> Result<Call, Problem> {
        let member = self.store.get::<Member>(person)?.value;
        // A name by itself does not know whether its bearer is protected; among the family's it does.
        let named = self.members(member.family)?.into_iter().find(|one| one.id == person);
        Ok(Call { name: named.map_or(member.given_name, |one| one.given_name), phone: member.phone })
    }

    pub(super) fn edit_placement(&mut self, id: i64, field: &str) -> Result<(), Problem> {
        let placement = self.store.get::<Placement>(PlacementId(id))?;
        let child = self.store.get::<Member>(placement.value.person)?;
        let form =
            Form::placement(&placement, &child.value, &self.names_with(&placement.value)?, &self.locale).at(field);
        self.open_form(form)
    }

    /// Says with one key that a duty was met today, where nothing more is to be said.
    fn tick_duty(&mut self, duty: &Duty) -> Result<(), Problem> {
        let today = self.world.today;
        if duty.unknown.is_some() {
            return self.do_duty(duty);
        }
        let Some(fact) = self.fact_of(duty) else { return Ok(()) };
        let needs_words = SESSIONS.iter().any(|(known, ..)| *known == fact);
        match fact {
            Fact::CrisisTalk | Fact::NeutralCrisisTalk if duty.about.person.is_some() => {
                // The call was held; more can be said of it in the pane of sessions.
                let call = Session {
                    mode: Mode::Phone,
                    people: duty.about.person.into_iter().collect(),
                    staff: vec![self.user().to_owned()],
                    ..Session::new(duty.family, today, SessionKind::CrisisSupport, Outcome::Held)
                };
                self.store.add(&call, Origin::Direct)?;
                self.tell_saved();
                self.reread()
            }
            Fact::Event(kind) if !needs_words => {
                let event = Event {
                    family: duty.family,
                    kind,
                    on: today,
                    person: duty.about.person,
                    answered_on: None,
                    note: None,
                };
                self.store.add(&event, Origin::Direct)?;
                self.tell_saved();
                self.reread()
            }
            Fact::Answered => {
                let stored = self.store.get::<Event>(EventId(duty.about.record))?;
                let event = Event { answered_on: Some(today), ..stored.value };
                let saved = self.store.change(stored.id, stored.version, &event, Origin::Direct)?;
                self.tell_outcome(&saved)
            }
            Fact::Seen => {
                let Some(rule) = self.store.rules().all().get(duty.rule) else { return Ok(()) };
                let seen = Exemption {
                    family: duty.family,
                    rule: rule.name.clone(),
                    person: duty.about.person,
                    record: duty.about.record,
                    counted_from: duty.about.counted_from,
                    exempted_on: today,
                    by: self.user().to_owned(),
                    why: self.locale.say("breach-seen"),
                };
                self.store.add(&seen, Origin::Direct)?;
                self.tell_saved();
                self.reread()
            }
            Fact::SchoolStarted => {
                let stored = self.store.get::<Placement>(PlacementId(duty.about.record))?;
                let placement = Placement { school_started_on: Some(today), ..stored.value };
                let saved = self.store.change(stored.id, stored.version, &placement, Origin::Direct)?;
                self.tell_outcome(&saved)
            }
            Fact::Considered => {
                let stored = self.store.get::<Restriction>(RestrictionId(duty.about.record))?;
                let mut restriction = stored.value;
                restriction.considered_on.push(today);
                let saved = self.store.change(stored.id, stored.version, &restriction, Origin::Direct)?;
                self.tell_outcome(&saved)
            }
            _ => self.do_duty(duty),
        }
    }

    /// Writes down that somebody was called in vain, which meets nothing and is told beside the duty.
    fn try_in_vain(&mut self, duty: &Duty) -> Result<(), Problem> {
        if !matches!(self.fact_of(duty), Some(Fact::CrisisTalk | Fact::NeutralCrisisTalk)) {
            self.notice = Some(Notice::Trouble(self.locale.say("why-no-call")));
            return Ok(());
        }
        let call = Session {
            mode: Mode::Phone,
            minutes: ATTEMPT,
            people: duty.about.person.into_iter().collect(),
            staff: vec![self.user().to_owned()],
            ..Session::new(duty.family, self.world.today, SessionKind::CrisisSupport, Outcome::NoShow)
        };
        self.store.add(&call, Origin::Direct)?;
        self.tell_saved();
        self.reread()
    }

    fn tell_outcome<R: crate::store::Record>(&mut self, saved: &Saving<R>) -> Result<(), Problem> {
        match saved {
            Saving::Saved(_) => self.tell_saved(),
            Saving::Newer(_) => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    /// A task that was done today.
    fn tick_task(&mut self, id: TaskId) -> Result<(), Problem> {
        let Some(row) = self.week.task(id) else { return Ok(()) };
        let saved = self.store.task_done(row.task.id, row.task.version, Some(self.world.today))?;
        self.tell_outcome(&saved)
    }

    /// A visit of the week that took place.
    fn hold_visit(&mut self, key: Key) -> Result<(), Problem> {
        let Some(on) = self.week.visit(key).map(|coming| coming.on) else { return Ok(()) };
        if on > self.world.today {
            self.notice = Some(Notice::Trouble(self.locale.say("why-not-yet")));
            return Ok(());
        }
        if self.asks_despite(key)? {
            return Ok(());
        }
        let one = self.store.visit(key.id, key.given)?;
        let held = one.occurrence.held();
        match self.store.write_visit(&held, one.seen, Origin::Direct)? {
            VisitSaving::Saved => self.tell_saved(),
            VisitSaving::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    fn go_to_visit(&mut self, key: Key) -> Result<(), Problem> {
        let Some(coming) = self.week.visit(key) else { return Ok(()) };
        let child = coming.between.first().map(|(child, _)| *child);
        self.go_along(Route::to(Pane::Visits).of(coming.family).with(child).on(coming.on))
    }
}
