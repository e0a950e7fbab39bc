//! From family to family: next, skip, back, adding one, together or one's own way.

use super::again::read_agenda;
use super::late::late_lines;
use super::record::shown_record;
use super::said::{keep_typed, read_step_of, save_next, say_as_before};
use super::setup::present_named;
use super::{Ending, Focus, Going, Page, Part, Run, Stage, Step, Typed, Way, family_name};
use crate::app::cx::{Cx, Notice};
use crate::app::form::{Line, Unkept};
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::domain::codes::Colour;
use crate::domain::directory::FamilyName;
use crate::domain::ids::{FamilyId, MeetingId};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{GoesOn, MeetingAgenda};

/// Families that are told of ahead.
const AHEAD: usize = 12;

/// A meeting on the screen, at a family, or where it is now, or at the first that is left.
pub(super) fn going(cx: &mut Cx, agenda: MeetingAgenda, at: Option<FamilyId>) -> Result<Going, Problem> {
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
        cx.store.turn_meeting(id, None, GoesOn { to, together: begins })?;
        if begins {
            going.agenda.now_at = Some(to);
        }
        load_spoken(cx, &mut going)?;
    }
    Ok(going)
}

/// Takes up what was typed of a family where it was left; none if the place is of no check-in.
pub(in crate::app) fn resume_run(cx: &mut Cx, place: &str) -> Result<Option<Then>, Problem> {
    let Some((meeting, family)) = place.strip_prefix("check-in/").and_then(|rest| rest.split_once('/')) else {
        return Ok(None);
    };
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let agenda = cx.store.agenda(MeetingId(number(meeting)))?;
    let going = going(cx, agenda, Some(FamilyId(number(family))))?;
    Ok(Some(Run::new(Stage::Going(Box::new(going))).into()))
}

pub(super) fn act_on_going(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept, act: Action) -> Result<Step, Problem> {
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
        cx.trouble("run-is-over");
        return Ok(Step::Stay);
    }
    match act {
        Action::EndRun if asked == Ending::Unasked && going.left() > 0 => {
            going.ending = Ending::Asked;
            let left = [("count", arg(going.left()))];
            cx.notice = Some(Notice::Trouble(cx.locale.tell("run-end-for-all", &left)));
        }
        Action::Green => chosen(going, Colour::Green),
        Action::Yellow => chosen(going, Colour::Yellow),
        Action::Red => chosen(going, Colour::Red),
        Action::NextField => going.focus = next_line(going.focus, 1),
        Action::PreviousField => going.focus = next_line(going.focus, 2),
        Action::ToKeys => going.focus = Focus::Keys,
        Action::AsBefore => return say_as_before(cx, going, unkept),
        Action::SaveNext => return save_next(cx, going, unkept),
        Action::SkipFamily => return skip_family(cx, going, unkept),
        Action::PreviousFamily => return previous_family(cx, going, unkept),
        Action::AddFamily => (going.focus, going.ask, going.found) = (Focus::Adding, Line::default(), Vec::new()),
        Action::Present => {
            let names: Vec<String> = going.agenda.present.iter().map(|name| name.replace(' ', "_")).collect();
            (going.focus, going.ask) = (Focus::Present, Line::new(&names.join(" ")));
        }
        Action::Choose => return take_asked(cx, going),
        Action::FollowRun => return follow_or_not(cx, going, unkept),
        Action::EndRun => {
            keep_typed(cx, going, unkept)?;
            cx.store.end_meeting(going.agenda.id, cx.world.today)?;
            cx.tell("run-ended");
            return Ok(Step::Turn(shown_record(cx, going.agenda.id)?));
        }
        Action::Close => {
            keep_typed(cx, going, unkept)?;
            cx.tell("run-left");
            return Ok(Step::Leave);
        }
        Action::Undo => return Ok(Step::Undo),
        Action::Redo => return Ok(Step::Redo),
        Action::Discard if going.is_changed() => return Ok(Step::Discard),
        _ => {}
    }
    if matches!(act, Action::Green | Action::Yellow | Action::Red) {
        *unkept = Unkept::Something;
    }
    Ok(Step::Stay)
}

/// Reads the family on the screen, and what was typed of it before.
pub(super) fn load_spoken(cx: &mut Cx, going: &mut Going) -> Result<(), Problem> {
    let Some(family) = going.family() else { return Ok(()) };
    let spoken = cx.store.spoken_of(going.agenda.id, family, cx.world.today)?;
    going.seen = spoken.now.as_ref().map(|now| (now.id, now.version));
    going.opened = spoken.now.as_ref().map_or_else(Typed::default, |now| Typed::of(&now.value));
    let opened = going.opened.clone();
    going.set(&opened);
    (going.focus, going.step_read) = (Focus::Keys, None);
    going.page = Some(Page { late: late_lines(cx, family)?, spoken });
    tell_coming(cx, going)?;
    if let Some(draft) = cx.store.draft(&going.place())?
        && let Ok(typed) = serde_json::from_str::<Typed>(&draft.body)
    {
        going.set(&typed);
        read_step_of(cx, going)?;
        cx.tell_draft_back(&draft);
    }
    Ok(())
}

pub(super) fn tell_coming(cx: &Cx, going: &mut Going) -> Result<(), Problem> {
    let ahead: Vec<FamilyId> = going.coming(AHEAD);
    let names = cx.store.names_spoken_of(&ahead)?;
    let shown =
        |(family, kept_back): (FamilyName, bool)| FamilyName { name: family_name(&family, kept_back), ..family };
    going.coming = names.into_iter().map(shown).collect();
    Ok(())
}

/// Goes to a family; what is typed of the one that is left is kept.
fn turn(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept, place: usize, skip: bool) -> Result<(), Problem> {
    let Some(to) = going.agenda.families.get(place).map(|one| one.family) else { return Ok(()) };
    keep_typed(cx, going, unkept)?;
    let together = going.way == Way::Together;
    let skipped = going.family().filter(|_| skip);
    cx.store.turn_meeting(going.agenda.id, skipped, GoesOn { to, together })?;
    if let Some(one) = going.agenda.families.get_mut(going.place).filter(|_| skip) {
        one.skipped = true;
    }
    if together {
        going.agenda.now_at = Some(to);
    }
    going.place = place;
    load_spoken(cx, going)
}

/// Goes on after what was said, to the family that the meeting turned to already.
pub(super) fn arrive(cx: &mut Cx, going: &mut Going, next: Option<usize>) -> Result<(), Problem> {
    match next {
        Some(place) => {
            going.place = place;
            load_spoken(cx, going)
        }
        None => {
            load_spoken(cx, going)?;
            cx.tell("run-all-done");
            Ok(())
        }
    }
}

fn skip_family(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    let Some(place) = going.next() else {
        let key = if going.left() == 0 { "run-all-done" } else { "run-no-other" };
        cx.tell(key);
        return Ok(Step::Stay);
    };
    let unsaid = going.current().is_some_and(|one| !one.done);
    turn(cx, going, unkept, place, unsaid)?;
    Ok(Step::Stay)
}

fn previous_family(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    match going.place.checked_sub(1) {
        Some(place) => turn(cx, going, unkept, place, false)?,
        None => cx.trouble("run-first"),
    }
    Ok(Step::Stay)
}

/// Goes with the others, or one's own way.
fn follow_or_not(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    let key = match going.way {
        Way::Together => {
            going.way = Way::Own;
            "run-own-way"
        }
        Way::Own => {
            going.way = Way::Together;
            let now = cx.store.meeting_at(going.agenda.id)?;
            going.agenda.now_at = now;
            let place = going.agenda.families.iter().position(|one| Some(one.family) == now);
            match place.filter(|place| *place != going.place) {
                Some(_) if going.is_changed() => "run-together-after",
                Some(place) => {
                    turn(cx, going, unkept, place, false)?;
                    "run-together"
                }
                None => "run-together",
            }
        }
    };
    cx.tell(key);
    Ok(Step::Stay)
}

/// Adds the family that is named, or takes down who is there.
fn take_asked(cx: &mut Cx, going: &mut Going) -> Result<Step, Problem> {
    if going.focus == Focus::Present {
        match present_named(cx, going.ask.text())? {
            Err(fault) => cx.notice = Some(Notice::Trouble(fault)),
            Ok(named) => {
                cx.store.set_present(going.agenda.id, &named)?;
                (going.agenda.present, going.focus) = (named, Focus::Keys);
            }
        }
        return Ok(Step::Stay);
    }
    let [family] = going.found.as_slice() else {
        let key = if going.found.is_empty() { "run-no-such-family" } else { "run-several-families" };
        cx.trouble(key);
        return Ok(Step::Stay);
    };
    let (id, name) = (family.id, family.name.clone());
    cx.store.add_to_meeting(going.agenda.id, id, going.family())?;
    read_agenda(cx, going)?;
    going.focus = Focus::Keys;
    tell_coming(cx, going)?;
    cx.notice = Some(Notice::Done(cx.locale.tell("run-added", &[("name", arg(name))])));
    Ok(Step::Stay)
}

/// The line so many lines on, round and round; the first from the keys.
fn next_line(focus: Focus, by: usize) -> Focus {
    let at = match focus {
        Focus::Line(part) => Part::ALL.iter().position(|known| *known == part).unwrap_or(0) + by,
        _ => 0,
    };
    Focus::Line(Part::ALL[at % Part::ALL.len()])
}
