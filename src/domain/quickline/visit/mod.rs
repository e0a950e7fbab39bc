//! A line that tells of visits: `umgänge Elias @mamma jämna lör 10-14 tom v22 steg3 stöd:Karin plats:Lekoteket`.
//!
//! The same steps as for a session, with other words (`words`), other readers (`claim`), a child to be found (`whom`),
//! and an arrangement at the end (`line`), with what the person should be told before saving it (`warning`).
//!
//! What the grammar settles where the forms would allow more:
//!
//! - Days always look forward. A day is the first of a series, or the single day; `tom v22` is to the end of week 22,
//!   and looks forward from the first day. `varannan 28/11` is every second week on that day's weekday.
//! - A pattern takes any number of weekdays after it. `var3 lör` and `varannan lör` count from the first visit;
//!   `jämna`, `udda` follow the numbers. English `last sat` is Saturday of last week; the last one of each month is
//!   `every last sat`.
//! - A bare word is a child of the family in question, or a family; what is both is ambiguous, unless it is one of them
//!   in full. Without any family it is a child of that name anywhere, if there is only one.
//! - Where no bare word names the child it is the one child among the people, else the family's only child.
//! - Several children are one visit with all of them: the first that is named is the one whose record it is, the others
//!   are among those it meets, and it counts for each. `Elias Noah @mamma` and `Elias @Noah @mamma` are the same.
//! - `18-10` and `fre 17 - sön 18` end on a later day; in a series the weekday that it ends on is the next such one.
//! - `tom juni` is to the end of June. `tom jul` is July or Christmas, and told as both; `until jul` is July.
//! - A supporter is one of the staff; a name that nobody has is refused, or written `stöd:ny:Karim`.
//! - `utan 26/12` and `utan v8` leave days out of a series; `utan stöd` says that no supporter is needed. Without it, a
//!   step that needs a supporter does, and so does a visit that has one.
//! - `v53:nummer` and `v53:varannan` choose how even or odd weeks go on after a week 53.
//! - In places and supporters `_` stands for a space: `plats:Stora_rummet`.
//! - `inställd(…)`, `uteblev` are for a single day, as in a session.

pub(super) mod classify;
mod line;
mod warning;
pub(super) mod whom;
pub(super) mod words;
mod written;

pub use line::{VisitJson, VisitLine, visit_json};
pub use warning::Warning;
pub use words::STEPS;
pub use written::{parse_pattern, write_pattern};

pub(super) use line::{assemble, at_odds, lacks};
