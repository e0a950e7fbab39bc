//! Drawing a map: a line for everybody who comes to mind, and keys for what is told of them.
//!
//! What is drawn is kept at every pause like any text, and becomes one record, with one step of undo, when one leaves.
//! Until then each key can be taken back by itself.

use serde::{Deserialize, Serialize};

use super::bands::{self, Bands};
use super::circle::{self, Circle};
use crate::app::actions::Action;
use crate::app::desk::App;
use crate::app::form::Unkept;
use crate::app::line::Line;
use crate::app::modal::Modal;
use crate::app::notice::Notice;
use crate::domain::codes::MapOccasion;
use crate::domain::discretion::Setting;
use crate::domain::ids::{MemberId, NetworkMapId};
use crate::domain::network::entry::{EntryContext, EntryLine, KnownPeople, completions, read_entry};
use crate::domain::network::{NetworkMap, PersonKey, Tie, unasked};
use crate::domain::problem::Problem;
use crate::domain::quickline::words::Tongue;
use crate::locale::{Language, arg};
use crate::store::Stored;

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
    pub(super) fn change(&mut self, change: impl FnOnce(&mut NetworkMap) -> bool) -> bool {
        let before = self.map.clone();
        if !change(&mut self.map) {
            return false;
        }
        self.done.push(before);
        self.undone.clear();
        self.unkept = Unkept::Something;
        true
    }

    pub(super) fn take_back(&mut self) -> bool {
        let Some(before) = self.done.pop() else { return false };
        self.undone.push(std::mem::replace(&mut self.map, before));
        self.settle_chosen();
        true
    }

    pub(super) fn make_again(&mut self) -> bool {
        let Some(after) = self.undone.pop() else { return false };
        self.done.push(std::mem::replace(&mut self.map, after));
        self.settle_chosen();
        true
    }

    /// Keeps the choice on somebody who is there.
    pub(super) fn settle_chosen(&mut self) {
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

impl App {
    /// Begins a map of somebody, with everybody of an earlier one or with nobody.
    pub(super) fn begin_map(&mut self, ego: MemberId, from: Option<NetworkMap>) -> Result<(), Problem> {
        let Some(family) = self.open.as_ref().map(crate::app::page::OpenFamily::id) else { return Ok(()) };
        let first = self.network.maps.iter().all(|stored| stored.value.ego != ego);
        let mut map = NetworkMap::new(family, ego, self.world.today, self.user());
        if !first {
            map.occasion = MapOccasion::FollowUp;
        }
        if let Some(from) = from {
            (map.people, map.ties, map.no_ties) = (from.people, from.ties, from.no_ties);
            (map.consent, map.seen_by) = (from.consent, from.seen_by);
        } else {
            // The team that draws it works with it, until the person says otherwise.
            map.seen_by = vec![crate::domain::codes::MapViewer::Team];
        }
        let drawing = self.drawing(map, None)?;
        self.open_drawing(drawing)
    }

    /// Draws on over the map that is shown.
    pub(super) fn draw_on(&mut self) -> Result<(), Problem> {
        let Some(id) = self.network.shown().map(|stored| stored.id) else { return Ok(()) };
        let stored: Stored<NetworkMap> = self.store.get(id)?;
        let mut drawing = self.drawing(stored.value, Some((id, stored.version)))?;
        drawing.focus = if drawing.map.people.is_empty() { Focus::Line } else { Focus::Circle };
        self.open_drawing(drawing)
    }

    pub(in crate::app) fn drawing(
        &self,
        map: NetworkMap,
        over: Option<(NetworkMapId, i64)>,
    ) -> Result<Drawing, Problem> {
        let members = self.members(map.family)?;
        let name =
            members.iter().find(|member| member.id == map.ego).map(|member| member.given_name.shown(Setting::Page));
        let known = self.store.known_people(map.ego)?;
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

    pub(in crate::app) fn open_drawing(&mut self, mut drawing: Drawing) -> Result<(), Problem> {
        if let Some(draft) = self.store.draft(&drawing.place())?
            && let Ok(kept) = serde_json::from_str::<Kept>(&draft.body)
        {
            (drawing.map, drawing.over) = (kept.map, kept.over);
            drawing.line = Line::new(&kept.line);
            drawing.settle_chosen();
            self.tell_draft_back(&draft);
        }
        self.modals.push(Modal::Drawing(Box::new(drawing)));
        self.read_entry();
        self.lay_out_drawing();
        Ok(())
    }

    /// Lays the drawing on top out for the screen's size.
    pub(in crate::app) fn lay_out_drawing(&mut self) {
        let size = self.world.size;
        // Two rows fewer: the line and what it means.
        let mut frame = circle::frame(size, false);
        frame.rows = frame.rows.saturating_sub(2);
        let scheme = self.store.scheme().clone();
        let Some(Modal::Drawing(drawing)) = self.modals.last_mut() else { return };
        drawing.bands = None;
        let before = drawing.circle.take();
        if bands::are_for(size) {
            drawing.bands = Some(Bands::of(&drawing.map, &drawing.ego, &scheme, &self.locale, size.0));
            return;
        }
        drawing.circle = Circle::of(&drawing.map, &drawing.ego, &scheme, &self.locale, frame, before.as_ref());
    }

    fn tongue(&self) -> Tongue {
        if self.locale.language() == Language::Swedish { Tongue::Swedish } else { Tongue::English }
    }

    /// Reads the line on top again.
    pub(in crate::app) fn read_entry(&mut self) {
        let (tongue, scheme) = (self.tongue(), self.store.scheme());
        let Some(Modal::Drawing(drawing)) = self.modals.last_mut() else { return };
        let text = drawing.line.text();
        let context = EntryContext { map: &drawing.map, known: &drawing.known, scheme, tongue };
        drawing.reading = (!text.trim().is_empty()).then(|| read_entry(text, context));
        drawing.completions = completions(text, context);
        drawing.unkept = Unkept::Something;
    }

    pub(in crate::app) fn act_on_drawing(&mut self, mut drawing: Box<Drawing>, act: Action) -> Result<(), Problem> {
        match act {
            Action::SaveLine if drawing.line.text().trim().is_empty() && !drawing.map.people.is_empty() => {
                drawing.focus = Focus::Circle;
            }
            Action::SaveLine => self.put_person(&mut drawing),
            Action::Complete => complete(&mut drawing),
            Action::ToCircle if drawing.map.people.is_empty() => {}
            Action::ToCircle => drawing.focus = Focus::Circle,
            Action::ToLine => drawing.focus = Focus::Line,
            Action::Leave | Action::Save => return self.leave_drawing(drawing),
            Action::Discard => {
                let changed = drawing.kept().is_some();
                self.modals.push(Modal::Drawing(drawing));
                return if changed { self.ask_to_discard() } else { self.discard() };
            }
            Action::Undo => {
                if !drawing.take_back() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-nothing-to-undo")));
                }
            }
            Action::Redo => {
                if !drawing.make_again() {
                    self.notice = Some(Notice::Trouble(self.locale.say("why-nothing-to-redo")));
                }
            }
            Action::ToPlan => {
                let name = drawing.chosen.and_then(|key| drawing.map.person(key)).map(|person| person.name.clone());
                self.modals.push(Modal::Drawing(drawing));
                return name.map_or(Ok(()), |name| self.plan_from_map(Some(&name)));
            }
            act => self.act_on_person(&mut drawing, act),
        }
        self.modals.push(Modal::Drawing(drawing));
        self.read_entry();
        self.lay_out_drawing();
        Ok(())
    }

    /// Puts whom the line names on the map; the line stays open for the next.
    fn put_person(&mut self, drawing: &mut Drawing) {
        let Some(reading) = drawing.reading.clone() else { return };
        let Some(person) = reading.person else {
            if let Some(part) = reading.fault() {
                drawing.line.put_cursor(part.span.end);
            }
            self.notice = Some(Notice::Trouble(self.locale.say("network-line-refused")));
            return;
        };
        let (key, name) = (person.key, person.name.clone());
        if drawing.change(|map| map.put(person, &reading.knows)) {
            drawing.chosen = Some(key);
            drawing.line = Line::default();
            let count = drawing.map.people.len();
            let said = self.locale.tell("network-put", &[("name", arg(name)), ("count", arg(count))]);
            self.notice = Some(Notice::Done(said));
        }
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
        drawing.line.key(crate::app::key::Key::Char(' '));
    }
}
