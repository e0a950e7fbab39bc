//! Before a check-in begins: who is there, whose families, at which pace.

use super::again::tell_elsewhere;
use super::round::round;
use super::{Run, Stage, Step};
use crate::app::cx::{Cx, Notice};
use crate::app::form::Line;
use crate::app::keys::Action;
use crate::app::layer::Then;
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

/// Joins the check-in that goes on today, or begins one.
pub(in crate::app) fn join_run(cx: &mut Cx) -> Result<Then, Problem> {
    let meetings = cx.store.meetings_on(cx.world.today)?;
    let Some((id, _)) = meetings.into_iter().find(|(_, goes_on)| *goes_on) else { return set_up_run(cx) };
    let agenda = cx.store.agenda(id)?;
    if agenda.families.is_empty() {
        return set_up_run(cx);
    }
    let who = agenda.called_by.clone();
    let round = round(cx, agenda, None)?;
    cx.notice = Some(Notice::Done(cx.locale.tell("run-joined", &[("name", arg(who))])));
    tell_elsewhere(cx, &round);
    Ok(Run::new(Stage::Round(Box::new(round))).into())
}

/// Asks what a new check-in needs to begin.
pub(in crate::app) fn set_up_run(cx: &mut Cx) -> Result<Then, Problem> {
    let today = cx.world.today;
    let mine = cx.store.to_speak_of(Whose::Mine, today)?;
    let (whose, families) = if mine.is_empty() {
        (Whose::Everyones, cx.store.to_speak_of(Whose::Everyones, today)?)
    } else {
        (Whose::Mine, mine)
    };
    let named = vec![cx.user().to_owned()];
    let setup = Setup { present: Line::default(), named, whose, pace: PACE, families, fault: None };
    Ok(Run::new(Stage::Setup(Box::new(setup))).into())
}

pub(super) fn act_on_setup(cx: &mut Cx, setup: &mut Setup, act: Action) -> Result<Step, Problem> {
    match act {
        Action::WhoseRun => {
            setup.whose = match setup.whose {
                Whose::Mine => Whose::Everyones,
                Whose::Everyones => Whose::Mine,
            };
            setup.families = cx.store.to_speak_of(setup.whose, cx.world.today)?;
        }
        Action::Slower => setup.pace = (setup.pace + 1).min(SLOWEST),
        Action::Faster => setup.pace = setup.pace.saturating_sub(1).max(1),
        Action::BeginRun => return begin_run(cx, setup),
        Action::Close => return Ok(Step::Leave),
        _ => {}
    }
    Ok(Step::Stay)
}

fn begin_run(cx: &mut Cx, setup: &mut Setup) -> Result<Step, Problem> {
    read_present(cx, setup)?;
    if let Some(fault) = &setup.fault {
        cx.notice = Some(Notice::Trouble(fault.clone()));
        return Ok(Step::Stay);
    }
    if setup.families.is_empty() {
        cx.trouble("run-no-families");
        return Ok(Step::Stay);
    }
    let meeting = Meeting {
        on: cx.world.today,
        called_by: cx.user().to_owned(),
        present: setup.named.clone(),
        pace_minutes: setup.pace,
        families: setup.families.clone(),
        ended_on: None,
    };
    let id = cx.store.add(&meeting, Origin::Direct)?;
    let agenda = cx.store.agenda(id)?;
    Ok(Step::Turn(Stage::Round(Box::new(round(cx, agenda, None)?))))
}

/// Reads who is there.
pub(super) fn read_present(cx: &Cx, setup: &mut Setup) -> Result<(), Problem> {
    (setup.named, setup.fault) = match present_named(cx, setup.present.text())? {
        Ok(named) => (named, None),
        Err(fault) => (Vec::new(), Some(fault)),
    };
    Ok(())
}

/// Who names and beginnings of names mean among the staff, oneself first; inside, what is wrong with them.
pub(super) fn present_named(cx: &Cx, text: &str) -> Result<Result<Vec<String>, String>, Problem> {
    let mut named = vec![cx.user().to_owned()];
    for word in text.split([',', ';', ' ']).map(|word| clean_line(&word.replace('_', " "))) {
        if word.is_empty() {
            continue;
        }
        let found = cx.store.staff_called(&word)?;
        match found.as_slice() {
            [one] if named.iter().any(|known| fold(known) == fold(one)) => {}
            [one] => named.push(one.clone()),
            several => {
                let key = if several.is_empty() { "fault-no_such_staff" } else { "fault-ambiguous_staff" };
                let candidates = if several.is_empty() { cx.store.staff_called("")? } else { several.to_vec() };
                let args = [("value", arg(word)), ("candidates", arg(candidates.join(" · ")))];
                return Ok(Err(cx.locale.tell(key, &args)));
            }
        }
    }
    Ok(Ok(named))
}
