//! Who cancelled a visit or a session, and why, in as few keys as it has adults: where one adult takes part it is that
//! one unless one says otherwise, and the next key says why; where there are more a digit says who.

use super::Key;
use super::deeds::Deed;
use super::pick::Pick;
use super::picks::REASONS;
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
use crate::store::{Origin, Saving, Stored, VisitSaving};

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
}

impl From<CancelledBy> for Who {
    fn from(side: CancelledBy) -> Self {
        Self { side, person: None }
    }
}

impl From<&MemberName> for Who {
    fn from(member: &MemberName) -> Self {
        Self { side: CancelledBy::of_role(member.role), person: Some(member.id) }
    }
}

/// What a question about cancelling needs to know.
struct Asked {
    title: String,
    adults: Vec<MemberName>,
    children: Vec<MemberName>,
}

impl App {
    /// Asks who cancelled and why.
    pub(in crate::app) fn ask_cancelled(&mut self, what: What) -> Result<(), Problem> {
        let Some(Asked { title, adults, children }) = self.asked(what)? else { return Ok(()) };
        let about = [("visit", arg(title))];
        let setting = self.setting();
        let name_of = |member: &MemberName| member.given_name.shown(setting);
        let mut pick = match adults.as_slice() {
            [adult] => {
                let name = ("name", arg(name_of(adult)));
                let mut pick = Pick::new(self.locale.tell("pick-cancelled-one", &[about[0].clone(), name]));
                // A letter that says who is nobody's reason: it asks for the reason next, as where more take part.
                let sides: Vec<char> = CancelledBy::ALL.iter().map(|side| self.side_letter(*side)).collect();
                for reason in REASONS {
                    let letter = self.letter(&format!("reason-{reason}"));
                    if !sides.contains(&letter) {
                        let words = self.locale.say(&format!("reason-{reason}"));
                        pick = pick.with(letter, words.clone(), Deed::Because(what, Who::from(adult), words));
                    }
                }
                let side = CancelledBy::of_role(adult.role);
                pick.with(self.side_letter(side), name_of(adult), Deed::By(what, Who::from(adult)))
            }
            _ => {
                let mut pick = Pick::new(self.locale.tell("pick-cancelled", &about));
                for (number, adult) in (b'1'..=b'9').zip(&adults) {
                    pick = pick.with(char::from(number), name_of(adult), Deed::By(what, Who::from(adult)));
                }
                pick
            }
        };
        let said = if let [adult] = adults.as_slice() { Some(CancelledBy::of_role(adult.role)) } else { None };
        for side in CancelledBy::ALL.iter().filter(|side| Some(**side) != said) {
            let who = match (side, children.as_slice()) {
                (CancelledBy::Child, [child]) => Who::from(child),
                _ => Who::from(*side),
            };
            pick = pick.with(self.side_letter(*side), self.locale.label(*side), Deed::By(what, who));
        }
        self.open_pick(pick);
        Ok(())
    }

    fn side_letter(&self, side: CancelledBy) -> char {
        self.letter(&format!("cancelled_by-{}", side.code()))
    }

    /// What it is called and who takes part; none where one has said so with a notice.
    fn asked(&mut self, what: What) -> Result<Option<Asked>, Problem> {
        let (family, people, on) = match what {
            What::Visit(key) => {
                let one = self.store.visit(key.id, key.given)?;
                if one.occurrence.outcome == VisitOutcome::Held && one.occurrence.is_annotated() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-told-already")));
                    return Ok(None);
                }
                let mut people = vec![one.arrangement.value.child];
                people.extend(&one.occurrence.terms.with);
                (one.arrangement.value.family, people, one.occurrence.on)
            }
            What::Session(id) => {
                let stored: Stored<Session> = self.store.get(id)?;
                if stored.value.outcome == Outcome::Held && stored.value.note.is_some() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-told-already")));
                    return Ok(None);
                }
                (stored.value.family, stored.value.people, stored.value.on)
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
        Ok(Some(Asked { title, adults, children }))
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
            let saved = self.store.write_visit(&cancel(one.occurrence), one.seen, Origin::Direct)?;
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
                self.ask_why_alone(|words| Deed::Reason(key, seen, words));
            }
        }
        Ok(())
    }

    fn cancel_session(&mut self, id: SessionId, who: Who, reason: Option<String>) -> Result<(), Problem> {
        let stored: Stored<Session> = self.store.get(id)?;
        let ask = reason.is_none();
        let session = Session {
            outcome: Outcome::Cancelled,
            cancelled_by: Some(who.side),
            cancelled_by_person: who.person,
            reason: reason.or(stored.value.reason),
            ..stored.value
        };
        let saved = self.tell_session_saved(&self.store.change(id, stored.version, &session, Origin::Direct)?);
        self.reread()?;
        if saved && ask {
            // The version that was just written: what a colleague writes before the answer is another.
            let seen = stored.version + 1;
            self.ask_why_alone(|words| Deed::SessionReason(id, seen, words));
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
    fn ask_why_alone(&mut self, deed: impl Fn(String) -> Deed) {
        let mut pick = Pick::new(self.locale.say("pick-why-alone"));
        for reason in REASONS {
            let words = self.locale.say(&format!("reason-{reason}"));
            pick = pick.with(self.letter(&format!("reason-{reason}")), words.clone(), deed(words));
        }
        self.open_pick(pick);
    }
}
