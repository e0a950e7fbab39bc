//! Others' acts in a run come onto the screen by themselves; what is typed stays where it is.

use super::round::load_spoken;
use super::{Round, Way};
use crate::app::cx::{Cx, Notice};
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

impl Round {
    /// Goes along when the meeting has gone on; true when the screen looks different.
    pub(super) fn follow_others(&mut self, cx: &mut Cx) -> Result<bool, Problem> {
        let now = cx.store.meeting_at(self.agenda.id)?;
        let moved = std::mem::replace(&mut self.agenda.now_at, now) != now;
        Ok(follow(cx, self, now)? != Went::Nowhere || moved && tell_elsewhere(cx, self))
    }

    /// Reads the run again after something was written, here or elsewhere.
    pub(super) fn read_again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let (ended, before) = (self.agenda.ended_on, self.agenda.now_at);
        read_agenda(cx, self)?;
        if self.agenda.ended_on.is_some() && ended.is_none() {
            cx.tell("run-ended-elsewhere");
        }
        let now = self.agenda.now_at;
        if follow(cx, self, now)? == Went::Along {
            return Ok(());
        }
        if now != before {
            tell_elsewhere(cx, self);
        }
        read_page_again(cx, self)
    }
}

/// The meeting as it stands, the same family on the screen if it is there still.
pub(super) fn read_agenda(cx: &mut Cx, round: &mut Round) -> Result<(), Problem> {
    let family = round.family();
    round.agenda = cx.store.agenda(round.agenda.id)?;
    let place = round.agenda.families.iter().position(|one| Some(one.family) == family);
    round.place = place.unwrap_or(round.place.min(round.agenda.families.len().saturating_sub(1)));
    Ok(())
}

fn follow(cx: &mut Cx, round: &mut Round, now: Option<FamilyId>) -> Result<Went, Problem> {
    let elsewhere = now.filter(|now| Some(*now) != round.family());
    let place = elsewhere.and_then(|now| round.agenda.families.iter().position(|one| one.family == now));
    let Some((to, place)) = elsewhere.zip(place).filter(|_| round.way == Way::Together) else {
        return Ok(Went::Nowhere);
    };
    if round.is_changed() {
        cx.tell("run-others-went-on");
        return Ok(Went::Held);
    }
    cx.store.turn_meeting(round.agenda.id, None, GoesOn { to, together: false })?;
    round.place = place;
    load_spoken(cx, round)?;
    Ok(Went::Along)
}

/// Tells whoever goes with the others that they speak of a family that is not for them; true if that is so.
pub(super) fn tell_elsewhere(cx: &mut Cx, round: &Round) -> bool {
    let Some(now) = round.agenda.now_at.filter(|_| round.way == Way::Together) else { return false };
    let is_hidden = round.agenda.families.iter().all(|one| one.family != now);
    if is_hidden {
        cx.tell("run-elsewhere");
    }
    is_hidden
}

/// Reads the family on the screen again. What is typed stays: whoever saves it is shown what was said meanwhile.
fn read_page_again(cx: &mut Cx, round: &mut Round) -> Result<(), Problem> {
    if !round.is_changed() {
        let hand = round.focus;
        load_spoken(cx, round)?;
        round.focus = hand;
        return Ok(());
    }
    let Some(family) = round.family() else { return Ok(()) };
    let spoken = cx.store.spoken_of(round.agenda.id, family, cx.world.today)?;
    if let Some(now) = spoken.now.as_ref().filter(|now| Some((now.id, now.version)) != round.seen) {
        let name = now.value.by.clone();
        let said = cx.locale.tell("run-said-meanwhile", &[("name", crate::locale::arg(name))]);
        cx.notice = Some(Notice::Trouble(said));
    }
    if let Some(page) = &mut round.page {
        page.spoken = spoken;
    }
    Ok(())
}
