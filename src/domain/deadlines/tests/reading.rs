//! The rules that ship, and what a unit may write over them.

use crate::domain::checklist::Checklists;
use crate::domain::deadlines::rules::SHIPPED;
use crate::domain::deadlines::{Confidence, Half, Limit, Own, Rule, RuleScope, Rules, Trigger};

#[test]
fn the_rules_that_ship_are_whole() {
    let rules = Rules::parse(SHIPPED).unwrap();
    let lists = Checklists::shipped().all().iter().filter(|list| !list.is_of_plan()).count();
    assert_eq!(rules.all(), &Rules::shipped().all()[..rules.all().len()], "checklists come after them");
    assert_eq!(rules.all().len() + lists, Rules::shipped().all().len());
    assert!(rules.all().len() > 30);
    for rule in rules.all() {
        assert!(rule.scope != RuleScope::Statute || rule.valid_from.is_some(), "{}: since when?", rule.name);
        assert!(!rule.is_on() || rule.confidence != Confidence::U, "{}", rule.name);
        let row = |rule: &Rule| (rule.name.clone(), rule.half, rule.bases.clone(), rule.valid_from);
        assert_eq!(rules.all().iter().filter(|other| row(other) == row(rule)).count(), 1, "{} twice", rule.name);
    }
}

#[test]
fn a_unit_overrides_turns_on_and_adds() {
    let own = Rules::with_own(
        "[[rule]]\nname = 'adults_meeting'\non = true\nwithin = '2 months'\n
         [[rule]]\nname = 'crisis_call'\non = false\n
         [[rule]]\nname = 'coffee'\ntrigger = 'family_started'\nwithin = '1 week'\nmet_by = ['session']\n
         severity = 'low'\nscope = 'local'\nsource = 'vi'\nconfidence = 'S'\ntext_sv = 'Fika'\ntext_en = 'Coffee'",
    )
    .unwrap();
    let on = |name: &str| own.used().any(|(_, rule)| rule.name == name);
    assert!(on("adults_meeting") && !on("crisis_call") && on("coffee") && !on("talk_with_child"));
    let meeting = own.all().iter().find(|rule| rule.name == "adults_meeting").unwrap();
    assert_eq!((meeting.within, meeting.then), (Some(Limit::Months(2)), Some(Limit::Months(3))));
}

#[test]
fn every_rule_about_care_says_what_it_counts_from() {
    for rule in Rules::shipped().all() {
        let about_care = matches!(
            rule.trigger,
            Trigger::CareStarted
                | Trigger::CareEnded
                | Trigger::PlacementStarted
                | Trigger::PlacementOnBasis
                | Trigger::LocationHidden
                | Trigger::SchoolChanged
                | Trigger::ChildBorn
                | Trigger::ParentSeparated
                | Trigger::ParentUntold
                | Trigger::CrisisSupportBegun
        );
        assert_eq!(rule.counts_from.is_some(), about_care, "{}", rule.name);
    }
}

#[test]
fn a_unit_may_set_one_half_and_what_it_sets_is_known_as_its_own() {
    let own = Rules::with_own(
        "[[rule]]\nname = 'weekly_session'\nhalf = 'parents'\nwithin = '21 days'\n
         [[rule]]\nname = 'talk_with_child'\non = true\n
         [[rule]]\nname = 'coffee'\ntrigger = 'family_started'\nwithin = '1 week'\nmet_by = ['session']\n
         severity = 'low'\nscope = 'local'\nsource = 'vi'\nconfidence = 'S'\ntext_sv = 'Fika'\ntext_en = 'Coffee'",
    )
    .unwrap();
    let told = |name: &str| {
        let of_name = own.all().iter().filter(|rule| rule.name == name);
        of_name.map(|rule| (rule.half, rule.within, rule.own)).collect::<Vec<_>>()
    };
    assert_eq!(
        told("weekly_session"),
        [
            (Some(Half::Children), Some(Limit::Days(14)), Own::No),
            (Some(Half::Parents), Some(Limit::Days(21)), Own::Limits)
        ]
    );
    assert_eq!(told("talk_with_child")[0].2, Own::No, "turned on, with the limit that ships");
    assert_eq!(told("coffee")[0].2, Own::Whole);
}

#[test]
fn a_faulty_rule_is_refused_and_named() {
    for (text, said) in [
        (
            "[[rule]]\nname = 'weekly_session'\nwithin = '14 moons'",
            "rule name=weekly_session why=`14 moons` is no length",
        ),
        (
            "[[rule]]\nname = 'weekly_session'\nmet_by = ['coffee']",
            "rule name=weekly_session why=`coffee` meets no duty",
        ),
        ("[[rule]]\nname = 'weekly_session'\ntrigger = 'moon'", "rule name=weekly_session why=unknown variant `moon`"),
        ("[[rule]]\nname = 'weekly_session'\nmonths = 3", "rule name=weekly_session why=unknown field `months`"),
        ("[[rule]]\nname = 'new_one'\non = true", "rule name=new_one why=missing field"),
        ("[[rule]]\nname = 'weekly_session'\nmet_by = []", "rule-field name=weekly_session field=met_by"),
        ("[[rule]]\nname = 'weekly_session'\ntext_sv = ' '", "rule-field name=weekly_session field=empty"),
        ("[[rule]]\nname = 'weekly_session'\nthen = '0 days'", "rule-field name=weekly_session field=then"),
        (
            "[[rule]]\nname = 'stale_map'\nvalid_from = 2026-01-01\nvalid_until = 2025-01-01",
            "rule-field name=stale_map field=valid_until",
        ),
        (
            "[[rule]]\nname = 'stale_map'\nvalid_from = 2026-01-01T10:00:00",
            "rule name=stale_map why=`2026-01-01T10:00:00` is no day",
        ),
        ("[[rule]]\nname = 'weekly_session'\ncounts_from = 'home'", "rule-field name=weekly_session field=counts_from"),
        ("[[rule]]\nname = 'school_start'\ncounts_from = 'care'", "rule-field name=school_start field=counts_from"),
        ("[[rule]]\nname = 'weekly_session'\nearly = '1 day'", "rule-field name=weekly_session field=early"),
        ("[rule]\nname = 'x'", "rules"),
        ("rules = 1", "rules"),
    ] {
        let problem = Rules::with_own(text).unwrap_err().to_string();
        assert!(problem.starts_with(said), "{problem}");
    }
}

#[test]
fn the_rule_of_a_day_is_the_one_that_held_then() {
    let rules = Rules::shipped();
    assert!(rules.on("contact_restriction_consideration", "2026-11-21".parse().unwrap()).is_some());
    assert!(rules.on("contact_restriction_consideration", "1990-06-30".parse().unwrap()).is_none());
}

#[test]
fn rows_of_one_rule_follow_on_each_other() {
    let row = |fields: &str| {
        format!(
            "[[rule]]\nname = 'coffee'\ntrigger = 'family_started'\nmet_by = ['session']\nseverity = 'low'\n
             scope = 'local'\nsource = 'vi'\nconfidence = 'S'\ntext_sv = 'Fika'\ntext_en = 'Coffee'\n{fields}\n"
        )
    };
    let (old, new) = (row("valid_until = 2026-12-31"), row("valid_from = 2027-01-01"));
    let own = Rules::with_own(&[old.as_str(), &new].concat()).unwrap();
    assert_eq!(own.all().iter().filter(|rule| rule.name == "coffee").count(), 2);
    for both in
        [[&row(""), &new], [&old, &row("valid_from = 2026-12-31")], [&new, &new], [&row("on = false"), &row("")]]
    {
        let problem = Rules::with_own(&both.map(String::as_str).concat()).unwrap_err().to_string();
        assert!(problem.starts_with("rule-field name=coffee field=valid_from"), "{problem}");
    }
}
