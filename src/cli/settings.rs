//! What somebody has settled for the interface, and whether it is told in lines: by an option, a file, the environment,
//! or because the terminal can do nothing else.
//!
//! Two files can say it, in the form of [`crate::domain::interface`]: `trygg/interface.toml` among the settings of the
//! account, and, where all come in by one account, `interface.toml` of the casebook with a table for each user. The
//! account's own goes first.

use std::io::ErrorKind;
use std::path::Path;

use super::environment::Environment;
use crate::domain::interface::InterfaceSettings;
use crate::domain::problem::{Kind, Problem};

/// Why the interface is told in lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linear {
    /// `--linear` asks for it.
    Flag,
    /// The user's settings do.
    Setting,
    /// `ACCESSIBLE` does.
    Accessible,
    /// The terminal can do nothing else.
    Terminal,
}

impl Linear {
    /// Its key in the locale files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Flag => "lines-why-flag",
            Self::Setting => "lines-why-setting",
            Self::Accessible => "lines-why-accessible",
            Self::Terminal => "lines-why-terminal",
        }
    }
}

/// The file's name in both places.
const FILE: &str = "interface.toml";

/// What is settled, and what is wrong with a file. One that cannot be read is as none: it stops nobody.
pub fn read(around: &Environment, casebook: Option<&Path>, user: Option<&str>) -> (InterfaceSettings, Option<Problem>) {
    let own = around.settings.as_ref().map(|folder| folder.join("trygg").join(FILE));
    let own = own.and_then(|path| parsed(&path, InterfaceSettings::parse));
    let named = user.or(around.user.as_deref());
    let data = around.data.as_ref().map(|data| data.join("trygg"));
    let folder = casebook.or(around.casebook.as_deref()).or(data.as_deref());
    let of_casebook = folder
        .zip(named)
        .and_then(|(folder, user)| parsed(&folder.join(FILE), |text| InterfaceSettings::of(text, user)));
    match own.or(of_casebook) {
        None => (InterfaceSettings::default(), None),
        Some(Ok(settings)) => (settings, None),
        Some(Err(problem)) => (InterfaceSettings::default(), Some(problem)),
    }
}

/// What a file says; none where there is no such file.
fn parsed(
    path: &Path,
    parse: impl Fn(&str) -> Result<InterfaceSettings, Problem>,
) -> Option<Result<InterfaceSettings, Problem>> {
    let said = match std::fs::read_to_string(path) {
        Ok(text) => parse(&text),
        Err(cause) if [ErrorKind::NotFound, ErrorKind::PermissionDenied].contains(&cause.kind()) => return None,
        Err(cause) => Err(Problem::new(Kind::Invalid, "interface-settings").because(cause)),
    };
    Some(said.map_err(|problem| problem.with("file", path.display())))
}

/// Whether the interface is told in lines, and why.
pub fn linear(around: &Environment, settings: InterfaceSettings, is_asked_for: bool) -> Option<Linear> {
    let ways = [
        (is_asked_for, Linear::Flag),
        (settings.linear == Some(true), Linear::Setting),
        // Who has settled otherwise is not overruled by what is around.
        (settings.linear.is_none() && around.is_accessible, Linear::Accessible),
        (around.term.as_deref() == Some("dumb"), Linear::Terminal),
    ];
    ways.into_iter().find(|(holds, _)| *holds).map(|(_, way)| way)
}
