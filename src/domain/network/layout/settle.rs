//! Places everybody, and divides the circle otherwise where somebody finds no room.

use std::collections::BTreeMap;

use super::field::{Field, Plane, Region, Shape};
use super::place::Board;
use super::sheet::{Frame, Node, Sheet};
use super::{Layout, Spot, place};
use crate::domain::network::person::PersonKey;

/// The smallest frame in which a circle can be told from its rings.
const LEAST: Frame = Frame { cols: 24, rows: 9 };

/// The widest that names may be, one after the other, until all fit; and how often room is made before the next is
/// tried. An ordinary name has ten letters at most: the circle may be divided very unevenly before one is shortened,
/// and not much for the sake of a longer one.
const CAPS: &[(u16, u32)] = &[(28, 8), (16, 16), (10, 72), (8, 72), (6, 72), (5, 72)];

/// The fewest columns a title is shortened to.
const SHORT_TITLE: u16 = 4;

/// Lays a sheet out from the beginning; none where the frame is too small.
pub fn anew(sheet: &Sheet) -> Option<Layout> {
    if sheet.frame.cols < LEAST.cols || sheet.frame.rows < LEAST.rows || sheet.titles.is_empty() || sheet.rings == 0 {
        return None;
    }
    let plane = Plane::of(sheet.frame);
    // Where no name is as wide as a cap, the next one is tried only if it shortens one.
    let widest = widest(sheet);
    let caps = CAPS.iter().enumerate().filter(|(place, (cap, _))| *place == 0 || *cap < widest);
    caps.into_iter()
        .find_map(|(_, (cap, _))| Table::new(sheet, &plane, Shape::equal(sheet, *cap)).settle(&BTreeMap::new()))
}

/// Lays a sheet out around what stands; none where it has to be done anew.
pub fn after(earlier: &Layout, sheet: &Sheet) -> Option<Layout> {
    if earlier.frame != sheet.frame || !earlier.shape.suits(sheet) {
        return None;
    }
    let plane = Plane::of(sheet.frame);
    let kept = earlier.people.iter().copied().collect();
    Table::new(sheet, &plane, earlier.shape.clone()).settle(&kept)
}

fn widest(sheet: &Sheet) -> u16 {
    sheet.people.iter().map(|node| node.width).max().unwrap_or_default()
}

/// How often room is made for names that are so wide and are not to be wider than the cap.
fn tries(cap: u16, widest: u16) -> u32 {
    let width = widest.min(cap);
    CAPS.iter().rev().find(|(cap, _)| *cap >= width).map_or(0, |(_, tries)| *tries)
}

/// A layout that is being made.
struct Table<'a> {
    sheet: &'a Sheet,
    plane: &'a Plane,
    shape: Shape,
    field: Field,
    board: Board,
    ego: Spot,
    titles: Vec<Spot>,
    spots: Vec<Option<Spot>>,
    tries: u32,
    most_tries: u32,
}

impl<'a> Table<'a> {
    fn new(sheet: &'a Sheet, plane: &'a Plane, shape: Shape) -> Self {
        let Frame { cols, rows } = sheet.frame;
        let width = sheet.ego.clamp(1, cols / 3);
        Self {
            field: Field::of(plane, &shape),
            board: Board::new(sheet.frame),
            ego: Spot { col: (cols - width) / 2, row: rows / 2, width },
            titles: Vec::new(),
            spots: vec![None; sheet.people.len()],
            tries: 0,
            most_tries: tries(shape.cap, widest(sheet)),
            sheet,
            plane,
            shape,
        }
    }

    /// Places all, those who are kept first where they were.
    fn settle(mut self, kept: &BTreeMap<PersonKey, Spot>) -> Option<Layout> {
        while let Err(region) = self.clear() {
            self.make_room(region)?;
        }
        for (place, node) in self.sheet.people.iter().enumerate() {
            if let Some(spot) = kept.get(&node.key).filter(|spot| self.may_stay(node, **spot)) {
                self.board.take(*spot);
                self.spots[place] = Some(*spot);
            }
        }
        for place in 0..self.sheet.people.len() {
            if self.spots[place].is_some() {
                continue;
            }
            let mut failed = self.put(place).err();
            while let Some(region) = failed {
                self.make_room(region)?;
                // Those who stood further on have to look for room again in their turn.
                failed = self.clear().and_then(|()| (0..=place).try_for_each(|place| self.put(place))).err();
            }
        }
        let people = self.sheet.people.iter().zip(&self.spots);
        let people = people.map(|(node, spot)| spot.map(|spot| (node.key, spot))).collect::<Option<Vec<_>>>()?;
        let Self { sheet, shape, field, ego, titles, .. } = self;
        let texts = titles.iter().chain(people.iter().map(|(_, spot)| spot)).chain([&ego]);
        let texts = place::covered(sheet.frame, texts.copied());
        Some(Layout { frame: sheet.frame, ego, titles, people, shape, field, texts })
    }

    fn width(&self, node: &Node) -> u16 {
        node.width.clamp(1, self.shape.cap)
    }

    fn may_stay(&self, node: &Node, spot: Spot) -> bool {
        let region = Region { sector: node.sector, ring: node.ring };
        spot.width == self.width(node) && self.field.holds(self.sheet.frame, spot, region) && self.board.is_free(spot)
    }

    fn make_room(&mut self, region: Region) -> Option<()> {
        self.tries += 1;
        self.shape.make_room(region);
        (self.tries <= self.most_tries).then_some(())
    }

    /// Begins with an empty board: the person in the middle, and the titles. A region that has no room for its title is
    /// handed back.
    fn clear(&mut self) -> Result<(), Region> {
        self.field = Field::of(self.plane, &self.shape);
        self.board = Board::new(self.sheet.frame);
        self.board.take(self.ego);
        self.spots.fill(None);
        self.titles.clear();
        for (sector, width) in self.sheet.titles.iter().enumerate() {
            let outside = Region { sector, ring: self.sheet.rings };
            let inside = Region { sector, ring: self.sheet.rings.saturating_sub(1) };
            let width = (*width).max(1);
            let widths = [width, width.min(8), width.min(6), width.min(SHORT_TITLE)];
            let find = |region| widths.iter().find_map(|width| self.board.find(&self.field, region, *width, false));
            let spot = find(outside).or_else(|| find(inside)).ok_or(outside)?;
            self.board.take(spot);
            self.titles.push(spot);
        }
        Ok(())
    }

    /// Finds room for one; the region that has none is handed back.
    fn put(&mut self, place: usize) -> Result<(), Region> {
        let Some(node) = self.sheet.people.get(place) else { return Ok(()) };
        let region = Region { sector: node.sector, ring: node.ring };
        let width = self.width(node);
        let spot = self.board.find(&self.field, region, width, self.shape.is_tight(region)).ok_or(region)?;
        self.board.take(spot);
        self.spots[place] = Some(spot);
        Ok(())
    }
}
