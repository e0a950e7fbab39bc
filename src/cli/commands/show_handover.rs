//! `trygg show handover X`: a family's hand-over sheet for paper. That it left the house is journalled.

use clap::ArgMatches;

use crate::app::handover::{Sheet, Words};
use crate::cli::arguments::HANDOVER;
use crate::cli::desk::{self, Desk};
use crate::cli::failure::{Failure, Shape};
use crate::cli::journalled;
use crate::cli::output::{Output, plain};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::exchange::handover;
use crate::locale::arg;
use crate::store::Store;
use crate::ui::handover::{notes, rows};

/// Columns of the paper.
const COLUMNS: usize = 78;

/// Shows it.
pub(super) fn run(desk: &Desk, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let read = store.hand_over(family.id, desk.today)?;
    journalled::listing(desk, store, HANDOVER, Some(family.id))?;
    let rules = store.rules().all();
    let mut output = Output::open();
    match desk::shape(given) {
        Shape::Json => output.json(&handover::object(&read, rules, &store.casebook_token()?))?,
        Shape::Text => {
            let locale = &desk.locale;
            let sheet = Sheet::of(&read, &Words { locale, rules, setting: Setting::Paper });
            let (name, case_ref) = &sheet.family;
            output.line(&format!("{}  {name}  {case_ref}", locale.say("handover-title")))?;
            let day = arg(locale.long_day(desk.today));
            let user = arg(store.actor().name.as_str());
            output.line(&locale.tell("handover-paper", &[("day", day), ("user", user)]))?;
            output.line("")?;
            for row in rows(&sheet, COLUMNS, &plain).iter().chain(&notes(&sheet, COLUMNS, &plain)) {
                output.line(&row.plain())?;
            }
        }
    }
    Ok(output.finish()?)
}
