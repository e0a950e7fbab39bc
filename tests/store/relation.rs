//! Relations between the people of a family: who may write them, what is refused, how they come back.

use serde_json::json;
use trygg::domain::codes::Answer;
use trygg::domain::codes::RelationKind::{self, CaresFor, ParentOf, PartnerOf, SiblingOf};
use trygg::domain::ids::{PersonId, RelationId};
use trygg::domain::person::Person;
use trygg::domain::problem::Kind;
use trygg::domain::relation::Relation;
use trygg::store::Origin;

use super::access_table::{Target, Trial, done, seen};
use super::desk::{self, Desk, add, day, key};
use super::journal::lives_and_dies;
use super::planned::{Home, home};
use super::undo::back_and_forth;

/// The rows, as in `access_table`.
pub const RELATION: &[(&str, &str, Trial)] = &[
    ("add::<Kin>", "O-OT---", |desk, store, on| done(store.add(&of(desk, on), Origin::Direct))),
    ("get::<Kin>", "OOOT--T", |desk, store, on| done(store.get::<Relation>(write(desk, on)))),
    ("change::<Kin>", "O-OT---", |desk, store, on| {
        let kin = of(desk, on);
        let id = add(&desk.leader(), &kin);
        done(store.change(id, 1, &kin.ended(None), Origin::Direct))
    }),
    ("remove::<Kin>", "O-OT---", |desk, store, on| done(store.remove::<Relation>(write(desk, on)))),
    ("family_page::<kin>", "OOOT--T", |desk, store, on| {
        let id = write(desk, on);
        let page = store.family_page(on.case.family, desk::today())?;
        Ok(seen(page.kin.iter().any(|stored| stored.id == id)))
    }),
];

/// A relation of somebody new with the child of the trial.
fn of(desk: &Desk, on: &Target) -> Relation {
    let store = desk.leader();
    let count = store.people_of(on.case.family).unwrap().len();
    let other = add(&store, &desk::member(on.case.family, &format!("kin-{}-{count}", on.case_ref), "Syskon"));
    Relation::new(on.case.family, on.case.child, SiblingOf, other)
}

fn write(desk: &Desk, on: &Target) -> RelationId {
    add(&desk.leader(), &of(desk, on))
}

fn is(home: Home, person: PersonId, relation: RelationKind, other: PersonId) -> Relation {
    Relation::new(home.family, person, relation, other)
}

#[test]
fn a_relation_lives_and_dies_in_the_journal() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    lives_and_dies::<Relation>(
        &store,
        "kin",
        &is(home, home.mother, PartnerOf, home.father),
        |kin| *kin = kin.clone().ended(Some(day("2024-05-03"))),
        json!({"ended": "no", "ended_on": null}),
        json!({"ended": "yes", "ended_on": "2024-05-03"}),
    );
}

#[test]
fn a_relation_goes_back_and_forth() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let label = ("Mamma A-1 – Barn A-1", None);
    back_and_forth::<Relation>(&store, "kin", label, &is(home, home.mother, ParentOf, home.child), |kin| {
        kin.ended = Answer::Yes;
    });
}

#[test]
fn what_cannot_be_is_refused() {
    let desk = Desk::new();
    let store = desk.leader();
    let (home, other) = (home(&store, "A-1"), home(&store, "A-2"));
    add(&store, &is(home, home.mother, ParentOf, home.child));
    let partners = add(&store, &is(home, home.mother, PartnerOf, home.father));
    for (name, kin, refused) in [
        ("of oneself", is(home, home.child, SiblingOf, home.child), "kin-of-oneself"),
        ("of another family", is(home, home.mother, ParentOf, other.child), "no-such-person"),
        ("the same once more", is(home, home.mother, ParentOf, home.child), "kin-twice"),
        ("the same the other way round", is(home, home.father, PartnerOf, home.mother), "kin-twice"),
        ("a child of one's child", is(home, home.child, ParentOf, home.mother), "kin-circle"),
    ] {
        let problem = store.add(&kin, Origin::Direct).unwrap_err();
        assert_eq!((problem.kind, problem.key), (Kind::Invalid, refused), "{name}");
    }
    add(&store, &is(home, home.child, ParentOf, home.sibling));
    assert_eq!(key(store.add(&is(home, home.sibling, ParentOf, home.mother), Origin::Direct)), "kin-circle");
    // Two relations of different kinds between the same two are two things.
    add(&store, &is(home, home.mother, CaresFor, home.child));
    // What stands may be written over itself.
    desk::change::<Relation>(&store, partners, |kin| *kin = kin.clone().ended(None)).unwrap();
    let page = store.family_page(home.family, desk::today()).unwrap();
    assert_eq!(page.kin.len(), 4);
    assert!(store.family_page(other.family, desk::today()).unwrap().kin.is_empty());
}

#[test]
fn what_has_been_written_anew_does_not_come_back_twice() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let id = add(&store, &is(home, home.mother, PartnerOf, home.father));
    store.remove::<Relation>(id).unwrap();
    let colleague = desk.leader();
    add(&colleague, &is(home, home.father, PartnerOf, home.mother));
    assert_eq!(store.undo().unwrap_err().key, "kin-twice");
}

#[test]
fn nobody_goes_while_a_relation_names_them() {
    let desk = Desk::new();
    let store = desk.leader();
    let home = home(&store, "A-1");
    let id = add(&store, &is(home, home.father, ParentOf, home.sibling));
    assert_eq!(store.remove::<Person>(home.father).unwrap_err().key, "still-used");
    store.remove::<Relation>(id).unwrap();
    store.remove::<Person>(home.father).unwrap();
}
