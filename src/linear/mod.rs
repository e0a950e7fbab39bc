//! The interface as questions and answers in lines: a line in, lines out, each of which can be understood by itself. No
//! terminal and no clock; it drives the very same desk with the keys of the very same table.
//!
//! | file | idea |
//! |---|---|
//! | `acts` | a word, a key's name or a number, and what is bound to it here |
//! | `typing` | text that is taken as it is written: fields, notes, lines, names that are sought |
//! | `telling` | what is said of where one is, and of what has changed since the line before |
//! | `help` | what can be done here, in words |
//!
//! What a line is for is said by [`crate::ui::lines::asked`], what stands on the screen by [`crate::ui::lines::page`].

mod acts;
mod help;
mod telling;
mod typing;

use crate::app::{Desk, Flow, Layer, Subject};
use crate::locale::arg;
use crate::ui::lines::{self, Asked, Kind, Page, SIZE};

/// So many lines are read at a time.
pub const PAGE: usize = 12;

/// What stands before the next line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The words.
    pub text: String,
    /// Whether what is typed is not to be seen.
    pub is_hidden: bool,
}

/// What came of a line.
enum Came {
    /// This is to be said, and nothing has changed.
    Said(Vec<String>),
    /// Something was done; what of the line belonged to nothing.
    Acted(Option<String>),
}

/// Where one is, as far as another place is told of anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At {
    pane: Subject,
    layers: usize,
    layer: Option<std::mem::Discriminant<Layer>>,
    scope: Option<crate::app::keys::Scope>,
}

impl At {
    fn of(desk: &Desk) -> Self {
        let layer = desk.layers.last().map(std::mem::discriminant);
        Self { pane: desk.at, layers: desk.layers.len(), layer, scope: desk.scopes().first().copied() }
    }

    /// Whether something was closed that lay over this.
    fn is_back_from(&self, before: Self) -> bool {
        self.pane == before.pane && self.layers < before.layers
    }
}

/// Somebody who works line by line.
#[derive(Debug, Default)]
pub struct Front {
    /// What is being read, and how many of its lines have been.
    reading: Vec<String>,
    read: usize,
    /// The rows as they were heard, by which numbers count.
    heard: Vec<String>,
    /// The places one stands on, each told of whole: the pane, and what lies over it.
    grounds: Vec<At>,
    /// What was said last.
    last: Vec<String>,
    /// What a line would have made, told before it was saved.
    preview: Vec<String>,
    /// A line that came where a draft stood.
    waiting: Option<String>,
    /// Whether one has been told how commands are given among text.
    knows_dots: bool,
    /// Whether it has been said that others changed something.
    is_told_of_news: bool,
    /// What the tour asked for last.
    asked_by_tour: Vec<String>,
    flow: Option<Flow>,
}

impl Front {
    /// Begins on a desk; what is said first.
    pub fn begin(desk: &mut Desk) -> (Self, Vec<String>) {
        desk.resize(SIZE);
        settle(desk);
        let mut front = Self::default();
        let mut said = telling::notice(desk);
        said.extend(front.tell_place(desk));
        said.extend(front.tell_tour(desk));
        front.last.clone_from(&said);
        (front, said)
    }

    /// What stands before the next line.
    pub fn prompt(&self, desk: &Desk) -> Prompt {
        let asked = lines::asked(&desk.scene());
        Prompt {
            text: format!("{}:", asked.prompt.trim_end_matches([':', '?'])),
            is_hidden: asked.kind == Kind::Secret,
        }
    }

    /// Takes a line; what is said to it.
    pub fn line(&mut self, desk: &mut Desk, typed: &str) -> Vec<String> {
        let before = Before::of(desk);
        self.is_told_of_news = false;
        let mut said = match self.take(desk, typed, &before.asked) {
            Came::Said(said) => said,
            Came::Acted(left_over) => {
                settle(desk);
                let mut said = std::mem::take(&mut self.preview);
                let change = self.tell_change(desk, &before);
                let is_told = !said.is_empty() && change == [desk.cx.locale.say("lines-unchanged")];
                said.extend(change.into_iter().filter(|_| !is_told));
                said.extend(
                    left_over.map(|word| desk.cx.locale.tell("lines-left-over", &[("word", arg(quoted(&word)))])),
                );
                said
            }
        };
        said.extend(self.tell_tour(desk));
        self.last.clone_from(&said);
        said
    }

    /// What there is to say after others have written.
    pub fn news(&mut self, desk: &mut Desk) -> Vec<String> {
        settle(desk);
        let mut said = telling::notice(desk);
        let is_new = self.heard != rows(&lines::page(&desk.scene()));
        if is_new && !self.is_told_of_news {
            self.is_told_of_news = true;
            said.push(desk.cx.locale.say("lines-news"));
        }
        said
    }

    /// What the loop is to do.
    pub fn flow(&self, desk: &Desk) -> Flow {
        self.flow.unwrap_or_else(|| desk.flow())
    }

    /// Keeps the half of a line that was being typed when the casebook is locked: as text where text was asked for, as
    /// a quick line where it began as one. What was no text is dropped.
    pub fn keep_unfinished(&mut self, desk: &mut Desk, typed: &str) -> bool {
        let asked = lines::asked(&desk.scene());
        let is_text = matches!(asked.kind, Kind::Text | Kind::Note) && !typed.starts_with('.');
        if is_text && !typed.trim().is_empty() {
            self.replace(desk, typed, asked.kind);
        } else if let Some(line) = typed.strip_prefix('+').filter(|_| asked.kind == Kind::Command) {
            self.begin_line(desk, line);
        } else {
            return false;
        }
        desk.keep_drafts();
        true
    }

    /// Whether a place was the last but for what lay over it.
    fn knows(&self, at: &At) -> bool {
        self.grounds.contains(at)
    }

    fn take(&mut self, desk: &mut Desk, typed: &str, asked: &Asked) -> Came {
        let takes_text = matches!(asked.kind, Kind::Text | Kind::Note | Kind::Search);
        if takes_text && let Some(rest) = typed.strip_prefix('.') {
            return match rest.strip_prefix('.') {
                Some(text) => self.text(desk, &format!(".{text}"), asked.kind),
                None => self.command(desk, rest, asked.kind),
            };
        }
        match asked.kind {
            // Who has learned that commands begin with a dot among text may write it anywhere.
            Kind::Command | Kind::Answer => self.command(desk, without_dot(typed), asked.kind),
            kind => {
                let came = self.text(desk, typed, kind);
                // Whoever meant the command hears that it was taken as text.
                if kind == Kind::Text && self.is_command(desk, typed) {
                    let word = typed.trim().to_lowercase();
                    self.preview.push(desk.cx.locale.tell("lines-was-text", &[("word", arg(word))]));
                }
                came
            }
        }
    }
}

/// How it was before a line.
struct Before {
    at: At,
    page: Page,
    asked: Asked,
}

impl Before {
    fn of(desk: &Desk) -> Self {
        Self { at: At::of(desk), page: lines::page(&desk.scene()), asked: lines::asked(&desk.scene()) }
    }
}

/// The rows that can be marked, as they are heard.
fn rows(page: &Page) -> Vec<String> {
    page.rows().map(|row| row.text.clone()).collect()
}

/// Works out all that is worked out between keys: nobody is told of what is not there yet.
fn settle(desk: &mut Desk) {
    while desk.is_at_work() {
        desk.work();
    }
}

/// A command without the dot that it has among text.
fn without_dot(typed: &str) -> &str {
    typed.strip_prefix('.').filter(|rest| rest.starts_with(|sign: char| sign.is_alphabetic())).unwrap_or(typed)
}

/// A word as it was typed, so that it is heard apart from the sentence.
fn quoted(word: &str) -> String {
    format!("”{word}”")
}
