//! `trygg list KIND`: records in columns, or all they hold in JSON.

use clap::ArgMatches;
use serde_json::json;

use super::{list_due, list_gaps, list_missing, list_network, word};
use crate::cli::arguments::{DUE, GAPS, MISSING, NETWORK, USERS};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Columns, Output};
use crate::cli::{journalled, naming, opening, span};
use crate::domain::codes::{Code, Protection};
use crate::domain::entry::{Form, Shape as FieldShape};
use crate::domain::noun::Shown::{self, Column, Whom, Whose};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::file::{self, Format};
use crate::exchange::outgoing::{self, Row, RowId};
use crate::exchange::protection::Audience;
use crate::locale::Locale;
use crate::store::{Listing, Lot, Store};

/// Lists a kind.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let period = call.period(given)?;
    let kind = word(given, "list_kind");
    let family = given.get_one::<String>("family");
    if kind == USERS && (family.is_some() || period != (None, None)) {
        return Err(Problem::new(Kind::Usage, "no-period").into());
    }
    let store = opening::open(call)?.store;
    let shape = invocation::shape(given);
    let mut output = Output::open();
    let family = family.map(|word| naming::family(&store, word)).transpose()?.map(|family| family.id);
    let audience = naming::one(&store, given)?.map_or(Audience::House, Audience::For);
    if audience != Audience::House && Noun::named(kind).is_none() {
        return Err(Problem::new(Kind::Usage, "not-for-one").into());
    }
    match Noun::named(kind) {
        None if kind == NETWORK => {
            let (from, to) = period;
            list_network::run(call, &store, &Listing { family, from, to }, shape, &mut output)?;
        }
        None if kind == DUE => {
            let (from, to) = period;
            list_due::run(call, &store, &Listing { family, from, to }, shape, &mut output)?;
        }
        None if kind == GAPS => {
            let (from, to) = period;
            list_gaps::run(call, &store, &Listing { family, from, to }, shape, &mut output)?;
        }
        None if kind == MISSING => {
            list_missing::run(call, &store, family, period, shape, &mut output)?;
        }
        None => users(&store, &call.locale, shape, &mut output)?,
        Some(noun) => {
            let (from, to) = match span::of_list(period, call.today) {
                (from, to) if noun.needs_days() => (Some(from), Some(to)),
                _ => period,
            };
            let listing = Listing { family, from, to };
            let to_one = match audience {
                Audience::For(who) => Some(who),
                _ => None,
            };
            let of = Some(noun.whose());
            journalled::listing(call, &store, &Lot { of, listing, to_one, ..Lot::new(noun.name(), family) })?;
            match shape {
                Shape::Json => {
                    let mut rows =
                        |each: crate::store::Each<'_, Row>| outgoing::each(&store, noun, &listing, audience, each);
                    file::write(Format::Json, noun, &mut rows, output.raw(), None)?;
                }
                Shape::Text => columns(&store, noun, &listing, audience, &call.locale, &mut output)?,
            }
        }
    }
    Ok(output.finish()?)
}

/// Visits in the columns of their list.
pub(super) fn visit_columns(rows: &[Row], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let shown = Noun::Visits.shown();
    let mut columns = Columns::new(output, headings(Noun::Visits, locale));
    for row in rows {
        columns.row(shown.iter().map(|column| cell(*column, Noun::Visits.form(), row, locale)).collect())?;
    }
    columns.finish()
}

fn headings(noun: Noun, locale: &Locale) -> Vec<String> {
    let heading = |column: &Shown| match column {
        Column(key) => locale.column(noun.name(), key),
        Whose => locale.field("family"),
        Whom(key) => locale.field(key),
    };
    noun.shown().iter().map(heading).collect()
}

fn columns(
    store: &Store,
    noun: Noun,
    listing: &Listing,
    audience: Audience,
    locale: &Locale,
    output: &mut Output,
) -> Result<(), Problem> {
    let shown = noun.shown();
    let mut columns = Columns::new(output, headings(noun, locale));
    outgoing::each(store, noun, listing, audience, &mut |row| {
        columns.row(shown.iter().map(|column| cell(*column, noun.form(), &row, locale)).collect())
    })?;
    columns.finish()
}

fn cell(column: Shown, form: &Form, row: &Row, locale: &Locale) -> String {
    match column {
        Whose => row.family.name.clone(),
        Whom(_) => row.person.clone().unwrap_or_default(),
        Column("outcome") => stopped_told(row, locale).unwrap_or_else(|| said(form, "outcome", row, locale)),
        Column(key) => said(form, key, row, locale),
    }
}

fn said(form: &Form, key: &str, row: &Row, locale: &Locale) -> String {
    spoken(form, key, row.draft.get(key), locale)
}

/// Why a visit does not take place, if a restriction of contact stops it.
pub(super) fn stopped_told(row: &Row, locale: &Locale) -> Option<String> {
    match row.id {
        RowId::Visit { stopped, .. } => stopped.map(|breach| locale.breach(breach)),
        RowId::Record(_) => None,
    }
}

/// A field's codes in words, its lists with commas. That somebody needs no protection goes without saying.
pub(super) fn spoken(form: &Form, key: &str, text: &str, locale: &Locale) -> String {
    if text.is_empty() || (key, text) == ("protection", Protection::None.code()) {
        return String::new();
    }
    match form.field(key).map(|field| field.shape) {
        Some(FieldShape::Code(list) | FieldShape::OpenCode(list)) => locale.code(list, text),
        Some(FieldShape::End(list)) if list.codes.contains(&text) => locale.code(list, text),
        Some(FieldShape::Codes(list)) => {
            let words: Vec<String> = text.split(';').map(|code| locale.code(list, code)).collect();
            words.join(", ")
        }
        Some(FieldShape::Pattern) => locale.written_pattern(text),
        Some(shape) if shape.is_list() => text.replace(';', ", "),
        _ => text.to_owned(),
    }
}

fn users(store: &Store, locale: &Locale, shape: Shape, output: &mut Output) -> Result<(), Problem> {
    let users = store.users()?;
    if shape == Shape::Json {
        let users: Vec<_> =
            users.iter().map(|user| json!({ "id": user.id, "name": user.name, "role": user.role.code() })).collect();
        return output.json(&users);
    }
    let mut columns = Columns::new(output, vec![locale.field("name"), locale.field("role")]);
    users.iter().try_for_each(|user| columns.row(vec![user.name.clone(), locale.label(user.role)]))?;
    columns.finish()
}
