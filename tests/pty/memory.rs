//! What is to be had of the program's memory: no core file, no debugger, and after a lock nothing at all.

use std::fs;

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
