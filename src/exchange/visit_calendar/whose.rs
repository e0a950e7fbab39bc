//! Whose visit an event is: by the texts of the mapping, else by whom its title and its categories name.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use crate::domain::codes::{Code, VisitContact, VisitOutcome};
use crate::domain::discretion::PlaceName;
use crate::domain::entry::visit::{Named, holds, met, named};
use crate::domain::entry::{Draft, Names};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::exchange::ical::Said;
use crate::exchange::mapping::Mapping;

/// Whose visit an event is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whose {
    /// It is to be left out.
    LeftOut,
    /// Nobody is meant.
    Nobody,
    /// It could be any of these.
    Several(Vec<String>),
    /// A child's, with all columns that are told but those of its times.
    One { family: Option<FamilyId>, child: Option<PersonId>, columns: Draft },
}

/// What is to be made of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing is told.
    None,
    /// A place that is known.
    Known(String),
    /// One that nobody knows.
    Unknown,
}

type Columns = BTreeMap<String, String>;

/// Reads whose visits events are. A series says the same of all its times, and is asked once.
pub(super) struct Reader<'a> {
    mapping: Option<&'a Mapping>,
    names: &'a dyn Names,
    known: RefCell<HashMap<String, Whose>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(mapping: Option<&'a Mapping>, names: &'a dyn Names) -> Self {
        Self { mapping, names, known: RefCell::default() }
    }

    /// Whose visit an event is.
    pub(super) fn whose(&self, said: &Said) -> Result<Whose, Problem> {
        let text = text(said);
        if let Some(known) = self.known.borrow().get(&text) {
            return Ok(known.clone());
        }
        let whose = self.read(&text)?;
        self.known.borrow_mut().insert(text, whose.clone());
        Ok(whose)
    }

    /// Whether an event of which no more is known than its title is to be left out.
    pub(super) fn is_left_out(&self, title: &str) -> bool {
        matches!(self.told(title), Told::LeftOut)
    }

    fn read(&self, text: &str) -> Result<Whose, Problem> {
        let own = match self.told(text) {
            Told::LeftOut => return Ok(Whose::LeftOut),
            Told::Several(texts) => return Ok(Whose::Several(texts)),
            Told::Columns(columns) => columns,
            Told::Nothing => &Columns::new(),
        };
        let mut columns = Draft::default().with("contact", VisitContact::InPerson.code());
        let always = self.mapping.map(|mapping| &mapping.always);
        for (key, value) in always.into_iter().flatten().chain(own) {
            columns.set(key, value.as_str());
        }
        columns.set("outcome", VisitOutcome::Planned.code());
        let reference = columns.get("child_ref").to_owned();
        if let Some((child, family)) = self.names.person(&reference)?.filter(|_| !reference.is_empty()) {
            if let Some(family) = self.names.family_called(family)? {
                columns.set("case_ref", family.case_ref);
            }
            let columns = self.met(text, columns, family, child)?;
            return Ok(Whose::One { family: Some(family), child: Some(child), columns });
        }
        if !reference.is_empty() || !columns.get("case_ref").is_empty() {
            // What somebody wrote into the mapping and is not there is told as of any row.
            return Ok(Whose::One { family: None, child: None, columns });
        }
        Ok(match named(text, self.names)? {
            Named::Nobody => Whose::Nobody,
            Named::Several(could_be) => Whose::Several(could_be),
            Named::One { family, child, with } => {
                columns.set("case_ref", family.case_ref);
                columns.set("child_ref", child.reference.as_str());
                if columns.get("with").is_empty() {
                    columns = columns.with_list("with", with.iter().map(|member| &member.reference));
                }
                Whose::One { family: Some(family.id), child: Some(child.id), columns }
            }
        })
    }

    /// The columns with whom the child meets, where only the text says.
    fn met(&self, text: &str, columns: Draft, family: FamilyId, child: PersonId) -> Result<Draft, Problem> {
        if !columns.get("with").is_empty() {
            return Ok(columns);
        }
        let members = self.names.members(family)?;
        let with = met(text, child, &members);
        Ok(columns.with_list("with", with.iter().map(|member| &member.reference)))
    }

    /// What the mapping says of a text: the longest text of those in it, or of its categories.
    fn told(&self, text: &str) -> Told<'_> {
        let Some(mapping) = self.mapping else { return Told::Nothing };
        let events = mapping.events.iter().map(|(text, columns)| (text, Some(columns)));
        let all = events.chain(mapping.left_out.iter().map(|text| (text, None)));
        let found: Vec<(&String, Option<&Columns>)> = all.filter(|(own, _)| holds(text, own)).collect();
        let is_longest = |(own, _): &&(&String, Option<&Columns>)| {
            !found.iter().any(|(other, _)| identity_of(other) != identity_of(own) && holds(other, own))
        };
        let longest: Vec<&(&String, Option<&Columns>)> = found.iter().filter(is_longest).collect();
        match longest.as_slice() {
            [] => Told::Nothing,
            [(_, first), others @ ..] if others.iter().all(|(_, other)| other == first) => {
                first.map_or(Told::LeftOut, Told::Columns)
            }
            several => Told::Several(several.iter().map(|(text, _)| (*text).clone()).collect()),
        }
    }

    /// The place of an event of a family: what its text says in the mapping, what the mapping calls it, or a place
    /// where the family's visits have been.
    pub(super) fn place(&self, said: &Said, been: &[&PlaceName]) -> Place {
        let text = text(said);
        let own = match self.told(&text) {
            Told::Columns(columns) => columns.get("place"),
            _ => None,
        };
        let called = || {
            let words = self.mapping?.words.get("place")?;
            let same = |(theirs, _): &(&String, &String)| identity_of(theirs) == identity_of(&said.location);
            words.iter().find(same).map(|(_, ours)| ours)
        };
        let has_been = || Some(&said.location).filter(|told| been.contains(&&PlaceName::new(told)));
        let always = || self.mapping?.always.get("place");
        let known = own.or_else(called).or_else(has_been).or_else(always);
        match known {
            Some(known) => Place::Known(known.clone()),
            None if said.location.is_empty() => Place::None,
            None => Place::Unknown,
        }
    }
}

/// What a mapping says of a text.
enum Told<'a> {
    Nothing,
    LeftOut,
    Columns(&'a Columns),
    Several(Vec<String>),
}

/// What is looked at of an event: its title and its categories, none of which runs into another.
fn text(said: &Said) -> String {
    let mut texts = vec![said.summary.as_str()];
    texts.extend(said.categories.iter().map(String::as_str));
    texts.join(" | ")
}
