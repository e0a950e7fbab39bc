//! Questions that a map leaves open: pairs nobody has asked about, parts of life with nobody in them, people nobody
//! knows.
//!
//! They are questions to ask together, never a score of the family.

use super::map::NetworkMap;
use super::person::PersonKey;
use super::scheme::Scheme;
use super::tie::Tie;

/// A gap in a map (hålrum).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nobody is in this sector; its key.
    EmptySector(String),
    /// This person knows nobody else on the map.
    WithoutTie(PersonKey),
}

/// The gaps of a map: empty sectors in the order of the scheme, then people without a tie in the order of the map. One
/// person alone has nobody to know.
pub fn gaps(map: &NetworkMap, scheme: &Scheme) -> Vec<Gap> {
    let empty = scheme.sectors.iter().filter(|sector| map.people.iter().all(|person| person.sector != sector.key));
    let alone = map.people.iter().filter(|person| !map.ties.iter().any(|tie| tie.has(person.key)));
    let alone = alone.filter(|_| map.people.len() > 1);
    empty
        .map(|sector| Gap::EmptySector(sector.key.clone()))
        .chain(alone.map(|person| Gap::WithoutTie(person.key)))
        .collect()
}

/// Pairs that nobody has asked about: "does Eva know mormor?".
///
/// Those most likely to know each other come first: of one sector, then of the inner rings; otherwise as they came.
pub fn unasked(map: &NetworkMap) -> Vec<Tie> {
    let mut pairs = Vec::new();
    for (place, one) in map.people.iter().enumerate() {
        for other in &map.people[place + 1..] {
            let Some(tie) = Tie::between(one.key, other.key) else { continue };
            if !map.ties.contains(&tie) && !map.no_ties.contains(&tie) {
                pairs.push(((one.sector != other.sector, one.ring.saturating_add(other.ring)), tie));
            }
        }
    }
    pairs.sort_by_key(|(likely, _)| *likely);
    pairs.into_iter().map(|(_, tie)| tie).collect()
}
