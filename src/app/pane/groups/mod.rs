//! The groups pane: which group meets, who came? Beside it what is referred on, and what nobody gives.
//!
//! Three lists, one of which is shown: the team's groups, referrals, the register of gaps. A group that is opened
//! stands in their place, at one of its meetings.

mod acts;
mod lines;
mod page;

use std::collections::HashMap;

use crate::app::cx::{Cx, Landmark, Route};
use crate::app::keys::{Action, Scope};
use crate::app::layer::Then;
use crate::app::layout;
use crate::app::list::{Marked, Move};
use crate::app::pane::Pane;
use crate::domain::access::Right;
use crate::domain::attendance::Attendance;
use crate::domain::directory::MemberName;
use crate::domain::discretion::Setting;
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, ReferralId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::quickline::RecordKind;
use crate::domain::referral::Referral;
use crate::store::{GapRow, GroupPage, GroupRow, ReferralRow};

pub use lines::Line;
pub use page::{Cell, grid};

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The team's groups.
    #[default]
    Groups,
    /// What is referred on.
    Referrals,
    /// What nobody gives.
    Gaps,
}

/// The lists in the order of Tab.
pub const SIDES: [Side; 3] = [Side::Groups, Side::Referrals, Side::Gaps];

/// The groups pane.
#[derive(Debug, Default)]
pub struct Groups {
    /// Which list is shown.
    pub side: Side,
    /// Its lines.
    pub list: Marked<Line>,
    /// The team's groups.
    pub groups: Vec<GroupRow>,
    /// Referrals of the open family, or of all where something is still to come.
    pub referrals: Vec<ReferralRow>,
    /// The register of gaps.
    pub gaps: Vec<GapRow>,
    /// The group that is open, at one of its meetings.
    pub page: Option<GroupPage>,
    /// With what those who came were measured before and after, and what it came to, area by area.
    pub measured_by: Option<String>,
    /// Those areas.
    pub measured: Vec<String>,
    /// Which of those there is marked.
    pub cell: usize,
    /// What people of the lines on the screen are called.
    names: HashMap<PersonId, MemberName>,
    /// Whom to mark once what was just said of somebody is read again: whoever stands after them.
    next: Option<usize>,
    /// What was told of a restriction; the same key again says it all the same.
    warned: Option<String>,
}

impl Groups {
    /// A group of the list.
    pub fn group(&self, id: GroupId) -> Option<&GroupRow> {
        self.groups.iter().find(|row| row.group.id == id)
    }

    /// A referral of the list.
    pub fn referral(&self, id: ReferralId) -> Option<&ReferralRow> {
        self.referrals.iter().find(|of| of.value.id == id)
    }

    /// What somebody of a line is called.
    pub fn called(&self, person: PersonId, setting: Setting) -> String {
        self.names.get(&person).map(|member| member.given_name.shown(setting)).unwrap_or_default()
    }

    /// Reads what is shown.
    fn load(&mut self, cx: &Cx) -> Result<(), Problem> {
        match self.side {
            Side::Groups => self.groups = cx.store.groups(cx.world.today)?,
            Side::Referrals => self.referrals = cx.store.referrals(cx.family())?,
            Side::Gaps => self.gaps = cx.store.open_gaps()?,
        }
        let lines = lines::lines(self);
        self.list.lay_out(lines, layout::body(cx.world.size.1).saturating_sub(1), |_, _| None);
        self.know_names(cx)
    }

    /// Learns what those are called who stand on the screen.
    fn know_names(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.names.clear();
        let families: Vec<FamilyId> = self.list.shown().1.iter().filter_map(|line| self.family_of(line)).collect();
        for (place, family) in families.iter().enumerate() {
            if !families[..place].contains(family) {
                self.names.extend(cx.members(*family)?.into_iter().map(|member| (member.id, member)));
            }
        }
        Ok(())
    }

    /// Opens a group at a meeting, or reads the open one again.
    fn open(&mut self, cx: &Cx, group: GroupId, meeting: Option<GroupMeetingId>) -> Result<(), Problem> {
        let page = cx.store.group_page(group, meeting, cx.world.today)?;
        self.cell = self.cell.min(page.roll.people.len() + page.roll.heads.len());
        (self.measured_by, self.measured) = lines::measured(cx, &page);
        self.page = Some(page);
        Ok(())
    }

    /// Reads the open group again; one that is gone is closed.
    fn open_again(&mut self, cx: &Cx) -> Result<(), Problem> {
        let Some(page) = &self.page else { return Ok(()) };
        let (group, at) = (page.group.id, page.meeting().map(|told| told.meeting.id));
        match self.open(cx, group, at) {
            Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => self.page = None,
            opened => opened?,
        }
        Ok(())
    }
}

impl Pane for Groups {
    fn scopes(&self, _: &Cx) -> &'static [Scope] {
        match self.page {
            Some(_) => &[Scope::Group, Scope::List, Scope::Everywhere],
            None => &[Scope::Groups, Scope::List, Scope::Everywhere],
        }
    }

    fn why_not(&self, act: Action, cx: &Cx) -> Option<&'static str> {
        if self.page.is_some() {
            return self.why_not_on_page(act, cx);
        }
        let is_nothing = self.list.current().is_none();
        match act {
            Action::Open | Action::Edit | Action::Remove if is_nothing => Some("why-nothing-here"),
            Action::Remove if self.side == Side::Gaps => Some("why-gap-not-removed"),
            _ => None,
        }
    }

    fn needs(&self, act: Action, _: &Cx) -> Option<Right> {
        use Action::{AddAttender, Attends, Edit, EditGroup, New, NewMeeting, Remove, RollLine, StaysAway};
        let writes =
            matches!(act, New | Edit | Remove | Attends | StaysAway | RollLine | NewMeeting | EditGroup | AddAttender);
        writes.then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        if self.page.is_some() { self.act_on_page(act, cx) } else { self.act_on_list(act, cx) }
    }

    fn go(&mut self, way: Move, cx: &mut Cx) -> Result<(), Problem> {
        self.warned = None;
        if self.page.is_some() {
            return self.go_on_page(way, cx);
        }
        self.list.go(way);
        self.know_names(cx)
    }

    fn enter(&mut self, _: &Route, cx: &mut Cx) -> Result<(), Problem> {
        self.open_again(cx)?;
        self.load(cx)
    }

    fn again(&mut self, cx: &mut Cx) -> Result<(), Problem> {
        self.open_again(cx)?;
        self.load(cx)
    }

    fn mark(&mut self, record: &Landmark, cx: &mut Cx) -> Result<(), Problem> {
        if let Some(id) = record.as_a::<Attendance>() {
            let row = cx.store.get::<Attendance>(id)?.value;
            self.turn_to_meeting(cx, row.meeting)?;
            self.cell = self.next.or_else(|| self.cell_of(row.person)).unwrap_or(self.cell);
        } else if let Some(id) = record.as_a::<GroupMeeting>() {
            self.turn_to_meeting(cx, id)?;
        } else if let Some(id) = record.as_a::<Group>() {
            self.cell = 0;
            self.open(cx, id, None)?;
        } else if let Some(id) = record.as_a::<Referral>() {
            self.page = None;
            self.side = Side::Referrals;
            self.load(cx)?;
            let place = self.list.lines.iter().position(|line| *line == Line::Referral(id));
            self.list.marker = place.unwrap_or(self.list.marker);
            self.know_names(cx)?;
        }
        Ok(())
    }

    fn here(&self, route: Route) -> Route {
        match (&self.page, self.list.current()) {
            (Some(page), _) => {
                let meeting = page.meeting().map(|told| Landmark::of::<GroupMeeting>(told.meeting.id));
                route.at(meeting.or(Some(Landmark::of::<Group>(page.group.id))))
            }
            (None, Some(Line::Referral(id))) => route.at(Landmark::of::<Referral>(*id)),
            _ => route,
        }
    }

    fn line_kind(&self) -> RecordKind {
        RecordKind::Referral
    }

    fn family(&self, cx: &Cx) -> Option<FamilyId> {
        let marked = match &self.page {
            Some(_) => self.attender().map(|one| one.family.id),
            None => self.list.current().and_then(|line| self.family_of(line)),
        };
        marked.or_else(|| cx.family())
    }
}
