//! Two people saved the same record: both versions side by side, field by field, and neither is lost.
//!
//! For every field that differs one chooses whose stands. Leaving keeps one's own text as a draft.

use std::rc::Rc;

use super::actions::Action;
use super::desk::App;
use super::form::Form;
use super::form_save::Attempt;
use super::modal::Modal;
use super::notice::Notice;
use super::purpose::Purpose;
use crate::domain::entry::Draft;
use crate::domain::problem::Problem;
use crate::locale::Locale;

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
    pub form: Box<Form>,
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
    pub(super) fn new(form: Box<Form>, mine: Draft, theirs: Draft, version: i64, locale: &Rc<Locale>) -> Self {
        let in_words = |draft| Form::new(form.purpose.clone(), form.table, draft, locale).draft();
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
    fn mixed(&self) -> (Draft, Purpose) {
        let mut draft = self.form.draft();
        for difference in self.differences.iter().filter(|difference| difference.keep == Keep::Theirs) {
            draft.set(difference.key, difference.theirs.as_str());
            draft.mean_as(difference.key, &self.theirs);
        }
        let mut purpose = self.form.purpose.clone();
        purpose.start_from(self.version);
        (draft, purpose)
    }
}

impl App {
    pub(super) fn act_on_conflict(&mut self, mut conflict: Box<Conflict>, act: Action) -> Result<(), Problem> {
        let last = conflict.differences.len().saturating_sub(1);
        match act {
            Action::Down => conflict.marker = (conflict.marker + 1).min(last),
            Action::Up => conflict.marker = conflict.marker.saturating_sub(1),
            Action::Mix => {
                let marker = conflict.marker;
                if let Some(difference) = conflict.differences.get_mut(marker) {
                    difference.keep = match difference.keep {
                        Keep::Mine => Keep::Theirs,
                        Keep::Theirs => Keep::Mine,
                    };
                }
            }
            Action::SaveMix => return self.save_mix(conflict),
            Action::Close => {
                self.modals.push(Modal::Form(conflict.form));
                return Ok(());
            }
            _ => {}
        }
        self.modals.push(Modal::Conflict(conflict));
        Ok(())
    }

    fn save_mix(&mut self, mut conflict: Box<Conflict>) -> Result<(), Problem> {
        let (draft, purpose) = conflict.mixed();
        let mine = std::mem::replace(&mut conflict.form.purpose, purpose);
        match self.attempt(&conflict.form, &draft) {
            Ok(Attempt::Saved) => {
                self.tell_saved();
                self.count_drafts()?;
                self.reread()
            }
            Ok(Attempt::Faults(faults)) => {
                conflict.form.purpose = mine;
                conflict.form.show_faults(faults);
                self.modals.push(Modal::Form(conflict.form));
                Ok(())
            }
            Ok(Attempt::Warned(told)) => {
                conflict.form.purpose = mine;
                let said = self.locale.tell("warned-again", &[("what", crate::locale::arg(told.as_str()))]);
                self.notice = Some(Notice::Trouble(said));
                conflict.form.warned = Some(told);
                self.modals.push(Modal::Conflict(conflict));
                Ok(())
            }
            Ok(Attempt::ChooseWeek53(years)) => {
                conflict.form.purpose = mine;
                self.modals.push(Modal::Form(conflict.form));
                self.ask_week_53(&years);
                Ok(())
            }
            Ok(Attempt::Newer { mine, theirs, version }) => {
                let chosen = std::mem::take(&mut conflict.differences);
                let again = Conflict::new(conflict.form, mine, theirs, version, &self.locale).choosing(&chosen);
                self.notice = Some(Notice::Trouble(self.locale.say("notice-newer")));
                self.modals.push(Modal::Conflict(Box::new(again)));
                Ok(())
            }
            Err(problem) => {
                conflict.form.purpose = mine;
                self.modals.push(Modal::Conflict(conflict));
                Err(problem)
            }
        }
    }
}
