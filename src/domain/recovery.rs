//! The recovery code: what is printed once, when a casebook is made, and put where only the unit's own find it.
//!
//! Six groups of five signs, from 32 that nobody takes for one another (Crockford's: no I, L, O, U). The last sign of
//! a group follows from the four before and from which group it is, so that whoever types it is told which group is
//! wrong. What is left is 120 bits, which nobody tries out.

use zeroize::Zeroizing;

/// The signs.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many groups.
pub const GROUPS: usize = 6;

/// Signs of a group that are chosen.
const CHOSEN: usize = 4;

/// Random bytes that make a code: one a chosen sign.
pub const BYTES: usize = GROUPS * CHOSEN;

/// A code of random bytes.
pub fn code(random: &[u8; BYTES]) -> Zeroizing<String> {
    let mut written = Zeroizing::new(String::with_capacity(GROUPS * (CHOSEN + 2)));
    for (group, bytes) in random.chunks(CHOSEN).enumerate() {
        if group > 0 {
            written.push('-');
        }
        let places = bytes.iter().map(|byte| usize::from(*byte) % SIGNS.len());
        let check = check(group, places.clone());
        places.chain([check]).for_each(|place| written.push(sign(place)));
    }
    written
}

/// A code as somebody typed it, in the form in which it locks; else the first group that is wrong, from one on.
///
/// # Errors
/// The group that cannot be right, or the first that is missing.
pub fn read(typed: &str) -> Result<Zeroizing<String>, usize> {
    let mut places = Zeroizing::new(Vec::with_capacity(GROUPS * (CHOSEN + 1)));
    for letter in typed.chars().filter(|letter| letter.is_alphanumeric()) {
        let group = places.len() / (CHOSEN + 1) + 1;
        places.push(place(letter).ok_or(group.min(GROUPS))?);
    }
    let mut written = Zeroizing::new(String::with_capacity(GROUPS * (CHOSEN + 2)));
    for group in 0..GROUPS {
        let all = places.get(group * (CHOSEN + 1)..(group + 1) * (CHOSEN + 1)).ok_or(group + 1)?;
        let (chosen, last) = all.split_at(CHOSEN);
        if last != [check(group, chosen.iter().copied())] {
            return Err(group + 1);
        }
        if group > 0 {
            written.push('-');
        }
        all.iter().for_each(|place| written.push(sign(*place)));
    }
    if places.len() > GROUPS * (CHOSEN + 1) { Err(GROUPS) } else { Ok(written) }
}

/// The sign that follows from those of a group: any one that is wrong, and any two that have changed places, change it.
fn check(group: usize, places: impl Iterator<Item = usize>) -> usize {
    // Odd factors, no two of which are the same modulo 32.
    let weighed = (0..).zip(places).map(|(at, place)| (2 * at + 3) * place);
    (group + weighed.sum::<usize>()) % SIGNS.len()
}

fn sign(place: usize) -> char {
    SIGNS.get(place).map_or('0', |sign| char::from(*sign))
}

/// Which sign somebody meant.
fn place(letter: char) -> Option<usize> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        letter => letter,
    };
    SIGNS.iter().position(|sign| char::from(*sign) == letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(random in any::<[u8; BYTES]>()) {
            let written = code(&random);
            prop_assert_eq!(written.split('-').map(str::len).collect::<Vec<_>>(), vec![5; GROUPS]);
            prop_assert_eq!(read(&written), Ok(written.clone()));
            let by_hand = written.to_lowercase().replace('0', "o").replace('1', "l").replace('-', "  ");
            prop_assert_eq!(read(&by_hand), Ok(written));
        }

        #[test]
        fn a_wrong_sign_is_told_by_its_group(random in any::<[u8; BYTES]>(), at in 0..35_usize, by in 1..32_usize) {
            let written = code(&random);
            let mut signs: Vec<char> = written.chars().collect();
            prop_assume!(signs[at] != '-');
            signs[at] = sign((place(signs[at]).unwrap() + by) % 32);
            prop_assert_eq!(read(&signs.into_iter().collect::<String>()), Err(at / 6 + 1));
        }

        #[test]
        fn any_text_is_read_or_told(typed in any::<String>()) {
            prop_assert!(read(&typed).map_or_else(|group| (1..=GROUPS).contains(&group), |code| code.len() == 35));
        }
    }

    #[test]
    fn two_signs_that_changed_places_are_told() {
        let written = code(&std::array::from_fn(|at| u8::try_from(at).unwrap()));
        let mut signs: Vec<char> = written.chars().collect();
        signs.swap(6, 7);
        assert_eq!(read(&signs.iter().collect::<String>()), Err(2));
    }

    #[test]
    fn what_is_too_short_or_too_long_is_told() {
        let written = code(&[7; BYTES]);
        assert_eq!(read(""), Err(1));
        assert_eq!(read(&written[..20]), Err(4));
        assert_eq!(read(&format!("{}0", *written)), Err(GROUPS));
    }
}
