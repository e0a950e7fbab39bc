//! The demo's casebook: invented families that look like life, for trying the program, for tests and for measuring it.
//!
//! A pure generator: the same seed, number and day give the same families on every machine, and family *i* does not
//! depend on how many there are. What people are called, where they live and what is written about them is in
//! `assets/demo`. It must not read the clock, write anything, or hold a real person's name, number or phone:
//! identity numbers come from the Swedish Tax Agency's published test numbers, phones from the range kept for fiction.

mod assets;
mod check_ins;
mod dice;
mod duties;
mod fill;
mod first;
mod folder;
mod groups;
mod identity;
mod maps;
mod measured;
mod notes;
mod people;
mod placements;
mod plans;
mod programme;
mod relation;
mod scene;
mod sessions;
#[cfg(test)]
mod tests;
mod visits;
mod weeks;
mod words;

use chrono::NaiveDate;

use crate::domain::family::Family;
use crate::domain::person::Person;
use crate::store::NewFamily;

pub use assets::{Staff, Takes};
pub use groups::groups;
pub use visits::absences;

use dice::Dice;
use identity::Register;
use people::Household;

/// The demo unit's staff; the first opens the demo.
pub fn staff() -> &'static [Staff] {
    &assets::assets().staff
}

/// As many families as asked for, as they stand on a day.
pub fn families(seed: u64, count: u32, today: NaiveDate) -> impl Iterator<Item = NewFamily> {
    let register = Register::new(seed);
    (0..count).map(move |index| family(&register, seed, index, today))
}

fn family(register: &Register, seed: u64, index: u32, today: NaiveDate) -> NewFamily {
    let mut dice = Dice::new(seed, index);
    let (programme, household) = match first::family(index, today, &mut dice) {
        Some(known) => known,
        None => {
            let cast = register.cast(index, &mut dice);
            let programme = programme::draw(&cast, index, today, &mut dice);
            let household = people::draw(&cast, &programme, today, &mut dice);
            (programme, household)
        }
    };
    let mut sessions = sessions::draw(&programme, &household, today, &mut dice);
    let visits = visits::draw(index, &programme, &household, today, &mut dice);
    let mut family = programme.family;
    support(&mut family, visits.supporters);
    let maps = maps::draw(index, &family, &household, &sessions, today, &mut dice);
    let (check_ins, tasks) = check_ins::draw((seed, index), &family, &household, today);
    let plans = plans::draw((seed, index), &family, &household, today);
    let referrals = groups::referrals((seed, index), &family, &household, today);
    let kin = relation::draw(index, &household, today, &mut dice);
    let kept = duties::draw(&family, &household, &sessions, &programme::crisis_supporters(), today, &mut dice);
    sessions.extend(kept.sessions);
    plans::speak_of(&plans, &mut sessions, (seed, index));
    sessions.sort_by_key(|session| (session.on, session.start));
    let told = measured::draw((seed, index), &family, &household, today);
    let known =
        folder::Known { family: &family, household: &household, moves: &visits.moves, events: &kept.events, today };
    let folder = folder::draw((seed, index), &known);
    let Household { people, placements } = household;
    let mut people: Vec<Person> = people.into_iter().map(|person| person.member).collect();
    for (place, member) in people.iter_mut().enumerate() {
        member.reference = format!("P-{}-{}", index + 1, place + 1);
    }
    NewFamily {
        people,
        kin,
        placements,
        sessions,
        visits: visits.visits,
        restrictions: visits.restrictions,
        wishes: visits.wishes,
        moves: visits.moves,
        maps,
        events: kept.events,
        check_ins,
        tasks,
        phases: plans.phases,
        crisis: plans.crisis,
        goals: plans.goals,
        actions: plans.actions,
        attainments: plans.attainments,
        measured: told.measured,
        words: told.words,
        referrals,
        folder,
        ..NewFamily::new(family)
    }
}

/// Whoever supports visits belongs to the family's support.
fn support(family: &mut Family, names: Vec<String>) {
    for name in names {
        let known = family.child_support.iter().chain(&family.parent_support).chain(&family.other_support);
        if !known.clone().any(|one| *one == name) {
            family.other_support.push(name);
        }
    }
}
