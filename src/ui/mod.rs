//! Views: pure functions from the state to a frame. They change nothing, ask nothing of the store, and only [`text`]
//! measures width.

mod canvas;
mod check_in;
mod checklists;
mod chrome;
mod conflict;
mod families;
mod folder;
mod form;
mod glass;
mod groups;
pub mod handover;
mod homes;
mod jump;
mod keys;
pub mod lines;
mod measuring;
mod network;
mod new_passphrase;
mod page;
mod palette;
mod plan;
mod quick;
mod reading;
mod reason;
mod reports;
mod sessions;
pub mod text;
mod theme;
mod tour;
mod tree;
mod unfold;
mod unlock;
mod visits;
mod ways;
mod week;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::app::Layer;
use crate::app::STRIP;
use crate::app::Scene;
use crate::app::Subject;
use crate::app::layer::card::card_rows;
use crate::app::layer::help::help_rows;
use crate::app::layer::reading::reading_rows;
use crate::app::layout::SMALLEST;
use crate::locale::{Locale, arg};
use canvas::{Canvas, Told};

pub use unlock::{draw as draw_unlock, draw_clock, draw_countdown};

/// How a pane is drawn.
struct View {
    /// What is told of it above the rule.
    title: fn(&Scene<'_>) -> String,
    /// Its body.
    draw: fn(&Scene<'_>, &mut Canvas<'_>),
}

/// How each pane is drawn.
fn view(at: Subject) -> View {
    match at {
        Subject::Duties => View { title: week::title, draw: week::draw },
        Subject::People => View { title: families::title, draw: families::draw },
        Subject::Sessions => View { title: sessions::title, draw: sessions::draw },
        Subject::Maps => View { title: network::title, draw: network::draw },
        Subject::Groups => View { title: groups::title, draw: groups::draw },
        Subject::Visits => View { title: visits::title, draw: visits::draw },
        Subject::Plans => View { title: plan::title, draw: plan::draw },
        Subject::Figures => View { title: reports::title, draw: reports::draw },
    }
}

/// Draws the state. Below the smallest size it says so and nothing else.
pub fn draw(app: &Scene<'_>, frame: &mut Frame<'_>) {
    let whole = frame.area();
    let strip = if app.tour.is_some() { STRIP } else { 0 };
    let area = Rect { height: whole.height.saturating_sub(strip), ..whole };
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(&app.locale, frame);
    }
    if let Some(tour) = app.tour {
        let rows = Rect { y: area.bottom(), height: strip, ..whole };
        tour::draw(app, tour, &mut Canvas::new(frame.buffer_mut(), rows));
    }
    let told = Told::default();
    let mut canvas = Canvas::new(frame.buffer_mut(), area).behind(app.redactor()).telling(&told);
    chrome::head(app, &mut canvas.rows(0, 3));
    let said = chrome::said_rows(app, area.width).min(area.height / 3);
    let mut body = canvas.rows(3, area.height - 4 - said);
    (view(app.at).draw)(app, &mut body);
    draw_top(app, &mut body);
    chrome::foot(app, &mut canvas.rows(area.height - 1 - said, said + 1));
    // Where nothing is marked, what one looks at is told by the title.
    let title = Position::new(1, 1);
    frame.set_cursor_position(told.cursor().unwrap_or(title));
}

/// Draws what lies over the pane.
fn draw_top(app: &Scene<'_>, body: &mut Canvas<'_>) {
    let columns = crate::app::list::columns(app.world.size);
    // A question is asked on the bottom line; what it is about stays in sight.
    let top = app.layers.iter().rev().find(|modal| !matches!(modal, Layer::Confirm(_)));
    match top {
        Some(Layer::Quick(quick)) => quick::draw(app, quick, body),
        Some(Layer::Jump(jump)) => jump::draw(app, jump, body),
        Some(Layer::Palette(palette)) => palette::draw(app, palette, body),
        Some(Layer::Ways(ways)) => ways::draw(app, ways, body),
        Some(Layer::NewPassphrase(form)) => new_passphrase::draw(app, form, body),
        Some(Layer::Form(form)) => form::draw(app, form, body),
        Some(Layer::Conflict(conflict)) => conflict::draw(app, conflict, body),
        Some(Layer::Reading(reading)) => {
            reading::draw(app, &reading_rows(app, reading, columns), reading.scroll, body);
        }
        Some(Layer::HandOver(open)) => handover::draw(app, open, body),
        Some(Layer::Card(card)) => reading::draw(app, &card_rows(app, card, columns), card.scroll, body),
        Some(Layer::Reason(line)) => reason::draw(app, line, body),
        Some(Layer::Question(question)) => visits::question::draw(app, question, body),
        Some(Layer::Drawing(drawing)) => network::drawing::draw(app, drawing, body),
        Some(Layer::Tree(tree)) => tree::draw(app, tree, body),
        Some(Layer::Glass(glass)) => glass::draw(app, glass, body),
        Some(Layer::Roll(roll)) => groups::roll::draw(app, roll, body),
        Some(Layer::Run(run)) => check_in::draw(app, run, body),
        Some(Layer::Measuring(layer)) => measuring::draw(app, layer, body),
        Some(Layer::Measured(layer)) => measuring::became::draw(app, layer, body),
        Some(Layer::Trends(layer)) => measuring::trends::draw(app, layer, body),
        Some(Layer::Words(layer)) => measuring::words::draw(app, layer, body),
        Some(Layer::Folder(folder)) => folder::draw(app, folder, body),
        Some(Layer::Paper(paper)) => {
            reading::draw(app, &paper.rows(&app.locale, columns), paper.scroll, body);
        }
        Some(Layer::Checklists(lists)) => checklists::draw(app, lists, body),
        Some(Layer::Help(help)) => reading::draw(app, &help_rows(app, help, columns), help.scroll, body),
        Some(Layer::Confirm(_)) | None => {}
    }
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
