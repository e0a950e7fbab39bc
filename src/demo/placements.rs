//! Where a placed child has lived: one home or several after one another, some of which broke down.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::assets::assets;
use super::dice::Dice;
use super::programme::back;
use crate::domain::codes::{Answer, EndReason, FamilyStatus, LegalBasis, Lives, PlacementKind};
use crate::domain::family::Family;
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, age};
use crate::domain::placement::Placement;

/// What is known before a child's placements are drawn.
pub struct Past<'a> {
    /// The child's place.
    pub person: PersonId,
    /// The child.
    pub member: &'a Person,
    /// The family.
    pub family: &'a Family,
    /// The last day of which anything is known.
    pub today: NaiveDate,
}

/// A child's placements, and where it lives now.
pub struct History {
    /// Oldest first.
    pub placements: Vec<Placement>,
    /// Where the child lives today.
    pub lives: Lives,
    /// The name of the family it lives with now, if it is a family home.
    pub host: Option<&'static str>,
}

/// Days a placement lasts at least before the next one.
const SHORTEST: i64 = 9;

/// Draws the placements of a child.
pub fn draw(past: &Past<'_>, dice: &mut Dice) -> History {
    let years = past.member.birth_on.map_or(10, |born| age(born, past.today));
    let starts = starts(past, years, dice);
    let (lives, ended) = outcome(past, years, starts.last().copied(), dice);
    let mut placements = Vec::new();
    let mut host = None;
    for (place, &started_on) in starts.iter().enumerate() {
        let next = starts.get(place + 1).copied();
        let stage = match (place, next) {
            (0, Some(_)) => Stage::First,
            (_, Some(_)) => Stage::Middle,
            (_, None) => Stage::Last,
        };
        let years = past.member.birth_on.map_or(10, |born| age(born, started_on));
        let kind = kind(stage, years, dice);
        let home = home(kind, dice);
        host = home.host.filter(|_| next.is_none() && ended.is_none());
        let (ended_on, end_reason) = match (next, ended) {
            (Some(next), _) => {
                let reason = dice.weighted(&[(74, EndReason::RePlacement), (26, EndReason::Breakdown)]);
                (next.pred_opt(), Some(reason))
            }
            (None, Some((day, reason))) => (Some(day), Some(reason)),
            (None, None) => (None, None),
        };
        let hidden = kind == PlacementKind::Shelter || dice.chance(1);
        let mut placement = Placement {
            person: past.person,
            kind,
            started_on,
            legal_basis: Some(basis(kind, years, (past.today - started_on).num_days(), dice)),
            district: if hidden { None } else { district(past.family, dice).map(Into::into) },
            home: home.name.map(Into::into),
            ended_on,
            end_reason,
            hidden_location: hidden.then_some(Answer::Yes),
            school_change: None,
            school_started_on: None,
            placed_with: Vec::new(),
        };
        school(&mut placement, years, past.today, dice);
        placements.push(placement);
    }
    History { placements, lives, host: host.filter(|_| lives == Lives::Placed) }
}

/// The first days of a child's placements.
fn starts(past: &Past<'_>, years: i32, dice: &mut Dice) -> Vec<NaiveDate> {
    let joined = (past.today - past.family.started_on).num_days();
    let (low, high) = dice.weighted(&[(55, (0, 30)), (30, (31, 250)), (15, (251, 900))]);
    let before = dice.between(low, high);
    let oldest = i64::from(years) * 365 - 200;
    let total = (joined + before).min(oldest).max(1);
    let moves = if total > 70 { dice.weighted(&[(58, 0), (28, 1), (11, 2), (3, 3)]) } else { 0 };
    let mut days = vec![total];
    for _ in 0..moves {
        let left = days.last().copied().unwrap_or(total);
        // The first homes are short, the later ones longer.
        let stay = dice.between(12, (left / 2).clamp(13, 240));
        if left - stay > SHORTEST {
            days.push(left - stay);
        }
    }
    days.into_iter().map(|days| back(past.today, days)).collect()
}

/// Where the child lives today, and when and how the last placement ended if it did.
fn outcome(
    past: &Past<'_>,
    years: i32,
    last: Option<NaiveDate>,
    dice: &mut Dice,
) -> (Lives, Option<(NaiveDate, EndReason)>) {
    let Some(started_on) = last else { return (Lives::AtHome, None) };
    let stay = (past.today - started_on).num_days();
    let ends = match (past.family.status, past.family.phase.as_deref()) {
        (FamilyStatus::Closed, _) => 55,
        (_, Some("aftercare")) => 90,
        (FamilyStatus::Active | FamilyStatus::Paused, _) => 6,
        _ => 0,
    };
    if stay < 60 || !dice.chance(ends) {
        return (Lives::Placed, None);
    }
    let reason = if years >= 17 && dice.chance(40) {
        EndReason::IndependentLiving
    } else {
        dice.weighted(&[(93, EndReason::ReturnHome), (7, EndReason::CustodyTransfer)])
    };
    let lives = match reason {
        EndReason::ReturnHome => Lives::AtHome,
        EndReason::IndependentLiving => Lives::OwnHousehold,
        _ => Lives::Elsewhere,
    };
    (lives, Some((back(past.today, dice.between(3, (stay - 40).min(120))), reason)))
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    First,
    Middle,
    Last,
}

fn kind(stage: Stage, years: i32, dice: &mut Dice) -> PlacementKind {
    use PlacementKind as Kind;
    let from = |age: i32, weight: u32| if years >= age { weight } else { 0 };
    match stage {
        Stage::First => dice.weighted(&[
            (78, Kind::EmergencyHome),
            (8, Kind::FamilyHome),
            (from(12, 10), Kind::ResidentialHome),
            (6, Kind::KinshipPlacement),
        ]),
        Stage::Middle => {
            dice.weighted(&[(30, Kind::EmergencyHome), (45, Kind::FamilyHome), (from(12, 25), Kind::ResidentialHome)])
        }
        Stage::Last => dice.weighted(&[
            (52, Kind::FamilyHome),
            (17, Kind::EmergencyHome),
            (13, Kind::KinshipPlacement),
            (from(12, 14), Kind::ResidentialHome),
            (from(14, 4), Kind::SecureYouthHome),
            (from(16, 25), Kind::SupportedHousing),
            (2, Kind::Shelter),
            (4, Kind::TreatmentFamily),
            (if years <= 4 { 8 } else { 0 }, Kind::JointPlacement),
        ]),
    }
}

fn basis(kind: PlacementKind, years: i32, days: i64, dice: &mut Dice) -> LegalBasis {
    match kind {
        PlacementKind::SecureYouthHome => LegalBasis::Lvu3,
        PlacementKind::Shelter | PlacementKind::SupportedHousing | PlacementKind::JointPlacement => LegalBasis::Sol,
        PlacementKind::EmergencyHome if days < 35 && dice.chance(55) => LegalBasis::Lvu6,
        _ if years >= 13 => dice.weighted(&[(58, LegalBasis::Sol), (20, LegalBasis::Lvu2), (22, LegalBasis::Lvu3)]),
        _ => dice.weighted(&[(60, LegalBasis::Sol), (40, LegalBasis::Lvu2)]),
    }
}

struct Home {
    name: Option<String>,
    host: Option<&'static str>,
}

fn home(kind: PlacementKind, dice: &mut Dice) -> Home {
    let homes = &assets().homes;
    let mut family = |what: &str| {
        let host = dice.word(&homes.hosts);
        Home { name: Some(format!("{what} {host}")), host: Some(host) }
    };
    let named = |name: &str| Home { name: Some(name.to_owned()), host: None };
    match kind {
        PlacementKind::FamilyHome => family("Familjehem"),
        PlacementKind::TreatmentFamily => family("Behandlingsfamilj"),
        PlacementKind::EmergencyHome => Home { host: None, ..family("Jourhem") },
        PlacementKind::JointPlacement => Home { host: None, ..family("Utredningshem") },
        PlacementKind::KinshipPlacement | PlacementKind::PrivatePlacement => named(dice.word(&homes.kin)),
        PlacementKind::ResidentialHome => named(dice.word(&homes.residential)),
        PlacementKind::SecureYouthHome => named(dice.word(&homes.secure)),
        PlacementKind::SupportedHousing => named(dice.word(&homes.supported)),
        PlacementKind::Shelter => named(dice.word(&homes.shelter)),
    }
}

fn district(family: &Family, dice: &mut Dice) -> Option<String> {
    let homes = &assets().homes;
    match dice.weighted(&[(40, 0), (45, 1), (15, 2)]) {
        0 => family.district.clone(),
        1 => dice.pick(&homes.districts).cloned(),
        _ => dice.pick(&homes.away).cloned(),
    }
}

/// Whether the child changed school, and when the new one began.
fn school(placement: &mut Placement, years: i32, today: NaiveDate, dice: &mut Dice) {
    if !(7..=17).contains(&years) {
        return;
    }
    placement.school_change = Some(if dice.chance(45) { Answer::Yes } else { Answer::No });
    if placement.school_change != Some(Answer::Yes) || dice.chance(4) {
        return;
    }
    let (low, high) = dice.weighted(&[(62, (2, 7)), (28, (8, 14)), (10, (15, 18))]);
    let day = weekday(placement.started_on + Days::new(dice.between(low, high).unsigned_abs()));
    let until = placement.ended_on.unwrap_or(today).min(today);
    placement.school_started_on = (day <= until).then_some(day);
}

fn weekday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}
