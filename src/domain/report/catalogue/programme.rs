//! Reports of the programme: how far goals have come, who came to groups, colours of check-ins, needs and gaps.

use super::{DISTRICT, MONTH, WEEK};
use crate::domain::report::shape::{Axis, Counted, Labels, Measure, Report, Span, Totals};

/// The five areas.
pub(super) const AREA: Axis = Axis {
    name: "area",
    labels: Labels::Closed {
        words: "area",
        always: &["school", "leisure", "psychosocial", "parenting", "network"],
        further: &[],
    },
};

pub(super) const GOALS: Report = Report {
    name: "goals",
    read_as: "report_goals",
    by: &[
        AREA,
        Axis {
            name: "change",
            labels: Labels::Closed { words: "figure", always: &["better", "same", "worse"], further: &[] },
        },
        DISTRICT,
    ],
    columns: Axis {
        name: "attainment",
        labels: Labels::Closed {
            words: "figure",
            always: &["much_less", "less", "expected", "more", "much_more"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[
        Measure::Share {
            name: "share_expected",
            part: &["expected", "more", "much_more"],
            rest: &["much_less", "less"],
        },
        Measure::Mean { name: "t_score", parts: 10 },
    ],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const GROUPS: Report = Report {
    name: "groups",
    read_as: "report_groups",
    by: &[Axis {
        name: "group_kind",
        labels: Labels::Closed {
            words: "group_kind",
            always: &["parent_group", "children_group", "course", "theme_evening", "workshop", "family_activity"],
            further: &["open_service"],
        },
    }],
    columns: Axis {
        name: "counted",
        labels: Labels::Closed {
            words: "figure",
            always: &["meetings", "participants", "came", "absent", "heads"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::OncePerCell,
    totals: Totals::Row,
    sums: &[],
    measures: &[
        Measure::Share { name: "share_came", part: &["came"], rest: &["absent"] },
        Measure::MeanOfEach { name: "survey", parts: 100 },
    ],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const CHECK_INS: Report = Report {
    name: "check-ins",
    read_as: "report_check_ins",
    by: &[WEEK, MONTH, DISTRICT],
    columns: Axis {
        name: "colour",
        labels: Labels::Closed { words: "colour", always: &["green", "yellow", "red"], further: &[] },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[Measure::Share { name: "share_green", part: &["green"], rest: &["yellow", "red"] }],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const NEEDS: Report = Report {
    name: "needs",
    read_as: "report_needs",
    by: &[AREA, DISTRICT, Axis { name: "district_area", labels: Labels::Crossed(&DISTRICT, &AREA) }],
    columns: Axis {
        name: "referral",
        labels: Labels::Closed {
            words: "referral_state",
            always: &["needed", "sent", "accepted", "waiting", "first_visit", "refused", "done", "gap"],
            further: &["group_gap"],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[Measure::Share {
        name: "share_gap",
        part: &["gap"],
        rest: &["needed", "sent", "accepted", "waiting", "first_visit", "refused", "done"],
    }],
    listing: None,
    span: Span::YearSoFar,
};
