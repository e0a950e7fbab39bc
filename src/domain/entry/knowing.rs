//! Lookups: what a reader asks the casebook before it reads what a person typed: who of the staff is meant, which
//! phases the unit has of its own, and whether the reference is somebody else's. Files are taken as they are written.
//!
//! - An exact name of staff wins; at least two letters that only one name begins with are that name; several are a
//!   fault with candidates, and so is a name that nobody has, with those that are close to it: a slip of the finger
//!   must not become a colleague. Whoever is new in the team is written `ny:Karim`, or with a `+` before the name:
//!   `+Ann` beside a colleague called Anna.
//! - A phase that is none of the programme's must be in use already, or have a `+` before it, which makes it a new one
//!   of the unit's own: `+stöd i skolan` is `stod_i_skolan`.

use std::collections::HashMap;

use super::fault::Why;
use super::field::Shape;
use super::names::{Names, staff_names};
use super::reader::{Reader, Source};
use crate::domain::problem::Problem;
use crate::domain::quickline::words;
use crate::domain::text::{clean_line, fold, identity_of, near};

/// Says that something is new, and no slip of the finger.
const NEW: char = '+';

/// A beginning of a name of staff has no fewer letters.
const SHORTEST_BEGINNING: usize = 2;

/// As many as a person can choose from.
const CANDIDATES: usize = 9;

/// Which record a draft becomes; its own reference is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// A new one.
    New,
    /// The one of this number in its table.
    Record(i64),
}

/// What the casebook answered.
#[derive(Debug)]
pub(super) struct Knowing {
    /// By what was written, folded.
    staff: HashMap<String, Vec<String>>,
    /// All of them, where one was written whom nobody knows.
    everybody: Vec<String>,
    /// The unit's own among them.
    phases: Vec<String>,
}

impl Reader<'_> {
    /// A reader that knows the casebook, for what a person typed; it changes nothing about how a file is read.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn with_lookups(mut self, names: &dyn Names, becomes: Becomes) -> Result<Self, Problem> {
        if matches!(self.source, Source::File(_)) {
            return Ok(self);
        }
        let mut knowing = Knowing { staff: HashMap::new(), everybody: Vec::new(), phases: Vec::new() };
        for field in self.form.fields {
            let text = self.draft.get(field.key);
            match field.shape {
                Shape::Staff | Shape::Colleague => {
                    for name in staff_names(text) {
                        let found = names.staff(&name)?;
                        if found.is_empty() && knowing.everybody.is_empty() {
                            knowing.everybody = names.all_staff()?;
                        }
                        knowing.staff.insert(fold(&name), found);
                    }
                }
                Shape::OpenCode(list) if !text.is_empty() && self.lexicon.meanings(list, text).is_empty() => {
                    knowing.phases = names.phases()?;
                }
                _ => {}
            }
        }
        self.knowing = Some(knowing);
        if let Some(field) = self.taken(names, becomes)? {
            self.fault(field, Why::Taken);
        }
        Ok(self)
    }

    /// The field whose reference another record has.
    fn taken(&self, names: &dyn Names, becomes: Becomes) -> Result<Option<&'static str>, Problem> {
        let (field, there) = match self.form.kind {
            "families" => {
                let written = clean_line(self.draft.get("case_ref"));
                let reference = identity_of(&written);
                let found = if reference.is_empty() { Vec::new() } else { names.families(&written)? };
                let same = found.iter().find(|family| identity_of(&family.case_ref) == reference);
                ("case_ref", same.map(|family| family.id.0))
            }
            "people" => ("ref", names.person(&clean_line(self.draft.get("ref")))?.map(|(person, _)| person.0)),
            _ => return Ok(None),
        };
        Ok(there.filter(|id| becomes != Becomes::Record(*id)).map(|_| field))
    }
}

/// The name after `ny:` or `+`.
fn new_name(written: &str) -> Option<&str> {
    let after_sign = written.split_once(':').filter(|(sign, _)| words::NEW.contains(&fold(sign.trim()).as_str()));
    let name = after_sign.map(|(_, name)| name).or_else(|| written.strip_prefix(NEW))?;
    Some(name.trim()).filter(|name| !name.is_empty())
}

impl Knowing {
    /// Who is meant, or why nobody is.
    pub(super) fn staff(&self, written: &str) -> Result<String, Why> {
        if let Some(new) = new_name(written) {
            return Ok(new.to_owned());
        }
        let folded = fold(written);
        let found = self.staff.get(&folded).map_or(&[][..], Vec::as_slice);
        if let Some(exact) = found.iter().find(|name| fold(name) == folded) {
            return Ok(exact.clone());
        }
        match found {
            [only] if folded.chars().count() >= SHORTEST_BEGINNING => Ok(only.clone()),
            [] => {
                let mut close = near(written, &self.everybody);
                close.truncate(CANDIDATES);
                Err(Why::NoSuchStaff(close))
            }
            several => Err(Why::Ambiguous(several.to_vec())),
        }
    }

    /// A phase of the unit's own, or all it has.
    pub(super) fn phase(&self, written: &str) -> Result<String, Vec<String>> {
        if let Some(new) = written.strip_prefix(NEW) {
            return Ok(fold(new.trim()).split_whitespace().collect::<Vec<_>>().join("_"));
        }
        let folded = fold(written);
        let known = self.phases.iter().find(|phase| fold(phase) == folded);
        known.cloned().ok_or_else(|| self.phases.clone())
    }
}
