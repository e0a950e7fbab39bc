//! What network maps cost: measures, and where everything is on the drawing. Run with `cargo bench --bench network`.
//!
//! Maps of sixty people, the most there are in practice, and the thirty thousand maps of a year's report, which have
//! eight to eighteen.
#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::network::layout::{Frame, Layout, Sheet};
use trygg::domain::network::{Measures, NetworkMap, NetworkPerson, PersonKey, Scheme, Tie};

/// A map of so many people, each knowing about three others; the same for a seed.
fn map(people: u32, seed: u32) -> NetworkMap {
    let scheme = Scheme::shipped();
    let mut map = NetworkMap::new(FamilyId(1), PersonId(1), "2026-03-09".parse().unwrap(), "Karin");
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(12_345);
    let mut any = |of: u32| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state % of
    };
    for key in 1..=people {
        let sector = scheme.sectors[any(6) as usize].key.as_str();
        let ring = u8::try_from(1 + any(3)).unwrap();
        map.people.push(NetworkPerson::new(PersonKey(key), format!("Person {key}"), sector, ring));
    }
    for one in 1..=people {
        let others = (one + 1..=people).filter(|_| any(people.max(6)) < 3);
        map.ties.extend(others.filter_map(|other| Tie::between(PersonKey(one), PersonKey(other))));
    }
    map
}

fn network(bench: &mut Criterion) {
    let scheme = Scheme::shipped();
    let sixty = map(60, 1);
    bench.bench_function("measures of 60 people", |timer| timer.iter(|| Measures::of(black_box(&sixty), scheme)));
    let year: Vec<NetworkMap> = (1..=30_000).map(|seed| map(8 + seed % 11, seed)).collect();
    let mut report = bench.benchmark_group("report");
    report.sample_size(10);
    report.bench_function("measures of 30,000 maps", |timer| {
        timer.iter(|| year.iter().map(|map| Measures::of(map, scheme).components).sum::<usize>());
    });
    report.finish();
    for (cols, rows) in [(160, 44), (80, 18)] {
        let titles = vec![6, 5, 6, 12, 6, 14];
        let empty = Sheet::new(Frame { cols, rows }, scheme, 5, titles);
        let (sheet, _) = empty.with(&sixty, scheme, |_| 9);
        let layout = Layout::of(&sheet).unwrap();
        bench.bench_function(&format!("60 people anew at {cols}x{rows}"), |timer| {
            timer.iter(|| Layout::of(black_box(&sheet)));
        });
        let mut moved = sheet.clone();
        moved.people[30].ring = (moved.people[30].ring + 1) % 3;
        bench.bench_function(&format!("one of 60 moved at {cols}x{rows}"), |timer| {
            timer.iter(|| layout.after(black_box(&moved)));
        });
        bench.bench_function(&format!("every line of 60 at {cols}x{rows}"), |timer| {
            timer.iter(|| {
                let strokes = sixty.people.iter().map(|person| layout.stroke(None, person.key).len()).sum::<usize>();
                let ties =
                    sixty.ties.iter().map(|tie| layout.stroke(Some(tie.one()), tie.other()).len()).sum::<usize>();
                layout.marks().len() + strokes + ties
            });
        });
    }
}

criterion_group!(benches, network);
criterion_main!(benches);
