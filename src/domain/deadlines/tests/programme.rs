//! The programme: sessions, measurements, its review and end, tasks and referrals.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "baseline",
        forms: &[Form {
            case: "start 2026-12-14",
            met: "start 2026-12-14; done baseline {}",
            about: "- 0 2026-12-14",
            near: "2026-12-28",
            last: "2027-01-11",
            then: "",
        }],
        rows: &[
            ("four weeks before the start", "start 2026-10-29; done baseline 2026-10-01", "2026-11-27",
             "met 2026-11-26 by 2026-10-01"),
            ("five weeks before the start", "start 2026-10-29; done baseline 2026-09-24", "2026-11-27",
             "late 2026-11-26"),
            ("of one person", "start 2026-10-29; done baseline 2026-11-24 11", "2026-11-27",
             "met 2026-11-26 by 2026-11-24"),
            ("an enquiry", "start 2026-10-29; enquiry", "2026-11-27", ""),
            ("a family that is to begin", "start 2026-12-14", "2026-11-21", "open 2027-01-11"),
        ],
    },
    Table {
        rule: "weekly_session/children",
        forms: &[Form {
            case: "start 2026-12-20",
            met: "start 2026-12-20; done session_with_child {}",
            about: "- 1 2026-12-20",
            near: "2026-12-28",
            last: "2027-01-03",
            then: "2027-01-17",
        }],
        rows: &[
            ("over week 53", "start 2026-12-14; done session_with_child 2026-12-22;
             done session_with_child 2027-01-05", "2027-01-20",
             "met 2026-12-28 by 2026-12-22, met 2027-01-05 by 2027-01-05, late 2027-01-19"),
            ("the first on the first day", "start 2026-11-02; done session_with_child 2026-11-02", "2026-11-17",
             "late 2026-11-16"),
            ("the first on the first day, and one more", "start 2026-11-02; done session_with_child 2026-11-02;
             done session_with_child 2026-11-09",
             "2026-11-17", "met 2026-11-16 by 2026-11-09, due 2026-11-23"),
            ("two on one day", "start 2026-11-02; done session_with_child 2026-11-09 1;
             done session_with_child 2026-11-09 11",
             "2026-11-17",
             "met 2026-11-16 by 2026-11-09, due 2026-11-23"),
            ("over summer time's end", "start 2026-10-12; done session_with_child 2026-10-20", "2026-11-04",
             "met 2026-10-26 by 2026-10-20, late 2026-11-03"),
            ("an enquiry", "start 2026-10-29; enquiry", "2026-11-27", ""),
            ("summer exempted, and the next one falls due", "start 2026-06-08; done session_with_child 2026-06-20;
             exempt weekly_session - 1 2026-06-20 2026-08-10", "2026-08-25",
             "met 2026-06-22 by 2026-06-20, exempted 2026-07-04, late 2026-08-24"),
            ("exempted before there were halves", "start 2026-11-02; exempt weekly_session - 0 2026-11-02 2026-11-10",
             "2026-11-17", "exempted 2026-11-16, open 2026-11-30"),
            ("paused since the start", "start 2026-06-01; pause 2026-06-01", "2026-11-17", ""),
            ("paused before it fell due", "start 2026-06-01; done session_with_child 2026-06-10; pause 2026-06-24",
             "2026-11-17", "met 2026-06-15 by 2026-06-10"),
            ("paused, and back", "start 2026-06-01; done session_with_child 2026-06-10; pause 2026-06-20..2026-08-16",
             "2026-08-25", "met 2026-06-15 by 2026-06-10, due 2026-08-31"),
            ("paused, and back for long", "start 2026-06-01; done session_with_child 2026-06-10;
             pause 2026-06-20..2026-08-16", "2026-09-10", "met 2026-06-15 by 2026-06-10, late 2026-08-31"),
            ("late when the pause began", "start 2026-06-01; done session_with_child 2026-06-10;
             pause 2026-06-25", "2026-11-17", "met 2026-06-15 by 2026-06-10, late 2026-06-24"),
            ("a session in the pause", "start 2026-06-01; done session_with_child 2026-06-10;
             pause 2026-06-20..2026-08-16; done session_with_child 2026-07-07", "2026-08-25",
             "met 2026-06-15 by 2026-06-10, due 2026-08-31"),
            ("before the family came", "start 2026-11-02; done session_with_child 2026-11-01", "2026-11-17",
             "late 2026-11-16"),
        ],
    },
    Table {
        rule: "weekly_session/parents",
        forms: &[Form {
            case: "start 2026-12-20",
            met: "start 2026-12-20; done session_with_parent {}",
            about: "- 2 2026-12-20",
            near: "2026-12-28",
            last: "2027-01-03",
            then: "2027-01-17",
        }],
        rows: &[
            ("over week 53", "start 2026-12-14; done session_with_parent 2026-12-22;
             done session_with_parent 2027-01-05", "2027-01-20",
             "met 2026-12-28 by 2026-12-22, met 2027-01-05 by 2027-01-05, late 2027-01-19"),
            ("the first on the first day", "start 2026-11-02; done session_with_parent 2026-11-02", "2026-11-17",
             "late 2026-11-16"),
            ("the first on the first day, and one more", "start 2026-11-02; done session_with_parent 2026-11-02;
             done session_with_parent 2026-11-09",
             "2026-11-17", "met 2026-11-16 by 2026-11-09, due 2026-11-23"),
            ("two on one day", "start 2026-11-02; done session_with_parent 2026-11-09 1;
             done session_with_parent 2026-11-09 11",
             "2026-11-17",
             "met 2026-11-16 by 2026-11-09, due 2026-11-23"),
            ("over summer time's end", "start 2026-10-12; done session_with_parent 2026-10-20", "2026-11-04",
             "met 2026-10-26 by 2026-10-20, late 2026-11-03"),
            ("an enquiry", "start 2026-10-29; enquiry", "2026-11-27", ""),
            ("summer exempted, and the next one falls due", "start 2026-06-08; done session_with_parent 2026-06-20;
             exempt weekly_session - 2 2026-06-20 2026-08-10", "2026-08-25",
             "met 2026-06-22 by 2026-06-20, exempted 2026-07-04, late 2026-08-24"),
            ("before the family came", "start 2026-11-02; done session_with_parent 2026-11-01", "2026-11-17",
             "late 2026-11-16"),
        ],
    },
    Table {
        rule: "programme_review",
        forms: &[Form {
            case: "start 2026-03-31",
            met: "start 2026-03-31; done programme_reviewed {}",
            about: "- 0 2026-03-31",
            near: "2026-08-31",
            last: "2026-09-30",
            then: "",
        }],
        rows: &[
            ("reviewed twice", "start 2026-01-15; done programme_reviewed 2026-04-01;
             done programme_reviewed 2026-06-01",
             "2026-11-21", "met 2026-07-15 by 2026-04-01"),
            ("an end is no review", "start 2026-01-15; done programme_end_decided 2026-06-01", "2026-11-21",
             "late 2026-07-15"),
            ("an enquiry", "start 2026-01-15; enquiry", "2026-11-21", ""),
            ("closed before", "start 2026-01-15; closed 2026-06-01", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "programme_end",
        forms: &[Form {
            case: "start 2024-02-29",
            met: "start 2024-02-29; done programme_end_decided {}",
            about: "- 0 2024-02-29",
            near: "2025-01-29",
            last: "2025-02-28",
            then: "",
        }],
        rows: &[
            ("decided in time", "start 2025-11-01; done programme_end_decided 2026-10-20", "2026-11-21",
             "met 2026-11-01 by 2026-10-20"),
            ("decided late", "start 2025-11-01; done programme_end_decided 2026-11-20", "2026-11-21",
             "met_late 2026-11-01 by 2026-11-20"),
            ("closed in time", "start 2025-11-01; closed 2026-10-20", "2026-11-21", "met 2026-11-01 by 2026-10-20"),
            ("closed late", "start 2025-11-01; closed 2026-11-20", "2026-11-21", "met_late 2026-11-01 by 2026-11-20"),
            ("closed late and reopened", "start 2025-11-01; closed 2026-11-20; active", "2026-11-21",
             "late 2026-11-01"),
            ("to be closed next week", "start 2025-11-01; closed 2026-11-27", "2026-11-21", "late 2026-11-01"),
            ("exempted", "start 2025-11-01; exempt programme_end - 0 2025-11-01 2026-11-02", "2026-11-21",
             "exempted 2026-11-01"),
            ("an enquiry", "start 2025-11-01; enquiry", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "action_overdue",
        forms: &[Form {
            case: "wait task 8 2026-12-31",
            met: "wait task 8 2026-12-31 met {}",
            about: "- 8 2026-12-31",
            near: "2026-12-31",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("done before its day", "wait task 8 2026-11-20 met 2026-11-10", "2026-11-21",
             "met 2026-11-20 by 2026-11-10"),
            ("two of one day", "wait task 8 2026-11-20 met 2026-11-10; wait task 9 2026-11-20", "2026-11-21",
             "met 2026-11-20 by 2026-11-10, late 2026-11-20"),
            ("on a holiday", "wait task 8 2026-12-25", "2026-12-26", "late 2026-12-25"),
            ("on a leap day", "wait task 8 2028-02-29", "2028-02-29", "due 2028-02-29"),
        ],
    },
    Table {
        rule: "plan_action_overdue",
        forms: &[Form {
            case: "wait action 8 2026-12-31 of 11",
            met: "wait action 8 2026-12-31 of 11 met {}",
            about: "11 8 2026-12-31",
            near: "2026-12-31",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("done before its day", "wait action 8 2026-11-20 of 11 met 2026-11-10", "2026-11-21",
             "met 2026-11-20 by 2026-11-10"),
            ("of the whole family", "wait action 8 2026-11-20", "2026-11-21", "late 2026-11-20"),
            ("a task of the same number", "wait action 8 2026-11-20 of 11; wait task 8 2026-11-01", "2026-11-21",
             "late 2026-11-20"),
            ("on a holiday", "wait action 8 2026-12-25 of 11", "2026-12-26", "late 2026-12-25"),
        ],
    },
    Table {
        rule: "goal_without_step",
        forms: &[Form {
            case: "wait goal 5 2026-12-14 of 11",
            met: "wait goal 5 2026-12-14 of 11 met {}",
            about: "11 5 2026-12-14",
            near: "2027-01-04",
            last: "2027-01-11",
            then: "2027-02-08",
        }],
        rows: &[
            ("a step in time", "wait goal 5 2026-10-01 of 11 met 2026-10-20", "2026-11-21",
             "met 2026-10-29 by 2026-10-20, late 2026-11-17"),
            ("a step every other week", "wait goal 5 2026-10-01 of 11 met 2026-10-14 met 2026-10-28 met 2026-11-11",
             "2026-11-21", "met 2026-10-29 by 2026-10-14, met 2026-11-11 by 2026-10-28, \
              met 2026-11-25 by 2026-11-11, open 2026-12-09"),
            ("two goals", "wait goal 5 2026-11-20 of 11; wait goal 6 2026-10-01 of 1", "2026-11-21",
             "open 2026-12-18, late 2026-10-29"),
            ("a step on the day it was made", "wait goal 5 2026-11-01 of 11 met 2026-11-01", "2026-11-30",
             "late 2026-11-29"),
        ],
    },
    Table {
        rule: "stale_plan",
        forms: &[Form {
            case: "done plan_revised 2027-08-31 11",
            met: "done plan_revised 2027-08-31 11; done plan_revised {} 11",
            about: "11 0 2027-08-31",
            near: "2028-01-31",
            last: "2028-02-29",
            then: "2028-08-29",
        }],
        rows: &[
            ("no plan", "start 2026-01-01", "2026-11-21", ""),
            ("two people's", "done plan_revised 2026-01-15 1; done plan_revised 2026-03-15 11;
             done plan_revised 2026-07-10 1",
             "2026-11-21", "met 2026-07-15 by 2026-07-10, open 2027-01-10, late 2026-09-15"),
            ("changed in time", "done plan_revised 2026-01-15 11; done plan_revised 2026-06-15 11", "2026-11-21",
             "met 2026-07-15 by 2026-06-15, due 2026-12-15"),
            ("exempted, and the next one falls due", "done plan_revised 2026-01-15 11;
             exempt stale_plan 11 0 2026-01-15 2026-03-01", "2027-01-16",
             "exempted 2026-07-15, late 2027-01-15"),
        ],
    },
    Table {
        rule: "referral_unanswered",
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
        rule: "stale_measurement",
        forms: &[Form {
            case: "done measurement 2026-08-31",
            met: "done measurement 2026-08-31; done measurement {}",
            about: "- 0 2026-08-31",
            near: "2027-01-31",
            last: "2027-02-28",
            then: "2027-08-28",
        }],
        rows: &[
            ("nothing measured", "start 2026-01-01", "2026-11-21", ""),
            ("two on the first day", "done measurement 2026-01-15 1; done measurement 2026-01-15 11", "2026-11-21",
             "late 2026-07-15"),
            ("measured again in time", "done measurement 2026-01-15; done measurement 2026-06-15", "2026-11-21",
             "met 2026-07-15 by 2026-06-15, due 2026-12-15"),
            ("exempted, and the next one falls due", "done measurement 2026-01-15;
             exempt stale_measurement - 0 2026-01-15 2026-03-01", "2027-01-16",
             "exempted 2026-07-15, late 2027-01-15"),
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
