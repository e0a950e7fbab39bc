//! Every noun as the store keeps it. What is done for a kind of record that only the journal, a file or a rule names is
//! a [`Visitor`]: it is written once, for any noun, and reaches them all through the one list of `domain::noun`.

use super::record::Row;
use crate::domain::noun::{NounKind, every_noun};

/// What is done for a kind of record, whichever it is.
pub(super) trait Visitor {
    /// What comes of it.
    type Out;

    /// Does it.
    fn visit<R: Row>(self) -> Self::Out;
}

macro_rules! visit {
    (
        rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
    ) => {
        /// Does for a kind what a visitor does.
        pub(super) fn of<V: Visitor>(kind: NounKind, visitor: V) -> V::Out {
            match kind {
                $(NounKind::$row => visitor.visit::<$row_type>(),)*
                $(NounKind::$apart => visitor.visit::<$apart_type>(),)*
            }
        }
    };
}
every_noun!(visit);

/// What the journal calls a kind.
struct Name;

impl Visitor for Name {
    type Out = &'static str;

    fn visit<R: Row>(self) -> &'static str {
        R::NOUN
    }
}

/// The kind that the journal calls by a name; none of what is no record, such as a report that was read.
pub(super) fn named(name: &str) -> Option<NounKind> {
    NounKind::ALL.iter().copied().find(|kind| of(*kind, Name) == name)
}

/// Whether a kind is told of.
struct IsNews;

impl Visitor for IsNews {
    type Out = Option<&'static str>;

    fn visit<R: Row>(self) -> Option<&'static str> {
        R::IS_NEWS.then_some(R::NOUN)
    }
}

/// The names of kinds that are worth telling of, as a list of SQL.
pub(super) fn news() -> String {
    let names: Vec<String> =
        NounKind::ALL.iter().filter_map(|kind| of(*kind, IsNews)).map(|name| format!("'{name}'")).collect();
    names.join(", ")
}
