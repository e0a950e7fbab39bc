//! The unit's teams: families and users belong to one. The first is the unit's own until somebody gives it a name.

use rusqlite::{OptionalExtension, Transaction, named_params};
use serde_json::{Map, Value};

use super::journal::{self, Cause, Deed, Entry};
use super::record::Row as _;
use super::{Store, not_found};
use crate::domain::access::Right;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, TeamId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of};

/// A team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Which.
    pub id: TeamId,
    /// What it is called; empty where there is but the unit.
    pub name: String,
}

impl Store {
    /// The teams, by name; they tell of no family.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn teams(&self) -> Result<Vec<Team>, Problem> {
        let mut statement = self.connection.prepare_cached("SELECT id, name FROM team ORDER BY identity")?;
        let teams = statement.query_map([], |row| Ok(Team { id: TeamId(row.get(0)?), name: row.get(1)? }))?;
        Ok(teams.collect::<Result<_, _>>()?)
    }

    /// The team that one belongs to.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub fn own_team(&self) -> Result<TeamId, Problem> {
        Ok(TeamId(self.asker()?.team))
    }

    /// Makes a team.
    ///
    /// # Errors
    /// Refused by role; no name, or one that another team has.
    pub fn add_team(&self, name: &str) -> Result<TeamId, Problem> {
        self.ask(Right::ManageTeams)?;
        self.write(|transaction| {
            let name = free_name(transaction, name, None)?;
            let id = transaction
                .prepare_cached("INSERT INTO team (name, identity) VALUES (:name, :identity)")?
                .insert(named_params! {":name": name, ":identity": identity_of(&name)})?;
            self.journal_whole_unit(transaction, ("team", id), Deed::Add(said("name", name)))?;
            Ok(TeamId(id))
        })
    }

    /// Gives a team another name.
    ///
    /// # Errors
    /// Refused by role; no such team; no name, or one that another team has.
    pub fn rename_team(&self, team: TeamId, name: &str) -> Result<(), Problem> {
        self.ask(Right::ManageTeams)?;
        self.write(|transaction| {
            let before: Option<String> = transaction
                .prepare_cached("SELECT name FROM team WHERE id = :id")?
                .query_row(named_params! {":id": team.0}, |row| row.get(0))
                .optional()?;
            let before = before.ok_or_else(|| not_found("team"))?;
            let name = free_name(transaction, name, Some(team))?;
            transaction
                .prepare_cached(
                    "UPDATE team SET version = version + 1, name = :name, identity = :identity WHERE id = :id",
                )?
                .execute(named_params! {":id": team.0, ":name": name, ":identity": identity_of(&name)})?;
            let deed = Deed::Change(said("name", before), said("name", name));
            self.journal_whole_unit(transaction, ("team", team.0), deed)
        })
    }

    /// Gives a family to another team: from then on that team reaches it, and the one before no more. A reference that
    /// the other team has already goes on with a number behind it; whoever gave the family away sees neither.
    ///
    /// # Errors
    /// Refused by role or family; no such team.
    pub fn give_family(&self, family: FamilyId, team: TeamId) -> Result<(), Problem> {
        self.ask_for_family(Right::MoveFamilies, family)?;
        if !self.teams()?.iter().any(|known| known.id == team) {
            return Err(not_found("team"));
        }
        self.write(|transaction| {
            let (_, before) = Family::fetch(transaction, family.0)?.ok_or_else(|| not_found(Family::NOUN))?;
            let mut given = Family { team: Some(team), ..before.clone() };
            for number in 2.. {
                match given.check(transaction, Some(family.0), self.today()) {
                    Err(problem) if problem.key == "taken" => {
                        given.case_ref = format!("{}-{number}", before.case_ref);
                    }
                    checked => {
                        checked?;
                        break;
                    }
                }
            }
            let change = journal::next_change(transaction)?;
            given.put(transaction, Some(family.0))?;
            self.journal_change(transaction, change, Cause::Person, family.0, &before)
        })
    }

    /// Journals what concerns no family, as a change of its own.
    pub(super) fn journal_whole_unit(
        &self,
        transaction: &Transaction<'_>,
        (noun, record): (&'static str, i64),
        deed: Deed,
    ) -> Result<(), Problem> {
        let change = journal::next_change(transaction)?;
        let entry = Entry { change, cause: Cause::Person, noun, record, family: None, deed };
        self.write_entry(transaction, &entry)
    }
}

/// One field of a journal row.
pub(super) fn said(field: &str, value: impl Into<Value>) -> Map<String, Value> {
    Map::from_iter([(field.to_owned(), value.into())])
}

/// A name as it is kept, if no other team has it.
fn free_name(transaction: &Transaction<'_>, name: &str, of: Option<TeamId>) -> Result<String, Problem> {
    let name = clean_line(name);
    if name.is_empty() {
        return Err(Problem::new(Kind::Invalid, "team-without-name"));
    }
    let taken = transaction
        .prepare_cached("SELECT 1 FROM team WHERE identity = :identity AND id IS NOT :id")?
        .exists(named_params! {":identity": identity_of(&name), ":id": of.map(|team| team.0)})?;
    if taken { Err(Problem::new(Kind::Invalid, "team-taken").with("name", name)) } else { Ok(name) }
}
