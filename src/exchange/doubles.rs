//! Rows that say what another row, or the casebook, says already: a file read twice must not count everything twice.
//!
//! A placement is the same when child, kind and first day are. A session is the same when family, day, time, kind and
//! people are; where no time is told, two like it may be two telephone calls, and only what agrees in every field is
//! the same. A visit is the same when child, day, time and those whom the child meets are, whether it is stored or a
//! series gives it.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::codes::{Outcome, PlacementKind};
use crate::domain::entry::{Fault, Names, VisitOn, VisitRecord, Why};
use crate::domain::ids::MemberId;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;

/// What a reader makes of a row.
pub(super) type Read<T> = Result<T, Vec<Fault>>;

/// The rows so far.
#[derive(Default)]
pub(super) struct Doubles {
    placements: HashSet<(MemberId, PlacementKind, NaiveDate)>,
    sessions: HashSet<Session>,
    visits: HashSet<(MemberId, NaiveDate, VisitOn)>,
}

impl Doubles {
    /// Refuses a placement that is there already.
    pub(super) fn placement(&mut self, read: Read<Placement>, names: &dyn Names) -> Result<Read<Placement>, Problem> {
        let Ok(placement) = read else { return Ok(read) };
        let same = (placement.kind, placement.started_on);
        let there = names.placements(placement.person)?.contains(&same);
        let new = self.placements.insert((placement.person, same.0, same.1));
        Ok(if there || !new { Err(double("started_on", placement.started_on)) } else { Ok(placement) })
    }

    /// Refuses a session that is there already.
    pub(super) fn session(&mut self, read: Read<Session>, names: &dyn Names) -> Result<Read<Session>, Problem> {
        let Ok(session) = read else { return Ok(read) };
        let same = essence(&session);
        let there = names.sessions_on(session.family, session.on)?.iter().any(|known| essence(known) == same);
        let new = self.sessions.insert(same);
        Ok(if there || !new { Err(double("on", session.on)) } else { Ok(session) })
    }

    /// Refuses a visit that is there already.
    pub(super) fn visit(&mut self, read: Read<VisitRecord>, names: &dyn Names) -> Result<Read<VisitRecord>, Problem> {
        let Ok(record) = read else { return Ok(read) };
        let of = &record.arrangement;
        let (child, on) = (of.child, of.series.from);
        let same = in_order((of.terms.start, of.terms.with.clone()));
        let there = names.visits_on(child, on)?.into_iter().any(|known| in_order(known) == same);
        let new = self.visits.insert((child, on, same));
        Ok(if there || !new { Err(double("on", on)) } else { Ok(record) })
    }
}

fn in_order((start, mut with): VisitOn) -> VisitOn {
    with.sort_unstable();
    (start, with)
}

fn double(field: &'static str, day: NaiveDate) -> Vec<Fault> {
    vec![Fault { field, value: day.to_string(), why: Why::Double }]
}

/// What tells a session from others.
fn essence(session: &Session) -> Session {
    let mut same = session.clone();
    same.people.sort_unstable();
    same.staff.sort_unstable();
    if same.start.is_none() {
        return same;
    }
    // A family meets once at a time about one thing; what else is said of it tells nothing apart.
    Session {
        start: same.start,
        people: same.people,
        ..Session::new(same.family, same.on, same.kind, Outcome::Planned)
    }
}
