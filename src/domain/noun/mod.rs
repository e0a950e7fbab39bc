//! Nouns: every kind of record that the casebook keeps, once. Lists, files and the tests that nothing is forgotten go
//! over this one list, so that a kind cannot be left out of any of them.
//!
//! `every_noun` hands the list to a macro, which makes of it what its floor needs: a match over kinds that the
//! compiler holds complete. A [`Noun`] says how its rows are read and written; what a field holds stands in
//! `domain::entry`.

mod people;
mod support;
mod visits;
mod week;

pub(in crate::domain) use week::record_of;

use std::fmt::Debug;

use chrono::NaiveDate;

use super::directory::MemberName;
use super::discretion::Setting;
use super::entry::{CodesOnly, Draft, Fault, Form, Names, Reader, Source};
use super::ids::MemberId;
use super::person::Member;
use super::problem::Problem;

/// Every noun whose rows are records by themselves, in the order in which files are read in: each refers only to those
/// before it. What the exchange says of visits and of network maps takes several records or rows, and stands with it.
macro_rules! every_noun {
    ($take:ident) => {
        $take! {
            Families: crate::domain::family::Family,
            People: crate::domain::person::Member,
            Relations: crate::domain::kin::Kin,
            Placements: crate::domain::placement::Placement,
            Care: crate::domain::care::Care,
            Statuses: crate::domain::status::StatusSpan,
            Sessions: crate::domain::session::Session,
            Restrictions: crate::domain::visit::Restriction,
            Wishes: crate::domain::visit::Wish,
            LadderMoves: crate::domain::visit::LadderMove,
            Absences: crate::domain::visit::clash::Absence,
            Events: crate::domain::event::Event,
            Tasks: crate::domain::task::Task,
            CheckIns: crate::domain::check_in::CheckIn,
            Exemptions: crate::domain::deadlines::Exemption,
        }
    };
}
pub(crate) use every_noun;

/// What a row is read with, besides the row.
pub struct With<'a, N> {
    /// Whom it may name.
    pub names: &'a dyn Names,
    /// Who reads it in, of the staff.
    pub by: &'a str,
    /// The record it is about, where that is known.
    pub old: Option<&'a N>,
}

/// What a record's row is written with, besides the record.
pub struct Said<'a> {
    /// The family's case reference; empty where there is no family.
    pub case_ref: &'a str,
    /// The family's people, as they are called where the row goes.
    pub members: &'a [MemberName],
    /// The place, from 1, of a record among its kind in the family, for rows that name one.
    pub place: &'a dyn Fn(RecordOf, i64) -> Option<usize>,
    /// The same people, whole.
    pub people: &'a [(MemberId, &'a Member)],
    /// Who looks, and where.
    pub setting: Setting,
    /// The rules that duties come from.
    pub rules: &'a super::deadlines::Rules,
}

impl Said<'_> {
    /// The reference of one of the family's people.
    fn reference(&self, person: MemberId) -> &str {
        self.members.iter().find(|member| member.id == person).map_or("", |member| member.reference.as_str())
    }
}

/// A kind of record that others name by its place in the family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RecordOf {
    Placements,
    Events,
    Restrictions,
    Arrangements,
    Tasks,
}

/// What a noun is to lists and files.
pub trait Noun: Clone + PartialEq + Debug + 'static {
    /// Its columns.
    const COLUMNS: &'static Form;
    /// The form that people fill in, whose reader reads the rows too.
    const FORM: &'static Form = Self::COLUMNS;
    /// Columns that are called otherwise than their fields.
    const RENAMED: &'static [(&'static str, &'static str)] = &[];

    /// Reads one.
    ///
    /// # Errors
    /// When the casebook cannot be read; inside, every fault of the row.
    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem>;

    /// One as a row.
    fn draft(&self, said: &Said<'_>) -> Draft;

    /// Whether another is the same record, told differently: by its reference, or where it has none by what tells it
    /// from others of its kind. What somebody wrote is never taken for another telling of something else.
    fn is_same(&self, other: &Self) -> bool;
}

/// Reads a row of a file.
///
/// # Errors
/// As [`Noun::read`].
pub fn read_row<N: Noun>(
    draft: &Draft,
    today: NaiveDate,
    with: &With<'_, N>,
) -> Result<Result<N, Vec<Fault>>, Problem> {
    let fields = renamed(draft, N::RENAMED.iter().copied());
    let read = N::read(Reader::new(N::FORM, &fields, Source::File(today), &CodesOnly), with)?;
    let column = |fault: Fault| {
        let named = N::RENAMED.iter().find(|(_, field)| *field == fault.field);
        Fault { field: named.map_or(fault.field, |(column, _)| *column), ..fault }
    };
    Ok(read.map_err(|faults| faults.into_iter().map(column).collect()))
}

/// A record as a row of a file.
pub fn row_of<N: Noun>(record: &N, said: &Said<'_>) -> Draft {
    renamed(&record.draft(said), N::RENAMED.iter().map(|(column, field)| (*field, *column)))
}

fn renamed(draft: &Draft, names: impl Iterator<Item = (&'static str, &'static str)> + Clone) -> Draft {
    let name = |key: &str| names.clone().find(|(from, _)| *from == key).map(|(_, to)| to.to_owned());
    draft
        .filled()
        .fold(Draft::default(), |all, (key, text)| all.with(&name(key).unwrap_or_else(|| key.to_owned()), text))
}

/// Whether two lists name the same, in whatever order.
fn same_set<T: Ord + Clone>(one: &[T], other: &[T]) -> bool {
    let sorted = |list: &[T]| {
        let mut sorted = list.to_vec();
        sorted.sort_unstable();
        sorted
    };
    sorted(one) == sorted(other)
}
