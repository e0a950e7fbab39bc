//! `trygg show network --family X`: a family's network maps, their measures, and what changed between them. That they
//! were read is journalled.

use clap::ArgMatches;

use super::network_file;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::directory::FamilyName;
use crate::domain::ids::PersonId;
use crate::domain::network::{MapChange, Measures, NetworkMap, NetworkPerson, PersonKey};
use crate::domain::problem::{Kind, Problem};
use crate::exchange::network::shown::shown;
use crate::exchange::network::{Codes, Drawn, Names, Naming, Place};
use crate::locale::{Called, Locale, arg};
use crate::store::{Store, Stored};

/// Shows them.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let person = given.get_one::<String>("person").map(|word| network_file::person(store, word)).transpose()?;
    if person.is_some_and(|(_, of)| of != family.id) {
        return Err(Problem::new(Kind::NotFound, "no-such-person").into());
    }
    let wanted = |ego: PersonId| person.is_none_or(|(id, _)| id == ego);
    let people = store.people_of(family.id)?;
    let all = store.maps_of(family.id)?;
    journalled::reading(call, store, family.id)?;
    let kept_back = all.kept_back.iter().filter(|map| wanted(map.ego)).count();
    let maps: Vec<Stored<NetworkMap>> = all.seen.into_iter().filter(|map| wanted(map.value.ego)).collect();
    let drawn = Drawn { family, people: &people, maps: &maps, scheme: store.scheme() };
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&shown(&drawn))?,
        Shape::Text => {
            as_text(&call.locale, &drawn, &mut output)?;
            if maps.is_empty() && kept_back == 0 {
                output.line(&call.locale.say("maps-none"))?;
            }
            if kept_back > 0 {
                output.line(&call.locale.tell("maps-kept-back", &[("count", arg(kept_back))]))?;
            }
        }
    }
    Ok(output.finish()?)
}

fn as_text(locale: &Locale, drawn: &Drawn<'_>, output: &mut Output) -> Result<(), Problem> {
    let mut before: Option<(&NetworkMap, Names)> = None;
    for map in drawn.maps.iter().map(|map| &map.value) {
        let names = Names::of(drawn, map, Naming::Names, &Codes, Place::House);
        if before.is_some() {
            output.line("")?;
        }
        let reference = drawn.member(map.ego).map(|person| person.reference.as_str()).unwrap_or_default();
        let (day, occasion) = (locale.long_day(map.drawn_on), locale.label(map.occasion));
        output.line(&format!("{} {reference}  {day} · {occasion}", names.ego))?;
        let measures = Measures::of(map, drawn.scheme);
        let mut columns = Columns::new(output, Vec::new());
        for (person, own) in map.people.iter().zip(&measures.people) {
            columns.row(row(locale, drawn, person, names.person(person.key), own.degree))?;
        }
        columns.finish()?;
        output.line(&format!("  {}", in_figures(locale, &measures)))?;
        if let Some((earlier, old)) = before.filter(|(earlier, _)| earlier.ego == map.ego) {
            let name = |key: PersonKey| if map.person(key).is_some() { names.person(key) } else { old.person(key) };
            let called = |key| Called::Name(name(key).to_owned());
            let change = MapChange::between(earlier, map);
            output.line(&format!("  {}", locale.network_change(&change, drawn.scheme, &called)))?;
        }
        before = Some((map, names));
    }
    Ok(())
}

fn row(locale: &Locale, drawn: &Drawn<'_>, person: &NetworkPerson, name: &str, ties: usize) -> Vec<String> {
    vec![
        format!("  {name}"),
        person.role.clone().unwrap_or_default(),
        locale.sector(drawn.scheme, &person.sector),
        locale.tell("maps-ring", &[("ring", arg(u32::from(person.ring)))]),
        person.relation.map(|relation| locale.label(relation)).unwrap_or_default(),
        locale.tell("maps-ties", &[("ties", arg(ties))]),
    ]
}

/// The measures that say something of a small map without a formula: how many, groups, who is alone, empty sectors.
fn in_figures(locale: &Locale, measures: &Measures) -> String {
    let counts = [("size", measures.size), ("components", measures.components), ("isolates", measures.isolates)];
    let counts = counts.iter().map(|(key, count)| format!("{} {count}", locale.say(&format!("measure-{key}"))));
    let empty = ("empty_sectors", measures.empty_sectors.len());
    let all: Vec<String> = counts.chain([format!("{} {}", locale.say("measure-empty_sectors"), empty.1)]).collect();
    all.join(" · ")
}
