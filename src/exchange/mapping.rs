//! Somebody else's spreadsheet read as rows of ours: which of its columns is which of ours, what its words are called
//! here, how it writes days, what every row has. Mappings have names and are kept in the casebook's `imports.toml`:
//!
//! ```toml
//! [[mapping]]
//! name = "school-list"
//! kind = "people"
//! files = "elever"               # in a folder of lists, files whose names begin so
//! days = "d/m/y"                 # how days are written there, where it is not 2026-11-30
//!
//! [mapping.columns]              # theirs = ours; what is not named is left out
//! Elev = "given_name"
//! Roll = "role"
//!
//! [mapping.words.role]           # of a column of ours: what stands there = what it is called here
//! Mamma = "mother"
//!
//! [mapping.always]               # of a column of ours: what it holds where theirs says nothing
//! case_ref = "A-1"
//! ```
//!
//! The calendar of those who plan visits has no columns: whose visit an event is stands in its title or among its
//! categories.
//!
//! ```text
//! [[mapping]]
//! name = "visit-unit"
//! kind = "visits"
//! left_out = ["Personalmöte"]    # events with such a text are no visits of ours
//!
//! [mapping.events."Grupp Grön"]  # a text of theirs, in whole words: columns of ours
//! child_ref = "P-2"
//! with = "Sara"
//!
//! [mapping.words.place]          # only places that are known are taken in
//! "Rum 2" = "Umgängescentrum, rum 2"
//!
//! [mapping.always]
//! supervision = "yes"
//! ```

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Noun;
use super::table::{Row, Table};
use crate::domain::entry::{Field, Shape};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;

/// How days may be written: the order of day, month and year.
const DAYS: [&str; 3] = ["d/m/y", "m/d/y", "y/m/d"];

/// All that are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mappings {
    /// In the order of the file.
    #[serde(rename = "mapping", default)]
    pub all: Vec<Mapping>,
}

/// How a spreadsheet is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Its name.
    pub name: String,
    /// Which kind of records its rows are.
    pub kind: String,
    /// How the names of the files begin that are read so, of a folder of lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub files: Option<String>,
    /// How days are written there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<String>,
    /// Its columns, and ours.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Of columns of ours: its words, and ours.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, BTreeMap<String, String>>,
    /// Of columns of ours: what they hold where it says nothing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub always: BTreeMap<String, String>,
    /// Of a calendar: texts of events, and what columns of ours hold then.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub events: BTreeMap<String, BTreeMap<String, String>>,
    /// Of a calendar: texts of events that are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
}

/// The columns that may be told of an event; its times are its own.
const OF_EVENTS: [&str; 11] = [
    "case_ref",
    "child_ref",
    "with",
    "contact",
    "step",
    "basis",
    "supporter",
    "place",
    "supervision",
    "transport",
    "purpose",
];

impl Mappings {
    /// Reads the form above.
    ///
    /// # Errors
    /// A text that is not of that form, or a mapping that cannot be.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let mappings: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-imports").because(cause))?;
        let mut names = BTreeSet::new();
        for mapping in &mappings.all {
            let fault = mapping.fault().or_else(|| (!names.insert(&mapping.name)).then(|| mapping.name.clone()));
            if let Some(fault) = fault {
                let problem = Problem::new(Kind::Invalid, "unit-import");
                return Err(problem.with("name", &mapping.name).with("value", fault));
            }
        }
        Ok(mappings)
    }

    /// The one of a name.
    ///
    /// # Errors
    /// There is none, or it is of another kind of records.
    pub fn named(&self, name: &str, noun: Noun) -> Result<&Mapping, Problem> {
        let found = self.all.iter().find(|mapping| mapping.name == name);
        let names: Vec<&str> = self.all.iter().map(|mapping| mapping.name.as_str()).collect();
        let unknown =
            || Problem::new(Kind::Usage, "no-such-mapping").with("name", name).with("known", names.join(", "));
        let mapping = found.ok_or_else(unknown)?;
        if mapping.kind != noun.name() {
            return Err(Problem::new(Kind::Usage, "mapping-kind").with("name", name).with("kind", &mapping.kind));
        }
        Ok(mapping)
    }

    /// What stands in the file.
    ///
    /// # Errors
    /// What cannot be written so.
    pub fn written(&self) -> Result<String, Problem> {
        toml::to_string_pretty(self).map_err(|cause| Problem::new(Kind::Io, "write-file").because(cause))
    }
}

/// A table as rows of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// The rows.
    pub table: Table,
    /// The columns of theirs that are left out.
    pub left_out: Vec<String>,
}

impl Mapping {
    /// What of it cannot be.
    fn fault(&self) -> Option<String> {
        let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
        if self.name.is_empty() || !self.name.chars().all(fits) {
            return Some(self.name.clone());
        }
        let Some(noun) = Noun::named(&self.kind) else { return Some(self.kind.clone()) };
        if let Some(files) = self.files.as_ref().filter(|files| identity_of(files).is_empty()) {
            return Some(files.clone());
        }
        if let Some(days) = self.days.as_ref().filter(|days| !DAYS.contains(&days.as_str())) {
            return Some(days.clone());
        }
        let ours = self.columns.values().chain(self.words.keys()).chain(self.always.keys());
        if let Some(unknown) = ours.into_iter().find(|field| noun.form().field(field).is_none()) {
            return Some(unknown.clone());
        }
        let is_calendar = !self.events.is_empty() || !self.left_out.is_empty();
        if is_calendar && noun != Noun::Visits {
            return Some(self.kind.clone());
        }
        let texts = self.events.keys().chain(&self.left_out);
        if let Some(empty) = texts.into_iter().find(|text| identity_of(text).is_empty()) {
            return Some(empty.clone());
        }
        let told = self.events.values().flat_map(BTreeMap::keys);
        if let Some(unknown) = told.into_iter().find(|field| !OF_EVENTS.contains(&field.as_str())) {
            return Some(unknown.clone());
        }
        let mut taken = BTreeSet::new();
        self.columns.values().find(|field| !taken.insert(field.as_str())).cloned()
    }

    /// Reads a table so.
    ///
    /// # Errors
    /// A column that is named does not stand there, or twice.
    pub fn apply(&self, noun: Noun, table: &Table) -> Result<Mapped, Problem> {
        let mut places: Vec<(&'static Field, Option<usize>)> = Vec::new();
        let header: Vec<String> = table.header.iter().map(|column| identity_of(column)).collect();
        for (theirs, ours) in &self.columns {
            let found: Vec<usize> = (0..header.len()).filter(|place| header[*place] == identity_of(theirs)).collect();
            let Some(field) = noun.form().field(ours) else { continue };
            let [place] = found[..] else {
                let stands = table.header.join(", ");
                let problem = Problem::new(Kind::Invalid, "mapping-column").with("name", &self.name);
                return Err(problem.with("column", theirs).with("known", stands));
            };
            places.push((field, Some(place)));
        }
        let besides = self.always.keys().filter_map(|ours| noun.form().field(ours));
        let besides: Vec<&'static Field> =
            besides.filter(|field| !places.iter().any(|(known, _)| known.key == field.key)).collect();
        places.extend(besides.into_iter().map(|field| (field, None)));
        let cell = |row: &Row, (field, place): &(&'static Field, Option<usize>)| {
            let told = place.and_then(|place| row.cells.get(place)).map(|cell| cell.trim()).unwrap_or_default();
            let told = if told.is_empty() { self.always.get(field.key).map_or("", String::as_str) } else { told };
            self.day(field, self.word(field.key, told))
        };
        let rows = table.rows.iter().map(|row| {
            let cells = places.iter().map(|place| cell(row, place)).collect();
            Row { line: row.line, cells }
        });
        let is_taken = |place: usize| places.iter().any(|(_, taken)| *taken == Some(place));
        let left_out = (0..table.header.len()).filter(|place| !is_taken(*place));
        Ok(Mapped {
            left_out: left_out.map(|place| table.header[place].clone()).collect(),
            table: Table {
                header: places.iter().map(|(field, _)| field.key.to_owned()).collect(),
                rows: rows.collect(),
            },
        })
    }

    /// What a word of theirs is called here; of a list each of its words.
    fn word(&self, ours: &str, told: &str) -> String {
        let Some(words) = self.words.get(ours) else { return told.to_owned() };
        let of = |word: &str| {
            let word = word.trim();
            let known = words.iter().find(|(theirs, _)| identity_of(theirs) == identity_of(word));
            known.map_or(word, |(_, ours)| ours.as_str()).to_owned()
        };
        if words.keys().any(|theirs| identity_of(theirs) == identity_of(told)) {
            return of(told);
        }
        told.split(';').map(of).collect::<Vec<_>>().join(";")
    }

    /// A day as files write it; what is none stays as it is, and is told of as a fault of its row.
    fn day(&self, field: &Field, told: String) -> String {
        let is_day = matches!(field.shape, Shape::Day(_) | Shape::LastDay | Shape::End(_));
        let Some(order) = self.days.as_ref().filter(|_| is_day) else { return told };
        in_order(order, &told).unwrap_or(told)
    }
}

/// A day written in an order, as files write it.
fn in_order(order: &str, told: &str) -> Option<String> {
    let parts: Vec<&str> = told.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let (year, month, day) = match order {
        "d/m/y" => (third, second, first),
        "m/d/y" => (third, first, second),
        _ => (first, second, third),
    };
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let day = chrono::NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    Some(day.to_string())
}

/// What columns and codes are called, in any language: how a mapping is begun.
pub trait Called {
    /// Whether a column of a kind is called so.
    fn is_column(&self, kind: &str, field: &str, told: &str) -> bool;
    /// The code of a list that is called so.
    fn code(&self, field: &Field, told: &str) -> Option<String>;
}

/// A mapping of what is understood of a table by what things are called; the rest is for somebody to say.
pub fn begun(name: &str, noun: Noun, table: &Table, called: &dyn Called) -> Mapping {
    let mut mapping = Mapping { name: name.to_owned(), kind: noun.name().to_owned(), ..Mapping::default() };
    let mut is_written = [true; DAYS.len()];
    let mut has_days = false;
    for (place, column) in table.header.iter().enumerate() {
        let is_called = |field: &&Field| {
            identity_of(field.key) == identity_of(column) || called.is_column(noun.name(), field.key, column)
        };
        let free = |field: &&Field| !mapping.columns.values().any(|taken| taken == field.key);
        let Some(field) = noun.form().fields.iter().filter(free).find(is_called) else { continue };
        mapping.columns.insert(column.clone(), field.key.to_owned());
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place)).map(|cell| cell.trim());
        let cells: BTreeSet<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        match field.shape {
            Shape::Day(_) | Shape::LastDay => {
                let foreign: Vec<&&str> =
                    cells.iter().filter(|cell| cell.parse::<chrono::NaiveDate>().is_err()).collect();
                has_days |= !foreign.is_empty();
                for (order, can_be) in DAYS.iter().zip(&mut is_written) {
                    *can_be &= foreign.iter().all(|cell| in_order(order, cell).is_some());
                }
            }
            _ => {
                let words = cells.iter().flat_map(|cell| cell.split(';')).map(str::trim);
                for word in words.filter(|word| !word.is_empty()) {
                    if let Some(code) = called.code(field, word).filter(|code| code != word) {
                        mapping.words.entry(field.key.to_owned()).or_default().insert(word.to_owned(), code);
                    }
                }
            }
        }
    }
    let order = DAYS.iter().zip(is_written).find(|(_, can_be)| *can_be).map(|(order, _)| (*order).to_owned());
    mapping.days = order.filter(|_| has_days);
    mapping
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settled::{documented, is_named, is_refused};

    fn table(text: &str) -> Table {
        Table::read(text.as_bytes()).unwrap()
    }

    #[test]
    fn the_form_in_the_documentation_is_read_and_does_what_it_says() {
        let text = documented(include_str!("mapping.rs"));
        let mappings = Mappings::parse(&text).unwrap();
        assert_eq!(Mappings::parse(&mappings.written().unwrap()).unwrap(), mappings);
        let mapping = mappings.named("school-list", Noun::People).unwrap();
        let theirs = table("Skola,ELEV, roll\nNorra,Sara,mamma\nSödra,Bo,child\n");
        let mapped = mapping.apply(Noun::People, &theirs).unwrap();
        assert_eq!(mapped.table.header, ["given_name", "role", "case_ref"]);
        let cells: Vec<String> = mapped.table.rows.iter().map(|row| row.cells.join(",")).collect();
        assert_eq!(cells, ["Sara,mother,A-1", "Bo,child,A-1"]);
        assert_eq!((mapped.left_out, mapped.table.rows[1].line), (vec!["Skola".to_owned()], 3));
        let lacking = mapping.apply(Noun::People, &table("Roll\nMamma\n")).unwrap_err();
        assert_eq!(lacking.key, "mapping-column");
        assert_eq!(mappings.named("school-list", Noun::Families).unwrap_err().key, "mapping-kind");
        assert_eq!(mappings.named("other", Noun::People).unwrap_err().key, "no-such-mapping");
    }

    #[test]
    fn days_are_read_in_the_order_in_which_they_are_written() {
        for (order, told, day) in [
            ("d/m/y", "19/11/2026", Some("2026-11-19")),
            ("d/m/y", "9.11.2026", Some("2026-11-09")),
            ("m/d/y", "11/19/2026", Some("2026-11-19")),
            ("y/m/d", "2026/11/19", Some("2026-11-19")),
            ("d/m/y", "31/2/2026", None),
            ("d/m/y", "19/11/26", None),
            ("d/m/y", "igår", None),
        ] {
            assert_eq!(in_order(order, told).as_deref(), day, "{order} {told}");
        }
    }

    #[test]
    fn what_cannot_be_is_named() {
        let one = |more: &str| format!("[[mapping]]\nname = \"a\"\nkind = \"people\"\n{more}\n");
        assert!(Mappings::parse(&one("")).is_ok());
        let cases = [
            (one("days = \"y-d\""), "y-d"),
            (one("columns.Namn = \"moon\""), "moon"),
            (one("columns.Namn = \"role\"\ncolumns.Roll = \"role\""), "role"),
            (one("words.moon.a = \"b\""), "moon"),
            (one("always.moon = \"b\""), "moon"),
            (one("").replace("people", "secrets"), "secrets"),
            (one("").replace("\"a\"", "\"../a\""), "../a"),
            (format!("{}{}", one(""), one("")), "a"),
            (one("left_out = [\"Lunch\"]"), "people"),
            (one("left_out = [\" \"]").replace("people", "visits"), " "),
            (one("events.Lunch.on = \"2026-12-03\"").replace("people", "visits"), "on"),
        ];
        is_named(Mappings::parse, "unit-import", cases);
        is_refused(Mappings::parse, "unit-imports", ["[[mapping]]\nmoon = 1"]);
    }
}
