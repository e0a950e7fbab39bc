//! Demos: the same for the same seed, made once, never over real families.

use crate::bench::{Bench, TODAY};

fn demo(bench: &Bench, directory: &str, seed: &str) {
    let words = ["demo", "--no-open", "--dir", directory, "--families", "5", "--seed", seed, "--today", TODAY];
    bench.plain(&words).good();
}

#[test]
fn a_seed_is_a_demo() {
    let bench = Bench::empty();
    for (directory, seed) in [("one", "7"), ("same", "7"), ("other", "8")] {
        demo(&bench, directory, seed);
    }
    for kind in ["families", "people", "placements", "sessions", "visits"] {
        let rows = |directory| bench.plain(&["--casebook", directory, "list", kind, "--json"]).good();
        assert_eq!(rows("one"), rows("same"), "{kind}");
    }
    let people = |directory| bench.plain(&["--casebook", directory, "list", "people", "--json"]).good();
    assert_ne!(people("one"), people("other"));
}

#[test]
fn a_demo_is_made_once() {
    let bench = Bench::empty();
    demo(&bench, "demo", "7");
    let before = bench.plain(&["--casebook", "demo", "list", "sessions", "--json"]).good();
    let said = bench.plain(&["demo", "--no-open", "--dir", "demo", "--families", "9"]).good();
    assert_eq!(said, "Demoregistret finns redan i demo.\nSe det: trygg --casebook demo\n");
    assert_eq!(bench.plain(&["--casebook", "demo", "list", "sessions", "--json"]).good(), before);
}

#[test]
fn real_families_are_left_alone() {
    let bench = Bench::with_families();
    let said = bench.plain(&["demo", "--no-open", "--dir", "casebook"]).bad(5);
    assert!(said.contains("inget demoregister"), "{said}");
    assert_eq!(bench.rows("families").len(), 2);
}

#[test]
fn where_there_is_no_terminal_nothing_is_made() {
    let bench = Bench::empty();
    let said = bench.plain(&["demo", "--dir", "demo"]).bad(2);
    assert_eq!(said.lines().count(), 1);
    assert!(!bench.path("demo").exists());
}
