//! Drawing a map: a line for everybody who comes to mind, and keys for what is told of them.
//!
//! What is drawn is kept at every pause like any text, and becomes one record, with one step of undo, when one leaves.
//! Until then each key can be taken back by itself.

pub mod bands;
mod begin;
pub mod called;
pub mod circle;
mod person;

use serde::{Deserialize, Serialize};

use super::confirm::ask_to_discard;
use super::{Place, Then, Typed};
use crate::app::cx::{Cx, Notice, names_on};
use crate::app::form::{Line, Unkept};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::access::Right;
use crate::domain::discretion::Setting;
use crate::domain::ids::NetworkMapId;
use crate::domain::network::entry::{EntryContext, EntryLine, KnownPeople, completions, read_entry};
use crate::domain::network::{NetworkMap, PersonKey, Tie, unasked};
use crate::domain::problem::Problem;
use crate::domain::quickline::words::Tongue;
use crate::locale::{Language, arg};
use crate::store::{Origin, Saving};
use bands::Bands;
use circle::Circle;

pub(in crate::app) use begin::{begin_map, draw_on, plan, resume_drawing};

/// Where keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Focus {
    /// To the line: everybody who comes to mind.
    Line,
    /// To the person who is chosen.
    Circle,
    /// To whom the chosen one is to be tied.
    Tying,
    /// To a question: do these two know each other?
    Asking,
}

/// A map being drawn.
#[derive(Debug)]
pub struct Drawing {
    /// The map as it stands.
    pub map: NetworkMap,
    /// The record it is drawn over, with its version; none for a new one.
    pub over: Option<(NetworkMapId, i64)>,
    /// Where keys go.
    pub focus: Focus,
    /// The chosen person.
    pub chosen: Option<PersonKey>,
    /// The other one, while two are tied.
    pub other: Option<PersonKey>,
    /// The pair that is asked about.
    pub asked: Option<Tie>,
    /// The line.
    pub line: Line,
    /// What it was read as.
    pub reading: Option<EntryLine>,
    /// What the word at hand could become.
    pub completions: Vec<String>,
    /// Where everybody is.
    pub circle: Option<Circle>,
    /// The same in bands, on a narrow screen.
    pub bands: Option<Bands>,
    /// Whether something is kept nowhere yet.
    pub unkept: Unkept,
    /// Who is in the middle.
    pub ego: String,
    known: KnownPeople,
    opened: NetworkMap,
    done: Vec<NetworkMap>,
    undone: Vec<NetworkMap>,
}

/// A drawing as it is kept in a draft.
#[derive(Serialize, Deserialize)]
struct Kept {
    map: NetworkMap,
    over: Option<(NetworkMapId, i64)>,
    line: String,
}

impl Drawing {
    /// Where its draft is kept.
    pub(in crate::app) fn place(&self) -> String {
        match self.over {
            Some((id, _)) => format!("network/{}", id.0),
            None => format!("network/of/{}", self.map.ego.0),
        }
    }

    /// The drawing as it is kept; one that stands as it was opened is not.
    pub(in crate::app) fn kept(&self) -> Option<String> {
        if self.map == self.opened && self.line.text().trim().is_empty() {
            return None;
        }
        let kept = Kept { map: self.map.clone(), over: self.over, line: self.line.text().to_owned() };
        serde_json::to_string(&kept).ok()
    }

    /// Whether anything differs from what stood here at first.
    pub(in crate::app) fn is_changed(&self) -> bool {
        self.map != self.opened
    }

    /// Changes the map, so that the change can be taken back.
    pub(in crate::app) fn change(&mut self, change: impl FnOnce(&mut NetworkMap) -> bool) -> bool {
        let before = self.map.clone();
        if !change(&mut self.map) {
            return false;
        }
        self.done.push(before);
        self.undone.clear();
        self.unkept = Unkept::Something;
        true
    }

    pub(in crate::app) fn take_back(&mut self) -> bool {
        let Some(before) = self.done.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.map, before));
        self.settle_chosen();
        true
    }

    pub(in crate::app) fn make_again(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        self.done.push(std::mem::replace(&mut self.map, after));
        self.settle_chosen();
        true
    }

    /// Keeps the choice on somebody who is there.
    pub(in crate::app) fn settle_chosen(&mut self) {
        if self.chosen.is_none_or(|key| self.map.person(key).is_none()) {
            self.chosen = self.map.people.last().map(|person| person.key);
        }
        self.unkept = Unkept::Something;
    }

    /// Who may be put on it still, by name.
    pub fn offered(&self) -> impl Iterator<Item = &str> {
        self.known.offered(&self.map).map(|known| known.name.as_str())
    }

    /// How many pairs nobody has asked about.
    pub fn unasked(&self) -> usize {
        unasked(&self.map).len()
    }
}

fn drawing(cx: &Cx, map: NetworkMap, over: Option<(NetworkMapId, i64)>) -> Result<Drawing, Problem> {
    let members = cx.members(map.family)?;
    let name = members.iter().find(|member| member.id == map.ego).map(|member| member.given_name.shown(Setting::Page));
    let known = cx.store.known_people(map.ego)?;
    Ok(Drawing {
        chosen: map.people.first().map(|person| person.key),
        opened: map.clone(),
        map,
        over,
        focus: Focus::Line,
        other: None,
        asked: None,
        line: Line::default(),
        reading: None,
        completions: Vec::new(),
        circle: None,
        bands: None,
        unkept: Unkept::Nothing,
        ego: name.unwrap_or_default(),
        known,
        done: Vec::new(),
        undone: Vec::new(),
    })
}

impl Drawing {
    fn open(mut self, cx: &mut Cx) -> Result<Then, Problem> {
        if let Some(draft) = cx.store.draft(&self.place())?
            && let Ok(kept) = serde_json::from_str::<Kept>(&draft.body)
        {
            (self.map, self.over) = (kept.map, kept.over);
            self.line = Line::new(&kept.line);
            self.settle_chosen();
            cx.tell_draft_back(&draft);
        }
        self.read_line(cx);
        self.lay_out(cx);
        Ok(self.into())
    }

    /// Lays the drawing out for the screen's size.
    fn lay_out(&mut self, cx: &Cx) {
        let size = cx.world.size;
        // Two rows fewer: the line and what it means.
        let mut frame = circle::frame(size, false);
        frame.rows = frame.rows.saturating_sub(2);
        self.bands = None;
        let before = self.circle.take();
        if bands::are_for(size) {
            self.bands = Some(Bands::of(&self.map, &self.ego, cx.scheme(), &cx.locale, size.0));
            return;
        }
        self.circle = Circle::of(&self.map, &self.ego, cx.scheme(), &cx.locale, frame, before.as_ref());
    }

    /// Reads the line again.
    fn read_line(&mut self, cx: &Cx) {
        let tongue = if cx.locale.language() == Language::Swedish { Tongue::Swedish } else { Tongue::English };
        let text = self.line.text();
        let context = EntryContext { map: &self.map, known: &self.known, scheme: cx.scheme(), tongue };
        self.reading = (!text.trim().is_empty()).then(|| read_entry(text, context));
        self.completions = completions(text, context);
        self.unkept = Unkept::Something;
    }

    /// Puts whom the line names on the map; the line stays open for the next.
    fn put_person(&mut self, cx: &mut Cx) {
        let Some(reading) = self.reading.clone() else { return };
        let Some(person) = reading.person else {
            if let Some(part) = reading.fault() {
                self.line.put_cursor(part.span.end);
            }
            cx.trouble("network-line-refused");
            return;
        };
        let (key, name) = (person.key, person.name.clone());
        if self.change(|map| map.put(person, &reading.knows)) {
            self.chosen = Some(key);
            self.line = Line::default();
            let count = self.map.people.len();
            let said = cx.locale.tell("network-put", &[("name", arg(name)), ("count", arg(count))]);
            cx.notice = Some(Notice::Done(said));
        }
    }

    /// Leaves a drawing: what is on it is saved, what stands unfinished on the line is kept as a draft. Whatever cannot
    /// be saved or kept stays on the screen.
    fn leave(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let place = self.place();
        let unfinished = !self.line.text().trim().is_empty();
        if unfinished || !self.is_changed() {
            cx.leave_draft(&place, self.kept())?;
            return Ok(Then::Close);
        }
        let origin = Origin::Draft(&place);
        let saved = match self.over {
            None => cx.store.add(&self.map, origin).map(|_| None),
            Some((id, version)) => cx.store.change(id, version, &self.map, origin).map(Some),
        };
        if let Some(Saving::Newer(theirs)) = saved? {
            // Nobody's drawing is lost: one's own becomes a new draft over what stands now.
            self.over = Some((theirs.id, theirs.version));
            self.unkept = Unkept::Something;
            cx.trouble("network-newer");
            return Ok(Then::Stay);
        }
        cx.tell_saved();
        cx.count_drafts()?;
        Ok(Then::Close)
    }
}

impl Place for Drawing {
    fn scopes(&self) -> &'static [Scope] {
        match self.focus {
            Focus::Line => &[Scope::Entry, Scope::Typing],
            Focus::Circle => &[Scope::Circle, Scope::Over],
            Focus::Tying => &[Scope::Tying, Scope::Typing],
            Focus::Asking => &[Scope::Asking, Scope::Typing],
        }
    }

    fn needs(&self, act: Action) -> Option<Right> {
        (act == Action::ToPlan).then_some(Right::WriteSessions)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::SaveLine if self.line.text().trim().is_empty() && !self.map.people.is_empty() => {
                self.focus = Focus::Circle;
            }
            Action::SaveLine => self.put_person(cx),
            Action::Complete => complete(self),
            Action::ToCircle if self.map.people.is_empty() => {}
            Action::ToCircle => self.focus = Focus::Circle,
            Action::ToLine => self.focus = Focus::Line,
            Action::Leave | Action::Save => return self.leave(cx),
            Action::Discard if self.kept().is_some() => return Ok(ask_to_discard(cx)),
            Action::Discard => return self.discard(cx),
            Action::Undo => {
                if !self.take_back() {
                    cx.trouble("why-nothing-to-undo");
                }
            }
            Action::Redo => {
                if !self.make_again() {
                    cx.trouble("why-nothing-to-redo");
                }
            }
            Action::ToPlan => {
                let Some(person) = self.chosen.and_then(|key| self.map.person(key)) else { return Ok(Then::Stay) };
                let text = cx.locale.tell("network-plan-person", &[("name", arg(person.name.as_str()))]);
                return plan(cx, &text);
            }
            act => self.act_on_person(cx, act),
        }
        self.read_line(cx);
        self.lay_out(cx);
        Ok(Then::Stay)
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        if self.focus == Focus::Line && self.line.key(key) {
            cx.notice = None;
            self.read_line(cx);
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        self.line.paste(text);
        cx.notice = None;
        self.read_line(cx);
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

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.lay_out(cx);
        Ok(())
    }

    fn names(&self, _: &Cx) -> Vec<String> {
        names_on(&self.map)
    }
}

/// Completes the last word as far as all that it could be agree.
fn complete(drawing: &mut Drawing) {
    let Some(first) = drawing.completions.first().cloned() else { return };
    let text = drawing.line.text().to_owned();
    let before = text.rsplit_once(char::is_whitespace).map_or(String::new(), |(before, _)| format!("{before} "));
    let only = drawing.completions.len() == 1;
    drawing.line = Line::new(format!("{before}{first}").trim_end());
    if only {
        drawing.line.key(Key::Char(' '));
    }
}
