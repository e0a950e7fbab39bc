//! The recovery code: printed once, put away, and used when nobody is left who could give a passphrase.
//!
//! It opens a slot of its own, which opens the database, but nobody works with it: all that it does is to give somebody
//! who manages users another passphrase, which everybody is told of on the week for a fortnight. Whoever has it and the
//! casebook's files reads all, as with any passphrase. As it lets somebody in as somebody else, a new one takes two, as
//! soon as there are two who manage users.

use chrono::{Days, NaiveDate, SecondsFormat};
use rusqlite::{Connection, OptionalExtension, named_params};
use zeroize::Zeroizing;

use super::write::{PASSPHRASE, put_keys, user_fields};
use super::{Second, all, find};
use crate::domain::access::Right;
use crate::domain::ids::ChangeId;
use crate::domain::matter::Matter;
use crate::domain::problem::{Kind, Problem};
use crate::domain::recovery::{self, BYTES};
use crate::store::casebook::{CasebookKind, Clock};
use crate::store::chain::people::PEOPLE;
use crate::store::journal::Cause;
use crate::store::slots::{self, Filling, Key, Pair, Public, RECOVERING};
use crate::store::{Casebook, Store, journal};

/// Who signs with the code.
pub(in crate::store) const BY: &str = "recovery";

/// For how many days everybody is told.
const TOLD: u64 = 14;

impl Store {
    /// Makes a recovery code; the one before opens nothing any more. It is told once, here.
    ///
    /// # Errors
    /// Refused by role, or to one alone; a demo, which has none; a disk that cannot be written to.
    pub fn renew_recovery(&self, casebook: &Casebook, second: Option<&Second>) -> Result<Zeroizing<String>, Problem> {
        self.ask(Right::ManageUsers)?;
        self.ask_real()?;
        let code = recovery::code(&Zeroizing::new(slots::random::<BYTES>()?));
        self.over_a_slot(RECOVERING, || {
            self.write(|transaction| {
                let others = all(transaction)?;
                let others =
                    others.iter().map(super::User::account).filter(|one| one.manages() && one.id != self.actor.id);
                let is_second =
                    |one: &crate::domain::users::Account| second.is_some_and(|second| second.user.id == one.id);
                let (is_any, is_with) = others.fold((false, false), |(_, with), one| (true, with || is_second(&one)));
                if is_any && !is_with {
                    return Err(Problem::new(Kind::Refused, "takes-two"));
                }
                let pair = slots::write_recovery(&casebook.keys(), &code, (self.epoch, self.key()))?;
                let Public { signing, sealing } = pair.public();
                let [.., of] = PEOPLE;
                let before = (of.fetch)(transaction, 1)?;
                transaction
                    .prepare_cached(
                        "INSERT INTO recovery (id, signing, sealing) VALUES (1, :signing, :sealing)
                         ON CONFLICT (id) DO UPDATE SET signing = :signing, sealing = :sealing",
                    )?
                    .execute(named_params! {":signing": signing, ":sealing": sealing})?;
                let change = journal::next_change(transaction)?;
                let entry = self.journal_people(transaction, change, Cause::Person, (of, 1), before)?;
                match entry.zip(second) {
                    Some((entry, second)) => self.cosign(transaction, &entry, &second.user.name, &second.pair),
                    None => Ok(()),
                }
            })
        })?;
        Ok(code)
    }

    /// Writes what the recovery code has done: other keys and another passphrase for the actor.
    fn write_recovered(&self, casebook: &Casebook, passphrase: &str, code: &Pair, own: &Pair) -> Result<(), Problem> {
        let id = self.actor.id;
        self.over_a_slot(&self.actor.name, || {
            self.write(|transaction| {
                let change: ChangeId = journal::next_change(transaction)?;
                let before = user_fields(transaction, id.0)?;
                put_keys(transaction, id, &own.public())?;
                if let Some(entry) = self.journal_user(transaction, change, id, before)? {
                    self.cosign(transaction, &entry, BY, code)?;
                }
                self.journal_passphrase(transaction, change, id, "recovery")?;
                let filling = Filling { key: self.key(), epoch: self.epoch, pair: own, given: false };
                slots::rewrite(&casebook.keys(), &self.actor.name, passphrase, &filling)
            })
        })
    }
}

impl Casebook {
    /// Gives somebody who manages users another passphrase with the recovery code, and unlocks the casebook as them.
    ///
    /// # Errors
    /// A code that cannot be right, or is not the one; somebody who manages no users, or is kept out; a passphrase that
    /// is too easy.
    pub fn recover(&self, user: &str, code: &str, passphrase: &str, clock: Clock) -> Result<Store, Problem> {
        if self.purpose() == CasebookKind::Demo {
            return Err(Problem::new(Kind::Refused, "demo-without-passphrases"));
        }
        let group = |group: usize| Problem::new(Kind::Invalid, "recovery-group").with("group", group);
        let code = recovery::read(code).map_err(group)?;
        slots::check_passphrase(passphrase, user)?;
        let open = || slots::open(&self.keys(), RECOVERING, &code);
        let _entering = self.entering()?;
        let opened = self.attempt(RECOVERING, clock, open).map_err(|problem| match problem.key {
            "wrong-passphrase" => Problem::new(Kind::Locked, "wrong-recovery"),
            "no-key-file" => Problem::new(Kind::Locked, "no-recovery"),
            _ => problem,
        })?;
        let not_the_one = || Problem::new(Kind::Locked, "wrong-recovery");
        let code = opened.pair.as_ref().map(|pair| pair.public());
        let mut store = self.opened_as(opened, user, clock)?;
        let pair = store.pair.take().filter(|_| code.is_some()).ok_or_else(not_the_one)?;
        if known(&store.connection)? != code {
            return Err(not_the_one());
        }
        if !find(&store.connection, user)?.account().manages() {
            return Err(Problem::new(Kind::Refused, "recovery-for-managers").with("user", user));
        }
        let seed = Key::new()?;
        store.pair = Some(Pair::of(seed.copy()));
        store.write_recovered(self, passphrase, &pair, &Pair::of(seed))?;
        Ok(store)
    }
}

/// The public halves of the code's keys, if a code was ever made.
pub(in crate::store) fn known(connection: &Connection) -> Result<Option<Public>, Problem> {
    Ok(connection
        .prepare_cached("SELECT signing, sealing FROM recovery")?
        .query_row([], |row| Ok(Public { signing: row.get(0)?, sealing: row.get(1)? }))
        .optional()?)
}

/// What the recovery code was used for of late: everybody is told.
pub(in crate::store) fn recovered(store: &Store, today: NaiveDate) -> Result<Vec<Matter>, Problem> {
    let since = today.checked_sub_days(Days::new(TOLD)).unwrap_or(today).to_string();
    let mut statement = store.connection.prepare_cached(
        "SELECT j.at, u.name FROM journal j JOIN user u ON u.id = j.record
         WHERE j.noun = :noun AND j.act IN ('add', 'change', 'remove') AND j.at >= :since
           AND j.after = '{\"how\":\"recovery\"}' ORDER BY j.id",
    )?;
    let matters = statement.query_map(named_params! {":noun": PASSPHRASE, ":since": since}, |row| {
        let at: chrono::DateTime<chrono::Utc> = row.get(0)?;
        Ok(Matter {
            about: "recovered",
            args: vec![("user", row.get(1)?), ("at", at.to_rfc3339_opts(SecondsFormat::Secs, true))],
            family: None,
            record: None,
            since: Some(at.date_naive()),
        })
    })?;
    Ok(matters.collect::<Result<_, _>>()?)
}
