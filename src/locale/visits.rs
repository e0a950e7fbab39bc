//! Visits in words: a pattern, a part of a line, the next dates, a warning.

use chrono::NaiveDate;

use super::speech::{Language, Locale, arg};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::quickline::visit::{Warning, parse_pattern, write_pattern};
use crate::domain::quickline::words::Tongue;
use crate::domain::quickline::{LastDay, Meaning, OutcomeMark, VisitLine};
use crate::domain::visit::restriction::Missing;
use crate::domain::visit::{Ends, Pattern, Weekdays};

/// How many dates are told while somebody types.
const NEXT: usize = 3;

impl Locale {
    /// The days of a series: `jämna veckor lö`, `varannan vecka ti to`.
    pub fn pattern(&self, pattern: Pattern, weekdays: Weekdays) -> String {
        let days: Vec<String> =
            weekdays.iter().map(|day| self.say(&format!("weekday-short-{}", day.number_from_monday()))).collect();
        let days = arg(days.join(" "));
        match pattern {
            Pattern::Once => self.say("pattern-once"),
            Pattern::Week => self.tell("pattern-week", &[("days", days)]),
            Pattern::Nth { weeks } => self.tell("pattern-nth", &[("days", days), ("weeks", arg(weeks))]),
            Pattern::Even { .. } => self.tell("pattern-even", &[("days", days)]),
            Pattern::Odd { .. } => self.tell("pattern-odd", &[("days", days)]),
            Pattern::Monthly { place } => {
                self.tell("pattern-monthly", &[("days", days), ("place", arg(self.label(place)))])
            }
        }
    }

    /// A pattern from a form or a file, as one writes it in this language; what is no pattern stays as it is.
    pub fn written_pattern(&self, text: &str) -> String {
        let tongue = if self.language() == Language::Swedish { Tongue::Swedish } else { Tongue::English };
        parse_pattern(text).map_or_else(|| text.to_owned(), |(rule, days)| write_pattern(rule, days, tongue))
    }

    /// What a part of a line about visits says; nothing for parts that other lines have too.
    pub fn visit_part(&self, meaning: &Meaning, today: NaiveDate, setting: Setting) -> Option<String> {
        let day = |key: &str, day: NaiveDate| self.tell(key, &[("day", arg(self.day(day, today)))]);
        Some(match meaning {
            Meaning::Child(child) => child.given_name.shown(setting),
            Meaning::Pattern { pattern, weekdays } => self.pattern(*pattern, *weekdays),
            Meaning::Stay { start, end, last } => {
                let on = match last {
                    LastDay::Next => None,
                    LastDay::Weekday(day) => Some(self.say(&format!("weekday-short-{}", day.number_from_monday()))),
                    LastDay::On(day) => Some(self.day(*day, today)),
                };
                let end = on.map_or(self.time(*end), |on| format!("{on} {}", self.time(*end)));
                format!("{} – {end}", self.time(*start))
            }
            Meaning::Until(until) => day("until-day", *until),
            Meaning::Times(times) => self.tell("times", &[("times", arg(*times))]),
            Meaning::Without(first, last) if first == last => day("without-day", *first),
            Meaning::Without(first, _) => self.tell("without-day", &[("day", arg(self.week(*first)))]),
            Meaning::Week53(choice) => self.label(*choice),
            Meaning::Step(step) => self.tell("step", &[("step", arg(u32::from(*step)))]),
            Meaning::Supporters(names) => self.tell("supported-by", &[("names", arg(names.join(", ")))]),
            Meaning::Unsupported => self.say("unsupported"),
            Meaning::Place(place) => place.clone(),
            Meaning::Contact(contact) => self.label(*contact),
            _ => return None,
        })
    }

    /// The visits that a line would make: the next dates, and what to know of them.
    pub fn visit_preview(&self, line: &VisitLine, today: NaiveDate, setting: Setting) -> Vec<String> {
        let series = &line.arrangement.series;
        let next: Vec<String> = line.dates.iter().take(NEXT).map(|day| self.day(*day, today)).collect();
        let more = if line.dates.len() > NEXT { " …" } else { "" };
        let mut words = vec![line.family.name.clone(), self.pattern(series.pattern, series.weekdays)];
        words.push(format!("{}{more}", next.join(", ")));
        if let Ends::Times(times) = series.ends {
            words.push(self.tell("times", &[("times", arg(times))]));
        }
        words.extend(
            series
                .last()
                .filter(|_| series.pattern != Pattern::Once)
                .map(|last| self.tell("until-day", &[("day", arg(self.long_day(last)))])),
        );
        let mut lines = vec![words.join("  "), self.visit_terms(line, setting)];
        lines.extend(line.warnings.iter().map(|warning| self.visit_warning(warning, today)));
        lines
    }

    /// Who meets whom, when on the day, where, with whose support, and for a single day what came of it.
    fn visit_terms(&self, line: &VisitLine, setting: Setting) -> String {
        let terms = &line.arrangement.terms;
        let (children, with) = &line.between;
        let series = &line.arrangement.series;
        let first = series.first().unwrap_or(series.from);
        let names = |of: &[PersonName]| of.iter().map(|name| name.shown(setting)).collect::<Vec<_>>().join(", ");
        let mut words = vec![
            format!("{} – {}", names(children), names(with)),
            self.visit_time(terms, first),
            self.label(terms.contact),
        ];
        words.extend(terms.step.map(|step| self.tell("step", &[("step", arg(u32::from(step)))])));
        words.extend(terms.place.as_ref().and_then(|place| place.typed(setting)));
        words.extend(terms.supporters_shown(setting));
        if let Some(mark) = &line.outcome {
            words.push(self.label(mark.outcome).to_lowercase());
            words.extend(self.canceller(mark, setting));
            words.extend(mark.reason.clone());
        }
        words.extend(terms.despite.as_ref().map(|why| self.tell("despite-told", &[("why", arg(why.as_str()))])));
        words.extend(line.arrangement.note.as_ref().map(|note| format!("”{note}”")));
        words.retain(|word| !word.is_empty());
        words.join("  ")
    }

    /// Who cancelled: the person where it is known, else on whose side they stand.
    pub fn canceller(&self, mark: &OutcomeMark, setting: Setting) -> Option<String> {
        let side = || mark.cancelled_by.map(|by| self.label(by));
        mark.person.as_ref().map(|person| person.given_name.shown(setting)).or_else(side)
    }

    /// What a restriction lacks to be a decision.
    pub fn missing(&self, missing: Missing) -> String {
        self.say(match missing {
            Missing::How => "missing-how",
            Missing::Why => "missing-why",
            Missing::Until => "missing-until",
            Missing::DecidedOn => "missing-decided-on",
            Missing::DecidedBy => "missing-decided-by",
            Missing::AppealTold => "missing-appeal-told",
        })
    }

    /// A warning in words.
    pub fn visit_warning(&self, warning: &Warning, today: NaiveDate) -> String {
        let days =
            |days: &[NaiveDate]| arg(days.iter().map(|day| self.day(*day, today)).collect::<Vec<_>>().join(", "));
        match warning {
            Warning::Week53(new_year) => self.tell(
                "warning-week_53",
                &[
                    ("year", arg(new_year.year.to_string())),
                    ("parity", days(&new_year.keep_parity)),
                    ("fortnight", days(&new_year.keep_fortnight)),
                ],
            ),
            Warning::Holiday { on, name_sv, name_en, .. } => {
                let name = match self.language() {
                    Language::Swedish => uncapitalised(name_sv),
                    Language::English => (*name_en).to_owned(),
                };
                self.tell("warning-holiday", &[("day", arg(self.day(*on, today))), ("name", arg(name))])
            }
            Warning::Closed { on, name } => {
                self.tell("warning-closed", &[("day", arg(self.day(*on, today))), ("name", arg(name.as_str()))])
            }
            Warning::SchoolBreak { on, name } => {
                self.tell("warning-school_break", &[("day", arg(self.day(*on, today))), ("name", arg(name.as_str()))])
            }
            Warning::NewSupporter { name } => self.tell("warning-new_supporter", &[("name", arg(name.as_str()))]),
            Warning::NoSupporter { step: Some(step) } => {
                self.tell("warning-no_supporter_on_step", &[("step", arg(u32::from(*step)))])
            }
            Warning::NoSupporter { step: None } => self.say("warning-no_supporter"),
        }
    }
}

/// A Swedish holiday inside a sentence; one named after somebody keeps its capital.
fn uncapitalised(holiday: &str) -> String {
    let mut letters = holiday.chars();
    match letters.next() {
        Some(first) if !holiday.starts_with("Kristi ") => first.to_lowercase().chain(letters).collect(),
        _ => holiday.to_owned(),
    }
}
