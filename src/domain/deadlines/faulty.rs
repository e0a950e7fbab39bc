//! Why a rule cannot be as it stands.

use super::rule::{Rule, Trigger};

impl Rule {
    /// Why it cannot be as it stands.
    pub(super) fn fault(&self) -> Option<&'static str> {
        let blank = |text: &String| text.trim().is_empty();
        match self {
            _ if [&self.name, &self.source, &self.text_sv, &self.text_en].into_iter().any(blank) => Some("empty"),
            _ if self.met_by.is_empty() => Some("met_by"),
            _ if self.then.is_some() && self.within.is_none() => Some("then"),
            _ if self.then.is_some() && self.early.is_some() => Some("early"),
            _ if self.amber.is_some() && self.within.is_none() => Some("amber"),
            _ if self.valid_until.is_some_and(|until| self.valid_from.is_some_and(|from| until < from)) => {
                Some("valid_until")
            }
            _ if self.then.is_some_and(|then| !then.is_ahead()) => Some("then"),
            _ if self.counts_from.is_some_and(|chosen| !self.may_choose() && self.usually() != Some(chosen)) => {
                Some("counts_from")
            }
            _ if self.half.is_some() && self.trigger != Trigger::FamilyStarted => Some("half"),
            _ => None,
        }
    }
}
