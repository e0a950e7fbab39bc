//! The visit ladder: where a child stands towards somebody, what is proposed and why, and the three ways from there.

use super::child::Standing;
use super::deeds::Reply;
use super::question::Question;
use crate::app::desk::App;
use crate::app::notice::Notice;
use crate::domain::codes::LadderTurn;
use crate::domain::problem::Problem;
use crate::domain::visit::LadderStep;
use crate::locale::arg;

impl App {
    pub(super) fn ask_ladder(&mut self) -> Result<(), Problem> {
        let Some((_, child, Some(with))) = self.pair() else { return Ok(()) };
        if self.visits.diary.is_stopped(child, with, self.world.today) {
            self.notice = Some(Notice::Trouble(self.locale.say("why-contact-stopped")));
            return Ok(());
        }
        let between = self.visits.between(child, &[with], self.setting());
        let standing = self.visits.standing(child, with, self.store.unit());
        let Some(standing) = standing else {
            // Nobody has said where they stand: the form asks for the first step.
            return self.new_move(child, with, None, None);
        };
        let ladder = &self.store.unit().ladder;
        let from = standing.step;
        let mut question = Question::new(format!("{between}  {}", self.step_name(ladder.step(from))));
        question = question.told(self.tell_standing(&standing));
        question = question.told(self.proposal(&standing));
        let moves = self.visits.diary.moves.iter().rev().map(|stored| &stored.value);
        for one in moves.filter(|one| one.child == child && one.with == with).take(3) {
            let from = one.from.map_or_else(|| "–".to_owned(), |from| from.to_string());
            question = question.told(self.locale.tell(
                "ladder-move",
                &[
                    ("day", arg(self.locale.date(one.on, self.world.today))),
                    ("from", arg(from)),
                    ("to", arg(u32::from(one.to))),
                    ("who", arg(one.decided_by.as_str())),
                    ("why", arg(one.reason.as_str())),
                ],
            ));
        }
        let name = |step: Option<&LadderStep>| self.step_name(step);
        let mut ways = Vec::new();
        if let Some(above) = ladder.above(from) {
            ways.push(("up", LadderTurn::Up, above));
        }
        if let Some(step) = ladder.step(from) {
            ways.push(("stay", LadderTurn::Stay, step));
        }
        if let Some(below) = ladder.below(from) {
            ways.push(("down", LadderTurn::Down, below));
        }
        for (key, turn, step) in ways {
            let letter = self.locale.say(&format!("key-{key}")).chars().next().unwrap_or('?');
            let label = format!("{}: {}", self.locale.label(turn), name(Some(step)));
            question =
                question.with(letter, label, Reply::Move { child, with, from: Some(from), to: Some(step.number) });
        }
        self.open_question(question);
        Ok(())
    }

    /// The step of a number in words.
    pub fn ladder_step(&self, number: u8) -> String {
        self.step_name(self.store.unit().ladder.step(number))
    }

    /// A step in words: `steg 4: möte i umgängeslokal`.
    pub fn step_name(&self, step: Option<&LadderStep>) -> String {
        step.map(|step| self.locale.ladder_step(step)).unwrap_or_default()
    }

    /// `2 av 4 genomförda i rad sedan 12/9`.
    pub fn tell_standing(&self, standing: &Standing) -> String {
        self.locale.carried(standing.carried, standing.since, self.world.today)
    }

    /// What is proposed and why.
    pub fn proposal(&self, standing: &Standing) -> String {
        let to = standing.to.and_then(|to| self.store.unit().ladder.step(to));
        let mut told = self.locale.proposal(standing.turn, to, standing.reason);
        if standing.phasing_out == crate::domain::codes::Answer::Yes {
            told = format!("{told} {}", self.locale.say("ladder-phasing-out"));
        }
        if standing.review < self.world.today {
            let day = self.locale.date(standing.review, self.world.today);
            told = format!("{told} {}", self.locale.tell("ladder-review-late", &[("day", arg(day))]));
        }
        told
    }
}
