//! The store as a directory of names, for the quick line and the forms.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, named_params};

use super::coded::Coded;
use super::record::Row as _;
use super::{Store, search, visits};
use crate::domain::access::Right;
use crate::domain::checklist::Checklists;
use crate::domain::codes::{MemberRole, PlacementKind};
use crate::domain::deadlines::Rules;
use crate::domain::directory::{Directory, FamilyName, LastSession, MemberName, one_word};
use crate::domain::entry::{Names, VisitOn};
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, GroupId, GroupMeetingId, PersonId, TeamId};
use crate::domain::noun::NounKind;
use crate::domain::problem::Problem;
use crate::domain::referral::Catalogue;
use crate::domain::session::Session;
use crate::domain::text::{fold, identity_of};
use crate::domain::visit::calendar::OwnDay;
use crate::domain::visit::together::Against;
use crate::domain::visit::{Arrangement, Ladder, Occurrence};

/// The latest held session of a family that a user wrote down. What was taken in from a file nobody wrote down here.
const LAST_OF_ONESELF: &str = "SELECT s.id FROM session s
     WHERE s.family = :family AND s.outcome = 'held' AND s.on_day BETWEEN :first AND :last
       AND s.id IN (SELECT j.record FROM journal j
                    WHERE j.family = :family AND j.noun = 'session' AND j.act = 'add' AND j.user = :user
                      AND j.cause IN ('person', 'redo'))
     ORDER BY s.on_day DESC, s.start DESC, s.id DESC LIMIT 1";

/// As many as a person can choose from.
const CANDIDATES: usize = 9;

impl Store {
    /// Families whose name or case reference begins with a word.
    fn families_called(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let word = fold(word.trim());
        let mut families = Vec::new();
        if word.is_empty() {
            return Ok(families);
        }
        for (noun, to) in [("case", format!("{word}\0")), ("family", search::after(&word))] {
            let mut statement = self.connection.prepare_cached(&format!(
                "SELECT f.id, f.name, f.case_ref FROM search_word w JOIN family f ON f.id = w.family
                 WHERE w.noun = :noun AND w.word >= :from AND w.word < :to AND {} ORDER BY w.word, w.family",
                reached.family("f")
            ))?;
            let found = statement.query_map(named_params! {":noun": noun, ":from": word, ":to": to}, |row| {
                Ok(FamilyName { id: FamilyId(row.get("id")?), name: row.get("name")?, case_ref: row.get("case_ref")? })
            })?;
            // Later words of names are indexed too and do not count here, so rows are taken until there are enough.
            for family in found {
                let family = family?;
                let fits = noun == "case" || fold(&family.name).starts_with(&word);
                if fits && !families.contains(&family) {
                    families.push(family);
                }
                if families.len() == CANDIDATES {
                    return Ok(families);
                }
            }
        }
        Ok(families)
    }
}

impl Directory for Store {
    fn families(&self, word: &str) -> Result<Vec<FamilyName>, Problem> {
        let families = self.families_called(word)?;
        self.saw("family", families.iter().map(|family| family.id));
        Ok(families)
    }

    fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, ref, given_name, role FROM member WHERE family = :family ORDER BY id")?;
        let members = statement
            .query_map(named_params! {":family": family.0}, |row| {
                Ok(MemberName {
                    id: PersonId(row.get("id")?),
                    reference: row.get("ref")?,
                    given_name: row.get("given_name")?,
                    role: row.get::<_, Coded<MemberRole>>("role")?.0,
                })
            })?
            .collect::<Result<Vec<MemberName>, _>>()?;
        let household = self.household_of(family)?;
        let placed = |member: MemberName| {
            let given_name = household.name(member.id, &member.given_name);
            MemberName { given_name, ..member }
        };
        Ok(members.into_iter().map(placed).collect())
    }

    fn children(&self, word: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let word = fold(word.trim());
        let first = word.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let mut children = Vec::new();
        if first.is_empty() {
            return Ok(children);
        }
        let mut statement = self.connection.prepare_cached(&format!(
            "SELECT w.word, f.id AS family, f.name, f.case_ref, m.id, m.ref, m.given_name, m.role
             FROM search_word w JOIN member m ON m.id = w.person JOIN family f ON f.id = w.family
             WHERE w.noun = 'person' AND w.word >= :from AND w.word < :to AND m.role = 'child' AND {}
             ORDER BY w.word, w.family, w.person",
            reached.family("f")
        ))?;
        let found = statement.query_map(named_params! {":from": first, ":to": search::after(first)}, |row| {
            let family =
                FamilyName { id: FamilyId(row.get("family")?), name: row.get("name")?, case_ref: row.get("case_ref")? };
            let child = MemberName {
                id: PersonId(row.get("id")?),
                reference: row.get("ref")?,
                given_name: row.get("given_name")?,
                role: row.get::<_, Coded<MemberRole>>("role")?.0,
            };
            Ok((row.get::<_, String>("word")?, (family, child)))
        })?;
        // Family names and later given names are indexed too and do not count here. Whoever bears just this name must
        // not be hidden by others whose name only begins so, or one of two would be taken for the only one.
        let whole = one_word(&word);
        let mut begun = Vec::new();
        for child in found {
            let (indexed, mut child) = child?;
            child.1.given_name = self.placed(child.0.id, child.1.id, &child.1.given_name)?;
            let name = one_word(child.1.given_name.bare());
            let list = if name == whole { &mut children } else { &mut begun };
            if name.starts_with(&whole) && list.len() < CANDIDATES && !list.contains(&child) {
                list.push(child);
            }
            let enough = indexed != first && children.len() + begun.len() >= CANDIDATES;
            if enough || children.len() == CANDIDATES {
                break;
            }
        }
        children.extend(begun);
        children.truncate(CANDIDATES);
        self.saw("person", children.iter().map(|(family, _)| family.id));
        Ok(children)
    }

    fn step_towards(&self, child: PersonId, with: PersonId) -> Result<Option<u8>, Problem> {
        self.step_of(child, with)
    }

    fn ladder(&self) -> &Ladder {
        &self.unit().ladder
    }

    fn own_days(&self, day: NaiveDate) -> Vec<OwnDay> {
        self.unit().days.on(day)
    }

    fn staff_called(&self, word: &str) -> Result<Vec<String>, Problem> {
        let found = Names::staff(self, word)?;
        let exact: Vec<String> = found.iter().filter(|name| fold(name) == fold(word)).cloned().collect();
        Ok(if exact.len() == 1 { exact } else { found })
    }

    fn all_staff(&self) -> Result<Vec<String>, Problem> {
        self.ask(Right::ReadCases)?;
        let mut statement = self.connection.prepare_cached("SELECT name FROM staff ORDER BY folded")?;
        let found = statement.query_map([], |row| row.get("name"))?.collect::<Result<_, _>>()?;
        Ok(found)
    }

    fn last_session(&self, family: FamilyId, days: (NaiveDate, NaiveDate)) -> Result<Option<LastSession>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let found: Option<i64> = self
            .connection
            .prepare_cached(LAST_OF_ONESELF)?
            .query_row(
                named_params! {":family": family.0, ":first": days.0, ":last": days.1, ":user": self.actor().id.0},
                |row| row.get(0),
            )
            .optional()?;
        let Some((_, session)) = found.map(|id| Session::fetch(&self.connection, id)).transpose()?.flatten() else {
            return Ok(None);
        };
        Ok(Some(LastSession { on: session.on, mode: session.mode, people: session.people }))
    }

    fn against_session(&self, session: &Session) -> Result<Option<Against>, Problem> {
        Self::against_session(self, session)
    }

    fn against_visits(&self, of: &Arrangement, stored: &[Occurrence]) -> Result<Option<Against>, Problem> {
        Self::against_visits(self, None, of, stored)
    }

    fn actors(&self) -> &Catalogue {
        self.catalogue()
    }

    fn oneself(&self) -> Option<String> {
        Some(self.actor().name.clone())
    }

    fn goals(&self, family: FamilyId) -> Result<Vec<(u32, PersonId)>, Problem> {
        self.goal_numbers(family)
    }
}

impl Names for Store {
    fn person(&self, reference: &str) -> Result<Option<(PersonId, FamilyId)>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let found: Vec<(bool, PersonId, FamilyId)> = self
            .connection
            .prepare_cached(&format!(
                "SELECT ref = :ref AS exact, id, family FROM member m
                 WHERE ref_identity = :identity AND {} ORDER BY exact DESC",
                reached.reaches("m.family")
            ))?
            .query_map(named_params! {":ref": reference, ":identity": identity_of(reference)}, |row| {
                Ok((row.get("exact")?, PersonId(row.get("id")?), FamilyId(row.get("family")?)))
            })?
            .collect::<Result<_, _>>()?;
        // Two that differ in case alone may have been entered before that was refused: then only exactly theirs will
        // do. Who reaches a family of another team may meet a reference twice: then it is nobody's in particular.
        let found = match found.as_slice() {
            [(true, ..), (true, ..), ..] => None,
            [(true, id, family), ..] | [(false, id, family)] => Some((*id, *family)),
            _ => None,
        };
        self.saw("person", found.map(|(_, family)| family));
        Ok(found)
    }

    fn born(&self, person: PersonId) -> Result<Option<NaiveDate>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let found: Option<(FamilyId, Option<NaiveDate>)> = self
            .connection
            .prepare_cached(&format!(
                "SELECT family, birth_on FROM member m WHERE id = :id AND {}",
                reached.reaches("m.family")
            ))?
            .query_row(named_params! {":id": person.0}, |row| Ok((FamilyId(row.get(0)?), row.get(1)?)))
            .optional()?;
        self.saw("person", found.map(|(family, _)| family));
        Ok(found.and_then(|(_, day)| day))
    }

    fn staff(&self, word: &str) -> Result<Vec<String>, Problem> {
        self.ask(Right::ReadCases)?;
        let word = fold(word.trim());
        let found = self
            .connection
            .prepare_cached(
                "SELECT name FROM staff WHERE folded >= :from AND folded < :to ORDER BY folded LIMIT :most",
            )?
            .query_map(named_params! {":from": word, ":to": search::after(&word), ":most": CANDIDATES as i64}, |row| {
                row.get("name")
            })?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    fn phases(&self) -> Result<Vec<String>, Problem> {
        let reached = self.ask(Right::ReadCases)?;
        let found = self
            .connection
            .prepare_cached(&format!(
                "SELECT phase FROM family f WHERE phase IS NOT NULL AND {of} UNION
                 SELECT p.phase FROM phase p JOIN family f ON f.id = p.family WHERE {of} ORDER BY 1",
                of = reached.family("f")
            ))?
            .query_map([], |row| row.get("phase"))?
            .collect::<Result<_, _>>()?;
        Ok(found)
    }

    fn placements(&self, person: PersonId) -> Result<Vec<(PlacementKind, NaiveDate)>, Problem> {
        let reached = self.ask(Right::ReadFile)?;
        let found: Vec<(FamilyId, PlacementKind, NaiveDate)> = self
            .connection
            .prepare_cached(&format!(
                "SELECT m.family, p.kind, p.started_on FROM placement p JOIN member m ON m.id = p.person
                 WHERE p.person = :person AND {} ORDER BY p.started_on",
                reached.reaches("m.family")
            ))?
            .query_map(named_params! {":person": person.0}, |row| {
                Ok((FamilyId(row.get(0)?), row.get::<_, Coded<PlacementKind>>("kind")?.0, row.get("started_on")?))
            })?
            .collect::<Result<_, _>>()?;
        self.saw("placement", found.iter().map(|(family, ..)| *family));
        Ok(found.into_iter().map(|(_, kind, day)| (kind, day)).collect())
    }

    fn sessions_on(&self, family: FamilyId, day: NaiveDate) -> Result<Vec<Session>, Problem> {
        self.ask_for_family(Right::ReadCases, family)?;
        let found: Vec<i64> = self
            .connection
            .prepare_cached("SELECT id FROM session WHERE family = :family AND on_day = :day ORDER BY start, id")?
            .query_map(named_params! {":family": family.0, ":day": day}, |row| row.get("id"))?
            .collect::<Result<_, _>>()?;
        let sessions = found.into_iter().map(|id| Session::fetch(&self.connection, id));
        sessions.filter_map(|found| found.map(|found| found.map(|(_, session)| session)).transpose()).collect()
    }

    fn visits_on(&self, child: PersonId, day: NaiveDate) -> Result<Vec<VisitOn>, Problem> {
        self.ask_for_family(Right::ReadCases, visits::family_of(&self.connection, child)?)?;
        visits::on_day(&self.connection, child, day)
    }

    fn records(&self, of: NounKind, family: FamilyId) -> Result<Vec<i64>, Problem> {
        self.numbers_of(of, family)
    }

    fn team(&self) -> TeamId {
        self.asker().map_or(self.actor().team, |asker| TeamId(asker.team))
    }

    fn family_called(&self, id: FamilyId) -> Result<Option<FamilyName>, Problem> {
        let Family { name, case_ref, .. } = self.get::<Family>(id)?.value;
        Ok(Some(FamilyName { id, name, case_ref }))
    }

    fn group(&self, reference: &str) -> Result<Option<GroupId>, Problem> {
        self.group_called(reference)
    }

    fn group_meeting(&self, group: GroupId, on: NaiveDate) -> Result<Option<GroupMeetingId>, Problem> {
        self.meeting_on(group, on)
    }

    fn checklists(&self) -> &Checklists {
        &self.unit.checklists
    }

    fn rules(&self) -> &Rules {
        Self::rules(self)
    }
}
