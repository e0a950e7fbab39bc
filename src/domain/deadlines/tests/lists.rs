//! Checklists that fall due: from the day that each says itself, met once every line of it is dealt with.

use super::{Form, Table};

pub const TABLES: &[Table] = &[
    Table {
        rule: "school_at_emergency_placement",
        forms: &[Form {
            case: "placed emergency_home sol 2026-12-01",
            met: "placed emergency_home sol 2026-12-01; listed school_at_emergency_placement {} 11 2026-12-01",
            about: "11 1 2026-12-01",
            near: "2026-12-08",
            last: "2026-12-08",
            then: "",
        }],
        rows: &[
            ("before the list was in use", "placed emergency_home sol 2026-11-30", "2027-01-10", ""),
            ("not of a child placed with its parent", "placed joint_placement sol 2026-12-01", "2027-01-10", ""),
            (
                "ticked for another time",
                "placed emergency_home sol 2026-12-01;
             listed school_at_emergency_placement 2026-12-05 11 2026-03-01",
                "2026-12-09",
                "late 2026-12-08",
            ),
            (
                "ticked before the day was corrected",
                "placed emergency_home sol 2026-12-01;
             listed school_at_emergency_placement 2026-12-05 11 2026-12-03",
                "2026-12-09",
                "met 2026-12-08 by 2026-12-05",
            ),
            (
                "ticked for a brother",
                "people mother child child; placed emergency_home sol 2026-12-01;
             listed school_at_emergency_placement 2026-12-05 12 2026-12-01",
                "2026-12-09",
                "late 2026-12-08",
            ),
        ],
    },
    Table {
        rule: "information_pack",
        forms: &[],
        rows: &[
            (
                "open, and never late by a number that nobody has read",
                "placed family_home sol 2026-12-01",
                "2027-06-01",
                "open",
            ),
            (
                "gone through with the parent",
                "placed family_home sol 2026-12-01;
             listed information_pack 2026-12-10 1 2026-12-01",
                "2027-06-01",
                "met by 2026-12-10",
            ),
            (
                "with each of two",
                "people mother father child; placed family_home sol 2026-12-01;
             listed information_pack 2026-12-10 1 2026-12-01",
                "2027-06-01",
                "met by 2026-12-10, open @2",
            ),
            (
                "exempted",
                "placed family_home sol 2026-12-01; exempt information_pack 1 1 2026-12-01 2026-12-02",
                "2027-06-01",
                "exempted",
            ),
            ("before the list was in use", "placed family_home sol 2026-03-02", "2027-06-01", ""),
        ],
    },
    Table {
        rule: "handover",
        forms: &[],
        rows: &[
            ("nobody else yet", "start 2026-01-01", "2027-06-01", ""),
            ("other colleagues", "support 2026-12-02", "2027-06-01", "open"),
            (
                "gone through",
                "support 2026-12-02; listed handover 2026-12-01 - 2026-12-01",
                "2027-06-01",
                "met by 2026-12-01",
            ),
            (
                "again",
                "support 2026-12-02; support 2027-03-02; listed handover 2026-12-04 - 2026-12-02",
                "2027-06-01",
                "met by 2026-12-04, open",
            ),
            ("exempted", "support 2026-12-02; exempt handover - 0 2026-12-02 2026-12-03", "2027-06-01", "exempted"),
        ],
    },
    Table {
        rule: "before_return_home",
        forms: &[],
        rows: &[
            ("no such phase", "placed family_home sol 2026-03-02; phase change_over_time 2026-12-02", "2027-06-01", ""),
            (
                "as long as the phase lasts",
                "placed family_home sol 2026-03-02; phase before_return_home 2026-12-02",
                "2027-06-01",
                "open",
            ),
            (
                "dealt with",
                "placed family_home sol 2026-03-02; phase before_return_home 2026-12-02;
             listed before_return_home 2027-01-15 11 2026-12-02",
                "2027-06-01",
                "met by 2027-01-15",
            ),
            ("of nobody who is not placed", "phase before_return_home 2026-12-02", "2027-06-01", ""),
            (
                "exempted",
                "placed family_home sol 2026-03-02; phase before_return_home 2026-12-02;
             exempt before_return_home 11 1 2026-12-02 2026-12-03",
                "2027-06-01",
                "exempted",
            ),
        ],
    },
];
