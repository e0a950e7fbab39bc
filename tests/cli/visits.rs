//! Visits on the command line: planned, listed, exported and imported, shown.

use serde_json::{Value, json};
use trygg::domain::codes::{CancelledBy, RestrictionKind};
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::visit::{LadderMove, Limits, Occurrence, Restriction, When};
use trygg::store::{DiaryOf, Origin, Record, VisitSaving};

use crate::bench::{Bench, PEOPLE};

pub const SERIES: &str = "umgänge Elias @mamma jämna lör 10-14 tom v22 steg3 stöd:Karin plats:Lekoteket -- ta ritblock";

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

pub fn keep<R: Record>(bench: &Bench, record: &R) {
    bench.store().add(record, Origin::Direct).unwrap();
}

/// Contact between Elias and Sara from a day on is stopped.
fn stopped(from: &str) -> Restriction {
    Restriction {
        family: FamilyId(1),
        child: PersonId(2),
        with: vec![PersonId(1)],
        kind: RestrictionKind::Stopped,
        how: Some("ingen kontakt".to_owned()),
        why: None,
        from: day(from),
        until: None,
        further_notice: false,
        decided_on: None,
        decided_by: None,
        appeal_told: None,
        considered_on: Vec::new(),
        limits: Limits::default(),
    }
}

/// The second visit of the series cancelled, the third moved to another day; they are known by the days given.
pub fn change_two(bench: &Bench) {
    let store = bench.store();
    let diary = store.diary(DiaryOf::Family(FamilyId(1)), day("2026-01-01"), day("2028-01-01")).unwrap();
    let series = &diary.arrangements.iter().find(|stored| stored.id == ArrangementId(1)).unwrap().value;
    let one = |on: &str| Occurrence::given(ArrangementId(1), series, day(on));
    let cancelled = one("2026-12-12").cancelled(CancelledBy::Parent, Some("sjuk".to_owned()), Some(2));
    let terms = &series.terms;
    let to = When { on: day("2026-12-27"), start: terms.start, end: terms.end, nights: 0 };
    let moved = one("2026-12-26").moved(series, to, None);
    for one in [cancelled, moved] {
        write(bench, &one);
    }
}

/// Writes a visit of a series, whatever is stored of it.
pub fn write(bench: &Bench, one: &Occurrence) {
    let store = bench.store();
    let diary = store.diary(DiaryOf::Family(FamilyId(1)), day("2026-01-01"), day("2028-01-01")).unwrap();
    let seen = diary.seen(one.arrangement, one.given);
    assert_eq!(store.write_visit(one, seen, Origin::Direct).unwrap(), VisitSaving::Saved);
}

fn field(rows: &[Value], key: &str) -> Vec<Value> {
    rows.iter().map(|row| row[key].clone()).collect()
}

#[test]
fn every_visit_is_listed_by_day_and_time_stored_or_not() {
    let bench = Bench::with_families();
    bench.run(&["add", SERIES]).good();
    bench.run(&["add", "umgänge Noah @mamma 28/11 9-10 tel"]).good();
    change_two(&bench);
    let rows = bench.visits("2026-11-28", "2027-01-16");
    assert_eq!(field(&rows, "on"), ["2026-11-28", "2026-11-28", "2026-12-12", "2026-12-27", "2027-01-16"]);
    assert_eq!(field(&rows, "start"), ["09:00", "10:00", "10:00", "10:00", "10:00"]);
    assert_eq!(field(&rows, "outcome"), ["planned", "planned", "cancelled", "moved", "planned"]);
    assert_eq!(
        rows[1],
        json!({
            "id": "1-2026-11-28", "case_ref": "2026-0143", "child_ref": "L-2", "with": ["Sara"], "on": "2026-11-28",
            "contact": "in_person", "outcome": "planned", "start": "10:00", "end": "14:00", "step": 3, "basis": null,
            "supporter": ["Karin"], "place": "Lekoteket", "cancelled_by": null, "reason": null,
            "note": "ta ritblock", "nights": null, "despite": null, "supervision": "yes", "transport": null,
            "purpose": null, "support_until": null, "notice_hours": null, "series": 1, "moved_from": null,
            "left_out": null, "cancelled_by_person": null, "arrangement": 1, "stopped": null,
        })
    );
    assert_eq!([&rows[0]["contact"], &rows[0]["arrangement"]], [&json!("phone"), &json!(2)]);
    assert_eq!([&rows[2]["cancelled_by"], &rows[2]["reason"]], [&json!("parent"), &json!("sjuk")]);
    assert_eq!([&rows[3]["moved_from"], &rows[3]["id"]], [&json!("2026-12-26"), &json!("1-2026-12-26")]);
    let said = bench.run(&["list", "visits", "--to", "2026-11-28"]).good();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("Dag         Klockan  Slutar  Familj     Barn   Träffar  Kontakt"), "{said}");
    assert!(lines[2].starts_with("2026-11-28  10:00    14:00   Lindström  Elias  Sara     möte"), "{said}");
    assert_eq!(bench.run(&["list", "visits", "--family", "Berg", "--json"]).good(), "[]\n");
    assert!(bench.run(&["list", "visits", "--from", "idag", "--to", "igår"]).bad(2).contains("slutar innan"));
}

#[test]
fn a_series_without_an_end_is_listed_for_a_while() {
    let bench = Bench::with_families();
    bench.run(&["add", "umgänge Elias @mamma varje lör 2026-01-03 10-14", "--yes"]).good();
    for (words, first, last) in [
        (&[][..], "2026-11-07", "2027-02-13"),
        (&["--from", "2030-01-01"], "2030-01-05", "2030-12-28"),
        (&["--to", "2026-05-30"], "2026-01-03", "2026-05-30"),
        (&["--from", "2026-11-01", "--to", "2026-11-30"], "2026-11-07", "2026-11-28"),
    ] {
        let rows = bench.run(&[&["list", "visits", "--json"], words].concat()).json();
        let rows = rows.as_array().unwrap();
        assert_eq!([&rows[0]["on"], &rows[rows.len() - 1]["on"]], [first, last], "{words:?}");
    }
    // A file holds all that has been, and a year ahead.
    let file = bench.run(&["export", "visits"]).good();
    let days: Vec<&str> = file.lines().skip(1).filter_map(|line| line.split(',').nth(3)).collect();
    assert_eq!([days[0], days[days.len() - 1]], ["2026-01-03", "2027-11-20"]);
    for (language, told) in [("sv", "14 dagar bakåt till 90 framåt"), ("en", "14 days back to 90 ahead")] {
        let help = bench.plain(&["--lang", language, "list", "--help"]).good().replace('\n', " ");
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(help.contains(told), "{help}");
    }
}

#[test]
fn planning_tells_what_to_know_and_saves() {
    let bench = Bench::with_families();
    let said = bench.run(&["add", SERIES, "--json"]).json();
    assert_eq!(said["id"], 1);
    let kinds = field(said["warnings"].as_array().unwrap(), "kind");
    assert_eq!(kinds, ["week_53", "holiday", "holiday"]);
    // Without a choice the numbers are followed over week 53.
    let on = field(&bench.visits("2026-12-20", "2027-01-31"), "on");
    assert_eq!(on, ["2026-12-26", "2027-01-16", "2027-01-30"]);

    let again = bench.run(&["add", "umgänge Noah @mamma jämna lör 10-14 steg4", "--json"]).json();
    let warnings = again["warnings"].as_array().unwrap();
    let kinds = field(warnings, "kind");
    assert!(kinds.contains(&json!("no_supporter")) && kinds.contains(&json!("clash")), "{kinds:?}");
    let clash = warnings.iter().find(|warning| warning["kind"] == "clash").unwrap();
    assert_eq!(
        *clash,
        json!({ "kind": "clash", "on": "2026-11-28", "who": "Sara", "from": "10:00", "to": "14:00",
                "case_ref": "2026-0143" })
    );
    let spoken = bench.run(&["add", "umgänge Noah @mamma jämna lör 10-14 steg4", "--dry-run"]).good();
    for told in [
        "inget är sparat",
        "v53:nummer eller v53:varannan",
        "veckonumren följs tills någon väljer",
        "steg 4 behöver stöd; ingen är utsedd",
        "lö 26/12 är annandag jul",
        "Sara har redan umgänge lö 28/11 10–14 (Lindström)",
        " till\n",
    ] {
        assert!(spoken.contains(told), "{told}\n{spoken}");
    }
    let chosen = bench.run(&["add", "umgänge Noah @mamma udda sön v53:varannan", "--json"]).json();
    assert_eq!(chosen["pattern"], json!({ "every": "odd", "week_53": "keep_fortnight" }));
    assert!(!field(chosen["warnings"].as_array().unwrap(), "kind").contains(&json!("week_53")));
    let spoken = bench.run(&["--lang", "en", "add", "visit Noah @mum tomorrow 10-11"]).good();
    assert!(spoken.starts_with("The visit is saved.\n"), "{spoken}");
}

#[test]
fn a_single_day_that_has_been_is_held_unless_the_line_says_otherwise() {
    let bench = Bench::with_families();
    for line in [
        "umgänge Elias @mamma igår 10-14",
        "umgänge Elias @mamma 2026-11-18 10-14 inställd(förälder: sjuk)",
        "umgänge Elias @mamma jämna lör 10-14 tom v53 utan 12/12",
    ] {
        bench.run(&["add", line]).good();
    }
    let rows = bench.visits("2026-11-01", "2026-12-31");
    assert_eq!(field(&rows, "on"), ["2026-11-18", "2026-11-20", "2026-11-28", "2026-12-26"]);
    assert_eq!(field(&rows, "outcome"), ["cancelled", "held", "planned", "planned"]);
    assert_eq!([&rows[0]["cancelled_by"], &rows[0]["reason"]], [&json!("parent"), &json!("sjuk")]);
}

#[test]
fn a_restriction_refuses_in_every_way_in() {
    let bench = Bench::with_families();
    keep(&bench, &stopped("2026-12-01"));
    for words in [vec!["add", SERIES], vec!["add", SERIES, "--dry-run"]] {
        let said = bench.run(&words).bad(3);
        assert!(said.contains("Elias – Sara: stoppat (lördag 12 december 2026)"), "{said}");
    }
    bench.run(&["add", "umgänge Elias @mamma 28/11 10-14", "--dry-run"]).good();
    let path = bench.file(
        "visits.csv",
        "case_ref,child_ref,with,on,contact,outcome\n\
         2026-0143,L-2,Sara,2026-11-30,phone,planned\n\
         2026-0143,L-2,Sara,2026-12-02,phone,planned\n\
         2026-0143,L-3,Sara,2026-12-02,phone,planned\n\
         2026-0143,L-2,Sara,2026-12-03,phone,planned\n",
    );
    for words in [vec!["import", "visits", &path], vec!["import", "visits", &path, "--dry-run"]] {
        let said = bench.run(&words).bad(3);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "trygg: Fel i filen: 2. Inget är sparat.",
                "  rad 3, kolumn on, ”2026-12-02”: Elias – Sara: kontakten är stoppad; kolumnen despite säger varför \
                 det blir av ändå",
                "  rad 5, kolumn on, ”2026-12-03”: Elias – Sara: kontakten är stoppad; kolumnen despite säger varför \
                 det blir av ändå",
            ]
        );
    }
    assert!(bench.visits("2026-01-01", "2027-12-31").is_empty());
}

#[test]
fn what_is_exported_comes_into_a_casebook_with_the_same_families() {
    let there = Bench::with_families();
    for line in [
        SERIES,
        "umgänge Elias @mamma igår 10-14",
        "umgänge Noah @mamma 2026-11-18 10-14 uteblev",
        "umgänge Elias @Noah varannan sön 13-15",
        "umgänge Noah @mamma 5/12 plats:=hemma",
    ] {
        there.run(&["add", line]).good();
    }
    change_two(&there);
    let weekend = there.file(
        "weekend.csv",
        "case_ref,child_ref,with,on,contact,outcome,start,end,nights,basis\n\
         2026-0143,L-2,L-1;L-3,2026-12-18,in_person,planned,17:00,17:00,2,court\n\
         2026-0143,L-2,Sara,2026-12-04,in_person,planned,17:00,10:00,,agreement\n",
    );
    there.run(&["import", "visits", &weekend]).good();
    let told = |bench: &Bench| {
        let mut rows = bench.visits("2026-01-01", "2027-11-21");
        for row in &mut rows {
            // Whose it is in the casebook is nobody's matter.
            for key in ["id", "arrangement", "series"] {
                row[key] = Value::Null;
            }
        }
        rows.sort_by_key(|row| format!("{} {} {}", row["on"], row["start"], row["child_ref"]));
        rows
    };
    for format in ["csv", "xlsx"] {
        let here = Bench::with_families();
        let file = here.path(&format!("visits.{format}")).display().to_string();
        there.run(&["export", "visits", "--format", format, "--out", &file]).good();
        let rows = there.visits("2026-01-01", "2027-11-21").len();
        let said = here.run(&["import", "visits", &file, "--dry-run"]).good();
        assert!(said.starts_with(&format!("{rows} umgängen kan läsas in; inget är sparat.\n")), "{said}");
        assert!(told(&here).is_empty());
        here.run(&["import", "visits", &file]).good();
        assert_eq!(told(&here), told(&there), "{format}");
        // Read twice, every row is there already.
        let said = here.run(&["import", "visits", &file]).good();
        assert!(said.contains(&format!("0 nya, 0 ändrade, {rows} oförändrade.")), "{said}");
    }
}

#[test]
fn every_faulty_row_is_told_and_nothing_is_stored() {
    let bench = Bench::with_families();
    bench.run(&["add", SERIES]).good();
    let path = bench.file(
        "visits.csv",
        "case_ref,child_ref,with,on,contact,outcome,start,end,step,cancelled_by\n\
         2026-0143,L-2,Sara,2026-11-10,in_person,held,10:00,12:00,4,\n\
         2026-0143,L-2,L-1,2026-11-10,in_person,held,10:00,13:00,4,\n\
         2026-0143,L-2,Sara,2026-11-28,in_person,planned,10:00,14:00,,\n\
         2026-0143,L-1,Noah,2026-11-11,in_person,held,,,,\n\
         2026-0143,L-2,Mona,2026-11-11,träff,held,,,99,us\n\
         2026-0143,L-2,Sara,2026-11-29,in_person,no_show,25:00,,,\n",
    );
    let said = bench.run(&["import", "visits", &path]).bad(3);
    let lines: Vec<&str> = said.lines().map(|line| line.split('”').next().unwrap()).collect();
    assert_eq!(
        lines,
        [
            "trygg: Fel i filen: 8. Inget är sparat.",
            "  rad 3, kolumn on, ",
            "  rad 5, kolumn child_ref, ",
            "  rad 6, kolumn with, ",
            "  rad 6, kolumn contact, ",
            "  rad 6, kolumn step, ",
            "  rad 6, kolumn cancelled_by, ",
            "  rad 7, kolumn on, ",
            "  rad 7, kolumn start, ",
        ]
    );
    for reason in ["säger samma sak", "är inget barn i familjen", "umgängestrappan; där finns", "som planned"] {
        assert!(said.contains(reason), "{reason}\n{said}");
    }
    let error = bench.run(&["import", "visits", &path, "--json"]).error(3);
    assert_eq!([&error["rows"][0]["line"], &error["rows"][0]["column"]], [&json!(3), &json!("on")]);
    assert!(bench.visits("2026-11-01", "2026-11-21").is_empty());
}

#[test]
fn places_of_protected_people_and_hidden_homes_are_kept_back() {
    let people = PEOPLE.replace("Noah,child,Dahl,,,at_home,,,,", "Noah,child,Dahl,,,at_home,,protected_registration,,");
    let bench = Bench::with_people(&people);
    let hidden = bench.file(
        "placements.csv",
        "person_ref,kind,started_on,ended_on,hidden_location\nL-2,shelter,2026-12-01,2026-12-31,yes\n",
    );
    bench.run(&["import", "placements", &hidden]).good();
    for line in ["umgänge Elias @mamma varje lör 10-14 plats:Hemligt", "umgänge Noah @mamma varje sön 10-14 plats:Dolt"]
    {
        bench.run(&["add", line]).good();
    }
    let rows = bench.visits("2026-11-28", "2027-01-03");
    let place = |child: &str, on: &str| {
        rows.iter().find(|row| row["child_ref"] == child && row["on"] == on).map(|row| row["place"].clone()).unwrap()
    };
    assert_eq!(place("L-2", "2026-11-28"), "Hemligt");
    assert_eq!(place("L-2", "2026-12-05"), "*");
    assert_eq!(place("L-2", "2027-01-02"), "Hemligt");
    assert_eq!(place("L-3", "2026-11-29"), "*");
    let file = bench.path("visits.csv").display().to_string();
    bench.run(&["export", "visits", "--from", "2026-12-01", "--to", "2026-12-31", "--out", &file]).good();
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains("Hemligt") && !text.contains("Dolt") && !text.contains("Noah"), "{text}");
    let said = bench.run(&["import", "visits", &file]).good();
    assert!(said.contains("0 nya, 0 ändrade, 8 oförändrade."), "{said}");
    let said = Bench::with_people(&people).run(&["import", "visits", &file]).bad(3);
    assert!(said.contains("kolumn place, ”*”: doldes när filen gjordes"), "{said}");
    let said = bench.run(&["show", "family", "Lindström"]).good();
    assert!(!said.contains("Hemligt, ") && !said.contains("Dolt"), "{said}");
}

#[test]
fn a_familys_page_tells_of_visits() {
    let bench = Bench::with_families();
    let empty = bench.run(&["show", "family", "Lindström"]).good();
    assert!(!empty.contains("Umgänge"), "{empty}");
    bench.run(&["add", SERIES]).good();
    bench.run(&["add", "umgänge Elias @mamma 2026-11-01 10-14"]).good();
    keep(&bench, &Restriction { child: PersonId(3), ..stopped("2026-12-01") });
    let step = LadderMove {
        child: PersonId(2),
        with: PersonId(1),
        on: day("2026-10-01"),
        from: None,
        to: 3,
        reason: "lugnt".to_owned(),
        decided_by: "Karin".to_owned(),
        child_word: None,
        words: None,
    };
    keep(&bench, &step);
    let said = bench.run(&["show", "family", "Lindström"]).good();
    for line in [
        "Umgänge",
        "  Elias – Sara  jämna veckor lö 10–14, Lekoteket, Karin, t.o.m. 5/6 2027",
        "Nästa umgängen",
        "  lö 2026-11-28  10:00–14:00  Elias – Sara  möte  Lekoteket  Karin",
        "Begränsningar",
        "Umgängestrappan",
    ] {
        assert!(said.lines().any(|shown| shown == line), "{line}\n{said}");
    }
    let stopped = "  Noah – Sara  stoppat  2026-12-01 –  ingen kontakt  saknar varför, slutdatum eller ”tills vidare”";
    assert!(said.contains(stopped), "{said}");
    assert!(said.contains("Elias – Sara  steg 3: ") && said.contains("1 i rad av "), "{said}");
    let page = bench.run(&["show", "family", "Lindström", "--json"]).json();
    assert_eq!(page["arrangements"][0]["pattern"], "even sat");
    assert_eq!(page["arrangements"].as_array().unwrap().len(), 1);
    assert_eq!(page["next_visits"][0]["on"], "2026-11-28");
    assert_eq!(
        [&page["restrictions"][0]["kind"], &page["restrictions"][0]["is_decision"]],
        [&json!("stopped"), &json!(false)]
    );
    assert_eq!([&page["ladder"][0]["child"], &page["ladder"][0]["step"]], [&json!("Elias"), &json!(3)]);
    assert_eq!(page["ladder"][0]["in_a_row"], 1);
}

#[test]
fn the_pane_is_drawn() {
    let bench = Bench::with_families();
    bench.run(&["add", SERIES]).good();
    let days = bench.run(&["render", "visits", "--size", "100x24"]).good();
    assert_eq!(days.lines().count(), 24);
    assert!(days.contains("Umgänge · närmaste dagarna") && days.contains("lö 28/11"), "{days}");
    let month = bench.run(&["render", "visits", "--family", "Lindström", "--size", "120x40"]).good();
    assert!(month.contains("Umgänge · Elias Lindström") && month.contains("SARA"), "{month}");
    let veiled = bench.run(&["render", "visits", "--family", "Lindström", "--veiled"]).good();
    assert!(
        veiled.contains("Umgänge · E. 2026-0143") && !veiled.contains("Elias") && !veiled.contains("SARA"),
        "{veiled}"
    );
    assert!(bench.run(&["render", "blorp"]).bad(2).contains("visits"));
}

#[test]
fn the_line_of_the_help_works_in_a_demo_and_roles_see_theirs() {
    let bench = Bench::demo("6");
    let as_user = |user: &str, words: &[&str]| {
        bench.plain(&[&["--casebook", "casebook", "--user", user, "--today", "2026-11-21"], words].concat())
    };
    as_user("Karin", &["add", SERIES]).good();
    let rows = |user: &str| as_user(user, &["list", "visits", "--json"]).json().as_array().unwrap().len();
    assert!(rows("Karin") >= 6);
    assert!(rows("Sara") <= rows("Karin"));
    for words in [&["list", "visits"][..], &["export", "visits"], &["export", "visits", "--format", "ics"]] {
        assert!(as_user("Gunilla", words).bad(5).contains("statistiker"));
    }
    let file = bench.file("visits.csv", "case_ref,child_ref,with,on,contact,outcome\n");
    as_user("Sara", &["import", "visits", &file]).bad(5);
}
