//! Lines that somebody types: the quick line, the next step of a check-in, and a map's line for a person.

use trygg::domain::codes::MemberRole;
use trygg::domain::directory::{Directory, FamilyName, MemberName};
use trygg::domain::network::NetworkMap;
use trygg::domain::network::entry::{EntryContext, completions, read_entry};
use trygg::domain::quickline::words::Tongue;
use trygg::domain::quickline::{Context, RecordKind, complete, read, read_step};
use trygg::store::Store;

use super::desk::{self, Desk};

/// What a hand can type or paste: the interface takes in nothing else.
fn typed(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The demo's first family, which all may be about, and a child of it.
fn lindstrom(desk: &Desk) -> (FamilyName, MemberName) {
    let family = <Store as Directory>::families(&desk.store, "lind").unwrap().remove(0);
    let child = desk.store.members(family.id).unwrap().into_iter().find(|one| one.role == MemberRole::Child);
    (family, child.unwrap())
}

/// The first byte chooses where one stands and what a line is without a kind; the rest is the line.
pub fn quick_line(bytes: &[u8]) {
    let [how, line @ ..] = bytes else { return };
    let line = typed(line);
    desk::with(|desk| {
        let family = (how & 1 == 0).then(|| lindstrom(desk).0);
        let kind = RecordKind::TAKEN[usize::from(how >> 1) % RecordKind::TAKEN.len()];
        let context = Context { today: desk::today(), family, kind };
        match read(&line, &context, &desk.store) {
            Ok(reading) => {
                let mut from = 0;
                for part in &reading.parts {
                    assert!(line.get(part.span.clone()).is_some(), "{part:?} stands in no place of {line:?}");
                    assert!(part.span.start >= from || part.span.is_empty(), "{part:?} comes before the one before it");
                    from = from.max(part.span.end);
                    for locale in [&desk.swedish, &desk.english] {
                        let told = locale.line_fault(&line, part);
                        assert_eq!(told.is_some(), part.fault().is_some());
                    }
                }
                let made = reading.session.is_some() || reading.visit.is_some() || reading.task.is_some();
                assert!(!made || reading.fault().is_none(), "{line:?} has a fault and makes a record all the same");
            }
            Err(problem) => desk.tell(&problem),
        }
        for cursor in [0, line.len() / 2, line.len()] {
            match complete(&line, cursor, &context, &desk.store) {
                Ok(offered) => {
                    for one in offered {
                        assert!(line.get(one.replace.clone()).is_some(), "{one:?} stands in no place of {line:?}");
                    }
                }
                Err(problem) => desk.tell(&problem),
            }
        }
        if let Err(problem) = read_step(&line, desk::today(), &desk.store) {
            desk.tell(&problem);
        }
    });
}

pub fn map_line(bytes: &[u8]) {
    let line = typed(bytes);
    desk::with(|desk| {
        let (family, child) = lindstrom(desk);
        let known = desk.store.known_people(child.id).unwrap();
        let drawn = desk.store.maps_of(family.id).unwrap();
        let empty = NetworkMap::new(family.id, child.id, desk::today(), "Bo");
        let last = drawn.of(child.id).next_back().map(|map| &map.value);
        for (map, tongue) in [(&empty, Tongue::Swedish), (last.unwrap_or(&empty), Tongue::English)] {
            let context = EntryContext { map, known: &known, scheme: desk.store.scheme(), tongue };
            let read = read_entry(&line, context);
            for part in &read.parts {
                assert!(line.get(part.span.clone()).is_some(), "{part:?} stands in no place of {line:?}");
            }
            assert!(read.person.is_none() || read.fault().is_none(), "{line:?} has a fault and makes somebody");
            let _ = completions(&line, context);
        }
    });
}
