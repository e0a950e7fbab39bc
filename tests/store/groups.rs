//! Groups and referrals: whose they are, who is told of whom, and what restrictions of contact say in a group.

use proptest::prelude::*;
use trygg::domain::attendance::Attendance;
use trygg::domain::codes::*;
use trygg::domain::directory::Directory as _;
use trygg::domain::entry::Names;
use trygg::domain::family::Family;
use trygg::domain::group::Group;
use trygg::domain::group_meeting::GroupMeeting;
use trygg::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, TeamId};
use trygg::domain::measurement::Measurement;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::Problem;
use trygg::domain::referral::Referral;
use trygg::exchange::file::{self, Format};
use trygg::exchange::protection::Audience;
use trygg::exchange::{Noun, outgoing};
use trygg::store::{Each, GapOf, Listing, Origin, Past, Store};

use super::access_table::{Trial, done, seen};
use super::check_ins;
use super::desk::{Desk, add, change, day, get, today};
use super::planned::{self, Home};
use super::purge::{self, later};

/// As `access_table::TABLE`.
pub const GROUPS: &[(&str, &str, Trial)] = &[
    ("add::<Group>", "A-AA---", |_, store, on| {
        done(store.add(&group(&format!("new-{}", on.case_ref)), Origin::Direct))
    }),
    ("get::<Group>", "AAAA--A", |desk, store, on| {
        done(store.get::<Group>(add(&desk.open("Lisa"), &group(&format!("get-{}", on.case_ref)))))
    }),
    ("add::<GroupMeeting>", "A-AA---", |desk, store, on| {
        let group = add(&desk.open("Lisa"), &group(&format!("meets-{}", on.case_ref)));
        done(store.add(&GroupMeeting::new(group, day("2026-11-12"), MeetingState::Held), Origin::Direct))
    }),
    ("add::<Attendance>", "O-OT---", |desk, store, on| {
        let meeting = meeting(&desk.open("Lisa"), &format!("attends-{}", on.case_ref));
        done(store.add(&Attendance::of(meeting, on.case.child, Presence::Yes), Origin::Direct))
    }),
    ("get::<Attendance>", "OOOT--T", |desk, store, on| {
        let meeting = meeting(&desk.leader(), &format!("attended-{}", on.case_ref));
        let row = add(&desk.leader(), &Attendance::of(meeting, on.case.child, Presence::Yes));
        done(store.get::<Attendance>(row))
    }),
    ("attend", "O-OT---", |desk, store, on| {
        let meeting = meeting(&desk.open("Lisa"), &format!("roll-{}", on.case_ref));
        done(store.attend(meeting, &[Attendance::of(meeting, on.case.child, Presence::Yes)], Origin::Direct))
    }),
    ("against_attending", "OOOT--T", |desk, store, on| {
        let meeting = meeting(&desk.open("Lisa"), &format!("against-{}", on.case_ref));
        done(store.against_attending(&Attendance::of(meeting, on.case.child, Presence::Yes)))
    }),
    // Who is in no group whom a restriction is about is told of nothing.
    ("against_roll", "A-AA---", |desk, store, on| {
        let meeting = meeting(&desk.open("Lisa"), &format!("roll-against-{}", on.case_ref));
        done(store.against_roll(meeting, &[Attendance::of(meeting, on.case.child, Presence::Yes)]))
    }),
    ("groups", "AAAA--A", |_, store, _| done(store.groups(today()))),
    ("group_page", "AAAA--A", |desk, store, on| {
        let group = add(&desk.open("Lisa"), &group(&format!("page-{}", on.case_ref)));
        done(store.group_page(group, None, today()))
    }),
    ("group_page::<people>", "ooot--t", |desk, store, on| {
        let leader = desk.leader();
        let at = meeting(&leader, &format!("people-{}", on.case_ref));
        add(&leader, &Attendance::of(at, on.case.child, Presence::Yes));
        let of = get::<GroupMeeting>(&leader, at).value.group;
        // Of another team's group nothing is told at all.
        let page = store.group_page(of, Some(at), today());
        if page.as_ref().is_err_and(|problem| problem.key == "kept-back") {
            return Ok(seen(false));
        }
        Ok(seen(!page?.roll.people.is_empty()))
    }),
    ("group_of_meeting", "AAAA--A", |desk, store, on| {
        done(store.group_of_meeting(meeting(&desk.open("Lisa"), &format!("whose-{}", on.case_ref))))
    }),
    ("group_called", "AAAA--A", |_, store, _| done(store.group_called("N"))),
    ("group", "AAAA--A", |_, store, _| done(store.group("N"))),
    ("meeting_on", "AAAA--A", |_, store, _| done(store.meeting_on(GroupId(1), today()))),
    ("group_meeting", "AAAA--A", |_, store, _| done(store.group_meeting(GroupId(1), today()))),
    ("team", "AAAAAAA", |_, store, _| Ok(seen(store.team() == TeamId(1)))),
    ("family_called", "OOOT--T", |_, store, on| done(store.family_called(on.case.family))),
    ("catalogue", "AAAAAAA", |_, store, _| Ok(seen(store.catalogue().actors().is_empty()))),
    ("actors", "AAAAAAA", |_, store, _| Ok(seen(store.actors().actors().is_empty()))),
    ("fill_demo_groups", "---A---", |desk, store, _| done(store.fill_demo_groups(&desk.casebook, &[]))),
    ("add::<Referral>", "O-OT---", |_, store, on| {
        done(store.add(&referral(on.case.family, on.case.child), Origin::Direct))
    }),
    ("get::<Referral>", "OOOT--T", |desk, store, on| {
        done(store.get::<Referral>(add(&desk.leader(), &referral(on.case.family, on.case.child))))
    }),
    ("change::<Referral>", "O-OT---", |desk, store, on| {
        let before = referral(on.case.family, on.case.child);
        let id = add(&desk.leader(), &before);
        done(store.change(id, 1, &Referral { state: ReferralState::Needed, ..before }, Origin::Direct))
    }),
    ("remove::<Referral>", "O-OT---", |desk, store, on| {
        done(store.remove::<Referral>(add(&desk.leader(), &referral(on.case.family, on.case.child))))
    }),
    ("referrals", "OOOT--T", |_, store, on| done(store.referrals(Some(on.case.family)))),
    ("referrals::<open>", "ooot--t", |desk, store, on| {
        add(&desk.leader(), &referral(on.case.family, on.case.child));
        Ok(seen(store.referrals(None)?.iter().any(|of| of.family.id == on.case.family)))
    }),
    ("open_gaps", "ooot--t", |desk, store, on| {
        let gap = Referral { state: ReferralState::Gap, ..referral(on.case.family, on.case.child) };
        add(&desk.leader(), &gap);
        let of = |gap: &trygg::store::GapRow| matches!(&gap.of, GapOf::Family(_, of, _) if of.id == on.case.family);
        Ok(seen(store.open_gaps()?.iter().any(of)))
    }),
];

pub fn group(reference: &str) -> Group {
    Group {
        team: TeamId(1),
        reference: reference.to_owned(),
        kind: GroupKind::ParentGroup,
        name: format!("Gruppen {reference}"),
        weekday: Some(GroupDay::Thursday),
        start: None,
        place: None,
        leaders: vec!["Lena".to_owned()],
        needs_test: None,
        ages: None,
        from: None,
        until: None,
        state: GroupState::Running,
        reason: None,
        district: Some("Norr".to_owned()),
    }
}

/// A meeting that was held, of a group of its own.
pub fn meeting(store: &Store, reference: &str) -> GroupMeetingId {
    let group = add(store, &Group { team: store.own_team().unwrap(), ..group(reference) });
    add(store, &GroupMeeting::new(group, day("2026-11-12"), MeetingState::Held))
}

/// A meeting that is to come, of a group of its own.
fn planned_meeting(store: &Store, reference: &str) -> GroupMeetingId {
    let group = add(store, &group(reference));
    add(store, &GroupMeeting::new(group, day("2026-12-12"), MeetingState::Planned))
}

/// A referral that was sent and is not answered.
pub fn referral(family: FamilyId, person: PersonId) -> Referral {
    Referral {
        family,
        person: Some(person),
        to: "child_psychiatry".to_owned(),
        area: Area::Psychosocial,
        why: Some("Sover dåligt".to_owned()),
        consent_by: Some(ConsentBy::Guardian),
        state: ReferralState::Sent,
        needed_on: day("2026-10-02"),
        sent_on: Some(day("2026-10-02")),
        answered_on: None,
        first_visit_on: None,
        done_on: None,
    }
}

fn there(meeting: GroupMeetingId, person: PersonId) -> Attendance {
    Attendance::of(meeting, person, Presence::Yes)
}

fn waiting(store: &Store, home: Home) -> Vec<String> {
    let duties = store.duties(&[home.family], Past::Last, today()).unwrap();
    let rules = store.rules().all();
    let of = duties.iter().filter(|duty| duty.state.is_waiting());
    of.map(|duty| rules[duty.rule].name.clone())
        .filter(|name| name.contains("referral") || name.contains("group"))
        .collect()
}

#[test]
fn a_child_and_whoever_may_not_meet_it_are_not_expected_together() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    add(&store, &planned::restriction(home));
    let with = planned::restriction(home).with[0];
    let meeting = planned_meeting(&store, "N");
    let expected = |person| Attendance::of(meeting, person, Presence::Expected);
    add(&store, &expected(with));
    let key = |result: Result<_, Problem>| result.map(|_| ()).map_err(|problem| problem.key);
    assert_eq!(key(store.add(&expected(home.child), Origin::Direct)), Err("restricted"));
    assert_eq!(
        key(store.attend(meeting, &[expected(home.child)], Origin::Direct).map(|()| 0_i64.into())),
        Err("restricted")
    );
    let both = [expected(home.child), expected(with)];
    assert!(store.against_roll(meeting, &both).unwrap().unwrap().is_to_come, "both in one line too");
    // A sibling of whom nothing is decided comes, and so does the child where somebody says why.
    add(&store, &expected(home.sibling));
    add(&store, &Attendance { despite: Some("Avslutning, Lena är med".to_owned()), ..expected(home.child) });
}

#[test]
fn what_was_in_breach_is_written_and_seen_by_whoever_leads() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let made = planned::restriction(home);
    add(&store, &trygg::domain::visit::Restriction { from: day("2026-10-01"), until: None, ..made });
    let with = planned::restriction(home).with[0];
    let held = meeting(&store, "N");
    store.attend(held, &[there(held, home.child)], Origin::Direct).unwrap();
    let told = store.against_roll(held, &[there(held, with)]).unwrap().unwrap();
    assert_eq!((told.with, told.is_to_come), (with, false));
    assert_eq!(waiting(&store, home), Vec::<String>::new());
    store.attend(held, &[there(held, with)], Origin::Direct).unwrap();
    assert_eq!(waiting(&store, home), ["group_despite_restriction"]);
    store.undo().unwrap();
    assert_eq!(waiting(&store, home), Vec::<String>::new());
    let away = Attendance::of(held, with, Presence::No);
    assert_eq!(store.against_roll(held, &[away]).unwrap(), None, "who did not come met nobody");
}

#[test]
fn with_the_first_who_is_there_a_meeting_is_held_and_one_undo_takes_all_back() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let of = add(&store, &group("N"));
    let on = day("2026-11-12");
    let meeting = add(&store, &GroupMeeting::new(of, on, MeetingState::Planned));
    let told = [there(meeting, home.mother), Attendance::heads(meeting, 3, Some(Heads::Adults))];
    store.attend(meeting, &told, Origin::Direct).unwrap();
    assert_eq!(get::<GroupMeeting>(&store, meeting).value.state, MeetingState::Held);
    let page = store.group_page(of, None, today()).unwrap();
    assert_eq!((page.meetings[0].came, page.meetings[0].asked, page.families), (4, 4, 1));
    store.undo().unwrap();
    assert_eq!(get::<GroupMeeting>(&store, meeting).value.state, MeetingState::Planned);
    let page = store.group_page(of, None, today()).unwrap();
    assert!(page.roll.people.is_empty() && page.roll.heads.is_empty());
}

#[test]
fn whom_one_asks_after_goes_on_from_meeting_to_meeting() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let of = add(&store, &group("N"));
    let on = |text: &str| add(&store, &GroupMeeting::new(of, day(text), MeetingState::Held));
    let (first, second) = (on("2026-11-05"), on("2026-11-12"));
    let told = |meeting, person, present| {
        store.attend(meeting, &[Attendance::of(meeting, person, present)], Origin::Direct).unwrap();
    };
    told(first, home.mother, Presence::Yes);
    told(first, home.father, Presence::No);
    told(first, home.child, Presence::Left);
    let asked = |meeting| {
        let page = store.group_page(of, Some(meeting), today()).unwrap();
        let people = page.roll.people.iter().map(|one| (one.person.id, one.present()));
        people.collect::<Vec<_>>()
    };
    assert_eq!(asked(second), [(home.mother, None), (home.father, None)]);
    told(second, home.father, Presence::Left);
    assert_eq!(asked(second), [(home.mother, None), (home.father, Some(Presence::Left))]);
    let third = on("2026-11-19");
    assert_eq!(asked(third), [(home.mother, None)]);
}

#[test]
fn of_families_that_one_does_not_reach_only_the_number_is_told() {
    let desk = Desk::new();
    let leader = desk.leader();
    let (own, other) = (planned::home(&leader, "A-1"), planned::home(&leader, "B-2"));
    change::<Family>(&leader, other.family, |family| family.child_support.clear()).unwrap();
    let of = add(&leader, &group("N"));
    let at = add(&leader, &GroupMeeting::new(of, day("2026-11-12"), MeetingState::Held));
    let away = Attendance::of(at, other.father, Presence::No);
    leader.attend(at, &[there(at, own.mother), there(at, other.mother), away], Origin::Direct).unwrap();
    let saga = desk.open("Saga");
    let roll = saga.group_page(of, None, today()).unwrap().roll;
    assert_eq!(roll.people.iter().map(|one| one.person.id).collect::<Vec<_>>(), [own.mother]);
    assert_eq!((roll.others, roll.others_came), (2, 1));
    let told = saga.attend(at, &[there(at, other.child)], Origin::Direct);
    assert_eq!(told.map_err(|problem| problem.key), Err("not-found"));
}

#[test]
fn a_group_of_another_team_is_nobodys_to_see() {
    let desk = Desk::new();
    let leader = desk.leader();
    let other = Group { team: TeamId(2), ..group("N") };
    let refused = leader.add(&other, Origin::Direct).map_err(|problem| problem.key);
    assert_eq!(refused, Err("kept-back"));
}

#[test]
fn a_referral_without_an_answer_is_a_duty_until_somebody_answers_and_a_gap_is_none() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let id = add(&store, &referral(home.family, home.child));
    assert_eq!(waiting(&store, home), ["referral_unanswered"]);
    change::<Referral>(&store, id, |one| {
        (one.state, one.answered_on) = (ReferralState::Waiting, Some(day("2026-11-01")));
    })
    .unwrap();
    assert_eq!(waiting(&store, home), Vec::<String>::new());
    change::<Referral>(&store, id, |one| (one.state, one.answered_on) = (ReferralState::Gap, None)).unwrap();
    assert_eq!(waiting(&store, home), Vec::<String>::new());
}

#[test]
fn gaps_are_told_by_area_and_district() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    change::<Family>(&store, home.family, |of| of.district = Some("Norr".to_owned())).unwrap();
    let gap = |area, why: &str| Referral {
        state: ReferralState::Gap,
        area,
        why: Some(why.to_owned()),
        ..referral(home.family, home.child)
    };
    add(&store, &gap(Area::Psychosocial, "Trauma"));
    add(&store, &gap(Area::School, "Läxhjälp"));
    let of = add(&store, &group("N"));
    let showed = GroupMeeting {
        gap: Some("Hyresrådgivning".to_owned()),
        gap_area: Some(Area::School),
        ..GroupMeeting::new(of, day("2026-11-19"), MeetingState::Held)
    };
    let meeting = add(&store, &showed);
    let told = |store: &Store| {
        let gaps = store.open_gaps().unwrap();
        gaps.into_iter().map(|gap| (gap.area, gap.district, gap.why.unwrap_or(gap.need))).collect::<Vec<_>>()
    };
    let all = [(Area::School, "Läxhjälp"), (Area::School, "Hyresrådgivning"), (Area::Psychosocial, "Trauma")]
        .map(|(area, what)| (Some(area), Some("Norr".to_owned()), what.to_owned()));
    assert_eq!(told(&store), all);
    change::<GroupMeeting>(&store, meeting, |one| one.gap_met_on = Some(day("2026-11-20"))).unwrap();
    assert_eq!(told(&store).len(), 2, "what somebody offers by now is no gap");
}

#[test]
fn a_unit_keeps_whom_it_refers_to_in_a_file() {
    let desk = Desk::new();
    let file = desk.casebook.directory().join("actors.toml");
    std::fs::write(&file, "[[actor]]\nname = \"BUP Norr\"\nkind = \"child_psychiatry\"\n").unwrap();
    let store = desk.leader();
    assert_eq!(store.actors().kind_of("bup norr"), Some(ActorKind::ChildPsychiatry));
    std::fs::write(&file, "[[actor]]\nname = \"BUP Norr\"\n").unwrap();
    let store = desk.leader();
    assert_eq!(store.unit_faults().iter().map(|fault| fault.key).collect::<Vec<_>>(), ["unit-actors"]);
}

/// All that a kind says of one family, or for one person.
fn told(store: &Store, noun: Noun, family: Option<FamilyId>, audience: Audience) -> String {
    let days = noun.needs_days().then(|| (day("2026-01-01"), day("2026-12-31")));
    let listing = Listing { family, from: days.map(|days| days.0), to: days.map(|days| days.1) };
    let mut rows = |taker: Each<'_, outgoing::Row>| outgoing::each(store, noun, &listing, audience, taker);
    let mut out = Vec::new();
    file::write(Format::Csv, noun, &mut rows, &mut out, None).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// However many families are in groups together, nothing of one names another.
    #[test]
    fn nobodys_file_names_another_family_through_a_group(
        rows in proptest::collection::vec((0_usize..3, 0_usize..4, 0_usize..3, 0_usize..4), 1..24),
    ) {
        let desk = Desk::new();
        let store = desk.leader();
        let homes = ["Xylander", "Ypsilon", "Zetterqvist"].map(|name| {
            let home = planned::home(&store, name);
            (name, home)
        });
        let of = add(&store, &group("N"));
        let meetings = ["2026-11-05", "2026-11-12", "2026-11-19"]
            .map(|on| add(&store, &GroupMeeting::new(of, day(on), MeetingState::Held)));
        let people = |home: Home| [home.child, home.sibling, home.mother, home.father];
        for (family, person, meeting, presence) in rows {
            let person = people(homes[family].1)[person];
            let row = Attendance::of(meetings[meeting], person, Presence::ALL[presence]);
            store.attend(meetings[meeting], &[row], Origin::Direct).unwrap();
        }
        for (name, home) in homes {
            let others: Vec<&str> = homes.iter().map(|(name, _)| *name).filter(|other| *other != name).collect();
            let mut texts = vec![
                format!("{:?}", store.hand_over(home.family, today()).unwrap()),
                format!("{:?}", store.dossier(home.family, today()).unwrap()),
            ];
            for noun in Noun::in_order() {
                texts.push(told(&store, noun, Some(home.family), Audience::Whole));
                for person in people(home) {
                    texts.push(told(&store, noun, None, Audience::For(person)));
                }
            }
            for text in texts {
                prop_assert!(!others.iter().any(|other| text.contains(other)), "{name}: {text}");
            }
        }
        prop_assert!(told(&store, Noun::Attendance, None, Audience::Whole).lines().count() > 1);
    }
}

#[test]
fn who_asks_what_is_written_of_him_is_told_of_his_own_part_in_a_group() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let at = meeting(&store, "N");
    store.attend(at, &[there(at, home.father), there(at, home.child)], Origin::Direct).unwrap();
    let text = told(&store, Noun::Attendance, None, Audience::For(home.father));
    assert_eq!(text.lines().count(), 2, "his own row and no child's: {text}");
    assert!(!text.contains("Gruppen") && text.contains("2026-11-12"), "{text}");
    assert_eq!(told(&store, Noun::Groups, None, Audience::For(home.father)).lines().count(), 1);
    assert_eq!(told(&store, Noun::GroupMeetings, None, Audience::For(home.father)).lines().count(), 1);
}

#[test]
fn what_people_of_a_group_answered_is_told_together_and_only_where_they_are_enough() {
    let desk = Desk::new();
    let store = desk.leader();
    let homes = ["A-1", "B-2", "C-3"].map(|name| planned::home(&store, name));
    let of = add(&store, &group("N"));
    let at = add(&store, &GroupMeeting::new(of, day("2026-10-01"), MeetingState::Held));
    let answered = |home: Home, on: &str, step: &str| {
        let answers = ["school_like", "school_homework", "school_help"].map(|key| (key.to_owned(), step.to_owned()));
        let measured = Measurement {
            family: home.family,
            person: home.child,
            instrument: "baseline_child".to_owned(),
            edition: 1,
            on: day(on),
            rater: Rater::Person,
            way: None,
            asked_by: None,
            answers: answers.into(),
            talked_on: None,
        };
        add(&store, &measured);
    };
    let told = || {
        let page = store.group_page(of, None, today()).unwrap();
        page.measured.into_iter().map(|one| (one.area, one.both)).collect::<Vec<_>>()
    };
    for (place, home) in homes.into_iter().enumerate() {
        store.attend(at, &[there(at, home.child)], Origin::Direct).unwrap();
        assert_eq!(told(), [], "of {place} nothing is told");
        answered(home, "2026-02-01", "0");
        answered(home, "2026-09-20", "1");
        answered(home, "2026-11-10", "3");
    }
    // What was answered long before the group began says nothing of it.
    assert_eq!(told(), [("school".to_owned(), Some((3, 100, 300)))]);
}

#[test]
fn a_check_in_sees_what_is_referred_and_missing_and_how_often_they_came() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = planned::home(&store, "A-1");
    let held = meeting(&store, "N");
    store.attend(held, &[there(held, home.mother)], Origin::Direct).unwrap();
    add(&store, &referral(home.family, home.child));
    add(&store, &Referral { state: ReferralState::Gap, sent_on: None, ..referral(home.family, home.mother) });
    let done =
        Referral { state: ReferralState::Done, done_on: Some(day("2026-11-01")), ..referral(home.family, home.father) };
    add(&store, &done);
    let run = add(&store, &check_ins::meeting(&[home.family]));
    let spoken = store.spoken_of(run, home.family, today()).unwrap();
    let onward: Vec<_> = spoken.onward.iter().map(|one| (one.person, one.state)).collect();
    assert_eq!(onward, [(Some(home.child), ReferralState::Sent), (Some(home.mother), ReferralState::Gap)]);
    assert_eq!(spoken.groups.iter().map(|part| part.present).collect::<Vec<_>>(), [Presence::Yes]);
}

#[test]
fn of_a_purged_family_a_group_keeps_how_many_came() {
    let desk = purge::desk();
    let store = desk.leader();
    let (gone, kept) = (planned::home(&store, "A-1"), planned::home(&store, "B-2"));
    let of = add(&store, &group("N"));
    let at = add(&store, &GroupMeeting::new(of, day("2026-10-01"), MeetingState::Held));
    let away = Attendance::of(at, gone.father, Presence::No);
    let told = [there(at, gone.mother), there(at, gone.child), there(at, gone.sibling), away, there(at, kept.mother)];
    store.attend(at, &told, Origin::Direct).unwrap();
    store.attend(at, &[Attendance::heads(at, 2, Some(Heads::Adults))], Origin::Direct).unwrap();
    store.keep_draft(&format!("roll/{}", at.0), "Sandra ja").unwrap();
    let came = || store.group_page(of, None, today()).unwrap().meetings[0].came;
    assert_eq!(came(), 6);
    purged(&desk, gone);
    let page = store.group_page(of, None, today()).unwrap();
    assert_eq!(page.meetings[0].came, 6, "as many as were there");
    let heads = page.roll.heads.iter().map(|row| (row.value.heads, row.value.count)).collect::<Vec<_>>();
    assert_eq!(heads, [(Some(Heads::Adults), Some(3)), (Some(Heads::Children), Some(2))]);
    assert_eq!(page.roll.people.iter().map(|one| one.person.id).collect::<Vec<_>>(), [kept.mother]);
    assert_eq!(store.draft(&format!("roll/{}", at.0)).unwrap(), None, "what was begun to be written of it is gone");
    assert!(store.verify(&desk.casebook).unwrap().holds());
}

/// Closes a family and takes its file away.
fn purged(desk: &Desk, home: Home) {
    let leader = desk.leader();
    for person in leader.people_of(home.family).unwrap() {
        change::<Person>(&leader, person.id, |person| person.birth_on = Some(day("2008-01-01"))).unwrap();
        let people = leader.family_page(home.family, later()).unwrap().people;
        for placement in people.iter().flat_map(|person| &person.placements) {
            leader.remove::<Placement>(placement.id).unwrap();
        }
    }
    change::<Family>(&leader, home.family, |family| {
        (family.status, family.closed_on) = (FamilyStatus::Closed, Some(day("2026-11-20")));
    })
    .unwrap();
    let id = leader.ask_to_purge(&[home.family], later()).unwrap();
    desk.open("Ada").confirm_purge(id, later()).unwrap();
}
