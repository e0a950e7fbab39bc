//! Good tables become records; of bad ones every mistake is told with its line, column, value and reason.

use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::*;
use crate::domain::codes::Role;
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::session::Session;
use crate::exchange::Tally;
use crate::store::{Casebook, FirstUser};

fn clock() -> DateTime<Utc> {
    today().and_time(chrono::NaiveTime::MIN).and_utc()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// A casebook of two families: Lindström 2026-1 with Sara, Elias and another Elias, Berg B-2 with nobody. Elias P-2 is
/// placed, and there is one session.
fn casebook() -> (TempDir, Store) {
    let directory = TempDir::new().unwrap();
    let first = FirstUser { name: "Karin", role: Role::TeamLeader };
    let casebook = Casebook::init_demo(directory.path(), &[first], clock).unwrap();
    let store = casebook.unlock("Karin", "", clock).unwrap();
    for (noun, text) in [
        (
            Noun::Families,
            "case_ref,name,status,started_on\n2026-1,Lindström,active,2026-01-05\nB-2,Berg,active,2026-01-05\n",
        ),
        (
            Noun::People,
            "ref,case_ref,given_name,role,phone\nP-1,2026-1,Sara,mother,070-1\nP-2,2026-1,Elias,child,\n\
             P-3,2026-1,Elias,child,\n",
        ),
        (Noun::Placements, "person_ref,kind,started_on,home\nP-2,shelter,2026-01-05,Liljan\n"),
        (Noun::Sessions, "case_ref,on,kind,mode,outcome,start,note\n2026-1,2026-11-01,advice,phone,held,14:00,då\n"),
    ] {
        let table = Table::read(text.as_bytes()).unwrap();
        let Ok(intake) = read(noun, &table, today(), &store).unwrap() else { panic!("{text}") };
        intake.keep(&store).unwrap();
    }
    (directory, store)
}

fn import(noun: Noun, text: &str) -> Result<Result<Intake, Mistakes>, Problem> {
    let (_directory, store) = casebook();
    read(noun, &Table::read(text.as_bytes()).unwrap(), today(), &store)
}

/// What a good file comes to.
fn tally(noun: Noun, text: &str) -> (usize, usize, usize) {
    let Ok(Intake { tally: Tally { new, changed, unchanged }, .. }) = import(noun, text).unwrap() else {
        panic!("{:?}", mistakes(noun, text));
    };
    (new, changed, unchanged)
}

/// Line, column, value and reason of every mistake.
fn mistakes(noun: Noun, text: &str) -> Vec<(u64, &'static str, String, &'static str)> {
    let Err(mistakes) = import(noun, text).unwrap() else { panic!("no mistakes: {text}") };
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
    let (_directory, store) = casebook();
    let Ok(intake) = read(Noun::Sessions, &Table::read(text.as_bytes()).unwrap(), today(), &store).unwrap() else {
        panic!("no sessions");
    };
    intake.keep(&store).unwrap();
    let session = store.get::<Session>(SessionId(2)).unwrap().value;
    assert_eq!(session.family, FamilyId(1));
    assert_eq!(session.people, [PersonId(1), PersonId(3)]);
    assert_eq!(session.minutes, 20);
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
        let Err(problem) = import(Noun::Families, &format!("{header}\n")) else { panic!("{name}") };
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
fn a_reference_stands_once_in_a_file_and_in_one_family() {
    let families = "case_ref,name,status,started_on\n\
                    n-1,Ek,active,2026-01-05\n\
                    N-1,Ek,active,2026-01-05\n\
                    2026-1,Ek,active,2026-01-05\n\
                    2026-1,,active,2026-01-05\n";
    assert_eq!(
        mistakes(Noun::Families, families),
        [
            mistake(3, "case_ref", "N-1", "taken"),
            mistake(5, "case_ref", "2026-1", "taken"),
            mistake(5, "name", "", "missing"),
        ]
    );
    // A person of another family is nobody to be changed from here.
    let people = "ref,case_ref,given_name,role\nn-1,2026-1,A,child\nN-1,2026-1,B,child\nP-1,B-2,C,child\n";
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
    let Err(mistakes) = import(Noun::Sessions, &text).unwrap() else { panic!("no mistakes") };
    assert_eq!((mistakes.first.len(), mistakes.more, mistakes.count()), (100, 150, 250));
}

#[test]
fn a_header_alone_is_no_record() {
    let text = "case_ref,name,status,started_on\n";
    assert_eq!(tally(Noun::Families, text), (0, 0, 0));
    for noun in Noun::ALL {
        let header: Vec<&str> = noun.form().fields.iter().map(|field| field.key).collect();
        assert_eq!(tally(*noun, &format!("{}\n", header.join(","))), (0, 0, 0), "{noun:?}");
    }
}

#[test]
fn a_placement_is_known_by_child_kind_and_first_day() {
    let header = "person_ref,kind,started_on,home,ended_on,end_reason,school_change,school_started_on\n";
    let there = format!("{header}P-2,shelter,2026-01-05,Liljan,,,,\n");
    assert_eq!(tally(Noun::Placements, &there), (0, 0, 1));
    let ended = format!("{header}P-2,shelter,2026-01-05,Liljan,2026-03-01,return_home,,\n");
    assert_eq!(tally(Noun::Placements, &ended), (0, 1, 0));
    let others =
        format!("{header}P-2,shelter,2026-01-06,,,,,\nP-2,family_home,2026-01-05,,,,,\nP-3,shelter,2026-01-05,,,,,\n");
    assert_eq!(tally(Noun::Placements, &others), (3, 0, 0));
    let faulty = format!("{header}P-1,shelter,2026-02-05,,,,,\nP-3,shelter,2026-03-05,,,return_home,no,2026-03-09\n");
    assert_eq!(
        mistakes(Noun::Placements, &faulty),
        [
            mistake(2, "person_ref", "P-1", "not-a-child"),
            mistake(3, "end_reason", "return_home", "only-when-ended"),
            mistake(3, "school_started_on", "2026-03-09", "only-with-school-change"),
        ]
    );
}

#[test]
fn a_session_is_known_by_its_hour_or_by_all_it_says() {
    let header = "case_ref,on,kind,mode,outcome,start,people,note\n";
    for (name, rows, expected) in [
        ("as it stands", "2026-1,2026-11-01,advice,phone,held,14:00,,då\n", (0, 0, 1)),
        ("told otherwise", "2026-1,2026-11-01,advice,video,planned,14:00,,samma stund\n", (0, 1, 0)),
        ("another hour", "2026-1,2026-11-01,advice,phone,held,15:00,,då\n", (1, 0, 0)),
        ("another person", "2026-1,2026-11-01,advice,phone,held,14:00,Sara,då\n", (1, 0, 0)),
        (
            "twice in the file, once in the casebook",
            "2026-1,2026-11-01,advice,phone,held,14:00,,då\n2026-1,2026-11-01,advice,phone,held,14:00,,då\n",
            (1, 0, 1),
        ),
        (
            "two telephone calls and the same again",
            "2026-1,2026-11-04,advice,phone,held,,,ringde\n2026-1,2026-11-04,advice,phone,held,,,ringde igen\n\
             2026-1,2026-11-04,advice,phone,held,,,ringde\n",
            (3, 0, 0),
        ),
    ] {
        assert_eq!(tally(Noun::Sessions, &format!("{header}{rows}")), expected, "{name}");
    }
    let twice = "2026-1,2026-11-04,advice,phone,held,,,ringde\n".repeat(2);
    let Ok(intake) = import(Noun::Sessions, &format!("{header}{twice}")).unwrap() else { panic!("not taken") };
    assert_eq!(intake.again, [3], "and it is told");
}

#[test]
fn a_column_that_is_not_there_stays_as_it_is() {
    let (_directory, store) = casebook();
    let text = "ref,case_ref,given_name,role\nP-1,2026-1,Sarah,mother\n";
    let Ok(intake) = read(Noun::People, &Table::read(text.as_bytes()).unwrap(), today(), &store).unwrap() else {
        panic!("not taken");
    };
    assert_eq!(intake.changes, [(2, vec!["given_name"])]);
    intake.keep(&store).unwrap();
    let sara = store.get::<crate::domain::person::Person>(PersonId(1)).unwrap().value;
    assert_eq!(sara.phone.as_ref().map(|phone| phone.bare()), Some("070-1"));
}

#[test]
fn staff_that_nobody_knows_is_told() {
    let text = "case_ref,on,kind,mode,outcome,staff\n2026-1,2026-11-02,advice,phone,held,Karin;Ann Ek\n\
                2026-1,2026-11-03,advice,phone,held,ann ek;Bo\n";
    let Ok(intake) = import(Noun::Sessions, text).unwrap() else { panic!("not taken") };
    assert_eq!(intake.new_staff, ["Ann Ek", "Bo"]);
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
fn what_was_kept_back_stays_as_it_is_or_does_not_come_in() {
    let people = "ref,case_ref,given_name,role,personal_id,phone,language\n\
                  n-1,2026-1,A,child,*,*,*\n\
                  P-1,2026-1,,child,,*,\n";
    assert_eq!(
        mistakes(Noun::People, people),
        [
            mistake(2, "personal_id", "*", "masked"),
            mistake(2, "phone", "*", "masked"),
            mistake(3, "given_name", "", "missing"),
        ]
    );
    let known = "ref,case_ref,given_name,role,phone\nP-1,2026-1,Sara,mother,*\n";
    assert_eq!(tally(Noun::People, known), (0, 0, 1));
    // What is empty is not kept back.
    assert_eq!(tally(Noun::People, "ref,case_ref,given_name,role,phone\nP-1,2026-1,Sara,mother,\n"), (0, 1, 0));
    let (_directory, store) = casebook();
    let changed = "ref,case_ref,given_name,role,phone,language\nP-1,2026-1,Sara,mother,*,arabiska\n";
    let Ok(intake) = read(Noun::People, &Table::read(changed.as_bytes()).unwrap(), today(), &store).unwrap() else {
        panic!("not taken");
    };
    assert_eq!(intake.changes, [(2, vec!["language"])]);
    intake.keep(&store).unwrap();
    let sara = store.get::<crate::domain::person::Person>(PersonId(1)).unwrap().value;
    assert_eq!(
        (sara.phone.as_ref().map(|phone| phone.bare()), sara.language.as_deref()),
        (Some("070-1"), Some("arabiska"))
    );
    let placements = "person_ref,kind,started_on,home,district\nP-3,shelter,2026-05-01,*,*\n";
    assert_eq!(
        mistakes(Noun::Placements, placements),
        [mistake(2, "district", "*", "masked"), mistake(2, "home", "*", "masked")]
    );
    assert_eq!(tally(Noun::Placements, "person_ref,kind,started_on,home\nP-2,shelter,2026-01-05,*\n"), (0, 0, 1));
}
