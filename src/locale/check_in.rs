//! Check-ins in words: a colour with its sign, what was said, the record of a meeting.

use chrono::NaiveDate;

use super::speech::{Locale, arg};
use crate::domain::check_in::{CheckIn, Record};
use crate::domain::codes::Colour;

/// The sign of a colour; a word stands beside it.
pub fn sign(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "●",
        Colour::Yellow => "▲",
        Colour::Red => "■",
    }
}

impl Locale {
    /// A colour: its sign and its word.
    pub fn colour(&self, colour: Colour) -> String {
        format!("{} {}", sign(colour), self.label(colour))
    }

    /// The next step with who does it and by when.
    pub fn next_step(&self, said: &CheckIn, today: NaiveDate) -> Option<String> {
        let step = said.next_step.clone()?;
        let due = said.due_on.map(|day| self.day(day, today));
        let rest: Vec<String> = said.who.clone().into_iter().chain(due).collect();
        Some(if rest.is_empty() { step } else { format!("{step}  ({})", rest.join(", ")) })
    }

    /// The record of a meeting, a line each: who was there, what was said and decided, the tasks that were made, the
    /// families that were not reached.
    pub fn record(&self, record: &Record, today: NaiveDate) -> Vec<String> {
        let mut lines = vec![self.tell("record-title", &[("day", arg(self.long_day(record.on)))])];
        lines.push(format!("  {}", self.tell("record-present", &[("names", arg(record.present.join(", ")))])));
        if record.ended_on.is_none() {
            lines.push(format!("  {}", self.say("record-goes-on")));
        }
        let heading = |lines: &mut Vec<String>, key: &str, count: usize| {
            lines.push(String::new());
            lines.push(self.tell(key, &[("count", arg(count))]));
        };
        let decided: Vec<_> =
            record.said.iter().filter(|(_, said)| !said.as_before && said.decision.is_some()).collect();
        heading(&mut lines, "record-decisions", decided.len());
        for (family, said) in decided {
            lines.push(format!(
                "  {} {}  {}",
                family.name,
                family.case_ref,
                said.decision.as_deref().unwrap_or_default()
            ));
        }
        heading(&mut lines, "record-tasks", record.tasks.len());
        for (family, task) in &record.tasks {
            let whose =
                family.as_ref().map(|family| format!("{} {}", family.name, family.case_ref)).unwrap_or_default();
            let due = task.due_on.map(|day| self.day(day, today)).unwrap_or_default();
            let done = if task.done_on.is_some() { "✓" } else { "·" };
            lines.push(format!("  {done} {}  {}  {whose}  {due}", task.what, task.who).trim_end().to_owned());
        }
        heading(&mut lines, "record-not-reached", record.not_reached.len());
        lines.extend(record.not_reached.iter().map(|family| format!("  {} {}", family.name, family.case_ref)));
        heading(&mut lines, "record-said", record.said.len());
        for (family, said) in &record.said {
            let again = if said.as_before { format!("  ({})", self.say("as-before")) } else { String::new() };
            lines.push(format!("  {}  {} {}{again}", self.colour(said.colour), family.name, family.case_ref));
            lines.extend(said.sentence.iter().map(|sentence| format!("      {sentence}")));
            lines.extend(self.next_step(said, today).map(|step| format!("      → {step}")));
        }
        if record.kept_back > 0 {
            lines.push(String::new());
            lines.push(self.tell("record-kept-back", &[("count", arg(record.kept_back))]));
        }
        lines
    }
}
