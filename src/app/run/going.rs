//! From family to family: next, skip, back, adding one, together or one's own way.

use super::{Ending, Focus, Going, Page, Part, Run, Stage, Then, Typed, Way, family_name};
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::form::Unkept;
use crate::app::line::Line;
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::domain::codes::Colour;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, MeetingId};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{GoesOn, MeetingAgenda};

/// Families that are told of ahead.
const AHEAD: usize = 12;

impl App {
    /// Opens a meeting at a family, or where it is now.
    pub(in crate::app) fn open_run(&mut self, agenda: MeetingAgenda, at: Option<FamilyId>) -> Result<(), Problem> {
        let going = self.going(agenda, at)?;
        self.modals.push(Modal::Run(Box::new(Run::new(Stage::Going(Box::new(going))))));
        Ok(())
    }

    /// A meeting on the screen, at a family, or where it is now, or at the first that is left.
    pub(super) fn going(&mut self, agenda: MeetingAgenda, at: Option<FamilyId>) -> Result<Going, Problem> {
        let place_of = |family: FamilyId| agenda.families.iter().position(|one| one.family == family);
        let now = at.or(agenda.now_at).and_then(place_of);
        let first = || agenda.families.iter().position(|one| !one.done).unwrap_or(0);
        let place = now.unwrap_or_else(first);
        let together = at.is_none();
        let (id, begins) = (agenda.id, together && agenda.now_at.is_none());
        let to = agenda.families.get(place).map(|one| one.family);
        let mut going = Going {
            agenda,
            place,
            page: None,
            coming: Vec::new(),
            focus: Focus::Keys,
            way: if together { Way::Together } else { Way::Own },
            colour: None,
            sentence: Line::default(),
            step: Line::default(),
            decision: Line::default(),
            step_read: None,
            ask: Line::default(),
            found: Vec::new(),
            ending: Ending::Unasked,
            opened: Typed::default(),
            seen: None,
        };
        if let Some(to) = to {
            self.store.turn_meeting(id, None, GoesOn { to, together: begins })?;
            if begins {
                going.agenda.now_at = Some(to);
            }
            self.load_spoken(&mut going)?;
        }
        Ok(going)
    }

    /// Takes up what was typed of a family where it was left.
    pub(in crate::app) fn resume_run(&mut self, place: &str) -> Result<bool, Problem> {
        let Some((meeting, family)) = place.strip_prefix("check-in/").and_then(|rest| rest.split_once('/')) else {
            return Ok(false);
        };
        let number = |text: &str| text.parse::<i64>().unwrap_or_default();
        let agenda = self.store.agenda(MeetingId(number(meeting)))?;
        self.open_run(agenda, Some(FamilyId(number(family))))?;
        Ok(true)
    }

    pub(super) fn act_on_going(
        &mut self,
        going: &mut Going,
        unkept: &mut Unkept,
        act: Action,
    ) -> Result<Then, Problem> {
        let chosen = |going: &mut Going, colour| {
            going.colour = Some(colour);
            going.focus = Focus::Line(Part::Sentence);
        };
        let asked = std::mem::take(&mut going.ending);
        let begins = matches!(
            act,
            Action::Green
                | Action::Yellow
                | Action::Red
                | Action::AsBefore
                | Action::SkipFamily
                | Action::AddFamily
                | Action::Present
        );
        if begins && going.agenda.ended_on.is_some() && !going.is_changed() {
            // What was being written when somebody ended it can still be saved; nothing more is begun.
            self.notice = Some(Notice::Trouble(self.locale.say("run-is-over")));
            return Ok(Then::Stay);
        }
        match act {
            Action::EndRun if asked == Ending::Unasked && going.left() > 0 => {
                going.ending = Ending::Asked;
                let left = [("count", arg(going.left()))];
                self.notice = Some(Notice::Trouble(self.locale.tell("run-end-for-all", &left)));
            }
            Action::Green => chosen(going, Colour::Green),
            Action::Yellow => chosen(going, Colour::Yellow),
            Action::Red => chosen(going, Colour::Red),
            Action::NextField => going.focus = next_line(going.focus, 1),
            Action::PreviousField => going.focus = next_line(going.focus, 2),
            Action::ToKeys => going.focus = Focus::Keys,
            Action::AsBefore => return self.say_as_before(going, unkept),
            Action::SaveNext => return self.save_next(going, unkept),
            Action::SkipFamily => return self.skip_family(going, unkept),
            Action::PreviousFamily => return self.previous_family(going, unkept),
            Action::AddFamily => (going.focus, going.ask, going.found) = (Focus::Adding, Line::default(), Vec::new()),
            Action::Present => {
                let names: Vec<String> = going.agenda.present.iter().map(|name| name.replace(' ', "_")).collect();
                (going.focus, going.ask) = (Focus::Present, Line::new(&names.join(" ")));
            }
            Action::Choose => return self.take_asked(going),
            Action::FollowRun => return self.follow_or_not(going, unkept),
            Action::EndRun => {
                self.keep_typed(going, unkept)?;
                self.store.end_meeting(going.agenda.id, self.world.today)?;
                self.notice = Some(Notice::Done(self.locale.say("run-ended")));
                return Ok(Then::Turn(self.shown_record(going.agenda.id)?));
            }
            Action::Close => {
                self.keep_typed(going, unkept)?;
                self.notice = Some(Notice::Done(self.locale.say("run-left")));
                return Ok(Then::Leave);
            }
            Action::Undo => return Ok(Then::Undo),
            Action::Redo => return Ok(Then::Redo),
            Action::Discard if going.is_changed() => return Ok(Then::Discard),
            _ => {}
        }
        if matches!(act, Action::Green | Action::Yellow | Action::Red) {
            *unkept = Unkept::Something;
        }
        Ok(Then::Stay)
    }

    /// Reads the family on the screen, and what was typed of it before.
    pub(super) fn load_spoken(&mut self, going: &mut Going) -> Result<(), Problem> {
        let Some(family) = going.family() else { return Ok(()) };
        let spoken = self.store.spoken_of(going.agenda.id, family, self.world.today)?;
        going.seen = spoken.now.as_ref().map(|now| (now.id, now.version));
        going.opened = spoken.now.as_ref().map_or_else(Typed::default, |now| Typed::of(&now.value));
        let opened = going.opened.clone();
        going.set(&opened);
        (going.focus, going.step_read) = (Focus::Keys, None);
        going.page = Some(Page { late: self.late_lines(family)?, spoken });
        self.tell_coming(going)?;
        if let Some(draft) = self.store.draft(&going.place())?
            && let Ok(typed) = serde_json::from_str::<Typed>(&draft.body)
        {
            going.set(&typed);
            self.read_step_of(going)?;
            self.tell_draft_back(&draft);
        }
        Ok(())
    }

    pub(super) fn tell_coming(&self, going: &mut Going) -> Result<(), Problem> {
        let ahead: Vec<FamilyId> = going.coming(AHEAD);
        let names = self.store.names_spoken_of(&ahead)?;
        let shown =
            |(family, kept_back): (FamilyName, bool)| FamilyName { name: family_name(&family, kept_back), ..family };
        going.coming = names.into_iter().map(shown).collect();
        Ok(())
    }

    /// Goes to a family; what is typed of the one that is left is kept.
    fn turn(&mut self, going: &mut Going, unkept: &mut Unkept, place: usize, skip: bool) -> Result<(), Problem> {
        let Some(to) = going.agenda.families.get(place).map(|one| one.family) else { return Ok(()) };
        self.keep_typed(going, unkept)?;
        let together = going.way == Way::Together;
        let skipped = going.family().filter(|_| skip);
        self.store.turn_meeting(going.agenda.id, skipped, GoesOn { to, together })?;
        if let Some(one) = going.agenda.families.get_mut(going.place).filter(|_| skip) {
            one.skipped = true;
        }
        if together {
            going.agenda.now_at = Some(to);
        }
        going.place = place;
        self.load_spoken(going)
    }

    /// Goes on after what was said, to the family that the meeting turned to already.
    pub(super) fn arrive(&mut self, going: &mut Going, next: Option<usize>) -> Result<(), Problem> {
        match next {
            Some(place) => {
                going.place = place;
                self.load_spoken(going)
            }
            None => {
                self.load_spoken(going)?;
                self.notice = Some(Notice::Done(self.locale.say("run-all-done")));
                Ok(())
            }
        }
    }

    fn skip_family(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        let Some(place) = going.next() else {
            let key = if going.left() == 0 { "run-all-done" } else { "run-no-other" };
            self.notice = Some(Notice::Done(self.locale.say(key)));
            return Ok(Then::Stay);
        };
        let unsaid = going.current().is_some_and(|one| !one.done);
        self.turn(going, unkept, place, unsaid)?;
        Ok(Then::Stay)
    }

    fn previous_family(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        match going.place.checked_sub(1) {
            Some(place) => self.turn(going, unkept, place, false)?,
            None => self.notice = Some(Notice::Trouble(self.locale.say("run-first"))),
        }
        Ok(Then::Stay)
    }

    /// Goes with the others, or one's own way.
    fn follow_or_not(&mut self, going: &mut Going, unkept: &mut Unkept) -> Result<Then, Problem> {
        let key = match going.way {
            Way::Together => {
                going.way = Way::Own;
                "run-own-way"
            }
            Way::Own => {
                going.way = Way::Together;
                let now = self.store.meeting_at(going.agenda.id)?;
                going.agenda.now_at = now;
                let place = going.agenda.families.iter().position(|one| Some(one.family) == now);
                match place.filter(|place| *place != going.place) {
                    Some(_) if going.is_changed() => "run-together-after",
                    Some(place) => {
                        self.turn(going, unkept, place, false)?;
                        "run-together"
                    }
                    None => "run-together",
                }
            }
        };
        self.notice = Some(Notice::Done(self.locale.say(key)));
        Ok(Then::Stay)
    }

    /// Adds the family that is named, or takes down who is there.
    fn take_asked(&mut self, going: &mut Going) -> Result<Then, Problem> {
        if going.focus == Focus::Present {
            match self.present_named(going.ask.text())? {
                Err(fault) => self.notice = Some(Notice::Trouble(fault)),
                Ok(named) => {
                    self.store.set_present(going.agenda.id, &named)?;
                    (going.agenda.present, going.focus) = (named, Focus::Keys);
                }
            }
            return Ok(Then::Stay);
        }
        let [family] = going.found.as_slice() else {
            let key = if going.found.is_empty() { "run-no-such-family" } else { "run-several-families" };
            self.notice = Some(Notice::Trouble(self.locale.say(key)));
            return Ok(Then::Stay);
        };
        let (id, name) = (family.id, family.name.clone());
        self.store.add_to_meeting(going.agenda.id, id, going.family())?;
        self.read_agenda(going)?;
        going.focus = Focus::Keys;
        self.tell_coming(going)?;
        self.notice = Some(Notice::Done(self.locale.tell("run-added", &[("name", arg(name))])));
        Ok(Then::Stay)
    }
}

/// The line so many lines on, round and round; the first from the keys.
fn next_line(focus: Focus, by: usize) -> Focus {
    let at = match focus {
        Focus::Line(part) => Part::ALL.iter().position(|known| *known == part).unwrap_or(0) + by,
        _ => 0,
    };
    Focus::Line(Part::ALL[at % Part::ALL.len()])
}
