//! `trygg list missing`: what is not filled in though reports go by it, per worker and family.

use chrono::{Days, NaiveDate};
use serde_json::{Map, Value, json};

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::ids::FamilyId;
use crate::locale::arg;
use crate::store::{Store, UnfilledRow, Whose};

/// How far back it is looked for, unless somebody says of which days.
const BACK: u64 = 365;

/// Lists it.
pub(super) fn run(
    call: &Invocation,
    store: &Store,
    family: Option<FamilyId>,
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    shape: Shape,
    output: &mut Output,
) -> Result<(), Failure> {
    let back = call.today.checked_sub_days(Days::new(BACK)).unwrap_or(call.today);
    let days = (from.unwrap_or(back), to.unwrap_or(call.today));
    let found = store.not_filled_in(Whose::Everyones, days, call.today)?;
    journalled::tell(call, store);
    let rows = found.rows.iter().filter(|row| family.is_none_or(|family| row.of.family == family));
    if shape == Shape::Json {
        let rows: Vec<Map<String, Value>> = rows.map(object).collect();
        output.json(&rows)?;
        return Ok(());
    }
    let locale = &call.locale;
    let headings = ["worker", "case_ref", "family", "on", "kind", "missing"].map(|key| locale.field(key));
    let mut columns = Columns::new(output, headings.to_vec());
    for row in rows {
        columns.row(vec![
            row.worker.clone().unwrap_or_default(),
            row.of.case_ref.clone(),
            row.of.name.clone(),
            row.of.on.map(|on| on.to_string()).unwrap_or_default(),
            locale.say(&format!("behind-{}", row.of.record.0.one())),
            locale.say(&format!("missing-{}", row.field)),
        ])?;
    }
    columns.finish()?;
    if found.more > 0 {
        output.line(&locale.tell("report-more", &[("count", arg(found.more))]))?;
    }
    Ok(())
}

fn object(row: &UnfilledRow) -> Map<String, Value> {
    let all = [
        ("worker", row.worker.as_ref().map(|worker| json!(worker))),
        ("case_ref", Some(json!(row.of.case_ref))),
        ("kind", Some(json!(row.of.record.0.one()))),
        ("id", Some(json!(row.of.record.1))),
        ("on", row.of.on.map(|on| json!(on.to_string()))),
        ("field", Some(json!(row.field))),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}
