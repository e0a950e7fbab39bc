//! Counts that somebody else made, such as an engine over the extracts of many units: a file of three columns, what
//! rows are told by, what columns are told by, and `n`. They are masked by the same rule as the casebook's own.

use std::io::Read;

use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Axis, Counts, Fact, Numbered, Order, Report, Says, Tally};

/// What the third column is called.
const NUMBER: &str = "n";

/// Reads counts of a report, and by which axis its rows are told.
///
/// # Errors
/// A header that is not the report's; a row that is none, with its line.
pub fn read_counts(
    report: &'static Report,
    order: Order<'_>,
    from: impl Read,
) -> Result<(Counts, &'static Axis, bool), Problem> {
    let mut reader = csv::ReaderBuilder::new().from_reader(from);
    let unreadable = |cause: csv::Error| {
        let line = cause.position().map_or(1, csv::Position::line);
        faulty("counts-unreadable", line)
    };
    let header = reader.headers().map_err(unreadable)?.clone();
    let wanted = || {
        let axes: Vec<&str> = report.choices().collect();
        Problem::new(Kind::Invalid, "counts-header").with("by", axes.join("/")).with("across", report.columns.name)
    };
    let named: Vec<&str> = header.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
    let [by, across, NUMBER] = named[..] else { return Err(wanted()) };
    if across != report.columns.name || by == across {
        return Err(wanted());
    }
    let (axis, is_turned) = report.axis(Some(by)).ok_or_else(wanted)?;
    let (mut labels, mut tally) = (Numbered::of(axis.labels.closed()), Tally::new(report));
    for (place, row) in reader.records().enumerate() {
        let row = row.map_err(unreadable)?;
        let line = row.position().map_or(0, csv::Position::line);
        let [label, name, number] = [0, 1, 2].map(|column| row.get(column).unwrap_or_default().trim());
        let column = report.columns.labels.closed().position(|known| known == name);
        let column = column.ok_or_else(|| faulty("counts-column", line).with("value", name))?;
        let number: u32 = number.parse().map_err(|_| faulty("counts-number", line).with("value", number))?;
        let fact = |row: u32, says: Says| Fact {
            row,
            column,
            unit: i64::try_from(place).unwrap_or(i64::MAX),
            family: FamilyId(0),
            record: (NounKind::Families, 0),
            on: None,
            says,
        };
        match label {
            "" => (0..number).for_each(|_| tally.add(&fact(0, Says::Missing(axis.name)))),
            label => tally.add(&fact(labels.number(label), Says::Many(number))),
        }
    }
    Ok((tally.finish(axis, &labels, order), axis, is_turned))
}

fn faulty(key: &'static str, line: u64) -> Problem {
    Problem::new(Kind::Invalid, key).with("line", line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::report::{Cell, Rule, named, protect};

    fn read(text: &str) -> Result<Vec<String>, Problem> {
        let order = |name: &str| name.as_bytes().to_vec();
        let (counts, ..) = read_counts(named("placements").unwrap(), &order, text.as_bytes())?;
        let figures = protect(&counts, Rule::Masked { threshold: 4 });
        let line = |(label, cells): (&str, &[Cell])| {
            let cells: Vec<String> = cells.iter().map(ToString::to_string).collect();
            format!("{label} {}", cells.join(" "))
        };
        Ok(figures.lines().map(line).collect())
    }

    #[test]
    fn counts_from_elsewhere_are_masked_as_our_own() {
        let text = "district,kind,n\nÖster,family_home,12\nÖster,emergency_home,3\nNorr,family_home,5\n";
        let lines = read(text).unwrap();
        assert!(lines[1].starts_with("Öster 0 0 * 12 0 0"), "{lines:?}");
        assert!(lines[0].starts_with("Norr 0 0 0 5 0 0"), "{lines:?}");
    }

    #[test]
    fn what_is_no_count_is_refused_with_its_line() {
        for (text, key) in [
            ("kind,district,n\n", "counts-header"),
            ("district,kind\n", "counts-header"),
            ("week,kind,n\n", "counts-header"),
            ("district,kind,n\nÖster,castle,4\n", "counts-column"),
            ("district,kind,n\nÖster,family_home,-1\n", "counts-number"),
            ("district,kind,n\nÖster,family_home,many\n", "counts-number"),
            ("district,kind,n\nÖster,family_home\n", "counts-unreadable"),
        ] {
            let problem = read(text).unwrap_err();
            assert_eq!(problem.key, key, "{text}");
        }
    }
}
