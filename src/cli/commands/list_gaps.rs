//! `trygg list gaps`: what is needed and nobody gives, by area and district: a line for each family and each group that
//! needs it, the family by its case reference.

use serde_json::{Value, json};

use crate::cli::arguments::GAPS;
use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::codes::Code;
use crate::exchange::file::unwritten;
use crate::exchange::json::Array;
use crate::locale::Locale;
use crate::store::{GapRow, Listing, Lot, Store};

/// Lists them.
pub(super) fn run(
    call: &Invocation,
    store: &Store,
    listing: &Listing,
    shape: Shape,
    output: &mut Output,
) -> Result<(), Failure> {
    journalled::listing(call, store, &Lot::new(GAPS, listing.family))?;
    let mut gaps = store.open_gaps()?;
    gaps.retain(|gap| is_asked_for(gap, listing));
    match shape {
        Shape::Json => {
            let mut array = Array::new(output.raw());
            for gap in &gaps {
                array.item(&object(gap)).map_err(unwritten)?;
            }
            array.finish().map_err(unwritten)?;
        }
        Shape::Text => {
            let locale = &call.locale;
            let headings = ["area", "district", "need", "whose", "since", "why"].map(|key| locale.field(key));
            let mut columns = Columns::new(output, headings.to_vec());
            for gap in &gaps {
                columns.row(row(gap, locale))?;
            }
            columns.finish()?;
        }
    }
    Ok(())
}

fn is_asked_for(gap: &GapRow, listing: &Listing) -> bool {
    let of = gap.of.family().map(|(family, _)| family.id);
    listing.family.is_none_or(|family| of == Some(family))
        && listing.from.is_none_or(|from| from <= gap.since)
        && listing.to.is_none_or(|to| gap.since <= to)
}

/// Whose a gap is: a case reference, or what a group is called.
fn whose(gap: &GapRow) -> &str {
    let family = gap.of.family().map(|(family, _)| family.case_ref.as_str());
    family.or(gap.of.group()).unwrap_or_default()
}

fn row(gap: &GapRow, locale: &Locale) -> Vec<String> {
    vec![
        gap.area.map(|area| locale.label(area)).unwrap_or_default(),
        gap.district.clone().unwrap_or_default(),
        locale.actor(&gap.need),
        whose(gap).to_owned(),
        gap.since.to_string(),
        gap.why.clone().unwrap_or_default(),
    ]
}

fn object(gap: &GapRow) -> Value {
    json!({
        "area": gap.area.map(Code::code), "district": gap.district, "need": gap.need,
        "case_ref": gap.of.family().map(|(family, _)| &family.case_ref), "group": gap.of.group(), "since": gap.since,
        "why": gap.why,
    })
}
