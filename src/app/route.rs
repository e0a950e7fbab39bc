//! Where one can go: a pane, and there a family, a person, a day and a record, as one value.
//!
//! Whoever goes anywhere names all of it and lets [`App::go_along`] go there. The person is the one marked on the
//! family's page, and every pane shows that one ([`OpenFamily::person`]), so that none shows anybody else.

use chrono::NaiveDate;

use super::desk::App;
use super::modal::Modal;
use super::page::OpenFamily;
use super::panes::{Pane, Part};
use crate::domain::ids::{
    ArrangementId, CareId, FamilyId, KinId, MemberId, NetworkMapId, PlacementId, RestrictionId, SessionId,
    StatusSpanId, TaskId, WishId,
};
use crate::domain::problem::Problem;
use crate::store::Step;

/// Somewhere to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Route {
    /// The pane.
    pub pane: Pane,
    /// The family that is open there; none leaves open what is open.
    pub family: Option<FamilyId>,
    /// Who of it is chosen.
    pub person: Option<MemberId>,
    /// The day that is marked among visits.
    pub day: Option<NaiveDate>,
    /// The record that is marked.
    pub record: Option<Landmark>,
}

/// A record that a marker can stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Landmark {
    Person(MemberId),
    Placement(PlacementId),
    Care(CareId),
    Status(StatusSpanId),
    Kin(KinId),
    Session(SessionId),
    Arrangement(ArrangementId),
    Restriction(RestrictionId),
    Wish(WishId),
    Task(TaskId),
    Map(NetworkMapId),
}

impl Landmark {
    /// The record that a step has added, if a marker can stand on one of its kind.
    pub(super) fn added(step: &Step) -> Option<Self> {
        Self::of(step).filter(|_| step.act == "add")
    }

    /// The record that comes back when a step is taken back.
    pub(super) fn brought_back(step: &Step) -> Option<Self> {
        Self::of(step).filter(|_| step.act == "remove")
    }

    fn of(step: &Step) -> Option<Self> {
        let id = step.record;
        Some(match step.noun.as_str() {
            "person" => Self::Person(MemberId(id)),
            "placement" => Self::Placement(PlacementId(id)),
            "care" => Self::Care(CareId(id)),
            "status" => Self::Status(StatusSpanId(id)),
            "kin" => Self::Kin(KinId(id)),
            "session" => Self::Session(SessionId(id)),
            "arrangement" => Self::Arrangement(ArrangementId(id)),
            "restriction" => Self::Restriction(RestrictionId(id)),
            "wish" => Self::Wish(WishId(id)),
            "task" => Self::Task(TaskId(id)),
            "network_map" => Self::Map(NetworkMapId(id)),
            _ => return None,
        })
    }
}

impl Route {
    /// To a pane, with what is open.
    pub fn to(pane: Pane) -> Self {
        Self { pane, family: None, person: None, day: None, record: None }
    }

    /// With a family open.
    pub fn of(self, family: impl Into<Option<FamilyId>>) -> Self {
        Self { family: family.into(), ..self }
    }

    /// With somebody chosen.
    pub fn with(self, person: impl Into<Option<MemberId>>) -> Self {
        Self { person: person.into(), ..self }
    }

    /// On a day.
    pub fn on(self, day: NaiveDate) -> Self {
        Self { day: Some(day), ..self }
    }

    /// At a record.
    pub fn at(self, record: impl Into<Option<Landmark>>) -> Self {
        Self { record: record.into(), ..self }
    }
}

impl App {
    /// Goes there. A family that is opened for it is journalled as a reading.
    ///
    /// # Errors
    /// Refused by role or family; no such family. Then one is where one was.
    pub fn go_along(&mut self, route: Route) -> Result<(), Problem> {
        if let Some(family) = route.family {
            self.open_family(family)?;
        }
        if let (Some(open), Some(person)) = (&mut self.open, route.person) {
            open.mark(person);
        }
        if let (Some(child), Some(day)) = (route.person, route.day) {
            self.visits.child.choose(child, day);
        }
        self.go_to(route.pane)?;
        if route.pane == Pane::Families && route.family.is_some() {
            self.part = Part::Page;
        }
        route.record.map_or(Ok(()), |record| self.mark_record(record))
    }

    /// Where one is.
    pub fn here(&self) -> Route {
        let route = Route::to(self.pane);
        let Some(open) = &self.open else { return route };
        let route = route.of(open.id()).with(open.person());
        match self.pane {
            Pane::Sessions => route.at(self.sessions.window.current().map(|row| Landmark::Session(row.id))),
            Pane::Network => {
                route.with(self.network.ego).at(self.network.shown().map(|stored| Landmark::Map(stored.id)))
            }
            Pane::Visits if self.visits.child.chosen.is_some() => {
                route.with(self.visits.child.chosen).on(self.visits.child.day)
            }
            _ => route,
        }
    }

    /// Who is chosen, in every pane: the one marked on the open family's page.
    pub(super) fn sought(&self) -> Option<MemberId> {
        self.open.as_ref().and_then(OpenFamily::person)
    }

    /// Chooses somebody of the open family for every pane.
    pub(super) fn seek(&mut self, person: Option<MemberId>) {
        if let (Some(open), Some(person)) = (&mut self.open, person) {
            open.mark(person);
        }
    }

    /// Marks the record that was just added, wherever it can be seen.
    pub(super) fn mark_added(&mut self) -> Result<(), Problem> {
        match self.added.take() {
            Some(record) => self.mark_record(record),
            None => Ok(()),
        }
    }

    /// Puts the marker of what is on the screen on a record, if it is there.
    pub(super) fn mark_record(&mut self, record: Landmark) -> Result<(), Problem> {
        if let (Landmark::Kin(id), Some(Modal::Tree(tree))) = (record, self.modals.last_mut()) {
            tree.mark_relation(id);
            return Ok(());
        }
        match (self.pane, record) {
            (
                Pane::Families,
                Landmark::Person(_) | Landmark::Placement(_) | Landmark::Care(_) | Landmark::Status(_),
            ) => {
                if let Some(open) = &mut self.open {
                    open.mark_record(record);
                }
                Ok(())
            }
            (Pane::Sessions, Landmark::Session(id)) => self.sessions.turn_to(id, &self.store),
            (Pane::Network, Landmark::Map(id)) => {
                self.keep_map(Some(id));
                Ok(())
            }
            (Pane::Visits, _) => {
                self.mark_in_visits(record);
                self.load_visits()
            }
            (Pane::Week, _) => self.mark_in_week(record),
            _ => Ok(()),
        }
    }
}
