//! Duties beside the programme itself: that a referral is answered, that a map is drawn anew.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "referral_unanswered",
        forms: &[Form {
            case: "wait referred 6 2026-12-14 of 11",
            met: "wait referred 6 2026-12-14 of 11 met {}",
            about: "11 6 2026-12-14",
            near: "2027-01-04",
            last: "2027-01-11",
            then: "",
        }],
        rows: &[
            ("answered the same day", "wait referred 6 2026-10-01 of 11 met 2026-10-01", "2026-11-21",
             "met 2026-10-29 by 2026-10-01"),
            ("answered next week", "wait referred 6 2026-10-01 of 11 met 2026-11-27", "2026-11-21",
             "late 2026-10-29"),
            ("of a parent", "people mother father child; wait referred 6 2026-10-01 of 2", "2026-11-21",
             "late 2026-10-29 @2"),
            ("two, one answered", "wait referred 6 2026-10-01 of 11 met 2026-10-10; wait referred 7 2026-10-10 of 11",
             "2026-11-21", "met 2026-10-29 by 2026-10-10, late 2026-11-07"),
        ],
    },
    Table {
        rule: "referral_event_unanswered",
        forms: &[Form {
            case: "wait referral 6 2026-12-14 of 11",
            met: "wait referral 6 2026-12-14 of 11 met {}",
            about: "11 6 2026-12-14",
            near: "2027-01-04",
            last: "2027-01-11",
            then: "",
        }],
        rows: &[
            ("answered the same day", "wait referral 6 2026-10-01 of 11 met 2026-10-01", "2026-11-21",
             "met 2026-10-29 by 2026-10-01"),
            ("answered next week", "wait referral 6 2026-10-01 of 11 met 2026-11-27", "2026-11-21",
             "late 2026-10-29"),
            ("of a parent", "people mother father child; wait referral 6 2026-10-01 of 2", "2026-11-21",
             "late 2026-10-29 @2"),
            ("two, one answered", "wait referral 6 2026-10-01 of 11 met 2026-10-10; wait referral 7 2026-10-10 of 11",
             "2026-11-21", "met 2026-10-29 by 2026-10-10, late 2026-11-07"),
        ],
    },
    Table {
        rule: "stale_map",
        forms: &[Form {
            case: "done map_drawn 2027-08-31 11",
            met: "done map_drawn 2027-08-31 11; done map_drawn {} 11",
            about: "11 0 2027-08-31",
            near: "2028-01-31",
            last: "2028-02-29",
            then: "2028-08-29",
        }],
        rows: &[
            ("nothing drawn", "start 2026-01-01", "2026-11-21", ""),
            ("two people's", "done map_drawn 2026-01-15 1; done map_drawn 2026-03-15 11; done map_drawn 2026-07-10 1",
             "2026-11-21", "met 2026-07-15 by 2026-07-10, open 2027-01-10, late 2026-09-15"),
            ("drawn again on the first day", "done map_drawn 2026-01-15 11; done map_drawn 2026-01-15 11",
             "2026-11-21",
             "late 2026-07-15"),
            ("closed", "done map_drawn 2026-01-15 11; closed 2026-05-01", "2026-11-21", ""),
        ],
    },
];
