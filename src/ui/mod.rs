//! Views: pure functions from the state to a frame. They change nothing, ask nothing of the store, and only [`text`]
//! measures width.

mod canvas;
mod chrome;
mod conflict;
mod families;
mod form;
pub mod handover;
mod homes;
mod jump;
mod keys;
mod kin;
mod network;
mod page;
mod palette;
mod quick;
mod reading;
mod run;
mod sessions;
pub mod text;
mod theme;
mod unfold;
mod unlock;
mod visits;
mod week;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::Position;

use crate::app::layout::SMALLEST;
use crate::app::{App, Modal, Pane};
use crate::locale::{Locale, arg};
use canvas::{Canvas, Told};

pub use unlock::draw as draw_unlock;

/// Draws the state. Below the smallest size it says so and nothing else.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(&app.locale, frame);
    }
    let told = Told::default();
    let mut canvas = Canvas::new(frame.buffer_mut(), area).behind(app.redactor()).telling(&told);
    chrome::head(app, &mut canvas.rows(0, 3));
    let said = chrome::said_rows(app, area.width).min(area.height / 3);
    let mut body = canvas.rows(3, area.height - 4 - said);
    match app.pane {
        Pane::Week => week::draw(app, &mut body),
        Pane::Families => families::draw(app, &mut body),
        Pane::Sessions => sessions::draw(app, &mut body),
        Pane::Network => network::draw(app, &mut body),
        Pane::Visits => visits::draw(app, &mut body),
    }
    let columns = crate::app::scroll::columns(app.world.size);
    // A question is asked on the bottom line; what it is about stays in sight.
    let top = app.modals.iter().rev().find(|modal| !matches!(modal, Modal::Confirm(_)));
    match top {
        Some(Modal::Quick(quick)) => quick::draw(app, quick, &mut body),
        Some(Modal::Jump(jump)) => jump::draw(app, jump, &mut body),
        Some(Modal::Palette(palette)) => palette::draw(app, palette, &mut body),
        Some(Modal::Form(form)) => form::draw(app, form, &mut body),
        Some(Modal::Conflict(conflict)) => conflict::draw(app, conflict, &mut body),
        Some(Modal::Reading(reading)) => {
            reading::draw(app, &app.reading_rows(reading, columns), reading.scroll, &mut body);
        }
        Some(Modal::HandOver(open)) => handover::draw(app, open, &mut body),
        Some(Modal::Card(card)) => reading::draw(app, &app.card_rows(card, columns), card.scroll, &mut body),
        Some(Modal::Question(question)) => visits::question::draw(app, question, &mut body),
        Some(Modal::Drawing(drawing)) => network::drawing::draw(app, drawing, &mut body),
        Some(Modal::Tree(tree)) => kin::draw(app, tree, &mut body),
        Some(Modal::Run(run)) => run::draw(app, run, &mut body),
        Some(Modal::Help(help)) => reading::draw(app, &app.help_rows(help, columns), help.scroll, &mut body),
        Some(Modal::Confirm(_)) | None => {}
    }
    chrome::foot(app, &mut canvas.rows(area.height - 1 - said, said + 1));
    // Where nothing is marked, what one looks at is told by the title.
    let title = Position::new(1, 1);
    frame.set_cursor_position(told.cursor().unwrap_or(title));
}

fn too_small(locale: &Locale, frame: &mut Frame<'_>) {
    let area = frame.area();
    let text = locale.tell(
        "too-small",
        &[
            ("width", arg(area.width)),
            ("height", arg(area.height)),
            ("columns", arg(SMALLEST.0)),
            ("rows", arg(SMALLEST.1)),
        ],
    );
    let mut canvas = Canvas::new(frame.buffer_mut(), area);
    for (row, line) in (0..).zip(text::wrap(&text, area.width.into())) {
        canvas.put(0, row, &line, theme::PLAIN);
    }
}
