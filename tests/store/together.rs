//! Restrictions of contact hold everywhere at once: every way to write or show that two people meet, against every kind
//! of restriction, with every kind of end, before, during and after it, of what is to come and of what has been.
//!
//! The child must not meet its father (or only so). What each cell must say is told by three small tables, not by the
//! code that is tried.

use chrono::{Datelike, Days, NaiveDate};
use trygg::domain::codes::{Answer, Mode, Outcome, RestrictionKind, SessionKind, VisitContact};
use trygg::domain::directory::{Directory, FamilyName};
use trygg::domain::family::Family;
use trygg::domain::ids::ArrangementId;
use trygg::domain::problem::Problem;
use trygg::domain::quickline::{self, Context, Fault, RecordKind};
use trygg::domain::session::Session;
use trygg::domain::visit::{Arrangement, Limits, Occurrence, Restriction, Scope, Series, Terms, When, change};
use trygg::exchange::outgoing::{Row, RowId};
use trygg::exchange::protection::Audience;
use trygg::exchange::{Noun, outgoing};
use trygg::store::{Listing, Origin, Past, Store, Whose};

use super::desk::{Desk, add, day};
use super::planned::{self, Home, plan, saturdays, say, time, visit, whole};

/// The restriction holds on these days, if it has an end.
const FIRST: &str = "2026-12-05";
const LAST: &str = "2026-12-19";

/// Kinds of restrictions, and which of what is held against them they stop: a visit in person of two hours without
/// support, a session with staff, a session without.
const KINDS: [(&str, [bool; 3]); 5] = [
    ("stopped", [true, true, true]),
    ("contact", [true, false, false]),
    ("too_long", [true, false, false]),
    ("unsupervised", [true, false, true]),
    ("too_many", [true, false, false]),
];

/// How a restriction ends.
const ENDS: [&str; 3] = ["a day", "until further notice", "nobody says"];

/// Days, and whether the restriction holds on them: with an end, and without one.
const DAYS: [(&str, bool, bool); 5] = [
    ("2026-11-28", false, false),
    ("2026-12-05", true, true),
    ("2026-12-12", true, true),
    ("2026-12-19", true, true),
    ("2026-12-26", false, true),
];

/// A cell: a kind, an end, a day.
#[derive(Debug, Clone, Copy)]
struct Cell {
    kind: &'static str,
    stops: [bool; 3],
    end: &'static str,
    on: &'static str,
    holds: bool,
}

fn cells() -> Vec<Cell> {
    let mut all = Vec::new();
    for (kind, stops) in KINDS {
        for end in ENDS {
            for (on, with_end, without) in DAYS {
                all.push(Cell { kind, stops, end, on, holds: if end == "a day" { with_end } else { without } });
            }
        }
    }
    all
}

impl Cell {
    /// What a way of meeting must say: the kind's code where it is stopped.
    fn says(&self, way: usize) -> String {
        if self.holds && self.stops[way] { self.kind.to_owned() } else { "none".to_owned() }
    }

    fn restriction(&self, home: Home) -> Restriction {
        let limits = match self.kind {
            "contact" => Limits { contacts: vec![VisitContact::Phone], ..Limits::default() },
            "too_long" => Limits { most_minutes: Some(60), ..Limits::default() },
            "unsupervised" => Limits { supervised: Some(Answer::Yes), ..Limits::default() },
            "too_many" => Limits { most_a_month: Some(0), ..Limits::default() },
            _ => Limits::default(),
        };
        Restriction {
            with: vec![home.father],
            kind: if self.kind == "stopped" { RestrictionKind::Stopped } else { RestrictionKind::Limited },
            limits,
            from: day(FIRST),
            until: (self.end == "a day").then(|| day(LAST)),
            further_notice: self.end == "until further notice",
            ..planned::restriction(home)
        }
    }
}

fn with_father(home: Home) -> Terms {
    Terms { start: Some(time("10:00")), end: Some(time("12:00")), ..Terms::new(vec![home.father]) }
}

fn own(home: Home, on: &str) -> Arrangement {
    Arrangement { terms: with_father(home), ..planned::arrangement(home, Series::once(day(on))) }
}

/// The sibling's visit, at which both the child and the father are.
fn of_sibling(home: Home, on: &str) -> Arrangement {
    let terms = Terms { with: vec![home.child, home.father], ..with_father(home) };
    Arrangement { child: home.sibling, terms, ..own(home, on) }
}

fn session(home: Home, on: &str, outcome: Outcome, staff: &[&str]) -> Session {
    Session {
        people: vec![home.father, home.child],
        staff: staff.iter().map(|name| (*name).to_owned()).collect(),
        mode: Mode::Office,
        ..Session::new(home.family, day(on), SessionKind::FamilySession, outcome)
    }
}

/// What a refusal is for, as codes say it.
fn refused<T>(result: Result<T, Problem>) -> String {
    let Some(problem) = result.err() else { return "none".to_owned() };
    assert_eq!(problem.key, "restricted", "{problem}");
    let told = problem.args.iter().find(|(key, _)| *key == "breach").map_or("", |(_, value)| value.as_str());
    let contacts = ["in_person", "phone", "video", "letter"];
    if contacts.contains(&told) { "contact".to_owned() } else { told.to_owned() }
}

fn line(store: &Store, home: Home, text: &str, today: &str) -> String {
    let family = store.get::<Family>(home.family).unwrap();
    let family = FamilyName { id: family.id, name: family.value.name, case_ref: family.value.case_ref };
    let context = Context { today: day(today), family: Some(family), kind: RecordKind::Session };
    let reading = quickline::read(text, &context, store).unwrap();
    let faults: Vec<&Fault> = reading.parts.iter().filter_map(|part| part.fault()).collect();
    match (faults.as_slice(), &reading.broken) {
        ([], None) => "none".to_owned(),
        ([], Some((against, ..))) => against.breach.code().to_owned(),
        ([Fault::Restricted(against, ..)], _) => {
            assert!(against.is_to_come && reading.session.is_none() && reading.visit.is_none(), "{text}");
            against.breach.code().to_owned()
        }
        other => panic!("{text}: {other:?}"),
    }
}

/// A way to write that they meet on a day to come; gives what it is refused for.
type Way = (&'static str, usize, fn(&Store, Home, &str) -> String);

const WAYS: &[Way] = &[
    ("a visit", 0, |store, home, on| refused(store.plan(&own(home, on), &[], Origin::Direct))),
    ("a visit of the sibling", 0, |store, home, on| refused(store.plan(&of_sibling(home, on), &[], Origin::Direct))),
    ("a visit as a record", 0, |store, home, on| refused(store.add(&of_sibling(home, on), Origin::Direct))),
    ("a series", 0, |store, home, on| {
        let series = saturdays(on).ending(trygg::domain::visit::Ends::Times(1));
        refused(store.plan(&Arrangement { series, ..own(home, on) }, &[], Origin::Direct))
    }),
    ("a series changed", 0, |store, home, on| {
        let elsewhere = Terms { with: vec![home.mother], ..with_father(home) };
        let id = plan(store, &Arrangement { terms: elsewhere, ..own(home, on) });
        let diary = whole(store, home.family);
        let old = diary.arrangement(id).unwrap();
        let edited = Arrangement { terms: with_father(home), ..old.value.clone() };
        let scope = Scope::All { today: day("2026-11-21") };
        let changed = change(id, &old.value, diary.stored(id), &edited, scope);
        refused(store.change_series((id, old.version), diary.stored(id), &changed, Origin::Direct))
    }),
    ("moved there", 0, |store, home, on| {
        let id = plan(store, &own(home, "2026-11-24"));
        refused(say(store, id, "2026-11-24", |one, of| {
            let when = When { on: day(on), ..one.when() };
            one.moved(of, when, None)
        }))
    }),
    ("given to another supporter", 0, |store, home, on| {
        let despite = Some("Redan bestämt".to_owned());
        let id = plan(store, &Arrangement { terms: Terms { despite, ..with_father(home) }, ..own(home, on) });
        let (of, one, seen) = visit(store, id, on);
        // Without its reason any more, and with somebody else.
        let terms = Terms { supporters: vec!["Vera".to_owned()], ..with_father(home) };
        refused(store.write_visits(&[(one.with_terms(&of, terms), seen)]))
    }),
    ("imported visits", 0, |store, home, on| refused(store.import_visits(&[(own(home, on), Vec::new())]))),
    ("imported visits of the sibling", 0, |store, home, on| {
        let said = store.refused_visits(&[(of_sibling(home, on), Vec::new())]).unwrap();
        refused(said.into_iter().next().map_or(Ok(()), |(_, problem)| Err(problem)))
    }),
    ("a line of a visit", 0, |store, home, on| {
        let text = format!("umgänge @Barn-A-1 @Pappa-A-1 {on} 10-12");
        line(store, home, &text, "2026-11-21")
    }),
    ("a line of the sibling's visit", 0, |store, home, on| {
        let text = format!("umgänge Syskon-A-1 @Barn-A-1 @Pappa-A-1 {on} 10-12");
        line(store, home, &text, "2026-11-21")
    }),
    ("a session with staff", 1, |store, home, on| {
        refused(store.add(&session(home, on, Outcome::Planned, &["Lena"]), Origin::Direct))
    }),
    ("a session without", 2, |store, home, on| {
        refused(store.add(&session(home, on, Outcome::Planned, &[]), Origin::Direct))
    }),
    ("imported sessions", 1, |store, home, on| {
        refused(store.import(&[session(home, on, Outcome::Planned, &["Lena"])]))
    }),
    ("imported sessions without staff", 2, |store, home, on| {
        refused(store.import(&[session(home, on, Outcome::Planned, &[])]))
    }),
    ("a session of others that they come to", 1, |store, home, on| {
        let one = Session { people: vec![home.father], ..session(home, on, Outcome::Planned, &["Lena"]) };
        let id = add(store, &one);
        refused(super::desk::change::<Session>(store, id, |one| one.people.push(home.child)))
    }),
    ("a session moved there", 1, |store, home, on| {
        let id = add(store, &session(home, "2026-11-24", Outcome::Planned, &["Lena"]));
        refused(super::desk::change::<Session>(store, id, |one| one.on = day(on)))
    }),
    ("a line of a session", 1, |store, home, on| {
        line(store, home, &format!("träff {on} 10-12 planerad @Barn-A-1 @Pappa-A-1"), "2026-11-21")
    }),
];

/// A casebook of the day, with the restriction of a cell.
fn restricted(cell: &Cell, today: &str) -> (Desk, Store, Home) {
    let desk = Desk::new();
    let store = desk.leader();
    store.count_as_today(day(today));
    let home = planned::home(&store, "A-1");
    add(&store, &cell.restriction(home));
    (desk, store, home)
}

#[test]
fn what_is_to_come_is_refused_however_it_is_written() {
    for cell in cells() {
        let (_desk, store, home) = restricted(&cell, "2026-11-21");
        for (name, way, write) in WAYS {
            assert_eq!(write(&store, home, cell.on), cell.says(*way), "{name}: {cell:?}");
            while store.undo().unwrap().is_some_and(|step| step.noun != "restriction") {}
            store.redo().unwrap();
        }
    }
}

#[test]
fn a_reason_keeps_what_is_to_come() {
    for cell in cells().into_iter().filter(|cell| cell.end == "a day") {
        let (_desk, store, home) = restricted(&cell, "2026-11-21");
        let despite = Some("Barnets födelsedag".to_owned());
        let mut of = of_sibling(home, cell.on);
        of.terms.despite.clone_from(&despite);
        assert_eq!(refused(store.plan(&of, &[], Origin::Direct)), "none", "{cell:?}");
        let one = Session { despite, ..session(home, cell.on, Outcome::Planned, &[]) };
        assert_eq!(refused(store.add(&one, Origin::Direct)), "none", "{cell:?}");
        for text in [
            "umgänge @Barn-A-1 @Pappa-A-1 DAY 10-12 trots(beslut 14)",
            "träff DAY planerad @Barn-A-1 @Pappa-A-1 despite(decision 14)",
        ] {
            assert_eq!(line(&store, home, &text.replace("DAY", cell.on), "2026-11-21"), "none", "{text} {cell:?}");
        }
        // A reason must say something.
        let empty = format!("träff {} planerad @Barn-A-1 @Pappa-A-1 trots()", cell.on);
        let context = Context { today: day("2026-11-21"), family: None, kind: RecordKind::Session };
        let reading = quickline::read(&format!("A-1 {empty}"), &context, &store).unwrap();
        assert!(reading.parts.iter().any(|part| part.fault() == Some(&Fault::MissingReason)), "{empty}");
    }
}

/// What people are told of what was held: which restriction it broke.
fn broke(store: &Store, home: Home) -> Vec<String> {
    let families = [home.family];
    let duties = store.duties(&families, Past::Last, day("2027-01-15")).unwrap();
    let name = |rule: usize| store.rules().all()[rule].name.clone();
    let mut told: Vec<String> = duties
        .iter()
        .filter(|duty| name(duty.rule).ends_with("_despite_restriction") && duty.state.is_waiting())
        .map(|duty| format!("{} {}", name(duty.rule), duty.about.counted_from))
        .collect();
    told.sort();
    told
}

#[test]
fn what_has_been_is_stored_and_put_before_the_leader() {
    for cell in cells() {
        let (_desk, store, home) = restricted(&cell, "2027-01-15");
        let held = |of: &Arrangement| vec![Occurrence::given(ArrangementId(0), of, day(cell.on)).held()];
        let (one, other) = (own(home, cell.on), of_sibling(home, cell.on));
        let says = |way: usize| Some(cell.says(way)).filter(|says| says != "none");
        // It is told before it is stored, and stored.
        let code = |found: Option<trygg::domain::visit::together::Against>| {
            found.map(|against| {
                assert!(!against.is_to_come, "{cell:?}");
                against.breach.code().to_owned()
            })
        };
        assert_eq!(code(store.against_visits(None, &one, &held(&one)).unwrap()), says(0), "{cell:?}");
        assert_eq!(code(store.against_visits(None, &other, &held(&other)).unwrap()), says(0), "{cell:?}");
        let text = format!("umgänge Syskon-A-1 @Barn-A-1 @Pappa-A-1 {} 10-12 hållen", cell.on);
        let text = text.replace(" hållen", "");
        assert_eq!(line(&store, home, &text, "2027-01-15"), cell.says(0), "{cell:?}");
        let talk = format!("träff {} @Barn-A-1 @Pappa-A-1", cell.on);
        assert_eq!(line(&store, home, &talk, "2027-01-15"), cell.says(1), "{cell:?}");
        store.plan(&one, &held(&one), Origin::Direct).unwrap();
        store.import_visits(&[(other.clone(), held(&other))]).unwrap();
        let (led, alone) =
            (session(home, cell.on, Outcome::Held, &["Lena"]), session(home, cell.on, Outcome::Held, &[]));
        assert_eq!(code(store.against_session(&led).unwrap()), says(1), "{cell:?}");
        assert_eq!(code(store.against_session(&alone).unwrap()), says(2), "{cell:?}");
        add(&store, &led);
        store.import(&[alone]).unwrap();
        // Whoever leads sees it, each meeting once.
        let mut expected = Vec::new();
        expected.extend(says(1).map(|_| format!("session_despite_restriction {}", cell.on)));
        expected.extend(says(2).map(|_| format!("session_despite_restriction {}", cell.on)));
        expected.extend(says(0).into_iter().flat_map(|_| vec![format!("visit_despite_restriction {}", cell.on); 2]));
        assert_eq!(broke(&store, home), expected, "{cell:?}");
        // What was called off, or nobody came to, broke nothing.
        add(&store, &session(home, cell.on, Outcome::Cancelled, &["Lena"]));
        add(&store, &session(home, cell.on, Outcome::NoShow, &["Lena"]));
        assert_eq!(broke(&store, home), expected, "{cell:?}");
    }
}

/// What was planned before the restriction came is told as stopped wherever it is shown, and asks for nobody.
#[test]
fn views_show_what_is_stopped() {
    for cell in cells() {
        let desk = Desk::new();
        let store = desk.leader();
        let today = day("2026-11-21");
        store.count_as_today(today);
        let home = planned::home(&store, "A-1");
        // Supervised, so that a supporter is asked for: but where that is what is missing.
        let supervision = if cell.kind == "unsupervised" { Answer::No } else { Answer::Yes };
        let mut of = of_sibling(home, cell.on);
        of.terms.supervision = supervision;
        let id = plan(&store, &of);
        let led = add(&store, &session(home, cell.on, Outcome::Planned, &["Lena"]));
        add(&store, &cell.restriction(home));
        let says = Some(cell.says(0)).filter(|says| says != "none");
        let led_says = Some(cell.says(1)).filter(|says| says != "none");
        let (from, to) = (today, day("2027-01-31"));
        let diary = whole(&store, home.family);
        let stopped = diary.stopped(from, to);
        let why = stopped.get(&(id, day(cell.on))).map(|(_, breach)| breach.code().to_owned());
        assert_eq!(why, says, "the diary: {cell:?}");
        let mut listed = Vec::new();
        let listing = Listing { family: Some(home.family), from: Some(from), to: Some(to) };
        outgoing::each(&store, Noun::Visits, &listing, Audience::House, &mut |row: Row| {
            let RowId::Visit { stopped, .. } = row.id else { panic!("{row:?}") };
            assert_eq!(row.draft.get("outcome"), "planned", "{cell:?}");
            let object = row.object(Noun::Visits.form());
            assert_eq!(object["stopped"].as_str(), stopped.map(|breach| breach.code()), "{cell:?}");
            listed.push(stopped.map(|breach| breach.code().to_owned()));
            Ok(())
        })
        .unwrap();
        assert_eq!(listed, std::slice::from_ref(&says), "list and export: {cell:?}");
        // The week of the visit.
        let near = day(cell.on).checked_sub_days(Days::new(3)).unwrap();
        let planned = store.planned(Whose::Everyones, near, day(cell.on)).unwrap();
        let rows = store.planned_rows(&planned.iter().map(|one| one.id).collect::<Vec<_>>()).unwrap();
        let why = rows.iter().find(|row| row.id == led).unwrap().stopped.map(|breach| breach.code().to_owned());
        assert_eq!(why, led_says, "planned sessions: {cell:?}");
        assert_eq!(store.count_gaps(near).unwrap() == 0, supervision == Answer::No || says.is_some(), "gaps: {cell:?}");
        let sheet = store.hand_over(home.family, near).unwrap();
        let told = sheet.visits.iter().map(|row| row.stopped.map(|breach| breach.code().to_owned()));
        assert_eq!(told.collect::<Vec<_>>(), std::slice::from_ref(&says), "hand-over: {cell:?}");
        assert_eq!(sheet.stopped.get(&led).map(|breach| breach.code().to_owned()), led_says, "hand-over: {cell:?}");
        let due = store.duties(&[home.family], Past::Last, near).unwrap();
        let asks = due.iter().any(|duty| store.rules().all()[duty.rule].name == "supporter_missing");
        assert_eq!(asks, supervision == Answer::Yes && says.is_none(), "nobody is asked for: {cell:?}");
        let one = store.visit(id, day(cell.on)).unwrap();
        let card = store.breach_of(&one).unwrap().map(|breach| breach.code().to_owned());
        assert_eq!(card, says, "its card: {cell:?}");
        let held = one.occurrence.held();
        let asked = store.against_held(&of, &held).unwrap();
        assert_eq!(asked.map(|against| against.breach.code().to_owned()), says, "said to be held: {cell:?}");
    }
}

#[test]
fn whoever_leads_says_that_it_was_seen() {
    let cell = cells().into_iter().find(|cell| cell.kind == "stopped" && cell.on == "2026-12-12").unwrap();
    let (desk, store, home) = restricted(&cell, "2027-01-15");
    let id = add(&store, &session(home, cell.on, Outcome::Held, &["Lena"]));
    assert_eq!(broke(&store, home), ["session_despite_restriction 2026-12-12"]);
    let seen = |by: &str| trygg::domain::deadlines::Exemption {
        family: home.family,
        rule: "session_despite_restriction".to_owned(),
        person: Some(home.child),
        record: id.0,
        counted_from: day(cell.on),
        exempted_on: day("2027-01-15"),
        by: by.to_owned(),
        why: "sett".to_owned(),
    };
    let refused = desk.open("Saga").add(&seen("Saga"), Origin::Direct).unwrap_err();
    assert_eq!(refused.key, "refused", "only whoever leads");
    add(&store, &seen("Lena"));
    assert_eq!(broke(&store, home), Vec::<String>::new());
    // The duty names the one whom contact is restricted with.
    let duties = store.duties(&[home.family], Past::Last, day("2027-01-15")).unwrap();
    let names = store.names_of(&duties).unwrap();
    let about: Vec<_> = names.with.values().flatten().collect();
    assert!(about.iter().all(|person| **person == home.father) && !about.is_empty(), "{names:?}");
}

#[test]
fn only_an_agreement_restricts_contact_under_consent() {
    use trygg::domain::codes::LegalBasis::{Lvu2, Sol};
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let restriction = planned::restriction(home);
    let agreed = Restriction { decided_on: None, decided_by: None, ..restriction.clone() };
    let asks = |of: &Restriction| store.allows_agreement_only(of).unwrap();
    assert!(!asks(&restriction), "nobody says on what the child is placed");
    let placed = super::desk::placement(home.child, "2026-02-02");
    let id = add(&store, &trygg::domain::placement::Placement { legal_basis: Some(Sol), ..placed });
    assert!(asks(&restriction) && !asks(&agreed));
    super::desk::change::<trygg::domain::placement::Placement>(&store, id, |one| one.legal_basis = Some(Lvu2)).unwrap();
    assert!(!asks(&restriction));
}

#[test]
fn a_month_is_counted_whoevers_visit_it_is() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let twice = Limits { most_a_month: Some(2), ..Limits::default() };
    add(&store, &Restriction { with: vec![home.father], ..planned::limited(home, twice) });
    plan(&store, &own(home, "2026-12-05"));
    plan(&store, &of_sibling(home, "2026-12-12"));
    assert_eq!(refused(store.plan(&own(home, "2026-12-19"), &[], Origin::Direct)), "too_many");
    assert_eq!(refused(store.plan(&of_sibling(home, "2026-12-01"), &[], Origin::Direct)), "too_many");
    let next: NaiveDate = day("2027-01-02");
    assert_eq!(next.month(), 1);
    assert_eq!(refused(store.plan(&own(home, "2027-01-02"), &[], Origin::Direct)), "none");
    let _ = Directory::members(&store, home.family).unwrap();
}
