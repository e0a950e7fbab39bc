//! How long nobody has touched a key, and what follows from it: in the last half minute the time is counted down on the
//! screen, and whoever is there stops that with any key, which does nothing else.

use std::time::Duration;

/// How long is counted down.
const COUNTED: Duration = Duration::from_secs(30);

/// Since when nobody has touched a key.
#[derive(Debug, Clone, Copy)]
pub struct Idle {
    limit: Duration,
    since: Duration,
}

/// What follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// Nothing yet: the counting begins after this time.
    Awake(Duration),
    /// So many seconds are left; the next one begins after this time.
    Counting(u64, Duration),
    /// It is time.
    Over,
}

impl Idle {
    /// Somebody is there now; the casebook locks after so many minutes without a key.
    pub fn new(minutes: u32, now: Duration) -> Self {
        Self { limit: Duration::from_secs(60 * u64::from(minutes)), since: now }
    }

    /// Somebody touched a key.
    pub fn touched(&mut self, now: Duration) {
        self.since = now;
    }

    /// What follows now.
    pub fn rest(&self, now: Duration) -> Rest {
        let left = self.limit.saturating_sub(now.saturating_sub(self.since));
        if left.is_zero() {
            return Rest::Over;
        }
        match left.checked_sub(COUNTED) {
            Some(before) if !before.is_zero() => Rest::Awake(before),
            _ => {
                // A second that has begun is still left.
                let seconds = left.as_nanos().div_ceil(1_000_000_000);
                let seconds = u64::try_from(seconds).unwrap_or(u64::MAX);
                Rest::Counting(seconds, left.saturating_sub(Duration::from_secs(seconds - 1)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Duration = Duration::from_secs(1000);

    fn after(idle: Idle, seconds: f64) -> Rest {
        idle.rest(START + Duration::from_secs_f64(seconds))
    }

    #[test]
    fn the_last_half_minute_is_counted_and_then_it_is_over() {
        let idle = Idle::new(5, START);
        assert_eq!(after(idle, 0.0), Rest::Awake(Duration::from_secs(270)));
        assert_eq!(after(idle, 269.5), Rest::Awake(Duration::from_millis(500)));
        assert_eq!(after(idle, 270.0), Rest::Counting(30, Duration::from_secs(1)));
        assert_eq!(after(idle, 270.25), Rest::Counting(30, Duration::from_millis(750)));
        assert_eq!(after(idle, 299.0), Rest::Counting(1, Duration::from_secs(1)));
        assert_eq!(after(idle, 300.0), Rest::Over);
    }

    #[test]
    fn what_passes_while_the_machine_sleeps_has_passed() {
        assert_eq!(after(Idle::new(60, START), 9.0 * 3600.0), Rest::Over);
    }

    #[test]
    fn a_key_begins_anew() {
        let mut idle = Idle::new(1, START);
        idle.touched(START + Duration::from_secs(59));
        assert_eq!(after(idle, 59.0), Rest::Awake(Duration::from_secs(30)));
        assert_eq!(after(idle, 118.5), Rest::Counting(1, Duration::from_millis(500)));
    }

    #[test]
    fn whoever_waits_as_told_sees_every_second_once() {
        let idle = Idle::new(1, START);
        let (mut now, mut counted) = (START, Vec::new());
        loop {
            match idle.rest(now) {
                Rest::Awake(left) => now += left,
                Rest::Counting(seconds, left) => {
                    counted.push(seconds);
                    now += left;
                }
                Rest::Over => break,
            }
        }
        assert_eq!(counted, (1..=30).rev().collect::<Vec<_>>());
    }
}
