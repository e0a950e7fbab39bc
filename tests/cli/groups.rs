//! Groups, who was there and referrals through files and the command line.

use serde_json::json;

use super::bench::Bench;

const GROUPS: &str = "group,kind,name,weekday,start,place,leaders,needs_test,ages\n\
    NORR,parent_group,Föräldragruppen Norr,thursday,17:30,Norberg,Lena,no,\n";
const MEETINGS: &str = "group,on,state,theme,wishes,gap,gap_area,survey_mean,survey_n\n\
    NORR,2026-11-19,held,Rättigheter,skärmtid=3;ekonomi=2,hyresrådgivning,parenting,4.1,9\n\
    NORR,2026-12-03,planned,,,,,,\n";
const ATTENDANCE: &str = "group,on,person,present,reason,count,heads\n\
    NORR,2026-11-19,L-2,no,sjuk,,\n\
    NORR,2026-11-19,,yes,,3,adults\n";
const REFERRALS: &str = "case_ref,person,to,area,why,consent_by,state,needed_on,sent_on\n\
    2026-0143,L-2,child_psychiatry,psychosocial,Sömn,guardian,sent,2026-10-02,2026-10-02\n\
    2026-0143,,läxhjälp,school,,,gap,2026-09-01,\n";

/// A bench into which all of it was taken in.
fn bench() -> Bench {
    let bench = Bench::with_families();
    for (kind, text) in
        [("groups", GROUPS), ("meetings", MEETINGS), ("attendance", ATTENDANCE), ("referrals", REFERRALS)]
    {
        let path = bench.file(&format!("{kind}.csv"), text);
        bench.run(&["import", kind, &path]).good();
        let again = bench.run(&["import", kind, &path]).good();
        assert!(again.contains("0 nya, 0 ändrade"), "{kind}: {again}");
    }
    bench
}

#[test]
fn groups_and_referrals_come_in_and_are_listed() {
    let bench = bench();
    let list = bench.run(&["list", "groups"]).good();
    assert!(list.contains("Föräldragruppen Norr") && list.contains("torsdag"), "{list}");
    let rows = bench.rows("attendance");
    assert_eq!((rows[0]["person"].clone(), rows[1]["count"].clone()), (json!("L-2"), json!(3)), "{rows:?}");
    let due = bench.run(&["list", "due", "--json"]).json();
    let late = due.as_array().unwrap().iter().filter(|duty| duty["rule"] == "referral_unanswered");
    assert_eq!(late.map(|duty| duty["due_on"].clone()).collect::<Vec<_>>(), [json!("2026-10-30")]);
}

#[test]
fn what_nobody_gives_is_listed_by_area_and_district() {
    let gaps = bench().run(&["list", "gaps", "--json"]).json();
    let told: Vec<_> =
        gaps.as_array().unwrap().iter().map(|gap| (&gap["area"], &gap["need"], &gap["case_ref"])).collect();
    assert_eq!(
        told,
        [
            (&json!("school"), &json!("läxhjälp"), &json!("2026-0143")),
            (&json!("parenting"), &json!("hyresrådgivning"), &json!(null)),
        ]
    );
}

#[test]
fn a_faulty_row_is_told_of_and_nothing_is_kept() {
    let bench = bench();
    for (kind, text, told) in [
        ("attendance", "group,on,person,present\nNORR,2026-11-20,L-2,yes\n", "är inget möte i gruppen"),
        ("attendance", "group,on,person,present\nSÖDER,2026-11-19,L-2,yes\n", "är ingen grupp i teamet"),
        ("attendance", "group,on,person,present,count\nNORR,2026-11-19,,no,3\n", "kan det bara vara yes"),
        ("attendance", "group,on,person,present,count\nNORR,2026-11-19,L-2,yes,3\n", "count"),
        ("meetings", "group,on,state,wishes\nNORR,2026-11-05,held,=3\n", "önskade teman"),
        ("meetings", "group,on,state,survey_mean,survey_n\nNORR,2026-11-05,held,fyra,3\n", "medelvärde"),
        ("meetings", "group,on,state\nNORR,2027-11-05,held\n", "on"),
        ("referrals", "case_ref,to,area,state,needed_on\n2026-0143,bup,school,sent,2026-11-01\n", "sent_on"),
    ] {
        let path = bench.file("faulty.csv", text);
        let said = bench.run(&["import", kind, &path]).bad(3);
        assert!(said.contains(told), "{kind}: {said}");
    }
    assert_eq!((bench.rows("attendance").len(), bench.rows("meetings").len()), (2, 2));
}

#[test]
fn a_line_refers_somebody() {
    let bench = Bench::with_families();
    let said = bench.run(&["add", "lots 2026-0143 BUP #psyk skickad 2/11 samtycke:båda -- sover dåligt"]).good();
    assert!(said.contains("BUP") && said.contains("sover dåligt"), "{said}");
    let rows = bench.rows("referrals");
    assert_eq!(rows[0]["to"], "child_psychiatry");
    assert_eq!(rows[0]["sent_on"], "2026-11-02");
    let tried = bench.run(&["add", "--dry-run", "--json", "lots 2026-0143 tandvård"]).json();
    assert_eq!((tried["kind"].clone(), tried["area"].clone()), (json!("referral"), json!("psychosocial")));
    assert_eq!(bench.rows("referrals").len(), 1);
}

#[test]
fn a_group_is_shown_with_its_meetings_and_names_nobody() {
    let bench = bench();
    let told = bench.run(&["show", "group", "norr"]).good();
    assert!(told.starts_with("Föräldragruppen Norr · föräldragrupp · pågår · 1 möte\n"), "{told}");
    assert!(told.contains("skärmtid (3), ekonomi (2)") && told.contains("4,1 (n 9)"), "{told}");
    let shown = bench.run(&["show", "group", "NORR", "--json"]).json();
    assert_eq!((&shown["group"]["group"], &shown["meetings"][0]["came"]), (&json!("NORR"), &json!(3)));
    assert_eq!((&shown["answered_first"]["mean"], &shown["wished"][0]["voices"]), (&json!(4.1), &json!(3)));
    assert!(!shown.to_string().contains("L-2") && !told.contains("2026-0143"), "{shown}");
    assert!(bench.run(&["show", "group", "SÖDER"]).bad(4).contains("ingen grupp SÖDER"));
}
