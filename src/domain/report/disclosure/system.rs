//! What a reader of figures can reckon with: counts that are shown or hidden, and the sums that tie them together.

use std::collections::BTreeMap;

/// Where a count stands among those of a system.
pub type Spot = usize;

/// What a reader is told of a count, and what may still be done about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Shown, and it cannot be taken back: a zero, or what was published before.
    Known,
    /// Shown unless it must be masked; to mask it costs so much.
    Open {
        /// What it costs: 1 and a little more, so that fewer cells come first and small ones next.
        cost: f64,
    },
    /// Not shown: masked, or never printed at all.
    Hidden,
}

/// A count among those of a system.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// What it is.
    pub value: i64,
    /// What is told of it.
    pub standing: Standing,
    /// The least and the most that a reader knows it to be without any sum.
    pub within: (i64, Option<i64>),
}

/// Counts and what ties them together.
#[derive(Debug, Clone, Default)]
pub struct System {
    /// The counts.
    pub counts: Vec<Count>,
    /// Sums that come to nothing: a whole less its parts.
    pub sums: Vec<Vec<(Spot, i64)>>,
}

/// How other counts would have to differ from the true ones: every sum holds, and no count is below what it can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// How much each count that differs does.
    pub by: BTreeMap<Spot, i64>,
}

impl Other {
    /// How much a count differs.
    pub fn at(&self, spot: Spot) -> i64 {
        self.by.get(&spot).copied().unwrap_or(0)
    }

    /// The same, so many times as far from the truth.
    pub fn times(&self, factor: i64) -> Self {
        Self { by: self.by.iter().map(|(spot, by)| (*spot, by * factor)).collect() }
    }

    /// Half as far, where that is still in whole numbers.
    pub fn half(&self) -> Option<Self> {
        let is_even = self.by.values().all(|by| by % 2 == 0);
        is_even.then(|| Self { by: self.by.iter().map(|(spot, by)| (*spot, by / 2)).collect() })
    }
}

impl System {
    /// Adds a count and says where it stands.
    pub fn add(&mut self, value: i64, standing: Standing) -> Spot {
        self.counts.push(Count { value, standing, within: (0, None) });
        self.counts.len() - 1
    }

    /// Says that a count is the sum of others.
    pub fn whole(&mut self, whole: Spot, parts: &[Spot]) {
        let mut sum: BTreeMap<Spot, i64> = BTreeMap::from([(whole, -1)]);
        for part in parts {
            *sum.entry(*part).or_default() += 1;
        }
        sum.retain(|_, times| *times != 0);
        if !sum.is_empty() {
            self.sums.push(sum.into_iter().collect());
        }
    }

    /// Says that some counts come to as much as others.
    pub fn same(&mut self, one: &[Spot], other: &[Spot]) {
        let mut sum: BTreeMap<Spot, i64> = BTreeMap::new();
        one.iter().for_each(|spot| *sum.entry(*spot).or_default() += 1);
        other.iter().for_each(|spot| *sum.entry(*spot).or_default() -= 1);
        sum.retain(|_, times| *times != 0);
        if !sum.is_empty() {
            self.sums.push(sum.into_iter().collect());
        }
    }

    /// Whether a count is hidden from a reader.
    pub fn is_hidden(&self, spot: Spot) -> bool {
        self.counts[spot].standing == Standing::Hidden
    }

    /// Whether a difference is one that a reader cannot rule out, whatever is masked: in whole numbers, without error.
    /// Whether what differs is masked is asked apart.
    pub fn allows(&self, other: &Other) -> bool {
        let stays = other.by.iter().all(|(spot, by)| {
            let Some(count) = self.counts.get(*spot) else { return false };
            let value = count.value + by;
            count.standing != Standing::Known
                && value >= count.within.0
                && count.within.1.is_none_or(|most| value <= most)
        });
        stays && self.sums.iter().all(|sum| sum.iter().map(|(spot, times)| times * other.at(*spot)).sum::<i64>() == 0)
    }

    /// The counts that hang together, without those that are known: what is masked of some tells nothing of others.
    pub fn parts(&self) -> Vec<Vec<Spot>> {
        let is_free = |spot: Spot| self.counts[spot].standing != Standing::Known;
        let mut sums = vec![Vec::new(); self.counts.len()];
        for (number, sum) in self.sums.iter().enumerate() {
            sum.iter().for_each(|(spot, _)| sums[*spot].push(number));
        }
        let mut is_left: Vec<bool> = (0..self.counts.len()).map(is_free).collect();
        let mut parts = Vec::new();
        for first in 0..self.counts.len() {
            if !std::mem::replace(&mut is_left[first], false) {
                continue;
            }
            let mut part = vec![first];
            let mut next = 0;
            while let Some(spot) = part.get(next).copied() {
                next += 1;
                for (other, _) in sums[spot].iter().flat_map(|sum| &self.sums[*sum]) {
                    if std::mem::replace(&mut is_left[*other], false) {
                        part.push(*other);
                    }
                }
            }
            part.sort_unstable();
            parts.push(part);
        }
        parts
    }

    /// Some counts that hang together with no other, and their sums; what is known does not differ and is left out.
    #[must_use]
    pub fn only(&self, part: &[Spot]) -> Self {
        let place: BTreeMap<Spot, Spot> = part.iter().enumerate().map(|(place, spot)| (*spot, place)).collect();
        let mut sums = Vec::new();
        for sum in &self.sums {
            let inner: Vec<(Spot, i64)> =
                sum.iter().filter_map(|(spot, times)| Some((*place.get(spot)?, *times))).collect();
            if !inner.is_empty() {
                sums.push(inner);
            }
        }
        Self { counts: part.iter().map(|spot| self.counts[*spot].clone()).collect(), sums }
    }

    /// Whether every sum holds of the counts themselves.
    pub fn holds(&self) -> bool {
        let of = |sum: &Vec<(Spot, i64)>| sum.iter().map(|(spot, times)| times * self.counts[*spot].value).sum::<i64>();
        self.sums.iter().all(|sum| of(sum) == 0)
    }
}
