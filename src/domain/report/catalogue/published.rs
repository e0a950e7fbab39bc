//! Reports that have been published: placements by form, advice and support, school after a placement, how far the
//! support of parents reaches.

use super::DISTRICT;
use crate::domain::report::listing::Outside;
use crate::domain::report::shape::{Axis, Counted, Labels, Measure, Report, Span, Sum, Totals};

pub(super) const PLACEMENTS: Report = Report {
    name: "placements",
    read_as: "report_placements",
    by: &[DISTRICT],
    columns: Axis {
        name: "kind",
        labels: Labels::Closed {
            words: "placement_kind",
            always: &[
                "secure_youth_home",
                "residential_home",
                "emergency_home",
                "family_home",
                "shelter",
                "supported_housing",
            ],
            further: &["kinship_placement", "treatment_family", "joint_placement", "private_placement"],
        },
    },
    is_turned: false,
    counted: Counted::OncePerCell,
    totals: Totals::Both,
    sums: &[],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const ADVICE: Report = Report {
    name: "advice",
    read_as: "report_advice",
    by: &[Axis { name: "year", labels: Labels::InTime }],
    columns: Axis {
        name: "measure",
        labels: Labels::Closed {
            words: "advice_row",
            always: &[
                "new_visits",
                "new_visits_mothers",
                "new_visits_fathers",
                "phone_calls",
                "in_person_or_digital",
                "total_occasions",
            ],
            further: &[],
        },
    },
    is_turned: true,
    counted: Counted::Records,
    totals: Totals::Neither,
    sums: &[
        Sum { whole: "new_visits", parts: &["new_visits_mothers", "new_visits_fathers"], is_told: true },
        Sum { whole: "total_occasions", parts: &["phone_calls", "in_person_or_digital"], is_told: true },
    ],
    measures: &[],
    listing: None,
    span: Span::Everything,
};

pub(super) const SCHOOL: Report = Report {
    name: "school",
    read_as: "report_school",
    by: &[
        Axis {
            name: "stage",
            labels: Labels::Closed {
                words: "stage",
                always: &["preschool", "compulsory", "later"],
                further: &["age_unknown"],
            },
        },
        DISTRICT,
        Axis { name: "kind", labels: PLACEMENTS.columns.labels },
    ],
    columns: Axis {
        name: "started",
        labels: Labels::Closed { words: "figure", always: &["within_7", "over_7", "waiting"], further: &[] },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[
        Measure::Share { name: "share_within_7", part: &["within_7"], rest: &["over_7", "waiting"] },
        Measure::Median { name: "median_days" },
    ],
    listing: Some(&[
        ("district", Outside::Grouped),
        ("kind", Outside::Grouped),
        ("started_on", Outside::Masked),
        ("school_started_on", Outside::Masked),
        ("days", Outside::Masked),
        ("over_7", Outside::Grouped),
        ("school_days", Outside::Masked),
        ("stage", Outside::Masked),
    ]),
    span: Span::MonthSoFar,
};

pub(super) const COVERAGE: Report = Report {
    name: "coverage",
    read_as: "report_coverage",
    by: &[
        Axis {
            name: "role",
            labels: Labels::Closed {
                words: "member_role",
                always: &["mother", "father"],
                further: &["step_parent", "guardian", "appointed_guardian", "grandparent", "relative", "other"],
            },
        },
        Axis {
            name: "informed",
            labels: Labels::Closed {
                words: "figure",
                always: &["gone_through", "given", "not_informed"],
                further: &[],
            },
        },
        Axis {
            name: "saw_home",
            labels: Labels::Closed {
                words: "saw_home",
                always: &["before", "after", "not_offered", "did_not_want", "not_allowed"],
                further: &[],
            },
        },
        DISTRICT,
    ],
    columns: Axis {
        name: "support",
        labels: Labels::Closed {
            words: "figure",
            always: &["parents", "needs_support", "enough", "partly", "none", "unclear", "no_need", "not_assessed"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::OncePerCell,
    totals: Totals::Row,
    sums: &[
        Sum { whole: "needs_support", parts: &["enough", "partly", "none", "unclear"], is_told: false },
        Sum { whole: "parents", parts: &["needs_support", "no_need", "not_assessed"], is_told: false },
    ],
    measures: &[Measure::Share { name: "share_enough", part: &["enough"], rest: &["partly", "none", "unclear"] }],
    listing: None,
    span: Span::YearSoFar,
};
