//! A group that is open: its meetings one after the other, and who is at each.

use super::Groups;
use crate::app::cx::{Cx, Notice};
use crate::app::form::noun;
use crate::app::keys::Action;
use crate::app::layer::Then;
use crate::app::layer::confirm::Confirm;
use crate::app::layer::roll::open_roll;
use crate::app::list::Move;
use crate::domain::attendance::Attendance;
use crate::domain::codes::{MeetingState, Presence};
use crate::domain::group_meeting::wished;
use crate::domain::ids::{GroupMeetingId, PersonId};
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::{Attender, GroupPage, Origin, Stored};

/// Columns of one of those who are there.
pub const CELL: u16 = 26;

/// Rows of the page that are not theirs: the meeting above them, and what stands below.
const OTHER_ROWS: u16 = 8;

/// One of those at a meeting.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// Somebody.
    Person(&'a Attender),
    /// So many without a name.
    Heads(&'a Stored<Attendance>),
}

/// How those at a meeting stand on a screen: columns, and rows of each.
pub fn grid(count: usize, (columns, rows): (u16, u16)) -> (usize, usize) {
    let most = usize::from(crate::app::layout::body(rows).saturating_sub(OTHER_ROWS)).max(1);
    let width = if columns >= crate::app::layout::WIDE { columns - 52 } else { columns };
    let wide = usize::from(width / CELL).max(1);
    (wide, count.div_ceil(wide).clamp(1, most))
}

impl Groups {
    /// Those at the meeting in the order in which they stand.
    pub fn cells(&self) -> Vec<Cell<'_>> {
        let Some(GroupPage { roll, .. }) = &self.page else { return Vec::new() };
        roll.people.iter().map(Cell::Person).chain(roll.heads.iter().map(Cell::Heads)).collect()
    }

    /// Who is marked.
    pub fn attender(&self) -> Option<&Attender> {
        self.page.as_ref().and_then(|page| page.roll.people.get(self.cell))
    }

    /// The marked one's record, where there is one.
    fn record(&self) -> Option<Stored<Attendance>> {
        match self.cells().get(self.cell)? {
            Cell::Person(attender) => attender.row.clone(),
            Cell::Heads(heads) => Some((*heads).clone()),
        }
    }

    /// The place of somebody.
    pub(super) fn cell_of(&self, person: Option<PersonId>) -> Option<usize> {
        let is = |cell: &Cell<'_>| match cell {
            Cell::Person(attender) => Some(attender.person.id) == person,
            Cell::Heads(_) => false,
        };
        self.cells().iter().position(is)
    }

    /// The meeting that is looked at.
    fn meeting(&self) -> Option<GroupMeetingId> {
        self.page.as_ref().and_then(GroupPage::meeting).map(|told| told.meeting.id)
    }

    pub(super) fn turn_to_meeting(&mut self, cx: &Cx, meeting: GroupMeetingId) -> Result<(), Problem> {
        match cx.store.group_of_meeting(meeting)? {
            Some(group) => self.open(cx, group, Some(meeting)),
            None => Ok(()),
        }
    }

    pub(super) fn go_on_page(&mut self, way: Move, cx: &Cx) -> Result<(), Problem> {
        let count = self.cells().len();
        let last = count.saturating_sub(1);
        match way {
            Move::Down => self.cell = (self.cell + 1).min(last),
            Move::Up => self.cell = self.cell.saturating_sub(1),
            Move::First => self.cell = 0,
            Move::Last => self.cell = last,
            Move::PageDown => self.go_meeting(cx, 1)?,
            Move::PageUp => self.go_meeting(cx, -1)?,
        }
        Ok(())
    }

    /// Goes to the meeting after or before.
    fn go_meeting(&mut self, cx: &Cx, by: isize) -> Result<(), Problem> {
        let Some(page) = &self.page else { return Ok(()) };
        let at = page.at.and_then(|at| at.checked_add_signed(by)).filter(|at| *at < page.meetings.len());
        let Some(at) = at else { return Ok(()) };
        let (group, meeting) = (page.group.id, page.meetings[at].meeting.id);
        self.cell = 0;
        self.open(cx, group, Some(meeting))
    }

    /// Goes to the one beside, in the next column or the one before.
    fn go_beside(&mut self, cx: &Cx, by: isize) {
        let count = self.cells().len();
        let (_, rows) = grid(count, cx.world.size);
        let rows = isize::try_from(rows).unwrap_or(1);
        self.cell = self.cell.checked_add_signed(by * rows).filter(|at| *at < count).unwrap_or(self.cell);
    }

    pub(super) fn why_not_on_page(&self, act: Action, _: &Cx) -> Option<&'static str> {
        use Action::{AddAttender, Attends, Edit, LaterMeeting, Open, Remove, RollLine, StaysAway};
        let no_meeting = self.meeting().is_none();
        match act {
            Attends | StaysAway | RollLine | AddAttender | Edit | Open | Remove | LaterMeeting if no_meeting => {
                Some("why-no-meeting")
            }
            Attends | StaysAway if self.attender().is_none() => Some("why-nobody-marked"),
            Open if self.cells().get(self.cell).is_none() => Some("why-nobody-marked"),
            _ => None,
        }
    }

    pub(super) fn act_on_page(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        let warned = self.warned.take();
        self.next = None;
        let Some(page) = &self.page else { return Ok(Then::Stay) };
        let group = page.group.clone();
        let meeting = self.meeting();
        match act {
            Action::Attends => return self.attends(cx, warned),
            Action::StaysAway => return self.stays_away(cx),
            Action::RollLine => return meeting.map_or(Ok(Then::Stay), |id| open_roll(cx, id)),
            Action::AddAttender => {
                return meeting.map_or(Ok(Then::Stay), |id| noun::attendance::new(cx, id)?.open(cx));
            }
            Action::NewMeeting | Action::New => {
                let from = page.meetings.iter().map(|told| told.meeting.value.on).max();
                let from = from.and_then(|last| last.succ_opt()).unwrap_or(cx.world.today).max(cx.world.today);
                let wish = wished(&page.all()).into_iter().next();
                return noun::group_meeting::new(cx, &group, group.value.next_day(from), wish.as_ref()).open(cx);
            }
            Action::Edit => return meeting.map_or(Ok(Then::Stay), |id| noun::group_meeting::over(cx, id)?.open(cx)),
            Action::EditGroup => return noun::group::over(cx, group.id)?.open(cx),
            Action::Open => return self.open_marked(cx),
            Action::Remove => return self.ask_to_remove_on_page(cx),
            Action::NextColumn => self.go_beside(cx, 1),
            Action::PreviousColumn => self.go_beside(cx, -1),
            Action::LaterMeeting => self.go_meeting(cx, 1)?,
            Action::EarlierMeeting => self.go_meeting(cx, -1)?,
            Action::Back => {
                self.page = None;
                self.load(cx)?;
            }
            Action::NextPart | Action::PreviousPart | Action::Clear => {}
            _ => return Ok(Then::NotMine),
        }
        Ok(Then::Stay)
    }

    /// The marked one's record, to be read and mended; of whom nothing is told yet, what is to be told.
    fn open_marked(&self, cx: &mut Cx) -> Result<Then, Problem> {
        match (self.record(), self.meeting()) {
            (Some(row), _) => noun::attendance::over(cx, row.id)?.open(cx),
            (None, Some(_)) => {
                cx.trouble("why-not-told-yet");
                Ok(Then::Stay)
            }
            (None, None) => Ok(Then::Stay),
        }
    }

    /// Says that the marked one is there; who is marked as there is not. At what is still to come they are expected.
    fn attends(&mut self, cx: &mut Cx, warned: Option<String>) -> Result<Then, Problem> {
        let Some(told) = self.page.as_ref().and_then(GroupPage::meeting) else { return Ok(Then::Stay) };
        let is_future = told.meeting.value.state == MeetingState::Planned && told.meeting.value.on > cx.world.today;
        let Some(attender) = self.attender() else { return Ok(Then::Stay) };
        let present = match (attender.present(), is_future) {
            (Some(Presence::Yes), false) | (Some(Presence::Expected), true) => Presence::No,
            (_, false) => Presence::Yes,
            (_, true) => Presence::Expected,
        };
        let there = attender.row.as_ref().map(|row| row.value.clone());
        let one = Attendance::of(told.meeting.id, attender.person.id, present);
        let one = Attendance { despite: there.and_then(|row| row.despite), ..one };
        self.tell(cx, one, warned)
    }

    fn stays_away(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        let Some((meeting, attender)) = self.meeting().zip(self.attender()) else { return Ok(Then::Stay) };
        let reason = attender.row.as_ref().and_then(|row| row.value.reason.clone());
        let one = Attendance { reason, ..Attendance::of(meeting, attender.person.id, Presence::No) };
        self.tell(cx, one, None)
    }

    /// Writes how it stands with somebody and goes on to the next. What breaks a restriction is told first, and written
    /// when it is said again.
    fn tell(&mut self, cx: &mut Cx, one: Attendance, warned: Option<String>) -> Result<Then, Problem> {
        let Some(meeting) = self.meeting() else { return Ok(Then::Stay) };
        if let Some(against) = cx.store.against_roll(meeting, std::slice::from_ref(&one))? {
            let told = cx.locale.problem(&cx.store.against_told(&against)?);
            if against.is_to_come && !self.is_today(cx) || warned.as_ref() != Some(&told) {
                let key = if against.is_to_come && !self.is_today(cx) { "group-stopped" } else { "group-warned" };
                let said = cx.locale.tell(key, &[("what", arg(told.as_str()))]);
                cx.notice = Some(Notice::Trouble(said));
                self.warned = Some(told);
                return Ok(Then::Stay);
            }
        }
        cx.store.attend(meeting, &[one], Origin::Direct)?;
        cx.tell_saved();
        self.cell = (self.cell + 1).min(self.cells().len().saturating_sub(1));
        self.next = Some(self.cell);
        Ok(Then::Stay)
    }

    /// Whether the meeting is today's: who is there is then told of as it is.
    fn is_today(&self, cx: &Cx) -> bool {
        let told = self.page.as_ref().and_then(GroupPage::meeting);
        told.is_some_and(|told| told.meeting.value.on <= cx.world.today)
    }

    fn ask_to_remove_on_page(&self, cx: &Cx) -> Result<Then, Problem> {
        if let Some(row) = self.record() {
            let question = cx.locale.say("ask-remove-attendance");
            return Ok(Confirm::record::<Attendance>(question, row.id, row.version).into());
        }
        let Some(told) = self.page.as_ref().and_then(GroupPage::meeting) else { return Ok(Then::Stay) };
        let day = cx.locale.day(told.meeting.value.on, cx.world.today);
        let question = cx.locale.tell("ask-remove-meeting", &[("day", arg(day))]);
        Ok(Confirm::record::<crate::domain::group_meeting::GroupMeeting>(
            question,
            told.meeting.id,
            told.meeting.version,
        )
        .into())
    }
}
