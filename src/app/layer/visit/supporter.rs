//! Giving a visit to a supporter: those who support visits, who of them is free first.

use super::visit_name;
use crate::app::cx::{Cx, Notice, VisitKey};
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::discretion::{Setting, initial};
use crate::domain::problem::Problem;
use crate::domain::text::identity_of;
use crate::domain::visit::clash::Party;
use crate::locale::arg;
use crate::store::{Hindrance, OneVisit, Origin, Wanted};

/// As many as there are digits.
const MOST: usize = 9;

pub(in crate::app) fn ask_supporter(cx: &mut Cx, key: VisitKey) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    if let Some(breach) = cx.store.breach_of(&one)?.filter(|_| one.is_ahead()) {
        cx.notice = Some(Notice::Trouble(cx.locale.breach(breach)));
        return Ok(Then::Stay);
    }
    let mut known = cx.store.supporters()?;
    known.retain(|name| !one.occurrence.terms.supporters.contains(name));
    let mut candidates = Vec::new();
    for name in known {
        candidates.push((busy(cx, &one, &name)?, name));
    }
    // Free ones first; otherwise whoever supports most.
    candidates.sort_by_key(|(busy, _)| busy.is_some());
    let title = cx.locale.tell("question-supporter", &[("visit", arg(visit_name(cx, &one)?))]);
    let mut question = Question::new(title);
    for (number, (busy, name)) in (1_u8..).zip(candidates.into_iter().take(MOST)) {
        // The room need not hear who it may be.
        let shown = if cx.setting() == Setting::Room { initial(&name) } else { name.clone() };
        let label = busy.map_or_else(|| shown.clone(), |busy| format!("{shown} ({busy})"));
        question = question.with(char::from(b'0' + number), label, move |cx| support(cx, key, &name));
    }
    let other = move |cx: &mut Cx| {
        let mut form = noun::visit::change(cx, key)?.at("supporter");
        form.set("supporter", "");
        form.open(cx)
    };
    let question = question.with(cx.letter("own-words"), cx.locale.say("question-other-supporter"), other);
    Ok(question.marked_first().into())
}

fn support(cx: &mut Cx, key: VisitKey, name: &str) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let mut terms = one.occurrence.terms.clone();
    terms.supporters = vec![name.to_owned()];
    let named = one.occurrence.with_terms(&one.arrangement.value, terms);
    let saving = cx.store.write_visit(&named, one.seen, Origin::Direct)?;
    cx.tell_visit_outcome(saving);
    Ok(Then::Stay)
}

/// Why a supporter cannot take a visit, if something speaks against it.
fn busy(cx: &Cx, one: &OneVisit, name: &str) -> Result<Option<String>, Problem> {
    let (arrangement, visit, on) = (&one.arrangement.value, &one.occurrence, one.occurrence.on);
    let mut terms = visit.terms.clone();
    terms.supporters = vec![name.to_owned()];
    let stored = [visit.clone().with_terms(arrangement, terms)];
    let wanted = Wanted { id: Some(one.arrangement.id), arrangement, stored: &stored };
    let (from, to) = (on.pred_opt().unwrap_or(on), on.succ_opt().unwrap_or(on));
    let hindrances = cx.store.hindrances(wanted, &cx.store.unit().travel, from, to)?;
    let about = hindrances.into_iter().find_map(|hindrance| match hindrance {
        Hindrance::Clash { party: Party::Supporter(who), on: day, other: (begins, ends), .. }
            if who == identity_of(name) && day == on =>
        {
            let (begins, ends) = (cx.locale.time(begins.time()), cx.locale.time(ends.time()));
            Some(cx.locale.tell("busy-at", &[("from", arg(begins)), ("to", arg(ends))]))
        }
        Hindrance::Away { supporter, on: day } if identity_of(&supporter) == identity_of(name) && day == on => {
            Some(cx.locale.say("busy-away"))
        }
        _ => None,
    });
    Ok(about)
}
