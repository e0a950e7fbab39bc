//! Every report there is, once. What a report counts is found by a scan in the store; its title, its definition and
//! who is counted are words, `report-<name>`, `report-<name>-definition` and `report-<name>-population`.

mod children;
mod meetings;
mod programme;
mod published;
mod together;

use super::shape::{Axis, Labels, Report, Sum};

/// Every report, in the order in which they are offered.
pub const REPORTS: &[Report] = &[
    published::PLACEMENTS,
    published::ADVICE,
    published::SCHOOL,
    published::COVERAGE,
    meetings::SESSIONS,
    meetings::VISITS,
    meetings::DEADLINES,
    together::WEEKS,
    together::CONTACT,
    programme::GOALS,
    programme::GROUPS,
    programme::CHECK_INS,
    programme::NEEDS,
    meetings::PREVENTION,
    children::ENDINGS,
    children::TALKS,
    children::CRISIS,
    children::AFTER,
    children::ACCESS,
];

/// The report of a name.
pub fn named(name: &str) -> Option<&'static Report> {
    REPORTS.iter().find(|report| report.name == name)
}

/// Reports and axes on whose lines one record may stand several times: what their lines come to is no count of records.
pub(super) const SEVERAL: &[(&str, &str)] = &[("sessions", "area"), ("visits", "role"), ("after", "half_year")];

/// Reports that count records of another report: told by other axes, within one member of one of its dimensions.
pub(super) const TOGETHER: &[(&str, &str, (&str, &str))] = &[("prevention", "sessions", ("outcome", "held"))];

const DISTRICT: Axis = Axis { name: "district", labels: Labels::Open };
const MONTH: Axis = Axis { name: "month", labels: Labels::InTime };
const WEEK: Axis = Axis { name: "week", labels: Labels::InTime };

/// Who cancelled, as columns.
const CANCELLED: &[&str] = &[
    "cancelled_by_parent",
    "cancelled_by_child",
    "cancelled_by_family_home",
    "cancelled_by_us",
    "cancelled_by_other",
    "cancelled_by_unknown",
];

/// What was cancelled, by whom.
const ALL_CANCELLED: Sum = Sum { whole: "cancelled", parts: CANCELLED, is_told: false };
