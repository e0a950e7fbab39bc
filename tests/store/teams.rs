//! Teams, conflicts of interest, emergencies, hours, and what a crisis supporter is told: as people meet them.

use chrono::{DateTime, NaiveTime, Utc};
use trygg::domain::access::{Reach, Right};
use trygg::domain::check_in::Meeting;
use trygg::domain::codes::MemberRole;
use trygg::domain::directory::Directory;
use trygg::domain::entry::Names as _;
use trygg::domain::family::Family;
use trygg::domain::ids::FamilyId;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::store::{AccountChange, Called, FamilyFilter, GoesOn, Listing, Origin, SessionFilter, Store, Trail, Whose};

use super::desk::{self, Desk, OTHER, add, key, today};

/// A family of the other team, led by Olof, with a child of a number.
fn theirs(desk: &Desk, case_ref: &str) -> FamilyId {
    let olof = desk.open("Olof");
    let family = add(&olof, &Family { child_support: vec![], ..desk::family(case_ref, "Hemlig") });
    let child = Person {
        personal_id: Some("201701012393".to_owned()),
        ..desk::member(family, &format!("{case_ref}-1"), "Tova")
    };
    add(&olof, &child);
    family
}

fn case_refs(store: &Store) -> Vec<String> {
    let rows = store.families(&FamilyFilter::default(), today(), 0, 99).unwrap();
    rows.into_iter().map(|row| row.case_ref).collect()
}

#[test]
fn of_another_team_nothing_is_told_not_even_a_reference() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    let hidden = theirs(&desk, "N-7");
    let own = add(&lena, &desk::family("A-1", "Egen"));
    assert_eq!(case_refs(&lena), ["A-1"]);
    assert_eq!(lena.count_families(&FamilyFilter::default()).unwrap(), 1);
    assert_eq!(desk.open("Olof").count_families(&FamilyFilter::default()).unwrap(), 1);
    for typed in ["hemlig", "N-7", "tova", "201701012393", "heml"] {
        assert_eq!(lena.find(typed, 9).unwrap(), [], "{typed}");
    }
    assert!(!lena.name_words().unwrap().contains(&"hemlig".to_owned()));
    // What is there and what is not are told alike.
    assert_eq!(key(lena.family_page(hidden, today())), key(lena.family_page(999.into(), today())));
    assert_eq!(key(lena.get::<Family>(hidden)), key(lena.get::<Family>(999.into())));
    // The same reference is free here, for families and for people, and the number is told of by nobody.
    let again = add(&lena, &desk::family("N-7", "Annan"));
    let tova = Person { personal_id: Some("201701012393".to_owned()), ..desk::member(again, "N-7-1", "Tova") };
    let tova = add(&lena, &tova);
    assert_eq!(lena.same_number(&lena.get::<Person>(tova).unwrap().value, Some(tova)).unwrap(), []);
    assert_eq!(key(lena.add(&desk::family("n-7", "Tredje"), Origin::Direct)), "taken");
    let rows = lena.journal(Trail::Newest, 99).unwrap();
    assert!(!rows.iter().any(|row| row.noun == "family" && row.record == hidden.0), "nor by the journal");
    assert_eq!(key(lena.journal_reading(own)), "none");
}

#[test]
fn a_family_that_is_given_away_is_the_other_teams() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    theirs(&desk, "A-1");
    let own = add(&lena, &desk::family("A-1", "Egen"));
    lena.give_family(own, OTHER).unwrap();
    assert_eq!(key(lena.get::<Family>(own)), "not-found");
    assert_eq!(key(desk.open("Saga").get::<Family>(own)), "not-found", "and who supported it is of this team");
    assert_eq!(desk.open("Olof").get::<Family>(own).unwrap().value.case_ref, "A-1-2", "the reference was theirs");
    assert_eq!(lena.count_families(&FamilyFilter::default()).unwrap(), 0);
    let moved = Family { team: Some(OTHER), ..desk::family("A-9", "Ny") };
    assert_eq!(key(lena.add(&moved, Origin::Direct)), "team-kept");
}

#[test]
fn a_conflict_of_interest_leaves_no_trace() {
    let desk = Desk::of_teams();
    let lisa = desk.open("Lisa");
    let saga = desk.open("Saga");
    let family = add(&lisa, &desk::family("A-1", "Lindström"));
    saga.add(&desk::session(family, "2026-11-20"), Origin::Direct).unwrap();
    saga.mark_conflict(family, None).unwrap();
    assert_eq!(saga.undoable().unwrap(), None, "what one has just done is no longer told of");
    assert_eq!(saga.families_of(Whose::Everyones).unwrap(), []);
    assert_eq!(saga.count_sessions(&SessionFilter::default(), 9).unwrap(), 0);
    assert_eq!(saga.find("lind", 9).unwrap(), []);
    assert_eq!(saga.break_glass("A-1", "måste").unwrap(), None, "and no emergency opens it");
    assert_eq!(key(saga.mark_conflict(family, None)), "not-found");
    assert_eq!(key(saga.lift_conflict(family, "Saga")), "refused");
    let told = lisa.conflicts_of(family).unwrap();
    assert_eq!((told[0].who.as_str(), told[0].by.as_str()), ("Saga", "Saga"));
    assert_eq!(lisa.family_page(family, today()).unwrap().conflicts, ["Saga"]);
    lisa.lift_conflict(family, "Saga").unwrap();
    saga.get::<Family>(family).unwrap();
}

#[test]
fn a_meeting_tells_of_no_family_that_is_closed_to_one() {
    let desk = Desk::of_teams();
    let lisa = desk.open("Lisa");
    let own = add(&lisa, &desk::family("A-1", "Lindström"));
    let colleagues = add(&lisa, &Family { child_support: vec![], ..desk::family("A-2", "Ek") });
    let closed = add(&lisa, &desk::family("A-3", "Berg"));
    let given = add(&lisa, &desk::family("A-4", "Alm"));
    let meeting = Meeting {
        on: today(),
        called_by: "Lisa".to_owned(),
        present: vec!["Saga".to_owned()],
        pace_minutes: 5,
        families: vec![own, colleagues, closed, given],
        ended_on: None,
    };
    let meeting = add(&lisa, &meeting);
    let saga = desk.open("Saga");
    saga.mark_conflict(closed, None).unwrap();
    lisa.give_family(given, OTHER).unwrap();
    assert_eq!(saga.record_of(meeting).unwrap().kept_back, 1, "the colleague's");
    assert_eq!(lisa.record_of(meeting).unwrap().kept_back, 0, "nor of one that is another team's by now");
    for (at, told) in [(colleagues, Some(colleagues)), (closed, None)] {
        lisa.turn_meeting(meeting, None, GoesOn { to: at, together: true }).unwrap();
        let agenda = saga.agenda(meeting).unwrap();
        assert_eq!((agenda.has_begun, agenda.now_at, saga.meeting_at(meeting).unwrap()), (true, told, told));
        assert_eq!(agenda.families.iter().map(|one| one.family).collect::<Vec<_>>(), [own]);
    }
}

#[test]
fn somebody_is_left_to_lead() {
    let desk = Desk::of_teams();
    let (lena, lisa) = (desk.leader(), desk.open("Lisa"));
    let family = add(&lena, &desk::family("A-1", "Lindström"));
    lena.mark_conflict(family, None).unwrap();
    assert_eq!(key(lisa.mark_conflict(family, None)), "last-leader");
    assert_eq!(key(lena.lift_conflict(family, "Lena")), "not-found", "nobody lifts their own");
    lisa.lift_conflict(family, "Lena").unwrap();
    assert_eq!(lena.families_of(Whose::Everyones).unwrap(), [family]);
}

#[test]
fn what_is_opened_in_an_emergency_is_seen_and_looked_through() {
    let desk = Desk::of_teams();
    let family = theirs(&desk, "N-7");
    let saga = desk.open("Saga");
    assert_eq!(key(saga.break_glass("N-7", "  ")), "glass-without-reason");
    assert_eq!(saga.break_glass("N-8", "mamman ringde").unwrap(), None);
    assert_eq!(saga.break_glass("N-", "mamman ringde").unwrap(), None, "a beginning is no reference");
    assert_eq!(saga.break_glass("hemlig", "mamman ringde").unwrap(), None, "nor is a name");
    assert_eq!(saga.break_glass("n-7", "mamman ringde").unwrap(), Some(family));
    assert_eq!(saga.family_page(family, today()).unwrap().glass[0].reason, "mamman ringde");
    assert_eq!(saga.find("hemlig", 9).unwrap().len(), 1);
    // To be read, and no more; nothing of it leaves in a file.
    assert_eq!(key(saga.add(&desk::session(family, "2026-11-20"), Origin::Direct)), "not-found");
    assert_eq!(key(saga.journal_export(&trygg::store::Lot::new("session", Some(family)))), "not-found");
    let mut people = 0;
    saga.each_person(&Listing::default(), &mut |_| {
        people += 1;
        Ok(())
    })
    .unwrap();
    assert_eq!(people, 0);
    let olof = desk.open("Olof");
    let page = olof.family_page(family, today()).unwrap();
    assert_eq!(page.glass.iter().map(|glass| glass.who.as_str()).collect::<Vec<_>>(), ["Saga"]);
    let matters = olof.matters(today()).unwrap();
    let of_glass: Vec<_> = matters.iter().filter(|matter| matter.about.starts_with("glass")).collect();
    assert_eq!(of_glass.len(), 1, "who leads the family's team looks through it");
    olof.review_glass(of_glass[0].record.unwrap()).unwrap();
    assert!(!olof.matters(today()).unwrap().iter().any(|matter| matter.about.starts_with("glass")));
    let in_vain = desk.leader().matters(today()).unwrap();
    assert_eq!(in_vain.iter().filter(|matter| matter.about == "glass-in-vain").count(), 3, "asked for in vain");
    let rows = desk.leader().journal(Trail::Newest, 99).unwrap();
    assert!(rows.iter().any(|row| row.noun == "glass" && row.act == "add"));
    for name in ["Stig", "Ada"] {
        assert_eq!(key(desk.open(name).break_glass("N-7", "nyfiken")), "refused", "{name}");
    }
}

#[test]
fn a_number_opens_whoever_bears_it() {
    let desk = Desk::of_teams();
    let family = theirs(&desk, "N-7");
    assert_eq!(desk.open("Vera").break_glass("20170101-2393", "akut").unwrap(), Some(family));
    // A reference that two teams have says nothing.
    add(&desk.leader(), &Family { child_support: vec![], ..desk::family("N-7", "Annan") });
    assert_eq!(key(desk.open("Vera").break_glass("N-7", "akut")), "glass-several");
}

/// Nine hours later than the clock of the desk.
fn later() -> DateTime<Utc> {
    desk::clock() + chrono::TimeDelta::hours(9)
}

#[test]
fn an_emergency_ends_by_itself() {
    let desk = Desk::of_teams();
    let family = theirs(&desk, "N-7");
    let saga = desk.open("Saga");
    saga.break_glass("N-7", "akut").unwrap();
    saga.get::<Family>(family).unwrap();
    let later = desk.casebook.unlock("Saga", "", later).unwrap();
    assert_eq!(key(later.get::<Family>(family)), "not-found");
    assert_eq!(later.find("hemlig", 9).unwrap(), []);
}

/// Noon, Swedish time.
fn noon() -> DateTime<Utc> {
    "2026-11-18T11:00:00Z".parse().unwrap()
}

#[test]
fn who_is_on_call_reads_within_their_hours() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    let family = add(&lena, &Family { child_support: vec![], ..desk::family("A-1", "Lindström") });
    theirs(&desk, "N-7");
    let joel = desk.casebook.unlock("Joel", "", noon).unwrap();
    assert_eq!(case_refs(&joel), ["A-1"]);
    joel.family_page(family, today()).unwrap();
    assert_eq!(key(joel.add(&desk::session(family, "2026-11-20"), Origin::Direct)), "refused");
    // Noon is outside the evening and the night.
    let time = |text: &str| text.parse::<NaiveTime>().unwrap();
    let night = Some((time("16:30"), time("08:00")));
    desk.change_user("Joel", &AccountChange { hours: night, ..AccountChange::default() });
    assert_eq!(joel.reach(Right::ReadCases), Reach::Nothing, "at once");
    assert_eq!(key(joel.family_page(family, today())), "outside-hours");
    assert_eq!(key(joel.break_glass("N-7", "akut")), "outside-hours");
    assert_eq!(key(joel.add(&desk::session(family, "2026-11-20"), Origin::Direct)), "refused", "at no hour");
    let day = Some((time("08:00"), time("17:00")));
    desk.change_user("Joel", &AccountChange { hours: day, ..AccountChange::default() });
    assert_eq!(joel.find("lind", 9).unwrap().len(), 1);
}

#[test]
fn a_role_that_is_changed_holds_at_once() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    let family = add(&lena, &desk::family("A-1", "Lindström"));
    let saga = desk.open("Saga");
    saga.get::<Family>(family).unwrap();
    desk.change_user("Saga", &AccountChange { team: Some(OTHER), ..AccountChange::default() });
    assert_eq!(key(saga.get::<Family>(family)), "not-found");
}

#[test]
fn a_crisis_supporter_registers_a_placement_and_then_is_told_whom_to_call() {
    let desk = Desk::of_teams();
    let kim = desk.open("Kim");
    let family = kim.add(&Family { child_support: vec![], ..desk::family("K-1", "Ek") }, Origin::Direct).unwrap();
    let mother = Person {
        phone: Some("070-174 06 05".to_owned().into()),
        language: Some("arabiska".to_owned()),
        ..Person::new(family, "K-1-1", "Maria", MemberRole::Mother)
    };
    let mother = kim.add(&mother, Origin::Direct).unwrap();
    let child = kim.add(&desk::member(family, "K-1-2", "Noa"), Origin::Direct).unwrap();
    assert_eq!(kim.family_page(family, today()).unwrap().people.len(), 2, "until it is saved it is theirs");
    let placement = kim.add(&desk::placement(child, "2026-11-20"), Origin::Direct).unwrap();
    assert_eq!(key(kim.get::<Placement>(placement)), "not-found");
    assert_eq!(key(kim.family_page(family, today())), "not-found");
    assert_eq!(kim.find("ek", 9).unwrap(), []);
    let calls = kim.calls(today()).unwrap();
    assert_eq!(
        calls.iter().map(|call| (call.parent, call.placed_on)).collect::<Vec<_>>(),
        [(mother, desk::day("2026-11-20"))]
    );
    assert_eq!((calls[0].language.as_deref(), calls[0].due_on), (Some("arabiska"), Some(today())));
    kim.open_call(mother, today()).unwrap();
    kim.parent_called(mother, Called::InVain, today()).unwrap();
    assert_eq!(kim.calls(today()).unwrap()[0].in_vain, 1);
    kim.parent_called(mother, Called::Talked, today()).unwrap();
    assert_eq!(kim.calls(today()).unwrap(), []);
    assert_eq!(kim.undo().unwrap().unwrap().label, "", "which is taken back without a name");
    assert_eq!(kim.calls(today()).unwrap().len(), 1);
    assert_eq!(key(kim.parent_called(child, Called::Talked, today())), "not-found");
}

#[test]
fn a_placement_that_is_saved_is_not_shown_while_a_sibling_is_registered() {
    let desk = Desk::of_teams();
    let kim = desk.open("Kim");
    let family = kim.add(&Family { child_support: vec![], ..desk::family("K-1", "Ek") }, Origin::Direct).unwrap();
    let [noa, ia] = [("K-1-1", "Noa"), ("K-1-2", "Ia")]
        .map(|(reference, name)| kim.add(&desk::member(family, reference, name), Origin::Direct).unwrap());
    let placement = kim.add(&desk::placement(noa, "2026-11-20"), Origin::Direct).unwrap();
    let page = kim.family_page(family, today()).unwrap();
    assert_eq!(page.people.iter().map(|one| one.placements.len()).collect::<Vec<_>>(), [0, 0]);
    assert_eq!(key(kim.get::<Placement>(placement)), "not-found");
    assert_eq!(key(kim.remove::<Placement>(placement)), "not-found");
    assert_eq!(kim.placements(noa).unwrap(), []);
    assert_eq!(key(kim.hand_over(family, today())), "not-found");
    let listing = Listing { family: Some(family), ..Listing::default() };
    kim.each_placement(&listing, &mut |of| panic!("{of:?}")).unwrap();
    // Who is in it is still theirs to write down, and the sibling's placement theirs to add.
    let known = kim.get::<Person>(ia).unwrap();
    let told = Person { language: Some("arabiska".to_owned()), ..known.value };
    kim.change(ia, known.version, &told, Origin::Direct).unwrap();
    kim.add(&desk::placement(ia, "2026-11-20"), Origin::Direct).unwrap();
    assert_eq!(key(kim.family_page(family, today())), "not-found");
}

#[test]
fn one_of_a_pair_works_there_and_one_beside_it_stays_neutral() {
    let desk = Desk::of_teams();
    let lena = desk.leader();
    let kim = vec!["Kim".to_owned()];
    let pair = Family { parent_support: kim.clone(), ..desk::family("A-1", "Ek") };
    let beside = Family { other_support: kim, ..desk::family("A-2", "Berg") };
    let (pair, beside) = (add(&lena, &pair), add(&lena, &beside));
    let kim = desk.open("Kim");
    kim.get::<Family>(pair).unwrap();
    assert_eq!(key(kim.get::<Family>(beside)), "not-found");
    assert_eq!(Directory::families(&kim, "A-2").unwrap(), []);
}
