//! Duties, held to named cases and laws. Every rule that ships has a table of cases, in the file of its group; a rule
//! without one fails a test, and so does a table that leaves out a state its rule can have.
//!
//! A case is written in words, see [`case`]; duties are told in words, see [`told`].

mod care;
mod care_events;
mod care_law;
mod contact;
mod crisis;
mod dates;
mod following;
mod halves;
mod laws;
mod lists;
mod lives;
mod onward;
mod programme;
mod reading;
mod school;
mod units;
mod words;

use std::collections::BTreeSet;

use super::{Fact, Rule, RuleScope, Rules, Trigger};
use words::{after, case, every_rule, key, told, told_by};

/// A named case: what it is, the case, the day somebody looks, and the duties of the rule then.
type Row = (&'static str, &'static str, &'static str, &'static str);

/// The cases of a rule.
struct Table {
    rule: &'static str,
    /// The states that any rule with a last day goes through, if it is of that form.
    forms: &'static [Form],
    rows: &'static [Row],
}

/// A duty with a last day, from which the cases that all such rules share are made.
struct Form {
    /// What it counts from.
    case: &'static str,
    /// The same, met on the day written as `{}`.
    met: &'static str,
    /// Person, record and first day, as an exemption names them.
    about: &'static str,
    /// The first day on which it is near.
    near: &'static str,
    /// The last day.
    last: &'static str,
    /// The last day of the next time, if it was met on the last day.
    then: &'static str,
}

impl Form {
    /// The cases: name, case, day, the duty that comes first, and the one after it where there is one.
    fn rows(&self, rule: &Rule) -> Vec<(&'static str, String, String, String)> {
        let Self { case, near, last, about, then, .. } = self;
        let met = |day: &str| self.met.replace("{}", day);
        let (eve, next, year) = (after(last, -1), after(last, 1), after(last, 366));
        let again = |text: String| if then.is_empty() { text } else { format!("{text}, open {then}") };
        let exempt = format!("{case}; exempt {} {about} {next}", rule.name);
        // Closing the family ends what would fall due later; only the end of the programme is met by it.
        let closing: [(&str, &str, String); 3] = if rule.met_by.contains(&Fact::FamilyClosed) {
            [
                ("closed the day before", &eve, format!("met {last} by {eve}")),
                ("closed on its last day", last, format!("met {last} by {last}")),
                ("late and then closed", &next, format!("met_late {last} by {next}")),
            ]
        } else if rule.trigger == Trigger::ConsiderationNear {
            // Closing ends what it counts from: nothing is decided any more.
            [
                ("closed the day before", &eve, String::new()),
                ("closed on its last day", last, String::new()),
                ("late and then closed", &next, String::new()),
            ]
        } else {
            [
                ("closed the day before", &eve, String::new()),
                ("closed on its last day", last, format!("late {last}")),
                ("late and then closed", &next, format!("late {last}")),
            ]
        };
        let mut rows = vec![
            ("before it is near", case.to_string(), after(near, -1), format!("open {last}")),
            ("the first day it is near", case.to_string(), near.to_string(), format!("due {last}")),
            ("its last day", case.to_string(), last.to_string(), format!("due {last}")),
            ("the day after", case.to_string(), next.clone(), format!("late {last}")),
            ("a year after", case.to_string(), year.clone(), format!("late {last}")),
            ("met on its last day", met(last), next.clone(), again(format!("met {last} by {last}"))),
            ("not met yet by what is written for later", met(&next), last.to_string(), format!("due {last}")),
            ("exempted", exempt.clone(), next.clone(), format!("exempted {last}")),
            ("exempted and closed", format!("{exempt}; closed {next}"), year.clone(), format!("exempted {last}")),
            ("reopened", format!("{case}; closed {eve}; active"), year.clone(), format!("late {last}")),
            ("paused", format!("{case}; paused"), year.clone(), format!("late {last}")),
        ];
        rows.retain(|(what, ..)| rule.trigger != Trigger::ConsiderationNear || *what != "exempted and closed");
        rows.push(("met the day after", met(&next), after(&next, 1), format!("met_late {last} by {next}")));
        rows.extend(closing.map(|(what, on, told)| (what, format!("{case}; closed {on}"), year.clone(), told)));
        rows
    }
}

fn tables() -> Vec<&'static Table> {
    let groups = [
        crisis::TABLES,
        school::TABLES,
        care::TABLES,
        care_law::TABLES,
        following::TABLES,
        contact::TABLES,
        onward::TABLES,
        programme::TABLES,
        lists::TABLES,
    ];
    groups.into_iter().flatten().collect()
}

#[test]
fn every_rule_holds_to_its_named_cases() {
    let rules = every_rule();
    let mut faults = Vec::new();
    for Table { rule: name, rows, .. } in tables() {
        for (what, text, today, expected) in *rows {
            let found = told(rules, name, &case(text), today);
            if found != *expected {
                faults.push(format!("{name}, {what}: on {today} expected `{expected}`, found `{found}`"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_rule_with_a_last_day_goes_through_its_states() {
    let rules = every_rule();
    let mut faults = Vec::new();
    for Table { rule: name, forms, .. } in tables() {
        for form in *forms {
            let place = told_by(rules, name, &case(form.case), form.last).first().copied().unwrap();
            for (what, text, today, expected) in form.rows(&rules.all()[place]) {
                let found = told(rules, name, &case(&text), &today);
                // What comes after a duty met late or exempted is told in the tables.
                let loose = what == "met the day after" || what.starts_with("exempted");
                if found != expected && !(loose && found.starts_with(&format!("{expected}, "))) {
                    faults.push(format!("{name}, {what}: on {today} expected `{expected}`, found `{found}`"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What families that came after the last day owe: nothing of what is done once; what comes again from the day they
/// came, or of a statute nobody knows.
#[test]
fn what_fell_due_before_the_family_came_is_not_the_units() {
    let rules = every_rule();
    for Table { rule: name, forms, .. } in tables() {
        for form in forms.iter().filter(|form| !form.case.contains("start ")) {
            let rule = &rules.all()[told_by(rules, name, &case(form.case), form.last).first().copied().unwrap()];
            let came = after(form.last, 1);
            let found = told(rules, name, &case(&format!("start {came}; {}", form.case)), &came);
            let late = format!("late {}", form.last);
            match (rule.trigger.is_of_a_record() || rule.trigger == Trigger::ChildBorn, rule.then, rule.scope) {
                (true, ..) => assert_eq!(found, late, "{name}"),
                (_, None, _) => assert_eq!(found, "", "{name}"),
                (_, _, RuleScope::Statute) => assert_eq!(found, "unknown before-the-family", "{name}"),
                _ => assert!(found.starts_with("open ") && found > format!("open {came}"), "{name}: {found}"),
            }
            let came = after(&came, -1);
            let found = told(rules, name, &case(&format!("start {came}; {}", form.case)), &after(&came, 1));
            assert_eq!(found, late, "{name}, of a family that came on the last day");
        }
    }
}

#[test]
fn every_rule_that_ships_has_its_cases() {
    let rules = every_rule();
    let shipped: Vec<String> = Rules::shipped().all().iter().map(key).collect();
    let covered: BTreeSet<&str> = tables().iter().map(|table| table.rule).collect();
    assert_eq!(covered.len(), tables().len(), "two tables of one rule");
    assert_eq!(covered, shipped.iter().map(String::as_str).collect(), "rules without cases, or cases without a rule");
    let mut places = BTreeSet::new();
    for Table { rule: name, forms, rows } in tables() {
        let of_name = |rule: &&Rule| key(rule) == *name && rule.within.is_some();
        assert!(forms.len() >= rules.all().iter().filter(of_name).count(), "{name}: a row of it is without its form");
        assert!(rows.len() >= 4, "{name}: few cases");
        let states: Vec<&str> = if forms.is_empty() { vec!["met", "exempted"] } else { vec!["late"] };
        let asks = |rule: &Rule| rule.met_by == [Fact::ParentWritten];
        let asked = rules.all().iter().filter(|rule| key(rule) == *name).all(asks);
        // A question goes away with its answer.
        for state in states.into_iter().filter(|state| !asked || *state != "met") {
            let told = rows.iter().any(|(_, _, _, expected)| expected.split([' ', ',']).any(|word| word == state));
            assert!(told, "{name}: never {state} in a named case");
        }
        let cases = forms.iter().map(|form| (form.case, form.last));
        for (text, today) in cases.chain(rows.iter().map(|(_, text, today, _)| (*text, *today))) {
            places.extend(told_by(rules, name, &case(text), today));
        }
        let names: BTreeSet<&str> = rows.iter().map(|(what, ..)| *what).collect();
        assert_eq!(names.len(), rows.len(), "{name}: two cases of one name");
    }
    assert_eq!(places.len(), rules.all().len(), "a row of the rules never gave a duty");
}
