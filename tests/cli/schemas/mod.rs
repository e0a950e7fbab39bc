//! What `--json` answers, and `assets/schemas`, which says so to whoever reads it with a program of their own.
//!
//! Every answer is held against its schema, and there more strictly than a reader may be: what a schema does not name
//! fails here. Lists of records are described by the program's own tables of columns; those files are renewed by
//! `TRYGG_SCHEMAS=write cargo test --test cli schemas::lists`. The others are kept by hand.

mod check;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::{Map, Value, json};
use trygg::domain::codes::CodeList;
use trygg::domain::entry::{Field, Shape};
use trygg::domain::report::REPORTS;
use trygg::exchange::Noun;

use crate::bench::{Answer, Bench, TODAY};
use crate::{check_ins, purge};
use check::faults;

/// The version that stands in the path of the files. What is taken away or comes to mean something else makes the next.
const VERSION: &str = "1";

fn place() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/schemas").join(VERSION)
}

fn schema(name: &str) -> Value {
    let path = place().join(format!("{name}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

/// The names of all files.
fn names() -> BTreeSet<String> {
    let entries = fs::read_dir(place()).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

/// Who is asked what, and the schema that the answer has.
type Asked = (&'static str, &'static str, &'static [&'static str]);

/// On the demo, as somebody who may: one after the other.
const OF_THE_DEMO: &[Asked] = &[
    ("list-due", "Karin", &["list", "due"]),
    ("list-gaps", "Karin", &["list", "gaps"]),
    ("list-network", "Karin", &["list", "network"]),
    ("list-users", "Karin", &["list", "users"]),
    ("calendar", "Karin", &["calendar", "--from", "2026-12-20", "--to", "2027-01-07"]),
    ("doctor", "Karin", &["doctor"]),
    ("verify", "Karin", &["verify"]),
    ("user-list", "Karin", &["user", "list"]),
    ("team-list", "Karin", &["team", "list"]),
    ("team", "Karin", &["team", "add", "Natt"]),
    ("team", "Karin", &["team", "rename", "Natt", "Kväll"]),
    ("access-log", "Karin", &["access", "log"]),
    ("access-review", "Karin", &["access", "review"]),
    ("access-review-count", "Karin", &["access", "review", "--count"]),
    ("purge-count", "Karin", &["purge", "--count"]),
    ("purge-requests", "Karin", &["purge", "--requests"]),
    ("purge", "Karin", &["purge", "--dry-run"]),
    ("backup", "Karin", &["backup", "kopior"]),
    ("backup", "Karin", &["backup", "kopior"]),
    ("standby", "Karin", &["standby", "reserv"]),
    ("standby-ended", "Karin", &["standby", "reserv", "--end"]),
    ("report", "Karin", &["report", "school", "--period", "2026"]),
    ("report", "Karin", &["report", "school", "--period", "2026", "--internal"]),
    ("report", "Karin", &["report", "advice"]),
    ("report", "Karin", &["report", "groups", "--internal"]),
    ("report", "Karin", &["report", "needs", "--by", "district_area"]),
    ("report-records", "Karin", &["report", "sessions", "--records", "school,held"]),
    ("error", "Karin", &["report", "moon"]),
    ("error", "Karin", &["show", "family", "finns inte"]),
];

/// On two families with people, in order.
const OF_THE_FAMILIES: &[Asked] = &[
    ("add-session", "Karin", &["add", "lind igår 14-15:30 hem @mamma @Elias #skola mål1=+1 >fre -- läxorna"]),
    ("add-session", "Karin", &["add", "--dry-run", "lind igår tel 20min -- ringde"]),
    ("add-visits", "Karin", &["add", "umgänge Elias @mamma jämna lör 10-14 tom v22 steg4"]),
    ("add-visits", "Karin", &["add", "--dry-run", "umgänge Elias @mamma lör 10-14"]),
    ("add-task", "Karin", &["add", "att @Sara ring skolan om Elias >fre"]),
    ("add-goal", "Karin", &["add", "mål Lindström @Elias #skola läxorna >15/1"]),
    ("error", "Karin", &["add", "nix igår tel 20min"]),
    ("import", "Karin", &["import", "families", "families.csv"]),
    ("import", "Karin", &["import", "people", "more.csv", "--dry-run"]),
    ("error", "Karin", &["import", "people", "wrong.csv"]),
    ("import-folder", "Karin", &["import", "folder", "lists", "--dry-run"]),
    ("import-folder", "Karin", &["import", "folder", "lists"]),
    ("import-network", "Karin", &["import", "network", "network.csv"]),
    ("import-network", "Karin", &["import", "network", "map.graphml", "--person", "L-2", "--on", "2026-10-01"]),
    ("import-calendar", "Karin", &["import", "calendar", "own.ics", "--supporter", "Johan"]),
    ("show-network", "Karin", &["show", "network", "--family", "lind"]),
    ("correct", "Karin", &["correct", "sessions", "1", "mode=office", "--reason", "vi sågs på kontoret"]),
    ("correct-changes", "Karin", &["correct", "sessions", "1", "--changes"]),
    ("extract", "Karin", &["extract", "L-2"]),
    ("access-account", "Karin", &["access", "log", "--for", "L-2"]),
    ("user-added", "Karin", &["user", "add", "Bo", "--role", "support_person", "--new-passphrase-file", "other"]),
    ("user-changed", "Karin", &["user", "role", "Bo", "crisis_supporter"]),
    ("user-changed", "Karin", &["user", "disable", "Bo"]),
    ("user-changed", "Karin", &["user", "enable", "Bo"]),
    ("access-conflict", "Karin", &["access", "conflict", "2026-0143", "--who", "Bo"]),
    ("access-lift", "Karin", &["access", "lift", "2026-0143", "--who", "Bo"]),
    ("user-removed", "Karin", &["user", "remove", "Bo"]),
    ("user-recovery", "Karin", &["user", "recovery"]),
    ("access-break", "Karin", &["access", "break", "2026-0150", "--reason", "någon ringde i natt"]),
    ("access-review", "Karin", &["access", "review", "--from", "2020-01-01", "--to", "2030-01-01"]),
    ("access-decide", "Karin", &["access", "review", "--decide", "1", "--as", "ok"]),
    ("team", "Karin", &["team", "add", "Natt"]),
    ("access-give", "Karin", &["access", "give", "2026-0143", "--who", "Natt"]),
    ("user-key", "Karin", &["user", "passphrase", "--new-passphrase-file", "other"]),
];

fn demo() -> Bench {
    Bench::demo("24")
}

fn families() -> Bench {
    let bench = Bench::with_families();
    let more = "ref,case_ref,given_name,role\nL-9,2026-0143,Ulla,grandparent\n";
    let wrong = "ref,case_ref,given_name,role,birth_on\nL-8,2026-0143,Ulla,farmor,2099-01-01\n";
    let graph = "<graphml><key id=\"s\" attr.name=\"sector\"/>\
        <key id=\"r\" attr.name=\"ring\"/><key id=\"n\" attr.name=\"name\"/><graph><node id=\"a\">\
        <data key=\"s\">friends</data><data key=\"r\">1</data><data key=\"n\">Siv</data></node></graph></graphml>";
    let network = "case_ref,ego_ref,drawn_on,name,sector,ring,relation,role,known_to\n\
                   2026-0143,L-2,2026-03-09,Sara,family,2,strained,mamma,Ulla\n\
                   2026-0143,L-2,2026-03-09,Ulla,relatives,2,,mormor,\n\
                   2026-0143,L-2,2026-11-18,Sara,family,1,ordinary,mamma,\n";
    let own = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n\
               DTSTART:20261205T090000Z\r\nDTEND:20261205T120000Z\r\nSUMMARY:Kurs\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    for (name, text) in
        [("more.csv", more), ("wrong.csv", wrong), ("network.csv", network), ("map.graphml", graph), ("own.ics", own)]
    {
        bench.file(name, text);
    }
    fs::create_dir(bench.path("lists")).unwrap();
    bench.file("lists/people.csv", "ref,case_ref,given_name,role\nC-1,C-1,Bo,child\n");
    bench.file("lists/families.csv", "case_ref,name,status,started_on\nC-1,Dal,active,2026-11-02\n");
    bench.file("other", "två trötta elefanter sover");
    fs::set_permissions(bench.path("other"), fs::Permissions::from_mode(0o600)).unwrap();
    bench
}

fn asked(bench: &Bench, user: &str, words: &[&str]) -> Answer {
    let who = ["--casebook", "casebook", "--user", user, "--passphrase-file", "passphrase", "--today", TODAY];
    bench.plain(&[&who[..], words, &["--json"]].concat())
}

/// Holds an answer against its schema; what differs.
fn held(name: &str, words: &[&str], answer: &Answer) -> Vec<String> {
    let text = if answer.status == 0 || !answer.out.is_empty() { &answer.out } else { &answer.err };
    let Ok(value) = serde_json::from_str::<Value>(text) else { return vec![format!("{words:?}: no JSON: {text}")] };
    if (name == "error") == (answer.status == 0) {
        return vec![format!("{words:?} ended with {}: {text}", answer.status)];
    }
    faults(&schema(name), &value, &schema).into_iter().map(|fault| format!("{words:?} {name}{fault}")).collect()
}

#[test]
fn every_answer_is_what_its_schema_says() {
    let mut wrong = Vec::new();
    for (bench, all) in [(demo(), OF_THE_DEMO), (families(), OF_THE_FAMILIES)] {
        for (name, user, words) in all {
            wrong.extend(held(name, words, &asked(&bench, user, words)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Each report by each of what its rows may be told by.
#[test]
fn every_report_is_what_its_schema_says() {
    let bench = demo();
    let mut wrong = Vec::new();
    for report in REPORTS {
        for by in report.choices() {
            // As they are: what has left the house holds back what comes after it.
            let words = ["report", report.name, "--by", by, "--internal"];
            let answer = asked(&bench, "Karin", &words);
            wrong.extend(held("report", &words, &answer));
            let told: Value = serde_json::from_str(&answer.out).unwrap();
            assert_eq!((&told["report"], &told["by"]), (&json!(report.name), &json!(by)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_of_a_family_is_what_its_schema_says() {
    let bench = demo();
    let mut wrong = Vec::new();
    for family in bench.rows("families") {
        let case_ref = family["case_ref"].as_str().unwrap();
        for (name, what) in [
            ("show-family", "family"),
            ("show-handover", "handover"),
            ("show-papers", "papers"),
            ("show-plan", "plan"),
            ("show-network", "network"),
        ] {
            let words = ["show", what, "--family", case_ref];
            let answer = asked(&bench, "Karin", &words);
            // A family without a map or a plan has none to show.
            if answer.status != 4 {
                wrong.extend(held(name, &words, &answer));
            }
        }
    }
    for group in bench.rows("groups") {
        let words = ["show", "group", group["group"].as_str().unwrap()];
        wrong.extend(held("show-group", &words, &asked(&bench, "Karin", &words)));
    }
    let bench = check_ins::bench();
    let words = ["show", "check-in", TODAY];
    wrong.extend(held("show-check-in", &words, &asked(&bench, "Karin", &words)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_first_start_a_copy_and_a_standby_are_what_their_schemas_say() {
    let bench = Bench::empty();
    let mut wrong = held("init", &["init"], &asked(&bench, "Karin", &["init"]));
    wrong.extend(held("backup", &["backup"], &asked(&bench, "Karin", &["backup", "kopior"])));
    let words = ["--casebook", "annat", "--user", "Karin", "--passphrase-file", "passphrase"];
    let restored = bench.plain(&[&words[..], &["restore", "kopior", "--json"]].concat());
    wrong.extend(held("restore", &["restore"], &restored));
    wrong.extend(held("standby", &["standby"], &asked(&bench, "Karin", &["standby", "reserv"])));
    let promoted = asked(&bench, "Karin", &["standby", "reserv", "--promote"]);
    wrong.extend(held("standby-promoted", &["standby", "--promote"], &promoted));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_purge_is_what_its_schemas_say() {
    let bench = purge::with_closed();
    let [leader, administrator] = ["team_leader", "administrator"].map(|role| purge::user(&bench, role));
    let told = |name: &'static str, user: &str, words: &[&str]| {
        held(name, words, &purge::at(&bench, user, &[words, &["--json"]].concat()))
    };
    let wrong = [
        told("purge", &leader, &["purge", "--dry-run"]),
        told("purge", &leader, &["purge"]),
        told("purge-withdrawn", &leader, &["purge", "--withdraw", "1"]),
        told("purge", &leader, &["purge"]),
        told("backup", &administrator, &["backup", "kopior"]),
        told("purge-confirmed", &administrator, &["purge", "--confirm", "2"]),
        told("purge-requests", &administrator, &["purge", "--requests"]),
    ]
    .concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What a column holds.
fn column(field: &Field) -> Value {
    let codes = |list: CodeList| list.codes.iter().map(|code| json!(code)).collect::<Vec<_>>();
    let or_null = |kind: &str| json!({ "type": [kind, "null"] });
    match field.shape {
        Shape::Codes(list) => json!({ "type": "array", "items": { "enum": codes(list) } }),
        shape if shape.is_list() => json!({ "type": "array", "items": { "type": "string" } }),
        Shape::Code(list) => json!({ "enum": codes(list).into_iter().chain([Value::Null]).collect::<Vec<_>>() }),
        Shape::Minutes | Shape::Number { .. } | Shape::Step | Shape::Attainment => or_null("integer"),
        Shape::Measured { .. } => json!({ "type": ["integer", "string", "null"] }),
        Shape::Day(_) | Shape::LastDay => json!({ "type": ["string", "null"], "format": "date" }),
        _ => or_null("string"),
    }
}

/// A list of a kind of record, as the program's table of columns says.
fn list(noun: Noun) -> Value {
    let mut columns = Map::new();
    let is_visit = noun.needs_days();
    columns.insert("id".to_owned(), json!({ "type": if is_visit { "string" } else { "integer" } }));
    columns.extend(noun.form().fields.iter().map(|field| (field.key.to_owned(), column(field))));
    if is_visit {
        columns.insert("arrangement".to_owned(), json!({ "type": "integer" }));
        columns.insert("moved_from".to_owned(), json!({ "type": ["string", "null"], "format": "date" }));
        columns.insert("stopped".to_owned(), json!({ "type": ["string", "null"] }));
    }
    let required: Vec<&String> = columns.keys().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("trygg list {} --json", noun.name()),
        "type": "array",
        "items": { "$ref": "#/$defs/row" },
        "$defs": { "row": { "type": "object", "required": required, "properties": columns } }
    })
}

#[test]
#[allow(clippy::disallowed_methods)]
fn lists_have_the_columns_of_files() {
    let is_renewed = env::var("TRYGG_SCHEMAS").is_ok_and(|asked| asked == "write");
    let mut wrong = Vec::new();
    let bench = demo();
    for noun in Noun::in_order() {
        let name = format!("list-{}", noun.name());
        let (path, expected) = (place().join(format!("{name}.json")), list(noun));
        if is_renewed {
            fs::write(&path, format!("{}\n", serde_json::to_string_pretty(&expected).unwrap())).unwrap();
        }
        if schema(&name) != expected {
            wrong
                .push(format!("{name} is not what the program's columns say; if they are right, renew it (see above)"));
        }
        let days = ["--from", "2026-09-01", "--to", "2026-12-31"];
        let words = [&["list", noun.name()][..], if noun.needs_days() { &days } else { &[] }].concat();
        wrong.extend(held(&name, &words, &asked(&bench, "Karin", &words)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the program's help says: commands, what they list and show.
#[test]
fn no_command_that_answers_in_json_is_without_a_schema() {
    let bench = Bench::empty();
    let help = |words: &[&str]| bench.plain(&[&["--lang", "en"], words, &["--help"]].concat()).good();
    let commands: Vec<String> = help(&[])
        .lines()
        .skip_while(|line| !line.starts_with("Commands"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        // What goes on on the next line is farther in.
        .filter(|line| !line.starts_with("   "))
        .map(|line| line.split_whitespace().next().unwrap().to_owned())
        .collect();
    let answering = commands.iter().filter(|command| help(&[command]).contains("\n      --json "));
    let names = names();
    let is_described =
        |command: &String| names.iter().any(|name| name == command || name.starts_with(&format!("{command}-")));
    let without: Vec<&String> = answering.filter(|command| !is_described(command)).collect();
    assert!(commands.len() > 20 && without.is_empty(), "no schema of {without:?}");

    let used: BTreeSet<String> =
        OF_THE_DEMO.iter().chain(OF_THE_FAMILIES).map(|(name, ..)| (*name).to_owned()).collect();
    let shown =
        ["family", "handover", "papers", "plan", "network", "group", "check-in"].map(|what| format!("show-{what}"));
    let lists = Noun::in_order().into_iter().map(|noun| format!("list-{}", noun.name()));
    let begun = ["init", "restore", "standby-promoted", "purge-withdrawn", "purge-confirmed"].map(str::to_owned);
    let known: BTreeSet<String> = used.into_iter().chain(shown).chain(lists).chain(begun).collect();
    assert_eq!(names, known, "files that no test holds an answer against, or answers without a file");
}
