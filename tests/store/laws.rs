//! A law of undo: whatever was done, undoing everything gives the beginning again, and redoing everything the end.

use proptest::prelude::*;
use trygg::domain::codes::{Area, Code, FamilyStatus, MapViewer, Outcome};
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, NetworkMapId, PersonId, PlacementId, SessionId};
use trygg::domain::network::NetworkMap;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::session::{GoalMark, Session};
use trygg::store::{Origin, Record, Store};

use super::desk::{self, Desk, add_case, change};
use super::drawn;

const NAMES: [&str; 5] = ["Åkerlund", "von Sydow", "Al-Hassan", "Ek", "Öberg"];

/// Something done to the record that is at a place among those of its noun; the seed varies the values.
#[derive(Debug, Clone, Copy)]
enum Doing {
    Add,
    Change,
    Remove,
}

#[derive(Debug, Clone, Copy)]
enum Noun {
    Family,
    Person,
    Placement,
    Session,
    Map,
}

/// Every record there has ever been.
#[derive(Default)]
struct Known {
    families: Vec<FamilyId>,
    people: Vec<PersonId>,
    placements: Vec<PlacementId>,
    sessions: Vec<SessionId>,
    maps: Vec<NetworkMapId>,
}

#[derive(Debug, PartialEq)]
struct Picture {
    families: Vec<Option<Family>>,
    people: Vec<Option<Person>>,
    placements: Vec<Option<Placement>>,
    sessions: Vec<Option<Session>>,
    maps: Vec<Option<NetworkMap>>,
    found: Vec<usize>,
}

impl Known {
    fn picture(&self, store: &Store) -> Picture {
        fn all<R: Record>(store: &Store, ids: &[R::Id]) -> Vec<Option<R>> {
            ids.iter().map(|id| store.get::<R>(*id).ok().map(|stored| stored.value)).collect()
        }
        Picture {
            families: all(store, &self.families),
            people: all(store, &self.people),
            placements: all(store, &self.placements),
            sessions: all(store, &self.sessions),
            maps: all(store, &self.maps),
            found: NAMES.iter().map(|name| store.find(name, 99).unwrap().len()).collect(),
        }
    }

    fn act(&mut self, store: &Store, doing: Doing, noun: Noun, seed: usize) {
        let family = pick(&self.families, seed);
        let person = pick(&self.people, seed);
        let pick_name = || NAMES[seed % NAMES.len()].to_owned();
        // What hangs on a record that is gone, or is still hung upon, is refused; that is no change.
        match noun {
            Noun::Family => step(
                store,
                doing,
                &mut self.families,
                seed,
                |family: &mut Family| {
                    family.name = pick_name();
                    family.status = FamilyStatus::ALL[seed % 4];
                    family.case_ref = format!("C-{}", seed % 7);
                    family.child_support = NAMES.iter().take(seed % 4).map(|name| (*name).to_owned()).collect();
                },
                || desk::family(&format!("C-{seed}"), "Ny"),
            ),
            Noun::Person => step(
                store,
                doing,
                &mut self.people,
                seed,
                |person: &mut Person| {
                    person.given_name = pick_name().into();
                    person.personal_id = seed.is_multiple_of(2).then(|| "201701012393".to_owned());
                },
                || desk::member(family, &format!("P-{seed}"), "Ny"),
            ),
            Noun::Placement => step(
                store,
                doing,
                &mut self.placements,
                seed,
                |placement: &mut Placement| {
                    placement.home = (!seed.is_multiple_of(3)).then(|| pick_name().into());
                },
                || desk::placement(person, "2026-02-02"),
            ),
            Noun::Session => step(
                store,
                doing,
                &mut self.sessions,
                seed,
                |session: &mut Session| {
                    session.outcome = Outcome::ALL[seed % 4];
                    session.areas =
                        Area::ALL.iter().copied().filter(|area| (*area as usize + seed).is_multiple_of(2)).collect();
                    session.people = if seed.is_multiple_of(2) { vec![person] } else { Vec::new() };
                    session.staff = vec![pick_name(), "Saga".to_owned()];
                    session.goals = vec![GoalMark { goal: 1, attainment: Some(1), done: false }];
                    session.note = (!seed.is_multiple_of(3)).then(|| format!("Rad {seed}\nrad två"));
                },
                || desk::session(family, "2026-11-03"),
            ),
            Noun::Map => {
                let mut new = NetworkMap::new(family, person, desk::day("2026-03-09"), pick_name());
                new.people = vec![drawn::person(1, "Mormor", "relatives", 1)];
                step(store, doing, &mut self.maps, seed, |map: &mut NetworkMap| change_map(map, seed), || new);
            }
        }
    }
}

fn change_map(map: &mut NetworkMap, seed: usize) {
    let key = 2 + u32::try_from(seed % 9).unwrap();
    map.people.retain(|person| person.key.0 != key);
    map.people.push(drawn::person(key, NAMES[seed % NAMES.len()], "friends", 1));
    let tie = drawn::tie(map.people[0].key.0, key);
    (map.ties, map.no_ties) = if seed.is_multiple_of(2) { (vec![tie], vec![]) } else { (vec![], vec![tie]) };
    map.seen_by = MapViewer::ALL.iter().copied().filter(|viewer| *viewer as usize % 2 == seed % 2).collect();
}

fn pick<T: Copy>(of: &[T], seed: usize) -> T {
    of[seed % of.len()]
}

fn step<R: Record>(
    store: &Store,
    doing: Doing,
    known: &mut Vec<R::Id>,
    seed: usize,
    how: impl FnOnce(&mut R),
    new: impl FnOnce() -> R,
) {
    let id = pick(known, seed / 3);
    match doing {
        Doing::Add => known.extend(store.add(&new(), Origin::Direct)),
        Doing::Change => drop(change::<R>(store, id, how)),
        Doing::Remove => drop(store.remove::<R>(id)),
    }
}

fn doings() -> impl Strategy<Value = Vec<(Doing, Noun, usize)>> {
    let doing = prop_oneof![2 => Just(Doing::Add), 3 => Just(Doing::Change), 2 => Just(Doing::Remove)];
    let noun = prop_oneof![
        Just(Noun::Family),
        Just(Noun::Person),
        Just(Noun::Placement),
        Just(Noun::Session),
        Just(Noun::Map)
    ];
    prop::collection::vec((doing, noun, 0..60_usize), 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_the_beginning_and_redoing_everything_the_end(doings in doings()) {
        let desk = Desk::new();
        let setup = desk.leader();
        let mut known = Known::default();
        for case_ref in ["A-1", "A-2"] {
            let case = add_case(&setup, case_ref);
            known.families.push(case.family);
            known.people.push(case.child);
            known.placements.push(case.placement);
            known.sessions.push(case.session);
            let mut map = NetworkMap::new(case.family, case.child, desk::day("2026-02-02"), "Saga");
            map.people = vec![drawn::person(1, "Mormor", "relatives", 1)];
            known.maps.push(desk::add(&setup, &map));
        }
        let store = desk.leader();
        let whole = |known: &Known| known.picture(&store);
        let first = whole(&known);
        for (doing, noun, seed) in doings {
            known.act(&store, doing, noun, seed);
        }
        let last = whole(&known);
        let mut steps = 0;
        while store.undo().unwrap().is_some() {
            steps += 1;
        }
        let back = whole(&known);
        prop_assert_eq!(&back.families[..2], &first.families[..]);
        prop_assert_eq!(&back.people[..2], &first.people[..]);
        prop_assert_eq!(&back.placements[..2], &first.placements[..]);
        prop_assert_eq!(&back.sessions[..2], &first.sessions[..]);
        prop_assert_eq!(&back.maps[..2], &first.maps[..]);
        prop_assert_eq!(&back.found, &first.found);
        prop_assert!(back.families[2..].iter().all(Option::is_none), "nothing that was added is left");
        for _ in 0..steps {
            prop_assert!(store.redo().unwrap().is_some());
        }
        prop_assert_eq!(whole(&known), last);
    }
}
