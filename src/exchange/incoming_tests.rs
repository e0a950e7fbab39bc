//! Good tables become records; of bad ones every mistake is told with its line, column, value and reason.

use super::*;
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::PersonName;
use crate::domain::entry::VisitOn;
use crate::domain::ids::{FamilyId, MemberId};
use crate::domain::text::fold;

/// A casebook of two families: Lindström 2026-1 with Sara, Elias and another Elias, Berg 2026-2 with nobody.
struct Casebook;

impl Directory for Casebook {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let families = [(1, "Lindström", "2026-1"), (2, "Berg", "B-2")];
        let found = families
            .into_iter()
            .filter(|(_, name, case_ref)| fold(name).starts_with(&fold(word)) || fold(case_ref) == fold(word));
        Ok(found
            .map(|(id, name, case_ref)| FamilyName {
                id: FamilyId(id),
                name: name.to_owned(),
                case_ref: case_ref.to_owned(),
            })
            .collect())
    }

    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        let people = [
            (11, "P-1", "Sara", MemberRole::Mother),
            (12, "P-2", "Elias", MemberRole::Child),
            (13, "P-3", "Elias", MemberRole::Child),
        ];
        let people = people.into_iter().filter(|_| family == FamilyId(1));
        Ok(people
            .map(|(id, reference, name, role)| MemberName {
                id: MemberId(id),
                reference: reference.to_owned(),
                given_name: PersonName::open(name),
                role,
            })
            .collect())
    }

    fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        Ok(Vec::new())
    }
}

impl Names for Casebook {
    fn person(&self, reference: &str) -> Result<Option<(MemberId, FamilyId)>, Problem> {
        let people = self.members(FamilyId(1))?;
        Ok(people.iter().find(|person| person.reference == reference).map(|person| (person.id, FamilyId(1))))
    }

    fn staff(&self, _: &str) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        Ok(Vec::new())
    }

    fn placements(&self, person: MemberId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        let elias = MemberId(12);
        let shelter = (PlacementKind::Shelter, NaiveDate::from_ymd_opt(2026, 1, 5).unwrap());
        Ok(if person == elias { vec![shelter] } else { Vec::new() })
    }

    fn sessions_on(&self, family: FamilyId, day: NaiveDate) -> Result<Vec<Session>, Problem> {
        let text = "case_ref,on,kind,mode,outcome,start,note\n2026-1,2026-11-01,advice,phone,held,14:00,då\n";
        if (family, day) != (FamilyId(1), NaiveDate::from_ymd_opt(2026, 11, 1).unwrap()) {
            return Ok(Vec::new());
        }
        // What stands there is read as a row of another day, which asks nothing further.
        let other = text.replace("2026-11-01", "2026-11-02");
        let Ok(Ok(Records::Sessions(mut there))) = import(Noun::Sessions, &other) else { panic!("no session") };
        there[0].on = day;
        Ok(there)
    }

    fn visits_on(&self, _: MemberId, _: NaiveDate) -> Result<Vec<VisitOn>, Problem> {
        Ok(Vec::new())
    }
}

fn import(noun: Noun, text: &str) -> Result<Result<Records, Mistakes>, Problem> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    read(noun, &Table::read(text.as_bytes()).unwrap(), today, &Casebook)
}

/// Line, column, value and reason of every mistake.
fn mistakes(noun: Noun, text: &str) -> Vec<(u64, &'static str, String, &'static str)> {
    let mistakes = import(noun, text).unwrap().unwrap_err();
    let told = mistakes.first.into_iter();
    told.map(|mistake| (mistake.line, mistake.fault.field, mistake.fault.value, mistake.fault.why.key())).collect()
}

fn mistake(
    line: u64,
    column: &'static str,
    value: &str,
    why: &'static str,
) -> (u64, &'static str, String, &'static str) {
    (line, column, value.to_owned(), why)
}

#[test]
fn columns_stand_in_any_order() {
    let text = "on,outcome,mode,case_ref,kind,people,minutes\n\
                2026-11-19,held,phone,2026-1,advice,Sara;P-3,20\n";
    let Ok(Ok(Records::Sessions(sessions))) = import(Noun::Sessions, text) else { panic!("no sessions") };
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].family, FamilyId(1));
    assert_eq!(sessions[0].people, [MemberId(11), MemberId(13)]);
    assert_eq!(sessions[0].minutes, 20);
}

#[test]
fn a_case_reference_is_known_whatever_its_case() {
    let text = "case_ref,on,kind,mode,outcome\nb-2,2026-11-19,advice,phone,held\n";
    assert!(import(Noun::Sessions, text).unwrap().is_ok());
}

#[test]
fn headers_are_checked() {
    for (name, header, key, columns) in [
        ("unknown", "case_ref,name,status,started_on,colour,size", "unknown-columns", "colour, size"),
        ("case matters", "Case_ref,name,status,started_on", "unknown-columns", "Case_ref"),
        ("nameless", "case_ref,,name,status,started_on", "unknown-columns", "\"\""),
        ("missing", "name,district", "missing-columns", "case_ref, status, started_on"),
        ("twice", "case_ref,name,status,started_on,name", "repeated-columns", "name"),
        ("steering", "case_ref,name,status,started_on,a\u{1b}[31m", "unknown-columns", "a"),
    ] {
        let problem = import(Noun::Families, &format!("{header}\n")).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Invalid, key), "{name}");
        assert_eq!(problem.args[0], ("columns", columns.to_owned()), "{name}");
    }
}

#[test]
fn every_mistake_of_a_family_is_told() {
    let text = "case_ref,name,status,started_on,closed_on\n\
                2026-7,Ek,active,2026-01-05,\n\
                ,Ek,aktiv,5/1 2026,2025-01-01\n\
                2026-8,Ek,active,2026-01-05,2025-01-01\n";
    assert_eq!(
        mistakes(Noun::Families, text),
        [
            mistake(3, "case_ref", "", "missing"),
            mistake(3, "status", "aktiv", "not-in-list"),
            mistake(3, "started_on", "5/1 2026", "not-a-day"),
            mistake(4, "closed_on", "2025-01-01", "before"),
        ]
    );
}

#[test]
fn references_are_taken_by_the_file_and_the_casebook() {
    let families = "case_ref,name,status,started_on\n\
                    n-1,Ek,active,2026-01-05\n\
                    N-1,Ek,active,2026-01-05\n\
                    2026-1,Ek,active,2026-01-05\n\
                    2026-1,,active,2026-01-05\n";
    assert_eq!(
        mistakes(Noun::Families, families),
        [
            mistake(3, "case_ref", "N-1", "taken"),
            mistake(4, "case_ref", "2026-1", "taken"),
            mistake(5, "case_ref", "2026-1", "taken"),
            mistake(5, "name", "", "missing"),
        ]
    );
    let people = "ref,case_ref,given_name,role\nn-1,2026-1,A,child\nN-1,2026-1,B,child\nP-1,2026-1,C,child\n";
    assert_eq!(mistakes(Noun::People, people), [mistake(3, "ref", "N-1", "taken"), mistake(4, "ref", "P-1", "taken")]);
}

#[test]
fn every_mistake_of_a_person_is_told() {
    let text = "ref,case_ref,given_name,role,personal_id,birth_on,guardian\n\
                n-1,Lindström,,barn,170101-2393,2017-02-30,ja\n";
    assert_eq!(
        mistakes(Noun::People, text),
        [
            mistake(2, "case_ref", "Lindström", "no-such-family"),
            mistake(2, "given_name", "", "missing"),
            mistake(2, "role", "barn", "not-in-list"),
            mistake(2, "personal_id", "170101-2393", "not-an-identity"),
            mistake(2, "birth_on", "2017-02-30", "not-a-day"),
            mistake(2, "guardian", "ja", "not-in-list"),
        ]
    );
}

#[test]
fn every_mistake_of_a_placement_is_told() {
    let text = "person_ref,kind,started_on,ended_on\nP-9,hotel,2026-01-05,2026-01-04\n";
    assert_eq!(
        mistakes(Noun::Placements, text),
        [
            mistake(2, "person_ref", "P-9", "no-such-person"),
            mistake(2, "kind", "hotel", "not-in-list"),
            mistake(2, "ended_on", "2026-01-04", "before"),
        ]
    );
}

#[test]
fn every_mistake_of_a_session_is_told() {
    let text = "case_ref,on,kind,mode,outcome,start,minutes,cancelled_by,areas,people\n\
                2026-1,igår,advice,phone,held,14,1,parent,school;sport,Sara\n\
                2026-1,2026-11-19,advice,phone,held,14:00,0,,,Elias\n\
                2026-1,2026-11-19,advice,phone,held,25:00,1441,,,Sar\n";
    assert_eq!(
        mistakes(Noun::Sessions, text),
        [
            mistake(2, "on", "igår", "not-a-day"),
            mistake(2, "start", "14", "not-a-time"),
            mistake(2, "cancelled_by", "parent", "only-when-cancelled"),
            mistake(2, "areas", "school;sport", "not-in-list"),
            mistake(3, "minutes", "0", "not-a-length"),
            mistake(3, "people", "Elias", "ambiguous"),
            mistake(4, "start", "25:00", "not-a-time"),
            mistake(4, "minutes", "1441", "not-a-length"),
            mistake(4, "people", "Sar", "no-such-person"),
        ]
    );
}

#[test]
fn a_hundred_mistakes_are_told_and_the_others_counted() {
    let rows = "2026-1,igår,advice,phone,held\n".repeat(250);
    let text = format!("case_ref,on,kind,mode,outcome\n{rows}");
    let mistakes = import(Noun::Sessions, &text).unwrap().unwrap_err();
    assert_eq!((mistakes.first.len(), mistakes.more, mistakes.count()), (100, 150, 250));
}

#[test]
fn a_header_alone_is_no_record() {
    let text = "case_ref,name,status,started_on\n";
    assert_eq!(import(Noun::Families, text).unwrap(), Ok(Records::Families(Vec::new())));
}

#[test]
fn a_placement_is_taken_once_and_is_a_childs() {
    let text = "person_ref,kind,started_on,ended_on,end_reason,school_change,school_started_on\n\
                P-2,shelter,2026-01-05,,,,\n\
                P-3,shelter,2026-01-05,,,,\n\
                P-3,shelter,2026-01-05,,,,\n\
                P-3,family_home,2026-01-05,,,,\n\
                P-1,shelter,2026-02-05,,,,\n\
                P-3,shelter,2026-03-05,,return_home,no,2026-03-09\n";
    assert_eq!(
        mistakes(Noun::Placements, text),
        [
            mistake(2, "started_on", "2026-01-05", "double"),
            mistake(4, "started_on", "2026-01-05", "double"),
            mistake(6, "person_ref", "P-1", "not-a-child"),
            mistake(7, "end_reason", "return_home", "only-when-ended"),
            mistake(7, "school_started_on", "2026-03-09", "only-with-school-change"),
        ]
    );
}

#[test]
fn a_session_is_taken_once() {
    let text = "case_ref,on,kind,mode,outcome,start,people,note\n\
                2026-1,2026-11-01,advice,video,planned,14:00,,samma stund\n\
                2026-1,2026-11-01,advice,phone,held,15:00,,en annan stund\n\
                2026-1,2026-11-03,advice,phone,held,14:00,Sara;P-3,ett\n\
                2026-1,2026-11-03,advice,phone,held,14:00,P-3;Sara,två\n\
                2026-1,2026-11-03,advice,phone,held,14:00,Sara,en annan\n\
                2026-1,2026-11-04,advice,phone,held,,,ringde\n\
                2026-1,2026-11-04,advice,phone,held,,,ringde igen\n\
                2026-1,2026-11-04,advice,phone,held,,,ringde\n";
    assert_eq!(
        mistakes(Noun::Sessions, text),
        [
            mistake(2, "on", "2026-11-01", "double"),
            mistake(5, "on", "2026-11-03", "double"),
            mistake(9, "on", "2026-11-04", "double"),
        ]
    );
}

#[test]
fn a_session_held_tomorrow_and_a_birth_tomorrow_are_told() {
    let sessions = "case_ref,on,kind,mode,outcome,follow_up_on\n2026-1,2026-11-22,advice,phone,held,2026-11-01\n";
    assert_eq!(
        mistakes(Noun::Sessions, sessions),
        [mistake(2, "on", "2026-11-22", "too-soon"), mistake(2, "follow_up_on", "2026-11-01", "before")]
    );
    let people = "ref,case_ref,given_name,role,birth_on\nn-1,2026-1,A,child,2026-11-22\n";
    assert_eq!(mistakes(Noun::People, people), [mistake(2, "birth_on", "2026-11-22", "not-yet")]);
}

#[test]
fn what_was_kept_back_does_not_come_in_as_a_star() {
    let people = "ref,case_ref,given_name,role,personal_id,phone,language\n\
                  n-1,2026-1,A,child,*,*,*\n\
                  P-1,2026-1,,child,,*,\n";
    assert_eq!(
        mistakes(Noun::People, people),
        [
            mistake(2, "personal_id", "*", "masked"),
            mistake(2, "phone", "*", "masked"),
            mistake(3, "ref", "P-1", "taken"),
            mistake(3, "given_name", "", "missing"),
            mistake(3, "phone", "*", "masked"),
        ]
    );
    let placements = "person_ref,kind,started_on,home,district\nP-3,shelter,2026-05-01,*,*\n";
    assert_eq!(
        mistakes(Noun::Placements, placements),
        [mistake(2, "district", "*", "masked"), mistake(2, "home", "*", "masked")]
    );
}
