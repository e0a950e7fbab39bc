//! What was measured, what children said, and the support to parents, line by line.

use super::sheet::{Line, Maker, Weight};
use crate::domain::codes::Rater;
use crate::domain::measurement::Enough;
use crate::locale::arg;

impl Maker<'_> {
    /// Measurements, each with how much was answered and what somebody must see to.
    pub(super) fn measured(&self) -> Vec<Line> {
        let each = self.sheet.measured.iter().map(|stored| &stored.value);
        let lines = each.map(|one| {
            let instrument = self.words.instruments.named(&one.instrument);
            let name = instrument.map_or_else(|| one.instrument.clone(), |of| self.locale.of_instrument(of));
            let answered = self.locale.tell("measured-answered", &[("count", arg(one.answers.len()))]);
            let mut parts = vec![self.name(one.person), name, answered];
            parts.extend((one.rater == Rater::Worker).then(|| self.locale.label(one.rater)));
            let alerts = instrument.map(|of| one.alerts(of)).unwrap_or_default();
            parts.extend(alerts.iter().map(|(_, alert)| self.locale.of_alert(alert)));
            let weight = if !alerts.is_empty() && one.talked_on.is_none() { Weight::Alarm } else { Weight::Past };
            self.on(weight, one.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// What children said, newest first.
    pub(super) fn words(&self) -> Vec<Line> {
        let lines = self.sheet.words.iter().map(|one| {
            let mut parts = vec![self.name(one.child), self.locale.label(one.at)];
            parts.extend(one.by.clone());
            parts.push(format!("”{}”", one.words));
            self.on(Weight::Past, one.on, String::new(), parts.join(" · "))
        });
        lines.collect()
    }

    /// The support to each parent, as the team sees it and as the parent says, with how old that is.
    pub(super) fn supports(&self) -> Vec<Line> {
        let lines = self.sheet.supports.iter().map(|one| {
            let told = |(enough, on): (Enough, Option<chrono::NaiveDate>)| {
                let enough = self.locale.say(&format!("enough-{}", enough.name()));
                match on {
                    Some(on) => {
                        let days = (self.sheet.today - on).num_days();
                        self.locale.tell("enough-days", &[("enough", arg(enough)), ("days", arg(days))])
                    }
                    None => enough,
                }
            };
            let text = self.locale.tell(
                "support-line",
                &[("parent", arg(self.name(one.parent))), ("team", arg(told(one.team))), ("own", arg(told(one.own)))],
            );
            let weight = match one.team.0 {
                Enough::No | Enough::Partly | Enough::Unclear => Weight::Alarm,
                Enough::NotAssessed => Weight::Missing,
                Enough::Yes | Enough::NotNeeded => Weight::Past,
            };
            Line { weight, day: String::new(), time: String::new(), text }
        });
        lines.collect()
    }
}
