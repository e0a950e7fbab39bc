//! Keeps the cells of a CSV file from becoming formulas when a spreadsheet opens it.
//!
//! A cell that begins with `=`, `+`, `-`, `@` or a tab is written with an apostrophe before it, which spreadsheets
//! take as "this is text"; so is one that already has apostrophes before such a sign. Reading takes one apostrophe
//! away where it stands before such a sign, so that what was written comes back letter for letter. XLSX cells have a
//! type and need none of this.

use std::borrow::Cow;

const APOSTROPHE: char = '\'';

/// A cell as it is written.
pub fn guard(cell: &str) -> Cow<'_, str> {
    if is_dangerous(cell) { Cow::Owned(format!("{APOSTROPHE}{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was before [`guard`].
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix(APOSTROPHE) {
        Some(rest) if is_dangerous(rest) => rest,
        _ => cell,
    }
}

fn is_dangerous(cell: &str) -> bool {
    cell.trim_start_matches(APOSTROPHE).starts_with(['=', '+', '-', '@', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+46 70 123", "'+46 70 123"),
            ("- ringde", "'- ringde"),
            ("@mamma", "'@mamma"),
            ("'=1", "''=1"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
            ("2=+1", "2=+1"),
            ("", ""),
        ] {
            assert_eq!(guard(cell), written, "{cell}");
            assert_eq!(unguard(written), cell, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_comes_back(cell in "['=+@a\\-\t]{0,6}") {
            let written = guard(&cell);
            prop_assert_eq!(unguard(&written), cell.as_str());
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t']));
        }
    }
}
