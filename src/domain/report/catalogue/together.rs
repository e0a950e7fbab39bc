//! Reports that join two kinds of records: in how many weeks a family was met, and what of contact came about while a
//! child lived where.

use super::DISTRICT;
use crate::domain::report::shape::{Axis, Counted, Labels, Measure, Report, Span, Totals};

pub(super) const WEEKS: Report = Report {
    name: "weeks",
    read_as: "report_weeks",
    by: &[Axis { name: "weeks", labels: Labels::Numbers }, DISTRICT],
    columns: Axis { name: "families", labels: Labels::Closed { words: "figure", always: &["families"], further: &[] } },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Row,
    sums: &[],
    measures: &[Measure::Median { name: "weeks" }],
    listing: None,
    span: Span::YearSoFar,
};

pub(super) const CONTACT: Report = Report {
    name: "contact",
    read_as: "report_contact",
    by: &[Axis { name: "step", labels: Labels::Numbers }],
    columns: Axis {
        name: "kind",
        labels: Labels::Closed {
            words: "placement_kind",
            always: &["emergency_home", "family_home", "residential_home"],
            further: &[
                "kinship_placement",
                "treatment_family",
                "joint_placement",
                "private_placement",
                "supported_housing",
                "secure_youth_home",
                "shelter",
            ],
        },
    },
    is_turned: false,
    counted: Counted::Records,
    totals: Totals::Both,
    sums: &[],
    measures: &[],
    listing: None,
    span: Span::YearSoFar,
};
