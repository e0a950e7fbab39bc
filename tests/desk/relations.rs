//! The family tree from the keyboard: two homes, relations in one form, the same as a list.

use trygg::domain::codes::Answer;
use trygg::domain::codes::Protection;
use trygg::domain::person::Person;
use trygg::locale::Language;
use trygg::store::{Origin, Record, Store};

use super::desk::{Desk, today};

fn tree(family: &str) -> Desk {
    let mut desk = Desk::new();
    desk.keys(&format!("/ {family} Enter t")).shows("familjeträd");
    desk
}

/// Changes a record of a family as a colleague does.
fn change<R: Record>(store: &Store, id: R::Id, how: impl FnOnce(&mut R)) {
    let mut stored = store.get::<R>(id).unwrap();
    how(&mut stored.value);
    store.change(id, stored.version, &stored.value, Origin::Direct).unwrap();
}

#[test]
fn one_key_opens_it_from_the_family_and_from_the_network_and_esc_goes_back() {
    let mut desk = tree("lin");
    desk.shows("URSPRUNGSHEMMET").shows("PLACERADE OCH FAMILJEHEM").keys("Esc").hides("familjeträd").shows("LINDSTRÖM");
    desk.keys("4 t").shows("Lindström · familjeträd").keys("Esc").shows("Nätverk · Elias");
}

#[test]
fn what_has_ended_is_told_by_a_sign_and_a_word() {
    let mut desk = tree("lin");
    desk.shows("╱╱").shows("upphört").keys("Tab").shows("partner till Amir, upphörde 5/5 2024");
}

#[test]
fn everybody_is_named_once_on_the_drawing() {
    for family in ["lin", "ber", "öbe", "nordi"] {
        for size in [(80, 24), (60, 24)] {
            let mut desk = tree(family);
            desk.app.resize(size);
            let people = desk.app.cx.open.as_ref().unwrap().page.people.clone();
            let screen = desk.screen();
            for person in people {
                let name = person.person.value.given_name.bare();
                assert_eq!(screen.matches(name).count(), 1, "{name} in\n{screen}");
            }
        }
    }
}

#[test]
fn a_relation_is_written_changed_and_taken_away_without_leaving_the_tree() {
    let mut desk = tree("ek");
    desk.shows("Therese").keys("n").shows("Ny relation").keys("Ctrl-D");
    desk.keys("Tab g g n Shift-Tab");
    desk.fill("Albin").fill("syskon").fill("Ida").keys("Ctrl-S");
    desk.shows("Sparat: relation Albin – Ida").shows("syskon till Ida");
    desk.keys("u").hides("syskon till Ida").keys("Ctrl-R").shows("syskon till Ida");
    while !desk.row("syskon till Ida").starts_with('▸') {
        desk.keys("j");
    }
    desk.keys("Enter")
        .shows("Relation")
        .fill("ja")
        .fill("3/5 2024")
        .keys("Ctrl-S")
        .shows("syskon till Ida, upphörde 3/5 2024");
    desk.keys("x").shows("Ta bort relationen: Albin, syskon till Ida").keys("y").hides("syskon till Ida");
}

#[test]
fn what_cannot_be_is_said_beside_its_field_and_nothing_is_lost() {
    let mut desk = tree("ek");
    desk.keys("n").fill("förälder").fill("Therese").keys("Ctrl-S").shows("ingen är släkt med sig själv");
    desk.keys("Esc").shows("Sparat som utkast").keys("Esc d").shows("Ny relation").shows("förälder");
    desk.keys("Shift-Tab Shift-Tab")
        .fill("Therese")
        .fill("förälder")
        .fill("Ida")
        .keys("Ctrl-S")
        .shows("redan skriven")
        .shows("Ny relation");
}

#[test]
fn from_the_page_the_marked_person_is_filled_in() {
    let mut desk = Desk::new();
    desk.keys("/ lin Enter j r").shows("Ny relation").shows("Sara").types("syskon").shows("syskon");
}

#[test]
fn the_smallest_screen_has_the_drawing_and_the_list() {
    let mut desk = tree("lin");
    desk.app.resize((60, 15));
    desk.shows("Sara, 38").keys("G").shows("▸Annika, 52");
    desk.keys("Tab").shows("▸ Annika Dahl").shows("tar hand om Elias").hides("HEMMA").keys("g g").shows("HEMMA");
    desk.keys("Tab").shows("URSPRUNGSHEMMET");
}

#[test]
fn a_hidden_home_is_not_told_and_who_is_protected_is_marked() {
    let desk = Desk::new();
    let store = desk.colleague("Karin");
    let family = store.find("Rönn", 1).unwrap().remove(0).family;
    let page = store.family_page(family, today()).unwrap();
    let tor = page.people.iter().find(|person| person.person.value.given_name.bare() == "Tor").unwrap();
    let mut desk = desk;
    desk.keys("/ rön Enter t").shows("Familjehem Winroth");
    change::<Person>(&store, tor.person.id, |member| member.protection = Protection::ConfidentialityFlag);
    desk.app.resize((80, 24));
    desk.shows("! T., 13").hides("Winroth").keys("Tab").shows("! T., 13").hides("Winroth");
    change::<Person>(&store, tor.person.id, |member| member.protection = Protection::None);
    let placement = tor.placements[0].id;
    change::<trygg::domain::placement::Placement>(&store, placement, |placement| {
        placement.hidden_location = Some(Answer::Yes);
    });
    for size in [(80, 24), (160, 50)] {
        desk.app.resize(size);
        desk.hides("Winroth").shows("hemlig vistelseort").hides("! Tor");
    }
}

#[test]
fn it_follows_what_others_write_and_goes_with_the_family() {
    let mut desk = tree("rön");
    desk.shows("förmodat");
    let store = desk.colleague("Karin");
    let page = store.family_page(desk.app.cx.open.as_ref().unwrap().id(), today()).unwrap();
    let id = |name: &str| page.people.iter().find(|one| one.person.value.given_name.bare() == name).unwrap().person.id;
    for child in ["Tor", "Signe"] {
        use trygg::domain::codes::RelationKind::ParentOf;
        store
            .add(
                &trygg::domain::relation::Relation::new(page.family.id, id("Jonas"), ParentOf, id(child)),
                Origin::Direct,
            )
            .unwrap();
    }
    desk.app.resize((80, 24));
    desk.hides("förmodat").shows("── förälder");
}

#[test]
fn whoever_may_not_change_families_only_looks() {
    let mut desk = Desk::of("Ulf", Language::Swedish).unwrap();
    let store = desk.colleague("Karin");
    let family = store.find("Lindström", 1).unwrap().remove(0).family;
    change::<trygg::domain::family::Family>(&store, family, |family| family.other_support.push("Ulf".to_owned()));
    desk.keys("/ lin Enter t").shows("familjeträd").hides("n ny").keys("n").shows("Din roll");
}
