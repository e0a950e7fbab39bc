//! What is said of a family: from the keys to a check-in, and what becomes of it when somebody else was first.

use super::again::read_agenda;
use super::going::{arrive, load_spoken};
use super::{Focus, Going, Part, Step, Typed, Way};
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
pub(super) fn read_going(cx: &mut Cx, going: &mut Going) -> Result<(), Problem> {
    match going.focus {
        Focus::Line(Part::Step) => read_step_of(cx, going),
        Focus::Adding => {
            let word = clean_line(going.ask.text());
            going.found = if word.is_empty() { Vec::new() } else { Directory::families(&cx.store, &word)? };
            Ok(())
        }
        _ => Ok(()),
    }
}

pub(super) fn read_step_of(cx: &Cx, going: &mut Going) -> Result<(), Problem> {
    let text = going.step.text();
    let is_empty = text.trim().is_empty();
    going.step_read = if is_empty { None } else { Some(read_step(text, cx.world.today, &cx.store)?) };
    Ok(())
}

/// Keeps what is typed of the family on the screen.
pub(super) fn keep_typed(cx: &mut Cx, going: &Going, unkept: &mut Unkept) -> Result<(), Problem> {
    if going.is_changed() {
        let body = serde_json::to_string(&going.typed()).unwrap_or_default();
        cx.store.keep_draft(&going.place(), &body)?;
        cx.tell("notice-kept");
    } else if *unkept == Unkept::Something {
        cx.store.drop_draft(&going.place())?;
    }
    *unkept = Unkept::Nothing;
    cx.count_drafts()
}

/// Says the same as last time, and goes on.
pub(super) fn say_as_before(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    let trouble = |cx: &mut Cx, key: &str| {
        cx.trouble(key);
        Ok(Step::Stay)
    };
    let before = going.page.as_ref().and_then(|page| page.spoken.before.as_ref());
    let Some(before) = before.map(|before| before.value.clone()) else {
        return trouble(cx, "run-nothing-before");
    };
    if going.is_changed() {
        return trouble(cx, "run-something-typed");
    }
    if going.seen.is_some() {
        return trouble(cx, "run-said-already");
    }
    let said = before.again(going.agenda.id, cx.world.today, cx.user());
    say_and_go(cx, going, unkept, &said)
}

/// Saves what is typed and goes on; where nothing is, only goes on.
pub(super) fn save_next(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    let Some(family) = going.family() else { return Ok(Step::Stay) };
    if !going.is_changed() && going.seen.is_some() {
        return go_on(cx, going, unkept);
    }
    let Some(colour) = going.colour else {
        going.focus = Focus::Keys;
        cx.trouble("run-choose-colour");
        return Ok(Step::Stay);
    };
    read_step_of(cx, going)?;
    if let Some(part) = going.step_read.as_ref().and_then(|read| read.fault()) {
        let said = cx.locale.line_fault(going.step.text(), part).map(|fault| fault.sentence).unwrap_or_default();
        going.step.put_cursor(part.span.end);
        going.focus = Focus::Line(Part::Step);
        cx.notice = Some(Notice::Trouble(said));
        return Ok(Step::Stay);
    }
    let said = as_typed(cx, going, family, colour);
    say_and_go(cx, going, unkept, &said)
}

fn as_typed(cx: &Cx, going: &Going, family: crate::domain::ids::FamilyId, colour: Colour) -> CheckIn {
    let text = |line: &str| Some(clean_line(line)).filter(|text| !text.is_empty());
    let step = going.step_read.as_ref();
    CheckIn {
        family,
        meeting: Some(going.agenda.id),
        on: going.page.as_ref().and_then(|page| page.spoken.now.as_ref()).map_or(cx.world.today, |now| now.value.on),
        colour,
        sentence: text(going.sentence.text()),
        decision: text(going.decision.text()),
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
fn goes_on(cx: &Cx, going: &Going) -> Result<(Option<usize>, bool), Problem> {
    if going.way == Way::Together {
        let now = cx.store.meeting_at(going.agenda.id)?;
        let elsewhere = now.filter(|now| Some(*now) != going.family());
        let place = elsewhere.and_then(|now| going.agenda.families.iter().position(|one| one.family == now));
        if let Some(place) = place {
            return Ok((Some(place), false));
        }
    }
    Ok((going.next(), going.way == Way::Together))
}

fn say_and_go(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept, said: &CheckIn) -> Result<Step, Problem> {
    let (next, together) = goes_on(cx, going)?;
    let to = next.and_then(|place| going.agenda.families.get(place)).map(|one| one.family);
    let place = going.place();
    let goes_on = to.map(|to| GoesOn { to, together });
    match cx.store.record_check_in(said, going.seen, goes_on, Origin::Draft(&place))? {
        Saving::Newer(theirs) => compare(cx, going, unkept, said, theirs),
        Saving::Saved(_) => {
            *unkept = Unkept::Nothing;
            if let Some(one) = going.agenda.families.get_mut(going.place) {
                one.done = true;
            }
            if let Some(to) = to.filter(|_| together) {
                going.agenda.now_at = Some(to);
            }
            cx.tell_saved();
            cx.count_drafts()?;
            arrive(cx, going, next)?;
            Ok(Step::Stay)
        }
    }
}

fn go_on(cx: &mut Cx, going: &mut Going, unkept: &mut Unkept) -> Result<Step, Problem> {
    let (next, together) = goes_on(cx, going)?;
    keep_typed(cx, going, unkept)?;
    if let Some(to) = next.and_then(|place| going.agenda.families.get(place)).map(|one| one.family) {
        cx.store.turn_meeting(going.agenda.id, None, GoesOn { to, together })?;
        if together {
            going.agenda.now_at = Some(to);
        }
    }
    arrive(cx, going, next)?;
    Ok(Step::Stay)
}

/// Somebody has said something of the same family: both are shown, and what was typed is kept as a draft.
fn compare(
    cx: &mut Cx,
    going: &mut Going,
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
    cx.store.drop_draft(&going.place())?;
    *unkept = Unkept::Nothing;
    read_agenda(cx, going)?;
    load_spoken(cx, going)?;
    cx.trouble("notice-newer");
    let version = theirs.version;
    Ok(Step::Compare(Box::new(Conflict::new(form, mine, draft(&theirs.value), version, &cx.locale))))
}
