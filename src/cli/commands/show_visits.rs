//! The part of a family's page that tells of visits: what is planned, what comes next, what is restricted, and where
//! the children stand on the visit ladder.

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use super::list::{spoken, stopped_told};
use crate::cli::invocation::Invocation;
use crate::cli::output::{Columns, Output};
use crate::domain::codes::{Code, Ending};
use crate::domain::deadlines::Rules;
use crate::domain::discretion::Setting;
use crate::domain::entry::visit::arrangement_draft;
use crate::domain::entry::{ARRANGEMENT, VISITS};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::visit::restriction::{RESTRICTION, restriction_draft};
use crate::domain::visit::{Arrangement, LadderMove, Progress, Restriction, Unit, Visit, progress};
use crate::exchange::Noun;
use crate::exchange::json;
use crate::exchange::outgoing::Row;
use crate::exchange::protection::Audience;
use crate::exchange::visits::Households;
use crate::locale::arg;
use crate::store::{Diary, DiaryOf, FamilyPage, Store, Stored};

/// Coming visits that are told.
const NEXT: usize = 5;

/// How far ahead they are looked for, in days: a year.
const AHEAD: u64 = 366;

/// What there is to tell.
pub(super) struct Visits {
    case_ref: String,
    /// The arrangements that still give days, places kept back where they must be.
    arrangements: Vec<Stored<Arrangement>>,
    next: Vec<Row>,
    /// Those that hold, or are to.
    restrictions: Vec<Stored<Restriction>>,
    /// The last move of each child towards each person.
    moves: Vec<LadderMove>,
    diary: Diary,
    names: Vec<crate::domain::directory::MemberName>,
}

impl Visits {
    /// Reads it.
    pub(super) fn of(store: &Store, page: &FamilyPage, today: NaiveDate) -> Result<Self, Problem> {
        let last = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        let diary = store.diary(DiaryOf::Family(page.family.id), today, last)?;
        let households = Households::new(store);
        let household = households.of(page.family.id)?;
        let ahead = diary.visits(today, last);
        let ahead = ahead.iter().filter(|visit| visit.is_ahead()).take(NEXT);
        let stopped = diary.stopped(today, last);
        let why = |visit: &Visit<'_>| stopped.get(&(visit.id, visit.given)).map(|(_, breach)| *breach);
        let row = |visit: &Visit<'_>| households.row(&diary, visit, why(visit), Audience::House);
        let next = ahead.map(row).collect::<Result<_, _>>()?;
        let open = |stored: &&Stored<Arrangement>| stored.value.series.days(today, NaiveDate::MAX).next().is_some();
        let arrangements = diary.arrangements.iter().filter(open).cloned().collect();
        let holds = |stored: &&Stored<Restriction>| stored.value.until.is_none_or(|until| until >= today);
        let restrictions = diary.restrictions.iter().filter(holds).cloned().collect();
        let mut moves: Vec<LadderMove> = Vec::new();
        for stored in diary.moves.iter().rev() {
            let one = &stored.value;
            if !moves.iter().any(|known| (known.child, known.with) == (one.child, one.with)) {
                moves.push(one.clone());
            }
        }
        moves.reverse();
        let names = household.names(Audience::House);
        let case_ref = page.family.value.case_ref.clone();
        Ok(Self { case_ref, arrangements, next, restrictions, moves, diary, names })
    }

    /// Puts it into a page's object.
    pub(super) fn put(&self, unit: &Unit, today: NaiveDate, page: &mut Map<String, Value>) {
        let arrangements = self.arrangements.iter().map(|stored| {
            let draft = arrangement_draft(&stored.value, &self.case_ref, &self.names, Setting::Team);
            Value::Object(json::object(stored.id.0, &ARRANGEMENT, &draft))
        });
        let restrictions = self.restrictions.iter().map(|stored| {
            let draft = restriction_draft(&stored.value, &self.case_ref, &self.names);
            let mut object = json::object(stored.id.0, &RESTRICTION, &draft);
            let next = stored.value.next_consideration(Rules::shipped());
            object.insert("consider_by".to_owned(), json!(next.map(|next| next.due)));
            object.insert("is_decision".to_owned(), stored.value.missing().is_empty().into());
            Value::Object(object)
        });
        let open = self.moves.iter().filter(|last| !self.diary.is_stopped(last.child, last.with, today));
        let ladder = open.filter_map(|last| Some((last, self.progress(unit, last, today)?)));
        let ladder = ladder.map(|(last, told)| {
            json!({
                "child": self.name(last.child), "with": self.name(last.with), "step": told.step.number,
                "since": told.since, "in_a_row": told.in_a_row, "of": told.step.in_a_row, "turn": told.turn.code(),
                "to": told.to.map(|to| to.number), "review_by": told.review,
            })
        });
        page.insert("arrangements".to_owned(), arrangements.collect());
        page.insert(
            "next_visits".to_owned(),
            self.next.iter().map(|row| Value::Object(row.object(Noun::Visits.form()))).collect(),
        );
        page.insert("restrictions".to_owned(), restrictions.collect());
        page.insert("ladder".to_owned(), ladder.collect());
    }

    /// Says it; nothing where there is nothing.
    pub(super) fn say(&self, unit: &Unit, call: &Invocation, output: &mut Output) -> Result<(), Problem> {
        let (locale, today) = (&call.locale, call.today);
        if !self.arrangements.is_empty() {
            output.line(&format!("\n{}", locale.say("page-arrangements")))?;
            let mut columns = Columns::new(output, Vec::new());
            for Stored { value, .. } in &self.arrangements {
                let between = self.between(value.child, &value.terms.with);
                columns.row(vec![format!("  {between}"), locale.plan(value, today, Setting::Team)])?;
            }
            columns.finish()?;
        }
        if !self.next.is_empty() {
            output.line(&format!("\n{}", locale.say("page-next-visits")))?;
            let mut columns = Columns::new(output, Vec::new());
            for row in &self.next {
                let said = |key| spoken(&VISITS, key, row.draft.get(key), locale);
                let time = [said("start"), said("end")].into_iter().filter(|time| !time.is_empty());
                let day = row.draft.get("on");
                let weekday = day.parse().map(|day| locale.weekday(day)).unwrap_or_default();
                columns.row(vec![
                    format!("  {weekday} {day}"),
                    time.collect::<Vec<_>>().join("–"),
                    format!("{} – {}", row.person.as_deref().unwrap_or_default(), said("with")),
                    said("contact"),
                    said("place"),
                    stopped_told(row, locale).unwrap_or_else(|| said("supporter")),
                ])?;
            }
            columns.finish()?;
        }
        if !self.restrictions.is_empty() {
            output.line(&format!("\n{}", locale.say("page-restrictions")))?;
            let mut columns = Columns::new(output, Vec::new());
            for Stored { value, .. } in &self.restrictions {
                let missing: Vec<String> = value.missing().into_iter().map(|one| locale.missing(one)).collect();
                let missing = missing.join(", ");
                let until = value.until.map(|until| until.to_string());
                let notice = || value.further_notice.then(|| locale.label(Ending::FurtherNotice));
                let until = until.or_else(notice).unwrap_or_default();
                columns.row(vec![
                    format!("  {}", self.between(value.child, &value.with)),
                    locale.label(value.kind),
                    format!("{} – {until}", value.from).trim_end().to_owned(),
                    value.how.clone().unwrap_or_default(),
                    if missing.is_empty() {
                        missing
                    } else {
                        locale.tell("block-missing", &[("missing", arg(missing))])
                    },
                ])?;
            }
            columns.finish()?;
        }
        // Nobody goes up or down a ladder towards somebody with whom all contact is stopped.
        let open = self.moves.iter().filter(|last| !self.diary.is_stopped(last.child, last.with, today));
        let told = open.filter_map(|last| Some((last, self.progress(unit, last, today)?)));
        let told: Vec<(&LadderMove, Progress<'_>)> = told.collect();
        if told.is_empty() {
            return Ok(());
        }
        output.line(&format!("\n{}", locale.say("page-ladder")))?;
        let mut columns = Columns::new(output, Vec::new());
        for (last, told) in told {
            columns.row(vec![
                format!("  {}", self.between(last.child, &[last.with])),
                locale.ladder_step(told.step),
                locale.carried((told.in_a_row, told.step.in_a_row), told.since, today),
                locale.proposal(told.turn, told.to, told.reason),
            ])?;
        }
        columns.finish()
    }

    fn progress<'a>(&self, unit: &'a Unit, last: &LadderMove, today: NaiveDate) -> Option<Progress<'a>> {
        progress(&unit.ladder, last, &self.diary.visits(last.on, today.max(last.on)))
    }

    fn name(&self, person: PersonId) -> String {
        self.diary.called(person, Setting::Team)
    }

    fn between(&self, child: PersonId, with: &[PersonId]) -> String {
        let with: Vec<String> = with.iter().map(|person| self.name(*person)).collect();
        format!("{} – {}", self.name(child), with.join(", "))
    }
}
