//! A workbench: a directory with a casebook, files beside it, and the program.

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use chrono::{DateTime, Utc};
use serde_json::Value;
use tempfile::TempDir;
use trygg::store::{Casebook, Store};

pub const PASSPHRASE: &str = "tre gula katter på taket";
pub const TODAY: &str = "2026-11-21";

/// What the program answered.
pub struct Answer {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Answer {
    fn of(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Standard output of a call that went well.
    #[track_caller]
    pub fn good(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The same as JSON.
    #[track_caller]
    pub fn json(self) -> Value {
        serde_json::from_str(&self.good()).unwrap()
    }

    /// Standard error of a call that failed with a status and no output.
    #[track_caller]
    pub fn bad(self, status: i32) -> String {
        assert_eq!((self.status, self.out.as_str()), (status, ""), "{}", self.err);
        self.err
    }

    /// The error of a call with `--json` that failed.
    #[track_caller]
    pub fn error(self, status: i32) -> Value {
        let said: Value = serde_json::from_str(&self.bad(status)).unwrap();
        said["error"].clone()
    }
}

/// The program with an empty environment.
pub fn program(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trygg"));
    command.env_clear().env("HOME", home).current_dir(home);
    command
}

/// The day that the tests play on.
fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_000_000, 0).unwrap()
}

pub struct Bench {
    directory: TempDir,
}

impl Bench {
    /// A bench without a casebook.
    pub fn empty() -> Self {
        let bench = Self { directory: TempDir::new().unwrap() };
        bench.file("passphrase", PASSPHRASE);
        fs::set_permissions(bench.path("passphrase"), Permissions::from_mode(0o600)).unwrap();
        bench
    }

    /// A bench with an empty casebook of Karin's.
    pub fn new() -> Self {
        let bench = Self::empty();
        bench.run(&["init"]).good();
        bench
    }

    /// A bench with Lindström (Sara, Elias, Noah, Elias is placed), Berg (Mona) and no sessions.
    pub fn with_families() -> Self {
        Self::with_people(PEOPLE)
    }

    /// The same families with other people.
    pub fn with_people(people: &str) -> Self {
        let bench = Self::new();
        for (kind, text) in [("families", FAMILIES), ("people", people), ("placements", PLACEMENTS)] {
            let path = bench.file(&format!("{kind}.csv"), text);
            bench.run(&["import", kind, &path]).good();
        }
        bench
    }

    /// A bench with a demo casebook.
    pub fn demo(families: &str) -> Self {
        let bench = Self::empty();
        let made = bench.plain(&["demo", "--no-open", "--dir", "casebook", "--families", families, "--today", TODAY]);
        assert_eq!(made.status, 0, "{}", made.err);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    pub fn casebook(&self) -> PathBuf {
        self.path("casebook")
    }

    /// Writes a file; its path.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    /// Runs the program as it is called, in this directory.
    pub fn plain(&self, words: &[&str]) -> Answer {
        Answer::of(program(self.directory.path()).args(words).output().unwrap())
    }

    /// Runs the program as Karin on the casebook, on the day the tests play on.
    pub fn run(&self, words: &[&str]) -> Answer {
        let mut all = vec!["--casebook", "casebook", "--user", "Karin", "--passphrase-file", "passphrase"];
        all.extend(["--today", TODAY]);
        all.extend(words);
        self.plain(&all)
    }

    /// The same with a text on standard input.
    pub fn fed(&self, words: &[&str], text: &str) -> Answer {
        let mut program = program(self.directory.path());
        program.args(["--casebook", "casebook", "--user", "Karin", "--passphrase-file", "passphrase"]);
        program.args(["--today", TODAY]).args(words);
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = program.spawn().unwrap();
        // What is refused before it is read to its end closes the pipe.
        _ = child.stdin.take().unwrap().write_all(text.as_bytes());
        Answer::of(child.wait_with_output().unwrap())
    }

    /// The casebook from inside, for what the command line cannot say.
    pub fn store(&self) -> Store {
        let casebook = Casebook::find(&self.casebook()).unwrap();
        casebook.unlock("Karin", PASSPHRASE, clock).unwrap()
    }

    /// The visits from a day to another.
    #[track_caller]
    pub fn visits(&self, from: &str, to: &str) -> Vec<Value> {
        match self.run(&["list", "visits", "--from", from, "--to", to, "--json"]).json() {
            Value::Array(rows) => rows,
            other => panic!("no list: {other}"),
        }
    }

    /// The rows of a list.
    #[track_caller]
    pub fn rows(&self, kind: &str) -> Vec<Value> {
        match self.run(&["list", kind, "--json"]).json() {
            Value::Array(rows) => rows,
            other => panic!("{kind} is no list: {other}"),
        }
    }
}

pub const FAMILIES: &str = "\
case_ref,name,status,started_on,district,planned_end_on,phase,legal_form,child_support,parent_support
2026-0143,Lindström,active,2026-03-02,Norr,2027-03-02,strong_and_safe,open_service,Karin;Åsa,Sara
2026-0150,Berg,enquiry,2026-11-10,,,,,,
";

pub const PEOPLE: &str = "\
ref,case_ref,given_name,role,family_name,personal_id,birth_on,lives,guardian,protection,phone,language
L-1,2026-0143,Sara,mother,,,1988-05-01,at_home,yes,none,070-174 06 05,
L-2,2026-0143,Elias,child,,201701012393,2017-01-01,placed,,none,,arabiska
L-3,2026-0143,Noah,child,Dahl,,,at_home,,,,
B-1,2026-0150,Mona,mother,,,,at_home,no,confidentiality_flag,070-174 06 06,
";

pub const PLACEMENTS: &str = "\
person_ref,kind,started_on,legal_basis,district,home,ended_on,end_reason,hidden_location,school_change,school_started_on
L-2,emergency_home,2026-02-20,lvu_6,Söder,Jourhem Fält,2026-03-01,re_placement,no,no,
L-2,family_home,2026-03-02,lvu_2,Väster,Familjehem Dahl,,,,yes,2026-03-09
";
