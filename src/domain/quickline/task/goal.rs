//! A line about a goal: `mål Lindström @Elias #skola läxorna blir gjorda >15/1`.
//!
//! It is read as a line about a task is: what is nothing else is the goal, in the person's own words. Besides a family
//! and a day only `@name` is something else, whose goal it is, and `#area`. Both must stand in the line, once.

use chrono::NaiveDate;
use serde::Serialize;

use super::settle::Words;
use super::{RecordKind, what};
use crate::domain::codes::{Area, Code};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::Setting;
use crate::domain::goal::Goal;
use crate::domain::problem::Problem;
use crate::domain::quickline::Context;
use crate::domain::quickline::classify::{Claim, area};
use crate::domain::quickline::families::Asking;
use crate::domain::quickline::far::far_days;
use crate::domain::quickline::part::{Fault, Meaning, Part, Slot};
use crate::domain::quickline::people::people;
use crate::domain::quickline::read::{Reading, body, mark_repeated, note};

/// A goal as a line tells it, with the name of its family and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalTold {
    /// Of which family.
    pub family: FamilyName,
    /// Whose.
    pub person: MemberName,
    /// The goal.
    pub goal: Goal,
}

/// What a line was understood as, in the terms and the order of exchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GoalJson {
    kind: &'static str,
    family: String,
    case_ref: String,
    person: String,
    area: &'static str,
    goal: String,
    target_on: Option<NaiveDate>,
}

/// The goal as plain data.
pub fn goal_json(told: &GoalTold) -> GoalJson {
    GoalJson {
        kind: RecordKind::Goal.code(),
        family: told.family.name.clone(),
        case_ref: told.family.case_ref.clone(),
        person: told.person.given_name.shown(Setting::Team),
        area: told.goal.area.code(),
        goal: told.goal.goal.clone(),
        target_on: told.goal.target_on,
    }
}

/// Reads a line about a goal, after the word that names the kind.
pub fn read_goal(
    line: &str,
    named: Option<Part>,
    context: &Context,
    asking: &mut Asking<'_>,
    directory: &dyn Directory,
) -> Result<Reading, Problem> {
    let mut words = Words::of(line, named.is_some(), context.today);
    words.set_aside(&['@', '#']);
    words.marked_day();
    words.settle_front(asking)?;
    words.settle_back(asking)?;
    words.day_between();
    let mut parts = words.parts();
    let open = |part: &Part| matches!(part.fault(), Some(Fault::AmbiguousFamily(_) | Fault::ShortFamily(_)));
    let told = parts.iter().find_map(|part| match &part.meaning {
        Meaning::Family(family) => Some(family.clone()),
        _ => None,
    });
    let is_open = parts.iter().any(open);
    let family = told.or_else(|| context.family.clone().filter(|_| !is_open));
    let members = family.as_ref().map(|family| directory.members(family.id)).transpose()?;
    for part in &mut parts {
        part.meaning = match line[part.span.clone()].split_at_checked(1) {
            Some(("@", name)) => people(name, members.as_deref()),
            Some(("#", _)) => area_of(&line[part.span.clone()]),
            _ => continue,
        };
    }
    one_of_each(&mut parts);
    parts.splice(0..0, named);
    parts.extend(note(line));
    mark_repeated(&mut parts);
    let text = what(&parts);
    let is = |is: &dyn Fn(&Meaning) -> bool| parts.iter().any(|part| is(&part.meaning));
    let of_person = is(&|meaning| is_of(meaning, Slot::Who));
    let of_area = is(&|meaning| is_of(meaning, Slot::About));
    let mut missing = Vec::new();
    missing.extend((family.is_none() && !is_open).then_some(Fault::MissingFamily));
    missing.extend((!of_person).then(|| Fault::MissingWhose(members.clone().unwrap_or_default())));
    missing.extend((!of_area).then_some(Fault::MissingArea));
    missing.extend(text.is_empty().then_some(Fault::MissingGoal));
    let end = body(line).trim_end().len();
    if !parts.is_empty() {
        parts.extend(missing.into_iter().map(|fault| Part { span: end..end, meaning: Meaning::Fault(fault) }));
        parts.sort_by_key(|part| (part.span.start, part.span.end));
    }
    let good = !parts.is_empty() && parts.iter().all(|part| part.fault().is_none());
    let goal = family.clone().filter(|_| good).and_then(|family| assemble(&parts, family, text, context.today));
    let asks = far_days(line, &parts, context.today);
    Ok(Reading { parts, family, goal, asks, ..Reading::default() })
}

/// Whether a part fills a place, or tries to.
fn is_of(meaning: &Meaning, slot: Slot) -> bool {
    match meaning {
        Meaning::People(_) => slot == Slot::Who,
        Meaning::Area(_) => slot == Slot::About,
        Meaning::Fault(
            Fault::NoSuchPerson(_) | Fault::AmbiguousPerson(_) | Fault::PersonWithoutFamily | Fault::OnePerson,
        ) => slot == Slot::Who,
        Meaning::Fault(Fault::NoSuchArea | Fault::AmbiguousArea(_)) => slot == Slot::About,
        Meaning::Fault(Fault::Repeated(of)) => *of == slot,
        _ => false,
    }
}

fn area_of(word: &str) -> Meaning {
    match area(&[word]).map(|taken| taken.value) {
        Some(Claim::Says(meaning)) => meaning,
        _ => Meaning::Fault(Fault::NoSuchArea),
    }
}

/// Marks what is one too many: a goal is one person's, in one area.
fn one_of_each(parts: &mut [Part]) {
    let (mut whose, mut areas) = (0, 0);
    for part in parts {
        let fault = match &part.meaning {
            Meaning::People(people) if people.len() > 1 => Fault::OnePerson,
            Meaning::People(_) => {
                whose += 1;
                if whose < 2 {
                    continue;
                }
                Fault::OnePerson
            }
            Meaning::Area(_) => {
                areas += 1;
                if areas < 2 {
                    continue;
                }
                Fault::Repeated(Slot::About)
            }
            _ => continue,
        };
        part.meaning = Meaning::Fault(fault);
    }
}

fn assemble(parts: &[Part], family: FamilyName, text: String, today: NaiveDate) -> Option<GoalTold> {
    let (mut person, mut area, mut target_on): (Option<MemberName>, Option<Area>, _) = (None, None, None);
    for part in parts {
        match &part.meaning {
            Meaning::People(people) => person = people.first().cloned(),
            Meaning::Area(of) => area = Some(*of),
            Meaning::Day(day) => target_on = Some(*day),
            _ => {}
        }
    }
    let (person, area) = (person?, area?);
    let goal = Goal { target_on, ..Goal::new(family.id, person.id, area, &text, today) };
    Some(GoalTold { family, person, goal })
}
