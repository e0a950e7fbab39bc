//! Names that a mistyped one may have been meant as: a letter or two away, or with the same beginning.

use super::fold;

/// Letters of a beginning that makes two names alike.
const SAME_BEGINNING: usize = 3;

/// The names that are close to a word, the closest first; all of them in their order where none is.
pub fn near(word: &str, names: &[String]) -> Vec<String> {
    let word = fold(word.trim());
    let mut close: Vec<(usize, &String)> =
        names.iter().filter_map(|name| closeness(&word, name).map(|far| (far, name))).collect();
    close.sort_by_key(|(far, _)| *far);
    if close.is_empty() { names.to_vec() } else { close.into_iter().map(|(_, name)| name.clone()).collect() }
}

/// How far a name is from a folded word, by the whole of it or its first part; none where it is too far.
fn closeness(word: &str, name: &str) -> Option<usize> {
    let folded = fold(name);
    let first = folded.split(' ').next().unwrap_or_default();
    let far = apart(word, &folded).min(apart(word, first));
    let most = if word.chars().count() > 4 { 2 } else { 1 };
    let begins = word.chars().count() >= SAME_BEGINNING
        && word.chars().zip(folded.chars()).take(SAME_BEGINNING).all(|(one, other)| one == other);
    (far <= most || begins).then_some(far)
}

/// How many letters must be changed, left out, put in or exchanged with their neighbour to make one word the other.
fn apart(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut this = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = last[column] + usize::from(letter != against);
            let mut least = changed.min(last[column + 1] + 1).min(this[column] + 1);
            let swapped = row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *against;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            this.push(least);
        }
        before = std::mem::replace(&mut last, this);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_come_first() {
        let staff = ["Karin", "Karolina Ek", "Sara", "Åsa"].map(str::to_owned);
        for (word, expected) in [
            ("Karim", &["Karin", "Karolina Ek"][..]),
            ("Kairn", &["Karin"]),
            ("kakar", &["Karin", "Karolina Ek", "Sara", "Åsa"]),
            ("Saar", &["Sara"]),
            ("asa", &["Åsa"]),
            ("Karolin", &["Karolina Ek", "Karin"]),
            ("", &["Karin", "Karolina Ek", "Sara", "Åsa"]),
        ] {
            assert_eq!(near(word, &staff), expected, "{word}");
        }
        for (one, other, expected) in
            [("", "", 0), ("", "ab", 2), ("ab", "ba", 1), ("karim", "karin", 1), ("a", "b", 1)]
        {
            assert_eq!(apart(one, other), expected, "{one} {other}");
            assert_eq!(apart(other, one), expected, "{other} {one}");
        }
    }
}
