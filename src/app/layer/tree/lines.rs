//! The tree as a list: for small terminals and screen readers, and beside the drawing where there is room.

use chrono::NaiveDate;

use super::drawing::{Style, label};
use crate::app::cx::{HOMES, Home, OpenFamily, home};
use crate::domain::discretion::Setting;
use crate::domain::ids::{PersonId, RelationId};
use crate::domain::relation::{Key, KnotKind, Tree};
use crate::locale::{Locale, arg};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing, between homes.
    Blank,
    /// The name of a home.
    Heading,
    /// A person.
    Person(PersonId),
    /// What the person is to another, as it is written.
    Relation(PersonId, RelationId),
    /// What nobody has written.
    Told,
}

impl LineKind {
    /// The person it is about.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) | Self::Relation(person, _) => Some(person),
            Self::Blank | Self::Heading | Self::Told => None,
        }
    }

    /// The relation it tells.
    pub fn relation(self) -> Option<RelationId> {
        match self {
            Self::Relation(_, id) => Some(id),
            _ => None,
        }
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// What it says.
    pub text: String,
}

/// Everybody by home, each with what they are to others. Partners and siblings are told of both.
pub fn lines(open: &OpenFamily, tree: &Tree, (locale, setting): (&Locale, Setting), today: NaiveDate) -> Vec<Line> {
    let line = |kind, text| Line { kind, text };
    let mut lines = Vec::new();
    for wanted in HOMES {
        let mut people = open.page.people.iter().filter(|person| home(person, today) == wanted).peekable();
        if people.peek().is_none() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(line(LineKind::Blank, String::new()));
        }
        lines.push(line(LineKind::Heading, locale.say(title(wanted))));
        for person in people {
            let id = person.person.id;
            lines.push(line(LineKind::Person(id), label(person, Style::Listed, (locale, setting), today)));
            for kin in &open.page.kin {
                let Some(other) = other_than(id, &kin.value) else { continue };
                let told = locale.kin(&kin.value, &name(open, other, setting), today);
                lines.push(line(LineKind::Relation(id, kin.id), told));
            }
            let told = presumed(open, tree, id, (locale, setting)).into_iter().chain(unknown(tree, id, locale));
            lines.extend(told.map(|text| line(LineKind::Told, text)));
        }
    }
    lines
}

/// The home's name in the locale files.
fn title(home: Home) -> &'static str {
    match home {
        Home::Own => "home-own",
        Home::Placed => "home-placed",
        Home::Elsewhere => "home-elsewhere",
        Home::Unknown => "home-unknown",
    }
}

/// To whom a relation is, as somebody would tell it; none if it is another's to tell.
fn other_than(person: PersonId, kin: &crate::domain::relation::Relation) -> Option<PersonId> {
    use crate::domain::codes::RelationKind::{PartnerOf, SiblingOf};
    match kin.relation {
        _ if kin.person == person => Some(kin.other),
        PartnerOf | SiblingOf if kin.other == person => Some(kin.person),
        _ => None,
    }
}

fn name(open: &OpenFamily, id: PersonId, setting: Setting) -> String {
    let found = open.page.people.iter().find(|person| person.person.id == id);
    found.map(|person| person.person.value.given_name.shown(setting)).unwrap_or_default()
}

/// Of whom somebody is presumed to be a parent.
fn presumed(open: &OpenFamily, tree: &Tree, id: PersonId, (locale, setting): (&Locale, Setting)) -> Option<String> {
    let heads = tree.headed_by(Key::Person(id)).filter(|(_, knot)| knot.kind == KnotKind::Presumed);
    let children = heads.flat_map(|(_, knot)| &knot.children).filter_map(|key| match key {
        Key::Person(child) => Some(name(open, *child, setting)),
        Key::Unknown(_) => None,
    });
    let names: Vec<String> = children.collect();
    (!names.is_empty()).then(|| locale.tell("kin-presumed", &[("names", arg(names.join(", ")))]))
}

/// That somebody has a parent nobody knows.
fn unknown(tree: &Tree, id: PersonId, locale: &Locale) -> Option<String> {
    let is_unknown = |key: Key| tree.headed_by(key).any(|(_, knot)| knot.children.contains(&Key::Person(id)));
    tree.unknown().any(is_unknown).then(|| locale.say("kin-unknown-parent"))
}
