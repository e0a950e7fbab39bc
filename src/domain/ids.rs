//! Identities of stored records, one type each, so that a family's number is never taken for a person's. Those of nouns
//! are named in the one list of `domain::noun`.

use serde::{Deserialize, Serialize};

use super::noun::every_noun;

macro_rules! ids {
    ($( $(#[$doc:meta])* $name:ident )+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+ };
}

macro_rules! of_nouns {
    (
        rows { $($row:ident $row_file:ident $row_id:ident: $row_type:ty,)* }
        apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_type:ty,)* }
    ) => {
        ids! {
            $(#[doc = concat!("Which record of `", stringify!($row), "`.")] $row_id)*
            $(#[doc = concat!("Which record of `", stringify!($apart), "`.")] $apart_id)*
        }
    };
}
every_noun!(of_nouns);

ids! {
    /// A user of the casebook.
    UserId
    /// A team of the unit.
    TeamId
    /// One change as a person sees it: the unit of undo.
    ChangeId
    /// A purge that somebody asked for.
    PurgeId
}
