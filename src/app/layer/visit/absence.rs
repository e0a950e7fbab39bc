//! Supporters who are away: what that hits, each visit to be given to another; and the absences there are.

use chrono::{Days, NaiveDate};

use super::ask_supporter;
use crate::app::cx::{Cx, VisitKey};
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::ids::AbsenceId;
use crate::domain::problem::Problem;
use crate::domain::visit::Absence;
use crate::domain::visit::clash::hit_by;
use crate::locale::arg;
use crate::store::{DiaryOf, Stored};

/// As many as there are digits.
const MOST: usize = 9;

/// How far ahead absences are listed, in days: a year.
const AHEAD: u64 = 366;

/// A new absence, of a supporter if one is known, or one of those there are.
pub(in crate::app) fn ask_absence(cx: &mut Cx, supporter: Option<String>) -> Result<Then, Problem> {
    let known = coming_absences(cx)?;
    if known.is_empty() {
        return noun::absence::new(cx, supporter).open(cx);
    }
    let new = move |cx: &mut Cx| noun::absence::new(cx, supporter.clone()).open(cx);
    let mut question =
        Question::new(cx.locale.say("absences")).with(cx.letter("new"), cx.locale.say("question-new"), new);
    for (number, stored) in (1_u8..).zip(known.iter().take(MOST)) {
        let (of, id) = (&stored.value, stored.id);
        let day = |day: NaiveDate| cx.locale.date(day, cx.world.today);
        let last = of.until.checked_sub_signed(chrono::Duration::minutes(1)).unwrap_or(of.until).date();
        let label = format!("{} {}–{}", of.supporter, day(of.from.date()), day(last));
        question = question.with(char::from(b'0' + number), label, move |cx| noun::absence::over(cx, id)?.open(cx));
    }
    Ok(question.marked_first().into())
}

fn coming_absences(cx: &Cx) -> Result<Vec<Stored<Absence>>, Problem> {
    let to = cx.world.today.checked_add_days(Days::new(AHEAD)).unwrap_or(cx.world.today);
    cx.store.absences(cx.world.today, to)
}

/// After an absence is entered, or the one of an identity changed: the visits it hits, each to be given to another.
pub(in crate::app) fn tell_hits(cx: &Cx, id: Option<AbsenceId>) -> Result<Then, Problem> {
    let known = coming_absences(cx)?;
    let absence = match id {
        None => known.into_iter().max_by_key(|stored| stored.id),
        Some(id) => known.into_iter().find(|stored| stored.id == id),
    };
    let Some(absence) = absence.map(|stored| stored.value) else { return Ok(Then::Stay) };
    let (from, to) = (absence.from.date().max(cx.world.today), absence.until.date());
    let diary = cx.store.diary(DiaryOf::Everybody, from, to.max(from))?;
    let visits = diary.visits(from, to.max(from));
    let stopped = diary.stopped(from, to.max(from));
    let mut hits = hit_by(&absence, &visits);
    // What a restriction stops needs nobody else.
    hits.retain(|place| !stopped.contains_key(&(visits[*place].id, visits[*place].given)));
    if hits.is_empty() {
        return Ok(Then::Stay);
    }
    let count = hits.len();
    let title = cx.locale.tell("absence-hits", &[("who", arg(absence.supporter.as_str())), ("count", arg(count))]);
    let mut question = Question::new(title);
    for (number, place) in (1_u8..).zip(hits.into_iter().take(MOST)) {
        let visit = &visits[place];
        let with: Vec<String> = visit.terms().with.iter().map(|id| diary.called(*id, cx.setting())).collect();
        let label = format!(
            "{} {} {} – {}",
            cx.locale.day(visit.on(), cx.world.today),
            cx.locale.visit_time(visit.terms(), visit.on()),
            diary.called(visit.arrangement.child, cx.setting()),
            with.join(", ")
        );
        let key = VisitKey::from(visit);
        question = question.with(char::from(b'0' + number), label, move |cx| ask_supporter(cx, key));
    }
    Ok(question.marked_first().into())
}
