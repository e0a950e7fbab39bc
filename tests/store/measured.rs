//! Measurements and children's own words: who reaches them, who may see which, and what is read of them together.

use trygg::domain::child_word::{HeardIn, Quotation};
use trygg::domain::codes::{Answer, HeardAt, MemberRole, Rater};
use trygg::domain::measurement::{Enough, Instruments, Measurement};
use trygg::domain::person::Person;
use trygg::store::{Origin, Store};

use super::access_table::{Target, Trial, done, seen};
use super::desk::{self, Desk, add, day};

/// The rows, as in `access_table`.
pub const MEASURED: &[(&str, &str, Trial)] = &[
    ("instruments", "AAAAAAA", |_, store, _| Ok(seen(store.instruments().all().len() == 6))),
    ("measurements", "OOOT--T", |_, store, on| done(store.measurements(on.case.family, None))),
    ("standings", "OOOT--T", |_, store, on| done(store.standings(on.case.family))),
    ("parent_support", "OOOT--T", |_, store, on| done(store.parent_support(on.case.family))),
    ("words_of", "OOOT--T", |_, store, on| done(store.words_of(on.case.family))),
    ("wordless", "ooot--t", |_, store, on| {
        let all = store.wordless(10_000, desk::today())?;
        Ok(seen(all.iter().any(|one| one.family.id == on.case.family)))
    }),
    ("each::<Measurement>", "ooot--t", |desk, store, on| {
        let one = answers(on, "needs_and_support", &[("needs_support", "yes")]);
        add(&desk.leader(), &one);
        let mut found = false;
        store.each::<Measurement>(&trygg::store::Listing::default(), &mut |of| {
            found |= of.family.id == on.case.family;
            Ok(())
        })?;
        Ok(seen(found))
    }),
    ("add::<Measurement>", "O-OT---", |_, store, on| {
        done(store.add(&answers(on, "needs_and_support", &[("needs_support", "no")]), Origin::Direct))
    }),
    ("add::<Quotation>", "OOOT---", |_, store, on| done(store.add(&quotation(on), Origin::Direct))),
];

/// What a child said, heard by a colleague.
pub fn quotation(on: &Target) -> Quotation {
    Quotation {
        family: on.case.family,
        child: on.case.child,
        on: day("2026-11-03"),
        words: "Ali går i min klass.".to_owned(),
        heard_at: HeardAt::Session,
        heard_by: "Lena".to_owned(),
        to_parents: None,
    }
}

fn answers(on: &Target, instrument: &str, said: &[(&str, &str)]) -> Measurement {
    let instrument = Instruments::shipped().named(instrument).unwrap();
    let mut one = Measurement::new(on.case.family, on.case.child, instrument, day("2026-11-03"));
    one.answers = said.iter().map(|(item, answer)| ((*item).to_owned(), (*answer).to_owned())).collect();
    one
}

fn furnished() -> (Desk, Target) {
    let desk = Desk::new();
    let case = desk::add_case(&desk.leader(), "F-1");
    let target = Target { case_ref: "F-1".to_owned(), empty: case.family, case };
    (desk, target)
}

#[test]
fn a_childs_answers_are_for_whoever_supports_the_children_and_whoever_leads() {
    let (desk, on) = furnished();
    let leader = desk.leader();
    add(&leader, &answers(&on, "baseline_child", &[("school_like", "3")]));
    let mut family = leader.get::<trygg::domain::family::Family>(on.case.family).unwrap();
    for (support, sees) in [(("Saga", "Bo"), true), (("Bo", "Saga"), false)] {
        family.value.child_support = vec![support.0.to_owned()];
        family.value.parent_support = vec![support.1.to_owned()];
        leader.change(family.id, family.version, &family.value, Origin::Direct).unwrap();
        family = leader.get(on.case.family).unwrap();
        let of = |store: &Store| store.measurements(on.case.family, None).unwrap().len();
        assert_eq!((of(&desk.open("Saga")), of(&leader)), (usize::from(sees), 1), "{support:?}");
    }
}

#[test]
fn a_second_measurement_of_the_day_is_told_of_and_not_kept() {
    let (desk, on) = furnished();
    let leader = desk.leader();
    let one = answers(&on, "child_voice", &[("safe", "3")]);
    add(&leader, &one);
    let twice = leader.add(&one, Origin::Direct).unwrap_err();
    assert_eq!(twice.key, "measurement-twice");
    add(&leader, &Measurement { rater: Rater::Worker, ..one.clone() });
    let empty = leader.add(&answers(&on, "child_voice_young", &[]), Origin::Direct).unwrap_err();
    assert_eq!(empty.key, "measurement-empty");
}

#[test]
fn words_are_gathered_from_wherever_they_were_heard() {
    let (desk, on) = furnished();
    let leader = desk.leader();
    add(&leader, &quotation(&on));
    let said = [("to_talk_about", "Inte om pappa."), ("missed", "(did_not_want)"), ("safe", "3")];
    add(&leader, &Measurement { on: day("2026-11-10"), ..answers(&on, "child_voice", &said) });
    let words = leader.words_of(on.case.family).unwrap();
    let told: Vec<(&str, HeardAt)> = words.iter().map(|one| (one.words.as_str(), one.at)).collect();
    assert_eq!(told, [("Inte om pappa.", HeardAt::Measurement), ("Ali går i min klass.", HeardAt::Session)]);
    assert!(matches!(words[0].of, HeardIn::Measurement(_)) && !words[1].to_parents);
    let again = Quotation { to_parents: Some(Answer::Yes), on: day("2026-11-04"), ..quotation(&on) };
    add(&leader, &again);
    assert!(leader.words_of(on.case.family).unwrap()[1].to_parents);
}

#[test]
fn a_child_without_a_word_is_listed_until_there_is_one() {
    let (desk, on) = furnished();
    let leader = desk.leader();
    let names = |today: &str| leader.wordless(50, day(today)).unwrap().iter().map(|one| one.last).collect::<Vec<_>>();
    assert_eq!(names("2026-11-02"), [None]);
    add(&leader, &quotation(&on));
    assert!(names("2026-11-03").is_empty() && names("2027-02-01").is_empty());
    assert_eq!(names("2027-02-02"), [Some(day("2026-11-03"))], "ninety-one days after the last");
}

#[test]
fn support_to_a_parent_is_of_placed_childrens_parents() {
    let (desk, on) = furnished();
    let leader = desk.leader();
    let mother = Person { role: MemberRole::Mother, ..desk::member(on.case.family, "F-1-m", "Mona") };
    let mother = add(&leader, &mother);
    let support = leader.parent_support(on.case.family).unwrap();
    assert_eq!(support.len(), 1, "the mother of a placed child");
    assert_eq!((support[0].parent, support[0].team.0), (mother, Enough::NotAssessed));
    let said = [("needs_support", "yes"), ("gets_enough", "partly"), ("own_view", "not")];
    add(&leader, &Measurement { person: mother, ..answers(&on, "needs_and_support", &said) });
    let support = leader.parent_support(on.case.family).unwrap()[0];
    assert_eq!((support.team.0, support.own.0), (Enough::Partly, Enough::No));
    assert_eq!(support.team.1, Some(day("2026-11-03")));
}
