//! What the store costs on a large casebook. Run with
//!
//! ```text
//! trygg demo --no-open --dir /tmp/demo30k --families 30000
//! TRYGG_BENCH=/tmp/demo30k cargo bench --bench store
//! ```
//!
//! Without `TRYGG_BENCH` a demo of 200 families is made in a temporary directory. A durable save is set beside a bare
//! append of 4 KiB with `fdatasync` in the same directory, in the same run: quote the ratio.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, missing_docs)]

use std::fs::OpenOptions;
use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;

use chrono::{NaiveDate, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use trygg::demo;
use trygg::domain::codes::{Area, Outcome, SessionKind};
use trygg::domain::directory::Directory;
use trygg::domain::quickline::{self, Context, RecordKind};
use trygg::domain::session::Session;
use trygg::store::{Casebook, FamilyFilter, FirstUser, Origin, SessionFilter, Store};

struct Bench {
    directory: PathBuf,
    store: Store,
    today: NaiveDate,
    _kept: Option<tempfile::TempDir>,
}

fn bench() -> Bench {
    let today = Utc::now().date_naive();
    let (directory, kept) = match std::env::var_os("TRYGG_BENCH") {
        Some(directory) => (PathBuf::from(directory), None),
        None => {
            let kept = tempfile::tempdir().unwrap();
            let directory = kept.path().join("demo");
            let staff: Vec<FirstUser<'_>> =
                demo::staff().iter().map(|staff| FirstUser { name: &staff.name, role: staff.role }).collect();
            let casebook = Casebook::init_demo(&directory, &staff, Utc::now).unwrap();
            let store = casebook.unlock("Karin", "", Utc::now).unwrap();
            store.fill_demo(&casebook, demo::families(1, 200, today), |_| {}).unwrap();
            (directory, Some(kept))
        }
    };
    let store = Casebook::find(&directory).unwrap().unlock("Karin", "", Utc::now).unwrap();
    Bench { directory, store, today, _kept: kept }
}

fn saving(criterion: &mut Criterion) {
    let bench = bench();
    let family = Directory::families(&bench.store, "lindstrom").unwrap().remove(0);
    let people = bench.store.members(family.id).unwrap();
    let session = Session {
        areas: vec![Area::School],
        people: people.iter().take(2).map(|person| person.id).collect(),
        staff: vec!["Karin".to_owned()],
        note: Some("gick igenom läxorna, bättre vecka".to_owned()),
        ..Session::new(family.id, bench.today, SessionKind::Conversation, Outcome::Held)
    };
    let path = bench.directory.join("bare-append");
    let mut bare = OpenOptions::new().create(true).append(true).open(&path).unwrap();
    let page = [7_u8; 4096];
    let mut group = criterion.benchmark_group("durable save");
    group.bench_function("bare 4 KiB append and fdatasync", |b| {
        b.iter(|| {
            bare.write_all(&page).unwrap();
            bare.sync_data().unwrap();
        });
    });
    group.bench_function("session with its journal row", |b| {
        b.iter(|| bench.store.add(&session, Origin::Direct).unwrap());
    });
    group.bench_function("bare 4 KiB append and fdatasync, again", |b| {
        b.iter(|| {
            bare.write_all(&page).unwrap();
            bare.sync_data().unwrap();
        });
    });
    group.finish();
    std::fs::remove_file(path).unwrap();
}

fn reading(criterion: &mut Criterion) {
    let bench = bench();
    let store = &bench.store;
    let family = Directory::families(store, "lindstrom").unwrap().remove(0);
    let mut group = criterion.benchmark_group("reading");
    for typed in ["a", "lin", "lindstrom", "anna lin", "lnds", "zzz"] {
        group.bench_function(format!("find {typed}"), |b| b.iter(|| black_box(store.find(typed, 17).unwrap())));
    }
    let families = FamilyFilter::default();
    let total = usize::try_from(store.count_families(&families).unwrap()).unwrap();
    for (name, offset) in [("first", 0), ("last", total.saturating_sub(18))] {
        group.bench_function(format!("{name} page of families"), |b| {
            b.iter(|| black_box(store.families(&families, bench.today, offset, 18).unwrap()));
        });
    }
    group.bench_function("a family's page", |b| {
        b.iter(|| black_box(store.family_page(family.id, bench.today).unwrap()));
    });
    let mine = SessionFilter { family: Some(family.id), ..SessionFilter::default() };
    let everyones = SessionFilter::default();
    group.bench_function("a family's sessions", |b| b.iter(|| black_box(store.sessions(&mine, 0, 17).unwrap())));
    group.bench_function("everybody's sessions", |b| {
        b.iter(|| black_box(store.sessions(&everyones, 0, 17).unwrap()));
    });
    let context = Context { today: bench.today, family: None, kind: RecordKind::Session };
    let line = "träff Lindström igår 14-15:30 hem @mamma @Elias #skola mål2=+1 -- gick igenom läxorna, bättre vecka";
    group.bench_function("a quick line", |b| {
        b.iter(|| black_box(quickline::read(line, &context, store).unwrap()));
    });
    group.finish();
}

fn proving(criterion: &mut Criterion) {
    let bench = bench();
    let casebook = Casebook::find(&bench.directory).unwrap();
    let mut group = criterion.benchmark_group("proof");
    group.sample_size(10);
    group.bench_function("verify", |b| b.iter(|| assert!(black_box(bench.store.verify(&casebook).unwrap()).holds())));
    group.finish();
}

criterion_group!(benches, saving, reading, proving);
criterion_main!(benches);
