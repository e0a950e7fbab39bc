//! Restrictions of contact in words: what stands against a meeting, and until when.

use chrono::NaiveDate;

use super::speech::{Locale, arg};
use crate::domain::codes::Code;
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::visit::together::Against;
use crate::domain::visit::{Breach, Restriction};

impl Locale {
    /// Why people may not meet so: `stoppat`, `begränsat: bara med personal`.
    pub fn breach(&self, breach: Breach) -> String {
        match breach {
            Breach::Contact(contact) => self.say(&format!("breach-contact-{}", contact.code())),
            Breach::TooMany(number) | Breach::TooLong(number) => {
                self.tell(&format!("breach-{}", breach.code()), &[("number", arg(number))])
            }
            Breach::Stopped | Breach::Unsupervised => self.say(&format!("breach-{}", breach.code())),
        }
    }

    /// The same and until when, where anybody has said: `stoppat till och med 31/12`.
    pub fn breach_until(&self, breach: Breach, restriction: &Restriction, today: NaiveDate) -> String {
        self.until(self.breach(breach), restriction, |day| self.date(day, today))
    }

    /// What is said, and until when it holds.
    fn until(&self, said: String, restriction: &Restriction, day: impl Fn(NaiveDate) -> String) -> String {
        match restriction.until {
            Some(until) => self.tell("breach-until", &[("breach", arg(said)), ("day", arg(day(until)))]),
            None if restriction.further_notice => self.tell("breach-until-notice", &[("breach", arg(said))]),
            None => said,
        }
    }

    /// What a quick line is told of a restriction against it: of what is to come why it is refused, of what has been
    /// that it is kept as a breach.
    pub fn against(&self, against: &Against, child: &PersonName, with: &PersonName, setting: Setting) -> String {
        let said = self.until(self.breach(against.breach), &against.restriction, |day| self.long_day(day));
        let day = self.long_day(against.on);
        let key = if against.is_to_come { "fault-kept_apart" } else { "quick-broken" };
        self.tell(
            key,
            &[
                ("child", arg(child.shown(setting))),
                ("with", arg(with.shown(setting))),
                ("breach", arg(said)),
                ("day", arg(day)),
            ],
        )
    }
}
