//! `trygg access break REF --reason WHY`: opens a family in an emergency that one does not reach. `access conflict
//! FAMILY [--who NAME]` closes one for a conflict of interest, and `access lift FAMILY --who NAME` opens it again;
//! `access give FAMILY --who TEAM` hands one over to another team.

use clap::ArgMatches;
use serde_json::json;

use super::user::tell;
use super::word;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
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
    let case_ref = |family| store.get::<Family>(family).map(|family| family.value.case_ref);
    let locale = &call.locale;
    match word(given, "access") {
        BREAK => {
            let found = store.break_glass(named, reason.unwrap_or_default())?;
            let Some(family) = found else { return Err(Problem::new(Kind::NotFound, "glass-nothing").into()) };
            let opened = case_ref(family)?;
            tell(given, json!({ "opened": opened }), || locale.tell("said-glass", &[("case_ref", arg(opened))]))
        }
        CONFLICT => {
            let family = naming::family(&store, named)?.id;
            // Whoever closes it for themselves does not reach it afterwards.
            let closed = case_ref(family)?;
            store.mark_conflict(family, who)?;
            let who = who.unwrap_or(&store.actor().name);
            tell(given, json!({ "closed": closed, "who": who }), || locale.say("notice-conflict"))
        }
        GIVE => {
            let team = who.ok_or_else(|| Problem::new(Kind::Usage, "access-who"))?;
            let teams = store.teams()?;
            let found = teams.iter().find(|known| identity_of(&known.name) == identity_of(team));
            let found = found.ok_or_else(|| Problem::new(Kind::NotFound, "not-found").with("noun", "team"))?;
            let family = naming::family(&store, named)?.id;
            let given_away = case_ref(family)?;
            store.give_family(family, found.id)?;
            tell(given, json!({ "given": given_away, "team": found.name }), || locale.say("said-given"))
        }
        _ => {
            let who = who.ok_or_else(|| Problem::new(Kind::Usage, "access-who"))?;
            let family = naming::family(&store, named)?.id;
            store.lift_conflict(family, who)?;
            tell(given, json!({ "lifted": case_ref(family)?, "who": who }), || locale.say("said-lifted"))
        }
    }
}
