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
use crate::domain::report::{Counts, Numbered, Report, Tally};
use crate::store::{Store, sorting};

/// How the scan of a report is cut: by whose numbers, and how many of them are read in a turn. A report that is not
/// named is read whole: its tables are short.
const CUTS: &[(&str, &str, i64)] = &[
    ("placements", PLACEMENTS, 4096),
    ("advice", FAMILIES, 512),
    ("coverage", FAMILIES, 256),
    ("sessions", SESSIONS, 8192),
    ("visits", FAMILIES, 64),
    ("deadlines", FAMILIES, 16),
    ("weeks", FAMILIES, 512),
    ("contact", FAMILIES, 64),
    ("goals", FAMILIES, 512),
    ("check-ins", "SELECT coalesce(max(id), 0) FROM check_in", 8192),
    ("needs", "SELECT coalesce(max(id), 0) FROM referral", 8192),
    ("prevention", SESSIONS, 8192),
    ("endings", PLACEMENTS, 4096),
    ("talks", FAMILIES, 256),
    ("crisis", FAMILIES, 512),
    ("after", PLACEMENTS, 1024),
    ("access", "SELECT coalesce(max(id), 0) FROM journal", 65536),
];

const FAMILIES: &str = "SELECT coalesce(max(id), 0) FROM family";
const PLACEMENTS: &str = "SELECT coalesce(max(id), 0) FROM placement";
const SESSIONS: &str = "SELECT coalesce(max(id), 0) FROM session";

/// As many turns at once where nobody waits for a key.
pub(super) const AT_ONE_LOOK: i64 = 32;

/// How the scan of a report is cut in a casebook.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cut {
    /// How many numbers are read in a turn; none where all is one part.
    turn: Option<i64>,
    /// The last number there is.
    last: i64,
}

impl Cut {
    pub(super) fn of(store: &Store, report: &Report) -> Result<Self, Problem> {
        let Some((_, last, turn)) = CUTS.iter().find(|(name, ..)| *name == report.name) else {
            return Ok(Self { turn: None, last: 1 });
        };
        let last = store.connection.prepare_cached(last)?.query_row([], |row| row.get(0))?;
        Ok(Self { turn: Some(*turn), last })
    }

    /// The part that follows what has been read, of so many turns.
    pub(super) fn part(&self, after: i64, turns: i64) -> Part {
        self.turn.map_or(Part::WHOLE, |turn| Part { after, upto: after.saturating_add(turn.saturating_mul(turns)) })
    }

    /// How much has been read, in per cent.
    pub(super) fn per_cent(&self, after: i64) -> i64 {
        after.saturating_mul(100).checked_div(self.last).unwrap_or(100).clamp(0, 100)
    }

    /// Whether nothing follows.
    pub(super) fn is_past(&self, after: i64) -> bool {
        after >= self.last
    }
}

/// A report being counted.
#[derive(Debug)]
pub struct Counting {
    asked: AskedFigures,
    labels: Numbered,
    tally: Tally,
    known: OnceCell<Families>,
    /// What has been read.
    after: i64,
    cut: Cut,
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
        self.cut.per_cent(self.after)
    }

    /// Whether all has been.
    pub fn is_whole(&self) -> bool {
        self.cut.is_past(self.after)
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
        let cut = Cut::of(self, asked.report)?;
        Ok(Counting {
            labels: Numbered::of(asked.by.labels.closed()),
            tally: Tally::new(asked.report),
            known: OnceCell::new(),
            after: 0,
            cut,
            lines: Vec::new(),
            asked,
        })
    }

    /// Counts on for a turn.
    ///
    /// # Errors
    /// Refused by role.
    pub fn count_on(&self, counting: &mut Counting) -> Result<(), Problem> {
        let Counting { asked, labels, tally, known, after, cut, lines } = counting;
        let part = cut.part(*after, 1);
        let scope = Scope { store: self, asked, reached: self.ask(asked.act)?, part, known };
        let _picture = self.picture()?;
        facts(&scope, labels, &mut |fact| {
            tally.add(fact);
            ControlFlow::Continue(())
        })?;
        *after = part.upto.min(cut.last);
        if cut.is_past(*after)
            && let Some((_, of)) = LINES.iter().find(|(name, _)| *name == asked.report.name)
        {
            *lines = of(&scope)?;
        }
        Ok(())
    }
}
