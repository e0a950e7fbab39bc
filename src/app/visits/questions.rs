//! The questions about visits: who cancelled, why, what the child said, which restriction, which wish.

use super::Key;
use super::deeds::Reply;
use super::question::Question;
use crate::app::desk::App;
use crate::domain::codes::ChildWord;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::problem::Problem;
use crate::domain::visit::together::Against;
use crate::locale::arg;

/// Common reasons; their words are `reason-<name>` and their keys `key-reason-<name>` of the locale files.
pub(super) const REASONS: [&str; 6] = ["ill", "supporter_ill", "transport", "forgot", "did_not_want", "other_duty"];

/// Common reasons why a visit was held in spite of a restriction; words and keys as for [`REASONS`].
const DESPITE: [&str; 2] = ["unplanned", "changed"];

impl App {
    /// A key of the locale files as the letter it holds.
    pub(super) fn letter(&self, key: &str) -> char {
        self.locale.say(&format!("key-{key}")).chars().next().unwrap_or('?')
    }

    /// What a visit is called in a question: `Elias – Sara, lö 28/11`.
    pub(super) fn visit_name(&self, key: Key) -> String {
        let Some((arrangement, visit, _)) = self.visits.find(key) else { return String::new() };
        let between = self.visits.between(arrangement.value.child, &visit.terms.with, self.setting());
        format!("{between}, {}", self.locale.day(visit.on, self.world.today))
    }

    pub(super) fn ask_why(&mut self, key: Key) {
        let Some((_, _, seen)) = self.visits.find(key) else { return };
        let mut question = Question::new(self.locale.tell("question-why", &[("visit", arg(self.visit_name(key)))]));
        for reason in REASONS {
            let words = self.locale.say(&format!("reason-{reason}"));
            question =
                question.with(self.letter(&format!("reason-{reason}")), words.clone(), Reply::Reason(key, seen, words));
        }
        question = question.with(self.letter("own-words"), self.locale.say("own-words"), Reply::ReasonInOwnWords(key));
        self.open_question(question);
    }

    /// Asks why a visit was held in spite of a restriction; nothing is said of it until that is answered.
    pub(super) fn ask_despite(&mut self, key: Key, against: &Against) -> Result<(), Problem> {
        let members = self.members(against.restriction.family)?;
        let known = |id| members.iter().find(move |member| member.id == id);
        let name = |id| known(id).map(|member| member.given_name.shown(self.setting())).unwrap_or_default();
        let day = arg(self.locale.day(against.on, self.world.today));
        let (child, with) = (arg(name(against.restriction.child)), arg(name(against.with)));
        let mut question =
            Question::new(self.locale.tell("question-despite", &[("child", child), ("with", with), ("day", day)]));
        question = question.told(self.locale.breach_until(against.breach, &against.restriction, self.world.today));
        for reason in DESPITE {
            let words = self.locale.say(&format!("despite-{reason}"));
            question =
                question.with(self.letter(&format!("despite-{reason}")), words.clone(), Reply::HeldDespite(key, words));
        }
        let own = self.locale.say("own-words");
        self.open_question(question.with(self.letter("own-words"), own, Reply::HeldInOwnWords(key)));
        Ok(())
    }

    pub(super) fn words_question(&self, key: Key, children: &[MemberId]) -> Question {
        let names = children.iter().map(|child| self.visits.diary.called(*child, self.setting()));
        let names = names.collect::<Vec<_>>().join(", ");
        Question::new(self.locale.tell("question-words", &[("child", arg(names))]))
            .with(self.letter("own-words"), self.locale.say("write-words"), Reply::Account(key, "words_same_day"))
            .with(
                self.letter("too_young"),
                self.locale.label(ChildWord::TooYoung),
                Reply::Word(key, ChildWord::TooYoung),
            )
            .with(
                self.letter("did_not_want"),
                self.locale.label(ChildWord::DidNotWant),
                Reply::Word(key, ChildWord::DidNotWant),
            )
    }

    /// The child, and one person the child meets, that keys are about: of the marked visit, or the child in view.
    pub(super) fn pair(&self) -> Option<(FamilyId, MemberId, Option<MemberId>)> {
        if let Some((arrangement, visit, _)) = self.visits.current().and_then(|key| self.visits.find(key)) {
            let of = &arrangement.value;
            return Some((of.family, of.child, visit.terms.with.first().copied()));
        }
        let family = self.open.as_ref()?.id();
        let child = self.visits.child.chosen?;
        Some((family, child, self.visits.child.blocks.first().map(|block| block.with)))
    }

    pub(super) fn ask_restriction(&mut self) -> Result<(), Problem> {
        let Some((_, child, _)) = self.pair() else { return Ok(()) };
        let title = self
            .locale
            .tell("question-restriction", &[("child", arg(self.visits.diary.called(child, self.setting())))]);
        let mut question = Question::new(title);
        let own = self.visits.diary.restrictions.iter().filter(|stored| stored.value.child == child);
        for (number, stored) in (1_u8..=9).zip(own) {
            let of = |person: &MemberId| self.visits.diary.called(*person, self.setting());
            let with: Vec<String> = stored.value.with.iter().map(of).collect();
            let label = self.locale.tell(
                "question-restriction-line",
                &[
                    ("with", arg(with.join(", "))),
                    ("kind", arg(self.locale.label(stored.value.kind))),
                    ("from", arg(self.locale.date(stored.value.from, self.world.today))),
                ],
            );
            question = question.with(char::from(b'0' + number), label, Reply::Restriction(Some(stored.id)));
        }
        if question.choices.is_empty() {
            return self.new_restriction();
        }
        self.open_question(
            question.with(self.letter("new"), self.locale.say("question-new"), Reply::Restriction(None)).marked_first(),
        );
        Ok(())
    }

    pub(super) fn ask_wish(&mut self) -> Result<(), Problem> {
        let Some((_, child, _)) = self.pair() else { return Ok(()) };
        let mut question = Question::new(
            self.locale.tell("question-wish", &[("child", arg(self.visits.diary.called(child, self.setting())))]),
        );
        let own = self.visits.diary.wishes.iter().filter(|stored| stored.value.child == child);
        for (number, stored) in (1_u8..=9).zip(own) {
            let by = self.visits.diary.called(stored.value.by, self.setting());
            let label =
                format!("{by} {}: {}", self.locale.date(stored.value.told_on, self.world.today), stored.value.what);
            question = question.with(char::from(b'0' + number), label, Reply::Wish(Some(stored.id)));
        }
        if question.choices.is_empty() {
            return self.new_wish();
        }
        self.open_question(
            question.with(self.letter("new"), self.locale.say("question-new"), Reply::Wish(None)).marked_first(),
        );
        Ok(())
    }
}
