//! Parts of a line once it is read: parts, each with its place in the line and what it means or lacks.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime, Weekday};

use crate::domain::codes::{
    Area, CancelledBy, ConsentBy, Mode, Outcome, ReferralState, SessionKind, VisitContact, Week53,
};
use crate::domain::directory::{FamilyName, MemberName};
use crate::domain::discretion::PersonName;
use crate::domain::session::GoalMark;
use crate::domain::visit::together::Against;
use crate::domain::visit::{Pattern, Weekdays};

pub use super::slot::Slot;

use super::RecordKind;

/// One part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands, in bytes of the line. Empty for a part that is missing: where it might be written.
    pub span: Range<usize>,
    /// What it means.
    pub meaning: Meaning,
}

impl Part {
    /// What is wrong with it, if something is.
    pub fn fault(&self) -> Option<&Fault> {
        match &self.meaning {
            Meaning::Fault(fault) => Some(fault),
            _ => None,
        }
    }
}

/// What a part means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// The kind of record, as the first word.
    Kind(RecordKind),
    /// Whose record it is.
    Family(FamilyName),
    /// Who took part.
    People(Vec<MemberName>),
    /// The day.
    Day(NaiveDate),
    /// When it began, and how long it lasted if the end was written too.
    Time {
        /// When it began.
        start: NaiveTime,
        /// How long it lasted.
        minutes: Option<u32>,
    },
    /// When it begins, and on which later day it ends.
    Stay {
        /// When it begins.
        start: NaiveTime,
        /// When it ends.
        end: NaiveTime,
        /// The day on which it ends.
        last: LastDay,
    },
    /// How many minutes it lasted.
    Length(u32),
    /// How people met.
    Mode(Mode),
    /// What it was about.
    About(SessionKind),
    /// A support area.
    Area(Area),
    /// A goal.
    Goal(GoalMark),
    /// What came of it.
    Outcome(OutcomeMark),
    /// People and mode of the latest session like it.
    AsLast(LastTime),
    /// The day to come back to it.
    FollowUp(NaiveDate),
    /// The child whose visit it is, where it is not one of the people.
    Child(MemberName),
    /// On which days a series of visits is; no weekday stands for that of the line's day.
    Pattern {
        /// Which weeks or months.
        pattern: Pattern,
        /// Which days in them.
        weekdays: Weekdays,
    },
    /// The last day of a series.
    Until(NaiveDate),
    /// How many times a series is.
    Times(u32),
    /// How a series of even or odd weeks goes on after a week 53.
    Week53(Week53),
    /// Days that a series leaves out, from one to another.
    Without(NaiveDate, NaiveDate),
    /// The step on the visit ladder.
    Step(u8),
    /// Who supports a visit, among the staff.
    Supporters(Vec<String>),
    /// That a visit is without support.
    Unsupported,
    /// Where.
    Place(String),
    /// How a child and others meet.
    Contact(VisitContact),
    /// Words of what is to be done.
    Words(String),
    /// Who is to do it, of the staff.
    Who(String),
    /// Why it is kept in spite of a restriction of contact.
    Despite(String),
    /// To whom somebody is referred.
    Actor(String),
    /// Where a referral stands.
    Stands(ReferralState),
    /// Who consented to it.
    Consent(ConsentBy),
    /// The note.
    Note(String),
    /// It cannot be stored like this.
    Fault(Fault),
}

impl Meaning {
    /// The places in the record that it fills, where there is room for one part only.
    pub(super) fn slots(&self) -> &'static [Slot] {
        match self {
            Self::Family(_) => &[Slot::Family],
            Self::Day(_) => &[Slot::Day],
            Self::Time { minutes: None, .. } => &[Slot::Time],
            Self::Time { minutes: Some(_), .. } | Self::Stay { .. } => &[Slot::Time, Slot::Length],
            Self::Length(_) => &[Slot::Length],
            Self::Mode(_) => &[Slot::Mode],
            Self::About(_) => &[Slot::About],
            Self::Outcome(_) => &[Slot::Outcome],
            Self::FollowUp(_) => &[Slot::FollowUp],
            Self::AsLast(_) => &[Slot::AsLast],
            Self::Pattern { .. } => &[Slot::Pattern],
            Self::Until(_) | Self::Times(_) => &[Slot::End],
            Self::Week53(_) => &[Slot::Week53],
            Self::Step(_) => &[Slot::Step],
            Self::Supporters(_) | Self::Unsupported => &[Slot::Support],
            Self::Place(_) => &[Slot::Place],
            Self::Contact(_) => &[Slot::Contact],
            Self::Who(_) => &[Slot::Who],
            Self::Despite(_) => &[Slot::Despite],
            Self::Actor(_) => &[Slot::Actor],
            Self::Stands(_) => &[Slot::Stands],
            Self::Consent(_) => &[Slot::Consent],
            _ => &[],
        }
    }
}

/// What came of a session, with who and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeMark {
    /// What came of it.
    pub outcome: Outcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Which person of the family that was.
    pub person: Option<MemberName>,
    /// The word for whoever cancelled, where the family has nobody whom it means: `pappa` where no father is entered.
    pub called: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl OutcomeMark {
    /// An outcome of which nothing more is said.
    pub fn plain(outcome: Outcome) -> Self {
        Self { outcome, cancelled_by: None, person: None, called: None, reason: None }
    }
}

/// The day on which something ends that goes on over a night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LastDay {
    /// The day after.
    Next,
    /// The next such day.
    Weekday(Weekday),
    /// This day.
    On(NaiveDate),
}

/// Who took part last time, and how people met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTime {
    /// When that was.
    pub on: NaiveDate,
    /// How people met.
    pub mode: Mode,
    /// Those who took part and are still of the family.
    pub people: Vec<MemberName>,
}

/// Why a part cannot be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Not understood.
    Unknown,
    /// Not understood as it stands, but close to these.
    Meant(Vec<String>),
    /// Several families it could be.
    AmbiguousFamily(Vec<FamilyName>),
    /// Too few letters for a family, and no whole name; these begin so.
    ShortFamily(Vec<FamilyName>),
    /// Several people it could be.
    AmbiguousPerson(Vec<MemberName>),
    /// Several support areas it could be.
    AmbiguousArea(Vec<Area>),
    /// No support area is called so.
    NoSuchArea,
    /// Nobody in the family is called so; these are.
    NoSuchPerson(Vec<MemberName>),
    /// A person, and no family to look for the person in.
    PersonWithoutFamily,
    /// No family is named, and none is chosen.
    MissingFamily,
    /// It looks like a day, and there is none such.
    BadDate,
    /// Nobody can have stayed away on a day that has not been yet.
    TooSoon,
    /// The follow-up comes before the session.
    FollowUpBefore,
    /// It looks like a time, and there is none such.
    BadTime,
    /// It looks like a length, and there is none such.
    BadLength,
    /// The time ends before it begins, or at once; no record goes past midnight.
    EndBeforeStart,
    /// It ends before it begins, goes on for too long, or begins on several weekdays.
    BadStay,
    /// It looks like a goal, and the number cannot be.
    BadGoal,
    /// A goal whose attainment cannot be.
    BadLevel,
    /// Who stayed away stands where the reason belongs; it is written like this.
    WhoNotWhy(Vec<String>),
    /// A bracket that nothing closes.
    Unclosed,
    /// There is one of these already.
    Repeated(Slot),
    /// A family or a child it could be, or several of them; each child with its family.
    AmbiguousWho(Vec<FamilyName>, Vec<(FamilyName, MemberName)>),
    /// No child is named whose visit it would be; these are the family's.
    MissingChild(Vec<MemberName>),
    /// Nobody is named whom the child meets.
    MissingWith,
    /// A pattern without a weekday.
    MissingWeekday,
    /// It looks like a pattern, and the number cannot be.
    BadPattern,
    /// It looks like a number of times, and cannot be.
    BadTimes,
    /// The ladder has no such step.
    NoSuchStep,
    /// The series ends before it begins, or gives no day.
    NoDays,
    /// It is for a series, and the line tells of a single day.
    OnlyInSeries,
    /// It is for a single day, and the line tells of a series.
    OnlySingle,
    /// The series gives no such day.
    NotInSeries,
    /// A length, and no time at which it begins.
    LengthWithoutStart,
    /// Nobody of the staff is called so; these are.
    NoSuchStaff(Vec<String>),
    /// Several of the staff it could be.
    AmbiguousStaff(Vec<String>),
    /// No session to go by: none of one's own is recent enough.
    NothingLast,
    /// It is longer than a line may be.
    TooLong,
    /// Nothing is said of what is to be done.
    MissingWhat,
    /// Nothing is said of to whom.
    MissingActor,
    /// A restriction of contact stands against it, of a child and somebody else, by name.
    Restricted(Box<Against>, PersonName, PersonName),
    /// It is kept in spite of a restriction, and nothing says why.
    MissingReason,
    /// The family has no such goal; these it has.
    NoSuchGoal(Vec<u32>),
    /// Nobody is named whose goal it is; these are the family's.
    MissingWhose(Vec<MemberName>),
    /// No goal is said.
    MissingGoal,
    /// No area is named.
    MissingArea,
    /// It is for one person.
    OnePerson,
    /// The quick line does not take this kind of record yet.
    NotYet(RecordKind),
}

impl Fault {
    /// The fault's name in the locale files, after `fault-`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Meant(_) => "meant",
            Self::AmbiguousFamily(_) => "ambiguous_family",
            Self::ShortFamily(_) => "short_family",
            Self::AmbiguousPerson(_) => "ambiguous_person",
            Self::AmbiguousArea(_) => "ambiguous_area",
            Self::NoSuchArea => "no_such_area",
            Self::NoSuchPerson(_) => "no_such_person",
            Self::PersonWithoutFamily => "person_without_family",
            Self::MissingFamily => "missing_family",
            Self::BadDate => "bad_date",
            Self::TooSoon => "too_soon",
            Self::FollowUpBefore => "follow_up_before",
            Self::BadTime => "bad_time",
            Self::BadLength => "bad_length",
            Self::EndBeforeStart => "end_before_start",
            Self::BadStay => "bad_stay",
            Self::BadGoal => "bad_goal",
            Self::BadLevel => "bad_level",
            Self::WhoNotWhy(_) => "who_not_why",
            Self::Unclosed => "unclosed",
            Self::Repeated(_) => "repeated",
            Self::AmbiguousWho(..) => "ambiguous_who",
            Self::MissingChild(_) => "missing_child",
            Self::MissingWith => "missing_with",
            Self::MissingWeekday => "missing_weekday",
            Self::BadPattern => "bad_pattern",
            Self::BadTimes => "bad_times",
            Self::NoSuchStep => "no_such_step",
            Self::NoDays => "no_days",
            Self::OnlyInSeries => "only_in_series",
            Self::OnlySingle => "only_single",
            Self::NotInSeries => "not_in_series",
            Self::LengthWithoutStart => "length_without_start",
            Self::NoSuchStaff(_) => "no_such_staff",
            Self::AmbiguousStaff(_) => "ambiguous_staff",
            Self::NothingLast => "nothing_last",
            Self::TooLong => "too_long",
            Self::MissingWhat => "missing_what",
            Self::MissingActor => "missing_actor",
            Self::Restricted(..) => "kept_apart",
            Self::MissingReason => "missing_reason",
            Self::NoSuchGoal(_) => "no_such_goal",
            Self::MissingWhose(_) => "missing_whose",
            Self::MissingGoal => "missing_goal",
            Self::MissingArea => "missing_area",
            Self::OnePerson => "one_person",
            Self::NotYet(_) => "not_yet",
        }
    }
}
