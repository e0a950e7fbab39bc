//! Casebooks for the stories: one made and filled by the program itself, and a demo.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

pub const PASSPHRASE: &str = "fyra helt vanliga ord";
pub const TODAY: &str = "2026-11-21";

const FAMILIES: &str = "\
case_ref,name,status,started_on,district,child_support,parent_support
A-1,Lindström,active,2026-03-02,Norr,Karin,Sara
A-2,Berg,active,2026-01-15,Söder,Karin,Lena
A-3,Nordin,active,2026-07-24,Norr,Amira,Lena
A-4,Nordqvist,active,2026-08-25,Strand,Amira,Sara
";
const PEOPLE: &str = "\
ref,case_ref,given_name,role,birth_on,lives
P-1,A-1,Sara,mother,1988-02-03,at_home
P-2,A-1,Elias,child,2016-05-06,placed
P-3,A-1,Noah,child,2019-07-08,at_home
P-4,A-2,Mona,mother,1992-09-10,at_home
";
const PLACEMENTS: &str = "\
person_ref,kind,started_on,home
P-2,family_home,2026-03-02,Familjehem Dahl
";

/// A directory with a casebook in it, and what the program needs around it.
pub struct Casebook {
    directory: PathBuf,
    _kept: Option<TempDir>,
}

impl Casebook {
    fn nowhere() -> Self {
        let kept = tempfile::tempdir().unwrap();
        Self { directory: kept.path().to_owned(), _kept: Some(kept) }
    }

    /// One that another process made, in the directory that it names.
    pub fn of(directory: &str) -> Self {
        Self { directory: directory.into(), _kept: None }
    }

    /// Made by `init` and filled by `import`; to be unlocked with [`PASSPHRASE`].
    pub fn new() -> Self {
        let casebook = Self::nowhere();
        let secret = casebook.path("secret");
        fs::write(&secret, format!("{PASSPHRASE}\n")).unwrap();
        fs::set_permissions(&secret, Permissions::from_mode(0o600)).unwrap();
        casebook.run(&["--user", "Karin", "init"]);
        for (kind, rows) in [("families", FAMILIES), ("people", PEOPLE), ("placements", PLACEMENTS)] {
            let file = casebook.path(&format!("{kind}.csv"));
            fs::write(&file, rows).unwrap();
            casebook.run(&["--user", "Karin", "import", kind, file.to_str().unwrap()]);
        }
        casebook
    }

    /// A demo of twelve families, which opens without a passphrase.
    pub fn demo() -> Self {
        let casebook = Self::nowhere();
        let directory = casebook.path("casebook");
        let words = ["--today", TODAY, "demo", "--no-open", "--families", "12", "--dir"];
        let made = casebook.command().args(words).arg(directory).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        casebook
    }

    /// A path beside the casebook.
    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    /// What the program answers without a terminal.
    pub fn run(&self, words: &[&str]) -> String {
        let mut command = self.command();
        command.arg("--casebook").arg(self.path("casebook"));
        command.arg("--passphrase-file").arg(self.path("secret"));
        let answer = command.args(["--today", TODAY]).args(words).output().unwrap();
        assert!(answer.status.success(), "{words:?}: {}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).unwrap()
    }

    /// What the program answers about a demo.
    pub fn run_demo(&self, words: &[&str]) -> String {
        let mut command = self.command();
        command.arg("--casebook").arg(self.path("casebook"));
        let answer = command.args(["--today", TODAY]).args(words).output().unwrap();
        assert!(answer.status.success(), "{words:?}: {}", String::from_utf8_lossy(&answer.stderr));
        String::from_utf8(answer.stdout).unwrap()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_trygg"));
        command.env_clear().env("HOME", &self.directory).env("LANG", "sv_SE.UTF-8");
        command
    }
}
