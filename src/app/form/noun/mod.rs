//! The kinds of records that are written in forms, one file each: what a new one begins with, how one that is there is
//! opened, and how what is typed is saved. A new kind is a file here and a line below.

pub mod absence;
pub mod action;
pub mod arrangement;
pub mod assessment;
pub mod attainment;
pub mod attendance;
pub mod care;
pub mod check_in;
pub mod child_word;
pub mod crisis_support;
pub mod event;
pub mod exemption;
pub mod family;
pub mod goal;
pub mod group;
pub mod group_meeting;
pub mod health;
pub mod ladder_move;
pub mod network_map;
pub mod obstacle;
pub mod paper;
pub mod person;
pub mod phase;
pub mod placement;
pub mod referral;
pub mod relation;
pub mod restriction;
pub mod schooling;
pub mod session;
pub mod status;
pub mod task;
pub mod tick;
pub mod visit;
pub mod wish;

use super::{At, Form, FormNoun};
use crate::app::cx::Cx;
use crate::domain::problem::Problem;

macro_rules! nouns {
    ($($file:ident: $($noun:ident),+;)*) => {
        /// Every kind.
        pub static NOUNS: &[&FormNoun] = &[$($(&$file::$noun,)+)*];
    };
}

nouns! {
    family: FAMILY;
    person: PERSON;
    relation: RELATION;
    placement: PLACEMENT;
    care: CARE;
    status: STATUS;
    session: SESSION;
    arrangement: ARRANGEMENT;
    visit: VISIT, PREPARATION, ACCOUNT;
    restriction: RESTRICTION;
    wish: WISH;
    ladder_move: LADDER_MOVE;
    absence: ABSENCE;
    network_map: MAP;
    event: EVENT;
    task: TASK;
    group: GROUP;
    group_meeting: MEETING;
    attendance: ATTENDANCE;
    referral: REFERRAL;
    check_in: CHECK_IN;
    child_word: CHILD_WORDS;
    exemption: EXEMPTION, SETTLEMENT;
    phase: PHASE;
    crisis_support: CRISIS_SUPPORT;
    goal: GOAL;
    action: ACTION;
    attainment: ATTAINMENT;
    assessment: ASSESSMENT;
    tick: TICK;
    paper: STORY, SAFETY, COLUMNS;
    schooling: SCHOOLING;
    obstacle: OBSTACLE;
    health: HEALTH;
}

/// The form whose draft is kept at a place; none if the place is of no form.
pub(in crate::app) fn form_at(cx: &Cx, place: &str) -> Result<Option<Form>, Problem> {
    let (name, at) = At::split(place);
    match NOUNS.iter().find(|noun| noun.name == name) {
        Some(noun) => (noun.at)(cx, &at),
        None => Ok(None),
    }
}
