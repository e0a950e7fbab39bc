//! Why a duty stands as it does: what it counts from, how long there is, where that is from and how sure it is.

use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::codes::MemberRole;
use crate::domain::deadlines::{CountsFrom, Duty, Limit, Rule, Since, Trigger, breaks_missing};
use crate::domain::matter::Matter;
use crate::domain::measurement::Instrument;
use crate::domain::problem::Problem;
use crate::locale::arg;

/// Tells the rule behind a duty: what it counts from, how long there is, where it is from and how sure that is.
pub(super) fn explain(cx: &Cx, duty: &Duty) -> Result<Then, Problem> {
    let Some(rule) = cx.store.rules().all().get(duty.rule) else { return Ok(Then::Stay) };
    let names = cx.store.names_of(std::slice::from_ref(duty))?;
    let day = |day| cx.locale.day(day, cx.world.today);
    let mut question = Question::new(cx.locale.duty(duty, rule, &names, cx.setting()));
    let from = [("day", arg(day(duty.about.counted_from)))];
    question = question.told(cx.locale.tell(&format!("counts-from-{}", counted_from(duty, rule)), &from));
    question = question.told(cx.locale.duty_why(duty, cx.world.today));
    if rule.trigger == Trigger::SchoolChanged {
        let until = cx.world.today;
        let days = (until - duty.about.counted_from).num_days();
        let school = crate::domain::deadlines::school_days(duty.about.counted_from, until, &cx.store.unit().days);
        question = question.told(cx.locale.tell("without-school", &[("days", arg(days)), ("school", arg(school))]));
    }
    let counts_school_days =
        [rule.within, rule.amber, rule.then].into_iter().flatten().any(|limit| matches!(limit, Limit::SchoolDays(_)));
    if rule.trigger == Trigger::SchoolChanged || counts_school_days {
        let until = duty.due_on.unwrap_or(cx.world.today).max(cx.world.today);
        for missing in breaks_missing(duty.about.counted_from, until, &cx.store.unit().days) {
            question = question.told(cx.locale.missing_break(missing));
        }
    }
    for told in words_for(cx, duty, rule)? {
        question = question.told(told);
    }
    let sure = cx.locale.say(&format!("confidence-{}", rule.sureness()));
    let source = [("source", arg(rule.source.as_str())), ("sure", arg(sure)), ("name", arg(rule.name.as_str()))];
    question = question.told(cx.locale.tell("rule-source", &source));
    Ok(question.into())
}

/// The latest words of the child, or of each of the family's, where an instrument says that they are shown at it.
fn words_for(cx: &Cx, duty: &Duty, rule: &Rule) -> Result<Vec<String>, Problem> {
    let is_shown = |one: &Instrument| one.shown_at.contains(&rule.name);
    if rule.trigger != Trigger::ConsiderationNear && !cx.store.instruments().all().iter().any(is_shown) {
        return Ok(Vec::new());
    }
    let members = cx.members(duty.family)?;
    let mut told = Vec::new();
    let words = cx.store.words_of(duty.family)?;
    for child in members.iter().filter(|one| one.role == MemberRole::Child) {
        if duty.about.person.is_some_and(|of| of != child.id) {
            continue;
        }
        let name = child.given_name.shown(cx.setting());
        let latest = words.iter().find(|one| one.child == child.id);
        told.push(match latest {
            Some(one) => {
                let day = cx.locale.date(one.on, cx.world.today);
                cx.locale.tell(
                    "words-latest",
                    &[("child", arg(name)), ("words", arg(one.words.as_str())), ("day", arg(day))],
                )
            }
            None => cx.locale.tell("words-latest-none", &[("child", arg(name))]),
        });
    }
    Ok(told)
}

/// Tells what is to be done about a matter of the casebook itself.
pub(super) fn tell_matter(cx: &Cx, matter: &Matter) -> Then {
    Question::new(cx.locale.matter(matter)).told(cx.locale.matter_hint(matter)).into()
}

fn counted_from(duty: &Duty, rule: &Rule) -> &'static str {
    match (duty.since, rule.trigger) {
        (Since::LastTime, Trigger::RestrictionDecided | Trigger::RestrictionIncomplete) => return "last-consideration",
        (Since::LastTime, _) => return "last-time",
        (Since::Pause, _) => return "pause",
        (Since::Beginning, _) => {}
    }
    match rule.trigger {
        Trigger::FamilyStarted => "family",
        Trigger::CareEnded => "care-ended",
        Trigger::ChildBorn => "birth",
        _ if rule.counts_from.is_some() => match rule.counts_from() {
            CountsFrom::Care => "care",
            CountsFrom::Basis => "basis",
            CountsFrom::Home => "home",
            CountsFrom::Placement => "placement",
        },
        Trigger::CareStarted | Trigger::ParentSeparated | Trigger::PlacementOnBasis => "care",
        Trigger::PlacementStarted | Trigger::LocationHidden | Trigger::SchoolChanged => "placement",
        Trigger::RestrictionDecided | Trigger::RestrictionIncomplete => "restriction",
        _ => "day",
    }
}
