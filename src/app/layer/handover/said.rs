//! The words given: promises, wishes, what was agreed after visits, the last notes.

use super::sheet::{Line, Maker, Weight, line};
use crate::domain::session::Session;
use crate::locale::arg;
use crate::store::{AgreedVisit, Promise, SaidTo};

impl Maker<'_> {
    pub(super) fn promises(&self, to: SaidTo) -> Vec<Line> {
        self.sheet.promises.iter().filter(|promise| promise.to == to).map(|promise| self.promise(promise)).collect()
    }

    fn promise(&self, promise: &Promise) -> Line {
        let session = &promise.session.value;
        let is_noted = self.sheet.notes.iter().any(|note| note.id == promise.session.id);
        let note = || session.note.clone().filter(|_| !is_noted);
        let what = session.next_step.clone().or_else(note).unwrap_or_else(|| self.locale.label(session.kind));
        let names = self.names(&session.people);
        let mut text = if names.is_empty() { what } else { format!("{names}: {what}") };
        let late = promise.follow_up_on.is_some_and(|day| day < self.sheet.today);
        if let Some(day) = promise.follow_up_on {
            let key = if late { "handover-follow-up-late" } else { "handover-follow-up" };
            let day = arg(self.locale.day(day, self.sheet.today));
            text = format!("{text} → {}", self.locale.tell(key, &[("day", day)]));
        }
        self.on(if late { Weight::Alarm } else { Weight::Ahead }, session.on, String::new(), text)
    }

    pub(super) fn wishes(&self) -> Vec<Line> {
        let wish = |one: &crate::domain::visit::Wish| {
            let days = one.days_waiting(self.sheet.today).unwrap_or_default();
            let who = if one.by == one.child { self.name(one.by) } else { self.between(one.by, &[one.child]) };
            if let Some(day) = one.answered_on {
                let mut answered = self.about_day("dossier-answered", day);
                if let Some(answer) = &one.answer {
                    answered = format!("{answered}: {answer}");
                }
                return self.on(Weight::Past, one.told_on, String::new(), format!("{who}: {}, {answered}", one.what));
            }
            let waits = self.locale.tell("handover-unanswered", &[("days", arg(days))]);
            self.on(Weight::Missing, one.told_on, String::new(), format!("{who}: {}, {waits}", one.what))
        };
        self.sheet.wishes.iter().map(|stored| wish(&stored.value)).collect()
    }

    pub(super) fn agreed(&self, one: &AgreedVisit) -> Vec<Line> {
        let after = &one.visit.after;
        let mut texts: Vec<String> = after.agreed.iter().cloned().collect();
        texts.extend(after.next.iter().map(|next| format!("→ {next}")));
        let text = format!("{}: {}", self.between(one.child, &one.visit.terms.with), texts.join(" "));
        vec![self.on(Weight::Past, one.visit.on, String::new(), text)]
    }

    pub(super) fn note(&self, session: &Session) -> Vec<Line> {
        let what = self.session(session);
        let held = session.outcome == crate::domain::codes::Outcome::Held;
        let what = if held { what } else { format!("{} · {what}", self.locale.label(session.outcome)) };
        let weight = if held { Weight::Past } else { Weight::Quiet };
        let mut lines = vec![self.on(weight, session.on, String::new(), what)];
        let note = session.note.as_deref().unwrap_or_default().trim_end();
        lines.extend(note.lines().map(|text| line(Weight::Text, text.to_owned())));
        lines
    }
}
