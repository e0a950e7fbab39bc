//! What one key does about duties of measurements and of children's words.

use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::measuring::{measure_one, open_measured};
use crate::domain::deadlines::{Duty, Fact};
use crate::domain::ids::MeasurementId;
use crate::domain::measurement::{Beginning, Instrument, Measurement};
use crate::domain::problem::Problem;
use crate::store::Origin;

/// Opens what sees to it: the child's words, the answer that raised an alert, the instrument that is asked for.
pub(super) fn see_to(cx: &mut Cx, duty: &Duty, fact: Fact) -> Result<Then, Problem> {
    let route = Route::to(Subject::People).of(duty.family).with(duty.about.person);
    let then = match (fact, duty.about.person) {
        (Fact::ChildVoice, person) => noun::child_word::new(cx, duty.family, person)?.open(cx)?,
        (Fact::Talked, _) => open_measured(cx, MeasurementId(duty.about.record))?,
        (_, None) => return Ok(Then::Go(route, None)),
        (fact, Some(person)) => {
            let again = match fact {
                Fact::Measurement if duty.about.record > 0 => {
                    Some(cx.store.get::<Measurement>(MeasurementId(duty.about.record))?.value.instrument)
                }
                _ => None,
            };
            let begins = |one: &Instrument| one.interval.as_ref().and_then(|of| of.from);
            measure_one(cx, person, again.as_deref(), |one| match fact {
                Fact::SupportAssessed => one.is_of_staff(),
                Fact::ParentAsked => begins(one) == Some(Beginning::ParentSeparated) && !one.is_of_staff(),
                _ => begins(one) == Some(Beginning::FamilyStarted),
            })?
        }
    };
    Ok(then.at(route))
}

/// Says that an answer that raised an alert was talked about today.
pub(super) fn was_talked_about(cx: &mut Cx, duty: &Duty) -> Result<Then, Problem> {
    let stored = cx.store.get::<Measurement>(MeasurementId(duty.about.record))?;
    let measured = Measurement { talked_on: Some(cx.world.today), ..stored.value };
    let saved = cx.store.change(stored.id, stored.version, &measured, Origin::Direct)?;
    cx.tell_outcome(&saved);
    Ok(Then::Stay)
}
