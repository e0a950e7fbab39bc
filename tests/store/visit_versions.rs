//! Two people on one visit or one series: whoever saves second is told so, and nothing of theirs is half written.

use trygg::domain::family::Family;
use trygg::domain::ids::ArrangementId;
use trygg::domain::person::Person;
use trygg::domain::visit::{Arrangement, LadderMove, Limits, Occurrence, Restriction, Scope, Wish, change};
use trygg::store::{Origin, Store, VisitSaving, VisitSeen};

use super::desk::{self, Desk, add, day, key, rows};
use super::planned::{self, Home, arrangement, home, plan, saturdays, say, visit, whole};

struct Two {
    _desk: Desk,
    one: Store,
    two: Store,
    home: Home,
    id: ArrangementId,
}

/// Two people and an arrangement of which the visit on the 14th was held.
fn two() -> Two {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.colleague());
    let home = home(&one, "A-1");
    let id = plan(&one, &arrangement(home, saturdays("2026-11-07")));
    say(&one, id, "2026-11-14", |visit, _| visit.held()).unwrap();
    Two { _desk: desk, one, two, home, id }
}

/// Changes where the series is held, for a colleague who reads and saves at once.
fn series_elsewhere(store: &Store, id: ArrangementId, place: &str, scope: Scope) -> VisitSaving {
    let now = store.get::<Arrangement>(id).unwrap();
    let stored = whole(store, now.value.family).stored(id).to_vec();
    let mut edited = now.value.clone();
    edited.terms.place = Some(place.into());
    let changed = change(id, &now.value, &stored, &edited, scope);
    store.change_series((id, now.version), &stored, &changed, Origin::Direct).unwrap()
}

#[test]
fn a_visit_that_a_colleague_wrote_since_is_not_written_over() {
    for (name, given, colleague) in [
        ("what was stored was changed", "2026-11-14", |it: &Two| {
            say(&it.one, it.id, "2026-11-14", |visit, _| visit.missed(None)).unwrap();
        }),
        ("what was stored is plain again", "2026-11-14", |it| {
            say(&it.one, it.id, "2026-11-14", |visit, of| visit.restored(of)).unwrap();
        }),
        ("what was plain is stored", "2026-11-21", |it| {
            say(&it.one, it.id, "2026-11-21", |visit, _| visit.left_out(None)).unwrap();
        }),
        ("the series is elsewhere", "2026-11-21", |it| {
            series_elsewhere(&it.one, it.id, "Biblioteket", Scope::All { today: day("2026-11-07") });
        }),
        ("the series ends before", "2026-11-28", |it| {
            series_elsewhere(&it.one, it.id, "Biblioteket", Scope::Later(day("2026-11-21")));
        }),
        ("what was stored went and came back", "2026-11-14", |it| {
            say(&it.one, it.id, "2026-11-14", |visit, of| visit.restored(of)).unwrap();
            it.one.undo().unwrap();
        }),
    ] as [(&str, &str, fn(&Two)); 6]
    {
        let it = two();
        let (_, mut form, seen) = visit(&it.two, it.id, given);
        let (_, other, other_seen) = visit(&it.two, it.id, "2026-12-19");
        colleague(&it);
        it.two.keep_draft("form", "what was typed").unwrap();
        let before = (rows(&it.one), whole(&it.one, it.home.family));
        form.after.words_later = Some("Det var roligt.".to_owned());
        let saving = it.two.write_visit(&form, seen, Origin::Draft("form")).unwrap();
        assert_eq!(saving, VisitSaving::Newer, "{name}");
        // One that could be written does not go with one that cannot.
        let several = [(other.left_out(None), other_seen), (form.clone(), seen)];
        assert_eq!(it.two.write_visits(&several).unwrap(), VisitSaving::Newer, "{name}");
        assert_eq!((rows(&it.one), whole(&it.one, it.home.family)), before, "{name}: nothing was written");
        assert!(it.two.draft("form").unwrap().is_some() && it.two.undoable().unwrap().is_none(), "{name}");
    }
}

#[test]
fn a_series_that_a_colleague_wrote_since_is_not_written_over() {
    for (name, colleague) in [
        ("the series was changed", |it: &Two| {
            series_elsewhere(&it.one, it.id, "Biblioteket", Scope::All { today: day("2026-11-07") });
        }),
        ("a visit was stored", |it| {
            say(&it.one, it.id, "2026-11-21", |visit, _| visit.held()).unwrap();
        }),
        ("a visit was changed", |it| {
            say(&it.one, it.id, "2026-11-14", |visit, _| visit.missed(None)).unwrap();
        }),
        ("a visit is plain again", |it| {
            say(&it.one, it.id, "2026-11-14", |visit, of| visit.restored(of)).unwrap();
        }),
    ] as [(&str, fn(&Two)); 4]
    {
        for scope in [Scope::Later(day("2026-11-28")), Scope::All { today: day("2026-11-20") }] {
            let it = two();
            let form = it.two.get::<Arrangement>(it.id).unwrap();
            let stored = whole(&it.two, it.home.family).stored(it.id).to_vec();
            colleague(&it);
            let before = (rows(&it.one), whole(&it.one, it.home.family));
            let mut edited = form.value.clone();
            edited.terms.transport = Some("Taxi".to_owned());
            let changed = change(it.id, &form.value, &stored, &edited, scope);
            let saving = it.two.change_series((it.id, form.version), &stored, &changed, Origin::Direct).unwrap();
            assert_eq!(saving, VisitSaving::Newer, "{name} {scope:?}");
            assert_eq!((rows(&it.one), whole(&it.one, it.home.family)), before, "{name}: nothing was written");
        }
    }
}

#[test]
fn what_was_read_as_it_is_is_saved() {
    let it = two();
    let seen = |given: &str| visit(&it.two, it.id, given);
    let (_, plain, given) = seen("2026-11-21");
    let (_, held, stored) = seen("2026-11-14");
    assert!(matches!((given, stored), (VisitSeen::Given(1), VisitSeen::Stored(_))));
    let both = [(plain.held(), given), (held.missed(None), stored)];
    assert_eq!(it.two.write_visits(&both).unwrap(), VisitSaving::Saved);
    assert_eq!(it.two.write_visits(&both).unwrap(), VisitSaving::Newer, "once");
    assert_eq!(series_elsewhere(&it.two, it.id, "Biblioteket", Scope::Later(day("2026-12-05"))), VisitSaving::Saved);
}

#[test]
fn no_visit_is_invented() {
    let it = two();
    let (of, _, seen) = visit(&it.one, it.id, "2026-11-21");
    let sunday = Occurrence::given(it.id, &of, day("2026-11-22")).held();
    assert_eq!(key(it.one.write_visit(&sunday, seen, Origin::Direct)), "not-found");
    let nowhere = Occurrence { arrangement: 999.into(), ..sunday };
    assert_eq!(key(it.one.write_visit(&nowhere, seen, Origin::Direct)), "not-found");
    // And none is lost: what was held before the series was moved stays where it was, though it is taken back.
    let mut edited = of.clone();
    edited.series.weekdays = [chrono::Weekday::Sun].into_iter().collect();
    let stored = whole(&it.one, it.home.family).stored(it.id).to_vec();
    let changed = change(it.id, &of, &stored, &edited, Scope::All { today: day("2026-11-01") });
    it.one.change_series((it.id, 1), &stored, &changed, Origin::Direct).unwrap();
    say(&it.one, it.id, "2026-11-14", |visit, of| visit.restored(of)).unwrap();
    let diary = whole(&it.one, it.home.family);
    let on: Vec<String> =
        diary.visits(day("2026-11-09"), day("2026-11-15")).iter().map(|v| v.on().to_string()).collect();
    assert_eq!(on, ["2026-11-14", "2026-11-15"]);
}

#[test]
fn what_is_written_of_a_visit_or_series_stays_in_its_family() {
    let desk = Desk::new();
    let store = desk.leader();
    let (own, other) = (home(&store, "A-1"), home(&store, "A-2"));
    let of = arrangement(own, saturdays("2026-11-07"));
    let id = plan(&store, &of);
    let before = rows(&store);
    let mut stranger = Occurrence::given(id, &of, day("2026-11-07")).held();
    stranger.during.came = vec![other.mother];
    let (_, _, seen) = visit(&store, id, "2026-11-07");
    let mut strange = of.clone();
    strange.terms.with = vec![other.mother];
    let mut elsewhere = of.clone();
    elsewhere.family = other.family;
    let scope = Scope::Later(day("2026-11-21"));
    let later =
        |edited: &Arrangement| store.change_series((id, 1), &[], &change(id, &of, &[], edited, scope), Origin::Direct);
    let mut unheard = change(id, &of, &[], &strange, scope);
    unheard.next = None;
    unheard.arrangement.terms.with = vec![other.father];
    let mut named = change(id, &of, &[], &of, scope);
    named.stored.push(stranger.clone());
    for (name, refused) in [
        ("came", key(store.write_visit(&stranger, seen, Origin::Direct))),
        ("came, of several", key(store.write_visits(&[(stranger.clone(), seen)]))),
        ("planned", key(store.plan(&strange, &[], Origin::Direct))),
        ("planned with a visit", key(store.plan(&of, &[stranger.clone()], Origin::Direct))),
        ("imported", key(store.import_visits(&[(of.clone(), vec![stranger.clone()])]))),
        ("later", key(later(&strange))),
        ("later, in another family", key(later(&elsewhere))),
        ("changed", key(store.change_series((id, 1), &[], &unheard, Origin::Direct))),
        ("changed with a visit", key(store.change_series((id, 1), &[], &named, Origin::Direct))),
        ("generic", key(store.change(id, 1, &strange, Origin::Direct))),
        (
            "restriction",
            key(store.add(&Restriction { with: vec![other.mother], ..planned::restriction(own) }, Origin::Direct)),
        ),
        ("wish", key(store.add(&Wish { by: other.mother, ..planned::wish(own) }, Origin::Direct))),
        ("move", key(store.add(&LadderMove { with: other.mother, ..planned::ladder_move(own) }, Origin::Direct))),
    ] {
        assert_eq!(refused, "no-such-person", "{name}");
    }
    assert_eq!(rows(&store), before, "nothing of it was written");
    // Saga works with the one family and not with the other.
    desk::change::<Family>(&store, other.family, |family| family.child_support.clear()).unwrap();
    let saga = desk.open("Saga");
    let moved = change(id, &of, &[], &elsewhere, scope);
    assert_eq!(key(saga.change_series((id, 1), &[], &moved, Origin::Direct)), "not-found");
}

#[test]
fn who_has_come_to_belong_to_another_family_stays_in_what_they_stood_in() {
    let desk = Desk::new();
    let store = desk.leader();
    let (own, other) = (home(&store, "A-1"), home(&store, "A-2"));
    let of = arrangement(own, saturdays("2026-11-07"));
    let id = plan(&store, &of);
    let roomy = Limits { most_a_month: Some(5), ..Limits::default() };
    let (restriction, wish) = (add(&store, &planned::limited(own, roomy)), add(&store, &planned::wish(own)));
    for person in [own.mother, own.father] {
        desk::change::<Person>(&store, person, |one| one.family = other.family).unwrap();
    }
    let held = say(&store, id, "2026-11-07", |mut one, _| {
        one = one.held();
        one.during.came = vec![own.mother];
        one
    });
    assert_eq!(held.unwrap(), VisitSaving::Saved);
    assert_eq!(series_elsewhere(&store, id, "Biblioteket", Scope::Later(day("2026-11-21"))), VisitSaving::Saved);
    desk::change::<Restriction>(&store, restriction, |one| one.until = None).unwrap();
    desk::change::<Wish>(&store, wish, |one| one.answered_on = Some(day("2026-11-20"))).unwrap();
    // But nobody is taken along: the record does not go to the other family while the child stays.
    let taken = desk::change::<Restriction>(&store, restriction, |one| one.family = other.family);
    assert_eq!(key(taken), "no-such-person");
    let taken = desk::change::<Wish>(&store, wish, |one| one.family = other.family);
    assert_eq!(key(taken), "no-such-person");
}
