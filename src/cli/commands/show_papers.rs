//! `trygg show papers X`: a family's papers for paper, the last version of each whole and those before it named. That
//! they left the house is journalled.

use clap::ArgMatches;
use serde_json::Value;

use crate::app::layer::folder::Teller;
use crate::app::layer::paper::paper_rows;
use crate::cli::arguments::PAPERS;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::{self, Invocation};
use crate::cli::output::{Output, plain};
use crate::domain::directory::FamilyName;
use crate::domain::discretion::Setting;
use crate::domain::ids::PersonId;
use crate::domain::paper::{PAPER, Paper};
use crate::domain::problem::Problem;
use crate::exchange::json;
use crate::exchange::protection::Audience;
use crate::exchange::telling::Teller as Rows;
use crate::locale::arg;
use crate::measure::pad;
use crate::store::{Lot, Store, Stored};

/// Columns of the paper.
const COLUMNS: usize = 78;

/// Shows them.
pub(super) fn run(call: &Invocation, given: &ArgMatches, store: &Store, family: &FamilyName) -> Result<(), Failure> {
    let papers = store.folder(family.id)?.papers;
    let people = store.people_of(family.id)?;
    store.journal_print(&Lot::new(PAPERS, Some(family.id)))?;
    let mut output = Output::open();
    match invocation::shape(given) {
        Shape::Json => {
            let rows = Rows::new(store, Audience::File);
            let object = |stored: &Stored<Paper>| -> Result<Value, Problem> {
                let mut object = json::object(stored.id.0, &PAPER, &rows.row(family, &stored.value)?);
                let (number, of) = Teller::number(&papers, stored);
                object.insert("version".to_owned(), number.into());
                object.insert("versions".to_owned(), of.into());
                Ok(Value::Object(object))
            };
            output.json(&papers.iter().map(object).collect::<Result<Value, Problem>>()?)?;
        }
        Shape::Text => {
            let locale = &call.locale;
            let name = |id: PersonId| {
                let found = people.iter().find(|stored| stored.id == id);
                found.map(|stored| stored.value.given_name.shown(Setting::Paper)).unwrap_or_default()
            };
            let teller = Teller { locale, today: call.today, name: &name };
            output.line(&format!("{}  {}  {}", locale.say("folder-title"), family.name, family.case_ref))?;
            let day = arg(locale.long_day(call.today));
            let user = arg(store.actor().name.as_str());
            output.line(&locale.tell("handover-paper", &[("day", day), ("user", user)]))?;
            for stored in &papers {
                let number = Teller::number(&papers, stored);
                let title = teller.paper(&stored.value, number);
                output.line("")?;
                output.line(&plain(&format!("{} · {title}", locale.long_day(stored.value.on))))?;
                if number.0 < number.1 {
                    continue;
                }
                for row in paper_rows(locale, &stored.value, COLUMNS - 2) {
                    let line = format!("  {}{}", pad(&row.label, row.indent), plain(&row.text));
                    output.line(line.trim_end())?;
                }
            }
            if papers.is_empty() {
                output.line("")?;
                output.line(&locale.say("papers-none"))?;
            }
        }
    }
    Ok(output.finish()?)
}
