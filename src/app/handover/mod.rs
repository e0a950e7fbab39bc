//! A hand-over sheet to be read (överlämning): what a colleague who takes the family over must know. It lies over the
//! pane it was opened from, and is one text to go up and down in.

mod noted;
mod sheet;

use super::actions::Do;
use super::desk::App;
use super::layout::{WIDE, body};
use super::modal::Modal;
use super::panes::Pane;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;

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
    /// The first row on the screen.
    pub top: usize,
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
        self.modals.push(Modal::HandOver(Box::new(HandOver { kind, family, sheet, top: 0 })));
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

    pub(super) fn act_on_handover(&mut self, mut open: Box<HandOver>, act: Do) {
        let last = open.sheet.last_top(self.world.size);
        let page = usize::from(room(self.world.size).1).saturating_sub(1).max(1);
        let top = open.top.min(last);
        open.top = match act {
            Do::Close => return,
            Do::Down => top + 1,
            Do::Up => top.saturating_sub(1),
            Do::PageDown => top + page,
            Do::PageUp => top.saturating_sub(page),
            Do::First => 0,
            Do::Last => last,
            _ => top,
        }
        .min(last);
        self.modals.push(Modal::HandOver(open));
    }

    /// Why no sheet can be opened here, as a key of the locale files.
    pub(super) fn why_not_handover(&self, act: Do) -> Option<&'static str> {
        (matches!(act, Do::HandOver | Do::Dossier) && self.family_to_hand_over().is_none()).then_some("why-no-family")
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
        self.top >= self.sheet.last_top(size)
    }
}

impl Sheet {
    /// The lowest row that the text can begin with on a screen and still fill it. Who draws it breaks the lines by what
    /// they measure; this counts letters, and a wide one as two, so that the end can always be reached.
    fn last_top(&self, size: (u16, u16)) -> usize {
        let (columns, height) = room(size);
        let of_part = |part: &Part| 2 + rows(&part.lines, columns.saturating_sub(INDENT + part.time_columns()));
        let nothing = if self.nothing.is_empty() { 0 } else { 1 + broken(&self.nothing, columns) };
        let rest = rows(&self.about, columns.saturating_sub(ASIDE)) + nothing;
        let parts: usize = self.parts.iter().map(of_part).sum();
        let notes = self.notes.as_ref().map_or(0, of_part);
        let all = if size.0 >= WIDE { (rest + parts).max(notes) } else { rest + parts + notes };
        all.saturating_sub(usize::from(height))
    }
}

impl Part {
    /// Columns of the times, where there are any, with the blanks after them.
    pub fn time_columns(&self) -> usize {
        let longest = self.lines.iter().map(|line| line.time.chars().count()).max().unwrap_or_default();
        if longest > 0 { longest + 2 } else { 0 }
    }
}

fn rows(lines: &[Line], columns: usize) -> usize {
    lines.iter().map(|line| broken(&line.text, columns)).sum()
}

/// In how many rows a text is broken.
fn broken(text: &str, columns: usize) -> usize {
    let mut rows = 1;
    let mut used = 0;
    for word in text.split(' ') {
        let wide: usize = word.chars().map(|letter| if letter < '\u{1100}' { 1 } else { 2 }).sum();
        if used == 0 {
            used = wide;
        } else if used + 1 + wide <= columns {
            used += 1 + wide;
        } else {
            (rows, used) = (rows + 1, wide);
        }
    }
    rows
}
