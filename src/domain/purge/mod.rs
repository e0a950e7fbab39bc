//! Purging (gallring): whether a family's file may be purged, must be kept, or is to wait, and why. Pure: what is asked
//! of the casebook is a [`FamilyFile`]; what holds is data ([`PurgeRules`]).
//!
//! A file is proposed only if it is closed, a period has run out, and nothing keeps it. Where something that would keep
//! it cannot be told (a birth date that nobody knows, a municipality that the unit has not said), it is kept.

mod rules;
#[cfg(test)]
mod tests;

use chrono::{Datelike, NaiveDate};

pub use rules::{Because, CountsFrom, Keep, Period, PurgeRules};

/// What is asked of a family's file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FamilyFile {
    /// Whether the family is closed.
    pub is_closed: bool,
    /// The latest day of anything written of it.
    pub last_note: Option<NaiveDate>,
    /// Whether a child of it was ever placed.
    pub child_placed: bool,
    /// Birth dates of those whose file it is; of somebody nobody knows the day.
    pub born: Vec<Option<NaiveDate>>,
    /// Those of the children.
    pub children_born: Vec<Option<NaiveDate>>,
}

/// Whether something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Holds {
    Yes,
    No,
    Unknown,
}

/// One ground, for or against, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Its name: `closed`, that of a period, or of what keeps.
    pub name: String,
    /// For a period, whether it has run out; for what keeps, whether it does.
    pub holds: Holds,
    /// From when on, for a period.
    pub on: Option<NaiveDate>,
    /// Where it is from.
    pub source: String,
}

/// What is to be done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may be purged, since a day, and is to be by another.
    Propose {
        /// Since when.
        due: NaiveDate,
        /// By when.
        finish_by: NaiveDate,
    },
    /// Its time has not come.
    Wait {
        /// When it will; not known while the family is open, or nothing tells from when on.
        until: Option<NaiveDate>,
    },
    /// It is kept.
    Keep,
}

/// What came of asking, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What is to be done.
    pub verdict: Verdict,
    /// Every ground that was looked at, those that decide it first.
    pub grounds: Vec<Ground>,
}

/// Asks the rules of a day about a file.
pub fn propose(rules: &PurgeRules, file: &FamilyFile, today: NaiveDate) -> Proposal {
    let is_closed = if file.is_closed { Holds::Yes } else { Holds::No };
    let closed = Ground { name: "closed".to_owned(), holds: is_closed, on: None, source: String::new() };
    let kept: Vec<Ground> = rules.keeps(today).map(|keep| ground(keep, rules, file)).collect();
    let (mut best, mut periods) = (None, Vec::new());
    let mut until: Option<NaiveDate> = None;
    for period in rules.periods(today) {
        let due = counted_from(period, file).and_then(|from| period.due(from));
        let holds = match due {
            Some(due) if due < today => Holds::Yes,
            Some(_) => Holds::No,
            None => Holds::Unknown,
        };
        periods.push(Ground { name: period.name.clone(), holds, on: due, source: period.source.clone() });
        let is_kept = kept.iter().any(|ground| ground.holds != Holds::No && !period.in_spite_of.contains(&ground.name));
        if is_kept {
            continue;
        }
        match (holds, due) {
            (Holds::Yes, Some(due)) => best = best.or(period.finish_by(due).map(|finish_by| (due, finish_by))),
            (Holds::No, Some(due)) => until = Some(until.map_or(due, |until| until.min(due))),
            _ => {}
        }
    }
    let verdict = match best {
        Some((due, finish_by)) if file.is_closed => Verdict::Propose { due, finish_by },
        _ if !file.is_closed => Verdict::Wait { until: None },
        _ if kept.iter().any(|ground| ground.holds != Holds::No) => Verdict::Keep,
        _ => Verdict::Wait { until },
    };
    let mut grounds = vec![closed];
    grounds.extend(periods);
    grounds.extend(kept);
    let decides = |ground: &Ground| match verdict {
        Verdict::Keep => ground.name != "closed" && ground.on.is_none() && ground.holds != Holds::No,
        Verdict::Wait { .. } => ground.holds == Holds::No,
        Verdict::Propose { .. } => ground.holds == Holds::Yes,
    };
    grounds.sort_by_key(|ground| !decides(ground));
    Proposal { verdict, grounds }
}

fn counted_from(period: &Period, file: &FamilyFile) -> Option<NaiveDate> {
    match period.counts_from {
        CountsFrom::LastNote => file.last_note,
        CountsFrom::YoungestBirth => file.children_born.iter().copied().collect::<Option<Vec<_>>>()?.into_iter().max(),
    }
}

fn ground(keep: &Keep, rules: &PurgeRules, file: &FamilyFile) -> Ground {
    let yes = |holds: bool| if holds { Holds::Yes } else { Holds::No };
    let holds = match keep.because {
        Because::ChildPlaced => yes(file.child_placed),
        Because::Municipality => match &rules.municipality {
            Some(code) => yes(keep.codes.iter().any(|kept| code.starts_with(kept.as_str()))),
            None => Holds::Unknown,
        },
        Because::BornOn => {
            let is_in = |born: &NaiveDate| keep.days.contains(&born.day());
            match file.born.iter().flatten().any(is_in) {
                true => Holds::Yes,
                false if file.born.contains(&None) => Holds::Unknown,
                false => Holds::No,
            }
        }
    };
    Ground { name: keep.name.clone(), holds, on: None, source: keep.source.clone() }
}
