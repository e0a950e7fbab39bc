//! The signs that the terminal at hand can show, and how every sign becomes one that it can.
//!
//! Two questions only: does it read UTF-8, does it have colours? Must not read the environment itself. The last guard
//! against text that would steer the terminal: no control character and no bidirectional override gets past
//! [`Charset::show`].

use std::borrow::Cow;

use deunicode::deunicode_char;
use ratatui::buffer::CellWidth;

/// The signs a terminal can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Charset {
    /// All of Unicode.
    Utf8,
    /// Only ASCII; everything else is transliterated.
    Ascii,
}

/// The colours a terminal can show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// None are sent, and nothing is dimmed: whoever chose the terminal's own two chose their contrast.
    Own,
    /// None are sent; bold, dim, underline and reverse still are.
    None,
    /// The sixteen that every terminal with colours has.
    Ansi16,
}

/// What the terminal at hand can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Capabilities {
    /// Which signs may be sent.
    pub charset: Charset,
    /// Which colours may be sent.
    pub colour: Colour,
}

impl Capabilities {
    /// Decides from the values of `LC_ALL`, `LC_CTYPE`, `LANG`, `NO_COLOR` and `TERM`, which `lookup` finds; a
    /// variable that is empty counts as not there.
    pub fn detect(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let value = |name| lookup(name).filter(|value| !value.is_empty());
        let locale =
            ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(value).unwrap_or_default().to_ascii_lowercase();
        let charset = if locale.contains("utf-8") || locale.contains("utf8") { Charset::Utf8 } else { Charset::Ascii };
        let colour = match (value("NO_COLOR"), value("TERM")) {
            (None, Some(term)) if !monochrome(&term) => Colour::Ansi16,
            _ => Colour::None,
        };
        Self { charset, colour }
    }
}

/// Whether the terminal at hand, by `TERM` and `TMUX`, is one that cannot clear what has scrolled off its screen: the
/// old ones, and GNU screen.
pub fn keeps_scrollback(lookup: impl Fn(&str) -> Option<String>) -> bool {
    let term = lookup("TERM").unwrap_or_default();
    let is_screen = term.starts_with("screen") && lookup("TMUX").is_none();
    is_screen || monochrome(&term) || ["", "ansi", "unknown"].contains(&term.as_str())
}

fn monochrome(term: &str) -> bool {
    let old =
        |series: &str| term.strip_prefix(series).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    term == "dumb" || old("vt1") || old("vt2") || term.ends_with("-mono") || term.ends_with("-m")
}

/// Signs whose ASCII stand-in is chosen by hand, because it has to look alike rather than sound alike.
/// A pair of strings of equal length: each character of the left one becomes the one below it.
pub(super) const LOOKALIKES: [(&str, &str); 11] = [
    // Signs of this program that say something: each has one that no other in the same place has.
    ("✓×╳┄∿≈↓▾○∘‡…↔", "vx#:%&_Vo*\"~&"),
    ("─━┄┅┈┉╌╍╴╶—–‐‑‒−═", "----------------="),
    ("│┃┆┇┊┋╎╏╵╷║¦", "||||||||||||"),
    ("┬┴┼├┤┌┐└┘╭╮╯╰╞╡╪╔╗╚╝╠╣╦╩╬", "+++++++++++++++++++++++++"),
    ("╒╕╘╛╤╧╓╖╙╜╟╢╥╨╫┏┓┗┛┣┫┳┻╋", "++++++++++++++++++++++++"),
    ("▁▂▃▄▅▆▇█", "12345678"),
    ("░▒▓▏▎▍▌▐▀■□▪▫", ".:#||||||#ooo"),
    ("▸▶►▹→⇒›◂◀◄◃←⇐‹▴▲△↑⇑▾▼▽↓⇓", ">>>>>>><<<<<<<^^^^^vvvvv"),
    ("✓✔☑×✗✘✕☒●•◆★○◦◇☆☐", "vvvxxxxx****oooo_"),
    ("“”„‟«»″‘’‚‛′´", "\"\"\"\"\"\"\"''''''"),
    ("·…∿≈≤≥±°§€\u{a0}\u{202f}\u{2009}", ".~~~<>~o$E   "),
];

/// What stands for a sign that must not or cannot be shown.
pub(super) const REPLACEMENT: char = '\u{fffd}';

impl Charset {
    /// What to send for `symbol`, and how many columns it takes: as many as `symbol`, at least one. Never anything a
    /// terminal would obey instead of showing it.
    #[must_use]
    pub fn show(self, symbol: &str) -> (Cow<'_, str>, u16) {
        if let [b' '..=b'~'] = symbol.as_bytes() {
            return (symbol.into(), 1);
        }
        if symbol.chars().any(steers) {
            // ratatui does not measure a lone control character.
            let columns = if symbol.len() == 1 { 1 } else { symbol.cell_width().max(1) };
            return (self.unshowable(columns).into(), columns);
        }
        match (self, symbol.cell_width()) {
            // Nothing to see: a blank, so that the column is not left with what was there before.
            (_, 0) => (" ".into(), 1),
            (Self::Utf8, columns) => (symbol.into(), columns),
            (Self::Ascii, columns) => (transliterate(symbol, columns.into()).into(), columns),
        }
    }

    /// What stands for a sign of so many columns that cannot be shown.
    #[must_use]
    pub fn unshowable(self, columns: u16) -> String {
        let sign = if self == Self::Ascii { '?' } else { REPLACEMENT };
        let blanks = usize::from(columns.saturating_sub(1));
        format!("{sign}{:blanks$}", "")
    }
}

/// Control characters, and those that turn the direction of the text around them or end its line.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn transliterate(symbol: &str, columns: usize) -> String {
    let ascii: String = symbol.chars().map(|c| stand_in(c, columns)).collect();
    let kept: String = ascii.chars().filter(|c| matches!(c, ' '..='~')).take(columns).collect();
    let text = if kept.trim().is_empty() && !symbol.trim().is_empty() { "?" } else { &kept };
    format!("{text:columns$}")
}

fn stand_in(c: char, columns: usize) -> Cow<'static, str> {
    for (signs, ascii) in LOOKALIKES {
        if let Some(at) = signs.chars().position(|sign| sign == c) {
            return ascii[at..=at].into();
        }
    }
    match deunicode_char(c) {
        // Half a letter's sound is a fair hint; half of `1/2` is a wrong number.
        Some(text) if text.trim_end().len() <= columns || c.is_alphabetic() => text.into(),
        Some(_) | None => "?".into(),
    }
}
