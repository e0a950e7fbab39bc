//! Scores, held against a table that a small program of fractions has reckoned from the same files
//! (`tests/data/measurement/scores.tsv`), and against what is known of WHO-5.

use super::{WHO5, measured, shipped};
use crate::domain::ids::PersonId;
use crate::domain::measurement::{Instrument, Instruments, Measurement, Turn, group, scores, standings};

const TABLE: &str = include_str!("../../../../tests/data/measurement/scores.tsv");

fn with_who5() -> Instruments {
    let mut all = Instruments::shipped().clone();
    all.add("who5.toml", WHO5, &mut Vec::new()).unwrap();
    all
}

#[test]
fn scores_are_those_that_somebody_else_reckons() {
    let all = with_who5();
    let mut rows = 0;
    for row in TABLE.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let instrument = all.named(cells[0]).unwrap();
        let first = measured(instrument, cells[1]);
        let latest = Measurement { on: "2026-11-30".parse().unwrap(), ..measured(instrument, cells[2]) };
        let stands = standings(&all, [&first, &latest]);
        let told: Vec<String> = scores(instrument, &latest)
            .iter()
            .map(|score| {
                let value = score.value.map_or("-".to_owned(), |value| value.rounded().to_string());
                let counts = score.counts.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
                let stands = stands.iter().find(|one| one.area == score.area).unwrap();
                let change = stands.change().map_or("-".to_owned(), |change| change.to_string());
                let turn = match stands.turn {
                    None => "-",
                    Some(Turn::Better) => "better",
                    Some(Turn::Worse) => "worse",
                    Some(Turn::Same) => "same",
                };
                let weak = if score.is_weak { "weak" } else { "well" };
                format!("{}:{}/{} {value} {weak} {counts} {change} {turn}", score.area, score.answered, score.of)
            })
            .collect();
        assert_eq!(told, cells[3..], "{row}");
        rows += 1;
    }
    assert_eq!(rows, 240);
}

#[test]
fn who5_is_four_times_the_raw_sum() {
    let who5 = Instrument::parse(WHO5).unwrap();
    let value = |answers: &str| {
        let score = scores(&who5, &measured(&who5, answers)).remove(0);
        (score.value.map(|value| value.rounded() / 100), score.is_weak)
    };
    for (answers, expected) in [
        ("one=0;two=0;three=0;four=0;five=0", (Some(0), true)),
        ("one=5;two=5;three=5;four=5;five=5", (Some(100), false)),
        ("one=3;two=3;three=3;four=3;five=0", (Some(48), true)),
        ("one=3;two=3;three=3;four=3;five=1", (Some(52), false)),
        ("one=3;two=3;three=3;four=3", (None, false)),
        ("one=3;two=3;three=3;four=3;five=(unknown)", (None, false)),
    ] {
        assert_eq!(value(answers), expected, "{answers}");
    }
}

#[test]
fn weak_is_reckoned_without_rounding_and_only_of_enough_answers() {
    let adult = shipped("baseline_adult");
    let area = |answers: &str, area: &str| {
        let all = scores(adult, &measured(adult, answers));
        let one = all.into_iter().find(|score| score.area == area).unwrap();
        (one.value.map(|value| value.rounded()), one.is_weak)
    };
    for (what, answers, expected) in [
        ("one and two", "leisure_chosen=1;leisure_possible=2", (Some(150), true)),
        ("five thirds", "leisure_chosen=1;leisure_possible=2;leisure_together=2", (Some(167), false)),
        ("one answer is too few", "leisure_chosen=0;leisure_possible=(unknown)", (None, false)),
        ("nothing was asked", "school_home=0", (None, false)),
    ] {
        assert_eq!(area(answers, "leisure"), expected, "{what}");
    }
}

#[test]
fn before_and_after_are_compared_of_the_same_people() {
    let (all, adult) = (Instruments::shipped(), shipped("baseline_adult"));
    let of = |person: i64, on: &str, steps: [i64; 3]| {
        let [one, two, three] = steps;
        let answers = format!("leisure_chosen={one};leisure_possible={two};leisure_together={three}");
        Measurement { person: PersonId(person), on: on.parse().unwrap(), ..measured(adult, &answers) }
    };
    let each = [
        of(1, "2026-01-01", [1, 1, 1]),
        of(1, "2026-06-01", [2, 2, 2]),
        of(2, "2026-01-01", [3, 3, 3]),
        of(2, "2026-06-01", [3, 3, 2]),
        of(3, "2026-06-01", [0, 0, 0]),
    ];
    let groups = group(&standings(all, each.iter()));
    let leisure = groups.iter().find(|one| one.area == "leisure").unwrap();
    // 2, 8/3 and 0 of three; 1 and 3 before, 2 and 8/3 after of the two who were asked twice.
    assert_eq!(leisure.latest, (3, 156));
    assert_eq!(leisure.both, Some((2, 200, 233)));
    assert_eq!(leisure.turns, (1, 1, 0));
    assert!(groups.iter().all(|one| one.area == "leisure"), "where nothing was answered there is nothing to tell");
}
