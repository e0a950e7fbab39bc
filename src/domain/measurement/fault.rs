//! Faults of an instrument's file: on which line, and why it cannot be taken.

use crate::domain::problem::{Kind, Problem};

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct InstrumentFault {
    /// The line, from 1.
    pub line: usize,
    /// Why.
    pub why: Flaw,
    /// What stands there, or what it is about.
    pub what: String,
}

impl InstrumentFault {
    /// The fault as a problem; whoever knows the file adds its name.
    pub fn problem(&self) -> Problem {
        Problem::new(Kind::Invalid, "instrument")
            .with("line", self.line)
            .with("why", self.why.name())
            .with("what", &self.what)
    }
}

macro_rules! flaws {
    ($($(#[$doc:meta])* $flaw:ident = $name:literal,)+) => {
        /// Why a file cannot be taken; its sentence is a variant of `problem-instrument` in the locale files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Flaw { $($(#[$doc])* $flaw),+ }

        impl Flaw {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$flaw),+];

            /// What it is called in the locale files.
            pub fn name(self) -> &'static str {
                match self { $(Self::$flaw => $name),+ }
            }
        }
    };
}

flaws! {
    /// It is no TOML, or no instrument: a field that is missing, unknown or of another kind.
    Form = "form",
    /// A form that this program does not know.
    Format = "format",
    /// A key that is not lower-case letters, digits and `_`.
    Key = "key",
    /// A text that says nothing.
    Empty = "empty",
    /// A number that must be greater than 0.
    Zero = "zero",
    /// A list that holds nothing.
    Nothing = "nothing",
    /// The same twice.
    Twice = "twice",
    /// It ends before it begins.
    Order = "order",
    /// Nobody is so old, or it takes longer than anybody sits.
    TooMuch = "too-much",
    /// How long there is, but not since when.
    IntervalFrom = "interval-from",
    /// Before something, but not before what; or the other way around.
    IntervalOf = "interval-of",
    /// A length that does not look ahead.
    Length = "length",
    /// Nothing that it could be asked before or shown at.
    Occasion = "occasion",
    /// A scale of more steps than there are digits.
    ScaleWide = "scale-wide",
    /// Not as many labels as steps.
    Labels = "labels",
    /// Questions on a scale, and no scale.
    NoScale = "no-scale",
    /// More must be answered than there is.
    LeastAnswered = "least-answered",
    /// A number that no answer comes to.
    OffScale = "off-scale",
    /// A limit or a factor of what is not worked out.
    NotScored = "not-scored",
    /// No such area.
    Area = "area",
    /// A question on the scale of which nobody can tell the area.
    NoArea = "no-area",
    /// A question to choose in, and nothing to choose from.
    NoOptions = "no-options",
    /// Options where none are chosen.
    NotChosen = "not-chosen",
    /// More options than there are digits.
    ManyOptions = "many-options",
    /// It depends on a question that does not come before it.
    Depends = "depends",
    /// It depends on an answer that cannot be given.
    DependsOn = "depends-on",
    /// It depends on an answer and on another, or on none.
    DependsHow = "depends-how",
    /// An alert of a question that is not on the scale.
    AlertKind = "alert-kind",
    /// It becomes something by an option that there is not.
    BecomesOption = "becomes-option",
    /// It becomes what such an answer cannot be.
    BecomesKind = "becomes-kind",
    /// A direction of a question that is not on the scale.
    DirectionKind = "direction-kind",
    /// Whoever answers has no mark beside it.
    Rater = "rater",
    /// Whom it is about is not told, or is who answers anyway.
    About = "about",
}
