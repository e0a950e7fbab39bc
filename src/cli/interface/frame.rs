//! One frame of a pane without a terminal, as text or with styles.

use std::fmt::Write as _;
use std::rc::Rc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use crate::app::{App, Pane, Surroundings};
use crate::cli::terminal::{Capabilities, Charset, Colour, styled_row};
use crate::domain::ids::FamilyId;
use crate::domain::problem::{Kind, Problem};
use crate::locale::Locale;
use crate::store::Store;
use crate::ui;

/// How a frame is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Letters only.
    Text,
    /// With ANSI styles.
    Ansi,
}

/// Draws a pane and gives its rows, blanks at their ends left out.
///
/// # Errors
/// Refused by role or family; a casebook that cannot be read.
pub fn render(
    store: Store,
    locale: Rc<Locale>,
    world: Surroundings,
    pane: Pane,
    family: Option<FamilyId>,
    format: Format,
) -> Result<String, Problem> {
    let mut app = App::new(store, locale, world)?;
    app.show(pane, family)?;
    let failed = || Problem::new(Kind::Io, "no-terminal");
    let mut terminal = Terminal::new(TestBackend::new(world.size.0, world.size.1)).map_err(|_| failed())?;
    terminal.draw(|frame| ui::draw(&app, frame)).map_err(|_| failed())?;
    Ok(rows(terminal.backend().buffer(), format))
}

fn rows(buffer: &Buffer, format: Format) -> String {
    let width = usize::from(buffer.area.width).max(1);
    let mut text = String::new();
    for row in buffer.content.chunks(width) {
        let line = match format {
            Format::Text => row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>(),
            Format::Ansi => styled_row(row, Capabilities { charset: Charset::Utf8, colour: Colour::Ansi16 }),
        };
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}
