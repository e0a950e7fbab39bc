//! What surrounds visits: restrictions, wishes, moves on the ladder, absences of supporters.

use super::{Noun, Said, With, same_set};
use crate::domain::entry::visit::{
    absence_draft, ladder_move_draft, read_absence, read_ladder_move, read_restriction, read_wish, restriction_draft,
    wish_draft,
};
use crate::domain::entry::{ABSENCE, Draft, Fault, Form, LADDER_MOVE, RESTRICTION, Reader, WISH};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::domain::visit::clash::Absence;
use crate::domain::visit::{LadderMove, Restriction, Wish};

impl Noun for Restriction {
    const COLUMNS: &'static Form = &RESTRICTION;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_restriction(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        restriction_draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.kind, one.from);
        of(self) == of(other) && same_set(&self.with, &other.with)
    }
}

impl Noun for Wish {
    const COLUMNS: &'static Form = &WISH;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read_wish(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        wish_draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.child, one.by, one.told_on);
        of(self) == of(other) && self.what == other.what
    }
}

impl Noun for LadderMove {
    const COLUMNS: &'static Form = &LADDER_MOVE;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        let from = with.old.and_then(|old| old.from);
        read_ladder_move(reader, with.names, with.names.ladder(), from)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        ladder_move_draft(self, said.case_ref, said.members)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.child, one.with, one.on, one.to);
        of(self) == of(other)
    }
}

impl Noun for Absence {
    const COLUMNS: &'static Form = &ABSENCE;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read_absence(reader, with.old))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        absence_draft(self)
    }

    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (identity_of(&one.supporter), one.from, one.until);
        of(self) == of(other)
    }
}
