//! Which restriction, which wish of a child: one of those there are, or a new one.

use super::{Pair, about_pair};
use crate::app::cx::Cx;
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Diary, DiaryOf};

fn diary(cx: &Cx, pair: Pair) -> Result<Diary, Problem> {
    cx.store.diary(DiaryOf::Family(pair.family), cx.world.today, cx.world.today)
}

pub(super) fn ask_restriction(cx: &mut Cx, pair: Pair) -> Result<Then, Problem> {
    let new = move |cx: &mut Cx| {
        let (case_ref, draft) = about_pair(cx, pair, "with")?;
        noun::restriction::new(cx, &case_ref, draft).open(cx)
    };
    let diary = diary(cx, pair)?;
    let called = |person| diary.called(person, cx.setting());
    let mut question = Question::new(cx.locale.tell("question-restriction", &[("child", arg(called(pair.child)))]));
    let own = diary.restrictions.iter().filter(|stored| stored.value.child == pair.child);
    for (number, stored) in (1_u8..=9).zip(own) {
        let with: Vec<String> = stored.value.with.iter().map(|person| called(*person)).collect();
        let label = cx.locale.tell(
            "question-restriction-line",
            &[
                ("with", arg(with.join(", "))),
                ("kind", arg(cx.locale.label(stored.value.kind))),
                ("from", arg(cx.locale.date(stored.value.from, cx.world.today))),
            ],
        );
        let id = stored.id;
        question = question.with(char::from(b'0' + number), label, move |cx| super::decide(cx, id));
    }
    if question.choices.is_empty() {
        return new(cx);
    }
    Ok(question.with(cx.letter("new"), cx.locale.say("question-new"), new).marked_first().into())
}

pub(super) fn ask_wish(cx: &mut Cx, pair: Pair) -> Result<Then, Problem> {
    let new = move |cx: &mut Cx| {
        let (case_ref, draft) = about_pair(cx, pair, "by")?;
        noun::wish::new(cx, &case_ref, draft).open(cx)
    };
    let diary = diary(cx, pair)?;
    let called = |person| diary.called(person, cx.setting());
    let mut question = Question::new(cx.locale.tell("question-wish", &[("child", arg(called(pair.child)))]));
    let own = diary.wishes.iter().filter(|stored| stored.value.child == pair.child);
    for (number, stored) in (1_u8..=9).zip(own) {
        let day = cx.locale.date(stored.value.told_on, cx.world.today);
        let label = format!("{} {day}: {}", called(stored.value.by), stored.value.what);
        let id = stored.id;
        let over = move |cx: &mut Cx| noun::wish::over(cx, id)?.at("answered_on").open(cx);
        question = question.with(char::from(b'0' + number), label, over);
    }
    if question.choices.is_empty() {
        return new(cx);
    }
    Ok(question.with(cx.letter("new"), cx.locale.say("question-new"), new).marked_first().into())
}
