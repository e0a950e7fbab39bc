//! Layouts: nobody lies on anybody, everybody lies where they belong, and whoever comes moves as few as can be.

use proptest::prelude::*;

use crate::domain::network::PersonKey;
use crate::domain::network::layout::{Frame, Layout, MarkKind, Node, Sheet, Slope, Spot, Towards};

const TITLES: [u16; 6] = [6, 5, 6, 12, 6, 14];

const SIZES: [Frame; 3] = [Frame { cols: 50, rows: 20 }, Frame { cols: 80, rows: 18 }, Frame { cols: 120, rows: 44 }];

fn sheet(frame: Frame, people: &[(usize, usize, u16)]) -> Sheet {
    let node = |(number, (sector, ring, width)): (u32, &(usize, usize, u16))| Node {
        key: PersonKey(number),
        sector: *sector,
        ring: *ring,
        width: *width,
    };
    Sheet { frame, ego: 5, titles: TITLES.to_vec(), rings: 3, people: (1..).zip(people).map(node).collect() }
}

/// People as sector, ring and width: evenly spread, or most of them in one place, as they are on real maps.
fn people(count: std::ops::RangeInclusive<usize>, widest: u16) -> impl Strategy<Value = Vec<(usize, usize, u16)>> {
    let somewhere = (0..6_usize, 0..3_usize);
    let one = (somewhere.clone(), proptest::bool::ANY, 2..=widest);
    (somewhere, 0..3_u8, proptest::collection::vec(one, count)).prop_map(|(usual, crowd, people)| {
        let place = |(own, crowded, width): ((usize, usize), bool, u16)| match crowd {
            1 if crowded => (usual.0, usual.1, width),
            2 if crowded => (usual.0, own.1, width),
            _ => (own.0, own.1, width),
        };
        people.into_iter().map(place).collect()
    })
}

fn check(sheet: &Sheet, layout: &Layout) -> Result<(), TestCaseError> {
    let mut texts: Vec<Spot> = vec![layout.ego];
    texts.extend(&layout.titles);
    prop_assert_eq!(layout.titles.len(), sheet.titles.len());
    for (node, (key, spot)) in sheet.people.iter().zip(&layout.people) {
        prop_assert_eq!(node.key, *key);
        prop_assert!(spot.width == node.width || spot.width >= 5, "{spot:?} for {node:?}");
        for col in spot.col..spot.end() {
            prop_assert_eq!(layout.region(col, spot.row), Some((node.sector, node.ring)), "{:?}", spot);
        }
        texts.push(*spot);
    }
    for (place, one) in texts.iter().enumerate() {
        prop_assert!(one.width > 0 && one.end() <= sheet.frame.cols && one.row < sheet.frame.rows, "{one:?}");
        for other in &texts[place + 1..] {
            let apart = one.row != other.row || one.end() < other.col || other.end() < one.col;
            prop_assert!(apart, "{:?} and {:?}", one, other);
        }
    }
    let text = |col, row| texts.iter().any(|spot| spot.has(col, row));
    let marks = layout.marks();
    prop_assert!(marks.iter().all(|mark| !text(mark.col, mark.row)));
    for node in &sheet.people {
        for cell in layout.stroke(None, node.key).into_iter().chain(layout.stroke(Some(PersonKey(1)), node.key)) {
            prop_assert!(cell.col < sheet.frame.cols && cell.row < sheet.frame.rows && !text(cell.col, cell.row));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_name_lies_on_another_and_each_where_it_belongs(people in people(1..=40, 18)) {
        for frame in SIZES {
            let sheet = sheet(frame, &people);
            if let Ok(layout) = Layout::of(&sheet) {
                check(&sheet, &layout)?;
                prop_assert_eq!(Layout::of(&sheet), Ok(layout));
            } else {
                prop_assert!(people.len() > 12, "{} in {frame:?}", people.len());
            }
        }
    }

    #[test]
    fn ordinary_names_are_whole(twelve in people(1..=12, 10), forty in people(1..=40, 10)) {
        for (frame, people) in [
            (Frame { cols: 80, rows: 18 }, &twelve),
            (Frame { cols: 160, rows: 44 }, &forty),
        ] {
            let sheet = sheet(frame, people);
            let layout = Layout::of(&sheet).map_err(|_| TestCaseError::fail(format!("too small: {frame:?}")))?;
            for (node, (_, spot)) in sheet.people.iter().zip(&layout.people) {
                prop_assert_eq!(node.width, spot.width);
            }
        }
    }
}

/// How many of those on both layouts lie elsewhere.
fn moved(before: &Layout, after: &Layout) -> usize {
    let stays = |(key, spot): &&(PersonKey, Spot)| before.spot(*key).is_none_or(|was| was == *spot);
    after.people.len() - after.people.iter().filter(stays).count()
}

/// People of real maps: more in the family than elsewhere, names of 3 to 10 letters; the same for a seed.
fn network(seed: usize, count: usize) -> Vec<(usize, usize, u16)> {
    const SECTORS: [usize; 10] = [0, 0, 0, 1, 1, 2, 2, 3, 4, 5];
    let number = |place: usize, of: usize| (seed * 7919 + place * 104_729 + place * place * 31) / 7 % of;
    let width = |place: usize| u16::try_from(3 + number(place * 3 + 1, 8)).unwrap();
    (0..count).map(|place| (SECTORS[number(place, 10)], number(place + 17, 3), width(place))).collect()
}

#[test]
fn whoever_comes_moves_as_few_as_can_be() {
    for (frame, most) in [(Frame { cols: 80, rows: 18 }, 12), (Frame { cols: 160, rows: 44 }, 40)] {
        let (mut comers, mut disturbing, mut there, mut disturbed) = (0, 0, 0, 0);
        for seed in 0..8 {
            let people = network(seed, most);
            for count in 1..most {
                let before = Layout::of(&sheet(frame, &people[..count])).unwrap();
                let larger = sheet(frame, &people[..=count]);
                let after = Layout::of(&larger).unwrap();
                // Drawn anew or drawn on, it is the same drawing.
                assert_eq!(before.after(&larger).as_ref(), Ok(&after));
                let moved = moved(&before, &after);
                comers += 1;
                there += count;
                disturbing += usize::from(moved > 0);
                disturbed += moved;
            }
        }
        // One comer in twenty at most moves anybody, and of those who are there one in thirty at most is moved.
        assert!(20 * disturbing < comers, "{disturbing} of {comers}");
        assert!(30 * disturbed < there, "{disturbed} of {there}");
    }
}

#[test]
fn whoever_moves_or_leaves_moves_nobody_else() {
    let frame = Frame { cols: 120, rows: 44 };
    let mut others = 0;
    for seed in 0..8 {
        let people = network(seed, 25);
        let whole = sheet(frame, &people);
        let before = Layout::of(&whole).unwrap();
        for (place, (_, ring, _)) in people.iter().enumerate() {
            let mut fewer = whole.clone();
            fewer.people.remove(place);
            assert_eq!(moved(&before, &before.after(&fewer).unwrap()), 0);
            let mut other = whole.clone();
            other.people[place].ring = (ring + 1) % 3;
            let after = before.after(&other).unwrap();
            check(&other, &after).unwrap();
            others += moved(&before, &after).saturating_sub(1);
        }
    }
    // Two hundred moves, each with twenty-four others.
    assert!(others < 24, "{others}");
}

#[test]
fn a_frame_without_room_says_so() {
    let one = [(0, 0, 4)];
    for (cols, rows, fits) in [(80, 18, true), (24, 9, true), (23, 20, false), (80, 8, false), (0, 0, false)] {
        assert_eq!(Layout::of(&sheet(Frame { cols, rows }, &one)).is_ok(), fits, "{cols}x{rows}");
    }
    let crowd = vec![(2, 1, 12); 60];
    assert!(Layout::of(&sheet(Frame { cols: 40, rows: 12 }, &crowd)).is_err());
    let wide = Sheet { ego: 200, ..sheet(Frame { cols: 80, rows: 18 }, &[(0, 0, 90)]) };
    let layout = Layout::of(&wide).unwrap();
    assert!(layout.ego.width <= 27 && layout.people[0].1.width <= 28);
    let scheme = crate::domain::network::Scheme::shipped();
    let mut map = super::map("2026-03-09", &["1 Sara family 1", "2 Kim gone 1", "3 Mormor relatives 2"], &[]);
    map.people[2].ring = 9;
    let empty = Sheet::new(Frame { cols: 80, rows: 18 }, scheme, 5, TITLES.to_vec());
    let (sheet, left_out) = empty.with(&map, scheme, |_| 4);
    assert_eq!(left_out, [PersonKey(2), PersonKey(3)]);
    assert_eq!(sheet.people, [Node { key: PersonKey(1), sector: 0, ring: 0, width: 4 }]);
}

#[test]
fn a_shortened_name_is_whole_again_when_there_is_room() {
    let frame = Frame { cols: 50, rows: 20 };
    let people: Vec<(usize, usize, u16)> = (0..40).map(|number| (number % 6, number / 6 % 3, 10)).collect();
    let full = sheet(frame, &people);
    let crowded = Layout::of(&full).unwrap();
    assert!(crowded.people.iter().all(|(_, spot)| spot.width < 10));
    let few = Sheet { people: full.people[..3].to_vec(), ..full };
    assert!(crowded.after(&few).unwrap().people.iter().all(|(_, spot)| spot.width == 10));
}

#[test]
fn arrows_go_to_whom_one_sees() {
    let frame = Frame { cols: 80, rows: 18 };
    let layout = Layout::of(&sheet(frame, &[(0, 2, 4), (1, 2, 4), (2, 2, 4), (4, 2, 4)])).unwrap();
    let next = |from, towards| layout.next(Some(PersonKey(from)), towards).map(|key| key.0);
    assert_eq!(next(1, Towards::Right), Some(2));
    assert_eq!(next(2, Towards::Right), Some(3));
    assert_eq!((next(2, Towards::Down), next(4, Towards::Up)), (Some(4), Some(2)));
    assert_eq!((next(1, Towards::Left), next(2, Towards::Up)), (None, None));
    assert_eq!(layout.next(None, Towards::Down), Some(PersonKey(4)));
    let spot = layout.spot(PersonKey(3)).unwrap();
    assert_eq!((layout.at(spot.col, spot.row), layout.at(0, 0)), (Some(PersonKey(3)), None));
}

#[test]
fn a_stroke_leads_from_one_to_the_other() {
    let layout = Layout::of(&sheet(Frame { cols: 80, rows: 18 }, &[(0, 2, 4), (1, 2, 4)])).unwrap();
    let stroke = layout.stroke(Some(PersonKey(1)), PersonKey(2));
    assert!(stroke.len() > 10 && stroke.windows(2).all(|two| two[0].col.abs_diff(two[1].col) <= 1));
    assert!(layout.stroke(None, PersonKey(2)).iter().all(|cell| cell.slope != Slope::Flat));
    assert!(layout.stroke(None, PersonKey(9)).is_empty());
    let rings = layout.marks().into_iter().filter(|mark| mark.kind == MarkKind::Ring(2)).count();
    assert!(rings > 80, "{rings}");
}
