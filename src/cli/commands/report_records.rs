//! `trygg report NAME --records ROW[,COLUMN]`: the records behind a figure, for whoever may read them.

use serde_json::{Map, Value, json};

use super::report::Wanted;
use crate::cli::failure::Failure;
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::problem::{Kind, Problem};
use crate::domain::report::{Report, TOTAL};
use crate::store::{Behind, BehindRow, Figured, Store};

/// What comes before the field where what is missing is meant.
const MISSING: &str = "missing:";

/// The fields that reports find missing, as they are named here.
const FIELDS: [&str; 20] = [
    "district",
    "areas",
    "level",
    "mode",
    "outcome",
    "step",
    "role",
    "contact",
    "on",
    "school_change",
    "birth_on",
    "parent",
    "attainment",
    "change",
    "present",
    "area",
    "end_reason",
    "answer",
    "saw_home",
    "task",
];

/// Lists them.
pub(super) fn run(
    call: &Invocation,
    store: &Store,
    wanted: &Wanted,
    records: &str,
    format: Option<&str>,
) -> Result<(), Failure> {
    let figure = figure(wanted.report, records)?;
    let (asked, _) = wanted.asked(Some(store), call.today)?;
    let behind = store.behind_figure(&asked, &figure)?;
    journalled::tell(call, store);
    let mut output = Output::open();
    if format == Some("json") {
        let rows: Vec<Map<String, Value>> = behind.rows.iter().map(object).collect();
        output.json(&rows)?;
        return Ok(output.finish()?);
    }
    let locale = &call.locale;
    let headings = ["on", "kind", "case_ref", "family"].map(|key| locale.field(key));
    let mut columns = Columns::new(&mut output, headings.to_vec());
    for row in &behind.rows {
        let day = row.on.map(|on| on.to_string()).unwrap_or_default();
        let kind = locale.say(&format!("behind-{}", row.record.0.one()));
        columns.row(vec![day, kind, row.case_ref.clone(), row.name.clone()])?;
    }
    columns.finish()?;
    for line in besides(call, &behind) {
        output.line(&line)?;
    }
    Ok(output.finish()?)
}

/// How many are not shown.
fn besides(call: &Invocation, behind: &Behind) -> Vec<String> {
    let told =
        |key: &str, count: usize| (count > 0).then(|| call.locale.tell(key, &[("count", crate::locale::arg(count))]));
    told("report-more", behind.more).into_iter().chain(told("report-by-hand", behind.by_hand)).collect()
}

fn object(row: &BehindRow) -> Map<String, Value> {
    let all = [
        ("kind", json!(row.record.0.one())),
        ("id", json!(row.record.1)),
        ("case_ref", json!(row.case_ref)),
        ("on", row.on.map_or(Value::Null, |on| json!(on.to_string()))),
    ];
    all.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The figure that is named: a row, a column after a comma; or what is missing, by its field.
fn figure(report: &Report, text: &str) -> Result<Figured, Problem> {
    let unknown = || {
        let columns: Vec<&str> = report.columns.labels.closed().chain([TOTAL]).collect();
        Problem::new(Kind::Usage, "no-such-figure").with("value", text).with("known", columns.join(", "))
    };
    if let Some(field) = text.strip_prefix(MISSING) {
        let known = FIELDS.into_iter().find(|known| *known == field);
        return known.map(Figured::Missing).ok_or_else(unknown);
    }
    let is_column = |name: &str| name == TOTAL || report.columns.labels.closed().any(|known| known == name);
    match text.rsplit_once(',') {
        Some((row, column)) if is_column(column) => {
            Ok(Figured::Cell { row: row.to_owned(), column: column.to_owned() })
        }
        // A district may have a comma in its name.
        Some((_, column)) if !column.contains(' ') => Err(unknown()),
        _ => Ok(Figured::Cell { row: text.to_owned(), column: TOTAL.to_owned() }),
    }
}
