//! The words said of a family: from the keys to a check-in, and what becomes of it when somebody else was first.

use super::again::read_agenda;
use super::round::{arrive, load_spoken};
use super::{Focus, Part, Round, Step, Typed, Way};
use crate::app::cx::{Cx, Notice};
use crate::app::form::{Form, Unkept, noun};
use crate::app::layer::conflict::Conflict;
use crate::domain::check_in::CheckIn;
use crate::domain::check_in::check_in_draft;
use crate::domain::codes::Colour;
use crate::domain::directory::Directory;
use crate::domain::problem::Problem;
use crate::domain::quickline::{read_step, write_step};
use crate::domain::text::clean_line;
use crate::store::{GoesOn, Origin, Saving, Stored};

impl Typed {
    pub(super) fn of(said: &CheckIn) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let step = said.next_step.as_ref().map(|step| write_step(step, said.who.as_deref(), said.due_on));
        Self {
            colour: Some(said.colour),
            sentence: text(&said.sentence),
            step: step.unwrap_or_default(),
            decision: text(&said.decision),
        }
    }
}

/// Reads again what hangs on a line that was changed.
pub(super) fn read_round(cx: &mut Cx, round: &mut Round) -> Result<(), Problem> {
    match round.focus {
        Focus::Line(Part::Step) => read_step_of(cx, round),
        Focus::Adding => {
            let word = clean_line(round.ask.text());
            round.found = if word.is_empty() { Vec::new() } else { Directory::families(&cx.store, &word)? };
            Ok(())
        }
        _ => Ok(()),
    }
}

pub(super) fn read_step_of(cx: &Cx, round: &mut Round) -> Result<(), Problem> {
    let text = round.step.text();
    let is_empty = text.trim().is_empty();
    round.step_read = if is_empty { None } else { Some(read_step(text, cx.world.today, &cx.store)?) };
    Ok(())
}

/// Keeps what is typed of the family on the screen.
pub(super) fn keep_typed(cx: &mut Cx, round: &Round, unkept: &mut Unkept) -> Result<(), Problem> {
    if round.is_changed() {
        let body = serde_json::to_string(&round.typed()).unwrap_or_default();
        cx.store.keep_draft(&round.place(), &body)?;
        cx.tell("notice-kept");
    } else if *unkept == Unkept::Something {
        cx.store.drop_draft(&round.place())?;
    }
    *unkept = Unkept::Nothing;
    cx.count_drafts()
}

/// Says the same as last time, and goes on.
pub(super) fn say_as_before(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    let trouble = |cx: &mut Cx, key: &str| {
        cx.trouble(key);
        Ok(Step::Stay)
    };
    let before = round.page.as_ref().and_then(|page| page.spoken.before.as_ref());
    let Some(before) = before.map(|before| before.value.clone()) else {
        return trouble(cx, "run-nothing-before");
    };
    if round.is_changed() {
        return trouble(cx, "run-something-typed");
    }
    if round.seen.is_some() {
        return trouble(cx, "run-said-already");
    }
    let said = before.again(round.agenda.id, cx.world.today, cx.user());
    say_and_go(cx, round, unkept, &said)
}

/// Saves what is typed and goes on; where nothing is, only goes on.
pub(super) fn save_next(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    let Some(family) = round.family() else { return Ok(Step::Stay) };
    if !round.is_changed() && round.seen.is_some() {
        return go_on(cx, round, unkept);
    }
    let Some(colour) = round.colour else {
        round.focus = Focus::Keys;
        cx.trouble("run-choose-colour");
        return Ok(Step::Stay);
    };
    read_step_of(cx, round)?;
    if let Some(part) = round.step_read.as_ref().and_then(|read| read.fault()) {
        let said = cx.locale.line_fault(round.step.text(), part).map(|fault| fault.sentence).unwrap_or_default();
        round.step.put_cursor(part.span.end);
        round.focus = Focus::Line(Part::Step);
        cx.notice = Some(Notice::Trouble(said));
        return Ok(Step::Stay);
    }
    let said = as_typed(cx, round, family, colour);
    say_and_go(cx, round, unkept, &said)
}

fn as_typed(cx: &Cx, round: &Round, family: crate::domain::ids::FamilyId, colour: Colour) -> CheckIn {
    let text = |line: &str| Some(clean_line(line)).filter(|text| !text.is_empty());
    let step = round.step_read.as_ref();
    CheckIn {
        family,
        meeting: Some(round.agenda.id),
        on: round.page.as_ref().and_then(|page| page.spoken.now.as_ref()).map_or(cx.world.today, |now| now.value.on),
        colour,
        sentence: text(round.sentence.text()),
        decision: text(round.decision.text()),
        next_step: step.and_then(|step| step.what.clone()),
        // What has a day is somebody's: one's own, unless somebody else is named.
        who: step.and_then(|step| step.who.clone().or_else(|| step.due_on.map(|_| cx.user().to_owned()))),
        due_on: step.and_then(|step| step.due_on),
        as_before: false,
        by: cx.user().to_owned(),
    }
}

/// Where one goes after the family on the screen, and whether the meeting goes along: if the others have gone on
/// meanwhile, one goes to where they are.
fn goes_on(cx: &Cx, round: &Round) -> Result<(Option<usize>, bool), Problem> {
    if round.way == Way::Together {
        let now = cx.store.meeting_at(round.agenda.id)?;
        let elsewhere = now.filter(|now| Some(*now) != round.family());
        let place = elsewhere.and_then(|now| round.agenda.families.iter().position(|one| one.family == now));
        if let Some(place) = place {
            return Ok((Some(place), false));
        }
    }
    Ok((round.next(), round.way == Way::Together))
}

fn say_and_go(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept, said: &CheckIn) -> Result<Step, Problem> {
    let (next, together) = goes_on(cx, round)?;
    let to = next.and_then(|place| round.agenda.families.get(place)).map(|one| one.family);
    let place = round.place();
    let goes_on = to.map(|to| GoesOn { to, together });
    match cx.store.record_check_in(said, round.seen, goes_on, Origin::Draft(&place))? {
        Saving::Newer(theirs) => compare(cx, round, unkept, said, theirs),
        Saving::Saved(_) => {
            *unkept = Unkept::Nothing;
            if let Some(one) = round.agenda.families.get_mut(round.place) {
                one.done = true;
            }
            if let Some(to) = to.filter(|_| together) {
                round.agenda.now_at = Some(to);
            }
            cx.tell_saved();
            cx.count_drafts()?;
            arrive(cx, round, next)?;
            Ok(Step::Stay)
        }
    }
}

fn go_on(cx: &mut Cx, round: &mut Round, unkept: &mut Unkept) -> Result<Step, Problem> {
    let (next, together) = goes_on(cx, round)?;
    keep_typed(cx, round, unkept)?;
    if let Some(to) = next.and_then(|place| round.agenda.families.get(place)).map(|one| one.family) {
        cx.store.turn_meeting(round.agenda.id, None, GoesOn { to, together })?;
        if together {
            round.agenda.now_at = Some(to);
        }
    }
    arrive(cx, round, next)?;
    Ok(Step::Stay)
}

/// Somebody has said something of the same family: both are shown, and what was typed is kept as a draft.
fn compare(
    cx: &mut Cx,
    round: &mut Round,
    unkept: &mut Unkept,
    mine: &CheckIn,
    theirs: Stored<CheckIn>,
) -> Result<Step, Problem> {
    let case_ref = cx.case_ref(mine.family)?;
    let mut form = noun::check_in::over(cx, &theirs)?;
    let draft = |said: &CheckIn| check_in_draft(said, &case_ref);
    let mine = draft(&CheckIn { as_before: false, ..mine.clone() });
    let words = Form::new(form.target.noun, form.target.what.clone(), mine.clone(), &cx.locale).draft();
    words.filled().for_each(|(key, text)| form.set(key, text));
    form.unkept = Unkept::Something;
    let kept = form.kept();
    if let Some(body) = &kept {
        cx.store.keep_draft(&form.place(), body)?;
    }
    cx.store.drop_draft(&round.place())?;
    *unkept = Unkept::Nothing;
    read_agenda(cx, round)?;
    load_spoken(cx, round)?;
    cx.trouble("notice-newer");
    let version = theirs.version;
    Ok(Step::Compare(Box::new(Conflict::new(form, mine, draft(&theirs.value), version, &cx.locale))))
}
