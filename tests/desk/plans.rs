//! Plans on the screen: goals move with sessions and marks, actions are closed, what the plan must hold is told.

use trygg::domain::action::PlanAction;
use trygg::domain::codes::Area;
use trygg::domain::goal::Goal;
use trygg::domain::ids::{FamilyId, GoalId};
use trygg::store::{FamilyPlan, Origin, Stored};

use super::desk::{Desk, today};

/// The plan of the open family.
fn plan(desk: &Desk) -> FamilyPlan {
    let family = desk.app.cx.open.as_ref().unwrap().id();
    desk.colleague("Karin").plan_of(family, today()).unwrap()
}

/// A new goal of Elias with an open action, by number.
fn with_goal(desk: &Desk) -> (FamilyId, u32, GoalId) {
    let store = desk.colleague("Karin");
    let family = desk.app.cx.open.as_ref().unwrap().id();
    let elias =
        store.people_of(family).unwrap().into_iter().find(|one| one.value.given_name.bare() == "Elias").unwrap();
    let day = today();
    let goal = Goal { start: Some(-1), ..Goal::new(family, elias.id, Area::Leisure, "simma ett bad", day) };
    let id = store.add(&goal, Origin::Direct).unwrap();
    let number = store.get::<Goal>(id).unwrap().value.number;
    for what in ["ring simhallen", "köp badbyxor"] {
        let action = PlanAction {
            family,
            person: Some(elias.id),
            goal: Some(number),
            text: what.to_owned(),
            who: Some("Karin".to_owned()),
            due_on: None,
            done_on: None,
        };
        store.add(&action, Origin::Direct).unwrap();
    }
    (family, number, id)
}

fn open_actions(desk: &Desk, number: u32) -> Vec<String> {
    let open = |stored: &&Stored<PlanAction>| stored.value.goal == Some(number) && stored.value.done_on.is_none();
    plan(desk).actions.iter().filter(open).map(|stored| stored.value.text.clone()).collect()
}

#[test]
fn a_session_moves_a_goal_and_closes_what_was_done_for_it() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    let (_, number, id) = with_goal(&desk);
    desk.keys("+").types(&format!("igår @Elias mål{number}=+1 -- simmade")).keys("Enter");
    desk.shows("Gjordes något av detta").shows("ring simhallen, Karin").shows("köp badbyxor, Karin");
    desk.keys("2").shows("ring simhallen").hides("köp badbyxor");
    assert_eq!(open_actions(&desk, number), ["ring simhallen"]);
    desk.keys("Esc").hides("Gjordes något av detta");
    assert_eq!(open_actions(&desk, number), ["ring simhallen"]);
    let goal = desk.colleague("Karin").get::<Goal>(id).unwrap().value;
    assert_eq!((goal.now, goal.start), (Some(1), Some(-1)));
    desk.keys("6").shows("simma ett bad").shows("+1");
}

#[test]
fn nothing_is_asked_after_a_session_that_touched_no_goal_or_is_still_to_be() {
    for line in ["igår @Elias -- simmade", "nästa fre 9-10 planerad @Elias mål{}"] {
        let mut desk = Desk::new();
        desk.keys("/ lin Enter");
        let (_, number, _) = with_goal(&desk);
        desk.keys("+").types(&line.replace("{}", &number.to_string())).keys("Enter").hides("Gjordes något av detta");
        assert_eq!(open_actions(&desk, number).len(), 2, "{line}");
    }
}

#[test]
fn how_we_and_the_person_see_it_are_both_kept() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter");
    let (_, number, id) = with_goal(&desk);
    desk.keys("6");
    desk.keys("+").types(&format!("igår @Elias mål{number}")).keys("Enter Esc");
    let store = desk.colleague("Karin");
    let mark = trygg::domain::attainment::Attainment {
        family: desk.app.cx.open.as_ref().unwrap().id(),
        goal: number,
        on: today(),
        level: Some(0),
        own: Some(2),
        words: Some("jag kan nästan".to_owned()),
        by: "Karin".to_owned(),
    };
    store.add(&mark, Origin::Direct).unwrap();
    let goal = store.get::<Goal>(id).unwrap().value;
    assert_eq!((goal.now, goal.own_now, goal.gap(), goal.change()), (Some(0), Some(2), Some(2), Some(1)));
    desk.keys("1 6").shows("0/+2");
}

#[test]
fn what_a_plan_must_hold_is_told_with_its_source() {
    let mut desk = Desk::sized(120, 40);
    desk.keys("/ lin Enter 6").shows("10:3");
    desk.keys("i j Enter").shows("Socialtjänstförordning (2025:468) 10 kap. 3 §");
    desk.shows("· när och hur insatser från andra ges").shows("framgår av planen");
    desk.keys("Esc Esc").hides("2025:468").shows("10:3");
}
