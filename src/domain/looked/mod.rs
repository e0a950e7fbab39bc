//! Who has looked: what the journal tells of reading, as plain data.
//!
//! | file | idea |
//! |---|---|
//! | `families` | many families in few signs |
//! | `review` | what a review looks at |
//! | `settings` | how a unit reviews it |

pub mod families;
pub mod review;
pub mod settings;

use serde::{Deserialize, Serialize};

/// From where the casebook is used, as the command line found it. What is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Whence {
    /// The terminal, such as `pts/3`; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terminal: String,
    /// The address that somebody logged in from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The machine that the program runs on.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub machine: String,
}

impl Whence {
    /// No part of it is longer: what stands in an environment is whatever somebody put there.
    pub const LONGEST: usize = 64;

    /// What was found, cut to its length and without control characters.
    pub fn new(terminal: &str, address: &str, machine: &str) -> Self {
        let cut = |text: &str| text.chars().filter(|sign| !sign.is_control()).take(Self::LONGEST).collect();
        Self { terminal: cut(terminal), address: cut(address), machine: cut(machine) }
    }

    /// All that is known, in a line.
    pub fn told(&self) -> String {
        let known = [&self.terminal, &self.address, &self.machine].into_iter().filter(|part| !part.is_empty());
        known.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_environment_says_is_cut() {
        let whence = Whence::new("pts/3\u{1b}[2J", &"9".repeat(500), "");
        assert_eq!(whence.terminal, "pts/3[2J");
        assert_eq!(whence.address.len(), Whence::LONGEST);
        assert_eq!(serde_json::to_string(&Whence::new("tty1", "", "")).unwrap(), r#"{"terminal":"tty1"}"#);
    }
}
