//! Reports as pages, pictures and files of a timer; the records behind a figure; what is not filled in.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use sha2::{Digest, Sha256};

use crate::bench::Bench;

/// Sessions of two months: five and six about school that were held, two cancelled, one about nothing.
fn with_sessions() -> Bench {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on,district,child_support\n\
        A-1,Lindström,active,2025-01-01,Norr,Karin\nA-2,Berg,active,2025-01-01,,\n";
    bench.run(&["import", "families", &bench.file("families.csv", families)]).good();
    let mut rows = "case_ref,on,kind,mode,outcome,minutes,areas,cancelled_by\n".to_owned();
    let mut add = |on: String, rest: &str| rows.push_str(&format!("A-1,{on},conversation,home_visit,{rest}\n"));
    (1..6).for_each(|day| add(format!("2026-09-0{day}"), "held,60,school,"));
    (1..7).for_each(|day| add(format!("2026-10-0{day}"), "held,60,school,"));
    (8..10).for_each(|day| add(format!("2026-10-0{day}"), "cancelled,60,school,parent"));
    add("2026-10-20".to_owned(), "held,60,,");
    bench.run(&["import", "sessions", &bench.file("sessions.csv", rows)]).good();
    bench
}

#[test]
fn a_page_holds_all_that_is_told_and_nothing_that_is_elsewhere() {
    let bench = with_sessions();
    fs::write(bench.casebook().join("reports.toml"), "unit = \"Enheten <Stöd> & co\"\n").unwrap();
    let path = bench.path("page.html");
    bench.run(&["report", "sessions", "--by", "month", "--out", path.to_str().unwrap()]).good();
    let page = fs::read_to_string(&path).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    for told in [
        "<!DOCTYPE html>",
        "Enheten &lt;Stöd&gt; &amp; co",
        "default-src &apos;none&apos;",
        "<th scope=\"row\" class=\"row\">2026-10</th>",
        "<td>7</td>",
        "<td>*</td>",
        "page-break-before:always",
        // Over each page of a long table, and over each page after it.
        "<tr class=\"again\" aria-hidden=\"true\"",
        "<p class=\"again\">Enheten &lt;Stöd&gt; &amp; co · Träffar",
        "Alla träffar i enheten",
        "<svg",
    ] {
        assert!(page.contains(told), "{told}\n{page}");
    }
    for elsewhere in ["<script", "http://", "https://", "href", "src=", "@import", "url(h"] {
        assert!(!page.contains(elsewhere), "{elsewhere}");
    }
    // The two that were cancelled are nowhere, neither as a figure nor as a bar.
    assert!(!page.contains("<td>2</td>"));
    let inside = bench.run(&["report", "sessions", "--by", "month", "--internal", "--format", "html"]).good();
    assert!(inside.contains("<td>2</td>"), "{inside}");
    // On the screen, over each page of the table, and over every page that begins anew.
    let pages = inside.matches("<section").count();
    assert_eq!(inside.matches("class=\"internal\"").count(), 2 + pages, "{inside}");
}

#[test]
fn a_picture_is_told_without_colour_and_as_a_sentence() {
    let bench = with_sessions();
    let picture = bench.run(&["report", "sessions", "--by", "month", "--format", "svg"]).good();
    assert!(picture.contains("<desc>mest: 2026-10 7; minst: 2026-09 5. "), "{picture}");
    assert!(picture.contains("role=\"img\"") && !picture.contains("<script"));
    let bars = bench.run(&["report", "sessions", "--format", "svg"]).good();
    assert!(bars.contains("<pattern id=\"hatch\"") && bars.contains("mest: Hållna 11"), "{bars}");
    let colours: Vec<&str> = bars.match_indices("fill=\"").map(|(at, _)| &bars[at + 6..at + 10]).collect();
    assert!(colours.iter().all(|colour| ["#fff", "#000", "url("].contains(colour)), "{colours:?}");
}

#[test]
fn the_records_behind_a_figure_are_listed_by_the_codes_in_the_files() {
    let bench = with_sessions();
    let behind = |words: &[&str]| bench.run(&[&["report", "sessions"], words].concat());
    let held = behind(&["--period", "2026-10", "--records", "school,held", "--format", "json"]).json();
    let days: Vec<&str> = held.as_array().unwrap().iter().map(|row| row["on"].as_str().unwrap()).collect();
    assert_eq!(days, (1..7).map(|day| format!("2026-10-0{day}")).collect::<Vec<_>>());
    assert_eq!((&held[0]["case_ref"], &held[0]["kind"]), (&"A-1".into(), &"session".into()));
    let missing = behind(&["--records", "missing:areas"]).good();
    assert!(missing.contains("2026-10-20") && missing.contains("Lindström"), "{missing}");
    let cancelled = behind(&["--records", "total,cancelled", "--format", "json"]).json();
    assert_eq!(cancelled.as_array().unwrap().len(), 2);
    let said = behind(&["--records", "school,moon"]).bad(2);
    assert!(said.contains("held"), "{said}");
    let other = bench.run(&["report", "sessions", "--team", "Ingen", "--format", "csv"]);
    assert!(other.status != 0 && other.err.contains("Ingen"), "{}", other.err);
}

#[test]
fn what_is_not_filled_in_is_listed_per_worker_and_family() {
    let bench = with_sessions();
    let listed = bench.run(&["list", "missing", "--json"]).json();
    let told: Vec<String> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["worker"], row["case_ref"], row["field"]).replace('"', ""))
        .collect();
    assert_eq!(told, ["Karin A-1 areas", "null A-2 district"]);
    let text = bench.run(&["list", "missing", "--family", "A-2"]).good();
    assert!(text.contains("distrikt") && !text.contains("område"), "{text}");
}

#[test]
fn saved_reports_are_written_with_their_manifest_where_the_unit_lets_them() {
    let bench = with_sessions();
    let said = bench.run(&["report", "--all-saved"]).bad(4);
    assert!(said.contains("sparade rapporter"), "{said}");
    let out = bench.path("out");
    fs::create_dir(&out).unwrap();
    let settings = format!(
        "directories = [\"{}\"]\n\
         [[report]]\nname = \"per-month\"\nreport = \"sessions\"\nby = \"month\"\nperiod = \"last month\"\n\
         format = \"csv\"\nseparator = \";\"\n\
         [[report]]\nname = \"page\"\nreport = \"placements\"\nformat = \"html\"\n",
        out.display()
    );
    fs::write(bench.casebook().join("reports.toml"), settings).unwrap();
    bench.run(&["report", "--all-saved"]).good();
    let csv = fs::read_to_string(out.join("per-month-2026-10-01-2026-10-31.csv")).unwrap();
    assert!(csv.starts_with("month;held;") && csv.contains("2026-10;7;"), "{csv}");
    let beside = fs::read_to_string(out.join("per-month-2026-10-01-2026-10-31.csv-metadata.json")).unwrap();
    assert!(beside.contains("Alla träffar i enheten"), "{beside}");
    let manifest: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(out.join("manifest.json")).unwrap()).unwrap();
    let reports = manifest["reports"].as_array().unwrap();
    assert_eq!(reports.len(), 2);
    for entry in reports {
        let file = out.join(entry["file"].as_str().unwrap());
        let sum: String = Sha256::digest(fs::read(&file).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(entry["sha256"], sum, "{entry}");
        for said in ["definition", "population", "disclosure", "made"] {
            assert!(entry[said].as_str().is_some_and(|text| !text.is_empty()), "{said}: {entry}");
        }
        assert!(entry["missing"].is_object(), "{entry}");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Nowhere else, for a hand neither.
    let elsewhere = bench.path("elsewhere.csv");
    let refused = bench.run(&["report", "sessions", "--out", elsewhere.to_str().unwrap()]);
    assert!(refused.status != 0 && refused.err.contains("out"), "{}", refused.err);
    assert!(!elsewhere.exists());
    bench.run(&["report", "sessions", "--out", out.join("own.csv").to_str().unwrap()]).good();
    assert!(bench.run(&["report"]).bad(2).contains("placements"));
}

#[test]
fn what_is_to_be_entered_elsewhere_is_told_until_somebody_says_that_it_was() {
    let bench = with_sessions();
    let show = |more: &[&str]| bench.run(&[&["show", "main-record", "A-1"], more].concat());
    let all = show(&[]).good();
    assert!(all.contains("2026-09-01  samtal") && all.contains("14"), "{all}");
    assert_eq!(show(&["--json"]).json()["count"], 14);
    assert!(show(&["--given"]).good().contains("infört"));
    let none = show(&["--json"]).json();
    assert_eq!((&none["count"], none["since"].is_string()), (&0.into(), true));
    bench.run(&["show", "family", "A-1", "--given"]).bad(2);
}
