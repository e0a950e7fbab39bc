//! Adding a user, changing what one may do, keeping one out.
//!
//! What it takes is decided by [`crate::domain::users`], within the write, by what the casebook says then.

use chrono::{NaiveTime, SecondsFormat};
use rusqlite::{OptionalExtension, Transaction, named_params};

use super::write::user_fields;
use super::{Second, User, all, find, insert, seek};
use crate::domain::access::Right;
use crate::domain::codes::{Code, Role};
use crate::domain::ids::{TeamId, UserId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold, identity_of};
use crate::domain::users::{Account, Hands, weigh};
use crate::store::casebook::CasebookKind;
use crate::store::coded::{Clocked, Coded};
use crate::store::slots::{self, Filling, Pair};
use crate::store::{Casebook, Store, journal, not_found, users};

/// The code of the role that has hours.
const ON_CALL: &str = "on_call";

/// A user who is to be added.
#[derive(Debug, Clone, Copy)]
pub struct NewUser<'a> {
    /// The name; a member of staff of that name is the same person.
    pub name: &'a str,
    /// What they may do.
    pub role: Role,
    /// Their team; the actor's own where none is named.
    pub team: Option<TeamId>,
    /// The hours of whoever is on call.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// Their first passphrase, which they are asked to change.
    pub passphrase: &'a str,
}

/// What an account is to be from now on; what is not named stays as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccountChange {
    /// What they may do.
    pub role: Option<Role>,
    /// Their team.
    pub team: Option<TeamId>,
    /// The hours of whoever is on call.
    pub hours: Option<(NaiveTime, NaiveTime)>,
    /// Whether they are kept out.
    pub is_barred: Option<bool>,
}

impl Store {
    /// The team of a name.
    ///
    /// # Errors
    /// Refused to roles that do not manage users; there is none of that name.
    pub fn team_named(&self, name: &str) -> Result<TeamId, Problem> {
        self.ask(Right::ManageUsers)?;
        let found: Option<i64> = self
            .connection
            .prepare_cached("SELECT id FROM team WHERE identity = :identity")?
            .query_row(named_params! {":identity": identity_of(name)}, |row| row.get(0))
            .optional()?;
        found.map(TeamId).ok_or_else(|| Problem::new(Kind::NotFound, "no-such-team").with("team", name))
    }

    /// Adds a user, with keys of their own and a first passphrase.
    ///
    /// # Errors
    /// Refused by role or team, or to one alone; no name, or one that is taken; a passphrase that is too easy.
    pub fn add_user(&self, casebook: &Casebook, new: &NewUser<'_>, second: Option<&Second>) -> Result<UserId, Problem> {
        self.ask(Right::ManageUsers)?;
        let name = clean_line(new.name);
        if !fold(&name).contains(char::is_alphanumeric) {
            return Err(Problem::new(Kind::Invalid, "no-user-name"));
        }
        check_hours(new.role, new.hours)?;
        let pair = match self.purpose {
            CasebookKind::Demo => self.demo_pair(&name),
            CasebookKind::Real => {
                slots::check_passphrase(new.passphrase, &name)?;
                Pair::new()?
            }
        };
        let mut made = false;
        let added = self.write(|transaction| {
            let all = all(transaction)?;
            if seek(transaction, &name)?.is_some() {
                return Err(Problem::new(Kind::Invalid, "user-taken").with("user", &name));
            }
            let by = find(transaction, &self.actor.name)?;
            let team = new.team.unwrap_or(by.team);
            let account = Account { id: UserId(0), role: new.role, team, is_barred: false };
            self.weigh_by((&by, &all), None, &account, second)?;
            let change = journal::next_change(transaction)?;
            let id = insert(transaction, &name, new.role, pair.public())?;
            put(transaction, &Account { id, ..account }, new.hours, None)?;
            if let Some(entry) = self.journal_user(transaction, change, id, None)?
                && let Some(second) = second
            {
                self.cosign(transaction, &entry, &second.user.name, &second.pair)?;
            }
            if self.purpose == CasebookKind::Real {
                let filling = Filling { key: self.key(), epoch: self.epoch, pair: &pair, given: true };
                slots::rewrite(&casebook.keys(), &name, new.passphrase, &filling)?;
                made = true;
            }
            Ok(id)
        });
        if made && added.is_err() {
            // A key file of nobody opens nothing; it goes so that nobody wonders.
            let _ = slots::take_away(&casebook.keys(), &name);
        }
        added
    }

    /// Changes what a user may do, their team or hours, or whether they are kept out. Whether anything was changed.
    ///
    /// # Errors
    /// Refused by role or team, of oneself, or to one alone; no such user.
    pub fn change_user(
        &self,
        casebook: &Casebook,
        name: &str,
        to: &AccountChange,
        second: Option<&Second>,
    ) -> Result<bool, Problem> {
        self.ask(Right::ManageUsers)?;
        let (changed, user) = self.write(|transaction| {
            let all = all(transaction)?;
            let by = find(transaction, &self.actor.name)?;
            let user = seek(transaction, name)?.filter(|user| by.account().manages_team(user.team));
            let user = user.ok_or_else(|| Problem::new(Kind::NotFound, "no-user-of-yours").with("user", name))?;
            let now = user.account();
            let role = to.role.unwrap_or(now.role);
            let account = Account {
                id: now.id,
                role,
                team: to.team.unwrap_or(now.team),
                is_barred: to.is_barred.unwrap_or(now.is_barred),
            };
            check_hours(role, to.hours)?;
            let hours = to.hours.or(user.hours).filter(|_| role.code() == ON_CALL);
            self.weigh_by((&by, &all), Some(&now), &account, second)?;
            let before = user_fields(transaction, now.id.0)?;
            let change = journal::next_change(transaction)?;
            let at = (self.clock)().to_rfc3339_opts(SecondsFormat::Secs, true);
            let disabled_at = account.is_barred.then(|| user.disabled_at.clone().unwrap_or(at));
            put(transaction, &account, hours, disabled_at)?;
            let entry = self.journal_user(transaction, change, now.id, before)?;
            if let Some((entry, second)) = entry.as_ref().zip(second) {
                self.cosign(transaction, entry, &second.user.name, &second.pair)?;
            }
            Ok((entry.is_some(), user))
        })?;
        if to.is_barred == Some(false) {
            self.bring_up(casebook, &user)?;
        }
        Ok(changed)
    }

    /// Gives a user who comes back the database key that there is now, if it was made anew while they were kept out.
    fn bring_up(&self, casebook: &Casebook, user: &User) -> Result<(), Problem> {
        let held = slots::Holding::of(&casebook.keys(), &user.name);
        if held.is_some_and(|held| held.epoch < self.epoch)
            && let Some(public) = users::public(&self.connection, user.id)?
        {
            slots::offer(&casebook.keys(), &user.name, &public, (self.epoch, self.key()))?;
            slots::settle(&casebook.keys(), &user.name)?;
        }
        Ok(())
    }

    /// Asks what it takes, and whether that is at hand.
    fn weigh_by(
        &self,
        (by, all): (&User, &[User]),
        before: Option<&Account>,
        after: &Account,
        second: Option<&Second>,
    ) -> Result<(), Problem> {
        let accounts: Vec<Account> = all.iter().map(User::account).collect();
        match (weigh(&by.account(), before, after, &accounts)?, second) {
            (Hands::One, _) => Ok(()),
            (Hands::Two, None) => Err(Problem::new(Kind::Refused, "takes-two")),
            (Hands::Two, Some(second)) => {
                let is_one = accounts.iter().any(|one| one.id == second.user.id && one.manages());
                if is_one { Ok(()) } else { Err(Problem::new(Kind::Refused, "second-manages-not")) }
            }
        }
    }
}

/// Writes what an account is.
fn put(
    transaction: &Transaction<'_>,
    account: &Account,
    hours: Option<(NaiveTime, NaiveTime)>,
    disabled_at: Option<String>,
) -> Result<(), Problem> {
    let is_team = transaction
        .prepare_cached("SELECT 1 FROM team WHERE id = :team")?
        .exists(named_params! {":team": account.team.0})?;
    if !is_team {
        return Err(not_found("team"));
    }
    transaction
        .prepare_cached(
            "UPDATE user SET version = version + 1, role = :role, team = :team, hours_from = :from,
                             hours_until = :until, disabled_at = :disabled_at
             WHERE id = :id AND (role, team, hours_from, hours_until, disabled_at)
                                IS NOT (:role, :team, :from, :until, :disabled_at)",
        )?
        .execute(named_params! {
            ":id": account.id.0, ":role": Coded(account.role), ":team": account.team.0,
            ":from": hours.map(|hours| Clocked(hours.0)), ":until": hours.map(|hours| Clocked(hours.1)),
            ":disabled_at": disabled_at,
        })?;
    Ok(())
}

/// Hours are those of whoever is on call.
fn check_hours(role: Role, hours: Option<(NaiveTime, NaiveTime)>) -> Result<(), Problem> {
    match hours {
        Some(_) if role.code() != ON_CALL => Err(Problem::new(Kind::Invalid, "hours-on-call")),
        _ => Ok(()),
    }
}
