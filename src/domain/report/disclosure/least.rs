//! As few further masks as possible: a heuristic that builds a mask from the cheapest ways out, prunes it, and then
//! takes some of it away again and again to see whether less will do. The same figures always get the same mask.

use std::collections::BTreeMap;

use super::reader::{Reach, Reader};
use super::system::{Other, Spot, Standing, System};

/// What must hold of a hidden count: it can differ from the truth by so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Which count.
    pub spot: Spot,
    /// By how much.
    pub by: i64,
}

/// What a reader's question may cost before it is enough (counts times sums), and the most rounds.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// All questions together.
    pub work: u64,
    /// Times that some is taken away.
    pub rounds: u32,
}

/// Why there is no mask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stuck {
    /// Nothing meets this.
    Need(Need),
    /// Nobody could say in time.
    TooMuch,
}

/// More work than this nobody waits for: seconds.
const MOST: u64 = 80_000_000;

/// After as much work masks that may not be needed are left as they are.
const PRUNED: u64 = 20_000_000;

/// As many needs that are not met are looked at together.
const TOGETHER: usize = 8;

/// A system with more counts is first asked what goes without any further mask.
const LARGE: usize = 260;

/// A way to differ that was found, and which open counts have to be masked for it.
struct Way {
    other: Other,
    opens: Vec<Spot>,
}

/// The search for a mask.
pub struct Search<'a> {
    system: &'a System,
    reader: Reader<'a>,
    needs: Vec<Need>,
    ways: Vec<Way>,
    /// For each count, the ways in which it differs.
    through: Vec<Vec<usize>>,
    worked: u64,
    chance: Chance,
}

/// Which open counts are masked.
pub type Mask = Vec<bool>;

impl<'a> Search<'a> {
    /// A search in a system.
    pub fn new(system: &'a System, needs: Vec<Need>, worked: u64) -> Self {
        let through = vec![Vec::new(); system.counts.len()];
        let reader = Reader::new(system);
        Self { system, reader, needs, ways: Vec::new(), through, worked, chance: Chance(0x2545_f491_4f6c_dd1d) }
    }

    /// How much work it has been, with what was before.
    pub fn worked(&self) -> u64 {
        self.worked
    }

    /// The mask with which every need is met, with nearly as few counts as can be; or the need that nothing meets.
    pub fn run(&mut self, effort: Effort) -> Result<Mask, Stuck> {
        let mut best = vec![false; self.system.counts.len()];
        self.build(&mut best, None)?;
        self.prune(&mut best);
        let mut now = best.clone();
        for round in 0..effort.rounds {
            if self.worked >= effort.work || masked(&best).count() <= self.fewest() {
                break;
            }
            let mut tried = now.clone();
            let dear = self.take_away(&mut tried, round);
            self.build(&mut tried, Some(&dear))?;
            self.prune(&mut tried);
            if self.price(&tried) <= self.price(&now) + 1e-9 {
                now = tried;
                if self.price(&now) < self.price(&best) {
                    best = now.clone();
                }
            } else if round % 16 == 15 {
                now = best.clone();
            }
        }
        Ok(best)
    }

    /// A bound from below: a sum with one hidden count gives it away, and one more mask serves at most a few sums.
    fn fewest(&self) -> usize {
        let mut lone = 0;
        let mut serves: Vec<usize> = vec![0; self.system.counts.len()];
        for sum in &self.system.sums {
            let hidden = sum.iter().filter(|(spot, _)| self.system.is_hidden(*spot)).count();
            if hidden == 1 {
                lone += 1;
                for (spot, _) in sum {
                    serves[*spot] += 1;
                }
            }
        }
        let most = serves.iter().zip(&self.system.counts);
        let most = most.filter(|(_, count)| matches!(count.standing, Standing::Open { .. })).map(|(times, _)| *times);
        match most.max() {
            Some(most) if most > 0 => usize::div_ceil(lone, most),
            _ => 0,
        }
    }

    /// Masks whatever the needs that are not met yet want, the cheapest first found.
    fn build(&mut self, mask: &mut Mask, dear: Option<&[Spot]>) -> Result<(), Stuck> {
        let mut order: Vec<usize> = (0..self.needs.len()).collect();
        if dear.is_some() {
            self.chance.shuffle(&mut order);
        } else {
            order.sort_by_key(|number| -self.needs[*number].by.abs());
        }
        let factors: Vec<f64> = match dear {
            None => vec![1.0; mask.len()],
            Some(dear) => {
                let mut factors: Vec<f64> = (0..mask.len()).map(|_| 1.0 + self.chance.part() * 0.4).collect();
                for spot in dear {
                    factors[*spot] *= 1.3;
                }
                factors
            }
        };
        let is_large = self.system.counts.len() > LARGE;
        if is_large {
            self.meet_together(mask);
        }
        for number in order {
            if self.worked > MOST {
                return Err(Stuck::TooMuch);
            }
            let need = self.needs[number];
            if self.met(need, mask).is_some() || is_large && self.can(need.spot, need.by, mask) {
                continue;
            }
            let way = self.ask(need, Reach::Far, &|spot| match self.system.counts[spot].standing {
                Standing::Open { .. } if mask[spot] => Some(0.0),
                Standing::Open { cost } => Some(cost * factors[spot]),
                _ => None,
            });
            match way {
                Some(way) => self.ways[way].opens.iter().for_each(|spot| mask[*spot] = true),
                None => return Err(Stuck::Need(need)),
            }
        }
        Ok(())
    }

    /// Takes away every mask that is not needed, the dearest first.
    fn prune(&mut self, mask: &mut Mask) {
        let mut order: Vec<Spot> = masked(mask).collect();
        order.sort_by(|one, other| self.cost(*other).total_cmp(&self.cost(*one)));
        for spot in order {
            if self.worked > PRUNED {
                return;
            }
            mask[spot] = false;
            let without = mask.clone();
            let holds = (0..self.needs.len()).all(|number| {
                let need = self.needs[number];
                self.can(need.spot, need.by, &without)
            });
            if !holds {
                mask[spot] = true;
            }
        }
    }

    /// Unmasks a few that stand near each other, or anywhere; says which.
    fn take_away(&mut self, mask: &mut Mask, round: u32) -> Vec<Spot> {
        let all: Vec<Spot> = masked(mask).collect();
        let Some(first) = all.get(self.chance.below(all.len())) else { return Vec::new() };
        let mut near: Vec<Spot> = all.iter().copied().filter(|spot| spot != first).collect();
        self.chance.shuffle(&mut near);
        if !round.is_multiple_of(3) {
            let ties = |spot: &Spot| self.system.sums.iter().any(|sum| holds(sum, *spot) && holds(sum, *first));
            near.sort_by_key(|spot| !ties(spot));
        }
        let many = 1 + self.chance.below(4);
        let gone: Vec<Spot> = std::iter::once(*first).chain(near.into_iter().take(many)).collect();
        gone.iter().for_each(|spot| mask[*spot] = false);
        gone
    }

    /// Masks more, until nobody can know what shields others to within less than a mask (`wide`: hidden already), nor
    /// that a count that no table has is a small one (`guards`).
    pub fn shield(
        &mut self,
        mut mask: Mask,
        (wide, guards): (&[Spot], &[Spot]),
        threshold: u32,
    ) -> Result<Mask, Stuck> {
        let width = i64::from(threshold) - 2;
        loop {
            if self.worked > MOST {
                return Err(Stuck::TooMuch);
            }
            let narrow = masked(&mask).chain(wide.iter().copied()).find(|spot| !self.is_wide(*spot, &mask, width));
            let wanted = match narrow {
                Some(spot) => vec![Need { spot, by: width }, Need { spot, by: -width }],
                None => match guards.iter().find(|spot| !self.is_guarded(**spot, &mask, threshold)) {
                    Some(spot) => {
                        let value = self.system.counts[*spot].value;
                        vec![Need { spot: *spot, by: i64::from(threshold) - value }, Need { spot: *spot, by: -value }]
                    }
                    None => return Ok(mask),
                },
            };
            let last = wanted.last().copied();
            let found = wanted.into_iter().any(|need| {
                let before = self.needs.len();
                self.needs.push(need);
                let mut more = mask.clone();
                if self.build(&mut more, None).is_ok() {
                    mask = more;
                    return true;
                }
                self.needs.truncate(before);
                false
            });
            if let (false, Some(need)) = (found, last) {
                return Err(Stuck::Need(need));
            }
        }
    }

    /// Whether a hidden count can be as far apart as masked ones are, for all that a reader knows.
    fn is_wide(&mut self, spot: Spot, mask: &Mask, width: i64) -> bool {
        let (mut least, mut most) = (0, 0);
        for way in &self.through[spot] {
            if self.ways[*way].opens.iter().all(|open| mask[*open]) {
                least = least.min(self.ways[*way].other.at(spot));
                most = most.max(self.ways[*way].other.at(spot));
            }
        }
        most - least >= width || (0..=width).any(|up| self.can(spot, up, mask) && self.can(spot, up - width, mask))
    }

    /// Whether a count that no table has need not be a small one, or may be any small one.
    fn is_guarded(&mut self, spot: Spot, mask: &Mask, threshold: u32) -> bool {
        let (value, threshold) = (self.system.counts[spot].value, i64::from(threshold));
        !(1..threshold).contains(&value)
            || self.can(spot, -value, mask)
            || self.can(spot, threshold - value, mask)
            || (1..threshold).all(|other| self.can(spot, other - value, mask))
    }

    /// Whether a count can differ by so much with this mask.
    fn can(&mut self, spot: Spot, by: i64, mask: &Mask) -> bool {
        let need = Need { spot, by };
        by == 0
            || self.met(need, mask).is_some()
            || self.ask(need, Reach::Near, &|spot| mask[spot].then_some(0.0)).is_some()
    }

    /// A way that is known already and meets a need with this mask.
    fn met(&self, need: Need, mask: &Mask) -> Option<usize> {
        self.through[need.spot].iter().copied().find(|way| {
            let way = &self.ways[*way];
            way.opens.iter().all(|spot| mask[*spot]) && self.meets(&way.other, need)
        })
    }

    /// Whether a difference, or so many times it, or a part of it is one of the size that is needed.
    fn meets(&self, other: &Other, need: Need) -> bool {
        let by = other.at(need.spot);
        if by == need.by {
            return true;
        }
        if by == 0 || by.signum() != need.by.signum() {
            return false;
        }
        if need.by % by == 0 {
            return self.system.allows(&other.times(need.by / by));
        }
        by == 2 * need.by && other.half().is_some()
    }

    /// Asks the reader, and keeps the answer.
    fn ask(&mut self, need: Need, reach: Reach, cost: &dyn Fn(Spot) -> Option<f64>) -> Option<usize> {
        let (other, work) = self.reader.differing((need.spot, need.by), reach, cost);
        self.worked += work;
        other.map(|other| self.keep(other))
    }

    /// Looks for ways in which many needs are met at once, with this mask and no more.
    fn meet_together(&mut self, mask: &Mask) {
        for turn in 0..2 {
            // Up with these and down with those, then the other way round.
            let way = |need: &Need| (need.by > 0) == (need.spot + turn).is_multiple_of(2);
            let mut asked = vec![false; mask.len()];
            loop {
                let unmet = |need: &&Need| self.met(**need, mask).is_none();
                let unmet: Vec<Need> = self.needs.iter().filter(unmet).copied().collect();
                let seed = unmet.iter().find(|need| !asked[need.spot] && way(need)).map(|need| need.spot);
                let (true, Some(seed)) = (unmet.len() >= TOGETHER, seed) else { break };
                asked[seed] = true;
                let mut wishes: BTreeMap<Spot, i64> = BTreeMap::new();
                for need in unmet.iter().filter(|need| way(need)).chain(unmet.iter().filter(|need| !way(need))) {
                    wishes.entry(need.spot).or_insert(need.by);
                }
                let (other, work) = self.reader.together(seed, &wishes, &|spot| mask[spot].then_some(0.0));
                self.worked += work;
                if let Some(other) = other {
                    self.keep(other);
                }
            }
        }
    }

    /// Keeps a way.
    fn keep(&mut self, other: Other) -> usize {
        let is_open = |spot: &Spot| matches!(self.system.counts[*spot].standing, Standing::Open { .. });
        let opens = other.by.keys().copied().filter(is_open).collect();
        let number = self.ways.len();
        for spot in other.by.keys() {
            self.through[*spot].push(number);
        }
        self.ways.push(Way { other, opens });
        number
    }

    fn cost(&self, spot: Spot) -> f64 {
        match self.system.counts[spot].standing {
            Standing::Open { cost } => cost,
            _ => 0.0,
        }
    }

    fn price(&self, mask: &Mask) -> f64 {
        masked(mask).map(|spot| self.cost(spot)).sum()
    }
}

fn masked(mask: &Mask) -> impl Iterator<Item = Spot> + '_ {
    mask.iter().enumerate().filter(|(_, is)| **is).map(|(spot, _)| spot)
}

fn holds(sum: &[(Spot, i64)], spot: Spot) -> bool {
    sum.iter().any(|(each, _)| *each == spot)
}

/// What looks like chance and is always the same (xorshift64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, many: usize) -> usize {
        if many == 0 { 0 } else { (self.next() % many as u64) as usize }
    }

    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn shuffle<T>(&mut self, all: &mut [T]) {
        for place in (1..all.len()).rev() {
            let other = self.below(place + 1);
            all.swap(place, other);
        }
    }
}
