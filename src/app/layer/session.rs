//! Keys on a session, and the signs of sessions in lists.

use chrono::{NaiveTime, TimeDelta};

use super::Then;
use crate::app::cx::Cx;
use crate::domain::codes::Outcome;
use crate::domain::ids::SessionId;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::Locale;
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
