//! Which family comes next.

use super::Round;
use crate::domain::ids::FamilyId;

impl Round {
    /// The place of the family that comes after the one on the screen: the next that is left, from the beginning again
    /// when the end is reached, and at last those that were passed over.
    pub(super) fn next(&self) -> Option<usize> {
        self.ahead().next()
    }

    /// The families that come next.
    pub(super) fn coming(&self, most: usize) -> Vec<FamilyId> {
        self.ahead().take(most).filter_map(|place| self.agenda.families.get(place)).map(|one| one.family).collect()
    }

    fn ahead(&self) -> impl Iterator<Item = usize> {
        let families = &self.agenda.families;
        let around = move || (self.place + 1..families.len()).chain(0..self.place);
        let left = move |skipped: bool| {
            around().filter(move |place| families.get(*place).is_some_and(|one| !one.done && one.skipped == skipped))
        };
        left(false).chain(left(true))
    }
}
