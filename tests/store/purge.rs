//! Purging: two people, rules asked twice, and nothing left to read.

use chrono::NaiveDate;
use trygg::domain::codes::{AccessDecision, FamilyStatus, MemberRole};
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, SessionId};
use trygg::domain::noun::NounKind;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::Problem;
use trygg::domain::purge::Verdict;
use trygg::domain::session::Session;
use trygg::store::{Correction, FamilyFilter, LookAsked, Lot, Origin, Store, Trail};

use super::access_table::{Seen, Trial, done};
use super::desk::{self, Desk, add, change, day};
use super::plain_pages::{self, words_in};
use super::secrecy::{SECRETS, write_everything};

/// As `access_table::TABLE`. What the rules propose is another matter than who may ask.
pub const PURGE: &[(&str, &str, Trial)] = &[
    ("purge_rules", "AAAAAAA", |_, store, _| {
        store.purge_rules();
        Ok(Seen::Yes)
    }),
    ("purge_of", "---T---", |_, store, on| done(store.purge_of(on.case.family, later()))),
    ("purge_candidates", "---A---", |_, store, _| done(store.purge_candidates(later()))),
    ("ask_to_purge", "---T---", |_, store, on| allowed(store.ask_to_purge(&[on.case.family], later()))),
    ("withdraw_purge", "---A-A-", |_, store, _| not_there(store.withdraw_purge(99.into()))),
    ("confirm_purge", "---A-A-", |_, store, _| not_there(store.confirm_purge(99.into(), later()))),
    ("correct", "OOOT---", |desk, store, on| done(corrected(&desk.leader(), store, on.case.session))),
    ("changes_of", "OOOT--T", |_, store, on| done(store.changes_of(NounKind::Sessions, on.case.session.0))),
    ("family_of_record", "OOOT--T", |_, store, on| done(store.family_of_record::<Session>(on.case.session.0))),
    ("purge_requests", "---A-A-", |_, store, _| done(store.purge_requests())),
];

/// A correction of a session, as somebody has it before them who reads it.
fn corrected(reader: &Store, store: &Store, id: SessionId) -> Result<(), Problem> {
    let now = reader.get::<Session>(id)?;
    let value = Session { next_step: Some("Ring".to_owned()), ..now.value };
    let why = Correction { reason: "fel".to_owned(), asked_by: None };
    store.correct(id, now.version, &value, &why).map(drop)
}

/// Done, or refused by the rules and so not by the role.
fn allowed<T>(tried: Result<T, Problem>) -> Result<Seen, Problem> {
    match tried {
        Err(problem) if problem.key == "purge-not-proposed" => Ok(Seen::Yes),
        tried => done(tried),
    }
}

/// Of a request that is not there.
fn not_there<T>(tried: Result<T, Problem>) -> Result<Seen, Problem> {
    match tried {
        Err(problem) if problem.key == "not-found" => Ok(Seen::Yes),
        tried => done(tried),
    }
}

/// A day long after anything was written.
pub fn later() -> NaiveDate {
    day("2033-06-01")
}

/// A unit in a municipality where all but a sample is purged.
pub fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::write(desk.casebook.directory().join("purge.toml"), "municipality = \"1380\"").unwrap();
    desk
}

/// A closed family without a placement, whose people were born on days outside the sample.
fn closed(store: &Store, case_ref: &str) -> FamilyId {
    let closed = Family {
        status: FamilyStatus::Closed,
        closed_on: Some(day("2026-11-02")),
        ..desk::family(case_ref, &format!("Familjen {case_ref}"))
    };
    let family = add(store, &closed);
    let born = Person { birth_on: Some(day("2017-01-01")), ..desk::member(family, &format!("P-{case_ref}"), "Barn") };
    add(store, &born);
    family
}

fn proposed(store: &Store) -> Vec<String> {
    let all = store.purge_candidates(later()).unwrap();
    let is_proposed = |verdict| matches!(verdict, Verdict::Propose { .. });
    all.into_iter().filter(|one| is_proposed(one.proposal.verdict)).map(|one| one.case_ref).collect()
}

#[test]
fn a_file_is_proposed_only_when_nothing_keeps_it() {
    let desk = desk();
    let store = desk.leader();
    let plain = closed(&store, "A-1");
    let sampled = closed(&store, "A-2");
    let placed = closed(&store, "A-3");
    let open = closed(&store, "A-4");
    let person = |family, birth: Option<&str>, role: MemberRole| {
        let reference = format!("Q-{family:?}-{role:?}");
        let born = Person { birth_on: birth.map(day), role, ..desk::member(family, &reference, "Q") };
        add(&store, &born)
    };
    person(sampled, Some("1980-03-15"), MemberRole::Mother);
    let child = person(placed, Some("2015-03-14"), MemberRole::Child);
    let placement = add(&store, &desk::placement(child, "2026-02-02"));
    change::<Family>(&store, open, |family| (family.status, family.closed_on) = (FamilyStatus::Active, None)).unwrap();
    assert_eq!(proposed(&store), ["A-1"]);
    store.remove::<Placement>(placement).unwrap();
    assert_eq!(proposed(&store), ["A-1", "A-3"], "a placement that was entered by mistake");
    person(plain, None, MemberRole::FamilyHomeParent);
    assert_eq!(proposed(&store), ["A-1", "A-3"], "a family home has its own file");
    person(plain, None, MemberRole::Father);
    assert_eq!(proposed(&store), ["A-3"], "somebody whose birthday nobody knows may be of the sample");
    assert_eq!(store.purge_candidates(day("2031-11-02")).unwrap().len(), 3, "told of before their time, and why");
    assert!(store.purge_candidates(day("2031-11-01")).unwrap().is_empty());
}

#[test]
fn whoever_asks_cannot_confirm_and_rules_are_asked_again() {
    let desk = desk();
    let (leader, other) = (desk.leader(), desk.open("Ada"));
    let family = closed(&leader, "A-1");
    let id = leader.ask_to_purge(&[family], later()).unwrap();
    assert_eq!(leader.confirm_purge(id, later()).unwrap_err().key, "purge-needs-another");
    // It was opened again meanwhile.
    change::<Family>(&leader, family, |family| family.status = FamilyStatus::Active).unwrap();
    let refused = other.confirm_purge(id, later()).unwrap_err();
    assert_eq!((refused.key, refused.args.len()), ("purge-changed", 0), "an administrator is told of no case");
    assert_eq!(leader.families(&FamilyFilter::default(), later(), 0, 9).unwrap().len(), 1, "nothing is purged");
    other.withdraw_purge(id).unwrap();
    assert_eq!(other.confirm_purge(id, later()).unwrap_err().key, "purge-ended");
    assert_eq!(leader.ask_to_purge(&[family], later()).unwrap_err().key, "purge-not-proposed");
    assert_eq!(leader.ask_to_purge(&[], later()).unwrap_err().key, "nothing-to-purge");
}

#[test]
fn what_waits_stands_on_the_week_of_whoever_may_confirm() {
    let desk = desk();
    let family = closed(&desk.leader(), "A-1");
    let about = |user: &str| -> Vec<&str> {
        desk.open(user).matters(later()).unwrap().into_iter().map(|matter| matter.about).collect()
    };
    assert!(!about("Lena").contains(&"purge"));
    let id = desk.leader().ask_to_purge(&[family], later()).unwrap();
    assert!(about("Lena").contains(&"purge") && about("Ada").contains(&"purge"));
    assert!(!about("Saga").contains(&"purge") && !about("Stig").contains(&"purge"));
    desk.open("Ada").confirm_purge(id, later()).unwrap();
    assert!(!about("Lena").contains(&"purge"));
}

/// The family is taken out of the house with another, and a review finds that and other readings.
fn looked_at(desk: &Desk, family: FamilyId, other: FamilyId) {
    let leader = desk.leader();
    let lot =
        Lot { of: Some(NounKind::Families), reason: Some("Revision av Nyttfamiljenamn"), ..Lot::new("families", None) };
    leader.journal_export(&lot).unwrap();
    for one in [family, other] {
        leader.journal_reading(one).unwrap();
    }
    leader.make_review(Some(day("2026-01-01")), None, later()).unwrap();
    let found = leader.findings(None).unwrap();
    for finding in found.iter().filter(|found| found.looks.iter().any(|look| look.families.contains(&family))) {
        leader.decide(finding.id, AccessDecision::Ask, Some("Frågade om Nyttfamiljenamn")).unwrap();
    }
}

#[test]
fn nothing_of_a_purged_file_can_be_read_in_any_page() {
    let desk = desk();
    let leader = desk.leader();
    write_everything(&leader);
    let kept = add(&leader, &desk::family("B-1", "Kvarvarandesson"));
    let family = leader.families(&FamilyFilter::default(), later(), 0, 9).unwrap();
    let family = family.iter().find(|row| row.name == "Nyttfamiljenamn").unwrap().id;
    for person in leader.people_of(family).unwrap() {
        change::<Person>(&leader, person.id, |person| person.birth_on = Some(day("2017-01-01"))).unwrap();
        let placements = leader.family_page(family, later()).unwrap().people;
        for placement in placements.iter().flat_map(|person| &person.placements) {
            leader.remove::<Placement>(placement.id).unwrap();
        }
    }
    leader.keep_draft("form", "{\"family\":\"Aktnr-7781\",\"note\":\"Utkastet om familjen\"}").unwrap();
    change::<Family>(&leader, family, |family| {
        (family.status, family.closed_on) = (FamilyStatus::Closed, Some(day("2026-11-20")));
    })
    .unwrap();
    let pages = || plain_pages::of(desk.casebook.directory());
    let mut secrets = SECRETS.to_vec();
    secrets.push("Utkastet om familjen");
    looked_at(&desk, family, kept);
    secrets.push("Revision av Nyttfamiljenamn");
    secrets.push("Frågade om Nyttfamiljenamn");
    let before = words_in(&pages(), &secrets);
    assert!(before.len() > 40, "the search finds what is there: {before:?}");
    let id = leader.ask_to_purge(&[family], later()).unwrap();
    let purged = desk.open("Ada").confirm_purge(id, later()).unwrap();
    assert_eq!((purged.families, purged.records["session"].as_u64()), (1, Some(1)));
    assert!(purged.rows > 20);
    // Names of staff are theirs, not the family's; neither is when somebody was away, nor a text of no family.
    let others = [
        "Kollegansson",
        "Stödjarsson",
        "Uppgiftstagarsson",
        "Frånvarande Stödjarsson",
        "kalender-uid-7781",
        "Närvarande Kollegansson",
        "Kartritarsson",
        "Utkastord",
        "kladdplats",
    ];
    let left: Vec<&str> = words_in(&pages(), &secrets).into_iter().filter(|word| !others.contains(word)).collect();
    assert_eq!(left, [""; 0]);
    assert_eq!(words_in(&pages(), &["Kvarvarandesson"]).len(), 1, "others stay");
    assert_eq!(leader.get::<Family>(kept).unwrap().value.name, "Kvarvarandesson");
    assert!(leader.get::<Family>(family).is_err());
    let rows = leader.journal(Trail::Newest, 500).unwrap();
    assert!(rows.iter().any(|row| row.noun == "session" && row.after.is_none()), "rows stay, without what they said");
    assert!(leader.add(&desk::family("Aktnr-7781", "Ny"), Origin::Direct).is_ok(), "the reference is free again");
    let of = LookAsked { family: Some(kept), ..LookAsked::default() };
    let export = leader.looks(&of).unwrap().into_iter().find(|row| row.act == "export");
    assert_eq!(
        export.map(|row| (row.user, row.reason)),
        Some(("Lena".to_owned(), None)),
        "that others were read stays"
    );
    assert!(leader.findings(Some(1)).unwrap().iter().all(|found| found.note.is_none()));
    let proof = leader.verify(&desk.casebook).unwrap();
    assert!(proof.holds(), "{:?}", proof.checks.iter().find(|check| !check.holds()));
}
