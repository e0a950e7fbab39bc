//! How long a field may be. What nobody types, such as a file put into a cell, is refused before it is stored and
//! drawn.

use super::fault::{Fault, Why};
use super::field::{Draft, Form, Shape};

/// Most signs of a field of one line.
const LONGEST_LINE: u32 = 8_000;

/// Most signs of a note: some forty pages.
const LONGEST_NOTE: u32 = 100_000;

/// So much of what is too long is told.
const TOLD: usize = 40;

/// The fields that are too long.
pub(super) fn too_long(form: &Form, draft: &Draft) -> Vec<Fault> {
    let of = |field: &super::Field| {
        let most = if field.shape == Shape::Note { LONGEST_NOTE } else { LONGEST_LINE };
        let text = draft.get(field.key);
        let is_longer = usize::try_from(most).is_ok_and(|most| text.chars().nth(most).is_some());
        let value = || text.chars().take(TOLD).chain(['…']).collect();
        is_longer.then(|| Fault { field: field.key, value: value(), why: Why::TooLong(most) })
    };
    form.fields.iter().filter_map(of).collect()
}
