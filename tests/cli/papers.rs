//! Papers for paper: `show papers`, and that a parent's own file says nothing of them.

use super::bench::Bench;

#[test]
fn the_last_version_stands_whole_and_those_before_it_are_named() {
    let bench = Bench::demo("12");
    let said = bench.run(&["show", "papers", "lind"]).good();
    assert!(said.starts_with("PAPPER  Lindström"), "{said}");
    assert!(said.contains("version 1 av 1") && said.contains("barnets bok"), "{said}");
    let papers = bench.run(&["show", "papers", "lind", "--json"]).json();
    let papers = papers.as_array().unwrap();
    assert!(papers.len() >= 3, "{papers:?}");
    assert!(papers.iter().all(|paper| paper["version"].as_u64() <= paper["versions"].as_u64()));
    let english = bench.run(&["--lang", "en", "show", "papers", "lind"]).good();
    assert!(english.contains("the child’s book"), "{english}");
}

#[test]
fn whoever_has_none_is_told_so() {
    let bench = Bench::demo("12");
    bench.run(&["show", "papers", "Ingen"]).bad(4);
    assert!(bench.run(&["show", "papers"]).bad(2).contains("Det saknas"));
}
