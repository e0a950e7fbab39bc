//! Network maps: everyone could be one in life, whoever is on several is one person, and Elias has those of the sketch.

use super::*;
use crate::domain::codes::{MapConsent, MapOccasion, MapViewer};
use crate::domain::network::entry::words::role;
use crate::domain::network::{ChangeKind, MapChange, Measures, NetworkMap, PersonKey, Scheme};

fn maps() -> Vec<(NaiveDate, NewFamily)> {
    many().into_iter().filter(|(_, family)| !family.maps.is_empty()).collect()
}

/// The maps of one person that follow one another.
fn pairs(family: &NewFamily) -> impl Iterator<Item = (&NetworkMap, &NetworkMap)> {
    family.maps.windows(2).filter(|two| two[0].ego == two[1].ego).map(|two| (&two[0], &two[1]))
}

#[test]
fn every_map_is_sane() {
    let staff: Vec<_> = staff().iter().map(|staff| staff.name.as_str()).collect();
    for (today, family) in maps() {
        let name = format!("{} {}", family.family.case_ref, family.family.name);
        for map in &family.maps {
            map.check(Scheme::shipped()).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            assert!(map.drawn_on >= family.family.started_on && map.drawn_on < today, "{name}");
            assert!(family.family.closed_on.is_none_or(|closed| map.drawn_on <= closed), "{name}");
            let weekend = matches!(map.drawn_on.weekday(), Weekday::Sat | Weekday::Sun);
            assert!(!weekend || family.family.case_ref == "A-1", "{name}: the sketch's days count from today");
            assert!(staff.contains(&map.drawn_by.as_str()), "{name}: {}", map.drawn_by);
            assert!(map.consent != Some(MapConsent::Refused) && (6..=15).contains(&map.people.len()), "{name}");
            for person in &map.people {
                let member = person.member.map(|member| &family.people[usize::try_from(member.0).unwrap()]);
                assert!(member.is_none_or(|member| member.role != MemberRole::Other), "{name}");
                let known = person.role.as_deref().is_none_or(|word| role(word).is_some());
                assert!(known, "{name}: {:?}", person.role);
                assert!(person.kinds.is_sorted_by_key(|kind| *kind as usize), "{name}");
            }
            assert!(map.ties.is_sorted() && map.no_ties.is_sorted(), "{name}");
        }
        for (before, after) in pairs(&family) {
            assert_eq!((before.occasion, after.occasion), (MapOccasion::Baseline, MapOccasion::FollowUp), "{name}");
            assert!((after.drawn_on - before.drawn_on).num_days() >= 160, "{name}");
            assert!(!MapChange::between(before, after).is_nothing(), "{name}: nothing changed");
        }
    }
}

#[test]
fn whoever_is_on_several_maps_is_one_person() {
    let mut shared = 0;
    for (_, family) in maps() {
        let (mut members, mut keys) = (BTreeMap::new(), BTreeMap::new());
        for map in &family.maps {
            for person in &map.people {
                let Some(member) = person.member else { continue };
                assert_eq!(*members.entry(person.key).or_insert(member), member, "{}", family.family.name);
                assert_eq!(*keys.entry(member).or_insert(person.key), person.key, "{}", family.family.name);
            }
        }
        let of = |place: usize| -> BTreeSet<PersonKey> {
            let maps = family.maps.iter().filter(|map| map.ego == PersonId(i64::try_from(place).unwrap()));
            maps.flat_map(|map| map.people.iter().filter(|one| one.member.is_none()).map(|one| one.key)).collect()
        };
        let own: Vec<_> = (0..family.people.len()).map(of).collect();
        shared += own.windows(2).filter(|two| !two[0].is_disjoint(&two[1])).count();
    }
    assert!(shared > 10, "a child's aunt is the mother's sister: {shared}");
}

#[test]
fn elias_maps_are_those_of_the_sketch() {
    let family = families(1, 1, today()).next().unwrap();
    let [first, then] = [0, 1].map(|place| &family.maps[place]);
    assert_eq!((first.drawn_on, then.drawn_on), (day(2026, 3, 9), day(2026, 11, 18)));
    assert_eq!((first.ego, first.people.len(), then.people.len()), (PersonId(2), 9, 13));
    let change = MapChange::between(first, then);
    let told = |kind: ChangeKind| {
        let told = change.of(kind).map(|one| {
            let ring =
                |standing: &Option<_>| standing.as_ref().map_or(0, |one: &crate::domain::network::Standing| one.ring);
            (one.latest().unwrap().name.clone(), ring(&one.before), ring(&one.after))
        });
        told.collect::<Vec<_>>()
    };
    let new = told(ChangeKind::New);
    assert!(new.contains(&("Eva".to_owned(), 0, 2)) && new.contains(&("Ali".to_owned(), 0, 1)), "{new:?}");
    assert_eq!(told(ChangeKind::Closer), [("Mormor".to_owned(), 2, 1)]);
    assert_eq!(told(ChangeKind::Further), [("Pappa".to_owned(), 1, 2)]);
    assert_eq!(told(ChangeKind::Gone), [("Jonas".to_owned(), 3, 0)]);
    assert_eq!((change.before.by_sector["friends"], change.after.by_sector["friends"]), (1, 3));
    assert_eq!(Measures::of(then, Scheme::shipped()).empty_sectors, ["leisure"]);
    assert!(then.people.iter().any(|one| one.name == "Annika" && one.member == Some(PersonId(4))));
}

#[test]
fn the_whole_of_the_maps_looks_like_life() {
    let all: Vec<_> = families(1, 600, today()).collect();
    let placed = all.iter().filter(|family| !family.placements.is_empty()).count();
    let drawn = all.iter().filter(|family| !family.maps.is_empty()).count();
    assert!((55..=95).contains(&(drawn * 100 / placed)), "{drawn} of {placed}");
    let maps: Vec<&NetworkMap> = all.iter().flat_map(|family| &family.maps).collect();
    let again = maps.iter().filter(|map| map.occasion == MapOccasion::FollowUp).count();
    assert!((25..=48).contains(&(again * 100 / maps.len())), "{again} of {}", maps.len());
    let kept_back = maps.iter().filter(|map| !map.seen_by.contains(&MapViewer::Team)).count();
    assert!((6..=18).contains(&(kept_back * 100 / maps.len())), "{kept_back}");
    let child = |map: &&&NetworkMap| map.people.iter().any(|one| one.role.as_deref() == Some("mamma"));
    let sizes: Vec<usize> = maps.iter().filter(child).map(|map| map.people.len()).collect();
    let mean = sizes.iter().sum::<usize>() / sizes.len();
    assert!((10..=13).contains(&mean), "{mean} people in the mean");
    for sector in &Scheme::shipped().sectors {
        let with = maps.iter().filter(|map| map.people.iter().any(|one| one.sector == sector.key)).count();
        let least = if sector.key == "leisure" { 40 } else { 60 };
        assert!(with * 100 / maps.len() >= least, "{}: {with} of {}", sector.key, maps.len());
    }
    for kind in ChangeKind::ALL.iter().filter(|kind| !matches!(kind, ChangeKind::Sector | ChangeKind::Name)) {
        let some = all.iter().flat_map(pairs).filter(|(a, b)| MapChange::between(a, b).of(*kind).next().is_some());
        let count = some.count();
        assert!(count > 30, "{kind:?}: {count}");
    }
    assert!(maps.iter().any(|map| !map.no_ties.is_empty()));
    // Of the many after the first thousand about half have one.
    let later: Vec<_> = families(1, 1200, today()).skip(1000).collect();
    let with = later.iter().filter(|family| !family.maps.is_empty()).count();
    assert!((50..=100).contains(&with), "{with} of 200");
}
