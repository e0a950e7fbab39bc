//! The times that a family's checklists are to be gone through: those that the casebook tells of, those that somebody
//! has ticked, and lists that can be begun today.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::app::cx::Cx;
use crate::domain::checklist::{Begins, Checklist, Occasion, OnePer, nearest};
use crate::domain::codes::MemberRole;
use crate::domain::directory::MemberName;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::plan_content::Shown;
use crate::domain::problem::Problem;
use crate::domain::tick::Tick;
use crate::store::{FamilyPlan, Stored};

/// A time of which nothing is ticked is not offered any more after so many days.
const KEPT: u64 = 365;

/// A list at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListTime {
    /// The list.
    pub list: Checklist,
    /// Whom it is about, and the day that it counts from.
    pub time: Occasion,
    /// What is ticked.
    pub ticks: Vec<Stored<Tick>>,
    /// Whether nothing asks for it yet: it can be begun today.
    pub is_offer: bool,
    /// What the person's plan shows, where the list is of what a plan must hold.
    pub shown: BTreeSet<Shown>,
}

impl ListTime {
    /// How many lines are dealt with, and how many there are.
    pub fn counted(&self) -> (usize, usize) {
        self.list.counted(self.ticks.iter().map(|stored| &stored.value), &self.shown)
    }

    /// Whether all lines are dealt with.
    pub fn is_done(&self) -> bool {
        let (done, of) = self.counted();
        done == of
    }

    /// What is ticked of a line, the latest of it.
    pub fn tick(&self, item: &str) -> Option<&Stored<Tick>> {
        self.ticks.iter().filter(|stored| stored.value.item == item).max_by_key(|stored| stored.value.on)
    }

    /// Whether it is a list at a time.
    pub fn is(&self, list: &str, time: Occasion) -> bool {
        self.list.name == list && self.time == time
    }
}

/// All of them: what waits first, then what is done, the newest first; what can be begun comes last.
pub(super) fn times(cx: &Cx, family: FamilyId, members: &[MemberName]) -> Result<Vec<ListTime>, Problem> {
    let today = cx.world.today;
    let known = cx.store.list_times(family)?;
    let mut all: Vec<ListTime> = Vec::new();
    for list in cx.store.unit().checklists.all().iter().filter(|list| !list.is_of_plan()) {
        let times = known.times.iter().filter(|(of, _)| of.name == list.name).map(|(_, time)| *time);
        all.extend(of_list(list, times.collect(), &known.ticks, (members, today)));
    }
    all.sort_by_key(|one| (one.is_offer, one.is_done(), std::cmp::Reverse(one.time.on)));
    Ok(all)
}

/// What the plans of some people of a family must hold, a list for each and kind of plan: of a child in placement both.
pub(in crate::app) fn plan_lists(
    cx: &Cx,
    family: FamilyId,
    plan: &FamilyPlan,
    people: &[PersonId],
) -> Result<Vec<ListTime>, Problem> {
    let today = cx.world.today;
    let known = cx.store.list_times(family)?;
    let came = cx.store.get::<Family>(family)?.value.started_on;
    let mut all: Vec<ListTime> = Vec::new();
    for list in cx.store.unit().checklists.all().iter().filter(|list| list.is_of_plan()) {
        let times: Vec<Occasion> = match list.one_per {
            _ if list.valid_from.is_some_and(|from| today < from) => Vec::new(),
            OnePer::Participant => people.iter().map(|person| Occasion { person: Some(*person), on: came }).collect(),
            _ => {
                let of_list = known.times.iter().filter(|(of, _)| of.name == list.name).map(|(_, time)| *time);
                let is_asked = |who: PersonId| people.contains(&who) && plan.placed.contains(&who);
                of_list.filter(|time| time.person.is_some_and(is_asked)).collect()
            }
        };
        for (place, time) in times.iter().copied().enumerate() {
            // A new care is a new plan.
            if times[place + 1..].iter().any(|later| later.person == time.person) {
                continue;
            }
            let mine =
                |tick: &&Stored<Tick>| tick.value.checklist == list.name && nearest(&tick.value, &times) == Some(time);
            let ticks = known.ticks.iter().filter(mine).cloned().collect();
            let shown = time.person.map(|person| plan.shown_of(person)).unwrap_or_default();
            all.push(ListTime { list: list.clone(), time, ticks, is_offer: false, shown });
        }
    }
    Ok(all)
}

fn of_list(
    list: &Checklist,
    mut times: Vec<Occasion>,
    ticks: &[Stored<Tick>],
    (members, today): (&[MemberName], NaiveDate),
) -> Vec<ListTime> {
    let of_list = || ticks.iter().filter(|stored| stored.value.checklist == list.name);
    let known = times.clone();
    for tick in of_list().map(|stored| &stored.value).filter(|tick| nearest(tick, &known).is_none()) {
        let own = Occasion { person: tick.person, on: tick.occasion_on };
        if !times.contains(&own) {
            times.push(own);
        }
    }
    let mine = |time: Occasion| {
        let of = of_list().filter(|stored| {
            let tick = &stored.value;
            let own = Occasion { person: tick.person, on: tick.occasion_on };
            nearest(tick, &known).unwrap_or(own) == time
        });
        of.cloned().collect()
    };
    let mut all: Vec<ListTime> = times
        .into_iter()
        .map(|time| ListTime { list: list.clone(), time, ticks: mine(time), is_offer: false, shown: BTreeSet::new() })
        .collect();
    let first = today.checked_sub_days(Days::new(KEPT)).unwrap_or(today);
    all.retain(|one| !one.ticks.is_empty() || (first..=today).contains(&one.time.on));
    for person in to_begin(list, members) {
        let waits = all.iter().any(|one| one.time.person == person && !one.is_done());
        if !waits {
            let time = Occasion { person, on: today };
            let is_there = all.iter().any(|one| one.time == time);
            let (list, ticks, shown) = (list.clone(), Vec::new(), BTreeSet::new());
            let offer = || ListTime { list, time, ticks, is_offer: true, shown };
            all.extend((!is_there).then(offer));
        }
    }
    all
}

/// For whom a list can be begun before the casebook tells of its time: a hand-over is gone through before others come,
/// and what is to be in place before a phase is looked at earlier too.
fn to_begin(list: &Checklist, members: &[MemberName]) -> Vec<Option<PersonId>> {
    match (&list.when.begins, list.one_per) {
        (_, OnePer::Family) => vec![None],
        (Begins::Phase(_), _) => {
            let children = members.iter().filter(|member| member.role == MemberRole::Child);
            children.map(|member| Some(member.id)).collect()
        }
        _ => Vec::new(),
    }
}
