//! What the week costs. Run with `cargo bench --bench week`.
//!
//! A demo casebook of `TRYGG_BENCH_FAMILIES` invented families (300 unless told), or the demo that lies in
//! `TRYGG_BENCH_DEMO`. All duties from cold, that is on a connection just opened, and the duties of one family after
//! something was written in it; medians and the slowest in a hundred of `TRYGG_BENCH_TURNS` (20 unless told).
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, clippy::panic, missing_docs)]

use std::env;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, Utc};
use trygg::demo;
use trygg::domain::codes::EventKind;
use trygg::domain::event::Event;
use trygg::store::{Casebook, FirstUser, Origin, Past, Since, Whose};

fn clock() -> DateTime<Utc> {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn number(name: &str, otherwise: usize) -> usize {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn tell(what: &str, mut all: Vec<Duration>) {
    all.sort_unstable();
    let at = |part: usize| all[(all.len() * part / 100).min(all.len() - 1)];
    println!("{what:<44} p50 {:>9.2?}  p99 {:>9.2?}", at(50), at(99));
}

fn main() -> anyhow::Result<()> {
    let today: NaiveDate = "2026-11-21".parse()?;
    let turns = number("TRYGG_BENCH_TURNS", 20);
    let place = tempfile::tempdir()?;
    let directory = env::var_os("TRYGG_BENCH_DEMO").map_or_else(|| place.path().join("casebook"), PathBuf::from);
    if !directory.exists() {
        let users: Vec<FirstUser<'_>> =
            demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
        let casebook = Casebook::init_demo(&directory, &users, clock)?;
        let store = casebook.unlock("Karin", "", clock)?;
        let families = u32::try_from(number("TRYGG_BENCH_FAMILIES", 300))?;
        store.fill_demo(&casebook, demo::families(1, families, today), |_| {}).unwrap();
    }
    let casebook = Casebook::find(&directory)?;
    let (mut cold, mut again, mut one, mut kept) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..turns {
        let store = casebook.unlock("Karin", "", clock)?;
        let families = store.families_of(Whose::Everyones)?;
        let begun = Instant::now();
        kept = store.duties(&families, Past::Last, today)?.len();
        cold.push(begun.elapsed());
        let begun = Instant::now();
        black_box(store.duties(&families, Past::Last, today)?);
        again.push(begun.elapsed());
        let family = families[families.len() / 2];
        let event =
            Event { family, kind: EventKind::CareConsidered, on: today, person: None, answered_on: None, note: None };
        let newest = store.newest()?;
        let id = store.add(&event, Origin::Direct)?;
        let begun = Instant::now();
        let Since::Families(changed) = store.written_since(newest)? else { panic!("one family was changed") };
        black_box(store.duties(&changed, Past::Last, today)?);
        one.push(begun.elapsed());
        store.remove::<Event>(id)?;
    }
    println!("{kept} duties");
    tell("all duties, cold", cold);
    tell("all duties, once more", again);
    tell("the duties of one family after a change", one);
    Ok(())
}
