//! To whom one refers: the sorts of actors that ship, and the unit's own catalogue over them, `actors.toml` in the
//! casebook's directory, in this form:
//!
//! ```toml
//! [[actor]]
//! name = "BUP Norr"
//! kind = "child_psychiatry"   # one of the codes of `actor_kind`
//! phone = "08-465 004 20"     # may be left out
//! ```

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::codes::{ActorKind, Code};
use crate::domain::entry::Lexicon;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold, identity_of};

/// Letters from which on the beginning of a name is one.
const LEAST: usize = 3;

/// The catalogue of a unit that keeps none.
static EMPTY: LazyLock<Catalogue> = LazyLock::new(Catalogue::default);

/// An actor.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// What it is called.
    pub name: String,
    /// What sort.
    pub kind: ActorKind,
    /// How one reaches it.
    #[serde(default)]
    pub phone: Option<String>,
}

/// The unit's catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue {
    actors: Vec<Actor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    actor: Vec<Actor>,
}

/// Whom a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Means {
    /// What is written is stored: an actor by name, or a sort by its code.
    One(String),
    /// Any of these.
    Several(Vec<String>),
    /// Nobody of the catalogue.
    Nobody,
}

impl Catalogue {
    /// Reads the unit's catalogue.
    ///
    /// # Errors
    /// When the text is not of the form above, or a name is empty, stands twice or is the code of a sort.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let file: File =
            toml::from_str(text).map_err(|cause| Problem::new(Kind::Invalid, "unit-actors").because(cause))?;
        let mut actors: Vec<Actor> = Vec::new();
        for actor in file.actor {
            let name = clean_line(&actor.name);
            let is_known = actors.iter().any(|known| identity_of(&known.name) == identity_of(&name));
            if name.is_empty() || is_known || ActorKind::from_code(&name).is_some() {
                return Err(Problem::new(Kind::Invalid, "unit-actors-name").with("name", actor.name));
            }
            actors.push(Actor { name, ..actor });
        }
        Ok(Self { actors })
    }

    /// The catalogue of a unit that keeps none.
    pub fn shipped() -> &'static Self {
        &EMPTY
    }

    /// The unit's own actors.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Whom a text means that somebody typed: an actor by name, a sort, an actor by the beginning of its name.
    pub fn meant(&self, text: &str, lexicon: &dyn Lexicon) -> Means {
        let named = |is: &dyn Fn(&Actor) -> bool| -> Vec<String> {
            self.actors.iter().filter(|actor| is(actor)).map(|actor| actor.name.clone()).collect()
        };
        let same = named(&|actor| identity_of(&actor.name) == identity_of(text));
        if let [only] = same.as_slice() {
            return Means::One(only.clone());
        }
        let word = fold(text);
        let begun = if word.chars().count() < LEAST { Vec::new() } else { named(&|actor| begins(&actor.name, &word)) };
        let kinds = lexicon.meanings(ActorKind::LIST, text);
        match (kinds.as_slice(), begun.as_slice()) {
            ([], []) => Means::Nobody,
            ([kind], []) => Means::One((*kind).to_owned()),
            ([], [actor]) => Means::One(actor.clone()),
            // What is a whole word for a sort is that, whoever is called something that begins so.
            ([kind], _) if fold(&lexicon.word(ActorKind::LIST, kind)) == word => Means::One((*kind).to_owned()),
            (kinds, begun) => {
                let kinds = kinds.iter().map(|kind| lexicon.word(ActorKind::LIST, kind));
                Means::Several(kinds.chain(begun.iter().cloned()).collect())
            }
        }
    }

    /// What sort of actor a stored text is, if it is known.
    pub fn kind_of(&self, to: &str) -> Option<ActorKind> {
        let of = |actor: &&Actor| identity_of(&actor.name) == identity_of(to);
        ActorKind::from_code(to).or_else(|| self.actors.iter().find(of).map(|actor| actor.kind))
    }
}

fn begins(name: &str, word: &str) -> bool {
    fold(name).starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::CodesOnly;

    const UNIT: &str = r#"
        [[actor]]
        name = "BUP Norr"
        kind = "child_psychiatry"
        [[actor]]
        name = "BUP Söder"
        kind = "child_psychiatry"
        phone = "08-1"
        [[actor]]
        name = "Judoklubben"
        kind = "association"
    "#;

    #[test]
    fn an_actor_is_meant_by_name_by_its_beginning_or_by_its_sort() {
        let unit = Catalogue::parse(UNIT).unwrap();
        let one = |text: &str| Means::One(text.to_owned());
        for (text, means) in [
            ("bup norr", one("BUP Norr")),
            ("jud", one("Judoklubben")),
            ("school", one("school")),
            ("bup", Means::Several(vec!["BUP Norr".to_owned(), "BUP Söder".to_owned()])),
            ("ju", Means::Nobody),
            ("Scouterna", Means::Nobody),
        ] {
            assert_eq!(unit.meant(text, &CodesOnly), means, "{text}");
        }
        assert_eq!(unit.kind_of("BUP SÖDER"), Some(ActorKind::ChildPsychiatry));
        assert_eq!(unit.kind_of("dental_care"), Some(ActorKind::DentalCare));
        assert_eq!(unit.kind_of("Scouterna"), None);
    }

    #[test]
    fn a_faulty_catalogue_is_told_of() {
        for text in [
            "[[actor]]\nname = \"A\"",
            "[[actor]]\nname = \"A\"\nkind = \"bank\"",
            "[[actor]]\nname = \" \"\nkind = \"school\"",
            "[[actor]]\nname = \"school\"\nkind = \"school\"",
            "[[actor]]\nname = \"A\"\nkind = \"school\"\n[[actor]]\nname = \"a\"\nkind = \"school\"",
            "[[actor]]\nname = \"A\"\nkind = \"school\"\nweeks = 3",
            "actor",
        ] {
            assert!(Catalogue::parse(text).is_err(), "{text}");
        }
        assert_eq!(Catalogue::parse("").unwrap(), Catalogue::default());
    }
}
