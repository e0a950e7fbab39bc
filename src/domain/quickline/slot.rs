//! Places in a record that parts of a quick line fill.

/// A place in a record with room for one part only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Slot {
    Family,
    Day,
    Time,
    Length,
    Mode,
    About,
    Goal,
    Outcome,
    FollowUp,
    AsLast,
    Pattern,
    End,
    Week53,
    Step,
    Support,
    Place,
    Contact,
    Who,
    Despite,
    Actor,
    Stands,
    Consent,
}

impl Slot {
    /// The slot's name in the locale files, after `slot-`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Day => "day",
            Self::Time => "time",
            Self::Length => "length",
            Self::Mode => "mode",
            Self::About => "about",
            Self::Goal => "goal",
            Self::Outcome => "outcome",
            Self::FollowUp => "follow_up",
            Self::AsLast => "as_last",
            Self::Pattern => "pattern",
            Self::End => "end",
            Self::Week53 => "week_53",
            Self::Step => "step",
            Self::Support => "support",
            Self::Place => "place",
            Self::Contact => "contact",
            Self::Who => "who",
            Self::Despite => "despite",
            Self::Actor => "actor",
            Self::Stands => "stands",
            Self::Consent => "consent",
        }
    }
}
