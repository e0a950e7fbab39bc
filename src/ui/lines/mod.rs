//! The same views in lines: what stands on a screen, told one line after the other, each of which can be understood by
//! itself. A view is run as it is, on a part of the screen that keeps what is put down instead of drawing it; where
//! that would make no sentence, it says one (`Canvas::say`).

mod asked;
mod record;
mod signs;
mod tour;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::canvas::{Canvas, Told};
use super::{chrome, draw_top, text, view};
use crate::app::form::Form;
use crate::app::{Layer, Scene};
use crate::locale::Locale;

pub use asked::{Asked, Kind};
pub use record::{Line, Record};
pub use tour::tour;

/// How large the screen is that is told: nothing on it has to be cut.
pub const SIZE: (u16, u16) = (1000, 400);

/// What is on the screen, told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// Where one is.
    pub title: String,
    /// What stands there.
    pub lines: Vec<Line>,
}

impl Page {
    /// The lines that can be marked.
    pub fn rows(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.can_be_marked)
    }

    /// The place of the marked one among them.
    pub fn marked(&self) -> Option<usize> {
        self.rows().position(|line| line.is_marked)
    }
}

/// A sentence of the interface as it can be heard.
pub fn spoken(locale: &Locale, text: &str) -> String {
    signs::Signs::of(locale).spoken([text].into_iter())
}

/// What the next line is for.
pub fn asked(app: &Scene<'_>) -> Asked {
    let mut asked = asked::asked(app);
    if let Some(redactor) = app.redactor() {
        let hidden = |text: &String| text::replaced(text, redactor.hidden(text)).into_owned();
        asked.told = asked.told.iter().map(hidden).collect();
    }
    asked
}

/// Tells the state: of what lies over the pane, else of the pane.
pub fn page(app: &Scene<'_>) -> Page {
    let signs = signs::Signs::of(&app.locale);
    if let Some(Layer::Confirm(confirm)) = app.layers.last() {
        return Page { title: signs.spoken([confirm.question.as_str()].into_iter()), lines: Vec::new() };
    }
    if let Some(Layer::Form(form)) = app.layers.last() {
        return of_form(app, form, &signs);
    }
    let told = Told::in_lines();
    let mut nothing = Buffer::empty(Rect::ZERO);
    let mut body = Canvas::of_lines(&mut nothing, SIZE, &told).behind(app.redactor());
    if app.layers.is_empty() {
        (view(app.at).draw)(app, &mut body);
    } else {
        draw_top(app, &mut body);
    }
    let title = titled(app).map(|title| body.hide(&title).into_owned());
    let mut lines = told.into_record().lines(&signs);
    let title = match title {
        Some(title) => signs.spoken([title.as_str()].into_iter()),
        // What is read begins with what it is.
        None if lines.first().is_some_and(|first| !first.can_be_marked) => lines.remove(0).text,
        None => asked::asked(app).prompt,
    };
    Page { title, lines }
}

/// Where one is; none where that stands first among the lines.
fn titled(app: &Scene<'_>) -> Option<String> {
    match app.layers.last() {
        None | Some(Layer::Run(_) | Layer::Tree(_) | Layer::Drawing(_)) => Some(chrome::title(app)),
        Some(Layer::Question(question)) => Some(question.title.clone()),
        Some(Layer::Conflict(conflict)) => Some(conflict.form.about.clone()),
        Some(Layer::Measuring(layer)) => {
            let how = layer.measured.way.map(|way| app.locale.label(way));
            let rater = app.locale.label(layer.measured.rater);
            let parts = [app.locale.of_instrument(&layer.instrument), layer.called.clone(), rater];
            Some(parts.into_iter().chain(how).collect::<Vec<_>>().join(", "))
        }
        Some(
            Layer::Quick(_)
            | Layer::Roll(_)
            | Layer::Jump(_)
            | Layer::Palette(_)
            | Layer::Ways(_)
            | Layer::NewPassphrase(_),
        ) => Some(asked::asked(app).prompt),
        Some(_) => None,
    }
}

/// A form: what it is for, and every field with what stands in it.
fn of_form(app: &Scene<'_>, form: &Form, signs: &signs::Signs) -> Page {
    let title = [app.locale.say(&form.target.title()), form.about.clone()];
    let line = |state: &crate::app::form::FieldState| {
        let name = app.locale.column(form.table.kind, state.field.key);
        Line::of(signs.spoken([format!("{name}: {}", asked::shown(app, form, state)).as_str()].into_iter()))
    };
    let call = form.call.as_ref().map(|call| Line::of(super::form::call_told(app, call)));
    let hidden = |text: String| match app.redactor() {
        Some(redactor) => text::replaced(&text, redactor.hidden(&text)).into_owned(),
        None => text,
    };
    Page {
        title: signs.spoken(title.iter().map(String::as_str).filter(|part| !part.is_empty())),
        lines: call
            .into_iter()
            .chain(form.fields.iter().map(line))
            .map(|mut line| {
                line.text = hidden(line.text);
                line
            })
            .collect(),
    }
}
