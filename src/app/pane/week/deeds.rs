//! Keys on a line of the week: Enter opens the act that sees to it, Space says that it is done.

use super::care::{ask_care, edit_care, edit_last_of_home, edit_placement};
use super::explain::{explain, tell_matter};
use super::{Line, Week, measured};
use crate::app::cx::{Cx, Landmark, Route, Subject, VisitKey};
use crate::app::form::{Call, Form, noun};
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::checklists::open_list;
use crate::app::layer::looked::review;
use crate::app::layer::reading::{Beside, read_session};
use crate::app::layer::session::toggle_session;
use crate::app::layer::visit::{What, ask_cancelled, consider, decide, hold};
use crate::domain::action::PlanAction;
use crate::domain::attendance::Attendance;
use crate::domain::checklist::Occasion;
use crate::domain::codes::{Code, EventKind, Mode, Outcome, SessionKind};
use crate::domain::deadlines::{Duty, Exemption, Fact, Trigger, Unknown};
use crate::domain::event::Event;
use crate::domain::goal::Goal;
use crate::domain::ids::{
    AttendanceId, EventId, FamilyId, GoalId, PersonId, PlacementId, PlanActionId, ReferralId, RestrictionId, SessionId,
    TaskId,
};
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Restriction;
use crate::store::Origin;

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

impl Week {
    /// Does what a key means in the pane.
    pub(super) fn act_on_line(&mut self, cx: &mut Cx, act: Action) -> Result<Then, Problem> {
        let Some(line) = self.current().cloned() else { return Ok(Then::Stay) };
        let duty = self.duty(&line, cx);
        let people = |family| Route::to(Subject::People).of(family);
        match (act, line) {
            (Action::ToFamily, line) => Ok(self
                .family_of_line(&line, cx)
                .map_or(Then::Stay, |family| Then::Go(people(family).with(self.person_of_line(&line, cx)), None))),

            (Action::DealWith, line) => match self.family_of_line(&line, cx) {
                Some(family) => noun::exemption::settlement(cx, family)?.open(cx),
                None => Ok(Then::Stay),
            },
            (act, Line::Call(parent)) => self.act_on_call(cx, act, parent),
            (Action::Tick, Line::Matter(place)) => self.look_through(cx, place),
            (act, Line::Duty(_)) => duty.map_or(Ok(Then::Stay), |duty| act_on_duty(cx, act, &duty)),
            (Action::Explain, Line::Visit(key)) => ask_cancelled(cx, What::Visit(key)),
            (Action::Explain, Line::Planned(id)) => ask_cancelled(cx, What::Session(id)),
            (Action::DoIt, Line::Planned(id)) => read_session(cx, id, Beside::These(self.sessions_beside(id))),
            (Action::Tick, Line::Planned(id)) => toggle_session(cx, id),
            (Action::DoIt, Line::Task(id)) => noun::task::over(cx, id)?.open(cx),
            (Action::Tick, Line::Task(id)) => self.tick_task(cx, id),
            (Action::DoIt, Line::Visit(key)) => Ok(self.go_to_visit(key)),
            (Action::Tick, Line::Visit(key)) => hold_visit(cx, key),
            (Action::DoIt, Line::Matter(place)) if self.is_review(place) => review(cx, None),
            (Action::DoIt | Action::Explain, Line::Matter(place)) => {
                Ok(self.matter(place).map_or(Then::Stay, |matter| tell_matter(cx, matter)))
            }
            (Action::DoIt, Line::Deed(place)) => {
                let family = self.deeds.get(place).map(|deed| deed.family);
                Ok(family.map_or(Then::Stay, |family| Then::Go(people(family), None)))
            }
            _ => Ok(Then::Stay),
        }
    }

    /// Whether a matter is a review of who looked, which is gone through here.
    fn is_review(&self, place: usize) -> bool {
        self.matter(place).is_some_and(|matter| matter.about.starts_with("review-"))
    }

    /// The form of what was done, for the open family or that of the marked line.
    pub(super) fn note(&self, cx: &mut Cx) -> Result<Then, Problem> {
        let family = cx.chosen().map(|family| family.case_ref).or_else(|| self.case_of_line(cx));
        noun::event::new(cx, family.as_deref().unwrap_or_default(), None, None).open(cx)
    }

    /// The family that a line is about.
    pub(super) fn family_of_line(&self, line: &Line, cx: &Cx) -> Option<FamilyId> {
        match line {
            Line::Duty(_) => self.duty(line, cx).map(|duty| duty.family),
            Line::Task(id) => self.task(*id).and_then(|row| row.task.value.family),
            Line::Planned(id) => self.planned(*id).map(|one| one.family),
            Line::Visit(key) => self.visit(*key).map(|one| one.family),
            Line::Matter(place) => self.matter(*place).and_then(|one| one.family.as_ref()).map(|(family, ..)| *family),
            Line::Deed(place) => self.deeds.get(*place).map(|one| one.family),
            Line::Call(_) | Line::Blank | Line::Heading(..) => None,
        }
    }

    /// The person that a line is about.
    fn person_of_line(&self, line: &Line, cx: &Cx) -> Option<PersonId> {
        match line {
            Line::Duty(_) => self.duty(line, cx).and_then(|duty| duty.about.person),
            Line::Visit(key) => self.visit(*key).and_then(|one| one.between.first()).map(|(child, _)| *child),
            _ => None,
        }
    }

    /// The sessions of the week that one may go on to from one of them: those of the same family.
    fn sessions_beside(&self, id: SessionId) -> Vec<SessionId> {
        let family = self.planned(id).map(|one| one.family);
        self.planned.iter().filter(|one| Some(one.family) == family).map(|one| one.id).collect()
    }

    fn case_of_line(&self, cx: &Cx) -> Option<String> {
        let family = self.current().and_then(|line| self.family_of_line(line, cx))?;
        cx.case_ref(family).ok()
    }

    /// A matter that somebody has looked through.
    fn look_through(&self, cx: &mut Cx, place: usize) -> Result<Then, Problem> {
        let Some(matter) = self.matter(place) else { return Ok(Then::Stay) };
        let Some(record) = matter.record else { return Ok(tell_matter(cx, matter)) };
        cx.store.review_glass(record)?;
        cx.tell_saved();
        Ok(Then::Stay)
    }

    /// A task that was done today.
    fn tick_task(&self, cx: &mut Cx, id: TaskId) -> Result<Then, Problem> {
        let Some(row) = self.task(id) else { return Ok(Then::Stay) };
        let saved = cx.store.task_done(row.task.id, row.task.version, Some(cx.world.today))?;
        cx.tell_outcome(&saved);
        Ok(Then::Stay)
    }

    fn go_to_visit(&self, key: VisitKey) -> Then {
        let Some(coming) = self.visit(key) else { return Then::Stay };
        let child = coming.between.first().map(|(child, _)| *child);
        Then::Go(Route::to(Subject::Visits).of(coming.family).with(child).on(coming.on), None)
    }
}

/// Does what a key means on a duty.
fn act_on_duty(cx: &mut Cx, act: Action, duty: &Duty) -> Result<Then, Problem> {
    match act {
        Action::DoIt => do_duty(cx, duty),
        Action::Tick => tick_duty(cx, duty),
        Action::Tried => try_in_vain(cx, duty),
        Action::Explain => explain(cx, duty),
        Action::Exempt => noun::exemption::new(cx, duty)?.map_or(Ok(Then::Stay), |form| form.open(cx)),
        _ => Ok(Then::Stay),
    }
}

/// A visit of the week that took place.
fn hold_visit(cx: &mut Cx, key: VisitKey) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    hold(cx, &one).map(|(then, _)| then)
}

pub(super) fn fact_of(cx: &Cx, duty: &Duty) -> Option<Fact> {
    cx.store.rules().all().get(duty.rule).and_then(|rule| rule.met_by.first().copied())
}

/// Opens what sees to a duty, filled in as far as it is known.
fn do_duty(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    if let Some(why) = duty.unknown {
        return make_known(cx, duty, why);
    }
    let Some(fact) = fact_of(cx, duty) else { return Ok(Then::Stay) };
    if let Some((_, kind, mode)) = SESSIONS.iter().find(|(known, ..)| *known == fact) {
        return session_form(cx, duty, *kind, *mode)?.open(cx);
    }
    let rule = cx.store.rules().all().get(duty.rule);
    let is_visit = rule.is_some_and(|rule| rule.trigger == Trigger::VisitInBreach);
    let is_group = rule.is_some_and(|rule| rule.trigger == Trigger::GroupInBreach);
    let is_referral = is_of_referral(cx, duty);
    let route = |to| Route::to(to).of(duty.family).with(duty.about.person);
    let go = |to| Then::Go(route(to), None);
    let go_on = |day| Then::Go(route(Subject::Visits).on(day), None);
    match fact {
        Fact::Event(EventKind::Baseline) if duty.about.person.is_some() => measured::see_to(cx, duty, fact),
        Fact::Event(kind) => {
            let case_ref = cx.case_ref(duty.family)?;
            noun::event::new(cx, &case_ref, Some(kind), duty.about.person).open(cx)
        }
        Fact::Answered if is_referral => noun::referral::over(cx, ReferralId(duty.about.record))?.at("state").open(cx),
        Fact::Answered => noun::event::over(cx, EventId(duty.about.record))?.at("answered_on").open(cx),
        Fact::SchoolStarted => edit_placement(cx, duty.about.record, "school_started_on"),
        Fact::CareEnded => edit_care(cx, duty, "until", "ended_on"),
        Fact::PlacementEnded => edit_last_of_home(cx, duty),
        Fact::ParentWritten => {
            let form = noun::relation::new(cx, &cx.name_of(duty.family)?, None)?.open(cx)?;
            Ok(form.at(Route::to(Subject::People).of(duty.family)))
        }
        Fact::Checklist => {
            let list = cx.store.rules().all().get(duty.rule).map(|rule| rule.name.clone()).unwrap_or_default();
            let time = Occasion { person: duty.about.person, on: duty.about.counted_from };
            open_list(cx, duty.family, &list, time)
        }
        Fact::Considered => consider(cx, RestrictionId(duty.about.record)),
        Fact::Decided => decide(cx, RestrictionId(duty.about.record)),
        Fact::MapDrawn => Ok(go(Subject::Maps)),
        Fact::PlanRevised | Fact::GoalMade => Ok(go(Subject::Plans)),
        Fact::GoalStepped => {
            let goal = cx.store.get::<Goal>(GoalId(duty.about.record))?.value.number;
            noun::attainment::new(cx, &cx.name_of(duty.family)?, Some(goal)).open(cx)
        }
        Fact::Done => noun::action::over(cx, PlanActionId(duty.about.record))?.open(cx),
        Fact::ChildVoice | Fact::Talked | Fact::Measurement | Fact::SupportAssessed | Fact::ParentAsked => {
            measured::see_to(cx, duty, fact)
        }
        Fact::Seen if is_group => {
            let record = Landmark::of::<Attendance>(AttendanceId(duty.about.record));
            Ok(Then::Go(route(Subject::Groups).at(record), None))
        }
        Fact::Seen if is_visit => Ok(go_on(duty.about.counted_from)),
        Fact::SupporterNamed | Fact::ChildWord => Ok(go_on(duty.due_on.unwrap_or(cx.world.today))),
        _ => Ok(go(Subject::People)),
    }
}

fn is_of_referral(cx: &Cx, duty: &Duty) -> bool {
    let rule = cx.store.rules().all().get(duty.rule);
    rule.is_some_and(|rule| rule.trigger == Trigger::Referred)
}

/// Opens the record that lacks what it takes to tell.
fn make_known(cx: &mut Cx, duty: &Duty, why: Unknown) -> Result<Then, Problem> {
    match why {
        Unknown::NoLegalBasis => edit_placement(cx, duty.about.record, "legal_basis"),
        Unknown::CareGap => ask_care(cx, duty),
        Unknown::NoSchoolChange => edit_placement(cx, duty.about.record, "school_change"),
        Unknown::NoBirthDate => {
            let Some(child) = duty.about.person else { return Ok(Then::Stay) };
            noun::person::over(cx, &cx.store.get::<Person>(child)?)?.at("birth_on").open(cx)
        }
        Unknown::NoParent => {
            let route = Route::to(Subject::People).of(duty.family).with(duty.about.person);
            Ok(Then::GoAndDo(route, Action::NewPerson))
        }
        Unknown::BeforeTheFamily => {
            let kind = match fact_of(cx, duty) {
                Some(Fact::Event(kind)) => Some(kind),
                _ => None,
            };
            let case_ref = cx.case_ref(duty.family)?;
            noun::event::new(cx, &case_ref, kind, duty.about.person).open(cx)
        }
    }
}

/// A session that meets a duty: who it is with, what it is about, today.
fn session_form(cx: &Cx, duty: &Duty, kind: SessionKind, mode: Mode) -> Result<Form, Problem> {
    let mut form = noun::session::new(cx, Some(&cx.name_of(duty.family)?));
    form.set("kind", &cx.locale.code(SessionKind::LIST, kind.code()));
    form.set("mode", &cx.locale.code(Mode::LIST, mode.code()));
    if let Some(person) = duty.about.person.filter(|_| kind != SessionKind::AdultsMeeting) {
        let members = cx.members(duty.family)?;
        form.set_people("people", &[person], &members, &cx.locale);
    }
    if mode == Mode::Phone {
        form.call = duty.about.person.map(|person| call_to(cx, person)).transpose()?;
    }
    Ok(form.at("note"))
}

/// Whom to call, and the number.
fn call_to(cx: &Cx, person: PersonId) -> Result<Call, Problem> {
    let member = cx.store.get::<Person>(person)?.value;
    // A name by itself does not know whether its bearer is protected; among the family's it does.
    let named = cx.members(member.family)?.into_iter().find(|one| one.id == person);
    Ok(Call { name: named.map_or(member.given_name, |one| one.given_name), phone: member.phone })
}

/// Says with one key that a duty was met today, where nothing more is to be said.
fn tick_duty(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    let today = cx.world.today;
    if duty.unknown.is_some() {
        return do_duty(cx, duty);
    }
    let Some(fact) = fact_of(cx, duty) else { return Ok(Then::Stay) };
    let needs_words = SESSIONS.iter().any(|(known, ..)| *known == fact);
    match fact {
        Fact::CrisisTalk | Fact::NeutralCrisisTalk if duty.about.person.is_some() => {
            // The call was held; more can be said of it in the pane of sessions.
            let call = Session {
                mode: Mode::Phone,
                people: duty.about.person.into_iter().collect(),
                staff: vec![cx.user().to_owned()],
                ..Session::new(duty.family, today, SessionKind::CrisisSupport, Outcome::Held)
            };
            cx.store.add(&call, Origin::Direct)?;
            cx.tell_saved();
            Ok(Then::Stay)
        }
        // A measurement is what was answered; a key says nothing of that.
        Fact::Event(EventKind::Baseline) if duty.about.person.is_some() => do_duty(cx, duty),
        Fact::Talked => measured::was_talked_about(cx, duty),
        Fact::Event(kind) if !needs_words => {
            let event = Event {
                family: duty.family,
                kind,
                on: today,
                person: duty.about.person,
                answered_on: None,
                note: None,
            };
            cx.store.add(&event, Origin::Direct)?;
            cx.tell_saved();
            Ok(Then::Stay)
        }
        // Who answers says what, and that is more than one key.
        Fact::Answered if is_of_referral(cx, duty) => do_duty(cx, duty),
        Fact::Answered => {
            let stored = cx.store.get::<Event>(EventId(duty.about.record))?;
            let event = Event { answered_on: Some(today), ..stored.value };
            let saved = cx.store.change(stored.id, stored.version, &event, Origin::Direct)?;
            cx.tell_outcome(&saved);
            Ok(Then::Stay)
        }
        Fact::Seen => {
            let Some(rule) = cx.store.rules().all().get(duty.rule) else { return Ok(Then::Stay) };
            let seen = Exemption {
                family: duty.family,
                rule: rule.name.clone(),
                person: duty.about.person,
                record: duty.about.record,
                counted_from: duty.about.counted_from,
                exempted_on: today,
                by: cx.user().to_owned(),
                why: cx.locale.say("breach-seen"),
            };
            cx.store.add(&seen, Origin::Direct)?;
            cx.tell_saved();
            Ok(Then::Stay)
        }
        Fact::Done => {
            let stored = cx.store.get::<PlanAction>(PlanActionId(duty.about.record))?;
            let saved = cx.store.action_done(stored.id, stored.version, Some(today))?;
            cx.tell_outcome(&saved);
            Ok(Then::Stay)
        }
        Fact::SchoolStarted => {
            let stored = cx.store.get::<Placement>(PlacementId(duty.about.record))?;
            let placement = Placement { school_started_on: Some(today), ..stored.value };
            let saved = cx.store.change(stored.id, stored.version, &placement, Origin::Direct)?;
            cx.tell_outcome(&saved);
            Ok(Then::Stay)
        }
        Fact::Considered => {
            let stored = cx.store.get::<Restriction>(RestrictionId(duty.about.record))?;
            let mut restriction = stored.value;
            restriction.considered_on.push(today);
            let saved = cx.store.change(stored.id, stored.version, &restriction, Origin::Direct)?;
            cx.tell_outcome(&saved);
            Ok(Then::Stay)
        }
        _ => do_duty(cx, duty),
    }
}

/// Writes down that somebody was called in vain, which meets nothing and is told beside the duty.
fn try_in_vain(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    if !matches!(fact_of(cx, duty), Some(Fact::CrisisTalk | Fact::NeutralCrisisTalk)) {
        cx.trouble("why-no-call");
        return Ok(Then::Stay);
    }
    let call = Session {
        mode: Mode::Phone,
        minutes: ATTEMPT,
        people: duty.about.person.into_iter().collect(),
        staff: vec![cx.user().to_owned()],
        ..Session::new(duty.family, cx.world.today, SessionKind::CrisisSupport, Outcome::NoShow)
    };
    cx.store.add(&call, Origin::Direct)?;
    cx.tell_saved();
    Ok(Then::Stay)
}
