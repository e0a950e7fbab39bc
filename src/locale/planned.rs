//! Plans between a child and somebody, and where they stand on the visit ladder, in words.

use chrono::{Days, NaiveDate};

use super::speech::{Language, Locale, arg};
use crate::domain::codes::{LadderTurn, VisitContact};
use crate::domain::discretion::Setting;
use crate::domain::visit::progress::Reason;
use crate::domain::visit::{Arrangement, Ends, LadderStep, Pattern, Terms};

/// From so many nights on a weekday does not say on which day something ends.
const WEEK: u32 = 7;

impl Locale {
    /// When a visit is: `10–14`, or `18 – sö 10` where it ends on a later day than the one on which it begins.
    pub fn visit_time(&self, terms: &Terms, on: NaiveDate) -> String {
        let Some(start) = terms.start else { return String::new() };
        let end = terms.end.map(|end| self.time(end));
        let start = self.time(start);
        if terms.nights == 0 {
            return end.map_or(start.clone(), |end| format!("{start}–{end}"));
        }
        let last = on.checked_add_days(Days::new(u64::from(terms.nights))).unwrap_or(on);
        let day = if terms.nights < WEEK { self.weekday(last) } else { self.date(last, on) };
        format!("{start} – {day} {}", end.unwrap_or_default()).trim_end().to_owned()
    }

    /// An arrangement in words: `jämna lö 10–14, Lekoteket, Karin, till 30/5`.
    pub fn plan(&self, of: &Arrangement, today: NaiveDate, setting: Setting) -> String {
        let when = match of.series.pattern {
            Pattern::Once => self.day(of.series.from, today),
            pattern => self.pattern(pattern, of.series.weekdays),
        };
        let first = of.series.first().unwrap_or(of.series.from);
        let mut parts = vec![format!("{when} {}", self.visit_time(&of.terms, first)).trim_end().to_owned()];
        if of.terms.contact != VisitContact::InPerson {
            parts.push(self.label(of.terms.contact).to_lowercase());
        }
        parts.extend(of.terms.place.as_ref().and_then(|place| place.shown(setting, Some(of.days()))));
        parts.extend(of.terms.supporters_shown(setting));
        let day = |key: &str, day: NaiveDate| self.tell(key, &[("day", arg(self.date(day, today)))]);
        if let (Ends::Until(_) | Ends::Times(_), Some(last)) = (of.series.ends, of.series.last()) {
            parts.push(day("until-day", last));
        }
        parts.extend(of.support_until.map(|until| day("block-support-until", until)));
        parts.join(", ")
    }

    /// A step on the ladder: `steg 4: möte i umgängeslokal`.
    pub fn ladder_step(&self, step: &LadderStep) -> String {
        let name = if self.language() == Language::Swedish { &step.name_sv } else { &step.name_en };
        self.tell("step-name", &[("step", arg(u32::from(step.number))), ("name", arg(name.as_str()))])
    }

    /// How many visits were carried out in a row of those the step asks for: `2 av 4 genomförda i rad sedan 12/9`.
    pub fn carried(&self, (done, of): (u32, u32), since: NaiveDate, today: NaiveDate) -> String {
        let key = if of == 0 { "ladder-done" } else { "ladder-done-of" };
        self.tell(key, &[("done", arg(done)), ("of", arg(of)), ("since", arg(self.date(since, today)))])
    }

    /// Which way is proposed, to which other step, and why.
    pub fn proposal(&self, turn: LadderTurn, to: Option<&LadderStep>, reason: Reason) -> String {
        let (key, count) = match reason {
            Reason::Carried { in_a_row } => ("carried", in_a_row),
            Reason::NotYet { in_a_row, of } => ("not-yet", of.saturating_sub(in_a_row)),
            Reason::NothingToCount => ("nothing-to-count", 0),
            Reason::Top => ("top", 0),
            Reason::Missed { in_a_row } => ("missed", in_a_row),
            Reason::ChildLow { in_a_row } => ("child-low", in_a_row),
        };
        let why = self.tell(&format!("ladder-because-{key}"), &[("count", arg(count))]);
        let turn = self.label(turn).to_lowercase();
        let to = to.map(|to| self.ladder_step(to)).unwrap_or_default();
        let told = self.tell("ladder-proposal", &[("turn", arg(turn)), ("to", arg(to)), ("why", arg(why))]);
        told.replace("  ", " ")
    }
}
