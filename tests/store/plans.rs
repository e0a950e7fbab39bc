//! Plans: who may read and write them, how a goal moves with what is said of it, and what is kept of what was changed.

use proptest::prelude::*;
use trygg::domain::action::PlanAction;
use trygg::domain::attainment::Attainment;
use trygg::domain::codes::{Area, GoalState, Outcome};
use trygg::domain::crisis_support::CrisisSupport;
use trygg::domain::family::Family;
use trygg::domain::goal::Goal;
use trygg::domain::ids::{FamilyId, GoalId, PersonId};
use trygg::domain::phase::Phase;
use trygg::domain::plan_revision::{Plan, PlanRevision, agreed, fold};
use trygg::domain::session::{GoalMark, Session};
use trygg::store::{Listing, Origin, Past, Store};

use super::access_table::{Target, Trial, done};
use super::desk::{self, Desk, add, add_case, change, day, get, key, today};

/// As `access_table::TABLE`.
pub const PLANS: &[(&str, &str, Trial)] = &[
    ("add::<Phase>", "O-OT---", |_, store, on| done(store.add(&phase(on), Origin::Direct))),
    ("add::<Goal>", "O-OT---", |_, store, on| done(store.add(&goal(on), Origin::Direct))),
    ("get::<Goal>", "O-OT--T", |desk, store, on| done(store.get::<Goal>(add(&desk.leader(), &goal(on))))),
    ("change::<Goal>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Goal>(add(&desk.leader(), &goal(on)))?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("remove::<Goal>", "O-OT---", |desk, store, on| done(store.remove::<Goal>(add(&desk.leader(), &goal(on))))),
    ("add::<Attainment>", "O-OT---", |desk, store, on| {
        add(&desk.leader(), &goal(on));
        done(store.add(&attainment(on), Origin::Direct))
    }),
    ("action_done", "O-OT---", |desk, store, on| {
        done(store.action_done(add(&desk.leader(), &action(on)), 1, Some(today())))
    }),
    ("plan_of", "O-OT--T", |_, store, on| done(store.plan_of(on.case.family, today()))),
    ("revisions_of", "O-OT--T", |_, store, on| done(store.revisions_of(on.case.family, on.case.child))),
    ("actions_towards", "O-OT---", |_, store, on| done(store.actions_towards(on.case.family, &[1]))),
    ("goals", "OOOT--T", |_, store, on| done(trygg::domain::directory::Directory::goals(store, on.case.family))),
];

pub fn phase(on: &Target) -> Phase {
    Phase {
        family: on.case.family,
        phase: "change_over_time".to_owned(),
        from: day("2026-05-12"),
        until: None,
        applied_on: None,
        decided_on: None,
        decided_by: None,
        legal_form: None,
    }
}

pub fn crisis_support(on: &Target, parent: PersonId) -> CrisisSupport {
    CrisisSupport {
        family: on.case.family,
        parent,
        legal_form: None,
        offered_on: Some(day("2026-11-03")),
        answer: None,
        talks_used: None,
        ended_on: None,
    }
}

pub fn goal(on: &Target) -> Goal {
    made(on.case.family, on.case.child)
}

pub fn action(on: &Target) -> PlanAction {
    PlanAction {
        family: on.case.family,
        person: Some(on.case.child),
        goal: None,
        text: "anmäl till judo".to_owned(),
        who: None,
        due_on: None,
        done_on: None,
    }
}

pub fn attainment(on: &Target) -> Attainment {
    said(on.case.family, "2026-11-03", Some(1), None)
}

fn made(family: FamilyId, person: PersonId) -> Goal {
    Goal { start: Some(-1), ..Goal::new(family, person, Area::School, "Läxorna blir gjorda", day("2026-03-09")) }
}

pub fn said(family: FamilyId, on: &str, level: Option<i8>, own: Option<i8>) -> Attainment {
    Attainment { family, goal: 1, on: day(on), level, own, words: None, by: "Lena".to_owned() }
}

fn session(family: FamilyId, on: &str, attainment: Option<i8>, done: bool) -> Session {
    Session { goals: vec![GoalMark { goal: 1, attainment, done }], ..desk::session(family, on) }
}

/// Where a goal stands: as one sees it, as the person does, its state.
fn stands(store: &Store, id: GoalId) -> (Option<i8>, Option<i8>, GoalState) {
    let goal = get::<Goal>(store, id).value;
    (goal.now, goal.own_now, goal.state)
}

#[test]
fn a_goal_moves_with_what_is_said_of_it_and_back_with_undo() {
    use GoalState::{Done, Open};
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let goal = add(&store, &made(case.family, case.child));
    assert_eq!(get::<Goal>(&store, goal).value.number, 1, "the first of the family");
    let first = add(&store, &session(case.family, "2026-11-02", Some(1), false));
    assert_eq!(stands(&store, goal), (Some(1), None, Open));
    add(&store, &said(case.family, "2026-11-02", Some(0), Some(2)));
    assert_eq!(stands(&store, goal), (Some(0), Some(2), Open), "of one day what is said by itself says more");
    add(&store, &session(case.family, "2026-10-01", Some(-2), false));
    assert_eq!(stands(&store, goal), (Some(0), Some(2), Open), "what was before changes nothing now");
    let planned = Session { outcome: Outcome::Planned, ..session(case.family, "2026-12-01", Some(2), true) };
    let planned = add(&store, &planned);
    assert_eq!(stands(&store, goal), (Some(0), Some(2), Open), "what has not been says nothing");
    change::<Session>(&store, planned, |one| (one.outcome, one.on) = (Outcome::Held, day("2026-11-10"))).unwrap();
    assert_eq!(stands(&store, goal), (Some(2), Some(2), Done), "one session, one change");
    assert_eq!(store.undo().unwrap().unwrap().noun, "session");
    assert_eq!(stands(&store, goal), (Some(0), Some(2), Open));
    store.redo().unwrap();
    assert_eq!(stands(&store, goal), (Some(2), Some(2), Done));
    store.remove::<Session>(planned).unwrap();
    assert_eq!(stands(&store, goal), (Some(0), Some(2), Open), "nobody says any more that it is reached");
    store.remove::<Session>(first).unwrap();
    assert!(store.verify(&desk.casebook).unwrap().holds());
}

#[test]
fn where_nothing_is_said_any_more_a_goal_is_where_it_began() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let goal = add(&store, &Goal { own_now: Some(1), now: Some(2), ..made(case.family, case.child) });
    let id = add(&store, &said(case.family, "2026-11-02", None, Some(-1)));
    assert_eq!(stands(&store, goal), (Some(2), Some(-1), GoalState::Open), "what is not said stays");
    store.remove::<Attainment>(id).unwrap();
    assert_eq!(stands(&store, goal), (Some(2), None, GoalState::Open));
    let id = add(&store, &session(case.family, "2026-11-02", Some(1), false));
    store.remove::<Session>(id).unwrap();
    assert_eq!(stands(&store, goal), (Some(-1), None, GoalState::Open));
}

#[test]
fn a_number_is_one_goals_for_good() {
    let desk = Desk::new();
    let store = desk.leader();
    let (one, two) = (add_case(&store, "A-1"), add_case(&store, "A-2"));
    let made = |case: &desk::Case, number| Goal { number, ..made(case.family, case.child) };
    let first = add(&store, &made(&one, 0));
    assert_eq!(key(store.add(&made(&one, 1), Origin::Direct)), "goal-number-taken");
    add(&store, &made(&two, 1));
    assert_eq!(key(change::<Goal>(&store, first, |goal| goal.number = 2)), "goal-number-fixed");
    assert_eq!(key(change::<Goal>(&store, first, |goal| goal.family = two.family)), "goal-number-fixed");
    store.remove::<Goal>(first).unwrap();
    let next = add(&store, &made(&one, 0));
    assert_eq!(get::<Goal>(&store, next).value.number, 2, "a number that was a goal's is given to no other");
    assert_eq!(key(store.add(&said(one.family, "2026-11-02", Some(1), None), Origin::Direct)), "no-such-goal");
    let stranger = Goal { person: two.child, ..made(&one, 0) };
    assert_eq!(key(store.add(&stranger, Origin::Direct)), "no-such-person");
}

#[test]
fn a_goal_that_something_hangs_on_stays() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = add_case(&store, "A-1");
    let goal = add(&store, &made(case.family, case.child));
    let text = "ring skolan".to_owned();
    let (family, person) = (case.family, Some(case.child));
    let action = PlanAction { family, person, goal: Some(1), text, who: None, due_on: None, done_on: None };
    let action = add(&store, &action);
    assert_eq!(key(store.remove::<Goal>(goal)), "still-used");
    store.remove::<PlanAction>(action).unwrap();
    store.remove::<Goal>(goal).unwrap();
}

/// The goals of a person as they are agreed, and the fold of what was written down of them.
fn both(store: &Store, family: FamilyId, person: PersonId) -> (Plan, Plan) {
    let listing = Listing { family: Some(family), ..Listing::default() };
    let mut plan = Plan::new();
    store
        .each::<Goal>(&listing, &mut |of| {
            let goal = of.value.value;
            if goal.person == person {
                plan.insert(goal.number, agreed(&goal));
            }
            Ok(())
        })
        .unwrap();
    let mut revisions: Vec<PlanRevision> = Vec::new();
    store
        .each::<PlanRevision>(&listing, &mut |of| {
            revisions.extend(Some(of.value.value).filter(|one| one.person == person));
            Ok(())
        })
        .unwrap();
    (plan, fold(Plan::new(), &revisions))
}

#[derive(Debug, Clone)]
enum Act {
    Make(bool),
    Reword(usize, u32),
    Give(usize, bool),
    Reach(usize),
    TakeOut(usize),
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => any::<bool>().prop_map(Act::Make),
        3 => (0_usize..4, 1_u32..=10).prop_map(|(at, weight)| Act::Reword(at, weight)),
        1 => (0_usize..4, any::<bool>()).prop_map(|(at, to)| Act::Give(at, to)),
        2 => (0_usize..4).prop_map(Act::Reach),
        1 => (0_usize..4).prop_map(Act::TakeOut),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_plan_of_a_person_is_the_fold_of_its_revisions(acts in prop::collection::vec(act(), 1..14)) {
        let desk = Desk::new();
        let store = desk.leader();
        let case = add_case(&store, "A-1");
        let people = [case.child, add(&store, &desk::member(case.family, "P-2", "Noah"))];
        // Undo reaches no further back than one has been in.
        let store = desk.leader();
        let goals = || {
            let mut all: Vec<(GoalId, u32)> = Vec::new();
            store.each::<Goal>(&Listing::default(), &mut |of| {
                all.push((of.value.id, of.value.value.number));
                Ok(())
            }).unwrap();
            all
        };
        for act in acts {
            let at = |place: usize| goals().get(place).copied();
            match act {
                Act::Make(which) => drop(add(&store, &made(case.family, people[usize::from(which)]))),
                Act::Reword(place, weight) => if let Some((id, _)) = at(place) {
                    change::<Goal>(&store, id, |goal| goal.weight = weight).unwrap();
                },
                Act::Give(place, to) => if let Some((id, _)) = at(place) {
                    change::<Goal>(&store, id, |goal| goal.person = people[usize::from(to)]).unwrap();
                },
                Act::Reach(place) => if let Some((_, goal)) = at(place) {
                    let goals = vec![GoalMark { goal, attainment: Some(1), done: true }];
                    add(&store, &Session { goals, ..desk::session(case.family, "2026-11-02") });
                },
                Act::TakeOut(place) => if let Some((id, _)) = at(place) {
                    store.remove::<Goal>(id).unwrap();
                },
                Act::Undo => drop(store.undo()),
                Act::Redo => drop(store.redo()),
            }
            for person in people {
                let (plan, fold) = both(&store, case.family, person);
                prop_assert_eq!(plan, fold);
            }
        }
        prop_assert!(store.verify(&desk.casebook).unwrap().holds());
    }
}

#[test]
fn whoever_supports_visits_is_asked_for_no_step_of_a_goal() {
    let desk = Desk::new();
    let leader = desk.leader();
    let beside = Family { other_support: vec!["Vera".to_owned()], ..desk::family("F-1", "Familjen F-1") };
    let family = add(&leader, &beside);
    let child = add(&leader, &desk::member(family, "P-1", "Barn"));
    add(&leader, &made(family, child));
    let asked = |name: &str| -> Vec<String> {
        let store = desk.open(name);
        let duties = store.duties(&[family], Past::Last, day("2027-11-21")).unwrap();
        duties.iter().map(|duty| store.rules().all()[duty.rule].name.clone()).collect()
    };
    let is_asked = |name: &str| asked(name).contains(&"goal_without_step".to_owned());
    assert!(is_asked("Saga"), "{:?}", asked("Saga"));
    assert!(!asked("Vera").is_empty() && !is_asked("Vera"), "{:?}", asked("Vera"));
}
