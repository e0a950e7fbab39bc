//! The form of a meeting of a group.

use chrono::NaiveDate;

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::codes::{Code, MeetingState};
use crate::domain::entry::Draft;
use crate::domain::group::Group;
use crate::domain::group_meeting::{self, GroupMeeting, Wished};
use crate::domain::ids::{GroupId, GroupMeetingId};
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Meetings.
pub static MEETING: FormNoun = FormNoun { name: "group_meeting", table: &group_meeting::MEETING, save, at };

/// A new meeting of a group on a day, about what it wishes for most.
pub(in crate::app) fn new(cx: &Cx, group: &Stored<Group>, on: NaiveDate, wished: Option<&Wished>) -> Form {
    let draft = Draft::default()
        .with("group", &group.value.reference)
        .with("on", on.to_string())
        .with("state", MeetingState::Planned.code())
        .with_some("theme", wished.map(|wished| &wished.theme))
        .with_some("wished_on", wished.map(|wished| wished.on));
    let what = What::New(format!("of/{}", group.value.reference));
    Form::new(&MEETING, what, draft, &cx.locale).about(&group.value.name)
}

/// One that is there.
pub(in crate::app) fn over(cx: &Cx, id: GroupMeetingId) -> Result<Form, Problem> {
    let stored: Stored<GroupMeeting> = cx.store.get(id)?;
    let draft = draft_of(cx, &stored.value)?;
    let group = cx.store.get::<Group>(stored.value.group)?.value;
    Ok(Form::new(&MEETING, What::record(id, stored.version), draft, &cx.locale).about(&group.name))
}

fn draft_of(cx: &Cx, meeting: &GroupMeeting) -> Result<Draft, Problem> {
    let group = cx.store.get::<Group>(meeting.group)?.value;
    Ok(group_meeting::meeting_draft(meeting, &group.reference))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    let Some(reference) = at.person() else { return at.id().map(|id| over(cx, id)).transpose() };
    let group: Option<GroupId> = cx.store.group_called(reference)?;
    let group = group.map(|id| cx.store.get::<Group>(id)).transpose()?;
    Ok(group.map(|group| new(cx, &group, group.value.next_day(cx.world.today), None)))
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = group_meeting::read_meeting(reader(cx, form, draft)?, &cx.store)?;
    write(cx, form, read, |meeting| draft_of(cx, meeting))
}
