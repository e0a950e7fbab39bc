//! A duty: one thing to be done by a day, and how it stands. The schedule of a rule over what it counts from.

use chrono::NaiveDate;

use super::Exemption;
use super::case::Chain;
use super::limit::Limit;
use super::rule::{Own, Rule};
use super::rules::Rules;
use crate::domain::ids::{FamilyId, PersonId};
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
    /// Nobody has said when the child was born.
    NoBirthDate,
    /// Nobody has said whether the care went on after a home that the child left.
    CareGap,
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
            Self::NoBirthDate => "no-birth-date",
            Self::CareGap => "care-gap",
            Self::BeforeTheFamily => "before-the-family",
        }
    }
}

/// Which duty it is: the same one as long as rule, person, record and first day are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct About {
    /// Whom it is about.
    pub person: Option<PersonId>,
    /// The record that it comes from, by its number among its kind; 0 where it comes from the family.
    pub record: i64,
    /// The day that it counts from.
    pub counted_from: NaiveDate,
}

/// What a duty counts from, of what its rule names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Since {
    /// What began it.
    Beginning,
    /// The last time that it was done or dealt with.
    LastTime,
    /// The end of a pause in which it rested.
    Pause,
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
    /// What the day is that it counts from.
    pub since: Since,
    /// Its last day; none where the rule sets none, or it is not known. Where it is only known if the care went on,
    /// that day.
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
    pub rules: &'a Rules,
    pub exemptions: &'a [Exemption],
    pub pauses: &'a [(NaiveDate, Option<NaiveDate>)],
}

/// The duties of a rule over a chain: one for each time that it was or is to be met, oldest first. `done` are the days
/// on which it was met, in order, each once.
///
/// What is done on the very day that it counts from, of what comes again, makes no duty of its own, which would have
/// the same name as the next: it is the day that the next time counts from.
pub(super) fn schedule(rule: &Rule, chain: &Chain<'_>, done: &[NaiveDate], frame: Frame<'_>, into: &mut Vec<Duty>) {
    let (mut rule, mut place, mut from) = (rule, frame.rule, chain.from);
    let mut turn = if chain.again { Turn::Next } else { Turn::First };
    let mut since = if chain.again { Since::LastTime } else { Since::Beginning };
    let mut rest = done;
    if rule.then.is_some() {
        rest = &done[done.partition_point(|day| *day < from)..];
        if rest.first() == Some(&from) {
            rest = &rest[1..];
            turn = if chain.again { Turn::Next } else { Turn::Both };
        }
    }
    loop {
        if !rule.holds(from) {
            let Some((other, next)) = frame.rules.of_the_day(rule, from) else { return };
            (place, rule) = (other, next);
        }
        let about = About { person: chain.person, record: chain.record, counted_from: from };
        let due_on = turn.due(rule, chain, from, frame.own);
        if let Some(until) = rested(rule, from, due_on, rest.first().copied(), frame) {
            // What rests counts from the day after the pause; what was late before it stays so.
            let Some(back) = until.and_then(|until| until.succ_opt()).filter(|back| from < *back) else { return };
            (from, turn, since) = (back, Turn::Next, Since::Pause);
            rest = &rest[rest.partition_point(|day| *day < from)..];
            continue;
        }
        let ended = |day: NaiveDate| chain.until.is_some_and(|until| until < day);
        let exempted = exempted(rule, about, frame);
        let met_on = rest.first().copied();
        let owed = match due_on {
            Some(due) => !ended(due),
            None => !ended(frame.today),
        };
        if !owed && met_on.is_none_or(ended) && exempted.is_none() {
            return;
        }
        let state = match (exempted, met_on, due_on) {
            (Some(_), ..) => State::Exempted,
            (_, Some(met), Some(due)) if met > due => State::MetLate,
            (_, Some(_), _) => State::Met,
            (_, None, None) => State::Open,
            (_, None, Some(due)) if is_doubtful(chain, from, due) => State::Unknown,
            (_, None, Some(due)) if frame.today > due => State::Late,
            (_, None, Some(due)) if frame.today >= near(rule, from, due, frame.own).min(due) => State::Due,
            _ => State::Open,
        };
        let met_on = met_on.filter(|_| state != State::Exempted);
        let unknown = (state == State::Unknown).then_some(Unknown::CareGap);
        let (family, count) = (frame.family, chain.count);
        into.push(Duty { rule: place, family, about, since, due_on, state, met_on, unknown, count });
        if rule.then.is_none() {
            return;
        }
        // Each time counts from a later day than the one before, or they would be one.
        let next = match exempted {
            Some(one) => due_on.max(Some(one.exempted_on)).max(from.succ_opt()),
            None => met_on,
        };
        let Some(next) = next.filter(|next| from < *next && !ended(*next)) else { return };
        (from, turn, since) = (next, Turn::Next, Since::LastTime);
        rest = &rest[rest.partition_point(|day| *day <= from)..];
    }
}

/// Whether a last day hangs on whether the care went on through a gap, which nobody has said.
fn is_doubtful(chain: &Chain<'_>, from: NaiveDate, due: NaiveDate) -> bool {
    chain.doubts.iter().any(|(last, until)| *last < due && until.is_none_or(|until| from <= until))
}

/// The last day of a pause that begins before a duty of a rule that rests falls due, and before it was met; none of a
/// pause that goes on. Nothing where there is no such pause.
fn rested(
    rule: &Rule,
    from: NaiveDate,
    due: Option<NaiveDate>,
    met: Option<NaiveDate>,
    frame: Frame<'_>,
) -> Option<Option<NaiveDate>> {
    let due = due.filter(|_| rule.rests)?;
    let meets = |pause: &&(NaiveDate, Option<NaiveDate>)| {
        pause.0 <= due && pause.1.is_none_or(|until| from <= until) && met.is_none_or(|met| pause.0 <= met)
    };
    frame.pauses.iter().find(meets).map(|pause| pause.1)
}

/// Which time it is that a duty is to be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The first.
    First,
    /// The first, and it was met on the day that it counts from: whichever ends later.
    Both,
    /// A next one.
    Next,
}

impl Turn {
    fn due(self, rule: &Rule, chain: &Chain<'_>, from: NaiveDate, own: &OwnDays) -> Option<NaiveDate> {
        let on = |limit: Option<Limit>| limit.map(|limit| limit.from(from, own));
        match self {
            _ if chain.within.is_some() && rule.own == Own::No => on(chain.within),
            Self::First => on(rule.within),
            Self::Both => on(rule.within).max(on(rule.then)),
            Self::Next => on(rule.then.or(rule.within)),
        }
    }
}

/// From when on it is near: as long before its last day as it is the first time.
fn near(rule: &Rule, from: NaiveDate, due: NaiveDate, own: &OwnDays) -> NaiveDate {
    let (Some(amber), Some(within)) = (rule.amber, rule.within) else { return due };
    let first = within.from(from, own);
    match (amber, within, rule.then) {
        _ if due == first => amber.from(from, own),
        (Limit::Months(amber), Limit::Months(within), Some(Limit::Months(then))) => {
            Limit::Months(then - (within - amber)).from(from, own)
        }
        _ => due.checked_sub_signed(first - amber.from(from, own)).unwrap_or(due),
    }
}

/// What exempts from a duty, if anything does.
pub(super) fn exempted<'a>(rule: &Rule, about: About, frame: Frame<'a>) -> Option<&'a Exemption> {
    let of = |one: &&Exemption| {
        // Before there were halves, an exemption was of both.
        let record = one.record == about.record || rule.half.is_some() && one.record == 0;
        (one.person, one.counted_from) == (about.person, about.counted_from) && record && one.rule == rule.name
    };
    frame.exemptions.iter().find(of)
}
