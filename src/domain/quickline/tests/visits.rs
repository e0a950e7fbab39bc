//! Every form of a line about visits, alone.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::*;
use crate::domain::codes::Answer;
use crate::domain::visit::{Ends, Pattern};

/// Visits in words: the child, the days, and what is not as by default.
pub(super) fn sum_up(line: &VisitLine) -> String {
    let arrangement = &line.arrangement;
    let (series, terms) = (&arrangement.series, &arrangement.terms);
    let mut words = vec![format!("{} {}", line.family.case_ref, arrangement.child.0)];
    words.extend(terms.with.iter().map(|id| format!("@{}", id.0)));
    let every = serde_json::to_value(series.pattern).unwrap()["every"].as_str().unwrap().to_owned();
    words.push(match series.pattern {
        Pattern::Once => every,
        Pattern::Nth { weeks } => format!("every {weeks} {}", series.weekdays.codes().join("+")),
        Pattern::Monthly { place } => format!("{} {}", place.code(), series.weekdays.codes().join("+")),
        _ => format!("{every} {}", series.weekdays.codes().join("+")),
    });
    words.extend(series.pattern.parity().and_then(|(_, choice)| choice).map(|choice| choice.code().to_owned()));
    words.push(format!("from {}", series.from));
    match series.ends {
        Ends::Open => {}
        Ends::Until(until) => words.push(format!("until {until}")),
        Ends::Times(times) => words.push(format!("{times} times")),
    }
    words.extend(terms.start.map(|start| start.format("%H:%M").to_string()));
    words.extend(terms.end.map(|end| end.format("-%H:%M").to_string()));
    if terms.nights > 0 {
        words.push(format!("{} nights", terms.nights));
    }
    if terms.contact.code() != "in_person" {
        words.push(terms.contact.code().to_owned());
    }
    words.extend(terms.step.map(|step| format!("step {step}")));
    words.extend(terms.supporters.iter().map(|name| format!("by {name}")));
    if terms.supervision == Answer::Yes {
        words.push("supervised".to_owned());
    }
    words.extend(terms.place.as_ref().map(|place| place.bare().to_owned()));
    words.extend(line.left_out.iter().map(|day| format!("not {day}")));
    words.extend(line.outcome.iter().map(|mark| mark.outcome.code().to_owned()));
    words.extend(arrangement.note.iter().map(|note| format!("-- {note}")));
    words.join(" ")
}

pub(super) fn in_visits(case_ref: &str) -> Context {
    Context { kind: RecordKind::Visit, ..in_family(case_ref) }
}

fn of(line: &str) -> Value {
    let reading = reading(line, &in_visits("A-1"));
    let visits = reading.visit.unwrap_or_else(|| panic!("{line}: {:?}", reading.parts));
    let members = Names.members(visits.family.id).unwrap();
    serde_json::to_value(visit_json(&visits, &members)).unwrap()
}

fn dates(line: &str) -> Vec<String> {
    of(line)["dates"].as_array().unwrap().iter().map(|date| date.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_line_of_the_contract() {
    let line = "umgänge Elias @mamma jämna lör 10-14 tom v22 steg4 stöd:Karin plats:Lekoteket v53:nummer";
    check(
        &context(),
        &[(
            line,
            "A-1 3 @1 even sat keep_parity from 2026-11-28 until 2027-06-06 10:00 -14:00 step 4 by Karin supervised \
             Lekoteket",
        )],
    );
    let told = of(line);
    let keys: Vec<&str> = told.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "kind",
            "child",
            "with",
            "pattern",
            "weekdays",
            "start",
            "end",
            "from",
            "until",
            "contact",
            "step",
            "supporter",
            "place",
            "dates",
            "warnings",
            "note"
        ]
    );
    assert_eq!(
        told,
        json!({
            "kind": "visit", "child": "Elias", "with": ["Sara"], "pattern": {"every": "even", "week_53": "keep_parity"},
            "weekdays": ["sat"], "start": "10:00", "end": "14:00", "from": "2026-11-28", "until": "2027-06-06",
            "contact": "in_person", "step": 4, "supporter": ["Karin"], "place": "Lekoteket",
            "dates": [
                "2026-11-28", "2026-12-12", "2026-12-26", "2027-01-16", "2027-01-30", "2027-02-13", "2027-02-27",
                "2027-03-13", "2027-03-27", "2027-04-10",
            ],
            "warnings": [
                {"kind": "holiday", "on": "2026-12-26", "code": "boxing_day", "name_sv": "Annandag jul",
                 "name_en": "Boxing Day", "eve": false},
                {"kind": "holiday", "on": "2027-03-27", "code": "easter_eve", "name_sv": "Påskafton",
                 "name_en": "Holy Saturday", "eve": true},
            ],
            "note": null,
        })
    );
}

#[test]
fn patterns_in_both_languages() {
    let sat = "from 2026-11-28";
    for (forms, expected) in [
        (
            &["varje lör", "varje vecka lör", "every sat", "var1 lör", "varje lördag"][..],
            "week sat from 2026-11-21".to_owned(),
        ),
        (
            &[
                "varannan lör",
                "var2 lör",
                "varje annan lör",
                "every other sat",
                "every2 sat",
                "alternate sat",
                "varannan vecka lör",
            ],
            "every 2 sat from 2026-11-21".to_owned(),
        ),
        (&["var3 lör", "var3:e lör", "every3 sat"], "every 3 sat from 2026-11-21".to_owned()),
        (&["jämna lör", "even sat", "jämna veckor lör", "jämna lördagar", "even weeks sat"], format!("even sat {sat}")),
        (&["udda lör", "odd sat"], "odd sat from 2026-11-21".to_owned()),
        (&["1:a lör", "första lör", "1st sat", "first sat", "varje 1:a lör"], "first sat from 2026-12-05".to_owned()),
        (&["3:e lör", "tredje lör", "3rd sat"], "third sat from 2026-11-21".to_owned()),
        (&["5:e lör", "fifth sat"], "fifth sat from 2027-01-30".to_owned()),
        (&["sista lör", "varje sista lör", "every last sat", "final sat"], format!("last sat {sat}")),
        (
            &[
                "varje tis tors",
                "varje tis och tors",
                "varje tis,tors",
                "varje tis+tors",
                "every tue and thu",
                "varje tors tis",
            ],
            "week tue+thu from 2026-11-24".to_owned(),
        ),
        (&["varannan tis"], "every 2 tue from 2026-11-24".to_owned()),
        (&["varannan 28/11", "varannan fom 28/11", "every other from 28/11"], format!("every 2 sat {sat}")),
        (&["varannan tis fom 28/11"], "every 2 tue from 2026-11-28".to_owned()),
    ] {
        for form in forms {
            check(&in_visits("A-1"), &[(&format!("Elias @mamma {form}"), &format!("A-1 3 @1 {expected}"))]);
        }
    }
    assert_eq!(dates("Elias @mamma varannan tis fom 28/11")[..2], ["2026-12-01", "2026-12-15"]);
    assert_eq!(dates("Elias @mamma varannan tis")[..2], ["2026-11-24", "2026-12-08"]);
    assert_eq!(dates("Elias @mamma var3 tis tors fom 26/11")[..3], ["2026-11-26", "2026-12-15", "2026-12-17"]);
}

#[test]
fn ends_and_gaps() {
    let each = [
        ("varje lör tom v22", "week sat from 2026-11-21 until 2027-06-06"),
        ("varje lör until w22", "week sat from 2026-11-21 until 2027-06-06"),
        ("varje lör tom v22 fre", "week sat from 2026-11-21 until 2027-06-04"),
        ("varje lör tom v47", "week sat from 2026-11-21 until 2026-11-22"),
        ("varje lör tom 2027-05-30", "week sat from 2026-11-21 until 2027-05-30"),
        ("varje lör t.o.m. 30 maj", "week sat from 2026-11-21 until 2027-05-30"),
        ("varje lör tom 31/12", "week sat from 2026-11-21 until 2026-12-31"),
        ("varje lör fom 1/8 2027 tom v50", "week sat from 2027-08-01 until 2027-12-19"),
        ("varje lör tom övermorgon", "week sat from 2026-11-21 until 2026-11-23"),
        ("varje lör 10ggr", "week sat from 2026-11-21 10 times"),
        ("varje lör 10 gånger", "week sat from 2026-11-21 10 times"),
        ("every sat 10 times", "week sat from 2026-11-21 10 times"),
        ("varje lör 4x utan 28/11 utan 12/12", "week sat from 2026-11-21 4 times not 2026-11-28 not 2026-12-12"),
        ("varje fre lör utan v52", "week fri+sat from 2026-11-21 not 2026-12-25 not 2026-12-26"),
        ("varje lör without 26/12", "week sat from 2026-11-21 not 2026-12-26"),
        ("varje lör utan v47", "week sat from 2026-11-21 not 2026-11-21"),
    ];
    for (form, expected) in each {
        check(&in_visits("A-1"), &[(&format!("Elias @mamma {form}"), &format!("A-1 3 @1 {expected}"))]);
    }
    assert_eq!(dates("Elias @mamma varje lör 4x utan 28/11"), ["2026-11-21", "2026-12-05", "2026-12-12"]);
    let told = of("Elias @mamma varje lör 10ggr utan 28/11");
    assert_eq!(told["pattern"], json!({"every": "week", "times": 10, "without": ["2026-11-28"]}));
    assert_eq!(told["until"], "2027-01-23");
}

#[test]
fn a_single_day() {
    check(
        &in_visits("A-1"),
        &[
            ("Elias @mamma lör 10-14", "A-1 3 @1 once from 2026-11-21 10:00 -14:00 planned"),
            ("Elias @mamma fre 10-14", "A-1 3 @1 once from 2026-11-27 10:00 -14:00 planned"),
            ("Elias @mamma 19/11", "A-1 3 @1 once from 2027-11-19 planned"),
            ("Elias @mamma igår", "A-1 3 @1 once from 2026-11-20 held"),
            ("Elias @mamma 29 feb", "A-1 3 @1 once from 2028-02-29 planned"),
            ("Elias @mamma igår inställd(mamma: sjuk)", "A-1 3 @1 once from 2026-11-20 cancelled"),
            ("Elias @mamma igår uteblev", "A-1 3 @1 once from 2026-11-20 no_show"),
            ("Elias @mamma idag planerad", "A-1 3 @1 once from 2026-11-21 planned"),
            ("Elias @mamma last sat", "A-1 3 @1 once from 2026-11-14 held"),
        ],
    );
    let told = of("Elias @mamma fre");
    assert_eq!((&told["dates"], &told["weekdays"]), (&json!(["2026-11-27"]), &json!(["fri"])));
    assert_eq!((&told["until"], &told["pattern"]), (&json!("2026-11-27"), &json!({"every": "once"})));
}

#[test]
fn times_and_terms() {
    check(
        &in_visits("A-1"),
        &[
            ("Elias @mamma fre kl 10", "A-1 3 @1 once from 2026-11-27 10:00 planned"),
            ("Elias @mamma fre kl 10 4h", "A-1 3 @1 once from 2026-11-27 10:00 -14:00 planned"),
            ("Elias @mamma fre kl 20 4h", "A-1 3 @1 once from 2026-11-27 20:00 -00:00 1 nights planned"),
            ("Elias @mamma fre tel", "A-1 3 @1 once from 2026-11-27 phone planned"),
            ("Elias @mamma fre video", "A-1 3 @1 once from 2026-11-27 video planned"),
            ("Elias @mamma fre letter", "A-1 3 @1 once from 2026-11-27 letter planned"),
            ("Elias @mamma fre möte", "A-1 3 @1 once from 2026-11-27 planned"),
            ("Elias @mamma fre steg 3", "A-1 3 @1 once from 2026-11-27 step 3 planned"),
            ("Elias @mamma fre step0", "A-1 3 @1 once from 2026-11-27 step 0 planned"),
            ("Elias @mamma fre steg4", "A-1 3 @1 once from 2026-11-27 step 4 supervised planned"),
            ("Elias @mamma fre steg4 utan stöd", "A-1 3 @1 once from 2026-11-27 step 4 planned"),
            (
                "Elias @mamma fre support:Karin,ny:Maria,new:Bo_Ek",
                "A-1 3 @1 once from 2026-11-27 by Karin by Maria by Bo Ek supervised planned",
            ),
            ("Elias @mamma fre stöd:karo", "A-1 3 @1 once from 2026-11-27 by Karolina Ek supervised planned"),
            ("Elias @mamma fre stöd:ny:karin", "A-1 3 @1 once from 2026-11-27 by Karin supervised planned"),
            ("Elias @mamma fre stöd: Karin", "A-1 3 @1 once from 2026-11-27 by Karin supervised planned"),
            ("Elias @mamma fre plats:Stora_rummet", "A-1 3 @1 once from 2026-11-27 Stora rummet planned"),
            ("Elias @mamma fre -- ta med ritblock", "A-1 3 @1 once from 2026-11-27 planned -- ta med ritblock"),
            ("Elias @mamma @pappa @Noah fre", "A-1 3 @1 @2 @4 once from 2026-11-27 planned"),
        ],
    );
}

#[test]
fn warnings() {
    let kinds = |line: &str| -> Vec<Value> { of(line)["warnings"].as_array().unwrap().clone() };
    let told = kinds("Elias @mamma jämna lör 10ggr");
    assert_eq!(
        told[0],
        json!({
            "kind": "week_53", "year": 2026, "keep_parity": ["2026-12-26", "2027-01-16", "2027-01-30"],
            "keep_fortnight": ["2026-12-26", "2027-01-09", "2027-01-23", "2027-02-06"],
        })
    );
    assert_eq!(told.len(), 3, "and two holidays");
    assert!(kinds("Elias @mamma jämna lör tom 20/12").is_empty());
    assert!(kinds("Elias @mamma varannan tis").is_empty());
    assert_eq!(kinds("Elias @mamma fre steg4"), [json!({"kind": "no_supporter", "step": 4})]);
    assert_eq!(kinds("Elias @mamma fre steg4 utan stöd"), [json!({"kind": "no_supporter", "step": 4})]);
    assert!(kinds("Elias @mamma fre steg4 stöd:Karin").is_empty());
    // Chosen, and kept: every fourteenth day through the new year, the 26th of December left out.
    let line = "Elias @mamma jämna lör tom v6 v53:varannan utan 26/12 steg2";
    assert!(kinds(line).is_empty());
    assert_eq!(dates(line), ["2026-11-28", "2026-12-12", "2027-01-09", "2027-01-23", "2027-02-06"]);
}

#[test]
fn the_clock_change_moves_nothing() {
    let told = of("Elias @mamma varje sön fom 21/3 10-14 3ggr");
    assert_eq!(told["dates"], json!(["2027-03-21", "2027-03-28", "2027-04-04"]));
    assert_eq!((&told["start"], &told["end"]), (&json!("10:00"), &json!("14:00")));
    let day: NaiveDate = day("2027-10-31");
    assert!(dates("Elias @mamma varje sön fom 24/10 2027").contains(&day.to_string()));
}
