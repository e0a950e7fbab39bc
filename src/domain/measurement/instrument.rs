//! An instrument: what is asked, of whom, how often, who may see the answers, and what they come to. The form of its
//! file is told at the head of `assets/instruments/baseline_adult.toml`.

use serde::Deserialize;

use super::interval::Interval;
use super::parts::{
    About, Ages, Answerer, Direction, FormPer, Item, ItemKind, OtherRater, OwnArea, Per, Scale, Scoring, Seer,
};
use crate::domain::codes::{Code, MemberRole, Way};
use crate::domain::deadlines::Confidence;

/// The key of what is measured as a whole, where an instrument has no areas.
pub const WHOLE: &str = "whole";

/// An instrument.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Instrument {
    /// The form of the file.
    pub format: u32,
    /// What it is called in files.
    pub name: String,
    /// Counts the changes of its questions.
    pub version: u32,
    pub title_sv: String,
    pub title_en: String,
    pub source: String,
    pub confidence: Confidence,
    /// Who answers.
    pub answered_by: Vec<Answerer>,
    /// Whom it is about, where somebody else answers.
    pub about: Option<About>,
    pub ages: Option<Ages>,
    /// Whether it is read to whoever answers.
    #[serde(default)]
    pub asked_aloud: bool,
    /// Who gives a mark of their own beside.
    pub rated_also_by: Option<OtherRater>,
    pub one_form_per: FormPer,
    pub seen_by: Vec<Seer>,
    pub interval: Option<Interval>,
    /// The duties at which its answers are shown.
    #[serde(default)]
    pub shown_at: Vec<String>,
    /// About how long it takes.
    pub minutes: u32,
    /// How it may be asked; all ways where nothing is said.
    #[serde(default)]
    pub ways: Vec<Way>,
    pub introduction_sv: Option<String>,
    pub introduction_en: Option<String>,
    pub scale: Option<Scale>,
    pub scoring: Scoring,
    /// Areas of its own, beside the five of the programme.
    #[serde(default, rename = "area")]
    pub areas: Vec<OwnArea>,
    #[serde(default, rename = "item")]
    pub items: Vec<Item>,
}

impl Instrument {
    /// The question of a key.
    pub fn item(&self, key: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.key == key)
    }

    /// The areas in which it has questions on the scale that are counted, in order; of one that counts all of it,
    /// the whole.
    pub fn counted_areas(&self) -> Vec<&str> {
        let mut areas: Vec<&str> = Vec::new();
        match self.scoring.per {
            Per::Whole => areas.push(WHOLE),
            Per::Item => {}
            Per::Area => {
                for area in self.items.iter().filter(|item| self.counts(item)).filter_map(|item| item.area.as_deref()) {
                    if !areas.contains(&area) {
                        areas.push(area);
                    }
                }
            }
        }
        areas
    }

    /// Whether a question is counted.
    pub fn counts(&self, item: &Item) -> bool {
        item.kind == ItemKind::Scale && self.direction(item) != Direction::None
    }

    /// Which way a question goes.
    pub fn direction(&self, item: &Item) -> Direction {
        item.direction.or(self.scale.as_ref().map(|scale| scale.direction)).unwrap_or_default()
    }

    /// Whether somebody of a role answers it, or is who it is about.
    pub fn is_for(&self, role: MemberRole) -> bool {
        match self.about {
            Some(About::Parent) => matches!(role, MemberRole::Mother | MemberRole::Father | MemberRole::Guardian),
            Some(About::Child) => role == MemberRole::Child,
            None => self.answered_by.contains(&Answerer::Role(role)),
        }
    }

    /// Whether an age is one that it is for; one that is not known is.
    pub fn is_for_age(&self, years: Option<u32>) -> bool {
        let fits = |ages: Ages| years.is_none_or(|years| (ages.from..=ages.to).contains(&years));
        self.ages.is_none_or(fits)
    }

    /// Whether the team answers it, and nobody of the family.
    pub fn is_of_staff(&self) -> bool {
        self.answered_by.contains(&Answerer::Staff)
    }

    /// The ways in which it may be asked.
    pub fn ways(&self) -> &[Way] {
        if self.ways.is_empty() { Way::ALL } else { &self.ways }
    }
}
