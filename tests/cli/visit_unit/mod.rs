//! A visit unit's calendar on the command line: what is planned, what follows a newer file, what is never touched.

mod followed;
mod planned;

use std::fmt::Write as _;

use serde_json::Value;

use crate::bench::Bench;

const ZONE: &str = ";TZID=Europe/Stockholm:";

/// A calendar of events, each some lines.
fn calendar(events: &[&str]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//enhet//SV\r\n".to_owned();
    for event in events {
        text += "BEGIN:VEVENT\r\n";
        event.lines().for_each(|line| write!(text, "{}\r\n", line.trim_start()).unwrap());
        text += "END:VEVENT\r\n";
    }
    text + "END:VCALENDAR\r\n"
}

/// An event of Elias with his mother on a day of December 2026 at an hour, for two hours, with lines of its own.
fn event(uid: &str, day: u32, hour: u32, more: &str) -> String {
    let end = hour + 2;
    format!(
        "UID:{uid}\nSUMMARY:Umgänge Elias med mamma\nDTSTART{ZONE}202612{day:02}T{hour:02}0000\n\
         DTEND{ZONE}202612{day:02}T{end:02}0000\n{more}"
    )
}

/// Takes in a calendar of these events, with words after; what is said.
#[track_caller]
fn taken(bench: &Bench, events: &[&str], words: &[&str]) -> Value {
    let path = bench.file("enhet.ics", calendar(events));
    bench.run(&[&["import", "visits", &path, "--json"], words].concat()).json()
}

/// New, changed and unchanged visits.
fn tally(said: &Value) -> [u64; 3] {
    ["new", "changed", "unchanged"].map(|key| said[key].as_u64().unwrap())
}

/// What is held back: the day and why.
fn held(said: &Value) -> Vec<String> {
    let one = |one: &Value| format!("{} {}", &one["at"].as_str().unwrap()[..10], one["why"].as_str().unwrap());
    said["held_back"].as_array().unwrap().iter().map(one).collect()
}

/// The visits of some days, as `2026-12-03 15:00-17:00 L-2 Sara planned Lekoteket`.
#[track_caller]
fn planned(bench: &Bench, from: &str, to: &str) -> Vec<String> {
    let told = |row: &Value| {
        let word = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        let with: Vec<&str> = row["with"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        let (on, start, end) = (word("on"), word("start"), word("end"));
        let told = [on, format!("{start}-{end}"), word("child_ref"), with.join("+"), word("outcome"), word("place")];
        told.join(" ").trim_end_matches(" -").to_owned()
    };
    bench.visits(from, to).iter().map(told).collect()
}
