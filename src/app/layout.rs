//! How the screen is divided; the state needs it to know how much to read, the views to know where to draw.

/// The smallest screen that is drawn on, in columns and rows.
pub const SMALLEST: (u16, u16) = (60, 15);
/// From this width on, panes stand beside one another with all their columns.
pub const WIDE: u16 = 120;

/// Rows above the body: panes, title, rule.
pub const HEAD: u16 = 3;
/// Rows below it: rule, keys.
pub const FOOT: u16 = 2;

/// Rows of the body.
pub fn body(height: u16) -> u16 {
    height.saturating_sub(HEAD + FOOT)
}

/// Columns of a list that stands beside a page, its rule not counted.
pub fn list_beside_page(width: u16) -> u16 {
    if width >= WIDE { 48 } else { 21 }
}

/// Rows of a list of sessions: the body less the line of column names and the five areas.
pub fn session_rows(height: u16) -> u16 {
    body(height).saturating_sub(2)
}

/// Rows of a list of families: the body less the line of column names.
pub fn family_rows(height: u16) -> u16 {
    body(height).saturating_sub(1)
}

/// Rows of hits under the line one jumps by.
pub fn hit_rows(height: u16) -> u16 {
    body(height).saturating_sub(2)
}
