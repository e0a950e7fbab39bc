//! `trygg show main-record FAMILY`: what is to be entered in the municipality's main record system since it last was;
//! `--given` says that it has been. Both stand in the journal.

use clap::ArgMatches;
use serde_json::json;

use crate::app::layer::main_record::Entering;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::journalled;
use crate::cli::output::Output;
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::store::Store;

/// Shows it, and marks it given where that is asked for.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let to_enter = store.to_enter(family.id, call.today)?;
    let page = store.family_page(family.id, call.today)?;
    let entering = Entering { locale: &call.locale, people: &page.people, setting: Setting::Paper, has_notes: true };
    let is_given = given.get_flag("given");
    if is_given {
        store.give_to_main_record(&to_enter)?;
    }
    journalled::tell(call, store);
    let lines = entering.lines(&to_enter);
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&json!({
            "case_ref": family.case_ref,
            "since": to_enter.since.map(|day| day.to_string()),
            "count": to_enter.count(),
            "gone": to_enter.gone,
            "rows": lines,
            "given": is_given,
        }))?,
        Shape::Text => {
            output.line(&entering.title(&to_enter))?;
            lines.iter().try_for_each(|line| output.line(&format!("  {line}")))?;
            if is_given {
                output.line(&call.locale.say("said-main-record-given"))?;
            }
        }
    }
    Ok(output.finish()?)
}
