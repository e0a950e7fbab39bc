//! The only place that measures text: columns on the screen, not bytes or letters.

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
        match lines.last_mut() {
            Some(line) if line.is_empty() => *line = fit(word, columns),
            Some(line) if width(line) + 1 + width(word) <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(fit(word, columns)),
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

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
    }
}
