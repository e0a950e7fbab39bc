//! A drawing laid out: whose it is, where everybody stands, and how each relation is shown.

use crate::app::layout::{WIDE, body};
use crate::domain::codes::Bond;
use crate::domain::network::layout::{Frame, Layout, Sheet};
use crate::domain::network::{NetworkMap, PersonKey, Scheme};
use crate::locale::{Language, Locale};

/// A map laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Circle {
    /// Where everything is.
    pub layout: Layout,
    /// The name in the middle.
    pub ego: String,
    /// The titles of the sectors.
    pub titles: Vec<String>,
    /// People whose sector or ring the unit does not have any more.
    pub left_out: Vec<PersonKey>,
}

/// Columns beside the drawing for what changed, or for the list.
pub const BESIDE: u16 = 27;

/// Columns beside it on a wide screen.
pub const BESIDE_WIDE: u16 = 46;

/// The frame of a drawing on a screen of a size; narrower where something stands beside it.
pub fn frame((columns, rows): (u16, u16), beside: bool) -> Frame {
    let aside = match (columns >= WIDE, beside) {
        (true, _) => BESIDE_WIDE,
        (false, true) => BESIDE,
        (false, false) => 0,
    };
    Frame { cols: columns.saturating_sub(aside + 2), rows: body(rows).saturating_sub(1) }
}

impl Circle {
    /// Lays a map out; whoever stood somewhere before stays there as far as there is room. None if the frame is too
    /// small for a drawing.
    pub fn of(
        map: &NetworkMap,
        ego: &str,
        scheme: &Scheme,
        locale: &Locale,
        frame: Frame,
        before: Option<&Self>,
    ) -> Option<Self> {
        let swedish = locale.language() == Language::Swedish;
        let title = |sector: &crate::domain::network::Sector| {
            if swedish { sector.name_sv.clone() } else { sector.name_en.clone() }
        };
        let titles: Vec<String> = scheme.sectors.iter().map(title).collect();
        let ego = ego.to_uppercase();
        let wide = |text: &str| u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        let sheet = Sheet::new(frame, scheme, wide(&ego), titles.iter().map(|title| wide(title)).collect());
        let (sheet, left_out) = sheet.with(map, scheme, |key| wide(&super::called::label(map, key)));
        let earlier = before.filter(|before| before.layout.frame == frame && before.ego == ego);
        let layout = earlier.map_or_else(|| Layout::of(&sheet), |before| before.layout.after(&sheet)).ok()?;
        Some(Self { layout, ego, titles, left_out })
    }
}

/// The sign of a relation, beside the name and in the list.
pub fn sign(relation: Bond) -> &'static str {
    match relation {
        Bond::Strong => "═",
        Bond::Ordinary => "─",
        Bond::Weak => "┄",
        Bond::Strained => "∿",
        Bond::Broken => "╳",
    }
}
