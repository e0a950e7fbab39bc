//! Two versions of a text, line by line.

/// A line of two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// It stands in both.
    Same(&'a str),
    /// It is gone.
    Gone(&'a str),
    /// It has come.
    New(&'a str),
}

/// No text has so many lines that they are told apart one by one: past it all of them have changed.
const MOST: usize = 400;

/// What has changed from one text to the other: as many lines as can be are the same.
pub fn compare<'a>(before: &'a str, after: &'a str) -> Vec<Change<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    if old.len() > MOST || new.len() > MOST {
        let gone = old.into_iter().map(Change::Gone);
        return gone.chain(new.into_iter().map(Change::New)).collect();
    }
    // How many lines are the same from each pair of places on.
    let mut same = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for at in (0..old.len()).rev() {
        for to in (0..new.len()).rev() {
            same[at][to] =
                if old[at] == new[to] { same[at + 1][to + 1] + 1 } else { same[at + 1][to].max(same[at][to + 1]) };
        }
    }
    let (mut at, mut to, mut changes) = (0, 0, Vec::new());
    while at < old.len() || to < new.len() {
        if at < old.len() && to < new.len() && old[at] == new[to] {
            changes.push(Change::Same(old[at]));
            (at, to) = (at + 1, to + 1);
        } else if to >= new.len() || at < old.len() && same[at + 1][to] >= same[at][to + 1] {
            changes.push(Change::Gone(old[at]));
            at += 1;
        } else {
            changes.push(Change::New(new[to]));
            to += 1;
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_come_and_go() {
        use Change::{Gone, New, Same};
        let (before, after) =
            ("Mormor: hämtar\nSara: ringer\nAli: sover över", "Mormor: hämtar\nAli: sover över\nEva: ringer");
        let expected = [Same("Mormor: hämtar"), Gone("Sara: ringer"), Same("Ali: sover över"), New("Eva: ringer")];
        assert_eq!(compare(before, after), expected);
        assert_eq!(compare("", "ett"), [New("ett")]);
        assert_eq!(compare("ett", ""), [Gone("ett")]);
        assert_eq!(compare("", ""), []);
    }

    proptest! {
        /// Whoever takes away what has come has the old text, whoever takes away what is gone the new one.
        #[test]
        fn both_texts_are_in_it(before in "[ab\n]{0,30}", after in "[ab\n]{0,30}") {
            let changes = compare(&before, &after);
            let old: Vec<&str> = changes.iter().filter_map(|one| match one {
                Change::Same(text) | Change::Gone(text) => Some(*text),
                Change::New(_) => None,
            }).collect();
            let new: Vec<&str> = changes.iter().filter_map(|one| match one {
                Change::Same(text) | Change::New(text) => Some(*text),
                Change::Gone(_) => None,
            }).collect();
            prop_assert_eq!(old, before.lines().collect::<Vec<_>>());
            prop_assert_eq!(new, after.lines().collect::<Vec<_>>());
        }
    }
}
