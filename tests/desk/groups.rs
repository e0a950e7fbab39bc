//! The groups pane: few keys for a whole list, one line for the same, restrictions told before anything is written, and
//! what is referred on and missing.

use trygg::domain::attendance::Attendance;
use trygg::domain::codes::*;
use trygg::domain::group::Group;
use trygg::domain::group_meeting::GroupMeeting;
use trygg::domain::ids::{GroupMeetingId, PersonId, TeamId};
use trygg::domain::person::Person;
use trygg::domain::referral::Referral;
use trygg::domain::visit::{Limits, Restriction};
use trygg::store::{Listing, Origin, Store};

use super::desk::Desk;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// A group that stands first in the list, with a meeting before, and one on the Thursday that has just been, at which
/// nothing is told of anybody yet.
fn group_of(store: &Store, people: &[PersonId]) -> GroupMeetingId {
    let group = Group {
        team: TeamId(1),
        reference: "A".to_owned(),
        kind: GroupKind::ParentGroup,
        name: "Aftongruppen".to_owned(),
        weekday: Some(GroupDay::Thursday),
        start: None,
        place: None,
        leaders: vec!["Karin".to_owned()],
        needs_test: None,
        ages: None,
        from: None,
        until: None,
        state: GroupState::Running,
        reason: None,
        district: None,
    };
    let group = store.add(&group, Origin::Direct).unwrap();
    let meeting = |on, state| store.add(&GroupMeeting::new(group, day(on), state), Origin::Direct).unwrap();
    let (before, now) = (meeting("2026-11-12", MeetingState::Held), meeting("2026-11-19", MeetingState::Planned));
    let there: Vec<Attendance> = people.iter().map(|person| Attendance::of(before, *person, Presence::Yes)).collect();
    store.attend(before, &there, Origin::Direct).unwrap();
    now
}

fn everybody(store: &Store) -> Vec<(PersonId, Person)> {
    let mut found = Vec::new();
    store
        .each_person(&Listing::default(), &mut |of| {
            found.push((of.value.id, of.value.value));
            Ok(())
        })
        .unwrap();
    found
}

fn there(store: &Store, meeting: GroupMeetingId) -> Vec<(PersonId, Presence)> {
    let mut found = Vec::new();
    store
        .each::<Attendance>(&Listing::default(), &mut |of| {
            let row = of.value.value;
            found.extend(row.person.filter(|_| row.meeting == meeting).map(|person| (person, row.present)));
            Ok(())
        })
        .unwrap();
    found
}

#[test]
fn a_list_of_fifteen_takes_at_most_twenty_keys() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let is_parent = |person: &Person| [MemberRole::Mother, MemberRole::Father].contains(&person.role);
    let parents = everybody(&store).into_iter().filter(|(_, person)| is_parent(person)).map(|(id, _)| id);
    let people: Vec<PersonId> = parents.take(15).collect();
    let meeting = group_of(&store, &people);
    desk.sent = 0;
    desk.keys("7 Enter").shows("Aftongruppen");
    desk.keys(&["Space"; 15].join(" "));
    assert!(desk.sent <= 20, "{} keys", desk.sent);
    let there = there(&store, meeting);
    assert_eq!(there.len(), 15, "{}", desk.screen());
    assert!(there.iter().all(|(_, present)| *present == Presence::Yes));
    assert_eq!(store.get::<GroupMeeting>(meeting).unwrap().value.state, MeetingState::Held);
}

#[test]
fn whoever_is_not_there_is_one_key_and_undo_takes_it_back() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let people: Vec<PersonId> = everybody(&store).into_iter().map(|(id, _)| id).take(3).collect();
    let meeting = group_of(&store, &people);
    desk.keys("7 Enter Space -").shows("✓").shows("–");
    assert_eq!(there(&store, meeting), [(people[0], Presence::Yes), (people[1], Presence::No)]);
    desk.keys("u");
    assert_eq!(there(&store, meeting), [(people[0], Presence::Yes)]);
    desk.keys("k k Space");
    assert_eq!(there(&store, meeting), [(people[0], Presence::No)], "who was marked as there is not");
}

#[test]
fn a_line_says_the_same_and_heads_without_a_name() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let all = everybody(&store);
    let named = |name: &str| all.iter().find(|(_, person)| person.given_name.bare() == name).unwrap().0;
    let (sara, amir) = (named("Sara"), named("Amir"));
    let meeting = group_of(&store, &[sara, amir]);
    desk.keys("7 Enter a").types("sara, amir sjuk, zed").shows("zed: ingen på listan");
    desk.keys("Enter");
    assert_eq!(there(&store, meeting), [], "nothing is kept of a line at fault");
    desk.keys("Backspace Backspace Backspace").types("3 vuxna, 2 barn").keys("Enter").shows("+ 3 vuxna");
    assert_eq!(there(&store, meeting), [(sara, Presence::Yes), (amir, Presence::No)]);
    desk.shows("Amir  sjuk");
    desk.keys("a").types("halvt skrivet").keys("Esc d").shows("halvt skrivet");
}

#[test]
fn a_restriction_is_told_before_both_are_written_down() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let all = everybody(&store);
    let of = |family, role| all.iter().find(|(_, one)| one.family == family && one.role == role).map(|(id, _)| *id);
    let mut families = all.iter().map(|(_, person)| person.family);
    let with_both = |family| Some((family, of(family, MemberRole::Child)?, of(family, MemberRole::Father)?));
    let (family, child, father) = families.find_map(with_both).unwrap();
    let meeting = group_of(&store, &[father, child]);
    let restriction = Restriction {
        family,
        child,
        with: vec![father],
        kind: RestrictionKind::Stopped,
        how: None,
        why: None,
        from: day("2026-11-01"),
        until: None,
        further_notice: true,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: Vec::new(),
        limits: Limits::default(),
    };
    store.add(&restriction, Origin::Direct).unwrap();
    desk.keys("7 Enter Space").keys("Space").shows("samma tangent igen");
    assert_eq!(there(&store, meeting).len(), 1, "nothing is written before it is told");
    desk.keys("Space").shows("!");
    assert_eq!(there(&store, meeting).len(), 2, "what has been is written");
    desk.keys("1").shows("Grupp trots begränsning");
}

#[test]
fn a_referral_goes_from_a_line_to_a_gap() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter 7 Tab +").types("@noah läxhjälp på kvällen #skola -- ingen hemma").keys("Enter");
    desk.shows("läxhjälp").shows("behövs");
    let store = desk.colleague("Karin");
    let mut found = Vec::new();
    store
        .each::<Referral>(&Listing::default(), &mut |of| {
            found.push(of.value.value);
            Ok(())
        })
        .unwrap();
    assert!(found.iter().any(|one| one.to == "läxhjälp på kvällen" && one.state == ReferralState::Needed));
    desk.keys("G Enter").fill("lucka").keys("Ctrl-S").keys("Tab").shows("Skolgång · Norr").shows("läxhjälp på kvällen");
}

#[test]
fn whoever_is_new_is_added_by_name_and_family() {
    let mut desk = Desk::new();
    let store = desk.colleague("Karin");
    let sara = everybody(&store).into_iter().find(|(_, person)| person.given_name.bare() == "Sara").unwrap().0;
    let meeting = group_of(&store, &[]);
    desk.keys("7 Enter p").fill("sara").keys("Ctrl-S").shows("”sara” är inte en enda person");
    desk.fill("sara lind").keys("Ctrl-S");
    assert_eq!(there(&store, meeting), [(sara, Presence::Yes)], "{}", desk.screen());
}
