//! Both languages are whole, and say the same things.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;

use super::speech::OF_NOUNS;
use super::{Language, Locale, arg};
use crate::domain::codes::{LISTS, PHASES};
use crate::domain::deadlines::Rules;
use crate::domain::deadlines::exemption::SETTLEMENT;
use crate::domain::entry::visit::FORMS;
use crate::domain::entry::{Fault, Form, Why};
use crate::domain::network::MEASURES;
use crate::domain::network::entry::{EntryFault, EntrySlot};
use crate::domain::noun::{Noun, every_noun};
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::{Fault as LineFault, Meaning, Part, Slot};
use crate::domain::report::{REPORT_FILE, REPORT_FILTER, REPORTS};

fn keys(language: Language) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (file, source) in language.sources() {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{language:?} {file}.ftl: {errors:?}"));
        for line in source.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && !key.starts_with(['#', ' ', '-'])
            {
                assert!(keys.insert(key.to_owned()), "{language:?} {file}.ftl says {key} twice");
            } else if let Some(attribute) = line.trim_start().strip_prefix('.') {
                keys.insert(format!(".{}", attribute.split(' ').next().unwrap_or_default()));
            }
        }
        drop(resource);
    }
    keys
}

#[test]
#[should_panic = "no words for bar-dance"]
fn asking_for_words_that_are_missing_fails_a_test() {
    Locale::new(Language::Swedish).say("bar-dance");
}

#[test]
#[should_panic = "no words for problem-dance"]
fn a_problem_without_words_fails_a_test() {
    Locale::new(Language::English).problem(&Problem::new(Kind::Invalid, "dance"));
}

#[test]
#[should_panic = "no words for noun-dance"]
fn a_noun_without_words_fails_a_test() {
    Locale::new(Language::English).problem(&Problem::new(Kind::NotFound, "not-found").with("noun", "dance"));
}

#[test]
#[should_panic = "too-small"]
fn a_sentence_that_lacks_an_argument_fails_a_test() {
    Locale::new(Language::Swedish).say("too-small");
}

#[test]
fn both_languages_have_the_same_keys() {
    let (swedish, english) = (keys(Language::Swedish), keys(Language::English));
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(only(&swedish, &english), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&english, &swedish), Vec::<String>::new(), "missing in Swedish");
}

/// The form of every noun, those of visits and those of reports.
fn forms() -> Vec<&'static Form> {
    macro_rules! forms {
        (
            rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
        ) => {
            vec![$(<$row_type as Noun>::FORM,)* &SETTLEMENT]
        };
    }
    let asking = [&REPORT_FILTER, &REPORT_FILE];
    every_noun!(forms).into_iter().chain(FORMS.iter().copied()).chain(asking).collect()
}

/// The columns of every noun that goes into files by rows.
fn columns() -> Vec<&'static Form> {
    macro_rules! columns {
        (
            rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
        ) => {
            vec![$(<$row_type as Noun>::COLUMNS,)*]
        };
    }
    every_noun!(columns)
}

#[test]
fn every_column_of_a_noun_has_a_name() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for form in columns() {
            assert!(locale.knows(&format!("rows-{}", form.kind)), "{language:?}: rows-{}", form.kind);
            for field in form.fields {
                let own = format!("field-{}-{}", form.kind, field.key);
                assert!(locale.knows(&own) || locale.knows(&format!("field-{}", field.key)), "{language:?}: {own}");
            }
        }
    }
}

#[test]
fn no_file_of_a_noun_is_read_by_nobody() {
    for language in ["sv", "en"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(language).join("noun");
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned();
            assert!(OF_NOUNS.contains(&name.as_str()), "{language}/noun/{name}.ftl is no noun's");
        }
    }
}

#[test]
fn every_code_and_field_has_a_name() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for list in LISTS.iter().chain([&PHASES]) {
            for code in list.codes {
                assert!(locale.knows(&format!("{}-{code}", list.name)), "{language:?}: {}-{code}", list.name);
            }
        }
        for form in forms() {
            for field in form.fields {
                assert!(locale.knows(&format!("field-{}", field.key)), "{language:?}: field-{}", field.key);
                // A form that nobody fills in asks for nothing.
                let asked = form.asked.is_empty() || form.asked.contains(&field.key);
                assert!(asked || TOLD_BY_FILES.contains(&field.key), "{} is never asked", field.key);
            }
        }
    }
}

/// Fields that nobody is asked for: what a record is of, and what only a file tells.
const TOLD_BY_FILES: [&str; 12] = [
    "case_ref",
    "person_ref",
    "on",
    "by",
    "made_on",
    "as_before",
    "from_calendar",
    "from_step",
    "number",
    "now",
    "own_now",
    "group",
];

#[test]
fn every_measure_of_a_network_has_a_name_and_a_definition() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for measure in MEASURES {
            assert!(locale.knows(&format!("measure-{}", measure.key)), "{language:?}: {}", measure.key);
            assert!(locale.definition(measure.key).is_some(), "{language:?}: {}", measure.key);
        }
    }
}

#[test]
fn every_fault_of_an_entry_line_has_a_sentence() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        let faults = EntryFault::KEYS.iter().map(|key| format!("network-fault-{key}"));
        for key in faults.chain(EntrySlot::ALL.iter().map(|slot| format!("network-slot-{}", slot.key()))) {
            assert!(locale.knows(&key), "{language:?}: {key}");
        }
    }
}

#[test]
fn labels_have_room_in_a_form() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for key in keys(language).iter().filter(|key| key.starts_with("field-")) {
            let label = locale.say(key);
            assert!(label.chars().count() <= 20, "{language:?} {key}: {label}");
        }
    }
}

#[test]
fn hints_are_for_fields_there_are() {
    let forms = forms();
    let is_hint = |hint: &str| {
        let of = |form: &&Form| {
            form.fields.iter().any(|field| hint == field.key || hint == format!("{}-{}", form.kind, field.key))
        };
        forms.iter().any(of)
    };
    for key in keys(Language::Swedish) {
        let Some(hint) = key.strip_prefix("hint-") else { continue };
        assert!(is_hint(hint), "{key}");
    }
}

#[test]
fn every_group_of_fields_has_a_name() {
    let locale = Locale::new(Language::Swedish);
    for form in forms() {
        for field in form.fields {
            let group = form.group(field.key);
            assert!(group.is_none_or(|group| locale.knows(&format!("group-{group}"))), "{group:?}");
        }
    }
}

#[test]
fn faults_of_visits_are_told_with_what_they_are_about() {
    let locale = Locale::new(Language::Swedish);
    let told = |why| locale.fault(&Fault { field: "times", value: "0".to_owned(), why });
    assert_eq!(told(Why::NotANumber(1, 999)), "”0” är inget heltal från 1 till 999");
    assert_eq!(told(Why::NotBoth("until")), "skriv det här eller Till och med, inte båda");
    assert_eq!(locale.written_pattern("even sat"), "jämna lör");
    assert_eq!(locale.written_pattern("final fri sun"), "sista fre sön");
    assert_eq!(Locale::new(Language::English).written_pattern("varannan lör"), "alternate sat");
    assert_eq!(locale.written_pattern("hej"), "hej");
}

#[test]
fn what_is_said_twice_is_named_in_its_gender() {
    let locale = Locale::new(Language::Swedish);
    let told = |line: &str, fault| {
        let part = Part { span: 0..line.len(), meaning: Meaning::Fault(fault) };
        locale.line_fault(line, &part).unwrap().sentence
    };
    assert_eq!(told("idag", LineFault::Repeated(Slot::Day)), "”idag”: dagen är redan angiven");
    assert_eq!(told("kris", LineFault::Repeated(Slot::About)), "”kris”: slaget är redan angivet");
}

#[test]
fn one_day_is_a_day() {
    let locale = Locale::new(Language::Swedish);
    let days = |days: u32| locale.tell("days", &[("days", arg(days))]);
    assert_eq!([days(0), days(1), days(2)], ["0 dgr", "1 dag", "2 dgr"]);
}

#[test]
fn languages_are_known_by_their_tags() {
    for (tag, language) in [
        ("sv", Some(Language::Swedish)),
        ("sv_SE.UTF-8", Some(Language::Swedish)),
        ("en", Some(Language::English)),
        ("en_GB.UTF-8", Some(Language::English)),
        ("C.UTF-8", None),
        ("", None),
    ] {
        assert_eq!(Language::from_tag(tag), language, "{tag}");
    }
}

#[test]
fn every_flaw_is_told_in_both_languages() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        let mut told = BTreeSet::new();
        for flaw in crate::domain::measurement::Flaw::ALL {
            let fault = crate::domain::measurement::InstrumentFault { line: 7, why: *flaw, what: "WHAT".to_owned() };
            let text = locale.problem(&fault.problem().with("file", "own.toml"));
            assert!(text.contains("own.toml") && text.contains('7'), "{language:?} {flaw:?}: {text}");
            assert!(told.insert(text.clone()), "{language:?} {flaw:?} is told as another: {text}");
        }
    }
}

#[test]
fn every_rule_has_a_name_where_nobody_is_named() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        for rule in Rules::shipped().all() {
            assert!(locale.knows(&format!("rule-name-{}", rule.name)), "{language:?}: {}", rule.name);
        }
    }
}

#[test]
fn every_report_has_words_for_all_it_says() {
    for language in [Language::Swedish, Language::English] {
        let locale = Locale::new(language);
        let knows = |key: String| assert!(locale.knows(&key), "{language:?}: {key}");
        for report in REPORTS {
            let name = report.name;
            for key in ["", "-name", "-definition", "-population"] {
                knows(format!("report-{name}{key}"));
            }
            knows(format!("looked-noun-{}", report.read_as.replace('_', "-")));
            for axis in report.by.iter().chain([&report.columns]) {
                knows(format!("axis-{}", axis.name));
                if let Some(words) = axis.labels.words() {
                    axis.labels.closed().for_each(|label| knows(format!("{words}-{label}")));
                }
            }
            for (column, _) in report.listing.into_iter().flatten() {
                knows(format!("field-{column}"));
            }
            for measure in report.measures {
                knows(format!("summary-{}", measure.name()));
            }
        }
    }
}
