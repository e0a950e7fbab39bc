//! The tables of facts, column by column.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// The unit's own word for itself.
    Unit,
    /// A pseudonym: the same for the same person or family in every file of the unit.
    Pseudonym,
    /// A code of the casebook.
    Code,
    /// The name of a district; a small unit tells none.
    District,
    /// A day; a small unit tells the first of its month.
    Day,
    /// The first day of a month.
    Month,
    /// A number.
    Number,
    /// Yes or no.
    Flag,
}

impl Holds {
    /// What it is called in the code book.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Pseudonym => "pseudonym",
            Self::Code => "code",
            Self::District => "text",
            Self::Day => "date",
            Self::Month => "month",
            Self::Number => "integer",
            Self::Flag => "boolean",
        }
    }
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
}

/// A table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its columns, the unit first.
    pub columns: &'static [Column],
    /// The column whose day says to which year a row belongs.
    pub year_of: &'static str,
    /// The column by which it is told how many the table is about.
    pub about: &'static str,
}

impl Table {
    /// The place of a column.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}

const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}

/// Every table.
pub const TABLES: &[Table] = &[
    Table {
        name: "placements",
        columns: &[
            column("unit", Holds::Unit),
            column("placement", Holds::Pseudonym),
            column("child", Holds::Pseudonym),
            column("family", Holds::Pseudonym),
            column("kind", Holds::Code),
            column("legal_basis", Holds::Code),
            column("district", Holds::District),
            column("started_on", Holds::Day),
            column("ended_on", Holds::Day),
            column("end_reason", Holds::Code),
            column("school_change", Holds::Flag),
            column("days_to_school", Holds::Number),
        ],
        year_of: "started_on",
        about: "child",
    },
    Table {
        name: "sessions",
        columns: &[
            column("unit", Holds::Unit),
            column("family", Holds::Pseudonym),
            column("district", Holds::District),
            column("on_day", Holds::Day),
            column("kind", Holds::Code),
            column("mode", Holds::Code),
            column("outcome", Holds::Code),
            column("cancelled_by", Holds::Code),
            column("minutes", Holds::Number),
            column("level", Holds::Code),
            column("setting", Holds::Code),
            column("area_school", Holds::Flag),
            column("area_leisure", Holds::Flag),
            column("area_psychosocial", Holds::Flag),
            column("area_parenting", Holds::Flag),
            column("area_network", Holds::Flag),
        ],
        year_of: "on_day",
        about: "family",
    },
    Table {
        name: "visits",
        columns: &[
            column("unit", Holds::Unit),
            column("child", Holds::Pseudonym),
            column("family", Holds::Pseudonym),
            column("district", Holds::District),
            column("on_day", Holds::Day),
            column("step", Holds::Number),
            column("contact", Holds::Code),
            column("supervised", Holds::Flag),
            column("outcome", Holds::Code),
            column("cancelled_by", Holds::Code),
            column("minutes", Holds::Number),
        ],
        year_of: "on_day",
        about: "child",
    },
    Table {
        name: "duties",
        columns: &[
            column("unit", Holds::Unit),
            column("family", Holds::Pseudonym),
            column("duty", Holds::Code),
            column("due_on", Holds::Day),
            column("met_on", Holds::Day),
            column("state", Holds::Code),
        ],
        year_of: "due_on",
        about: "family",
    },
    Table {
        name: "measurements",
        columns: &[
            column("unit", Holds::Unit),
            column("person", Holds::Pseudonym),
            column("family", Holds::Pseudonym),
            column("role", Holds::Code),
            column("instrument", Holds::Code),
            column("area", Holds::Code),
            column("rater", Holds::Code),
            column("month", Holds::Month),
            column("value_hundredths", Holds::Number),
            column("answered", Holds::Number),
            column("weak", Holds::Flag),
        ],
        year_of: "month",
        about: "person",
    },
];

/// The table of a name.
pub fn table_named(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}
