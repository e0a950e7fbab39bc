//! The hand-over sheet on paper, and as JSON.

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::bench::Bench;

const PROTECTED: &str = "case_ref,ref,given_name,role,protection\n\
    2026-0143,L-1,Ramona,mother,protected_registration\n2026-0143,L-2,Elias,child,none\n";

#[test]
fn it_fits_the_paper_and_is_journalled_as_an_export() {
    let bench = Bench::demo("12");
    for family in ["Lindström", "Berg", "Ek", "Rönn"] {
        let said = bench.run(&["show", "handover", family]).good();
        assert!(said.starts_with(&format!("ÖVERLÄMNING  {family}  A-")), "{said}");
        for line in said.lines() {
            assert!(line.width() <= 78 && line.trim_end() == line, "{}: {line}", line.width());
        }
    }
    let said = bench.run(&["show", "handover", "--family", "lind"]).good();
    for line in [
        "lördag 21 november 2026 · Karin",
        "pågår sedan 2/3 · v. 38 av 52",
        "! on 4/11   Rita nätverkskartan på nytt, Sara, 17 dagar sent",
        "? lö 28/11  10–14     Elias – Sara, Lekoteket, ingen umgängesstödjare",
        "LÖFTEN TILL BARNEN",
        "LÖFTEN TILL FÖRÄLDRARNA",
        "DE SENASTE ANTECKNINGARNA",
    ] {
        assert!(said.lines().any(|shown| shown == line), "{line}\n{said}");
    }
    let journal = bench.store().journal(trygg::store::Trail::Newest, 1).unwrap().remove(0);
    assert_eq!((journal.act.as_str(), journal.noun.as_str()), ("print", "handover"));
    let english = bench.run(&["--lang", "en", "show", "handover", "lind"]).good();
    assert!(english.starts_with("HAND-OVER  Lindström  A-1\n") && english.contains("\nSAID TO THE CHILDREN\n"));
}

#[test]
fn the_same_is_told_as_json() {
    let bench = Bench::demo("12");
    let sheet = bench.run(&["show", "handover", "Lindström", "--json"]).json();
    let keys: Vec<&str> = sheet.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys[..3], ["id", "case_ref", "name"]);
    let parts = ["today", "protected", "restrictions", "duties", "tasks", "visits", "planned_sessions", "promises"];
    let last = [
        "wishes",
        "agreed",
        "notes",
        "events",
        "exemptions",
        "relations",
        "phases",
        "crisis_support",
        "goals",
        "actions",
        "referrals",
        "groups",
    ];
    let all = [&parts[..], &last].concat();
    assert_eq!(keys[keys.len() - all.len()..], all);
    let visit = &sheet["visits"][1];
    assert_eq!(
        [&visit["on"], &visit["with"], &visit["is_unsupported"]],
        [&json!("2026-11-28"), &json!(["Sara"]), &json!(true)]
    );
    assert_eq!(sheet["duties"][0]["state"], "late");
    assert_eq!(sheet["promises"]["children"][0]["next_step"], "Boka läxhjälp på biblioteket");
    assert_eq!(sheet["notes"].as_array().unwrap().len(), 5);
}

#[test]
fn whoever_is_protected_stands_by_reference_on_paper() {
    let bench = Bench::with_people(PROTECTED);
    bench.run(&["add", "umgänge Elias @Ramona lör 10-12 plats:Lekoteket"]).good();
    bench.run(&["add", "Lindström igår @Ramona -- ringde"]).good();
    let said = bench.run(&["show", "handover", "Lindström"]).good();
    assert!(said.contains("! L-1: skyddad folkbokföring\n"), "{said}");
    assert!(said.contains("Elias – L-1, platsen skrivs inte ut\n"), "{said}");
    assert!(!said.contains("Ramona") && !said.contains("Lekoteket"), "{said}");
    let sheet = bench.run(&["show", "handover", "Lindström", "--json"]).json();
    assert_eq!(sheet["protected"], json!([{ "person": "L-1", "protection": "protected_registration" }]));
    assert_eq!(sheet["visits"][0]["place"], "*");
    assert!(!sheet.to_string().contains("Ramona"), "{sheet}");
}

#[test]
fn there_may_be_nothing_and_nobody_to_hand_over() {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on,closed_on\nT-1,Tom,closed,2026-11-21,2026-11-21\n";
    bench.run(&["import", "families", &bench.file("f.csv", families)]).good();
    let said = bench.run(&["show", "handover", "Tom"]).good();
    assert!(said.contains("\nDet finns inget att lämna över: inga begränsningar, inget att göra"), "{said}");
    let sheet = bench.run(&["show", "handover", "Tom", "--json"]).json();
    assert_eq!([&sheet["duties"], &sheet["notes"]], [&Value::Array(Vec::new()); 2]);
    bench.run(&["show", "handover", "Ingen"]).bad(4);
    assert!(bench.run(&["show", "handover"]).bad(2).contains("Det saknas"));
    bench.run(&["show", "handover", "Tom", "--person", "P-1"]).bad(2);
}

#[test]
fn the_sheet_for_one_person_tells_of_nobody_else() {
    let bench = Bench::with_people(
        "case_ref,ref,given_name,role\n2026-0143,L-1,Sara,mother\n2026-0143,L-2,Elias,child\n\
         2026-0143,L-3,Annika,family_home_parent\n2026-0143,L-4,Amir,father\n",
    );
    let events = "case_ref,kind,on,person,note\n\
        2026-0143,information_given,2026-11-10,L-1,Sara sade något om Amir\n\
        2026-0143,information_given,2026-11-11,L-4,Amir ringde och skrek\n";
    bench.run(&["import", "events", &bench.file("events.csv", events)]).good();
    let kin = "case_ref,person,relation,other\n\
        2026-0143,L-3,cares_for,L-2\n2026-0143,L-4,parent_of,L-2\n2026-0143,L-1,parent_of,L-2\n";
    bench.run(&["import", "relations", &bench.file("relations.csv", kin)]).good();
    let goals = "case_ref,person,number,area,goal,made_on\n2026-0143,L-2,1,school,läsa högt,2026-10-01\n";
    bench.run(&["import", "goals", &bench.file("goals.csv", goals)]).good();
    let whole = bench.run(&["show", "handover", "Lindström"]).good();
    for told in ["Sara sade något", "Annika", "läsa högt"] {
        assert!(whole.contains(told), "{told}: {whole}");
    }
    for form in [
        &["show", "handover", "Lindström", "--for", "L-4"][..],
        &["show", "handover", "Lindström", "--for", "L-4", "--json"],
    ] {
        let said = bench.run(form).good();
        for kept in ["Sara sade något", "skrek", "Annika", "läsa högt", "L-3"] {
            assert!(!said.contains(kept), "{kept}: {said}");
        }
    }
}
