//! A new table and all that was published of the same people, as one system of sums: what a reader of both holds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::atoms::{self, Atom, Pieces};
use super::fit;
use super::least::Need;
use super::place::{Dimensions, Place};
use super::protect::Refused;
use super::published::{Memory, Published};
use super::rule::{Rule, Totals};
use super::system::{Spot, Standing, System};
use super::table::Table;

/// What is asked of a system.
#[derive(Debug, Default)]
pub struct Joint {
    /// The counts and their sums.
    pub system: System,
    /// Where each cell of the new table stands; none for one that tells no count.
    pub spots: BTreeMap<(usize, usize), Spot>,
    /// How small counts must be able to differ.
    pub needs: Vec<Need>,
    /// Hidden counts that are not small, which nobody may know to within less than a mask.
    pub wide: Vec<Spot>,
    /// Counts that no table has and that differences could tell; they must not come out small.
    pub guards: Vec<Spot>,
    /// The cells that are masked because they have changed by fewer than are shown since they were published.
    pub changed: Vec<(usize, usize)>,
    /// What a reader takes a mask to stand for.
    knows: Knows,
    /// When old counts were published, by where they stand.
    pub on: BTreeMap<Spot, NaiveDate>,
}

/// What a reader knows of a mask without any sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Knows {
    /// The rule: where totals are of what is shown, a mask stands for a small count.
    #[default]
    Rule,
    /// Only that it is not below nothing.
    Nothing,
}

/// A count that somebody is told, or is to be told.
struct Fact<'a> {
    place: Place,
    count: u32,
    of: Of<'a>,
}

/// Where a fact stands.
#[derive(Clone, Copy)]
enum Of<'a> {
    New(usize, usize),
    Old(&'a Published, bool),
}

impl Joint {
    /// Puts a table beside what was published.
    pub fn new(
        table: &Table,
        rule: Rule,
        memory: &Memory,
        dimensions: &Dimensions,
        knows: Knows,
    ) -> Result<Self, Refused> {
        let facts = facts(table, rule, memory);
        let places: Vec<Place> = facts.iter().map(|fact| fact.place.clone()).collect();
        let pieces = atoms::cut(&places, &table.population, dimensions).ok_or(Refused::TooMuch)?;
        let near = near(&facts, &pieces);
        let used: BTreeSet<Atom> =
            near.iter().flat_map(|number| pieces.of[*number].iter().flatten().copied()).collect();
        let mut joint = Self { knows, ..Self::default() };
        let mut known: BTreeMap<&[Atom], (Spot, usize)> = BTreeMap::new();
        let mut olds: BTreeMap<usize, Vec<&Fact<'_>>> = BTreeMap::new();
        let mut placed: Vec<(usize, Spot)> = Vec::new();
        for number in near {
            let (fact, atoms) = (&facts[number], key(&pieces, number));
            let same = known.get(atoms).copied();
            match (fact.of, same) {
                (Of::New(row, column), Some((spot, first))) if facts[first].count == fact.count => {
                    joint.spots.insert((row, column), spot);
                }
                (Of::New(row, column), same) => {
                    let spot = joint.system.add(i64::from(fact.count), Standing::Known);
                    joint.spots.insert((row, column), spot);
                    placed.push((number, spot));
                    // Two counts of one place are not the same count; nothing ties the second one.
                    if same.is_none() {
                        known.insert(atoms, (spot, number));
                    }
                }
                (Of::Old(..), Some((_, first))) => olds.entry(first).or_default().push(fact),
                (Of::Old(published, _), None) => {
                    let spot = joint.system.add(i64::from(fact.count), Standing::Known);
                    joint.on.insert(spot, published.on);
                    known.insert(atoms, (spot, number));
                    placed.push((number, spot));
                }
            }
        }
        let hidden = joint.tie(table, rule, &facts, (&pieces, &used), &known);
        let soft: BTreeSet<Spot> = joint.on.keys().copied().collect();
        let torn = fit::fit(&mut joint.system, &hidden, &soft).ok_or(Refused::Unclear)?;
        for (number, spot) in placed {
            let olds = olds.get(&number).map_or(&[][..], Vec::as_slice);
            match facts[number].of {
                Of::New(row, column) => joint.stand_new(table, rule, ((row, column), spot), olds)?,
                // Counted anew since: nothing can be reckoned from it any more, nor is it still to be shielded.
                Of::Old(..) if torn.contains(&spot) => {
                    joint.system.counts[spot].standing = Standing::Hidden;
                }
                Of::Old(published, masked) => joint.stand_old(published.rule, masked, spot),
            }
        }
        joint.guard(rule, &facts, &pieces, &known);
        joint.guards.extend(hidden);
        Ok(joint)
    }

    /// Writes the sums down: those of the table, and of every count that is made of several pieces.
    fn tie(
        &mut self,
        table: &Table,
        rule: Rule,
        facts: &[Fact<'_>],
        (pieces, used): (&Pieces, &BTreeSet<Atom>),
        known: &BTreeMap<&[Atom], (Spot, usize)>,
    ) -> Vec<Spot> {
        if rule.totals == Totals::True {
            for (whole, parts) in table.sums() {
                let parts: Vec<Spot> = parts.iter().filter_map(|part| self.spots.get(part).copied()).collect();
                if let Some(whole) = self.spots.get(&whole) {
                    self.system.whole(*whole, &parts);
                }
            }
        }
        // A figure that is a single piece is that piece, however it is told apart.
        let mut of: BTreeMap<Atom, Spot> = BTreeMap::new();
        let mut hidden: Vec<Spot> = Vec::new();
        for (spot, number) in known.values() {
            for atoms in &pieces.of[*number] {
                if let [atom] = atoms.as_slice() {
                    of.insert(*atom, *spot);
                }
            }
        }
        for (spot, number) in known.values() {
            let is_sum = match facts[*number].of {
                Of::New(row, column) => table.is_sum(row, column) && rule.totals == Totals::True,
                Of::Old(..) => false,
            };
            // What is told apart by the table's own lines has been tied already.
            let skip = usize::from(is_sum && pieces.of[*number].len() == 1);
            for atoms in pieces.of[*number].iter().skip(skip).filter(|atoms| atoms.len() > 1) {
                let parts = self.parts(atoms, &mut of, &mut hidden);
                self.system.whole(*spot, &parts);
            }
        }
        for (one, other) in &pieces.same {
            if !(one.iter().any(|atom| used.contains(atom)) && other.iter().any(|atom| used.contains(atom))) {
                continue;
            }
            let (one, other) = (self.parts(one, &mut of, &mut hidden), self.parts(other, &mut of, &mut hidden));
            self.system.same(&one, &other);
        }
        hidden
    }

    /// Where pieces stand; one that no figure tells is added, hidden.
    fn parts(&mut self, atoms: &[Atom], of: &mut BTreeMap<Atom, Spot>, hidden: &mut Vec<Spot>) -> Vec<Spot> {
        let mut part = |atom: &Atom| {
            *of.entry(*atom).or_insert_with(|| {
                let spot = self.system.add(0, Standing::Hidden);
                hidden.push(spot);
                spot
            })
        };
        atoms.iter().map(&mut part).collect()
    }

    /// What is told of a count of the new table, and what must hold of it.
    fn stand_new(
        &mut self,
        table: &Table,
        rule: Rule,
        (at, spot): ((usize, usize), Spot),
        olds: &[&Fact<'_>],
    ) -> Result<(), Refused> {
        let count = table.count(at.0, at.1).unwrap_or(0);
        let mut standing = match count {
            0 => Standing::Known,
            _ if rule.is_small(count) => Standing::Hidden,
            _ => Standing::Open { cost: cost(count, table.is_sum(at.0, at.1)) },
        };
        for old in olds {
            let Of::Old(published, masked) = old.of else { continue };
            let has_masks = published.cells.iter().any(|told| told.masked);
            if rule.totals == Totals::True && published.rule.totals == Totals::Shown && has_masks {
                return Err(Refused::TrueAfterMasked { on: published.on });
            }
            if published.rule.totals == Totals::Shown && masked && old.count == count && published.rule.is_small(count)
            {
                self.between(published.rule, spot);
            }
        }
        if let Some(old) = olds.first() {
            let masked = matches!(old.of, Of::Old(_, true));
            let apart = old.count.abs_diff(count);
            if apart == 0 {
                standing = if masked { Standing::Hidden } else { Standing::Known };
            } else if rule.is_small(apart) && count > 0 {
                standing = Standing::Hidden;
                self.changed.push(at);
            }
        }
        self.system.counts[spot].standing = standing;
        if standing == Standing::Hidden {
            self.shield(rule, spot);
            if rule.totals == Totals::Shown && rule.is_small(count) {
                self.between(rule, spot);
            }
        }
        Ok(())
    }

    /// What is known of a count that was published, and what must still hold of it.
    fn stand_old(&mut self, rule: Rule, masked: bool, spot: Spot) {
        if !masked {
            return;
        }
        self.system.counts[spot].standing = Standing::Hidden;
        self.shield(rule, spot);
        let count = self.system.counts[spot].value;
        if rule.totals == Totals::Shown && count > 0 && count < i64::from(rule.threshold) {
            self.between(rule, spot);
        }
    }

    /// A small count must be able to be any that is masked; another one only not known too well.
    fn shield(&mut self, rule: Rule, spot: Spot) {
        let value = self.system.counts[spot].value;
        let masked = 1..i64::from(rule.threshold);
        if masked.contains(&value) {
            self.needs.extend(masked.filter(|other| *other != value).map(|other| Need { spot, by: other - value }));
        } else {
            self.wide.push(spot);
        }
    }

    /// Where totals are of what is shown, a reader knows what a mask stands for.
    fn between(&mut self, rule: Rule, spot: Spot) {
        if self.knows == Knows::Nothing {
            return;
        }
        let within = &mut self.system.counts[spot].within;
        let most = i64::from(rule.threshold) - 1;
        *within = (within.0.max(1), Some(within.1.map_or(most, |known| known.min(most))));
    }

    /// A filtered count beside the whole tells the rest: where that is small it must not be known either.
    fn guard(&mut self, rule: Rule, facts: &[Fact<'_>], pieces: &Pieces, known: &BTreeMap<&[Atom], (Spot, usize)>) {
        let mut told: BTreeSet<&[Atom]> = BTreeSet::new();
        let mut all: Vec<(&[Atom], Spot, usize)> = Vec::new();
        for (spot, number) in known.values() {
            for atoms in &pieces.of[*number] {
                told.insert(atoms);
                all.push((atoms, *spot, *number));
            }
        }
        for (atoms, whole, of_whole) in &all {
            for (inner, part, of_part) in &all {
                let both = matches!(facts[*of_whole].of, Of::New(..)) != matches!(facts[*of_part].of, Of::New(..));
                let rest = self.system.counts[*whole].value - self.system.counts[*part].value;
                if !both || inner.len() >= atoms.len() || rest < 1 || rest >= i64::from(rule.threshold) {
                    continue;
                }
                let left: Vec<Atom> = atoms.iter().copied().filter(|atom| inner.binary_search(atom).is_err()).collect();
                if left.len() + inner.len() == atoms.len() && left.len() > 1 && !told.contains(left.as_slice()) {
                    let spot = self.system.add(rest, Standing::Hidden);
                    self.system.whole(*whole, &[*part, spot]);
                    self.guards.push(spot);
                }
            }
        }
    }
}

/// What masking costs: a mask each, and among as many masks rather small counts than large, rather counts than sums.
fn cost(count: u32, is_sum: bool) -> f64 {
    1.0 + f64::from(count).ln() * 1e-4 + if is_sum { 1e-3 } else { 0.0 }
}

/// The new table's counts, then those that were published, the newest first.
fn facts<'a>(table: &Table, rule: Rule, memory: &'a Memory) -> Vec<Fact<'a>> {
    let mut facts: Vec<Fact<'a>> = Vec::new();
    for (row, column) in table.cells() {
        if rule.totals == Totals::Shown && table.is_sum(row, column) {
            continue;
        }
        if let (Some(count), Some(place)) = (table.count(row, column), table.place(row, column)) {
            facts.push(Fact { place, count, of: Of::New(row, column) });
        }
    }
    for published in touching(table, memory) {
        for told in &published.cells {
            if let Some(place) = published.place(told.at) {
                facts.push(Fact { place, count: told.count, of: Of::Old(published, told.masked) });
            }
        }
    }
    facts
}

/// The published tables that may count some of the same people, or of those in a table that does; the newest first.
fn touching<'a>(table: &Table, memory: &'a Memory) -> Vec<&'a Published> {
    let over = |places: &mut dyn Iterator<Item = Place>| places.reduce(|one, other| one.or(&other)).unwrap_or_default();
    let rows = over(&mut table.rows.lines().iter().map(|line| line.place.clone()));
    let columns = over(&mut table.columns.lines().iter().map(|line| line.place.clone()));
    let mut reached: Vec<Place> = table.around.and(&rows).and_then(|place| place.and(&columns)).into_iter().collect();
    let mut left: Vec<(&Published, Place)> = memory
        .0
        .iter()
        .rev()
        .filter(|published| published.population.name == table.population.name)
        .filter_map(|published| {
            let rows = over(&mut published.rows.iter().cloned());
            let columns = over(&mut published.columns.iter().cloned());
            Some((published, published.around.and(&rows)?.and(&columns)?))
        })
        .collect();
    let mut found: Vec<&Published> = Vec::new();
    loop {
        let touches = |place: &Place| reached.iter().any(|other| other.and(place).is_some());
        let (near, far): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, place)| touches(place));
        if near.is_empty() {
            break;
        }
        left = far;
        for (published, place) in near {
            found.push(published);
            reached.push(place);
        }
    }
    found.sort_by_key(|published| std::cmp::Reverse(published.on));
    found
}

/// By what a population is known: its pieces, told apart by the first set of dimensions that does.
fn key(pieces: &Pieces, number: usize) -> &[Atom] {
    pieces.of[number].first().map_or(&[], Vec::as_slice)
}

/// The facts that share pieces with the new table, or with facts that do.
fn near(facts: &[Fact<'_>], pieces: &Pieces) -> Vec<usize> {
    let mut of: BTreeMap<Atom, Vec<usize>> = BTreeMap::new();
    let tied = pieces.same.iter().map(|(one, other)| one.iter().chain(other).copied().collect::<Vec<Atom>>());
    let groups: Vec<Vec<Atom>> = pieces.of.iter().map(|lists| lists.concat()).chain(tied).collect();
    for (number, atoms) in groups.iter().enumerate() {
        atoms.iter().for_each(|atom| of.entry(*atom).or_default().push(number));
    }
    let is_new = |number: &usize| matches!(facts[*number].of, Of::New(..));
    let mut queue: Vec<usize> = (0..facts.len()).filter(is_new).collect();
    let mut near: BTreeSet<usize> = queue.iter().copied().collect();
    while let Some(number) = queue.pop() {
        for atom in &groups[number] {
            for other in of.remove(atom).into_iter().flatten() {
                if near.insert(other) {
                    queue.push(other);
                }
            }
        }
    }
    near.into_iter().filter(|number| *number < facts.len()).collect()
}
