//! Who was at a meeting in one line, over the group that is open: what is typed, and what each part of it says.

use super::confirm::ask_to_discard;
use super::{Place, Then, Typed};
use crate::app::cx::{Cx, Landmark, Notice, Route, Subject};
use crate::app::form::{Line, Unkept};
use crate::app::keys::{Action, Key, Scope};
use crate::domain::access::Right;
use crate::domain::attendance::line::{self, Known};
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::GroupMeetingId;
use crate::domain::problem::Problem;
use crate::locale::arg;
use crate::store::Origin;

/// What places of such lines begin with.
const ROLL: &str = "roll";

/// No line has more letters than this.
const LONGEST: usize = 8_000;

/// The line.
#[derive(Debug)]
pub struct Roll {
    /// What is typed.
    pub line: Line,
    /// What it says.
    pub read: line::Line,
    /// Those whom one asks after.
    pub roll: Vec<Known>,
    meeting: GroupMeetingId,
    warned: Option<String>,
    unkept: Unkept,
}

/// Opens the line for a meeting, with the draft that is kept of it.
pub(in crate::app) fn open_roll(cx: &mut Cx, meeting: GroupMeetingId) -> Result<Then, Problem> {
    let Some(group) = cx.store.group_of_meeting(meeting)? else { return Ok(Then::Stay) };
    let page = cx.store.group_page(group, Some(meeting), cx.world.today)?;
    let roll = page.roll.people.into_iter().map(|one| (one.person, one.family)).collect();
    let kept = cx.store.draft(&place_of(meeting))?;
    if let Some(draft) = &kept {
        cx.tell_draft_back(draft);
    }
    let line = Line::new(&kept.map(|draft| draft.body).unwrap_or_default());
    let mut roll = Roll { line, read: line::Line::default(), roll, meeting, warned: None, unkept: Unkept::Nothing };
    roll.read_again(cx)?;
    roll.unkept = Unkept::Nothing;
    Ok(roll.into())
}

/// Takes up the line whose draft is kept at a place, at its meeting.
pub(in crate::app) fn resume_roll(cx: &mut Cx, place: &str) -> Result<Option<Then>, Problem> {
    let Some(id) = place.strip_prefix(ROLL).and_then(|rest| rest.strip_prefix('/')) else { return Ok(None) };
    let Ok(id) = id.parse::<i64>() else { return Ok(None) };
    let meeting = cx.store.get::<GroupMeeting>(GroupMeetingId(id))?;
    let route = Route::to(Subject::Groups).at(Landmark::of::<GroupMeeting>(meeting.id));
    Ok(Some(open_roll(cx, meeting.id)?.at(route)))
}

fn place_of(meeting: GroupMeetingId) -> String {
    format!("{ROLL}/{}", meeting.0)
}

impl Roll {
    fn kept(&self) -> Option<String> {
        Some(self.line.text().to_owned()).filter(|text| !text.trim().is_empty())
    }

    fn read_again(&mut self, cx: &Cx) -> Result<(), Problem> {
        self.unkept = Unkept::Something;
        self.warned = None;
        self.read = line::read(self.line.text(), &self.roll, &cx.store)?;
        Ok(())
    }

    fn save(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        self.read = line::read(self.line.text(), &self.roll, &cx.store)?;
        if let Some(item) = self.read.fault() {
            self.line.put_cursor(item.span.end);
            cx.trouble("roll-refused");
            return Ok(Then::Stay);
        }
        let told = self.read.told(self.meeting);
        if told.is_empty() {
            cx.trouble("roll-empty");
            return Ok(Then::Stay);
        }
        if let Some(against) = cx.store.against_roll(self.meeting, &told)? {
            let said = cx.locale.problem(&cx.store.against_told(&against)?);
            let is_ahead = against.on > cx.world.today;
            if is_ahead || self.warned.as_ref() != Some(&said) {
                let key = if is_ahead { "group-stopped" } else { "warned-again-line" };
                cx.notice = Some(Notice::Trouble(cx.locale.tell(key, &[("what", arg(said.as_str()))])));
                self.warned = Some(said);
                return Ok(Then::Stay);
            }
        }
        cx.store.attend(self.meeting, &told, Origin::Draft(&place_of(self.meeting)))?;
        cx.tell_saved();
        cx.count_drafts()?;
        Ok(Then::Close)
    }

    /// Whether a text has no room in the line; that is said.
    fn has_no_room(&self, more: usize, cx: &mut Cx) -> bool {
        let full = more > 0 && self.line.text().chars().count() + more > LONGEST;
        if full {
            cx.trouble("line-too-long");
        }
        full
    }
}

impl Place for Roll {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::RollLine, Scope::Typing]
    }

    fn needs(&self, act: Action) -> Option<Right> {
        (act == Action::SaveLine).then_some(Right::NoteEvents)
    }

    fn act(&mut self, act: Action, cx: &mut Cx) -> Result<Then, Problem> {
        match act {
            Action::SaveLine => self.save(cx),
            Action::LeaveLine => {
                // What cannot be kept stays on the screen.
                cx.leave_draft(&place_of(self.meeting), self.kept())?;
                Ok(Then::Close)
            }
            Action::Discard if self.kept().is_some() => Ok(ask_to_discard(cx)),
            Action::Discard => self.discard(cx),
            _ => Ok(Then::NotMine),
        }
    }

    fn key(&mut self, key: Key, cx: &mut Cx) -> Result<Then, Problem> {
        let is_text = matches!(key, Key::Char(_));
        if !self.has_no_room(usize::from(is_text), cx) && self.line.key(key) {
            cx.notice = None;
            self.read_again(cx)?;
        }
        Ok(Then::Stay)
    }

    fn paste(&mut self, text: &str, cx: &mut Cx) -> Result<(), Problem> {
        if self.has_no_room(text.chars().count(), cx) {
            return Ok(());
        }
        self.line.paste(text);
        cx.notice = None;
        self.read_again(cx)
    }

    fn unkept(&self) -> Option<Typed> {
        (self.unkept == Unkept::Something).then(|| Typed { place: place_of(self.meeting), body: self.kept() })
    }

    fn mark_kept(&mut self, is_kept: bool) {
        self.unkept = if is_kept { Unkept::Nothing } else { Unkept::Something };
    }

    fn discard(&mut self, cx: &mut Cx) -> Result<Then, Problem> {
        cx.discard_draft(&place_of(self.meeting))?;
        Ok(Then::Close)
    }
}
