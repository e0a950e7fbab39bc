//! What the next line is for: a command, an answer, or text that is taken as it is written; and what one must know of a
//! field before one fills it.

use crate::app::form::{FieldState, Form};
use crate::app::layer::check_in::{Focus, Part, Round, Run, Stage};
use crate::app::layer::drawing::Focus as DrawingFocus;
use crate::app::layer::new_passphrase::{FIELDS, NewPassphrase};
use crate::app::{Layer, Scene, pane_name};
use crate::domain::discretion::{MASK, TELLING};
use crate::domain::entry::Need;
use crate::locale::arg;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number, a key, a word for an action.
    Command,
    /// The same, where keys answer a question and digits are among them.
    Answer,
    /// Text in place of what stands there.
    Text,
    /// Text that something is sought with, or the number of what was found.
    Search,
    /// A line more of a text of many lines.
    Note,
    /// Text that is not to be seen.
    Secret,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What the line is.
    pub kind: Kind,
    /// What stands before it.
    pub prompt: String,
    /// What one must know of the field at hand; nothing where all is told already.
    pub told: Vec<String>,
}

/// What is asked now.
pub fn asked(app: &Scene<'_>) -> Asked {
    let say = |key: &str| app.locale.say(key);
    let plain = |kind, prompt: String| Asked { kind, prompt, told: Vec::new() };
    match app.layers.last() {
        None => plain(Kind::Command, say(&format!("pane-{}", pane_name(app.at)))),
        Some(Layer::Form(form)) => field(app, form),
        Some(Layer::Quick(quick)) => standing(app, say("lines-ask-line"), quick.line.text()),
        Some(Layer::Roll(roll)) => standing(app, say("lines-ask-roll"), roll.line.text()),
        Some(Layer::Reason(reason)) => standing(app, say("review-why"), reason.line.text()),
        Some(Layer::Glass(glass)) => {
            standing(app, say(if glass.is_at_why { "glass-why" } else { "glass-whom" }), glass.line().text())
        }
        Some(Layer::Jump(_)) => plain(Kind::Search, say("lines-ask-search")),
        Some(Layer::Palette(_)) => plain(Kind::Search, say("lines-ask-act")),
        Some(Layer::Ways(_)) => plain(Kind::Search, say("lines-ask-how")),
        Some(Layer::NewPassphrase(form)) => plain(Kind::Secret, say(secret(form))),
        Some(Layer::Run(run)) => of_run(app, run),
        Some(Layer::Measuring(layer)) => match &layer.writing {
            Some(line) => standing(app, say("lines-ask-words"), line.text()),
            None => plain(Kind::Answer, say("lines-ask-answer")),
        },
        Some(Layer::Drawing(drawing)) => match drawing.focus {
            DrawingFocus::Line => standing(app, say("lines-ask-person"), drawing.line.text()),
            DrawingFocus::Asking => Asked {
                told: drawing.tie_question(app).into_iter().collect(),
                ..plain(Kind::Answer, say("lines-ask-yes"))
            },
            DrawingFocus::Circle | DrawingFocus::Tying => plain(Kind::Answer, say("lines-ask-do")),
        },
        Some(Layer::Confirm(_)) => plain(Kind::Answer, say("lines-ask-yes")),
        Some(Layer::Question(_)) => plain(Kind::Answer, say("lines-ask-answer")),
        Some(_) => plain(Kind::Command, say("lines-ask-do")),
    }
}

fn secret(form: &NewPassphrase) -> &'static str {
    FIELDS.get(form.field).copied().unwrap_or("door-passphrase")
}

/// A line of text, with what stands in it.
fn standing(app: &Scene<'_>, prompt: String, text: &str) -> Asked {
    let told = Some(text.trim()).filter(|text| !text.is_empty());
    let told = told.map(|text| app.locale.tell("lines-stands", &[("text", arg(text))]));
    Asked { kind: Kind::Text, prompt, told: told.into_iter().collect() }
}

fn of_run(app: &Scene<'_>, run: &Run) -> Asked {
    match &run.stage {
        Stage::Setup(setup) => standing(app, app.locale.say("run-present"), setup.present.text()),
        Stage::Round(round) => of_round(app, round),
        Stage::Record(_) => Asked { kind: Kind::Command, prompt: app.locale.say("lines-ask-do"), told: Vec::new() },
    }
}

fn of_round(app: &Scene<'_>, round: &Round) -> Asked {
    let (key, line) = match round.focus {
        Focus::Keys => {
            return Asked { kind: Kind::Answer, prompt: app.locale.say("lines-ask-colour"), told: Vec::new() };
        }
        Focus::Line(Part::Sentence) => ("run-sentence", &round.sentence),
        Focus::Line(Part::Step) => ("run-step", &round.step),
        Focus::Line(Part::Decision) => ("run-decision", &round.decision),
        Focus::Adding => ("run-add", &round.ask),
        Focus::Present => ("run-present", &round.ask),
    };
    standing(app, app.locale.say(key), line.text())
}

/// What a field is called, where it stands among the others, what stands in it, and what may.
fn field(app: &Scene<'_>, form: &Form) -> Asked {
    let Some(state) = form.focused() else {
        return Asked { kind: Kind::Command, prompt: String::new(), told: Vec::new() };
    };
    let locale = &app.locale;
    let name = locale.column(form.table.kind, state.field.key);
    let mut told = Vec::new();
    if let Some(fault) = form.fault(state.field.key) {
        told.push(locale.tell("lines-trouble", &[("what", arg(locale.fault(fault)))]));
    }
    let place = [
        ("field", arg(name.as_str())),
        ("place", arg(form.focus + 1)),
        ("all", arg(form.fields.len())),
        ("needed", arg(if state.field.need == Need::Required { "yes" } else { "no" })),
    ];
    let mut parts = vec![locale.tell("lines-field", &place)];
    let text = shown(app, form, state);
    parts.push(match text.is_empty() {
        true => locale.say("lines-empty"),
        false => locale.tell("lines-stands", &[("text", arg(text))]),
    });
    let read = form.understood(locale, app.world.today);
    parts.extend(read.map(|read| locale.tell("lines-read-as", &[("read", arg(read))])));
    let choices = form.choices(locale);
    if !choices.is_empty() {
        parts.push(locale.tell("lines-choices", &[("choices", arg(choices.join(", ")))]));
    }
    parts.extend(form.hint(locale).map(|hint| format!("{}.", hint.replace(" · ", ", ").trim_end_matches('.'))));
    told.push(parts.join(" "));
    let kind = if form.in_note() { Kind::Note } else { Kind::Text };
    Asked { kind, prompt: name, told }
}

/// What stands in a field, as far as the room may hear it.
pub(super) fn shown(app: &Scene<'_>, form: &Form, state: &FieldState) -> String {
    let text = match form.note(state.field.key) {
        Some(note) => note.area.lines().join(" "),
        None => state.line.text().to_owned(),
    };
    let hides = app.redactor().is_some() && TELLING.contains(&state.field.key) && !text.trim().is_empty();
    if hides && form.is_as_opened(state) { MASK.to_owned() } else { text.trim().to_owned() }
}
