//! What every report carries in every form that it has: what it counts, among whom, how much is missing, by
//! which rule it is protected, the day it was made.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use serde_json::{Value, json};
use trygg::domain::report::REPORTS;

use crate::bench::Bench;

/// The formats that have room for words, and the one that has a file beside it.
const FORMATS: [&str; 5] = ["json", "csv", "xlsx", "html", "svg"];

/// The words of a report, in its JSON.
const WORDS: [&str; 4] = ["definition", "population", "disclosure", "made"];

/// A report as a format has it, with what is told of every report.
struct Carried<'a> {
    out: &'a Path,
    report: &'static str,
    json: Value,
}

impl Carried<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        WORDS.into_iter().map(|word| self.json[word].as_str().unwrap())
    }

    fn file(&self, ending: &str) -> Vec<u8> {
        let start = format!("{}-", self.report);
        let found = fs::read_dir(self.out).unwrap().map(|entry| entry.unwrap().path()).find(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            // One report's name may begin as another's does; days come after it, and the ending after them.
            let days = name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(ending));
            days.is_some_and(|days| days.len() == "2026-01-01-2026-12-31".len())
        });
        fs::read(found.unwrap_or_else(|| panic!("{} has no {ending}", self.report))).unwrap()
    }

    fn text(&self, ending: &str) -> String {
        String::from_utf8(self.file(ending)).unwrap()
    }

    /// What is missing, as people read it.
    fn missing(&self) -> Vec<String> {
        let fields = self.json["missing"].as_object().unwrap().values();
        let told = |one: &Value| format!("{} av {}", one["count"].to_string().replace('"', ""), one["of"]);
        let told: Vec<String> = fields.map(told).collect();
        if told.is_empty() { vec!["Saknas: inget".to_owned()] } else { told }
    }

    fn is_in(&self, whole: &str, what: &str) {
        let missing = self.missing();
        for said in self.words().chain(missing.iter().map(String::as_str)) {
            assert!(whole.contains(said), "{} as {what}: {said}\n{whole}", self.report);
        }
    }
}

#[test]
fn every_report_carries_what_it_is_in_every_form() {
    let bench = Bench::demo("12");
    let out = bench.path("out");
    fs::create_dir(&out).unwrap();
    let saved = |report: &str, format: &str| {
        format!("[[report]]\nname = \"{report}\"\nreport = \"{report}\"\nformat = \"{format}\"\n")
    };
    let as_user = |words: &[&str]| {
        bench.plain(&[&["--casebook", "casebook", "--today", "2026-11-21", "--user", "Gunilla"], words].concat())
    };
    for format in FORMATS {
        let all: String = REPORTS.iter().map(|report| saved(report.name, format)).collect();
        let settings = format!("unit = \"Enhet Väst\"\ndirectories = [\"{}\"]\n{all}", out.display());
        fs::write(bench.casebook().join("reports.toml"), settings).unwrap();
        as_user(&["report", "--all-saved"]).good();
    }
    for report in REPORTS {
        let mut carried = Carried { out: &out, report: report.name, json: Value::Null };
        carried.json = serde_json::from_str(&carried.text(".json")).unwrap();
        assert!(carried.words().all(|word| !word.is_empty()), "{}", carried.json);
        carried.is_in(&as_user(&["report", report.name]).good(), "a table");
        let [page, picture] = [".html", ".svg"].map(|ending| carried.text(ending));
        let [page, picture] =
            [page, picture].map(|xml| xml.replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&"));
        carried.is_in(&page, "a page");
        carried.is_in(&picture, "a picture");
        assert!(page.contains("Enhet Väst"), "{page}");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(carried.file(".xlsx"))).unwrap();
        assert_eq!(book.sheet_names().last().map(String::as_str), Some("Definitioner"));
        let sheet = book.worksheet_range("Definitioner").unwrap();
        let told: Vec<String> = sheet.cells().map(|(.., cell)| cell.to_string()).collect();
        carried.is_in(&told.join("\n"), "a sheet");
        beside(&carried);
    }
}

/// A file of rows alone has another beside it, which says the same as JSON.
fn beside(carried: &Carried<'_>) {
    let told: Value = serde_json::from_str(&carried.text(".csv-metadata.json")).unwrap();
    let notes = &told["notes"][0];
    for (key, value) in carried.json.as_object().unwrap() {
        let is_row = ["rows", "total", "table", "left_out"].contains(&key.as_str());
        assert!(is_row || notes[key] == *value, "{}: {key}", carried.report);
    }
    assert_eq!(
        (&told["@context"][0], &told["dc:publisher"]),
        (&json!("http://www.w3.org/ns/csvw"), &json!("Enhet Väst"))
    );
    let header = carried.text(".csv").lines().next().unwrap().to_owned();
    let columns = told["tableSchema"]["columns"].as_array().unwrap();
    let titles: Vec<&str> = columns.iter().map(|column| column["titles"].as_str().unwrap()).collect();
    assert_eq!(header, titles.join(","));
    assert!(columns.iter().all(|column| column["dc:description"].as_str().is_some_and(|text| !text.is_empty())));
    assert!(carried.out.join(told["url"].as_str().unwrap()).exists());
}
