//! The words of a picture of a network map, in the language spoken.

use crate::domain::codes::MemberRole;
use crate::domain::network::Scheme;
use crate::exchange::network::Words;
use crate::exchange::network::picture::{Caption, PictureWords};
use crate::locale::{Language, Locale, arg};

/// A language and the unit's sectors and rings.
#[derive(Clone, Copy)]
pub struct Captions<'a> {
    /// The language.
    pub locale: &'a Locale,
    /// What the sectors and rings are called.
    pub scheme: &'a Scheme,
}

impl Words for Captions<'_> {
    fn member_role(&self, role: MemberRole) -> String {
        self.locale.label(role)
    }

    fn person_of(&self, sector: &str) -> String {
        let own = format!("network-one-{sector}");
        if self.locale.knows(&own) { self.locale.say(&own) } else { self.locale.sector(self.scheme, sector) }
    }
}

impl PictureWords for Captions<'_> {
    fn tag(&self) -> &'static str {
        match self.locale.language() {
            Language::Swedish => "sv",
            Language::English => "en",
        }
    }

    fn sector(&self, key: &str) -> String {
        self.locale.sector(self.scheme, key)
    }

    fn ring(&self, number: u8) -> String {
        self.locale.ring(self.scheme, number)
    }

    fn say(&self, caption: Caption<'_>) -> String {
        let locale = self.locale;
        match caption {
            Caption::Title(ego) => locale.tell("picture-title", &[("name", arg(ego))]),
            Caption::Drawn(on, occasion) => {
                let (day, occasion) = (locale.long_day(on), locale.label(occasion));
                locale.tell("picture-drawn", &[("day", arg(day)), ("occasion", arg(occasion))])
            }
            Caption::People(count) => locale.tell("picture-people", &[("count", arg(count))]),
            Caption::Relations => locale.say("picture-relations"),
            Caption::Relation(relation) => locale.label(relation),
            Caption::Support => locale.say("picture-support"),
            Caption::Direction(direction) => locale.label(direction),
            Caption::Knows => locale.say("picture-knows"),
            Caption::Sphere(sphere) => locale.label(sphere),
            Caption::Rings(rings) => locale.tell("picture-rings", &[("rings", arg(rings))]),
            Caption::LeftOut(names) => locale.tell("picture-left-out", &[("names", arg(names))]),
        }
    }
}
