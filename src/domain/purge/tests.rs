//! A table of files, each with what is to be done with it.

use chrono::NaiveDate;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-11-30")
}

fn rules() -> PurgeRules {
    PurgeRules::with_own("municipality = \"1380\"").unwrap()
}

fn old() -> FamilyFile {
    FamilyFile {
        is_closed: true,
        last_note: Some(day("2020-03-14")),
        child_placed: false,
        born: vec![Some(day("1984-02-11")), Some(day("2012-07-30"))],
        children_born: vec![Some(day("2012-07-30"))],
    }
}

#[test]
fn what_ships_can_be_read() {
    let rules = PurgeRules::parse(include_str!("../../../assets/purge.toml")).unwrap();
    let names: Vec<&str> = rules.periods(today()).map(|period| period.name.as_str()).collect();
    assert_eq!(names, ["after_last_note"], "a bill is no law, and one wording holds on a day");
    for (on, law) in [("2025-06-30", "2001:453"), ("2025-07-01", "2025:400")] {
        assert!(rules.periods(day(on)).all(|period| period.source.contains(law)), "{on}");
    }
    assert_eq!(rules.keeps(today()).count(), 3);
    assert_eq!(PurgeRules::shipped(), &rules);
}

#[test]
fn a_file_is_proposed_kept_or_waits() {
    let propose_since = |due: &str, by: &str| Verdict::Propose { due: day(due), finish_by: day(by) };
    let wait = |until: Option<&str>| Verdict::Wait { until: until.map(day) };
    let old_enough = propose_since("2025-03-14", "2026-12-31");
    type Case = (&'static str, fn(&mut FamilyFile), Verdict);
    let cases: Vec<Case> = vec![
        ("five years have run out", |_| (), old_enough),
        ("still open", |file| file.is_closed = false, wait(None)),
        ("the last day of the five years", |file| file.last_note = Some(day("2021-11-30")), wait(Some("2026-11-30"))),
        ("the day after", |file| file.last_note = Some(day("2021-11-29")), propose_since("2026-11-29", "2027-12-31")),
        ("a leap day", |file| file.last_note = Some(day("2020-02-29")), propose_since("2025-02-28", "2026-12-31")),
        ("nothing tells when it was last written in", |file| file.last_note = None, wait(None)),
        ("a child was placed", |file| file.child_placed = true, Verdict::Keep),
        ("a parent of the sample", |file| file.born[0] = Some(day("1984-02-15")), Verdict::Keep),
        ("a child of the sample", |file| file.born[1] = Some(day("2012-07-05")), Verdict::Keep),
        ("the tenth is no day of the sample", |file| file.born[1] = Some(day("2012-07-10")), old_enough),
        ("a birth date that nobody knows", |file| file.born[0] = None, Verdict::Keep),
    ];
    for (name, change, expected) in cases {
        let mut file = old();
        change(&mut file);
        assert_eq!(propose(&rules(), &file, today()).verdict, expected, "{name}");
    }
}

#[test]
fn a_municipality_keeps_all_or_a_sample_and_one_that_is_not_said_keeps_all() {
    for (code, expected) in [
        ("1480", Holds::Yes),
        ("1481", Holds::No),
        ("0580", Holds::Yes),
        ("0980", Holds::Yes),
        ("2280", Holds::Yes),
        ("0180", Holds::No),
    ] {
        let rules = PurgeRules::with_own(&format!("municipality = \"{code}\"")).unwrap();
        let proposal = propose(&rules, &old(), today());
        let ground = proposal.grounds.iter().find(|ground| ground.name == "research_whole").unwrap();
        assert_eq!(ground.holds, expected, "{code}");
        assert_eq!(proposal.verdict == Verdict::Keep, expected == Holds::Yes, "{code}");
    }
    let unsaid = propose(PurgeRules::shipped(), &old(), today());
    assert_eq!(unsaid.verdict, Verdict::Keep);
    assert_eq!((unsaid.grounds[0].name.as_str(), unsaid.grounds[0].holds), ("research_whole", Holds::Unknown));
}

#[test]
fn a_unit_sets_its_own_period_or_turns_a_rule_on() {
    let own = "municipality = \"1380\"\n[[period]]\nname = \"after_last_note\"\nyears = 2";
    let short = PurgeRules::with_own(own).unwrap();
    let file = FamilyFile { last_note: Some(day("2024-11-01")), ..old() };
    assert_eq!(
        propose(&short, &file, today()).verdict,
        Verdict::Propose { due: day("2026-11-01"), finish_by: day("2027-12-31") }
    );
    let bill = "municipality = \"1380\"\n[[period]]\nname = \"thirty_years_after_birth\"\non = true";
    let grown = FamilyFile {
        child_placed: true,
        born: vec![Some(day("1990-01-02"))],
        children_born: vec![Some(day("1990-01-02"))],
        ..old()
    };
    assert_eq!(propose(&rules(), &grown, today()).verdict, Verdict::Keep);
    assert_eq!(
        propose(&PurgeRules::with_own(bill).unwrap(), &grown, today()).verdict,
        Verdict::Propose { due: day("2020-01-02"), finish_by: day("2021-12-31") }
    );
}

#[test]
fn what_cannot_be_is_refused_and_named() {
    for (text, named) in [
        ("municipality = \"Göteborg\"", "1480"),
        ("[[period]]\nname = \"after_last_note\"\nyears = 0", "after_last_note"),
        ("[[keep]]\nname = \"child_placed\"\nbecause = \"a wish\"", "child_placed"),
        ("[[period]]\nname = \"own\"", "own"),
        ("unknown = 1", "unknown"),
    ] {
        let problem = PurgeRules::with_own(text).unwrap_err();
        assert_eq!(problem.key, "purge-rules");
        let why = &problem.args.iter().find(|(name, _)| *name == "why").unwrap().1;
        assert!(why.contains(named), "{text}: {why}");
    }
}
