//! `trygg access break REF --reason WHY`: opens a family in an emergency that one does not reach. `access conflict
//! FAMILY [--who NAME]` closes one for a conflict of interest, and `access lift FAMILY --who NAME` opens it again;
//! `access give FAMILY --who TEAM` hands one over to another team.

use clap::ArgMatches;
use serde_json::json;

use super::word;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::cli::{naming, opening};
use crate::domain::family::Family;
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::identity_of;
use crate::locale::arg;

/// Opening in an emergency.
pub const BREAK: &str = "break";

/// Closing for a conflict of interest.
pub const CONFLICT: &str = "conflict";

/// Giving a family to another team.
pub const GIVE: &str = "give";

/// Opens or closes what the words name.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let named = given.get_one::<String>("whom").map(String::as_str).unwrap_or_default();
    if named.trim().is_empty() {
        return Err(Problem::new(Kind::Usage, "access-whom").into());
    }
    let who = given.get_one::<String>("who").map(String::as_str);
    let reason = given.get_one::<String>("because").map(String::as_str);
    let store = opening::open(call)?.store;
    let mut output = Output::open();
    match word(given, "access") {
        BREAK => {
            let found = store.break_glass(named, reason.unwrap_or_default())?;
            let Some(family) = found else { return Err(Problem::new(Kind::NotFound, "glass-nothing").into()) };
            let case_ref = store.get::<Family>(family)?.value.case_ref;
            match invocation::shape(given) {
                Shape::Json => output.json(&json!({ "opened": case_ref }))?,
                Shape::Text => output.line(&call.locale.tell("said-glass", &[("case_ref", arg(case_ref))]))?,
            }
        }
        CONFLICT => {
            store.mark_conflict(naming::family(&store, named)?.id, who)?;
            output.line(&call.locale.say("notice-conflict"))?;
        }
        GIVE => {
            let team = who.ok_or_else(|| Problem::new(Kind::Usage, "access-who"))?;
            let teams = store.teams()?;
            let found = teams.iter().find(|known| identity_of(&known.name) == identity_of(team));
            let found = found.ok_or_else(|| Problem::new(Kind::NotFound, "not-found").with("noun", "team"))?;
            store.give_family(naming::family(&store, named)?.id, found.id)?;
            output.line(&call.locale.say("said-given"))?;
        }
        _ => {
            let who = who.ok_or_else(|| Problem::new(Kind::Usage, "access-who"))?;
            store.lift_conflict(naming::family(&store, named)?.id, who)?;
            output.line(&call.locale.say("said-lifted"))?;
        }
    }
    Ok(output.finish()?)
}
