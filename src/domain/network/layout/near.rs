//! Who is next to somebody on the drawing: how the arrows choose a person.

use super::{Layout, Spot};
use crate::domain::network::person::PersonKey;

/// A direction on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Towards {
    Left,
    Right,
    Up,
    Down,
}

impl Layout {
    /// The person nearest to somebody in a direction; from the middle if nobody is chosen, or they are not here. None
    /// if nobody is there. What lies aside counts double, so that a row is followed before it is left.
    pub fn next(&self, from: Option<PersonKey>, towards: Towards) -> Option<PersonKey> {
        let (col, row) = middle(from.and_then(|key| self.spot(key)).unwrap_or(self.ego));
        let others = self.people.iter().filter(|(key, _)| Some(*key) != from);
        let reached = others.filter_map(|(key, spot)| {
            let (across, down) = (middle(*spot).0 - col, middle(*spot).1 - row);
            let (ahead, aside) = match towards {
                Towards::Left => (-across, down),
                Towards::Right => (across, down),
                Towards::Up => (-down, across),
                Towards::Down => (down, across),
            };
            (ahead > 0).then_some((ahead + 2 * aside.abs(), spot.row, spot.col, *key))
        });
        reached.min().map(|(.., key)| key)
    }
}

/// The middle of a text in half columns, a row counting as two columns.
fn middle(spot: Spot) -> (i32, i32) {
    (2 * i32::from(spot.col) + i32::from(spot.width), 4 * i32::from(spot.row))
}
