//! Restrictions at the moment of writing: what is refused, what is kept, and what is left alone.

use trygg::domain::codes::{Answer, CancelledBy, VisitContact};
use trygg::domain::ids::ArrangementId;
use trygg::domain::problem::Problem;
use trygg::domain::visit::{Arrangement, Ends, Limits, Occurrence, Restriction, Scope, Series, Terms, When, change};
use trygg::store::{Origin, Store, VisitSaving};

use super::desk::{self, Desk, add, day, get, key, rows};
use super::planned::{self, Home, arrangement, home, limited, plan, restriction, saturdays, say, time, visit, whole};

/// A casebook with a restriction of December 2026 towards the mother.
fn restricted(of: impl Fn(Home) -> Restriction) -> (Desk, Store, Home) {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    add(&store, &of(home));
    (desk, store, home)
}

fn once(home: Home, on: &str) -> Arrangement {
    arrangement(home, Series::once(day(on)))
}

fn refused<T>(result: Result<T, Problem>) -> String {
    let Some(problem) = result.err() else { return "none".to_owned() };
    let told = |name: &str| problem.args.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value.as_str());
    format!("{} {} {} {}", problem.key, told("on"), told("breach"), told("number")).trim().to_owned()
}

#[test]
fn each_limit_refuses_what_breaks_it_and_nothing_else() {
    let limits = Limits::default;
    let with = |limits: Limits| move |home: Home| limited(home, limits.clone());
    let on_phone = |terms: &mut Terms| terms.contact = VisitContact::Phone;
    type Case = (&'static str, Box<dyn Fn(Home) -> Restriction>, &'static str, fn(&mut Terms), &'static str);
    let cases: Vec<Case> = vec![
        ("stopped", Box::new(restriction), "2026-12-05", |_| {}, "restricted 2026-12-05 stopped"),
        ("stopped, first day", Box::new(restriction), "2026-12-01", |_| {}, "restricted 2026-12-01 stopped"),
        ("stopped, last day", Box::new(restriction), "2026-12-31", |_| {}, "restricted 2026-12-31 stopped"),
        ("the day before", Box::new(restriction), "2026-11-30", |_| {}, "none"),
        ("the day after", Box::new(restriction), "2027-01-01", |_| {}, "none"),
        (
            "stopped, by letter too",
            Box::new(restriction),
            "2026-12-05",
            |terms| terms.contact = VisitContact::Letter,
            "restricted 2026-12-05 stopped",
        ),
        (
            "limited to the phone",
            Box::new(with(Limits { contacts: vec![VisitContact::Phone], ..limits() })),
            "2026-12-05",
            |_| {},
            "restricted 2026-12-05 in_person",
        ),
        (
            "by phone",
            Box::new(with(Limits { contacts: vec![VisitContact::Phone], ..limits() })),
            "2026-12-05",
            on_phone,
            "none",
        ),
        (
            "only supervised",
            Box::new(with(Limits { supervised: Some(Answer::Yes), ..limits() })),
            "2026-12-05",
            |_| {},
            "restricted 2026-12-05 unsupervised",
        ),
        (
            "supervised",
            Box::new(with(Limits { supervised: Some(Answer::Yes), ..limits() })),
            "2026-12-05",
            |terms| terms.supervision = Answer::Yes,
            "none",
        ),
        (
            "too long",
            Box::new(with(Limits { most_minutes: Some(119), ..limits() })),
            "2026-12-05",
            |_| {},
            "restricted 2026-12-05 too_long 119",
        ),
        ("long enough", Box::new(with(Limits { most_minutes: Some(120), ..limits() })), "2026-12-05", |_| {}, "none"),
        (
            "too many",
            Box::new(with(Limits { most_a_month: Some(0), ..limits() })),
            "2026-12-05",
            |_| {},
            "restricted 2026-12-05 too_many 0",
        ),
        ("with somebody else", Box::new(restriction), "2026-12-05", |terms| terms.with.clear(), "none"),
        (
            "kept with a reason",
            Box::new(restriction),
            "2026-12-05",
            |terms| terms.despite = Some("Barnets födelsedag".to_owned()),
            "none",
        ),
    ];
    for (name, rule, on, how, expected) in cases {
        let (_desk, store, home) = restricted(rule);
        let mut wanted = once(home, on);
        how(&mut wanted.terms);
        let before = rows(&store);
        assert_eq!(refused(store.plan(&wanted, &[], Origin::Direct)), expected, "{name}: planned");
        let found = (rows(&store), whole(&store, home.family).arrangements.len());
        assert_eq!(found, if expected == "none" { (before + 1, 1) } else { (before, 0) }, "{name}: all or nothing");
        assert_eq!(refused(store.add(&wanted, Origin::Direct)), expected, "{name}: added");
        assert_eq!(refused(store.import_visits(&[(wanted.clone(), Vec::new())])), expected, "{name}: imported");
        // The same, as one visit of a series that is elsewhere.
        let series = Arrangement { terms: Terms { with: vec![home.father], ..wanted.terms.clone() }, ..once(home, on) };
        let id = plan(&store, &series);
        let moved = say(&store, id, on, |one, of| one.with_terms(of, wanted.terms.clone()));
        assert_eq!(refused(moved), expected, "{name}: one visit");
    }
}

#[test]
fn what_has_happened_and_what_does_not_happen_is_never_refused() {
    let (_desk, store, home) = restricted(restriction);
    let of = once(home, "2026-12-05");
    let one = || Occurrence::given(ArrangementId(0), &of, day("2026-12-05"));
    for (name, stored) in [
        ("held", one().held()),
        ("cancelled", one().cancelled(CancelledBy::Us, None, None)),
        ("nobody came", one().missed(None)),
        ("left out", one().left_out(None)),
        ("moved out of it", one().moved(&of, When { on: day("2027-01-02"), ..one().when() }, None)),
        ("kept", one().with_terms(&of, Terms { despite: Some("Lov".to_owned()), ..of.terms.clone() })),
    ] {
        assert_eq!(
            refused(store.plan(&of, std::slice::from_ref(&stored), Origin::Direct)),
            "none",
            "{name}: planned with it"
        );
        assert_eq!(refused(store.import_visits(&[(of.clone(), vec![stored.clone()])])), "none", "{name}: imported");
    }
    // Planned before the restriction came, and written when it holds.
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-2");
    let ids: Vec<ArrangementId> = (0..5).map(|_| plan(&store, &once(home, "2026-12-05"))).collect();
    add(&store, &restriction(home));
    let say = |place: usize, how: &dyn Fn(Occurrence) -> Occurrence| {
        refused(say(&store, ids[place], "2026-12-05", |one, _| how(one)))
    };
    assert_eq!(say(0, &|one| one.held()), "none");
    assert_eq!(say(1, &|one| one.cancelled(CancelledBy::Us, None, None)), "none");
    assert_eq!(say(2, &|one| one.missed(None)), "none");
    assert_eq!(say(3, &|one| one.left_out(None)), "none");
    let prepared = |one: Occurrence| {
        let mut one = one;
        one.before.child = Some("Berättat".to_owned());
        one
    };
    assert_eq!(say(4, &prepared), "restricted 2026-12-05 stopped", "a visit to come is asked about");
}

#[test]
fn a_visit_is_not_moved_into_a_stopped_day() {
    let (_desk, store, home) = restricted(restriction);
    let id = plan(&store, &arrangement(home, saturdays("2026-11-07").ending(Ends::Until(day("2026-11-28")))));
    let to = |on: &'static str| {
        move |one: Occurrence, of: &Arrangement| {
            let when = When { on: day(on), ..one.when() };
            one.moved(of, when, None)
        }
    };
    let before = rows(&store);
    assert_eq!(refused(say(&store, id, "2026-11-28", to("2026-12-01"))), "restricted 2026-12-01 stopped");
    assert_eq!(rows(&store), before);
    assert_eq!(refused(say(&store, id, "2026-11-28", to("2026-11-30"))), "none");
    // Of several, none is written where one is refused.
    let (of, one, seen) = visit(&store, id, "2026-11-07");
    let (_, two, two_seen) = visit(&store, id, "2026-11-14");
    let before = whole(&store, home.family);
    let all = [(one.held(), seen), (to("2026-12-02")(two, &of), two_seen)];
    assert_eq!(refused(store.write_visits(&all)), "restricted 2026-12-02 stopped");
    assert_eq!(whole(&store, home.family), before);
    // Far from the days of the series, too.
    let late = Restriction { from: day("2029-01-01"), until: None, ..restriction(home) };
    add(&store, &late);
    assert_eq!(refused(say(&store, id, "2026-11-21", to("2029-05-01"))), "restricted 2029-05-01 stopped");
}

#[test]
fn a_restriction_that_is_added_leaves_alone_what_is_stored() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let id = plan(&store, &arrangement(home, saturdays("2026-11-07")));
    say(&store, id, "2026-12-05", |mut one, _| {
        one.before.child = Some("Berättat".to_owned());
        one
    })
    .unwrap();
    let before = whole(&store, home.family);
    let restriction = add(&store, &restriction(home));
    let mut after = whole(&store, home.family);
    assert_eq!(after.restrictions.len(), 1);
    (after.restrictions, after.known) = (Vec::new(), before.known.clone());
    assert_eq!(after, before);

    // What the series says of other days and other things can still be changed, and it can be ended.
    let series = |how: &dyn Fn(&mut Arrangement), scope| {
        let now = get::<Arrangement>(&store, id);
        let mut edited = now.value.clone();
        how(&mut edited);
        let diary = whole(&store, home.family);
        let changed = change(id, &now.value, diary.stored(id), &edited, scope);
        store.change_series((id, now.version), diary.stored(id), &changed, Origin::Direct)
    };
    let all = Scope::All { today: day("2026-11-21") };
    let elsewhere = |of: &mut Arrangement| of.terms.place = Some("Biblioteket".into());
    assert_eq!(series(&|of| of.note = Some("Ring".to_owned()), all).unwrap(), VisitSaving::Saved);
    // The visit that is written on stays as it is; the one after it would be written anew.
    assert_eq!(refused(series(&elsewhere, all)), "restricted 2026-12-12 stopped");
    assert_eq!(refused(series(&elsewhere, Scope::Later(day("2026-12-26")))), "restricted 2026-12-26 stopped");
    assert_eq!(series(&|of| of.series.ends = Ends::Until(day("2026-12-26")), all).unwrap(), VisitSaving::Saved);
    assert_eq!(
        series(&|of| of.series.ends = Ends::Until(day("2026-12-12")), Scope::Later(day("2026-12-19"))).unwrap(),
        VisitSaving::Saved
    );
    let generic = desk::change::<Arrangement>(&store, id, |of| of.purpose = Some("Samspel".to_owned()));
    assert_eq!(key(generic), "none");
    assert_eq!(refused(desk::change::<Arrangement>(&store, id, elsewhere)), "restricted 2026-12-12 stopped");
    let kept = desk::change::<Arrangement>(&store, id, |of| of.terms.despite = Some("Beslut 14".to_owned()));
    assert_eq!(key(kept), "none");
    store.undo().unwrap();
    store.remove::<Restriction>(restriction).unwrap();
    assert_eq!(series(&elsewhere, all).unwrap(), VisitSaving::Saved);
}

#[test]
fn an_old_series_is_held_against_the_days_to_come() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    // Years of visits, and an old restriction of another kind before the one that counts.
    let id = plan(&store, &arrangement(home, saturdays("2020-01-04")));
    add(
        &store,
        &Restriction {
            from: day("2019-01-01"),
            until: None,
            ..limited(home, Limits { most_minutes: Some(300), ..Limits::default() })
        },
    );
    add(&store, &restriction(home));
    let longer = |end: &'static str| desk::change::<Arrangement>(&store, id, |of| of.terms.end = Some(time(end)));
    assert_eq!(refused(longer("13:00")), "restricted 2026-12-05 stopped");
    // A series that begins long from now is looked at for the year after that.
    add(&store, &Restriction { from: day("2033-02-01"), until: Some(day("2033-02-28")), ..restriction(home) });
    let far = arrangement(home, saturdays("2033-01-01"));
    assert_eq!(refused(store.plan(&far, &[], Origin::Direct)), "restricted 2033-02-05 stopped");
}

#[test]
fn a_month_s_visits_are_counted_over_all_arrangements() {
    let two = Limits { most_a_month: Some(2), ..Limits::default() };
    let (_desk, store, home) = restricted(|home| limited(home, two.clone()));
    let at = |on: &str| store.plan(&once(home, on), &[], Origin::Direct);
    let first = at("2026-12-20").unwrap();
    let second = at("2026-12-22").unwrap();
    // Before those that are there, after them, and between.
    for on in ["2026-12-01", "2026-12-21", "2026-12-31"] {
        assert_eq!(refused(at(on)), format!("restricted {on} too_many 2"));
    }
    assert_eq!((refused(at("2026-11-30")), refused(at("2027-01-01"))), ("none".to_owned(), "none".to_owned()));
    let weekly = arrangement(home, saturdays("2026-12-12"));
    assert_eq!(refused(store.plan(&weekly, &[], Origin::Direct)), "restricted 2026-12-26 too_many 2");
    // With a reason it is kept, and so are those that it makes too many.
    let mut kept = once(home, "2026-12-02");
    kept.terms.despite = Some("Julkalas".to_owned());
    let kept = store.plan(&kept, &[], Origin::Direct).unwrap();
    assert_eq!(refused(at("2026-12-28")), "restricted 2026-12-28 too_many 2");
    store.remove::<Arrangement>(kept).unwrap();
    // One that does not happen makes room; one that was held does not.
    say(&store, first, "2026-12-20", |one, _| one.held()).unwrap();
    assert_eq!(refused(at("2026-12-28")), "restricted 2026-12-28 too_many 2");
    say(&store, first, "2026-12-20", |one, _| one.cancelled(CancelledBy::Child, None, None)).unwrap();
    let third = at("2026-12-28").unwrap();
    assert_eq!(
        refused(say(&store, first, "2026-12-20", |one, of| one.restored(of))),
        "restricted 2026-12-20 too_many 2"
    );
    assert_eq!(
        refused(say(&store, first, "2026-12-20", |one, _| one.held())),
        "none",
        "it was held, whatever was meant"
    );
    // Two that change places are two all the same.
    say(&store, first, "2026-12-20", |one, _| one.cancelled(CancelledBy::Child, None, None)).unwrap();
    let away = plan(&store, &once(home, "2027-01-09"));
    let to = |id, given: &str, on: &str| {
        let (of, one, seen) = visit(&store, id, given);
        let when = When { on: day(on), ..one.when() };
        (one.moved(&of, when, None), seen)
    };
    let places = [to(away, "2027-01-09", "2026-12-29"), to(third, "2026-12-28", "2027-01-10")];
    assert_eq!(refused(store.write_visits(&places[..1])), "restricted 2026-12-29 too_many 2");
    assert_eq!(refused(store.write_visits(&places)), "none");
    assert_eq!(refused(say(&store, second, "2026-12-22", |one, _| one.left_out(None))), "none");
}
