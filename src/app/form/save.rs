//! How what is typed in a form becomes a record.

use super::filters::Filter;
use super::{Form, Sequel, What};
use crate::app::cx::Cx;
use crate::domain::directory::MemberName;
use crate::domain::entry::{Becomes, Draft, Fault, Reader, Source};
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::visit::NewYear;
use crate::store::{Origin, Record, Saving};

/// What came of an attempt to save.
pub(in crate::app) enum Attempt {
    /// Saved.
    Saved,
    /// It narrows a list.
    Narrowed(Filter),
    /// Something is wrong with the fields.
    Faults(Vec<Fault>),
    /// A colleague saved first: one's own text as it was read, what they wrote, and its version.
    Newer { mine: Draft, theirs: Draft, version: i64 },
    /// Something speaks against it; saving once more accepts that.
    Warned(String),
    /// Somebody must choose how even or odd weeks go on after a week 53.
    ChooseWeek53(Vec<NewYear>),
}

impl Form {
    /// Tries to save what a draft of this form says.
    pub(in crate::app) fn save(&self, cx: &Cx, draft: &Draft) -> Result<Attempt, Problem> {
        (self.target.noun.save)(cx, self, draft)
    }

    /// What was warned of already, if that is it.
    pub(super) fn unless_warned(&self, told: String) -> Option<Attempt> {
        (self.warned.as_deref() != Some(told.as_str())).then_some(Attempt::Warned(told))
    }

    /// Where what is saved comes from.
    pub(super) fn origin<'a>(&self, place: &'a str) -> Origin<'a> {
        match self.sequel {
            Sequel::Joins => Origin::Joined(Some(place)),
            Sequel::Alone | Sequel::Holds => Origin::Draft(place),
        }
    }
}

/// What a form's draft is read with.
pub(super) fn reader<'a>(cx: &'a Cx, form: &Form, draft: &'a Draft) -> Result<Reader<'a>, Problem> {
    let becomes = match form.target.what {
        What::Record { id, .. } => Becomes::Record(id),
        What::New(_) | What::Visit(_) | What::Filter => Becomes::New,
    };
    Reader::new(form.table, draft, Source::Typed(cx.world.today), &*cx.locale).with_lookups(&cx.store, becomes)
}

/// Adds what was read, or changes the record that the form is over; if a colleague was first, both are given back.
pub(super) fn write<R: Record>(
    cx: &Cx,
    form: &Form,
    read: Result<R, Vec<Fault>>,
    draft: impl Fn(&R) -> Result<Draft, Problem>,
) -> Result<Attempt, Problem> {
    let place = form.place();
    let origin = form.origin(&place);
    match form.target.what {
        What::Record { id, version } => {
            changed(read, |value| cx.store.change(R::Id::from(id), version, value, origin), draft)
        }
        What::New(_) | What::Visit(_) | What::Filter => match read {
            Ok(value) => cx.store.add(&value, origin).map(|_| Attempt::Saved),
            Err(faults) => Ok(Attempt::Faults(faults)),
        },
    }
}

/// Changes a record in a way of its own.
pub(super) fn changed<R: Record>(
    read: Result<R, Vec<Fault>>,
    change: impl FnOnce(&R) -> Result<Saving<R>, Problem>,
    draft: impl Fn(&R) -> Result<Draft, Problem>,
) -> Result<Attempt, Problem> {
    match read {
        Ok(value) => match change(&value)? {
            Saving::Saved(_) => Ok(Attempt::Saved),
            Saving::Newer(theirs) => {
                let (mine, version) = (draft(&value)?, theirs.version);
                Ok(Attempt::Newer { mine, theirs: draft(&theirs.value)?, version })
            }
        },
        Err(faults) => Ok(Attempt::Faults(faults)),
    }
}

/// A draft that names a family and its people.
pub(super) fn drafted(
    cx: &Cx,
    family: FamilyId,
    draft: impl FnOnce(&str, &[MemberName]) -> Draft,
) -> Result<Draft, Problem> {
    Ok(draft(&cx.case_ref(family)?, &cx.members(family)?))
}
