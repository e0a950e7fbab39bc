//! The lines of the lists.

use super::{Groups, Side};
use crate::app::list::Markable;
use crate::domain::codes::Area;
use crate::domain::ids::{FamilyId, GroupId, ReferralId};
use crate::store::GapOf;

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A group.
    Group(GroupId),
    /// A referral.
    Referral(ReferralId),
    /// Nothing, between two sections.
    Blank,
    /// An area and a district, and how many gaps there are in it.
    Of(Option<Area>, Option<String>, usize),
    /// A gap, by its place.
    Gap(usize),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        !matches!(self, Self::Blank | Self::Of(..))
    }
}

/// Lays out the list that is shown.
pub(super) fn lines(groups: &Groups) -> Vec<Line> {
    match groups.side {
        Side::Groups => groups.groups.iter().map(|row| Line::Group(row.group.id)).collect(),
        Side::Referrals => groups.referrals.iter().map(|of| Line::Referral(of.value.id)).collect(),
        Side::Gaps => {
            let mut lines: Vec<Line> = Vec::new();
            let mut before = None;
            for (place, gap) in groups.gaps.iter().enumerate() {
                let of = (gap.area, gap.district.clone());
                if before.as_ref() != Some(&of) {
                    let count = groups.gaps.iter().filter(|one| (one.area, &one.district) == (of.0, &of.1)).count();
                    if before.is_some() {
                        lines.push(Line::Blank);
                    }
                    lines.push(Line::Of(of.0, of.1.clone(), count));
                    before = Some(of);
                }
                lines.push(Line::Gap(place));
            }
            lines
        }
    }
}

impl Groups {
    /// The family that a line is of.
    pub(super) fn family_of(&self, line: &Line) -> Option<FamilyId> {
        match line {
            Line::Referral(id) => self.referral(*id).map(|of| of.family.id),
            Line::Gap(place) => match &self.gaps.get(*place)?.of {
                GapOf::Family(_, family, _) => Some(family.id),
                GapOf::Group(..) => None,
            },
            Line::Group(_) | Line::Blank | Line::Of(..) => None,
        }
    }
}
