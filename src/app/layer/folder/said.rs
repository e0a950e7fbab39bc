//! What is kept in a folder, a line each: the same on the screen, in the file and on paper.

use chrono::NaiveDate;

use crate::domain::assessment::Assessment;
use crate::domain::codes::{Answer, SchoolLevel, SchoolTerm};
use crate::domain::health::{Health, HealthStep};
use crate::domain::ids::PersonId;
use crate::domain::obstacle::Obstacle;
use crate::domain::paper::Paper;
use crate::domain::schooling::{Schooling, after_two_terms};
use crate::locale::{Locale, arg};
use crate::store::Stored;

/// Whoever tells of a folder.
pub struct Teller<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// What day it is.
    pub today: NaiveDate,
    /// What people are called.
    pub name: &'a dyn Fn(PersonId) -> String,
}

impl Teller<'_> {
    fn day(&self, key: &str, day: NaiveDate) -> String {
        self.locale.tell(key, &[("day", arg(self.locale.date(day, self.today)))])
    }

    /// Which version of a paper one is, and how many there are; the papers in the order of their days.
    pub fn number(papers: &[Stored<Paper>], one: &Stored<Paper>) -> (usize, usize) {
        let of = || papers.iter().filter(|other| other.value.of() == one.value.of());
        (of().position(|other| other.id == one.id).map_or(0, |place| place + 1), of().count())
    }

    /// A version of a paper.
    pub fn paper(&self, one: &Paper, (number, of): (usize, usize)) -> String {
        let mut parts = vec![self.locale.label(one.kind)];
        parts.extend(one.person.map(|person| (self.name)(person)));
        let version = [("number", arg(number)), ("of", arg(of))];
        parts.push(self.locale.tell("paper-version", &version));
        parts.extend(one.scale.map(|scale| self.locale.tell("paper-scale", &[("scale", arg(scale))])));
        parts.extend(one.tried_until.map(|day| self.day("paper-tried-until", day)));
        parts.extend(one.made_with.as_ref().map(|with| self.locale.tell("paper-with", &[("with", arg(&**with))])));
        parts.join(" · ")
    }

    /// An assessment of a contact.
    pub fn assessment(&self, one: &Assessment) -> String {
        let mut parts = vec![format!("{} – {}", (self.name)(one.child), (self.name)(one.with))];
        parts.extend(one.decision.as_ref().map(|text| first_line(text)));
        parts.extend(one.follow_up_on.map(|day| self.day("assessment-again", day)));
        parts.join(" · ")
    }

    /// How old the last assessment of a contact is, and whether somebody was to look at it again by now.
    pub fn age(&self, one: Option<&Assessment>) -> String {
        let Some(one) = one else { return self.locale.say("assessment-none") };
        let days = (self.today - one.on).num_days();
        let day = arg(self.locale.date(one.on, self.today));
        let told = self.locale.tell("assessment-age", &[("day", day), ("days", arg(days))]);
        match one.follow_up_on.filter(|day| *day < self.today && one.follow_up.is_none()) {
            Some(day) => format!("{told} {}", self.day("assessment-late", day)),
            None => told,
        }
    }

    /// A term of a year.
    pub fn term(&self, one: &Schooling) -> String {
        let key = if one.term == SchoolTerm::Spring { "term-spring" } else { "term-autumn" };
        self.locale.tell(key, &[("year", arg(one.year.to_string()))])
    }

    /// A term at school.
    pub fn schooling(&self, one: &Schooling) -> String {
        let locale = self.locale;
        let mut parts = vec![(self.name)(one.child), self.term(one)];
        parts.extend(one.grade.as_ref().map(|grade| locale.tell("school-grade", &[("grade", arg(&**grade))])));
        let subjects = [("swedish", one.swedish), ("mathematics", one.mathematics)];
        let told = subjects.iter().filter_map(|(key, level)| Some((key, (*level)?)));
        parts.extend(told.map(|(key, level)| format!("{} {}", locale.field(key).to_lowercase(), locale.label(level))));
        parts.extend(
            one.eligible
                .map(|yes| locale.say(if yes == Answer::Yes { "school-eligible" } else { "school-not-eligible" })),
        );
        parts.extend(one.study_contact.as_ref().map(|who| locale.tell("school-contact", &[("who", arg(&**who))])));
        parts.join(" · ")
    }

    /// What has come of a child's schooling, counted after two terms; nothing before.
    pub fn since(&self, child: PersonId, terms: &[Schooling]) -> Option<String> {
        type Subject = fn(&Schooling) -> Option<SchoolLevel>;
        let subjects: [(&str, Subject); 2] = [("swedish", |one| one.swedish), ("mathematics", |one| one.mathematics)];
        let told = subjects.iter().filter_map(|(key, subject)| {
            let (first, last) = after_two_terms(terms, subject)?;
            let level = |one: &Schooling| subject(one).map(|level| self.locale.label(level)).unwrap_or_default();
            let (from, to) = (format!("{} {}", level(first), self.term(first)), level(last));
            Some(format!("{} {from} → {to} {}", self.locale.field(key).to_lowercase(), self.term(last)))
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| format!("{}: {}", (self.name)(child), told.join(" · ")))
    }

    /// An obstacle to leisure.
    pub fn obstacle(&self, one: &Obstacle) -> String {
        let mut parts = vec![(self.name)(one.person), self.locale.label(one.obstacle)];
        parts.extend(one.wanted.clone());
        let tried = one.tried.as_ref().map(|text| first_line(text));
        parts.extend(tried.map(|tried| self.locale.tell("obstacle-tried", &[("what", arg(tried))])));
        parts.extend(one.solved_on.map(|day| self.day("obstacle-solved", day)));
        parts.join(" · ")
    }

    /// A health contact.
    pub fn health(&self, one: &Health) -> String {
        let (step, day) = one.step();
        let told = self.locale.say(&format!("health-{}", step.key()));
        let day = self.locale.date(day, self.today);
        let mut parts = vec![(self.name)(one.person), self.locale.label(one.care), format!("{told} {day}")];
        parts.extend(one.note.as_ref().map(|text| first_line(text)));
        parts.join(" · ")
    }

    /// Whether a health contact waits for somebody: booked for a day that has been, or done and not followed up.
    pub fn is_waiting(&self, one: &Health) -> bool {
        match one.step() {
            (HealthStep::Booked, day) => day < self.today,
            (step, _) => step == HealthStep::Done,
        }
    }
}

fn first_line(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().to_owned();
    if lines.next().is_some() { format!("{first} …") } else { first }
}
