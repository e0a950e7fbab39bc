//! A tree laid out for a screen: how much is said of each person is as much as there is room for.

use chrono::NaiveDate;

use crate::app::cx::{Home, OpenFamily, World, home};
use crate::app::layout::{WIDE, body};
use crate::domain::codes::{MemberRole, Protection};
use crate::domain::discretion::{PersonName, Setting};
use crate::domain::network::layout::Frame;
use crate::domain::relation::layout::{Layout, Names};
use crate::domain::relation::{Key, Tree};
use crate::locale::Locale;
use crate::store::PersonOnPage;

/// Columns beside the drawing for the list, on a wide screen.
pub const BESIDE: u16 = 48;

/// Rows around the drawing: the names of the homes, the legend.
const AROUND: u16 = 3;

/// A tree laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// Where everything is.
    pub layout: Layout,
    /// What stands there.
    pub labels: Vec<(Key, String)>,
}

/// How much is said of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// The given name.
    Short,
    /// With the age.
    Aged,
    /// With what the person is in the family.
    Usual,
    /// With where somebody is who is at neither home.
    Placed,
    /// With the family name and the home of whoever is placed.
    Full,
    /// The same on a line of a list, where nothing else says what the person is.
    Listed,
}

/// What is tried first.
const STYLES: [Style; 5] = [Style::Full, Style::Placed, Style::Usual, Style::Aged, Style::Short];

impl Drawing {
    /// Lays a tree out with as much said of everybody as fits; none if not even their names do.
    pub fn of(open: &OpenFamily, tree: &Tree, locale: &Locale, world: World, setting: Setting) -> Option<Self> {
        let (columns, rows) = world.size;
        let aside = if columns >= WIDE { BESIDE + 1 } else { 0 };
        let frame = Frame { cols: columns.saturating_sub(aside + 2), rows: body(rows).saturating_sub(AROUND) };
        let with = |style, names| {
            let labels = labels(open, tree, style, (locale, setting), world.today);
            let width = |key| {
                let text = labels.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text.as_str());
                u16::try_from(text.chars().count()).unwrap_or(u16::MAX)
            };
            let layout = Layout::of(tree, frame, width, names).ok()?;
            Some(Self { layout, labels })
        };
        let whole = STYLES.iter().find_map(|style| with(*style, Names::Whole));
        whole.or_else(|| with(Style::Short, Names::Cut))
    }
}

fn labels(
    open: &OpenFamily,
    tree: &Tree,
    style: Style,
    (locale, setting): (&Locale, Setting),
    today: NaiveDate,
) -> Vec<(Key, String)> {
    let of = |key: Key| match key {
        Key::Person(id) => {
            let person = open.page.people.iter().find(|person| person.person.id == id);
            person.map(|person| label(person, style, (locale, setting), today)).unwrap_or_default()
        }
        Key::Unknown(_) => locale.say(if style <= Style::Aged { "kin-unknown-short" } else { "kin-unknown-parent" }),
    };
    tree.nodes.iter().map(|node| (node.key, of(node.key))).collect()
}

/// What is said of a person. Who is protected is marked as on the family's page, and a home that nobody may see is not
/// told there either.
pub fn label(person: &PersonOnPage, style: Style, (locale, setting): (&Locale, Setting), today: NaiveDate) -> String {
    let member = &person.person.value;
    let mut text = if member.protection == Protection::None { String::new() } else { "! ".to_owned() };
    text.push_str(&member.given_name.shown(setting));
    let is_told = |name: &&PersonName| style >= Style::Full && name.is_whole(setting);
    if let Some(family) = member.family_name.as_ref().filter(is_told) {
        text.push_str(&format!(" {}", family.shown(setting)));
    }
    if let Some(years) = member.age(today).filter(|_| style >= Style::Aged) {
        text.push_str(&format!(", {years}"));
    }
    let place = home(person, today);
    let is_plain = match member.role {
        MemberRole::Child => true,
        // Where they stand says it, and the word is long.
        MemberRole::FamilyHomeParent => place == Home::Placed,
        _ => false,
    };
    let mut words = Vec::new();
    if style == Style::Listed || style >= Style::Usual && !is_plain {
        words.push(locale.label(member.role));
    }
    if (Style::Placed..=Style::Full).contains(&style) && matches!(place, Home::Elsewhere | Home::Unknown) {
        words.push(locale.say(if place == Home::Elsewhere { "kin-elsewhere" } else { "kin-nowhere" }));
    }
    let at = person.placement(today).filter(|_| style >= Style::Full);
    if let Some(placement) = at.filter(|placement| !placement.value.is_kept_back(member)) {
        let kind = locale.label(placement.value.kind);
        words.push(placement.value.home(member, setting).unwrap_or(kind));
    } else if at.is_some() {
        words.push(locale.say("kept-back"));
    }
    if words.is_empty() { text } else { format!("{text}  {}", words.join(", ")) }
}
