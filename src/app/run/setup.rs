//! Before a check-in begins: who is there, whose families, at which pace.

use super::{Run, Stage, Then};
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::line::Line;
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::domain::check_in::{Meeting, PACE};
use crate::domain::directory::Directory;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::domain::text::{clean_line, fold};
use crate::locale::arg;
use crate::store::{Origin, Whose};

/// The slowest pace, in minutes a family.
const SLOWEST: u32 = 120;

/// A check-in that is about to begin.
#[derive(Debug)]
pub struct Setup {
    /// Who is there, as typed; nobody is oneself.
    pub present: Line,
    /// Who that is.
    pub named: Vec<String>,
    /// Whose families.
    pub whose: Whose,
    /// Minutes a family.
    pub pace: u32,
    /// The families in their order.
    pub families: Vec<FamilyId>,
    /// What is wrong with the names.
    pub fault: Option<String>,
}

impl App {
    /// Joins the check-in that goes on today, or begins one.
    pub(in crate::app) fn join_run(&mut self) -> Result<(), Problem> {
        let meetings = self.store.meetings_on(self.world.today)?;
        match meetings.into_iter().find(|(_, goes_on)| *goes_on) {
            Some((id, _)) => {
                let agenda = self.store.agenda(id)?;
                if agenda.families.is_empty() {
                    return self.set_up_run();
                }
                let who = agenda.called_by.clone();
                self.open_run(agenda, None)?;
                self.notice = Some(Notice::Done(self.locale.tell("run-joined", &[("name", arg(who))])));
                self.tell_where_others_are();
                Ok(())
            }
            None => self.set_up_run(),
        }
    }

    /// Asks what a new check-in needs to begin.
    pub(in crate::app) fn set_up_run(&mut self) -> Result<(), Problem> {
        let today = self.world.today;
        let mine = self.store.to_speak_of(Whose::Mine, today)?;
        let (whose, families) = if mine.is_empty() {
            (Whose::Everyones, self.store.to_speak_of(Whose::Everyones, today)?)
        } else {
            (Whose::Mine, mine)
        };
        let named = vec![self.user().to_owned()];
        let setup = Setup { present: Line::default(), named, whose, pace: PACE, families, fault: None };
        self.modals.push(Modal::Run(Box::new(Run::new(Stage::Setup(Box::new(setup))))));
        Ok(())
    }

    pub(super) fn act_on_setup(&mut self, setup: &mut Setup, act: Action) -> Result<Then, Problem> {
        match act {
            Action::WhoseRun => {
                setup.whose = match setup.whose {
                    Whose::Mine => Whose::Everyones,
                    Whose::Everyones => Whose::Mine,
                };
                setup.families = self.store.to_speak_of(setup.whose, self.world.today)?;
            }
            Action::Slower => setup.pace = (setup.pace + 1).min(SLOWEST),
            Action::Faster => setup.pace = setup.pace.saturating_sub(1).max(1),
            Action::BeginRun => return self.begin_run(setup),
            Action::Close => return Ok(Then::Leave),
            _ => {}
        }
        Ok(Then::Stay)
    }

    fn begin_run(&mut self, setup: &mut Setup) -> Result<Then, Problem> {
        self.read_present(setup)?;
        if let Some(fault) = &setup.fault {
            self.notice = Some(Notice::Trouble(fault.clone()));
            return Ok(Then::Stay);
        }
        if setup.families.is_empty() {
            self.notice = Some(Notice::Trouble(self.locale.say("run-no-families")));
            return Ok(Then::Stay);
        }
        let meeting = Meeting {
            on: self.world.today,
            called_by: self.user().to_owned(),
            present: setup.named.clone(),
            pace_minutes: setup.pace,
            families: setup.families.clone(),
            ended_on: None,
        };
        let id = self.store.add(&meeting, Origin::Direct)?;
        let agenda = self.store.agenda(id)?;
        Ok(Then::Turn(Stage::Going(Box::new(self.going(agenda, None)?))))
    }

    /// Reads who is there.
    pub(super) fn read_present(&self, setup: &mut Setup) -> Result<(), Problem> {
        (setup.named, setup.fault) = match self.present_named(setup.present.text())? {
            Ok(named) => (named, None),
            Err(fault) => (Vec::new(), Some(fault)),
        };
        Ok(())
    }

    /// Who names and beginnings of names mean among the staff, oneself first; inside, what is wrong with them.
    pub(super) fn present_named(&self, text: &str) -> Result<Result<Vec<String>, String>, Problem> {
        let mut named = vec![self.user().to_owned()];
        for word in text.split([',', ';', ' ']).map(|word| clean_line(&word.replace('_', " "))) {
            if word.is_empty() {
                continue;
            }
            let found = self.store.staff_called(&word)?;
            match found.as_slice() {
                [one] if named.iter().any(|known| fold(known) == fold(one)) => {}
                [one] => named.push(one.clone()),
                several => {
                    let key = if several.is_empty() { "fault-no_such_staff" } else { "fault-ambiguous_staff" };
                    let candidates = if several.is_empty() { self.store.staff_called("")? } else { several.to_vec() };
                    let args = [("value", arg(word)), ("candidates", arg(candidates.join(" · ")))];
                    return Ok(Err(self.locale.tell(key, &args)));
                }
            }
        }
        Ok(Ok(named))
    }
}
