//! A form as a draft of it is kept: what is typed, where one was, and the version it started from.

use serde::{Deserialize, Serialize};

use super::{Form, Line, Touch};
use crate::domain::entry::Draft;

/// A form as it is kept in a draft.
#[derive(Serialize, Deserialize)]
struct Kept {
    fields: Draft,
    focus: usize,
    version: i64,
}

impl Form {
    /// The form as it is kept in a draft; one that stands as it was opened is not.
    pub(in crate::app) fn kept(&self) -> Option<String> {
        if !self.is_changed() {
            return None;
        }
        let kept = Kept { fields: self.draft(), focus: self.focus, version: self.version() };
        serde_json::to_string(&kept).ok()
    }

    /// What a kept draft says, for whoever is asked whether to throw it away: the note first.
    pub(in crate::app) fn text_of(body: &str) -> String {
        let Ok(kept) = serde_json::from_str::<Kept>(body) else { return body.to_owned() };
        let others = kept.fields.filled().filter(|(key, _)| *key != "note").map(|(_, text)| text);
        let texts: Vec<&str> =
            [kept.fields.get("note")].into_iter().chain(others).filter(|text| !text.is_empty()).collect();
        texts.join(" · ").replace('\n', " ")
    }

    /// What a kept draft says in a field.
    pub(in crate::app) fn kept_text(body: &str, key: &str) -> Option<String> {
        let kept = serde_json::from_str::<Kept>(body).ok()?;
        Some(kept.fields.get(key).to_owned()).filter(|text| !text.is_empty())
    }

    /// Puts a kept draft into the form; false when it is not one of this form.
    pub(in crate::app) fn restore(&mut self, body: &str) -> bool {
        let Ok(kept) = serde_json::from_str::<Kept>(body) else { return false };
        for state in &mut self.fields {
            state.line = Line::new(kept.fields.get(state.field.key));
        }
        self.hidden.mean_all_as(&kept.fields);
        for note in &mut self.notes {
            note.area.select_all();
            note.area.insert_str(kept.fields.get(note.key));
        }
        self.focus = kept.focus.min(self.fields.len().saturating_sub(1));
        self.touch = Touch::Editing;
        // The version the draft started from: if the record has changed since, saving will say so.
        self.target.start_from(kept.version);
        true
    }
}
