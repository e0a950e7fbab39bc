//! Which package the program came from: what a package says of itself beside the program, held against the program that
//! runs. One that was built by hand came from none, which is no fault.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::problem::{Kind, Problem};

/// The program as it runs, whatever is at its path now.
const OURSELVES: &str = "/proc/self/exe";

/// Where a package says what it is, from the directory above the program's.
const PLACE: &str = "lib/trygg/package";

/// What a package says of itself; `packaging/build` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// `deb`, `rpm` or `tar`.
    pub kind: String,
    /// Its version, as the system's own list of packages has it.
    pub version: String,
    /// The commit it was built from.
    pub commit: String,
    /// The SHA-256 of the program in it.
    program: String,
}

/// The package that the running program lies in, and what is to be seen to.
pub(super) fn look() -> (Option<Package>, Vec<Problem>) {
    let Some(path) = fs::read_link(OURSELVES).ok().and_then(|program| place(&program)) else {
        return (None, Vec::new());
    };
    let Ok(text) = fs::read_to_string(&path) else { return (None, Vec::new()) };
    judge(&path, &text, sum(Path::new(OURSELVES)).ok().as_deref())
}

fn place(program: &Path) -> Option<PathBuf> {
    Some(program.parent()?.parent()?.join(PLACE))
}

fn judge(path: &Path, text: &str, program: Option<&str>) -> (Option<Package>, Vec<Problem>) {
    let Ok(package) = toml::from_str::<Package>(text) else {
        return (None, vec![Problem::new(Kind::Io, "package-unread").with("path", path.display())]);
    };
    let is_same = program == Some(package.program.as_str()) && is_of_version(&package.version);
    let other = Problem::new(Kind::Io, "package-other-program")
        .with("package", &package.kind)
        .with("version", &package.version);
    (Some(package), if is_same { Vec::new() } else { vec![other] })
}

/// Whether a package's version is one of this program's: what follows it tells when and how it was packed.
fn is_of_version(version: &str) -> bool {
    let rest = version.strip_prefix(env!("CARGO_PKG_VERSION"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '+', '~']))
}

fn sum(path: &Path) -> io::Result<String> {
    let mut sum = Summing(Sha256::new());
    io::copy(&mut File::open(path)?, &mut sum)?;
    Ok(sum.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Whatever is written to it is summed.
struct Summing(Sha256);

impl io::Write for Summing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, program: &str) -> (Option<String>, Vec<String>) {
        let (package, problems) = judge(Path::new("/usr/lib/trygg/package"), text, Some(program));
        (package.map(|package| package.kind), problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_package_lies_beside_its_program() {
        assert_eq!(place(Path::new("/usr/bin/trygg")), Some(PathBuf::from("/usr/lib/trygg/package")));
        assert_eq!(place(Path::new("/opt/trygg/bin/trygg")), Some(PathBuf::from("/opt/trygg/lib/trygg/package")));
        assert_eq!(place(Path::new("/")), None);
    }

    #[test]
    fn a_program_that_is_not_the_packages_is_told_of() {
        let version = env!("CARGO_PKG_VERSION");
        let text = |version: &str| {
            format!("kind = \"deb\"\nversion = \"{version}\"\ncommit = \"0123abcd\"\nprogram = \"5eed\"\n")
        };
        let deb = Some("deb".to_owned());
        assert_eq!(told(&text(version), "5eed"), (deb.clone(), Vec::new()));
        assert_eq!(told(&text(&format!("{version}+20261130-1")), "5eed"), (deb.clone(), Vec::new()));
        let other = |version: &str| vec![format!("package-other-program package=deb version={version}")];
        assert_eq!(told(&text(version), "0bad"), (deb.clone(), other(version)));
        assert_eq!(told(&text("0.0.1"), "5eed"), (deb.clone(), other("0.0.1")));
        assert_eq!(told(&text(&format!("{version}9")), "5eed"), (deb, other(&format!("{version}9"))));
        assert_eq!(told("kind = 1", "5eed"), (None, vec!["package-unread path=/usr/lib/trygg/package".to_owned()]));
    }

    #[test]
    fn sums_are_those_that_others_reckon() {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), "abc").unwrap();
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sum(file.path()).unwrap(), known);
    }
}
