//! A measurement that was made: its answers, and what they may become with one key.

use super::begin::measure_over;
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::layer::{Place, Then};
use crate::app::list::Move;
use crate::domain::access::Right;
use crate::domain::codes::{ActorKind, Area, Code, ReferralState};
use crate::domain::entry::Draft;
use crate::domain::ids::MeasurementId;
use crate::domain::measurement::{Held, Instrument, Measurement, Outcome};
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::domain::task::Task;
use crate::locale::arg;
use crate::store::{Origin, Stored};

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// An answer: the question, what was answered, whether somebody must see to it.
    Answer(String, String, bool),
    /// What an answer may become.
    Becomes(Offer),
}

/// What an answer may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What of it.
    pub outcome: Outcome,
    /// In words.
    pub what: String,
    /// Whether it has.
    pub is_there: bool,
    to: Option<ActorKind>,
    area: Option<Area>,
}

/// A measurement on the screen.
#[derive(Debug)]
pub struct Became {
    /// The form's title, whom it is about, the day.
    pub title: String,
    /// How it was asked and by whom, and whose marks they are.
    pub how: String,
    /// Its lines.
    pub rows: Vec<Row>,
    /// The marked one.
    pub marker: usize,
    called: String,
    stored: Stored<Measurement>,
}

/// Opens a measurement, at the first thing that its answers may become.
pub(in crate::app) fn open_measured(cx: &mut Cx, id: MeasurementId) -> Result<Then, Problem> {
    let mut layer = read(cx, id)?;
    layer.marker = layer.rows.iter().position(is_open).unwrap_or(0);
    Ok(layer.into())
}

/// Whether a line is something that an answer may become still.
fn is_open(row: &Row) -> bool {
    matches!(row, Row::Becomes(Offer { is_there: false, .. }))
}

fn read(cx: &Cx, id: MeasurementId) -> Result<Became, Problem> {
    let stored: Stored<Measurement> = cx.store.get(id)?;
    let measured = &stored.value;
    let members = cx.members(measured.family)?;
    let called = members.iter().find(|member| member.id == measured.person);
    let called = called.map(|member| member.given_name.shown(cx.setting())).unwrap_or_default();
    let instrument = cx.store.instruments().named(&measured.instrument);
    let day = cx.locale.date(measured.on, cx.world.today);
    let name = instrument.map_or_else(|| measured.instrument.clone(), |one| cx.locale.of_instrument(one));
    let title = format!("{name} · {called} · {day}");
    let mut how = vec![cx.locale.label(measured.rater)];
    how.extend(measured.way.map(|way| cx.locale.label(way)));
    how.extend(measured.asked_by.clone());
    how.extend(
        measured
            .talked_on
            .map(|day| cx.locale.tell("became-talked", &[("day", arg(cx.locale.date(day, cx.world.today)))])),
    );
    let mut rows = Vec::new();
    match instrument {
        None => {
            rows.extend(measured.answers.iter().map(|(item, answer)| Row::Answer(item.clone(), answer.clone(), false)))
        }
        Some(instrument) => rows.extend(rows_of(cx, instrument, measured)?),
    }
    Ok(Became { title, how: how.join(" · "), rows, marker: 0, called, stored })
}

fn rows_of(cx: &Cx, instrument: &Instrument, measured: &Measurement) -> Result<Vec<Row>, Problem> {
    let tasks = cx.store.tasks_of(measured.family)?;
    let referrals: Vec<Referral> = if instrument.items.iter().any(|item| item.becomes.is_some()) {
        cx.store.referrals(Some(measured.family))?.into_iter().map(|of| of.value.value).collect()
    } else {
        Vec::new()
    };
    let alerts = measured.alerts(instrument);
    let outcomes = measured.outcomes(instrument);
    let mut rows = Vec::new();
    for item in &instrument.items {
        let Some(answer) = measured.answer(&item.key) else { continue };
        let is_alert = alerts.iter().any(|(known, _)| known.key == item.key);
        rows.push(Row::Answer(cx.locale.of_item(item), cx.locale.of_answer(instrument, item, answer), is_alert));
        for (_, option, outcome) in outcomes.iter().filter(|(known, ..)| known.key == item.key) {
            let what = match (option, Held::of(item, answer)) {
                (Some(option), _) => cx.locale.of_choice(option),
                (None, Held::Words(words)) => words.to_owned(),
                (None, _) => cx.locale.of_item(item),
            };
            // What the child said is its word as it stands, and needs no key.
            if *outcome != Outcome::ChildWord {
                let is_task = tasks.iter().any(|row| row.task.value.what == what_of(cx, &what));
                let is_referral = referrals.iter().any(|one| is_of(one, measured, *outcome, &what));
                let (to, area) = option.map_or((None, None), |option| (option.to, option.area));
                let is_there = is_task || is_referral;
                rows.push(Row::Becomes(Offer { outcome: *outcome, what, is_there, to, area }));
            }
        }
    }
    for (item, answer) in measured.answers.iter().filter(|(item, _)| instrument.item(item).is_none()) {
        rows.push(Row::Answer(item.clone(), answer.clone(), false));
    }
    Ok(rows)
}

/// What a task says that comes of an answer.
fn what_of(cx: &Cx, what: &str) -> String {
    cx.locale.tell("became-task", &[("what", arg(what))])
}

/// Whether a referral has come of an answer: it says why in the same words; of a need that nobody meets it is a gap
/// that was found since.
fn is_of(one: &Referral, measured: &Measurement, outcome: Outcome, what: &str) -> bool {
    let is_gap = outcome == Outcome::Gap && one.state == ReferralState::Gap && one.needed_on >= measured.on;
    one.person == Some(measured.person) && (is_gap || one.why.as_deref() == Some(what))
}

impl Became {
    /// Makes of the marked line what it may become.
    fn make(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some(Row::Becomes(offer)) = self.rows.get(self.marker).cloned() else {
            cx.trouble("why-becomes-nothing");
            return Ok(Then::Stay);
        };
        let (family, person) = (self.stored.value.family, self.stored.value.person);
        match offer.outcome {
            _ if offer.is_there => cx.trouble("why-is-there"),
            Outcome::Task | Outcome::TaskOrReferral => {
                let task = Task {
                    family: Some(family),
                    what: what_of(cx, &offer.what),
                    due_on: None,
                    who: cx.user().to_owned(),
                    by: cx.user().to_owned(),
                    made_on: cx.world.today,
                    done_on: None,
                    meeting: None,
                };
                cx.store.add(&task, Origin::Direct)?;
                cx.tell_saved();
                self.go_on(cx)?;
            }
            Outcome::Gap => return self.begin_referral(cx, &offer, ReferralState::Gap),
            Outcome::Wish => {
                let (case_ref, members) = (cx.case_ref(family)?, cx.members(family)?);
                let draft = Draft::default()
                    .with("case_ref", &case_ref)
                    .with_people("child", [person], &members)
                    .with_people("by", [person], &members)
                    .with("what", &offer.what);
                return noun::wish::new(cx, &case_ref, draft).open(cx);
            }
            Outcome::Goal | Outcome::ChildWord => cx.trouble("why-goal-in-plan"),
        }
        Ok(Then::Stay)
    }

    /// Refers whoever answered to somebody else, in the words of the marked line: at once where the form says of which
    /// area that is, else through a form.
    fn refer(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let is_needed = |offer: &Offer| matches!(offer.outcome, Outcome::Task | Outcome::TaskOrReferral | Outcome::Gap);
        let offer = match self.rows.get(self.marker) {
            Some(Row::Becomes(offer)) if is_needed(offer) => offer.clone(),
            _ => {
                cx.trouble("why-not-referred");
                return Ok(Then::Stay);
            }
        };
        if offer.is_there {
            cx.trouble("why-is-there");
            return Ok(Then::Stay);
        }
        let Some(area) = offer.area.filter(|_| offer.outcome != Outcome::Gap) else {
            return self.begin_referral(cx, &offer, ReferralState::Needed);
        };
        let measured = &self.stored.value;
        let referral = Referral {
            family: measured.family,
            person: Some(measured.person),
            to: offer.to.map_or_else(|| offer.what.clone(), |to| to.code().to_owned()),
            area,
            why: Some(offer.what),
            consent_by: None,
            state: ReferralState::Needed,
            needed_on: measured.on,
            sent_on: None,
            answered_on: None,
            first_visit_on: None,
            done_on: None,
        };
        cx.store.add(&referral, Origin::Direct)?;
        cx.tell_saved();
        self.go_on(cx)?;
        Ok(Then::Stay)
    }

    /// The form of a referral with what the answer tells of it.
    fn begin_referral(&self, cx: &mut Cx, offer: &Offer, state: ReferralState) -> Result<Then, Problem> {
        let measured = &self.stored.value;
        let (case_ref, members) = (cx.case_ref(measured.family)?, cx.members(measured.family)?);
        let draft = Draft::default()
            .with("case_ref", &case_ref)
            .with_people("person", [measured.person], &members)
            .with_some("to", offer.to.map(|to| cx.locale.label(to)))
            .with_some("area", offer.area.map(Code::code))
            .with_some("why", (offer.outcome != Outcome::Gap).then_some(&offer.what))
            .with("state", state.code())
            .with("needed_on", measured.on.to_string());
        noun::referral::begun(cx, &case_ref, draft).open(cx)
    }

    /// Reads what has come of it and goes on to the next that may become something.
    fn go_on(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.again(cx)?;
        self.marker += self.rows.iter().skip(self.marker).position(is_open).unwrap_or(0);
        Ok(())
    }
}

impl Place for Became {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Measured, Scope::Over]
    }

    fn needs(&self, act: Action) -> Option<Right> {
        match act {
            Action::MakeOfIt => Some(Right::KeepTasks),
            Action::Edit | Action::NewReferral => Some(Right::NoteEvents),
            _ => None,
        }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Close => return Ok(Then::Close),
            Action::Edit => return Ok(measure_over(cx, self.stored.id)?.closing()),
            Action::MakeOfIt => return self.make(cx),
            Action::NewReferral => return self.refer(cx),
            Action::TalkedAbout => {
                let measured = Measurement { talked_on: Some(cx.world.today), ..self.stored.value.clone() };
                let saved = cx.store.change(self.stored.id, self.stored.version, &measured, Origin::Direct)?;
                cx.tell_outcome(&saved);
                self.again(cx)?;
            }
            Action::Undo => return Ok(Then::Undo),
            act => match Move::of(act) {
                Some(way) => self.marker = way.among(self.marker, self.rows.len()),
                None => return Ok(Then::NotMine),
            },
        }
        Ok(Then::Stay)
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        (act == Action::Undo && !cx.store.can_undo()).then_some("why-nothing-to-undo")
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let again = read(cx, self.stored.id)?;
        *self = Self { marker: self.marker.min(again.rows.len().saturating_sub(1)), ..again };
        Ok(())
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        vec![self.called.clone()]
    }
}
