//! What a hand may write, and what it is read as.

use super::*;
use crate::domain::codes::{Answer, ChangeScope, ChildWord, VisitContact};
use crate::domain::entry::Becomes;
use crate::domain::ids::PersonId;
use crate::domain::visit::{Scope, Terms};

fn terms(fields: &[(&str, &str)]) -> Terms {
    arrangement(typed(), &[&[("from", "28/11")], fields].concat()).unwrap().terms
}

#[test]
fn the_end_may_stand_beside_the_beginning() {
    for (start, end, nights, expected) in [
        ("10-14", "", "", ("10:00", "14:00", 0)),
        ("10-14", "14.00", "", ("10:00", "14:00", 0)),
        ("kl 1430", "16", "", ("14:30", "16:00", 0)),
        ("22-01", "", "", ("22:00", "01:00", 1)),
        ("16-24", "", "", ("16:00", "00:00", 1)),
        ("16", "10", "", ("16:00", "10:00", 1)),
        ("16-18", "", "2", ("16:00", "18:00", 2)),
        ("16-16", "", "1", ("16:00", "16:00", 1)),
    ] {
        let terms = terms(&[("start", start), ("end", end), ("nights", nights)]);
        let time = |time: Option<chrono::NaiveTime>| time.map(|time| time.format("%H:%M").to_string()).unwrap();
        let found = (time(terms.start), time(terms.end), terms.nights);
        assert_eq!(found, (expected.0.to_owned(), expected.1.to_owned(), expected.2), "{start} {end} {nights}");
    }
}

#[test]
fn a_supporter_is_needed_where_the_ladder_says_so_or_one_is_named() {
    let supervision = |fields: &[(&str, &str)]| terms(fields).supervision;
    assert_eq!(supervision(&[]), Answer::No);
    assert_eq!(supervision(&[("step", "4")]), Answer::Yes);
    assert_eq!(supervision(&[("step", "7")]), Answer::No);
    assert_eq!(supervision(&[("supporter", "Karin")]), Answer::Yes);
    assert_eq!(supervision(&[("step", "4"), ("supervision", "no")]), Answer::No);
    assert_eq!(supervision(&[("supervision", "yes")]), Answer::Yes);
}

#[test]
fn a_step_is_a_number_or_as_much_of_a_name_as_is_needed() {
    for (text, step) in [("4", 4), ("steg 4", 4), ("steg4", 4), ("Step 11", 11), ("video", 3), ("vila", 0), ("brev", 1)]
    {
        assert_eq!(terms(&[("step", text)]).step, Some(step), "{text}");
    }
    let told = terms(&[("contact", "phone")]);
    assert_eq!((told.contact, terms(&[]).contact), (VisitContact::Phone, VisitContact::InPerson));
}

#[test]
fn the_child_goes_without_saying_where_there_is_one() {
    let read = |fields: &[(&str, &str)]| {
        let draft = over(draft(&[("from", "28/11")]), fields);
        read_arrangement(reader(&ARRANGEMENT, &draft, typed()), &Casebook, Ladder::shipped(), None).unwrap()
    };
    assert_eq!(read(&[("case_ref", "ek"), ("with", "mona")]).unwrap().child, PersonId(12));
    assert_eq!(read(&[("case_ref", "lind"), ("child", "noa"), ("with", "sara, anna karin")]).unwrap().child, NOAH);
    assert_eq!(
        read(&[("case_ref", "lind"), ("child", "P-4"), ("with", "ali noah")]).unwrap().terms.with,
        [PAPPA, NOAH]
    );
    for (fields, fault) in [
        ([("case_ref", "lind"), ("child", ""), ("with", "sara")], ("child", "missing")),
        ([("case_ref", "lind"), ("child", "sara"), ("with", "ali")], ("child", "not-a-child")),
        ([("case_ref", "lind"), ("child", "elias"), ("with", "ali")], ("child", "ambiguous")),
        ([("case_ref", "lind"), ("child", "noah P-4"), ("with", "ali")], ("child", "only-one")),
        ([("case_ref", "lind"), ("child", "noah"), ("with", "sara noah")], ("with", "is-the-child")),
        ([("case_ref", "lind"), ("child", "siv"), ("with", "sara")], ("child", "no-such-person")),
        ([("case_ref", "lind"), ("child", "noah"), ("with", "")], ("with", "missing")),
    ] {
        assert_eq!(told(read(&fields)), [fault], "{fields:?}");
    }
}

#[test]
fn three_letters_of_a_supporters_name_will_do() {
    let draft = draft(&[("supporter", "kar"), ("from", "ti"), ("from_time", "10-14")]);
    let reader = reader(&ABSENCE, &draft, typed()).with_lookups(&Casebook, Becomes::New).unwrap();
    let absence = read_absence(reader, None).unwrap();
    let told = (absence.supporter.as_str(), absence.from.to_string(), absence.until.to_string());
    assert_eq!(told, ("Karin", "2026-11-24 10:00:00".to_owned(), "2026-11-24 14:00:00".to_owned()));
}

#[test]
fn absences_are_for_whole_days_where_no_time_is_told() {
    for (fields, from, until) in [
        (&[("from", "30/11")][..], "2026-11-30 00:00:00", "2026-12-01 00:00:00"),
        (&[("from", "v49"), ("until", "v49")], "2026-11-30 00:00:00", "2026-12-07 00:00:00"),
        (&[("from", "30/11"), ("until", "fr")], "2026-11-30 00:00:00", "2026-12-05 00:00:00"),
        (&[("from", "30/11"), ("from_time", "13")], "2026-11-30 13:00:00", "2026-12-01 00:00:00"),
        (&[("from", "30/11"), ("until_time", "12")], "2026-11-30 00:00:00", "2026-11-30 12:00:00"),
        (&[("from", "30/11"), ("from_time", "8-24")], "2026-11-30 08:00:00", "2026-12-01 00:00:00"),
    ] {
        let draft = over(draft(&[("supporter", "Karin")]), fields);
        let absence = read_absence(reader(&ABSENCE, &draft, typed()), None).unwrap();
        assert_eq!((absence.from.to_string(), absence.until.to_string()), (from.to_owned(), until.to_owned()));
    }
}

#[test]
fn a_childs_words_are_an_answer_by_themselves() {
    let of = arrangement(typed(), &[("from", "28/11")]).unwrap();
    let word = |fields: &[(&str, &str)]| {
        let draft = draft(fields);
        let read = read_account(reader(&ACCOUNT, &draft, typed()), &Casebook, &of, &of.terms).unwrap();
        read.unwrap().1.child_word
    };
    assert_eq!(word(&[]), None);
    assert_eq!(word(&[("words_later", "det var roligt")]), Some(ChildWord::Told));
    assert_eq!(word(&[("words_later", "sen"), ("child_word", "did_not_want")]), Some(ChildWord::DidNotWant));
    let moved = |fields: &[(&str, &str)]| {
        let whole = [
            ("case_ref", "A-1"),
            ("child", "noah"),
            ("with", "sara"),
            ("on", "idag"),
            ("to_step", "5"),
            ("reason", "går bra"),
            ("decided_by", "Karin"),
        ];
        let draft = over(draft(&whole), fields);
        read_ladder_move(reader(&LADDER_MOVE, &draft, typed()), &Casebook, Ladder::shipped(), Some(4)).unwrap()
    };
    assert_eq!(told(moved(&[])), [("child_word", "missing")]);
    assert_eq!(moved(&[("words", "jag vill")]).unwrap().child_word, Some(ChildWord::Told));
    let young = moved(&[("child_word", "too_young")]).unwrap();
    assert_eq!((young.from, young.to, young.child, young.with), (Some(4), 5, NOAH, SARA));
    assert_eq!(told(moved(&[("words", "nej"), ("to_step", "12")])), [("to_step", "not-a-step")]);
}

#[test]
fn a_change_of_the_whole_series_takes_its_weekday_along() {
    let of = arrangement(typed(), &[("pattern", "jämna lör"), ("from", "28/11")]).unwrap();
    let change = |on: &str, given: &str, scope: &str| {
        let draft = draft(&[("on", on), ("with", "Sara"), ("start", "11-13"), ("scope", scope)]);
        let reader = reader(&VISIT_CHANGE, &draft, typed());
        read_visit_change(reader, &Casebook, Ladder::shipped(), &of, day(given)).unwrap()
    };
    let sunday = change("13/12", "2026-12-12", "later").unwrap();
    assert_eq!(sunday.scope(day("2026-12-12"), today()), Some(Scope::Later(day("2026-12-12"))));
    let series = sunday.edited(&of, day("2026-12-12")).series;
    assert_eq!((series.weekdays.codes(), series.from), (vec!["sun"], of.series.from));
    let first = change("27/11", "2026-11-28", "all").unwrap().edited(&of, day("2026-11-28"));
    assert_eq!(first.series.first(), Some(day("2026-11-27")));
    assert_eq!(told(change("19/12", "2026-12-12", "later")), [("on", "only-within-week")]);
    let only_this = change("19/12", "2026-12-12", "").unwrap();
    assert_eq!((only_this.scope, only_this.scope(today(), today())), (ChangeScope::This, None));
}
