//! `trygg init`: a new casebook and its first user, a team leader.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::user;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::Output;
use crate::cli::{environment, opening, passphrase};
use crate::domain::codes::{Code, Role};
use crate::domain::problem::{Kind, Problem};
use crate::domain::text::{clean_line, fold};
use crate::locale::arg;
use crate::store::{Casebook, FirstUser};

/// Makes it. With a name and a passphrase file nothing is asked.
pub(super) fn run(call: &Invocation, given: &ArgMatches) -> Result<(), Failure> {
    let directory = opening::directory(call)?;
    let path = directory.display().to_string();
    if Casebook::find(&directory).is_ok() {
        return Err(Problem::new(Kind::Usage, "casebook-exists").with("path", path).into());
    }
    let name = match call.user.as_ref().or(call.around.user.as_ref()) {
        Some(name) => name.clone(),
        None => passphrase::ask_name(call)?,
    };
    let name = clean_line(&name);
    // A name is said and typed: soft hyphens and fillers, which show nothing, have no letter when folded.
    if !fold(&name).contains(char::is_alphanumeric) {
        return Err(Problem::new(Kind::Usage, "no-name").into());
    }
    let given_passphrase = match &call.passphrase_file {
        Some(file) => passphrase::from_file(file)?,
        None => passphrase::ask_new(call, &name)?,
    };
    let first = FirstUser { name: &name, role: Role::TeamLeader };
    let to = given.get_one::<PathBuf>("recovery_file").map(PathBuf::as_path);
    if let Some(path) = to.filter(|path| path.exists()) {
        return Err(Problem::new(Kind::Usage, "file-exists").with("path", path.display()).into());
    }
    let made = Casebook::init(&directory, first, &given_passphrase, environment::now)?;
    let code = made.unlock(&name, &given_passphrase, environment::now)?.renew_recovery(&made, None)?;
    let handed = user::hand_over(call, &code, to)?;
    let shown = to.is_none().then(|| code.as_str());
    let mut output = Output::open();
    if made.is_made_anew() && invocation::shape(given) == Shape::Text {
        output.line(&call.locale.say("said-init-anew"))?;
    }
    match invocation::shape(given) {
        Shape::Json => {
            let role = first.role.code();
            output.json(&json!({ "casebook": path, "user": name, "role": role, "recovery": shown }))?;
        }
        Shape::Text => {
            output.line(&call.locale.tell("said-init", &[("path", arg(path)), ("user", arg(name))]))?;
            output.line(&handed)?;
        }
    }
    Ok(output.finish()?)
}
