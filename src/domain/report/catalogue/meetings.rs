//! Reports of what was done: sessions, visits, duties.

use super::{ALL_CANCELLED, DISTRICT, MONTH, WEEK};
use crate::domain::report::shape::{Axis, Counted, Labels, Report, Span, Totals};

/// The grid of prevention: on which level, for one, a group or all.
const LEVEL: Axis = Axis {
    name: "level",
    labels: Labels::Closed {
        words: "grid",
        always: &[
            "universal_individual",
            "universal_group",
            "universal_structural",
            "selective_individual",
            "selective_group",
            "selective_structural",
            "indicated_individual",
            "indicated_group",
            "indicated_structural",
        ],
        further: &[],
    },
};

/// What a session was for.
const TASK: Axis = Axis {
    name: "task",
    labels: Labels::Closed {
        words: "session_kind",
        always: &[
            "conversation",
            "crisis_support",
            "advice",
            "child_session",
            "network_meeting",
            "family_session",
            "adults_meeting",
            "information",
            "motivation",
            "shared_activity",
            "planning",
            "follow_up",
        ],
        further: &[],
    },
};

/// Sessions that were held, by what they were for and where in the grid of prevention.
pub(super) const PREVENTION: Report = Report {
    name: "prevention",
    read_as: "report_prevention",
    by: &[TASK],
    columns: LEVEL,
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const SESSIONS: Report = Report {
    name: "sessions",
    read_as: "report_sessions",
    by: &[
        Axis {
            name: "area",
            labels: Labels::Closed {
                words: "area",
                always: &["school", "leisure", "psychosocial", "parenting", "network"],
                further: &[],
            },
        },
        LEVEL,
        Axis {
            name: "mode",
            labels: Labels::Closed {
                words: "mode",
                always: &["home_visit", "office", "phone", "video", "school", "outdoors"],
                further: &[],
            },
        },
        WEEK,
        MONTH,
        DISTRICT,
        TASK,
    ],
    columns: Axis {
        name: "outcome",
        labels: Labels::Closed {
            words: "figure",
            always: &[
                "held",
                "cancelled",
                "cancelled_by_parent",
                "cancelled_by_child",
                "cancelled_by_family_home",
                "cancelled_by_us",
                "cancelled_by_other",
                "no_show",
            ],
            further: &["cancelled_by_unknown"],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[ALL_CANCELLED],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const VISITS: Report = Report {
    name: "visits",
    read_as: "report_visits",
    by: &[
        Axis { name: "step", labels: Labels::Numbers },
        Axis {
            name: "role",
            labels: Labels::Closed {
                words: "member_role",
                always: &["mother", "father"],
                further: &[
                    "step_parent",
                    "guardian",
                    "grandparent",
                    "relative",
                    "family_home_parent",
                    "trustee",
                    "appointed_guardian",
                    "child",
                    "other",
                ],
            },
        },
        Axis {
            name: "contact",
            labels: Labels::Closed {
                words: "visit_contact",
                always: &["in_person", "phone", "video", "letter"],
                further: &[],
            },
        },
        WEEK,
        MONTH,
        DISTRICT,
    ],
    columns: Axis {
        name: "outcome",
        labels: Labels::Closed {
            words: "figure",
            always: &[
                "planned",
                "held",
                "cancelled",
                "cancelled_by_parent",
                "cancelled_by_child",
                "cancelled_by_family_home",
                "cancelled_by_us",
                "cancelled_by_other",
                "no_show",
            ],
            further: &["cancelled_by_unknown"],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[ALL_CANCELLED],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const DEADLINES: Report = Report {
    name: "deadlines",
    read_as: "deadlines",
    by: &[Axis { name: "rule", labels: Labels::AsFound }, DISTRICT, MONTH],
    columns: Axis {
        name: "state",
        labels: Labels::Closed {
            words: "field",
            always: &["met_in_time", "met_late", "missed", "open", "unknown"],
            further: &[],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Row,
    sums: &[],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};
