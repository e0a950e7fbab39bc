//! Keys on a duty about care: the record that it comes from, and the question whether care went on through a
//! gap.

use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::deadlines::Duty;
use crate::domain::discretion::Setting;
use crate::domain::ids::{PersonId, PlacementId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::locale::arg;

/// Opens a placement at a field.
pub(super) fn edit_placement(cx: &mut Cx, id: i64, field: &str) -> Result<Then, Problem> {
    noun::placement::over(cx, &cx.store.get(PlacementId(id))?)?.at(field).open(cx)
}

/// Opens the care that a duty is about, where somebody has entered any, and else the placement.
pub(super) fn edit_care(cx: &mut Cx, duty: &Duty, field: &str, of_placement: &str) -> Result<Then, Problem> {
    let page = cx.store.family_page(duty.family, cx.world.today)?;
    let child = page.people.iter().find(|on_page| Some(on_page.person.id) == duty.about.person);
    if let Some(care) = child.and_then(|child| child.care.last()) {
        return noun::care::over(cx, care.id)?.at(field).open(cx);
    }
    edit_placement(cx, duty.about.record, of_placement)
}

/// Opens the placement that goes on in the home that a duty is about.
pub(super) fn edit_last_of_home(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    let page = cx.store.family_page(duty.family, cx.world.today)?;
    let child = page.people.iter().find(|on_page| Some(on_page.person.id) == duty.about.person);
    let now = child.and_then(|child| child.placement(cx.world.today)).map(|placement| placement.id.0);
    edit_placement(cx, now.unwrap_or(duty.about.record), "ended_on")
}

/// Asks whether a child's care went on through a gap.
pub(super) fn ask_care(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    match duty.about.person {
        Some(child) => ask_care_of(cx, child, &[]),
        None => Ok(Then::Stay),
    }
}

/// Asks of each gap in turn, and writes the care down once all are answered; where it is not known what the care rests
/// on, somebody has to enter it.
fn ask_care_of(cx: &mut Cx, child: PersonId, answers: &[bool]) -> Result<Then, Problem> {
    let stored = cx.store.get::<Person>(child)?;
    let gaps = cx.store.care_gaps(child)?;
    let Some(gap) = gaps.get(answers.len()) else {
        if !gaps.is_empty() && cx.store.answer_care(child, answers)? {
            cx.tell_saved();
            return Ok(Then::Stay);
        }
        let called = stored.value.given_name.shown(Setting::Page);
        return noun::care::new(cx, &stored.value.reference, &called).open(cx);
    };
    let day = |day| arg(cx.locale.day(day, cx.world.today));
    let name = stored.value.given_name.shown(cx.setting());
    let mut args = vec![("person", arg(name)), ("left", day(gap.left))];
    args.extend(gap.back.map(|back| ("back", day(back))));
    let told = if gap.back.is_some() { "care-gap-between" } else { "care-gap-open" };
    let answer = |went_on: bool| {
        let answers = [answers, &[went_on]].concat();
        move |cx: &mut Cx| ask_care_of(cx, child, &answers)
    };
    Ok(Question::new(cx.locale.say("care-gap-question"))
        .told(cx.locale.tell(told, &args))
        .with(cx.letter("care-went-on"), cx.locale.say("care-went-on"), answer(true))
        .with(cx.letter("care-ended"), cx.locale.say("care-ended"), answer(false))
        .into())
}
