//! What of facts leaves the house.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn placement(is_protected: bool) -> FactRow {
    let text = |text: &str| Value::Text(text.to_owned());
    let cells = vec![
        text("malmo-1"),
        text("p"),
        text("c"),
        text("f"),
        text("family_home"),
        text("sol"),
        text("Öster"),
        Value::Day(day("2026-03-17")),
        Value::Nothing,
        Value::Nothing,
        Value::Flag(true),
        Value::Number(9),
    ];
    FactRow { cells, is_protected }
}

#[test]
fn every_table_names_its_unit_its_year_and_whom_it_is_about() {
    for table in TABLES {
        assert_eq!((table.columns[0].name, table.columns[0].holds), ("unit", Holds::Unit), "{}", table.name);
        let year = table.place(table.year_of).map(|place| table.columns[place].holds);
        assert!(matches!(year, Some(Holds::Day | Holds::Month)), "{}", table.name);
        let about = table.place(table.about).map(|place| table.columns[place].holds);
        assert_eq!(about, Some(Holds::Pseudonym), "{}", table.name);
        let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), table.columns.len(), "{}", table.name);
    }
}

#[test]
fn a_small_unit_and_somebody_protected_are_told_of_coarsely_and_nobody_else() {
    let rule = Coarsening::shipped();
    assert!(rule.as_ref().is_some_and(|rule| rule.fewer_than > 1 && !rule.source.is_empty()));
    let table = table_named("placements").unwrap();
    for (what, about, is_protected, district, started) in [
        ("large", 20, false, Value::Text("Öster".to_owned()), "2026-03-17"),
        ("one too few", 19, false, Value::Nothing, "2026-03-01"),
        ("protected in a large one", 500, true, Value::Nothing, "2026-03-01"),
    ] {
        let cells = coarsened(table, placement(is_protected), Coarsening::is_small(rule.as_ref(), about));
        let at = |name: &str| cells[table.place(name).unwrap()].clone();
        assert_eq!((at("district"), at("started_on")), (district, Value::Day(day(started))), "{what}");
        assert_eq!((at("kind"), at("ended_on")), (Value::Text("family_home".to_owned()), Value::Nothing), "{what}");
    }
    assert!(Coarsening::is_small(None, 9_000), "where nobody says how many suffice, none do");
}

#[test]
fn a_unit_is_a_word_that_may_stand_in_a_file_s_name() {
    for (word, expected) in [
        ("malmo-1", true),
        ("0180", true),
        ("", false),
        ("Malmö", false),
        ("-a", false),
        ("a/b", false),
        ("a b", false),
    ] {
        assert_eq!(is_unit(word), expected, "{word}");
    }
    assert!(!is_unit(&"a".repeat(33)));
}
