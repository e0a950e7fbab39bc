//! Where `--out` writes to, and what it must not harm.

use std::fs::{self, Permissions};
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::bench::{Bench, TODAY, program};

const EXPORT: [&str; 3] = ["export", "people", "--out"];

fn rows(text: &str) -> usize {
    assert!(text.starts_with("ref,case_ref,"), "{text}");
    text.lines().count() - 1
}

#[test]
fn a_file_is_replaced_and_a_link_leads_to_one() {
    let bench = Bench::with_families();
    let out = |name: &str| bench.run(&[&EXPORT[..], &[name]].concat()).good();
    let read = |name: &str| fs::read_to_string(bench.path(name)).unwrap();
    let is_link = |name: &str| fs::symlink_metadata(bench.path(name)).unwrap().is_symlink();
    fs::create_dir(bench.path("inne")).unwrap();
    for (link, leads) in [("link.csv", "real.csv"), ("inne/länk.csv", "../two.csv"), ("far.csv", "inne/länk.csv")] {
        symlink(leads, bench.path(link)).unwrap();
    }
    bench.file("real.csv", "before");
    fs::set_permissions(bench.path("real.csv"), Permissions::from_mode(0o644)).unwrap();
    out("link.csv");
    assert!(is_link("link.csv"));
    assert_eq!(rows(&read("real.csv")), 4);
    assert_eq!(fs::metadata(bench.path("real.csv")).unwrap().permissions().mode() & 0o777, 0o600);
    // A link that leads nowhere yet, by way of another.
    out("far.csv");
    assert!(is_link("far.csv") && is_link("inne/länk.csv"));
    assert_eq!(rows(&read("two.csv")), 4);
    out("new.csv");
    assert_eq!(rows(&read("new.csv")), 4);
    out("new.csv");
    let left = |directory: &str| fs::read_dir(bench.path(directory)).unwrap().count();
    assert_eq!(left("inne"), 1, "nothing is left beside it");
    symlink("runt.csv", bench.path("runt.csv")).unwrap();
    bench.run(&["export", "people", "--out", "runt.csv"]).bad(8);
}

#[test]
fn devices_pipes_and_standard_output_are_written_to() {
    let bench = Bench::with_families();
    let dash = bench.run(&["export", "people", "--out", "-"]).good();
    assert_eq!(rows(&dash), 4);
    assert!(!bench.path("-").exists());
    let said = bench.run(&["export", "people", "--out", "/dev/stdout"]).good();
    assert!(said.starts_with(&dash) && said.contains("4 rader är skrivna till /dev/stdout."), "{said}");
    let full = bench.run(&["export", "people", "--out", "/dev/full"]).bad(8);
    assert!(full.contains("Disken är full"), "{full}");
    assert!(fs::metadata("/dev/full").unwrap().file_type().is_char_device());
    bench.run(&["export", "people", "--out", "/dev/null"]).good();

    let pipe = bench.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = {
        let pipe = pipe.clone();
        thread::spawn(move || fs::read_to_string(pipe).unwrap())
    };
    bench.run(&["export", "people", "--out", "pipe"]).good();
    assert_eq!(reader.join().unwrap(), dash);
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());

    // A file that standard output goes to is not taken away from under it.
    let file = fs::File::create(bench.path("both.csv")).unwrap();
    let words = ["--casebook", "casebook", "--user", "Karin", "--passphrase-file", "passphrase"];
    let status = program(&bench.path(""))
        .args(words)
        .args(["export", "people", "--out", "both.csv"])
        .stdout(file)
        .status()
        .unwrap();
    assert!(status.success());
    let both = fs::read_to_string(bench.path("both.csv")).unwrap();
    assert!(both.starts_with(&dash) && both.contains("both.csv"), "{both}");
}

#[test]
fn nothing_but_the_casebook_is_written_into_its_directory() {
    let bench = Bench::with_families();
    symlink("casebook/casebook.db", bench.path("db.csv")).unwrap();
    symlink("casebook", bench.path("bok")).unwrap();
    fs::hard_link(bench.path("casebook/casebook.db"), bench.path("hard.csv")).unwrap();
    let before = fs::read(bench.path("casebook/casebook.db")).unwrap();
    for place in ["casebook/casebook.db", "casebook/ny.csv", "casebook/keys/ny.csv", "db.csv", "bok/ny.csv", "hard.csv"]
    {
        for command in [&["export", "people"][..], &["export", "visits", "--format", "ics"], &["report", "deadlines"]] {
            let said = bench.run(&[command, &["--out", place]].concat()).bad(2);
            assert!(said.contains("ligger i registrets katalog"), "{place}: {said}");
        }
    }
    assert!(fs::read(bench.path("casebook/casebook.db")).unwrap().starts_with(&before[..4096]));
    let kept: Vec<String> = fs::read_dir(bench.casebook())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    assert_eq!(kept, [""; 0]);
    bench.run(&["list", "people"]).good();
}

/// However an export is killed: there is the whole file, or none, and nothing beside it.
#[test]
fn a_killed_export_leaves_nothing_to_read() {
    let bench = Bench::demo("60");
    let out = bench.path("ut");
    fs::create_dir(&out).unwrap();
    let words = ["--casebook", "casebook", "--today", TODAY, "export", "sessions", "--out"];
    let whole = bench.plain(&[&words[..6], &["--out", "-"]].concat()).good();
    let (mut none, mut all) = (0, 0);
    for round in 0..24 {
        let path = out.join("träffar.csv");
        let mut child = program(&bench.path(""))
            .args(words)
            .arg(&path)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(round * 8));
        child.kill().unwrap();
        child.wait().unwrap();
        for entry in fs::read_dir(&out).unwrap().map(Result::unwrap) {
            assert_eq!(entry.path(), path, "round {round}");
        }
        match fs::read_to_string(&path) {
            Ok(text) => {
                assert_eq!(text, whole, "round {round}");
                all += 1;
                fs::remove_file(&path).unwrap();
            }
            Err(_) => none += 1,
        }
    }
    assert!(none > 0, "{all} were done before they were killed");
}

/// A wide letter takes two columns, and no line is longer than what was asked for.
#[test]
fn a_frame_as_text_keeps_its_width() {
    let bench = Bench::new();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/terminal/wide-name.csv");
    bench.run(&["import", "families", file]).good();
    for size in ["80x24", "160x50", "61x16"] {
        let (columns, rows) = size.split_once('x').unwrap();
        let frame = bench.run(&["render", "families", "--size", size]).good();
        assert!(frame.contains("王小明"), "{frame}");
        assert_eq!(frame.lines().count().to_string(), rows);
        for line in frame.lines() {
            let width = unicode_width::UnicodeWidthStr::width(line);
            assert!(width <= columns.parse().unwrap(), "{width}: {line}");
        }
        let coloured = bench.run(&["render", "families", "--size", size, "--format", "ansi"]).good();
        assert!(coloured.contains("王小明"), "{coloured}");
    }
}
