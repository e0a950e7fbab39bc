//! The visit ladder: where a child stands towards somebody, what is proposed and why, and the three ways from there.

use super::child::Standing;
use super::deeds::Deed;
use super::pick::Pick;
use crate::app::desk::App;
use crate::domain::codes::LadderTurn;
use crate::domain::problem::Problem;
use crate::domain::visit::LadderStep;
use crate::locale::{Language, arg};

impl App {
    pub(super) fn ask_ladder(&mut self) -> Result<(), Problem> {
        let Some((_, child, Some(with))) = self.pair() else { return Ok(()) };
        let between = self.visits.between(child, &[with]);
        let standing = self.visits.standing(child, with, self.store.unit());
        let Some(standing) = standing else {
            // Nobody has said where they stand: the form asks for the first step.
            return self.new_move(child, with, None, None);
        };
        let ladder = &self.store.unit().ladder;
        let from = standing.step;
        let mut pick = Pick::new(format!("{between}  {}", self.step_name(ladder.step(from))));
        pick = pick.told(self.tell_standing(&standing));
        pick = pick.told(self.proposal(&standing));
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
            pick = pick.with(letter, label, Deed::Move { child, with, from: Some(from), to: Some(step.number) });
        }
        self.open_pick(pick);
        Ok(())
    }

    /// The step of a number in words.
    pub fn ladder_step(&self, number: u8) -> String {
        self.step_name(self.store.unit().ladder.step(number))
    }

    /// A step in words: `steg 4: möte i umgängeslokal`.
    pub fn step_name(&self, step: Option<&LadderStep>) -> String {
        let Some(step) = step else { return String::new() };
        let name = if self.locale.language() == Language::Swedish { &step.name_sv } else { &step.name_en };
        self.locale.tell("step-name", &[("step", arg(u32::from(step.number))), ("name", arg(name.as_str()))])
    }

    /// `2 av 4 genomförda i rad sedan 12/9`.
    pub fn tell_standing(&self, standing: &Standing) -> String {
        let since = self.locale.date(standing.since, self.world.today);
        let (done, of) = standing.carried;
        let key = if of == 0 { "ladder-done" } else { "ladder-done-of" };
        self.locale.tell(key, &[("done", arg(done)), ("of", arg(of)), ("since", arg(since))])
    }

    /// What is proposed and why.
    pub fn proposal(&self, standing: &Standing) -> String {
        use crate::domain::visit::progress::Reason;
        let (key, count) = match standing.reason {
            Reason::Carried { in_a_row } => ("carried", in_a_row),
            Reason::NotYet { in_a_row, of } => ("not-yet", of.saturating_sub(in_a_row)),
            Reason::NothingToCount => ("nothing-to-count", 0),
            Reason::Top => ("top", 0),
            Reason::Missed { in_a_row } => ("missed", in_a_row),
            Reason::ChildLow { in_a_row } => ("child-low", in_a_row),
        };
        let why = self.locale.tell(&format!("ladder-because-{key}"), &[("count", arg(count))]);
        let to = self.store.unit().ladder.step(standing.to.unwrap_or(standing.step));
        let mut told = self.locale.tell(
            "ladder-proposal",
            &[
                ("turn", arg(self.locale.label(standing.turn).to_lowercase())),
                ("to", arg(if standing.to.is_some() { self.step_name(to) } else { String::new() })),
                ("why", arg(why)),
            ],
        );
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
