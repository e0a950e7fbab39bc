//! Hindrances to planned visits, in a sentence.

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::app::cx::Cx;
use crate::domain::discretion::Setting;
use crate::domain::family::Family;
use crate::domain::ids::ArrangementId;
use crate::domain::problem::Problem;
use crate::domain::text::{fold, identity_of};
use crate::domain::visit::calendar::OwnDay;
use crate::domain::visit::clash::{ClashKind, Party};
use crate::domain::visit::{Arrangement, Occurrence};
use crate::locale::{Locale, arg};
use crate::store::{Hindrance, Store, Wanted};

/// How far ahead a plan is held against others, in days: three months.
pub const PLAN_AHEAD: u64 = 92;

/// As many as are told by name.
const TOLD: usize = 3;

/// What stands in the way, if anything does.
pub(in crate::app) fn hindrances_told(
    cx: &Cx,
    id: Option<ArrangementId>,
    planned: &Arrangement,
    stored: &[Occurrence],
    only: Option<NaiveDate>,
) -> Result<Option<String>, Problem> {
    let today = cx.world.today;
    let to = planned.series.from.max(today).checked_add_days(Days::new(PLAN_AHEAD)).unwrap_or(today);
    let wanted = Wanted { id, arrangement: planned, stored };
    let (from, to) = only.map_or((today, to), |day| {
        (day.pred_opt().unwrap_or(day).max(today), day.succ_opt().unwrap_or(day).max(today))
    });
    let mut found = cx.store.hindrances(wanted, &cx.store.unit().travel, from, to)?;
    let day = |hindrance: &Hindrance| match hindrance {
        Hindrance::Clash { on, .. } | Hindrance::Away { on, .. } => *on,
    };
    found.retain(|hindrance| only.is_none_or(|only| day(hindrance) == only));
    // A child and an adult who clash together are one clash.
    found.dedup_by(|one, other| match (one, other) {
        (Hindrance::Clash { on, other: at, .. }, Hindrance::Clash { on: day, other: then, .. }) => {
            on == day && at == then
        }
        _ => false,
    });
    // That they meet already says all that is to be said of those days.
    let days: Vec<NaiveDate> = found.iter().filter(|one| is_same(one)).map(day).collect();
    let mut told = Vec::new();
    if let Some(first) = found.iter().find(|one| is_same(one)) {
        told.push(already_met(&cx.store, &cx.locale, today, planned, first, days.len() - 1)?);
    }
    found.retain(|one| !days.contains(&day(one)));
    if stored.is_empty() && id.is_none() {
        for day in planned.series.days(from, to) {
            let own = cx.own_days(day).into_iter().find_map(|own| match own {
                OwnDay::Closed(name) => Some(name),
                OwnDay::SchoolBreak(_) => None,
            });
            let when = arg(cx.locale.day(day, cx.world.today));
            told.extend(own.map(|name| cx.locale.tell("warning-closed", &[("day", when), ("name", arg(name))])));
        }
    }
    if found.is_empty() && told.is_empty() {
        return Ok(None);
    }
    for hindrance in found.iter().take(TOLD) {
        told.push(hindrance_told(&cx.store, &cx.locale, today, planned, hindrance)?);
    }
    let more = found.len().saturating_sub(TOLD);
    if more > 0 {
        told.push(cx.locale.tell("and-more", &[("count", arg(more))]));
    }
    Ok(Some(told.join("; ")))
}

fn is_same(hindrance: &Hindrance) -> bool {
    matches!(hindrance, Hindrance::Clash { same: true, .. })
}

/// That the same people meet already, and how often.
fn already_met(
    store: &Store,
    locale: &Locale,
    today: NaiveDate,
    planned: &Arrangement,
    first: &Hindrance,
    more: usize,
) -> Result<String, Problem> {
    let Hindrance::Clash { on, other: (begins, ends), .. } = first else { return Ok(String::new()) };
    let name = |id| store.called(id, Setting::Team);
    let with = planned.terms.with.iter().map(|id| name(*id)).collect::<Result<Vec<_>, _>>()?;
    let args = [
        ("child", arg(name(planned.child)?)),
        ("with", arg(with.join(", "))),
        ("on", arg(locale.day(*on, today))),
        ("from", arg(locale.time(begins.time()))),
        ("to", arg(locale.time(ends.time()))),
        ("more", arg(more)),
    ];
    Ok(locale.tell("hindrance-same", &args))
}

/// What stands in the way, in a sentence.
///
/// # Errors
/// When the casebook cannot be read.
pub fn hindrance_told(
    store: &Store,
    locale: &Locale,
    today: NaiveDate,
    planned: &Arrangement,
    hindrance: &Hindrance,
) -> Result<String, Problem> {
    let day = |day: NaiveDate| arg(locale.day(day, today));
    Ok(match hindrance {
        Hindrance::Away { supporter, on } => {
            locale.tell("hindrance-away", &[("who", arg(supporter.as_str())), ("on", day(*on))])
        }
        Hindrance::Clash { same: true, .. } => already_met(store, locale, today, planned, hindrance, 0)?,
        Hindrance::Clash { party, kind, on, other: (begins, ends), whose, .. } => {
            let family = match whose {
                Some((family, _)) => format!(" ({})", store.get::<Family>(*family)?.value.name),
                None => String::new(),
            };
            let key = match kind {
                ClashKind::Overlap => "hindrance-clash",
                ClashKind::Travel { .. } => "hindrance-travel",
            };
            let time = |time: &NaiveDateTime| arg(locale.time(time.time()));
            let who = arg(party_named(store, planned, party)?);
            let args =
                [("who", who), ("on", day(*on)), ("from", time(begins)), ("to", time(ends)), ("family", arg(family))];
            locale.tell(key, &args)
        }
    })
}

/// Who or what is wanted twice, by name.
///
/// # Errors
/// When the casebook cannot be read.
pub fn party_named(store: &Store, planned: &Arrangement, party: &Party) -> Result<String, Problem> {
    // Who plans knows the place: they have just written it.
    let typed = planned.terms.place.as_ref().and_then(|place| place.typed(Setting::Team));
    let as_written = |folded: &String| typed.clone().filter(|place| fold(place) == *folded);
    Ok(match party {
        Party::Person(id) => store.called(*id, Setting::Team)?,
        Party::Supporter(name) => supporter_named(store, name),
        Party::Place(name) => as_written(name).unwrap_or_else(|| name.clone()),
    })
}

/// A supporter's name as it is written, from the form in which names are compared.
pub fn supporter_called(cx: &Cx, identity: &str) -> String {
    supporter_named(&cx.store, identity)
}

fn supporter_named(store: &Store, identity: &str) -> String {
    let known = store.supporters().unwrap_or_default();
    let same = |name: &String| identity_of(name) == identity;
    known.into_iter().find(same).unwrap_or_else(|| identity.to_owned())
}
