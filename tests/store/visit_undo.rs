//! Undo and redo of visits: each noun, and each change that touches many rows, whole or not at all.

use proptest::prelude::*;
use trygg::domain::codes::{CancelledBy, Week53};
use trygg::domain::ids::ArrangementId;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{
    Arrangement, Changed, Ends, LadderMove, Occurrence, Pattern, Restriction, Scope, Series, When, Wish, change,
};
use trygg::store::{Diary, Origin, Store, Stored, VisitSaving};

use super::desk::{Desk, add, day, key, rows};
use super::planned::{self, Home, absence, arrangement, home, plan, saturdays, say, visit, whole};
use super::undo::back_and_forth;

#[test]
fn each_noun_of_visits_goes_back_and_forth() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let both = ("Barn A-1 – Mamma A-1", None);
    let full = ("Barn A-1 – Mamma A-1 – Syskon A-1", None);
    back_and_forth::<Arrangement>(&store, "arrangement", full, &planned::full_arrangement(home), |of| {
        of.series = Series::new(Pattern::Odd { week_53: Some(Week53::KeepParity) }, of.series.weekdays, of.series.from);
        of.terms.supporters = vec!["Karin".to_owned()];
        of.note = None;
    });
    back_and_forth::<Restriction>(&store, "restriction", both, &planned::restriction(home), |of| {
        of.considered_on = vec![day("2026-12-05"), day("2026-12-20")];
        of.limits.contacts = vec![trygg::domain::codes::VisitContact::Phone];
        of.until = None;
    });
    back_and_forth::<Wish>(&store, "wish", ("Pappa A-1", Some("2026-11-10")), &planned::wish(home), |wish| {
        (wish.answered_on, wish.answer) = (Some(day("2026-11-12")), Some("Ja".to_owned()));
    });
    let on = (both.0, Some("2026-11-01"));
    back_and_forth::<LadderMove>(&store, "ladder_move", on, &planned::ladder_move(home), |made| {
        (made.from, made.to, made.words) = (None, 3, None);
    });
    let away = absence("2026-11-21T08:00:00", "2026-11-21T12:00:00");
    back_and_forth::<Absence>(&store, "absence", ("Vera", Some("2026-11-21")), &away, |absence| {
        absence.until = absence.from + chrono::Duration::minutes(30);
        absence.calendar_uid = Some("u-1".to_owned());
    });
}

/// Everything of a family's visits but versions, which only ever grow.
fn picture(store: &Store, home: Home) -> Diary {
    fn first<R: trygg::store::Record>(all: &mut [Stored<R>]) {
        all.iter_mut().for_each(|one| one.version = 0);
    }
    let mut diary = whole(store, home.family);
    first(&mut diary.arrangements);
    first(&mut diary.restrictions);
    first(&mut diary.absences);
    diary.versions.values_mut().for_each(|(_, version)| *version = 0);
    diary
}

/// Does something that is one change: one undo takes it back whole, one redo makes it again.
fn one_change(store: &Store, home: Home, name: &str, what: (&str, &str), does: impl FnOnce()) {
    let before = picture(store, home);
    does();
    let after = picture(store, home);
    assert_ne!(before, after, "{name}");
    for _ in 0..2 {
        let step = store.undo().unwrap().unwrap();
        assert_eq!((step.act.as_str(), step.noun.as_str()), what, "{name}");
        assert_eq!(picture(store, home), before, "{name}: taken back");
        let step = store.redo().unwrap().unwrap();
        assert_eq!((step.act.as_str(), step.noun.as_str()), what, "{name}");
        assert_eq!(picture(store, home), after, "{name}: made again");
    }
}

fn edited(store: &Store, id: ArrangementId, how: impl FnOnce(&mut Arrangement), scope: Scope) -> Changed {
    let old = store.get::<Arrangement>(id).unwrap().value;
    let mut new = old.clone();
    how(&mut new);
    change(id, &old, whole(store, old.family).stored(id), &new, scope)
}

fn save(store: &Store, id: ArrangementId, changed: &Changed) -> VisitSaving {
    let now = store.get::<Arrangement>(id).unwrap();
    let stored = whole(store, now.value.family).stored(id).to_vec();
    store.change_series((id, now.version), &stored, changed, Origin::Direct).unwrap()
}

#[test]
fn what_touches_many_rows_is_taken_back_whole_and_made_again() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let of = planned::full_arrangement(home);
    let id = std::cell::Cell::new(ArrangementId(0));
    one_change(&store, home, "plan", ("add", "arrangement"), || {
        let stored = [planned::told(ArrangementId(0), &of, "2026-11-07"), {
            Occurrence::given(ArrangementId(0), &of, day("2026-11-14")).left_out(Some("Lov".to_owned()))
        }];
        id.set(store.plan(&of, &stored, Origin::Direct).unwrap());
    });
    let id = id.get();
    one_change(&store, home, "a visit's first word", ("add", "visit"), || {
        say(&store, id, "2026-11-21", |one, _| one.cancelled(CancelledBy::Parent, None, Some(3))).unwrap();
    });
    one_change(&store, home, "another", ("change", "visit"), || {
        say(&store, id, "2026-11-21", |one, _| one.held()).unwrap();
    });
    one_change(&store, home, "back to what the series says", ("remove", "visit"), || {
        say(&store, id, "2026-11-21", |one, of| one.restored(of)).unwrap();
    });
    one_change(&store, home, "several", ("add", "visit"), || {
        let all: Vec<_> = ["2026-11-28", "2026-12-05"]
            .iter()
            .map(|given| visit(&store, id, given))
            .map(|(_, one, seen)| (one.left_out(None), seen))
            .collect();
        assert_eq!(store.write_visits(&all).unwrap(), VisitSaving::Saved);
    });
    one_change(&store, home, "all, with what has nothing to stand on", ("change", "arrangement"), || {
        let sundays = |of: &mut Arrangement| of.series.weekdays = [chrono::Weekday::Sun].into_iter().collect();
        let changed = edited(&store, id, sundays, Scope::All { today: day("2026-11-02") });
        assert!(changed.next.is_none() && changed.dropped.len() == 3, "{changed:#?}");
        assert_eq!(save(&store, id, &changed), VisitSaving::Saved);
    });
    one_change(&store, home, "this and later", ("change", "arrangement"), || {
        say(&store, id, "2027-01-03", |one, _| one.left_out(None)).unwrap();
        store.undo().unwrap();
        let place = |of: &mut Arrangement| of.terms.place = Some("Biblioteket".into());
        let changed = edited(&store, id, place, Scope::Later(day("2026-12-06")));
        assert!(changed.next.is_some());
        assert_eq!(save(&store, id, &changed), VisitSaving::Saved);
    });
    one_change(&store, home, "an end", ("change", "arrangement"), || {
        let ends = |of: &mut Arrangement| of.series.ends = Ends::Until(day("2026-11-20"));
        let changed = edited(&store, id, ends, Scope::All { today: day("2026-11-20") });
        assert_eq!(save(&store, id, &changed), VisitSaving::Saved);
    });
    let taken =
        [absence("2026-11-22T08:00:00", "2026-11-22T09:00:00"), absence("2026-11-23T08:00:00", "2026-11-23T09:00:00")];
    store.take_in_calendar("Vera", day("2026-11-21"), &taken).unwrap();
    one_change(&store, home, "a calendar", ("remove", "absence"), || {
        let now = [taken[0].clone(), absence("2026-11-24T08:00:00", "2026-11-24T09:00:00")];
        store.take_in_calendar("Vera", day("2026-11-21"), &now).unwrap();
    });
}

#[test]
fn what_came_to_nothing_leaves_nothing_to_undo() {
    let desk = Desk::new();
    let (store, kim) = (desk.leader(), desk.colleague());
    let home = home(&store, "A-1");
    let id = plan(&store, &arrangement(home, saturdays("2026-11-07")));
    store
        .take_in_calendar("Vera", day("2026-11-21"), &[absence("2026-11-22T08:00:00", "2026-11-22T09:00:00")])
        .unwrap();
    let before = (rows(&store), store.undoable().unwrap());
    store.keep_draft("form", "text").unwrap();
    let (of, plain, seen) = visit(&store, id, "2026-11-21");
    assert_eq!(store.write_visit(&plain, seen, Origin::Draft("form")).unwrap(), VisitSaving::Saved);
    assert!(store.draft("form").unwrap().is_none(), "saved all the same");
    assert_eq!(store.write_visits(&[]).unwrap(), VisitSaving::Saved);
    let same = change(id, &of, &[], &of, Scope::All { today: day("2026-11-21") });
    assert_eq!(save(&store, id, &same), VisitSaving::Saved);
    store
        .take_in_calendar("Vera", day("2026-11-21"), &[absence("2026-11-22T08:00:00", "2026-11-22T09:00:00")])
        .unwrap();
    store.take_in_calendar("Ingen", day("2026-11-21"), &[]).unwrap();
    assert_eq!((rows(&store), store.undoable().unwrap()), before);
    // The number that nothing was written under goes to a colleague, whose change is not ours to take back.
    add(&kim, &planned::wish(home));
    assert_eq!(store.undo().unwrap().unwrap().noun, "absence");
    assert_eq!(whole(&store, home.family).wishes.len(), 1);
}

#[test]
fn what_a_colleague_wrote_since_is_neither_lost_nor_in_the_way_for_ever() {
    let desk = Desk::new();
    let (lena, kim) = (desk.leader(), desk.colleague());
    let home = home(&lena, "A-1");
    let of = arrangement(home, saturdays("2026-11-07"));
    let id = plan(&lena, &of);
    say(&lena, id, "2026-11-21", |one, _| one.left_out(None)).unwrap();
    say(&lena, id, "2026-11-21", |one, of| one.restored(of)).unwrap();
    say(&kim, id, "2026-11-21", |one, _| one.held()).unwrap();
    let kims = whole(&kim, home.family);
    assert_eq!(key(lena.undo()), "taken", "the visit has another row now");
    assert_eq!(key(lena.undo()), "changed-since");
    assert_eq!(key(lena.undo()), "still-used", "the series has a visit of Kim's");
    assert_eq!(whole(&kim, home.family), kims);
    assert_eq!(lena.undo().unwrap().unwrap().noun, "person", "and then what came before");
}

/// Something that can be done with a visit, or with the series.
#[derive(Debug, Clone, Copy)]
enum Doing {
    Hold,
    Cancel,
    Move(u64),
    LeaveOut,
    Restore,
    Word,
    Later,
    All,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        Just(Doing::Hold),
        Just(Doing::Cancel),
        (1_u64..9).prop_map(Doing::Move),
        Just(Doing::LeaveOut),
        Just(Doing::Restore),
        Just(Doing::Word),
        Just(Doing::Later),
        Just(Doing::All),
    ]
}

fn does(store: &Store, home: Home, doing: Doing, seed: u64) {
    let diary = whole(store, home.family);
    let ids: Vec<ArrangementId> = diary.arrangements.iter().map(|stored| stored.id).collect();
    let id = ids[usize::try_from(seed).unwrap() % ids.len()];
    let of = &diary.arrangement(id).unwrap().value;
    let given: Vec<_> = of.series.days(day("2026-11-01"), day("2026-12-31")).collect();
    if given.is_empty() {
        return;
    }
    let given = given[usize::try_from(seed / 2).unwrap() % given.len()];
    let place =
        |of: &mut Arrangement| of.terms.place = (!seed.is_multiple_of(3)).then(|| format!("Rum {}", seed % 4).into());
    let one = |how: &dyn Fn(Occurrence, &Arrangement) -> Occurrence| {
        say(store, id, &given.to_string(), how).unwrap();
    };
    match doing {
        Doing::Hold => one(&|one, _| one.held()),
        Doing::Cancel => one(&|one, _| one.cancelled(CancelledBy::Child, Some("sjuk".to_owned()), None)),
        Doing::Move(days) => one(&|one, of| {
            let to = When { on: one.given + chrono::Days::new(days), ..one.when() };
            one.moved(of, to, None)
        }),
        Doing::LeaveOut => one(&|one, _| one.left_out(None)),
        Doing::Restore => one(&|one, of| one.restored(of)),
        Doing::Word => one(&|mut one, _| {
            one.after.words_later = Some(format!("ord {seed}"));
            one
        }),
        Doing::Later => _ = save(store, id, &edited(store, id, place, Scope::Later(given))),
        Doing::All => _ = save(store, id, &edited(store, id, place, Scope::All { today: given })),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_changes_of_visits_undone_give_the_beginning_and_redone_the_end(
        doings in prop::collection::vec((doing(), 0_u64..40), 1..15)
    ) {
        let desk = Desk::new();
        let home = home(&desk.leader(), "A-1");
        plan(&desk.leader(), &arrangement(home, saturdays("2026-11-07")));
        let store = desk.leader();
        let mut pictures = vec![picture(&store, home)];
        for (doing, seed) in doings {
            let before = rows(&store);
            does(&store, home, doing, seed);
            if rows(&store) > before {
                pictures.push(picture(&store, home));
            }
        }
        for picture_then in pictures.iter().rev().skip(1) {
            prop_assert!(store.undo().unwrap().is_some());
            prop_assert_eq!(&picture(&store, home), picture_then);
        }
        prop_assert!(store.undo().unwrap().is_none());
        for picture_then in &pictures[1..] {
            prop_assert!(store.redo().unwrap().is_some());
            prop_assert_eq!(&picture(&store, home), picture_then);
        }
    }
}
