//! The network maps of a family: a placed child's, drawn when the work begins and again about half a year later, and
//! some of its parents'. A map is drawn at a session that was held with the person.
//!
//! Somebody is the same person on every map of the family: the child's aunt is the mother's sister, and both know the
//! same social worker.

mod cast;
mod circle;
mod part;
mod words;

use chrono::{Days, NaiveDate};

use super::assets::assets;
use super::dice::Dice;
use super::people::Household;
use super::scene::{is_parent, member};
use crate::domain::codes::{MapConsent, MapOccasion, MapViewer, MemberRole, Outcome};
use crate::domain::family::Family;
use crate::domain::ids::FamilyId;
use crate::domain::network::{MapChange, NetworkMap, PersonKey, Tie};
use crate::domain::person::age;
use crate::domain::session::Session;

use circle::{Circle, Drawn, Known};

use words::Comment;
pub use words::MapWords;

/// The families of whom most have maps; of the many after them half have one, so that thousands are made in minutes.
const IN_FULL: u32 = 1000;

/// Days from a map to the next.
const HALF_A_YEAR: u64 = 165;

/// Draws the maps of a family as they stand on a day. `family` is the family as it will be stored.
pub fn draw(
    index: u32,
    family: &Family,
    household: &Household,
    sessions: &[Session],
    today: NaiveDate,
    dice: &mut Dice,
) -> Vec<NetworkMap> {
    let known: Vec<NetworkMap> = assets().maps.of(index).map(|known| known.map(today)).collect();
    if !known.is_empty() {
        return known;
    }
    let spare = index >= IN_FULL;
    if spare && index % 2 == 1 {
        return Vec::new();
    }
    let whose = Whose { family, household, sessions };
    let mut known = Known::default();
    let mut maps = Vec::new();
    let placed = household.places(|person| person.member.role == MemberRole::Child);
    let placed = placed.into_iter().filter(|place| whose.is_placed(*place));
    for (nth, child) in placed.enumerate() {
        if dice.chance(if nth == 0 { 92 } else { 40 }) {
            maps.extend(whose.maps(child, if spare { 25 } else { 78 }, &mut known, dice));
        }
    }
    let parents = household.places(|person| is_parent(person) && person.member.role != MemberRole::Grandparent);
    for parent in parents.into_iter().take(if maps.is_empty() || spare { 0 } else { 1 }) {
        if dice.chance(34) {
            maps.extend(whose.maps(parent, 50, &mut known, dice));
        }
    }
    maps
}

struct Whose<'a> {
    family: &'a Family,
    household: &'a Household,
    sessions: &'a [Session],
}

impl Whose<'_> {
    fn is_placed(&self, place: usize) -> bool {
        self.household.placements.iter().any(|placement| placement.person == member(place))
    }

    /// A person's first map, and in so many cases out of a hundred a second.
    fn maps(&self, ego: usize, again: u32, known: &mut Known, dice: &mut Dice) -> Vec<NetworkMap> {
        let begun = self.household.placements.iter().map(|placement| placement.started_on).min();
        let with_ego = |session: &&Session| {
            let held = session.outcome == Outcome::Held && session.people.contains(&member(ego));
            held && begun.is_some_and(|begun| session.on > begun)
        };
        let mut held = self.sessions.iter().filter(with_ego);
        let skipped = dice.below(3) as usize;
        let Some(session) = held.nth(skipped) else { return Vec::new() };
        let first = Circle::new(self.household, self.family, ego, session.on, known, dice).first();
        let mut map = self.map(ego, session, MapOccasion::Baseline, dice);
        fill(&mut map, &first);
        map.comment = self.comment(&map, None, dice);
        let mut maps = vec![map];
        let next = session.on + Days::new(HALF_A_YEAR + u64::from(dice.below(30)));
        let Some(session) = held.find(|session| session.on >= next).filter(|_| dice.chance(again)) else { return maps };
        let then = Circle::new(self.household, self.family, ego, session.on, known, dice).then(first);
        let mut map = NetworkMap {
            consent: maps[0].consent,
            seen_by: maps[0].seen_by.clone(),
            ..self.map(ego, session, MapOccasion::FollowUp, dice)
        };
        fill(&mut map, &then);
        map.comment = self.comment(&map, Some(&MapChange::between(&maps[0], &map)), dice);
        maps.push(map);
        maps
    }

    /// What the person says of the map, if anything.
    fn comment(&self, map: &NetworkMap, since: Option<&MapChange>, dice: &mut Dice) -> Option<String> {
        let ego = self.household.people.iter().enumerate().find(|(place, _)| member(*place) == map.ego)?.1;
        let is_child = ego.member.role == MemberRole::Child;
        let small = ego.member.birth_on.is_some_and(|born| age(born, map.drawn_on) < 6);
        let words = &assets().maps;
        let all = if is_child { &words.child } else { &words.parent };
        let fitting: Vec<&Comment> = all.iter().filter(|comment| comment.fits(map, since)).collect();
        let said = dice.pick(&fitting).filter(|_| !small && dice.chance(45))?;
        Some(said.says.clone())
    }

    /// A map with nobody on it, and what was agreed.
    fn map(&self, ego: usize, session: &Session, occasion: MapOccasion, dice: &mut Dice) -> NetworkMap {
        let person = self.household.people.get(ego).map(|person| &person.member);
        let is_child = person.is_some_and(|person| person.role == MemberRole::Child);
        let years = person.and_then(|person| person.birth_on).map_or(9, |born| age(born, session.on));
        let drawn_by = session.staff.first().cloned().unwrap_or_default();
        let consent = match dice.below(100) {
            ..6 => None,
            ..60 if is_child && years < 15 => Some(MapConsent::ByGuardian),
            _ => Some(MapConsent::Given),
        };
        let mut seen_by = Vec::new();
        if dice.chance(88) {
            seen_by.push(MapViewer::Team);
            let others = [(35, MapViewer::Parents), (15, MapViewer::FamilyHome), (45, MapViewer::SocialWorker)];
            let others = others.into_iter().filter(|(_, viewer)| is_child || *viewer == MapViewer::SocialWorker);
            seen_by.extend(others.filter(|(percent, _)| dice.chance(*percent)).map(|(_, viewer)| viewer));
        }
        NetworkMap { occasion, consent, seen_by, ..NetworkMap::new(FamilyId(0), member(ego), session.on, drawn_by) }
    }
}

fn fill(map: &mut NetworkMap, drawn: &Drawn) {
    let pairs = |known: bool| {
        let mut ties: Vec<Tie> = drawn
            .asked
            .iter()
            .filter(|(_, answer)| **answer == known)
            .filter_map(|((one, other), _)| Tie::between(PersonKey(*one), PersonKey(*other)))
            .collect();
        ties.sort();
        ties
    };
    map.people = drawn.people.iter().map(|(person, _)| person.clone()).collect();
    (map.ties, map.no_ties) = (pairs(true), pairs(false));
}
