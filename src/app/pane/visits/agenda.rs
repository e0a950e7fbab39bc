//! The days at hand: what must be seen to, what nobody has told of, today, and what comes; each line by its key, out of
//! what is worked out of every family.

use std::collections::HashSet;

use crate::app::cx::{Landmark, VisitKey, World};
use crate::app::layout;
use crate::app::list::{Markable, Marked};
use crate::domain::ids::FamilyId;
use crate::domain::visit::{Arrangement, AtHand, Restriction, Sight, Wish};

pub use crate::domain::visit::Concern;

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `agenda-`.
    Heading(&'static str),
    /// Something that must be seen to.
    Concern(Concern),
    /// A visit.
    Visit(VisitKey),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        matches!(self, Self::Concern(_) | Self::Visit(_))
    }
}

impl Line {
    /// The visit that the line is about, if it is about one.
    pub fn visit(&self) -> Option<VisitKey> {
        match self {
            Self::Visit(key) => Some(*key),
            Self::Concern(concern) => concern.visit(),
            _ => None,
        }
    }
}

/// The lines, and the one that keys act on.
pub type Agenda = Marked<Line>;

impl Agenda {
    /// Marks the first line about a record, if there is one.
    pub(super) fn mark_record(&mut self, record: &Landmark) {
        let is_one = |line: &Line| match line {
            Line::Visit(key) => record.as_a::<Arrangement>() == Some(key.id),
            Line::Concern(Concern::Consider(of, _) | Concern::NoDecision(of)) => {
                record.as_a::<Restriction>() == Some(*of)
            }
            Line::Concern(Concern::Wish(of)) => record.as_a::<Wish>() == Some(*of),
            _ => false,
        };
        self.marker = self.lines.iter().position(is_one).unwrap_or(self.marker);
    }

    /// Lays out what is at hand. What has been seen to gives its place to the next; a visit is followed to its new
    /// section.
    pub(super) fn read(&mut self, sight: &Sight, world: World) {
        self.lay_out(lines(sight, world.today), layout::body(world.size.1), |marked, lines| {
            let key = Some(marked).filter(|line| matches!(line, Line::Visit(_)))?.visit()?;
            lines.iter().position(|line| line.visit() == Some(key))
        });
    }

    /// The families that the lines of the page are about.
    pub(super) fn families(&self, sight: &Sight) -> Vec<FamilyId> {
        let (_, shown) = self.shown();
        let keys: HashSet<VisitKey> = shown.iter().filter_map(Line::visit).collect();
        let of_visits = sight.visits().iter().filter(|visit| keys.contains(&visit.key)).map(|visit| visit.family);
        let concerns: Vec<&Concern> = shown
            .iter()
            .filter_map(|line| if let Line::Concern(concern) = line { Some(concern) } else { None })
            .collect();
        let matters = sight.concerns().iter().filter(|matter| concerns.contains(&&matter.concern));
        let of_matters = matters.flat_map(|matter| matter.other.into_iter().chain([matter.family]));
        let mut families: Vec<FamilyId> = of_visits.chain(of_matters).collect();
        families.sort_unstable();
        families.dedup();
        families
    }
}

fn lines(sight: &Sight, today: chrono::NaiveDate) -> Vec<Line> {
    let visits = sight.visits();
    let begins = visits.partition_point(|visit| visit.on < today);
    let ends = visits.partition_point(|visit| visit.on <= today);
    let section = |of: &mut dyn Iterator<Item = &AtHand>| of.map(|visit| Line::Visit(visit.key)).collect();
    let concerns = sight.concerns().iter().map(|matter| Line::Concern(matter.concern.clone()));
    let sections: [(&'static str, Vec<Line>); 5] = [
        ("concerns", concerns.collect()),
        ("untold", section(&mut visits[..begins].iter().filter(|visit| visit.is_ahead))),
        ("today", section(&mut visits[begins..ends].iter())),
        ("coming", section(&mut visits[ends..].iter())),
        ("told", section(&mut visits[..begins].iter().rev().filter(|visit| !visit.is_ahead))),
    ];
    let mut lines = Vec::new();
    for (name, mut of) in sections.into_iter().filter(|(_, of)| !of.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(name));
        lines.append(&mut of);
    }
    lines
}
