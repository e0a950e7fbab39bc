//! Reports of what came of placements and of whom children and parents met: how placements ended, talks with children,
//! crisis support, support after a placement.

use super::published::PLACEMENTS;
use super::{DISTRICT, MONTH};
use crate::domain::report::shape::{Axis, Counted, Labels, Measure, Report, Span, Totals};

pub(super) const ENDINGS: Report = Report {
    name: "endings",
    read_as: "report_endings",
    by: &[Axis { name: "kind", labels: PLACEMENTS.columns.labels }, DISTRICT, MONTH],
    columns: Axis {
        name: "end_reason",
        labels: Labels::Closed {
            words: "end_reason",
            always: &["breakdown", "re_placement", "return_home", "custody_transfer", "independent_living", "other"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[Measure::Share {
        name: "share_breakdown",
        part: &["breakdown"],
        rest: &["re_placement", "return_home", "custody_transfer", "independent_living", "other"],
    }],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const TALKS: Report = Report {
    name: "talks",
    read_as: "report_talks",
    by: &[Axis { name: "talks", labels: Labels::Numbers }, DISTRICT],
    columns: Axis { name: "children", labels: Labels::Closed { words: "figure", always: &["children"], further: &[] } },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Row,
    sums: &[],
    measures: &[Measure::Median { name: "talks" }],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const CRISIS: Report = Report {
    name: "crisis",
    read_as: "report_crisis",
    by: &[
        Axis {
            name: "answer",
            labels: Labels::Closed {
                words: "crisis_answer",
                always: &["accepted", "declined", "not_reached"],
                further: &[],
            },
        },
        DISTRICT,
        MONTH,
    ],
    columns: Axis {
        name: "talks_used",
        labels: Labels::Closed {
            words: "talks",
            always: &["none", "one", "two", "three", "four", "five", "more"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[Measure::Median { name: "talks_used" }],
    listing: None,
    span: Span::YearSoFar,
};

/// In how many of a half-year's placements there was support.
const fn after(name: &'static str, row: &'static str) -> Measure {
    Measure::ShareOfRow { name, row, part: &["supported"], rest: &["unsupported"] }
}

pub(super) const AFTER: Report = Report {
    name: "after",
    read_as: "report_after",
    by: &[Axis { name: "half_year", labels: Labels::Numbers }],
    columns: Axis {
        name: "after",
        labels: Labels::Closed { words: "figure", always: &["supported", "unsupported"], further: &[] },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Neither,
    sums: &[],
    measures: &[
        after("share_after_1", "1"),
        after("share_after_2", "2"),
        after("share_after_3", "3"),
        after("share_after_4", "4"),
    ],
    listing: None,
    span: Span::Everything,
};

pub(super) const ACCESS: Report = Report {
    name: "access",
    read_as: "report_access",
    by: &[
        MONTH,
        Axis {
            name: "reader",
            labels: Labels::Closed {
                words: "role",
                always: &["support_person", "visit_supporter", "crisis_supporter", "team_leader", "on_call"],
                further: &["statistician", "administrator"],
            },
        },
    ],
    columns: Axis {
        name: "team_of",
        labels: Labels::Closed { words: "figure", always: &["own_team", "other_team"], further: &[] },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[Measure::Share { name: "share_other_team", part: &["other_team"], rest: &["own_team"] }],
    listing: None,
    span: Span::YearSoFar,
};
