//! Who somebody is: people, families, numbers and passphrases in files that went wrong once. Inputs and what is right
//! of them stand in `tests/data/cases`.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::Value;

use crate::bench::Bench;

fn case(name: &str) -> String {
    format!("{}/tests/data/cases/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Five families: Lindström with Elias, Sara and Noah, Berg with Mona and Leo, and three of whom nobody is entered.
fn five() -> Bench {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\n\
                    A-1,Lindström,active,2026-01-12\nA-2,Berg,active,2026-02-02\nA-3,Åkerlund,active,2026-03-02\n\
                    A-4,Nordin,active,2026-03-09\nA-5,Nordqvist,enquiry,2026-11-02\n";
    let people = "ref,case_ref,given_name,role,birth_on\n\
                  p1,A-1,Elias,child,2016-02-11\np2,A-1,Sara,mother,\np3,A-1,Noah,child,2019-09-01\n\
                  p4,A-2,Mona,mother,\np5,A-2,Leo,child,2014-01-20\n";
    for (kind, text) in [("families", families), ("people", people)] {
        let path = bench.file(&format!("five-{kind}.csv"), text);
        bench.run(&["import", kind, &path]).good();
    }
    bench
}

/// Exports a kind and reads it into a casebook with the same families and people, of which nothing of the kind is
/// known: both lists are the same but for their numbers.
fn comes_back(bench: &Bench, kind: &str) {
    let file = |kind: &str| bench.path(&format!("again-{kind}.csv")).display().to_string();
    for kind in ["families", "people", kind] {
        bench.run(&["export", kind, "--out", &file(kind)]).good();
    }
    let other = Bench::new();
    for kind in ["families", "people", kind] {
        other.run(&["import", kind, &file(kind)]).good();
    }
    let people = |bench: &Bench| -> Vec<Value> {
        bench.rows(kind).into_iter().map(|mut row| row.as_object_mut().unwrap().remove("people").unwrap()).collect()
    };
    assert_eq!(people(bench), people(&other), "{}", fs::read_to_string(file(kind)).unwrap());
}

#[test]
fn a_reference_that_is_another_ones_name_names_who_it_is() {
    let bench = five();
    bench.run(&["import", "people", &case("ref-is-a-name-people.csv")]).good();
    bench.run(&["import", "sessions", &case("ref-is-a-name-sessions.csv")]).good();
    assert_eq!(
        bench.rows("sessions")[0]["people"],
        serde_json::json!(["k4"]),
        "the mother, by a word that is hers alone"
    );
    comes_back(&bench, "sessions");
}

#[test]
fn namesakes_come_back_as_who_they_are() {
    let bench = five();
    bench.run(&["import", "people", &case("namesakes-people.csv")]).good();
    bench.run(&["import", "sessions", &case("namesakes-sessions.csv")]).good();
    let named: Vec<Value> = bench.rows("sessions").into_iter().map(|row| row["people"].clone()).collect();
    assert!(named.contains(&serde_json::json!(["k5"])) && named.contains(&serde_json::json!(["k6"])), "{named:?}");
    comes_back(&bench, "sessions");
    // By hand each is still found by the name as it is written.
    let by_name = "case_ref,on,kind,mode,outcome,people\nA-3,2026-11-16,conversation,phone,held,Åsa\n\
                   A-3,2026-11-17,conversation,phone,held,A\u{30a}sa\nA-3,2026-11-18,conversation,phone,held,Asa\n";
    bench.run(&["import", "sessions", &bench.file("by-name.csv", by_name)]).good();
    let on = |day: &str| bench.rows("sessions").into_iter().find(|row| row["on"] == day).unwrap()["people"].clone();
    assert_eq!(
        (on("2026-11-16"), on("2026-11-17"), on("2026-11-18")),
        (on("2026-11-14"), on("2026-11-14"), on("2026-11-15"))
    );
}

#[test]
fn a_name_with_a_semicolon_comes_back() {
    let bench = five();
    bench.run(&["import", "people", &case("name-with-semicolon.csv")]).good();
    let people =
        "ref,case_ref,given_name,role\n\"k;2\",A-3,\"Ek, Bo\",other\n\"\"\"k3\"\"\",A-3,\"\"\"Kalle\"\" Ek\",other\n";
    bench.run(&["import", "people", &bench.file("odd.csv", people)]).good();
    let session = "case_ref,on,kind,mode,outcome,people\n\
                   A-3,2026-11-12,conversation,phone,held,k1\n\
                   A-3,2026-11-13,conversation,phone,held,\"k1;\"\"k;2\"\"\"\n\
                   A-3,2026-11-14,conversation,phone,held,\"\"\"\"\"\"\"k3\"\"\"\"\"\"\"\n";
    bench.run(&["import", "sessions", &bench.file("session.csv", session)]).good();
    comes_back(&bench, "sessions");
}

#[test]
fn what_differs_in_accent_is_another_and_what_differs_in_encoding_is_not() {
    let bench = Bench::new();
    let families = "case_ref,name,status,started_on\nÖ-12,Ek,active,2026-01-12\nO-12,Al,active,2026-01-12\n";
    bench.run(&["import", "families", &bench.file("f.csv", families)]).good();
    let again = "case_ref,name,status,started_on\nO\u{308}-12,Bok,active,2026-01-12\n";
    // Composed or not, it is the family that is there, and O-12 is another.
    let said = bench.run(&["import", "families", &bench.file("g.csv", again)]).good();
    assert!(said.contains("0 nya, 1 ändrade, 0 oförändrade."), "{said}");
    let names: Vec<_> = bench.rows("families").iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Al", "Bok"]);
    let people = "ref,case_ref,given_name,role\nÅ-1,Ö-12,Åsa,child\nA-1,O-12,Asa,child\n";
    bench.run(&["import", "people", &bench.file("p.csv", people)]).good();
    let apart = "case_ref,on,kind,mode,outcome,people\nO\u{308}-12,2026-11-12,conversation,phone,held,A\u{30a}-1\n";
    bench.run(&["import", "sessions", &bench.file("s.csv", apart)]).good();
    assert_eq!(bench.rows("sessions")[0]["case_ref"], "Ö-12");
    for same in ["A\u{30a}-1", "å-1"] {
        let text = format!("ref,case_ref,given_name,role\n{same},Ö-12,Åsa,child\n");
        let said = bench.run(&["import", "people", &bench.file("q.csv", text)]).good();
        assert!(said.contains("0 nya, 0 ändrade, 1 oförändrade."), "{same}: {said}");
    }
}

#[test]
fn impossible_values_are_named_with_row_and_column() {
    let bench = five();
    for (kind, file, column, why) in [
        ("network", "year-0026-map.csv", "drawn_on", "för länge sedan"),
        ("sessions", "year-0026-session.csv", "on", "för länge sedan"),
        ("visits", "year-0026-visit.csv", "on", "för länge sedan"),
        ("placements", "placement-before-birth.csv", "started_on", "före barnets födelsedag"),
        ("people", "personal-id-future.csv", "personal_id", "har inte varit än"),
        ("families", "error-cell.xlsx", "name", "fel som kalkylbladet visar"),
    ] {
        let said = bench.run(&["import", kind, &case(file)]).bad(3);
        assert!(said.contains(&format!("rad 2, kolumn {column}")) && said.contains(why), "{file}: {said}");
    }
    let visits = "case_ref,child_ref,with,on,contact,outcome\nA-1,p3,Sara,2019-05-01,in_person,held\n";
    let maps = "case_ref,ego_ref,drawn_on,name,sector,ring\nA-1,p3,2019-05-01,Bo,family,1\n";
    let far = "case_ref,name,status,started_on,planned_end_on\nX-9,Ek,active,2026-01-12,9999-12-31\n";
    for (kind, text, column) in
        [("visits", visits, "on"), ("network", maps, "drawn_on"), ("families", far, "planned_end_on")]
    {
        let said = bench.run(&["import", kind, &bench.file("bad.csv", text)]).bad(3);
        assert!(said.contains(&format!("rad 2, kolumn {column}")), "{kind}: {said}");
    }
    let said = bench.run(&["add", "lindström 0026-11-10 14-15 -- x"]);
    assert_ne!(said.status, 0, "{}", said.out);
    assert!(bench.rows("sessions").is_empty());
}

#[test]
fn cells_are_what_a_spreadsheet_shows() {
    for file in ["date-hair-below.xlsx", "iso-date-cell.xlsx"] {
        let bench = Bench::new();
        bench.run(&["import", "families", &case(file)]).good();
        assert_eq!(bench.rows("families")[0]["started_on"], "2026-03-02", "{file}");
    }
    let bench = Bench::new();
    bench.run(&["import", "families", &case("formula-quoted-ref.csv")]).good();
    bench.run(&["import", "families", &case("wide-name.csv")]).good();
    let mut rows: Vec<(Value, Value)> =
        bench.rows("families").into_iter().map(|row| (row["case_ref"].clone(), row["name"].clone())).collect();
    rows.sort_by_key(|row| row.0.to_string());
    assert_eq!(rows, [("B-1".into(), "Öberg".into()), ("O-4".into(), "王小明".into())]);
}

#[test]
fn numbers_belong_to_systems() {
    let bench = five();
    bench.run(&["import", "people", &case("coord-unknown-birth.csv")]).good();
    let text = "ref,case_ref,given_name,role,personal_id,id_system\n\
                r1,A-4,Amal,child,20110505-TF12,\nr2,A-4,Bina,child,992011050512,reserve_number\n\
                r3,A-4,God,trustee,,\nr4,A-4,Ny,appointed_guardian,201701012393,\nr5,A-4,Pia,other,AB 12,other\n";
    bench.run(&["import", "people", &bench.file("numbers.csv", text)]).good();
    let system = |reference: &str| {
        let rows = bench.rows("people");
        let row = rows.iter().find(|row| row["ref"] == reference).unwrap();
        (row["personal_id"].clone(), row["id_system"].clone())
    };
    assert_eq!(system("k1"), ("191500722390".into(), "coordination_number".into()));
    assert_eq!(system("r1"), ("20110505-TF12".into(), "reserve_number".into()));
    assert_eq!(system("r2"), ("992011050512".into(), "reserve_number".into()));
    assert_eq!(system("r3"), (Value::Null, Value::Null));
    assert_eq!(system("r4"), ("201701012393".into(), "personal_number".into()));
    assert_eq!(system("r5"), ("AB 12".into(), "other".into()));
    let wrong = "ref,case_ref,given_name,role,personal_id,id_system\n\
                 x1,A-4,A,child,201701012393,coordination_number\nx2,A-4,B,child,,other\n";
    let said = bench.run(&["import", "people", &bench.file("wrong.csv", wrong)]).bad(3);
    assert!(said.contains("rad 2, kolumn id_system") && said.contains("rad 3, kolumn id_system"), "{said}");
}

#[test]
fn a_number_in_two_families_is_told_and_stored() {
    let bench = five();
    let first = "ref,case_ref,given_name,role,personal_id\nn1,A-3,Ali,father,201701012393\n";
    assert!(!bench.run(&["import", "people", &bench.file("a.csv", first)]).good().contains('?'));
    let second = "ref,case_ref,given_name,role,personal_id\nn2,A-4,Ali,father,201701012393\n";
    let said = bench.run(&["import", "people", &bench.file("b.csv", second)]).good();
    assert!(said.contains("Rad 2: samma nummer har redan någon i Åkerlund A-3."), "{said}");
    let due = bench.rows("due");
    let told: Vec<&Value> =
        due.iter().filter(|row| row["rule"] == "shared_number").map(|row| &row["case_ref"]).collect();
    assert_eq!(told, ["A-3", "A-4"], "both stand before whoever may see both");
}

#[test]
fn a_passphrase_is_its_letters() {
    for made_with in ["ett långt lösenord till", "ett la\u{30a}ngt lo\u{308}senord till"] {
        let bench = Bench::empty();
        bench.file("passphrase", made_with);
        bench.run(&["init"]).good();
        for typed in
            ["ett långt lösenord till", "ett la\u{30a}ngt lo\u{308}senord till", "\u{feff}ett långt lösenord till\r\n"]
        {
            bench.file("passphrase", typed);
            bench.run(&["list", "families"]).good();
        }
    }
    let bench = Bench::empty();
    fs::copy(case("passphrase-bom.txt"), bench.path("passphrase")).unwrap();
    fs::set_permissions(bench.path("passphrase"), Permissions::from_mode(0o600)).unwrap();
    bench.run(&["init"]).good();
    bench.file("passphrase", "en rimligt lang losenfras 2026");
    bench.run(&["list", "families"]).good();
}

#[test]
fn a_passphrase_that_can_be_guessed_makes_nothing() {
    for weak in ["aaaaaaaaaaaa", "123456789012", "KarinKarinKarin"] {
        let bench = Bench::empty();
        bench.file("passphrase", weak);
        let said = bench.run(&["init"]).bad(3);
        assert!(said.contains("för lätt att gissa"), "{weak}: {said}");
        assert!(!bench.casebook().exists());
    }
}

#[test]
fn files_of_a_casebook_are_looked_at_and_not_waited_for() {
    let bench = Bench::new();
    let directory = bench.casebook();
    let slot = slot(&bench);
    fs::write(directory.join("visits.toml"), "").unwrap();
    fs::set_permissions(directory.join("visits.toml"), Permissions::from_mode(0o600)).unwrap();
    for path in [slot.as_path(), &directory.join("visits.toml")] {
        fs::set_permissions(path, Permissions::from_mode(0o644)).unwrap();
        let said = bench.run(&["doctor"]);
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(said.out.contains(&format!("{name} 644")), "{}", said.out);
        fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
    }
    bench.run(&["doctor"]).good();
    // A pipe that nobody writes into is no settings file, and nobody waits for it.
    fs::remove_file(directory.join("visits.toml")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(directory.join("visits.toml")).status().unwrap().success());
    let said = bench.run(&["list", "families"]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.err.contains("visits.toml"), "{}", said.err);
    fs::remove_file(directory.join("visits.toml")).unwrap();
    fs::remove_file(&slot).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&slot).status().unwrap().success());
    assert!(bench.run(&["list", "families"]).bad(7).contains("skadad"));
}

/// The key file of the only user.
fn slot(bench: &Bench) -> PathBuf {
    let mut slots = fs::read_dir(bench.casebook().join("keys")).unwrap().map(|slot| slot.unwrap().path());
    slots.find(|slot| slot.file_name().unwrap().to_str().unwrap().starts_with("user-")).unwrap()
}

#[test]
fn a_slot_that_asks_for_too_much_is_damaged() {
    let bench = Bench::new();
    let slot = slot(&bench);
    let whole = fs::read_to_string(&slot).unwrap();
    for (name, value) in [("memory_kib", "1048576"), ("passes", "64")] {
        let line = whole.lines().find(|line| line.starts_with(name)).unwrap();
        fs::write(&slot, whole.replace(line, &format!("{name} = {value}"))).unwrap();
        assert!(bench.run(&["list", "families"]).bad(7).contains("skadad"), "{name}");
    }
    fs::write(&slot, whole).unwrap();
    bench.run(&["list", "families"]).good();
}

#[test]
fn a_directory_one_may_not_enter_is_told_as_such() {
    let bench = Bench::new();
    // Whoever tests as root may enter everything.
    let above = bench.path("above");
    fs::create_dir(&above).unwrap();
    fs::rename(bench.casebook(), above.join("casebook")).unwrap();
    fs::set_permissions(&above, Permissions::from_mode(0o000)).unwrap();
    let may = fs::read_dir(&above).is_ok();
    let inside = above.join("casebook").display().to_string();
    let words =
        ["--casebook", inside.as_str(), "--user", "Karin", "--passphrase-file", "passphrase", "list", "families"];
    let said = bench.plain(&words);
    fs::set_permissions(&above, Permissions::from_mode(0o700)).unwrap();
    if may {
        assert_eq!(said.status, 0, "{}", said.err);
    } else {
        assert!(said.bad(7).contains("inte behörighet"));
    }
}
