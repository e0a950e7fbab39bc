//! How somebody has settled the interface for themselves, in `trygg/interface.toml` among their settings; what is not
//! said is as it stands here.
//!
//! ```toml
//! # linear = true      # questions and answers in lines; false: panes, whatever ACCESSIBLE says
//! letters = "on"       # keys of one letter; "prefix": after Ctrl-X alone; "off": not at all
//! contrast = false     # true: no colours and nothing dimmed, only the terminal's own two
//! ```

use std::collections::BTreeMap;

use serde::Deserialize;

use super::problem::{Kind, Problem};
use super::text::identity_of;

/// What somebody has settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct InterfaceSettings {
    /// Whether the interface is told in lines; where nothing is said, what is around decides.
    pub linear: Option<bool>,
    /// What keys of one letter do.
    pub letters: Letters,
    /// Whether nothing is coloured or dimmed.
    pub contrast: bool,
}

/// What keys of one letter, digit or sign do where no text is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Letters {
    /// What the table says.
    #[default]
    On,
    /// The same, after Ctrl-X.
    Prefix,
    /// Nothing.
    Off,
}

impl InterfaceSettings {
    /// Reads the form above.
    ///
    /// # Errors
    /// When the text is not of that form.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "interface-settings").because(cause))
    }
}

impl InterfaceSettings {
    /// Reads what a file says of one of many: a table of the form above for each, by name.
    ///
    /// # Errors
    /// When the text is not of that form.
    pub fn of(text: &str, user: &str) -> Result<Self, Problem> {
        let all: BTreeMap<String, Self> =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "interface-settings").because(cause))?;
        let own = all.into_iter().find(|(name, _)| same(name, user)).map(|(_, settings)| settings);
        Ok(own.unwrap_or_default())
    }
}

/// Whether two spellings name one person.
fn same(one: &str, other: &str) -> bool {
    identity_of(one) == identity_of(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::{documented, is_refused};

    #[test]
    fn the_form_in_the_documentation_is_read_and_is_what_holds_where_nothing_is_said() {
        let text = documented(include_str!("interface.rs"));
        assert_eq!(InterfaceSettings::parse(&text).unwrap(), InterfaceSettings::default());
        assert_eq!(InterfaceSettings::parse("").unwrap(), InterfaceSettings::default());
    }

    #[test]
    fn where_all_come_in_by_one_account_each_has_a_table() {
        let text = "[Karin]\nlinear = true\n\n[\"Ann Marie\"]\nletters = \"off\"\n";
        assert_eq!(InterfaceSettings::of(text, "karin").unwrap().linear, Some(true));
        assert_eq!(InterfaceSettings::of(text, "Ann Marie").unwrap().letters, Letters::Off);
        assert_eq!(InterfaceSettings::of(text, "Sara").unwrap(), InterfaceSettings::default());
        assert!(InterfaceSettings::of("linear = true", "Karin").is_err());
    }

    #[test]
    fn what_somebody_may_settle() {
        let read = |text: &str| InterfaceSettings::parse(text);
        assert_eq!(read("linear = true").unwrap().linear, Some(true));
        assert_eq!(read("letters = \"prefix\"").unwrap().letters, Letters::Prefix);
        assert!(read("contrast = true").unwrap().contrast);
        is_refused(read, "interface-settings", ["linear = 1", "letters = \"some\"", "colour = true"]);
    }
}
