//! What a unit wants of its backups: how many are kept, and when the last one is too old.
//!
//! The unit says so in `backup.toml`, which needs only what differs:
//!
//! ```toml
//! daily = 7                         # the last one of so many days,
//! weekly = 5                        # weeks
//! monthly = 6                       # and months are kept; days are those of UTC
//! late_after_hours = 26             # when doctor and the week of whoever leads say that the last one is too old
//! standby_late_after_minutes = 15
//! ```

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use serde::Deserialize;

use super::problem::{Kind, Problem};

/// The unit's rules for its backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Keeping {
    /// Of how many days the last backup is kept.
    pub daily: u32,
    /// Of how many weeks.
    pub weekly: u32,
    /// Of how many months.
    pub monthly: u32,
    /// After how many hours a backup is too old to be the last one.
    pub late_after_hours: u32,
    /// After how many minutes a standby is.
    pub standby_late_after_minutes: u32,
}

impl Default for Keeping {
    fn default() -> Self {
        Self { daily: 7, weekly: 5, monthly: 6, late_after_hours: 26, standby_late_after_minutes: 15 }
    }
}

/// Between which numbers each of them lies.
const DAILY: (u32, u32) = (1, 366);
const WEEKLY: (u32, u32) = (0, 260);
const MONTHLY: (u32, u32) = (0, 120);
const HOURS: (u32, u32) = (1, 24 * 31);
const MINUTES: (u32, u32) = (1, 24 * 60);

impl Keeping {
    /// Reads the unit's rules.
    ///
    /// # Errors
    /// What is no such file, a number that is out of bounds.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let rules: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "backup-rules").because(cause))?;
        for (name, number, (least, most)) in [
            ("daily", rules.daily, DAILY),
            ("weekly", rules.weekly, WEEKLY),
            ("monthly", rules.monthly, MONTHLY),
            ("late_after_hours", rules.late_after_hours, HOURS),
            ("standby_late_after_minutes", rules.standby_late_after_minutes, MINUTES),
        ] {
            if !(least..=most).contains(&number) {
                let refused = Problem::new(Kind::Invalid, "backup-rules-number").with("name", name);
                return Err(refused.with("least", least).with("most", most));
            }
        }
        Ok(rules)
    }

    /// Which of the copies made at these times stay: the newest of each of the last days, weeks and months that have
    /// any. The newest of all stays whatever the rules say.
    pub fn stays(&self, made: &[DateTime<Utc>]) -> Vec<bool> {
        let mut order: Vec<usize> = (0..made.len()).collect();
        // Of two that were made in one second the one told later is the newer.
        order.sort_by_key(|at| std::cmp::Reverse((made[*at], *at)));
        let mut stays = vec![false; made.len()];
        let week = |day: NaiveDate| (day.iso_week().year(), day.iso_week().week());
        for (at, which) in order.iter().enumerate() {
            stays[*which] |= at == 0;
        }
        newest_of_each(&order, made, self.daily, |day| day, &mut stays);
        newest_of_each(&order, made, self.weekly, week, &mut stays);
        newest_of_each(&order, made, self.monthly, |day| (day.year(), day.month()), &mut stays);
        stays
    }

    /// The last day on which a copy made at a time may still be there, as long as new ones are made at the same place.
    pub fn goes_by(&self, made: DateTime<Utc>) -> NaiveDate {
        let day = made.date_naive();
        let days = Days::new(u64::from(self.daily.max(self.weekly * 7)));
        let by_days = day.checked_add_days(days).unwrap_or(day);
        by_days.max(day.checked_add_months(Months::new(self.monthly)).unwrap_or(day))
    }

    /// Whether the last backup is too old.
    pub fn is_late(&self, last: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - last > TimeDelta::hours(i64::from(self.late_after_hours))
    }

    /// Whether the last copy for the second host is.
    pub fn is_standby_late(&self, last: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        now - last > TimeDelta::minutes(i64::from(self.standby_late_after_minutes))
    }
}

/// Marks the newest copy of each of the first few spans that have any.
fn newest_of_each<S: PartialEq>(
    newest_first: &[usize],
    made: &[DateTime<Utc>],
    most: u32,
    span_of: impl Fn(NaiveDate) -> S,
    stays: &mut [bool],
) {
    let (mut last, mut spans) = (None, 0);
    for which in newest_first {
        let span = Some(span_of(made[*which].date_naive()));
        if span == last {
            continue;
        }
        if spans == most {
            return;
        }
        (last, spans) = (span, spans + 1);
        stays[*which] = true;
    }
}

/// How backups stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupState {
    /// The last one was proven, and is young enough.
    Good,
    /// There is none, and need not be any yet.
    NotYet,
    /// There is none, and should be one.
    Never,
    /// The last one that was proven is too old.
    Late,
    /// The last one that was begun failed, or was broken off.
    Failed,
}

impl BackupState {
    /// Its name in JSON and in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::NotYet => "not_yet",
            Self::Never => "never",
            Self::Late => "late",
            Self::Failed => "failed",
        }
    }
}

/// A copy that was made, where, and how long ago.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCopy {
    /// Where it is.
    pub place: String,
    /// When it was begun; none of a standby whose place is known and that never came there.
    pub at: Option<DateTime<Utc>>,
    /// How long ago that is, or that the place is known.
    pub age: TimeDelta,
    /// Whether that is too long.
    pub is_late: bool,
}

/// How the copies of a casebook stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// Of backups.
    pub state: BackupState,
    /// The last backup that was proven and may be there.
    pub last: Option<LastCopy>,
    /// Of standbys, by place.
    pub standbys: Vec<LastCopy>,
}

impl Health {
    /// Whether backups need to be seen to.
    pub fn needs_backup(&self) -> bool {
        !matches!(self.state, BackupState::Good | BackupState::NotYet)
    }

    /// Whether anything of it needs to be seen to.
    pub fn is_bad(&self) -> bool {
        self.needs_backup() || self.standbys.iter().any(|standby| standby.is_late)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().unwrap()
    }

    fn kept(rules: Keeping, made: &[&str]) -> Vec<String> {
        let times: Vec<_> = made.iter().map(|text| at(text)).collect();
        let stays = rules.stays(&times);
        made.iter().zip(stays).filter(|(_, stays)| *stays).map(|(text, _)| (*text).to_owned()).collect()
    }

    const RULES: Keeping =
        Keeping { daily: 2, weekly: 2, monthly: 2, late_after_hours: 26, standby_late_after_minutes: 15 };

    #[test]
    fn the_last_of_each_day_week_and_month_stays() {
        let made = [
            "2026-09-30T02:00", // the last of a month that is two before the last two
            "2026-10-30T02:00", // the last of October
            "2026-11-20T02:00", // a Friday: neither of the last two days, nor the last of its week
            "2026-11-22T02:00", // the Sunday: the last of its week
            "2026-11-28T02:00", // yesterday
            "2026-11-29T02:00", // today, but not the last
            "2026-11-29T14:00",
        ];
        let expected = ["2026-10-30T02:00", "2026-11-22T02:00", "2026-11-28T02:00", "2026-11-29T14:00"];
        assert_eq!(kept(RULES, &made), expected);
    }

    #[test]
    fn weeks_are_iso_weeks_also_over_a_new_year() {
        let weeks = Keeping { daily: 1, weekly: 2, monthly: 0, ..RULES };
        // Week 53 of 2026 ends on Sunday, January 3.
        let made = ["2026-12-27T02:00", "2026-12-31T02:00", "2027-01-03T02:00", "2027-01-04T02:00"];
        assert_eq!(kept(weeks, &made), ["2027-01-03T02:00", "2027-01-04T02:00"]);
    }

    #[test]
    fn rules_are_read_and_what_is_out_of_bounds_is_refused() {
        assert_eq!(Keeping::parse("").unwrap(), Keeping::default());
        assert_eq!(Keeping::parse("daily = 3").unwrap(), Keeping { daily: 3, ..Keeping::default() });
        for (text, key) in [
            ("daily = 0", "backup-rules-number"),
            ("late_after_hours = 0", "backup-rules-number"),
            ("monthly = 1000", "backup-rules-number"),
            ("monthly = -1", "backup-rules"),
            ("dagligen = 3", "backup-rules"),
        ] {
            assert_eq!(Keeping::parse(text).unwrap_err().key, key, "{text}");
        }
    }

    #[test]
    fn a_backup_is_late_after_its_hours_and_a_standby_after_its_minutes() {
        let (last, rules) = (at("2026-11-29T02:00"), Keeping::default());
        assert!(!rules.is_late(last, at("2026-11-30T04:00")));
        assert!(rules.is_late(last, at("2026-11-30T04:01")));
        assert!(!rules.is_standby_late(last, at("2026-11-29T02:15")));
        assert!(rules.is_standby_late(last, at("2026-11-29T02:16")));
        // A clock that was set back makes nothing late.
        assert!(!rules.is_late(last, at("2026-11-28T00:00")));
    }

    proptest! {
        #[test]
        fn the_newest_stays_and_never_more_than_the_rules_allow(
            hours in prop::collection::vec(0_i64..20_000, 1..60),
            (daily, weekly, monthly) in (1_u32..9, 0_u32..6, 0_u32..6),
        ) {
            let rules = Keeping { daily, weekly, monthly, ..Keeping::default() };
            let made: Vec<_> = hours.iter().map(|hour| at("2025-01-01T00:00") + TimeDelta::hours(*hour)).collect();
            let stays = rules.stays(&made);
            let newest = made.iter().max().unwrap();
            prop_assert!(made.iter().zip(&stays).any(|(time, stays)| time == newest && *stays));
            let count = stays.iter().filter(|stays| **stays).count();
            prop_assert!(count <= (daily + weekly + monthly) as usize);
            // What stays, stays when it is asked again without the rest.
            let left: Vec<_> = made.iter().zip(&stays).filter(|(_, stays)| **stays).map(|(time, _)| *time).collect();
            prop_assert!(rules.stays(&left).into_iter().all(|stays| stays));
        }

        #[test]
        fn what_stays_is_gone_by_its_day(days in 1_i64..400, daily in 1_u32..9, monthly in 0_u32..6) {
            let rules = Keeping { daily, weekly: 2, monthly, ..Keeping::default() };
            let made: Vec<_> = (0..days).map(|day| at("2025-01-01T02:00") + TimeDelta::days(day)).collect();
            let today = made.last().unwrap().date_naive();
            for (time, stays) in made.iter().zip(rules.stays(&made)) {
                prop_assert!(!stays || today <= rules.goes_by(*time), "{time}");
            }
        }
    }
}
