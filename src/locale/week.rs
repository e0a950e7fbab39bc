//! Duties in words.

use fluent_bundle::FluentValue;

use super::{Language, Locale, arg};
use crate::domain::deadlines::{Break, Duty, Limit, Names, Rule, State, Unknown};
use crate::domain::discretion::Setting;
use crate::domain::matter::Matter;

impl Locale {
    /// What a state is called.
    pub fn state(&self, state: State) -> String {
        self.say(&format!("duty-{}", state.code()))
    }

    /// What a duty asks for, with whom it is about as they are called in a setting.
    pub fn duty(&self, duty: &Duty, rule: &Rule, names: &Names, setting: Setting) -> String {
        let person = duty.about.person.and_then(|person| names.people.get(&person));
        let without = match self.language() {
            Language::Swedish => &rule.without_sv,
            Language::English => &rule.without_en,
        };
        match without {
            Some(without) if duty.unknown == Some(Unknown::NoParent) => without.clone(),
            _ => {
                let person = person.map(|person| person.given_name.shown(setting)).unwrap_or_default();
                let with = others(duty, names).map(|person| person.given_name.shown(setting)).collect::<Vec<_>>();
                self.rule(rule, &person, &with.join(", "))
            }
        }
    }

    /// What a rule asks for, about somebody or nobody.
    pub fn rule(&self, rule: &Rule, person: &str, with: &str) -> String {
        let text = match self.language() {
            Language::Swedish => &rule.text_sv,
            Language::English => &rule.text_en,
        };
        let length = |limit: Option<Limit>| limit.map(|limit| self.length(limit)).unwrap_or_default();
        let most = rule.most.map(|most| most.to_string()).unwrap_or_default();
        let told = if with.is_empty() { text.replace(" ({ $with })", "") } else { text.replace("{ $with }", with) };
        let told = told.replace("{ $person }", person).replace("{ $most }", &most);
        let told = told.replace("{ $within }", &length(rule.within));
        // A rule about somebody who is not known, or is not shown, still reads as a sentence.
        if person.is_empty() { told.trim_end().trim_end_matches([',', ':']).replace("  ", " ") } else { told }
    }

    fn length(&self, limit: Limit) -> String {
        let (unit, count) = match limit {
            Limit::Hours(count) => ("hours", count),
            Limit::Days(count) => ("days", count),
            Limit::SchoolDays(count) => ("school_days", count),
            Limit::Weeks(count) => ("weeks", count),
            Limit::Months(count) => ("months", count),
        };
        self.tell(&format!("length-{unit}"), &[("count", arg(count))])
    }

    /// Something to be seen to about the casebook itself.
    pub fn matter(&self, matter: &Matter) -> String {
        self.of_matter(matter, "")
    }

    /// What is to be done about it.
    pub fn matter_hint(&self, matter: &Matter) -> String {
        self.of_matter(matter, "-do")
    }

    fn of_matter(&self, matter: &Matter, what: &str) -> String {
        let told = |(name, value): &(&'static str, String)| match value.parse::<i64>() {
            Ok(number) => (*name, arg(number)),
            Err(_) => (*name, arg(value.clone())),
        };
        let args: Vec<_> = matter.args.iter().map(told).collect();
        self.tell(&format!("matter-{}{what}", matter.about), &args)
    }

    /// A school break that the unit has not entered.
    pub fn missing_break(&self, missing: Break) -> String {
        match missing {
            Break::Christmas(year) => self.tell("missing-christmas", &[("year", arg(year.to_string()))]),
            Break::Summer(year) => self.tell("missing-summer", &[("year", arg(year.to_string()))]),
        }
    }

    /// The same where the heading says that it is late.
    pub fn duty_briefly(&self, duty: &Duty, today: chrono::NaiveDate) -> String {
        if duty.state != State::Late {
            return self.duty_why(duty, today);
        }
        let due = duty.due_on.map(|due| self.narrow_day(due, today)).unwrap_or_default();
        self.tell("duty-briefly-late", &[("due", arg(due)), ("count", arg(duty.count))])
    }

    /// Why a duty stands as it does, in a few words: how late, until when, what is not known.
    pub fn duty_why(&self, duty: &Duty, today: chrono::NaiveDate) -> String {
        let due = duty.due_on.map(|due| self.narrow_day(due, today)).unwrap_or_default();
        let args: Vec<(&str, FluentValue<'static>)> =
            vec![("due", arg(due)), ("days", arg(duty.days_late(today))), ("count", arg(duty.count))];
        match (duty.state, duty.unknown) {
            (State::Unknown, Some(why)) => self.say(&format!("unknown-{}", why.key())),
            (state, _) if duty.due_on.is_none() && state == State::Open => self.say("duty-why-no-day"),
            (state, _) => self.tell(&format!("duty-why-{}", state.code()), &args),
        }
    }
}

/// Whom else a duty is about.
fn others<'a>(duty: &Duty, names: &'a Names) -> impl Iterator<Item = &'a crate::domain::deadlines::Called> {
    let with = names.with.get(&(duty.rule, duty.about.record));
    with.into_iter().flatten().filter_map(|person| names.people.get(person))
}
