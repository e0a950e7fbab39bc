//! What can be said of a visit with a key or two: held, cancelled and by whom, nobody came, left out, taken back.
//!
//! Each is saved at once, so that a question that follows (why? what did the child say?) can be left unanswered.

use chrono::NaiveDate;

use super::Key;
use super::agenda::{Concern, Line};
use super::cancelling::{What, Who};
use super::question::Question;
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::form::Sequel;
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::domain::codes::{CancelledBy, ChildWord, VisitOutcome, Week53};
use crate::domain::ids::{AbsenceId, MemberId, RestrictionId, SessionId, WishId};
use crate::domain::problem::Problem;
use crate::domain::visit::figures::{WORD_EVERY, words};
use crate::domain::visit::{Arrangement, Occurrence};
use crate::store::{DiaryOf, Origin, VisitSaving, VisitSeen};

/// What an answer does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Reply {
    /// Says who cancelled; why is asked next.
    By(What, Who),
    /// Says who cancelled and why.
    Because(What, Who, String),
    /// Says why, in these words, of a visit as it was when the question was asked.
    Reason(Key, VisitSeen, String),
    /// Says why, in these words, of a session of the version that said that it was cancelled.
    SessionReason(SessionId, i64, String),
    /// Opens the visit's form to say why, as part of the same act.
    ReasonInOwnWords(Key),
    /// Held in spite of a restriction, in these words why.
    HeldDespite(Key, String),
    /// Opens the visit's form to say why; saving it says that it was held.
    HeldInOwnWords(Key),
    /// Says that the child was too young or did not want to say anything.
    Word(Key, ChildWord),
    /// Opens the account of the visit at a field.
    Account(Key, &'static str),
    /// Names the supporter.
    Supporter(Key, String),
    /// Begins a new network map.
    NewMap {
        /// With everybody of the last one.
        from_last: bool,
    },
    /// Opens the form of an absence, or of a new one.
    Absence(Option<AbsenceId>),
    /// Asks who supports a visit.
    AskSupporter(Key),
    /// Asks for another supporter's name.
    OtherSupporter(Key),
    /// Opens the form of a move on the ladder.
    Move {
        /// The child.
        child: MemberId,
        /// The other one.
        with: MemberId,
        /// The step now.
        from: Option<u8>,
        /// The step to go to.
        to: Option<u8>,
    },
    /// Chooses how even or odd weeks go on after a week 53.
    Week53(Week53),
    /// Opens the form of a restriction, or of a new one.
    Restriction(Option<RestrictionId>),
    /// Opens the form of a wish, or of a new one.
    Wish(Option<WishId>),
    /// Says of each gap in a child's care whether it went on, so far.
    CareWentOn(MemberId, Vec<bool>),
    /// Ticks that a session's note may be told to somebody, or takes that back.
    TellTo(SessionId, MemberId),
}

impl App {
    /// What a key does to the marked visit, in the pane or on its card.
    pub(in crate::app) fn act_on_visit(&mut self, act: Action) -> Result<(), Problem> {
        match act {
            Action::Ladder => return self.ask_ladder(),
            Action::Restrict => return self.ask_restriction(),
            Action::Wish => return self.ask_wish(),
            Action::Absence => return self.ask_absence(),
            Action::New => return self.new_visits(),
            _ => {}
        }
        let Some(key) = self.visits.current() else { return Ok(()) };
        let outcomes = [Action::Cancel, Action::WeCancel, Action::NobodyCame, Action::LeaveOut];
        if outcomes.contains(&act) && self.is_told(key) {
            self.notice = Some(Notice::Trouble(self.locale.say("why-told-already")));
            return Ok(());
        }
        match act {
            Action::VisitHeld => self.hold(key),
            Action::Held => self.toggle_visit(key),
            Action::Cancel => self.ask_cancelled(What::Visit(key)),
            Action::WeCancel => self.cancelled_by(What::Visit(key), CancelledBy::Us.into(), None),
            Action::NobodyCame => self.miss(key),
            Action::LeaveOut => self.leave_out(key),
            Action::Restore => self.restore(key),
            Action::MoveVisit => self.change_visit(key, "on"),
            Action::Edit => self.change_visit(key, "start"),
            Action::Assign => self.ask_supporter(key),
            Action::Prepare => self.prepare(key),
            Action::Account => self.account(key, "child_word"),
            Action::EditSeries => self.edit_series(key),
            Action::Open => self.open_card(key),
            _ => Ok(()),
        }
    }

    /// Whether a visit has been held and written about, so that no single key may turn it into another.
    fn is_told(&self, key: Key) -> bool {
        let visit = self.visits.find(key).map(|(_, visit, _)| visit);
        visit.is_some_and(|visit| visit.outcome == VisitOutcome::Held && visit.is_annotated())
    }

    /// Enter on a line of the agenda: the act that sees to it, or the visit's card.
    pub(in crate::app) fn open_in_visits(&mut self) -> Result<(), Problem> {
        let line = match self.visits.face {
            super::Face::Agenda => self.visits.agenda.current().cloned(),
            _ => self.visits.current().map(Line::Visit),
        };
        match line {
            Some(Line::Visit(key)) => self.open_card(key),
            Some(Line::Concern(concern)) => match concern {
                Concern::Stopped(key, _) => self.change_visit(key, "despite"),
                Concern::Unsupported(key) | Concern::Away(key, _) => self.ask_supporter(key),
                Concern::Clash(key, ..) => self.change_visit(key, "on"),
                Concern::Consider(id, _) => self.edit_restriction(id, "considered_on"),
                Concern::NoDecision(id) => self.edit_restriction(id, "how"),
                Concern::Wish(id) => self.edit_wish(id, "answered_on"),
            },
            Some(Line::Heading(_) | Line::Blank) | None => Ok(()),
        }
    }

    pub(super) fn answer(&mut self, deed: Reply) -> Result<(), Problem> {
        match deed {
            Reply::By(what, who) => self.cancelled_by(what, who, None),
            Reply::Because(what, who, reason) => self.cancelled_by(what, who, Some(reason)),
            Reply::Reason(key, seen, reason) => self.because(key, seen, reason),
            Reply::SessionReason(id, seen, reason) => self.session_because(id, seen, reason),
            Reply::ReasonInOwnWords(key) => self.change_visit_then(key, "reason", Sequel::Joins),
            Reply::HeldDespite(key, why) => self.hold_despite(key, why),
            Reply::HeldInOwnWords(key) => self.change_visit_then(key, "despite", Sequel::Holds),
            Reply::Word(key, word) => {
                let said = |_: &Arrangement, mut visit: Occurrence| {
                    visit.after.child_word = Some(word);
                    visit
                };
                self.say(key, said).map(|_| ())
            }
            Reply::Account(key, field) => self.account(key, field),
            Reply::Supporter(key, name) => self.support(key, name),
            Reply::OtherSupporter(key) => {
                let mut form = self.visit_form("visit", key)?.at("supporter");
                form.set("supporter", "");
                self.open_form(form)
            }
            Reply::Move { child, with, from, to } => self.new_move(child, with, from, to),
            Reply::NewMap { from_last } => self.begin_new_map(from_last),
            Reply::Absence(None) => self.new_absence(),
            Reply::Absence(Some(id)) => {
                let form = self.absence_form(Some(id))?;
                self.open_form(form)
            }
            Reply::AskSupporter(key) => self.ask_supporter(key),
            Reply::Week53(choice) => self.choose_week_53(choice),
            Reply::Restriction(Some(id)) => self.edit_restriction(id, "how"),
            Reply::Restriction(None) => self.new_restriction(),
            Reply::Wish(Some(id)) => self.edit_wish(id, "answered_on"),
            Reply::Wish(None) => self.new_wish(),
            Reply::CareWentOn(child, answers) => self.ask_care_of(child, answers),
            Reply::TellTo(session, person) => self.tell_to(session, person),
        }
    }

    /// Writes what is made of a visit; false when a colleague was first, or nothing changed.
    pub(super) fn say(
        &mut self,
        key: Key,
        change: impl FnOnce(&Arrangement, Occurrence) -> Occurrence,
    ) -> Result<bool, Problem> {
        let Some((arrangement, visit, seen)) = self.visits.find(key) else { return Ok(false) };
        let changed = change(&arrangement.value, visit.clone());
        if changed == visit {
            return Ok(false);
        }
        let settles = changed.outcome != visit.outcome || changed.skipped != visit.skipped;
        let next = self.visits.next_that_waits(key, self.world.today).filter(|_| settles);
        match self.store.write_visit(&changed, seen, Origin::Direct)? {
            VisitSaving::Saved => self.tell_saved(),
            VisitSaving::Newer => {
                self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again")));
                self.reread()?;
                return Ok(false);
            }
        }
        self.reread()?;
        if let Some(next) = next {
            self.visits.mark_visit(next);
        }
        Ok(true)
    }

    /// Why it was cancelled or nobody came: what was done and why is one act, one change and one step of undo. What a
    /// colleague has written since is left as it is.
    fn because(&mut self, key: Key, seen: VisitSeen, reason: String) -> Result<(), Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let said = Occurrence { reason: Some(reason), ..one.occurrence };
        match self.store.write_visit(&said, seen, Origin::Joined(None))? {
            VisitSaving::Saved => self.tell_saved(),
            VisitSaving::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    /// Asks why a visit was held in spite of a restriction, if it was; true when it was asked.
    pub(in crate::app) fn asks_despite(&mut self, key: Key) -> Result<bool, Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let held = one.occurrence.clone().held();
        let Some(against) = self.store.against_held(&one.arrangement.value, &held)? else { return Ok(false) };
        self.ask_despite(key, &against)?;
        Ok(true)
    }

    fn hold_despite(&mut self, key: Key, why: String) -> Result<(), Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let mut held = one.occurrence.held();
        held.terms.despite = Some(why);
        match self.store.write_visit(&held, one.seen, Origin::Direct)? {
            VisitSaving::Saved => self.tell_saved(),
            VisitSaving::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()?;
        self.ask_for_words(key)
    }

    fn hold(&mut self, key: Key) -> Result<(), Problem> {
        let Some((_, visit, _)) = self.visits.find(key) else { return Ok(()) };
        if visit.on > self.world.today {
            self.notice = Some(Notice::Trouble(self.locale.say("why-not-yet")));
            return Ok(());
        }
        if self.asks_despite(key)? {
            return Ok(());
        }
        if self.say(key, |_, visit| visit.held())? {
            self.ask_for_words(key)?;
        }
        Ok(())
    }

    fn toggle_visit(&mut self, key: Key) -> Result<(), Problem> {
        let outcome = self.visits.find(key).map(|(_, visit, _)| visit.outcome);
        match outcome {
            Some(VisitOutcome::Held) => self.restore(key),
            _ => self.hold(key),
        }
    }

    fn restore(&mut self, key: Key) -> Result<(), Problem> {
        let outcome = self.visits.find(key).map(|(_, visit, _)| (visit.outcome, visit.skipped));
        if matches!(outcome, Some((VisitOutcome::Planned | VisitOutcome::Moved, false))) {
            self.notice = Some(Notice::Trouble(self.locale.say("why-nothing-to-restore")));
            return Ok(());
        }
        self.say(key, |of, visit| visit.restored(of)).map(|_| ())
    }

    fn leave_out(&mut self, key: Key) -> Result<(), Problem> {
        self.say(key, |_, visit| visit.left_out(None)).map(|_| ())
    }

    fn miss(&mut self, key: Key) -> Result<(), Problem> {
        let Some((_, visit, _)) = self.visits.find(key) else { return Ok(()) };
        if visit.on > self.world.today {
            self.notice = Some(Notice::Trouble(self.locale.say("why-not-yet")));
            return Ok(());
        }
        if self.say(key, |_, visit| visit.missed(None))? {
            self.ask_why(key);
        }
        Ok(())
    }

    fn support(&mut self, key: Key, name: String) -> Result<(), Problem> {
        let one = self.store.visit(key.id, key.given)?;
        let mut terms = one.occurrence.terms.clone();
        terms.supporters = vec![name];
        let named = one.occurrence.with_terms(&one.arrangement.value, terms);
        match self.store.write_visit(&named, one.seen, Origin::Direct)? {
            VisitSaving::Saved => self.tell_saved(),
            VisitSaving::Newer => self.notice = Some(Notice::Trouble(self.locale.say("notice-read-again"))),
        }
        self.reread()
    }

    /// Every third held visit without a word asks what the child said: any of those who were there.
    fn ask_for_words(&mut self, key: Key) -> Result<(), Problem> {
        let Some((arrangement, visit, _)) = self.visits.find(key) else { return Ok(()) };
        let (family, on) = (arrangement.value.family, visit.on);
        if visit.after.has_word() {
            return Ok(());
        }
        let diary = self.store.diary(DiaryOf::Family(family), on, on)?;
        let lived = diary.visits(NaiveDate::default(), on);
        let is_child = |one| diary.is_child(one);
        let this = lived.iter().find(|visit| Key::from(*visit) == key);
        let there = this.map(|visit| visit.children(is_child)).unwrap_or_default();
        let mut all = words(&lived, is_child).into_iter();
        if all.any(|words| there.contains(&words.child) && words.since >= WORD_EVERY) {
            let question = self.words_question(key, &there);
            self.open_question(question);
        }
        Ok(())
    }

    pub(in crate::app) fn open_question(&mut self, question: Question) {
        self.modals.push(Modal::Question(Box::new(question)));
    }

    pub(in crate::app) fn act_on_question(&mut self, mut question: Box<Question>, act: Action) -> Result<(), Problem> {
        match act {
            Action::Down => question.step(1),
            Action::Up => question.step(-1),
            Action::PageDown | Action::PageUp => question.scroll(act, self.world.size),
            Action::Choose if question.choices.is_empty() => return Ok(()),
            Action::Choose => {
                if let Some(deed) = question.marked() {
                    return self.answer(deed);
                }
            }
            _ => return Ok(()),
        }
        self.modals.push(Modal::Question(question));
        Ok(())
    }

    /// A letter typed at a question: its answer, if it is one.
    pub(in crate::app) fn type_at_question(&mut self, key: crate::app::key::Key) -> bool {
        let Some(Modal::Question(question)) = self.modals.last() else { return false };
        let Some(deed) = question.answer(key) else { return true };
        self.modals.pop();
        let done = self.answer(deed);
        self.settle(done);
        true
    }
}
