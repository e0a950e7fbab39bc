//! The network pane: who do they have around them, and how did that change?
//!
//! A family's maps are read once; which is shown, and what it is compared with, is a place among them. Drawing is a
//! layer of its own.

mod acts;
pub mod ages;
pub mod list;

use std::collections::BTreeMap;

use crate::app::cx::{Cx, Landmark, Route, names_on};
use crate::app::form::noun;
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layer::drawing::bands::{self, Bands};
use crate::app::layer::drawing::called::called;
use crate::app::layer::drawing::circle::{self, Circle};
use crate::app::layer::drawing::draw_on;
use crate::app::layout;
use crate::app::list::{Move, Scroll};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::codes::MemberRole;
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::ids::{NetworkMapId, PersonId};
use crate::domain::network::{MapChange, NetworkMap};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::Stored;

pub use ages::Ages;

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
    pub ego: Option<PersonId>,
    /// The maps of the family that one may see, by date.
    pub maps: Vec<Stored<NetworkMap>>,
    /// How many maps of each person are kept back from whoever looks.
    pub kept_back: BTreeMap<PersonId, usize>,
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
    pub fn name(&self, id: PersonId, setting: Setting) -> String {
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

impl Network {
    /// Reads the maps; what was shown stays shown.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        let Some(family) = cx.family() else {
            let ages = std::mem::take(&mut self.ages);
            *self = Self { side: self.side, ages, ..Self::default() };
            return self.ages.read(cx);
        };
        let mut people = cx.members(family)?;
        people.sort_by_key(|member| member.role != MemberRole::Child);
        let found = cx.store.maps_of(family)?;
        let mut maps = found.seen;
        maps.sort_by_key(|stored| (stored.value.ego, stored.value.drawn_on, stored.id));
        let mut kept_back: BTreeMap<PersonId, usize> = BTreeMap::new();
        for one in found.kept_back {
            *kept_back.entry(one.ego).or_default() += 1;
        }
        for person in maps.iter_mut().flat_map(|stored| &mut stored.value.people) {
            person.name = called(person, &people, Setting::Team);
        }
        let count = self.own().len();
        (self.people, self.maps, self.kept_back) = (people, maps, kept_back);
        if let Some(sought) = cx.sought().filter(|id| self.is_here(*id) && self.ego != Some(*id)) {
            self.ego = Some(sought);
            self.newest();
        }
        if self.ego.is_none_or(|ego| !self.is_here(ego)) {
            let drawn = |member: &&MemberName| self.maps.iter().any(|stored| stored.value.ego == member.id);
            let first = self.people.iter().find(drawn).or_else(|| self.people.first());
            self.ego = first.map(|member| member.id);
            self.newest();
        }
        if self.own().len() > count {
            self.newest();
        }
        self.at = self.at.min(self.own().len().saturating_sub(1));
        self.lay_out(cx);
        Ok(())
    }

    fn is_here(&self, id: PersonId) -> bool {
        self.people.iter().any(|member| member.id == id)
    }

    /// Shows a map again, after others may have come or gone.
    fn keep_map(&mut self, cx: &Cx, shown: Option<NetworkMapId>) {
        let place = self.own().iter().position(|stored| Some(stored.id) == shown);
        if let Some(at) = place.filter(|at| *at != self.at) {
            self.at = at;
            self.lay_out(cx);
        }
    }

    /// Lays the drawing out for the screen's size.
    fn lay_out(&mut self, cx: &Cx) {
        let frame = circle::frame(cx.world.size, self.side == Side::Change);
        let scheme = cx.scheme();
        let size = cx.world.size;
        let before = self.circle.take();
        self.bands = None;
        let ego = self.ego.map(|ego| self.name(ego, Setting::Team)).unwrap_or_default();
        if bands::are_for(size) {
            let shown = self.shown();
            let bands = shown.map(|stored| Bands::of(&stored.value, &ego, scheme, &cx.locale, size.0));
            self.bands = bands;
            return;
        }
        self.circle =
            self.shown().and_then(|stored| Circle::of(&stored.value, &ego, scheme, &cx.locale, frame, before.as_ref()));
    }

    /// The next of the family's people: the children, then those with a map, then everybody else.
    fn next_ego(&mut self, cx: &mut Cx) {
        let network = &mut *self;
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
        cx.seek(ego);
        self.lay_out(cx);
    }

    fn go_among(&mut self, cx: &Cx, way: Move) {
        if matches!(way, Move::PageDown | Move::PageUp) && self.scroll_by_page(cx, way) {
            return;
        }
        self.scroll = Scroll::default();
        let last = self.own().len().saturating_sub(1);
        self.at = match way {
            Move::Down | Move::PageDown => (self.at + 1).min(last),
            Move::Up | Move::PageUp => self.at.saturating_sub(1),
            Move::First => 0,
            Move::Last => last,
        };
        self.lay_out(cx);
    }

    /// Reads on in what is longer than the screen; false where all of it is on the screen.
    fn scroll_by_page(&mut self, cx: &Cx, way: Move) -> bool {
        let room = Bands::room(layout::body(cx.world.size.1));
        let rows = match self.side {
            Side::Circle => self.bands.as_ref().map_or(0, |bands| bands.rows.len()),
            Side::List => self.rows(cx, cx.world.size.0).len(),
            _ => 0,
        };
        let act = if way == Move::PageDown { Action::PageDown } else { Action::PageUp };
        self.scroll.act(act, rows, room);
        rows > room
    }

    fn turn_side(&mut self, cx: &Cx, by: usize) {
        let at = SIDES.iter().position(|side| *side == self.side).unwrap_or(0);
        self.side = SIDES[(at + by) % SIDES.len()];
        self.scroll = Scroll::default();
        self.lay_out(cx);
    }

    /// Tells what a side is for when there is nothing on it.
    pub fn emptiness(&self, cx: &Cx) -> Option<String> {
        let network = self;
        if cx.open.is_none() {
            let said = if self.ages.is_at_work() { "counting" } else { "network-no-family" };
            return self.ages.list.lines.is_empty().then(|| cx.locale.say(said));
        }
        let ego = network.ego?;
        if network.shown().is_some() {
            return None;
        }
        let name = arg(network.name(ego, cx.setting()));
        Some(match network.kept_back.get(&ego) {
            Some(count) => cx.locale.tell("network-kept-back", &[("name", name), ("count", arg(*count))]),
            None => cx.locale.tell("network-none", &[("name", name)]),
        })
    }
}

impl Pane for Network {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        &[Scope::Network, Scope::List, Scope::Everywhere]
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        let no_map = self.shown().is_none();
        match act {
            Action::New | Action::Open if cx.open.is_none() && self.ages.current().is_some() => None,
            Action::New | Action::NextEgo | Action::Open | Action::Edit | Action::Remove | Action::MapFacts
                if cx.open.is_none() =>
            {
                Some("why-no-family")
            }
            Action::Open | Action::Edit | Action::Remove | Action::MapFacts | Action::ToPlan if no_map => {
                Some("why-no-map")
            }
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        match act {
            Action::ToPlan => Some(Right::WriteSessions),
            Action::New | Action::Open | Action::Edit | Action::MapFacts | Action::Remove => Some(Right::DrawMaps),
            _ => None,
        }
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let shown = self.shown().map(|stored| stored.id);
        match act {
            Action::New | Action::Open if cx.open.is_none() => return Ok(self.go_to_marked(act)),
            Action::New => return self.new_map(cx),
            Action::Open | Action::Edit => return shown.map_or(Ok(Then::Stay), |id| draw_on(cx, id)),
            Action::MapFacts => {
                return shown.map_or(Ok(Then::Stay), |id| noun::network_map::over(cx, id)?.open(cx));
            }
            Action::ToPlan => return self.plan_from_gap(cx),
            Action::Remove => return Ok(self.ask_to_remove(cx)),
            Action::Back => return Ok(Then::Home),
            Action::NextSide => self.turn_side(cx, 1),
            Action::PreviousSide => self.turn_side(cx, SIDES.len() - 1),
            Action::NextEgo => self.next_ego(cx),
            Action::NextPart | Action::PreviousPart | Action::Clear => {}
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        if cx.open.is_none() {
            return self.ages.go(way, cx);
        }
        self.go_among(cx, way);
        Ok(())
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.load(cx)?;
        self.newest();
        self.lay_out(cx);
        Ok(())
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        let shown = self.shown().map(|stored| stored.id);
        self.load(cx)?;
        if cx.marks.added.is_none() {
            self.keep_map(cx, shown);
        }
        Ok(())
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(id) = record.as_a::<NetworkMap>() {
            self.keep_map(cx, Some(id));
        }
        Ok(())
    }

    fn here(&self, route: Route) -> Route {
        route.with(self.ego).at(self.shown().map(|stored| Landmark::of::<NetworkMap>(stored.id)))
    }

    fn is_at_work(&self) -> bool {
        self.ages.is_at_work()
    }

    fn work(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.ages.work(cx)
    }

    fn names(&self) -> Vec<String> {
        self.maps.iter().flat_map(|stored| names_on(&stored.value)).collect()
    }
}
