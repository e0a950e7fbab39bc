//! Random lives of a family, as the laws are held against them: what happens, day by day, and the rules of a unit.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::words::{FAMILY, case, day, every_rule, fact};
use crate::domain::codes::{Answer, Code, EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind};
use crate::domain::deadlines::{
    About, Case, Done, Duty, Exemption, Fact, How, Placed, Rules, Somebody, Wait, Waiting, duties,
};
use crate::domain::ids::PersonId;
use crate::domain::visit::calendar::{OwnDays, Period};

/// Something that happens on a day.
#[derive(Debug, Clone)]
#[allow(missing_docs)]
pub enum Change {
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
    Action {
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
pub type Story = Vec<(u64, Change)>;

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
        "plan_revised",
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
        Wait::Action,
        Wait::Goal,
        Wait::Word,
        Wait::WeakArea,
        Wait::Turn,
    ]);
    prop_oneof![
        2 => Just(Change::Close),
        2 => Just(Change::Reopen),
        1 => Just(Change::Pause),
        5 => placing(),
        5 => (any::<Index>(), reason).prop_map(|(which, reason)| Change::End(which, reason)),
        2 => any::<Index>().prop_map(Change::School),
        12 => (facts, person(), how, back.clone())
            .prop_map(|(what, person, how, back)| Change::Action { what, person, how, back }),
        4 => (waits, person(), 0_u64..20).prop_map(|(what, person, ahead)| Change::Wait { what, person, ahead }),
        4 => (any::<Index>(), back).prop_map(|(which, back)| Change::Answer { which, back }),
        2 => any::<Index>().prop_map(Change::Lift),
        5 => any::<Index>().prop_map(Change::Exempt),
        1 => select(MemberRole::ALL).prop_map(Change::Enter),
    ]
}

/// A life.
pub fn story() -> impl Strategy<Value = Story> {
    let gap = prop_oneof![1 => Just(0_u64), 2 => Just(1_u64), 4 => 1_u64..40, 3 => 30_u64..250];
    proptest::collection::vec((gap, change()), 1..30)
}

/// A family before anything happens.
pub fn family() -> impl Strategy<Value = Case> {
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
        "; care lvu_3 2025-06-01..2026-03-31; placed emergency_home - 2025-06-01..2025-09-01;
             placed family_home - 2026-08-01",
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
pub fn rules() -> &'static Rules {
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

/// The duties of a day.
pub fn on(case: &Case, today: NaiveDate) -> Vec<Duty> {
    duties(case, rules(), &own(), today)
}

/// A duty's rule.
pub fn name(duty: &Duty) -> &'static str {
    &rules().all()[duty.rule].name
}

/// What comes of a change on a day.
pub fn happen(case: &mut Case, change: &Change, today: NaiveDate) {
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
            child: PersonId(*child),
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
        Change::Action { what, person, how, back } => {
            let person = person.map(PersonId);
            case.done.push(Done { what: *what, on: before(*back), person, how: *how });
            case.done.sort_by_key(|done| done.on);
        }
        Change::Wait { what, person, ahead } => case.waiting.push(Waiting {
            what: *what,
            record: i64::try_from(case.waiting.len()).unwrap() + 1,
            person: person.map(PersonId),
            from: today + Days::new(*ahead),
            until: None,
            met_on: Vec::new(),
            within: None,
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
            let id = PersonId(i64::try_from(case.people.len()).unwrap() + 20);
            case.people.push(Somebody { id, role: *role, guardian: None, birth_on: None });
        }
        Change::Answer { .. } | Change::Lift(_) => {}
    }
}
