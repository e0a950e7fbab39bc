//! Network maps in words: what a line of entry says, and what is wrong with it.

use super::speech::{Language, Locale, arg};
use crate::domain::network::Scheme;
use crate::domain::network::entry::{Attribute, EntryFault, EntryLine, EntryMeaning};

impl Locale {
    /// The first thing that is wrong with a line.
    pub fn network_fault(&self, text: &str, reading: &EntryLine) -> Option<String> {
        let part = reading.fault()?;
        let fault = part.fault()?;
        let word = text.get(part.span.clone()).unwrap_or_default();
        let slot = match fault {
            EntryFault::Repeated(slot) => self.say(&format!("network-slot-{}", slot.key())),
            _ => String::new(),
        };
        let candidates = fault.candidates().join(" · ");
        Some(self.tell(
            &format!("network-fault-{}", fault.key()),
            &[("text", arg(word)), ("candidates", arg(candidates)), ("slot", arg(slot))],
        ))
    }

    /// What a line says, part by part.
    pub fn network_line(&self, reading: &EntryLine, scheme: &Scheme) -> String {
        let swedish = self.language() == Language::Swedish;
        let mut words = Vec::new();
        for part in &reading.parts {
            words.push(match &part.meaning {
                EntryMeaning::New => self.say("network-new"),
                EntryMeaning::Role(text) | EntryMeaning::Name(text) => text.clone(),
                EntryMeaning::Person(known) => known.name.clone(),
                EntryMeaning::Ring(ring) => self.tell("network-ring", &[("ring", arg(u32::from(*ring)))]),
                EntryMeaning::Attribute(attribute) => match attribute {
                    Attribute::Sector(key) => {
                        let sector = scheme.sector(key);
                        let name = |sector: &crate::domain::network::Sector| {
                            if swedish { sector.name_sv.clone() } else { sector.name_en.clone() }
                        };
                        sector.map_or_else(|| key.clone(), name)
                    }
                    Attribute::Relation(code) => self.label(*code),
                    Attribute::Direction(code) => self.label(*code),
                    Attribute::Kind(code) => self.label(*code),
                    Attribute::Often(code) => self.label(*code),
                    Attribute::Sphere(code) => self.label(*code),
                },
                EntryMeaning::Knows(_) | EntryMeaning::Fault(_) => continue,
            });
        }
        words.join(" · ")
    }
}
