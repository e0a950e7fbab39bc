//! Who may carry which name and number: each test number goes to one family at most, each phone is a fictional one.

use chrono::NaiveDate;

use super::assets::{NameSet, assets};
use super::dice::Dice;
use super::first;
use super::people::Sex;

/// A test personal identity number of the Tax Agency, with what it says.
#[derive(Debug, Clone, Copy)]
pub struct TestId {
    /// Twelve digits.
    pub digits: &'static str,
    /// The birth date in it.
    pub born: NaiveDate,
    /// The sex in it.
    pub sex: Sex,
}

impl TestId {
    /// Reads a number as it stands in the asset.
    pub fn read(digits: &'static str) -> Option<Self> {
        let born = NaiveDate::parse_from_str(digits.get(..8)?, "%Y%m%d").ok()?;
        let sex = if digits.get(10..11)?.parse::<u8>().ok()? % 2 == 0 { Sex::Woman } else { Sex::Man };
        Some(Self { digits, born, sex })
    }
}

/// What is given out among the families of a seed: names that stay unlike one another, and numbers.
pub struct Register {
    names: Vec<(&'static str, &'static NameSet)>,
    young: Vec<TestId>,
    grown: Vec<TestId>,
    old: Vec<TestId>,
}

/// What one family has been given.
pub struct Cast {
    /// The family's name.
    pub name: &'static str,
    /// The names it draws from.
    pub names: &'static NameSet,
    /// A number for a child, if one is left.
    pub young: Option<TestId>,
    /// A number for a parent.
    pub grown: Option<TestId>,
    /// A number for a grandparent.
    pub old: Option<TestId>,
}

/// The stream of chance from which the register is dealt; no family has it.
const DEAL: u32 = u32::MAX;

impl Register {
    /// Deals names and numbers for a seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed, DEAL);
        let mut names: Vec<_> =
            assets().first.then.iter().map(|next| (next.name.as_str(), assets().names.of(&next.names))).collect();
        dice.shuffle(&mut names);
        let mut register = Self { names, young: Vec::new(), grown: Vec::new(), old: Vec::new() };
        for id in assets().test_ids.iter().copied().filter_map(TestId::read) {
            match id.digits {
                born if born < "1970" => register.old.push(id),
                born if born < "2005" => register.grown.push(id),
                _ => register.young.push(id),
            }
        }
        dice.shuffle(&mut register.young);
        dice.shuffle(&mut register.grown);
        dice.shuffle(&mut register.old);
        register
    }

    /// What the family with an index is given; numbers that do not suit it are used by nobody.
    pub fn cast(&self, index: u32, dice: &mut Dice) -> Cast {
        let place = (index as usize).saturating_sub(first::count());
        let (name, names) = match self.names.get(place) {
            Some(known) => *known,
            None => surname(dice),
        };
        let given = |ids: &[TestId]| ids.get(place).copied();
        Cast { name, names, young: given(&self.young), grown: given(&self.grown), old: given(&self.old) }
    }
}

fn surname(dice: &mut Dice) -> (&'static str, &'static NameSet) {
    let names = &assets().names;
    let mut left = dice.below(100);
    for other in &names.other {
        if left < other.share {
            return (dice.word(&other.set.family), &other.set);
        }
        left -= other.share;
    }
    (dice.word(&names.swedish.family), &names.swedish)
}

/// A phone number from the range that the Post and Telecom Authority keeps for fiction.
pub fn phone(dice: &mut Dice) -> String {
    format!("070-174 06 {:02}", dice.between(5, 99))
}
