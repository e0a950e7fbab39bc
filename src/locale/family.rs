//! Families in words: who works with one.

use super::{Locale, arg};
use crate::domain::family::Family;

impl Locale {
    /// Who supports the children, the parents, and others; a part for each that has anybody.
    pub fn team(&self, family: &Family) -> Vec<String> {
        [
            ("team-children", &family.child_support),
            ("team-parents", &family.parent_support),
            ("team-others", &family.other_support),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(key, names)| self.tell(key, &[("names", arg(names.join(", ")))]))
        .collect()
    }
}
