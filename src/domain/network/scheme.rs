//! The scheme of a network map: sectors of life and rings of closeness, which are data: `assets/network.toml`.
//!
//! A unit may have its own. A map holds a sector's key and a ring's number; what is not in the scheme any more is kept
//! as it was drawn, and [`NetworkMap::check`](super::NetworkMap::check) tells of it.

use std::sync::LazyLock;

use serde::Deserialize;

use super::map::NetworkMap;
use crate::domain::codes::{Answer, Sphere};
use crate::domain::problem::{Kind, Problem};

const SHIPPED: &str = include_str!("../../../assets/network.toml");

/// A test reads the text that ships; were it ever broken, there would be no sectors.
static SCHEME: LazyLock<Scheme> = LazyLock::new(|| Scheme::parse(SHIPPED).unwrap_or_default());

/// Most sectors that a circle can be cut into and still be read.
const MOST_SECTORS: usize = 12;

/// Most rings.
const MOST_RINGS: usize = 5;

/// A sector of life.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// The term in exchange.
    pub key: String,
    /// The name in Swedish.
    pub name_sv: String,
    /// The name in English.
    pub name_en: String,
    /// What a hand may write for it, in Swedish.
    pub words_sv: Vec<String>,
    /// What a hand may write for it, in English.
    pub words_en: Vec<String>,
    /// Whether those in it are there because of their work.
    pub professional: Answer,
}

/// A ring of closeness.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// Its number; 1 is the innermost.
    pub number: u8,
    /// The name in Swedish.
    pub name_sv: String,
    /// The name in English.
    pub name_en: String,
}

/// Sectors and rings in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    /// Who says so.
    pub source: String,
    /// How sure it is, as in the rules: S, L or U.
    pub confidence: String,
    /// The sectors, clockwise from nine o'clock.
    #[serde(rename = "sector")]
    pub sectors: Vec<Sector>,
    /// The rings, from the innermost.
    #[serde(rename = "ring")]
    pub rings: Vec<Ring>,
}

impl Scheme {
    /// The scheme that ships.
    pub fn shipped() -> &'static Self {
        &SCHEME
    }

    /// Reads a scheme from TOML; the form is told at the head of `assets/network.toml`.
    ///
    /// # Errors
    /// When the text is not of that form, or a sector or ring cannot be as it stands; the problem names it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let scheme: Self =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "network-scheme").because(cause))?;
        let (sectors, rings) = (scheme.sectors.len(), scheme.rings.len());
        if !(1..=MOST_SECTORS).contains(&sectors) || !(1..=MOST_RINGS).contains(&rings) {
            let problem = Problem::new(Kind::Invalid, "network-scheme-size");
            return Err(problem.with("sectors", MOST_SECTORS).with("rings", MOST_RINGS));
        }
        for (place, sector) in scheme.sectors.iter().enumerate() {
            let refused = |key| Problem::new(Kind::Invalid, key).with("sector", &sector.key);
            let words = sector.words_sv.iter().chain(&sector.words_en);
            let mut texts = [&sector.key, &sector.name_sv, &sector.name_en].into_iter().chain(words);
            if texts.any(|text| text.trim().is_empty()) {
                return Err(refused("network-scheme-empty-text"));
            }
            if scheme.sectors[..place].iter().any(|other| other.key == sector.key) {
                return Err(refused("network-scheme-sector-twice"));
            }
        }
        for (number, ring) in (1..).zip(&scheme.rings) {
            if ring.number != number || [&ring.name_sv, &ring.name_en].iter().any(|name| name.trim().is_empty()) {
                return Err(Problem::new(Kind::Invalid, "network-scheme-ring").with("ring", ring.number));
            }
        }
        Ok(scheme)
    }

    /// The scheme with the sectors and rings of a map added that are not in it any more, so that an older map can be
    /// mended without being drawn anew.
    pub fn with_those_of(&self, map: &NetworkMap) -> Self {
        let mut wider = self.clone();
        for person in &map.people {
            if wider.sector(&person.sector).is_none() {
                let (key, name) = (person.sector.clone(), person.sector.clone());
                let (words_sv, words_en) = (Vec::new(), Vec::new());
                let name_en = name.clone();
                wider.sectors.push(Sector {
                    key,
                    name_sv: name,
                    name_en,
                    words_sv,
                    words_en,
                    professional: Answer::No,
                });
            }
            if wider.ring(person.ring).is_none() {
                let name = person.ring.to_string();
                wider.rings.push(Ring { number: person.ring, name_sv: name.clone(), name_en: name });
            }
        }
        wider
    }

    /// The sector of a key.
    pub fn sector(&self, key: &str) -> Option<&Sector> {
        self.sectors.iter().find(|sector| sector.key == key)
    }

    /// Where in the order a sector is, from 0.
    pub fn sector_place(&self, key: &str) -> Option<usize> {
        self.sectors.iter().position(|sector| sector.key == key)
    }

    /// The ring of a number.
    pub fn ring(&self, number: u8) -> Option<&Ring> {
        self.rings.iter().find(|ring| ring.number == number)
    }

    /// Whether those in a sector are there as private persons or because of their work; private where the sector is
    /// not in the scheme.
    pub fn sphere(&self, key: &str) -> Sphere {
        match self.sector(key).map(|sector| sector.professional) {
            Some(Answer::Yes) => Sphere::Professional,
            _ => Sphere::Private,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::text::fold;

    #[test]
    fn the_scheme_that_ships_is_whole() {
        let scheme = Scheme::parse(SHIPPED).unwrap();
        let keys: Vec<&str> = scheme.sectors.iter().map(|sector| sector.key.as_str()).collect();
        assert_eq!(keys, ["family", "relatives", "friends", "school_work", "leisure", "professionals"]);
        assert_eq!(scheme.rings.iter().map(|ring| ring.number).collect::<Vec<u8>>(), [1, 2, 3]);
        assert_eq!((scheme.confidence.as_str(), &scheme), ("S", Scheme::shipped()));
        assert_eq!(scheme.sphere("professionals"), Sphere::Professional);
        assert_eq!((scheme.sphere("friends"), scheme.sphere("gone")), (Sphere::Private, Sphere::Private));
        assert_eq!((scheme.sector_place("leisure"), scheme.ring(4)), (Some(4), None));
    }

    #[test]
    fn no_word_names_two_sectors() {
        let mut seen = std::collections::HashMap::new();
        for sector in &Scheme::shipped().sectors {
            for word in sector.words_sv.iter().chain(&sector.words_en) {
                assert_eq!(*seen.entry(fold(word)).or_insert(&sector.key), &sector.key, "{word}");
            }
        }
    }

    #[test]
    fn a_faulty_scheme_is_refused_and_its_part_named() {
        for (from, to, key) in [
            ("name_sv = \"fritid\"", "name_sv = \" \"", "network-scheme-empty-text sector=leisure"),
            ("\"kin\"", "\"\"", "network-scheme-empty-text sector=relatives"),
            ("key = \"friends\"", "key = \"family\"", "network-scheme-sector-twice sector=family"),
            ("number = 3", "number = 4", "network-scheme-ring ring=4"),
            ("number = 2", "number = 1", "network-scheme-ring ring=1"),
            ("name_en = \"outer\"", "name_en = \"\"", "network-scheme-ring ring=3"),
            ("professional = \"yes\"", "professional = \"maybe\"", "network-scheme"),
            ("words_en = [\"family\"]", "word_en = []", "network-scheme"),
        ] {
            let problem = Scheme::parse(&SHIPPED.replacen(from, to, 1)).unwrap_err();
            assert_eq!(problem.to_string(), key);
        }
        let empty = Scheme::parse("source = 'x'\nconfidence = 'U'\nsector = []\nring = []").unwrap_err();
        assert_eq!(empty.to_string(), "network-scheme-size sectors=12 rings=5");
    }
}
