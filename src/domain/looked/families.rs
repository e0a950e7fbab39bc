//! Many families in few signs: `3,5-9,12`. A list of a whole unit is one row of the journal, and names each of them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use crate::domain::ids::FamilyId;

/// Families as a text, in their order.
pub fn told(families: &BTreeSet<FamilyId>) -> String {
    numbers(&families.iter().map(|family| family.0).collect())
}

/// Numbers of whatever kind as a text, in their order.
pub fn numbers(numbers: &BTreeSet<i64>) -> String {
    let mut ranges: Vec<RangeInclusive<i64>> = Vec::new();
    for number in numbers {
        match ranges.last_mut() {
            Some(last) if last.end().checked_add(1) == Some(*number) => *last = *last.start()..=*number,
            _ => ranges.push(*number..=*number),
        }
    }
    let told = ranges.iter().map(|range| {
        if range.start() == range.end() {
            range.start().to_string()
        } else {
            format!("{}-{}", range.start(), range.end())
        }
    });
    told.collect::<Vec<_>>().join(",")
}

/// Ranges of a text that [`told`] made; what is none is passed over.
pub fn ranges(text: &str) -> impl Iterator<Item = RangeInclusive<i64>> {
    text.split(',').filter_map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        Some(first.parse().ok()?..=last.parse().ok()?)
    })
}

/// Whether a text names a family.
pub fn names(text: &str, FamilyId(family): FamilyId) -> bool {
    ranges(text).any(|range| range.contains(&family))
}

/// How many families a text names.
pub fn count(text: &str) -> u64 {
    ranges(text).map(|range| u64::try_from(range.end() - range.start() + 1).unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(numbers: &[i64]) -> BTreeSet<FamilyId> {
        numbers.iter().copied().map(FamilyId).collect()
    }

    #[test]
    fn neighbours_are_told_together() {
        assert_eq!(told(&of(&[3, 5, 6, 7, 8, 9, 12])), "3,5-9,12");
        assert_eq!(told(&of(&[])), "");
        assert_eq!(told(&(1..=30_000).map(FamilyId).collect()), "1-30000");
    }

    #[test]
    fn what_is_no_number_is_passed_over() {
        assert_eq!(ranges("x,3,-,4-,7-9").collect::<Vec<_>>(), [3..=3, 7..=9]);
        assert_eq!(count(""), 0);
    }

    proptest! {
        #[test]
        fn what_is_told_names_those_and_no_others(numbers in proptest::collection::btree_set(1i64..200, 0..60)) {
            let text = told(&numbers.iter().copied().map(FamilyId).collect());
            prop_assert_eq!(count(&text), u64::try_from(numbers.len()).unwrap());
            for number in 1..200 {
                prop_assert_eq!(names(&text, FamilyId(number)), numbers.contains(&number));
            }
        }
    }
}
