//! What sessions tell rules: whom the family was met with, and the kinds of sessions that meet a duty.

use chrono::NaiveDate;
use rusqlite::named_params;

use super::case_queries::{ALL_SESSIONS, ALL_WITH, LAST_SESSION, LAST_WITH, SESSIONS};
use super::cases::{Cases, Past, dated};
use crate::domain::codes::{Code, EventKind, MemberRole, Outcome, SessionKind};
use crate::domain::deadlines::{Done, Fact, How};
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::coded::{Coded, Dated};
use crate::store::visits::reading;

/// Whom a session with parents is with.
const PARENTS_MET: [MemberRole; 6] = [
    MemberRole::Mother,
    MemberRole::Father,
    MemberRole::StepParent,
    MemberRole::Guardian,
    MemberRole::AppointedGuardian,
    MemberRole::Grandparent,
];

/// The kinds of sessions that meet a duty.
const KINDS: &[(SessionKind, Fact)] = &[
    (SessionKind::CrisisSupport, Fact::CrisisTalk),
    (SessionKind::Information, Fact::InformationTalk),
    (SessionKind::AdultsMeeting, Fact::AdultsMeeting),
    (SessionKind::ChildSession, Fact::ChildSession),
    (SessionKind::FollowUp, Fact::FollowUp),
];

impl Store {
    pub(super) fn read_sessions(
        &self,
        ids: &str,
        past: Past,
        today: NaiveDate,
        cases: &mut Cases,
    ) -> Result<(), Problem> {
        let any = match past {
            Past::Last => LAST_SESSION,
            Past::All => ALL_SESSIONS,
        };
        let done = |what, on| Done { what, on, person: None, how: How::Well };
        let with_somebody = self.asks_for(Fact::SessionWithChild) || self.asks_for(Fact::SessionWithParent);
        // Where all of them are read with their people, they are read once.
        if self.asks_for(Fact::Session) && !(with_somebody && past == Past::All) {
            reading::each(&self.connection, any, named_params! {":ids": ids, ":today": today}, |row| {
                dated(row, 1)?.map_or(Ok(()), |on| cases.done(row, done(Fact::Session, on)))
            })?;
        }
        if with_somebody {
            match past {
                Past::Last => {
                    reading::each(&self.connection, LAST_WITH, named_params! {":ids": ids, ":today": today}, |row| {
                        let what = if row.get(1)? { Fact::SessionWithChild } else { Fact::SessionWithParent };
                        dated(row, 2)?.map_or(Ok(()), |on| cases.done(row, done(what, on)))
                    })?;
                }
                Past::All => self.read_all_with(ids, today, cases)?,
            }
        }
        let kinds: Vec<&str> =
            KINDS.iter().filter(|(_, fact)| self.asks_for(*fact)).map(|(kind, _)| kind.code()).collect();
        let kinds = serde_json::to_string(&kinds).unwrap_or_default();
        let asked = named_params! {":ids": ids, ":kinds": kinds, ":today": today};
        reading::each(&self.connection, SESSIONS, asked, |row| {
            let kind = row.get::<_, Coded<SessionKind>>(1)?.0;
            let Some((_, what)) = KINDS.iter().find(|(known, _)| *known == kind) else { return Ok(()) };
            let held = row.get::<_, Coded<Outcome>>(3)?.0 == Outcome::Held;
            let person = row.get::<_, Option<i64>>(4)?.map(PersonId);
            let (on, how) = (row.get::<_, Dated>(2)?.0, if held { How::Well } else { How::InVain });
            cases.done(row, Done { what: *what, on, person, how })?;
            match kind {
                SessionKind::Information => {
                    for event in [EventKind::InformationGiven, EventKind::InformationGoneThrough] {
                        cases.done(row, Done { what: Fact::Event(event), on, person, how })?;
                    }
                }
                SessionKind::CrisisSupport if !row.get::<_, bool>(5)? => {
                    cases.done(row, Done { what: Fact::NeutralCrisisTalk, on, person, how })?;
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// Every session that was held, as one, as one with a child and as one with a parent: of each once, however many
    /// came; one with nobody in particular is all of them.
    fn read_all_with(&self, ids: &str, today: NaiveDate, cases: &mut Cases) -> Result<(), Problem> {
        let asks_for_any = self.asks_for(Fact::Session);
        let mut last = (0, false, false);
        reading::each(&self.connection, ALL_WITH, named_params! {":ids": ids, ":today": today}, |row| {
            let (family, session) = (FamilyId(row.get(0)?), row.get(1)?);
            let is_another = last.0 != session;
            if is_another {
                last = (session, false, false);
            }
            let (on, person) = (row.get::<_, Dated>(2)?.0, row.get::<_, Option<i64>>(3)?.map(PersonId));
            cases.of(family, |case| {
                if is_another && asks_for_any {
                    case.done.push(Done { what: Fact::Session, on, person: None, how: How::Well });
                }
                let role =
                    person.and_then(|person| case.people.iter().find(|one| one.id == person)).map(|one| one.role);
                let with_child = person.is_none() || role == Some(MemberRole::Child);
                let with_parent = person.is_none() || role.is_some_and(|role| PARENTS_MET.contains(&role));
                for (what, is_with, is_told) in [
                    (Fact::SessionWithChild, with_child, &mut last.1),
                    (Fact::SessionWithParent, with_parent, &mut last.2),
                ] {
                    if is_with && !std::mem::replace(is_told, true) {
                        case.done.push(Done { what, on, person: None, how: How::Well });
                    }
                }
            });
            Ok(())
        })
    }

    /// Whether a rule that is used looks for it; what none looks for need not be read.
    fn asks_for(&self, fact: Fact) -> bool {
        let information = [Fact::Event(EventKind::InformationGiven), Fact::Event(EventKind::InformationGoneThrough)];
        self.rules.used().any(|(_, rule)| {
            rule.met_by.contains(&fact)
                || fact == Fact::InformationTalk && rule.met_by.iter().any(|one| information.contains(one))
                || fact == Fact::CrisisTalk && rule.met_by.contains(&Fact::NeutralCrisisTalk)
        })
    }
}
