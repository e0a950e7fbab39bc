//! What a person and a file may write about visits, and that what is stored reads back as it was.

mod casebook;
mod dates;
mod faults;
mod laws;
mod named;
mod typing;

use chrono::NaiveDate;

use super::*;
use crate::domain::discretion::Setting;
use crate::domain::entry::{CodesOnly, Draft, Fault, Form, Reader, Source};
use crate::domain::visit::absence::{ABSENCE, absence_draft, read_absence};
use crate::domain::visit::ladder_move::{LADDER_MOVE, ladder_move_draft, read_ladder_move};
use crate::domain::visit::restriction::{RESTRICTION, read_restriction, restriction_draft};
use crate::domain::visit::wish::{WISH, read_wish, wish_draft};
use crate::domain::visit::{Arrangement, Ladder};

use casebook::{Casebook, ELIAS, NOAH, PAPPA, SARA, members};

/// Saturday of week 47.
fn today() -> NaiveDate {
    day("2026-11-21")
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed() -> Source {
    Source::Typed(today())
}

fn filed() -> Source {
    Source::File(today())
}

fn draft(fields: &[(&str, &str)]) -> Draft {
    fields.iter().fold(Draft::default(), |draft, (key, text)| draft.with(key, *text))
}

fn over(draft: Draft, fields: &[(&str, &str)]) -> Draft {
    fields.iter().fold(draft, |draft, (key, text)| {
        let mut draft = draft;
        draft.set(key, *text);
        draft
    })
}

fn reader<'a>(form: &'a Form, draft: &'a Draft, source: Source) -> Reader<'a> {
    Reader::new(form, draft, source, &CodesOnly)
}

/// The faults of a reading: which field and why.
fn told<T>(read: Result<T, Vec<Fault>>) -> Vec<(&'static str, &'static str)> {
    let faults = read.err().unwrap_or_default();
    faults.into_iter().map(|fault| (fault.field, fault.why.key())).collect()
}

/// Noah meets Sara, with these fields besides.
fn arrangement(source: Source, fields: &[(&str, &str)]) -> Result<Arrangement, Vec<Fault>> {
    edited(source, None, fields)
}

fn edited(source: Source, old: Option<&Arrangement>, fields: &[(&str, &str)]) -> Result<Arrangement, Vec<Fault>> {
    let whole = match old {
        Some(old) => arrangement_draft(old, "A-1", &members(), Setting::Whole),
        None => draft(&[("case_ref", "A-1"), ("child", "Noah"), ("with", "Sara")]),
    };
    let draft = over(whole, fields);
    read_arrangement(reader(&ARRANGEMENT, &draft, source), &Casebook, Ladder::shipped(), old).unwrap()
}
