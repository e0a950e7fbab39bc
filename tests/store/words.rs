//! The children's own words on their visits: a duty of every child who was there, whoever's record the visit is.

use chrono::Days;
use trygg::domain::codes::ChildWord;
use trygg::domain::ids::{ArrangementId, PersonId};
use trygg::domain::visit::{Arrangement, Occurrence};
use trygg::store::{Origin, Past, Store};

use super::desk::{Desk, day};
use super::planned::{Home, arrangement, home, saturdays};

/// The child's Saturdays with its mother and its sibling.
fn of_both(home: Home) -> Arrangement {
    let mut of = arrangement(home, saturdays("2026-08-01"));
    of.terms.with = vec![home.mother, home.sibling];
    of
}

/// Who should be asked: whom, counted from when, and whether that has been seen to.
fn asked(store: &Store, home: Home) -> Vec<(PersonId, String, bool)> {
    let duties = store.duties(&[home.family], Past::Last, day("2026-11-21")).unwrap();
    let of_rule = duties.iter().filter(|duty| store.rules().all()[duty.rule].name == "child_without_word");
    let mut told: Vec<_> = of_rule
        .map(|duty| (duty.about.person.unwrap(), duty.about.counted_from.to_string(), duty.state.is_waiting()))
        .collect();
    told.sort();
    told
}

/// A visit of four Saturdays, each held as told of it.
fn held(store: &Store, home: Home, tell: impl Fn(usize, &mut Occurrence)) {
    let of = of_both(home);
    let stored = (0..4).map(|week| {
        let on = day("2026-08-01") + Days::new(7 * week);
        let mut one = Occurrence::given(ArrangementId(0), &of, on).held();
        tell(usize::try_from(week).unwrap(), &mut one);
        one
    });
    store.plan(&of, &stored.collect::<Vec<_>>(), Origin::Direct).unwrap();
}

#[test]
fn every_child_of_a_visit_is_to_be_asked() {
    let desk = Desk::new();
    let store = desk.leader();
    let [both, late, word, gone, once] = ["A-1", "A-2", "A-3", "A-4", "A-5"].map(|name| home(&store, name));
    let since = |who: PersonId, on: &str| (who, on.to_owned(), true);
    held(&store, both, |_, _| ());
    assert_eq!(asked(&store, both), [since(both.child, "2026-08-01"), since(both.sibling, "2026-08-01")]);
    // Of a visit that says who came only those were there.
    held(&store, late, |week, one| one.during.came = if week == 0 { vec![late.mother] } else { Vec::new() });
    assert_eq!(asked(&store, late), [since(late.child, "2026-08-01"), since(late.sibling, "2026-08-08")]);
    // A word on a visit is one of each who was there.
    held(&store, word, |week, one| one.after.child_word = (week == 1).then_some(ChildWord::Told));
    assert_eq!(asked(&store, word), [since(word.child, "2026-08-08"), since(word.sibling, "2026-08-08")]);
    held(&store, gone, |week, one| {
        one.after.child_word = (week == 3).then_some(ChildWord::Told);
        one.during.came = if week == 3 { vec![gone.mother] } else { Vec::new() };
    });
    assert_eq!(asked(&store, gone), [since(gone.sibling, "2026-08-01")]);
    // What did not take place, and what is still to come, is no visit to ask about.
    held(&store, once, |week, one| {
        if week > 0 {
            *one = one.clone().missed(None)
        }
    });
    store
        .plan(&Arrangement { child: once.sibling, ..arrangement(once, saturdays("2026-11-28")) }, &[], Origin::Direct)
        .unwrap();
    assert_eq!(asked(&store, once), [since(once.child, "2026-08-01"), since(once.sibling, "2026-08-01")]);
}
