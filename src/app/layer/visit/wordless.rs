//! The children without a word in ninety days: placed as long, or at visits, and not asked, or not written down. Each
//! is opened from the list.

use crate::app::cx::{Cx, Route, Subject};
use crate::app::form::noun;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::problem::Problem;
use crate::domain::visit::figures::WORD_DAYS;
use crate::locale::arg;

/// Keys of the children on the list; no more of them stand there.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";

/// Shows the list.
pub(in crate::app) fn tell_wordless(cx: &Cx) -> Result<Then, Problem> {
    let today = cx.world.today;
    let most = u32::try_from(LETTERS.len()).unwrap_or_default();
    let mut question = Question::new(cx.locale.tell("wordless", &[("days", arg(WORD_DAYS))]));
    for (letter, one) in LETTERS.chars().zip(cx.store.wordless(most, today)?) {
        let last = one.last.map_or_else(
            || cx.locale.say("wordless-never"),
            |last| cx.locale.tell("wordless-since", &[("day", arg(cx.locale.date(last, today)))]),
        );
        let label = cx.locale.tell(
            "wordless-line",
            &[
                ("child", arg(one.called.shown(cx.setting()))),
                ("family", arg(one.family.name.as_str())),
                ("last", arg(last)),
            ],
        );
        let (family, child) = (one.family.id, one.child);
        question = question.with(letter, label, move |cx| {
            let route = Route::to(Subject::People).of(family).with(child);
            Ok(noun::child_word::new(cx, family, Some(child))?.open(cx)?.at(route))
        });
    }
    if question.choices.is_empty() {
        question = question.told(cx.locale.say("wordless-none"));
    }
    Ok(question.into())
}
