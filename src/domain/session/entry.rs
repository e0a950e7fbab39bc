//! Entry of sessions.

use chrono::NaiveTime;

use crate::domain::codes::{Answer, Area, CancelledBy, Code, Level, Mode, Outcome, SessionKind, Setting};
use crate::domain::directory::MemberName;
use crate::domain::entry::{Draft, Fault, Field, Form, Names, Need, Reader, Shape, Why, canceller};
use crate::domain::noun::{Noun, Said, Shown, Turn, With, same_set};
use crate::domain::problem::Problem;
use crate::domain::session::{DEFAULT_MINUTES, GoalMark, Session};
use crate::domain::text::Leaning;

use Need::{Optional, Required};
use Shown::{Column, Whose};

/// The fields of a session.
pub const SESSION: Form = Form {
    kind: "sessions",
    fields: &[
        Field { key: "case_ref", shape: Shape::Family, need: Required },
        Field { key: "on", shape: Shape::Day(Leaning::Past), need: Required },
        Field { key: "kind", shape: Shape::Code(SessionKind::LIST), need: Required },
        Field { key: "mode", shape: Shape::Code(Mode::LIST), need: Required },
        Field { key: "outcome", shape: Shape::Code(Outcome::LIST), need: Required },
        Field { key: "start", shape: Shape::Times, need: Optional },
        Field { key: "minutes", shape: Shape::Minutes, need: Optional },
        Field { key: "cancelled_by", shape: Shape::Code(CancelledBy::LIST), need: Optional },
        Field { key: "reason", shape: Shape::Line, need: Optional },
        Field { key: "areas", shape: Shape::Codes(Area::LIST), need: Optional },
        Field { key: "people", shape: Shape::People, need: Optional },
        Field { key: "staff", shape: Shape::Staff, need: Optional },
        Field { key: "level", shape: Shape::Code(Level::LIST), need: Optional },
        Field { key: "setting", shape: Shape::Code(Setting::LIST), need: Optional },
        Field { key: "follow_up_on", shape: Shape::Day(Leaning::Future), need: Optional },
        Field { key: "note", shape: Shape::Note, need: Optional },
        Field { key: "next_step", shape: Shape::Line, need: Optional },
        Field { key: "goals", shape: Shape::Goals, need: Optional },
        Field { key: "cancelled_by_person", shape: Shape::Member, need: Optional },
        Field { key: "despite", shape: Shape::Line, need: Optional },
        Field { key: "announced", shape: Shape::Code(Answer::LIST), need: Optional },
        Field { key: "alone", shape: Shape::Code(Answer::LIST), need: Optional },
    ],
    asked: &[
        "case_ref",
        "on",
        "start",
        "minutes",
        "mode",
        "kind",
        "people",
        "staff",
        "areas",
        "note",
        "goals",
        "outcome",
        "cancelled_by",
        "cancelled_by_person",
        "reason",
        "level",
        "setting",
        "announced",
        "alone",
        "next_step",
        "follow_up_on",
        "despite",
    ],
};

/// Reads a session.
///
/// # Errors
/// When the casebook cannot be read; inside, every fault of the draft.
pub fn read(mut reader: Reader<'_>, names: &dyn Names) -> Result<Result<Session, Vec<Fault>>, Problem> {
    let family = reader.family("case_ref", names)?;
    let people = reader.people("people", family, names)?;
    let on = reader.day("on");
    let kind = reader.code("kind");
    let mode = reader.code("mode");
    let outcome = reader.code("outcome");
    let (start, minutes) = times(&mut reader);
    let (cancelled_by, cancelled_by_person) = canceller::read(&mut reader, family, names)?;
    let areas = reader.codes("areas");
    let level = reader.code("level");
    let setting = reader.code("setting");
    let follow_up_on = reader.day("follow_up_on");
    let goals = reader.goals("goals");
    let staff = reader.staff("staff");
    let (announced, alone) = (reader.code("announced"), reader.code("alone"));
    if outcome.is_some_and(|outcome| outcome != Outcome::Cancelled) {
        canceller::refuse(&mut reader);
    }
    if matches!(outcome, Some(Outcome::Held | Outcome::NoShow)) && on.is_some_and(|on| on > reader.source().today()) {
        reader.fault("on", Why::TooSoon);
    }
    reader.in_order("on", "follow_up_on", (on, follow_up_on));
    let session = (|| {
        Some(Session {
            family: family?,
            on: on?,
            kind: kind?,
            mode: mode?,
            outcome: outcome?,
            start,
            minutes,
            cancelled_by,
            cancelled_by_person,
            reason: reader.line("reason"),
            areas,
            people,
            staff,
            level,
            setting,
            follow_up_on,
            note: reader.note("note"),
            next_step: reader.line("next_step"),
            goals,
            despite: reader.line("despite"),
            announced,
            alone,
            told_to: Vec::new(),
        })
    })();
    Ok(reader.finish(session))
}

/// When it began and how long it was; the end may stand beside the beginning, `13-14`.
fn times(reader: &mut Reader<'_>) -> (Option<NaiveTime>, u32) {
    let told = reader.minutes("minutes");
    let Some((start, end)) = reader.times("start") else { return (None, told.unwrap_or(DEFAULT_MINUTES)) };
    let span =
        end.map(|end| (end - start).num_minutes()).map(|minutes| if minutes > 0 { minutes } else { minutes + DAY });
    let span = span.and_then(|minutes| u32::try_from(minutes).ok());
    if span.is_some() && told.is_some() && span != told {
        reader.fault("minutes", Why::NotBoth("start"));
    }
    (Some(start), span.or(told).unwrap_or(DEFAULT_MINUTES))
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// A session as a draft, in codes; people by given name, or by reference where two share one.
pub fn draft(session: &Session, case_ref: &str, members: &[MemberName]) -> Draft {
    Draft::default()
        .with_family("case_ref", session.family, case_ref)
        .with("on", session.on.to_string())
        .with("kind", session.kind.code())
        .with("mode", session.mode.code())
        .with("outcome", session.outcome.code())
        .with_some("start", session.start.map(|start| start.format("%H:%M")))
        .with("minutes", session.minutes.to_string())
        .with_some("cancelled_by", session.cancelled_by.map(Code::code))
        .with_some("cancelled_by_person", canceller::written(session.cancelled_by_person, members))
        .with_some("reason", session.reason.as_ref())
        .with_list("areas", session.areas.iter().map(|area| area.code()))
        .with_people("people", session.people.iter().copied(), members)
        .with_list("staff", &session.staff)
        .with_some("level", session.level.map(Code::code))
        .with_some("setting", session.setting.map(Code::code))
        .with_some("follow_up_on", session.follow_up_on)
        .with_some("note", session.note.as_ref())
        .with_some("next_step", session.next_step.as_ref())
        .with_list("goals", session.goals.iter().map(goal))
        .with_some("despite", session.despite.as_ref())
        .with_some("announced", session.announced.map(Code::code))
        .with_some("alone", session.alone.map(Code::code))
}

fn goal(mark: &GoalMark) -> String {
    match (mark.done, mark.attainment) {
        (true, _) => format!("{}=done", mark.goal),
        (false, Some(attainment)) => format!("{}={attainment:+}", mark.goal),
        (false, None) => mark.goal.to_string(),
    }
}

impl Noun for Session {
    const COLUMNS: &'static Form = &SESSION;
    const SHOWN: &'static [Shown] = &[
        Column("on"),
        Column("start"),
        Column("minutes"),
        Whose,
        Column("kind"),
        Column("mode"),
        Column("outcome"),
        Column("areas"),
        Column("people"),
        Column("staff"),
    ];
    const TURN: Turn = Turn::First;

    fn read(reader: Reader<'_>, with: &With<'_, Self>) -> Result<Result<Self, Vec<Fault>>, Problem> {
        read(reader, with.names)
    }

    fn draft(&self, said: &Said<'_>) -> Draft {
        draft(self, said.case_ref, said.members)
    }

    /// A family meets once at a time about one thing. Where no time is told, two like it may be two telephone calls.
    fn is_same(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.family, one.on, one.start, one.kind);
        self.start.is_some() && of(self) == of(other) && same_set(&self.people, &other.people)
    }
}
