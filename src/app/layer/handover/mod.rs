//! A hand-over sheet to be read (överlämning): what a colleague who takes the family over must know. It lies over the
//! pane it was opened from, and is one text to go up and down in.

mod kept;
mod measured;
mod noted;
mod planned;
mod said;
mod sheet;

use super::{Place, Then};
use crate::app::cx::Cx;
use crate::app::keys::{Action, Scope};
use crate::app::layout::{WIDE, body};
use crate::app::list::Scroll;
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

impl SheetKind {
    /// What the journal calls it.
    fn noun(self) -> &'static str {
        match self {
            Self::HandOver => "handover",
            Self::Dossier => "dossier",
        }
    }
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

/// Opens a family's sheet. If the family is not open, that is journalled as a reading.
pub(in crate::app) fn open_sheet(cx: &mut Cx, kind: SheetKind, family: FamilyId) -> Result<Then, Problem> {
    let sheet = sheet_of(cx, kind, family)?;
    cx.journal_opening((kind.noun(), 0), family)?;
    Ok(HandOver { kind, family, sheet, scroll: Scroll::default() }.into())
}

fn sheet_of(cx: &Cx, kind: SheetKind, family: FamilyId) -> Result<Sheet, Problem> {
    let rules = cx.store.rules().all();
    let (instruments, lists) = (cx.store.instruments(), &cx.store.unit().checklists);
    let words = Words { locale: &cx.locale, rules, instruments, lists, setting: cx.setting() };
    Ok(match kind {
        SheetKind::HandOver => Sheet::of(&cx.store.hand_over(family, cx.world.today)?, &words),
        SheetKind::Dossier => Sheet::dossier(&cx.store.dossier(family, cx.world.today)?, &words),
    })
}

/// Columns and rows for the text; on a wide screen the notes stand beside the rest, and both have as much.
pub fn room((columns, rows): (u16, u16)) -> (usize, u16) {
    let columns = if columns >= WIDE { columns / 2 } else { columns };
    (usize::from(columns).saturating_sub(2), body(rows).saturating_sub(ABOVE))
}

impl Place for HandOver {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::HandOver, Scope::Over]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if act == Action::Close {
            return Ok(Then::Close);
        }
        let rows = self.sheet.rows(cx.world.size);
        self.scroll.act(act, rows, room(cx.world.size).1.into());
        Ok(Then::Stay)
    }

    /// The same sheet as it is now, read on from the same row; it was opened already.
    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.sheet = sheet_of(cx, self.kind, self.family)?;
        Ok(())
    }

    fn is_at_end(&self, cx: &Cx) -> bool {
        let size = cx.world.size;
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
