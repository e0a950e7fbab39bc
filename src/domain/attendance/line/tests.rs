//! The line held to named cases, on a group of five and a family of which nobody is in it.

use super::*;
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::directory::Directory;
use crate::domain::discretion::PersonName;
use crate::domain::entry::VisitOn;
use crate::domain::ids::FamilyId;
use crate::domain::session::Session;
use chrono::NaiveDate;

struct Casebook;

fn family(id: i64) -> FamilyName {
    let (name, case_ref) = if id == 1 { ("Lindström", "A-1") } else { ("Berg", "B-2") };
    FamilyName { id: FamilyId(id), name: name.to_owned(), case_ref: case_ref.to_owned() }
}

fn member(id: i64, name: &str) -> MemberName {
    let role = MemberRole::Mother;
    MemberName { id: PersonId(id), reference: format!("P-{id}"), given_name: PersonName::open(name), role }
}

impl Directory for Casebook {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        Ok([family(1), family(2)].into_iter().filter(|family| is_family(family, word)).collect())
    }

    fn members(&self, of: FamilyId) -> Result<Vec<MemberName>, Problem> {
        Ok(if of == FamilyId(2) { vec![member(21, "Dina"), member(22, "Bo")] } else { vec![member(1, "Anna")] })
    }

    fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        Ok(Vec::new())
    }
}

impl Names for Casebook {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        Ok((reference == "P-21").then_some((PersonId(21), FamilyId(2))))
    }

    fn family_called(&self, id: FamilyId) -> Result<Option<FamilyName>, Problem> {
        Ok(Some(family(id.0)))
    }

    fn staff(&self, _: &str) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn placements(&self, _: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        Ok(Vec::new())
    }

    fn sessions_on(&self, _: FamilyId, _: NaiveDate) -> Result<Vec<Session>, Problem> {
        Ok(Vec::new())
    }

    fn visits_on(&self, _: PersonId, _: NaiveDate) -> Result<Vec<VisitOn>, Problem> {
        Ok(Vec::new())
    }
}

fn roll() -> Vec<Known> {
    let of = |id, name, of| (member(id, name), family(of));
    vec![of(1, "Anna", 1), of(2, "Bo", 1), of(3, "Cid", 1), of(4, "Anna-Karin", 1), of(22, "Bo", 2)]
}

/// What a line says: people by number, `+` there, `-` not, `x` left, `.` expected, and why.
fn told(line: &str) -> String {
    let read = read(line, &roll(), &Casebook).unwrap();
    let items = read.items.iter().map(|item| match &item.says {
        Says::People(people, present, reason) => {
            let people: Vec<String> = people.iter().map(|person| person.0.to_string()).collect();
            let sign = match present {
                Presence::Yes => "+",
                Presence::No => "-",
                Presence::Left => "x",
                Presence::Expected => ".",
            };
            let why = reason.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
            format!("{}{sign}{why}", people.join("&"))
        }
        Says::Heads(count, heads) => format!("{count} {heads:?}"),
        Says::Nobody => format!("? {}", &line[item.span.clone()]),
        Says::Several(found) => format!("?{}", found.len()),
        Says::Twice => "twice".to_owned(),
    });
    items.collect::<Vec<_>>().join("; ")
}

#[test]
fn a_line_says_who_was_there() {
    for (line, expected) in [
        ("anna ja, bo lind sjuk, cid nej", "1+; 2- (sjuk); 3-"),
        ("Anna, Cid", "1+; 3+"),
        ("anna-karin nej sjukt barn", "4- (sjukt barn)"),
        ("ci borta ; anna slutat", "3-; 1x"),
        ("anna väntas, cid +", "1.; 3+"),
        ("p-3 nej", "3-"),
        ("bo berg", "22+"),
        ("bo B-2 nej", "22-"),
        ("dina berg", "21+"),
        ("P-21 ja", "21+"),
        ("3 vuxna, 1 barn, 4", "3 Some(Adults); 1 Some(Children); 4 None"),
        ("+2 utan namn", "2 None"),
        ("alla", "1&2&3&4&22+"),
        ("anna nej, övriga ja", "1-; 2&3&4&22+"),
        ("övriga nej, cid", "1&2&4&22-; 3+"),
        ("", ""),
        (" , ,", ""),
        ("bo", "?2"),
        ("bo sjuk", "?2"),
        ("zed ja", "? zed ja"),
        ("zed berg", "? zed berg"),
        ("anna, anna nej", "1+; twice"),
        ("2 barn, 3 barn", "2 Some(Children); twice"),
        ("0 barn, 10000", "? 0 barn; ? 10000"),
        ("3 äpplen", "? 3 äpplen"),
    ] {
        assert_eq!(told(line), expected, "{line}");
    }
}

#[test]
fn a_line_at_fault_tells_nothing() {
    let meeting = GroupMeetingId(7);
    let good = read("anna, bo berg sjuk, 2 barn", &roll(), &Casebook).unwrap();
    assert_eq!(good.told(meeting).len(), 3);
    assert!(good.told(meeting).iter().all(|one| one.meeting == meeting));
    let faulty = read("anna, zed", &roll(), &Casebook).unwrap();
    assert_eq!(faulty.fault().map(|item| item.span.clone()), Some(6..9));
    assert_eq!(faulty.told(meeting), []);
    let new = read("dina berg, anna", &roll(), &Casebook).unwrap().new;
    assert_eq!(new.iter().map(|(member, _)| member.id).collect::<Vec<_>>(), [PersonId(21)]);
}
