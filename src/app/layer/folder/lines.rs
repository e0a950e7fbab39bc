//! The lines of a folder: a heading a part, under it what is kept there, the newest first.

use chrono::NaiveDate;

use super::said::Teller;
use crate::app::list::Markable;
use crate::domain::ids::{AssessmentId, HealthId, ObstacleId, PaperId, PersonId, SchoolingId};
use crate::domain::schooling::Schooling;
use crate::store::Folder;

/// Something that is kept in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kept {
    Paper(PaperId),
    Assessment(AssessmentId),
    Schooling(SchoolingId),
    Obstacle(ObstacleId),
    Health(HealthId),
}

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it stands for.
    pub kept: Option<Kept>,
    /// Whether it names a part.
    pub is_heading: bool,
    /// The sign before it.
    pub sign: &'static str,
    /// The day it is of.
    pub day: String,
    /// What it says.
    pub text: String,
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        self.kept.is_some()
    }
}

const BLANK: Line = Line { kept: None, is_heading: false, sign: "", day: String::new(), text: String::new() };

/// The parts with their lines; a part of which there is nothing is not there.
pub(super) fn lines(folder: &Folder, teller: &Teller<'_>) -> Vec<Line> {
    let day = |day: NaiveDate| teller.locale.narrow_day(day, teller.today);
    let line = |kept, sign, on: String, text| Line { kept: Some(kept), is_heading: false, sign, day: on, text };
    let papers = folder.papers.iter().rev().map(|stored| {
        let number = Teller::number(&folder.papers, stored);
        let is_tried = stored.value.is_tried_and_untold(teller.today);
        let sign = match number.0 == number.1 {
            true if is_tried => "!",
            true => "✓",
            false => " ",
        };
        line(Kept::Paper(stored.id), sign, day(stored.value.on), teller.paper(&stored.value, number))
    });
    let assessments = folder.assessments.iter().rev().map(|stored| {
        let one = &stored.value;
        let is_late = one.follow_up_on.is_some_and(|on| on < teller.today) && one.follow_up.is_none();
        line(Kept::Assessment(stored.id), if is_late { "!" } else { "✓" }, day(one.on), teller.assessment(one))
    });
    let schooling = folder
        .schooling
        .iter()
        .rev()
        .map(|stored| line(Kept::Schooling(stored.id), "✓", String::new(), teller.schooling(&stored.value)));
    let obstacles = folder.obstacles.iter().rev().map(|stored| {
        let one = &stored.value;
        let sign = if one.solved_on.is_some() { "✓" } else { "·" };
        line(Kept::Obstacle(stored.id), sign, day(one.on), teller.obstacle(one))
    });
    let health = folder.health.iter().rev().map(|stored| {
        let one = &stored.value;
        let sign = match (one.followed_up_on, teller.is_waiting(one)) {
            (Some(_), _) => "✓",
            (None, true) => "!",
            (None, false) => "·",
        };
        line(Kept::Health(stored.id), sign, day(one.asked_on), teller.health(one))
    });
    let told = sums(folder, teller).into_iter().map(|text| Line { text, ..BLANK });
    let parts: [(&str, Vec<Line>); 5] = [
        ("folder-papers", papers.collect()),
        ("folder-assessments", assessments.collect()),
        ("folder-schooling", told.chain(schooling).collect()),
        ("folder-obstacles", obstacles.collect()),
        ("folder-health", health.collect()),
    ];
    let mut all = Vec::new();
    for (key, lines) in parts.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        all.extend((!all.is_empty()).then_some(BLANK));
        all.push(Line { is_heading: true, text: teller.locale.say(key), ..BLANK });
        all.extend(lines);
    }
    all
}

/// What has come of each child's schooling, as far as it counts.
pub(in crate::app) fn sums(folder: &Folder, teller: &Teller<'_>) -> Vec<String> {
    let mut children: Vec<PersonId> = folder.schooling.iter().map(|stored| stored.value.child).collect();
    children.sort_unstable();
    children.dedup();
    let told = children.into_iter().filter_map(|child| {
        let of = folder.schooling.iter().filter(|stored| stored.value.child == child);
        let terms: Vec<Schooling> = of.map(|stored| stored.value.clone()).collect();
        teller.since(child, &terms)
    });
    told.collect()
}
