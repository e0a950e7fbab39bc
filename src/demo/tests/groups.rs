//! Groups meet on their days and people come as people do; referrals go the way that referrals go.

use chrono::Datelike;

use super::*;
use crate::domain::codes::{GroupKind, GroupState, MeetingState, Presence, ReferralState};

#[test]
fn groups_meet_on_their_days_and_most_of_those_asked_come() {
    let leaders: Vec<&str> = staff().iter().map(|one| one.name.as_str()).collect();
    for (seed, today) in [(1, today()), (2, day(2027, 1, 4)), (3, day(2028, 2, 29))] {
        let all = super::super::groups(seed, 60, today);
        let kinds: BTreeSet<GroupKind> = all.iter().map(|new| new.group.kind).collect();
        assert_eq!(kinds.len(), GroupKind::ALL.len(), "one of every kind");
        let off = all.iter().filter(|new| new.group.state == GroupState::Cancelled);
        let off: Vec<_> = off.map(|new| (new.meetings.len(), new.group.reason.is_some())).collect();
        assert_eq!(off, [(0, true)], "one was cancelled before it began, and says why");
        for new in &all {
            let (group, mut days) = (&new.group, BTreeSet::new());
            assert!(group.leaders.iter().all(|name| leaders.contains(&name.as_str())), "{}", group.name);
            for (meeting, there) in &new.meetings {
                assert_eq!(Some(meeting.on.weekday()), group.weekday.map(|day| day.weekday()), "{}", group.name);
                assert_eq!(meeting.state == MeetingState::Held, meeting.on < today, "{} {}", group.name, meeting.on);
                assert!(days.insert(meeting.on) && (meeting.state == MeetingState::Held || there.is_empty()));
                let named: Vec<&String> = there.iter().filter_map(|one| one.reference.as_ref()).collect();
                assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len(), "nobody twice");
                assert!(there.iter().all(|one| one.told.reason.is_none() || one.told.present == Presence::No));
                if let Some(on) = meeting.wished_on {
                    let then = new.meetings.iter().find(|(other, _)| other.on == on).map(|(other, _)| other);
                    let wished = then
                        .is_some_and(|then| then.wishes.iter().any(|one| Some(&one.theme) == meeting.theme.as_ref()));
                    assert!(wished, "{}: {:?} was wished for on {on}", group.name, meeting.theme);
                }
            }
            let told = || new.meetings.iter().flat_map(|(_, there)| there).filter(|one| one.reference.is_some());
            let came = told().filter(|one| one.told.present == Presence::Yes).count();
            assert!(told().count() < 20 || (55..=95).contains(&(100 * came / told().count())), "{}", group.name);
        }
    }
}

#[test]
fn referrals_go_from_need_to_an_answer_and_some_find_nobody() {
    let mut states: BTreeMap<ReferralState, usize> = BTreeMap::new();
    let (mut families, mut unanswered, mut unconsented) = (0, 0, 0);
    for (today, new) in many() {
        families += 1;
        for one in &new.referrals {
            *states.entry(one.state).or_default() += 1;
            let days = [Some(one.needed_on), one.sent_on, one.answered_on, one.first_visit_on, one.done_on];
            let days: Vec<NaiveDate> = days.into_iter().flatten().collect();
            assert!(days.is_sorted() && days.last().is_some_and(|last| *last <= today), "{one:?}");
            assert!(one.needed_on >= new.family.started_on, "{one:?}");
            assert!(one.state.day().is_none() == one.sent_on.is_none(), "{one:?}");
            let person = usize::try_from(one.person.unwrap().0).unwrap();
            assert!(person < new.people.len() && one.why.is_some(), "{one:?}");
            let waits = one.sent_on.is_some_and(|sent| (today - sent).num_days() > 28) && one.answered_on.is_none();
            unanswered += usize::from(waits);
            unconsented += usize::from(one.lacks_consent());
        }
    }
    assert_eq!(states.len(), ReferralState::ALL.len() - 1, "{states:?}: nobody stands at accepted for long");
    let of = |state| states.get(&state).copied().unwrap_or_default();
    assert!((5..=20).contains(&(100 * of(ReferralState::Gap) / families)), "{states:?} of {families}");
    assert!(of(ReferralState::Waiting) > of(ReferralState::Refused), "{states:?}");
    assert!(unconsented > 0 && unconsented * 4 < families, "{unconsented}");
    assert!(unanswered > 0 && 2 * unanswered < of(ReferralState::Sent), "{unanswered} of {states:?}");
}
