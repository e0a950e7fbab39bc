//! What is made for a page: a word after `<!-- `, and what comes of it.

use trygg::app::Tour;
use trygg::app::keys::{Action, BINDINGS, Binding, Scope};
use trygg::app::layer::help::sign_of;
use trygg::app::layer::ways::{self, WAYS};
use trygg::domain::deadlines::{Limit, Rules};
use trygg::domain::measurement::Instruments;
use trygg::domain::purge::PurgeRules;
use trygg::domain::report::REPORTS;
use trygg::domain::visit::Ladder;
use trygg::locale::{Language, Locale, arg};

use super::{commands, key_of, rights, scenes};
use crate::desk::today;

/// Makes a part, in a language, of the words that follow the first.
type Maker = fn(&Locale, &str) -> String;

/// The words, with what makes a part of what follows them.
const MAKERS: &[(&str, Maker)] = &[
    ("screen", screen),
    ("keys", keys),
    ("ways", |locale, group| ways(locale, group)),
    ("tour", |locale, _| tour(locale)),
    ("rights", |locale, _| rights::table_of(locale)),
    ("rules", |locale, scope| rules(locale, scope)),
    ("purge-rules", |locale, _| purge(locale)),
    ("ladder", |locale, _| ladder(locale)),
    ("instruments", |locale, _| instruments(locale)),
    ("reports", |locale, _| reports(locale)),
    ("help", commands::help),
    ("run", commands::run),
];

fn maker(words: &str) -> Option<(Maker, &str)> {
    let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
    MAKERS.iter().find(|(known, _)| *known == word).map(|(_, make)| (*make, rest))
}

/// Whether something is made after a line with these words.
pub fn is_made(words: &str) -> bool {
    maker(words).is_some()
}

/// What is made after a line with these words.
pub fn made(locale: &Locale, words: &str) -> Option<String> {
    maker(words).map(|(make, rest)| make(locale, rest))
}

/// Words of the two languages, where the program has none.
pub fn either(locale: &Locale, swedish: &str, english: &str) -> String {
    if locale.language() == Language::Swedish { swedish } else { english }.to_owned()
}

/// A table in Markdown.
pub fn table(head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace('\n', " "));
    let mut text = line(head) + &format!("|{}\n", "---|".repeat(head.len()));
    let before = text.len();
    for row in rows {
        assert_eq!(row.len(), head.len());
        text.push_str(&line(&row.iter().map(|cell| cell.replace('|', "\\|")).collect::<Vec<_>>()));
    }
    assert!(text.len() > before, "an empty table of {head:?}");
    text
}

fn screen(locale: &Locale, name: &str) -> String {
    scenes::screen(locale.language(), name).unwrap_or_else(|| panic!("no scene is called {name}"))
}

/// The keys of scopes, all of them or those of some acts: `Page Everywhere`, `Visit: visit-held cancel`.
fn keys(locale: &Locale, words: &str) -> String {
    let (scopes, acts) = words.split_once(':').unwrap_or((words, ""));
    let acts: Vec<&str> = acts.split_whitespace().collect();
    let mut rows: Vec<&Binding> = Vec::new();
    for scope in scopes.split_whitespace() {
        let of_it: Vec<&Binding> = BINDINGS.iter().filter(|row| format!("{:?}", row.scope) == scope).collect();
        assert!(!of_it.is_empty(), "no scope is called {scope}");
        rows.extend(of_it.into_iter().filter(|row| acts.is_empty() || acts.contains(&row.act.name())));
    }
    for act in &acts {
        assert!(rows.iter().any(|row| row.act.name() == *act), "{act} has no key in {scopes}");
    }
    let cells = rows.into_iter().map(|row| {
        let keys =
            row.keys.iter().map(|keys| format!("`{}`", keys.split(' ').map(sign_of).collect::<Vec<_>>().join(" ")));
        vec![keys.collect::<Vec<_>>().join(" "), locale.say(&format!("do-{}", row.act.name()))]
    });
    table(&[either(locale, "Tangent", "Key"), either(locale, "Gör", "Does")], cells)
}

/// The key of an act in a scope, as code; of two that say yes, the language's.
fn code_of(locale: &Locale, scope: Scope, act: Action) -> String {
    let key = key_of(locale, &format!("{scope:?}.{}", act.name()));
    format!("`{}`", key.unwrap_or_else(|| panic!("{} has no key in {scope:?}", act.name())))
}

/// Signs that the program puts around keys, `[i]`, as code.
fn as_code(text: &str) -> String {
    text.replace(['[', ']'], "`")
}

/// What is done most and how, of a group.
fn ways(locale: &Locale, group: &str) -> String {
    let (_, ways) =
        WAYS.iter().find(|(name, _)| *name == group).unwrap_or_else(|| panic!("no ways are called {group}"));
    let rows = ways.iter().map(|way| {
        let keys: Vec<(String, String)> = (1..)
            .zip(way.steps)
            .map(|(number, (scope, act))| (format!("k{number}"), code_of(locale, *scope, *act)))
            .collect();
        let keys: Vec<_> = keys.iter().map(|(name, key)| (name.as_str(), arg(key.as_str()))).collect();
        vec![ways::title(locale, way), as_code(&locale.tell(&format!("way-{}-how", way.name), &keys))]
    });
    table(&[either(locale, "Du vill", "You want to"), either(locale, "Så gör du", "How")], rows)
}

/// The steps of the tour.
fn tour(locale: &Locale) -> String {
    let mut tour = Tour::default();
    let steps = (1..=Tour::STEPS).map(|number| {
        tour.at = number - 1;
        let step = tour.step().unwrap();
        let names = ["key", "then"].into_iter();
        let keys: Vec<(&str, String)> =
            names.zip(step.keys).map(|(name, (scope, act))| (name, code_of(locale, *scope, *act))).collect();
        let keys: Vec<_> = keys.iter().map(|(name, key)| (*name, arg(key.as_str()))).collect();
        format!("{number}. {}\n", locale.tell(&format!("tour-{}", step.name), &keys))
    });
    steps.collect()
}

/// How long there is, in words; nothing where there is no limit.
fn length(locale: &Locale, limit: Option<Limit>) -> String {
    let (unit, count) = match limit {
        Some(Limit::Hours(count)) => ("hours", count),
        Some(Limit::Days(count)) => ("days", count),
        Some(Limit::SchoolDays(count)) => ("school_days", count),
        Some(Limit::Weeks(count)) => ("weeks", count),
        Some(Limit::Months(count)) => ("months", count),
        None => return String::new(),
    };
    locale.tell(&format!("length-{unit}"), &[("count", arg(count))])
}

/// Rules for duties of one kind of source: `statute`, `local`, `guide`.
fn rules(locale: &Locale, scope: &str) -> String {
    let of_it = Rules::shipped().all().iter().filter(|rule| format!("{:?}", rule.scope).to_lowercase() == scope);
    let rows = of_it.map(|rule| {
        let words = locale.rule(rule, "…", "…");
        let within = match (length(locale, rule.within), length(locale, rule.then)) {
            (within, then) if then.is_empty() || then == within => within,
            (within, then) => either(locale, &format!("{within}, sedan {then}"), &format!("{within}, then {then}")),
        };
        let on = if rule.is_on() { either(locale, "på", "on") } else { either(locale, "av", "off") };
        let letter = rule.confidence.letter().to_owned();
        vec![words, format!("`{}`", rule.name), within, rule.source.clone(), letter, on]
    });
    let head = [
        either(locale, "Bevakning", "Duty"),
        either(locale, "Namn", "Name"),
        either(locale, "Gräns", "Limit"),
        either(locale, "Källa", "Source"),
        either(locale, "Hur säkert", "How sure"),
        either(locale, "Förval", "As shipped"),
    ];
    table(&head, rows)
}

fn purge(locale: &Locale) -> String {
    let shipped = PurgeRules::shipped();
    let years = either(locale, "år", "years");
    let periods = shipped
        .periods(today())
        .map(|one| vec![format!("`{}`", one.name), format!("{} {years}", one.years), one.source.clone()]);
    let kept = either(locale, "behålls", "kept");
    let keeps = shipped.keeps(today()).map(|one| vec![format!("`{}`", one.name), kept.clone(), one.source.clone()]);
    let head = [either(locale, "Regel", "Rule"), either(locale, "Vad", "What"), either(locale, "Källa", "Source")];
    table(&head, periods.chain(keeps).collect::<Vec<_>>())
}

fn ladder(locale: &Locale) -> String {
    let steps = Ladder::shipped().steps.iter().map(|step| {
        let name = either(locale, &step.name_sv, &step.name_en);
        let supporter = locale.label(step.needs_supporter);
        vec![step.number.to_string(), name, supporter, step.in_a_row.to_string(), step.review_weeks.to_string()]
    });
    let head = [
        either(locale, "Steg", "Step"),
        either(locale, "Vad", "What"),
        either(locale, "Stödjare med", "Supporter there"),
        either(locale, "Genomförda i rad", "Carried out in a row"),
        either(locale, "Ses över inom veckor", "Looked at within weeks"),
    ];
    table(&head, steps)
}

fn instruments(locale: &Locale) -> String {
    let rows = Instruments::shipped().all().iter().map(|one| {
        let title = locale.of_instrument(one);
        vec![title, format!("`{}`", one.name), one.items.len().to_string(), one.source.clone()]
    });
    let head = [
        either(locale, "Formulär", "Form"),
        either(locale, "Namn", "Name"),
        either(locale, "Frågor", "Questions"),
        either(locale, "Källa", "Source"),
    ];
    table(&head, rows)
}

fn reports(locale: &Locale) -> String {
    let rows = REPORTS.iter().map(|report| {
        let by = report.by.iter().map(|axis| format!("`{}`", axis.name)).collect::<Vec<_>>().join(", ");
        vec![format!("`{}`", report.name), locale.report_definition(report), locale.report_population(report), by]
    });
    let head = [
        either(locale, "Rapport", "Report"),
        either(locale, "Vad den räknar", "What it counts"),
        either(locale, "Bland vilka", "Among whom"),
        "`--by`".to_owned(),
    ];
    table(&head, rows)
}
