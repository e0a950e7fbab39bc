//! Beginning a measurement: of whom, with which instrument; taking one up where it was left.

use super::{Kept, Measuring};
use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::Unkept;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::codes::MemberRole;
use crate::domain::ids::{MeasurementId, PersonId};
use crate::domain::measurement::{Instrument, Measurement};
use crate::domain::person::Person;
use crate::domain::problem::{Kind, Problem};
use crate::store::Stored;

/// Keys of answers.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Measures whoever is marked on the page of the open family; asks whom, where nobody is.
pub(in crate::app) fn measure(cx: &mut Cx) -> Result<Then, Problem> {
    let Some(open) = &cx.open else { return Ok(Then::Stay) };
    if let Some(person) = open.person() {
        return begin(cx, person, None);
    }
    let mut question = Question::new(cx.locale.say("measuring-whom"));
    let people = open.page.people.iter();
    let asked = people.filter(|one| {
        let (role, years) = of(&one.person.value, cx);
        !cx.store.instruments().for_one(role, years, true).is_empty()
    });
    for (letter, one) in LETTERS.chars().zip(asked) {
        let id = one.person.id;
        question =
            question.with(letter, one.person.value.given_name.shown(cx.setting()), move |cx| begin(cx, id, None));
    }
    if question.choices.is_empty() {
        cx.trouble("why-no-instrument");
        return Ok(Then::Stay);
    }
    Ok(question.marked_first().into())
}

fn of(person: &Person, cx: &Cx) -> (MemberRole, Option<u32>) {
    (person.role, person.age(cx.world.today).and_then(|years| u32::try_from(years).ok()))
}

/// The instruments for somebody, by name: those that wait to be measured with come first.
fn offered(cx: &Cx, person: PersonId) -> Result<(Stored<Person>, Vec<String>), Problem> {
    let stored: Stored<Person> = cx.store.get(person)?;
    let has_placed = {
        let page = cx.open.as_ref().filter(|open| open.id() == stored.value.family);
        page.is_none_or(|open| open.page.people.iter().any(|one| !one.placements.is_empty()))
    };
    let (role, years) = of(&stored.value, cx);
    let measured = cx.store.measurements(stored.value.family, Some(person))?;
    let mut all = cx.store.instruments().for_one(role, years, has_placed);
    let waits = |instrument: &&Instrument| {
        let last = measured.iter().rev().find(|one| one.value.instrument == instrument.name).map(|one| one.value.on);
        let then = instrument.interval.as_ref().and_then(|interval| interval.then);
        match (last, then) {
            (None, _) => true,
            (Some(last), Some(then)) => then.from(last, &cx.store.unit().days) <= cx.world.today,
            (Some(_), None) => false,
        }
    };
    // A sort that keeps the order of the files.
    all.sort_by_key(|instrument| !waits(instrument));
    Ok((stored, all.into_iter().map(|one| one.name.clone()).collect()))
}

/// Begins a measurement of somebody with an instrument, or with the one that waits longest for it.
fn begin(cx: &mut Cx, person: PersonId, with: Option<&str>) -> Result<Then, Problem> {
    let (stored, others) = offered(cx, person)?;
    let name = with.map(str::to_owned).or_else(|| others.first().cloned());
    let instrument = name.and_then(|name| cx.store.instruments().named(&name)).cloned();
    let Some(instrument) = instrument else {
        cx.trouble("why-no-instrument");
        return Ok(Then::Stay);
    };
    let mut measured = Measurement::new(stored.value.family, person, &instrument, cx.world.today);
    measured.asked_by = Some(cx.user().to_owned());
    opened(cx, instrument, measured, None, others)
}

/// Measures somebody with an instrument of a name, or with the first that something asks for.
pub(in crate::app) fn measure_one(
    cx: &mut Cx,
    person: PersonId,
    with: Option<&str>,
    is_asked_for: impl Fn(&Instrument) -> bool,
) -> Result<Then, Problem> {
    let (_, names) = offered(cx, person)?;
    let instruments = names.iter().filter_map(|name| cx.store.instruments().named(name));
    let first = instruments.filter(|one| is_asked_for(one)).map(|one| one.name.clone()).next();
    let with = with.map(str::to_owned).or(first);
    begin(cx, person, with.as_deref())
}

/// Goes on to the next instrument that there is for the same person, where nothing is answered yet.
pub(super) fn another(cx: &mut Cx, now: &Measuring) -> Result<Then, Problem> {
    let at = now.others.iter().position(|name| *name == now.measured.instrument);
    let next = now.others.get(at.map_or(0, |at| (at + 1) % now.others.len().max(1))).cloned();
    match next {
        Some(next) if next != now.measured.instrument && now.over.is_none() => {
            // What is answered already is kept where it was answered.
            if let Some(kept) = now.kept() {
                cx.keep_draft(&now.place(), Some(&kept))?;
            }
            Ok(begin(cx, now.measured.person, Some(&next))?.closing())
        }
        _ => {
            cx.trouble("measuring-no-other");
            Ok(Then::Stay)
        }
    }
}

/// Changes the answers of a measurement that is there.
pub(in crate::app) fn measure_over(cx: &mut Cx, id: MeasurementId) -> Result<Then, Problem> {
    let stored: Stored<Measurement> = cx.store.get(id)?;
    let gone = || Problem::new(Kind::NotFound, "not-found").with("noun", "measurement");
    let instrument = cx.store.instruments().named(&stored.value.instrument).cloned().ok_or_else(gone)?;
    opened(cx, instrument, stored.value, Some((id, stored.version)), Vec::new())
}

/// Takes up a measurement where it was left; none if the place is of no measurement.
pub(in crate::app) fn resume_measuring(cx: &mut Cx, place: &str) -> Result<Option<(Route, Then)>, Problem> {
    let Some(rest) = place.strip_prefix("measurement/") else { return Ok(None) };
    let number = |text: &str| text.parse::<i64>().unwrap_or_default();
    let route = Route::to(Subject::People);
    Ok(Some(match rest.strip_prefix("of/").and_then(|rest| rest.split_once('/')) {
        Some((person, name)) => {
            let person = PersonId(number(person));
            let family = cx.store.get::<Person>(person)?.value.family;
            (route.of(family).with(person), begin(cx, person, Some(name))?)
        }
        None => {
            let id = MeasurementId(number(rest));
            let stored: Stored<Measurement> = cx.store.get(id)?;
            (route.of(stored.value.family).with(stored.value.person), measure_over(cx, id)?)
        }
    }))
}

fn opened(
    cx: &mut Cx,
    instrument: Instrument,
    measured: Measurement,
    over: Option<(MeasurementId, i64)>,
    others: Vec<String>,
) -> Result<Then, Problem> {
    let members = cx.members(measured.family)?;
    let called = members.iter().find(|member| member.id == measured.person);
    let called = called.map(|member| member.given_name.shown(cx.setting())).unwrap_or_default();
    let (opened, unkept, writing) = (measured.clone(), Unkept::Nothing, None);
    let mut layer = Measuring { instrument, measured, over, at: 0, writing, called, unkept, others, opened };
    if let Some(draft) = cx.store.draft(&layer.place())?
        && let Ok(kept) = serde_json::from_str::<Kept>(&draft.body)
    {
        (layer.measured, layer.over, layer.at) = (kept.measured, kept.over, kept.at);
        cx.tell_draft_back(&draft);
    }
    Ok(layer.into())
}
