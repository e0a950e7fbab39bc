//! `trygg team`: the unit's teams, which say whose families a role reaches.

use clap::ArgMatches;
use serde_json::{Value, json};

use super::{user, word};
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::opening;
use crate::cli::output::{Columns, Output};
use crate::domain::problem::{Kind, Problem};
use crate::locale::arg;
use crate::store::Store;

/// Does what is asked with the teams.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let words: Vec<&String> = given.get_many("team_words").into_iter().flatten().collect();
    let names: Vec<&str> = words.iter().map(|word| word.as_str()).collect();
    let deed = word(given, "team_deed");
    let act: &dyn Fn(&Store) -> Result<(), Failure> = match (deed, names.as_slice()) {
        ("list", []) => &|store| list(call, given, store),
        ("add", [name]) => &|store| {
            store.add_team(name)?;
            tell(call, given, "said-team-added", name)
        },
        ("rename", [team, name]) => &|store| {
            store.rename_team(store.team_named(team)?, name)?;
            tell(call, given, "said-team-renamed", name)
        },
        _ => {
            let how = call.locale.say(&format!("how-team-{deed}"));
            return Err(Problem::new(Kind::Usage, "user-words").with("how", how).into());
        }
    };
    act(&opening::open(call)?.store)
}

fn tell(call: &Invocation, given: &ArgMatches, key: &str, name: &str) -> Result<(), Failure> {
    user::tell(given, json!({ "team": name }), || call.locale.tell(key, &[("team", arg(name))]))
}

/// Lists the teams by name; the first one has none until it is given one.
fn list(call: &Invocation, given: &ArgMatches, store: &Store) -> Result<(), Failure> {
    let (teams, own) = (store.teams()?, store.own_team()?);
    let mut output = Output::open();
    if invocation::shape(given) == Shape::Json {
        let teams: Vec<Value> =
            teams.iter().map(|team| json!({ "id": team.id.0, "name": team.name, "own": team.id == own })).collect();
        output.json(&teams)?;
        return Ok(output.finish()?);
    }
    let locale = &call.locale;
    let mut columns = Columns::new(&mut output, vec![locale.say("column-team"), locale.say("column-own_team")]);
    for team in teams {
        let name = if team.name.is_empty() { locale.say("team-unnamed") } else { team.name };
        let own = if team.id == own { locale.say("team-own") } else { String::new() };
        columns.row(vec![name, own])?;
    }
    columns.finish()?;
    Ok(output.finish()?)
}
