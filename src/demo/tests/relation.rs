//! Relations in the demo: every one could be in life, and all that a tree can show is there.

use super::*;
use crate::domain::codes::RelationKind::{CaresFor, ParentOf, PartnerOf, SiblingOf};
use crate::domain::relation::Relation;

#[test]
fn every_relation_is_sane() {
    for (today, NewFamily { family, people, kin, .. }) in many() {
        let name = format!("{} {}", family.case_ref, family.name);
        let of = |id: PersonId| &people[usize::try_from(id.0).unwrap()];
        for (place, one) in kin.iter().enumerate() {
            let (person, other) = (of(one.person), of(one.other));
            assert_ne!(one.person, one.other, "{name}");
            assert!(!one.closes_circle(&kin[..place]), "{name}");
            assert!(one.is_ended() || one.ended_on.is_none(), "{name}");
            assert!(one.ended_on.is_none_or(|day| day <= today), "{name}");
            let same = |known: &Relation| {
                let pair = |kin: &Relation| (kin.person.min(kin.other), kin.person.max(kin.other), kin.relation);
                pair(known) == pair(one)
            };
            assert!(!kin[..place].iter().any(same), "{name}: told twice");
            match one.relation {
                ParentOf => {
                    let years = person.birth_on.zip(other.birth_on).map(|(parent, child)| age(parent, child));
                    assert!(
                        years.is_none_or(|years| years >= 15),
                        "{name}: {} {}",
                        person.given_name.bare(),
                        other.given_name.bare()
                    );
                }
                PartnerOf => assert!(person.role != MemberRole::Child && other.role != MemberRole::Child, "{name}"),
                SiblingOf => assert_eq!((person.role, other.role), (MemberRole::Child, MemberRole::Child), "{name}"),
                CaresFor => assert_eq!(other.role, MemberRole::Child, "{name}"),
            }
        }
    }
}

#[test]
fn everything_that_a_tree_can_show_is_in_the_demo() {
    let all: Vec<NewFamily> = families(1, 200, today()).collect();
    let has = |wanted: &dyn Fn(&Relation) -> bool| all.iter().filter(|family| family.kin.iter().any(wanted)).count();
    assert!(has(&|kin| kin.relation == PartnerOf && kin.is_ended() && kin.ended_on.is_some()) > 20);
    assert!(has(&|kin| kin.relation == PartnerOf && kin.is_ended() && kin.ended_on.is_none()) > 10);
    assert!(has(&|kin| kin.relation == PartnerOf && !kin.is_ended()) > 20);
    assert!(has(&|kin| kin.relation == CaresFor && kin.is_ended()) > 0);
    assert!(has(&|kin| kin.relation == CaresFor && !kin.is_ended()) > 20);
    assert!(has(&|kin| kin.relation == SiblingOf) > 5);
    assert!(all.iter().filter(|family| family.kin.is_empty()).count() > 10, "presumed parents");
    // Each kind is among the first families, which people look at first.
    let first = &all[..8];
    for relation in [ParentOf, PartnerOf, SiblingOf, CaresFor] {
        assert!(first.iter().any(|family| family.kin.iter().any(|kin| kin.relation == relation)), "{relation:?}");
    }
}
