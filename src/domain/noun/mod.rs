//! Nouns: every kind of record that the casebook keeps, once. Lists, files and the tests that nothing is forgotten go
//! over this one list, so that a kind cannot be left out of any of them.
//!
//! `every_noun` hands the list to a macro, which makes of it what its floor needs: a match over kinds that the
//! compiler holds complete. A [`Noun`] says how its rows are read and written; what a field holds stands in
//! `domain::entry`.

use std::fmt::Debug;

use chrono::NaiveDate;

use super::directory::MemberName;
use super::discretion::Setting;
use super::entry::{CodesOnly, Draft, Fault, Form, Names, Reader, Source};
use super::ids::{FamilyId, GroupId, GroupMeetingId, PersonId};
use super::person::Person;
use super::problem::Problem;

/// Every noun: what it is called where kinds are told apart, the file in which its words stand, the type of its
/// identity, and its own. Rows of files are those of one record each, in the order in which they are listed: each
/// refers only to those before it. What is kept apart goes into files otherwise (visits, maps) or not at all, and
/// `exchange` says how.
macro_rules! every_noun {
    ($take:ident) => {
        $take! {
            rows {
                Families family FamilyId: crate::domain::family::Family,
                People person PersonId: crate::domain::person::Person,
                Relations relation RelationId: crate::domain::relation::Relation,
                Placements placement PlacementId: crate::domain::placement::Placement,
                Care care CareId: crate::domain::care::Care,
                Statuses status StatusSpanId: crate::domain::status::StatusSpan,
                Sessions session SessionId: crate::domain::session::Session,
                Restrictions restriction RestrictionId: crate::domain::visit::Restriction,
                Wishes wish WishId: crate::domain::visit::Wish,
                LadderMoves ladder_move LadderMoveId: crate::domain::visit::LadderMove,
                Absences absence AbsenceId: crate::domain::visit::Absence,
                Events event EventId: crate::domain::event::Event,
                Tasks task TaskId: crate::domain::task::Task,
                ChildWords child_word ChildWordId: crate::domain::child_word::Quotation,
                Groups group GroupId: crate::domain::group::Group,
                GroupMeetings group_meeting GroupMeetingId: crate::domain::group_meeting::GroupMeeting,
                Attendance attendance AttendanceId: crate::domain::attendance::Attendance,
                Referrals referral ReferralId: crate::domain::referral::Referral,
                CheckIns check_in CheckInId: crate::domain::check_in::CheckIn,
                Exemptions exemption ExemptionId: crate::domain::deadlines::Exemption,
                Phases phase PhaseId: crate::domain::phase::Phase,
                CrisisSupports crisis_support CrisisSupportId: crate::domain::crisis_support::CrisisSupport,
                Goals goal GoalId: crate::domain::goal::Goal,
                Actions action PlanActionId: crate::domain::action::PlanAction,
                Attainments attainment AttainmentId: crate::domain::attainment::Attainment,
                PlanRevisions plan_revision PlanRevisionId: crate::domain::plan_revision::PlanRevision,
                AdviceCounts advice_count AdviceCountId: crate::domain::advice_count::AdviceCount,
                Assessments assessment AssessmentId: crate::domain::assessment::Assessment,
                Ticks tick TickId: crate::domain::tick::Tick,
                Papers paper PaperId: crate::domain::paper::Paper,
                Schooling schooling SchoolingId: crate::domain::schooling::Schooling,
                Obstacles obstacle ObstacleId: crate::domain::obstacle::Obstacle,
                Health health HealthId: crate::domain::health::Health,
            }
            apart {
                Arrangements arrangement ArrangementId: crate::domain::visit::Arrangement,
                Occurrences occurrence OccurrenceId: crate::domain::visit::Occurrence,
                NetworkMaps network_map NetworkMapId: crate::domain::network::NetworkMap,
                Meetings meeting MeetingId: crate::domain::check_in::Meeting,
                Measurements measurement MeasurementId: crate::domain::measurement::Measurement,
            }
        }
    };
}
pub(crate) use every_noun;

macro_rules! kinds {
    (
        rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
    ) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum NounKind {
            $($row,)*
            $($apart,)*
        }

        impl NounKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$row,)* $(Self::$apart,)*];

            /// One of the kind, as its file is called.
            pub fn one(self) -> &'static str {
                match self {
                    $(Self::$row => stringify!($row_file),)*
                    $(Self::$apart => stringify!($apart_file),)*
                }
            }
        }
    };
}
every_noun!(kinds);

/// What a row is read with, besides the row.
pub struct With<'a, N> {
    /// Whom it may name.
    pub names: &'a dyn Names,
    /// Who reads it in, of the staff.
    pub by: &'a str,
    /// The record it is about, where that is known.
    pub old: Option<&'a N>,
}

/// What a record's row is written with, besides the record.
pub struct Said<'a> {
    /// The family's case reference; empty where there is no family.
    pub case_ref: &'a str,
    /// The family's people, as they are called where the row goes.
    pub members: &'a [MemberName],
    /// The reference of a group.
    pub group: &'a dyn Fn(GroupId) -> Option<String>,
    /// The group of a meeting and its day, for rows that name one.
    pub meeting: &'a dyn Fn(GroupMeetingId) -> Option<(GroupId, NaiveDate)>,
    /// The place, from 1, of a record among its kind in the family, for rows that name one.
    pub place: &'a dyn Fn(NounKind, i64) -> Option<usize>,
    /// The same people, whole.
    pub people: &'a [(PersonId, &'a Person)],
    /// Who looks, and where.
    pub setting: Setting,
    /// The rules that duties come from.
    pub rules: &'a super::deadlines::Rules,
}

impl Said<'_> {
    /// The reference of one of the family's people.
    pub(in crate::domain) fn reference(&self, person: PersonId) -> &str {
        self.members.iter().find(|member| member.id == person).map_or("", |member| member.reference.as_str())
    }
}

/// A column that a list shows to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A field of the columns.
    Column(&'static str),
    /// The name of the family.
    Whose,
    /// The name of whom it is about; the heading is that of a field.
    Whom(&'static str),
}

/// When the files of a kind are taken in, so that each names only what is there: what is planned before a restriction
/// stands, and so restrictions come after visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Who there is, where they live, what was done with them.
    First,
    /// Series of visits.
    Arrangements,
    /// Their visits.
    Visits,
    /// What was written of visits.
    OfVisits,
    /// What bears on visits, and all that refers to anything.
    Last,
}

/// Which rows of a kind go into a file for one person of the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concern {
    /// All that are of the family.
    Family,
    /// Their own, and of a parent the children's; the row is that of a person.
    Oneself,
    /// In which they are named, and of a parent those in which a child is.
    Children,
    /// In which they are named.
    Named,
}

/// A record that a row names by its own reference, and its family.
pub type Referred = Option<(i64, Option<FamilyId>)>;

/// What a noun is to lists and files.
pub trait Noun: Clone + PartialEq + Debug + 'static {
    /// Its columns.
    const COLUMNS: &'static Form;
    /// The form that people fill in, whose reader reads the rows too.
    const FORM: &'static Form = Self::COLUMNS;
    /// Columns that are called otherwise than their fields.
    const RENAMED: &'static [(&'static str, &'static str)] = &[];
    /// The columns that `list` shows to people; JSON has them all.
    const SHOWN: &'static [Shown];
    /// When its files are taken in.
    const TURN: Turn;
    /// Which rows go into a file for one person.
    const CONCERN: Concern = Concern::Named;
    /// The columns in which something may be kept back (`*`).
    const KEPT_BACK: &'static [&'static str] = &[];
    /// Whether one may belong to no family.
    const IN_NO_FAMILY: bool = false;
    /// The column that is its own reference, which no other record may have.
    const REFERENCE: Option<&'static str> = None;

    /// Reads one.
    ///
    /// # Errors
    /// When the casebook cannot be read; inside, every fault of the row.
    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem>;

    /// One as a row.
    fn draft(&self, said: &Said<'_>) -> Draft;

    /// Whom it is about, where a list says so beside the columns; `id` is its own.
    fn about(&self, _id: i64) -> Option<PersonId> {
        None
    }

    /// The record that a row's reference names.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    fn referred(_: &Draft, _: &dyn Names) -> Result<Referred, Problem> {
        Ok(None)
    }

    /// Whether another is the same record, told differently: by its reference, or where it has none by what tells it
    /// from others of its kind. What somebody wrote is never taken for another telling of something else.
    fn is_same(&self, other: &Self) -> bool;
}

/// Reads a row of a file.
///
/// # Errors
/// As [`Noun::read`].
pub fn read_row<N: Noun>(
    draft: &Draft,
    today: NaiveDate,
    with: &With<'_, N>,
) -> Result<Result<N, Vec<Fault>>, Problem> {
    let fields = renamed(draft, N::RENAMED.iter().copied());
    let read = N::read(Reader::new(N::FORM, &fields, Source::File(today), &CodesOnly), with)?;
    let column = |fault: Fault| {
        let named = N::RENAMED.iter().find(|(_, field)| *field == fault.field);
        Fault { field: named.map_or(fault.field, |(column, _)| *column), ..fault }
    };
    Ok(read.map_err(|faults| faults.into_iter().map(column).collect()))
}

/// A record as a row of a file.
pub fn row_of<N: Noun>(record: &N, said: &Said<'_>) -> Draft {
    renamed(&record.draft(said), N::RENAMED.iter().map(|(column, field)| (*field, *column)))
}

fn renamed(draft: &Draft, names: impl Iterator<Item = (&'static str, &'static str)> + Clone) -> Draft {
    let name = |key: &str| names.clone().find(|(from, _)| *from == key).map(|(_, to)| to.to_owned());
    draft
        .filled()
        .fold(Draft::default(), |all, (key, text)| all.with(&name(key).unwrap_or_else(|| key.to_owned()), text))
}

/// Whether two lists name the same, in whatever order.
pub(in crate::domain) fn same_set<T: Ord + Clone>(one: &[T], other: &[T]) -> bool {
    let sorted = |list: &[T]| {
        let mut sorted = list.to_vec();
        sorted.sort_unstable();
        sorted
    };
    sorted(one) == sorted(other)
}
