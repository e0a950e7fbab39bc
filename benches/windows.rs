//! What a turn of each survey and a window of each list cost on a large casebook. Run with
//!
//! ```text
//! trygg demo --no-open --dir /tmp/large --families 30000
//! TRYGG_BENCH=/tmp/large cargo bench --bench windows
//! ```
//!
//! Without `TRYGG_BENCH` a demo of 200 families is made. A turn may take two milliseconds, for a key may wait for it; a
//! window five. All is asked as the team leader of everybody.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, clippy::print_stdout, missing_docs)]

use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::Utc;
use trygg::demo;
use trygg::domain::deadlines::Docket;
use trygg::domain::ids::FamilyId;
use trygg::domain::visit::{Sight, agenda};
use trygg::store::{
    Casebook, FamilyFilter, FirstUser, MapAges, Seek, SessionFilter, SessionPlace, SessionTally, Store, Whose,
};

fn main() -> anyhow::Result<()> {
    // `cargo test` also builds benches and runs them with this argument; it measures nothing then.
    if std::env::args().any(|word| word == "--test") {
        return Ok(());
    }
    let kept = tempfile::tempdir()?;
    let directory = std::env::var_os("TRYGG_BENCH").map_or_else(|| kept.path().join("demo"), PathBuf::from);
    if !directory.exists() {
        let staff: Vec<FirstUser<'_>> =
            demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
        let casebook = Casebook::init_demo(&directory, &staff, Utc::now)?;
        let store = casebook.unlock("Karin", "", Utc::now)?;
        store.fill_demo(&casebook, demo::families(1, 200, Utc::now().date_naive()), |_| {}).unwrap();
    }
    let store = Casebook::find(&directory)?.unlock("Karin", "", Utc::now)?;
    for most in [2, 4, 8] {
        duties(&store, most);
    }
    for most in [4, 8, 16] {
        visits(&store, most);
    }
    for most in [32, 64, 128] {
        let mut tally = SessionTally::new(5000);
        let filter = SessionFilter::default();
        turns(&format!("sessions counted, {most} a turn"), || store.tally_sessions(&filter, &mut tally, most).unwrap());
    }
    let mut ages = MapAges::default();
    turns("ages of maps, 8 families a turn", || store.survey_map_ages(Whose::Everyones, &mut ages, 8).unwrap());
    windows(&store);
    Ok(())
}

/// Takes turns until there are no more.
fn turns(what: &str, mut turn: impl FnMut() -> bool) {
    let mut all = Vec::new();
    loop {
        let begun = Instant::now();
        let is_whole = turn();
        all.push(begun.elapsed());
        if is_whole {
            break;
        }
    }
    tell(what, all);
}

fn tell(what: &str, mut all: Vec<Duration>) {
    let whole: Duration = all.iter().sum();
    all.sort_unstable();
    let at = |part: usize| all[((all.len() - 1) * part).div_ceil(100)];
    println!(
        "{what:<40} p50 {:>9.2?}  p99 {:>9.2?}  max {:>9.2?}  {} turns, {whole:.2?} in all",
        at(50),
        at(99),
        at(100),
        all.len(),
    );
}

fn duties(store: &Store, most: usize) {
    let today = Utc::now().date_naive();
    let mut docket = Docket::new(store.rules(), today, 7);
    let mut survey = store.survey(Whose::Everyones, today).unwrap();
    turns(&format!("duties, {most} families a turn"), || store.survey_duties(&mut survey, &mut docket, most).unwrap());
    let begun = Instant::now();
    docket.settle();
    println!("{:<40} {:.2?} for {} duties, {} late", "  put in order", begun.elapsed(), docket.len(), docket.late());
}

fn visits(store: &Store, most: usize) {
    let today = Utc::now().date_naive();
    let mut sight = Sight::default();
    let mut survey = store.survey(Whose::Everyones, today).unwrap();
    turns(&format!("visits, {most} families a turn"), || store.survey_visits(&mut survey, &mut sight, most).unwrap());
    turns("  put in order", || sight.settle(&store.unit().travel));
    println!("{:<40} {}, {} concerns", "  visits at hand", sight.visits().len(), sight.concerns().len());
    let families: Vec<FamilyId> = sight.visits().iter().map(|visit| visit.family).collect();
    let (from, to) = (agenda::sight_begins(today), agenda::sight_ends(today));
    let mut pages = families.chunks(20).step_by(families.len() / 2000 + 1);
    turns("  a page of 20", || {
        pages.next().is_none_or(|page| store.diary_of_families(page, from, to).map(drop).is_err())
    });
}

fn windows(store: &Store) {
    let today = Utc::now().date_naive();
    let filter = SessionFilter::default();
    let mut place = SessionPlace::before_day(today);
    let mut left = 200;
    turns("a page of 20 sessions", || {
        let page = store.sessions_at(&filter, Seek::After(place), 20).unwrap();
        place = page.last().map_or(place, |row| row.place());
        left -= 1;
        left == 0
    });
    let filter = FamilyFilter::default();
    let mut after = Seek::First;
    let mut left = 200;
    turns("a page of 20 families", || {
        let page = store.families_at(&filter, today, after, 20).unwrap();
        after = page.last().map_or(Seek::First, |row| Seek::After(row.id));
        left -= 1;
        left == 0
    });
}
