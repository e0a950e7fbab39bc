//! A report counted some at a time, for whoever must not wait: what was counted so far can be shown, and nobody who has
//! enough of it is held up.
//!
//! Long tables are cut by their own numbers. Each part is read in a picture of its own, so whoever counts begins anew
//! once a record has changed.

use std::cell::OnceCell;
use std::ops::ControlFlow;

use super::families::Families;
use super::{AskedFigures, LINES, Part, Scope, facts};
use crate::domain::access::Right;
use crate::domain::problem::Problem;
use crate::domain::report::{Counts, Numbered, Tally};
use crate::store::{Store, sorting};

/// How the scan of a report is cut: the table by whose numbers, and how many of them are read in a turn. A report that
/// is not named is read whole: its tables are short.
const CUTS: &[(&str, &str, i64)] = &[
    ("sessions", "SELECT coalesce(max(id), 0) FROM session", 8192),
    ("prevention", "SELECT coalesce(max(id), 0) FROM session", 8192),
    ("visits", "SELECT coalesce(max(id), 0) FROM family", 64),
    ("deadlines", "SELECT coalesce(max(id), 0) FROM family", 16),
];

/// A report being counted.
#[derive(Debug)]
pub struct Counting {
    asked: AskedFigures,
    labels: Numbered,
    tally: Tally,
    known: OnceCell<Families>,
    /// What has been read.
    after: i64,
    /// The last number there is.
    last: i64,
    lines: Vec<Vec<String>>,
}

impl Counting {
    /// What is counted.
    pub fn asked(&self) -> &AskedFigures {
        &self.asked
    }

    /// What was counted so far.
    pub fn counts(&self) -> Counts {
        let mut counts = self.tally.clone().finish(self.asked.by, &self.labels, &sorting::key);
        counts.lines.clone_from(&self.lines);
        counts
    }

    /// How much has been read, in per cent.
    pub fn per_cent(&self) -> i64 {
        self.after.saturating_mul(100).checked_div(self.last).unwrap_or(100).clamp(0, 100)
    }

    /// Whether all has been.
    pub fn is_whole(&self) -> bool {
        self.after >= self.last
    }
}

impl Store {
    /// Begins to count a report, over all that the act reaches. That it is read is journalled.
    ///
    /// # Errors
    /// Refused by role.
    pub fn begin_figures(&self, asked: AskedFigures) -> Result<Counting, Problem> {
        self.ask(asked.act)?;
        self.journal_figures(asked.report.read_as, asked.act == Right::ReadFiguresUnmasked)?;
        let cut = CUTS.iter().find(|(name, ..)| *name == asked.report.name);
        let last = cut.map(|(_, last, _)| self.connection.query_row(last, [], |row| row.get(0))).transpose()?;
        Ok(Counting {
            labels: Numbered::of(asked.by.labels.closed()),
            tally: Tally::new(asked.report),
            known: OnceCell::new(),
            after: 0,
            // What is not cut is one part.
            last: last.unwrap_or(1),
            lines: Vec::new(),
            asked,
        })
    }

    /// Counts on for a turn.
    ///
    /// # Errors
    /// Refused by role.
    pub fn count_on(&self, counting: &mut Counting) -> Result<(), Problem> {
        let Counting { asked, labels, tally, known, after, last, lines } = counting;
        let cut = CUTS.iter().find(|(name, ..)| *name == asked.report.name);
        let part = cut.map_or(Part::WHOLE, |(_, _, turn)| Part { after: *after, upto: after.saturating_add(*turn) });
        let scope = Scope { store: self, asked, reached: self.ask(asked.act)?, part, known };
        let _picture = self.picture()?;
        facts(&scope, labels, &mut |fact| {
            tally.add(fact);
            ControlFlow::Continue(())
        })?;
        *after = part.upto.min(*last);
        if *after >= *last
            && let Some((_, of)) = LINES.iter().find(|(name, _)| *name == asked.report.name)
        {
            *lines = of(&scope)?;
        }
        Ok(())
    }
}
