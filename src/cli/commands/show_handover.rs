//! `trygg show handover X`: a family's hand-over sheet for paper. That it left the house is journalled.

use clap::ArgMatches;

use crate::app::layer::handover::{Sheet, Words};
use crate::cli::arguments::HANDOVER;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::naming;
use crate::cli::output::{Output, plain};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::domain::problem::{Kind, Problem};
use crate::exchange::handover;
use crate::exchange::one::One;
use crate::exchange::protection::Audience;
use crate::locale::arg;
use crate::store::{Lot, Store};
use crate::ui::handover::{notes, rows};

/// Columns of the paper.
const COLUMNS: usize = 78;

/// Shows it.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let mut read = store.hand_over(family.id, call.today)?;
    let mut audience = Audience::File;
    if let Some(who) = naming::one(store, given)? {
        let one = One::new(store, who)?;
        if one.family() != family.id {
            return Err(Problem::new(Kind::Usage, "for-another-family").into());
        }
        read = one.sheet(read);
        audience = Audience::For(who);
    }
    let to_one = match audience {
        Audience::For(who) => Some(who),
        _ => None,
    };
    store.journal_print(&Lot { to_one, ..Lot::new(HANDOVER, Some(family.id)) })?;
    let rules = store.rules().all();
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => output.json(&handover::object(&read, rules, &store.casebook_token()?, audience))?,
        Shape::Text => {
            let locale = &call.locale;
            let sheet = Sheet::of(
                &read,
                &Words {
                    locale,
                    rules,
                    instruments: store.instruments(),
                    lists: &store.unit().checklists,
                    setting: if audience == Audience::File { Setting::Paper } else { audience.setting() },
                },
            );
            let (name, case_ref) = &sheet.family;
            output.line(&format!("{}  {name}  {case_ref}", locale.say("handover-title")))?;
            let day = arg(locale.long_day(call.today));
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
