//! Both languages are whole, and say the same things.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::speech::FILES;
use super::{Language, Locale, arg};
use crate::domain::codes::{LISTS, PHASES};
use crate::domain::entry::{FAMILY, PERSON, PLACEMENT, SESSION};
use crate::domain::network::MEASURES;
use crate::domain::network::entry::{EntryFault, EntrySlot};
use crate::domain::quickline::{Fault, Meaning, Part, Slot};

fn keys(language: Language) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for (file, source) in FILES.iter().zip(language.sources()) {
        let resource = FluentResource::try_new(source.to_owned())
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
fn both_languages_have_the_same_keys() {
    let (swedish, english) = (keys(Language::Swedish), keys(Language::English));
    let only = |a: &BTreeSet<String>, b: &BTreeSet<String>| a.difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(only(&swedish, &english), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&english, &swedish), Vec::<String>::new(), "missing in Swedish");
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
        for form in [FAMILY, PERSON, PLACEMENT, SESSION] {
            for field in form.fields {
                assert!(locale.knows(&format!("field-{}", field.key)), "{language:?}: field-{}", field.key);
                let asked = form.asked.contains(&field.key);
                assert!(asked || ["case_ref", "person_ref"].contains(&field.key), "{} is never asked", field.key);
            }
        }
    }
}

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
            assert!(label.chars().count() <= 15, "{language:?} {key}: {label}");
        }
    }
}

#[test]
fn what_is_said_twice_is_named_in_its_gender() {
    let locale = Locale::new(Language::Swedish);
    let told = |line: &str, fault| {
        let part = Part { span: 0..line.len(), meaning: Meaning::Fault(fault) };
        locale.line_fault(line, &part).unwrap().sentence
    };
    assert_eq!(told("idag", Fault::Repeated(Slot::Day)), "”idag”: dagen är redan angiven");
    assert_eq!(told("kris", Fault::Repeated(Slot::About)), "”kris”: slaget är redan angivet");
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
