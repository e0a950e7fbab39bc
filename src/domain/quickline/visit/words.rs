//! Every word that only a line about visits knows, in both languages. Compared folded; the first is the one completed.

use crate::domain::codes::{MonthPlace, VisitContact, Week53};

use super::super::words::Row;

/// What begins a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Every week; a place in the month may follow.
    Every,
    /// Every second week.
    Second,
    /// Even ISO weeks.
    Even,
    /// Odd ISO weeks.
    Odd,
}

/// What stands before something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// The first day.
    From,
    /// The last day.
    Until,
    /// What is left out.
    Without,
}

/// What is told with a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// Who supports the visit.
    Support,
    /// Where it is.
    Place,
    /// How it goes on after a week 53.
    Week53,
}

/// The words that begin a pattern.
pub const RHYTHMS: &[Row<Rhythm>] = &[
    (Rhythm::Every, &["varje"], &["every", "each"]),
    (Rhythm::Second, &["varannan", "varann"], &["alternate"]),
    (Rhythm::Even, &["jämna", "jämn"], &["even"]),
    (Rhythm::Odd, &["udda"], &["odd"]),
];

/// The words that with a number after them are every so many weeks.
pub const EVERY_SO_MANY: &[&str] = &["var", "every"];

/// The words for a place in the month.
pub const PLACES: &[Row<MonthPlace>] = &[
    (MonthPlace::First, &["1:a", "första"], &["1st", "first"]),
    (MonthPlace::Second, &["2:a", "andra"], &["2nd", "second"]),
    (MonthPlace::Third, &["3:e", "tredje"], &["3rd", "third"]),
    (MonthPlace::Fourth, &["4:e", "fjärde"], &["4th", "fourth"]),
    (MonthPlace::Fifth, &["5:e", "femte"], &["5th", "fifth"]),
    (MonthPlace::Last, &["sista"], &["final"]),
];

/// What may stand between a rhythm and its weekdays.
pub const FILLERS: &[&str] = &["vecka", "veckor", "week", "weeks"];

/// What may stand between weekdays.
pub const BETWEEN: &[&str] = &["och", "and", "&", "+"];

/// The words before a day.
pub const SIGNS: &[Row<Sign>] = &[
    (Sign::From, &["från", "fom", "fr.o.m", "fr.o.m."], &["from", "starting"]),
    (Sign::Until, &["tom", "t.o.m", "t.o.m.", "till"], &["until", "through"]),
    (Sign::Without, &["utan", "utom"], &["without", "except"]),
];

/// What after `10` makes it a number of times.
pub const TIMES: &[&str] = &["ggr", "gånger", "gång", "x", "times"];

/// What with a number after it is a step.
pub const STEPS: &[&str] = &["steg", "step"];

/// What is told with a colon.
pub const TAGS: &[Row<Tag>] = &[
    (Tag::Support, &["stöd"], &["support", "supporter"]),
    (Tag::Place, &["plats"], &["place"]),
    (Tag::Week53, &["v53"], &["week53", "w53"]),
];

/// How a series goes on after a week 53: by the numbers, or every second week.
pub const CHOICES: &[Row<Week53>] = &[
    (Week53::KeepParity, &["nummer", "numren"], &["numbers", "parity"]),
    (Week53::KeepFortnight, &["varannan"], &["fortnight"]),
];

/// How a child and others meet.
pub const CONTACTS: &[Row<VisitContact>] = &[
    (VisitContact::Phone, &["tel", "telefon"], &["phone"]),
    (VisitContact::Video, &["video"], &[]),
    (VisitContact::Letter, &["brev"], &["letter"]),
    (VisitContact::InPerson, &["möte"], &["meeting"]),
];
