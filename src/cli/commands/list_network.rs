//! `trygg list network`: which network maps there are; what stands on them is `show network`'s.

use serde_json::{Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::codes::Code;
use crate::domain::discretion::Setting;
use crate::domain::network::NetworkMap;
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::network::rows::NETWORK;
use crate::locale::{Locale, arg};
use crate::store::{Listing, Lot, OfFamily, Store, Stored};

/// The columns, in the locale files after `field-`; JSON has them by these names, and the map's identity.
const COLUMNS: [&str; 6] = ["drawn_on", "occasion", "family", "ref", "given_name", "drawn_by"];

/// Lists the maps that are open to whoever asks, oldest first, and tells how many are not.
pub(super) fn run(
    call: &Invocation,
    store: &Store,
    listing: &Listing,
    shape: Shape,
    output: &mut Output,
) -> Result<(), Failure> {
    let locale = &call.locale;
    journalled::listing(call, store, &Lot::new(NETWORK.kind, listing.family))?;
    match shape {
        Shape::Json => {
            let mut maps: Vec<Value> = Vec::new();
            store.each_map(listing, &mut |map| {
                maps.push(as_json(&map, &ego(store, &map)?));
                Ok(())
            })?;
            output.json(&maps)?;
        }
        Shape::Text => {
            let headings = COLUMNS.iter().map(|key| locale.field(key)).chain([locale.say("measure-size")]);
            let mut columns = Columns::new(output, headings.collect());
            let kept_back = store.each_map(listing, &mut |map| columns.row(row(locale, &map, &ego(store, &map)?)))?;
            columns.finish()?;
            if kept_back > 0 {
                output.line(&locale.tell("maps-kept-back", &[("count", arg(kept_back))]))?;
            }
        }
    }
    Ok(())
}

/// The person in the middle.
fn ego(store: &Store, map: &OfFamily<Stored<NetworkMap>>) -> Result<Person, Problem> {
    let people = store.people_of(map.family.id)?;
    let ego = people.into_iter().find(|person| person.id == map.value.value.ego).map(|stored| stored.value);
    ego.ok_or_else(|| Problem::new(Kind::NotFound, "not-found").with("noun", "person"))
}

fn row(locale: &Locale, map: &OfFamily<Stored<NetworkMap>>, ego: &Person) -> Vec<String> {
    let drawn = &map.value.value;
    vec![
        drawn.drawn_on.to_string(),
        locale.label(drawn.occasion),
        map.family.name.clone(),
        ego.reference.clone(),
        ego.given_name.shown(Setting::Team),
        drawn.drawn_by.clone(),
        drawn.people.len().to_string(),
    ]
}

fn as_json(map: &OfFamily<Stored<NetworkMap>>, ego: &Person) -> Value {
    let drawn = &map.value.value;
    json!({
        "id": map.value.id.0,
        "drawn_on": drawn.drawn_on.to_string(),
        "occasion": drawn.occasion.code(),
        "case_ref": map.family.case_ref,
        "ego_ref": ego.reference,
        "given_name": ego.given_name.cell(Setting::Team),
        "drawn_by": drawn.drawn_by,
        "size": drawn.people.len(),
    })
}
