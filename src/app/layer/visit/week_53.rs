//! How even or odd weeks go on after a year with a week 53.

use chrono::NaiveDate;

use crate::app::cx::Cx;
use crate::app::layer::Then;
use crate::app::layer::question::Question;
use crate::domain::codes::{Code, Week53};
use crate::domain::visit::NewYear;
use crate::locale::arg;

/// Asks how they go on, with the dates of both readings.
pub(in crate::app) fn ask_week_53(cx: &Cx, years: &[NewYear]) -> Then {
    let Some(year) = years.first() else { return Then::Stay };
    let days =
        |days: &[NaiveDate]| days.iter().map(|day| cx.locale.date(*day, cx.world.today)).collect::<Vec<_>>().join(", ");
    let mut question = Question::new(cx.locale.tell("question-week_53", &[("year", arg(year.year.to_string()))]));
    for (choice, dates) in [(Week53::KeepParity, &year.keep_parity), (Week53::KeepFortnight, &year.keep_fortnight)] {
        let label = format!("{}: {}", cx.locale.label(choice), days(dates));
        question = question.with(cx.letter(choice.code()), label, move |_| Ok(Then::Week53(choice)));
    }
    question.into()
}
