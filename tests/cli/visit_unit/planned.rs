//! What is planned of a calendar, and what keeps it out.

use serde_json::json;
use trygg::domain::ids::FamilyId;
use trygg::store::Trail;

use super::{ZONE, calendar, event, held, planned, taken, tally};
use crate::bench::Bench;

/// What stands in the file, between which days one looks, and what is planned there.
type Case = (&'static str, Vec<String>, [&'static str; 2], &'static [&'static str]);

/// Keeps a mapping.
fn mapped(bench: &Bench, mapping: &str) {
    let path = bench.casebook().join("imports.toml");
    std::fs::write(path, format!("[[mapping]]\nname = \"enhet\"\nkind = \"visits\"\n{mapping}\n")).unwrap();
}

#[test]
fn each_event_is_planned_as_it_stands() {
    let bench = Bench::with_families();
    mapped(
        &bench,
        "left_out = [\"Personalmöte\"]\n[mapping.events.\"Grupp Grön\"]\nchild_ref = \"L-3\"\nwith = \"Sara\"\n\
         contact = \"video\"\n[mapping.words.place]\n\"Rum 2\" = \"Umgängescentrum, rum 2\"",
    );
    let once = |uid: &str, day: &str, summary: &str, more: &str| {
        format!("UID:{uid}\nSUMMARY:{summary}\nDTSTART{ZONE}{day}T150000\nDTEND{ZONE}{day}T170000\n{more}")
    };
    let cases: [Case; 11] = [
        (
            "by a child's name and a role",
            vec![once("a", "20261201", "Umgänge Elias med mamma", "")],
            ["2026-12-01", "2026-12-01"],
            &["2026-12-01 15:00-17:00 L-2 Sara planned"],
        ),
        (
            "by references",
            vec![once("b", "20261202", "L-3 / L-1", "")],
            ["2026-12-02", "2026-12-02"],
            &["2026-12-02 15:00-17:00 L-3 Sara planned"],
        ),
        (
            "by a family's reference and a child's name among the categories",
            vec![once("c", "20261203", "Bokning 2026-0143", "CATEGORIES:Umgänge,Noah,Sara")],
            ["2026-12-03", "2026-12-03"],
            &["2026-12-03 15:00-17:00 L-3 Sara planned"],
        ),
        (
            "by the mapping, at a place that it knows",
            vec![once("d", "20261204", "grupp grön\\, v 49", "LOCATION:rum 2")],
            ["2026-12-04", "2026-12-04"],
            &["2026-12-04 15:00-17:00 L-3 Sara planned Umgängescentrum, rum 2"],
        ),
        (
            "a series over the change of the clock",
            vec![once(
                "e",
                "20270323",
                "Umgänge Elias med mamma",
                &format!("RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE{ZONE}20270406T150000"),
            )],
            ["2027-03-20", "2027-04-30"],
            &[
                "2027-03-23 15:00-17:00 L-2 Sara planned",
                "2027-03-30 15:00-17:00 L-2 Sara planned",
                "2027-04-13 15:00-17:00 L-2 Sara planned",
            ],
        ),
        (
            "universal time, in winter and in summer",
            vec![
                "UID:f\nSUMMARY:L-2 L-1\nDTSTART:20270115T090000Z\nDTEND:20270115T100000Z".to_owned(),
                "UID:g\nSUMMARY:L-2 L-1\nDTSTART:20270615T090000Z\nDTEND:20270615T100000Z".to_owned(),
            ],
            ["2027-01-15", "2027-06-15"],
            &["2027-01-15 10:00-11:00 L-2 Sara planned", "2027-06-15 11:00-12:00 L-2 Sara planned"],
        ),
        (
            "one of a series moved, one cancelled",
            vec![
                once("h", "20270901", "Umgänge Elias med mamma", "RRULE:FREQ=DAILY;COUNT=3"),
                format!(
                    "UID:h\nSUMMARY:Umgänge Elias med mamma\nRECURRENCE-ID{ZONE}20270902T150000\n\
                     DTSTART{ZONE}20270908T100000\nDURATION:PT90M"
                ),
                format!("UID:h\nSTATUS:CANCELLED\nRECURRENCE-ID{ZONE}20270903T150000\nDTSTART{ZONE}20270903T150000"),
            ],
            ["2027-09-01", "2027-09-30"],
            &["2027-09-01 15:00-17:00 L-2 Sara planned", "2027-09-08 10:00-11:30 L-2 Sara planned"],
        ),
        (
            "cancelled, of staff, and in the year after",
            vec![
                once("i", "20261210", "Umgänge Elias med mamma", "STATUS:CANCELLED"),
                once("j", "20261210", "Personalmöte", ""),
                once("k", "20281210", "Umgänge Elias med mamma", ""),
            ],
            ["2026-12-10", "2028-12-31"],
            &[],
        ),
        (
            "a night, whole days, and no end",
            vec![
                format!("UID:l\nSUMMARY:L-2 L-1\nDTSTART{ZONE}20271001T170000\nDTEND{ZONE}20271002T100000"),
                "UID:m\nSUMMARY:L-2 L-1\nDTSTART;VALUE=DATE:20271005\nDTEND;VALUE=DATE:20271006".to_owned(),
                format!("UID:n\nSUMMARY:L-2 L-1\nDTSTART{ZONE}20271007T150000"),
            ],
            ["2027-10-01", "2027-10-31"],
            &[
                "2027-10-01 17:00-10:00 L-2 Sara planned",
                "2027-10-05 --- L-2 Sara planned",
                "2027-10-07 15:00-- L-2 Sara planned",
            ],
        ),
        (
            "free in their calendar, and the newer of two",
            vec![
                once("o", "20271101", "Umgänge Elias med mamma", "TRANSP:TRANSPARENT\nSEQUENCE:1"),
                once("o", "20271102", "Umgänge Elias med mamma", "SEQUENCE:2"),
            ],
            ["2027-11-01", "2027-11-30"],
            &["2027-11-02 15:00-17:00 L-2 Sara planned"],
        ),
        (
            "at a place that nobody knows, with signs that steer a terminal",
            vec![once(
                "p",
                "20271110",
                "Umgänge \u{1b}[31mElias\u{7} med mamma",
                "LOCATION:Jourhem Fält\\, Storgatan 3",
            )],
            ["2027-11-10", "2027-11-10"],
            &["2027-11-10 15:00-17:00 L-2 Sara planned"],
        ),
    ];
    let events: Vec<&str> = cases.iter().flat_map(|(_, events, ..)| events.iter().map(String::as_str)).collect();
    let until = ["--mapping", "enhet", "--to", "2027-12-31"];
    let tried = taken(&bench, &events, &[&until[..], &["--dry-run"]].concat());
    assert_eq!((tally(&tried), &tried["dry_run"], &tried["without_place"]), ([16, 0, 0], &json!(true), &json!(1)));
    assert_eq!(planned(&bench, "2026-11-01", "2028-12-31"), Vec::<String>::new());
    let said = taken(&bench, &events, &until);
    assert_eq!((tally(&said), held(&said)), ([16, 0, 0], vec![]), "{said}");
    for (name, _, [from, to], expected) in &cases {
        let all = planned(&bench, from, to);
        // Days of other cases lie between those of some.
        let found: Vec<&String> = all.iter().filter(|one| expected.contains(&one.as_str())).collect();
        assert_eq!(found, *expected, "{name}: {all:?}");
    }
    assert_eq!(planned(&bench, "2026-11-01", "2028-12-31").len(), 16);
    // The same file again changes nothing, and writes nothing.
    let journal = |bench: &Bench| {
        let all = bench.store().journal(Trail::Family(FamilyId(1)), 999).unwrap();
        all.iter().filter(|row| row.cause == "import").count()
    };
    let (before, rows) = (planned(&bench, "2026-11-01", "2028-12-31"), journal(&bench));
    let again = taken(&bench, &events, &until);
    assert_eq!((tally(&again), held(&again)), ([0, 0, 16], vec![]), "{again}");
    assert_eq!((planned(&bench, "2026-11-01", "2028-12-31"), journal(&bench)), (before, rows));
}

#[test]
fn what_cannot_be_told_keeps_the_whole_file_out_and_is_named() {
    let bench = Bench::with_families();
    let own =
        bench.file("barn.csv", "ref,case_ref,given_name,role\nB-2,2026-0150,Elias,child\nB-3,2026-0150,Per,child\n");
    bench.run(&["import", "people", &own]).good();
    let good = event("god", 1, 15, "");
    let good = good.replace("Elias med mamma", "L-2 L-1");
    let at = |summary: &str, times: &str| format!("UID:x\nSUMMARY:{summary}\n{times}");
    let times = format!("DTSTART{ZONE}20261203T150000\nDTEND{ZONE}20261203T170000");
    for (bad, column, reason) in [
        (at("Umgänge Kotten", &times), "SUMMARY", "nämner inget barn"),
        (at("Besök per telefon", &times), "SUMMARY", "nämner inget barn"),
        // Of two families.
        (at("Umgänge Elias med mamma", &times), "SUMMARY", "2026-0143 L-2, 2026-0150 B-2"),
        (at("2026-0143", &times), "SUMMARY", "2026-0143 L-2, 2026-0143 L-3"),
        (at("Umgänge Noah", &times), "with", "måste fyllas i"),
        (at("L-2 L-1", &times).replace("UID:x\n", ""), "UID", "saknar UID"),
        (at("L-2 L-1", &times.replace("Europe/Stockholm", "Hemma")), "DTSTART", "tidszon"),
        (at("L-2 L-1", &format!("{times}\nRRULE:FREQ=NÅGONGÅNG")), "RRULE", "återkommer"),
        (at("L-2 L-1", &format!("DTSTART{ZONE}20261203T150000\nDTEND{ZONE}20261203T140000")), "DTEND", "slutar innan"),
        (good.replace("god", "samma"), "DTSTART", "samma sak"),
    ] {
        let path = bench.file("enhet.ics", calendar(&[&good, &bad]));
        let said = bench.run(&["import", "visits", &path, "--json"]).error(3);
        let row = &said["rows"][0];
        assert_eq!((&row["line"], &row["column"]), (&json!(10), &json!(column)), "{bad}: {said}");
        assert!(row["reason"].as_str().unwrap().contains(reason), "{bad}: {row}");
    }
    assert_eq!(planned(&bench, "2026-11-01", "2028-12-31"), Vec::<String>::new());
    // A family's name tells which of two is meant; so does a parent whom only one of them has.
    let named = at("Umgänge Elias Lindström med mamma", &times);
    let with = at("Umgänge Elias – Sara", &times.replace("20261203", "20261204")).replace("UID:x", "UID:y");
    assert_eq!(tally(&taken(&bench, &[&named], &[])), [1, 0, 0]);
    let path = bench.file("enhet.ics", calendar(&[&with]));
    assert!(bench.run(&["import", "visits", &path]).bad(3).contains("2026-0150 B-2"));
}

#[test]
fn a_calendar_that_asks_for_too_much_or_in_the_wrong_way_is_refused() {
    let bench = Bench::with_families();
    let hourly = event("h", 1, 15, "RRULE:FREQ=HOURLY;INTERVAL=1;BYMINUTE=0,10,20,30,40,50");
    let (hourly, good) =
        (bench.file("h.ics", calendar(&[&hourly])), bench.file("g.ics", calendar(&[&event("g", 1, 15, "")])));
    let cut = bench.file("c.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
    for (words, status, told) in [
        (&["visits", &hourly, "--to", "2029-12-31"][..], 3, "fler tider än"),
        (&["visits", &cut], 3, "slut saknas"),
        (&["visits", &good, "--new-mapping", "enhet"], 2, "imports.toml"),
        (&["visits", &good, "--mapping", "enhet"], 2, "enhet"),
        (&["visits", &good, "--supporter", "Tove"], 2, "import calendar"),
        (&["people", &good, "--from", "2026-12-01"], 2, "import calendar"),
    ] {
        let said = bench.run(&[&["import"], words].concat());
        assert!(said.err.contains(told), "{words:?}: {} {}", said.status, said.err);
        assert_eq!(said.status, status, "{words:?}: {}", said.err);
    }
    assert_eq!(planned(&bench, "2026-11-01", "2029-12-31"), Vec::<String>::new());
}
