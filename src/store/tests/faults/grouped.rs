//! Samples and saves of groups, of who was there, and of referrals.

use super::samples::{Home, Sampled, long, sampled, texts};
use super::saves::{DRAFT, Prepare};
use crate::domain::attendance::Attendance;
use crate::domain::codes::{
    Answer, Area, ConsentBy, GroupDay, GroupKind, GroupState, MeetingState, Presence, ReferralState,
};
use crate::domain::group::Group;
use crate::domain::group_meeting::{GroupMeeting, ThemeWish};
use crate::domain::ids::{GroupId, GroupMeetingId, TeamId};
use crate::domain::referral::Referral;
use crate::store::tests::day;
use crate::store::{NewAttendance, NewGroup, Origin};

/// What is done by functions of their own.
pub(super) const GROUPED: &[(&str, Prepare)] = &[
    ("attend", |store, home| {
        let [meeting, _] = GroupMeeting::samples(home);
        let planned = GroupMeeting { state: MeetingState::Planned, ..meeting };
        let meeting = store.add(&planned, Origin::Direct).unwrap();
        let there = Attendance { reason: long("sjuk"), ..Attendance::of(meeting, home.mother, Presence::Yes) };
        let told = [there, Attendance::heads(meeting, 3, None)];
        Box::new(move |store, _| store.attend(meeting, &told, Origin::Draft(DRAFT)))
    }),
    ("fill_demo_groups", |_, _| {
        let held = GroupMeeting::new(GroupId(0), day("2026-11-12"), MeetingState::Held);
        let heads = NewAttendance { reference: None, told: Attendance::heads(GroupMeetingId(0), 4, None) };
        let new = NewGroup { group: group("N-2"), meetings: vec![(held, vec![heads])] };
        Box::new(move |store, casebook| store.fill_demo_groups(casebook, std::slice::from_ref(&new)))
    }),
];

sampled! {
    Group: |_home| ["G-2", "G-3"].map(|reference| Group { place: long("Norberg"), ..group(reference) });
    GroupMeeting: |_home| texts().map(|note| GroupMeeting {
        theme: Some("Barns rättigheter".to_owned()),
        wishes: vec![ThemeWish { theme: "Skärmtid".to_owned(), voices: 3 }],
        gap: Some("Hyresrådgivning".to_owned()),
        gap_area: Some(Area::Parenting),
        note,
        ..GroupMeeting::new(GroupId(1), day("2026-11-19"), MeetingState::Held)
    });
    Attendance: |home| texts().map(|reason| Attendance {
        reason,
        ..Attendance::of(GroupMeetingId(1), home.mother, Presence::No)
    });
    Referral: |home| texts().map(|why| Referral {
        family: home.family,
        person: Some(home.child),
        to: "child_psychiatry".to_owned(),
        area: Area::Psychosocial,
        why,
        consent_by: Some(ConsentBy::Guardian),
        state: ReferralState::Sent,
        needed_on: day("2026-11-02"),
        sent_on: Some(day("2026-11-03")),
        answered_on: None,
        first_visit_on: None,
        done_on: None,
    });
}

/// A group of the first team.
pub(in crate::store::tests) fn group(reference: &str) -> Group {
    Group {
        team: TeamId(1),
        reference: reference.to_owned(),
        kind: GroupKind::ParentGroup,
        name: "Föräldragruppen".to_owned(),
        weekday: Some(GroupDay::Thursday),
        start: None,
        place: None,
        leaders: vec!["Lena".to_owned()],
        needs_test: Some(Answer::No),
        ages: None,
        from: None,
        until: None,
        state: GroupState::Running,
        reason: None,
        district: None,
    }
}
