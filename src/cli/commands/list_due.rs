//! `trygg list due`: duties, the late ones first. Without a period those that somebody still has to deal with; with one
//! all that fall due in it, however they stand.

use chrono::NaiveDate;

use crate::cli::failure::{Failure, Shape};
use crate::cli::invocation::Invocation;
use crate::cli::journalled;
use crate::cli::output::{Columns, Output};
use crate::domain::deadlines::{Duty, Names, Rule};
use crate::domain::discretion::Setting;
use crate::exchange::file::unwritten;
use crate::exchange::json::Array;
use crate::exchange::week::{DUE, object};
use crate::locale::Locale;
use crate::store::{Listing, Lot, Past, Store, Whose};

/// Lists them.
pub(super) fn run(
    call: &Invocation,
    store: &Store,
    listing: &Listing,
    shape: Shape,
    output: &mut Output,
) -> Result<(), Failure> {
    journalled::listing(call, store, &Lot::new(DUE.kind, listing.family))?;
    let families = match listing.family {
        Some(family) => vec![family],
        None => store.families_of(Whose::Everyones)?,
    };
    let period = (listing.from, listing.to);
    let past = if period == (None, None) { Past::Last } else { Past::All };
    let mut duties = store.duties(&families, past, call.today)?;
    duties.retain(|duty| is_asked_for(duty, period));
    duties.sort_by_key(|duty| (duty.state, duty.due_on, duty.rule, duty.family, duty.about));
    let names = store.names_of(&duties)?;
    let rules = store.rules().all();
    let told = duties.iter().filter_map(|duty| Some((duty, rules.get(duty.rule)?)));
    match shape {
        Shape::Json => {
            let token = store.casebook_token()?;
            let mut array = Array::new(output.raw());
            for (duty, rule) in told {
                array.item(&object(duty, rule, &names, call.today, &token)).map_err(unwritten)?;
            }
            array.finish().map_err(unwritten)?;
        }
        Shape::Text => {
            let locale = &call.locale;
            let headings = ["state", "due_on", "family", "duty", "days_late", "source"].map(|key| locale.field(key));
            let mut columns = Columns::new(output, headings.to_vec());
            for (duty, rule) in told {
                columns.row(row(duty, rule, &names, call.today, locale))?;
            }
            columns.finish()?;
        }
    }
    Ok(())
}

fn is_asked_for(duty: &Duty, (from, to): (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
    if (from, to) == (None, None) {
        return duty.state.is_waiting();
    }
    let day = duty.due_on.unwrap_or(duty.about.counted_from);
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
}

fn row(duty: &Duty, rule: &Rule, names: &Names, today: NaiveDate, locale: &Locale) -> Vec<String> {
    let days = duty.days_late(today);
    vec![
        locale.state(duty.state),
        duty.due_on.map(|due| due.to_string()).unwrap_or_default(),
        names.families.get(&duty.family).map(|(name, _)| name.clone()).unwrap_or_default(),
        locale.duty(duty, rule, names, Setting::Team),
        if days > 0 { days.to_string() } else { String::new() },
        format!("{} ({})", rule.source, locale.say(&format!("sure-{}", rule.sureness()))),
    ]
}
