//! Sessions.

use super::{Noun, Said, With, same_set};
use crate::domain::entry::{Draft, Fault, Form, Reader, SESSION, read_session, session_draft};
use crate::domain::problem::Problem;
use crate::domain::session::Session;

impl Noun for Session {
    const COLUMNS: &'static Form = &SESSION;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_session(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        session_draft(self, said.case_ref, said.members)
    }

    /// A family meets once at a time about one thing. Where no time is told, two like it may be two telephone calls.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.on, one.start, one.kind);
        self.start.is_some() && of(self) == of(other) && same_set(&self.people, &other.people)
    }
}
