//! Who has looked: what is read leaves rows that name the families, once, from where, and why; who may read them; and
//! what of them one person of a family may be told.

use std::collections::BTreeSet;

use trygg::domain::codes::{AccessDecision, AccessSignal, MemberRole, Outcome, SessionKind};
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::looked::Whence;
use trygg::domain::noun::NounKind;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::Kind;
use trygg::domain::session::Session;
use trygg::exchange::looked::{Did, for_one};
use trygg::store::{FamilyFilter, FindingRow, LookAsked, LookRow, Lot, Store};

use super::desk::{self, Desk, add, add_case};

/// All looks of a user, oldest first.
fn looks(desk: &Desk, user: &str) -> Vec<LookRow> {
    let asked = LookAsked { user: Some(user.to_owned()), ..LookAsked::default() };
    let mut rows = desk.leader().looks(&asked).unwrap();
    rows.reverse();
    rows
}

fn told(row: &LookRow) -> (&str, &str, Vec<FamilyId>) {
    (row.act.as_str(), row.noun.as_str(), row.families.clone())
}

fn page(store: &Store) -> Vec<FamilyId> {
    store.families(&FamilyFilter::default(), desk::today(), 0, 50).unwrap().iter().map(|row| row.id).collect()
}

#[test]
fn a_page_of_a_list_names_its_families_once_and_no_row_is_written_by_reading_it() {
    let desk = Desk::new();
    let leader = desk.leader();
    let one = add(&leader, &desk::family("A-1", "Alm"));
    let two = add(&leader, &desk::family("A-2", "Berg"));
    let saga = desk.open("Saga");
    let newest = saga.newest().unwrap();
    for _ in 0..20 {
        assert_eq!(page(&saga), [one, two]);
    }
    assert_eq!(saga.newest().unwrap(), newest, "no key waits for a row");
    assert!(saga.has_looks());
    saga.tell_looks();
    assert!(!saga.has_looks());
    page(&saga);
    saga.tell_looks();
    let rows = looks(&desk, "Saga");
    assert_eq!(rows.iter().map(told).collect::<Vec<_>>(), [("list", "family", vec![one, two])]);
    assert_eq!(rows[0].count, 2);
}

#[test]
fn each_opening_is_a_row_and_what_is_read_of_an_open_family_is_none() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    saga.journal_reading(case.family).unwrap();
    saga.family_page(case.family, desk::today()).unwrap();
    saga.get::<Session>(case.session).unwrap();
    page(&saga);
    saga.journal_reading(case.family).unwrap();
    saga.tell_looks();
    let family = vec![case.family];
    assert_eq!(
        looks(&desk, "Saga").iter().map(told).collect::<Vec<_>>(),
        [("open", "family", family.clone()), ("open", "family", family)]
    );
}

#[test]
fn a_record_that_is_read_by_itself_is_told_once_and_the_family_when_its_page_is() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    for _ in 0..2 {
        saga.get::<Session>(case.session).unwrap();
    }
    for _ in 0..2 {
        saga.family_page(case.family, desk::today()).unwrap();
    }
    saga.get::<trygg::domain::placement::Placement>(case.placement).unwrap();
    drop(saga);
    let rows = looks(&desk, "Saga");
    let opened: Vec<_> = rows.iter().filter(|row| row.act == "open").collect();
    let opened: Vec<_> = opened.iter().map(|row| (row.noun.as_str(), row.record)).collect();
    assert_eq!(opened, [("session", case.session.0), ("family", case.family.0)], "all of it is open then");
}

#[test]
fn a_search_is_a_row_whatever_it_finds() {
    let desk = Desk::new();
    let leader = desk.leader();
    let alm = add(&leader, &desk::family("A-1", "Alm"));
    let saga = desk.open("Saga");
    for letters in ["a", "al", "alm"] {
        saga.find(letters, 9).unwrap();
    }
    saga.tell_looks();
    saga.find("qqqq", 9).unwrap();
    saga.tell_looks();
    let rows = looks(&desk, "Saga");
    assert_eq!(
        rows.iter().map(told).collect::<Vec<_>>(),
        [("search", "search", vec![alm]), ("search", "search", vec![])]
    );
    // What was typed may be the name of somebody who is in no file of ours, or in one that is purged.
    assert!(rows.iter().all(|row| row.said.is_empty()), "{rows:?}");
}

#[test]
fn a_row_says_from_where_and_an_unlocking_is_one() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let whence = Whence::new("pts/3", "192.0.2.7", "stodet");
    let open = || desk.casebook.clone().at(whence.clone()).unlock("Saga", "", desk::clock).unwrap();
    let saga = open();
    saga.journal_reading(case.family).unwrap();
    saga.journal_reading(case.family).unwrap();
    drop(saga);
    // Whoever reads nothing has unlocked it all the same.
    drop(open());
    let rows = looks(&desk, "Saga");
    let acts: Vec<&str> = rows.iter().map(|row| row.act.as_str()).collect();
    assert_eq!(acts, ["unlock", "open", "open", "unlock"]);
    assert!(rows.iter().all(|row| row.whence == whence), "{rows:?}");
}

#[test]
fn a_file_names_every_family_in_it_in_one_row() {
    let desk = Desk::new();
    let leader = desk.leader();
    let families: Vec<FamilyId> =
        (0..260).map(|number| add(&leader, &desk::family(&format!("A-{number:03}"), "Ek"))).collect();
    let newest = leader.newest().unwrap();
    let lot = Lot { of: Some(NounKind::Families), reason: Some("revision"), ..Lot::new("families", None) };
    leader.journal_export(&lot).unwrap();
    assert_eq!(leader.newest().unwrap(), newest + 1);
    for family in [families[0], families[259]] {
        let found = leader.looks(&LookAsked { family: Some(family), ..LookAsked::default() }).unwrap();
        let export = found.iter().find(|row| row.act == "export").unwrap();
        assert_eq!((export.count, export.reason.as_deref()), (260, Some("revision")));
        assert_eq!(export.families.len(), 50, "enough to see what it was");
    }
    // A file of placements concerns those who have one.
    let case = add_case(&leader, "B-1");
    leader.journal_export(&Lot { of: Some(NounKind::Placements), ..Lot::new("placements", None) }).unwrap();
    let placements = looks(&desk, "Lena").into_iter().find(|row| row.noun == "placements").unwrap();
    assert_eq!(placements.families, [case.family]);
}

#[test]
fn who_leads_reads_the_log_an_administrator_reads_no_family_and_others_read_of_themselves() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    saga.journal_export(&Lot { reason: Some("Ek bad om det"), ..Lot::new("people", Some(case.family)) }).unwrap();
    let all = LookAsked::default();
    let of = LookAsked { family: Some(case.family), ..LookAsked::default() };
    let export = |rows: Vec<LookRow>| rows.into_iter().find(|row| row.act == "export").unwrap();
    let seen = export(desk.leader().looks(&all).unwrap());
    assert_eq!((seen.families.as_slice(), seen.reason.as_deref()), ([case.family].as_slice(), Some("Ek bad om det")));
    let counted = export(desk.open("Ada").looks(&all).unwrap());
    assert_eq!((counted.families.len(), counted.count, counted.reason, counted.record), (0, 1, None, 0));
    assert_eq!(desk.open("Ada").looks(&of).unwrap_err().kind, Kind::Refused);
    let own = saga.looks(&all).unwrap();
    assert!(own.iter().all(|row| row.user == "Saga") && own.iter().any(|row| row.act == "export"), "{own:?}");
    let others = LookAsked { user: Some("Lena".to_owned()), ..LookAsked::default() };
    assert_eq!(saga.looks(&others).unwrap_err().kind, Kind::Refused);
    assert_eq!(saga.looks(&of).unwrap().iter().filter(|row| row.user != "Saga").count(), 0);
}

#[test]
fn the_log_is_of_whole_days_in_sweden() {
    let desk = Desk::new();
    let case = add_case(&desk.leader(), "A-1");
    let saga = desk.open("Saga");
    saga.journal_reading(case.family).unwrap();
    let day = looks(&desk, "Saga")[0].at.with_timezone(&chrono_tz::Europe::Stockholm).date_naive();
    let between = |from, to| {
        let asked = LookAsked { user: Some("Saga".to_owned()), from: Some(from), to: Some(to), ..LookAsked::default() };
        desk.leader().looks(&asked).unwrap().len()
    };
    assert_eq!(between(day, day), 1);
    assert_eq!(between(day.succ_opt().unwrap(), day.succ_opt().unwrap()), 0);
    assert_eq!(between(day.pred_opt().unwrap(), day.pred_opt().unwrap()), 0);
}

/// A family of two adults who may not know of one another.
struct Two {
    family: FamilyId,
    mother: PersonId,
    father: PersonId,
    child: PersonId,
}

fn two(store: &Store) -> Two {
    let family = add(store, &desk::family("A-1", "Ek"));
    let adult = |reference: &str, name: &str, role| Person::new(family, reference, name, role);
    let mother = add(store, &adult("A-1-2", "Mona", MemberRole::Mother));
    let father = add(store, &adult("A-1-3", "Per", MemberRole::Father));
    let child = add(store, &desk::member(family, "A-1-1", "Ia"));
    Two { family, mother, father, child }
}

fn session_with(store: &Store, of: &Two, who: PersonId) -> Session {
    let session = Session {
        staff: vec!["Saga".to_owned()],
        people: vec![who],
        ..Session::new(of.family, desk::day("2026-11-03"), SessionKind::Conversation, Outcome::Held)
    };
    let id = add(store, &session);
    store.get(id).unwrap().value
}

fn account(desk: &Desk, of: &Two, who: PersonId) -> trygg::exchange::looked::Account {
    let leader = desk.leader();
    let asked = LookAsked { family: Some(of.family), user: Some("Saga".to_owned()), ..LookAsked::default() };
    let rows = leader.looks(&asked).unwrap();
    for_one(&leader, &rows, who).unwrap()
}

#[test]
fn one_adult_is_not_told_of_what_concerns_the_other() {
    let desk = Desk::new();
    let leader = desk.leader();
    let of = two(&leader);
    session_with(&leader, &of, of.mother);
    let hers = leader.sessions(&trygg::store::SessionFilter::default(), 0, 9).unwrap()[0].id;
    let saga = || desk.open("Saga");
    saga().get::<Session>(hers).unwrap();
    assert_eq!(account(&desk, &of, of.mother).looks.len(), 1);
    assert_eq!(account(&desk, &of, of.father).looks.len(), 0, "that there was a talk with her is not his to know");
    saga().journal_reading(of.family).unwrap();
    for who in [of.mother, of.father, of.child] {
        let told = account(&desk, &of, who).looks;
        assert!(told.iter().any(|look| look.did == Did::Read && look.user == "Saga"), "the file is everybody's");
    }
    // A paper that was made for her is hers alone.
    let sheet = Lot { to_one: Some(of.mother), ..Lot::new("handover", Some(of.family)) };
    saga().journal_print(&sheet).unwrap();
    let printed = |who| account(&desk, &of, who).looks.iter().filter(|look| look.did == Did::Printed).count();
    assert_eq!((printed(of.mother), printed(of.father)), (1, 0));
}

#[test]
fn nobody_is_told_that_there_is_a_home_that_is_kept_back() {
    let desk = Desk::new();
    let leader = desk.leader();
    let of = two(&leader);
    let placement = add(&leader, &Placement { home: Some("Gården".into()), ..desk::placement(of.child, "2026-03-03") });
    desk.open("Saga").journal_opening("place", placement.0, of.family).unwrap();
    assert_eq!(looks(&desk, "Saga").last().unwrap().noun, "place", "the log has it");
    for who in [of.mother, of.father, of.child] {
        assert_eq!(account(&desk, &of, who).looks, [], "{who:?}");
    }
}

#[test]
fn what_leaves_the_house_is_told_to_those_who_have_a_part_in_it() {
    let desk = Desk::new();
    let leader = desk.leader();
    let of = two(&leader);
    session_with(&leader, &of, of.mother);
    let lot = Lot { of: Some(NounKind::Sessions), ..Lot::new("sessions", Some(of.family)) };
    desk.open("Saga").journal_export(&lot).unwrap();
    let took_out = |who| account(&desk, &of, who).looks.iter().filter(|look| look.did == Did::TookOut).count();
    assert_eq!((took_out(of.mother), took_out(of.father)), (1, 0));
    let saga = desk.open("Saga");
    page(&saga);
    saga.find("ek", 9).unwrap();
    drop(saga);
    assert_eq!(account(&desk, &of, of.father).listed, 2, "lists and searches are told as a number");
}

/// A day after all that the clock of these tests tells.
fn later(desk: &Desk) -> chrono::NaiveDate {
    looks(desk, "Saga").last().unwrap().at.date_naive() + chrono::Days::new(2)
}

#[test]
fn a_review_draws_a_sample_and_is_decided_on_one_by_one() {
    let desk = Desk::new();
    let leader = desk.leader();
    let mut families = Vec::new();
    for number in 0..30 {
        families.push(add(&leader, &desk::family(&format!("A-{number}"), "Ek")));
    }
    let saga = desk.open("Saga");
    families.iter().for_each(|family| saga.journal_reading(*family).unwrap());
    let today = later(&desk);
    let number = leader.make_review(Some(desk::day("2026-01-01")), None, today).unwrap();
    let found = leader.findings(Some(number)).unwrap();
    let samples: Vec<_> = found.iter().filter(|finding| finding.signal == AccessSignal::Sample).collect();
    assert_eq!(samples.len(), leader.access_rules().review.samples);
    assert!(samples.iter().all(|finding| finding.looks.len() == 1 && finding.user == "Saga"), "{samples:?}");
    assert!(
        leader.review_stand(today).unwrap().undecided == found.len() && !leader.review_stand(today).unwrap().is_due
    );
    assert_eq!(leader.matters(today).unwrap()[0].about, "review-undecided");
    let (first, second) = (found[0].id, found[1].id);
    leader.decide(first, AccessDecision::Fine, None).unwrap();
    leader.decide(second, AccessDecision::Ask, Some(" varför på kvällen? ")).unwrap();
    assert_eq!(leader.decide(first, AccessDecision::Report, None).unwrap_err().key, "finding-decided");
    let decided = leader.findings(Some(number)).unwrap();
    assert_eq!(decided[1].decision, Some(AccessDecision::Ask));
    assert_eq!(
        (decided[1].note.as_deref(), decided[1].decided_by.as_deref()),
        (Some("varför på kvällen?"), Some("Lena"))
    );
    assert_eq!(leader.review_stand(today).unwrap().undecided, found.len() - 2);
    // Each step stands in the journal, which the chain covers.
    let trail = leader.journal(trygg::store::Trail::Newest, 2).unwrap();
    let steps: Vec<_> = trail.iter().map(|row| (row.act.as_str(), row.noun.as_str(), row.record)).collect();
    assert_eq!(steps, [("change", "access_finding", second), ("change", "access_finding", first)]);
    assert!(
        leader.undoable().unwrap().is_none_or(|step| step.label != "access_finding"),
        "no key takes a decision back"
    );
}

#[test]
fn what_stands_out_is_found_with_the_rows_behind_it() {
    let desk = Desk::of_teams();
    let leader = desk.leader();
    let family = add(&leader, &desk::family("A-1", "Ek"));
    add(&leader, &Person { family_name: Some("Saga".into()), ..desk::member(family, "A-1-1", "Ia") });
    desk.open("Saga").journal_reading(family).unwrap();
    desk::change::<trygg::domain::family::Family>(&leader, family, |family| {
        family.child_support = vec!["Kim".to_owned()]
    })
    .unwrap();
    let olof = desk.open("Olof");
    olof.break_glass("A-1", "mamman ringde").unwrap();
    olof.journal_reading(family).unwrap();
    leader.mark_conflict(family, Some("Vera")).unwrap();
    assert_eq!(desk.open("Vera").journal_reading(family).unwrap_err().key, "not-found");
    desk.open("Joel").journal_reading(family).unwrap();
    let number = leader.make_review(Some(desk::day("2026-01-01")), None, later(&desk)).unwrap();
    let found = leader.findings(Some(number)).unwrap();
    let (drawn, found): (Vec<_>, Vec<_>) = found.iter().partition(|finding| finding.signal == AccessSignal::Sample);
    let of = |found: &[&FindingRow]| -> BTreeSet<(String, AccessSignal)> {
        found.iter().map(|finding| (finding.user.clone(), finding.signal)).collect()
    };
    let expected = [
        ("Saga", AccessSignal::SameName),
        ("Saga", AccessSignal::Unassigned),
        ("Olof", AccessSignal::Emergency),
        ("Vera", AccessSignal::Conflict),
    ];
    assert_eq!(
        of(&found),
        expected.map(|(user, signal)| (user.to_owned(), signal)).into(),
        "on call nothing stands out"
    );
    assert_eq!(of(&drawn), ["Saga", "Olof", "Joel"].map(|user| (user.to_owned(), AccessSignal::Sample)).into());
    for finding in found {
        let act = if finding.signal == AccessSignal::Conflict { "refuse" } else { "open" };
        assert_eq!(finding.family.as_ref().map(|(id, ..)| *id), Some(family));
        assert!(!finding.looks.is_empty());
        assert!(
            finding.looks.iter().all(|look| (look.act.as_str(), &look.user) == (act, &finding.user)),
            "{finding:?}"
        );
    }
}

#[test]
fn a_file_of_many_families_stands_out_with_all_of_them() {
    let desk = Desk::new();
    std::fs::write(desk.casebook.directory().join("access.toml"), "[review]\nmany_families = 60").unwrap();
    let leader = desk.leader();
    for number in 0..60 {
        add(&leader, &desk::family(&format!("A-{number:03}"), "Ek"));
    }
    let lot = Lot { of: Some(NounKind::Families), ..Lot::new("families", None) };
    desk.open("Saga").journal_export(&lot).unwrap();
    let number = leader.make_review(Some(desk::day("2026-01-01")), None, later(&desk)).unwrap();
    let found = leader.findings(Some(number)).unwrap();
    let many: Vec<_> = found.iter().filter(|finding| finding.signal == AccessSignal::Many).collect();
    assert_eq!(many.iter().map(|finding| finding.user.as_str()).collect::<Vec<_>>(), ["Saga"]);
    assert_eq!((many[0].looks[0].act.as_str(), many[0].looks[0].count), ("export", 60));
}

#[test]
fn nobody_is_told_by_their_own_log_of_a_family_that_is_closed_to_them() {
    let desk = Desk::new();
    let leader = desk.leader();
    let family = add(&leader, &desk::family("A-1", "Ek"));
    desk.open("Saga").journal_reading(family).unwrap();
    let own = || {
        let rows = desk.open("Saga").looks(&LookAsked::default()).unwrap();
        rows.iter().filter(|row| row.count > 0).count()
    };
    assert_eq!(own(), 1);
    leader.mark_conflict(family, Some("Saga")).unwrap();
    desk.open("Saga").journal_reading(family).unwrap_err();
    assert_eq!(own(), 0, "neither what was read before nor what was refused");
    let acts = |rows: Vec<LookRow>| rows.into_iter().map(|row| row.act).collect::<Vec<_>>();
    let of = LookAsked { family: Some(family), user: Some("Saga".to_owned()), ..LookAsked::default() };
    assert_eq!(acts(leader.looks(&of).unwrap()), ["refuse", "open"], "whoever leads is told of both");
}

#[test]
fn a_review_begins_where_the_last_one_ended_and_is_due_again() {
    let desk = Desk::new();
    let leader = desk.leader();
    let family = add(&leader, &desk::family("A-1", "Ek"));
    desk.open("Saga").journal_reading(family).unwrap();
    let today = later(&desk);
    let every = chrono::Days::new(leader.access_rules().review.every_days.into());
    assert!(!leader.review_stand(today).unwrap().is_due, "there is not yet as much to review");
    assert!(leader.review_stand(today + every).unwrap().is_due);
    assert_eq!(leader.matters(today + every).unwrap()[0].about, "review-due");
    let first = leader.make_review(None, None, today).unwrap();
    let until = leader.review_stand(today).unwrap().until.unwrap();
    assert_eq!(until, today.pred_opt().unwrap());
    assert_eq!(leader.make_review(None, None, today).unwrap_err().key, "days-in-order", "nothing is reviewed twice");
    let second = leader.make_review(None, None, today + every).unwrap();
    assert_eq!(second, first + 1);
    assert_eq!(leader.findings(Some(second)).unwrap(), []);
}

#[test]
fn who_reaches_no_case_and_who_leads_nobody_review_nothing() {
    let desk = Desk::new();
    add_case(&desk.leader(), "A-1");
    for user in ["Saga", "Vera", "Kim", "Stig", "Ada"] {
        let store = desk.open(user);
        let refused = [
            store.review_stand(desk::today()).map(drop),
            store.make_review(None, None, desk::today()).map(drop),
            store.findings(None).map(drop),
            store.decide(1, AccessDecision::Fine, None),
        ];
        assert!(refused.iter().all(|done| done.as_ref().is_err_and(|problem| problem.kind == Kind::Refused)), "{user}");
        assert!(store.matters(desk::today()).unwrap().is_empty(), "{user}");
    }
}
