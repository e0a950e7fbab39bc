//! Two people saved the same record: both versions side by side, field by field, and neither is lost.
//!
//! For every field that differs one chooses whose stands. Leaving keeps one's own text as a draft.

use std::rc::Rc;

use super::{Layer, Place, Then, Typed};
use crate::app::cx::{Cx, Notice};
use crate::app::form::{Attempt, Form, FormTarget};
use crate::app::keys::{Action, Scope};
use crate::app::list::Move;
use crate::domain::entry::Draft;
use crate::domain::problem::Problem;
use crate::locale::{Locale, arg};

/// Whose text stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// One's own.
    Mine,
    /// The colleague's.
    Theirs,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which field.
    pub key: &'static str,
    /// One's own text.
    pub mine: String,
    /// The colleague's.
    pub theirs: String,
    /// Whose stands.
    pub keep: Keep,
}

/// A record that two people saved.
#[derive(Debug)]
pub struct Conflict {
    /// One's own form.
    pub form: Form,
    /// The fields that differ.
    pub differences: Vec<Difference>,
    /// Which of them is chosen.
    pub marker: usize,
    /// What the colleague saved, and whom its words mean.
    theirs: Draft,
    version: i64,
}

impl Conflict {
    /// Compares one's own form, as it was read, with what a colleague saved. What oneself did not touch is theirs to
    /// begin with.
    pub(in crate::app) fn new(form: Form, mine: Draft, theirs: Draft, version: i64, locale: &Rc<Locale>) -> Self {
        let in_words = |draft| Form::new(form.target.noun, form.target.what.clone(), draft, locale).draft();
        let (mine, theirs) = (in_words(mine), in_words(theirs));
        let differences = form
            .table
            .asked
            .iter()
            .filter(|key| mine.get(key) != theirs.get(key))
            .map(|key| Difference {
                key,
                mine: mine.get(key).to_owned(),
                theirs: theirs.get(key).to_owned(),
                keep: if form.touched_field(key) { Keep::Mine } else { Keep::Theirs },
            })
            .collect();
        Self { form, differences, marker: 0, theirs, version }
    }

    /// With what was chosen before, for the fields that still differ.
    fn choosing(mut self, before: &[Difference]) -> Self {
        for difference in &mut self.differences {
            if let Some(known) = before.iter().find(|known| known.key == difference.key) {
                difference.keep = known.keep;
            }
        }
        self
    }

    /// One's own form with the chosen texts, on top of the colleague's version.
    fn mixed(&self) -> (Draft, FormTarget) {
        let mut draft = self.form.draft();
        for difference in self.differences.iter().filter(|difference| difference.keep == Keep::Theirs) {
            draft.set(difference.key, difference.theirs.as_str());
            draft.mean_as(difference.key, &self.theirs);
        }
        let mut target = self.form.target.clone();
        target.start_from(self.version);
        (draft, target)
    }
}

impl Conflict {
    fn save_mix(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let (draft, target) = self.mixed();
        let mine = std::mem::replace(&mut self.form.target, target);
        let attempt = self.form.save(cx, &draft);
        if matches!(attempt, Ok(Attempt::Saved)) {
            cx.tell_saved();
            cx.count_drafts()?;
            return Ok(Then::Close);
        }
        if let Ok(Attempt::Newer { mine, theirs, version }) = attempt {
            let chosen = std::mem::take(&mut self.differences);
            *self = Self::new(self.form.clone(), mine, theirs, version, &cx.locale).choosing(&chosen);
            cx.trouble("notice-newer");
            return Ok(Then::Stay);
        }
        self.form.target = mine;
        match attempt? {
            Attempt::Warned(told) => {
                let said = cx.locale.tell("warned-again", &[("what", arg(told.as_str()))]);
                cx.notice = Some(Notice::Trouble(said));
                self.form.warned = Some(told);
                Ok(Then::Stay)
            }
            // What is wrong is shown in one's own form; whoever saves there is asked what is still to be chosen.
            attempt => {
                self.form.not_saved(cx, attempt)?;
                Ok(self.back())
            }
        }
    }

    /// Back to one's own form.
    fn back(&self) -> Then {
        Then::Instead(Layer::Form(Box::new(self.form.clone())))
    }
}

impl Place for Conflict {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Conflict, Scope::Typing]
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(way) = Move::of(act) {
            self.marker = way.among(self.marker, self.differences.len());
            return Ok(Then::Stay);
        }
        match act {
            Action::Mix => {
                if let Some(difference) = self.differences.get_mut(self.marker) {
                    difference.keep = match difference.keep {
                        Keep::Mine => Keep::Theirs,
                        Keep::Theirs => Keep::Mine,
                    };
                }
            }
            Action::SaveMix => return self.save_mix(cx),
            Action::Close => return Ok(self.back()),
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn unkept(&self) -> Option<Typed> {
        self.form.unkept()
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.form.mark_kept(is_kept);
    }

    fn names(&self, cx: &Cx) -> Vec<String> {
        self.form.names(cx)
    }
}
