//! Rows and other values as JSON: the columns in their order, lists as arrays, nothing as null, minutes and other whole
//! numbers as numbers.
//!
//! What is written is safe to show on a terminal: besides what JSON itself escapes, delete, the C1 controls and the
//! characters that turn the direction of text are escaped too.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, Serializer};
use serde_json::{Map, Value};

use crate::domain::entry::{Draft, Form, Shape};
use crate::domain::text::split_list;

/// A record's columns.
pub fn columns(form: &Form, draft: &Draft) -> Map<String, Value> {
    form.fields.iter().map(|field| (field.key.to_owned(), value(field.shape, draft.get(field.key)))).collect()
}

/// A record: its identity, then its columns.
pub fn object(id: i64, form: &Form, draft: &Draft) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("id".to_owned(), id.into());
    object.extend(columns(form, draft));
    object
}

fn value(shape: Shape, text: &str) -> Value {
    match shape {
        _ if shape.is_list() => split_list(text, false).into_iter().map(Value::from).collect(),
        _ if text.is_empty() => Value::Null,
        Shape::Minutes | Shape::Number { .. } | Shape::Step => text.parse::<u32>().map_or(Value::Null, Value::from),
        Shape::Attainment => text.parse::<i8>().map_or(Value::Null, Value::from),
        Shape::Measured { .. } => text.parse::<u32>().map_or_else(|_| Value::from(text), Value::from),
        _ => Value::from(text),
    }
}

/// Writes a value on one line, without the line's end.
///
/// # Errors
/// When it cannot be written.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Escaping(CompactFormatter));
    Ok(value.serialize(&mut serializer)?)
}

/// An array that is written item by item.
pub struct Array<'a> {
    out: &'a mut dyn Write,
    begun: bool,
}

impl<'a> Array<'a> {
    /// Begins an array.
    pub fn new(out: &'a mut dyn Write) -> Self {
        Self { out, begun: false }
    }

    /// Writes an item.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn item(&mut self, value: &impl Serialize) -> io::Result<()> {
        self.out.write_all(if self.begun { b",\n" } else { b"[" })?;
        self.begun = true;
        write(self.out, value)
    }

    /// Ends the array and its line.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn finish(self) -> io::Result<()> {
        self.out.write_all(if self.begun { b"]\n" } else { b"[]\n" })
    }
}

struct Escaping(CompactFormatter);

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut shown = 0;
        for (place, letter) in fragment.char_indices().filter(|(_, letter)| is_steering(*letter)) {
            self.0.write_string_fragment(writer, &fragment[shown..place])?;
            write!(writer, "\\u{:04x}", u32::from(letter))?;
            shown = place + letter.len_utf8();
        }
        self.0.write_string_fragment(writer, &fragment[shown..])
    }
}

/// Every such character fits in four digits.
fn is_steering(letter: char) -> bool {
    matches!(letter, '\u{7f}'..='\u{9f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::session::SESSION;

    #[test]
    fn columns_keep_their_order_and_kinds() {
        let draft = Draft::default()
            .with("case_ref", "2026-1")
            .with("on", "2026-11-19")
            .with("minutes", "90")
            .with("areas", "school;leisure");
        let object = object(7, &SESSION, &draft);
        let keys: Vec<&str> = object.keys().map(String::as_str).collect();
        let expected: Vec<&str> = ["id"].into_iter().chain(SESSION.fields.iter().map(|field| field.key)).collect();
        assert_eq!(keys, expected);
        assert_eq!(object["id"], json!(7));
        assert_eq!(object["minutes"], json!(90));
        assert_eq!(object["areas"], json!(["school", "leisure"]));
        assert_eq!(object["people"], json!([]));
        assert_eq!(object["note"], Value::Null);
    }

    #[test]
    fn nothing_steers_a_terminal() {
        let text = "a\u{1b}[31mb\u{7f}c\u{9b}d\u{202e}e\nåäö";
        let mut out = Vec::new();
        write(&mut out, &text).unwrap();
        assert_eq!(String::from_utf8(out.clone()).unwrap(), r#""a\u001b[31mb\u007fc\u009bd\u202ee\nåäö""#);
        assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
    }

    #[test]
    fn arrays_are_whole_from_nothing_up() {
        for items in [vec![], vec![1], vec![1, 2]] {
            let mut out = Vec::new();
            let mut array = Array::new(&mut out);
            items.iter().for_each(|item| array.item(item).unwrap());
            array.finish().unwrap();
            assert_eq!(serde_json::from_slice::<Vec<i32>>(&out).unwrap(), items);
        }
    }
}
