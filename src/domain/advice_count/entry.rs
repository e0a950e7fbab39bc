//! Entry of what was counted of advice and support by hand: out of a file, for that is where it comes from.

use chrono::Datelike;

use super::AdviceCount;
use crate::domain::codes::{AdviceRow, Code};
use crate::domain::entry::{Draft, Fault, Field, Form, NOT_MEASURED, Need, Reader, Shape, Why};
use crate::domain::noun::{Noun, Said, Shown, Turn, With};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::Column;

/// The most that a unit counts.
const MOST: u32 = 9_999_999;

/// The fields of a count.
pub const ADVICE_COUNT: Form = Form {
    kind: "advice-counts",
    fields: &[
        Field { key: "year", shape: Shape::Number { least: 1990, most: 2100 }, need: Required },
        Field { key: "row", shape: Shape::Code(AdviceRow::LIST), need: Required },
        Field { key: "value", shape: Shape::Measured { most: MOST }, need: Required },
        Field { key: "until", shape: Shape::Day(Leaning::Past), need: Optional },
    ],
    asked: &[],
};

fn read(mut reader: Reader<'_>) -> Result<AdviceCount, Vec<Fault>> {
    let year = reader.number("year").and_then(|year| u16::try_from(year).ok());
    let row = reader.code("row");
    let value = reader.measured("value");
    let until = reader.day("until");
    if let (Some(until), Some(year)) = (until, year)
        && until.year() != i32::from(year)
    {
        reader.fault("until", Why::OtherYear("year"));
    }
    let count = (|| Some(AdviceCount { year: year?, row: row?, value: value?, until }))();
    reader.finish(count)
}

impl Noun for AdviceCount {
    const COLUMNS: &'static Form = &ADVICE_COUNT;
    const SHOWN: &'static [Shown] = &[Column("year"), Column("row"), Column("value"), Column("until")];
    const TURN: Turn = Turn::Last;
    const IN_NO_FAMILY: bool = true;

    fn read(reader: Reader<'_>, _: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        Ok(read(reader))
    }

    fn draft(&self, _: &Said<'_>) -> Draft {
        Draft::default()
            .with("year", self.year.to_string())
            .with("row", self.row.code())
            .with("value", self.value.map_or_else(|| NOT_MEASURED.to_owned(), |value| value.to_string()))
            .with_some("until", self.until)
    }

    fn is_same(&self, other: &Self) -> bool {
        (self.year, self.row) == (other.year, other.row)
    }
}
