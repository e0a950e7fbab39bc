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

/// A cell of a file as it is meant: without the apostrophe of [`guard`]; and the text within `="..."`, which is how
/// spreadsheets are made to take `007` or `1-2` as text.
pub fn read(cell: &str) -> Cow<'_, str> {
    let bare = unguard(cell);
    let quoted = cell.trim().strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    match quoted.map(|inner| inner.replace("\"\"", "\u{0}")) {
        Some(inner) if bare == cell && !inner.contains('"') => Cow::Owned(inner.replace('\u{0}', "\"")),
        _ => Cow::Borrowed(bare),
    }
}

/// What a spreadsheet shows where it could not work out a value, in English and in Swedish.
const ERRORS: &[&str] = &[
    "#NULL!",
    "#DIV/0!",
    "#VALUE!",
    "#REF!",
    "#NAME?",
    "#NUM!",
    "#N/A",
    "#GETTING_DATA",
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#UNKNOWN!",
    "#SKÄRNING!",
    "#DIVISION/0!",
    "#VÄRDEFEL!",
    "#REFERENS!",
    "#NAMN?",
    "#OGILTIGT!",
    "#SAKNAS!",
];

/// Whether a cell holds an error of a spreadsheet and no value.
pub fn is_error(cell: &str) -> bool {
    ERRORS.contains(&cell.trim())
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

    #[test]
    fn text_in_a_formula_is_text() {
        for (cell, read_as) in [
            ("=\"B-1\"", "B-1"),
            ("=\"a \"\"b\"\"\"", "a \"b\""),
            ("'=\"B-1\"", "=\"B-1\""),
            ("=\"a\"&\"b\"", "=\"a\"&\"b\""),
            ("=1+1", "=1+1"),
            ("B-1", "B-1"),
        ] {
            assert_eq!(read(cell), read_as, "{cell}");
        }
    }

    #[test]
    fn errors_are_no_values() {
        for (cell, is) in [("#REF!", true), (" #SAKNAS! ", true), ("#N/A", true), ("#1", false), ("", false)] {
            assert_eq!(is_error(cell), is, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_comes_back(cell in "['=+@a\\-\t]{0,6}") {
            let written = guard(&cell);
            prop_assert_eq!(unguard(&written), cell.as_str());
            prop_assert_eq!(read(&written), cell.as_str());
            prop_assert!(!written.starts_with(['=', '+', '-', '@', '\t']));
        }
    }
}
