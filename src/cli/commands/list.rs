//! `trygg list KIND`: records in columns, or all they hold in JSON.

use clap::ArgMatches;
use serde_json::json;

use super::{list_due, list_network, word};
use crate::cli::arguments::{DUE, NETWORK, USERS};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Columns, Output};
use crate::cli::{journalled, naming, opening, span};
use crate::domain::codes::{Code, Protection};
use crate::domain::entry::{Form, Shape as FieldShape};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::Noun;
use crate::exchange::file::{self, Format};
use crate::exchange::outgoing::{self, Row, RowId};
use crate::exchange::protection::Audience;
use crate::locale::Locale;
use crate::store::{Listing, Store};

/// A column of a list: a field of the form, or what the form does not have.
#[derive(Clone, Copy)]
enum Column {
    Field(&'static str),
    FamilyName,
    PersonName,
}

use Column::{FamilyName, Field, PersonName};

/// The columns that a list shows to people; JSON has them all.
const SHOWN: &[(Noun, &[Column])] = &[
    (
        Noun::Families,
        &[
            Field("case_ref"),
            Field("name"),
            Field("status"),
            Field("started_on"),
            Field("district"),
            Field("phase"),
            Field("child_support"),
            Field("parent_support"),
        ],
    ),
    (
        Noun::People,
        &[
            FamilyName,
            Field("ref"),
            PersonName,
            Field("family_name"),
            Field("role"),
            Field("birth_on"),
            Field("lives"),
            Field("phone"),
            Field("language"),
            Field("protection"),
        ],
    ),
    (
        Noun::Placements,
        &[
            FamilyName,
            PersonName,
            Field("kind"),
            Field("started_on"),
            Field("ended_on"),
            Field("home"),
            Field("district"),
            Field("legal_basis"),
            Field("hidden_location"),
        ],
    ),
    (
        Noun::Sessions,
        &[
            Field("on"),
            Field("start"),
            Field("minutes"),
            FamilyName,
            Field("kind"),
            Field("mode"),
            Field("outcome"),
            Field("areas"),
            Field("people"),
            Field("staff"),
        ],
    ),
    (
        Noun::Visits,
        &[
            Field("on"),
            Field("start"),
            Field("end"),
            FamilyName,
            PersonName,
            Field("with"),
            Field("contact"),
            Field("outcome"),
            Field("step"),
            Field("place"),
            Field("supporter"),
        ],
    ),
    (Noun::Tasks, &[Field("due_on"), Field("what"), Field("who"), FamilyName, Field("done_on")]),
    (
        Noun::CheckIns,
        &[
            Field("on"),
            FamilyName,
            Field("colour"),
            Field("sentence"),
            Field("decision"),
            Field("next_step"),
            Field("who"),
            Field("due_on"),
        ],
    ),
    (
        Noun::Care,
        &[
            FamilyName,
            PersonName,
            Field("legal_basis"),
            Field("from"),
            Field("until"),
            Field("decided_on"),
            Field("end_reason"),
        ],
    ),
    (Noun::Statuses, &[FamilyName, Field("status"), Field("from"), Field("until")]),
    (
        Noun::Arrangements,
        &[
            FamilyName,
            PersonName,
            Field("with"),
            Field("pattern"),
            Field("from"),
            Field("until"),
            Field("times"),
            Field("start"),
            Field("end"),
            Field("step"),
            Field("supporter"),
        ],
    ),
    (
        Noun::Accounts,
        &[
            Field("on"),
            FamilyName,
            PersonName,
            Field("came"),
            Field("late_minutes"),
            Field("child_word"),
            Field("words_same_day"),
            Field("judgement"),
        ],
    ),
    (
        Noun::Preparations,
        &[
            Field("on"),
            FamilyName,
            PersonName,
            Field("child_prepared"),
            Field("adult_prepared"),
            Field("home_prepared"),
            Field("watch_for"),
            Field("stop_rule"),
        ],
    ),
    (
        Noun::Relations,
        &[FamilyName, Field("person"), Field("relation"), Field("other"), Field("until"), Field("has_ended")],
    ),
    (
        Noun::Restrictions,
        &[
            FamilyName,
            Field("child"),
            Field("with"),
            Field("kind"),
            Field("from"),
            Field("until"),
            Field("how"),
            Field("decided_on"),
            Field("decided_by"),
        ],
    ),
    (
        Noun::Wishes,
        &[
            Field("told_on"),
            FamilyName,
            Field("child"),
            Field("by"),
            Field("what"),
            Field("answered_on"),
            Field("answer"),
        ],
    ),
    (
        Noun::LadderMoves,
        &[
            Field("on"),
            FamilyName,
            Field("child"),
            Field("with"),
            Field("to_step"),
            Field("reason"),
            Field("decided_by"),
            Field("child_word"),
        ],
    ),
    (Noun::Absences, &[Field("supporter"), Field("from"), Field("from_time"), Field("until"), Field("until_time")]),
    (Noun::Events, &[Field("on"), FamilyName, Field("kind"), Field("person"), Field("answered_on"), Field("note")]),
    (
        Noun::Exemptions,
        &[
            Field("exempted_on"),
            FamilyName,
            Field("rule"),
            Field("person"),
            Field("counted_from"),
            Field("by"),
            Field("why"),
        ],
    ),
];

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
        None => users(&store, &call.locale, shape, &mut output)?,
        Some(noun) => {
            let (from, to) = match span::of_list(period, call.today) {
                (from, to) if noun.needs_days() => (Some(from), Some(to)),
                _ => period,
            };
            let listing = Listing { family, from, to };
            journalled::listing(call, &store, noun.name(), family)?;
            match shape {
                Shape::Json => {
                    let mut rows =
                        |each: crate::store::Each<'_, Row>| outgoing::each(&store, noun, &listing, audience, each);
                    file::write(Format::Json, noun, &mut rows, output.raw())?;
                }
                Shape::Text => columns(&store, noun, &listing, audience, &call.locale, &mut output)?,
            }
        }
    }
    Ok(output.finish()?)
}

/// Visits in the columns of their list.
pub(super) fn visit_columns(rows: &[Row], locale: &Locale, output: &mut Output) -> Result<(), Problem> {
    let shown = shown(Noun::Visits);
    let mut columns = Columns::new(output, headings(Noun::Visits, locale));
    for row in rows {
        columns.row(shown.iter().map(|column| cell(*column, Noun::Visits.form(), row, locale)).collect())?;
    }
    columns.finish()
}

fn shown(noun: Noun) -> &'static [Column] {
    SHOWN.iter().find(|(known, _)| *known == noun).map_or(&[], |(_, shown)| shown)
}

fn headings(noun: Noun, locale: &Locale) -> Vec<String> {
    let heading = |column: &Column| match column {
        Field(key) => locale.column(noun.name(), key),
        FamilyName => locale.field("family"),
        PersonName if noun == Noun::Placements => locale.field("given_name"),
        PersonName => locale.field("child"),
    };
    shown(noun).iter().map(heading).collect()
}

fn columns(
    store: &Store,
    noun: Noun,
    listing: &Listing,
    audience: Audience,
    locale: &Locale,
    output: &mut Output,
) -> Result<(), Problem> {
    let shown = shown(noun);
    let mut columns = Columns::new(output, headings(noun, locale));
    outgoing::each(store, noun, listing, audience, &mut |row| {
        columns.row(shown.iter().map(|column| cell(*column, noun.form(), &row, locale)).collect())
    })?;
    columns.finish()
}

fn cell(column: Column, form: &Form, row: &Row, locale: &Locale) -> String {
    match column {
        FamilyName => row.family.name.clone(),
        PersonName => row.person.clone().unwrap_or_default(),
        Field("outcome") => stopped_told(row, locale).unwrap_or_else(|| said(form, "outcome", row, locale)),
        Field(key) => said(form, key, row, locale),
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
