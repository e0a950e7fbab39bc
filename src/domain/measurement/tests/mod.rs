//! Instruments and what answers come to, held to files with faults and to what somebody else's program reckons.

mod due;
mod files;
mod reckoned;

use std::collections::BTreeMap;

use crate::domain::codes::{MemberRole, Rater, Way};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::measurement::{
    Becomes, Enough, Instrument, Instruments, ItemKind, Measurement, Outcome, is_asked, may_stand, supports,
};

/// The file with which the unit loads WHO-5.
pub const WHO5: &str = include_str!("../../../../tests/data/measurement/who5.toml");

/// An instrument that ships.
pub fn shipped(name: &str) -> &'static Instrument {
    Instruments::shipped().named(name).unwrap()
}

/// A measurement with answers written `item=answer`, `;` between them.
pub fn measured(instrument: &Instrument, answers: &str) -> Measurement {
    let mut one = Measurement::new(FamilyId(1), PersonId(2), instrument, "2026-11-02".parse().unwrap());
    let mut last: Option<String> = None;
    one.answers = BTreeMap::new();
    for pair in answers.split(';').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some((item, answer)) => {
                one.answers.insert(item.to_owned(), answer.to_owned());
                last = Some(item.to_owned());
            }
            // One more of many options.
            None => one.answers.get_mut(&last.clone().unwrap()).unwrap().push_str(&format!(";{pair}")),
        }
    }
    one
}

#[test]
fn the_six_that_ship_are_offered_to_whom_they_are_for() {
    let all = Instruments::shipped();
    assert_eq!(all.all().len(), 6);
    let names = |role, years, placed| {
        all.for_one(role, years, placed).iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" ")
    };
    for (what, role, years, placed, expected) in [
        ("a child of ten", MemberRole::Child, Some(10), true, "baseline_child child_voice"),
        ("of nine, who may take either voice", MemberRole::Child, Some(9), true, "baseline_child child_voice_young"),
        ("of six", MemberRole::Child, Some(6), false, "child_voice_young"),
        ("of four", MemberRole::Child, Some(4), true, ""),
        ("of an age nobody knows", MemberRole::Child, None, true, "baseline_child child_voice child_voice_young"),
        ("a mother", MemberRole::Mother, Some(38), true, "baseline_adult parent_survey needs_and_support"),
        ("whose children are at home", MemberRole::Mother, Some(38), false, "baseline_adult"),
        ("a step parent", MemberRole::StepParent, None, true, "baseline_adult"),
        ("a grandmother", MemberRole::Grandparent, None, true, ""),
    ] {
        assert_eq!(names(role, years, placed), expected, "{what}");
    }
}

#[test]
fn a_measurement_begins_as_its_file_says() {
    let begun = |name: &str| {
        let one = Measurement::new(FamilyId(1), PersonId(2), shipped(name), "2026-11-02".parse().unwrap());
        (one.rater, one.way)
    };
    assert_eq!(begun("child_voice_young"), (Rater::Person, Some(Way::Aloud)), "it is read to the child");
    assert_eq!(begun("needs_and_support"), (Rater::Worker, None), "nobody is asked");
    assert_eq!(begun("parent_survey"), (Rater::Person, Some(Way::Together)));
    assert_eq!(shipped("parent_survey").ways(), [Way::Together, Way::Paper, Way::PhoneInterpreter]);
}

#[test]
fn unknown_and_did_not_want_may_always_be_answered() {
    for instrument in Instruments::shipped().all() {
        for item in &instrument.items {
            for answer in ["(unknown)", "(did_not_want)"] {
                assert!(may_stand(instrument, item, answer), "{} {}", instrument.name, item.key);
            }
            assert_eq!(may_stand(instrument, item, "nonsense"), item.kind == ItemKind::Text, "{}", item.key);
        }
    }
    let young = shipped("child_voice_young");
    let glad = young.item("glad").unwrap();
    assert!(!may_stand(young, glad, "(not_relevant)"), "its file does not offer that");
    assert!(may_stand(young, glad, "2") && !may_stand(young, glad, "3"));
    let survey = shipped("parent_survey");
    let wishes = survey.item("wishes").unwrap();
    for (answer, stands) in [("talks", true), ("talks;group", true), ("(none)", true), ("talks;talks", false)] {
        assert_eq!(may_stand(survey, wishes, answer), stands, "{answer}");
    }
    // An option that is called as what may be answered beside is another answer.
    let saw = survey.item("saw_home").unwrap();
    assert!(may_stand(survey, saw, "did_not_want") && may_stand(survey, saw, "(did_not_want)"));
}

#[test]
fn what_depends_on_another_answer_is_only_asked_then() {
    let (needs, survey) = (shipped("needs_and_support"), shipped("parent_survey"));
    let asked = |of: &Instrument, item: &str, answers: &str| {
        is_asked(of, of.item(item).unwrap(), &measured(of, answers).answers)
    };
    for (answers, expected) in
        [("", false), ("needs_support=no", false), ("needs_support=(unknown)", false), ("needs_support=yes", true)]
    {
        assert_eq!(asked(needs, "gets_enough", answers), expected, "{answers}");
    }
    for (answers, expected) in [("", true), ("crisis_support=never", false), ("crisis_support=later", true)] {
        assert_eq!(asked(survey, "crisis_support_helped", answers), expected, "{answers}");
    }
}

#[test]
fn answers_raise_alerts_and_become_what_their_file_says() {
    let voice = shipped("child_voice");
    let alerts = |answers: &str| {
        measured(voice, answers).alerts(voice).iter().map(|(item, _)| item.key.clone()).collect::<Vec<_>>()
    };
    assert_eq!(alerts("safe=1"), ["safe"]);
    assert!(alerts("safe=2").is_empty() && alerts("safe=(did_not_want)").is_empty() && alerts("").is_empty());
    let workers = Measurement { rater: Rater::Worker, ..measured(voice, "safe=0") };
    assert!(workers.alerts(voice).is_empty(), "what the worker thinks is no answer of the child");
    let outcomes = |name: &str, answers: &str| {
        let instrument = shipped(name);
        let one = measured(instrument, answers);
        let told = one.outcomes(instrument).into_iter().map(|(item, option, outcome)| {
            format!("{}{} {outcome:?}", item.key, option.map(|one| format!("/{}", one.key)).unwrap_or_default())
        });
        told.collect::<Vec<_>>().join(", ")
    };
    for (name, answers, expected) in [
        (
            "parent_survey",
            "wishes=group;visit_support",
            "wishes/group TaskOrReferral, wishes/visit_support TaskOrReferral",
        ),
        ("parent_survey", "wishes=nothing", ""),
        ("parent_survey", "wishes=(did_not_want)", ""),
        ("needs_and_support", "hindered_by=waiting;nobody_offers", "hindered_by/nobody_offers Gap"),
        ("needs_and_support", "next=Ring i morgon", "next Task"),
        ("baseline_child", "keep=Ali;wish=(unknown)", "keep ChildWord"),
        ("baseline_adult", "wish=Lugnare kvällar", "wish Goal"),
        ("child_voice_young", "meet_family=2", "meet_family Wish"),
        ("child_voice_young", "meet_family=0", ""),
        ("child_voice", "missed=Mormor", "missed Wish"),
    ] {
        assert_eq!(outcomes(name, answers), expected, "{name} {answers}");
    }
    assert_eq!(voice.item("missed").unwrap().becomes, Some(Becomes::Any(Outcome::Wish)));
}

#[test]
fn support_is_told_as_the_team_sees_it_and_as_the_parent_does() {
    let all = Instruments::shipped();
    let on = |name: &str, day: &str, answers: &str| Measurement {
        on: day.parse().unwrap(),
        ..measured(shipped(name), answers)
    };
    for (what, given, team, own) in [
        ("nobody has said", vec![], (Enough::NotAssessed, None), (Enough::NotAssessed, None)),
        (
            "some, and the parent says none",
            vec![on("needs_and_support", "2026-05-01", "needs_support=yes;gets_enough=partly;own_view=not")],
            (Enough::Partly, Some("2026-05-01")),
            (Enough::No, Some("2026-05-01")),
        ),
        (
            "what the parent said later stands",
            vec![
                on("needs_and_support", "2026-05-01", "needs_support=yes;gets_enough=no;own_view=not"),
                on("parent_survey", "2026-06-01", "enough=2"),
            ],
            (Enough::No, Some("2026-05-01")),
            (Enough::Yes, Some("2026-06-01")),
        ),
        (
            "none is needed",
            vec![on("needs_and_support", "2026-05-01", "needs_support=no;own_view=not_asked")],
            (Enough::NotNeeded, Some("2026-05-01")),
            (Enough::NotAssessed, None),
        ),
        (
            "needed, and nobody knows",
            vec![on("needs_and_support", "2026-05-01", "needs_support=yes;gets_enough=(unknown)")],
            (Enough::Unclear, Some("2026-05-01")),
            (Enough::NotAssessed, None),
        ),
    ] {
        let found = supports(all, &given.iter().collect::<Vec<_>>(), &[PersonId(2)])[0];
        let day = |(enough, on): (Enough, Option<&str>)| (enough, on.map(|on| on.parse().unwrap()));
        assert_eq!((found.team, found.own), (day(team), day(own)), "{what}");
    }
}
