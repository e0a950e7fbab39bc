//! Populations cut into the smallest pieces that any figure tells apart: two figures that share people share pieces,
//! whatever their districts, filters and days are.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::place::{Dimensions, Part, Place, Population};

/// A piece, by its number.
pub type Atom = usize;

/// The most pieces that are told apart; with more nobody could say in time what can be worked out.
pub const MOST_ATOMS: usize = 20_000;

/// Populations in pieces.
#[derive(Debug, Default)]
pub struct Pieces {
    /// Of each population, what it is made of: once for each set of dimensions by which it can be told apart.
    pub of: Vec<Vec<Vec<Atom>>>,
    /// What is the same, told apart by one set of dimensions and by another.
    pub same: Vec<(Vec<Atom>, Vec<Atom>)>,
}

/// Cuts populations into pieces, and says of each which it is made of. `None` where there would be too many.
///
/// Figures by district and figures by how people met are not cut by both: whatever either says can be so beside the
/// other, as long as they agree on what they have in common. So there are pieces for each set of dimensions that some
/// figure is told by, and what two sets have in common is the same.
pub fn cut(places: &[Place], population: &Population, dimensions: &Dimensions) -> Option<Pieces> {
    let named: BTreeSet<&String> = places.iter().flat_map(|place| place.0.keys()).collect();
    let cuts: Vec<Cut> = named
        .into_iter()
        .map(|dimension| {
            let parts: BTreeSet<Option<&Part>> = places.iter().map(|place| place.0.get(dimension)).collect();
            Cut::new(dimension, &parts, population, dimensions)
        })
        .collect();
    let by: Vec<BTreeSet<usize>> = places.iter().map(|place| told_by(place, &cuts)).collect();
    let all: BTreeSet<&BTreeSet<usize>> = by.iter().collect();
    let within = |one: &BTreeSet<usize>, other: &BTreeSet<usize>| one != other && one.is_subset(other);
    let widest: Vec<&BTreeSet<usize>> =
        all.iter().copied().filter(|one| !all.iter().any(|other| within(one, other))).collect();
    let mut numbers = Numbers::default();
    let mut pieces = Pieces::default();
    for (place, by) in places.iter().zip(&by) {
        let mut of = Vec::new();
        for (number, set) in widest.iter().enumerate().filter(|(_, set)| by.is_subset(set)) {
            let inner: Vec<&[usize]> = set.iter().map(|cut| cuts[*cut].of(place)).collect();
            of.push(numbers.product(number, &inner)?);
        }
        pieces.of.push(of);
    }
    for (number, set) in widest.iter().enumerate() {
        for (other_number, other) in widest.iter().enumerate().skip(number + 1) {
            let common: Vec<usize> = set.intersection(other).copied().collect();
            let mut keys: Vec<Vec<usize>> = vec![Vec::new()];
            for cut in &common {
                keys = keys.iter().flat_map(|key| cuts[*cut].all.iter().map(|piece| joined(key, *piece))).collect();
            }
            for key in keys {
                let mut side = |number: usize, set: &BTreeSet<usize>| {
                    let inner = set.iter().map(|cut| match common.iter().position(|other| other == cut) {
                        Some(place) => std::slice::from_ref(&key[place]),
                        None => cuts[*cut].all.as_slice(),
                    });
                    numbers.product(number, &inner.collect::<Vec<_>>())
                };
                pieces.same.push((side(number, set)?, side(other_number, other)?));
            }
        }
    }
    Some(pieces)
}

/// The dimensions in which a population is not whole, by the places of their cuts.
fn told_by(place: &Place, cuts: &[Cut]) -> BTreeSet<usize> {
    (0..cuts.len()).filter(|cut| cuts[*cut].of(place).len() < cuts[*cut].all.len()).collect()
}

/// Numbers for pieces: of which set of dimensions, and which piece in each.
#[derive(Default)]
struct Numbers {
    known: BTreeMap<(usize, Vec<usize>), Atom>,
    told: usize,
}

impl Numbers {
    /// Every piece that is in one of these of each dimension.
    fn product(&mut self, set: usize, pieces: &[&[usize]]) -> Option<Vec<Atom>> {
        self.told += pieces.iter().fold(1_usize, |many, pieces| many.saturating_mul(pieces.len()));
        if self.told > 10 * MOST_ATOMS {
            return None;
        }
        let mut keys: Vec<Vec<usize>> = vec![Vec::new()];
        for pieces in pieces {
            keys = keys.iter().flat_map(|key| pieces.iter().map(|piece| joined(key, *piece))).collect();
        }
        let mut atoms: Vec<Atom> = Vec::with_capacity(keys.len());
        for key in keys {
            let next = self.known.len();
            atoms.push(*self.known.entry((set, key)).or_insert(next));
        }
        atoms.sort_unstable();
        (self.known.len() <= MOST_ATOMS).then_some(atoms)
    }
}

fn joined(key: &[usize], piece: usize) -> Vec<usize> {
    let mut key = key.to_vec();
    key.push(piece);
    key
}

/// A dimension cut into pieces, and which of them each part holds.
struct Cut {
    dimension: String,
    pieces: BTreeMap<Option<Part>, Vec<usize>>,
    /// All pieces.
    all: Vec<usize>,
}

impl Cut {
    fn new(dimension: &str, parts: &BTreeSet<Option<&Part>>, population: &Population, all: &Dimensions) -> Self {
        let is_mixed = |parts: &BTreeSet<Option<&Part>>| {
            let days = parts.iter().flatten().filter(|part| matches!(part, Part::Days(..))).count();
            days > 0 && days < parts.iter().flatten().count()
        };
        let (pieces, outside) = if population.apart.contains(dimension) || is_mixed(parts) {
            // Nothing adds up here: every part is a piece of its own.
            let own = parts.iter().enumerate().map(|(piece, part)| (part.cloned(), vec![piece]));
            (own.collect(), Some(parts.len()))
        } else if parts.iter().flatten().any(|part| matches!(part, Part::Days(..))) {
            days(parts)
        } else {
            members(parts, all.0.get(dimension))
        };
        let all: BTreeSet<usize> = pieces.values().flatten().copied().chain(outside).collect();
        Self { dimension: dimension.to_owned(), pieces, all: all.into_iter().collect() }
    }

    fn of(&self, place: &Place) -> &[usize] {
        self.pieces.get(&place.0.get(&self.dimension).cloned()).map_or(&[], Vec::as_slice)
    }
}

/// Members that the same parts hold are one piece; those that no part names are another, unless all are known.
fn members(parts: &BTreeSet<Option<&Part>>, known: Option<&BTreeSet<String>>) -> Numbered {
    let mut universe: BTreeSet<Option<&String>> = known.into_iter().flatten().map(Some).collect();
    if known.is_none() {
        universe.insert(None);
    }
    for part in parts.iter().flatten() {
        if let Part::Members(members) = part {
            universe.extend(members.iter().map(Some));
        }
    }
    let holds = |part: &Option<&Part>, member: &Option<&String>| match (part, member) {
        (None, _) => true,
        (Some(Part::Members(members)), Some(member)) => members.contains(*member),
        _ => false,
    };
    let signs = universe.iter().map(|member| parts.iter().map(|part| holds(part, member)).collect());
    numbered(parts, signs.collect())
}

/// Days between one beginning or end and the next are a piece; the days outside all are another.
fn days(parts: &BTreeSet<Option<&Part>>) -> Numbered {
    let mut begins: BTreeSet<NaiveDate> = BTreeSet::new();
    for part in parts.iter().flatten() {
        if let Part::Days(from, until) = part {
            begins.insert(*from);
            begins.extend(until.succ_opt());
        }
    }
    let holds = |part: &Option<&Part>, begin: NaiveDate| match part {
        None => true,
        Some(Part::Days(from, until)) => *from <= begin && begin <= *until,
        Some(Part::Members(_)) => false,
    };
    let mut signs: BTreeSet<Vec<bool>> =
        begins.iter().map(|begin| parts.iter().map(|part| holds(part, *begin)).collect()).collect();
    signs.insert(parts.iter().map(Option::is_none).collect());
    numbered(parts, signs)
}

/// The pieces of each part, and one that no part holds.
type Numbered = (BTreeMap<Option<Part>, Vec<usize>>, Option<usize>);

/// Numbers the pieces, each told by which parts hold it.
fn numbered(parts: &BTreeSet<Option<&Part>>, signs: BTreeSet<Vec<bool>>) -> Numbered {
    let of = |number: usize| {
        let pieces = signs.iter().enumerate().filter(move |(_, sign)| sign.get(number).copied().unwrap_or(false));
        pieces.map(|(piece, _)| piece).collect()
    };
    let outside = signs.iter().position(|sign| !sign.contains(&true));
    (parts.iter().enumerate().map(|(number, part)| (part.cloned(), of(number))).collect(), outside)
}
