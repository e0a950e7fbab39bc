//! The counts of several casebooks as those of one. What a report counts once in each cell is counted once in each
//! casebook: somebody whom two units know is somebody else in each.

use super::tally::{Count, Counts, Order, sort};

impl Counts {
    /// The counts of two casebooks together, of one report told by one axis. Lines of records stay where they are.
    #[must_use]
    pub fn with(mut self, other: Self, order: Order<'_>) -> Self {
        for column in &other.columns {
            if !self.columns.contains(column) {
                self.columns.push(column);
                self.cells.iter_mut().for_each(|row| row.push(Count::default()));
            }
        }
        self.order_columns();
        let places: Vec<Option<usize>> = other.columns.iter().map(|column| self.place(column)).collect();
        for (label, cells) in other.rows.iter().zip(&other.cells) {
            let row = self.rows.iter().position(|known| known == label).unwrap_or_else(|| {
                self.rows.push(label.clone());
                self.cells.push(vec![Count::default(); self.columns.len()]);
                self.rows.len() - 1
            });
            for (place, count) in places.iter().zip(cells) {
                if let Some(place) = place {
                    self.cells[row][*place].add(*count);
                }
            }
        }
        self.order_rows(order);
        for (field, many) in other.missing {
            match self.missing.iter_mut().find(|(known, _)| *known == field) {
                Some((_, known)) => *known += many,
                None => self.missing.push((field, many)),
            }
        }
        self.missing.sort_unstable();
        self.values.add(other.values);
        for (of, values) in other.each {
            self.each.entry(of).or_default().add(values);
        }
        // A year that any of them counts only up to a day is not whole.
        for (label, until) in other.until {
            match self.until.iter_mut().find(|(known, _)| *known == label) {
                Some((_, known)) => *known = (*known).min(until),
                None => self.until.push((label, until)),
            }
        }
        self.lines.clear();
        self
    }

    /// The rows in the order of their axis.
    fn order_rows(&mut self, order: Order<'_>) {
        let rows = std::mem::take(&mut self.rows);
        let mut lines: Vec<(String, Vec<Count>)> = rows.into_iter().zip(std::mem::take(&mut self.cells)).collect();
        sort(&mut lines, self.by.labels, |(name, _)| name, order);
        (self.rows, self.cells) = lines.into_iter().unzip();
    }

    /// The columns in the order of the report.
    fn order_columns(&mut self) {
        let order: Vec<&str> = self.report.columns.labels.closed().collect();
        let rank = |name: &str| order.iter().position(|known| *known == name);
        let mut places: Vec<usize> = (0..self.columns.len()).collect();
        places.sort_by_key(|place| rank(self.columns[*place]));
        self.columns = places.iter().map(|place| self.columns[*place]).collect();
        for row in &mut self.cells {
            *row = places.iter().map(|place| row[*place]).collect();
        }
    }
}

impl Count {
    /// One count and another. What one of them did not measure is not measured.
    fn add(&mut self, other: Self) {
        self.number = self.number.saturating_add(other.number);
        self.is_unmeasured |= other.is_unmeasured;
        self.is_told |= other.is_told;
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::report::{Counts, Fact, Numbered, Report, Says, Tally, named};
    use crate::domain::{ids::FamilyId, noun::NounKind};

    const VISITS: &str = "visits";

    fn counted(report: &'static Report, facts: &[(&str, &str, u32)]) -> Counts {
        let by = report.axis(Some("district")).unwrap().0;
        let (mut labels, mut tally) = (Numbered::default(), Tally::new(report));
        let column = |name: &str| report.columns.labels.closed().position(|known| known == name).unwrap();
        for (row, name, many) in facts {
            let says = if *name == "outcome" { Says::Missing("outcome") } else { Says::Many(*many) };
            let column = if *name == "outcome" { 0 } else { column(name) };
            let row = labels.number(row);
            let record = (NounKind::Arrangements, 1);
            tally.add(&Fact { row, column, unit: 1, family: FamilyId(1), record, on: None, says });
        }
        tally.finish(by, &labels, &|name| name.as_bytes().to_vec())
    }

    fn told(counts: &Counts) -> Vec<String> {
        let row = |label: &String, cells: &Vec<_>| {
            let cells: Vec<String> = cells.iter().map(|count: &super::Count| count.number.to_string()).collect();
            format!("{label} {}", cells.join(" "))
        };
        std::iter::once(counts.columns.join(" "))
            .chain(counts.rows.iter().zip(&counts.cells).map(|(label, cells)| row(label, cells)))
            .collect()
    }

    #[test]
    fn two_casebooks_together_count_as_one_would() {
        let report = named(VISITS).unwrap();
        let one = [("Norr", "held", 3), ("Öster", "cancelled_by_parent", 2), ("Norr", "outcome", 1)];
        let other = [("Norr", "held", 4), ("Alby", "cancelled_by_unknown", 5), ("Alby", "outcome", 1)];
        let both: Vec<_> = one.iter().chain(&other).copied().collect();
        let order = |name: &str| name.as_bytes().to_vec();
        let together = counted(report, &one).with(counted(report, &other), &order);
        let expected = counted(report, &both);
        assert_eq!(told(&together), told(&expected));
        assert_eq!(together.missing, expected.missing);
        let turned = counted(report, &other).with(counted(report, &one), &order);
        assert_eq!(told(&turned), told(&expected));
    }

    #[test]
    fn what_one_of_them_did_not_measure_is_not_measured() {
        let report = named(VISITS).unwrap();
        let mut one = counted(report, &[("Norr", "held", 3)]);
        let place = one.place("held").unwrap();
        one.cells[0][place].is_unmeasured = true;
        let both = one.with(counted(report, &[("Norr", "held", 3)]), &|name| name.as_bytes().to_vec());
        assert!(both.cells[0][place].is_unmeasured);
    }
}
