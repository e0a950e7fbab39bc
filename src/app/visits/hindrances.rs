//! What stands in the way of planned visits, in a sentence; and the choice for a week 53.

use chrono::{Days, NaiveDate};

use super::deeds::Deed;
use super::pick::Pick;
use crate::app::desk::App;
use crate::app::modal::Modal;
use crate::domain::codes::{Code, Week53};
use crate::domain::ids::ArrangementId;
use crate::domain::problem::Problem;
use crate::domain::visit::clash::{ClashKind, Party};
use crate::domain::visit::{Arrangement, NewYear, Occurrence};
use crate::locale::arg;
use crate::store::{Hindrance, Wanted};

/// How far ahead a plan is held against others, in days: three months.
pub const PLAN_AHEAD: u64 = 92;

/// As many as are told by name.
const TOLD: usize = 3;

impl App {
    /// What stands in the way, if anything does.
    pub(in crate::app) fn hindrances_told(
        &self,
        id: Option<ArrangementId>,
        planned: &Arrangement,
        stored: &[Occurrence],
    ) -> Result<Option<String>, Problem> {
        let today = self.world.today;
        let to = planned.series.from.max(today).checked_add_days(Days::new(PLAN_AHEAD)).unwrap_or(today);
        let wanted = Wanted { id, arrangement: planned, stored };
        let found = self.store.hindrances(wanted, &self.store.unit().travel, today, to)?;
        if found.is_empty() {
            return Ok(None);
        }
        let mut told = Vec::new();
        for hindrance in found.iter().take(TOLD) {
            told.push(self.hindrance(hindrance)?);
        }
        let more = found.len().saturating_sub(TOLD);
        if more > 0 {
            told.push(self.locale.tell("and-more", &[("count", arg(more))]));
        }
        Ok(Some(told.join("; ")))
    }

    fn hindrance(&self, hindrance: &Hindrance) -> Result<String, Problem> {
        let day = |day: NaiveDate| arg(self.locale.day(day, self.world.today));
        Ok(match hindrance {
            Hindrance::Away { supporter, on } => {
                self.locale.tell("hindrance-away", &[("who", arg(supporter.as_str())), ("on", day(*on))])
            }
            Hindrance::Clash { party, kind, on, other, whose } => {
                let who = match party {
                    Party::Person(id) => self.person_named(*id)?,
                    Party::Supporter(name) => self.supporter_named(name),
                    Party::Place(name) => name.clone(),
                };
                let family = match whose {
                    Some((family, _)) => self
                        .store
                        .get::<crate::domain::family::Family>(*family)
                        .map(|family| format!(" ({})", family.value.name))?,
                    None => String::new(),
                };
                let key = match kind {
                    ClashKind::Overlap => "hindrance-clash",
                    ClashKind::Travel { .. } => "hindrance-travel",
                };
                let (begins, ends) = other;
                self.locale.tell(
                    key,
                    &[
                        ("who", arg(who)),
                        ("on", day(*on)),
                        ("from", arg(self.locale.time(begins.time()))),
                        ("to", arg(self.locale.time(ends.time()))),
                        ("family", arg(family)),
                    ],
                )
            }
        })
    }

    fn person_named(&self, id: crate::domain::ids::MemberId) -> Result<String, Problem> {
        Ok(self.store.get::<crate::domain::person::Member>(id)?.value.given_name)
    }

    /// A supporter's name as it is written, from its folded form.
    pub fn supporter_named(&self, folded: &str) -> String {
        let known = self.store.supporters().unwrap_or_default();
        let same = |name: &String| crate::domain::text::fold(name) == folded;
        known.into_iter().find(same).unwrap_or_else(|| folded.to_owned())
    }

    /// Asks how even or odd weeks go on after a week 53, with the dates of both readings.
    pub(in crate::app) fn ask_week_53(&mut self, years: &[NewYear]) {
        let Some(year) = years.first() else { return };
        let days = |days: &[NaiveDate]| {
            days.iter().map(|day| self.locale.date(*day, self.world.today)).collect::<Vec<_>>().join(", ")
        };
        let letter = |key: &str| self.locale.say(&format!("key-{key}")).chars().next().unwrap_or('?');
        let mut pick = Pick::new(self.locale.tell("pick-week_53", &[("year", arg(year.year.to_string()))]));
        for (choice, dates) in [(Week53::KeepParity, &year.keep_parity), (Week53::KeepFortnight, &year.keep_fortnight)]
        {
            let label = format!("{}: {}", self.locale.label(choice), days(dates));
            pick = pick.with(letter(choice.code()), label, Deed::Week53(choice));
        }
        self.open_pick(pick);
    }

    /// Puts the choice where one is planning, and saves again.
    pub(super) fn choose_week_53(&mut self, choice: Week53) -> Result<(), Problem> {
        match self.modals.pop() {
            Some(Modal::Form(mut form)) => {
                form.set("week_53", &self.locale.label(choice));
                self.modals.push(Modal::Form(form));
                self.act(crate::app::actions::Do::Save);
            }
            Some(Modal::Quick(mut quick)) => {
                quick.choose_week_53(choice);
                self.modals.push(Modal::Quick(quick));
                self.act(crate::app::actions::Do::SaveLine);
            }
            other => self.modals.extend(other),
        }
        Ok(())
    }
}
