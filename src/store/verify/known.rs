//! Users and teams as the journal tells them: whose key signs, who may give a role, who is barred. A row counts only if
//! whoever signed it was allowed to write it then.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::walk::key;
use super::{Found, Proven};
use crate::domain::codes::{Code, Role};
use crate::domain::ids::{TeamId, UserId};
use crate::domain::problem::Problem;
use crate::domain::users::{Account, Hands, weigh};
use crate::store::chain::folded::{Fields, plain};
use crate::store::chain::link::Hash;
use crate::store::chain::people::{PEOPLE, USER};

/// What a user's own keys are called in the journal.
const KEYS: [&str; 2] = ["sealing", "signing"];

/// A row of the journal about a user or a team.
pub(super) struct PeopleRow {
    pub(super) row: i64,
    pub(super) at: String,
    pub(super) act: String,
    pub(super) is_setup: bool,
    pub(super) noun: &'static str,
    pub(super) record: i64,
    /// What somebody else signs of it.
    pub(super) words: String,
    pub(super) before: Option<Fields>,
    pub(super) after: Option<Fields>,
}

/// A user or a team, and since when it is so.
struct One {
    fields: Fields,
    row: i64,
    at: String,
}

/// All of them, by kind and number.
#[derive(Default)]
pub(super) struct Known(BTreeMap<(&'static str, i64), One>);

impl Known {
    pub(super) fn of(&self, noun: &'static str, id: i64) -> Option<&Fields> {
        self.0.get(&(noun, id)).map(|one| &one.fields)
    }

    /// The user of a name.
    pub(super) fn named(&self, name: &str) -> Option<i64> {
        let is_of = |one: &One| one.fields.get("name").and_then(|known| known.as_str()) == Some(name);
        self.0.iter().find(|((noun, _), one)| *noun == USER && is_of(one)).map(|((_, id), _)| *id)
    }

    fn user(&self, id: i64) -> Option<&Fields> {
        self.0.get(&(USER, id)).map(|one| &one.fields)
    }

    /// The key that a user's signatures are checked with.
    pub(super) fn signing(&self, user: i64) -> Option<Hash> {
        key(self.user(user)?.get("signing"))
    }

    /// The key that a user says is theirs, in rows that are about to be held against it.
    pub(super) fn asserted(rows: &[PeopleRow], user: i64) -> Option<Hash> {
        let own = rows.iter().rev().filter(|row| row.noun == USER && row.record == user);
        own.filter_map(|row| row.after.as_ref()).find_map(|after| key(after.get("signing")))
    }

    /// Whether a user has been barred.
    pub(super) fn is_barred(&self, user: i64) -> bool {
        self.user(user).is_some_and(|user| user.get("disabled_at").is_some_and(|at| !at.is_null()))
    }

    /// The same, naming a user.
    pub(super) fn naming(&self, found: Found, user: i64) -> Found {
        let name = self.user(user).and_then(|user| user.get("name")?.as_str());
        found.with("user", name.map_or_else(|| format!("#{user}"), str::to_owned))
    }

    /// Takes a row that `by` has signed, and a second if somebody has. `is_first` is whether nothing was signed before.
    pub(super) fn take(&mut self, row: PeopleRow, by: i64, is_first: bool, second: Option<i64>) -> Result<(), Found> {
        let PeopleRow { row: id, at, noun, record, .. } = &row;
        let fault = |what| {
            let of = Found::fault(what).with("row", id).with("at", at).with("noun", noun).with("record", record);
            self.naming(of, by)
        };
        let is_made = row.is_setup && is_first;
        if !is_made && !self.is_own_keys(&row, by) {
            self.is_allowed(&row, by, second).map_err(fault)?;
        }
        let place = (row.noun, row.record);
        let before = self.0.get(&place).map(|one| plain(&one.fields)).unwrap_or_default();
        let told = row.before.as_ref().map(plain).unwrap_or_default();
        let follows = match row.act.as_str() {
            "add" => before.is_empty(),
            "remove" => before == told,
            _ => row
                .after
                .iter()
                .flat_map(|after| after.keys())
                .chain(told.keys())
                .all(|name| before.get(name) == told.get(name)),
        };
        if !follows {
            return Err(fault("role-follows-not"));
        }
        match (row.act.as_str(), row.after) {
            ("remove", _) => {
                self.0.remove(&place);
            }
            (_, Some(after)) => {
                let one = self.0.entry(place).or_insert(One { fields: Fields::new(), row: row.row, at: String::new() });
                one.fields.extend(after);
                (one.row, one.at) = (row.row, row.at);
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether those who signed a row were allowed to write it, by the rules of `domain::users` and what was so then.
    fn is_allowed(&self, row: &PeopleRow, by: i64, second: Option<i64>) -> Result<(), &'static str> {
        let all: Vec<Account> = self.0.iter().filter_map(|((noun, id), one)| account(noun, *id, &one.fields)).collect();
        let of = |id: i64| all.iter().find(|one| one.id.0 == id);
        let actor = of(by).filter(|actor| actor.manages()).ok_or("role")?;
        if row.noun != USER {
            return Ok(());
        }
        let mut after = self.user(row.record).cloned().unwrap_or_default();
        after.extend(row.after.clone().unwrap_or_default());
        let after = account(USER, row.record, &after).ok_or("role")?;
        match weigh(actor, of(row.record), &after, &all).map_err(|_| "role")? {
            Hands::Two if !second.and_then(of).is_some_and(Account::manages) => Err("alone"),
            Hands::One | Hands::Two => Ok(()),
        }
    }

    /// Whether a row says nothing but what the user's own keys are: the first, or others, signed with those before.
    fn is_own_keys(&self, row: &PeopleRow, by: i64) -> bool {
        let fields = row.before.iter().chain(&row.after).flat_map(|fields| fields.keys());
        row.noun == USER
            && row.record == by
            && row.act == "change"
            && fields.into_iter().all(|name| KEYS.contains(&name.as_str()))
    }

    /// Holds the tables against what the journal tells.
    pub(super) fn check(&self, connection: &Connection) -> Result<Proven, Problem> {
        let mut proven = Proven::of("users");
        for of in PEOPLE {
            let mut statement = connection.prepare(&format!("SELECT id FROM {} ORDER BY id", of.table))?;
            let ids: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            for id in &ids {
                proven.count += 1;
                let Ok(now) = (of.fetch)(connection, *id).map(Option::unwrap_or_default) else {
                    proven.add(Found::fault("unreadable").with("noun", of.noun).with("record", id));
                    continue;
                };
                let Some(one) = self.0.get(&(of.noun, *id)) else {
                    proven.add(Found::fault("put-in").with("noun", of.noun).with("record", id).with("family", ""));
                    continue;
                };
                let (now, then) = (plain(&now), plain(&one.fields));
                let names = now.keys().chain(then.keys());
                let mut differ: Vec<&str> =
                    names.filter(|name| now.get(*name) != then.get(*name)).map(String::as_str).collect();
                differ.sort_unstable();
                differ.dedup();
                if !differ.is_empty() {
                    let found = Found::fault("user-altered").with("noun", of.noun).with("record", id);
                    let name = then.get("name").and_then(|name| name.as_str()).unwrap_or_default();
                    let found = found.with("name", name).with("fields", differ.join(", "));
                    proven.add(found.with("row", one.row).with("at", &one.at));
                }
            }
            for ((noun, id), one) in &self.0 {
                if *noun == of.noun && !ids.contains(id) {
                    let found = Found::fault("removed").with("noun", noun).with("record", id).with("family", "");
                    proven.add(found.with("row", one.row).with("at", &one.at));
                }
            }
        }
        Ok(proven)
    }
}

/// What an account is, by what the journal says of it.
fn account(noun: &str, id: i64, fields: &Fields) -> Option<Account> {
    let is_user = noun == USER;
    Some(Account {
        id: is_user.then_some(UserId(id))?,
        role: Role::from_code(fields.get("role")?.as_str()?)?,
        team: TeamId(fields.get("team")?.as_i64()?),
        is_barred: fields.get("disabled_at").is_some_and(|at| !at.is_null()),
    })
}
