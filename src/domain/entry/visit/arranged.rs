//! Arrangements as they are imported and exported: the rule of their days and the terms, whole, so that a series comes
//! back as it was. A row of `visits` is one visit; what a series gives beside those rows, it gives from here.
//!
//! `series` is the place of an arrangement among its family's, from 1: it joins the rows of `visits`, `accounts` and
//! `preparations` to theirs. `anchor` is the day from which every n-th week is counted, where that is not what the
//! first day says. `follows` is the place of the arrangement that it goes on from, `left_out` the days that have no
//! visit.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::arrangement::draft as arrangement_draft;
use super::{series, terms, whom};
use crate::domain::codes::{Answer, Code as _, VisitBasis, VisitContact, Week53};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape};
use crate::domain::problem::Problem;
use crate::domain::text::Leaning;
use crate::domain::visit::pattern::MOST_TIMES;
use crate::domain::visit::{Arrangement, Ends, Series};

use Need::{Optional, Required};

/// Most arrangements of a family that a row can name.
const MOST: u32 = 100_000;

/// The place of an arrangement, as a column.
pub const SERIES: Field = Field { key: "series", shape: Shape::Number { least: 1, most: MOST }, need: Optional };

/// The columns of arrangements.
pub const ARRANGED: Form = Form {
    kind: "arrangements",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        SERIES,
        Field { key: "child", shape: Shape::Member, need: Required },
        Field { key: "with", shape: Shape::People, need: Required },
        Field { key: "pattern", shape: Shape::Pattern, need: Optional },
        Field { key: "from", shape: Shape::Day(Leaning::Future), need: Required },
        Field { key: "anchor", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "until", shape: Shape::LastDay, need: Optional },
        Field { key: "times", shape: Shape::Number { least: 0, most: MOST_TIMES }, need: Optional },
        Field { key: "week_53", shape: Shape::Code(Week53::LIST), need: Optional },
        Field { key: "contact", shape: Shape::Code(VisitContact::LIST), need: Optional },
        Field { key: "start", shape: Shape::Times, need: Optional },
        Field { key: "end", shape: Shape::Time, need: Optional },
        terms::NIGHTS,
        Field { key: "place", shape: Shape::Line, need: Optional },
        Field { key: "step", shape: Shape::Step, need: Optional },
        Field { key: "supporter", shape: Shape::Staff, need: Optional },
        Field { key: "supervision", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "transport", shape: Shape::Line, need: Optional },
        Field { key: "purpose", shape: Shape::Line, need: Optional },
        Field { key: "basis", shape: Shape::Code(VisitBasis::LIST), need: Optional },
        Field { key: "support_until", shape: Shape::LastDay, need: Optional },
        Field { key: "despite", shape: Shape::Line, need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
        Field { key: "follows", shape: Shape::Number { least: 1, most: MOST }, need: Optional },
        Field { key: "left_out", shape: Shape::Days, need: Optional },
    ],
    asked: &[],
};

/// An arrangement as a row tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arranged {
    /// Its place in the file, where it says.
    pub series: Option<u32>,
    /// The arrangement; what it follows is told by place.
    pub arrangement: Arrangement,
    /// The place of the one that it follows.
    pub follows: Option<u32>,
    /// The days that are left out.
    pub left_out: BTreeSet<NaiveDate>,
}

/// Reads a row.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the row.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Arranged, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let child = if reader.is_empty("child") { None } else { whom::child(&mut reader, "child", family, names)? };
    let with = whom::with(&mut reader, family, child, names)?;
    let told = series::pattern(&mut reader);
    let choice: Option<Week53> = reader.code("week_53");
    let (from, anchor) = (reader.day("from"), reader.day("anchor"));
    let ends = match (reader.last_day("until", from), reader.number("times")) {
        (Some(until), _) => Ends::Until(until),
        (None, Some(times)) => Ends::Times(times),
        (None, None) => Ends::Open,
    };
    let series = told.zip(from).map(|((rule, weekdays), from)| {
        let rule = choice.map_or(rule, |choice| rule.choosing(choice));
        let told = Series::told(rule, weekdays, Some(from), from);
        Series { anchor: anchor.unwrap_or(told.anchor), ..told }.ending(ends)
    });
    let terms = terms::read(&mut reader, with, names.ladder());
    let basis = reader.code("basis");
    let support_until = reader.last_day("support_until", from);
    let left_out = reader.days_ahead("left_out");
    let (place, follows) = (reader.number("series"), reader.number("follows"));
    let arranged = (|| {
        let arrangement = Arrangement {
            family: family?,
            child: child?,
            series: series?,
            terms,
            purpose: reader.line("purpose"),
            basis,
            support_until,
            follows: None,
            event: None,
            note: reader.note("note"),
        };
        Some(Arranged { series: place, arrangement, follows, left_out })
    })();
    Ok(reader.finish(arranged))
}

/// An arrangement as a row.
pub fn draft(arranged: &Arranged, case_ref: &str, members: &[MemberName], setting: Setting) -> Draft {
    let series = &arranged.arrangement.series;
    let told = Series::told(series.pattern, series.weekdays, Some(series.from), series.from);
    arrangement_draft(&arranged.arrangement, case_ref, members, setting)
        .with_some("series", arranged.series)
        .with_some("anchor", Some(series.anchor).filter(|anchor| *anchor != told.anchor))
        .with_some("follows", arranged.follows)
        .with_list("left_out", &arranged.left_out)
}
