//! Which areas, ways of meeting and sentences go with a kind of session.

use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::words::{Notes, Passage, Template};
use crate::domain::codes::{Area, Mode, SessionKind};

/// The area, now and then with another after it.
pub fn areas(main: Area, dice: &mut Dice) -> Vec<Area> {
    let mut areas = vec![main];
    if dice.chance(15) {
        let other =
            dice.weighted(&[(30, Area::School), (20, Area::Leisure), (30, Area::Psychosocial), (20, Area::Network)]);
        if other != main {
            areas.push(other);
        }
    }
    areas
}

/// The sentences for an area of a child of an age.
pub fn child_passage(notes: &'static Notes, area: Area, years: i32) -> &'static Passage {
    match (area, years) {
        (Area::School, ..7) => &notes.school_small,
        (Area::School, _) => &notes.school_child,
        (Area::Leisure, ..7) => &notes.leisure_small,
        (Area::Leisure, _) => &notes.leisure_child,
        (Area::Psychosocial | Area::Parenting | Area::Network, ..7) => &notes.psychosocial_small,
        (Area::Psychosocial | Area::Parenting, _) => &notes.psychosocial_child,
        (Area::Network, _) => &notes.network_child,
    }
}

/// The area a session with parents serves, if any.
pub fn parent_area(kind: SessionKind, years: i32, dice: &mut Dice) -> Option<Area> {
    match kind {
        SessionKind::Information => None,
        SessionKind::CrisisSupport | SessionKind::Motivation => Some(Area::Psychosocial),
        SessionKind::NetworkMeeting => Some(Area::Network),
        SessionKind::AdultsMeeting | SessionKind::Advice => Some(Area::Parenting),
        _ => Some(dice.weighted(&[
            (50, Area::Parenting),
            (22, Area::Psychosocial),
            (14, Area::Network),
            (if years >= 7 { 14 } else { 0 }, Area::School),
        ])),
    }
}

/// The sentences for a kind of session with parents, and what may be put last.
pub fn parent_passage(kind: SessionKind, area: Option<Area>) -> (&'static Passage, &'static [Template]) {
    let notes = &assets().notes;
    let talk = match area {
        Some(Area::Psychosocial) => &notes.psychosocial_parent,
        Some(Area::Network) => &notes.network_parent,
        Some(Area::School) => &notes.school_parent,
        _ => &notes.parenting,
    };
    match kind {
        SessionKind::CrisisSupport => (&notes.crisis_support, &notes.endings.parent),
        SessionKind::NetworkMeeting => (&notes.network_meeting, &[]),
        SessionKind::AdultsMeeting => (&notes.adults_meeting, &[]),
        SessionKind::Information => (&notes.information, &[]),
        SessionKind::Motivation => (&notes.motivation, &[]),
        SessionKind::Planning => (&notes.planning, &[]),
        SessionKind::FollowUp => (&notes.follow_up, &[]),
        SessionKind::Advice => (&notes.advice, &notes.endings.parent),
        _ => (talk, &notes.endings.parent),
    }
}

/// How a child is met.
pub fn child_mode(kind: SessionKind, dice: &mut Dice) -> Mode {
    match kind {
        SessionKind::SharedActivity => Mode::Outdoors,
        _ => dice.weighted(&[
            (40, Mode::HomeVisit),
            (22, Mode::School),
            (22, Mode::Office),
            (12, Mode::Outdoors),
            (4, Mode::Video),
        ]),
    }
}

/// How parents are met.
pub fn parent_mode(kind: SessionKind, dice: &mut Dice) -> Mode {
    match kind {
        SessionKind::CrisisSupport => dice.weighted(&[(40, Mode::Phone), (30, Mode::HomeVisit), (30, Mode::Office)]),
        SessionKind::NetworkMeeting
        | SessionKind::AdultsMeeting
        | SessionKind::Planning
        | SessionKind::Information
        | SessionKind::FollowUp => dice.weighted(&[(66, Mode::Office), (24, Mode::HomeVisit), (10, Mode::Video)]),
        SessionKind::Advice => dice.weighted(&[(60, Mode::Phone), (40, Mode::Office)]),
        _ => dice.weighted(&[
            (44, Mode::HomeVisit),
            (32, Mode::Office),
            (14, Mode::Phone),
            (7, Mode::Video),
            (3, Mode::Outdoors),
        ]),
    }
}
