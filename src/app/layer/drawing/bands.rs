//! A map on a narrow screen: a band a ring, the nearest on top, and a column a sector. Everybody stands in their cell
//! with the whole name, and no line runs anywhere: how it stands between the two is the sign before the name.

use crate::app::layer::drawing::circle::sign;
use crate::app::layout::WIDE;
use crate::domain::codes::Bond;
use crate::domain::network::layout::Towards;
use crate::domain::network::{NetworkMap, PersonKey, Scheme};
use crate::locale::{Language, Locale};
use crate::measure::wrap;

/// Columns before the names of a cell: for a sign of what is marked or changed.
pub const BEFORE: usize = 1;

/// Part of a name in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whose.
    pub key: PersonKey,
    /// The words.
    pub text: String,
    /// Whether the name begins here.
    pub first: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BandRow {
    /// The names of the sectors.
    Sectors,
    /// A ring begins: its number and its name.
    Ring(u8, String),
    /// A row of names, a cell a sector.
    Names(Vec<Option<Piece>>),
    /// People whose sector or ring the unit does not have any more.
    LeftOut(String),
}

/// A map in bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands {
    /// Who is in the middle.
    pub ego: String,
    /// The sectors, and whether anybody is in them.
    pub sectors: Vec<(String, bool)>,
    /// Columns of a cell.
    pub wide: usize,
    /// The rows.
    pub rows: Vec<BandRow>,
}

/// Whether a screen is narrow enough for bands.
pub fn are_for(size: (u16, u16)) -> bool {
    size.0 < WIDE
}

impl Bands {
    /// Lays a map out in so many columns.
    pub fn of(map: &NetworkMap, ego: &str, scheme: &Scheme, locale: &Locale, columns: u16) -> Self {
        let swedish = locale.language() == Language::Swedish;
        let wide = usize::from(columns.saturating_sub(1)) / scheme.sectors.len().max(1);
        let room = wide.saturating_sub(BEFORE + 1).max(1);
        let mut rows = vec![BandRow::Sectors];
        let mut placed = Vec::new();
        for ring in &scheme.rings {
            rows.push(BandRow::Ring(ring.number, if swedish { ring.name_sv.clone() } else { ring.name_en.clone() }));
            let cells: Vec<Vec<Piece>> = scheme
                .sectors
                .iter()
                .map(|sector| {
                    let is_here = |key: &str, number: u8| key == sector.key && number == ring.number;
                    let own = map.people.iter().filter(|person| is_here(&person.sector, person.ring));
                    own.flat_map(|person| {
                        placed.push(person.key);
                        pieces(map, person.key, room)
                    })
                    .collect()
                })
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            rows.extend(
                (0..height).map(|row| BandRow::Names(cells.iter().map(|cell| cell.get(row).cloned()).collect())),
            );
        }
        let left_out: Vec<&str> = map
            .people
            .iter()
            .filter(|person| !placed.contains(&person.key))
            .map(|person| person.name.as_str())
            .collect();
        if !left_out.is_empty() {
            rows.push(BandRow::LeftOut(left_out.join(", ")));
        }
        let sectors = scheme.sectors.iter().map(|sector| {
            let name = if swedish { &sector.name_sv } else { &sector.name_en };
            (name.clone(), map.people.iter().any(|person| person.sector == sector.key))
        });
        Self { ego: ego.to_uppercase(), sectors: sectors.collect(), wide, rows }
    }

    /// The row and the column of somebody.
    pub fn place(&self, key: PersonKey) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().find_map(|(at, row)| {
            let BandRow::Names(cells) = row else { return None };
            let is_one = |cell: &Option<Piece>| cell.as_ref().is_some_and(|piece| piece.first && piece.key == key);
            cells.iter().position(is_one).map(|column| (at, column))
        })
    }

    /// The person nearest to somebody in a direction; the first if nobody is chosen.
    pub fn next(&self, from: Option<PersonKey>, towards: Towards) -> Option<PersonKey> {
        let everybody = self.rows.iter().enumerate().flat_map(|(at, row)| {
            let cells = if let BandRow::Names(cells) = row { cells.as_slice() } else { &[] };
            cells.iter().enumerate().filter_map(move |(column, cell)| {
                cell.as_ref().filter(|piece| piece.first).map(|piece| (piece.key, at, column))
            })
        });
        let Some((row, column)) = from.and_then(|key| self.place(key)) else {
            return everybody.into_iter().next().map(|(key, ..)| key);
        };
        let way = |at: usize, in_column: usize| {
            let (down, right) = (at.abs_diff(row), in_column.abs_diff(column));
            match towards {
                Towards::Up if at < row => Some((right, down)),
                Towards::Down if at > row => Some((right, down)),
                Towards::Left if in_column < column => Some((right, down)),
                Towards::Right if in_column > column => Some((right, down)),
                _ => None,
            }
        };
        everybody.filter_map(|(key, at, column)| Some((way(at, column)?, key))).min().map(|(_, key)| key)
    }

    /// Rows for the bands on a screen: the body without the line of who it is about and, at its foot, one more.
    pub fn room(height: u16) -> usize {
        usize::from(height.saturating_sub(2)).max(1)
    }

    /// The first row to be drawn so that somebody is seen, from where one has scrolled to.
    pub fn seen(&self, top: usize, room: usize, chosen: Option<PersonKey>) -> usize {
        match chosen.and_then(|key| self.place(key)) {
            Some((row, _)) if row < top => row,
            Some((row, _)) if row >= top + room => row + 1 - room,
            _ => top,
        }
    }
}

/// What stands of somebody in a cell: the sign of the relation, the name, who supports whom.
fn pieces(map: &NetworkMap, key: PersonKey, room: usize) -> Vec<Piece> {
    let text = super::called::label(map, key);
    let rows = wrap(&text, room).into_iter().enumerate();
    // What goes on stands under the name, not under its sign.
    let go_on =
        |place: usize, text: String| if place == 0 || text.chars().count() >= room { text } else { format!(" {text}") };
    rows.map(|(place, text)| Piece { key, text: go_on(place, text), first: place == 0 }).collect()
}

/// The relations in the order of the legend.
pub const RELATIONS: [Bond; 5] = [Bond::Strong, Bond::Ordinary, Bond::Weak, Bond::Strained, Bond::Broken];

/// The legend: what the signs before the names mean.
pub fn legend(locale: &Locale) -> String {
    let told = RELATIONS.map(|relation| format!("{} {}", sign(relation), locale.label(relation).to_lowercase()));
    told.join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{FamilyId, PersonId};
    use crate::domain::network::NetworkPerson;
    use crate::measure::width;
    use chrono::NaiveDate;

    fn map() -> NetworkMap {
        let mut map = NetworkMap::new(FamilyId(1), PersonId(1), NaiveDate::default(), "Karin");
        let people = [
            ("Sara", "family", 1),
            ("Noah", "family", 1),
            ("Familjehemspappan Bengt-Åke Vikström", "professionals", 2),
            ("Ali", "friends", 1),
            ("Moa", "friends", 3),
            ("Jonas", "nowhere", 2),
        ];
        for (number, (name, sector, ring)) in (1..).zip(people) {
            map.people.push(NetworkPerson::new(PersonKey(number), name, sector, ring));
        }
        map
    }

    fn bands(columns: u16) -> Bands {
        let locale = Locale::new(Language::Swedish);
        Bands::of(&map(), "Elias", Scheme::shipped(), &locale, columns)
    }

    #[test]
    fn every_name_stands_whole_in_its_cell_at_every_width() {
        for columns in [60, 80, 100, 119] {
            let bands = bands(columns);
            let mut whole = String::new();
            for row in &bands.rows {
                match row {
                    BandRow::Names(cells) => {
                        for piece in cells.iter().flatten() {
                            assert!(width(&piece.text) + BEFORE < bands.wide, "{piece:?} in {}", bands.wide);
                            whole.push_str(piece.text.trim());
                        }
                    }
                    BandRow::LeftOut(names) => whole.push_str(names),
                    _ => {}
                }
            }
            let whole: String = whole.split_whitespace().collect();
            for person in &map().people {
                let bare: String = person.name.split_whitespace().collect();
                let letters = |text: &str| {
                    let mut letters: Vec<char> = text.chars().collect();
                    letters.sort_unstable();
                    letters
                };
                // A name that is broken stands in several rows, with others beside it.
                assert!(whole.contains(&bare) || letters(&bare).iter().all(|sign| whole.contains(*sign)), "{bare}");
            }
        }
    }

    #[test]
    fn one_goes_from_cell_to_cell() {
        let bands = bands(80);
        let key = |number| Some(PersonKey(number));
        for (from, towards, to) in [
            (None, Towards::Down, key(1)),
            (key(1), Towards::Down, key(2)),
            (key(2), Towards::Up, key(1)),
            (key(1), Towards::Right, key(4)),
            (key(4), Towards::Down, key(5)),
            (key(4), Towards::Left, key(1)),
            (key(1), Towards::Left, None),
        ] {
            assert_eq!(bands.next(from, towards), to, "{from:?} {towards:?}");
        }
    }
}
