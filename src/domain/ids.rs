//! Identities of stored records, one type each, so that a family's number is never taken for a person's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+ };
}

ids! {
    /// A family.
    FamilyId
    /// A person in a family.
    MemberId
    /// A placement of a child.
    PlacementId
    /// A span of a child's care.
    CareId
    /// A span in which a family had a status.
    StatusSpanId
    /// A relation between two people of a family.
    KinId
    /// A session.
    SessionId
    /// An arrangement of visits.
    ArrangementId
    /// What is stored of one visit.
    OccurrenceId
    /// A restriction of contact.
    RestrictionId
    /// A wish for another contact.
    WishId
    /// A move on the visit ladder.
    LadderMoveId
    /// A time in which a supporter is away.
    AbsenceId
    /// A network map.
    NetworkMapId
    /// Something that was done or asked for on a day.
    EventId
    /// An exemption from a duty.
    ExemptionId
    /// A task.
    TaskId
    /// A weekly check-in of the team.
    MeetingId
    /// What was said of a family at a check-in.
    CheckInId
    /// A user of the casebook.
    UserId
    /// One change as a person sees it: the unit of undo.
    ChangeId
}
