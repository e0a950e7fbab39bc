//! What a person and a file may write in the fields, and what they may not.

use chrono::NaiveDate;

use super::*;
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::discretion::PersonName;
use crate::domain::family::{FAMILY, Family, read_family};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::person::{PERSON, read_person};
use crate::domain::placement::{PLACEMENT, read_placement};
use crate::domain::problem::Problem;
use crate::domain::session::{SESSION, Session, read_session};
use crate::domain::text::{begins, fold};

/// One family, Lindström A-1, with the mother Sara P-1 and the child Elias P-2.
struct Casebook;

impl Directory for Casebook {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let family = FamilyName { id: FamilyId(1), name: "Lindström".to_owned(), case_ref: "A-1".to_owned() };
        let fits = begins(&family.name, word) || fold(&family.case_ref) == fold(word);
        Ok(if fits { vec![family] } else { Vec::new() })
    }

    fn all_staff(&self) -> Result<Vec<String>, Problem> {
        Names::staff(self, "")
    }

    fn members(&self, _: FamilyId) -> Result<Vec<MemberName>, Problem> {
        let people = [(1, "P-1", "Sara", MemberRole::Mother), (2, "P-2", "Elias", MemberRole::Child)];
        let member = |(id, reference, name, role): (i64, &str, &str, MemberRole)| MemberName {
            id: PersonId(id),
            reference: reference.to_owned(),
            given_name: PersonName::open(name),
            role,
        };
        Ok(people.into_iter().map(member).collect())
    }

    fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        Ok(Vec::new())
    }
}

impl Names for Casebook {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        let people = self.members(FamilyId(1))?;
        Ok(people.iter().find(|person| person.reference == reference).map(|person| (person.id, FamilyId(1))))
    }

    fn staff(&self, word: &str) -> Result<Vec<String>, Problem> {
        let staff = ["Ali", "Anna", "Annika", "Karin", "Åsa Öberg"];
        Ok(staff.into_iter().filter(|name| begins(name, word)).map(str::to_owned).collect())
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        Ok(vec!["aftercare".to_owned(), "slussen".to_owned()])
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

/// Saturday of week 47.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn typed() -> Source {
    Source::Typed(today())
}

fn filed() -> Source {
    Source::File(today())
}

fn draft(fields: &[(&str, &str)]) -> Draft {
    fields.iter().fold(Draft::default(), |draft, (key, text)| draft.with(key, *text))
}

/// The faults of a reading: which field and why.
fn told<T>(read: Result<T, Vec<Fault>>) -> Vec<(&'static str, &'static str)> {
    let faults = read.err().unwrap_or_default();
    faults.into_iter().map(|fault| (fault.field, fault.why.key())).collect()
}

fn person(source: Source, fields: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    let whole = draft(&[("ref", "P-9"), ("case_ref", "A-1"), ("given_name", "Noah"), ("role", "child")]);
    let draft = fields.iter().fold(whole, |draft, (key, text)| draft.with(key, *text));
    told(read_person(Reader::new(&PERSON, &draft, source, &CodesOnly), &Casebook).unwrap())
}

fn session(source: Source, fields: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    let whole = draft(&[("case_ref", "A-1"), ("kind", "advice"), ("mode", "phone"), ("outcome", "held")]);
    let draft = fields.iter().fold(whole, |draft, (key, text)| draft.with(key, *text));
    told(read_session(Reader::new(&SESSION, &draft, source, &CodesOnly), &Casebook).unwrap())
}

#[test]
fn nobody_is_born_tomorrow_or_in_another_age_or_without_a_year() {
    for (source, text, why) in [
        (typed(), "2017-02-03", None),
        (typed(), "3/2 2017", None),
        (typed(), "2026-11-21", None),
        (typed(), "2026-11-22", Some("not-yet")),
        (typed(), "1899-12-31", Some("too-long-ago")),
        (typed(), "3/2", Some("no-year")),
        (typed(), "ti", Some("no-year")),
        (typed(), "31/2", Some("not-a-day")),
        (filed(), "2017-02-03", None),
        (filed(), "1900-01-01", None),
        (filed(), "2026-11-22", Some("not-yet")),
        (filed(), "1899-12-31", Some("too-long-ago")),
        (filed(), "3/2 2017", Some("not-a-day")),
    ] {
        let expected: Vec<_> = why.map(|why| ("birth_on", why)).into_iter().collect();
        assert_eq!(person(source, &[("birth_on", text)]), expected, "{source:?} {text}");
    }
}

#[test]
fn what_nobody_types_is_too_long() {
    for source in [typed(), filed()] {
        for (field, signs, expected) in [
            ("next_step", 8_000, vec![]),
            ("next_step", 8_001, vec![("next_step", "too-long")]),
            ("note", 100_000, vec![]),
            ("note", 100_001, vec![("note", "too-long")]),
        ] {
            let text = "å".repeat(signs);
            let found = session(source, &[("on", "2026-11-03"), (field, &text)]);
            assert_eq!(found, expected, "{source:?} {field} {signs}");
        }
    }
}

#[test]
fn what_has_taken_place_was_not_tomorrow() {
    for source in [typed(), filed()] {
        for (on, outcome, expected) in [
            ("2026-11-21", "held", vec![]),
            ("2026-11-22", "held", vec![("on", "too-soon")]),
            ("2026-11-22", "no_show", vec![("on", "too-soon")]),
            ("2026-11-22", "planned", vec![]),
            ("2026-11-22", "cancelled", vec![]),
        ] {
            assert_eq!(session(source, &[("on", on), ("outcome", outcome)]), expected, "{source:?} {on} {outcome}");
        }
        let followed = |day| session(source, &[("on", "2026-11-19"), ("follow_up_on", day)]);
        assert_eq!(followed("2026-11-18"), [("follow_up_on", "before")]);
        assert_eq!(followed("2026-11-19"), []);
    }
}

#[test]
fn the_first_day_of_school_is_looked_for_from_the_placement_on() {
    let first = |text: &str| {
        let draft = draft(&[
            ("person_ref", "P-2"),
            ("kind", "family_home"),
            ("started_on", "2026-08-12"),
            ("school_started_on", text),
        ]);
        let read = read_placement(Reader::new(&PLACEMENT, &draft, typed(), &CodesOnly), &Casebook).unwrap();
        read.unwrap().school_started_on.unwrap().to_string()
    };
    for (text, expected) in [
        ("ons", "2026-08-12"),
        ("tis", "2026-08-18"),
        ("20/8", "2026-08-20"),
        ("10/1", "2027-01-10"),
        ("igår", "2026-11-20"),
        ("2026-09-01", "2026-09-01"),
    ] {
        assert_eq!(first(text), expected, "{text}");
    }
}

#[test]
fn what_shows_nothing_fills_nothing() {
    assert_eq!(person(typed(), &[("given_name", "\u{1b}\u{7}\u{200b}")]), [("given_name", "missing")]);
    assert_eq!(
        person(filed(), &[("given_name", "\u{1}"), ("ref", "\u{2}")]),
        [("ref", "missing"), ("given_name", "missing")]
    );
}

/// A family as a person types it who knows the casebook, or as a file has it.
fn family(source: Source, becomes: Becomes, fields: &[(&str, &str)]) -> Result<Family, Vec<Fault>> {
    let whole = draft(&[("case_ref", "A-9"), ("name", "Ek"), ("status", "active"), ("started_on", "2026-11-02")]);
    let draft = fields.iter().fold(whole, |draft, (key, text)| draft.with(key, *text));
    read_family(Reader::new(&FAMILY, &draft, source, &CodesOnly).with_lookups(&Casebook, becomes).unwrap())
}

#[test]
fn three_letters_of_a_colleagues_name_will_do() {
    let staff =
        |source, text| family(source, Becomes::New, &[("child_support", text)]).map(|family| family.child_support);
    for (text, expected) in [
        ("Karin", vec!["Karin"]),
        ("kar", vec!["Karin"]),
        ("KARIN", vec!["Karin"]),
        ("asa", vec!["Åsa Öberg"]),
        ("kar, asa ö; karin", vec!["Karin", "Åsa Öberg"]),
        ("Anna", vec!["Anna"]),
        ("anni", vec!["Annika"]),
        ("ka", vec!["Karin"]),
        ("ny:Siv Ny", vec!["Siv Ny"]),
        ("new: Karina", vec!["Karina"]),
        ("karin;NY:Kakar", vec!["Karin", "Kakar"]),
        ("+Ann", vec!["Ann"]),
        ("+ Kar", vec!["Kar"]),
    ] {
        assert_eq!(staff(typed(), text).unwrap(), expected, "{text}");
    }
    let everybody = vec!["Ali", "Anna", "Annika", "Karin", "Åsa Öberg"];
    for (text, why, candidates) in [
        ("ann", "ambiguous", vec!["Anna", "Annika"]),
        ("k", "ambiguous", vec!["Karin"]),
        ("Karim", "no-such-staff", vec!["Karin"]),
        ("Karina", "no-such-staff", vec!["Karin"]),
        ("kakar", "no-such-staff", everybody.clone()),
        ("Siv Ny", "no-such-staff", everybody),
        ("ny:", "no-such-staff", vec!["Ali", "Anna", "Annika", "Karin", "Åsa Öberg"]),
    ] {
        let faults = staff(typed(), text).unwrap_err();
        assert_eq!((faults[0].field, faults[0].why.key()), ("child_support", why), "{text}");
        assert_eq!(faults[0].why.candidates(), candidates, "{text}");
    }
    assert_eq!(staff(filed(), "kar;ann").unwrap(), ["kar", "ann"], "files are taken as they are written");
}

#[test]
fn a_phase_is_the_programmes_or_in_use_or_said_to_be_new() {
    let phase = |source, text| family(source, Becomes::New, &[("phase", text)]).map(|family| family.phase.unwrap());
    for (text, expected) in [
        ("aftercare", "aftercare"),
        ("slussen", "slussen"),
        ("Slussen", "slussen"),
        ("+trappan", "trappan"),
        ("+Stöd i skolan", "stod_i_skolan"),
    ] {
        assert_eq!(phase(typed(), text).unwrap(), expected, "{text}");
    }
    let faults = phase(typed(), "eftervrd").unwrap_err();
    assert_eq!(told::<()>(Err(faults.clone())), [("phase", "not-in-open-list")]);
    let candidates = faults[0].why.candidates();
    assert!(candidates.contains(&"slussen".to_owned()) && candidates.len() == 6, "{candidates:?}");
    assert_eq!(told(phase(typed(), "+a/b")), [("phase", "not-a-code")]);
    assert_eq!(phase(filed(), "eftervrd").unwrap(), "eftervrd");
}

#[test]
fn a_reference_of_another_record_is_told_with_the_other_faults() {
    let fields = [("case_ref", " a-1 "), ("started_on", "hej")];
    let faults = |becomes| told(family(typed(), becomes, &fields));
    assert_eq!(faults(Becomes::New), [("case_ref", "taken"), ("started_on", "not-a-day")]);
    assert_eq!(faults(Becomes::Record(7)), [("case_ref", "taken"), ("started_on", "not-a-day")]);
    assert_eq!(faults(Becomes::Record(1)), [("started_on", "not-a-day")], "its own is not taken");
    for (becomes, expected) in [(Becomes::New, vec![("ref", "taken")]), (Becomes::Record(2), vec![])] {
        let draft = draft(&[("ref", "P-2"), ("case_ref", "A-1"), ("given_name", "Elias"), ("role", "child")]);
        let reader = Reader::new(&PERSON, &draft, typed(), &CodesOnly).with_lookups(&Casebook, becomes).unwrap();
        assert_eq!(told(read_person(reader, &Casebook).unwrap()), expected, "{becomes:?}");
    }
}
