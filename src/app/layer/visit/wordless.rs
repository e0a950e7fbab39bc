//! The children without a word in ninety days: who has been to visits and not been asked, or not been written down.

use chrono::Days;

use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::problem::Problem;
use crate::domain::visit::figures::{WORD_DAYS, words};
use crate::locale::arg;
use crate::store::DiaryOf;

/// How far back visits are looked for, in days: a year.
const BACK: u64 = 366;

/// Shows the list.
pub(in crate::app) fn tell_wordless(cx: &Cx) -> Result<Then, Problem> {
    let today = cx.world.today;
    let from = today.checked_sub_days(Days::new(BACK)).unwrap_or_default();
    let diary = cx.store.diary(DiaryOf::Everybody, from, today)?;
    let lived = diary.visits(from, today);
    let mut question = Question::new(cx.locale.tell("wordless", &[("days", arg(WORD_DAYS))]));
    for words in words(&lived, |one| diary.is_child(one)).into_iter().filter(|words| words.is_without(today)) {
        let family = diary.arrangements.iter().find(|stored| stored.value.has(words.child));
        let last = words.last.map_or_else(
            || cx.locale.say("wordless-never"),
            |last| cx.locale.tell("wordless-since", &[("day", arg(cx.locale.date(last, today)))]),
        );
        question = question.told(cx.locale.tell(
            "wordless-line",
            &[
                ("child", arg(diary.called(words.child, cx.setting()))),
                ("family", arg(family.map_or("", |stored| diary.family(stored.value.family)))),
                ("last", arg(last)),
                ("visits", arg(words.since)),
            ],
        ));
    }
    if question.told.is_empty() {
        question = question.told(cx.locale.say("wordless-none"));
    }
    Ok(question.into())
}
