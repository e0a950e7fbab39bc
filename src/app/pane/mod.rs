//! The panes: one for each question that the team asks. A new pane is a folder here, a subject that routes can name
//! (`cx/route.rs`) and two lines below; none knows another, nor the desk.

pub mod families;
pub mod groups;
pub mod network;
pub mod plan;
pub mod reports;
pub mod sessions;
pub mod visits;
pub mod week;

use super::cx::{Counted, Cx, Landmark, Route, Subject};
use super::form::Filter;
use super::keys::{Action, Scope};
use super::layer::Then;
use super::list::Move;
use crate::domain::access::Right;
use crate::domain::ids::{FamilyId, SessionId};
use crate::domain::problem::Problem;
use crate::domain::quickline::RecordKind;

/// What a pane is to the desk.
pub(in crate::app) trait Pane {
    /// The scopes it listens to, nearest first.
    fn scopes(&self, cx: &Cx) -> &'static [Scope];

    /// Why an act cannot be done now, as a key of the locale files.
    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str>;

    /// The right that an act needs.
    fn needs(&self, act: Action, cx: &Cx) -> Option<Right>;

    /// Does an act.
    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem>;

    /// Moves the marker.
    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem>;

    /// Reads what one sees first, once the casebook is open.
    fn begin(&mut self, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// Comes onto the screen, along a route.
    fn enter(&mut self, route: &Route, cx: &mut Cx) -> Result<(), Problem>;

    /// Reads again what it shows. What is marked stays marked, unless [`Cx`] says where the marker is to go.
    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem>;

    /// Puts the marker on a record, if it is there.
    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem>;

    /// Of what is worked out of every family, what it wants first.
    fn wants(&self) -> Counted {
        Counted::Visits
    }

    /// Shows what has been worked out of every family since, if it shows any of it.
    fn counted(&mut self, _: Counted, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// Whether there is something to work out while nobody presses a key.
    fn is_at_work(&self) -> bool {
        false
    }

    /// Whether there is more to show of it than there was.
    fn has_more(&mut self) -> bool {
        false
    }

    /// Works on some of it.
    fn work(&mut self, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// What one must know when the casebook is closed.
    fn leave(&self, _: &Cx) {}

    /// More of where one is than the open family and who of it is chosen.
    fn here(&self, route: Route) -> Route {
        route
    }

    /// What a quick line becomes here unless it says otherwise.
    fn line_kind(&self) -> RecordKind {
        RecordKind::Session
    }

    /// What one seeks of a family that one jumps to from here.
    fn sought(&self) -> Subject {
        Subject::People
    }

    /// The family that is marked, for what is told of one.
    fn family(&self, cx: &Cx) -> Option<FamilyId> {
        cx.family()
    }

    /// Goes on to the next session of a list.
    fn beside(&mut self, _: Move, _: &mut Cx) -> Result<Option<SessionId>, Problem> {
        Ok(None)
    }

    /// Narrows its list.
    fn narrow(&mut self, _: Filter, _: &mut Cx) -> Result<(), Problem> {
        Ok(())
    }

    /// Names on the screen that are in no record of a family or a person.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

macro_rules! panes {
    ($($subject:ident: $pane:ty, $field:ident, $key:literal, $go:ident;)*) => {
        /// All panes.
        #[derive(Debug, Default)]
        pub struct Panes {
            $(#[doc = concat!("The pane of ", stringify!($field), ".")] pub $field: $pane,)*
        }

        /// The panes in the order of their keys: what is sought there, its key, its name in the locale files after
        /// `pane-`, the act that goes there.
        pub const PANES: &[(Subject, char, &str, Action)] =
            &[$((Subject::$subject, $key, stringify!($field), Action::$go),)*];

        impl Panes {
            pub(in crate::app) fn at(&self, subject: Subject) -> &dyn Pane {
                match subject { $(Subject::$subject => &self.$field,)* }
            }

            pub(in crate::app) fn at_mut(&mut self, subject: Subject) -> &mut dyn Pane {
                match subject { $(Subject::$subject => &mut self.$field,)* }
            }
        }
    };
}

panes! {
    Duties: week::Week, week, '1', GoWeek;
    People: families::Families, families, '2', GoFamilies;
    Sessions: sessions::Sessions, sessions, '3', GoSessions;
    Maps: network::Network, network, '4', GoNetwork;
    Visits: visits::Visits, visits, '5', GoVisits;
    Plans: plan::Plan, plan, '6', GoPlan;
    Groups: groups::Groups, groups, '7', GoGroups;
    Figures: reports::Reports, reports, '8', GoReports;
}

/// The pane of a name, as `render` takes it.
pub fn pane_named(name: &str) -> Option<Subject> {
    PANES.iter().find(|(_, key, known, _)| *known == name || name == key.to_string()).map(|(subject, ..)| *subject)
}

/// The pane's name.
pub fn pane_name(subject: Subject) -> &'static str {
    PANES.iter().find(|(known, ..)| *known == subject).map_or("", |(_, _, name, _)| name)
}

/// The pane that an act goes to.
pub(in crate::app) fn pane_of(act: Action) -> Option<Subject> {
    PANES.iter().find(|(.., go)| *go == act).map(|(subject, ..)| *subject)
}
