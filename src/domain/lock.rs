//! When the casebook locks by itself, as a unit settles it in its `lock.toml`; what is not said is as it stands here.
//!
//! ```toml
//! minutes = 5        # without a key; 1 to 60
//! on_stop = "hide"   # a program that is stopped (SIGTSTP) gives the screen back; "lock" locks as well
//! pin = false        # whether a short PIN may open again within five minutes of a lock
//! ```
//!
//! There is no "never": a screen that nobody locked is what a lock is for.

use std::ops::RangeInclusive;

use serde::Deserialize;

use super::problem::{Kind, Problem};

/// How few and how many minutes a unit may choose.
const MINUTES: RangeInclusive<u32> = 1..=60;

/// What a unit has settled for the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LockRules {
    /// Minutes without a key.
    pub minutes: u32,
    /// What becomes of a program that is stopped.
    pub on_stop: OnStop,
    /// Whether a short PIN may open again.
    pub pin: bool,
}

/// What becomes of a program that is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnStop {
    /// It gives the screen back, and shows all again when it goes on.
    Hide,
    /// It locks.
    Lock,
}

impl Default for LockRules {
    fn default() -> Self {
        Self { minutes: 5, on_stop: OnStop::Hide, pin: false }
    }
}

impl LockRules {
    /// Reads the form above.
    ///
    /// # Errors
    /// When the text is not of that form, or says a number of minutes that cannot be.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let rules: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-lock").because(cause))?;
        if !MINUTES.contains(&rules.minutes) {
            let refused = Problem::new(Kind::Invalid, "unit-lock-minutes");
            return Err(refused.with("least", MINUTES.start()).with("most", MINUTES.end()));
        }
        Ok(rules)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::{documented, is_refused};

    #[test]
    fn the_form_in_the_documentation_is_read_and_is_what_holds_where_nothing_is_said() {
        let text = documented(include_str!("lock.rs"));
        assert_eq!(LockRules::parse(&text).unwrap(), LockRules::default());
        assert_eq!(LockRules::parse("").unwrap(), LockRules::default());
    }

    #[test]
    fn what_a_unit_may_choose() {
        let read = |text: &str| LockRules::parse(text);
        assert_eq!(read("minutes = 60").unwrap().minutes, 60);
        assert_eq!(read("on_stop = \"lock\"").unwrap().on_stop, OnStop::Lock);
        for refused in ["minutes = 0", "minutes = 61", "minutes = -1"] {
            assert!(read(refused).is_err(), "{refused}");
        }
        is_refused(read, "unit-lock", ["on_stop = \"sleep\"", "never = true"]);
        assert_eq!(read("minutes = 0").unwrap_err().key, "unit-lock-minutes");
    }
}
