//! `trygg user`: who may open the casebook, as what, and with which passphrase.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use chrono::NaiveTime;
use clap::ArgMatches;
use serde_json::{Value, json};

use super::{user_key, word};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening::{self, Opened};
use crate::cli::output::{Columns, Output};
use crate::cli::passphrase::{self, Passphrase};
use crate::cli::user_deeds::UserDeed;
use crate::domain::codes::{Code, Role};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, identity_of, parse_time};
use crate::locale::arg;
use crate::store::{AccountChange, CasebookKind, NewUser, Second, User};

/// Does what is asked with the users.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let deed = UserDeed::named(word(given, "user_deed")).ok_or_else(|| Problem::new(Kind::Usage, "bad-call"))?;
    let words: Vec<&String> = given.get_many("user_words").into_iter().flatten().collect();
    let names: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    match (deed, names.as_slice()) {
        (UserDeed::List, []) => list(call, given),
        (UserDeed::Add, [name]) => add(call, given, name),
        (UserDeed::Role, [name, role]) => {
            let hours = hours(given)?;
            change(
                call,
                given,
                name,
                AccountChange { role: Some(self::role(role)?), hours, ..AccountChange::default() },
            )
        }
        (UserDeed::Team, [name, team]) => {
            let opened = opening::open(call)?;
            let team = Some(opened.store.team_named(team)?);
            change_in(call, given, &opened, name, AccountChange { team, ..AccountChange::default() })
        }
        (UserDeed::Disable, [name]) => {
            change(call, given, name, AccountChange { is_barred: Some(true), ..AccountChange::default() })
        }
        (UserDeed::Enable, [name]) => {
            change(call, given, name, AccountChange { is_barred: Some(false), ..AccountChange::default() })
        }
        (UserDeed::Remove, [name]) => user_key::remove(call, given, name),
        (UserDeed::Passphrase, []) => user_key::own_passphrase(call, given),
        (UserDeed::Passphrase, [name]) => user_key::reset(call, given, name),
        (UserDeed::Recovery, []) => user_key::recovery(call, given),
        (UserDeed::Recover, [name]) => user_key::recover(call, given, name),
        (deed, _) => Err(Problem::new(Kind::Usage, "user-words").with("how", call.locale.say(deed.how())).into()),
    }
}

/// Lists the users whom one manages.
fn list(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let Opened { store, casebook } = opening::open(call)?;
    let teams = store.teams()?;
    let team =
        |user: &User| teams.iter().find(|team| team.id == user.team).map(|team| team.name.clone()).unwrap_or_default();
    let users = store.users()?;
    let mut output = Output::open();
    let locale = &call.locale;
    if invocation::shape(given) == Shape::Json {
        let users: Vec<Value> = users
            .iter()
            .map(|user| {
                json!({
                    "id": user.id, "name": user.name, "role": user.role.code(), "team": team(user),
                    "hours": user.hours.map(told_hours), "disabled_at": user.disabled_at,
                    "key_file": store.has_key_file(&casebook, user),
                })
            })
            .collect();
        output.json(&users)?;
        return Ok(output.finish()?);
    }
    let headings = ["name", "role"].map(|key| locale.field(key)).into_iter();
    let headings = headings.chain(["column-team", "column-hours", "column-standing"].map(|key| locale.say(key)));
    let mut columns = Columns::new(&mut output, headings.collect());
    for user in &users {
        let standing = match user.disabled_at {
            Some(_) if !store.has_key_file(&casebook, user) => "user-removed",
            Some(_) => "user-barred",
            None if !store.has_key_file(&casebook, user) => "user-without-key",
            None => "user-in",
        };
        columns.row(vec![
            user.name.clone(),
            locale.label(user.role),
            team(user),
            user.hours.map(told_hours).unwrap_or_default(),
            locale.say(standing),
        ])?;
    }
    columns.finish()?;
    Ok(output.finish()?)
}

fn add(call: &Invocation, given: &ArgMatches, name: &str) -> Result<(), Failure> {
    let name = clean_line(name);
    let role = given.get_one::<String>("role").ok_or_else(|| Problem::new(Kind::Usage, "user-role"))?;
    let (role, hours) = (self::role(role)?, hours(given)?);
    let opened = opening::open(call)?;
    let store = &opened.store;
    let team = given.get_one::<String>("of_team").map(|team| store.team_named(team)).transpose()?;
    let second = second(call, given, &opened)?;
    let first = new_passphrase(call, given, &opened, &name)?;
    let new = NewUser { name: &name, role, team, hours, passphrase: &first };
    let id = store.add_user(&opened.casebook, &new, second.as_ref())?;
    let said = [("user", arg(name.clone())), ("role", arg(call.locale.label(role)))];
    let value = json!({ "id": id, "user": name, "role": role.code() });
    tell(given, value, || call.locale.tell("said-user-added", &said))
}

fn change(call: &Invocation, given: &ArgMatches, name: &str, to: AccountChange) -> Result<(), Failure> {
    change_in(call, given, &opening::open(call)?, name, to)
}

fn change_in(
    call: &Invocation,
    given: &ArgMatches,
    opened: &Opened,
    name: &str,
    to: AccountChange,
) -> Result<(), Failure> {
    let second = second(call, given, opened)?;
    let changed = opened.store.change_user(&opened.casebook, name, &to, second.as_ref())?;
    let user = opened.store.users()?.into_iter().find(|user| identity_of(&user.name) == identity_of(name));
    let without = user.as_ref().is_some_and(|user| !opened.store.has_key_file(&opened.casebook, user));
    let key = match (to.is_barred, changed) {
        (_, false) => "said-user-same",
        (Some(true), _) => "said-user-disabled",
        (Some(false), _) if without => "said-user-enabled-without",
        (Some(false), _) => "said-user-enabled",
        (None, _) => "said-user-changed",
    };
    let role = user.as_ref().map(|user| call.locale.label(user.role)).unwrap_or_default();
    let said = [("user", arg(name.to_owned())), ("role", arg(role))];
    tell(given, json!({ "user": name, "changed": changed }), || call.locale.tell(key, &said))
}

/// Says what was done.
pub(super) fn tell(given: &ArgMatches, value: Value, said: impl FnOnce() -> String) -> Result<(), Failure> {
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&value)?,
        Shape::Text => output.line(&said())?,
    }
    Ok(output.finish()?)
}

/// Whoever joins in what nobody does alone, if somebody is named.
pub(super) fn second(call: &Invocation, given: &ArgMatches, opened: &Opened) -> Result<Option<Second>, Problem> {
    let Some(name) = given.get_one::<String>("second") else { return Ok(None) };
    let name = clean_line(name);
    let theirs = match given.get_one::<PathBuf>("second_passphrase_file") {
        _ if opened.casebook.purpose() == CasebookKind::Demo => Passphrase::default(),
        Some(file) => passphrase::from_file(file)?,
        None => passphrase::ask(call, &name)?,
    };
    opened.store.second(&opened.casebook, &name, &theirs).map(Some)
}

/// A new passphrase for somebody: from a file, or asked for twice.
pub(super) fn new_passphrase(
    call: &Invocation,
    given: &ArgMatches,
    opened: &Opened,
    user: &str,
) -> Result<Passphrase, Problem> {
    match given.get_one::<PathBuf>("new_passphrase_file") {
        _ if opened.casebook.purpose() == CasebookKind::Demo => Ok(Passphrase::default()),
        Some(file) => passphrase::from_file(file),
        None => passphrase::ask_new(call, user),
    }
}

/// Writes the recovery code to a file that only its owner may read, or says it.
pub(super) fn hand_over(call: &Invocation, code: &str, to: Option<&Path>) -> Result<String, Problem> {
    match to {
        Some(path) => {
            use std::os::unix::fs::OpenOptionsExt as _;
            let failed = |cause: io::Error| Problem::of_file("write-file", cause).with("path", path.display());
            let mut file =
                std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(failed)?;
            writeln!(file, "{code}").and_then(|()| file.sync_all()).map_err(failed)?;
            Ok(call.locale.tell("said-recovery-file", &[("path", arg(path.display().to_string()))]))
        }
        None => Ok(call.locale.tell("said-recovery", &[("code", arg(code.to_owned()))])),
    }
}

fn role(code: &str) -> Result<Role, Problem> {
    let known = || Role::ALL.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
    Role::from_code(code)
        .ok_or_else(|| Problem::new(Kind::Usage, "no-such-role").with("role", code).with("roles", known()))
}

/// The hours of whoever is on call, `17:00-08:00`.
fn hours(given: &ArgMatches) -> Result<Option<(NaiveTime, NaiveTime)>, Problem> {
    let Some(text) = given.get_one::<String>("hours") else { return Ok(None) };
    let parts = text.split_once('-').and_then(|(from, until)| parse_time(from).zip(parse_time(until)));
    parts.map(Some).ok_or_else(|| Problem::new(Kind::Usage, "bad-hours").with("value", text))
}

fn told_hours((from, until): (NaiveTime, NaiveTime)) -> String {
    format!("{}-{}", from.format("%H:%M"), until.format("%H:%M"))
}
