//! The network pane: who do they have around them, and how did that change?
//!
//! A family's maps are read once; which is shown, and what it is compared with, is a place among them. Drawing is a
//! modal of its own ([`drawing`]).

pub mod ages;
pub mod bands;
pub mod called;
pub mod circle;
pub mod drawing;
mod keys;
pub mod list;
mod saving;

use std::collections::BTreeMap;

use super::actions::Action;
use super::desk::App;
use super::form::Form;
use super::layout;
use super::notice::Notice;
use super::scroll::Scroll;
use super::visits::{Question, Reply};
use super::window::Move;
use crate::domain::access::Right;
use crate::domain::codes::{Area, MemberRole, Outcome, SessionKind};
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::ids::{MemberId, NetworkMapId};
use crate::domain::network::{Gap, MapChange, NetworkMap, Scheme, gaps};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::Stored;

pub use ages::Ages;
pub use bands::Bands;
pub use circle::Circle;
pub use drawing::{Drawing, Focus};

/// What of a map is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The drawing.
    #[default]
    Circle,
    /// What changed since the map before.
    Change,
    /// The same people as a list.
    List,
    /// The measures.
    Measures,
    /// The newest map of somebody else in the family, laid over it.
    Together,
}

/// The sides in the order of Tab.
const SIDES: [Side; 5] = [Side::Circle, Side::Change, Side::List, Side::Measures, Side::Together];

/// The network pane.
#[derive(Debug, Default)]
pub struct Network {
    /// The family's people, children first.
    pub people: Vec<MemberName>,
    /// Whose map.
    pub ego: Option<MemberId>,
    /// The maps of the family that one may see, by date.
    pub maps: Vec<Stored<NetworkMap>>,
    /// How many maps of each person are kept back from whoever looks.
    pub kept_back: BTreeMap<MemberId, usize>,
    /// Which of the chosen person's maps, counted from the first.
    pub at: usize,
    /// What of it is shown.
    pub side: Side,
    /// Where everybody is on the drawing; none while it is too small for one.
    pub circle: Option<Circle>,
    /// The map in bands, on a narrow screen.
    pub bands: Option<Bands>,
    /// How far what is shown has been read.
    pub scroll: Scroll,
    /// Everybody's maps by age, while no family is open.
    pub ages: Ages,
}

impl Network {
    /// The chosen person's maps, by date, as they are shown: whoever draws on reads them again.
    pub fn own(&self) -> Vec<&Stored<NetworkMap>> {
        self.maps.iter().filter(|stored| Some(stored.value.ego) == self.ego).collect()
    }

    /// The map that is shown.
    pub fn shown(&self) -> Option<&Stored<NetworkMap>> {
        self.own().get(self.at).copied()
    }

    /// The map before it.
    pub fn before(&self) -> Option<&Stored<NetworkMap>> {
        self.at.checked_sub(1).and_then(|before| self.own().get(before).copied())
    }

    /// The newest map of somebody else in the family: a parent's for a child's, and the other way round.
    pub fn other(&self) -> Option<&Stored<NetworkMap>> {
        let others = self.maps.iter().filter(|stored| Some(stored.value.ego) != self.ego);
        others.max_by_key(|stored| (stored.value.drawn_on, stored.id))
    }

    /// What changed since the map before.
    pub fn change(&self) -> Option<MapChange> {
        let (before, shown) = self.before().zip(self.shown())?;
        Some(MapChange::between(&before.value, &shown.value))
    }

    /// What somebody is called.
    pub fn name(&self, id: MemberId, setting: Setting) -> String {
        let found = self.people.iter().find(|member| member.id == id);
        found.map(|member| member.given_name.shown(setting)).unwrap_or_default()
    }

    /// The map of an identity.
    pub fn map(&self, id: NetworkMapId) -> Option<&Stored<NetworkMap>> {
        self.maps.iter().find(|stored| stored.id == id)
    }

    fn newest(&mut self) {
        self.scroll = Scroll::default();
        self.at = self.own().len().saturating_sub(1);
    }
}

impl App {
    /// Goes into the pane with the open family's maps.
    pub(super) fn enter_network(&mut self) -> Result<(), Problem> {
        self.load_network()?;
        self.network.newest();
        self.lay_out_network();
        Ok(())
    }

    /// Reads the maps; what was shown stays shown.
    pub(super) fn load_network(&mut self) -> Result<(), Problem> {
        let Some(family) = self.open.as_ref().map(super::page::OpenFamily::id) else {
            let ages = std::mem::take(&mut self.network.ages);
            self.network = Network { side: self.network.side, ages, ..Network::default() };
            return self.read_ages();
        };
        let mut people = self.members(family)?;
        people.sort_by_key(|member| member.role != MemberRole::Child);
        let (mut maps, kept_back) = self.read_maps(family)?;
        for person in maps.iter_mut().flat_map(|stored| &mut stored.value.people) {
            person.name = called::called(person, &people, Setting::Team);
        }
        let sought = self.sought();
        let network = &mut self.network;
        let count = network.own().len();
        (network.people, network.maps, network.kept_back) = (people, maps, kept_back);
        let is_here = |id: MemberId| network.people.iter().any(|member| member.id == id);
        if let Some(sought) = sought.filter(|id| is_here(*id) && network.ego != Some(*id)) {
            network.ego = Some(sought);
            network.newest();
        }
        let is_here = |id: MemberId| network.people.iter().any(|member| member.id == id);
        if network.ego.is_none_or(|ego| !is_here(ego)) {
            let drawn = |member: &&MemberName| network.maps.iter().any(|stored| stored.value.ego == member.id);
            let first = network.people.iter().find(drawn).or_else(|| network.people.first());
            network.ego = first.map(|member| member.id);
            network.newest();
        }
        if network.own().len() > count {
            network.newest();
        }
        network.at = network.at.min(network.own().len().saturating_sub(1));
        self.lay_out_network();
        Ok(())
    }

    /// Shows a map again, after others may have come or gone.
    pub(super) fn keep_map(&mut self, shown: Option<NetworkMapId>) {
        let place = self.network.own().iter().position(|stored| Some(stored.id) == shown);
        if let Some(at) = place.filter(|at| *at != self.network.at) {
            self.network.at = at;
            self.lay_out_network();
        }
    }

    /// Lays the drawing out for the screen's size.
    pub(super) fn lay_out_network(&mut self) {
        let frame = circle::frame(self.world.size, self.network.side == Side::Change);
        let scheme = self.store.scheme();
        let size = self.world.size;
        let before = self.network.circle.take();
        self.network.bands = None;
        let ego = self.network.ego.map(|ego| self.network.name(ego, Setting::Team)).unwrap_or_default();
        if bands::are_for(size) {
            let shown = self.network.shown();
            let bands = shown.map(|stored| Bands::of(&stored.value, &ego, scheme, &self.locale, size.0));
            self.network.bands = bands;
            return;
        }
        self.network.circle = self
            .network
            .shown()
            .and_then(|stored| Circle::of(&stored.value, &ego, scheme, &self.locale, frame, before.as_ref()));
    }

    /// The sectors and rings that the unit goes by.
    pub fn scheme(&self) -> &Scheme {
        self.store.scheme()
    }

    /// The next of the family's people: the children, then those with a map, then everybody else.
    fn next_ego(&mut self) {
        let network = &mut self.network;
        let mut egos: Vec<&MemberName> = network.people.iter().collect();
        egos.sort_by_key(|member| {
            let has_map = network.maps.iter().any(|stored| stored.value.ego == member.id)
                || network.kept_back.contains_key(&member.id);
            (member.role != MemberRole::Child, !has_map)
        });
        let at = egos.iter().position(|member| Some(member.id) == network.ego);
        network.ego = egos.get(at.map_or(0, |at| (at + 1) % egos.len().max(1))).map(|member| member.id);
        network.newest();
        let ego = network.ego;
        self.seek(ego);
        self.lay_out_network();
    }

    pub(super) fn go_in_network(&mut self, way: Move) {
        if self.open.is_none() {
            return self.network.ages.list.go(way);
        }
        if matches!(way, Move::PageDown | Move::PageUp) && self.scroll_network(way) {
            return;
        }
        self.network.scroll = Scroll::default();
        let last = self.network.own().len().saturating_sub(1);
        self.network.at = match way {
            Move::Down | Move::PageDown => (self.network.at + 1).min(last),
            Move::Up | Move::PageUp => self.network.at.saturating_sub(1),
            Move::First => 0,
            Move::Last => last,
        };
        self.lay_out_network();
    }

    /// Reads on in what is longer than the screen; false where all of it is on the screen.
    fn scroll_network(&mut self, way: Move) -> bool {
        let room = Bands::room(layout::body(self.world.size.1));
        let rows = match self.network.side {
            Side::Circle => self.network.bands.as_ref().map_or(0, |bands| bands.rows.len()),
            Side::List => self.network_list(self.world.size.0).len(),
            _ => 0,
        };
        let act = if way == Move::PageDown { Action::PageDown } else { Action::PageUp };
        self.network.scroll.act(act, rows, room);
        rows > room
    }

    pub(super) fn act_in_network(&mut self, act: Action) -> Result<(), Problem> {
        match act {
            Action::New | Action::Open if self.open.is_none() => self.open_of_age(act),
            Action::New => self.new_map(),
            Action::Open | Action::Edit => self.draw_on(),
            Action::NextSide | Action::PreviousSide => {
                let at = SIDES.iter().position(|side| *side == self.network.side).unwrap_or(0);
                let by = if act == Action::NextSide { 1 } else { SIDES.len() - 1 };
                self.network.side = SIDES[(at + by) % SIDES.len()];
                self.network.scroll = Scroll::default();
                self.lay_out_network();
                Ok(())
            }
            Action::NextEgo => {
                self.next_ego();
                Ok(())
            }
            Action::MapFacts => self.map_facts(),
            Action::ToPlan => self.plan_from_map(None),
            Action::OpenTree => self.open_tree(),
            Action::Remove => self.ask_to_remove_map(),
            _ => Ok(()),
        }
    }

    /// Why an action cannot be done in the pane now, as a key of the locale files.
    pub(super) fn why_not_in_network(&self, act: Action) -> Option<&'static str> {
        let no_map = self.network.shown().is_none();
        match act {
            Action::Undo if !self.store.can_undo() => Some("why-nothing-to-undo"),
            Action::Resume if self.drafts == 0 => Some("why-no-drafts"),
            Action::New | Action::Open if self.open.is_none() && self.network.ages.current().is_some() => None,
            Action::New | Action::NextEgo | Action::Open | Action::Edit | Action::Remove | Action::MapFacts
                if self.open.is_none() =>
            {
                Some("why-no-family")
            }
            Action::Open | Action::Edit | Action::Remove | Action::MapFacts | Action::ToPlan if no_map => {
                Some("why-no-map")
            }
            _ => None,
        }
    }

    /// A new map: from the last one, or from nothing.
    fn new_map(&mut self) -> Result<(), Problem> {
        let Some(ego) = self.network.ego else { return Ok(()) };
        let Some(last) = self.network.own().last().map(|stored| stored.value.drawn_on) else {
            return self.begin_map(ego, None);
        };
        let day = self.locale.date(last, self.world.today);
        let letter = |key: &str| self.locale.say(&format!("key-{key}")).chars().next().unwrap_or('?');
        let name = arg(self.network.name(ego, self.setting()));
        let from_last = self.locale.tell("question-from-last", &[("day", arg(day))]);
        let from_nothing = self.locale.say("question-from-nothing");
        let question = Question::new(self.locale.tell("question-new-map", &[("name", name)]))
            .with(letter("from-last"), from_last, Reply::NewMap { from_last: true })
            .with(letter("from-nothing"), from_nothing, Reply::NewMap { from_last: false });
        self.open_question(question);
        Ok(())
    }

    /// Begins a map, with everybody of the last one where they were or with nobody.
    pub(super) fn begin_new_map(&mut self, from_last: bool) -> Result<(), Problem> {
        let Some(ego) = self.network.ego else { return Ok(()) };
        let last = self.network.own().last().filter(|_| from_last).map(|stored| stored.id);
        let last = last.map(|id| self.store.get::<NetworkMap>(id)).transpose()?;
        self.begin_map(ego, last.map(|stored| stored.value))
    }

    fn map_facts(&mut self) -> Result<(), Problem> {
        let Some(id) = self.network.shown().map(|stored| stored.id) else { return Ok(()) };
        let form = self.map_form(id)?;
        self.open_form(form)
    }

    /// From the map to the work: a planned session that says what is to come of a person, or of the first gap.
    pub(super) fn plan_from_map(&mut self, person: Option<&str>) -> Result<(), Problem> {
        let text = match person {
            Some(name) => Some(self.locale.tell("network-plan-person", &[("name", arg(name))])),
            None => self.network.shown().and_then(|stored| self.first_gap(&stored.value)),
        };
        let Some(text) = text else {
            self.notice = Some(Notice::Trouble(self.locale.say("why-no-gap")));
            return Ok(());
        };
        let mut form = Form::new_session(self.chosen().as_ref(), self.user(), &self.locale).at("on");
        for (key, value) in [
            ("on", String::new()),
            ("kind", self.locale.label(SessionKind::NetworkMeeting)),
            ("outcome", self.locale.label(Outcome::Planned)),
            ("areas", self.locale.label(Area::Network)),
            ("next_step", text),
        ] {
            form.set(key, &value);
        }
        self.open_form(form)
    }

    fn first_gap(&self, map: &NetworkMap) -> Option<String> {
        Some(match gaps(map, self.scheme()).into_iter().next()? {
            Gap::EmptySector(key) => {
                let sector = self.locale.sector(self.scheme(), &key);
                self.locale.tell("network-gap-sector", &[("sector", arg(sector))])
            }
            Gap::WithoutTie(key) => {
                let name = map.person(key).map(|person| person.name.clone()).unwrap_or_default();
                self.locale.tell("network-gap-ties", &[("names", arg(name))])
            }
        })
    }

    /// Tells what a side is for when there is nothing on it.
    pub fn network_emptiness(&self) -> Option<String> {
        let network = &self.network;
        if self.open.is_none() {
            return self.network.ages.list.lines.is_empty().then(|| self.locale.say("network-no-family"));
        }
        let ego = network.ego?;
        if network.shown().is_some() {
            return None;
        }
        let name = arg(network.name(ego, self.setting()));
        Some(match network.kept_back.get(&ego) {
            Some(count) => self.locale.tell("network-kept-back", &[("name", name), ("count", arg(*count))]),
            None => self.locale.tell("network-none", &[("name", name)]),
        })
    }
}

/// Whether an act is the pane's own.
pub(super) fn takes(act: Action) -> bool {
    super::actions::BINDINGS.iter().any(|row| row.act == act && row.scope == super::actions::Scope::Network)
}

/// What one must be allowed for an act about maps.
pub(super) fn needs(pane: super::Pane, act: Action) -> Option<Right> {
    let writes = matches!(act, Action::New | Action::Open | Action::Edit | Action::MapFacts | Action::Remove);
    if pane == super::Pane::Network && act == Action::ToPlan {
        return Some(Right::WriteSessions);
    }
    (pane == super::Pane::Network && writes).then_some(Right::DrawMaps)
}
