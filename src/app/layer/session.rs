//! Keys on a session, and the signs of sessions in lists.

use chrono::{NaiveDate, NaiveTime, TimeDelta};

use super::Then;
use super::question::Question;
use crate::app::cx::Cx;
use crate::domain::access::{Reach, Right};
use crate::domain::codes::{Code, Outcome};
use crate::domain::entry::Draft;
use crate::domain::ids::{FamilyId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::{Locale, arg};
use crate::store::{Origin, Stored};

/// The sign of an outcome; its word stands in the form and in help.
pub fn sign(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Planned => "·",
        Outcome::Held => "✓",
        Outcome::Cancelled => "×",
        Outcome::NoShow => "–",
    }
}

/// A time with its end: `14–15.30`; nothing when no time is known.
pub fn time(locale: &Locale, start: Option<NaiveTime>, minutes: u32) -> String {
    let Some(start) = start else { return String::new() };
    let end = start + TimeDelta::minutes(minutes.into());
    format!("{}–{}", locale.time(start), locale.time(end))
}

/// Planned becomes held, held becomes planned; anything else is for the form.
pub(in crate::app) fn toggle_session(cx: &mut Cx, id: SessionId) -> Result<Then, Problem> {
    let stored: Stored<Session> = cx.store.get(id)?;
    let mut session = stored.value;
    if session.outcome == Outcome::Planned && session.on > cx.world.today {
        cx.trouble("why-not-yet");
        return Ok(Then::Stay);
    }
    session.outcome = match session.outcome {
        Outcome::Planned => Outcome::Held,
        Outcome::Held => Outcome::Planned,
        Outcome::Cancelled | Outcome::NoShow => {
            cx.trouble("why-not-planned");
            return Ok(Then::Stay);
        }
    };
    let saving = cx.store.change(stored.id, stored.version, &session, Origin::Direct)?;
    cx.tell_outcome(&saving);
    Ok(Then::Stay)
}

/// Goals that were touched at a session that was held.
#[derive(Clone)]
pub(in crate::app) struct Touched {
    family: FamilyId,
    goals: Vec<u32>,
    on: NaiveDate,
}

impl Touched {
    /// Those of a session.
    pub(in crate::app) fn at(session: &Session) -> Option<Self> {
        let goals: Vec<u32> = session.goals.iter().map(|mark| mark.goal).collect();
        let was_held = session.outcome == Outcome::Held && !goals.is_empty();
        was_held.then_some(Self { family: session.family, goals, on: session.on })
    }

    /// Those of a session in a form.
    pub(in crate::app) fn in_form(cx: &Cx, draft: &Draft) -> Result<Option<Self>, Problem> {
        let told = draft.get("goals").split(';').filter_map(|mark| mark.split('=').next()?.trim().parse().ok());
        let (goals, on): (Vec<u32>, _) = (told.collect(), draft.get("on").parse::<NaiveDate>().ok());
        let Some(on) = on.filter(|_| !goals.is_empty() && draft.get("outcome") == Outcome::Held.code()) else {
            return Ok(None);
        };
        let family = cx.family_named(draft.get("case_ref"))?;
        Ok(family.map(|family| Self { family: family.id, goals, on }))
    }

    /// Asks which of the open actions towards these goals were done, a digit each; anything else leaves them open.
    pub(in crate::app) fn ask(self, cx: &Cx) -> Result<Option<Question>, Problem> {
        if cx.store.reach(Right::NoteEvents) == Reach::Nothing {
            return Ok(None);
        }
        let open = cx.store.actions_towards(self.family, &self.goals)?;
        if open.is_empty() {
            return Ok(None);
        }
        let day = cx.locale.date(self.on, cx.world.today);
        let mut question = Question::new(cx.locale.tell("ask-actions-done", &[("day", arg(day))]));
        for (digit, stored) in ('1'..='9').zip(open) {
            let label = stored.value.who.iter().fold(stored.value.text.clone(), |text, who| format!("{text}, {who}"));
            let touched = self.clone();
            question = question.with(digit, label, move |cx| {
                let saved = cx.store.action_done(stored.id, stored.version, Some(touched.on))?;
                cx.tell_outcome(&saved);
                Ok(touched.clone().ask(cx)?.map_or(Then::Stay, Then::from))
            });
        }
        Ok(Some(question))
    }
}
