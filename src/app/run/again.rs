//! What others do to a run comes onto the screen by itself; what is typed stays where it is.

use super::{Going, Run, Stage, Way};
use crate::app::desk::App;
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::store::GoesOn;

/// Whether one went along with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    /// Yes.
    Along,
    /// What is typed holds one where one is.
    Held,
    /// There was nowhere to go.
    Nowhere,
}

impl App {
    /// The run that lies over the pane, taken out while something is done to it.
    fn take_run(&mut self) -> Option<(usize, Box<Run>)> {
        let place = self.modals.iter().position(|modal| matches!(modal, Modal::Run(_)))?;
        match self.modals.remove(place) {
            Modal::Run(run) => Some((place, run)),
            other => {
                self.modals.insert(place, other);
                None
            }
        }
    }

    fn with_going(
        &mut self,
        how: impl FnOnce(&mut Self, &mut Going) -> Result<bool, Problem>,
    ) -> Result<bool, Problem> {
        let Some((place, mut run)) = self.take_run() else { return Ok(false) };
        let done = match &mut run.stage {
            Stage::Going(going) => how(self, going),
            _ => Ok(false),
        };
        self.modals.insert(place, Modal::Run(run));
        done
    }

    /// Tells whoever joins a run if the others speak of a family that is not for them.
    pub(super) fn tell_where_others_are(&mut self) {
        // Nothing is read, so nothing can go wrong.
        let _ = self.with_going(|app, going| Ok(app.tell_elsewhere(going)));
    }

    /// Goes along when the meeting has gone on; true when the screen looks different.
    pub(in crate::app) fn follow_run(&mut self) -> Result<bool, Problem> {
        self.with_going(|app, going| {
            let now = app.store.meeting_at(going.agenda.id)?;
            let moved = std::mem::replace(&mut going.agenda.now_at, now) != now;
            Ok(app.follow(going, now)? != Went::Nowhere || moved && app.tell_elsewhere(going))
        })
    }

    /// Reads the run again after something was written, here or elsewhere.
    pub(in crate::app) fn read_run_again(&mut self) -> Result<(), Problem> {
        let done = self.with_going(|app, going| {
            let (ended, before) = (going.agenda.ended_on, going.agenda.now_at);
            app.read_agenda(going)?;
            if going.agenda.ended_on.is_some() && ended.is_none() {
                app.notice = Some(Notice::Done(app.locale.say("run-ended-elsewhere")));
            }
            let now = going.agenda.now_at;
            if app.follow(going, now)? == Went::Along {
                return Ok(true);
            }
            if now != before {
                app.tell_elsewhere(going);
            }
            app.read_page_again(going)?;
            Ok(true)
        });
        done.map(|_| ())
    }

    /// The meeting as it stands, the same family on the screen if it is there still.
    pub(super) fn read_agenda(&mut self, going: &mut Going) -> Result<(), Problem> {
        let family = going.family();
        going.agenda = self.store.agenda(going.agenda.id)?;
        let place = going.agenda.families.iter().position(|one| Some(one.family) == family);
        going.place = place.unwrap_or(going.place.min(going.agenda.families.len().saturating_sub(1)));
        Ok(())
    }

    fn follow(&mut self, going: &mut Going, now: Option<FamilyId>) -> Result<Went, Problem> {
        let elsewhere = now.filter(|now| Some(*now) != going.family());
        let place = elsewhere.and_then(|now| going.agenda.families.iter().position(|one| one.family == now));
        let Some((to, place)) = elsewhere.zip(place).filter(|_| going.way == Way::Together) else {
            return Ok(Went::Nowhere);
        };
        if going.is_changed() {
            self.notice = Some(Notice::Done(self.locale.say("run-others-went-on")));
            return Ok(Went::Held);
        }
        self.store.turn_meeting(going.agenda.id, None, GoesOn { to, together: false })?;
        going.place = place;
        self.load_spoken(going)?;
        Ok(Went::Along)
    }

    /// Tells whoever goes with the others that they speak of a family that is not for them; true if that is so.
    pub(super) fn tell_elsewhere(&mut self, going: &Going) -> bool {
        let Some(now) = going.agenda.now_at.filter(|_| going.way == Way::Together) else { return false };
        let is_hidden = going.agenda.families.iter().all(|one| one.family != now);
        if is_hidden {
            self.notice = Some(Notice::Done(self.locale.say("run-elsewhere")));
        }
        is_hidden
    }

    /// Reads the family on the screen again. What is typed stays: whoever saves it is shown what was said meanwhile.
    fn read_page_again(&mut self, going: &mut Going) -> Result<(), Problem> {
        if !going.is_changed() {
            let hand = going.focus;
            self.load_spoken(going)?;
            going.focus = hand;
            return Ok(());
        }
        let Some(family) = going.family() else { return Ok(()) };
        let spoken = self.store.spoken_of(going.agenda.id, family, self.world.today)?;
        if let Some(now) = spoken.now.as_ref().filter(|now| Some((now.id, now.version)) != going.seen) {
            let name = now.value.by.clone();
            let said = self.locale.tell("run-said-meanwhile", &[("name", crate::locale::arg(name))]);
            self.notice = Some(Notice::Trouble(said));
        }
        if let Some(page) = &mut going.page {
            page.spoken = spoken;
        }
        Ok(())
    }
}
