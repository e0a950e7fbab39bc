//! School and health, in connection with a placement.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "school_start",
        forms: &[Form {
            case: "placed family_home sol 2026-12-28 change",
            met: "placed family_home sol 2026-12-28 change school {}",
            about: "11 1 2026-12-28",
            near: "2027-01-01",
            last: "2027-01-04",
            then: "",
        }],
        rows: &[
            ("no change of school", "placed family_home sol 2026-11-02 same", "2026-12-28", ""),
            ("nobody has said", "placed family_home sol 2026-11-02", "2026-11-03", "unknown no-school-change"),
            ("nobody has said, and the placement is over", "placed family_home sol 2026-11-02..2026-11-20",
             "2026-12-03", ""),
            ("nobody has said, and the placement ends today", "placed family_home sol 2026-11-02..2026-11-20",
             "2026-11-20",
             "unknown no-school-change"),
            ("nobody has said, exempted", "placed family_home sol 2026-11-02;
             exempt school_start 11 1 2026-11-02 2026-11-05", "2026-12-03", "exempted no-school-change"),
            ("nobody has said, closed", "placed family_home sol 2026-11-02; closed 2026-11-20", "2026-12-03", ""),
            ("on the first day", "placed family_home sol 2026-11-02 change school 2026-11-02", "2026-11-03",
             "met 2026-11-09 by 2026-11-02"),
            ("moved within the week to another school", "placed emergency_home lvu_6 2026-11-02..2026-11-05 change;
             placed family_home lvu_2 2026-11-05 change", "2026-11-20", "late 2026-11-12"),
            ("moved after the week to another school", "placed emergency_home lvu_6 2026-11-02..2026-11-15 change;
             placed family_home lvu_2 2026-11-15 change school 2026-11-17", "2026-11-20",
             "late 2026-11-09, met 2026-11-22 by 2026-11-17"),
            ("two siblings", "people mother child child; placed family_home sol 2026-11-02 change school 2026-11-04;
             placed family_home sol 2026-11-02 of 12 change", "2026-11-20",
             "met 2026-11-09 by 2026-11-04, late 2026-11-09 @12"),
            ("over summer time's end", "placed family_home sol 2026-10-22 change", "2026-10-30", "late 2026-10-29"),
            ("in a shelter", "placed shelter sol 2026-11-02 change", "2026-11-20", ""),
            ("over Christmas the days go on", "placed family_home sol 2026-12-23 change", "2026-12-30",
             "due 2026-12-30"),
        ],
    },
    Table {
        rule: "shelter_school_start",
        forms: &[Form {
            case: "placed shelter - 2028-02-24 change",
            met: "placed shelter - 2028-02-24 change school {}",
            about: "11 1 2028-02-24",
            near: "2028-02-28",
            last: "2028-03-02",
            then: "",
        }],
        rows: &[
            ("whether it is another school or nobody has said", "placed shelter - 2026-11-02", "2026-11-10",
             "late 2026-11-09"),
            ("the child keeps its school", "placed shelter - 2026-11-02 same", "2026-11-10", ""),
            ("no shelter", "placed emergency_home lvu_6 2026-11-02 change", "2026-11-10", ""),
            ("left on the fifth day", "placed shelter - 2026-11-02..2026-11-07", "2026-11-20", ""),
            ("left on the ninth day", "placed shelter - 2026-11-02..2026-11-11", "2026-11-20", "late 2026-11-09"),
            ("to the next shelter", "placed shelter - 2026-11-02..2026-11-11 school 2026-11-05;
             placed shelter - 2026-11-11 school 2026-11-20", "2026-11-30",
             "met 2026-11-09 by 2026-11-05, met_late 2026-11-18 by 2026-11-20"),
        ],
    },
    Table {
        rule: "health_exam_requested",
        forms: &[],
        rows: &[
            ("not asked for", "placed family_home sol 2026-11-02", "2027-11-03", "open"),
            ("asked for", "placed family_home sol 2026-11-02; done health_exam_requested 2026-11-04 11", "2026-11-05",
             "met by 2026-11-04"),
            ("asked for before a planned placement", "placed family_home sol 2026-11-02;
             done health_exam_requested 2026-10-12 11", "2026-11-05", "met by 2026-10-12"),
            ("asked for long before", "placed family_home sol 2026-11-02; done health_exam_requested 2026-10-04 11",
             "2026-11-05", "open"),
            ("moved", "placed emergency_home lvu_6 2026-11-02..2026-11-20; placed family_home lvu_2 2026-11-21;
             done health_exam_requested 2026-11-04 11", "2026-12-05", "met by 2026-11-04"),
            ("placed anew", "placed emergency_home lvu_6 2026-01-02..2026-01-20; placed family_home lvu_2 2026-11-21;
             done health_exam_requested 2026-01-04 11", "2026-12-05", "met by 2026-01-04, open"),
            ("two siblings, one of them", "people mother child child; placed family_home sol 2026-11-02;
             placed family_home sol 2026-11-02 of 12; done health_exam_requested 2026-11-04 12", "2026-12-05",
             "open, met by 2026-11-04 @12"),
            ("in a shelter", "placed shelter - 2026-11-02", "2026-11-03", "open"),
            ("placed by the parents themselves", "placed private_placement - 2026-11-02", "2026-11-03", ""),
            ("back home", "placed family_home sol 2026-11-02..2026-11-10", "2026-11-11", ""),
            ("exempted", "placed family_home sol 2026-11-02; exempt health_exam_requested 11 1 2026-11-02 2026-11-05",
             "2026-12-05", "exempted"),
            ("closed", "placed family_home sol 2026-11-02; closed 2026-11-10", "2026-11-11", ""),
            ("the day before the act was in force", "start 2010-01-01; placed family_home sol 2017-04-14",
             "2017-05-01", ""),
            ("the day that the act came in force", "start 2010-01-01; placed family_home sol 2017-04-15",
             "2017-05-01", "open"),
        ],
    },
    Table {
        rule: "dental_exam_requested",
        forms: &[],
        rows: &[
            ("not asked for", "placed residential_home lvu_3 2026-11-02", "2027-11-03", "open"),
            ("asked for", "placed residential_home lvu_3 2026-11-02; done dental_exam_requested 2026-11-04 11",
             "2026-11-05", "met by 2026-11-04"),
            ("a health examination is none of the teeth", "placed family_home sol 2026-11-02;
             done health_exam_requested 2026-11-12 11", "2026-12-05", "open"),
            ("asked for before a planned placement", "placed family_home sol 2026-11-02;
             done dental_exam_requested 2026-10-12 11", "2026-11-05", "met by 2026-10-12"),
            ("exempted", "placed family_home sol 2026-11-02; exempt dental_exam_requested 11 1 2026-11-02 2026-11-05",
             "2026-12-05", "exempted"),
            ("closed and reopened", "placed family_home sol 2026-11-02; closed 2026-11-10; active", "2026-12-11",
             "open"),
        ],
    },
];
