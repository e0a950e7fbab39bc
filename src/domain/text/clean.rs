//! Cleaning: what comes in from a keyboard, a paste or a file must not be able to steer a terminal or hide text.
//!
//! Nothing visible is lost: terminal sequences vanish whole only when they are complete; of a broken one only the
//! control character goes. Joiners and direction marks that Arabic, Persian, Hebrew and emoji need stay.

use std::iter::Peekable;
use std::str::Chars;

type Rest<'a> = Peekable<Chars<'a>>;

const ESCAPE: char = '\u{1b}';
const BELL: char = '\u{7}';
/// Control Sequence Introducer as one character.
const CSI: char = '\u{9b}';
/// String Terminator as one character.
const TERMINATOR: char = '\u{9c}';

/// Text for one line: control characters, terminal sequences and hidden direction changes are gone, line breaks and
/// tabs have become single spaces, the ends are trimmed.
pub fn clean_line(text: &str) -> String {
    let note = clean_note(text);
    let pieces: Vec<&str> = note.split('\n').map(str::trim).filter(|piece| !piece.is_empty()).collect();
    pieces.join(" ")
}

/// Text of several lines: as `clean_line`, but line breaks stay, all of them as `\n`, and inner spaces and ends are
/// kept.
pub fn clean_note(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            ESCAPE => rest = after_sequence(&rest).unwrap_or(rest),
            CSI => rest = after_control_sequence(&rest).unwrap_or(rest),
            '\r' => {
                rest.next_if_eq(&'\n');
                clean.push('\n');
            }
            // Vertical tab, form feed, next line, line separator, paragraph separator.
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            // The blank of Braille looks like one and is none.
            '\t' | '\u{2800}' => clean.push(' '),
            hidden if is_hidden(hidden) => {}
            shown => clean.push(shown),
        }
    }
    clean
}

/// Characters that show nothing and change how other text is shown.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        // Soft hyphen, grapheme joiner, Hangul and Mongolian fillers, inherited vowels, old marks of direction and
        // shape, annotation marks, tags: they fill a name that shows nothing, or make two names of one.
        || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
        || matches!(letter, '\u{180e}' | '\u{17b4}' | '\u{17b5}' | '\u{206a}'..='\u{206f}')
        || matches!(letter, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// What comes after the sequence that an escape character began; None unless it is a complete one.
fn after_sequence<'a>(rest: &Rest<'a>) -> Option<Rest<'a>> {
    let mut ahead = rest.clone();
    match ahead.next()? {
        '[' => after_control_sequence(&ahead),
        ']' | 'P' | 'X' | '^' | '_' => after_string(ahead),
        _ => None,
    }
}

/// Parameters, intermediates and the final letter of a control sequence (ECMA-48, 5.4).
fn after_control_sequence<'a>(rest: &Rest<'a>) -> Option<Rest<'a>> {
    let mut ahead = rest.clone();
    while ahead.next_if(|letter| matches!(letter, '0'..='?')).is_some() {}
    while ahead.next_if(|letter| matches!(letter, ' '..='/')).is_some() {}
    ahead.next_if(|letter| matches!(letter, '@'..='~')).map(|_| ahead)
}

/// A title, a link or another control string, if it ends before the line does.
fn after_string(mut ahead: Rest<'_>) -> Option<Rest<'_>> {
    loop {
        match ahead.next()? {
            BELL | TERMINATOR => return Some(ahead),
            ESCAPE if ahead.next_if_eq(&'\\').is_some() => return Some(ahead),
            '\n' | '\r' | ESCAPE => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_steers_the_terminal() {
        for (name, text, line, note) in [
            ("plain", "gick igenom läxorna", "gick igenom läxorna", "gick igenom läxorna"),
            ("colour", "\u{1b}[31mröd\u{1b}[0m", "röd", "röd"),
            ("colour, one character", "\u{9b}31mröd", "röd", "röd"),
            ("title", "a\u{1b}]0;titel\u{7}b", "ab", "ab"),
            ("link", "\u{1b}]8;;http://x\u{1b}\\länk\u{1b}]8;;\u{1b}\\", "länk", "länk"),
            ("broken title keeps its text", "\u{1b}]0;titel\nnästa", "]0;titel nästa", "]0;titel\nnästa"),
            ("a lone escape", "\u{1b}Hej", "Hej", "Hej"),
            ("escape last", "Hej\u{1b}", "Hej", "Hej"),
            ("broken colour", "\u{1b}[31", "[31", "[31"),
            ("bell, delete, null", "a\u{7}b\u{7f}c\0d", "abcd", "abcd"),
            ("direction", "a\u{202e}b\u{2066}c\u{feff}", "abc", "abc"),
            ("soft hyphen", "Lind\u{ad}ström", "Lindström", "Lindström"),
            ("fillers", "\u{3164}\u{115f}\u{1160}\u{ffa0}", "", ""),
            ("braille blank", "\u{2800}", "", " "),
            ("joiners stay", "می\u{200c}خواهم", "می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("windows lines", "a\r\nb\rc", "a b c", "a\nb\nc"),
            ("separators", "a\u{2028}b\u{2029}c\u{85}d", "a b c d", "a\nb\nc\nd"),
            ("tabs and ends", "  a\tb \n", "a b", "  a b \n"),
            ("inner spaces", "a  b", "a  b", "a  b"),
        ] {
            assert_eq!(clean_line(text), line, "{name}");
            assert_eq!(clean_note(text), note, "{name}");
        }
    }

    proptest! {
        #[test]
        fn clean_text_stays_as_it_is(text in any::<String>()) {
            let (line, note) = (clean_line(&text), clean_note(&text));
            prop_assert_eq!(clean_line(&line), line.clone());
            prop_assert_eq!(clean_note(&note), note.clone());
            prop_assert!(!line.chars().any(char::is_control));
            prop_assert!(!note.chars().any(|letter| letter.is_control() && letter != '\n'));
        }
    }
}
