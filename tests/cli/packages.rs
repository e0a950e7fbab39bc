//! What is packed: the version that everything says, the package that doctor names, and the jobs that timers run.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::bench::{Bench, program};

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn version_changelog_and_program_agree() {
    let changes = fs::read_to_string(top().join("CHANGELOG.md")).unwrap();
    let newest = changes.lines().find_map(|line| line.strip_prefix("## ").and_then(|line| line.split_once(", ")));
    assert_eq!(newest.unwrap().0, env!("CARGO_PKG_VERSION"));
    let said = program(top()).arg("--version").output().unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap(), format!("trygg {}\n", env!("CARGO_PKG_VERSION")));
}

/// What doctor says of the package, run as a program that lies where a package puts it.
fn told(bench: &Bench, says: Option<&str>) -> (Value, Value, String) {
    let place = bench.path("usr");
    let (binary, says_at) = (place.join("bin/trygg"), place.join("lib/trygg/package"));
    for file in [&binary, &says_at] {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
    }
    if !binary.exists() {
        fs::copy(env!("CARGO_BIN_EXE_trygg"), &binary).unwrap();
    }
    _ = fs::remove_file(&says_at);
    if let Some(says) = says {
        fs::write(&says_at, says).unwrap();
    }
    let run = |words: &[&str]| {
        let mut command = Command::new(&binary);
        command.env_clear().env("HOME", bench.path("")).current_dir(bench.path(""));
        command.args(["--casebook", "casebook", "--user", "Karin", "--passphrase-file", "passphrase"]);
        String::from_utf8(command.args(words).output().unwrap().stdout).unwrap()
    };
    let said: Value = serde_json::from_str(&run(&["doctor", "--json"])).unwrap();
    let check = said["checks"].as_array().unwrap().iter().find(|check| check["check"] == "package").unwrap().clone();
    (said["package"].clone(), check, run(&["doctor"]))
}

#[test]
fn doctor_says_of_which_package_the_program_is() {
    let bench = Bench::with_families();
    let (package, check, text) = told(&bench, None);
    assert_eq!((package, &check["verdict"]), (Value::Null, &json!("good")));
    assert!(text.contains("inte ur något paket"), "{text}");

    let sum = Sha256::digest(fs::read(env!("CARGO_BIN_EXE_trygg")).unwrap());
    let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    let version = format!("{}-1", env!("CARGO_PKG_VERSION"));
    let says = |sum: &str| {
        format!("kind = \"deb\"\nversion = \"{version}\"\ncommit = \"0123456789ab\"\nprogram = \"{sum}\"\n")
    };
    let (package, check, text) = told(&bench, Some(&says(&sum)));
    assert_eq!((&package["kind"], &package["version"]), (&json!("deb"), &json!(version)));
    assert_eq!(check["verdict"], "good");
    assert!(text.contains(&format!("Programmet är {version} ur paketet deb, byggt av 0123456789ab")), "{text}");

    let (_, check, text) = told(&bench, Some(&says("5eed")));
    assert_eq!((&check["verdict"], &check["good"]), (&json!("look"), &json!(true)));
    assert!(text.contains("är inte det som ligger i paketet deb") && text.contains("-> Ta reda på vem"), "{text}");
    let (package, check, _) = told(&bench, Some("nothing that is known"));
    assert_eq!((package, &check["verdict"]), (Value::Null, &json!("look")));
}

/// The units of a kind, by name.
fn units(ending: &str) -> Vec<(String, String)> {
    let entries = fs::read_dir(top().join("packaging/systemd")).unwrap().map(|entry| entry.unwrap().path());
    let mut units: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|one| one == ending)).collect();
    units.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    units.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// What a service runs, after the program: where the system puts it and what the settings say is what it is here.
fn words(unit: &str) -> Vec<String> {
    let line = unit.lines().find_map(|line| line.strip_prefix("ExecStart=/usr/bin/trygg ")).unwrap();
    let places = [
        ("/var/lib/trygg/casebook", "casebook"),
        ("${CREDENTIALS_DIRECTORY}/passphrase", "passphrase"),
        ("/var/backups/trygg", "kopior"),
        ("${TRYGG_STANDBY}", "reserv"),
    ];
    let line = places.iter().fold(line.to_owned(), |line, (place, here)| line.replace(place, here));
    line.split(' ').map(str::to_owned).collect()
}

#[test]
fn every_job_is_one_that_the_program_does_and_says_no_name() {
    let bench = Bench::with_families();
    let saved = "[[report]]\nname = \"kvartal\"\nreport = \"placements\"\nperiod = \"last quarter\"\n";
    let directories = format!("directories = [\"{}\"]\n", bench.path("rapporter").display());
    fs::create_dir(bench.path("rapporter")).unwrap();
    fs::write(bench.casebook().join("reports.toml"), directories + saved).unwrap();
    let services = units("service");
    let names = |units: &[(String, String)]| units.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>();
    assert_eq!(names(&services), names(&units("timer")), "a job without a clock, or a clock without a job");
    for (name, unit) in &services {
        let mut command = program(&bench.path(""));
        let said = command.env("TRYGG_USER", "Karin").args(words(unit)).output().unwrap();
        let told = String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
        assert!(said.status.success(), "{name}: {told}");
        // What it says stands in the system's log, in plain sight.
        for family in bench.run(&["list", "families", "--json"]).json().as_array().unwrap() {
            for field in ["name", "case_ref"] {
                assert!(!told.contains(family[field].as_str().unwrap()), "{name}: {told}");
            }
        }
    }
    assert!(bench.path("rapporter/manifest.json").exists(), "no report was written");
}

#[test]
fn a_job_can_reach_the_casebook_and_nothing_else() {
    const CLOSED: &[&str] = &[
        "User=trygg",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "PrivateDevices=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "SystemCallFilter=@system-service",
        "MemoryDenyWriteExecute=yes",
        "LimitCORE=0",
        "UMask=0077",
    ];
    for (name, unit) in units("service") {
        let has = |line: &str| unit.lines().any(|one| one == line);
        let open: Vec<_> = CLOSED.iter().filter(|line| !has(line)).collect();
        assert!(open.is_empty(), "{name}: {open:?}");
        let is_alone = has("PrivateNetwork=yes") && has("RestrictAddressFamilies=AF_UNIX");
        assert!(is_alone || name == "trygg-standby", "{name} reaches the network");
        // A passphrase stands in no settings and on no command line.
        assert!(unit.lines().any(|line| line.starts_with("LoadCredential=passphrase:/etc/trygg/")), "{name}");
    }
    for (name, unit) in units("timer") {
        assert!(unit.contains("\nWantedBy=timers.target\n"), "{name} cannot be turned on");
    }
}

#[test]
fn scripts_of_packages_take_no_casebook_and_can_be_run() {
    for script in ["deb/postinst", "deb/prerm", "deb/postrm", "build", "sbom", "changelog", "try"] {
        let path = top().join("packaging").join(script);
        assert_ne!(fs::metadata(&path).unwrap().permissions().mode() & 0o111, 0, "{script}");
    }
    for script in ["deb/postinst", "deb/prerm", "deb/postrm", "rpm/post", "rpm/preun"] {
        let text = fs::read_to_string(top().join("packaging").join(script)).unwrap();
        let removals: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("rm ")).collect();
        assert!(removals.iter().all(|line| *line == "rm -rf /etc/trygg"), "{script}: {removals:?}");
        assert!(!text.contains("userdel"), "{script}");
    }
}

#[test]
fn a_count_names_nobody_and_changes_nothing_else() {
    let bench = Bench::with_families();
    let said = bench.run(&["purge", "--count", "--json"]).json();
    assert_eq!(said, json!({ "proposed": 0 }));
    assert_eq!(bench.run(&["purge", "--requests", "--json"]).json(), json!([]));
    let said = bench.run(&["access", "review", "--count", "--json"]).json();
    assert_eq!(said["undecided"], 0);
    assert!(bench.run(&["access", "log", "--count"]).err.contains("hör till trygg access review"));
    assert!(bench.run(&["purge", "--count", "--requests"]).status != 0);
}
