//! Giving a visit to a supporter: those who support visits, who of them is free first.

use chrono::NaiveDate;

use super::Key;
use super::deeds::Reply;
use super::question::Question;
use crate::app::desk::App;
use crate::app::notice::Notice;
use crate::domain::discretion::{Setting, initial};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::domain::visit::clash::Party;
use crate::domain::visit::{Arrangement, Occurrence};
use crate::locale::arg;
use crate::store::{Hindrance, Wanted};

/// As many as there are digits.
const MOST: usize = 9;

impl App {
    pub(super) fn ask_supporter(&mut self, key: Key) -> Result<(), Problem> {
        // The visit may be beyond the days in view.
        let one = self.store.visit(key.id, key.given)?;
        if let Some(breach) = self.store.breach_of(&one)?.filter(|_| one.is_ahead()) {
            self.notice = Some(Notice::Trouble(self.locale.breach(breach)));
            return Ok(());
        }
        let (arrangement, visit, on) = (one.arrangement.value, one.occurrence.clone(), one.occurrence.on);
        let mut known = self.store.supporters()?;
        known.retain(|name| !visit.terms.supporters.contains(name));
        let mut candidates = Vec::new();
        for name in known {
            let busy = self.busy(&arrangement, &visit, &name, key, on)?;
            candidates.push((busy, name));
        }
        // Free ones first; otherwise whoever supports most.
        candidates.sort_by_key(|(busy, _)| busy.is_some());
        let title = self.locale.tell("question-supporter", &[("visit", arg(self.visit_name(key)))]);
        let mut question = Question::new(title);
        for (number, (busy, name)) in (1_u8..).zip(candidates.into_iter().take(MOST)) {
            // The room need not hear who it may be.
            let shown = if self.setting() == Setting::Room { initial(&name) } else { name.clone() };
            let label = busy.map_or_else(|| shown.clone(), |busy| format!("{shown} ({busy})"));
            question = question.with(char::from(b'0' + number), label, Reply::Supporter(key, name));
        }
        let other = self.locale.say("key-own-words").chars().next().unwrap_or('?');
        let question = question.with(other, self.locale.say("question-other-supporter"), Reply::OtherSupporter(key));
        self.open_question(question.marked_first());
        Ok(())
    }

    /// Why a supporter cannot take a visit, if something speaks against it.
    fn busy(
        &self,
        arrangement: &Arrangement,
        visit: &Occurrence,
        name: &str,
        key: Key,
        on: NaiveDate,
    ) -> Result<Option<String>, Problem> {
        let mut terms = visit.terms.clone();
        terms.supporters = vec![name.to_owned()];
        let stored = [visit.clone().with_terms(arrangement, terms)];
        let wanted = Wanted { id: Some(key.id), arrangement, stored: &stored };
        let (from, to) = (on.pred_opt().unwrap_or(on), on.succ_opt().unwrap_or(on));
        let hindrances = self.store.hindrances(wanted, &self.store.unit().travel, from, to)?;
        let about = hindrances.into_iter().find_map(|hindrance| match hindrance {
            Hindrance::Clash { party: Party::Supporter(who), on: day, other: (begins, ends), .. }
                if who == identity_of(name) && day == on =>
            {
                let (begins, ends) = (self.locale.time(begins.time()), self.locale.time(ends.time()));
                Some(self.locale.tell("busy-at", &[("from", arg(begins)), ("to", arg(ends))]))
            }
            Hindrance::Away { supporter, on: day } if identity_of(&supporter) == identity_of(name) && day == on => {
                Some(self.locale.say("busy-away"))
            }
            _ => None,
        });
        Ok(about)
    }
}
