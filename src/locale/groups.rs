//! Groups and referrals in words.

use chrono::NaiveDate;

use super::speech::{Language, Locale, arg};
use crate::domain::codes::{ActorKind, Code, Heads};
use crate::domain::discretion::Setting;
use crate::domain::quickline::{Meaning, ReferralLine};
use crate::domain::referral::Referral;

impl Locale {
    /// To whom one refers: a sort of actor in words, whatever else as it is written.
    pub fn actor(&self, to: &str) -> String {
        ActorKind::from_code(to).map_or_else(|| to.to_owned(), |kind| self.label(kind))
    }

    /// How far a referral has come, and since when.
    pub fn referral_since(&self, one: &Referral, today: NaiveDate) -> String {
        let day = self.date(one.since(), today);
        self.tell(&format!("referral-since-{}", one.state.code()), &[("day", arg(day))])
    }

    /// The referral that a line would make: to whom, for whom, of which area, where it stands.
    pub fn referral_preview(&self, line: &ReferralLine, today: NaiveDate, setting: Setting) -> Vec<String> {
        let referral = &line.referral;
        let person = line.person.as_ref().map(|person| person.given_name.shown(setting));
        let mut parts = vec![format!("· {}", self.actor(&referral.to)), line.family.name.clone()];
        parts.extend(person);
        parts.push(self.label(referral.area));
        parts.push(format!("{} {}", self.label(referral.state), self.day(referral.needed_on, today)));
        match referral.consent_by {
            Some(by) => parts.push(self.tell("referral-consent", &[("by", arg(self.label(by)))])),
            None if referral.sent_on.is_some() => parts.push(self.say("referral-no-consent")),
            None => {}
        }
        let mut lines = vec![parts.join("  ")];
        lines.extend(referral.why.as_ref().map(|why| format!("”{why}”")));
        lines
    }

    /// A part of such a line.
    pub fn referral_part(&self, meaning: &Meaning) -> Option<String> {
        match meaning {
            Meaning::Actor(to) => Some(self.actor(to)),
            Meaning::Stands(state) => Some(self.label(*state)),
            Meaning::Consent(by) => Some(self.tell("referral-consent", &[("by", arg(self.label(*by)))])),
            _ => None,
        }
    }

    /// A mean in hundredths, to one digit.
    pub fn mean(&self, hundredths: u32) -> String {
        let tenths = (hundredths + 5) / 10;
        let sign = if self.language() == Language::Swedish { ',' } else { '.' };
        format!("{}{sign}{}", tenths / 10, tenths % 10)
    }

    /// How many heads there are, and of whom.
    pub fn heads(&self, heads: Option<Heads>, count: u32) -> String {
        let key = heads.map_or("heads-any", |heads| match heads {
            Heads::Adults => "heads-of-adults",
            Heads::Children => "heads-of-children",
        });
        self.tell(key, &[("count", arg(count))])
    }
}
