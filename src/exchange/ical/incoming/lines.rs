//! From bytes to the parts of a calendar file and their lines, forgiving wherever only one thing can be meant.
//!
//! Lines are opened where they were folded before any letter is read, for a fold may stand inside one. What is not
//! UTF-8 is read as Latin-1. A blank after `BEGIN:VEVENT` is none, and a zone may have a colon in its name.

use crate::domain::text::clean_line;

/// Deepest nesting that is read; calendars need four.
const DEEPEST: usize = 8;

/// What stands around everything.
pub(super) const CALENDAR: &str = "VCALENDAR";

/// Properties whose values have no colon, so that the last one in a line comes before the value.
const OF_TIME: &[&str] = &["DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"];

/// A line: what it is, what is said of it, its value as it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// In capitals.
    pub(super) name: String,
    /// The names in capitals; the values without quotes.
    parameters: Vec<(String, String)>,
    pub(super) value: String,
}

impl Line {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn read(text: &str) -> Option<Self> {
        let name_ends = text.find([':', ';'])?;
        let name = text[..name_ends].trim().to_ascii_uppercase();
        let mut marks = Vec::new();
        let mut is_quoted = false;
        for (place, letter) in text.char_indices().skip_while(|(place, _)| *place < name_ends) {
            match letter {
                '"' => is_quoted = !is_quoted,
                ':' | ';' if !is_quoted => marks.push((place, letter)),
                _ => {}
            }
        }
        let colon = |(_, letter): &&(usize, char)| *letter == ':';
        let is_time = OF_TIME.contains(&name.as_str());
        let (value_begins, _) = *if is_time { marks.iter().rfind(colon) } else { marks.iter().find(colon) }?;
        let mut parameters = Vec::new();
        let edges: Vec<usize> = marks
            .iter()
            .filter(|(place, letter)| *letter == ';' && *place < value_begins)
            .map(|(place, _)| *place)
            .collect();
        for (number, begins) in edges.iter().enumerate() {
            let ends = edges.get(number + 1).copied().unwrap_or(value_begins);
            if let Some((name, value)) = text[begins + 1..ends].split_once('=') {
                parameters.push((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()));
            }
        }
        Some(Self { name, parameters, value: text[value_begins + 1..].trim().to_owned() })
    }
}

/// A part of the file: an event, a zone, the calendar itself.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// In capitals.
    pub(super) name: String,
    /// The line of the file that it begins with, counted from one.
    pub(super) begins: u64,
    pub(super) lines: Vec<Line>,
    pub(super) parts: Vec<Part>,
}

impl Part {
    /// The first line of a name.
    pub(super) fn line(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name)
    }

    /// All lines of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Line> {
        self.lines.iter().filter(move |line| line.name == name)
    }

    /// The value of the first line of a name.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.line(name).map(|line| line.value.as_str())
    }

    /// The same as a word in capitals, for values of a closed list.
    pub(super) fn word(&self, name: &str) -> String {
        self.value(name).unwrap_or_default().to_ascii_uppercase()
    }

    /// The value of a text, without its escapes and on one line.
    pub(super) fn text(&self, name: &str) -> String {
        let parts = unescaped(self.value(name).unwrap_or_default());
        clean_line(&parts.join(","))
    }

    /// The values of all texts of a name, such as categories, each without its escapes and on one line.
    pub(super) fn texts(&self, name: &str) -> Vec<String> {
        let all = self.all(name).flat_map(|line| unescaped(&line.value));
        all.map(|text| clean_line(&text)).filter(|text| !text.is_empty()).collect()
    }

    /// The parts of a name.
    pub(super) fn parts_called<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Part> {
        self.parts.iter().filter(move |part| part.name == name)
    }
}

/// A text without its escapes, parted at the commas that are not escaped.
fn unescaped(value: &str) -> Vec<String> {
    let (mut parts, mut plain) = (Vec::new(), String::new());
    let mut rest = value.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => match rest.next() {
                Some('n' | 'N') => plain.push('\n'),
                Some(escaped) => plain.push(escaped),
                None => {}
            },
            ',' => parts.push(std::mem::take(&mut plain)),
            _ => plain.push(letter),
        }
    }
    parts.push(plain);
    parts
}

/// Why a file is no calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoCalendar {
    /// There is none in it.
    None,
    /// Its end is missing.
    CutOff,
}

/// The calendars of a file. Lines before, between and after them are none of ours.
pub(super) fn calendars(bytes: &[u8]) -> Result<Vec<Part>, NoCalendar> {
    let (mut open, mut found): (Vec<Part>, Vec<Part>) = Default::default();
    let mut too_deep = 0_usize;
    for (number, line) in Unfolded::of(bytes) {
        let Some(line) = Line::read(&line) else { continue };
        let value = || line.value.to_ascii_uppercase();
        match line.name.as_str() {
            "BEGIN" if open.is_empty() && value() != CALENDAR => {}
            "BEGIN" if open.len() == DEEPEST => too_deep += 1,
            "BEGIN" => open.push(Part { name: value(), begins: number, ..Part::default() }),
            "END" if too_deep > 0 => too_deep -= 1,
            // What was never ended ends with what it stands in.
            "END" if open.iter().any(|part| part.name == value()) => {
                while let Some(ended) = open.pop() {
                    let is_it = ended.name == value();
                    match open.last_mut() {
                        Some(around) => around.parts.push(ended),
                        None => found.push(ended),
                    }
                    if is_it {
                        break;
                    }
                }
            }
            "END" => {}
            _ => {
                if let (Some(part), 0) = (open.last_mut(), too_deep) {
                    part.lines.push(line);
                }
            }
        }
    }
    match (open.is_empty(), found.is_empty()) {
        (false, _) => Err(NoCalendar::CutOff),
        (true, true) => Err(NoCalendar::None),
        (true, false) => Ok(found),
    }
}

/// The lines of a file without their folds (line ends that a blank or a tab follows), each with the number of the line
/// that it begins with.
struct Unfolded<'a> {
    rest: Option<&'a [u8]>,
    number: u64,
}

impl<'a> Unfolded<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { rest: Some(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)), number: 1 }
    }
}

impl Iterator for Unfolded<'_> {
    type Item = (u64, String);

    fn next(&mut self) -> Option<Self::Item> {
        let mut rest = self.rest.take()?;
        let begins = self.number;
        let mut line = Vec::new();
        loop {
            rest = match rest {
                [] => break,
                [b'\r', b'\n', b' ' | b'\t', after @ ..] | [b'\r' | b'\n', b' ' | b'\t', after @ ..] => {
                    self.number += 1;
                    after
                }
                [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..] => {
                    self.number += 1;
                    self.rest = Some(after);
                    break;
                }
                [first, after @ ..] => {
                    line.push(*first);
                    after
                }
            };
        }
        Some((begins, decoded(&line)))
    }
}

fn decoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().copied().map(char::from));
    }
    text
}
