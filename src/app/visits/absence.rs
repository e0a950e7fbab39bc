//! Supporters who are away: what that hits, each visit to be given to another; and the absences there are.

use chrono::{Days, NaiveDate};

use super::Key;
use super::deeds::Reply;
use super::question::Question;
use crate::app::desk::App;
use crate::app::purpose::Purpose;
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::clash::hit_by;
use crate::locale::arg;
use crate::store::{DiaryOf, Stored};

/// As many as there are digits.
const MOST: usize = 9;

/// How far ahead absences are listed, in days: a year.
const AHEAD: u64 = 366;

impl App {
    /// A new absence, or one of those there are.
    pub(super) fn ask_absence(&mut self) -> Result<(), Problem> {
        let known = self.coming_absences()?;
        if known.is_empty() {
            return self.new_absence();
        }
        let mut question = Question::new(self.locale.say("absences"));
        let new = self.locale.say("key-new").chars().next().unwrap_or('?');
        question = question.with(new, self.locale.say("question-new"), Reply::Absence(None));
        for (number, stored) in (1_u8..).zip(known.iter().take(MOST)) {
            let of = &stored.value;
            let day = |day: NaiveDate| self.locale.date(day, self.world.today);
            let last = of.until.checked_sub_signed(chrono::Duration::minutes(1)).unwrap_or(of.until).date();
            let label = format!("{} {}–{}", of.supporter, day(of.from.date()), day(last));
            question = question.with(char::from(b'0' + number), label, Reply::Absence(Some(stored.id)));
        }
        self.open_question(question.marked_first());
        Ok(())
    }

    fn coming_absences(&self) -> Result<Vec<Stored<Absence>>, Problem> {
        let to = self.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(self.world.today);
        self.store.absences(self.world.today, to)
    }

    /// After an absence is entered: the visits it hits, each to be given to another.
    pub(in crate::app) fn tell_hits(&mut self, purpose: &Purpose) -> Result<(), Problem> {
        let known = self.coming_absences()?;
        let absence = match purpose {
            Purpose::NewAbsence => known.into_iter().max_by_key(|stored| stored.id),
            Purpose::Absence(id, _) => known.into_iter().find(|stored| stored.id == *id),
            _ => None,
        };
        let Some(absence) = absence.map(|stored| stored.value) else { return Ok(()) };
        let (from, to) = (absence.from.date().max(self.world.today), absence.until.date());
        let diary = self.store.diary(DiaryOf::Everybody, from, to.max(from))?;
        let visits = diary.visits(from, to.max(from));
        let stopped = diary.stopped(from, to.max(from));
        let mut hits = hit_by(&absence, &visits);
        // What a restriction stops needs nobody else.
        hits.retain(|place| !stopped.contains_key(&(visits[*place].id, visits[*place].given)));
        if hits.is_empty() {
            return Ok(());
        }
        let count = hits.len();
        let title =
            self.locale.tell("absence-hits", &[("who", arg(absence.supporter.as_str())), ("count", arg(count))]);
        let mut question = Question::new(title);
        for (number, place) in (1_u8..).zip(hits.into_iter().take(MOST)) {
            let visit = &visits[place];
            let with: Vec<String> = visit.terms().with.iter().map(|id| diary.called(*id, self.setting())).collect();
            let label = format!(
                "{} {} {} – {}",
                self.locale.day(visit.on(), self.world.today),
                self.locale.visit_time(visit.terms(), visit.on()),
                diary.called(visit.arrangement.child, self.setting()),
                with.join(", ")
            );
            question = question.with(char::from(b'0' + number), label, Reply::AskSupporter(Key::from(visit)));
        }
        self.open_question(question.marked_first());
        Ok(())
    }
}
