//! Words for who looked, and from where.

use super::{Locale, arg};
use crate::domain::codes::{AccessAct, AccessSignal, Code};

impl Locale {
    /// What somebody did, and with what, as the journal has it.
    pub fn looked(&self, act: &str, noun: &str) -> String {
        let did = self.label(AccessAct::from_code(act).unwrap_or(AccessAct::Open));
        let what = self.looked_at(noun);
        if what.is_empty() { did } else { self.tell("looked-did-what", &[("did", arg(did)), ("what", arg(what))]) }
    }

    /// What was looked at; nothing where the act says it all.
    fn looked_at(&self, noun: &str) -> String {
        let keys = [format!("looked-noun-{}", noun.replace('_', "-")), format!("noun-{noun}")];
        keys.iter().find(|key| self.knows(key)).map_or_else(|| noun.to_owned(), |key| self.say(key))
    }

    /// What a review found: why, who, and of which family, given as its name and its case reference.
    pub fn finding(&self, signal: AccessSignal, user: &str, family: Option<(&str, &str)>) -> String {
        let whose = family.map_or_else(
            || self.say("finding-several"),
            |(name, case_ref)| self.tell("finding-family", &[("name", arg(name)), ("case", arg(case_ref))]),
        );
        let args = [("signal", arg(self.label(signal))), ("user", arg(user)), ("whose", arg(whose))];
        self.tell("finding", &args)
    }
}
