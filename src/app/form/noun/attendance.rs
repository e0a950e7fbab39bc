//! The form of somebody's part in a meeting of a group.

use crate::app::cx::Cx;
use crate::app::form::save::{reader, write};
use crate::app::form::{At, Attempt, Form, FormNoun, What};
use crate::domain::attendance::{self, Attendance};
use crate::domain::codes::{Code, Presence};
use crate::domain::entry::Draft;
use crate::domain::group::Group;
use crate::domain::group_meeting::GroupMeeting;
use crate::domain::ids::{AttendanceId, GroupMeetingId};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::Stored;

/// Attendance.
pub static ATTENDANCE: FormNoun = FormNoun { name: "attendance", table: &attendance::ATTENDANCE, save, at };

/// Somebody else at a meeting, or heads without a name.
pub(in crate::app) fn new(cx: &Cx, meeting: GroupMeetingId) -> Result<Form, Problem> {
    let stored: Stored<GroupMeeting> = cx.store.get(meeting)?;
    let group = cx.store.get::<Group>(stored.value.group)?.value;
    let presence = if stored.value.is_to_come(cx.world.today) { Presence::Expected } else { Presence::Yes };
    let draft = Draft::default()
        .with("group", &group.reference)
        .with("on", stored.value.on.to_string())
        .with("present", presence.code());
    let what = What::New(format!("of/{}", meeting.0));
    Ok(Form::new(&ATTENDANCE, what, draft, &cx.locale).about(&group.name))
}

/// What is there.
pub(in crate::app) fn over(cx: &Cx, id: AttendanceId) -> Result<Form, Problem> {
    let stored: Stored<Attendance> = cx.store.get(id)?;
    let draft = draft_of(cx, &stored.value)?;
    let form = Form::new(&ATTENDANCE, What::record(id, stored.version), draft, &cx.locale);
    Ok(form.at(if stored.value.person.is_some() { "reason" } else { "count" }))
}

fn draft_of(cx: &Cx, attendance: &Attendance) -> Result<Draft, Problem> {
    let meeting = cx.store.get::<GroupMeeting>(attendance.meeting)?.value;
    let group = cx.store.get::<Group>(meeting.group)?.value;
    let person = attendance.person.map(|person| cx.store.get::<Person>(person)).transpose()?;
    let reference = person.map(|person| person.value.reference);
    let at = (group.reference.as_str(), meeting.on.to_string());
    Ok(attendance::attendance_draft(attendance, (at.0, &at.1), reference.as_deref()))
}

fn at(cx: &Cx, at: &At<'_>) -> Result<Option<Form>, Problem> {
    match at.person() {
        Some(meeting) => meeting.parse().ok().map(|id| new(cx, GroupMeetingId(id))).transpose(),
        None => at.id().map(|id| over(cx, id)).transpose(),
    }
}

fn save(cx: &Cx, form: &Form, draft: &Draft) -> Result<Attempt, Problem> {
    let read = attendance::read_attendance(reader(cx, form, draft)?, &cx.store)?;
    if let Ok(attendance) = &read
        && let Some(against) = cx.store.against_attending(attendance)?.filter(|against| !against.is_to_come)
        && let Some(warned) = form.unless_warned(cx.locale.problem(&cx.store.against_told(&against)?))
    {
        return Ok(warned);
    }
    write(cx, form, read, |attendance| draft_of(cx, attendance))
}
