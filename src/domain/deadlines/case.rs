//! A case, at which rules look: of one family, who there is, who is placed, what was done and when.

use chrono::NaiveDate;

use super::Exemption;
use super::fact::Fact;
use super::limit::Limit;
use crate::domain::codes::{Answer, Area, EndReason, FamilyStatus, LegalBasis, MemberRole, PlacementKind};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::tick::Tick;

/// A family as rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Which family.
    pub family: FamilyId,
    /// Where it stands with the unit.
    pub status: FamilyStatus,
    /// Its first day with the unit.
    pub started_on: NaiveDate,
    /// Its last.
    pub closed_on: Option<NaiveDate>,
    /// Its people.
    pub people: Vec<Somebody>,
    /// Who is written to be whose parent: the parent and the child.
    pub parent_of: Vec<(PersonId, PersonId)>,
    /// The placements of its children, in the order of their days.
    pub placements: Vec<Placed>,
    /// The parents who are placed with a child: the placement and the parent.
    pub placed_with: Vec<(i64, PersonId)>,
    /// The care of its children as somebody has entered it, in the order of its days. Of a child that has any it
    /// decides.
    pub cared: Vec<Cared>,
    /// When it was paused: the first and the last day.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// What was done, in the order of days.
    pub done: Vec<Done>,
    /// What waits for something, or did.
    pub waiting: Vec<Waiting>,
    /// The goals that somebody works on.
    pub goals: Vec<OpenGoal>,
    /// Who is to be measured when the family comes.
    pub participants: Vec<PersonId>,
    /// What children are asked before something is decided about them.
    pub voices: Vec<Voice>,
    /// What need not be met.
    pub exemptions: Vec<Exemption>,
    /// Lines of checklists that somebody has ticked.
    pub ticks: Vec<Tick>,
    /// The days on which other colleagues began to work with it.
    pub support_changed: Vec<NaiveDate>,
    /// Phases of the programme: which, from when, until when.
    pub phases: Vec<(String, NaiveDate, Option<NaiveDate>)>,
}

/// Somebody in a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Somebody {
    pub id: PersonId,
    pub role: MemberRole,
    pub guardian: Option<Answer>,
    pub birth_on: Option<NaiveDate>,
}

impl Somebody {
    /// Whether somebody is a parent to the family's children, or stands in for one: with the custody of a child, a step
    /// parent or a grandparent does; a family home parent has it because of the placement, and loses no child by it.
    /// A trustee and a specially appointed guardian speak for a child; nobody took the child from them.
    pub fn is_parent(&self) -> bool {
        match self.role {
            MemberRole::Mother | MemberRole::Father | MemberRole::Guardian => true,
            MemberRole::Child | MemberRole::FamilyHomeParent => false,
            MemberRole::Trustee | MemberRole::AppointedGuardian => false,
            _ => self.guardian == Some(Answer::Yes),
        }
    }
}

/// A placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Placed {
    pub id: i64,
    pub child: PersonId,
    pub kind: PlacementKind,
    pub basis: Option<LegalBasis>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub end_reason: Option<EndReason>,
    /// Which home it is, as a number that is the same for the same home; none where nobody has named it.
    pub home: Option<i64>,
    pub hidden: Option<Answer>,
    pub school_change: Option<Answer>,
    pub school_started_on: Option<NaiveDate>,
}

/// A span of a child's care on one legal basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Cared {
    pub child: PersonId,
    pub basis: LegalBasis,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

/// A goal that somebody works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct OpenGoal {
    pub person: PersonId,
    pub area: Area,
    pub made_on: NaiveDate,
}

/// Something that was done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Done {
    pub what: Fact,
    pub on: NaiveDate,
    /// About whom; about everybody if about nobody.
    pub person: Option<PersonId>,
    /// How it went.
    pub how: How,
}

/// How something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It was done.
    Well,
    /// It was tried in vain; that meets nothing.
    InVain,
}

/// What waits, or waited.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Waiting {
    pub what: Wait,
    /// The record's number among its kind.
    pub record: i64,
    pub person: Option<PersonId>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    /// The days on which it was answered, in order.
    pub met_on: Vec<NaiveDate>,
    /// How long there is, where what waits says so itself; the unit's own rule goes before it.
    pub within: Option<Limit>,
}

/// What sort of thing waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Wait {
    Support,
    FollowUp,
    Referral,
    Restriction,
    Decision,
    Custody,
    Ban,
    VisitBreach,
    SessionBreach,
    GroupBreach,
    Referred,
    Supporter,
    Task,
    Action,
    Goal,
    Word,
    Number,
    Measured,
    Alert,
    WeakArea,
    Turn,
}

/// What a child is asked of before something is decided about it, as an instrument says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Before what, by the names of rules.
    pub of: Vec<String>,
    /// How long before.
    pub before: Limit,
    /// How long a word is good for.
    pub good_for: Limit,
    /// The children.
    pub children: Vec<PersonId>,
}

/// A gap of which nobody has said whether the care went on through it: the last day before it, and its own last day,
/// which it has none of while it goes on.
pub(super) type Doubt = (NaiveDate, Option<NaiveDate>);

/// Something that a rule counts from, as long as it lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chain<'a> {
    pub person: Option<PersonId>,
    pub record: i64,
    pub from: NaiveDate,
    /// The last day on which it can fall due.
    pub until: Option<NaiveDate>,
    /// The day on which what it counts from ended, which closing a family is not.
    pub ended_on: Option<NaiveDate>,
    /// The days on which it was met by itself.
    pub met_on: &'a [NaiveDate],
    /// Whether it counts from a day on which it was met.
    pub again: bool,
    pub count: u32,
    /// Gaps of which nobody has said whether what it counts from went on through them: the last day before each, and
    /// its own last day.
    pub doubts: Vec<Doubt>,
    /// How long there is, where what it counts from says so itself.
    pub within: Option<Limit>,
}

/// The later of two last days, of which none is never.
pub(super) fn later(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.zip(other).map(|(one, other)| one.max(other))
}

/// The earlier of two last days, of which none is never.
pub(super) fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}

impl Case {
    /// An active family from its first day with the unit, of which nothing more is known.
    pub fn new(family: FamilyId, started_on: NaiveDate) -> Self {
        Self {
            family,
            status: FamilyStatus::Active,
            started_on,
            closed_on: None,
            people: Vec::new(),
            parent_of: Vec::new(),
            placements: Vec::new(),
            placed_with: Vec::new(),
            cared: Vec::new(),
            pauses: Vec::new(),
            done: Vec::new(),
            waiting: Vec::new(),
            goals: Vec::new(),
            participants: Vec::new(),
            voices: Vec::new(),
            exemptions: Vec::new(),
            ticks: Vec::new(),
            support_changed: Vec::new(),
            phases: Vec::new(),
        }
    }

    /// Its last day, if it is closed.
    pub(super) fn closed(&self) -> Option<NaiveDate> {
        self.closed_on.filter(|_| self.status == FamilyStatus::Closed)
    }

    /// The parents.
    pub(super) fn parents(&self) -> impl Iterator<Item = &Somebody> {
        self.people.iter().filter(|one| one.is_parent())
    }

    /// Those of them who are parents to a child. A mother or a father is none if it is written that they are another
    /// child's parent and not this one's; nobody else drops out, and where nothing is written nobody does.
    pub(super) fn parents_for(&self, child: PersonId) -> impl Iterator<Item = &Somebody> {
        self.parents().filter(move |one| !self.is_of_others(one, child))
    }

    fn is_of_others(&self, one: &Somebody, child: PersonId) -> bool {
        let is_child = |id: PersonId| self.people.iter().any(|who| who.id == id && who.role == MemberRole::Child);
        matches!(one.role, MemberRole::Mother | MemberRole::Father)
            && !self.is_written(one.id, child)
            && self.parent_of.iter().any(|(parent, of)| *parent == one.id && *of != child && is_child(*of))
    }

    fn is_written(&self, parent: PersonId, child: PersonId) -> bool {
        self.parent_of.contains(&(parent, child))
    }

    /// Whether nobody can tell who of two mothers, or of two fathers, is a child's.
    pub(super) fn is_parent_untold(&self, child: PersonId) -> bool {
        [MemberRole::Mother, MemberRole::Father].into_iter().any(|role| {
            let of_role = || self.parents_for(child).filter(|one| one.role == role);
            of_role().count() > 1 && of_role().any(|one| !self.is_written(one.id, child))
        })
    }

    /// Whether a parent lives in a placement together with the child.
    pub(super) fn is_with(&self, placement: i64, parent: PersonId) -> bool {
        self.placed_with.contains(&(placement, parent))
    }
}
