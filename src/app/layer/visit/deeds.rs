//! Keys on a visit: held, nobody came, left out, taken back, who supports it.
//!
//! Each is saved at once, so that a question that follows (why? what did the child say?) can be left unanswered.

use chrono::NaiveDate;

use super::cancelling::{What, Who, ask_cancelled, cancelled_by};
use super::why::{ask_despite, ask_why};
use super::{Pair, ask_absence, ask_supporter, asks, key_of, ladder, names, new_visits};
use crate::app::cx::{Cx, VisitKey};
use crate::app::form::{Sequel, noun};
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::card::open_card;
use crate::app::layer::question::Question;
use crate::domain::codes::{CancelledBy, ChildWord, VisitOutcome};
use crate::domain::ids::{PersonId, RestrictionId};
use crate::domain::problem::Problem;
use crate::domain::visit::figures::{WORD_EVERY, words};
use crate::domain::visit::{Arrangement, Occurrence};
use crate::locale::arg;
use crate::store::{DiaryOf, OneVisit, Origin, VisitSeen};

/// Does what a key says of a visit, or of the child and the other one that keys are about.
pub(in crate::app) fn act(
    cx: &mut Cx,
    act: Action,
    one: Option<OneVisit>,
    pair: Option<Pair>,
) -> Result<Then, Problem> {
    match act {
        Action::Ladder => return pair.map_or(Ok(Then::Stay), |pair| ladder::ask_ladder(cx, pair)),
        Action::Restrict => return pair.map_or(Ok(Then::Stay), |pair| asks::ask_restriction(cx, pair)),
        Action::Wish => return pair.map_or(Ok(Then::Stay), |pair| asks::ask_wish(cx, pair)),
        Action::Absence => {
            let supporter = one.and_then(|one| one.occurrence.terms.supporters.first().cloned());
            return ask_absence(cx, supporter);
        }
        Action::New => return new_visits(cx, None, None),
        _ => {}
    }
    let Some(one) = one else { return Ok(Then::Stay) };
    let key = key_of(&one);
    let is_told = one.occurrence.outcome == VisitOutcome::Held && one.occurrence.is_annotated();
    // What has been held and written about no single key may turn into another.
    if is_told && matches!(act, Action::Cancel | Action::WeCancel | Action::NobodyCame | Action::LeaveOut) {
        cx.trouble("why-told-already");
        return Ok(Then::Stay);
    }
    match act {
        Action::VisitHeld => hold_and_ask(cx, &one),
        Action::Held if one.occurrence.outcome == VisitOutcome::Held => restore(cx, &one),
        Action::Held => hold_and_ask(cx, &one),
        Action::Cancel => ask_cancelled(cx, What::Visit(key)),
        Action::WeCancel => cancelled_by(cx, What::Visit(key), Who::of(CancelledBy::Us, one.seen), None),
        Action::NobodyCame => miss(cx, &one),
        Action::LeaveOut => say(cx, &one, |_, visit| visit.left_out(None)).map(|_| Then::Stay),
        Action::Restore => restore(cx, &one),
        Action::MoveVisit => change(cx, key, "on"),
        Action::Edit => change(cx, key, "start"),
        Action::Assign => ask_supporter(cx, key),
        Action::Prepare => noun::visit::preparation(cx, key)?.open(cx),
        Action::Account => account(cx, key, "child_word"),
        Action::EditSeries => noun::arrangement::over(cx, key.id)?.open(cx),
        Action::Open => open_card(cx, key),
        _ => Ok(Then::NotMine),
    }
}

/// Opens the form of a visit at a field.
pub(in crate::app) fn change(cx: &mut Cx, key: VisitKey, field: &str) -> Result<Then, Problem> {
    noun::visit::change(cx, key)?.at(field).open(cx)
}

/// The same, where saving means more than what is typed.
pub(super) fn change_then(cx: &mut Cx, key: VisitKey, field: &str, sequel: Sequel) -> Result<Then, Problem> {
    let mut form = noun::visit::change(cx, key)?.at(field);
    form.sequel = sequel;
    form.open(cx)
}

fn account(cx: &mut Cx, key: VisitKey, field: &str) -> Result<Then, Problem> {
    noun::visit::account(cx, key)?.at(field).open(cx)
}

/// Opens a restriction where it is said that it was considered anew.
pub(in crate::app) fn consider(cx: &mut Cx, id: RestrictionId) -> Result<Then, Problem> {
    noun::restriction::over(cx, id)?.at("considered_on").open(cx)
}

/// Opens a restriction where it is said what was decided.
pub(in crate::app) fn decide(cx: &mut Cx, id: RestrictionId) -> Result<Then, Problem> {
    noun::restriction::over(cx, id)?.at("how").open(cx)
}

/// Writes what is made of a visit; false when a colleague was first, or nothing changed.
fn say(
    cx: &mut Cx,
    one: &OneVisit,
    change: impl FnOnce(&Arrangement, Occurrence) -> Occurrence,
) -> Result<bool, Problem> {
    let visit = &one.occurrence;
    let changed = change(&one.arrangement.value, visit.clone());
    if changed == *visit {
        return Ok(false);
    }
    write(cx, one, &changed)
}

/// Writes a visit as it is now; where its outcome is another, the marker goes on to the next that waits.
pub(super) fn write(cx: &mut Cx, one: &OneVisit, changed: &Occurrence) -> Result<bool, Problem> {
    let visit = &one.occurrence;
    let settles = changed.outcome != visit.outcome || changed.skipped != visit.skipped;
    let saving = cx.store.write_visit(changed, one.seen, Origin::Direct)?;
    let is_saved = cx.tell_visit_outcome(saving);
    cx.marks.told_of = (is_saved && settles).then(|| key_of(one));
    Ok(is_saved)
}

/// Why it was cancelled or nobody came: what was done and why is one act, one change and one step of undo. What a
/// colleague has written since is left as it is.
pub(super) fn because(cx: &mut Cx, key: VisitKey, seen: VisitSeen, reason: &str) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let said = Occurrence { reason: Some(reason.to_owned()), ..one.occurrence };
    let saving = cx.store.write_visit(&said, seen, Origin::Joined(None))?;
    cx.tell_visit_outcome(saving);
    Ok(Then::Stay)
}

/// The question why a visit was held in spite of a restriction, if it was.
fn asks_despite(cx: &Cx, one: &OneVisit) -> Result<Option<Then>, Problem> {
    let held = one.occurrence.clone().held();
    match cx.store.against_held(&one.arrangement.value, &held)? {
        Some(against) => ask_despite(cx, one, &against).map(Some),
        None => Ok(None),
    }
}

pub(super) fn hold_despite(cx: &mut Cx, key: VisitKey, why: &str) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let mut held = one.occurrence.clone().held();
    held.terms.despite = Some(why.to_owned());
    write(cx, &one, &held)?;
    ask_for_words(cx, key)
}

/// Says that a visit was held. The question that must be answered first, if there is one; and whether it was said.
pub(in crate::app) fn hold(cx: &mut Cx, one: &OneVisit) -> Result<(Then, bool), Problem> {
    if one.occurrence.on > cx.world.today {
        cx.trouble("why-not-yet");
        return Ok((Then::Stay, false));
    }
    if let Some(question) = asks_despite(cx, one)? {
        return Ok((question, false));
    }
    Ok((Then::Stay, say(cx, one, |_, visit| visit.held())?))
}

fn hold_and_ask(cx: &mut Cx, one: &OneVisit) -> Result<Then, Problem> {
    match hold(cx, one)? {
        (_, true) => ask_for_words(cx, key_of(one)),
        (then, false) => Ok(then),
    }
}

fn restore(cx: &mut Cx, one: &OneVisit) -> Result<Then, Problem> {
    let visit = &one.occurrence;
    if matches!((visit.outcome, visit.skipped), (VisitOutcome::Planned | VisitOutcome::Moved, false)) {
        cx.trouble("why-nothing-to-restore");
        return Ok(Then::Stay);
    }
    say(cx, one, |of, visit| visit.restored(of)).map(|_| Then::Stay)
}

fn miss(cx: &mut Cx, one: &OneVisit) -> Result<Then, Problem> {
    if one.occurrence.on > cx.world.today {
        cx.trouble("why-not-yet");
        return Ok(Then::Stay);
    }
    if !say(cx, one, |_, visit| visit.missed(None))? {
        return Ok(Then::Stay);
    }
    let key = key_of(one);
    ask_why(cx, &cx.store.visit(key.id, key.given)?)
}

/// Every third held visit without a word asks what the child said: any of those who were there.
fn ask_for_words(cx: &Cx, key: VisitKey) -> Result<Then, Problem> {
    let one = cx.store.visit(key.id, key.given)?;
    let (family, on) = (one.arrangement.value.family, one.occurrence.on);
    if one.occurrence.after.has_word() {
        return Ok(Then::Stay);
    }
    let diary = cx.store.diary(DiaryOf::Family(family), on, on)?;
    let lived = diary.visits(NaiveDate::default(), on);
    let is_child = |one| diary.is_child(one);
    let this = lived.iter().find(|visit| VisitKey::from(*visit) == key);
    let there = this.map(|visit| visit.children(is_child)).unwrap_or_default();
    let mut all = words(&lived, is_child).into_iter();
    if all.any(|words| there.contains(&words.child) && words.since >= WORD_EVERY) {
        return words_question(cx, key, &one, &there);
    }
    Ok(Then::Stay)
}

fn words_question(cx: &Cx, key: VisitKey, one: &OneVisit, children: &[PersonId]) -> Result<Then, Problem> {
    let names = names(cx, &cx.members(one.arrangement.value.family)?, children);
    let word = |word: ChildWord| {
        move |cx: &mut Cx| {
            let one = cx.store.visit(key.id, key.given)?;
            let said = |_: &Arrangement, mut visit: Occurrence| {
                visit.after.child_word = Some(word);
                visit
            };
            say(cx, &one, said).map(|_| Then::Stay)
        }
    };
    let own = move |cx: &mut Cx| account(cx, key, "words_same_day");
    Ok(Question::new(cx.locale.tell("question-words", &[("child", arg(names))]))
        .with(cx.letter("own-words"), cx.locale.say("write-words"), own)
        .with(cx.letter("too_young"), cx.locale.label(ChildWord::TooYoung), word(ChildWord::TooYoung))
        .with(cx.letter("did_not_want"), cx.locale.label(ChildWord::DidNotWant), word(ChildWord::DidNotWant))
        .into())
}
