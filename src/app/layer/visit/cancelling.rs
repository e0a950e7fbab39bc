//! Who cancelled a visit or a session, and why, in as few keys as it has adults: where one adult takes part it is that
//! one unless one says otherwise, and the next key says why; where there are more a digit says who.

use super::deeds::write;
use super::names;
use super::why::{REASONS, ask_why, ask_why_alone};
use crate::app::cx::{Cx, VisitKey};
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::codes::{CancelledBy, Code, MemberRole, Outcome, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::ids::{PersonId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::locale::arg;
use crate::store::{OneVisit, Origin, Stored, VisitSeen};

/// What is cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum What {
    /// A visit.
    Visit(VisitKey),
    /// A session.
    Session(SessionId),
}

/// Whoever cancels: the side, and the person where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Who {
    side: CancelledBy,
    person: Option<PersonId>,
    /// What had been seen of the visit or the session when it was asked who: what a colleague has said since stands.
    seen: i64,
}

impl Who {
    /// A side, of a visit as it was seen.
    pub(super) fn of(side: CancelledBy, seen: VisitSeen) -> Self {
        Self { side, person: None, seen: seen.number() }
    }
}

/// What a question about cancelling needs to know.
struct Asked {
    title: String,
    seen: i64,
    adults: Vec<MemberName>,
    children: Vec<MemberName>,
}

impl Asked {
    fn person(&self, member: &MemberName) -> Who {
        Who { side: CancelledBy::of_role(member.role), person: Some(member.id), seen: self.seen }
    }

    fn side(&self, side: CancelledBy) -> Who {
        match (side, self.children.as_slice()) {
            (CancelledBy::Child, [child]) => self.person(child),
            _ => Who { side, person: None, seen: self.seen },
        }
    }
}

/// Asks who cancelled and why.
pub(in crate::app) fn ask_cancelled(cx: &mut Cx, what: What) -> Result<Then, Problem> {
    let Some(asked) = asked(cx, what)? else { return Ok(Then::Stay) };
    let about = ("visit", arg(asked.title.as_str()));
    let setting = cx.setting();
    let name_of = |member: &MemberName| member.given_name.shown(setting);
    let side_letter = |side: CancelledBy| cx.letter(&format!("cancelled_by-{}", side.code()));
    let by = |who: Who| move |cx: &mut Cx| cancelled_by(cx, what, who, None);
    let mut said = None;
    let mut question = if let [adult] = asked.adults.as_slice() {
        let name = ("name", arg(name_of(adult)));
        let mut question = Question::new(cx.locale.tell("question-cancelled-one", &[about, name]));
        // A letter that says who is nobody's reason: it asks for the reason next, as where more take part.
        let sides: Vec<char> = CancelledBy::ALL.iter().map(|side| side_letter(*side)).collect();
        let who = asked.person(adult);
        for reason in REASONS {
            let letter = cx.letter(&format!("reason-{reason}"));
            if !sides.contains(&letter) {
                let words = cx.locale.say(&format!("reason-{reason}"));
                let because = words.clone();
                question = question.with(letter, words, move |cx| cancelled_by(cx, what, who, Some(&because)));
            }
        }
        let side = CancelledBy::of_role(adult.role);
        said = Some(side);
        question.with(side_letter(side), name_of(adult), by(who))
    } else {
        let mut question = Question::new(cx.locale.tell("question-cancelled", &[about]));
        for (number, adult) in (b'1'..=b'9').zip(&asked.adults) {
            question = question.with(char::from(number), name_of(adult), by(asked.person(adult)));
        }
        question
    };
    for side in CancelledBy::ALL.iter().filter(|side| Some(**side) != said) {
        question = question.with(side_letter(*side), cx.locale.label(*side), by(asked.side(*side)));
    }
    Ok(question.into())
}

/// What it is called and who takes part; none where one has said so with a notice.
fn asked(cx: &mut Cx, what: What) -> Result<Option<Asked>, Problem> {
    let (family, people, on, seen, is_told) = match what {
        What::Visit(key) => {
            let OneVisit { arrangement, occurrence, seen } = cx.store.visit(key.id, key.given)?;
            let mut people = vec![arrangement.value.child];
            people.extend(&occurrence.terms.with);
            let is_told = occurrence.outcome == VisitOutcome::Held && occurrence.is_annotated();
            (arrangement.value.family, people, occurrence.on, seen.number(), is_told)
        }
        What::Session(id) => {
            let stored: Stored<Session> = cx.store.get(id)?;
            let is_told = stored.value.outcome == Outcome::Held && stored.value.note.is_some();
            (stored.value.family, stored.value.people, stored.value.on, stored.version, is_told)
        }
    };
    if is_told {
        cx.trouble("why-told-already");
        return Ok(None);
    }
    let members = cx.members(family)?;
    let taking_part = people.iter().filter_map(|id| members.iter().find(|member| member.id == *id)).cloned();
    let (children, adults): (Vec<_>, Vec<_>) = taking_part.partition(|member| member.role == MemberRole::Child);
    let ids = |of: &[MemberName]| of.iter().map(|one| one.id).collect::<Vec<_>>();
    let between = [names(cx, &members, &ids(&children)), names(cx, &members, &ids(&adults))];
    let between: Vec<String> = between.into_iter().filter(|names| !names.is_empty()).collect();
    let title = format!("{}, {}", between.join(" – "), cx.locale.day(on, cx.world.today));
    let title = title.trim_start_matches(", ").to_owned();
    Ok(Some(Asked { title, seen, adults, children }))
}

/// Says that it is cancelled, by whom, and why where that is told; else that is asked next.
pub(super) fn cancelled_by(cx: &mut Cx, what: What, who: Who, reason: Option<&str>) -> Result<Then, Problem> {
    match what {
        What::Visit(key) => cancel_visit(cx, key, who, reason),
        What::Session(id) => cancel_session(cx, id, who, reason),
    }
}

fn cancel_visit(cx: &mut Cx, key: VisitKey, who: Who, reason: Option<&str>) -> Result<Then, Problem> {
    let now = cx.world.today.and_time(cx.world.time);
    let one = OneVisit { seen: VisitSeen::from_number(who.seen), ..cx.store.visit(key.id, key.given)? };
    let visit = one.occurrence.clone();
    let begins = visit.terms.start.map(|start| visit.on.and_time(start));
    let hours = begins.map(|begins| begins.signed_duration_since(now).num_hours().max(0));
    let notice = hours.and_then(|hours| u32::try_from(hours).ok());
    let cancelled = visit.cancelled(who.side, reason.map(str::to_owned), notice).by(who.person);
    if write(cx, &one, &cancelled)? && reason.is_none() {
        return ask_why(cx, &cx.store.visit(key.id, key.given)?);
    }
    Ok(Then::Stay)
}

fn cancel_session(cx: &mut Cx, id: SessionId, who: Who, reason: Option<&str>) -> Result<Then, Problem> {
    let stored: Stored<Session> = cx.store.get(id)?;
    let session = Session {
        outcome: Outcome::Cancelled,
        cancelled_by: Some(who.side),
        cancelled_by_person: who.person,
        reason: reason.map(str::to_owned).or(stored.value.reason),
        ..stored.value
    };
    let saving = cx.store.change(id, who.seen, &session, Origin::Direct)?;
    if !cx.tell_outcome(&saving) || reason.is_some() {
        return Ok(Then::Stay);
    }
    // The version that was just written: what a colleague writes before the answer is another.
    let written = who.seen + 1;
    Ok(ask_why_alone(cx, move |cx, words| session_because(cx, id, written, words)))
}

/// Why a session was cancelled: with who it was one act, one change and one step of undo.
fn session_because(cx: &mut Cx, id: SessionId, seen: i64, reason: &str) -> Result<Then, Problem> {
    let stored: Stored<Session> = cx.store.get(id)?;
    let said = Session { reason: Some(reason.to_owned()), ..stored.value };
    let saving = cx.store.change(id, seen, &said, Origin::Joined(None))?;
    cx.tell_outcome(&saving);
    Ok(Then::Stay)
}
