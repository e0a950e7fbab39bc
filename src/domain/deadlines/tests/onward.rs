//! Duties of referrals: that somebody answers.

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
];
