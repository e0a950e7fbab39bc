//! The sentences of notes: text with places to fill, and what a family must have for a sentence to fit.
//!
//! Reads what `assets/demo/notes.toml` says; which sentence is taken and what is put into it is `notes` and `fill`.

use serde::Deserialize;

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// School subjects, indefinite and definite.
    pub subjects: Vec<[String; 2]>,
    /// Activities, indefinite and definite.
    pub activities: Vec<[String; 2]>,
    pub school_child: Passage,
    pub school_small: Passage,
    pub leisure_child: Passage,
    pub leisure_small: Passage,
    pub psychosocial_child: Passage,
    pub psychosocial_small: Passage,
    pub network_child: Passage,
    pub parenting: Passage,
    pub psychosocial_parent: Passage,
    pub network_parent: Passage,
    pub school_parent: Passage,
    pub crisis_support: Passage,
    pub network_meeting: Passage,
    pub adults_meeting: Passage,
    pub information: Passage,
    pub motivation: Passage,
    pub planning: Passage,
    pub follow_up: Passage,
    pub advice: Passage,
    pub shared_activity: Passage,
    pub family_session: Passage,
    pub endings: Endings,
}

/// The sentences for one kind of session or area.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// What happened.
    pub notes: Vec<Template>,
    /// What comes next.
    pub next: Vec<String>,
}

/// Sentences that may be put last.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endings {
    pub child: Vec<Template>,
    pub parent: Vec<Template>,
}

/// A sentence with places to fill.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Template {
    /// Text and places in order.
    pub pieces: Vec<Piece>,
    /// What must be so for it to fit.
    pub needs: Traits,
}

/// A part of a sentence.
#[derive(Debug)]
pub enum Piece {
    /// Words as they stand.
    Text(String),
    /// A place to fill.
    Slot(Slot),
}

/// What is put in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "explained by the Swedish names below and at the head of notes.toml")]
pub enum Slot {
    Name,
    NameGenitive,
    Child,
    ChildGenitive,
    Pronoun,
    PronounCapital,
    PronounObject,
    PronounGenitive,
    Adult,
    Sibling,
    Away,
    AtHome,
    Home,
    Subject,
    TheSubject,
    Activity,
    TheActivity,
    Language,
}

/// A set of things that are so for whoever a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Traits(u16);

impl Traits {
    /// The child is placed.
    pub const PLACED: Self = Self(1);
    /// The child is not placed.
    pub const AT_HOME: Self = Self(1 << 1);
    /// Under seven.
    pub const SMALL: Self = Self(1 << 2);
    /// Seven and up.
    pub const BIG: Self = Self(1 << 3);
    /// Seven to twelve.
    pub const PUPIL: Self = Self(1 << 4);
    /// Thirteen and up.
    pub const TEENAGER: Self = Self(1 << 5);
    /// An interpreter is needed.
    pub const INTERPRETER: Self = Self(1 << 6);
    /// Another language than Swedish is spoken.
    pub const LANGUAGE: Self = Self(1 << 7);
    /// There is a parent to speak of.
    pub const ADULT: Self = Self(1 << 8);
    /// There is another child.
    pub const SIBLING: Self = Self(1 << 9);
    /// There is another child who is placed.
    pub const AWAY: Self = Self(1 << 10);

    /// Both sets together.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of another set is in this one.
    pub fn covers(self, needs: Self) -> bool {
        self.0 & needs.0 == needs.0
    }
}

const TAGS: [(&str, Traits); 8] = [
    ("placerad", Traits::PLACED),
    ("hemma", Traits::AT_HOME),
    ("liten", Traits::SMALL),
    ("stor", Traits::BIG),
    ("skolbarn", Traits::PUPIL),
    ("tonåring", Traits::TEENAGER),
    ("tolk", Traits::INTERPRETER),
    ("språk", Traits::LANGUAGE),
];

const SLOTS: [(&str, Slot, Traits); 18] = [
    ("namn", Slot::Name, Traits(0)),
    ("namns", Slot::NameGenitive, Traits(0)),
    ("barn", Slot::Child, Traits(0)),
    ("barns", Slot::ChildGenitive, Traits(0)),
    ("hon", Slot::Pronoun, Traits(0)),
    ("Hon", Slot::PronounCapital, Traits(0)),
    ("henne", Slot::PronounObject, Traits(0)),
    ("hennes", Slot::PronounGenitive, Traits(0)),
    ("vuxen", Slot::Adult, Traits::ADULT),
    ("syskon", Slot::Sibling, Traits::SIBLING),
    ("borta", Slot::Away, Traits::AWAY),
    ("där", Slot::AtHome, Traits::PLACED),
    ("hemmet", Slot::Home, Traits::PLACED),
    ("ämne", Slot::Subject, Traits(0)),
    ("ämnet", Slot::TheSubject, Traits(0)),
    ("aktivitet", Slot::Activity, Traits(0)),
    ("aktiviteten", Slot::TheActivity, Traits(0)),
    ("språk", Slot::Language, Traits::LANGUAGE),
];

/// What is wrong with a sentence in the asset.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A word in brackets that means nothing.
    #[error("unknown condition [{0}]")]
    Tag(String),
    /// A word in braces that means nothing.
    #[error("unknown place {{{0}}}")]
    Slot(String),
    /// An opening bracket or brace without its end.
    #[error("not closed: {0}")]
    Open(String),
}

impl TryFrom<String> for Template {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, TemplateError> {
        let open = || TemplateError::Open(text.clone());
        let (mut rest, mut needs) = (text.as_str(), Traits::default());
        while let Some(tagged) = rest.strip_prefix('[') {
            let (tag, after) = tagged.split_once(']').ok_or_else(open)?;
            let known = TAGS.iter().find(|(name, _)| *name == tag);
            needs = needs.and(known.ok_or_else(|| TemplateError::Tag(tag.to_owned()))?.1);
            rest = after.trim_start();
        }
        let mut pieces = Vec::new();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or_else(open)?;
            let known = SLOTS.iter().find(|(slot, ..)| *slot == name);
            let (_, slot, implied) = known.ok_or_else(|| TemplateError::Slot(name.to_owned()))?;
            needs = needs.and(*implied);
            pieces.extend([Piece::Text(before.to_owned()), Piece::Slot(*slot)]);
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self { pieces, needs })
    }
}
