//! Entry of what a network map says besides the people on it.

use chrono::NaiveDate;

use super::fault::{Fault, Why};
use super::field::{Draft, Field, Form, Need, Shape};
use super::reader::Reader;
use crate::domain::codes::{Code, MapConsent, MapOccasion, MapViewer};
use crate::domain::network::NetworkMap;
use crate::domain::text::Leaning;

/// The fields about a map.
pub const MAP: Form = Form {
    kind: "network_map",
    fields: &[
        Field { key: "drawn_on", shape: Shape::Day(Leaning::Past), need: Need::Required },
        Field { key: "occasion", shape: Shape::Code(MapOccasion::LIST), need: Need::Required },
        Field { key: "consent", shape: Shape::Code(MapConsent::LIST), need: Need::Optional },
        Field { key: "seen_by", shape: Shape::Codes(MapViewer::LIST), need: Need::Optional },
        Field { key: "comment", shape: Shape::Note, need: Need::Optional },
    ],
    asked: &["drawn_on", "occasion", "consent", "seen_by", "comment"],
};

/// What is said about a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFacts {
    /// The day it was drawn.
    pub drawn_on: NaiveDate,
    /// Why.
    pub occasion: MapOccasion,
    /// Whether the person agreed.
    pub consent: Option<MapConsent>,
    /// Who may see it.
    pub seen_by: Vec<MapViewer>,
    /// The person's own words of it.
    pub comment: Option<String>,
}

impl MapFacts {
    /// The map with these facts.
    pub fn on(self, map: NetworkMap) -> NetworkMap {
        let Self { drawn_on, occasion, consent, seen_by, comment } = self;
        NetworkMap { drawn_on, occasion, consent, seen_by, comment, ..map }
    }
}

/// Reads the facts.
///
/// # Errors
/// Every fault of the draft.
pub fn read(mut reader: Reader<'_>) -> Result<MapFacts, Vec<Fault>> {
    let drawn_on = reader.day("drawn_on");
    if drawn_on.is_some_and(|day| day > reader.source().today()) {
        reader.fault("drawn_on", Why::NotYet);
    }
    let occasion = reader.code("occasion");
    let consent = reader.code("consent");
    let seen_by = reader.codes("seen_by");
    let comment = reader.note("comment");
    let facts = drawn_on.zip(occasion);
    let facts = facts.map(|(drawn_on, occasion)| MapFacts { drawn_on, occasion, consent, seen_by, comment });
    reader.finish(facts)
}

/// The facts of a map as a draft, in codes.
pub fn draft(map: &NetworkMap) -> Draft {
    Draft::default()
        .with("drawn_on", map.drawn_on.to_string())
        .with("occasion", map.occasion.code())
        .with_some("consent", map.consent.map(Code::code))
        .with_list("seen_by", map.seen_by.iter().map(|viewer| viewer.code()))
        .with_some("comment", map.comment.as_ref())
}
