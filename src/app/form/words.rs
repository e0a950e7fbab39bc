//! The words in a field: codes in words, and what could stand in it.

use chrono::NaiveDate;

use super::Form;
use crate::domain::codes::CodeList;
use crate::domain::entry::{Lexicon, Shape};
use crate::domain::quickline::visit::parse_pattern;
use crate::domain::text::{
    Leaning, as_member, parse_birth, parse_day, parse_last_day, parse_minutes, parse_time, parse_times, split_list,
};
use crate::locale::{Locale, arg};

impl Form {
    /// What could stand in the focused field, narrowed by what stands there.
    pub fn choices(&self, locale: &Locale) -> Vec<String> {
        let Some(state) = self.focused() else { return Vec::new() };
        if matches!(state.field.shape, Shape::People | Shape::Member) {
            return self.people.clone();
        }
        let (Shape::Code(list) | Shape::Codes(list) | Shape::OpenCode(list) | Shape::End(list)) = state.field.shape
        else {
            return Vec::new();
        };
        let typed = match state.field.shape {
            Shape::Codes(_) => state.line.text().rsplit([';', ',', ' ']).next().unwrap_or_default(),
            _ => state.line.text().trim(),
        };
        let whole = |list: CodeList| list.codes.iter().map(|code| locale.code(list, code)).collect();
        match locale.meanings(list, typed) {
            found if !typed.is_empty() && found.len() > 1 => found.iter().map(|code| locale.code(list, code)).collect(),
            found if !typed.is_empty() && found.len() == 1 && locale.code(list, found[0]) != typed => {
                vec![locale.code(list, found[0])]
            }
            _ => whole(list),
        }
    }
}

impl Form {
    /// What the focused field is about, where there is something to say of it.
    pub fn hint(&self, locale: &Locale) -> Option<String> {
        locale.hint_for(self.table.kind, self.focused()?.field.key)
    }

    /// Whether what stands in the focused field can be read as what belongs there; nothing always can.
    pub fn is_readable(&self, locale: &Locale, today: NaiveDate) -> bool {
        let Some(state) = self.focused() else { return true };
        let text = state.line.text().trim();
        let is_known = |list, word: &str| !locale.meanings(list, word.trim()).is_empty();
        text.is_empty()
            || match state.field.shape {
                Shape::Code(list) => is_known(list, text),
                Shape::Codes(list) => split_list(text, true).iter().all(|word| is_known(list, word)),
                Shape::Day(_) | Shape::LastDay | Shape::Days | Shape::Time | Shape::Times | Shape::Minutes => {
                    self.understood(locale, today).is_some()
                }
                _ => true,
            }
    }

    /// What the focused field is read as, where that is not what stands there: a day, a time, a length, the
    /// days of a series.
    pub fn understood(&self, locale: &Locale, today: NaiveDate) -> Option<String> {
        let state = self.focused()?;
        let text = state.line.text().trim();
        if state.field.key == "birth_on"
            && let Some(day) = parse_birth(text, today)
        {
            return Some(locale.long_day(day));
        }
        match state.field.shape {
            Shape::Day(leaning) => parse_day(text, today, leaning).map(|day| locale.long_day(day)),
            Shape::LastDay | Shape::End(_) => {
                parse_last_day(text, today, Leaning::Future).map(|day| locale.long_day(day))
            }
            Shape::Days => {
                let read = |text: &str| parse_day(text.trim(), today, Leaning::Past).map(|day| locale.long_day(day));
                text.split([';', ',']).map(read).collect::<Option<Vec<_>>>().map(|days| days.join(" · "))
            }
            Shape::Time => parse_time(text).map(|time| locale.time(time)),
            Shape::Times => parse_times(text).map(|(start, end)| {
                let end = end.map(|end| format!("–{}", locale.time(end))).unwrap_or_default();
                format!("{}{end}", locale.time(start))
            }),
            Shape::Pattern => parse_pattern(text).map(|(pattern, weekdays)| locale.pattern(pattern, weekdays)),
            Shape::Minutes => parse_minutes(text).map(|minutes| locale.tell("minutes", &[("minutes", arg(minutes))])),
            _ => None,
        }
    }
}

/// Texts so short that one types them anew rather than mend them.
pub(in crate::app) fn is_short(shape: Shape) -> bool {
    match shape {
        Shape::Day(_) | Shape::LastDay | Shape::End(_) | Shape::Time | Shape::Times => true,
        Shape::Minutes | Shape::Number { .. } | Shape::Measured { .. } | Shape::Attainment => true,
        Shape::Pattern | Shape::Step | Shape::Code(_) | Shape::OpenCode(_) => true,
        Shape::Family | Shape::Member | Shape::Colleague => true,
        Shape::Line | Shape::Note | Shape::Days | Shape::Codes(_) | Shape::Staff | Shape::Person => false,
        Shape::People | Shape::Identity | Shape::Goals => false,
    }
}

/// A field's text in this language: codes become their words, the rest stays.
pub(in crate::app) fn spoken(shape: Shape, text: &str, locale: &Locale) -> String {
    let word = |list: CodeList, code: &str| {
        if list.codes.contains(&code) { locale.code(list, code) } else { code.to_owned() }
    };
    match shape {
        Shape::Code(list) | Shape::OpenCode(list) | Shape::End(list) if !text.is_empty() => word(list, text),
        Shape::Codes(list) => {
            text.split(';').filter(|code| !code.is_empty()).map(|code| word(list, code)).collect::<Vec<_>>().join("; ")
        }
        Shape::Note => String::new(),
        Shape::Pattern => locale.written_pattern(text),
        Shape::People | Shape::Staff | Shape::Goals | Shape::Days => {
            split_list(text, false).iter().map(|name| as_member(name)).collect::<Vec<_>>().join("; ")
        }
        _ => text.to_owned(),
    }
}
