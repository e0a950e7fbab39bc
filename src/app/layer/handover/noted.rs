//! Notes on a family, line by line: events with their text, exemptions, relations, moves on the visit ladder,
//! what is prepared and written of visits.

use super::sheet::{Line, Maker, Weight, line};
use crate::app::form::in_words;
use crate::domain::codes::{Code, Presence, ReferralState};
use crate::domain::entry::visit::{account_draft, preparation_draft};
use crate::domain::entry::{ACCOUNT, Draft, Field, Form, PREPARATION, Shape};
use crate::locale::arg;
use crate::store::{AgreedVisit, GroupPart};

impl Maker<'_> {
    /// Events, oldest first.
    pub(super) fn events(&self) -> Vec<Line> {
        let each = self.sheet.events.iter().map(|stored| &stored.value);
        let lines = each.map(|event| {
            let waits = event.kind.is_answered() && event.answered_on.is_none();
            let mut parts = vec![self.locale.label(event.kind)];
            parts.extend(event.person.map(|person| self.name(person)).filter(|name| !name.is_empty()));
            parts.extend(event.note.clone());
            parts.extend(event.answered_on.map(|day| self.about_day("dossier-answered", day)));
            if waits {
                parts.push(self.locale.say("dossier-waits"));
            }
            let weight = if waits { Weight::Missing } else { Weight::Past };
            self.on(weight, event.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// To whom its people are referred, how far that has come, and what nobody gives.
    pub(super) fn referrals(&self) -> Vec<Line> {
        let each = self.sheet.referrals.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let mut parts = vec![self.locale.actor(&one.to)];
            parts.extend(one.person.map(|person| self.name(person)).filter(|name| !name.is_empty()));
            parts.push(self.about_day(&format!("referral-since-{}", one.state.code()), one.since()));
            parts.extend(one.lacks_consent().then(|| self.locale.say("referral-no-consent")));
            parts.extend(one.why.clone());
            let weight = match one.state {
                ReferralState::Gap => Weight::Alarm,
                _ if one.is_open() => Weight::Missing,
                _ => Weight::Past,
            };
            self.on(weight, one.needed_on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// In which groups its people are, how often they came and when last.
    pub(super) fn in_groups(&self) -> Vec<Line> {
        let mut of: Vec<Vec<&GroupPart>> = Vec::new();
        for part in &self.sheet.groups {
            let is = |one: &&GroupPart| (one.person, one.kind, &one.name) == (part.person, part.kind, &part.name);
            match of.iter_mut().find(|parts| parts.first().is_some_and(is)) {
                Some(parts) => parts.push(part),
                None => of.push(vec![part]),
            }
        }
        let lines = of.iter().filter_map(|parts| {
            let last = parts.last()?;
            let came = parts.iter().filter(|part| part.present == Presence::Yes).count();
            let asked = parts.iter().filter(|part| matches!(part.present, Presence::Yes | Presence::No)).count();
            let name = Some(last.name.clone()).filter(|name| !name.is_empty());
            let mut told = vec![name.unwrap_or_else(|| self.locale.label(last.kind)), self.name(last.person)];
            if asked > 0 {
                told.push(self.locale.tell("group-part-counts", &[("came", arg(came)), ("of", arg(asked))]));
            }
            if matches!(last.present, Presence::Left | Presence::Expected) {
                told.push(self.locale.say(&format!("group-part-{}", last.present.code())));
            }
            let weight = if last.present == Presence::Expected { Weight::Ahead } else { Weight::Past };
            Some(self.on(weight, last.on, String::new(), told.join(" · ")))
        });
        lines.collect()
    }

    /// Its people's part in groups, meeting by meeting.
    pub(super) fn groups(&self) -> Vec<Line> {
        let lines = self.sheet.groups.iter().map(|part| {
            let name = Some(part.name.clone()).filter(|name| !name.is_empty());
            let mut parts = vec![name.unwrap_or_else(|| self.locale.label(part.kind))];
            parts.push(self.name(part.person));
            parts.push(self.locale.say(&format!("group-part-{}", part.present.code())));
            parts.extend(part.reason.clone());
            let weight = if part.present == Presence::Expected { Weight::Ahead } else { Weight::Past };
            self.on(weight, part.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// What the family is exempted from, by whom and why.
    pub(super) fn exemptions(&self) -> Vec<Line> {
        let each = self.sheet.exemptions.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let person = one.person.map(|person| self.name(person)).unwrap_or_default();
            let rule = self.words.rules.iter().find(|rule| rule.name == one.rule);
            let what = rule.map_or_else(|| one.rule.clone(), |rule| self.locale.rule(rule, &person, ""));
            let text = format!("{what} · {} · {}", one.why, one.by);
            self.on(Weight::Quiet, one.exempted_on, String::new(), text)
        });
        lines.collect()
    }

    /// What its people are to each other.
    pub(super) fn relations(&self) -> Vec<Line> {
        let each = self.sheet.kin.iter().map(|stored| &stored.value);
        let told = each.map(|kin| {
            let other = self.locale.kin(kin, &self.name(kin.other), self.sheet.today);
            line(Weight::Quiet, format!("{} {other}", self.name(kin.person)))
        });
        told.collect()
    }

    /// Moves on the visit ladder.
    pub(super) fn moves(&self) -> Vec<Line> {
        let each = self.sheet.moves.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let steps = match one.from {
                Some(from) => format!("{from} → {}", one.to),
                None => one.to.to_string(),
            };
            let step = self.locale.tell("dossier-step", &[("steps", crate::locale::arg(steps))]);
            let mut parts =
                vec![self.between(one.child, &[one.with]), step, one.reason.clone(), one.decided_by.clone()];
            parts.extend(one.child_word.map(|word| self.locale.label(word)));
            parts.extend(one.words.clone());
            self.on(Weight::Past, one.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// What is prepared and written of visits.
    pub(super) fn written(&self) -> Vec<Line> {
        self.sheet.written.iter().flat_map(|one| self.written_of(one)).collect()
    }

    fn written_of(&self, one: &AgreedVisit) -> Vec<Line> {
        let visit = &one.visit;
        let what = format!("{} · {}", self.between(one.child, &visit.terms.with), self.locale.label(visit.outcome));
        let mut lines = vec![self.on(Weight::Past, visit.on, String::new(), what)];
        lines.extend(self.fields(&PREPARATION, &preparation_draft(&visit.before)));
        lines.extend(self.fields(&ACCOUNT, &account_draft(&visit.during, &visit.after, &[])));
        if !visit.during.came.is_empty() {
            let came = format!("{}: {}", self.locale.field("came"), self.names(&visit.during.came));
            lines.push(line(Weight::Text, came));
        }
        lines
    }

    /// The filled fields of a form, those with many lines as they were written.
    pub(super) fn fields(&self, form: &Form, draft: &Draft) -> Vec<Line> {
        form.fields.iter().flat_map(|field| self.field(form.kind, field, draft)).collect()
    }

    /// A field, if it is filled.
    pub(super) fn field(&self, kind: &str, field: &Field, draft: &Draft) -> Vec<Line> {
        let text = match field.shape {
            Shape::Note => draft.get(field.key).to_owned(),
            shape => in_words(shape, draft.get(field.key), self.locale),
        };
        let mut texts = text.lines().map(str::to_owned).collect::<Vec<_>>();
        if let Some(first) = texts.first_mut() {
            *first = format!("{}: {first}", self.locale.column(kind, field.key));
        }
        texts.into_iter().map(|text| line(Weight::Text, text)).collect()
    }
}
