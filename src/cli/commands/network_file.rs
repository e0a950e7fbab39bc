//! `trygg export network`: network maps as rows, or one of them as a picture or a graph. A map that the person in its
//! middle has said no to does not leave the house, whoever asks.

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::ArgMatches;

use super::export::tell;
use crate::cli::arguments::{GRAPHML, ICS, SVG};
use crate::cli::captions::Captions;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::outfile::{deliver, keep, room};
use crate::cli::output::Output;
use crate::cli::span::Asked;
use crate::cli::{naming, opening};
use crate::domain::codes::MapConsent;
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::network::NetworkMap;
use crate::domain::noun::NounKind;
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::file::{self, Format, unwritten};
use crate::exchange::network::rows::{NETWORK, rows};
use crate::exchange::network::{Drawn, Naming, graphml, picture};
use crate::exchange::outgoing::Row;
use crate::locale::{Locale, arg};
use crate::store::{Each, Listing, Lot, OfFamily, Store, Stored};

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Rows(Format),
    Picture,
    Graph,
}

/// Writes the file.
pub(super) fn run(call: &Invocation, given: &ArgMatches, period: Asked, out: Option<&PathBuf>) -> Result<(), Failure> {
    let form = form(given, out)?;
    if form == Form::Rows(Format::Xlsx) && out.is_none() && call.around.terminal.output {
        return Err(Problem::new(Kind::Usage, "sheet-to-terminal").into());
    }
    let naming = given.get_one::<String>("names").and_then(|name| Naming::named(name)).unwrap_or(Naming::Names);
    let on = call.day(given, "on")?;
    let store = opening::open(call)?.store;
    let asked = Choice::of(&store, given, period, on)?;
    let lot = Lot {
        of: Some(NounKind::NetworkMaps),
        listing: asked.listing,
        reason: given.get_one::<String>("because").map(String::as_str),
        ..Lot::new(NETWORK.kind, None)
    };
    store.journal_export(&lot)?;
    let found = asked.maps(&store)?;
    match form {
        Form::Rows(format) => write_rows(call, &store, (format, naming), &found, out),
        Form::Picture | Form::Graph => {
            let text = one(&store, &asked, &found, form, naming, &call.locale)?;
            let mut write = |to: &mut dyn Write| to.write_all(text.as_bytes()).map_err(unwritten);
            let Some(path) = deliver(call, out, &mut write)? else { return Ok(()) };
            tell(&call.locale.tell("said-exported-map", &[("path", arg(path))]))
        }
    }
}

/// The format that is named, else the one that the file's name ends with, else CSV.
fn form(given: &ArgMatches, out: Option<&PathBuf>) -> Result<Form, Problem> {
    let end = |path: &Path| Some(path.extension()?.to_str()?.to_ascii_lowercase());
    let named = given.get_one::<String>("format").cloned().or_else(|| end(out?));
    match named.as_deref() {
        Some(SVG) => Ok(Form::Picture),
        Some(GRAPHML) => Ok(Form::Graph),
        Some(ICS) => Err(Problem::new(Kind::Usage, "only-visits-as-calendar")),
        named => Ok(Form::Rows(named.and_then(Format::named).unwrap_or(Format::Csv))),
    }
}

/// Which maps are asked for.
struct Choice {
    listing: Listing,
    person: Option<PersonId>,
}

/// Those that are there.
struct Found {
    maps: Vec<OfFamily<Stored<NetworkMap>>>,
    /// Those that are not for whoever asks, or that somebody has said no to.
    left_out: u64,
}

impl Choice {
    fn of(store: &Store, given: &ArgMatches, (from, to): Asked, on: Option<NaiveDate>) -> Result<Self, Problem> {
        let family = given.get_one::<String>("family").map(|word| naming::family(store, word)).transpose()?;
        let person = given.get_one::<String>("person").map(|word| person(store, word)).transpose()?;
        let family = family.map(|family| family.id).or(person.map(|(_, family)| family));
        let days = (on.or(from), on.or(to));
        Ok(Self { listing: Listing { family, from: days.0, to: days.1 }, person: person.map(|(id, _)| id) })
    }

    fn maps(&self, store: &Store) -> Result<Found, Problem> {
        let mut found = Found { maps: Vec::new(), left_out: 0 };
        let kept_back = store.each_map(&self.listing, &mut |map| {
            if self.person.is_none_or(|person| map.value.value.ego == person) {
                if map.value.value.consent == Some(MapConsent::Refused) {
                    found.left_out += 1;
                } else {
                    found.maps.push(map);
                }
            }
            Ok(())
        })?;
        found.left_out += kept_back;
        found.maps.sort_by_key(|map| (map.family.id, map.value.value.ego, map.value.value.drawn_on, map.value.id));
        Ok(found)
    }
}

/// Somebody by reference, and their family.
pub(super) fn person(store: &Store, word: &str) -> Result<(PersonId, FamilyId), Problem> {
    let missing = || Problem::new(Kind::NotFound, "no-such-reference").with("value", word);
    naming::person(store, word)?.ok_or_else(missing)
}

fn write_rows(
    call: &Invocation,
    store: &Store,
    (format, naming): (Format, Naming),
    found: &Found,
    out: Option<&PathBuf>,
) -> Result<(), Failure> {
    let locale = &call.locale;
    let mut count = 0;
    let mut each = |taker: Each<'_, Row>| {
        for maps in found.maps.chunk_by(|one, other| one.family.id == other.family.id) {
            let Some(first) = maps.first() else { continue };
            let (people, maps) = (store.people_of(first.family.id)?, values(maps));
            let drawn = drawn(&first.family, &people, &maps, store);
            for row in maps.iter().flat_map(|map| rows(&drawn, map, naming)) {
                count += 1;
                taker(row)?;
            }
        }
        Ok(())
    };
    let room = room(out);
    let mut write = |to: &mut dyn Write| file::write_form(format, &NETWORK, &mut each, to, room.as_deref());
    let Some(path) = out else {
        let mut output = Output::open();
        write(output.raw())?;
        return Ok(output.finish()?);
    };
    keep(call, path, &mut write)?;
    let path = path.display().to_string();
    tell(&locale.tell("said-exported", &[("rows", arg(count)), ("path", arg(path))]))?;
    if found.left_out > 0 {
        tell(&locale.tell("said-maps-left-out", &[("count", arg(found.left_out))]))?;
    }
    Ok(())
}

/// The map that is asked for, as text: of one person, the latest unless a day is named.
fn one(
    store: &Store,
    asked: &Choice,
    found: &Found,
    form: Form,
    naming: Naming,
    locale: &Locale,
) -> Result<String, Problem> {
    let Some(last) = found.maps.last() else {
        let key = if found.left_out > 0 { "network-not-to-be-shown" } else { "no-such-map" };
        let kind = if found.left_out > 0 { Kind::Refused } else { Kind::NotFound };
        return Err(Problem::new(kind, key));
    };
    if asked.listing.family.is_none() {
        return Err(Problem::new(Kind::Usage, "network-whose"));
    }
    let people = store.people_of(last.family.id)?;
    let egos = found.maps.chunk_by(|one, other| one.value.value.ego == other.value.value.ego);
    let egos: Vec<PersonId> = egos.filter_map(|maps| maps.first()).map(|map| map.value.value.ego).collect();
    if egos.len() > 1 {
        let called = |person: &Stored<Person>| {
            format!("{} {}", person.value.given_name.shown(Setting::Team), person.value.reference)
        };
        let candidates = people.iter().filter(|person| egos.contains(&person.id)).map(called);
        let candidates: Vec<String> = candidates.collect();
        return Err(Problem::new(Kind::Usage, "network-which-person").with("candidates", candidates.join(" · ")));
    }
    // The numbers that tell roles apart are the same ones as on the person's other maps.
    let whole = Choice { listing: Listing { family: asked.listing.family, from: None, to: None }, ..*asked };
    let maps = values(&whole.maps(store)?.maps);
    let drawn = drawn(&last.family, &people, &maps, store);
    match form {
        Form::Graph => Ok(graphml::write(&drawn, &last.value.value, naming)),
        _ => picture::write(&drawn, &last.value.value, naming, &Captions { locale, scheme: store.scheme() }),
    }
}

fn values(maps: &[OfFamily<Stored<NetworkMap>>]) -> Vec<Stored<NetworkMap>> {
    maps.iter().map(|map| map.value.clone()).collect()
}

fn drawn<'a>(
    family: &'a FamilyName,
    people: &'a [Stored<Person>],
    maps: &'a [Stored<NetworkMap>],
    store: &'a Store,
) -> Drawn<'a> {
    Drawn { family, people, maps, scheme: store.scheme() }
}
