//! A fault: what is wrong with a field, and why it cannot be taken.

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which field.
    pub field: &'static str,
    /// What stood there.
    pub value: String,
    /// Why it cannot be taken.
    pub why: Why,
}

/// Why a field cannot be taken. Its sentence is `fault-<key>` of the locale files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It must be filled.
    Missing,
    /// It is no day.
    NotADay,
    /// A day of birth must name its year.
    NoYear,
    /// A day that has not been yet.
    NotYet,
    /// A day in another age.
    TooLongAgo,
    /// A day further ahead than anybody plans.
    TooFar,
    /// A day before the child was born.
    BeforeBirth,
    /// A spreadsheet could not work out what stands there.
    FormulaError,
    /// What has taken place cannot be on a day that has not been yet.
    TooSoon,
    /// It is no period.
    NotAPeriod,
    /// No team is called that; these are.
    NoSuchTeam(Vec<String>),
    /// It is no clock time.
    NotATime,
    /// It is no length between one minute and a day.
    NotALength,
    /// It is in no list; these are.
    NotInList(Vec<String>),
    /// It is in no list, and nobody uses it yet; these are.
    NotInOpenList(Vec<String>),
    /// It could be any of these.
    Ambiguous(Vec<String>),
    /// No such family, or none that one may see.
    NoSuchFamily,
    /// Nobody of the staff is called that; these are, the closest first.
    NoSuchStaff(Vec<String>),
    /// Nobody in the family is called that.
    NoSuchPerson,
    /// Nobody of any family is meant by that, or several are.
    NotOneOfAll,
    /// Only a child is placed.
    NotAChild,
    /// It is no identity number.
    NotAnIdentity,
    /// A kind of number stands there, and no number.
    OnlyWithNumber,
    /// The number is one of another system: this.
    OtherSystem(Vec<String>),
    /// It is no goal, or the attainment is not between -2 and 2.
    NotAGoal,
    /// It is no attainment from -2 to 2.
    NotALevel,
    /// The family has no goal of that number.
    NoSuchGoal,
    /// The goal is somebody else's.
    OfSomebodyElse,
    /// A child stands where a parent should.
    IsAChild,
    /// It comes before the field it must follow.
    Before(&'static str),
    /// The person stands on another side than the one that is told.
    OnAnotherSide,
    /// It only goes with a cancelled session.
    OnlyWhenCancelled,
    /// It only goes with a placement that has ended.
    OnlyWhenEnded,
    /// It only goes with what waits for an answer.
    OnlyWhenAnswered,
    /// It only goes with a change of school.
    OnlyWithSchoolChange,
    /// A code of the unit's own is lower-case letters, digits and `_`.
    NotACode,
    /// Another record, in the file or the casebook, has the same reference.
    Taken,
    /// It has more signs than this.
    TooLong(u32),
    /// It was kept back when it was exported: it is known, and not told here.
    Masked,
    /// Another row of the file, or a record, says the same.
    Double,
    /// It is no whole number from the least to the most.
    NotANumber(u32, u32),
    /// It is no whole number up to this, and does not say that nobody measured it either.
    NotACount(u32),
    /// A day of another year than the other field says.
    OtherYear(&'static str),
    /// It is no pattern of days.
    NotAPattern,
    /// It is no step on the ladder; these are.
    NotAStep(Vec<String>),
    /// Only one can stand here.
    OnlyOne,
    /// Nobody is kin of themselves.
    SamePerson,
    /// The child meets others than itself.
    IsTheChild,
    /// Nobody who was to come is called that.
    NotOfTheVisit,
    /// It only goes with even or odd weeks.
    OnlyWithWeekNumbers,
    /// It only goes with days that repeat.
    OnlyInSeries,
    /// It or the other field, not both.
    NotBoth(&'static str),
    /// It ends before the first day that there would be.
    NoDays,
    /// It ends when it begins, or before.
    EndsAtOnce,
    /// A whole series is moved within its week only.
    OnlyWithinWeek,
    /// The person in the middle is not on their own map.
    IsTheEgo,
    /// Nobody else on the same map is called that; these are.
    NotOnMap(Vec<String>),
    /// The family has no such record.
    NoSuchRecord,
    /// There is no such visit.
    NoSuchVisit,
    /// The team has no such group.
    NoSuchGroup,
    /// The group has no meeting on that day.
    NoSuchMeeting,
    /// It is no theme with how many wish for it.
    NotAWish,
    /// It is no mean.
    NotAMean,
    /// Without a name only those are counted who are there.
    OnlyWhoIsThere,
    /// It belongs to the whole series.
    OfTheSeries,
    /// There is one like it that says otherwise.
    Differs,
    /// In a safety plan a line says who and what; this one does not.
    NobodyDoes([(&'static str, String); 1]),
    /// An event of a calendar that cannot be taken; why, as the key of its sentence.
    Event(&'static str),
    /// An event of a calendar could be any of these.
    SeveralMeant(Vec<String>),
    /// A restriction stops the visit; how, as the arguments of the sentence.
    Restricted(Vec<(&'static str, String)>),
}

impl Why {
    /// Whether it names what is not there, and could be once something else has come.
    pub fn names_nothing(&self) -> bool {
        matches!(self, Self::NoSuchFamily | Self::NoSuchPerson | Self::NotOneOfAll | Self::NoSuchGoal)
    }

    /// The sentence's key in the locale files, without `fault-`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotADay => "not-a-day",
            Self::NoYear => "no-year",
            Self::NotYet => "not-yet",
            Self::TooLongAgo => "too-long-ago",
            Self::TooLong(_) => "too-long",
            Self::TooFar => "too-far",
            Self::BeforeBirth => "before-birth",
            Self::FormulaError => "formula-error",
            Self::TooSoon => "too-soon",
            Self::NotAPeriod => "not-a-period",
            Self::NoSuchTeam(_) => "no-such-team",
            Self::NotATime => "not-a-time",
            Self::NotALength => "not-a-length",
            Self::NotInList(_) => "not-in-list",
            Self::NotInOpenList(_) => "not-in-open-list",
            Self::Ambiguous(_) => "ambiguous",
            Self::NoSuchFamily => "no-such-family",
            Self::NoSuchStaff(_) => "no-such-staff",
            Self::NoSuchPerson => "no-such-person",
            Self::NotOneOfAll => "not-one-of-all",
            Self::NotAChild => "not-a-child",
            Self::NotAnIdentity => "not-an-identity",
            Self::OnlyWithNumber => "only-with-number",
            Self::OtherSystem(_) => "other-system",
            Self::NotAGoal => "not-a-goal",
            Self::NotALevel => "not-a-level",
            Self::NoSuchGoal => "no-such-goal",
            Self::OfSomebodyElse => "of-somebody-else",
            Self::IsAChild => "is-a-child",
            Self::Before(_) => "before",
            Self::OnAnotherSide => "on-another-side",
            Self::OnlyWhenCancelled => "only-when-cancelled",
            Self::OnlyWhenEnded => "only-when-ended",
            Self::OnlyWhenAnswered => "only-when-answered",
            Self::OnlyWithSchoolChange => "only-with-school-change",
            Self::NotACode => "not-a-code",
            Self::Taken => "taken",
            Self::Masked => "masked",
            Self::Double => "double",
            Self::NotANumber(..) => "not-a-number",
            Self::NotACount(_) => "not-a-count",
            Self::OtherYear(_) => "other-year",
            Self::NotAPattern => "not-a-pattern",
            Self::NotAStep(_) => "not-a-step",
            Self::OnlyOne => "only-one",
            Self::SamePerson => "same-person",
            Self::IsTheChild => "is-the-child",
            Self::NotOfTheVisit => "not-of-the-visit",
            Self::OnlyWithWeekNumbers => "only-with-week-numbers",
            Self::OnlyInSeries => "only-in-series",
            Self::NotBoth(_) => "not-both",
            Self::NoDays => "no-days",
            Self::EndsAtOnce => "ends-at-once",
            Self::OnlyWithinWeek => "only-within-week",
            Self::IsTheEgo => "is-the-ego",
            Self::NotOnMap(_) => "not-on-map",
            Self::NoSuchRecord => "no-such-record",
            Self::NoSuchVisit => "no-such-visit",
            Self::NoSuchGroup => "no-such-group",
            Self::NoSuchMeeting => "no-such-meeting",
            Self::NotAWish => "not-a-wish",
            Self::NotAMean => "not-a-mean",
            Self::OnlyWhoIsThere => "only-who-is-there",
            Self::OfTheSeries => "of-the-series",
            Self::Differs => "differs",
            Self::NobodyDoes(_) => "nobody-does",
            Self::Event(key) => key,
            Self::SeveralMeant(_) => "several-meant",
            Self::Restricted(_) => "restricted",
        }
    }

    /// What it could have been.
    pub fn candidates(&self) -> &[String] {
        match self {
            Self::NotInList(candidates)
            | Self::NotInOpenList(candidates)
            | Self::Ambiguous(candidates)
            | Self::SeveralMeant(candidates)
            | Self::NotAStep(candidates)
            | Self::OtherSystem(candidates)
            | Self::NoSuchStaff(candidates)
            | Self::NoSuchTeam(candidates)
            | Self::NotOnMap(candidates) => candidates,
            _ => &[],
        }
    }

    /// The other field that it has to do with.
    pub fn other(&self) -> Option<&'static str> {
        match self {
            Self::Before(other) | Self::NotBoth(other) | Self::OtherYear(other) => Some(other),
            _ => None,
        }
    }

    /// What else the sentence needs.
    pub fn arguments(&self) -> &[(&'static str, String)] {
        match self {
            Self::Restricted(arguments) => arguments,
            Self::NobodyDoes(line) => line,
            _ => &[],
        }
    }

    /// Between which numbers it must be.
    pub fn bounds(&self) -> Option<(u32, u32)> {
        match self {
            Self::NotANumber(least, most) => Some((*least, *most)),
            Self::TooLong(most) | Self::NotACount(most) => Some((0, *most)),
            _ => None,
        }
    }
}
