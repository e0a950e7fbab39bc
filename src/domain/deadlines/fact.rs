//! Facts that can meet a duty, as rules name them.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::domain::codes::{Code, EventKind};

/// What can meet a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fact {
    /// A session that was held.
    Session,
    /// A session that was held with one of the children, or with nobody in particular.
    SessionWithChild,
    /// A session that was held with one of the parents, or with nobody in particular.
    SessionWithParent,
    /// A talk of crisis support that was held.
    CrisisTalk,
    /// A talk of crisis support that was led by somebody with no other task in the family.
    NeutralCrisisTalk,
    /// Information gone through at a session.
    InformationTalk,
    /// A meeting of carers and parents.
    AdultsMeeting,
    /// A session with a child.
    ChildSession,
    /// A session of follow-up.
    FollowUp,
    /// The first day in school.
    SchoolStarted,
    /// The placement ended.
    PlacementEnded,
    /// The care ended.
    CareEnded,
    /// The restriction was considered.
    Considered,
    /// The restriction is a decision.
    Decided,
    /// Whoever leads has seen it.
    Seen,
    /// What was asked was answered.
    Answered,
    /// A network map was drawn.
    MapDrawn,
    /// A measurement was made.
    Measurement,
    /// A step was taken towards the goal.
    GoalStepped,
    /// Every weak area has a goal that somebody works on.
    GoalMade,
    /// A plan was made or changed.
    PlanRevised,
    /// A child's word on a visit was written down.
    ChildWord,
    /// A supporter was named.
    SupporterNamed,
    /// The task was done.
    Done,
    /// It is written whose parent somebody is.
    ParentWritten,
    /// What raised an alert was talked about.
    Talked,
    /// A child's own words, of whatever and whoever heard them.
    ChildVoice,
    /// It was said whether a parent needs support, and gets enough of it.
    SupportAssessed,
    /// A parent whose child is placed was asked.
    ParentAsked,
    /// The family was closed.
    FamilyClosed,
    /// Every line of the checklist of the rule's name is dealt with.
    Checklist,
    /// An event.
    Event(EventKind),
}

const FACTS: &[(&str, Fact)] = &[
    ("session", Fact::Session),
    ("session_with_child", Fact::SessionWithChild),
    ("session_with_parent", Fact::SessionWithParent),
    ("parent_written", Fact::ParentWritten),
    ("crisis_talk", Fact::CrisisTalk),
    ("neutral_crisis_talk", Fact::NeutralCrisisTalk),
    ("information_talk", Fact::InformationTalk),
    ("adults_meeting", Fact::AdultsMeeting),
    ("child_session", Fact::ChildSession),
    ("follow_up", Fact::FollowUp),
    ("school_started", Fact::SchoolStarted),
    ("placement_ended", Fact::PlacementEnded),
    ("care_ended", Fact::CareEnded),
    ("considered", Fact::Considered),
    ("decided", Fact::Decided),
    ("seen", Fact::Seen),
    ("answered", Fact::Answered),
    ("map_drawn", Fact::MapDrawn),
    ("measurement", Fact::Measurement),
    ("goal_stepped", Fact::GoalStepped),
    ("goal_made", Fact::GoalMade),
    ("plan_revised", Fact::PlanRevised),
    ("child_word", Fact::ChildWord),
    ("supporter_named", Fact::SupporterNamed),
    ("done", Fact::Done),
    ("family_closed", Fact::FamilyClosed),
    ("talked", Fact::Talked),
    ("child_voice", Fact::ChildVoice),
    ("support_assessed", Fact::SupportAssessed),
    ("parent_asked", Fact::ParentAsked),
    ("checklist", Fact::Checklist),
];

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let name = String::deserialize(input)?;
        let known = FACTS.iter().find(|(known, _)| *known == name).map(|(_, fact)| *fact);
        known.or_else(|| EventKind::from_code(&name).map(Self::Event)).ok_or_else(|| {
            let names: Vec<&str> =
                FACTS.iter().map(|(name, _)| *name).chain(EventKind::LIST.codes.iter().copied()).collect();
            D::Error::custom(format!("`{name}` meets no duty; one of {}", names.join(", ")))
        })
    }
}
