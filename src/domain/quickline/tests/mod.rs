//! An invented handful of families, and how the tests read and sum up a line.

mod completing;
mod faults;
mod forms;
mod goals;
mod laws;
mod names;
mod referrals;
mod task_laws;
mod tasks;
mod today;
mod visit_faults;
mod visit_laws;
mod visit_stays;
mod visit_whom;
mod visits;

use chrono::NaiveDate;

use super::*;
use crate::domain::codes::{Code, MemberRole, Mode};
use crate::domain::directory::{Directory, LastSession, MemberName, one_word};
use crate::domain::discretion::PersonName;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{begins, fold};

/// Families: case reference, name, members as reference, given name, role.
type Row = (&'static str, &'static str, &'static [(&'static str, &'static str, MemberRole)]);

const FAMILIES: &[Row] = &[
    (
        "A-1",
        "Lindström",
        &[
            ("P-1", "Sara", MemberRole::Mother),
            ("P-2", "Amir", MemberRole::Father),
            ("P-3", "Elias", MemberRole::Child),
            ("P-4", "Noah", MemberRole::Child),
            ("P-5", "Dahl", MemberRole::FamilyHomeParent),
        ],
    ),
    ("A-2", "Berg", &[("P-6", "Mona", MemberRole::Mother), ("P-7", "Leo", MemberRole::Child)]),
    (
        "A-3",
        "Ek",
        &[
            ("P-8", "Mona", MemberRole::Mother),
            ("P-9", "Åsa", MemberRole::Mother),
            ("P-10", "Anna", MemberRole::Child),
            ("P-11", "Anna Karin", MemberRole::Child),
            ("P-12", "Ella", MemberRole::Child),
            ("P-13", "Elsa", MemberRole::Child),
            ("P-14", "Kim", MemberRole::Child),
            ("P-15", "Kim", MemberRole::Relative),
            ("P-16", "Bo", MemberRole::FamilyHomeParent),
            ("P-17", "Siv", MemberRole::FamilyHomeParent),
        ],
    ),
    ("A-4", "Nordin", &[]),
    ("A-5", "Nordqvist", &[]),
    ("A-6", "Al Hassan", &[("P-18", "Yusuf", MemberRole::Child)]),
    ("A-7", "von Sydow", &[]),
    ("A-8", "Andersson", &[]),
    ("A-9", "Andersson", &[]),
    ("A-10", "Eklund", &[]),
    ("A-11", "Åkerlund", &[]),
    ("A-12", "Hem", &[]),
    ("A-13", "Från", &[]),
    ("A-14", "Vidal", &[]),
    ("A-15", "Avander", &[]),
    ("A-16", "Noahtun", &[]),
    ("14-16", "Sjö", &[]),
    ("2026-21", "Dal", &[]),
    ("99/12", "Fors", &[]),
    ("V12", "Vik", &[]),
    ("A-17", "Höstlov", &[("P-19", "Siri", MemberRole::Mother), ("P-20", "Tor", MemberRole::Child)]),
    (
        "A-18",
        "Tomtarp",
        &[
            ("P-21", "Ida", MemberRole::Mother),
            ("P-22", "Tor", MemberRole::Child),
            ("P-23", "Tom", MemberRole::Child),
            ("P-24", "Maj", MemberRole::Child),
        ],
    ),
];

/// The directory that answers from the table.
struct Names;

fn family_name(at: usize, row: &Row) -> FamilyName {
    FamilyName { id: FamilyId(at as i64), name: row.1.to_owned(), case_ref: row.0.to_owned() }
}

impl Directory for Names {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let all = FAMILIES.iter().enumerate();
        let mut found: Vec<FamilyName> = all
            .filter(|(_, row)| begins(row.1, word) || fold(row.0) == fold(word))
            .map(|(at, row)| family_name(at, row))
            .collect();
        found.sort_by_key(|family| fold(&family.name) != fold(word) && fold(&family.case_ref) != fold(word));
        Ok(found)
    }

    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        Ok(members_of(&FAMILIES[family.0 as usize]))
    }

    fn children(&self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        let mut found = Vec::new();
        for (at, row) in FAMILIES.iter().enumerate() {
            let children = members_of(row).into_iter().filter(|member| member.role == MemberRole::Child);
            let fit = children.filter(|child| one_word(child.given_name.bare()).starts_with(&one_word(word)));
            found.extend(fit.map(|child| (family_name(at, row), child)));
        }
        found.sort_by_key(|(_, child)| one_word(child.given_name.bare()) != one_word(word));
        Ok(found)
    }

    fn staff_called(&self, word: &str) -> Result<Vec<String>, Problem> {
        let exact = STAFF.iter().filter(|name| fold(name) == fold(word)).count() == 1;
        let fits = |name: &&&str| if exact { fold(name) == fold(word) } else { begins(name, word) };
        Ok(STAFF.iter().filter(fits).map(|name| (*name).to_owned()).collect())
    }

    fn last_session(&self, family: FamilyId, days: (NaiveDate, NaiveDate)) -> Result<Option<LastSession>, Problem> {
        let (on, mode, people) = match FAMILIES[family.0 as usize].0 {
            "A-1" => ("2026-11-12", Mode::Phone, vec![PersonId(1), PersonId(3)]),
            "A-2" => ("2026-09-22", Mode::HomeVisit, vec![PersonId(7), PersonId(99)]),
            "A-3" => ("2026-09-21", Mode::HomeVisit, vec![PersonId(8)]),
            _ => return Ok(None),
        };
        let last = LastSession { on: day(on), mode, people };
        Ok(Some(last).filter(|last| (days.0..=days.1).contains(&last.on)))
    }

    fn goals(&self, family: FamilyId) -> Result<Vec<(u32, PersonId)>, Problem> {
        let has_goals = FAMILIES[family.0 as usize].0 == "A-1";
        Ok(if has_goals { vec![(1, PersonId(3)), (2, PersonId(1))] } else { Vec::new() })
    }

    fn oneself(&self) -> Option<String> {
        Some("Karin".to_owned())
    }
}

fn members_of(row: &Row) -> Vec<MemberName> {
    let member = |(reference, given_name, role): &(&str, &str, MemberRole)| MemberName {
        id: PersonId(reference[2..].parse().unwrap()),
        reference: (*reference).to_owned(),
        given_name: PersonName::open(given_name),
        role: *role,
    };
    row.2.iter().map(member).collect()
}

/// The staff; Karin writes the lines.
const STAFF: &[&str] = &["Karin", "Karolina Ek", "Sara", "Åsa"];

/// A directory that cannot be read.
struct Broken;

impl Directory for Broken {
    fn families(&self, _: &str) -> Result<Vec<FamilyName>, Problem> {
        Err(Problem::new(Kind::Io, "broken"))
    }

    fn members(&self, _: FamilyId) -> Result<Vec<MemberName>, Problem> {
        Err(Problem::new(Kind::Io, "broken"))
    }

    fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        Err(Problem::new(Kind::Io, "broken"))
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Saturday of week 47, no family chosen.
fn context() -> Context {
    Context { today: day("2026-11-21"), family: None, kind: RecordKind::Session }
}

fn in_family(case_ref: &str) -> Context {
    let (at, row) = FAMILIES.iter().enumerate().find(|(_, row)| row.0 == case_ref).unwrap();
    Context { family: Some(family_name(at, row)), ..context() }
}

fn reading(line: &str, context: &Context) -> Reading {
    read(line, context, &Names).unwrap()
}

/// What a line was taken as, in words; what is as by default is left out.
fn sum_up(line: &str, context: &Context) -> String {
    let reading = reading(line, context);
    if let Some(visits) = &reading.visit {
        return visits::sum_up(visits);
    }
    if let Some(line) = &reading.task {
        return tasks::sum_up(line);
    }
    if let Some(told) = &reading.goal {
        return goals::sum_up(told);
    }
    let Some(SessionLine { family, session }) = reading.session else {
        let faults: Vec<String> =
            reading.parts.iter().filter_map(|part| Some(told(line, part, part.fault()?))).collect();
        return format!("? {}", faults.join("; "));
    };
    let mut words = vec![family.case_ref, session.on.to_string()];
    words.extend(session.start.map(|start| start.format("%H:%M").to_string()));
    if session.minutes != 60 {
        words.push(format!("{} min", session.minutes));
    }
    if session.mode.code() != "home_visit" {
        words.push(session.mode.code().to_owned());
    }
    if session.kind.code() != "conversation" {
        words.push(session.kind.code().to_owned());
    }
    words.push(session.outcome.code().to_owned());
    words.extend(session.cancelled_by.map(|who| format!("by {}", who.code())));
    words.extend(session.cancelled_by_person.map(|who| format!("({})", who.0)));
    words.extend(session.reason.map(|reason| format!("({reason})")));
    words.extend(session.people.iter().map(|id| format!("@{}", id.0)));
    words.extend(session.areas.iter().map(|area| format!("#{}", area.code())));
    words.extend(session.goals.iter().map(|mark| {
        let level = mark.attainment.map(|level| format!("={level:+}")).unwrap_or_default();
        format!("goal {}{level}{}", mark.goal, if mark.done { " done" } else { "" })
    }));
    words.extend(session.follow_up_on.map(|day| format!(">{day}")));
    words.extend(session.note.map(|note| format!("-- {note}")));
    assert!(
        session.staff.is_empty() && session.level.is_none() && session.setting.is_none() && session.next_step.is_none()
    );
    words.join(" ")
}

/// A fault, with the words it stands at and the candidates.
fn told(line: &str, part: &Part, fault: &Fault) -> String {
    let candidates: Vec<&str> = match fault {
        Fault::AmbiguousFamily(families) | Fault::ShortFamily(families) => {
            families.iter().map(|family| family.case_ref.as_str()).collect()
        }
        Fault::Meant(texts) | Fault::WhoNotWhy(texts) => texts.iter().map(String::as_str).collect(),
        Fault::AmbiguousStaff(names) | Fault::NoSuchStaff(names) => names.iter().map(String::as_str).collect(),
        Fault::AmbiguousPerson(people) => people.iter().map(|person| person.reference.as_str()).collect(),
        Fault::AmbiguousArea(areas) => areas.iter().map(|area| area.code()).collect(),
        Fault::Repeated(slot) => vec![slot.key()],
        Fault::NotYet(kind) => vec![kind.code()],
        Fault::AmbiguousWho(families, children) => {
            let children = children.iter().map(|(_, child)| child.reference.as_str());
            families.iter().map(|family| family.case_ref.as_str()).chain(children).collect()
        }
        Fault::MissingChild(children) => children.iter().map(|child| child.reference.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut words = vec![fault.key()];
    words.extend(candidates);
    format!("{} [{}]", words.join(" "), &line[part.span.clone()])
}

fn check(context: &Context, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(line, expected)| {
            let found = sum_up(line, context);
            (found != *expected).then(|| format!("{line}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
