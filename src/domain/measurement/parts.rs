//! The parts of an instrument's file: who answers, how often, the scale, what the answers come to, the questions.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::domain::codes::{ActorKind, Area, Code, MemberRole};
use crate::domain::deadlines::Limit;

/// Who answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answerer {
    /// Somebody of the family.
    Role(MemberRole),
    /// The team, or the child's social worker.
    Staff,
}

impl<'de> Deserialize<'de> for Answerer {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let name = String::deserialize(input)?;
        match name.as_str() {
            "staff" => Ok(Self::Staff),
            name => MemberRole::from_code(name).map(Self::Role).ok_or_else(|| {
                let known = MemberRole::LIST.codes.join(", ");
                D::Error::custom(format!("`{name}` answers nothing; one of {known}, staff"))
            }),
        }
    }
}

/// Whom it is about, where somebody else answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A parent of a placed child.
    Parent,
    /// A child.
    Child,
}

/// How old who answers is, in whole years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Ages {
    pub from: u32,
    pub to: u32,
}

/// Who gives a mark of their own beside the person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherRater {
    /// Whoever supports the person.
    SupportPerson,
}

/// What there is one form for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormPer {
    /// Each person.
    Person,
    /// Each parent.
    Parent,
    /// Each parent, anew when a child is placed anew.
    ParentAndPlacement,
}

/// Who may see what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seer {
    /// Who answered, in their own file.
    Person,
    /// Both who support the family.
    SupportPair,
    /// Whoever supports the children.
    SupportPersonChildren,
    /// Whoever supports the parents.
    SupportPersonParents,
    /// Whoever leads the team.
    TeamLeader,
    /// All who reach the family.
    StaffOfFamily,
}

/// The scale that its questions are answered on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Scale {
    pub least: i64,
    pub most: i64,
    #[serde(default)]
    pub direction: Direction,
    pub labels_sv: Vec<String>,
    pub labels_en: Vec<String>,
}

impl Scale {
    /// Its steps, least first.
    pub fn steps(&self) -> std::ops::RangeInclusive<i64> {
        self.least..=self.most
    }
}

/// Which way a scale goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
    /// Neither; it is not counted.
    None,
}

/// What the answers come to. Numbers with decimals are kept in hundredths.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// What is counted together.
    pub per: Per,
    /// How.
    pub how: How,
    /// What a sum is multiplied by.
    pub times: Option<u32>,
    /// How many questions must be answered.
    pub least_answered: Option<usize>,
    /// The most at which it is weak.
    #[serde(default, deserialize_with = "hundredths")]
    pub weak_at_most: Option<i64>,
    /// The least change that counts as one.
    #[serde(default, deserialize_with = "hundredths")]
    pub change_that_counts: Option<i64>,
    /// What may be answered beside the scale.
    #[serde(default)]
    pub beside: Vec<Beside>,
    /// The report that its answers go into.
    pub report: Option<Report>,
}

/// What is counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// An area.
    Area,
    /// Every question by itself.
    Item,
    /// All of it.
    Whole,
}

/// How answers are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Their mean.
    Mean,
    /// Their sum.
    Sum,
    /// How many there are of each; nothing is made of them.
    Counts,
}

/// An answer beside the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Beside {
    /// The person does not know.
    Unknown,
    /// The person did not want to answer.
    DidNotWant,
    /// It does not concern the person.
    NotRelevant,
}

impl Beside {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::DidNotWant, Self::NotRelevant];

    /// How it is written: in parentheses, for an option may be called the same.
    pub fn written(self) -> &'static str {
        match self {
            Self::Unknown => "(unknown)",
            Self::DidNotWant => "(did_not_want)",
            Self::NotRelevant => "(not_relevant)",
        }
    }
}

/// A report that answers go into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Report {
    /// How many parents of placed children get the support that they need.
    Coverage,
}

/// An area of an instrument's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OwnArea {
    pub key: String,
    pub title_sv: String,
    pub title_en: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Item {
    pub key: String,
    /// The area it is of.
    pub area: Option<String>,
    pub kind: ItemKind,
    pub text_sv: String,
    pub text_en: String,
    #[serde(default)]
    pub options: Vec<Choice>,
    /// It is only asked where another was answered so.
    pub only_if: Option<OnlyIf>,
    pub alert: Option<Alert>,
    pub becomes: Option<Becomes>,
    /// Where it differs from the scale's.
    pub direction: Option<Direction>,
    pub feeds: Option<Feeds>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// On the scale.
    Scale,
    /// With one of its options.
    Choice,
    /// With any of its options.
    Many,
    /// In the person's own words.
    Text,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Choice {
    pub key: String,
    pub sv: String,
    pub en: String,
    /// To which sort of actor one refers whoever answers so; whoever it may be, if the file does not say.
    #[serde(default)]
    pub to: Option<ActorKind>,
    /// The area that is of.
    #[serde(default)]
    pub area: Option<Area>,
}

/// When a question is asked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnlyIf {
    /// The question before it.
    pub item: String,
    /// It must have been answered so.
    #[serde(default)]
    pub is: Vec<String>,
    /// It must not have been answered so.
    #[serde(default)]
    pub not: Vec<String>,
}

/// An answer that somebody must see to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Alert {
    /// At this answer or under it.
    pub at_most: i64,
    pub within: Limit,
    pub text_sv: String,
    pub text_en: String,
}

/// What an answer becomes, whichever it is or by its option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Becomes {
    /// Whichever it is.
    Any(Outcome),
    /// By its option.
    By(std::collections::BTreeMap<String, Outcome>),
}

/// What an answer can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A goal's own words.
    Goal,
    /// A word of the child.
    ChildWord,
    /// A wish for contact.
    Wish,
    /// A task.
    Task,
    /// A need that nobody meets.
    Gap,
    /// A task, or a way on to others.
    TaskOrReferral,
}

/// What an answer is held beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Feeds {
    /// A parent's own view of whether the support is enough.
    #[serde(rename = "parent_support.gets_enough_own_view")]
    GetsEnoughOwnView,
}

/// A number with decimals, in hundredths.
fn hundredths<'de, D: Deserializer<'de>>(input: D) -> Result<Option<i64>, D::Error> {
    let number = f64::deserialize(input)?;
    if !number.is_finite() || number.abs() > 1_000_000.0 {
        return Err(D::Error::custom(format!("`{number}` is no such number")));
    }
    // Rounded, and small enough for any whole number.
    #[allow(clippy::cast_possible_truncation)]
    Ok(Some((number * 100.0).round() as i64))
}
