//! A hand-over sheet to be read (överlämning): what a colleague who takes the family over must know. It lies over the
//! pane it was opened from, and is one text to go up and down in.

mod noted;
mod said;
mod sheet;

use super::actions::Action;
use super::desk::App;
use super::layout::{WIDE, body};
use super::modal::Modal;
use super::panes::Pane;
use super::scroll::Scroll;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::measure::{width, wrap};

pub use sheet::{Line, Part, Sheet, Weight, Words};

/// Rows of the body that do not move: the title, and a blank one.
pub const ABOVE: u16 = 2;

/// Columns before the words of a line: margin, sign and day.
pub const INDENT: usize = 12;

/// Columns before the words of a line that never has a day: margin and sign.
pub const ASIDE: usize = 2;

/// What a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetKind {
    /// What a colleague who takes the family over must know.
    HandOver,
    /// What is noted of the family beside its page.
    Dossier,
}

/// A sheet that is open.
#[derive(Debug)]
pub struct HandOver {
    /// What it is.
    pub kind: SheetKind,
    /// Whose.
    pub family: FamilyId,
    /// What it says.
    pub sheet: Sheet,
    /// How far it has been read.
    pub scroll: Scroll,
}

impl App {
    /// Opens the sheet of the open family, or in the week of the family of the marked line. If the family is not open,
    /// that is journalled as a reading.
    pub(super) fn open_sheet(&mut self, kind: SheetKind) -> Result<(), Problem> {
        let Some(family) = self.family_to_hand_over() else { return Ok(()) };
        let sheet = self.sheet_of(kind, family)?;
        if self.open.as_ref().is_none_or(|open| open.id() != family) {
            self.store.journal_reading(family)?;
        }
        let scroll = Scroll::default();
        self.modals.push(Modal::HandOver(Box::new(HandOver { kind, family, sheet, scroll })));
        Ok(())
    }

    fn family_to_hand_over(&self) -> Option<FamilyId> {
        match self.pane {
            Pane::Week => self.week.current().and_then(|line| self.family_of_line(line)),
            _ => self.open.as_ref().map(super::page::OpenFamily::id),
        }
    }

    fn sheet_of(&self, kind: SheetKind, family: FamilyId) -> Result<Sheet, Problem> {
        let rules = self.store.rules().all();
        let words = Words { locale: &self.locale, rules, setting: self.setting() };
        Ok(match kind {
            SheetKind::HandOver => Sheet::of(&self.store.hand_over(family, self.world.today)?, &words),
            SheetKind::Dossier => Sheet::dossier(&self.store.dossier(family, self.world.today)?, &words),
        })
    }

    /// The same sheet as it is now, read on from the same row; it was opened already.
    pub(super) fn handover_again(&self, open: &HandOver) -> Result<HandOver, Problem> {
        Ok(HandOver { sheet: self.sheet_of(open.kind, open.family)?, ..*open })
    }

    pub(super) fn act_on_handover(&mut self, mut open: Box<HandOver>, act: Action) {
        if act == Action::Close {
            return;
        }
        let rows = open.sheet.rows(self.world.size);
        open.scroll.act(act, rows, room(self.world.size).1.into());
        self.modals.push(Modal::HandOver(open));
    }

    /// Why no sheet can be opened here, as a key of the locale files.
    pub(super) fn why_not_handover(&self, act: Action) -> Option<&'static str> {
        (matches!(act, Action::HandOver | Action::Dossier) && self.family_to_hand_over().is_none())
            .then_some("why-no-family")
    }
}

/// Columns and rows for the text; on a wide screen the notes stand beside the rest, and both have as much.
pub fn room((columns, rows): (u16, u16)) -> (usize, u16) {
    let columns = if columns >= WIDE { columns / 2 } else { columns };
    (usize::from(columns).saturating_sub(2), body(rows).saturating_sub(ABOVE))
}

impl HandOver {
    /// Whether the last row is on a screen.
    pub(super) fn is_at_end(&self, size: (u16, u16)) -> bool {
        self.scroll.below(self.sheet.rows(size), room(size).1.into()) == 0
    }
}

impl Sheet {
    /// How many rows the text takes on a screen; on a wide one, the longer of its two columns.
    pub fn rows(&self, size: (u16, u16)) -> usize {
        let (columns, _) = room(size);
        let of_part = |part: &Part| 2 + rows(&part.lines, columns.saturating_sub(INDENT + part.time_columns()));
        let nothing = if self.nothing.is_empty() { 0 } else { 1 + wrap(&self.nothing, columns).len() };
        let quiet = |line: &Line| line.weight == Weight::Quiet;
        let about = |line: &Line| wrap(&line.text, columns.saturating_sub(if quiet(line) { 0 } else { ASIDE })).len();
        let rest = self.about.iter().map(about).sum::<usize>() + nothing;
        let parts: usize = self.parts.iter().map(of_part).sum();
        let notes = self.notes.as_ref().map_or(0, of_part);
        // Beside the rest no blank row stands above the notes.
        if size.0 >= WIDE { (rest + parts).max(notes.saturating_sub(1)) } else { rest + parts + notes }
    }
}

impl Part {
    /// Columns of the times, where there are any, with the blanks after them.
    pub fn time_columns(&self) -> usize {
        let longest = self.lines.iter().map(|line| width(&line.time)).max().unwrap_or_default();
        if longest > 0 { longest + 2 } else { 0 }
    }
}

fn rows(lines: &[Line], columns: usize) -> usize {
    lines.iter().map(|line| wrap(&line.text, columns).len()).sum()
}
