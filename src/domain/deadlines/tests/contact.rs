//! Contact: restrictions, supporters, the child's word.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "contact_restriction_consideration",
        forms: &[Form {
            case: "wait restriction 4 2026-11-30 of 11",
            met: "wait restriction 4 2026-11-30 of 11 met {}",
            about: "11 4 2026-11-30",
            near: "2027-02-08",
            last: "2027-02-28",
            then: "2027-05-28",
        }],
        rows: &[
            ("considered twice, then not", "wait restriction 4 2026-01-31 of 11 met 2026-04-20 met 2026-07-20",
             "2026-11-21",
             "met 2026-04-30 by 2026-04-20, met 2026-07-20 by 2026-07-20, late 2026-10-20"),
            ("ended before it fell due", "wait restriction 4 2026-01-31..2026-04-01 of 11", "2026-11-21", ""),
            ("ended after it was late", "wait restriction 4 2026-01-31..2026-05-01 of 11", "2026-11-21",
             "late 2026-04-30"),
            ("considered on the day of the decision", "wait restriction 4 2026-01-31 of 11 met 2026-01-31",
             "2026-05-01",
             "late 2026-04-30"),
            ("two at a time", "wait restriction 4 2026-01-31 of 11 met 2026-04-20;
             wait restriction 5 2026-03-31 of 11",
             "2026-07-01", "met 2026-04-30 by 2026-04-20, due 2026-07-20, late 2026-06-30"),
            ("came to the unit afterwards", "start 2026-10-01; wait restriction 4 2026-01-31 of 11", "2026-11-21",
             "late 2026-04-30"),
            ("exempted, and the next one falls due", "wait restriction 4 2026-01-31 of 11;
             exempt contact_restriction_consideration 11 4 2026-01-31 2026-05-02", "2026-08-03",
             "exempted 2026-04-30, late 2026-08-02"),
            ("a decision from before the act", "start 1980-01-01; wait restriction 4 1990-06-30 of 11",
             "1991-01-01", ""),
        ],
    },
    Table {
        rule: "restriction_without_decision",
        forms: &[Form {
            case: "wait decision 4 2026-12-31 of 11",
            met: "wait decision 4 2026-12-31 of 11 met {}",
            about: "11 4 2026-12-31",
            near: "2026-12-31",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("decided before its first day", "wait decision 4 2026-11-15 of 11 met 2026-11-10", "2026-11-21",
             "met 2026-11-15 by 2026-11-10"),
            ("of two siblings", "people mother child child; wait decision 4 2026-11-15 of 11;
             wait decision 5 2026-11-25 of 12", "2026-11-21", "late 2026-11-15, open 2026-11-25 @12"),
            ("over without one", "wait decision 4 2026-11-15..2026-11-18 of 11", "2026-11-21", "late 2026-11-15"),
            ("completed late", "wait decision 4 2026-11-15 of 11 met 2026-11-18", "2026-11-21",
             "met_late 2026-11-15 by 2026-11-18"),
        ],
    },
    Table {
        rule: "shared_number",
        forms: &[Form {
            case: "wait number 4 2026-12-31 of 11",
            met: "wait number 4 2026-12-31 of 11 met {}",
            about: "11 4 2026-12-31",
            near: "2026-12-31",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("since both families are there", "wait number 4 2026-11-15 of 11", "2026-11-21", "late 2026-11-15"),
            ("the day on which the second one came", "wait number 4 2026-11-21 of 11", "2026-11-21", "due 2026-11-21"),
            ("of two people", "people mother child child; wait number 4 2026-11-15 of 11;
             wait number 5 2026-11-15 of 12", "2026-11-21", "late 2026-11-15, late 2026-11-15 @12"),
            ("looked at", "wait number 4 2026-11-15 of 11;
             exempt shared_number 11 4 2026-11-15 2026-11-20", "2026-11-21", "exempted 2026-11-15"),
        ],
    },
    Table {
        rule: "visit_despite_restriction",
        forms: &[Form {
            case: "wait visit_breach 9 2026-11-20 of 11",
            met: "wait visit_breach 9 2026-11-20 of 11 met {}",
            about: "11 9 2026-11-20",
            near: "2026-11-20",
            last: "2026-11-20",
            then: "",
        }],
        rows: &[
            ("seen the day after", "wait visit_breach 9 2026-11-20 of 11 met 2026-11-21", "2026-11-21",
             "met_late 2026-11-20 by 2026-11-21"),
            ("two, and one is seen", "wait visit_breach 9 2026-11-13 of 11 met 2026-11-13;
              wait visit_breach 10 2026-11-20 of 11",
             "2026-11-21", "met 2026-11-13 by 2026-11-13, late 2026-11-20"),
            ("of two siblings", "people mother child child; wait visit_breach 9 2026-11-15 of 11;
             wait visit_breach 9 2026-11-15 of 12", "2026-11-15", "due 2026-11-15, due 2026-11-15 @12"),
            ("seen on its own day", "wait visit_breach 9 2026-11-20 of 11 met 2026-11-20", "2026-11-21",
             "met 2026-11-20 by 2026-11-20"),
        ],
    },
    Table {
        rule: "session_despite_restriction",
        forms: &[Form {
            case: "wait session_breach 9 2026-11-20 of 11",
            met: "wait session_breach 9 2026-11-20 of 11 met {}",
            about: "11 9 2026-11-20",
            near: "2026-11-20",
            last: "2026-11-20",
            then: "",
        }],
        rows: &[
            ("seen the day after", "wait session_breach 9 2026-11-20 of 11 met 2026-11-21", "2026-11-21",
             "met_late 2026-11-20 by 2026-11-21"),
            ("two, and one is seen", "wait session_breach 9 2026-11-13 of 11 met 2026-11-13;
              wait session_breach 10 2026-11-20 of 11",
             "2026-11-21", "met 2026-11-13 by 2026-11-13, late 2026-11-20"),
            ("of two siblings", "people mother child child; wait session_breach 9 2026-11-15 of 11;
             wait session_breach 9 2026-11-15 of 12", "2026-11-15", "due 2026-11-15, due 2026-11-15 @12"),
            ("seen on its own day", "wait session_breach 9 2026-11-20 of 11 met 2026-11-20", "2026-11-21",
             "met 2026-11-20 by 2026-11-20"),
        ],
    },
    Table {
        rule: "group_despite_restriction",
        forms: &[Form {
            case: "wait group_breach 9 2026-11-20 of 11",
            met: "wait group_breach 9 2026-11-20 of 11 met {}",
            about: "11 9 2026-11-20",
            near: "2026-11-20",
            last: "2026-11-20",
            then: "",
        }],
        rows: &[
            ("seen the day after", "wait group_breach 9 2026-11-20 of 11 met 2026-11-21", "2026-11-21",
             "met_late 2026-11-20 by 2026-11-21"),
            ("two, and one is seen", "wait group_breach 9 2026-11-13 of 11 met 2026-11-13;
              wait group_breach 10 2026-11-20 of 11",
             "2026-11-21", "met 2026-11-13 by 2026-11-13, late 2026-11-20"),
            ("of two siblings", "people mother child child; wait group_breach 9 2026-11-15 of 11;
             wait group_breach 9 2026-11-15 of 12", "2026-11-15", "due 2026-11-15, due 2026-11-15 @12"),
            ("seen on its own day", "wait group_breach 9 2026-11-20 of 11 met 2026-11-20", "2026-11-21",
             "met 2026-11-20 by 2026-11-20"),
        ],
    },
    Table {
        rule: "supporter_missing",
        forms: &[Form {
            case: "wait supporter 9 2027-01-08 of 11",
            met: "wait supporter 9 2027-01-08 of 11 met {}",
            about: "11 9 2027-01-08",
            near: "2026-12-25",
            last: "2027-01-08",
            then: "",
        }],
        rows: &[
            ("named a week before", "wait supporter 9 2026-11-20 of 11 met 2026-11-13", "2026-11-21",
             "met 2026-11-20 by 2026-11-13"),
            ("named on the morning of the visit", "wait supporter 9 2026-11-20 of 11 met 2026-11-20", "2026-11-21",
             "met 2026-11-20 by 2026-11-20"),
            ("three weeks ahead", "wait supporter 9 2026-12-12 of 11", "2026-11-21", "open 2026-12-12"),
            ("two visits, one in vain", "wait supporter 9 2026-11-20 of 11; wait supporter 10 2026-11-27 of 11",
             "2026-11-21",
             "late 2026-11-20, due 2026-11-27"),
        ],
    },
    Table {
        rule: "child_without_word",
        forms: &[Form {
            case: "wait word 0 2026-11-02 of 11",
            met: "wait word 0 2026-11-02 of 11 met {}",
            about: "11 0 2026-11-02",
            near: "2027-01-17",
            last: "2027-01-31",
            then: "",
        }],
        rows: &[
            ("over a leap day", "wait word 0 2027-12-01 of 11", "2028-03-01", "late 2028-02-29"),
            ("no visit yet", "placed family_home sol 2026-01-02", "2026-08-01", ""),
            ("told, and a visit since", "wait word 0 2026-01-01 of 11 met 2026-04-02; wait word 0 2026-04-02 of 11",
             "2026-08-01", "met_late 2026-04-01 by 2026-04-02, late 2026-07-01"),
            ("two siblings", "people mother child child; wait word 0 2026-08-01 of 11 met 2026-10-01;
             wait word 0 2026-08-01 of 12", "2026-11-21",
             "met 2026-10-30 by 2026-10-01, late 2026-10-30 @12"),
        ],
    },
];
