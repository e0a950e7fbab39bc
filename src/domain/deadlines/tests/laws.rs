//! Laws: a duty, once late, is late until it is met or exempted, whatever else happens to the family.
//!
//! What happens, happens day by day: families are closed and opened again, children are placed, moved and come home,
//! something is done, and some of it is written down weeks after. A duty is the same as long as its rule's name and
//! what it is about are. It may also be met in time after all, by what was done in time and is written down late.
//!
//! Out of scope are corrections, which say that something never was so: another first day of a placement, a restriction
//! or a family, a record that is removed, another basis, kind or birth date than what was known, a family that is said
//! to have been an enquiry only. What was late by mistake is not late any more, and the journal tells who said so. And
//! only what waits can be exempted: an exemption from what has been met says nothing.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::lives::{Story, family, happen, name, on, rules, story};
use crate::domain::deadlines::{About, Case, Duty, State, Unknown};

/// The days on which anything was done that could meet a duty; closing a family ends its programme and nothing else.
fn deeds(case: &Case, rule: &str) -> BTreeSet<NaiveDate> {
    // What care rests on ends with the day before it rests on something else.
    let placed =
        case.placements.iter().flat_map(|one| [one.until, one.school_started_on, one.from.pred_opt()]).flatten();
    let answered = case.waiting.iter().flat_map(|one| one.met_on.iter().copied());
    let closed = case.closed_on.filter(|_| rule == "programme_end");
    case.done.iter().map(|done| done.on).chain(placed).chain(answered).chain(closed).collect()
}

type Known = BTreeMap<(&'static str, About), Duty>;

fn known(all: &[Duty]) -> Known {
    all.iter().map(|duty| ((name(duty), duty.about), *duty)).collect()
}

/// The family at the end of each day on which something happened, and some days on which nothing did.
fn days(mut case: Case, story: &Story) -> Vec<(NaiveDate, Case)> {
    let mut today = case.started_on;
    let mut days = Vec::new();
    for (gap, change) in story {
        if *gap > 1 {
            days.push((today + Days::new(gap / 2), case.clone()));
        }
        if *gap > 0 {
            days.push((today + Days::new(*gap), case.clone()));
        }
        today = today + Days::new(*gap);
        happen(&mut case, change, today);
        if *gap == 0 {
            days.pop();
        }
        days.push((today, case.clone()));
    }
    days.extend([1, 30, 400].map(|later| (today + Days::new(later), case.clone())));
    days
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_late_is_late_until_it_is_met_or_exempted(family in family(), story in story()) {
        let mut late: BTreeSet<(&'static str, About)> = BTreeSet::new();
        for (today, case) in days(family, &story) {
            let all = on(&case, today);
            let known = known(&all);
            prop_assert_eq!(known.len(), all.len(), "two duties of one name on {}: {:#?}", today, all);
            for (rule, about) in &late {
                let found = known.get(&(rule, *about));
                let kept = found.is_some_and(|duty| match duty.state {
                    State::Late | State::MetLate | State::Exempted => true,
                    State::Met => duty.met_on.is_some() && duty.met_on <= duty.due_on,
                    _ => false,
                });
                prop_assert!(kept, "{rule} {about:?} was late and on {today} is {found:?} in {case:#?}");
            }
            for duty in all.iter().filter(|duty| duty.state == State::MetLate) {
                prop_assert!(duty.met_on.is_some_and(|met| deeds(&case, name(duty)).contains(&met)), "{duty:?}");
            }
            late.extend(known.iter().filter(|(_, duty)| duty.state == State::Late).map(|(name, _)| *name));
        }
    }

    #[test]
    fn time_alone_only_makes_it_later(family in family(), story in story(), later in 1_u64..900) {
        let rank = |state: State| [State::Open, State::Due, State::Late].iter().position(|one| *one == state);
        let (today, case) = days(family, &story).pop().unwrap();
        let (now, then) = (on(&case, today), known(&on(&case, today + Days::new(later))));
        prop_assert_eq!(&now, &on(&case, today), "not the same twice");
        for duty in now.iter().filter(|duty| duty.due_on.is_some()) {
            let after = then.get(&(name(duty), duty.about)).copied();
            let grown = after.is_some_and(|after| {
                (after.due_on, after.met_on, after.count) == (duty.due_on, duty.met_on, duty.count)
                    && rank(after.state) >= rank(duty.state)
                    && (rank(duty.state).is_some() || after.state == duty.state)
            });
            prop_assert!(grown, "{duty:?} became {after:?}");
        }
        for duty in &now {
            let late = |met: NaiveDate| duty.due_on.is_some_and(|due| due < met);
            let fits = match duty.state {
                State::Late => duty.due_on.is_some_and(|due| due <= today) && duty.met_on.is_none(),
                State::Due | State::Open => duty.due_on.is_none_or(|due| today <= due) && duty.met_on.is_none(),
                State::Met => duty.met_on.is_some_and(|met| met <= today && !late(met)),
                State::MetLate => duty.met_on.is_some_and(|met| met <= today && late(met)),
                State::Unknown => {
                    duty.unknown.is_some_and(|why| (why == Unknown::CareGap) == duty.due_on.is_some())
                }
                State::Exempted => duty.met_on.is_none(),
            };
            prop_assert!(fits, "{duty:?}");
        }
    }

    #[test]
    fn there_are_no_more_duties_than_reasons(family in family(), story in story()) {
        let (today, case) = days(family, &story).pop().unwrap();
        let whom = 1 + case.waiting.len() + (1 + case.placements.len()) * (1 + case.people.len());
        let times = 1 + case.done.len() + case.exemptions.len();
        let answers: usize = case.waiting.iter().map(|one| one.met_on.len()).sum();
        for (place, rule) in rules().all().iter().enumerate() {
            let many = on(&case, today).iter().filter(|duty| duty.rule == place).count();
            prop_assert!(many <= whom * times + answers, "{}: {many}", rule.name);
        }
    }
}
