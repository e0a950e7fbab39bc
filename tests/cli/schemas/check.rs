//! Holds a value against a schema: the part of JSON Schema that the files use, and strictly, so that what a schema does
//! not name is a fault.

use serde_json::{Map, Value};

/// What a schema may say; another word in one is a fault of the schema.
const WORDS: &[&str] = &[
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "items",
    "properties",
    "required",
    "format",
    "additionalProperties",
    "anyOf",
];

/// What differs, each with its place. `named` reads the schema of another file.
pub fn faults(schema: &Value, value: &Value, named: &dyn Fn(&str) -> Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root: schema, named, found: &mut found }.held(schema, value, "");
    found
}

struct Check<'a> {
    root: &'a Value,
    named: &'a dyn Fn(&str) -> Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn fault(&mut self, place: &str, what: impl AsRef<str>) {
        self.found.push(format!("{place}: {}", what.as_ref()));
    }

    fn held(&mut self, schema: &Value, value: &Value, place: &str) {
        let Some(words) = schema.as_object() else {
            return self.fault(place, format!("a schema is no object: {schema}"));
        };
        // {} is anything at all.
        if words.is_empty() {
            return;
        }
        if let Some(unknown) = words.keys().find(|word| !WORDS.contains(&word.as_str())) {
            return self.fault(place, format!("{unknown} is not understood here"));
        }
        if let Some(to) = words.get("$ref").and_then(Value::as_str) {
            return self.referred(to, value, place);
        }
        if let Some(choices) = words.get("anyOf").and_then(Value::as_array) {
            let fits = |choice: &&Value| {
                let mut found = Vec::new();
                Check { root: self.root, named: self.named, found: &mut found }.held(choice, value, place);
                found.is_empty()
            };
            if choices.iter().find(fits).is_none() {
                self.fault(place, format!("{value} is none of the choices"));
            }
            return;
        }
        if let Some(allowed) = words.get("enum").and_then(Value::as_array)
            && !allowed.contains(value)
        {
            self.fault(place, format!("{value} is none of {allowed:?}"));
        }
        if let Some(kind) = words.get("type")
            && !is_of(kind, value)
        {
            return self.fault(place, format!("{value} is not {kind}"));
        }
        if let (Some("date"), Some(text)) = (words.get("format").and_then(Value::as_str), value.as_str())
            && text.parse::<chrono::NaiveDate>().is_err()
        {
            self.fault(place, format!("{value} is no day"));
        }
        match value {
            Value::Array(items) => match words.get("items") {
                Some(one) => {
                    for (number, item) in items.iter().enumerate() {
                        self.held(one, item, &format!("{place}[{number}]"));
                    }
                }
                None => self.fault(place, "nothing says what is in the list"),
            },
            Value::Object(fields) => self.object(words, fields, place),
            _ => {}
        }
    }

    fn object(&mut self, words: &Map<String, Value>, fields: &Map<String, Value>, place: &str) {
        let empty = Map::new();
        let properties = words.get("properties").and_then(Value::as_object).unwrap_or(&empty);
        for name in words.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            if !fields.contains_key(name) {
                self.fault(place, format!("{name} is missing"));
            }
        }
        for (name, value) in fields {
            match properties.get(name).or(words.get("additionalProperties")) {
                Some(schema) => self.held(schema, value, &format!("{place}.{name}")),
                None => self.fault(place, format!("{name} stands in no schema")),
            }
        }
    }

    /// `#/$defs/row` of this file, or `list-people.json#/$defs/row` of another.
    fn referred(&mut self, to: &str, value: &Value, place: &str) {
        let Some((file, inner)) = to.split_once('#') else { return self.fault(place, format!("{to} names no place")) };
        let other = file.strip_suffix(".json").map(|name| (self.named)(name));
        let root = other.as_ref().unwrap_or(self.root);
        match root.pointer(inner) {
            Some(schema) => Check { root, named: self.named, found: &mut *self.found }.held(schema, value, place),
            None => self.fault(place, format!("{to} is not there")),
        }
    }
}

fn is_of(kind: &Value, value: &Value) -> bool {
    match kind {
        Value::Array(kinds) => kinds.iter().any(|kind| is_of(kind, value)),
        Value::String(kind) => match kind.as_str() {
            "null" => value.is_null(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => false,
        },
        _ => false,
    }
}

#[test]
fn what_a_schema_does_not_say_is_a_fault() {
    use serde_json::json;
    let row = json!({
        "$defs": { "row": {
            "type": "object", "required": ["id", "on"],
            "properties": { "id": { "type": "integer" }, "on": { "type": ["string", "null"], "format": "date" } }
        } },
        "type": "array", "items": { "$ref": "#/$defs/row" }
    });
    let held = |value: Value| faults(&row, &value, &|_| Value::Null);
    assert!(held(json!([{ "id": 1, "on": "2026-11-21" }, { "id": 2, "on": null }])).is_empty());
    for (wrong, said) in [
        (json!({}), "is not \"array\""),
        (json!([{ "id": "1", "on": null }]), "[0].id: \"1\" is not"),
        (json!([{ "id": 1 }]), "on is missing"),
        (json!([{ "id": 1, "on": "igår" }]), "is no day"),
        (json!([{ "id": 1, "on": null, "name": "Sara" }]), "name stands in no schema"),
    ] {
        let found = held(wrong);
        assert!(found.len() == 1 && found[0].contains(said), "{found:?}");
    }
}
