//! From family to family: next, skip, back, adding one, together or one's own way.

use super::again::read_agenda;
use super::late::late_lines;
use super::record::shown_record;
use super::said::{keep_typed, read_step_of, save_next, say_as_before};
use super::setup::present_named;
use super::{Ending, Focus, Page, Part, Round, Run, Stage, Step, Typed, Way, family_name};
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
pub(super) fn round(cx: &mut Cx, agenda: MeetingAgenda, at: Option<FamilyId>) -> Result<Round, Problem> {
    let place_of = |family: FamilyId| agenda.families.iter().position(|one| one.family == family);
    let now = at.or(agenda.now_at).and_then(place_of);
    let first = || agenda.families.iter().position(|one| !one.done).unwrap_or(0);
    let place = now.unwrap_or_else(first);
    let together = at.is_none();
    let (id, begins) = (agenda.id, together && !agenda.has_begun);
    let to = agenda.families.get(place).map(|one| one.family);
    let mut round = Round {
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
            round.agenda.now_at = Some(to);
        }
        load_spoken(cx, &mut round)?;
    }
    Ok(round)
}

/// Takes up what was typed of a family where it was left; none if the place is of no check-in.
pub(in crate::app) fn resume_run(cx: &mut Cx, place: &str) -> Result<Option<Then>, Problem> {
    let Some((meeting, family)) = place.strip_prefix("check-in/").and_then(|rest| rest.split_once('/')) else {
        return Ok(None);
    };
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let agenda = cx.store.agenda(MeetingId(number(meeting)))?;
    let round = round(cx, agenda, Some(FamilyId(number(family))))?;
    Ok(Some(Run::new(Stage::Round(Box::new(round))).into()))
}

pub(super) fn act_on_round(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept, act: Action) -> Result<Step, Problem> {
    let chosen = |round: &mut Round, colour| {
        round.colour = Some(colour);
        round.focus = Focus::Line(Part::Sentence);
    };
    let asked = std::mem::take(&mut round.ending);
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
    if begins && round.agenda.ended_on.is_some() && !round.is_changed() {
        // What was being written when somebody ended it can still be saved; nothing more is begun.
        cx.trouble("run-is-over");
        return Ok(Step::Stay);
    }
    match act {
        Action::EndRun if asked == Ending::Unasked && round.left() > 0 => {
            round.ending = Ending::Asked;
            let left = [("count", arg(round.left()))];
            cx.notice = Some(Notice::Trouble(cx.locale.tell("run-end-for-all", &left)));
        }
        Action::Green => chosen(round, Colour::Green),
        Action::Yellow => chosen(round, Colour::Yellow),
        Action::Red => chosen(round, Colour::Red),
        Action::NextField => round.focus = next_line(round.focus, 1),
        Action::PreviousField => round.focus = next_line(round.focus, 2),
        Action::ToKeys => round.focus = Focus::Keys,
        Action::AsBefore => return say_as_before(cx, round, unkept),
        Action::SaveNext => return save_next(cx, round, unkept),
        Action::SkipFamily => return skip_family(cx, round, unkept),
        Action::PreviousFamily => return previous_family(cx, round, unkept),
        Action::AddFamily => (round.focus, round.ask, round.found) = (Focus::Adding, Line::default(), Vec::new()),
        Action::Present => {
            let names: Vec<String> = round.agenda.present.iter().map(|name| name.replace(' ', "_")).collect();
            (round.focus, round.ask) = (Focus::Present, Line::new(&names.join(" ")));
        }
        Action::Choose => return take_asked(cx, round),
        Action::FollowRun => return follow_or_not(cx, round, unkept),
        Action::EndRun => {
            keep_typed(cx, round, unkept)?;
            cx.store.end_meeting(round.agenda.id, cx.world.today)?;
            cx.tell("run-ended");
            return Ok(Step::Turn(shown_record(cx, round.agenda.id)?));
        }
        Action::Close => {
            keep_typed(cx, round, unkept)?;
            cx.tell("run-left");
            return Ok(Step::Leave);
        }
        Action::Undo => return Ok(Step::Undo),
        Action::Redo => return Ok(Step::Redo),
        Action::Discard if round.is_changed() => return Ok(Step::Discard),
        _ => {}
    }
    if matches!(act, Action::Green | Action::Yellow | Action::Red) {
        *unkept = Unkept::Something;
    }
    Ok(Step::Stay)
}

/// Reads the family on the screen, and what was typed of it before.
pub(super) fn load_spoken(cx: &mut Cx, round: &mut Round) -> Result<(), Problem> {
    let Some(family) = round.family() else { return Ok(()) };
    let spoken = cx.store.spoken_of(round.agenda.id, family, cx.world.today)?;
    round.seen = spoken.now.as_ref().map(|now| (now.id, now.version));
    round.opened = spoken.now.as_ref().map_or_else(Typed::default, |now| Typed::of(&now.value));
    let opened = round.opened.clone();
    round.set(&opened);
    (round.focus, round.step_read) = (Focus::Keys, None);
    round.page = Some(Page { late: late_lines(cx, family)?, spoken });
    tell_coming(cx, round)?;
    if let Some(draft) = cx.store.draft(&round.place())?
        && let Ok(typed) = serde_json::from_str::<Typed>(&draft.body)
    {
        round.set(&typed);
        read_step_of(cx, round)?;
        cx.tell_draft_back(&draft);
    }
    Ok(())
}

pub(super) fn tell_coming(cx: &Cx, round: &mut Round) -> Result<(), Problem> {
    let ahead: Vec<FamilyId> = round.coming(AHEAD);
    let names = cx.store.names_spoken_of(&ahead)?;
    let shown =
        |(family, kept_back): (FamilyName, bool)| FamilyName { name: family_name(&family, kept_back), ..family };
    round.coming = names.into_iter().map(shown).collect();
    Ok(())
}

/// Goes to a family; what is typed of the one that is left is kept.
fn turn(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept, place: usize, skip: bool) -> Result<(), Problem> {
    let Some(to) = round.agenda.families.get(place).map(|one| one.family) else { return Ok(()) };
    keep_typed(cx, round, unkept)?;
    let together = round.way == Way::Together;
    let skipped = round.family().filter(|_| skip);
    cx.store.turn_meeting(round.agenda.id, skipped, GoesOn { to, together })?;
    if let Some(one) = round.agenda.families.get_mut(round.place).filter(|_| skip) {
        one.skipped = true;
    }
    if together {
        round.agenda.now_at = Some(to);
    }
    round.place = place;
    load_spoken(cx, round)
}

/// Goes on after what was said, to the family that the meeting turned to already.
pub(super) fn arrive(cx: &mut Cx, round: &mut Round, next: Option<usize>) -> Result<(), Problem> {
    match next {
        Some(place) => {
            round.place = place;
            load_spoken(cx, round)
        }
        None => {
            load_spoken(cx, round)?;
            cx.tell("run-all-done");
            Ok(())
        }
    }
}

fn skip_family(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    let Some(place) = round.next() else {
        let key = if round.left() == 0 { "run-all-done" } else { "run-no-other" };
        cx.tell(key);
        return Ok(Step::Stay);
    };
    let unsaid = round.current().is_some_and(|one| !one.done);
    turn(cx, round, unkept, place, unsaid)?;
    Ok(Step::Stay)
}

fn previous_family(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    match round.place.checked_sub(1) {
        Some(place) => turn(cx, round, unkept, place, false)?,
        None => cx.trouble("run-first"),
    }
    Ok(Step::Stay)
}

/// Goes with the others, or one's own way.
fn follow_or_not(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    let key = match round.way {
        Way::Together => {
            round.way = Way::Own;
            "run-own-way"
        }
        Way::Own => {
            round.way = Way::Together;
            let now = cx.store.meeting_at(round.agenda.id)?;
            round.agenda.now_at = now;
            let place = round.agenda.families.iter().position(|one| Some(one.family) == now);
            match place.filter(|place| *place != round.place) {
                Some(_) if round.is_changed() => "run-together-after",
                Some(place) => {
                    turn(cx, round, unkept, place, false)?;
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
fn take_asked(cx: &mut Cx, round: &mut Round) -> Result<Step, Problem> {
    if round.focus == Focus::Present {
        match present_named(cx, round.ask.text())? {
            Err(fault) => cx.notice = Some(Notice::Trouble(fault)),
            Ok(named) => {
                cx.store.set_present(round.agenda.id, &named)?;
                (round.agenda.present, round.focus) = (named, Focus::Keys);
            }
        }
        return Ok(Step::Stay);
    }
    let [family] = round.found.as_slice() else {
        let key = if round.found.is_empty() { "run-no-such-family" } else { "run-several-families" };
        cx.trouble(key);
        return Ok(Step::Stay);
    };
    let (id, name) = (family.id, family.name.clone());
    cx.store.add_to_meeting(round.agenda.id, id, round.family())?;
    read_agenda(cx, round)?;
    round.focus = Focus::Keys;
    tell_coming(cx, round)?;
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
