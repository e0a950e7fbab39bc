//! What a form is for, where its draft is kept, and what it is called.

use super::visits::Seen;
use crate::domain::deadlines::Exemption;
use crate::domain::ids::{
    AbsenceId, ArrangementId, CareId, CheckInId, EventId, FamilyId, KinId, MeetingId, MemberId, NetworkMapId,
    PlacementId, RestrictionId, SessionId, StatusSpanId, TaskId, WishId,
};
use crate::store::VisitSeen;

/// What a form is for, with identity and version of what it edits.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Purpose {
    NewFamily,
    Family(FamilyId, i64),
    NewPerson { case_ref: String },
    Person { case_ref: String, id: MemberId, version: i64 },
    NewPlacement { person_ref: String },
    Placement { person_ref: String, id: PlacementId, version: i64 },
    NewCare { person_ref: String },
    Care { person_ref: String, id: CareId, version: i64 },
    NewStatus { case_ref: String },
    Status(StatusSpanId, i64),
    NewKin { case_ref: String },
    Kin(KinId, i64),
    NewSession { case_ref: String },
    Session(SessionId, i64),
    NewVisits { case_ref: String },
    Visits(ArrangementId, i64),
    VisitChange(Seen),
    Preparation(Seen),
    Account(Seen),
    NewRestriction { case_ref: String },
    Restriction(RestrictionId, i64),
    NewWish { case_ref: String },
    Wish(WishId, i64),
    NewMove { child: MemberId, with: MemberId, from: Option<u8> },
    NewAbsence,
    Absence(AbsenceId, i64),
    Map(NetworkMapId, i64),
    NewEvent { case_ref: String },
    Event(EventId, i64),
    NewExemption(Box<Exemption>),
    Settlement(FamilyId),
    NewTask { case_ref: String },
    Task(TaskId, i64),
    CheckIn { meeting: Option<MeetingId>, id: CheckInId, version: i64 },
    FamilyFilter,
    SessionFilter,
}

impl Purpose {
    /// Makes what is edited start from another version; what is new has none.
    pub(super) fn start_from(&mut self, from: i64) {
        match self {
            Self::Family(_, version)
            | Self::Person { version, .. }
            | Self::Placement { version, .. }
            | Self::Care { version, .. }
            | Self::Status(_, version)
            | Self::Kin(_, version)
            | Self::Session(_, version)
            | Self::Visits(_, version)
            | Self::Restriction(_, version)
            | Self::Wish(_, version)
            | Self::Absence(_, version)
            | Self::Map(_, version)
            | Self::Event(_, version)
            | Self::Task(_, version)
            | Self::CheckIn { version, .. } => *version = from,
            Self::VisitChange(seen) | Self::Preparation(seen) | Self::Account(seen) => {
                seen.seen = VisitSeen::from_number(from);
            }
            _ => {}
        }
    }

    /// The version the form started from; 0 for what is new, below it for a visit that nothing is stored of.
    pub(super) fn version(&self) -> i64 {
        match self {
            Self::Family(_, version)
            | Self::Person { version, .. }
            | Self::Placement { version, .. }
            | Self::Care { version, .. }
            | Self::Status(_, version)
            | Self::Kin(_, version)
            | Self::Session(_, version)
            | Self::Visits(_, version)
            | Self::Restriction(_, version)
            | Self::Wish(_, version)
            | Self::Absence(_, version)
            | Self::Map(_, version)
            | Self::Event(_, version)
            | Self::Task(_, version)
            | Self::CheckIn { version, .. } => *version,
            Self::VisitChange(seen) | Self::Preparation(seen) | Self::Account(seen) => seen.seen.number(),
            _ => 0,
        }
    }

    /// Where the form's draft is kept. What was begun about one family never becomes another's.
    pub(super) fn place(&self) -> String {
        let in_family = |noun: &str, case_ref: &str| match case_ref {
            "" => noun.to_owned(),
            case_ref => format!("{noun}/in/{case_ref}"),
        };
        let of_visit = |noun: &str, seen: &Seen| format!("{noun}/{}/{}", seen.key.id.0, seen.key.given);
        match self {
            Self::NewFamily => "family".to_owned(),
            Self::Family(id, _) => format!("family/{}", id.0),
            Self::NewPerson { case_ref } => format!("person/in/{case_ref}"),
            Self::Person { id, .. } => format!("person/{}", id.0),
            Self::NewPlacement { person_ref } => format!("placement/of/{person_ref}"),
            Self::Placement { id, .. } => format!("placement/{}", id.0),
            Self::NewCare { person_ref } => format!("care/of/{person_ref}"),
            Self::Care { id, .. } => format!("care/{}", id.0),
            Self::NewStatus { case_ref } => in_family("status", case_ref),
            Self::Status(id, _) => format!("status/{}", id.0),
            Self::NewKin { case_ref } => in_family("kin", case_ref),
            Self::Kin(id, _) => format!("kin/{}", id.0),
            Self::NewSession { case_ref } => in_family("session", case_ref),
            Self::Session(id, _) => format!("session/{}", id.0),
            Self::NewVisits { case_ref } => in_family("arrangement", case_ref),
            Self::Visits(id, _) => format!("arrangement/{}", id.0),
            Self::VisitChange(seen) => of_visit("visit", seen),
            Self::Preparation(seen) => of_visit("preparation", seen),
            Self::Account(seen) => of_visit("account", seen),
            Self::NewRestriction { case_ref } => in_family("restriction", case_ref),
            Self::Restriction(id, _) => format!("restriction/{}", id.0),
            Self::NewWish { case_ref } => in_family("wish", case_ref),
            Self::Wish(id, _) => format!("wish/{}", id.0),
            Self::NewMove { child, with, .. } => format!("ladder_move/{}/{}", child.0, with.0),
            Self::NewAbsence => "absence".to_owned(),
            Self::Absence(id, _) => format!("absence/{}", id.0),
            Self::Map(id, _) => format!("map/{}", id.0),
            Self::NewEvent { case_ref } => in_family("event", case_ref),
            Self::Event(id, _) => format!("event/{}", id.0),
            Self::NewExemption(of) => {
                let person = of.person.map_or(0, |person| person.0);
                format!("exemption/{}/{}/{person}/{}/{}", of.family.0, of.rule, of.record, of.counted_from)
            }
            Self::Settlement(family) => format!("settlement/{}", family.0),
            Self::NewTask { case_ref } => in_family("task", case_ref),
            Self::Task(id, _) => format!("task/{}", id.0),
            Self::CheckIn { id, .. } => format!("check_in/{}", id.0),
            Self::FamilyFilter | Self::SessionFilter => String::new(),
        }
    }

    /// Its title's key in the locale files.
    pub fn title(&self) -> &'static str {
        match self {
            Self::NewFamily => "form-new-family",
            Self::Family(..) => "form-family",
            Self::NewPerson { .. } => "form-new-person",
            Self::Person { .. } => "form-person",
            Self::NewPlacement { .. } => "form-new-placement",
            Self::Placement { .. } => "form-placement",
            Self::NewCare { .. } => "form-new-care",
            Self::Care { .. } => "form-care",
            Self::NewStatus { .. } => "form-new-status",
            Self::Status(..) => "form-status",
            Self::NewKin { .. } => "form-new-kin",
            Self::Kin(..) => "form-kin",
            Self::NewSession { .. } => "form-new-session",
            Self::Session(..) => "form-session",
            Self::NewVisits { .. } => "form-new-visits",
            Self::Visits(..) => "form-visits",
            Self::VisitChange(_) => "form-visit",
            Self::Preparation(_) => "form-preparation",
            Self::Account(_) => "form-account",
            Self::NewRestriction { .. } => "form-new-restriction",
            Self::Restriction(..) => "form-restriction",
            Self::NewWish { .. } => "form-new-wish",
            Self::Wish(..) => "form-wish",
            Self::NewMove { .. } => "form-ladder-move",
            Self::NewAbsence => "form-new-absence",
            Self::Absence(..) => "form-absence",
            Self::Map(..) => "form-map",
            Self::NewEvent { .. } => "form-new-event",
            Self::Event(..) => "form-event",
            Self::NewExemption(_) => "form-new-exemption",
            Self::Settlement(_) => "form-settlement",
            Self::NewTask { .. } => "form-new-task",
            Self::Task(..) => "form-task",
            Self::CheckIn { .. } => "form-check-in",
            Self::FamilyFilter | Self::SessionFilter => "form-filter",
        }
    }

    /// Whether it is about visits.
    pub(super) fn is_of_visits(&self) -> bool {
        matches!(
            self,
            Self::NewVisits { .. }
                | Self::Visits(..)
                | Self::VisitChange(_)
                | Self::Preparation(_)
                | Self::Account(_)
                | Self::NewRestriction { .. }
                | Self::Restriction(..)
                | Self::NewWish { .. }
                | Self::Wish(..)
                | Self::NewMove { .. }
                | Self::NewAbsence
                | Self::Absence(..)
        )
    }
}
