//! The plans of the demo's families: the phases they went through, crisis support to parents of placed children, goals
//! of children and parents with what is done towards them and how far each has come.

use chrono::{Days, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use super::programme::back;
use super::scene::member;
use crate::domain::action::PlanAction;
use crate::domain::attainment::Attainment;
use crate::domain::codes::{Area, CrisisAnswer, FamilyStatus, GoalState, LegalForm, MemberRole, Outcome};
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::family::Family;
use crate::domain::goal::Goal;
use crate::domain::ids::FamilyId;
use crate::domain::phase::{Parts, Phase};
use crate::domain::session::{GoalMark, Session};

/// The words, of children and of parents.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanWords {
    child: Vec<GoalWords>,
    parent: Vec<GoalWords>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GoalWords {
    area: Area,
    goal: String,
    levels: [String; 5],
    actions: Vec<(String, Who)>,
    words: Vec<String>,
}

/// Who does something.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Who {
    Us,
    Parent,
    Home,
    School,
}

/// What belongs to a family's plans, with people by their places.
#[derive(Default)]
pub struct Plans {
    /// Phases.
    pub phases: Vec<Phase>,
    /// Crisis support.
    pub crisis: Vec<CrisisSupport>,
    /// Goals, by number.
    pub goals: Vec<Goal>,
    /// Actions.
    pub actions: Vec<PlanAction>,
    /// How far each has come, by day.
    pub attainments: Vec<Attainment>,
}

/// Draws the plans of a family. The draws are a stream of their own, so that nothing else of a family depends on them.
pub fn draw((seed, index): (u64, u32), family: &Family, household: &Household, today: NaiveDate) -> Plans {
    let mut dice = Dice::new(seed ^ 0x0000_600d_9041, index);
    let mut plans = Plans { phases: phases(family, today, &mut dice), ..Plans::default() };
    if family.status == FamilyStatus::Enquiry {
        return plans;
    }
    plans.crisis = crisis(household, today, &mut dice);
    let last = family.closed_on.unwrap_or(today);
    let made_on = family.started_on.checked_add_days(Days::new(14)).unwrap_or(last);
    if made_on > last {
        return plans;
    }
    for (place, person) in household.people.iter().enumerate() {
        let (words, most, by) = match person.member.role {
            MemberRole::Child => {
                (&assets().plans.child, dice.weighted(&[(15, 1), (40, 2), (45, 3)]), &family.child_support)
            }
            MemberRole::Mother | MemberRole::Father => {
                (&assets().plans.parent, dice.weighted(&[(20, 0), (45, 1), (35, 2)]), &family.parent_support)
            }
            _ => continue,
        };
        let mut chosen: Vec<&GoalWords> = words.iter().collect();
        dice.shuffle(&mut chosen);
        let by = by.first().cloned().unwrap_or_else(|| "Karin".to_owned());
        let mut made_on = made_on;
        for words in chosen.into_iter().take(most) {
            if made_on > last {
                break;
            }
            let whose = Whose { person: place, by: by.clone(), child: child(household) };
            goal(&mut plans, words, &whose, (made_on, last), family.closed_on.is_some(), &mut dice);
            // A plan grows as one comes to know each other.
            made_on = made_on.checked_add_days(Days::new(dice.between(60, 220).unsigned_abs())).unwrap_or(last);
        }
    }
    plans
}

/// Names goals at sessions that were held with whose goals they are: what was spoken of, seldom how far it has come.
pub fn speak_of(plans: &Plans, sessions: &mut [Session], (seed, index): (u64, u32)) {
    let mut dice = Dice::new(seed ^ 0x0000_600d_9042, index);
    for session in sessions.iter_mut().filter(|session| session.outcome == Outcome::Held) {
        let of = |goal: &&Goal| goal.made_on <= session.on && session.people.contains(&goal.person);
        let goals: Vec<u32> = plans.goals.iter().filter(of).map(|goal| goal.number).collect();
        let mut goals = goals;
        dice.shuffle(&mut goals);
        let spoken = dice.weighted(&[(15, 0), (50, 1), (35, 2)]);
        let mark = |goal| GoalMark { goal, attainment: None, done: false };
        session.goals.extend(goals.into_iter().take(spoken).map(mark));
    }
}

struct Whose<'a> {
    person: usize,
    by: String,
    child: &'a str,
}

/// A goal, what is done towards it, and how far it came month by month.
fn goal(
    plans: &mut Plans,
    words: &GoalWords,
    whose: &Whose<'_>,
    (made_on, last): (NaiveDate, NaiveDate),
    is_over: bool,
    dice: &mut Dice,
) {
    let number = u32::try_from(plans.goals.len() + 1).unwrap_or(1);
    let fill = |text: &str| text.replace("{barnet}", whose.child);
    let person = member(whose.person);
    let start = dice.weighted(&[(30, -2_i8), (60, -1), (10, 0)]);
    let mut goal = Goal {
        number,
        target_on: made_on.checked_add_days(Days::new(dice.weighted(&[(30, 180), (50, 330), (20, 400)]))),
        weight: dice.weighted(&[(70, 1), (20, 2), (10, 3)]),
        levels: words.levels.each_ref().map(|level| Some(fill(level))),
        start: Some(start),
        ..Goal::new(FamilyId(0), person, words.area, &fill(&words.goal), made_on)
    };
    let mut level = start;
    let mut on = made_on;
    loop {
        on = on.checked_add_days(Days::new(dice.between(22, 62).unsigned_abs())).unwrap_or(last);
        if on > last {
            break;
        }
        level = (level + dice.weighted(&[(45, 1), (40, 0), (15, -1)])).clamp(-2, 2);
        let own = dice.chance(60).then(|| (level + dice.weighted(&[(60, 0), (22, 1), (18, -1)])).clamp(-2, 2));
        let said = dice.chance(45).then(|| fill(dice.word(&words.words)));
        (goal.now, goal.own_now) = (Some(level), own.or(goal.own_now));
        plans.attainments.push(Attainment {
            family: FamilyId(0),
            goal: number,
            on,
            level: Some(level),
            own,
            words: said.filter(|_| own.is_some()),
            by: whose.by.clone(),
        });
    }
    if goal.now == Some(2) && dice.chance(60) {
        goal.state = GoalState::Done;
    } else if is_over && dice.chance(30) {
        goal.state = GoalState::Dropped;
    }
    let is_open = goal.state == GoalState::Open && !is_over;
    for (text, who) in &words.actions {
        let due_on = if is_open && dice.chance(45) {
            last.checked_add_days(Days::new(dice.between(1, 30).unsigned_abs())).map(|day| back(day, 6))
        } else {
            Some(back(last, dice.between(20, 120))).filter(|day| *day >= made_on)
        };
        let done_on = due_on.filter(|due| *due < last && dice.chance(97)).map(|due| back(due, 2).max(made_on));
        plans.actions.push(PlanAction {
            family: FamilyId(0),
            person: Some(person),
            goal: Some(number),
            text: fill(text),
            who: Some(match who {
                Who::Us => whose.by.clone(),
                Who::Parent => "mamma".to_owned(),
                Who::Home => "familjehemmet".to_owned(),
                Who::School => "mentorn".to_owned(),
            }),
            due_on,
            done_on,
        });
    }
    plans.goals.push(goal);
}

/// The phase that the family is in, and crisis support before it where it came to the unit by that.
fn phases(family: &Family, today: NaiveDate, dice: &mut Dice) -> Vec<Phase> {
    let Some(now) = &family.phase else { return Vec::new() };
    let of = |phase: &str, from: NaiveDate, until: Option<NaiveDate>, dice: &mut Dice| {
        let needs = Parts::shipped().needs_application(phase);
        let applied_on = (needs && dice.chance(85)).then(|| back(from, 14));
        let legal_form = family.legal_form;
        let decided = legal_form == Some(LegalForm::ServiceDecision);
        let decided_on = decided.then(|| back(from, 5));
        let decided_by = decided.then(|| "Socialnämnden".to_owned());
        Phase {
            family: FamilyId(0),
            phase: phase.to_owned(),
            from,
            until,
            applied_on,
            decided_on,
            decided_by,
            legal_form,
        }
    };
    let days = (family.closed_on.unwrap_or(today) - family.started_on).num_days();
    if days < 60 || now == "crisis_support" {
        return vec![of(now, family.started_on, family.closed_on, dice)];
    }
    let turned = family.started_on.checked_add_days(Days::new(42)).unwrap_or(family.started_on);
    let first = of("crisis_support", family.started_on, turned.pred_opt(), dice);
    vec![first, of(now, turned, family.closed_on, dice)]
}

/// Crisis support to each parent of a placed child.
fn crisis(household: &Household, today: NaiveDate, dice: &mut Dice) -> Vec<CrisisSupport> {
    let Some(placed) = household.placements.iter().map(|placement| placement.started_on).min() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (place, person) in household.people.iter().enumerate() {
        if !matches!(person.member.role, MemberRole::Mother | MemberRole::Father) {
            continue;
        }
        let answer = dice.weighted(&[
            (70, CrisisAnswer::Accepted),
            (18, CrisisAnswer::Declined),
            (12, CrisisAnswer::NotReached),
        ]);
        let offered_on = placed.succ_opt().unwrap_or(placed).min(today);
        let ended = offered_on.checked_add_days(Days::new(60)).filter(|on| *on < today);
        all.push(CrisisSupport {
            family: FamilyId(0),
            parent: member(place),
            legal_form: Some(dice.weighted(&[
                (60, LegalForm::OpenService),
                (25, LegalForm::AdviceAndSupport),
                (15, LegalForm::ServiceDecision),
            ])),
            offered_on: Some(offered_on),
            answer: Some(answer),
            talks_used: None,
            ended_on: ended.filter(|_| answer == CrisisAnswer::Accepted),
        });
    }
    all
}

/// The child that words of a parent are about.
fn child(household: &Household) -> &str {
    let found = household.people.iter().find(|one| one.member.role == MemberRole::Child);
    found.map_or("barnet", |one| one.member.given_name.bare())
}
