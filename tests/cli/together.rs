//! A mother whom a child must not meet: on every line, in every file and every list.

use trygg::domain::codes::RestrictionKind;
use trygg::domain::ids::{FamilyId, PersonId};
use trygg::domain::visit::{Limits, Restriction};

use crate::bench::{Bench, PEOPLE};
use crate::visits::{day, keep};

/// All contact between Elias and Sara is stopped until further notice.
fn stop(bench: &Bench, from: &str) {
    keep(
        bench,
        &Restriction {
            family: FamilyId(1),
            child: PersonId(2),
            with: vec![PersonId(1)],
            kind: RestrictionKind::Stopped,
            how: Some("ingen kontakt".to_owned()),
            why: None,
            from: day(from),
            until: None,
            further_notice: true,
            decided_on: None,
            decided_by: None,
            appeal_told: None,
            considered_on: Vec::new(),
            limits: Limits::default(),
        },
    );
}

#[test]
fn what_is_to_come_is_refused_and_what_has_been_is_told() {
    let bench = Bench::with_people(PEOPLE);
    stop(&bench, "2026-11-01");
    // Her own visit, the sibling's where both are, everybody's, and a session ahead.
    for line in [
        "umgänge Elias @Sara 19/12 10-12",
        "umgänge Noah @Elias @Sara 19/12 10-12",
        "umgänge lindström Noah @alla 20/12",
        "träff lindström 3/12 planerad @Elias @Sara",
    ] {
        for words in [&["add", line][..], &["add", line, "--dry-run"]] {
            let said = bench.run(words).bad(3);
            assert!(said.contains("stoppat tills vidare") && said.contains("trots(skäl)"), "{line}: {said}");
        }
    }
    assert_eq!(bench.rows("sessions").len(), 0);
    bench.run(&["add", "träff lindström 3/12 planerad @Elias @Sara trots(beslut 14)"]).good();
    assert_eq!(bench.rows("sessions")[0]["despite"], "beslut 14");
    bench.run(&["add", "visit Noah @Elias @Sara 19/12 10-12 despite(decision 14)"]).good();
    // What has been is stored, and told.
    let said = bench.run(&["add", "träff lindström igår @Elias @Sara"]).good();
    assert!(said.contains("! Elias – Sara: stoppat tills vidare"), "{said}");
    let told = bench.run(&["add", "umgänge Noah @Elias @Sara 2026-11-14 10-12", "--json"]).json();
    assert_eq!((told["breach"]["breach"].as_str(), told["breach"]["with"].as_str()), (Some("stopped"), Some("Sara")));
    let due = bench.run(&["list", "due", "--json"]).json();
    let rules: Vec<&str> = due.as_array().unwrap().iter().filter_map(|one| one["rule"].as_str()).collect();
    for rule in ["visit_despite_restriction", "session_despite_restriction"] {
        assert!(rules.contains(&rule), "{rules:?}");
    }
    let said = bench.run(&["list", "due"]).good();
    assert!(said.contains("Träff trots begränsning, Elias (Sara)"), "{said}");
    assert!(said.contains("Överväg umgängesbegränsningen för Elias (Sara)"), "{said}");
}

#[test]
fn a_file_lists_breaches_and_is_refused_what_is_to_come() {
    let bench = Bench::with_people(PEOPLE);
    stop(&bench, "2026-11-01");
    let head = "case_ref,on,kind,mode,outcome,people,staff,despite\n";
    let row = |on: &str, outcome: &str, despite: &str| {
        format!("2026-0143,{on},family_session,office,{outcome},L-1;L-2,Karin,{despite}\n")
    };
    let past = format!("{head}{}{}", row("2026-11-10", "held", ""), row("2026-11-12", "held", "möttes i trappan"));
    let file = bench.file("past.csv", &past);
    let said = bench.run(&["import", "sessions", &file]).good();
    assert!(!said.contains("2026-11-12"), "one says why: {said}");
    assert!(said.contains("! 2026-11-10, Elias – Sara: kontakten är stoppad tills vidare"), "{said}");
    assert_eq!(bench.rows("sessions").len(), 2);
    let ahead = format!("{head}{}{}", row("2026-12-10", "planned", ""), row("2026-12-11", "planned", "beslut 14"));
    let file = bench.file("ahead.csv", &ahead);
    let said = bench.run(&["import", "sessions", &file]).bad(3);
    assert!(said.contains("2026-12-10") && said.contains("stoppad tills vidare"), "{said}");
    assert_eq!(bench.rows("sessions").len(), 2);
    let head = "case_ref,child_ref,with,on,contact,outcome,start,end,despite\n";
    let visit = |on: &str, outcome: &str| format!("2026-0143,L-3,L-1;L-2,{on},in_person,{outcome},10:00,12:00,\n");
    let file = bench.file("visits.csv", format!("{head}{}", visit("2026-11-15", "held")));
    let told = bench.run(&["import", "visits", &file, "--json"]).json();
    assert_eq!(told["breaches"][0]["breach"], "stopped", "{told}");
    let file = bench.file("visits.csv", format!("{head}{}", visit("2026-12-15", "planned")));
    bench.run(&["import", "visits", &file]).bad(3);
}

#[test]
fn lists_say_stopped_and_calendars_do_not_hold_it() {
    let bench = Bench::with_people(PEOPLE);
    bench.run(&["add", "umgänge Elias @Sara varje lör 10-12 från 28/11 plats:Lekoteket"]).good();
    bench.run(&["add", "umgänge Noah @Elias @Sara 13/12 10-12 plats:Lekoteket"]).good();
    bench.run(&["add", "umgänge Noah @Sara 14/12 10-12 plats:Lekoteket"]).good();
    let calendar = || bench.run(&["export", "visits", "--format", "ics"]).good();
    let events = |text: &str, what: &str| text.matches(what).count();
    // Never sent: as if the stopped ones were not there.
    let other = Bench::with_people(PEOPLE);
    other.run(&["add", "umgänge Elias @Sara varje lör 10-12 från 28/11 plats:Lekoteket"]).good();
    other.run(&["add", "umgänge Noah @Elias @Sara 13/12 10-12 plats:Lekoteket"]).good();
    stop(&other, "2026-11-20");
    let never = other.run(&["export", "visits", "--format", "ics"]).good();
    assert_eq!(events(&never, "BEGIN:VEVENT"), 0, "{never}");
    // Sent before, and then stopped.
    let before = calendar();
    assert_eq!((events(&before, "BEGIN:VEVENT"), events(&before, "CANCELLED")), (3, 0), "{before}");
    stop(&bench, "2026-11-20");
    let after = calendar();
    assert_eq!((events(&after, "BEGIN:VEVENT"), events(&after, "STATUS:CANCELLED")), (3, 2), "{after}");
    let places = after.matches("LOCATION").count();
    assert_eq!(places, 1, "no place of what does not take place: {after}");
    let sequence = |text: &str| {
        let all = text.lines().filter_map(|line| line.strip_prefix("SEQUENCE:")?.trim().parse::<u32>().ok());
        all.collect::<Vec<_>>()
    };
    assert!(sequence(&after).iter().zip(sequence(&before)).all(|(new, old)| *new > old), "{after}");
    // One list has it, with its reason.
    let rows = bench.visits("2026-11-21", "2026-12-20");
    let stopped: Vec<_> = rows.iter().map(|row| (row["on"].as_str().unwrap(), row["stopped"].as_str())).collect();
    assert!(stopped.contains(&("2026-11-28", Some("stopped"))) && stopped.contains(&("2026-12-13", Some("stopped"))));
    assert!(stopped.contains(&("2026-12-14", None)), "{stopped:?}");
    assert!(rows.iter().all(|row| row["outcome"] == "planned"));
    let said = bench.run(&["list", "visits", "--from", "2026-11-21", "--to", "2026-12-20"]).good();
    assert_eq!(said.matches("stoppat").count(), 5, "{said}");
    let page = bench.run(&["show", "family", "lindström"]).good();
    assert!(page.contains("stoppat") && page.contains("tills vidare"), "{page}");
}

#[test]
fn a_series_stopped_for_a_time_goes_on_after_it() {
    let bench = Bench::with_people(PEOPLE);
    bench.run(&["add", "umgänge Elias @Sara varje lör 10-12 från 28/11"]).good();
    let until = |bench: &Bench| {
        keep(
            bench,
            &Restriction {
                family: FamilyId(1),
                child: PersonId(2),
                with: vec![PersonId(1)],
                kind: RestrictionKind::Stopped,
                how: None,
                why: None,
                from: day("2026-12-01"),
                until: Some(day("2026-12-12")),
                further_notice: false,
                decided_on: None,
                decided_by: None,
                appeal_told: None,
                considered_on: Vec::new(),
                limits: Limits::default(),
            },
        );
    };
    until(&bench);
    let text = bench.run(&["export", "visits", "--format", "ics"]).good();
    assert!(text.contains("RRULE:FREQ=WEEKLY") && !text.contains("UNTIL"), "{text}");
    for day in ["20261205", "20261212"] {
        assert!(text.contains(&format!("{day}T100000")), "{text}");
    }
    assert_eq!(text.matches("EXDATE").count(), 2, "{text}");
}

/// Elias is placed under SoL: on line 2 that it is a decision, on line 3 that one agreed, on line 4 a decision of Noah,
/// who is not placed.
#[test]
fn a_file_is_told_where_only_an_agreement_can_restrict() {
    let bench = Bench::with_people(PEOPLE);
    let placements = "person_ref,kind,started_on,ended_on,legal_basis\n";
    let file = bench.file("sol.csv", format!("{placements}L-3,family_home,2026-03-02,2026-11-01,sol\n"));
    bench.run(&["import", "placements", &file]).good();
    let head = "case_ref,child,with,kind,from,until,decided_on,decided_by\n";
    let decided = "2026-0143,L-3,L-1,stopped,2026-10-01,until_further_notice,2026-09-28,Nämnden\n";
    let agreed = "2026-0143,L-3,L-1,limited,2026-09-01,until_further_notice,,\n";
    let by_law = "2026-0143,L-2,L-1,stopped,2026-10-01,until_further_notice,2026-09-28,Nämnden\n";
    let after = "2026-0143,L-3,L-1,stopped,2026-11-10,until_further_notice,2026-11-09,Nämnden\n";
    let file = bench.file("restrictions.csv", format!("{head}{agreed}{decided}{by_law}{after}"));
    let sentence = "? Rad 3: Barnet är placerat enligt SoL: umgänget kan då bara begränsas genom överenskommelse";
    for words in [&["import", "restrictions", &file, "--dry-run"][..], &["import", "restrictions", &file]] {
        let said = bench.run(words).good();
        assert!(said.contains(sentence) && said.matches("enligt SoL").count() == 1, "{said}");
    }
    assert_eq!(bench.rows("restrictions").len(), 4, "it goes through");
    // What stands there already is not told again; what is changed is.
    let told = |file: &str| bench.run(&["import", "restrictions", file, "--json"]).json()["agreement_only"].clone();
    assert_eq!(told(&file), serde_json::Value::Null);
    let file = bench.file("more.csv", format!("{head}{}", decided.replace("2026-10-01", "2026-10-05")));
    assert_eq!(told(&file), serde_json::json!([2]));
    let english = bench.run(&["--lang", "en", "import", "restrictions", &file, "--dry-run"]).good();
    assert!(!english.contains("SoL"), "{english}");
    let file = bench.file("again.csv", format!("{head}{}", decided.replace("2026-10-01", "2026-10-07")));
    let english = bench.run(&["--lang", "en", "import", "restrictions", &file, "--dry-run"]).good();
    assert!(english.contains("? Line 2: The child is placed under SoL: contact can then be restricted"), "{english}");
}
