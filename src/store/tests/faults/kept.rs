//! One of each kind of record that is kept in a family's folder.

use super::samples::Home;
use crate::domain::assessment::Assessment;
use crate::domain::codes::{HealthKind, ObstacleKind, PaperKind, SchoolLevel, SchoolTerm, TickState};
use crate::domain::health::Health;
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::schooling::Schooling;
use crate::domain::tick::Tick;
use crate::store::tests::day;

pub(super) fn assessment(home: &Home, risks: Option<String>) -> Assessment {
    Assessment {
        family: home.family,
        child: home.child,
        with: home.mother,
        on: day("2026-11-03"),
        information: Some("Frågar efter henne".to_owned()),
        risks,
        protective: Some("Mormor är med".to_owned()),
        decision: Some("Varannan vecka".to_owned()),
        plan: Some("I lokalen".to_owned()),
        follow_up_on: Some(day("2026-12-01")),
        follow_up: Some("Gick bra".to_owned()),
        assessed_by: Some("Lena".to_owned()),
    }
}

pub(super) fn tick(home: &Home) -> Tick {
    Tick {
        family: home.family,
        checklist: "information_pack".to_owned(),
        item: "scope".to_owned(),
        person: Some(home.mother),
        occasion_on: day("2026-11-02"),
        state: TickState::Done,
        on: day("2026-11-03"),
        ticked_by: "Lena".to_owned(),
        why: None,
    }
}

pub(super) fn paper(home: &Home, text: Option<String>) -> Paper {
    Paper {
        made_with: Some("mormor".to_owned()),
        text,
        who_does_what: Some("Mormor: hämtar".to_owned()),
        tried_on: Some(day("2026-11-04")),
        tried_until: Some(day("2026-11-20")),
        tried: Some("Höll".to_owned()),
        worried: Some("Mornarna".to_owned()),
        works_well: Some("Kvällarna".to_owned()),
        needs: Some("En till".to_owned()),
        scale: Some(4),
        ..Paper::new(home.family, PaperKind::SafetyPlan, Some(home.child), day("2026-11-03"))
    }
}

pub(super) fn schooling(home: &Home, term: SchoolTerm) -> Schooling {
    Schooling {
        family: home.family,
        child: home.child,
        year: 2026,
        term,
        grade: Some("4".to_owned()),
        swedish: Some(SchoolLevel::Reaches),
        mathematics: Some(SchoolLevel::Below),
        eligible: Some(crate::domain::codes::Answer::No),
        study_contact: Some("mentorn".to_owned()),
        note: None,
    }
}

pub(super) fn obstacle(home: &Home, tried: Option<String>) -> Obstacle {
    Obstacle {
        family: home.family,
        person: home.child,
        on: day("2026-11-03"),
        obstacle: ObstacleKind::Distance,
        wanted: Some("judo".to_owned()),
        tried,
        tried_on: Some(day("2026-11-04")),
        solved_on: Some(day("2026-11-05")),
    }
}

pub(super) fn health(home: &Home, note: Option<String>) -> Health {
    Health {
        family: home.family,
        person: home.child,
        care: HealthKind::Other,
        asked_on: day("2026-11-03"),
        booked_on: Some(day("2026-11-20")),
        done_on: Some(day("2026-11-20")),
        followed_up_on: Some(day("2026-11-21")),
        note,
    }
}
