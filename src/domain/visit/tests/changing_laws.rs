//! What holds of every change: nothing that has happened is rewritten, and nothing else than asked for moves.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::expanding::{pattern, series};
use super::*;
use crate::domain::codes::{CancelledBy, VisitOutcome};

/// What can be done with one visit.
#[derive(Debug, Clone, Copy)]
enum Act {
    Move(i64),
    Cancel,
    Miss,
    Hold,
    LeaveOut,
    Prepare,
    Relieve,
    Restore,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (-20_i64..20).prop_map(Act::Move),
        Just(Act::Cancel),
        Just(Act::Miss),
        Just(Act::Hold),
        Just(Act::LeaveOut),
        Just(Act::Prepare),
        Just(Act::Relieve),
        Just(Act::Restore),
    ]
}

fn done(act: Act, one: Occurrence, of: &Arrangement) -> Occurrence {
    match act {
        Act::Move(days) => {
            let when = When {
                on: one.on + chrono::Duration::days(days),
                start: NaiveTime::from_hms_opt(9, 0, 0),
                ..one.when()
            };
            one.moved(of, when, None)
        }
        Act::Cancel => one.cancelled(CancelledBy::Us, None, Some(2)),
        Act::Miss => one.missed(None),
        Act::Hold => one.held(),
        Act::LeaveOut => one.left_out(None),
        Act::Prepare => {
            let mut one = one;
            one.before.child = Some("förberedd".to_owned());
            one
        }
        Act::Relieve => {
            let terms = Terms { supporters: vec!["Maria".to_owned()], ..one.terms.clone() };
            one.with_terms(of, terms)
        }
        Act::Restore => one.restored(of),
    }
}

/// Visits by the day the series gave them.
type Seen = BTreeMap<NaiveDate, (Terms, NaiveDate, VisitOutcome)>;

/// Every visit there is in a window of four years, by the day the series gave it.
fn all(of: &Arrangement, stored: &[Occurrence]) -> Seen {
    let window = (of.series.from - Days::new(400), of.series.from + Days::new(1500));
    let each = visits(ID, of, stored, window.0, window.1);
    each.into_iter().map(|visit| (visit.given, (visit.terms().clone(), visit.on(), visit.outcome()))).collect()
}

/// A day of the series, the n-th of the first three years, if it has any.
fn some_day(of: &Arrangement, nth: prop::sample::Index) -> Option<NaiveDate> {
    let days: Vec<NaiveDate> = of.series.days(of.series.from, of.series.from + Days::new(1000)).collect();
    if days.is_empty() { None } else { Some(days[nth.index(days.len())]) }
}

fn lived(of: &Arrangement, acts: &[(prop::sample::Index, Act)]) -> Vec<Occurrence> {
    let mut stored: Vec<Occurrence> = Vec::new();
    for (nth, act) in acts {
        let Some(given) = some_day(of, *nth) else { continue };
        let known = stored.iter().find(|one| one.given == given).cloned();
        let one = known.unwrap_or_else(|| Occurrence::given(ID, of, given));
        stored = write(&stored, of, done(*act, one, of));
    }
    stored
}

fn acts() -> impl Strategy<Value = Vec<(prop::sample::Index, Act)>> {
    prop::collection::vec((any::<prop::sample::Index>(), act()), 0..12)
}

/// A change in the form.
#[derive(Debug, Clone)]
struct Edit {
    rhythm: Option<(Pattern, Vec<u8>)>,
    place: Option<Option<String>>,
    ends: Option<Ends>,
}

impl Edit {
    fn of(&self, old: &Arrangement) -> Arrangement {
        let mut edited = old.clone();
        if let Some((pattern, weekdays)) = &self.rhythm {
            edited.series.pattern = *pattern;
            edited.series.weekdays = weekdays.iter().map(|day| Weekday::try_from(*day).unwrap()).collect();
        }
        edited.terms.place = self.place.clone().map(|place| place.map(Into::into)).unwrap_or(edited.terms.place);
        edited.series.ends = self.ends.unwrap_or(edited.series.ends);
        edited
    }
}

prop_compose! {
    fn edit()(
        rhythm in prop::option::of((pattern(), prop::collection::vec(0_u8..7, 1..3))),
        place in prop::option::of(Just(None)),
        ends in prop::option::of(prop_oneof![Just(Ends::Open), (1_u32..30).prop_map(Ends::Times)]),
    ) -> Edit {
        Edit { rhythm, place, ends }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_change_of_one_visit_never_alters_another(
        series in series(), acts in acts(), nth in any::<prop::sample::Index>(), act in act(),
    ) {
        let of = arrangement(series);
        let stored = lived(&of, &acts);
        let Some(given) = some_day(&of, nth) else { return Ok(()) };
        let known = stored.iter().find(|one| one.given == given).cloned();
        let one = known.unwrap_or_else(|| Occurrence::given(ID, &of, given));
        let after = write(&stored, &of, done(act, one.clone(), &of));
        let (mut was, mut is) = (all(&of, &stored), all(&of, &after));
        was.remove(&given);
        is.remove(&given);
        prop_assert_eq!(was, is);
        // Left out and restored, it is what it was.
        let there_and_back = one.clone().left_out(None).restored(&of);
        prop_assert!(one.skipped || there_and_back == one);
    }

    #[test]
    fn this_and_later_leaves_what_is_earlier_and_what_has_happened(
        series in series(), acts in acts(), nth in any::<prop::sample::Index>(), edit in edit(),
    ) {
        let of = arrangement(series);
        let stored = lived(&of, &acts);
        let Some(cut) = some_day(&of, nth) else { return Ok(()) };
        let changed = change(ID, &of, &stored, &edit.of(&of), Scope::Later(cut));
        let (was, is) = (all(&of, &stored), all(&changed.arrangement, &changed.stored));
        let earlier = |all: &Seen| all.range(..cut).map(|(given, visit)| (*given, visit.clone())).collect::<Vec<_>>();
        if of.series.before(cut).is_some() {
            prop_assert_eq!(earlier(&was), earlier(&is));
        }
        for one in &stored {
            prop_assert!(changed.stored.contains(one) || !one.is_settled(), "{:?}", one);
            prop_assert!(!changed.dropped.contains(one) || !one.is_settled(), "{:?}", one);
        }
        if let Some(next) = &changed.next {
            let anew = all(&next.arrangement, &next.stored(ID));
            prop_assert!(anew.keys().all(|given| !is.contains_key(given)), "no visit twice");
            prop_assert!(next.arrangement.series.from > of.series.before(cut).unwrap());
        }
    }

    #[test]
    fn a_change_of_nothing_gives_the_same_visits(
        series in series(), acts in acts(), nth in any::<prop::sample::Index>(),
    ) {
        let of = arrangement(series);
        let stored = lived(&of, &acts);
        let Some(cut) = some_day(&of, nth) else { return Ok(()) };
        for scope in [Scope::Later(cut), Scope::All { today: cut }] {
            let changed = change(ID, &of, &stored, &of, scope);
            prop_assert!(changed.dropped.is_empty());
            let mut is = all(&changed.arrangement, &changed.stored);
            is.extend(changed.next.iter().flat_map(|next| all(&next.arrangement, &next.stored(ID))));
            let (was, window) = (all(&of, &stored), of.series.from + Days::new(1400));
            let seen = |all: Seen| {
                all.into_iter().filter(|(given, _)| *given < window).collect::<Vec<_>>()
            };
            prop_assert_eq!(seen(is), seen(was));
        }
    }

    #[test]
    fn all_makes_up_no_visit_in_the_past(
        series in series(), acts in acts(), nth in any::<prop::sample::Index>(), edit in edit(),
    ) {
        let of = arrangement(series);
        let stored = lived(&of, &acts);
        let Some(today) = some_day(&of, nth) else { return Ok(()) };
        let changed = change(ID, &of, &stored, &edit.of(&of), Scope::All { today });
        let days = |all: Seen| all.into_keys().filter(|given| *given < today).collect::<Vec<_>>();
        prop_assert_eq!(days(all(&of, &stored)), days(all(&changed.arrangement, &changed.stored)));
        if let Some(next) = &changed.next {
            prop_assert!(next.arrangement.series.first().unwrap() >= today);
        }
    }
}
