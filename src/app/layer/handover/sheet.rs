//! The hand-over sheet in words: the same for a screen and for paper.

use chrono::NaiveDate;

use crate::app::form::in_words;
use crate::domain::checklist::Checklists;
use crate::domain::codes::{Ending, VisitContact};
use crate::domain::deadlines::{Rule, State};
use crate::domain::discretion::{PlaceName, Setting};
use crate::domain::ids::PersonId;
use crate::domain::measurement::Instruments;
use crate::domain::session::Session;
use crate::domain::visit::Restriction;
use crate::domain::visit::restriction::{RESTRICTION, restriction_draft};
use crate::locale::{Locale, arg};
use crate::store::{ComingRow, HandOver, SaidTo, Stored};

/// How much a line weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// It is late, or somebody may come to harm who does not know it.
    Alarm,
    /// Something is missing.
    Missing,
    /// It waits for its day.
    Ahead,
    /// It was so.
    Past,
    /// The line before goes on: the text in full.
    Text,
    /// A remark.
    Quiet,
}

impl Weight {
    /// The sign beside the words.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Alarm => "!",
            Self::Missing => "?",
            Self::Ahead => "·",
            Self::Past => "✓",
            Self::Text | Self::Quiet => " ",
        }
    }
}

/// A line; long ones are broken by whoever draws them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// How much it weighs.
    pub weight: Weight,
    /// The day it is about; empty where there is none.
    pub day: String,
    /// The time on it.
    pub time: String,
    /// What it says.
    pub text: String,
}

/// A part of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What it is, as a key of the locale files.
    pub title: &'static str,
    /// The family's name and case reference.
    pub family: (String, String),
    /// The day it is of.
    pub today: NaiveDate,
    /// Since when, who works with them, who is protected.
    pub about: Vec<Line>,
    /// What is to be done, what comes, what was promised.
    pub parts: Vec<Part>,
    /// The last notes; on a wide screen they stand beside the rest.
    pub notes: Option<Part>,
    /// What there is nothing of; empty where there is something of everything.
    pub nothing: String,
}

/// What the words are made with.
pub struct Words<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// All rules.
    pub rules: &'a [Rule],
    /// What can be measured with.
    pub instruments: &'a Instruments,
    /// The unit's checklists.
    pub lists: &'a Checklists,
    /// Where the sheet goes.
    pub setting: Setting,
}

impl Sheet {
    /// Puts a sheet into words.
    pub fn of(sheet: &HandOver, words: &Words<'_>) -> Self {
        let made = Maker { sheet, words, locale: words.locale };
        let family = &sheet.family.value;
        let mut parts = vec![
            ("restrictions", made.restrictions()),
            ("duties", made.duties()),
            ("visits", sheet.visits.iter().map(|visit| made.visit(visit)).collect()),
            ("sessions", sheet.planned.iter().map(|session| made.planned(session)).collect()),
        ];
        parts.extend(SaidTo::ALL.map(|to| (said(to), made.promises(to))));
        parts.push(("plan", made.plan(false)));
        parts.push(("wishes", made.wishes()));
        parts.push(("referrals", made.referrals()));
        parts.push(("groups", made.in_groups()));
        parts.push(("agreed", sheet.agreed.iter().flat_map(|one| made.agreed(one)).collect()));
        parts.push(("events", made.events()));
        parts.push(("exemptions", made.exemptions()));
        parts.push(("relations", made.relations()));
        let notes = ("notes", sheet.notes.iter().flat_map(|session| made.note(&session.value)).collect());
        let nothing = made.nothing(parts.iter().chain([&notes]));
        let part = |(name, lines): (&str, Vec<Line>)| {
            let title = words.locale.say(&format!("handover-{name}"));
            (!lines.is_empty()).then_some(Part { title, lines })
        };
        Self {
            title: "handover-title",
            family: (family.name.clone(), family.case_ref.clone()),
            today: sheet.today,
            about: made.about(),
            parts: parts.into_iter().filter_map(part).collect(),
            notes: part(notes),
            nothing,
        }
    }

    /// Puts into words what is noted of a family beside its page and its sessions.
    pub fn dossier(sheet: &HandOver, words: &Words<'_>) -> Self {
        let made = Maker { sheet, words, locale: words.locale };
        let family = &sheet.family.value;
        let parts = [
            ("events", made.events()),
            ("restrictions", made.restrictions()),
            ("wishes", made.wishes()),
            ("plan", made.plan(true)),
            ("referrals", made.referrals()),
            ("groups", made.groups()),
            ("exemptions", made.exemptions()),
            ("relations", made.relations()),
            ("support", made.supports()),
            ("measured", made.measured()),
            ("words", made.words()),
            ("moves", made.moves()),
            ("visits", made.written()),
        ];
        let parts: Vec<_> = parts.into_iter().chain(made.kept()).collect();
        let is_empty = parts.iter().all(|(_, lines)| lines.is_empty());
        let part = |(name, lines): (&str, Vec<Line>)| {
            let title = words.locale.say(&format!("dossier-{name}"));
            (!lines.is_empty()).then_some(Part { title, lines })
        };
        Self {
            title: "dossier-title",
            family: (family.name.clone(), family.case_ref.clone()),
            today: sheet.today,
            about: Vec::new(),
            parts: parts.into_iter().filter_map(part).collect(),
            notes: None,
            nothing: if is_empty { words.locale.say("dossier-nothing") } else { String::new() },
        }
    }

    /// All parts, one after the other.
    pub fn all_parts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().chain(&self.notes)
    }
}

fn said(to: SaidTo) -> &'static str {
    match to {
        SaidTo::Children => "said-children",
        SaidTo::Parents => "said-parents",
        SaidTo::Both => "said-both",
        SaidTo::Others => "said-others",
    }
}

/// What is told to be missing where it is: what the reader would ask for.
const ASKED_FOR: [&str; 5] = ["restrictions", "duties", "visits", "promises", "notes"];

pub(super) struct Maker<'a> {
    pub(super) sheet: &'a HandOver,
    pub(super) words: &'a Words<'a>,
    pub(super) locale: &'a Locale,
}

impl Maker<'_> {
    fn about(&self) -> Vec<Line> {
        let (locale, family, today) = (self.locale, &self.sheet.family.value, self.sheet.today);
        let quiet = |text| line(Weight::Quiet, text);
        let date = |key: &str, day| locale.tell(key, &[("date", arg(locale.date(day, today)))]);
        let mut status = vec![format!("{} {}", locale.label(family.status), date("since", family.started_on))];
        if let Some(end) = family.planned_end_on.filter(|_| family.started_on <= today) {
            let weeks = |to: NaiveDate| (to - family.started_on).num_days() / 7;
            status.push(locale.tell("week-of", &[("week", arg(weeks(today) + 1)), ("weeks", arg(weeks(end)))]));
        }
        status.extend(family.closed_on.map(|day| date("until", day)));
        let mut lines = vec![quiet(status.join(" · "))];
        let team = locale.team(family);
        lines.push(match team.is_empty() {
            true => line(Weight::Missing, locale.say("team-nobody")),
            false => quiet(team.join(" · ")),
        });
        let people = self.sheet.people.iter().map(|on_page| &on_page.person.value);
        lines.extend(people.filter(|person| person.given_name.is_kept()).map(|person| {
            line(
                Weight::Alarm,
                format!("{}: {}", person.given_name.shown(self.words.setting), locale.label(person.protection)),
            )
        }));
        lines
    }

    fn restrictions(&self) -> Vec<Line> {
        let weigh = |from: NaiveDate| if from <= self.sheet.today { Weight::Alarm } else { Weight::Ahead };
        let each = self.sheet.restrictions.iter().map(|stored| &stored.value);
        let lines = each.map(|one| self.on(weigh(one.from), one.from, String::new(), self.restriction(one)));
        lines.collect()
    }

    fn restriction(&self, one: &Restriction) -> String {
        let locale = self.locale;
        let draft = restriction_draft(one, "", &[]);
        let limits = ["contacts", "supervised"];
        let limits = limits.iter().filter_map(|key| RESTRICTION.field(key)).filter_map(|field| {
            let text = in_words(field.shape, draft.get(field.key), locale);
            (!text.is_empty()).then(|| format!("{}: {text}", locale.field(field.key).to_lowercase()))
        });
        let most = [("limit-most_a_month", one.limits.most_a_month), ("limit-most_minutes", one.limits.most_minutes)];
        let most = most.iter().filter_map(|(key, most)| Some(locale.tell(key, &[("count", arg((*most)?))])));
        let mut parts =
            vec![format!("{}: {}", self.between(one.child, &one.with), locale.label(one.kind).to_lowercase())];
        parts.extend(one.how.clone());
        parts.extend(limits);
        parts.extend(most);
        parts.extend(one.until.map(|until| self.about_day("until-day", until)));
        parts.extend(one.further_notice.then(|| locale.label(Ending::FurtherNotice)));
        parts.extend(one.decided_on.map(|day| self.about_day("handover-decided", day)));
        let missing: Vec<String> = one.missing().into_iter().map(|missing| locale.missing(missing)).collect();
        if !missing.is_empty() {
            parts.push(locale.tell("block-missing", &[("missing", arg(missing.join(", ")))]));
        }
        parts.join(" · ")
    }

    /// Duties and tasks, the late ones first.
    fn duties(&self) -> Vec<Line> {
        let (today, locale) = (self.sheet.today, self.locale);
        let late = |days: i64| locale.tell("handover-days-late", &[("days", arg(days))]);
        let mut lines: Vec<(bool, Option<NaiveDate>, Line)> = Vec::new();
        for duty in &self.sheet.duties {
            let Some(rule) = self.words.rules.get(duty.rule) else { continue };
            let mut text = locale.duty(duty, rule, &self.sheet.names, self.words.setting);
            let weight = match duty.state {
                State::Late => Weight::Alarm,
                State::Unknown => Weight::Missing,
                _ => Weight::Ahead,
            };
            let why = match duty.state {
                State::Late => late(duty.days_late(today)),
                State::Unknown => locale.duty_why(duty, today),
                _ => String::new(),
            };
            if !why.is_empty() {
                text = format!("{text}, {why}");
            }
            lines.push((duty.state != State::Late, duty.due_on, self.maybe_on(weight, duty.due_on, text)));
        }
        for task in self.sheet.tasks.iter().map(|row| &row.task.value) {
            let days = task.due_on.map_or(0, |due| (today - due).num_days());
            let mut text = format!("{}, {}", task.what, task.who);
            if days > 0 {
                text = format!("{text}, {}", late(days));
            }
            let weight = if days > 0 { Weight::Alarm } else { Weight::Ahead };
            lines.push((days <= 0, task.due_on, self.maybe_on(weight, task.due_on, text)));
        }
        lines.sort_by_key(|(waits, due, _)| (*waits, due.is_none(), *due));
        lines.into_iter().map(|(.., line)| line).collect()
    }

    fn visit(&self, visit: &ComingRow) -> Line {
        let (locale, terms) = (self.locale, &visit.terms);
        let mut parts = vec![self.between(visit.child, &terms.with)];
        if terms.contact != VisitContact::InPerson {
            parts.push(locale.label(terms.contact).to_lowercase());
        }
        let told = |place: &PlaceName| place.listed(self.words.setting, Some(terms.days(visit.on)));
        let kept = || locale.say("handover-place-kept");
        parts.extend(terms.place.as_ref().map(|place| told(place).unwrap_or_else(kept)));
        if let Some(breach) = visit.stopped {
            parts.push(locale.breach(breach));
        } else if visit.is_unsupported && terms.supporters.is_empty() {
            parts.push(locale.say("concern-unsupported"));
        } else if visit.is_unsupported {
            let names = [("names", arg(terms.supporters_shown(self.words.setting).join(", ")))];
            parts.push(locale.tell("handover-away", &names));
        } else {
            parts.extend(terms.supporters_shown(self.words.setting));
        }
        let weight = match visit.stopped {
            Some(_) => Weight::Alarm,
            None if visit.is_unsupported => Weight::Missing,
            None => Weight::Ahead,
        };
        self.on(weight, visit.on, locale.visit_time(terms, visit.on), parts.join(", "))
    }

    fn planned(&self, stored: &Stored<Session>) -> Line {
        let session = &stored.value;
        let start = session.start.map(|start| self.locale.time(start)).unwrap_or_default();
        match self.sheet.stopped.get(&stored.id) {
            Some(breach) => {
                let told = format!("{} · {}", self.session(session), self.locale.breach(*breach));
                self.on(Weight::Alarm, session.on, start, told)
            }
            None => self.on(Weight::Ahead, session.on, start, self.session(session)),
        }
    }

    /// What a session is about, how people meet, who is there.
    pub(super) fn session(&self, session: &Session) -> String {
        let people = self.names(&session.people);
        let mut parts = vec![self.locale.label(session.kind), self.locale.label(session.mode)];
        parts.extend(Some(people).filter(|people| !people.is_empty()));
        if !session.staff.is_empty() {
            parts.push(self.locale.tell("handover-by", &[("names", arg(session.staff.join(", ")))]));
        }
        parts.join(" · ")
    }

    /// What there is nothing of, of what a reader would ask for.
    fn nothing<'p>(&self, parts: impl Iterator<Item = &'p (&'static str, Vec<Line>)>) -> String {
        let filled: Vec<&str> = parts.filter(|(_, lines)| !lines.is_empty()).map(|(name, _)| *name).collect();
        let is_there = |asked: &&&str| match **asked {
            "promises" => filled.iter().any(|name| name.starts_with("said-")),
            asked => filled.contains(&asked),
        };
        let missing: Vec<String> = ASKED_FOR
            .iter()
            .filter(|asked| !is_there(asked))
            .map(|asked| self.locale.say(&format!("handover-no-{asked}")))
            .collect();
        match (filled.is_empty(), missing.split_last()) {
            (true, _) => self.locale.say("handover-nothing"),
            (false, None) => String::new(),
            (false, Some((last, []))) => self.locale.tell("handover-none", &[("what", arg(last.as_str()))]),
            (false, Some((last, before))) => {
                let what = [("first", arg(before.join(", "))), ("last", arg(last.as_str()))];
                let what = self.locale.tell("handover-and", &what);
                self.locale.tell("handover-none", &[("what", arg(what))])
            }
        }
    }

    pub(super) fn name(&self, id: PersonId) -> String {
        self.sheet.person(id).map(|person| person.given_name.shown(self.words.setting)).unwrap_or_default()
    }

    pub(super) fn names(&self, ids: &[PersonId]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(*id)).filter(|name| !name.is_empty()).collect();
        names.join(", ")
    }

    pub(super) fn between(&self, child: PersonId, with: &[PersonId]) -> String {
        format!("{} – {}", self.name(child), self.names(with))
    }

    pub(super) fn about_day(&self, key: &str, day: NaiveDate) -> String {
        self.locale.tell(key, &[("day", arg(self.locale.date(day, self.sheet.today)))])
    }

    pub(super) fn on(&self, weight: Weight, day: NaiveDate, time: String, text: String) -> Line {
        Line { weight, day: self.locale.narrow_day(day, self.sheet.today), time, text }
    }

    pub(super) fn maybe_on(&self, weight: Weight, day: Option<NaiveDate>, text: String) -> Line {
        match day {
            Some(day) => self.on(weight, day, String::new(), text),
            None => line(weight, text),
        }
    }
}

pub(super) fn line(weight: Weight, text: String) -> Line {
    Line { weight, day: String::new(), time: String::new(), text }
}
