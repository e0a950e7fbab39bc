//! What is kept in a family's folder: papers, assessments of contact, school, leisure, health, ticked lists. Moderate
//! in amount, and nothing in it meets a duty that the rest of the family's records does not.

use chrono::{Datelike, Days, NaiveDate};
use serde::Deserialize;

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use crate::domain::assessment::Assessment;
use crate::domain::checklist::Checklists;
use crate::domain::codes::{
    Answer, Code, EventKind, FamilyStatus, HealthKind, MemberRole, ObstacleKind, PaperKind, SchoolLevel, SchoolTerm,
    TickState,
};
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::health::Health;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::schooling::Schooling;
use crate::domain::tick::Tick;
use crate::domain::visit::LadderMove;
use crate::store::NewFolder;

/// The words of folders.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FolderWords {
    information: Vec<String>,
    risks: Vec<String>,
    protective: Vec<String>,
    decisions: Vec<String>,
    plans: Vec<String>,
    follow_ups: Vec<String>,
    stories: Vec<String>,
    deeds: Vec<String>,
    signs: Vec<String>,
    worried: Vec<String>,
    works_well: Vec<String>,
    needs: Vec<String>,
    made_with: Vec<String>,
    wanted: Vec<String>,
    tried: Vec<String>,
    contacts: Vec<String>,
}

const NOBODY: FamilyId = FamilyId(0);

/// What is known of the family already.
pub struct Known<'a> {
    pub family: &'a Family,
    pub household: &'a Household,
    pub moves: &'a [LadderMove],
    pub events: &'a [Event],
    pub today: NaiveDate,
}

/// Draws what is kept. The draws are a stream of their own, so that nothing else of a family depends on them.
pub fn draw((seed, index): (u64, u32), known: &Known<'_>) -> NewFolder {
    let mut dice = Dice::new(seed ^ 0x0f01_de12, index);
    let mut folder = NewFolder::default();
    if matches!(known.family.status, FamilyStatus::Enquiry) {
        return folder;
    }
    // Those that one meets first have something of everything.
    let is_first = index < 2;
    let children = children(known);
    assess(known, &mut dice, &mut folder);
    for (place, (child, age)) in children.iter().copied().enumerate() {
        if (6..=16).contains(&age) && (is_first || dice.chance(45)) {
            school(known, (child, age), is_first, &mut dice, &mut folder);
        }
        if is_first && place == 0 || dice.chance(18) {
            leisure(known, child, &mut dice, &mut folder);
        }
    }
    if let Some((child, _)) = children.first() {
        for kind in PaperKind::ALL {
            if is_first || dice.chance(12) {
                papers(known, *kind, *child, &mut dice, &mut folder);
            }
        }
    }
    care(known, &mut dice, &mut folder);
    tick(known, &mut dice, &mut folder);
    folder
}

/// The children by place, and how old they are.
fn children(known: &Known<'_>) -> Vec<(PersonId, i32)> {
    let age = |born: NaiveDate| known.today.years_since(born).and_then(|years| i32::try_from(years).ok());
    let people = (0_i64..).zip(&known.household.people);
    let children = people.filter(|(_, one)| one.member.role == MemberRole::Child);
    children.filter_map(|(place, one)| Some((PersonId(place), age(one.member.birth_on?)?))).collect()
}

fn ago(today: NaiveDate, days: i64) -> NaiveDate {
    u64::try_from(days).ok().and_then(|days| today.checked_sub_days(Days::new(days))).unwrap_or(today)
}

fn word(dice: &mut Dice, list: &[String]) -> Option<String> {
    dice.pick(list).cloned()
}

/// A few different ones of a list, a line each.
fn some(dice: &mut Dice, list: &[String], count: usize) -> Option<String> {
    let mut all: Vec<&String> = list.iter().collect();
    dice.shuffle(&mut all);
    let lines: Vec<&str> = all.into_iter().take(count).map(String::as_str).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The first contact that climbed the ladder was assessed before it did.
fn assess(known: &Known<'_>, dice: &mut Dice, folder: &mut NewFolder) {
    let words = &assets().folder;
    let Some(one) = known.moves.first().filter(|_| dice.chance(60)) else { return };
    let on = ago(one.on, dice.between(2, 20)).max(known.family.started_on);
    let follow_up_on = on.checked_add_days(Days::new(60)).filter(|_| dice.chance(70));
    folder.assessments.push(Assessment {
        family: NOBODY,
        child: one.child,
        with: one.with,
        on,
        information: word(dice, &words.information),
        risks: word(dice, &words.risks),
        protective: word(dice, &words.protective),
        decision: word(dice, &words.decisions),
        plan: word(dice, &words.plans),
        follow_up: follow_up_on.filter(|day| *day < known.today).and_then(|_| word(dice, &words.follow_ups)),
        follow_up_on,
        assessed_by: known.family.child_support.first().cloned(),
    });
}

const LEVELS: [(u32, SchoolLevel); 4] =
    [(30, SchoolLevel::Below), (50, SchoolLevel::Reaches), (10, SchoolLevel::Above), (10, SchoolLevel::NotAssessed)];

/// The terms since the family came, up to four of them.
fn school(known: &Known<'_>, (child, age): (PersonId, i32), is_first: bool, dice: &mut Dice, folder: &mut NewFolder) {
    let words = &assets().folder;
    let (year, month) = (known.today.year(), known.today.month());
    // Terms counted in halves of years; the last one that has ended.
    let last = year * 2 + i32::from(month >= 7) - 1;
    let first = known.family.started_on.year() * 2 + i32::from(known.family.started_on.month() >= 7);
    let contact = word(dice, &words.contacts);
    // Of some the school has told of the terms before as well.
    let first = if is_first { last - 2 } else { first.max(last - 3) };
    for term in first..=last {
        let grade = age - 7 - (year * 2 - term) / 2;
        let Ok(of) = u32::try_from(term.div_euclid(2)) else { continue };
        folder.schooling.push(Schooling {
            family: NOBODY,
            child,
            year: of,
            term: if term.rem_euclid(2) == 0 { SchoolTerm::Spring } else { SchoolTerm::Autumn },
            grade: (1..=9).contains(&grade).then(|| grade.to_string()),
            swedish: Some(dice.weighted(&LEVELS)),
            mathematics: Some(dice.weighted(&LEVELS)),
            eligible: (grade == 9).then(|| if dice.chance(70) { Answer::Yes } else { Answer::No }),
            study_contact: contact.clone(),
            note: None,
        });
    }
}

fn leisure(known: &Known<'_>, child: PersonId, dice: &mut Dice, folder: &mut NewFolder) {
    let words = &assets().folder;
    let wanted = word(dice, &words.wanted);
    let mut kinds: Vec<ObstacleKind> = ObstacleKind::ALL.to_vec();
    dice.shuffle(&mut kinds);
    let count = usize::try_from(dice.between(1, 2)).unwrap_or(1);
    for obstacle in kinds.into_iter().take(count) {
        let on = ago(known.today, dice.between(20, 200)).max(known.family.started_on);
        let tried = if dice.chance(60) { word(dice, &words.tried) } else { None };
        let is_solved = tried.is_some() && dice.chance(40);
        folder.obstacles.push(Obstacle {
            family: NOBODY,
            person: child,
            on,
            obstacle,
            wanted: wanted.clone(),
            tried_on: tried.as_ref().map(|_| on.checked_add_days(Days::new(10)).unwrap_or(on).min(known.today)),
            tried,
            solved_on: is_solved.then(|| on.checked_add_days(Days::new(18)).unwrap_or(on).min(known.today)),
        });
    }
}

/// One or two versions of a paper.
fn papers(known: &Known<'_>, kind: PaperKind, child: PersonId, dice: &mut Dice, folder: &mut NewFolder) {
    let words = &assets().folder;
    let first = ago(known.today, dice.between(60, 180)).max(known.family.started_on);
    let mut paper = Paper { made_with: word(dice, &words.made_with), ..Paper::new(NOBODY, kind, Some(child), first) };
    match kind {
        PaperKind::LifeStory => paper.text = word(dice, &words.stories),
        PaperKind::SafetyPlan => {
            paper.text = word(dice, &words.signs);
            paper.who_does_what = some(dice, &words.deeds, 3);
            paper.tried_on = Some(first);
            paper.tried_until = first.checked_add_days(Days::new(30));
            paper.scale = u32::try_from(dice.between(3, 5)).ok();
        }
        PaperKind::ThreeColumns => {
            paper.worried = some(dice, &words.worried, 2);
            paper.works_well = some(dice, &words.works_well, 2);
            paper.needs = some(dice, &words.needs, 2);
            paper.scale = u32::try_from(dice.between(2, 5)).ok();
        }
    }
    folder.papers.push(paper.clone());
    let second = ago(known.today, dice.between(5, 40)).max(first);
    if kind == PaperKind::LifeStory || second == first || !dice.chance(70) {
        return;
    }
    (paper.on, paper.tried_on, paper.tried_until) = (second, None, None);
    paper.scale = paper.scale.map(|scale| scale + 2);
    if kind == PaperKind::SafetyPlan {
        paper.who_does_what = some(dice, &words.deeds, 4);
    } else {
        paper.works_well = some(dice, &words.works_well, 3);
    }
    folder.papers.push(paper);
}

/// What was asked of health and dental care: as the events of the family tell, and how far it has come.
fn care(known: &Known<'_>, dice: &mut Dice, folder: &mut NewFolder) {
    for event in known.events {
        let care = match event.kind {
            EventKind::HealthExamRequested => HealthKind::Health,
            EventKind::DentalExamRequested => HealthKind::Dental,
            _ => continue,
        };
        let Some(person) = event.person.filter(|_| dice.chance(70)) else { continue };
        let after = |day: NaiveDate, days: i64| {
            u64::try_from(days).ok().and_then(|days| day.checked_add_days(Days::new(days))).unwrap_or(day)
        };
        let booked_on = dice.chance(85).then(|| after(event.on, dice.between(10, 60)));
        let done_on = booked_on.filter(|day| *day < known.today && dice.chance(85));
        let followed_up_on =
            done_on.map(|day| after(day, dice.between(5, 30))).filter(|day| *day <= known.today && dice.chance(60));
        let (family, note) = (NOBODY, None);
        folder.health.push(Health {
            family,
            person,
            care,
            asked_on: event.on,
            booked_on,
            done_on,
            followed_up_on,
            note,
        });
    }
}

/// The list of information to a parent, where it was given: most of its lines.
fn tick(known: &Known<'_>, dice: &mut Dice, folder: &mut NewFolder) {
    let Some(list) = Checklists::shipped().of("information_pack") else { return };
    let given = known.events.iter().filter(|event| event.kind == EventKind::InformationGoneThrough);
    let Some((event, person)) = given.filter_map(|event| Some((event, event.person?))).next_back() else { return };
    let Some(by) = known.family.parent_support.first().filter(|_| dice.chance(60)) else { return };
    let since = known.household.placements.iter().map(|one| one.started_on).filter(|from| *from <= event.on).max();
    for item in &list.items {
        if !dice.chance(80) {
            continue;
        }
        folder.ticks.push(Tick {
            family: NOBODY,
            checklist: list.name.clone(),
            item: item.key.clone(),
            person: Some(person),
            occasion_on: since.unwrap_or(event.on),
            state: if dice.chance(8) { TickState::NotRelevant } else { TickState::Done },
            on: event.on,
            ticked_by: by.clone(),
            why: None,
        });
    }
}
