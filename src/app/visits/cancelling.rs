//! Who cancelled a visit or a session, and why, in as few keys as it has adults: where one adult takes part it is that
//! one unless one says otherwise, and the next key says why; where there are more a digit says who.

use super::Key;
use super::deeds::Reply;
use super::question::Question;
use super::questions::REASONS;
use crate::app::desk::App;
use crate::app::notice::Notice;
use crate::app::panes::Pane;
use crate::domain::codes::{CancelledBy, Code, MemberRole, Outcome, VisitOutcome};
use crate::domain::directory::MemberName;
use crate::domain::ids::{MemberId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::visit::Occurrence;
use crate::locale::arg;
use crate::store::{Origin, Saving, Stored, VisitSaving, VisitSeen};

/// What is cancelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum What {
    /// A visit.
    Visit(Key),
    /// A session.
    Session(SessionId),
}

/// Whoever cancels: the side, and the person where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct Who {
    side: CancelledBy,
    person: Option<MemberId>,
    /// What had been seen of the visit or the session when it was asked who: what a colleague has said since stands.
    seen: Option<i64>,
}

impl From<CancelledBy> for Who {
    fn from(side: CancelledBy) -> Self {
        Self { side, person: None, seen: None }
    }
}

impl From<&MemberName> for Who {
    fn from(member: &MemberName) -> Self {
        Self { side: CancelledBy::of_role(member.role), person: Some(member.id), seen: None }
    }
}

/// What a question about cancelling needs to know.
struct Asked {
    title: String,
    seen: i64,
    adults: Vec<MemberName>,
    children: Vec<MemberName>,
}

impl App {
    /// Asks who cancelled and why.
    pub(in crate::app) fn ask_cancelled(&mut self, what: What) -> Result<(), Problem> {
        let Some(Asked { title, seen, adults, children }) = self.asked(what)? else { return Ok(()) };
        let now = |who: Who| Who { seen: Some(seen), ..who };
        let about = [("visit", arg(title))];
        let setting = self.setting();
        let name_of = |member: &MemberName| member.given_name.shown(setting);
        let mut question = match adults.as_slice() {
            [adult] => {
                let name = ("name", arg(name_of(adult)));
                let mut question = Question::new(self.locale.tell("question-cancelled-one", &[about[0].clone(), name]));
                // A letter that says who is nobody's reason: it asks for the reason next, as where more take part.
                let sides: Vec<char> = CancelledBy::ALL.iter().map(|side| self.side_letter(*side)).collect();
                for reason in REASONS {
                    let letter = self.letter(&format!("reason-{reason}"));
                    if !sides.contains(&letter) {
                        let words = self.locale.say(&format!("reason-{reason}"));
                        question = question.with(letter, words.clone(), Reply::Because(what, now(adult.into()), words));
                    }
                }
                let side = CancelledBy::of_role(adult.role);
                question.with(self.side_letter(side), name_of(adult), Reply::By(what, now(adult.into())))
            }
            _ => {
                let mut question = Question::new(self.locale.tell("question-cancelled", &about));
                for (number, adult) in (b'1'..=b'9').zip(&adults) {
                    question = question.with(char::from(number), name_of(adult), Reply::By(what, now(adult.into())));
                }
                question
            }
        };
        let said = if let [adult] = adults.as_slice() { Some(CancelledBy::of_role(adult.role)) } else { None };
        for side in CancelledBy::ALL.iter().filter(|side| Some(**side) != said) {
            let who = match (side, children.as_slice()) {
                (CancelledBy::Child, [child]) => Who::from(child),
                _ => Who::from(*side),
            };
            question = question.with(self.side_letter(*side), self.locale.label(*side), Reply::By(what, now(who)));
        }
        self.open_question(question);
        Ok(())
    }

    fn side_letter(&self, side: CancelledBy) -> char {
        self.letter(&format!("cancelled_by-{}", side.code()))
    }

    /// What it is called and who takes part; none where one has said so with a notice.
    fn asked(&mut self, what: What) -> Result<Option<Asked>, Problem> {
        let (family, people, on, seen) = match what {
            What::Visit(key) => {
                let one = self.store.visit(key.id, key.given)?;
                if one.occurrence.outcome == VisitOutcome::Held && one.occurrence.is_annotated() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-told-already")));
                    return Ok(None);
                }
                let mut people = vec![one.arrangement.value.child];
                people.extend(&one.occurrence.terms.with);
                (one.arrangement.value.family, people, one.occurrence.on, one.seen.number())
            }
            What::Session(id) => {
                let stored: Stored<Session> = self.store.get(id)?;
                if stored.value.outcome == Outcome::Held && stored.value.note.is_some() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-told-already")));
                    return Ok(None);
                }
                (stored.value.family, stored.value.people, stored.value.on, stored.version)
            }
        };
        let members = self.members(family)?;
        let taking_part = people.iter().filter_map(|id| members.iter().find(|member| member.id == *id)).cloned();
        let (children, adults): (Vec<_>, Vec<_>) = taking_part.partition(|member| member.role == MemberRole::Child);
        let setting = self.setting();
        let names =
            |of: &[MemberName]| of.iter().map(|one| one.given_name.shown(setting)).collect::<Vec<_>>().join(", ");
        let between: Vec<String> =
            [names(&children), names(&adults)].into_iter().filter(|names| !names.is_empty()).collect();
        let title = format!("{}, {}", between.join(" – "), self.locale.day(on, self.world.today));
        let title = title.trim_start_matches(", ").to_owned();
        Ok(Some(Asked { title, seen, adults, children }))
    }

    /// Says that it is cancelled, by whom, and why where that is told; else that is asked next.
    pub(super) fn cancelled_by(&mut self, what: What, who: Who, reason: Option<String>) -> Result<(), Problem> {
        match what {
            What::Visit(key) => self.cancel_visit(key, who, reason),
            What::Session(id) => self.cancel_session(id, who, reason),
        }
    }

    fn cancel_visit(&mut self, key: Key, who: Who, reason: Option<String>) -> Result<(), Problem> {
        let now = self.world.today.and_time(self.world.time);
        let ask = reason.is_none();
        let cancel = |visit: Occurrence| {
            let begins = visit.terms.start.map(|start| visit.on.and_time(start));
            let hours = begins.map(|begins| begins.signed_duration_since(now).num_hours().max(0));
            let notice = hours.and_then(|hours| u32::try_from(hours).ok());
            visit.cancelled(who.side, reason.clone(), notice).by(who.person)
        };
        let said = if self.pane == Pane::Visits {
            self.say(key, |_, visit| cancel(visit))?
        } else {
            let one = self.store.visit(key.id, key.given)?;
            let seen = who.seen.map_or(one.seen, VisitSeen::from_number);
            let saved = self.store.write_visit(&cancel(one.occurrence), seen, Origin::Direct)?;
            match saved {
                VisitSaving::Saved => self.tell_saved(),
                VisitSaving::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
            }
            self.reread()?;
            saved == VisitSaving::Saved
        };
        if said && ask {
            if self.pane == Pane::Visits {
                self.ask_why(key);
            } else {
                let seen = self.store.visit(key.id, key.given)?.seen;
                self.ask_why_alone(|words| Reply::Reason(key, seen, words));
            }
        }
        Ok(())
    }

    fn cancel_session(&mut self, id: SessionId, who: Who, reason: Option<String>) -> Result<(), Problem> {
        let stored: Stored<Session> = self.store.get(id)?;
        let (ask, seen) = (reason.is_none(), who.seen.unwrap_or(stored.version));
        let session = Session {
            outcome: Outcome::Cancelled,
            cancelled_by: Some(who.side),
            cancelled_by_person: who.person,
            reason: reason.or(stored.value.reason),
            ..stored.value
        };
        let saved = self.tell_session_saved(&self.store.change(id, seen, &session, Origin::Direct)?);
        self.reread()?;
        if saved && ask {
            // The version that was just written: what a colleague writes before the answer is another.
            let written = seen + 1;
            self.ask_why_alone(|words| Reply::SessionReason(id, written, words));
        }
        Ok(())
    }

    /// Why a session was cancelled: with who it was one act, one change and one step of undo.
    pub(super) fn session_because(&mut self, id: SessionId, seen: i64, reason: String) -> Result<(), Problem> {
        let stored: Stored<Session> = self.store.get(id)?;
        let said = Session { reason: Some(reason), ..stored.value };
        self.tell_session_saved(&self.store.change(id, seen, &said, Origin::Joined(None))?);
        self.reread()
    }

    /// Tells what came of saving a session; false when a colleague was first.
    fn tell_session_saved(&mut self, saving: &Saving<Session>) -> bool {
        match saving {
            Saving::Saved(_) => self.tell_saved(),
            Saving::Newer(_) => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        matches!(saving, Saving::Saved(_))
    }

    /// Why, once it is said who.
    fn ask_why_alone(&mut self, deed: impl Fn(String) -> Reply) {
        let mut question = Question::new(self.locale.say("question-why-alone"));
        for reason in REASONS {
            let words = self.locale.say(&format!("reason-{reason}"));
            question = question.with(self.letter(&format!("reason-{reason}")), words.clone(), deed(words));
        }
        self.open_question(question);
    }
}
