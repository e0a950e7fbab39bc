//! A question with a few answers, one key each, at the foot of the pane.

use super::{Answer, Place, Then};
use crate::app::cx::Cx;
use crate::app::keys::{Action, Key, Scope};
use crate::app::layout::body;
use crate::app::list::{Look, Scroll, TextRow};
use crate::domain::problem::Problem;
use crate::measure::{width, wrap};

/// Columns that an answer takes besides its words.
const BETWEEN: usize = 5;

/// Columns of those between an answer and the next one: after the last of a row none are needed.
const GAP: usize = 3;

/// Columns beside the words of a question.
pub const MARGIN: usize = 4;

/// An answer.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its key.
    pub key: char,
    /// What it says.
    pub label: String,
    /// What it does.
    answer: Answer,
}

/// A question.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The question.
    pub title: String,
    /// What to know before one answers, a line each.
    pub told: Vec<String>,
    /// The answers.
    pub choices: Vec<Choice>,
    /// The marked answer, once one has moved to it; Enter takes it.
    pub marker: Option<usize>,
    /// How far what to know has been read.
    pub scroll: Scroll,
}

/// A part of a row of answers: which one, and the words; none where the one before goes on.
type Part = (Option<usize>, String);

impl Question {
    pub(in crate::app) fn new(title: String) -> Self {
        Self { title, ..Self::default() }
    }

    pub(in crate::app) fn told(mut self, line: String) -> Self {
        self.told.push(line);
        self
    }

    /// With an answer: its key, its words, what it does.
    pub(in crate::app) fn with(
        mut self,
        key: char,
        label: String,
        answer: impl Fn(&mut Cx) -> Result<Then, Problem> + 'static,
    ) -> Self {
        self.choices.push(Choice { key, label, answer: Answer::new(answer) });
        self
    }

    /// With the first answer marked, so that Enter takes it.
    pub(in crate::app) fn marked_first(mut self) -> Self {
        self.marker = (!self.choices.is_empty()).then_some(0);
        self
    }

    /// The question and what to know, in rows.
    pub fn told_rows(&self, columns: usize) -> Vec<TextRow> {
        let mut rows = TextRow::hanging(&format!("? {}", self.title), Look::Title, columns);
        rows.extend(self.told.iter().flat_map(|line| TextRow::labelled("", 2, line, Look::Quiet, columns)));
        rows
    }

    /// The answers in rows: as many beside one another as have room, and one that is too long for a row in several.
    pub fn answer_rows(&self, columns: usize) -> Vec<Vec<Part>> {
        let mut rows: Vec<Vec<Part>> = Vec::new();
        let mut used = columns + 1;
        for (place, choice) in self.choices.iter().enumerate() {
            let wide = width(&choice.label) + BETWEEN;
            if used + wide <= columns + GAP {
                if let Some(row) = rows.last_mut() {
                    row.push((Some(place), choice.label.clone()));
                }
                used += wide;
                continue;
            }
            let mut label = wrap(&choice.label, columns.saturating_sub(2).max(1)).into_iter();
            rows.push(vec![(Some(place), label.next().unwrap_or_default())]);
            used = wide;
            for more in label {
                rows.push(vec![(None, more)]);
                used = columns + 1;
            }
        }
        rows
    }

    /// Rows for the question and what to know: what the rule above and the answers leave.
    pub fn room(&self, size: (u16, u16)) -> usize {
        let columns = usize::from(size.0).saturating_sub(MARGIN);
        usize::from(body(size.1)).saturating_sub(1 + self.answer_rows(columns).len()).max(1)
    }

    /// The answer of a key.
    fn answer(&self, key: Key) -> Option<Answer> {
        let Key::Char(letter) = key else { return None };
        self.choices.iter().find(|choice| choice.key == letter).map(|choice| choice.answer.clone())
    }

    /// The marked answer.
    fn marked(&self) -> Option<Answer> {
        self.marker.and_then(|place| self.choices.get(place)).map(|choice| choice.answer.clone())
    }

    fn step(&mut self, by: isize) {
        let count = isize::try_from(self.choices.len()).unwrap_or(1).max(1);
        let at = self.marker.and_then(|place| isize::try_from(place).ok());
        let to = at.map_or(if by > 0 { 0 } else { count - 1 }, |at| (at + by).rem_euclid(count));
        self.marker = usize::try_from(to).ok();
    }
}

impl Place for Question {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Question, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown | Action::PageUp => {
                let columns = usize::from(cx.world.size.0).saturating_sub(MARGIN);
                let (rows, room) = (self.told_rows(columns).len(), self.room(cx.world.size));
                self.scroll.act(act, rows, room);
            }
            Action::Choose if self.choices.is_empty() => return Ok(Then::Close),
            Action::Choose => return Ok(self.marked().map_or(Then::Stay, Then::Answer)),
            _ => return Ok(Then::Close),
        }
        Ok(Then::Stay)
    }

    /// A letter is its answer, if it is one.
    fn key(&mut self, key: Key, _: &mut Cx) -> Result<Then, Problem> {
        Ok(self.answer(key).map_or(Then::Stay, Then::Answer))
    }

    fn tells_names(&self) -> bool {
        true
    }
}
