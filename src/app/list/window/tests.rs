//! Windows on a list in which others write.

use std::cell::RefCell;

use proptest::prelude::*;

use super::*;

/// A row that stands where its name comes among the others'; two of one name by number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    name: u32,
    number: u32,
}

impl Placed for Row {
    type Place = (u32, u32);
    type Id = u32;

    fn stands(&self) -> (u32, u32) {
        (self.name, self.number)
    }

    fn which(&self) -> u32 {
        self.number
    }
}

/// A list that somebody else writes in, and how often it was read.
#[derive(Debug, Default)]
struct List {
    rows: Vec<Row>,
    asked: RefCell<usize>,
}

impl List {
    fn of(names: impl IntoIterator<Item = u32>) -> Self {
        let rows = names.into_iter().map(|name| Row { name, number: name }).collect();
        Self { rows, asked: RefCell::default() }
    }

    fn add(&mut self, name: u32, number: u32) {
        self.rows.push(Row { name, number });
        self.rows.sort_by_key(Placed::stands);
    }

    fn remove(&mut self, number: u32) {
        self.rows.retain(|row| row.number != number);
    }

    /// Rows of a window, as the store finds them.
    fn read(&self, seek: Seek<(u32, u32)>, limit: usize) -> Result<Vec<Row>, Problem> {
        *self.asked.borrow_mut() += 1;
        let from = |place: (u32, u32)| self.rows.partition_point(|row| row.stands() < place);
        let after = |place: (u32, u32)| self.rows.partition_point(|row| row.stands() <= place);
        let down = |at: usize| self.rows[at..(at + limit).min(self.rows.len())].to_vec();
        let up = |at: usize| self.rows[at.saturating_sub(limit)..at].to_vec();
        Ok(match seek {
            Seek::First => down(0),
            Seek::Last => up(self.rows.len()),
            Seek::From(place) => down(from(place)),
            Seek::After(place) => down(after(place)),
            Seek::Before(place) => up(from(place)),
        })
    }
}

fn begun(page: u16, list: &List) -> Window<Row> {
    let mut window = Window::default();
    window.measure(page);
    window.again(|seek, limit| list.read(seek, limit)).unwrap();
    window
}

/// The first name of the page, how many rows it has, and the marked name.
fn seen(window: &Window<Row>) -> (u32, usize, u32) {
    let first = window.rows().first().map_or(0, |row| row.name);
    (first, window.rows().len(), window.current().map_or(0, |row| row.name))
}

#[test]
fn the_page_turns_at_its_edge() {
    let list = List::of(1..=25);
    let mut window = begun(10, &list);
    for (way, is) in [
        (Move::Up, (1, 10, 1)),
        (Move::Down, (1, 10, 2)),
        (Move::PageDown, (11, 10, 12)),
        (Move::PageDown, (21, 5, 22)),
        (Move::PageDown, (21, 5, 25)),
        (Move::Down, (21, 5, 25)),
        (Move::First, (1, 10, 1)),
        (Move::Last, (16, 10, 25)),
        (Move::PageDown, (16, 10, 25)),
        (Move::PageUp, (6, 10, 15)),
        (Move::PageUp, (1, 10, 5)),
        (Move::PageUp, (1, 10, 1)),
        (Move::PageUp, (1, 10, 1)),
    ] {
        window.go(way, |seek, limit| list.read(seek, limit)).unwrap();
        assert_eq!(seen(&window), is, "{way:?}");
    }
}

#[test]
fn what_stands_on_the_page_is_not_read_for() {
    let list = List::of(1..=25);
    let mut window = begun(10, &list);
    let before = *list.asked.borrow();
    for way in [Move::Down, Move::Down, Move::Up, Move::Up, Move::Up, Move::First, Move::PageUp] {
        window.go(way, |seek, limit| list.read(seek, limit)).unwrap();
    }
    assert_eq!(*list.asked.borrow(), before);
    window.go(Move::PageDown, |seek, limit| list.read(seek, limit)).unwrap();
    assert_eq!(*list.asked.borrow(), before + 1);
}

#[test]
fn a_list_that_shrinks_keeps_the_marker_inside() {
    let mut list = List::of(1..=25);
    let mut window = begun(10, &list);
    window.go(Move::Last, |seek, limit| list.read(seek, limit)).unwrap();
    list.rows.truncate(3);
    assert!(!window.again(|seek, limit| list.read(seek, limit)).unwrap(), "25 is gone");
    assert_eq!(seen(&window), (1, 3, 3));
    assert!(window.is_all());
    list.rows.clear();
    window.again(|seek, limit| list.read(seek, limit)).unwrap();
    assert_eq!((window.rows().len(), window.marker(), window.current()), (0, 0, None));
    for way in [Move::Down, Move::Up, Move::PageDown, Move::PageUp, Move::First, Move::Last] {
        window.go(way, |seek, limit| list.read(seek, limit)).unwrap();
        assert_eq!(window.current(), None, "{way:?}");
    }
}

#[test]
fn what_is_removed_gives_its_place_to_the_next() {
    for (number, next) in [(11, 12), (14, 15), (20, 21)] {
        let mut list = List::of(1..=25);
        let mut window = begun(10, &list);
        window.go(Move::PageDown, |seek, limit| list.read(seek, limit)).unwrap();
        assert!(window.mark(number));
        list.remove(number);
        assert!(!window.again(|seek, limit| list.read(seek, limit)).unwrap());
        assert_eq!(window.current().map(|row| row.name), Some(next), "{number}");
    }
    // The last of all gives it to the one before.
    let mut list = List::of(1..=21);
    let mut window = begun(10, &list);
    (0..2).for_each(|_| window.go(Move::PageDown, |seek, limit| list.read(seek, limit)).unwrap());
    assert_eq!(seen(&window), (21, 1, 21));
    list.remove(21);
    window.again(|seek, limit| list.read(seek, limit)).unwrap();
    assert_eq!(seen(&window), (11, 10, 20));
}

#[test]
fn what_others_add_above_moves_neither_the_page_nor_what_is_marked() {
    let mut list = List::of((10..=300).step_by(10));
    let mut window = begun(10, &list);
    window.go(Move::PageDown, |seek, limit| list.read(seek, limit)).unwrap();
    window.go(Move::Down, |seek, limit| list.read(seek, limit)).unwrap();
    list.add(15, 1000);
    assert!(window.again(|seek, limit| list.read(seek, limit)).unwrap());
    assert_eq!(seen(&window), (110, 10, 120));
    // On the page itself it is seen, also above the first of all.
    list.add(115, 1001);
    assert!(window.again(|seek, limit| list.read(seek, limit)).unwrap());
    assert_eq!((seen(&window), window.rows()[1].number), ((110, 10, 120), 1001));
    window.go(Move::First, |seek, limit| list.read(seek, limit)).unwrap();
    list.add(1, 1002);
    assert!(window.again(|seek, limit| list.read(seek, limit)).unwrap());
    assert_eq!((seen(&window), window.marker()), ((1, 10, 10), 1));
}

#[test]
fn what_is_pushed_over_the_edge_is_found_again() {
    let mut list = List::of((10..=300).step_by(10));
    let mut window = begun(10, &list);
    window.mark(100);
    list.add(1, 1000);
    assert!(!window.again(|seek, limit| list.read(seek, limit)).unwrap(), "100 is on the page no more");
    window.find((100, 100), |seek, limit| list.read(seek, limit)).unwrap();
    assert_eq!(window.current().map(|row| row.number), Some(100));
}

#[test]
fn a_place_is_found_with_what_is_around_it() {
    let list = List::of(1..=25);
    let mut window = begun(10, &list);
    for (place, is) in [
        ((0, 0), (1, 10, 1)),
        ((1, 1), (1, 10, 1)),
        ((5, 5), (1, 10, 5)),
        ((6, 6), (1, 10, 6)),
        ((7, 7), (2, 10, 7)),
        ((13, 13), (8, 10, 13)),
        // Nothing stands there: what comes after.
        ((13, 99), (9, 10, 14)),
        ((22, 22), (16, 10, 22)),
        ((25, 25), (16, 10, 25)),
        ((99, 99), (16, 10, 25)),
    ] {
        window.find(place, |seek, limit| list.read(seek, limit)).unwrap();
        assert_eq!(seen(&window), is, "{place:?}");
    }
    // A list that fits is shown whole, wherever one begins in it.
    let list = List::of(1..=7);
    for place in 0..9 {
        let mut window = begun(10, &list);
        window.find((place, place), |seek, limit| list.read(seek, limit)).unwrap();
        assert_eq!((seen(&window).0, seen(&window).1, window.is_all()), (1, 7, true), "{place}");
    }
}

#[test]
fn another_size_keeps_what_is_marked_and_leaves_no_gap() {
    let list = List::of(1..=25);
    for (before, after) in [(10, 4), (10, 24), (10, 25), (10, 40), (4, 10), (3, 1), (1, 9)] {
        for downs in 0..25 {
            let mut window = begun(before, &list);
            (0..downs).for_each(|_| window.go(Move::Down, |seek, limit| list.read(seek, limit)).unwrap());
            window.measure(after);
            let marked = window.current().unwrap().clone();
            if !window.again(|seek, limit| list.read(seek, limit)).unwrap() {
                window.find(marked.stands(), |seek, limit| list.read(seek, limit)).unwrap();
            }
            assert_eq!(window.current(), Some(&marked), "{before} to {after}, {downs}");
            assert_eq!(window.rows().len(), usize::from(after).min(25), "{before} to {after}, {downs}");
        }
    }
}

proptest! {
    /// Whoever walks row by row meets every row once, whatever the size of the page, both ways.
    #[test]
    fn a_walk_meets_every_row(count in 0_u32..60, page in 1_u16..20, turns in prop::collection::vec(0_u8..6, 0..30)) {
        let list = List::of(1..=count);
        let mut window = begun(page, &list);
        let read = |seek: Seek<(u32, u32)>, limit: usize| list.read(seek, limit);
        for turn in turns {
            let ways = [Move::Down, Move::Up, Move::PageDown, Move::PageUp, Move::First, Move::Last];
            let before = window.current().map_or(0, |row| row.name);
            window.go(ways[usize::from(turn)], read).unwrap();
            let now = window.current().map_or(0, |row| row.name);
            let page = u32::from(page);
            let is = match ways[usize::from(turn)] {
                Move::Down => (before + 1).min(count),
                Move::Up => before.saturating_sub(1).max(1).min(count),
                Move::PageDown => (before + page).min(count),
                Move::PageUp => before.saturating_sub(page).max(1).min(count),
                Move::First => 1_u32.min(count),
                Move::Last => count,
            };
            prop_assert_eq!(now, is);
            let shown: Vec<u32> = window.rows().iter().map(|row| row.name).collect();
            prop_assert!(shown.windows(2).all(|two| two[0] + 1 == two[1]), "{:?}", shown);
        }
        window.go(Move::First, read).unwrap();
        for name in 1..=count {
            prop_assert_eq!(window.current().map(|row| row.name), Some(name));
            window.go(Move::Down, read).unwrap();
        }
        for name in (1..=count).rev() {
            prop_assert_eq!(window.current().map(|row| row.name), Some(name));
            window.go(Move::Up, read).unwrap();
        }
    }
}
