//! Laws: a duty, once late, is late until it is met or exempted, whatever else happens to the family.
//!
//! What happens, happens day by day: families are closed and opened again, children are placed, moved and come home,
//! something is done, and some of it is written down weeks after. A duty is the same as long as its rule's name and
//! what it is about are. It may also be met in time after all, by what was done in time and is written down late.
//!
//! Out of scope are corrections, which say that something never was so: another first day of a placement, a restriction
//! or a family, a record that is removed, another basis, kind or birth date than what was known, a family that is said
//! to have been an enquiry only. What was late by mistake is not late any more, and the journal tells who said so. And
//! only what waits can be exempted: an exemption from what has been met says nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::words::{FAMILY, case, day, every_rule, fact};
use crate::domain::codes::{Answer, Code, EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind};
use crate::domain::deadlines::{
    About, Case, Done, Duty, Exemption, Fact, How, Placed, Rules, Somebody, State, Unknown, Wait, Waiting, duties,
};
use crate::domain::ids::MemberId;
use crate::domain::visit::calendar::{OwnDays, Period};

/// Something that happens on a day.
#[derive(Debug, Clone)]
enum Change {
    Close,
    Reopen,
    Pause,
    Place {
        child: i64,
        kind: PlacementKind,
        basis: Option<LegalBasis>,
        hidden: bool,
        school: Option<Answer>,
        home: Option<i64>,
    },
    End(Index, Option<EndReason>),
    School(Index),
    Do {
        what: Fact,
        person: Option<i64>,
        how: How,
        back: u64,
    },
    Wait {
        what: Wait,
        person: Option<i64>,
        ahead: u64,
    },
    Answer {
        which: Index,
        back: u64,
    },
    Lift(Index),
    Exempt(Index),
    Enter(MemberRole),
}

/// Days after the one before, and what happens then.
type Story = Vec<(u64, Change)>;

fn person() -> impl Strategy<Value = Option<i64>> {
    select(vec![None, Some(1), Some(2), Some(11), Some(12)])
}

fn placing() -> impl Strategy<Value = Change> {
    let basis = select(vec![
        None,
        Some(LegalBasis::Sol),
        Some(LegalBasis::Lvu2),
        Some(LegalBasis::Lvu3),
        Some(LegalBasis::Lvu6),
    ]);
    let school = select(vec![None, Some(Answer::Yes), Some(Answer::No)]);
    let home = select(vec![None, Some(1), Some(2)]);
    (11_i64..13, select(PlacementKind::ALL), basis, any::<bool>(), school, home).prop_map(
        |(child, kind, basis, hidden, school, home)| Change::Place { child, kind, basis, hidden, school, home },
    )
}

fn change() -> impl Strategy<Value = Change> {
    let facts = [
        "session",
        "session_with_child",
        "session_with_parent",
        "own_consent_given",
        "care_plan_revised",
        "custody_submitted",
        "care_applied_for",
        "removal_ban_considered",
        "crisis_talk",
        "adults_meeting",
        "child_session",
        "follow_up",
        "map_drawn",
        "measurement",
        "baseline",
        "crisis_support_declined",
        "information_given",
        "information_gone_through",
        "care_considered",
        "care_re_examined",
        "hidden_location_considered",
        "custody_transfer_considered",
        "talk_with_child",
        "family_home_visited",
        "programme_reviewed",
        "programme_end_decided",
        "follow_up_opened",
        "health_exam_requested",
    ];
    let facts = select(facts.map(fact).to_vec());
    let how = prop_oneof![4 => Just(How::Well), 1 => Just(How::InVain)];
    let reason =
        select(vec![None, Some(EndReason::Breakdown), Some(EndReason::RePlacement), Some(EndReason::ReturnHome)]);
    let back = prop_oneof![2 => Just(0_u64), 1 => 0_u64..200];
    let waits = select(vec![
        Wait::Support,
        Wait::FollowUp,
        Wait::Referral,
        Wait::Restriction,
        Wait::Decision,
        Wait::Custody,
        Wait::Ban,
        Wait::Supporter,
        Wait::Task,
        Wait::Word,
    ]);
    prop_oneof![
        2 => Just(Change::Close),
        2 => Just(Change::Reopen),
        1 => Just(Change::Pause),
        5 => placing(),
        5 => (any::<Index>(), reason).prop_map(|(which, reason)| Change::End(which, reason)),
        2 => any::<Index>().prop_map(Change::School),
        12 => (facts, person(), how, back.clone())
            .prop_map(|(what, person, how, back)| Change::Do { what, person, how, back }),
        4 => (waits, person(), 0_u64..20).prop_map(|(what, person, ahead)| Change::Wait { what, person, ahead }),
        4 => (any::<Index>(), back).prop_map(|(which, back)| Change::Answer { which, back }),
        2 => any::<Index>().prop_map(Change::Lift),
        5 => any::<Index>().prop_map(Change::Exempt),
        1 => select(MemberRole::ALL).prop_map(Change::Enter),
    ]
}

fn story() -> impl Strategy<Value = Story> {
    let gap = prop_oneof![1 => Just(0_u64), 2 => Just(1_u64), 4 => 1_u64..40, 3 => 30_u64..250];
    proptest::collection::vec((gap, change()), 1..30)
}

/// A family before anything happens.
fn family() -> impl Strategy<Value = Case> {
    let people = select(vec![
        "child child",
        "mother child child",
        "mother father child child:-",
        "mother step_parent! child:2008-11-02 child:2009-03-01",
        "father guardian child:2009-02-28 child:2016-02-29",
    ]);
    let placed = select(vec![
        "",
        "; placed family_home sol 2025-01-31",
        "; placed shelter - 2026-01-01 hidden",
        "; placed emergency_home lvu_6 2025-12-31..2026-01-30; placed family_home lvu_2 2026-01-31 hidden",
        "; placed secure_youth_home lvu_3 2022-02-28; placed family_home - 2026-08-01 of 12 change",
        "; placed joint_placement sol 2026-01-01; placed emergency_home lvu_2 2026-01-01 of 12",
        "; care sol 2025-12-15..2026-02-28; care lvu_2 2026-03-01; placed family_home sol 2026-01-01",
        "; care lvu_3 2025-06-01..2026-03-31; placed emergency_home - 2025-06-01..2025-09-01; placed family_home - 2026-08-01",
        "; placed family_home sol 2019-08-31; done care_considered 2020-03-01 11; done crisis_talk 2025-12-01 1",
    ]);
    (people, placed, select(vec!["", "; enquiry", "; paused"]), 0_u64..500).prop_map(
        |(people, placed, status, later)| {
            let start = day("2026-01-01") + Days::new(later);
            case(&format!("start {start}; people {people}{placed}{status}"))
        },
    )
}

/// The rules of a unit that has more than those that ship, and rows of its own that follow on each other.
fn rules() -> &'static Rules {
    static RULES: LazyLock<Rules> = LazyLock::new(|| {
        let on =
            every_rule().all().iter().filter(|rule| !Rules::shipped().used().any(|(_, used)| used.name == rule.name));
        let on: String = on.map(|rule| format!("[[rule]]\nname = '{}'\non = true\n", rule.name)).collect();
        let more = |name: &str, fields: &str| {
            format!(
                "[[rule]]\nname = '{name}'\nseverity = 'low'\nscope = 'local'\nsource = 'vi'\nconfidence = 'S'\n
                text_sv = 'Mer'\ntext_en = 'More'\n{fields}\n"
            )
        };
        let coffee = "trigger = 'family_started'\nmet_by = ['session', 'crisis_talk']\n";
        let own = [
            on,
            more("coffee", &format!("{coffee}within = '1 day'\nthen = '1 day'\nvalid_until = 2027-06-30")),
            more("coffee", &format!("{coffee}within = '3 weeks'\nthen = '20 school_days'\nvalid_from = 2027-07-01")),
            more(
                "calls",
                "trigger = 'parent_separated'\nwithin = '4 days'\nthen = '30 hours'\nmet_by = ['crisis_talk']",
            ),
            more(
                "forms",
                "trigger = 'care_ended'\nwithin = '1 week'\nearly = '2 weeks'\nneeds = 'all'
                met_by = ['session', 'baseline']",
            ),
        ];
        Rules::with_own(&own.concat()).unwrap()
    });
    &RULES
}

fn own() -> OwnDays {
    let summer = Period { from: day("2027-06-14"), until: day("2027-08-16"), name: "Sommarlov".into() };
    OwnDays { school_breaks: vec![summer], ..OwnDays::default() }
}

fn on(case: &Case, today: NaiveDate) -> Vec<Duty> {
    duties(case, rules(), &own(), today)
}

fn name(duty: &Duty) -> &'static str {
    &rules().all()[duty.rule].name
}

/// What comes of a change on a day.
fn happen(case: &mut Case, change: &Change, today: NaiveDate) {
    let before = |back: u64| today - Days::new(back);
    match change {
        Change::Close => (case.status, case.closed_on) = (FamilyStatus::Closed, Some(today)),
        Change::Reopen => {
            (case.status, case.closed_on) = (FamilyStatus::Active, None);
            for pause in case.pauses.iter_mut().filter(|pause| pause.1.is_none()) {
                pause.1 = Some(before(1).max(pause.0));
            }
        }
        Change::Pause => {
            (case.status, case.closed_on) = (FamilyStatus::Paused, None);
            if case.pauses.iter().all(|pause| pause.1.is_some()) {
                case.pauses.push((today, None));
            }
        }
        Change::Place { child, kind, basis, hidden, school, home } => case.placements.push(Placed {
            id: i64::try_from(case.placements.len()).unwrap() + 1,
            child: MemberId(*child),
            kind: *kind,
            basis: *basis,
            from: today,
            until: None,
            end_reason: None,
            home: *home,
            hidden: hidden.then_some(Answer::Yes),
            school_change: *school,
            school_started_on: None,
        }),
        Change::End(which, reason) => {
            let open: Vec<&mut Placed> = case.placements.iter_mut().filter(|one| one.until.is_none()).collect();
            if !open.is_empty() {
                let which = which.index(open.len());
                let one = open.into_iter().nth(which).unwrap();
                (one.until, one.end_reason) = (Some(today), *reason);
            }
        }
        Change::School(which) => {
            let waits = |one: &&mut Placed| one.school_change == Some(Answer::Yes) && one.school_started_on.is_none();
            let waits: Vec<&mut Placed> = case.placements.iter_mut().filter(waits).collect();
            if !waits.is_empty() {
                let which = which.index(waits.len());
                waits.into_iter().nth(which).unwrap().school_started_on = Some(today);
            }
        }
        Change::Do { what, person, how, back } => {
            let person = person.map(MemberId);
            case.done.push(Done { what: *what, on: before(*back), person, how: *how });
            case.done.sort_by_key(|done| done.on);
        }
        Change::Wait { what, person, ahead } => case.waiting.push(Waiting {
            what: *what,
            record: i64::try_from(case.waiting.len()).unwrap() + 1,
            person: person.map(MemberId),
            from: today + Days::new(*ahead),
            until: None,
            met_on: Vec::new(),
        }),
        Change::Answer { which, back } if !case.waiting.is_empty() => {
            let which = which.index(case.waiting.len());
            case.waiting[which].met_on.push(before(*back));
            case.waiting[which].met_on.sort_unstable();
        }
        Change::Lift(which) if !case.waiting.is_empty() => {
            let which = which.index(case.waiting.len());
            let one = &mut case.waiting[which];
            one.until = one.until.or(Some(today.max(one.from)));
        }
        Change::Exempt(which) => {
            let waiting: Vec<Duty> = on(case, today).into_iter().filter(|duty| duty.state.is_waiting()).collect();
            if !waiting.is_empty() {
                let duty = waiting[which.index(waiting.len())];
                let About { person, record, counted_from } = duty.about;
                let (rule, exempted_on) = (name(&duty).to_string(), today);
                let (by, why) = ("Team leader".into(), "Agreed".into());
                case.exemptions.push(Exemption {
                    family: FAMILY,
                    rule,
                    person,
                    record,
                    counted_from,
                    exempted_on,
                    by,
                    why,
                });
            }
        }
        Change::Enter(role) => {
            let id = MemberId(i64::try_from(case.people.len()).unwrap() + 20);
            case.people.push(Somebody { id, role: *role, guardian: None, birth_on: None });
        }
        Change::Answer { .. } | Change::Lift(_) => {}
    }
}

/// The days on which anything was done that could meet a duty; closing a family ends its programme and nothing else.
fn deeds(case: &Case, rule: &str) -> BTreeSet<NaiveDate> {
    // What care rests on ends with the day before it rests on something else.
    let placed =
        case.placements.iter().flat_map(|one| [one.until, one.school_started_on, one.from.pred_opt()]).flatten();
    let answered = case.waiting.iter().flat_map(|one| one.met_on.iter().copied());
    let closed = case.closed_on.filter(|_| rule == "programme_end");
    case.done.iter().map(|done| done.on).chain(placed).chain(answered).chain(closed).collect()
}

type Known = BTreeMap<(&'static str, About), Duty>;

fn known(all: &[Duty]) -> Known {
    all.iter().map(|duty| ((name(duty), duty.about), *duty)).collect()
}

/// The family at the end of each day on which something happened, and some days on which nothing did.
fn days(mut case: Case, story: &Story) -> Vec<(NaiveDate, Case)> {
    let mut today = case.started_on;
    let mut days = Vec::new();
    for (gap, change) in story {
        if *gap > 1 {
            days.push((today + Days::new(gap / 2), case.clone()));
        }
        if *gap > 0 {
            days.push((today + Days::new(*gap), case.clone()));
        }
        today = today + Days::new(*gap);
        happen(&mut case, change, today);
        if *gap == 0 {
            days.pop();
        }
        days.push((today, case.clone()));
    }
    days.extend([1, 30, 400].map(|later| (today + Days::new(later), case.clone())));
    days
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_late_is_late_until_it_is_met_or_exempted(family in family(), story in story()) {
        let mut late: BTreeSet<(&'static str, About)> = BTreeSet::new();
        for (today, case) in days(family, &story) {
            let all = on(&case, today);
            let known = known(&all);
            prop_assert_eq!(known.len(), all.len(), "two duties of one name on {}: {:#?}", today, all);
            for (rule, about) in &late {
                let found = known.get(&(rule, *about));
                let kept = found.is_some_and(|duty| match duty.state {
                    State::Late | State::MetLate | State::Exempted => true,
                    State::Met => duty.met_on.is_some() && duty.met_on <= duty.due_on,
                    _ => false,
                });
                prop_assert!(kept, "{rule} {about:?} was late and on {today} is {found:?} in {case:#?}");
            }
            for duty in all.iter().filter(|duty| duty.state == State::MetLate) {
                prop_assert!(duty.met_on.is_some_and(|met| deeds(&case, name(duty)).contains(&met)), "{duty:?}");
            }
            late.extend(known.iter().filter(|(_, duty)| duty.state == State::Late).map(|(name, _)| *name));
        }
    }

    #[test]
    fn time_alone_only_makes_it_later(family in family(), story in story(), later in 1_u64..900) {
        let rank = |state: State| [State::Open, State::Due, State::Late].iter().position(|one| *one == state);
        let (today, case) = days(family, &story).pop().unwrap();
        let (now, then) = (on(&case, today), known(&on(&case, today + Days::new(later))));
        prop_assert_eq!(&now, &on(&case, today), "not the same twice");
        for duty in now.iter().filter(|duty| duty.due_on.is_some()) {
            let after = then.get(&(name(duty), duty.about)).copied();
            let grown = after.is_some_and(|after| {
                (after.due_on, after.met_on, after.count) == (duty.due_on, duty.met_on, duty.count)
                    && rank(after.state) >= rank(duty.state)
                    && (rank(duty.state).is_some() || after.state == duty.state)
            });
            prop_assert!(grown, "{duty:?} became {after:?}");
        }
        for duty in &now {
            let late = |met: NaiveDate| duty.due_on.is_some_and(|due| due < met);
            let fits = match duty.state {
                State::Late => duty.due_on.is_some_and(|due| due <= today) && duty.met_on.is_none(),
                State::Due | State::Open => duty.due_on.is_none_or(|due| today <= due) && duty.met_on.is_none(),
                State::Met => duty.met_on.is_some_and(|met| met <= today && !late(met)),
                State::MetLate => duty.met_on.is_some_and(|met| met <= today && late(met)),
                State::Unknown => {
                    duty.unknown.is_some_and(|why| (why == Unknown::CareGap) == duty.due_on.is_some())
                }
                State::Exempted => duty.met_on.is_none(),
            };
            prop_assert!(fits, "{duty:?}");
        }
    }

    #[test]
    fn there_are_no_more_duties_than_reasons(family in family(), story in story()) {
        let (today, case) = days(family, &story).pop().unwrap();
        let whom = 1 + case.waiting.len() + (1 + case.placements.len()) * (1 + case.people.len());
        let times = 1 + case.done.len() + case.exemptions.len();
        let answers: usize = case.waiting.iter().map(|one| one.met_on.len()).sum();
        for (place, rule) in rules().all().iter().enumerate() {
            let many = on(&case, today).iter().filter(|duty| duty.rule == place).count();
            prop_assert!(many <= whom * times + answers, "{}: {many}", rule.name);
        }
    }
}
