//! Every family, placement and session could be one in life, and the whole is spread as life is.

use super::*;

#[test]
fn every_family_is_sane() {
    let staff: Vec<_> = staff().iter().map(|staff| staff.name.as_str()).collect();
    for (today, NewFamily { family, people, placements, sessions, .. }) in many() {
        let name = format!("{} {}", family.case_ref, family.name);
        assert!(!family.name.is_empty(), "{name}");
        assert!(family.started_on <= today && (today - family.started_on).num_days() <= 430, "{name}");
        assert!(family.planned_end_on.is_none_or(|end| end > family.started_on), "{name}");
        assert_eq!(family.closed_on.is_some(), family.status == FamilyStatus::Closed, "{name}");
        assert!(family.closed_on.is_none_or(|closed| closed <= today && closed > family.started_on), "{name}");
        assert!(family.phase.iter().all(|phase| PHASES.codes.contains(&phase.as_str())), "{name}");
        assert_eq!(family.parent_support.len(), 1, "{name}");
        assert!(matches!(family.child_support.len(), 1 | 2), "{name}");
        let all = family.child_support.iter().chain(&family.parent_support).chain(&family.other_support);
        assert!(all.clone().all(|name| staff.contains(&name.as_str())), "{name}");
        assert_eq!(all.clone().collect::<HashSet<_>>().len(), all.count(), "{name}: somebody twice");
        let children: Vec<_> = people.iter().filter(|person| person.role == MemberRole::Child).collect();
        assert!(!children.is_empty(), "{name}");
        for person in &people {
            assert!(!person.given_name.bare().is_empty() && person.family == FamilyId(0), "{name}");
            assert!(person.birth_on.is_none_or(|born| born < today), "{name}");
        }
        let births: Vec<_> = children.iter().filter_map(|child| child.birth_on).collect();
        for (place, one) in births.iter().enumerate() {
            let close = births[place + 1..].iter().filter(|other| (**other - *one).num_days().abs() < 270).count();
            assert_eq!(close, 0, "{name}: siblings too close");
        }
        let eldest = children.iter().filter_map(|child| child.birth_on).min().unwrap();
        for parent in people.iter().filter(|person| matches!(person.role, MemberRole::Mother | MemberRole::Father)) {
            assert!(parent.birth_on.is_none_or(|born| age(born, eldest) >= 16), "{name}: {}", parent.given_name.bare());
        }
        for placement in &placements {
            let child = &people[usize::try_from(placement.person.0).unwrap()];
            assert_eq!(child.role, MemberRole::Child, "{name}");
            assert!(child.birth_on.unwrap() < placement.started_on && placement.started_on <= today, "{name}");
            assert!(placement.ended_on.is_none_or(|end| end >= placement.started_on && end <= today), "{name}");
            let last = placement.ended_on.unwrap_or(placement.started_on);
            assert!(family.closed_on.is_none_or(|closed| last <= closed), "{name}: known after it left");
            assert_eq!(placement.ended_on.is_some(), placement.end_reason.is_some(), "{name}");
            if let Some(start) = placement.school_started_on {
                assert_eq!(placement.school_change, Some(Answer::Yes), "{name}");
                let days = (start - placement.started_on).num_days();
                assert!((0..=20).contains(&days) && start <= today, "{name}: school after {days} days");
                assert!(placement.ended_on.is_none_or(|end| start <= end), "{name}");
            }
        }
        for (place, person) in people.iter().enumerate() {
            let own: Vec<_> = placements.iter().filter(|one| one.person.0 == place as i64).collect();
            let now = own.iter().any(|placement| placement.covers(today) && placement.ended_on != Some(today));
            assert_eq!(person.lives == Some(Lives::Placed), now, "{name}: {}", person.given_name.bare());
            assert!(own.windows(2).all(|two| two[0].ended_on.unwrap() < two[1].started_on), "{name}");
        }
        assert!(sessions.is_sorted_by_key(|session| (session.on, session.start)), "{name}");
    }
}

#[test]
fn every_session_is_sane() {
    for (today, NewFamily { family, people, sessions, .. }) in many() {
        for session in sessions {
            let name = format!("{} {} {:?}", family.case_ref, session.on, session.kind);
            assert!(session.on >= family.started_on && session.on <= today + chrono::Days::new(14), "{name}");
            assert!(family.closed_on.is_none_or(|closed| session.on <= closed), "{name}");
            assert!(!matches!(session.on.weekday(), Weekday::Sat | Weekday::Sun), "{name}");
            assert!(crate::domain::calendar::holiday(session.on).is_none(), "{name}: a holiday");
            assert!(session.on < today || session.outcome == Outcome::Planned, "{name}");
            let start = session.start.unwrap();
            assert!((8..18).contains(&start.hour()) && start.minute() % 15 == 0, "{name}");
            assert!((10..=150).contains(&session.minutes), "{name}");
            assert!(!session.staff.is_empty(), "{name}");
            assert_eq!(session.cancelled_by.is_some(), session.outcome == Outcome::Cancelled, "{name}");
            assert!(session.reason.is_none() || session.outcome != Outcome::Held, "{name}");
            assert!(session.follow_up_on.is_none_or(|day| day > session.on), "{name}");
            assert!(session.people.iter().all(|one| (one.0 as usize) < people.len()), "{name}");
            assert_eq!(session.people.iter().collect::<BTreeSet<_>>().len(), session.people.len(), "{name}");
            let reached_nobody = session.outcome == Outcome::NoShow && session.people.is_empty();
            assert_eq!(session.people.is_empty(), reached_nobody, "{name}");
            assert!(!reached_nobody || session.mode == Mode::Phone && session.minutes == 10, "{name}");
            assert!(session.outcome == Outcome::Held || session.note.is_none(), "{name}");
            if let Some(note) = session.note {
                assert!((45..=200).contains(&note.chars().count()), "{name}: {note}");
            }
        }
    }
}

#[test]
fn the_whole_looks_like_life() {
    let all: Vec<_> = families(1, 600, today()).collect();
    let past: Vec<_> =
        all.iter().flat_map(|family| &family.sessions).filter(|session| session.outcome != Outcome::Planned).collect();
    let of = |outcome: Outcome| past.iter().filter(|session| session.outcome == outcome).count() * 100 / past.len();
    assert!((75..=92).contains(&of(Outcome::Held)), "held {}", of(Outcome::Held));
    assert!((5..=15).contains(&of(Outcome::Cancelled)));
    assert!((2..=8).contains(&of(Outcome::NoShow)));
    for status in FamilyStatus::ALL {
        let share = all.iter().filter(|family| family.family.status == *status).count() * 100 / all.len();
        assert!(share >= 3, "{status:?} {share}");
    }
    let has = |what: &str, found: usize| assert!(found > 2, "{what}: {found}");
    let placements = || all.iter().flat_map(|family| &family.placements);
    has("breakdowns", placements().filter(|one| one.end_reason == Some(EndReason::Breakdown)).count());
    has("hidden", placements().filter(|one| one.hidden_location == Some(Answer::Yes)).count());
    has(
        "late school",
        placements()
            .filter(|one| one.school_started_on.is_some_and(|start| (start - one.started_on).num_days() > 7))
            .count(),
    );
    has(
        "interpreters",
        all.iter().flat_map(|family| &family.people).filter(|one| one.interpreter == Some(Answer::Yes)).count(),
    );
    let lives = |family: &NewFamily, where_: Lives| {
        family.people.iter().any(|one| one.role == MemberRole::Child && one.lives == Some(where_))
    };
    has("none placed", all.iter().filter(|family| !lives(family, Lives::Placed)).count());
    has("nobody at home", all.iter().filter(|family| !lives(family, Lives::AtHome)).count());
    has(
        "not met for two weeks",
        all.iter()
            .filter(|family| {
                let last = family.sessions.iter().filter(|one| one.outcome == Outcome::Held).map(|one| one.on).max();
                family.family.status == FamilyStatus::Active && last.is_some_and(|on| (today() - on).num_days() > 14)
            })
            .count(),
    );
}
