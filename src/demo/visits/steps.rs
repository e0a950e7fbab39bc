//! A child's way on the ladder towards somebody: on which step it began, when it moved and why.

use chrono::{Duration, NaiveDate};

use super::Detail;
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::scene::member;
use crate::domain::codes::ChildWord;
use crate::domain::visit::{Ladder, LadderMove};

/// The lowest step on which people meet.
const MEET: u8 = 4;

/// Days that a step lasts at least.
const SHORTEST: i64 = 45;

/// The step a child stands on today, where people meet. Of the many families told sparingly few need a supporter.
pub fn now(detail: Detail, dice: &mut Dice) -> u8 {
    match detail {
        Detail::Full => dice.weighted(&[(20, 4), (18, 5), (8, 6), (22, 7), (17, 8), (8, 9), (7, 10)]),
        Detail::Spare => dice.weighted(&[(2, 4), (2, 5), (1, 6), (45, 7), (35, 8), (8, 9), (7, 10)]),
    }
}

/// The steps from the beginning to the one that holds now, each with its first day.
pub fn way(now: u8, from: NaiveDate, last: NaiveDate, dice: &mut Dice) -> Vec<(NaiveDate, u8)> {
    let down = (MEET..8).contains(&now) && dice.chance(9);
    let climbed = dice.weighted(&[(34, 0), (40, 1), (26, 2)]).min(now.saturating_sub(MEET));
    let steps: Vec<u8> = if down { vec![now + 1, now] } else { (now - climbed..=now).collect() };
    let days = (last - from).num_days();
    let most = usize::try_from(days / SHORTEST).unwrap_or(0).clamp(1, steps.len());
    let steps = &steps[steps.len() - most..];
    let each = days / i64::try_from(most).unwrap_or(1);
    let mut way = Vec::new();
    for (place, step) in (0_i64..).zip(steps) {
        let late = if place == 0 { 0 } else { dice.between(0, 12) };
        way.push((from + Duration::days(place * each + late), *step));
    }
    way
}

/// The same way with the times at which somebody looked at a step and stayed on it, mostly within the step's weeks.
pub fn looked_at(way: &[(NaiveDate, u8)], last: NaiveDate, dice: &mut Dice) -> Vec<(NaiveDate, u8)> {
    let mut found = Vec::new();
    for (place, (from, step)) in way.iter().enumerate() {
        found.push((*from, *step));
        let weeks = Ladder::shipped().step(*step).map_or(8, |step| i64::from(step.review_weeks));
        let next = way.get(place + 1).map_or(last, |(next, _)| *next - Duration::days(21));
        let mut day = *from;
        loop {
            // Now and then it is forgotten for a while.
            let late = if dice.chance(12) { 30 } else { -dice.between(0, 10) };
            day += Duration::days(7 * weeks + late);
            if day >= next {
                break;
            }
            found.push((day, *step));
        }
    }
    found
}

/// A way as moves: why, who decided, and the child's word.
pub fn moves(way: &[(NaiveDate, u8)], child: usize, years: i32, with: &[usize], dice: &mut Dice) -> Vec<LadderMove> {
    let words = &assets().visits.moves;
    let mut found = Vec::new();
    let mut from: Option<u8> = None;
    for (on, step) in way {
        let reasons = match from {
            None if *step < MEET => &words.calls,
            None => &words.first,
            Some(from) if from > *step => &words.down,
            Some(from) if from == *step => &words.stay,
            Some(_) => &words.up,
        };
        let reason = dice.word(reasons).to_owned();
        let decided_by = dice.word(&words.decided_by).to_owned();
        let child_word = match dice.below(10) {
            _ if years < 4 => Some(ChildWord::TooYoung),
            ..7 => Some(ChildWord::Told),
            7 => Some(ChildWord::DidNotWant),
            _ => None,
        };
        let told = child_word == Some(ChildWord::Told) && dice.chance(70);
        let said = told.then(|| dice.word(&words.words).to_owned());
        let towards = |with: &usize| LadderMove {
            child: member(child),
            with: member(*with),
            on: *on,
            from,
            to: *step,
            reason: reason.clone(),
            decided_by: decided_by.clone(),
            child_word,
            words: said.clone(),
        };
        found.extend(with.iter().map(towards));
        from = Some(*step);
    }
    found
}
