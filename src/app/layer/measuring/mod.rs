//! Measuring: one question after the other, a digit an answer.
//!
//! What is answered is kept at every key, and becomes one record, with one step of undo, when it is saved. One may go
//! back and answer anew at any time; that somebody does not know, or does not want to say, can always be answered.

mod became;
mod begin;
mod trends;
mod words;

use serde::{Deserialize, Serialize};

use super::confirm::ask_to_discard;
use super::{Place, Then, Typed};
use crate::app::cx::{Cx, Notice};
use crate::app::form::{Line, Unkept};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::codes::Rater;
use crate::domain::ids::MeasurementId;
use crate::domain::measurement::{Beside, Held, Instrument, Item, ItemKind, Measurement, is_asked, may_stand};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Origin, Saving};

pub(in crate::app) use became::open_measured;
pub use became::{Became, Offer, Row};
pub(in crate::app) use begin::{measure, measure_one, resume_measuring};
pub use trends::Trends;
pub(in crate::app) use trends::open_trends;
pub use words::Words;
pub(in crate::app) use words::open_words;

/// A measurement being made.
#[derive(Debug)]
pub struct Measuring {
    /// What is measured with.
    pub instrument: Instrument,
    /// The answers so far.
    pub measured: Measurement,
    /// The record it is over, with its version; none for a new one.
    pub over: Option<(MeasurementId, i64)>,
    /// The question at hand, among all of the instrument's.
    pub at: usize,
    /// The line that an answer in own words is typed on, while it is.
    pub writing: Option<Line>,
    /// What the person is called.
    pub called: String,
    /// Whether something is kept nowhere yet.
    pub unkept: Unkept,
    /// The other instruments that there are for the person, by name.
    pub others: Vec<String>,
    opened: Measurement,
}

/// A measurement as it is kept in a draft.
#[derive(Serialize, Deserialize)]
struct Kept {
    measured: Measurement,
    over: Option<(MeasurementId, i64)>,
    at: usize,
}

impl Measuring {
    /// Where its draft is kept.
    pub(in crate::app) fn place(&self) -> String {
        match self.over {
            Some((id, _)) => format!("measurement/{}", id.0),
            None => format!("measurement/of/{}/{}", self.measured.person.0, self.measured.instrument),
        }
    }

    fn kept(&self) -> Option<String> {
        if self.measured == self.opened {
            return None;
        }
        let kept = Kept { measured: self.measured.clone(), over: self.over, at: self.at };
        serde_json::to_string(&kept).ok()
    }

    /// The questions that are asked, by their places.
    pub fn asked(&self) -> Vec<usize> {
        let is = |(_, item): &(usize, &Item)| is_asked(&self.instrument, item, &self.measured.answers);
        self.instrument.items.iter().enumerate().filter(is).map(|(place, _)| place).collect()
    }

    /// The question at hand.
    pub fn item(&self) -> Option<&Item> {
        self.instrument.items.get(self.at)
    }

    /// Goes so many questions on among those that are asked, and no further than the first and the last.
    fn go(&mut self, by: isize) {
        let asked = self.asked();
        let at = asked.iter().position(|place| *place >= self.at).unwrap_or(asked.len().saturating_sub(1));
        let to = at.saturating_add_signed(by).min(asked.len().saturating_sub(1));
        self.at = asked.get(to).copied().unwrap_or(self.at);
    }

    /// Answers the question at hand.
    fn answer(&mut self, answer: Option<String>) {
        let Some(key) = self.item().map(|item| item.key.clone()) else { return };
        match answer {
            Some(answer) => _ = self.measured.answers.insert(key, answer),
            None => _ = self.measured.answers.remove(&key),
        }
        self.unkept = Unkept::Something;
    }

    /// What a digit answers to the question at hand, if anything: a step, an option by its place, or one option more or
    /// less of many.
    fn digit(&self, digit: u32) -> Option<String> {
        let item = self.item()?;
        let place = if digit == 0 { 9 } else { usize::try_from(digit).ok()?.checked_sub(1)? };
        match item.kind {
            ItemKind::Scale => Some(digit.to_string()).filter(|step| may_stand(&self.instrument, item, step)),
            ItemKind::Choice => item.options.get(place).map(|option| option.key.clone()),
            ItemKind::Many => {
                let key = &item.options.get(place)?.key;
                let answer = self.measured.answer(&item.key).unwrap_or_default();
                let mut chosen = match Held::of(item, answer) {
                    Held::Chosen(chosen) => chosen,
                    _ => Vec::new(),
                };
                match chosen.iter().position(|one| one == key) {
                    Some(place) => _ = chosen.remove(place),
                    None => chosen.push(key),
                }
                let in_order = item.options.iter().filter(|one| chosen.contains(&one.key.as_str()));
                let keys: Vec<&str> = in_order.map(|one| one.key.as_str()).collect();
                Some(if keys.is_empty() { "(none)".to_owned() } else { keys.join(";") })
            }
            ItemKind::Text => None,
        }
    }

    /// How many questions are answered, and how many are asked.
    pub fn counts(&self) -> (usize, usize) {
        let asked = self.asked();
        let is = |place: &&usize| self.measured.answer(&self.instrument.items[**place].key).is_some();
        (asked.iter().filter(is).count(), asked.len())
    }

    /// Without answers to what is not asked any more, because another answer was changed.
    fn settled(&self) -> Measurement {
        let mut settled = self.measured.clone();
        for item in &self.instrument.items {
            if !is_asked(&self.instrument, item, &settled.answers) {
                settled.answers.remove(&item.key);
            }
        }
        settled
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let place = self.place();
        let measured = self.settled();
        if measured.answers.is_empty() {
            cx.trouble("measuring-empty");
            return Ok(Then::Stay);
        }
        let origin = Origin::Draft(&place);
        let id = match self.over {
            None => cx.store.add(&measured, origin)?,
            Some((id, version)) => match cx.store.change(id, version, &measured, origin)? {
                Saving::Saved(_) => id,
                Saving::Newer(theirs) => {
                    // Nobody's answers are lost: one's own stand over what is there now.
                    self.over = Some((theirs.id, theirs.version));
                    self.unkept = Unkept::Something;
                    cx.trouble("measuring-newer");
                    return Ok(Then::Stay);
                }
            },
        };
        cx.tell_saved();
        cx.count_drafts()?;
        let alerts = measured.alerts(&self.instrument);
        if !alerts.is_empty() {
            let texts: Vec<String> = alerts.iter().map(|(_, alert)| cx.locale.of_alert(alert)).collect();
            let told = cx.locale.tell("measuring-alert", &[("what", arg(texts.join(" · ")))]);
            cx.notice = Some(Notice::Trouble(told));
        }
        if measured.outcomes(&self.instrument).is_empty() {
            return Ok(Then::Close);
        }
        let notice = cx.notice.take();
        let then = open_measured(cx, id)?;
        cx.notice = notice;
        Ok(then.closing())
    }

    fn begin_writing(&mut self) {
        let text = self.item().and_then(|item| self.measured.answer(&item.key)).unwrap_or_default();
        let is_beside = Beside::ALL.iter().any(|beside| beside.written() == text);
        self.writing = Some(Line::new(if is_beside { "" } else { text }));
    }

    /// Takes over what is typed, as the answer or as none.
    fn take_writing(&mut self) {
        if let Some(line) = &self.writing {
            let text = line.text().trim().to_owned();
            self.answer((!text.is_empty()).then_some(text));
        }
    }

    /// Keeps what is answered at once; where others write it comes again at the next pause.
    fn keep(&mut self, cx: &Cx) {
        if self.unkept == Unkept::Something && cx.try_to_keep_draft(&self.place(), self.kept().as_deref()).is_ok() {
            self.unkept = Unkept::Nothing;
        }
    }
}

impl Place for Measuring {
    fn scopes(&self) -> &'static [Scope] {
        if self.writing.is_some() { &[Scope::Writing, Scope::Typing] } else { &[Scope::Measuring, Scope::Over] }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let is_text = self.item().is_some_and(|item| item.kind == ItemKind::Text);
        match act {
            Action::AnswerIt if self.writing.is_some() => {
                self.take_writing();
                self.writing = None;
                self.go(1);
            }
            Action::AnswerIt if is_text => self.begin_writing(),
            Action::AnswerIt | Action::NextQuestion => self.go(1),
            Action::PreviousQuestion => self.go(-1),
            Action::First => self.go(isize::MIN),
            Action::Last => self.go(isize::MAX),
            Action::AnswerUnknown => {
                self.answer(Some(Beside::Unknown.written().to_owned()));
                self.go(1);
            }
            Action::AnswerUnwilling => {
                self.answer(Some(Beside::DidNotWant.written().to_owned()));
                self.go(1);
            }
            Action::AnswerElsewhere if self.instrument.scoring.beside.contains(&Beside::NotRelevant) => {
                self.answer(Some(Beside::NotRelevant.written().to_owned()));
                self.go(1);
            }
            Action::AnswerElsewhere => cx.trouble("measuring-always-relevant"),
            Action::TakeOff => self.answer(None),
            Action::OtherRater if self.over.is_some() || self.instrument.rated_also_by.is_none() => {
                cx.trouble("measuring-one-rater");
            }
            Action::OtherRater => {
                let rater = if self.measured.rater == Rater::Person { Rater::Worker } else { Rater::Person };
                self.measured.rater = rater;
                self.unkept = Unkept::Something;
            }
            Action::NextWay => {
                let ways = self.instrument.ways();
                let at = self.measured.way.and_then(|way| ways.iter().position(|one| *one == way));
                self.measured.way = ways.get(at.map_or(0, |at| (at + 1) % ways.len())).copied();
                self.unkept = Unkept::Something;
            }
            Action::NextInstrument => return begin::another(cx, self),
            Action::Save => {
                self.take_writing();
                self.writing = None;
                return self.save(cx);
            }
            Action::LeaveLine => {
                self.take_writing();
                self.writing = None;
            }
            Action::Leave => {
                let place = self.place();
                cx.leave_draft(&place, self.kept())?;
                return Ok(Then::Close);
            }
            Action::Discard if self.kept().is_some() => return Ok(ask_to_discard(cx)),
            Action::Discard => return self.discard(cx),
            _ => return Ok(Then::NotMine),
        }
        self.keep(cx);
        Ok(Then::Stay)
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(line) = &mut self.writing {
            if line.key(key) {
                self.take_writing();
                self.keep(cx);
            }
            return Ok(Then::Stay);
        }
        let Key::Char(sign) = key else { return Ok(Then::Stay) };
        if let Some(answer) = sign.to_digit(10).and_then(|digit| self.digit(digit)) {
            let is_many = self.item().is_some_and(|item| item.kind == ItemKind::Many);
            cx.notice = None;
            self.answer(Some(answer));
            if !is_many {
                self.go(1);
            }
            self.keep(cx);
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(line) = &mut self.writing {
            line.paste(text);
            self.take_writing();
            self.keep(cx);
        }
        Ok(())
    }

    fn unkept(&self) -> Option<Typed> {
        (self.unkept == Unkept::Something).then(|| Typed { place: self.place(), body: self.kept() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.unkept = if is_kept { Unkept::Nothing } else { Unkept::Something };
    }

    fn discard(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        cx.discard_draft(&self.place())?;
        Ok(Then::Close)
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        vec![self.called.clone()]
    }
}
