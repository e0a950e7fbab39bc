//! Parts of the programme as data: which of them must be applied for (`assets/programme.toml`).

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/programme.toml");

/// A test reads the text that ships; were it ever broken, nothing would be said to need an application.
static PARTS: LazyLock<Parts> = LazyLock::new(|| Parts::parse(SHIPPED).unwrap_or_default());

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The phase, as in files.
    pub phase: String,
    /// Whether it must be applied for.
    pub needs_application: bool,
    /// Where that is from.
    pub source: String,
    /// How sure it is: S read in the source, L likely, U unverified.
    pub confidence: String,
}

/// The parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parts {
    #[serde(default)]
    part: Vec<Part>,
}

impl Parts {
    /// Those that ship.
    pub fn shipped() -> &'static Self {
        &PARTS
    }

    /// Reads parts from TOML.
    ///
    /// # Errors
    /// When the text is not of the form.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-programme").because(cause))
    }

    /// The part of a phase; none of what is known of a phase of the unit's own.
    pub fn of(&self, phase: &str) -> Option<&Part> {
        self.part.iter().find(|part| part.phase == phase)
    }

    /// Whether a phase must be applied for.
    pub fn needs_application(&self, phase: &str) -> bool {
        self.of(phase).is_some_and(|part| part.needs_application)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::PHASES;

    #[test]
    fn what_ships_is_read_and_has_a_source() {
        let parts = Parts::parse(SHIPPED).unwrap();
        assert!(parts.part.iter().all(|part| PHASES.codes.contains(&part.phase.as_str()) && !part.source.is_empty()));
        let applied: Vec<&str> =
            parts.part.iter().filter(|part| part.needs_application).map(|part| part.phase.as_str()).collect();
        assert_eq!(applied, ["change_over_time", "before_return_home"]);
    }
}
