//! What becomes of planned visits when a newer file comes.

use serde_json::json;
use trygg::domain::codes::CancelledBy;
use trygg::domain::ids::{ArrangementId, FamilyId};
use trygg::domain::visit::{Occurrence, When};
use trygg::store::DiaryOf;

use super::{ZONE, calendar, event, held, planned, taken, tally};
use crate::bench::Bench;
use crate::visits::{day, write};

#[test]
fn a_newer_file_is_followed_where_nothing_has_come_of_a_visit() {
    let bench = Bench::with_families();
    let all: Vec<String> = (1..=9).map(|number| event(&format!("u{number}"), number, 15, "SEQUENCE:3")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    assert_eq!(tally(&taken(&bench, &all, &[])), [9, 0, 0]);
    let store = bench.store();
    let diary = store.diary(DiaryOf::Family(FamilyId(1)), day("2026-01-01"), day("2028-01-01")).unwrap();
    drop(store);
    let one = |number: i64| {
        let id = ArrangementId(number);
        let of = &diary.arrangement(id).unwrap().value;
        (Occurrence::given(id, of, of.series.from), of.clone())
    };
    // Here the second is cancelled, on the third something is written, the fourth is moved, the fifth left out.
    write(&bench, &one(2).0.cancelled(CancelledBy::Parent, None, None));
    let mut written = one(3).0;
    written.before.child = Some("vet vem som kommer".to_owned());
    write(&bench, &written);
    let (fourth, of) = one(4);
    let to = When { on: day("2026-12-14"), ..fourth.when() };
    write(&bench, &fourth.moved(&of, to, None));
    write(&bench, &one(5).0.left_out(None));
    // In the newer file all are an hour later; the sixth is cancelled, the seventh gone, the eighth from an older file.
    let later = |number: u32, more: &str| event(&format!("u{number}"), number, 16, more);
    let newer = [
        later(1, "SEQUENCE:4"),
        later(2, "SEQUENCE:4"),
        later(3, "SEQUENCE:4"),
        later(4, "SEQUENCE:4"),
        later(5, "SEQUENCE:4"),
        later(6, "SEQUENCE:4\nSTATUS:CANCELLED"),
        later(8, "SEQUENCE:2"),
        event("u9", 9, 15, "SEQUENCE:5"),
    ];
    let newer: Vec<&str> = newer.iter().map(String::as_str).collect();
    let expected = [
        "2026-12-02 settled",
        "2026-12-03 settled",
        "2026-12-04 moved_here",
        "2026-12-05 settled",
        "2026-12-07 gone",
        "2026-12-08 older",
    ];
    let said = taken(&bench, &newer, &["--dry-run"]);
    assert_eq!((tally(&said), held(&said)), ([0, 2, 6], expected.map(str::to_owned).to_vec()), "{said}");
    let path = bench.file("enhet.ics", calendar(&newer));
    let told = bench.run(&["import", "visits", &path, "--dry-run"]).good();
    assert!(told.contains("\n2026-12-01 15:00 (rad 4): kalendern säger nu 2026-12-01 16:00–18:00.\n"), "{told}");
    assert!(told.contains("\n2026-12-06 15:00 (rad 39): ställs in.\n"), "{told}");
    let said = taken(&bench, &newer, &[]);
    assert_eq!(
        said["changes"],
        json!([
            {
                "line": 4, "at": "2026-12-01T15:00", "to": "2026-12-01T16:00", "until": "2026-12-01T18:00",
                "columns": ["start", "end"],
            },
            {
                "line": 39, "at": "2026-12-06T15:00", "to": null, "until": null,
                "columns": ["outcome", "cancelled_by"],
            },
        ])
    );
    let stand = [
        "2026-12-01 16:00-18:00 L-2 Sara moved",
        "2026-12-02 15:00-17:00 L-2 Sara cancelled",
        "2026-12-03 15:00-17:00 L-2 Sara planned",
        "2026-12-06 15:00-17:00 L-2 Sara cancelled",
        "2026-12-07 15:00-17:00 L-2 Sara planned",
        "2026-12-08 15:00-17:00 L-2 Sara planned",
        "2026-12-09 15:00-17:00 L-2 Sara planned",
        "2026-12-14 15:00-17:00 L-2 Sara moved",
    ];
    assert_eq!(planned(&bench, "2026-12-01", "2026-12-31"), stand);
    let again = taken(&bench, &newer, &[]);
    assert_eq!((tally(&again), held(&again)), ([0, 0, 8], expected.map(str::to_owned).to_vec()), "{again}");
    assert_eq!(planned(&bench, "2026-12-01", "2026-12-31"), stand);
    // In words each says what to do.
    let path = bench.file("enhet.ics", calendar(&newer));
    let told = bench.run(&["import", "visits", &path]).good();
    assert!(told.contains("? Rad 11: 2026-12-02 16:00 (u2): umgänget är redan genomfört"), "{told}");
    assert!(told.contains("? 2026-12-07 15:00 (u7): kalendern har inte längre umgänget"), "{told}");
    bench.run(&["verify"]).good();
}

#[test]
fn a_series_that_is_moved_moves_its_visits() {
    let bench = Bench::with_families();
    let weekly = |day: u32, hour: u32, more: &str| event("s", day, hour, &format!("RRULE:FREQ=WEEKLY;COUNT=3\n{more}"));
    assert_eq!(tally(&taken(&bench, &[&weekly(1, 15, "")], &[])), [3, 0, 0]);
    // From Tuesdays to Thursdays, an hour later, and without the last.
    let said = taken(&bench, &[&weekly(3, 16, &format!("SEQUENCE:1\nEXDATE{ZONE}20261217T160000"))], &[]);
    assert_eq!((tally(&said), held(&said)), ([0, 3, 0], vec![]), "{said}");
    let expected = [
        "2026-12-03 16:00-18:00 L-2 Sara moved",
        "2026-12-10 16:00-18:00 L-2 Sara moved",
        "2026-12-15 15:00-17:00 L-2 Sara cancelled",
    ];
    assert_eq!(planned(&bench, "2026-12-01", "2026-12-31"), expected);
}

#[test]
fn a_series_that_is_parted_in_two_stays_the_same_visits() {
    let bench = Bench::with_families();
    let daily =
        |uid: &str, day: u32, hour: u32, count: u32| event(uid, day, hour, &format!("RRULE:FREQ=DAILY;COUNT={count}"));
    assert_eq!(tally(&taken(&bench, &[&daily("s", 1, 15, 4)], &[])), [4, 0, 0]);
    let parted = [daily("s", 1, 15, 2), daily("s_R3", 3, 15, 2)];
    let said = taken(&bench, &parted.each_ref().map(String::as_str), &[]);
    assert_eq!((tally(&said), held(&said)), ([0, 0, 4], vec![]), "{said}");
    // The rest follows its new name, and the first goes alone.
    let said = taken(&bench, &[&event("s", 1, 15, "STATUS:CANCELLED"), &daily("s_R3", 3, 17, 2)], &[]);
    assert_eq!((tally(&said), held(&said)), ([0, 4, 0], vec![]), "{said}");
    let expected = [
        "2026-12-01 15:00-17:00 L-2 Sara cancelled",
        "2026-12-02 15:00-17:00 L-2 Sara cancelled",
        "2026-12-03 17:00-19:00 L-2 Sara moved",
        "2026-12-04 17:00-19:00 L-2 Sara moved",
    ];
    assert_eq!(planned(&bench, "2026-12-01", "2026-12-31"), expected);
}

#[test]
fn a_visit_that_stands_here_already_is_that_one() {
    let bench = Bench::with_families();
    bench.run(&["add", "umgänge Elias @mamma 1/12 15-17 plats:Lekoteket"]).good();
    bench.run(&["add", "umgänge Elias @mamma varje tor 10-12 from 3/12 tom 17/12"]).good();
    let events = [
        event("a", 1, 15, ""),
        event("b", 3, 10, ""),
        event("c", 10, 13, ""),
        event("d", 18, 15, "LOCATION:Lekoteket"),
    ];
    let events: Vec<&str> = events.iter().map(String::as_str).collect();
    let said = taken(&bench, &events, &[]);
    // At another hour of a day on which they meet nothing is planned; a place where they have been is known.
    assert_eq!((tally(&said), held(&said)), ([1, 0, 2], vec!["2026-12-10 beside".to_owned()]), "{said}");
    assert_eq!(planned(&bench, "2026-12-18", "2026-12-18"), ["2026-12-18 15:00-17:00 L-2 Sara planned Lekoteket"]);
    // The single one follows the calendar from now on.
    let said = taken(&bench, &[&event("a", 2, 15, "LOCATION:Någon annanstans")], &[]);
    assert_eq!(tally(&said), [0, 1, 0], "{said}");
    assert_eq!(planned(&bench, "2026-12-01", "2026-12-02"), ["2026-12-02 15:00-17:00 L-2 Sara moved Lekoteket"]);
}
