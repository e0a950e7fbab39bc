//! What a review looks at of all that was read: some drawn at random, and what stands out.
//!
//! | signal | what stands out |
//! |---|---|
//! | sample | nothing; drawn by the review's own number, so that nobody can choose which |
//! | emergency | a family that the reader does not reach, opened in an emergency |
//! | same name | the reader bears the family name of somebody in the family |
//! | same contact | a telephone number of the reader's, as the unit has entered it, is one of the family's |
//! | night | read at night, as the unit has it, by somebody who is not on call |
//! | many | so many families within an hour as the unit calls many |
//! | conflict | the reader has a conflict of interest in the family |
//! | unassigned | the family has no task for the reader, who is neither its leader nor on call |
//! | after closing | the family was closed the day before or earlier |
//!
//! A signal says that somebody should ask, never that anything was wrong.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use sha2::{Digest, Sha256};

use super::settings::ReviewRules;
use crate::domain::codes::{AccessSignal, Role};
use crate::domain::ids::{FamilyId, UserId};

/// Something that somebody read, of one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The row of the journal.
    pub row: i64,
    /// When, by the clock of the unit.
    pub at: NaiveDateTime,
    /// Who.
    pub user: UserId,
    /// Which family.
    pub family: FamilyId,
    /// Whether it was opened in an emergency.
    pub in_emergency: bool,
    /// Whether it was refused.
    pub was_refused: bool,
}

/// What is known of a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// What they may do.
    pub role: Role,
    /// Their family name, folded.
    pub surname: String,
    /// Telephone numbers, their last nine digits.
    pub phones: HashSet<String>,
}

/// What is known of a family that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Of {
    /// The family names of its people, folded.
    pub surnames: HashSet<String>,
    /// Telephone numbers, their last nine digits.
    pub phones: HashSet<String>,
    /// Users who have a task in it.
    pub assigned: HashSet<UserId>,
    /// Users who have a conflict of interest in it.
    pub conflicted: HashSet<UserId>,
    /// The day on which it was closed.
    pub closed_on: Option<NaiveDate>,
}

/// What is known of all that were read and of all who read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// Readers.
    pub readers: HashMap<UserId, Reader>,
    /// Families.
    pub families: HashMap<FamilyId, Of>,
}

/// Something to be asked about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Why.
    pub signal: AccessSignal,
    /// Who read.
    pub user: UserId,
    /// Which family; none where it is several.
    pub family: Option<FamilyId>,
    /// The rows of the journal behind it.
    pub rows: BTreeSet<i64>,
}

/// The digits of a telephone number that are the same however it is written; none of one that is too short.
pub fn phone(text: &str) -> Option<String> {
    let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() >= 7).then(|| digits[digits.len().saturating_sub(9)..].iter().collect())
}

/// What is told once: of which kind, whose reading, of which family, in which night.
type Once = (AccessSignal, UserId, Option<FamilyId>, Option<NaiveDate>);

/// What stands out, each kind once for a reader and a family, nights once for a reader and a night.
pub fn signals(seen: &[Seen], facts: &Facts, rules: &ReviewRules) -> Vec<Found> {
    let mut found: BTreeMap<Once, BTreeSet<i64>> = BTreeMap::new();
    for one in seen {
        let (Some(reader), Some(of)) = (facts.readers.get(&one.user), facts.families.get(&one.family)) else {
            continue;
        };
        let mut add = |signal, family, day| {
            found.entry((signal, one.user, family, day)).or_default().insert(one.row);
        };
        let family = Some(one.family);
        if of.conflicted.contains(&one.user) {
            add(AccessSignal::Conflict, family, None);
        }
        if one.was_refused {
            continue;
        }
        let is_on_call = reader.role == Role::OnCall;
        let answers = reader.role == Role::TeamLeader || is_on_call;
        let closed = of.closed_on.is_some_and(|day| day < one.at.date());
        let shares = |mine: &HashSet<String>, theirs: &HashSet<String>| mine.iter().any(|one| theirs.contains(one));
        for (signal, stands_out) in [
            (AccessSignal::Emergency, one.in_emergency),
            (AccessSignal::SameName, of.surnames.contains(&reader.surname)),
            (AccessSignal::SameContact, shares(&reader.phones, &of.phones)),
            (AccessSignal::Unassigned, !answers && !one.in_emergency && !of.assigned.contains(&one.user)),
            (AccessSignal::AfterClosing, closed),
        ] {
            if stands_out {
                add(signal, family, None);
            }
        }
        if !is_on_call && rules.is_night(one.at.time()) {
            // A night is the one that began the evening before.
            let night = (one.at - TimeDelta::hours(12)).date();
            add(AccessSignal::Night, None, Some(night));
        }
    }
    let mut all: Vec<Found> =
        found.into_iter().map(|((signal, user, family, _), rows)| Found { signal, user, family, rows }).collect();
    all.extend(many(seen, rules.many_families));
    all.sort();
    all
}

/// Readers of many families within an hour, each stretch of it once.
fn many(seen: &[Seen], most: usize) -> Vec<Found> {
    let mut by_user: BTreeMap<UserId, Vec<&Seen>> = BTreeMap::new();
    for one in seen.iter().filter(|one| !one.was_refused) {
        by_user.entry(one.user).or_default().push(one);
    }
    let mut found = Vec::new();
    for (user, mut read) in by_user {
        read.sort_by_key(|one| (one.at, one.row));
        let mut rows: BTreeSet<i64> = BTreeSet::new();
        let mut tell = |rows: &mut BTreeSet<i64>| {
            if !rows.is_empty() {
                found.push(Found { signal: AccessSignal::Many, user, family: None, rows: std::mem::take(rows) });
            }
        };
        let mut first = 0;
        let mut within: HashMap<FamilyId, usize> = HashMap::new();
        for (last, one) in read.iter().enumerate() {
            *within.entry(one.family).or_default() += 1;
            while one.at - read[first].at > TimeDelta::hours(1) {
                let gone = within.entry(read[first].family).or_default();
                *gone = gone.saturating_sub(1);
                first += 1;
            }
            if within.values().filter(|count| **count > 0).count() >= most {
                rows.extend(read[first..=last].iter().map(|one| one.row));
            } else {
                tell(&mut rows);
            }
        }
        tell(&mut rows);
    }
    found
}

/// Some rows drawn at random: by a seed alone, so that whoever draws again draws the same, and nobody chooses.
pub fn sample(rows: &BTreeSet<i64>, seed: &str, count: usize) -> BTreeSet<i64> {
    let mut drawn: Vec<([u8; 32], i64)> =
        rows.iter().map(|row| (Sha256::digest(format!("{seed} {row}")).into(), *row)).collect();
    drawn.sort_unstable();
    drawn.into_iter().take(count).map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KARIN: UserId = UserId(1);
    const BERG: FamilyId = FamilyId(7);

    fn at(text: &str) -> NaiveDateTime {
        format!("2026-11-{text}:00").parse().unwrap()
    }

    fn seen(row: i64, text: &str) -> Seen {
        Seen { row, at: at(text), user: KARIN, family: BERG, in_emergency: false, was_refused: false }
    }

    fn reader(role: Role) -> Reader {
        Reader { role, surname: "ek".to_owned(), phones: HashSet::from(["701740605".to_owned()]) }
    }

    fn facts(role: Role, of: Of) -> Facts {
        Facts { readers: HashMap::from([(KARIN, reader(role))]), families: HashMap::from([(BERG, of)]) }
    }

    fn kinds(seen: &[Seen], facts: &Facts) -> Vec<AccessSignal> {
        signals(seen, facts, &ReviewRules::default()).iter().map(|found| found.signal).collect()
    }

    fn assigned() -> Of {
        Of { assigned: HashSet::from([KARIN]), ..Of::default() }
    }

    #[test]
    fn what_somebody_does_by_day_for_their_own_families_stands_out_in_nothing() {
        let all = [seen(1, "16T09:00"), seen(2, "16T14:30")];
        assert_eq!(kinds(&all, &facts(Role::SupportPerson, assigned())), []);
    }

    #[test]
    fn each_signal_by_itself() {
        let by_day = [seen(1, "16T09:00")];
        let support = |of| facts(Role::SupportPerson, of);
        let names = HashSet::from(["ek".to_owned()]);
        let phones = HashSet::from(["701740605".to_owned()]);
        let closed_on = |day: &str| Of { closed_on: day.parse().ok(), ..assigned() };
        for (of, expected) in [
            (Of { surnames: names, ..assigned() }, vec![AccessSignal::SameName]),
            (Of { phones, ..assigned() }, vec![AccessSignal::SameContact]),
            (Of { conflicted: HashSet::from([KARIN]), ..assigned() }, vec![AccessSignal::Conflict]),
            (Of::default(), vec![AccessSignal::Unassigned]),
            (closed_on("2026-11-15"), vec![AccessSignal::AfterClosing]),
            (closed_on("2026-11-16"), vec![]),
        ] {
            assert_eq!(kinds(&by_day, &support(of.clone())), expected, "{of:?}");
        }
        let emergency = [Seen { in_emergency: true, ..seen(1, "16T09:00") }];
        assert_eq!(kinds(&emergency, &support(Of::default())), [AccessSignal::Emergency]);
        assert_eq!(
            kinds(&by_day, &facts(Role::TeamLeader, Of::default())),
            [],
            "a leader reads what the team works with"
        );
    }

    #[test]
    fn a_refusal_tells_of_a_conflict_and_of_nothing_else() {
        let refused = [Seen { was_refused: true, ..seen(1, "16T23:00") }];
        let conflict = Of { conflicted: HashSet::from([KARIN]), ..Of::default() };
        assert_eq!(kinds(&refused, &facts(Role::SupportPerson, conflict)), [AccessSignal::Conflict]);
        assert_eq!(kinds(&refused, &facts(Role::SupportPerson, Of::default())), []);
    }

    #[test]
    fn a_night_is_told_once_and_belongs_to_the_evening_before() {
        let nights = [seen(1, "16T22:00"), seen(2, "17T02:00"), seen(3, "17T21:30")];
        let found = signals(&nights, &facts(Role::SupportPerson, assigned()), &ReviewRules::default());
        let rows: Vec<Vec<i64>> = found.iter().map(|found| found.rows.iter().copied().collect()).collect();
        assert_eq!(rows, [vec![1, 2], vec![3]]);
    }

    #[test]
    fn many_are_so_many_families_within_an_hour() {
        let rules = ReviewRules { many_families: 3, ..ReviewRules::default() };
        let of = |row: i64, family: i64, text: &str| Seen { family: FamilyId(family), ..seen(row, text) };
        let rows =
            |all: &[Seen]| many(all, rules.many_families).into_iter().map(|found| found.rows).collect::<Vec<_>>();
        assert_eq!(rows(&[of(1, 1, "16T09:00"), of(2, 2, "16T09:30"), of(3, 2, "16T09:40")]), []);
        let three = [of(1, 1, "16T09:00"), of(2, 2, "16T09:30"), of(3, 3, "16T10:00")];
        assert_eq!(rows(&three), [BTreeSet::from([1, 2, 3])]);
        assert_eq!(rows(&[of(1, 1, "16T09:00"), of(2, 2, "16T09:30"), of(3, 3, "16T10:01")]), []);
        let twice = [three.as_slice(), &[of(4, 4, "17T09:00"), of(5, 5, "17T09:01"), of(6, 6, "17T09:02")]].concat();
        assert_eq!(rows(&twice), [BTreeSet::from([1, 2, 3]), BTreeSet::from([4, 5, 6])]);
    }

    #[test]
    fn who_draws_again_draws_the_same_and_another_review_draws_others() {
        let rows: BTreeSet<i64> = (1..=1000).collect();
        let drawn = sample(&rows, "token 7", 10);
        assert_eq!((drawn.len(), &drawn), (10, &sample(&rows, "token 7", 10)));
        assert_ne!(drawn, sample(&rows, "token 8", 10));
        assert_eq!(sample(&BTreeSet::from([3]), "token 7", 10), BTreeSet::from([3]));
        // Each row is as likely as any other: over many reviews nobody is left in peace.
        let mut ever: BTreeSet<i64> = BTreeSet::new();
        (0..3000).for_each(|number| ever.extend(sample(&rows, &format!("token {number}"), 10)));
        assert_eq!(ever.len(), 1000);
    }

    #[test]
    fn a_telephone_number_is_the_same_however_it_is_written() {
        for text in ["070-174 06 05", "+46 70 174 06 05", "0046701740605"] {
            assert_eq!(phone(text).as_deref(), Some("701740605"), "{text}");
        }
        assert_eq!(phone("112"), None);
    }
}
