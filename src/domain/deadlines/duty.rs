//! A duty: one thing to be done by a day, and how it stands. The schedule of a rule over what it counts from.

use chrono::NaiveDate;

use super::Exemption;
use super::case::Chain;
use super::limit::Limit;
use super::rule::Rule;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::visit::calendar::OwnDays;

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Its last day has passed.
    Late,
    /// Its last day is near, or today.
    Due,
    /// There is time.
    Open,
    /// The casebook does not hold what it takes to say.
    Unknown,
    /// It was met in time.
    Met,
    /// It was met after its last day.
    MetLate,
    /// It need not be met.
    Exempted,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 7] =
        [Self::Late, Self::Due, Self::Open, Self::Unknown, Self::Met, Self::MetLate, Self::Exempted];

    /// The term in files and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Due => "due",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Met => "met",
            Self::MetLate => "met_late",
            Self::Exempted => "exempted",
        }
    }

    /// Whether somebody still has to deal with it.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Late | Self::Due | Self::Open | Self::Unknown)
    }
}

/// Why a duty cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// Nobody has said on which legal basis the child is placed.
    NoLegalBasis,
    /// Nobody has said whether the placement means a change of school.
    NoSchoolChange,
    /// No parent is entered.
    NoParent,
    /// It fell due before the family came, and nobody has written down when it was last done.
    BeforeTheFamily,
}

impl Unknown {
    /// Its key in the locale files, after `unknown-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoLegalBasis => "no-legal-basis",
            Self::NoSchoolChange => "no-school-change",
            Self::NoParent => "no-parent",
            Self::BeforeTheFamily => "before-the-family",
        }
    }
}

/// Which duty it is: the same one as long as rule, person, record and first day are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct About {
    /// Whom it is about.
    pub person: Option<MemberId>,
    /// The record that it comes from, by its number among its kind; 0 where it comes from the family.
    pub record: i64,
    /// The day that it counts from.
    pub counted_from: NaiveDate,
}

/// A duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    /// Its rule's place among the rules.
    pub rule: usize,
    /// Whose.
    pub family: FamilyId,
    /// Which.
    pub about: About,
    /// Its last day; none where the rule sets none, or it is not known.
    pub due_on: Option<NaiveDate>,
    /// How it stands.
    pub state: State,
    /// The day on which it was met.
    pub met_on: Option<NaiveDate>,
    /// Why it is not known.
    pub unknown: Option<Unknown>,
    /// How often somebody tried in vain, or how many talks there were.
    pub count: u32,
}

impl Duty {
    /// Days past its last day; of one met late, the day it was met.
    pub fn days_late(&self, today: NaiveDate) -> i64 {
        let end = match self.state {
            State::Late => today,
            State::MetLate => self.met_on.unwrap_or(today),
            _ => return 0,
        };
        self.due_on.map_or(0, |due| (end - due).num_days().max(0))
    }
}

/// What a schedule needs besides its rule and what it counts from.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub family: FamilyId,
    pub rule: usize,
    pub today: NaiveDate,
    pub own: &'a OwnDays,
    pub exemptions: &'a [Exemption],
}

/// The duties of a rule over a chain: one for each time that it was or is to be met, oldest first. `done` are the days
/// on which it was met, in order.
pub(super) fn schedule(rule: &Rule, chain: &Chain, done: &[NaiveDate], frame: Frame<'_>, into: &mut Vec<Duty>) {
    let mut from = chain.from;
    let mut limit = rule.within;
    let mut amber = rule.amber;
    let early = rule.early.map_or(from, |early| early.before(from, frame.own));
    let mut rest = &done[done.partition_point(|day| *day < early)..];
    loop {
        let about = About { person: chain.person, record: chain.record, counted_from: from };
        let due_on = limit.map(|limit| limit.from(from, frame.own));
        let ended = |day: NaiveDate| chain.until.is_some_and(|until| until < day);
        let exempted = frame.exemptions.iter().find(|one| is_of(one, rule, about));
        let met_on = rest.first().copied();
        let owed = match due_on {
            Some(due) => !ended(due),
            None => chain.until.is_none_or(|until| met_on.is_some_and(|met| met <= until) || frame.today <= until),
        };
        if !owed && met_on.is_none_or(ended) && exempted.is_none() {
            return;
        }
        let state = match (exempted, met_on, due_on) {
            (Some(_), ..) => State::Exempted,
            (_, Some(met), Some(due)) if met > due => State::MetLate,
            (_, Some(_), _) => State::Met,
            (_, None, None) => State::Open,
            (_, None, Some(due)) if frame.today > due => State::Late,
            (_, None, Some(due)) => {
                let near = amber.map_or(due, |amber| amber.from(from, frame.own));
                if frame.today >= near || frame.today == due { State::Due } else { State::Open }
            }
        };
        let met_on = met_on.filter(|_| state != State::Exempted);
        into.push(Duty {
            rule: frame.rule,
            family: frame.family,
            about,
            due_on,
            state,
            met_on,
            unknown: None,
            count: chain.count,
        });
        let Some(then) = rule.then else { return };
        from = match (exempted, met_on, due_on) {
            (Some(one), _, due) => due.map_or(one.exempted_on, |due| due.max(one.exempted_on)),
            (None, Some(met), _) => met,
            _ => return,
        };
        if ended(from) {
            return;
        }
        (limit, amber) = (Some(then), amber.map(|amber| scaled(amber, rule.within, then)));
        rest = &rest[rest.partition_point(|day| *day <= from)..];
    }
}

fn is_of(one: &Exemption, rule: &Rule, about: About) -> bool {
    one.rule == rule.name
        && (one.person, one.record, one.counted_from) == (about.person, about.record, about.counted_from)
}

/// The amber of a next time that has another length than the first: as long before its last day.
fn scaled(amber: Limit, first: Option<Limit>, then: Limit) -> Limit {
    match (amber, first, then) {
        (Limit::Months(amber), Some(Limit::Months(first)), Limit::Months(then)) => {
            Limit::Months(then - (first - amber))
        }
        (Limit::Days(amber), Some(Limit::Days(first)), Limit::Days(then)) => Limit::Days(then - (first - amber)),
        (Limit::Weeks(amber), Some(Limit::Weeks(first)), Limit::Weeks(then)) => Limit::Weeks(then - (first - amber)),
        (amber, ..) => amber,
    }
}
