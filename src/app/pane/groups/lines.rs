//! The lines of the lists.

use super::{Groups, Side};
use crate::app::cx::Cx;
use crate::app::list::Markable;
use crate::domain::codes::{Area, Rater};
use crate::domain::ids::{FamilyId, GroupId, ReferralId};
use crate::domain::measurement::Group as Together;
use crate::locale::arg;
use crate::store::{GapOf, GroupPage};

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

/// With what those who came to a group were measured, that of which most came to something before and after, and by
/// area what it came to: as the people themselves marked it, where they did.
pub(super) fn measured(cx: &Cx, page: &GroupPage) -> (Option<String>, Vec<String>) {
    let count = |one: &Together| one.both.map_or(0, |(count, ..)| count);
    let most = page.measured.iter().max_by_key(|one| (one.rater == Rater::Person, count(one)));
    let Some((most, instrument)) = most.and_then(|most| Some((most, cx.store.instruments().named(&most.instrument)?)))
    else {
        return (None, Vec::new());
    };
    let mean = |mean: i64| arg(cx.locale.mean(u32::try_from(mean.max(0)).unwrap_or_default()));
    let of = page.measured.iter().filter(|one| one.instrument == most.instrument && one.rater == most.rater);
    let lines = of.filter_map(|one| {
        let (count, before, after) = one.both?;
        let area = arg(cx.locale.of_area(instrument, &one.area));
        let args = [("area", area), ("before", mean(before)), ("after", mean(after)), ("n", arg(count))];
        Some(cx.locale.tell("group-together", &args))
    });
    let name = cx.locale.of_instrument(instrument);
    (Some(cx.locale.tell("group-together-by", &[("name", arg(name))])), lines.collect())
}
