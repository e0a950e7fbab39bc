//! Measures and breaks text: columns on the screen, not bytes or letters. What is broken here into rows is drawn as
//! these rows, so that whoever scrolls and whoever draws count alike.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns that a text takes.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A text cut to so many columns; what is cut away leaves `…`.
pub fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for sign in text.graphemes(true) {
        let wide = width(sign);
        if used + wide + 1 > columns {
            break;
        }
        cut.push_str(sign);
        used += wide;
    }
    if columns > 0 {
        cut.push('…');
    }
    cut
}

/// A text cut or filled with blanks to exactly so many columns.
pub fn pad(text: &str, columns: usize) -> String {
    let mut padded = fit(text, columns);
    let missing = columns.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

/// A text with other words in some places. What they take less or more room goes to the next blanks that stand between
/// columns, so that what follows stays where it was.
pub fn replaced(text: &str, with: Vec<(Range<usize>, String)>) -> Cow<'_, str> {
    if with.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    let (mut from, mut was, mut is) = (0, 0, 0);
    for (place, instead) in with {
        let between = &text[from..place.start];
        settle(&mut made, between, between.find("  "), &mut was, &mut is);
        was += width(&text[place.clone()]);
        is += width(&instead);
        made.push_str(&instead);
        from = place.end;
    }
    let rest = &text[from..];
    let at_end = Some(rest.trim_end().len()).filter(|end| *end < rest.len());
    settle(&mut made, rest, rest.find("  ").or(at_end), &mut was, &mut is);
    Cow::Owned(made)
}

/// Writes what stands between two words that were replaced, the blank that begins at a place made wider or narrower.
fn settle(made: &mut String, text: &str, blank: Option<usize>, was: &mut usize, is: &mut usize) {
    let Some(start) = blank.filter(|_| was != is) else { return made.push_str(text) };
    let end = start + text[start..].len() - text[start..].trim_start_matches(' ').len();
    let columns = (end - start + *was).saturating_sub(*is).max(1);
    made.push_str(&text[..start]);
    made.extend(std::iter::repeat_n(' ', columns));
    made.push_str(&text[end..]);
    (*was, *is) = (0, 0);
}

/// Columns before a character of a text.
pub fn column_of(text: &str, characters: usize) -> usize {
    let end = text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte);
    width(&text[..end])
}

/// A text in lines of at most so many columns, broken between words and where it has lines of its own; blanks inside
/// a line stay as they are.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    text.split('\n').flat_map(|line| wrap_line(line, columns)).collect()
}

fn wrap_line(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let mut pieces = pieces(word, columns).into_iter();
        let first = pieces.next().unwrap_or_default();
        match lines.last_mut() {
            Some(line) if line.is_empty() => *line = first,
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(&first);
            }
            _ => lines.push(first),
        }
        lines.extend(pieces);
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// A word in pieces of at most so many columns: one that is too long for a row goes on in the next.
fn pieces(word: &str, columns: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for sign in word.graphemes(true) {
        let wide = width(sign);
        if used > 0 && used + wide > columns {
            pieces.push(String::new());
            used = 0;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(sign);
        }
        used += wide;
    }
    pieces
}

/// A text in rows that keeps the blanks it begins with; the rows after the first are set in a little more.
pub fn wrap_hanging(text: &str, columns: usize) -> Vec<String> {
    let told = text.trim_start_matches(' ');
    let lead = text.len() - told.len();
    let rows = wrap(told, columns.saturating_sub(lead + HANGS).max(1)).into_iter().enumerate();
    let indent = |place| if place == 0 { lead } else { lead + HANGS };
    rows.map(|(place, row)| format!("{:1$}{row}", "", indent(place)).trim_end().to_owned()).collect()
}

/// Columns that a row which goes on is set in.
const HANGS: usize = 2;

/// The part of a text that shows a cursor in a field of so many columns, and the cursor's column in it.
pub fn scrolled(text: &str, cursor: usize, columns: usize) -> (String, usize) {
    let at = column_of(text, cursor);
    let room = columns.saturating_sub(1);
    if at <= room {
        let shown: String = take_columns(text, columns);
        return (shown, at);
    }
    let mut skipped = 0;
    let mut rest = text;
    for sign in text.graphemes(true) {
        if at - skipped <= room {
            break;
        }
        skipped += width(sign);
        rest = &rest[sign.len()..];
    }
    (take_columns(rest, columns), at - skipped)
}

fn take_columns(text: &str, columns: usize) -> String {
    let mut used = 0;
    text.graphemes(true)
        .take_while(|sign| {
            used += width(sign);
            used <= columns
        })
        .collect()
}

/// Columns for labels one under the other: as many as the widest needs with what follows it, but no fewer than given.
pub fn label_columns(labels: impl Iterator<Item = String>, least: u16) -> u16 {
    let widest = labels.map(|label| width(&label)).max().unwrap_or(0);
    u16::try_from(widest + 2).unwrap_or(least).max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_by_columns() {
        for (text, columns, expected) in [
            ("Lindström", 9, "Lindström"),
            ("Lindström", 8, "Lindstr…"),
            ("Lindström", 1, "…"),
            ("Lindström", 0, ""),
            ("漢字漢字", 5, "漢字…"),
            ("漢字漢字", 4, "漢…"),
        ] {
            assert_eq!(fit(text, columns), expected, "{text} in {columns}");
            assert_eq!(width(&pad(text, columns)), columns, "{text} in {columns}");
        }
    }

    #[test]
    fn what_is_replaced_leaves_the_columns_where_they_are() {
        for (text, word, instead, expected) in [
            ("Elias  10  hem", "Elias", "E.", "E.     10  hem"),
            ("träff Elias i dag", "Elias", "E.", "träff E. i dag"),
            ("Ek   hem", "Ek", "A-1", "A-1  hem"),
            ("Ek  hem", "Ek", "A-1234", "A-1234 hem"),
            ("Elias ", "Elias", "E.", "E.    "),
            ("Elias", "Elias", "E.", "E."),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(replaced(text, vec![(at..at + word.len(), instead.to_owned())]), expected);
        }
        assert_eq!(replaced("Elias", Vec::new()), "Elias");
    }

    #[test]
    fn nothing_of_a_text_is_lost_at_any_width() {
        let text = "Ring barnavårdscentralen om https://exempel.se/en/lång/adress?utan=blanksteg idag";
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        for columns in 1..60 {
            let rows = wrap(text, columns);
            assert!(rows.iter().all(|row| width(row) <= columns), "{rows:?}");
            assert_eq!(bare(&rows.concat()), bare(text), "{columns}");
            assert_eq!(bare(&wrap_hanging(text, columns).concat()), bare(text), "{columns}");
        }
    }

    #[test]
    fn a_long_line_follows_its_cursor() {
        assert_eq!(scrolled("abcdef", 6, 10), ("abcdef".to_owned(), 6));
        assert_eq!(scrolled("abcdef", 6, 4), ("def".to_owned(), 3));
        assert_eq!(scrolled("abcdef", 0, 4), ("abcd".to_owned(), 0));
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("en två tre fyra", 7), ["en två", "tre", "fyra"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("en två\n\ntre", 7), ["en två", "", "tre"]);
        assert_eq!(wrap("ja umgängesstödjaren kom", 8), ["ja", "umgänges", "stödjare", "n kom"]);
        assert_eq!(wrap("漢字漢字", 3), ["漢", "字", "漢", "字"]);
        assert_eq!(wrap_hanging(" en två tre fyra", 9), [" en två", "   tre", "   fyra"]);
    }
}
