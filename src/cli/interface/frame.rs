//! One frame of a pane without a terminal, as text or with styles.

use std::fmt::Write as _;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::app::keys::Action;
use crate::app::{Desk, Naming, PANES, Route, Scrollback, Subject, World, pane_name, pane_named};
use crate::cli::invocation::Invocation;
use crate::cli::opening::Opened;
use crate::cli::stage;
use crate::cli::terminal::{Capabilities, Charset, Colour, styled_row};
use crate::domain::directory::FamilyName;
use crate::domain::problem::{Kind, Problem};
use crate::store::Lot;
use crate::ui;
use crate::ui::text::width;

/// How a frame is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Letters only.
    Text,
    /// With ANSI styles.
    Ansi,
}

/// The family tree, which lies over the panes and is drawn like one.
const TREE: &str = "tree";

/// Draws a pane and gives its rows, blanks at their ends left out.
///
/// # Errors
/// An unknown pane; refused by role or family; a casebook that cannot be read.
pub fn render(
    call: &Invocation,
    opened: Opened,
    pane: &str,
    family: Option<&FamilyName>,
    naming: Naming,
    size: (u16, u16),
    frame: Frame,
) -> Result<String, Problem> {
    let known = PANES.iter().map(|(_, _, name, _)| *name).chain([TREE]).collect::<Vec<_>>().join(", ");
    let is_tree = pane == TREE;
    let pane = if is_tree { Some(Subject::People) } else { pane_named(pane) }
        .ok_or_else(|| Problem::new(Kind::Usage, "no-such-pane").with("value", pane).with("known", known))?;
    let (time, stage) = (call.time(), stage::of(&opened.casebook));
    let world = World { today: call.today, time, size, stage, scrollback: Scrollback::Cleared };
    if family.is_none() {
        // A family that is shown journals itself.
        opened.store.journal_print(&Lot::new(pane_name(pane), None))?;
    }
    let mut desk = Desk::new(opened.store, Rc::clone(&call.locale), world)?;
    desk.go_along(&Route::to(pane).of(family.map(|family| family.id)))?;
    if is_tree {
        desk.act(Action::OpenTree);
    }
    while desk.is_at_work() {
        desk.work();
    }
    if naming == Naming::Initials {
        desk.turn_names()?;
    }
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.0, size.1));
    let Ok(_) = terminal.draw(|frame| ui::draw(&desk.scene(), frame));
    Ok(rows(terminal.backend().buffer(), frame))
}

/// The signs of a row; the cells that a wide one covers hold none of their own.
fn letters(row: &[ratatui::buffer::Cell]) -> String {
    let mut text = String::new();
    let mut place = 0;
    while let Some(cell) = row.get(place) {
        let columns = width(cell.symbol()).max(1);
        // One that does not fit in what is left of the row is not on the screen either.
        text.push_str(if place + columns <= row.len() { cell.symbol() } else { " " });
        place += columns;
    }
    text
}

fn rows(buffer: &Buffer, frame: Frame) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let mut text = String::new();
    for row in buffer.content.chunks(width) {
        let line = match frame {
            Frame::Text => letters(row),
            Frame::Ansi => styled_row(row, Capabilities { charset: Charset::Utf8, colour: Colour::Ansi16 }),
        };
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
