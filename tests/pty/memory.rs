//! What is to be had of the program's memory: no core file, no debugger, and after a lock nothing at all.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

use sha2::{Digest, Sha256};

use crate::casebook::Casebook;
use crate::terminal::{Terminal, wait_for};

#[test]
fn no_core_file_is_ever_written() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan");
    let limits = fs::read_to_string(format!("/proc/{}/limits", terminal.number())).unwrap();
    let core = limits.lines().find_map(|line| line.strip_prefix("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().take(2).collect::<Vec<_>>(), ["0", "0"]);
    terminal.signal("ABRT");
    let status = || fs::read_to_string(format!("/proc/{}/stat", terminal.number())).unwrap_or_default();
    wait_for("its end", || status().rsplit(") ").next().is_none_or(|rest| rest.starts_with('Z')));
    // The last field but two says how it ended; a core would have set bit 7.
    let status = status();
    let ended = status.split_whitespace().next_back().unwrap().parse::<u32>().unwrap();
    assert_eq!((ended & 0x7f, ended & 0x80), (6, 0), "{status}");
}

/// Whatever of a program's memory can be read.
fn memory(number: u32) -> io::Result<Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{number}/maps"))?;
    let memory = File::open(format!("/proc/{number}/mem"))?;
    let mut all = Vec::new();
    for line in maps.lines().filter(|line| !line.contains("[v")) {
        let Some((from, until)) = line.split(' ').next().and_then(|range| range.split_once('-')) else { continue };
        let [from, until] = [from, until].map(|place| u64::from_str_radix(place, 16).unwrap());
        let mut part = vec![0; usize::try_from(until - from).unwrap()];
        // What the program itself may not read is none of its memory.
        if line.split(' ').nth(1).is_some_and(|may| may.starts_with('r'))
            && memory.read_exact_at(&mut part, from).is_ok()
        {
            all.extend(part);
        }
    }
    Ok(all)
}

fn count(memory: &[u8], wanted: &[u8]) -> usize {
    let first = wanted[0];
    let starts = memory.iter().enumerate().filter(|(_, byte)| **byte == first);
    starts.filter(|(at, _)| memory[*at..].starts_with(wanted)).count()
}

/// The files that a program has open.
fn open_files(number: u32) -> Vec<String> {
    let files = fs::read_dir(format!("/proc/{number}/fd")).unwrap().flatten();
    files.filter_map(|file| fs::read_link(file.path()).ok()).map(|path| path.display().to_string()).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn after_a_lock_neither_a_key_nor_a_name_is_in_memory() {
    let casebook = Casebook::demo();
    let families = casebook.path("families.csv");
    fs::write(&families, "case_ref,name,status,started_on\nQ-77,Kvartsmalm,active,2026-03-02\n").unwrap();
    casebook.run_demo(&["import", "families", families.to_str().unwrap()]);
    let slot = fs::read_to_string(casebook.path("casebook/keys/demo.toml")).unwrap();
    let hex = slot.split('"').find(|part| part.len() == 64).unwrap().to_owned();
    let digit = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    let key: Vec<u8> = (0..64).step_by(2).map(digit).collect();

    let mut terminal = Terminal::open(&casebook);
    terminal.shows("Veckan").keys("/kvarts\r").shows("KVARTSMALM").keys("+igår tel -- ringde om bergkristallen");
    terminal.shows("”ringde om bergkristallen”").pause();
    // SQLCipher hides the database key while it has it; the user's own keys open a casebook's key file as well.
    let own = Sha256::new().chain_update("trygg demo").chain_update(&key).chain_update("karin").finalize();
    let secrets: [(&str, &[u8]); 4] = [
        ("the user's key", &own),
        ("a name", "Kvartsmalm".as_bytes()),
        ("a reference", "Q-77".as_bytes()),
        ("a note", "om bergkristallen".as_bytes()),
    ];
    let number = terminal.number();
    let before = match memory(number) {
        Ok(memory) => memory,
        Err(refused) => {
            eprintln!("skipped: only root may look into a program that cannot be dumped: {refused}");
            return;
        }
    };
    for (what, secret) in secrets {
        assert!(count(&before, secret) > 0, "{what} is not found where it must be: this test looks in the wrong place");
    }
    terminal.keys("\x0c").is_locked(" · DEMO").pause();
    assert_eq!(terminal.number(), number, "it is the same process");
    let after = memory(number).unwrap();
    assert!(after.len() > 1 << 20, "{}", after.len());
    for (what, secret) in
        secrets.into_iter().chain([("the database key", &key[..]), ("the same in letters", hex.as_bytes())])
    {
        assert_eq!(count(&after, secret), 0, "{what} is still in memory");
    }
    let files = open_files(number);
    let is_secret = |file: &String| file.contains("casebook.db") || file.contains("keys");
    assert!(!files.iter().any(is_secret), "{files:?}");

    // However often it is locked, nothing gathers.
    for _ in 0..3 {
        terminal.keys("x").shows("Lösenfras").keys("\r").shows("KVARTSMALM").keys("\x0c").is_locked(" · DEMO");
    }
    // What was committed before the lock is seen onto the disk for a moment after it.
    wait_for("as many open files as before", || open_files(number).len() == files.len());
    terminal.keys("x").shows("Lösenfras").keys("\r").shows("KVARTSMALM").shows("Ett utkast väntar").keys("q");
    assert!(terminal.ends());
}

#[test]
fn it_is_still_the_program_of_its_name() {
    let casebook = Casebook::demo();
    let mut terminal = Terminal::open(&casebook);
    let name = |terminal: &Terminal| fs::read_to_string(format!("/proc/{}/comm", terminal.number())).unwrap();
    let words = |terminal: &Terminal| fs::read(format!("/proc/{}/cmdline", terminal.number())).unwrap();
    terminal.shows("Veckan");
    let before = (name(&terminal), words(&terminal));
    terminal.keys("\x0c").is_locked(" · DEMO");
    assert_eq!((name(&terminal), words(&terminal)), before);
}
