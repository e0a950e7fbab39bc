//! Changes that come without a key: another size, another day, what others have written, a pause in typing. What
//! somebody marks, reads or types stays where it is.

use chrono::{NaiveDate, NaiveTime};

use super::Desk;
use crate::app::layer::Layer;
use crate::app::tour::STRIP;
use crate::domain::problem::{Kind, Problem};
use crate::store::News;

impl Desk {
    /// Takes a new size.
    pub fn resize(&mut self, (columns, rows): (u16, u16)) {
        let strip = if self.tour.is_some() { STRIP } else { 0 };
        self.cx.world.size = (columns, rows.saturating_sub(strip));
        self.reload();
    }

    fn reload(&mut self) {
        let done = self.read_again();
        self.cx.tell_if_failed(done);
        self.weave();
    }

    /// Takes a new day, and the time on it; true when the day is another one.
    pub fn turn_day(&mut self, today: NaiveDate, time: NaiveTime) -> bool {
        self.cx.world.time = time;
        let turned = self.cx.world.today != today;
        if turned {
            self.cx.world.today = today;
            self.cx.store.count_as_today(today);
            self.reload();
        }
        turned
    }

    /// Reads again what is on the screen if others have changed a record since it was last asked for, and goes on with
    /// what had to wait for them; true when the screen may have to look different. Nothing is read while nobody has
    /// written anything.
    pub fn refresh(&mut self) -> bool {
        if self.cx.has_waiting_drafts() {
            self.keep_drafts();
        }
        let told = self.cx.hear_of_the_disk();
        let drafts = self.cx.drafts;
        let done = match self.cx.store.news(self.cx.told) {
            Ok((News::Nothing, _)) => return told,
            Ok((News::Aside, told)) => {
                self.cx.told = told;
                match self.follow() {
                    Ok(true) => {
                        self.cx.wait_a_moment_for_the_disk();
                        return true;
                    }
                    followed => followed.and_then(|_| self.cx.count_drafts()),
                }
            }
            Ok((News::Records, told)) => {
                self.cx.told = told;
                let done = self.read_again().and_then(|()| self.cx.count_drafts());
                self.cx.tell_if_failed(done);
                self.weave();
                return true;
            }
            Err(problem) => Err(problem),
        };
        let changed = told || done.is_err() || self.cx.drafts != drafts;
        self.cx.tell_if_failed(done);
        changed
    }

    /// Goes along with what others do that is no record; true when something looks different.
    fn follow(&mut self) -> Result<bool, Problem> {
        let mut followed = false;
        for layer in &mut self.layers {
            followed |= layer.place_mut().follow(&mut self.cx)?;
        }
        Ok(followed)
    }

    /// Whether there is something to work out while nobody presses a key.
    pub fn is_at_work(&self) -> bool {
        self.pane().is_at_work() || self.cx.counts.is_at_work()
    }

    /// Takes one turn of what is worked out; true when the screen should be drawn again.
    pub fn work(&mut self) -> bool {
        let (pane, cx) = self.pane_mut();
        let done = if pane.is_at_work() {
            pane.work(cx).map(|()| pane.has_more() || !pane.is_at_work())
        } else {
            let first = pane.wants();
            match cx.counts.turn(&cx.store, first) {
                Ok(Some(of)) => pane.counted(of, cx).map(|()| true),
                turned => turned.map(|_| false),
            }
        };
        let is_more = *done.as_ref().unwrap_or(&true);
        self.cx.tell_if_failed(done.map(|_| ()));
        if is_more {
            self.weave();
        }
        is_more
    }

    /// Whether something waits for a pause: typed text to be kept, what was looked at to be journalled.
    pub fn has_unkept(&self) -> bool {
        self.cx.store.has_looks() || self.is_typed_in()
    }

    /// Whether typed text waits to be kept.
    pub fn is_typed_in(&self) -> bool {
        self.cx.store.holds_drafts() || self.layers.iter().any(|layer| layer.place().unkept().is_some())
    }

    /// Keeps all that is typed. Trouble is shown; the text stays on the screen and is tried again at the next pause, or
    /// when it is called for. Nobody waits for a colleague here.
    pub fn keep_drafts(&mut self) {
        if self.cx.store.holds_drafts() {
            let kept = self.cx.store.briefly(|| self.cx.store.keep_held());
            self.cx.tell_how_drafts_are_kept(kept);
        }
        self.cx.store.tell_looks();
        for layer in self.layers.iter_mut().map(Layer::place_mut) {
            let Some(typed) = layer.unkept() else { continue };
            let kept = self.cx.try_to_keep_draft(&typed.place, typed.body.as_deref());
            layer.mark_kept(!matches!(&kept, Err(problem) if problem.kind == Kind::Io));
            self.cx.tell_how_drafts_are_kept(kept);
        }
    }

    /// After every key: what hangs on it is worked out, and names are hidden that came onto the screen.
    pub(super) fn settle(&mut self) {
        if let Some(layer) = self.layers.last_mut() {
            layer.place_mut().settle(&mut self.cx);
        }
        self.weave();
        self.cx.wait_a_moment_for_the_disk();
    }

    /// Names on the screen that are in no record of a family or a person.
    fn nearby(&self) -> Vec<String> {
        let panes = crate::app::pane::PANES.iter().flat_map(|(subject, ..)| self.panes.at(*subject).names());
        panes.chain(self.layers.iter().flat_map(|layer| layer.place().names(&self.cx))).collect()
    }

    fn weave(&mut self) {
        if self.cx.redactor().is_none() {
            return;
        }
        let nearby = self.nearby();
        let woven = self.cx.weave(&nearby);
        self.cx.tell_if_failed(woven);
    }

    /// Hides all names, or shows them again.
    ///
    /// # Errors
    /// When the casebook cannot be read; then names are shown.
    pub fn turn_names(&mut self) -> Result<(), Problem> {
        if self.cx.redactor().is_none() {
            self.layers.retain(|layer| !layer.place().tells_names());
        }
        let nearby = self.nearby();
        let woven = self.cx.turn_redactor(&nearby);
        // What was put into words says other ones now.
        self.read_layers_again()?;
        woven
    }
}
