//! How a child is followed in care, the end of care, and what comes after it.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "care_ends_age",
        forms: &[Form {
            case: "people mother child:2008-02-29; placed family_home lvu_2 2024-01-15",
            met: "people mother child:2008-02-29; placed family_home lvu_2 2024-01-15..{}",
            about: "11 1 2008-02-29",
            near: "2025-08-29",
            last: "2026-02-28",
            then: "",
        }, Form {
            case: "people mother child:2005-12-31; placed secure_youth_home lvu_3 2024-01-15",
            met: "people mother child:2005-12-31; placed secure_youth_home lvu_3 2024-01-15..{}",
            about: "11 1 2005-12-31",
            near: "2026-06-30",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("at home at ten", "people mother child:2012-06-10; placed family_home lvu_2 2020-01-15..2022-06-10",
             "2026-11-21", "met 2030-06-10 by 2022-06-10"),
            ("closing the family is no end of care", "people mother child:2008-06-10;
             placed family_home lvu_2 2020-01-15;
             closed 2026-08-01", "2026-11-21", "late 2026-06-10"),
            ("moved when it was late", "people mother child:2008-06-10;
             placed family_home lvu_2 2020-01-15..2026-08-01;
             placed supported_housing lvu_2 2026-08-01", "2026-11-21", "late 2026-06-10"),
            ("moved, on a basis that nobody has said", "people mother child:2008-06-10;
             placed family_home lvu_2 2020-01-15..2026-08-01; placed supported_housing - 2026-08-01", "2026-11-21",
             "late 2026-06-10"),
            ("goes on by consent", "people mother child:2008-06-10; placed family_home lvu_2 2020-01-15..2026-06-10;
             placed supported_housing sol 2026-06-11", "2026-11-21", "met 2026-06-10 by 2026-06-10"),
            ("from the second section to the third", "people mother child:2008-06-10;
             placed family_home lvu_2 2020-01-15..2025-06-10; placed secure_youth_home lvu_3 2025-06-10",
             "2026-11-21",
             "met 2026-06-10 by 2025-06-10, open 2029-06-10"),
            ("nobody has said when the child was born", "people mother child:-; placed family_home lvu_2 2024-01-15",
             "2026-11-21", "unknown no-birth-date"),
            ("nobody has said when the child was born, and it is over", "people mother child:-;
             placed family_home lvu_2 2024-01-15..2025-01-15", "2026-11-21", ""),
            ("by consent", "people mother child:2008-06-10; placed family_home sol 2024-01-15", "2026-11-21", ""),
            ("exempted", "people mother child:2008-06-10; placed family_home lvu_2 2024-01-15;
             exempt care_ends_age 11 1 2008-06-10 2026-06-11", "2026-11-21", "exempted 2026-06-10"),
        ],
    },
    Table {
        rule: "post_care_follow_up",
        forms: &[Form {
            case: "placed family_home sol 2024-01-15..2026-12-31",
            met: "placed family_home sol 2024-01-15..2026-12-31; done follow_up {} 11",
            about: "11 1 2026-12-31",
            near: "2027-01-31",
            last: "2027-02-28",
            then: "",
        }],
        rows: &[
            ("care goes on", "placed family_home sol 2024-01-15", "2026-11-21", ""),
            ("a follow-up was opened", "placed family_home lvu_2 2024-01-15..2026-06-01;
             done follow_up_opened 2026-06-20 11",
             "2026-11-21", "met 2026-08-01 by 2026-06-20"),
            ("moved", "placed family_home sol 2024-01-15..2026-06-01; placed family_home sol 2026-06-02",
             "2026-11-21", ""),
            ("placed again before it fell due", "placed family_home sol 2024-01-15..2026-06-01;
             placed emergency_home sol 2026-07-01", "2026-11-21", ""),
            ("placed again after it was late", "placed family_home sol 2024-01-15..2026-06-01;
             placed emergency_home sol 2026-09-01", "2026-11-21", "late 2026-08-01"),
            ("a follow-up before the end", "placed family_home sol 2024-01-15..2026-06-01;
             done follow_up 2026-05-20 11",
             "2026-11-21", "late 2026-08-01"),
            ("the end is planned", "placed family_home sol 2024-01-15..2026-12-01", "2026-11-21", "open 2027-02-01"),
        ],
    },
    Table {
        rule: "post_care_follow_up_closed",
        forms: &[Form {
            case: "wait follow_up 5 2026-08-31 of 11",
            met: "wait follow_up 5 2026-08-31 of 11 met {}",
            about: "11 5 2026-08-31",
            near: "2027-01-31",
            last: "2027-02-28",
            then: "",
        }],
        rows: &[
            ("closed the same day", "wait follow_up 5 2026-08-31 of 11 met 2026-08-31", "2026-11-21",
             "met 2027-02-28 by 2026-08-31"),
            ("opened twice", "wait follow_up 5 2026-01-31 of 11 met 2026-05-01; wait follow_up 6 2026-05-15 of 11",
             "2026-11-21", "met 2026-07-31 by 2026-05-01, late 2026-11-15"),
            ("of two siblings", "people mother child child; wait follow_up 5 2026-01-31 of 11;
             wait follow_up 6 2026-05-25 of 12", "2026-11-21", "late 2026-07-31, due 2026-11-25 @12"),
            ("opened before the act was in force", "wait follow_up 5 1990-06-30 of 11", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "talk_with_child",
        forms: &[Form {
            case: "placed family_home sol 2026-11-30",
            met: "placed family_home sol 2026-11-30; done talk_with_child {} 11",
            about: "11 1 2026-11-30",
            near: "2027-02-08",
            last: "2027-02-28",
            then: "2027-05-28",
        }],
        rows: &[
            ("a session with the child", "placed family_home sol 2026-08-01; done child_session 2026-10-20 11",
             "2026-11-21",
             "met 2026-11-01 by 2026-10-20, open 2027-01-20"),
            ("a session with the sibling", "people mother child child; placed family_home sol 2026-08-01;
             done child_session 2026-10-20 12", "2026-11-21", "late 2026-11-01"),
            ("at home again after it was late", "placed family_home sol 2026-08-01..2026-11-10", "2026-11-21",
             "late 2026-11-01"),
            ("late in one care, talked in the next", "placed family_home sol 2026-01-01..2026-05-01;
             placed family_home sol 2026-06-01; done talk_with_child 2026-07-01 11", "2026-11-21",
             "met_late 2026-04-01 by 2026-07-01, met 2026-09-01 by 2026-07-01, late 2026-10-01"),
        ],
    },
    Table {
        rule: "special_worker_visits",
        forms: &[Form {
            case: "placed residential_home lvu_3 2026-08-31",
            met: "placed residential_home lvu_3 2026-08-31; done family_home_visited {} 11",
            about: "11 1 2026-08-31",
            near: "2026-11-09",
            last: "2026-11-30",
            then: "2027-02-28",
        }],
        rows: &[
            ("four in a year", "placed family_home sol 2026-01-01; done family_home_visited 2026-03-31 11;
             done family_home_visited 2026-06-30 11; done family_home_visited 2026-10-01 11", "2026-11-21",
             "met 2026-04-01 by 2026-03-31, met 2026-06-30 by 2026-06-30, met_late 2026-09-30 by 2026-10-01, \
              open 2027-01-01"),
            ("a family that came later counts from then", "start 2026-10-15; placed family_home sol 2026-01-01",
             "2026-11-21", "open 2027-01-15"),
            ("visited before the family came", "start 2026-10-15; placed family_home sol 2026-01-01;
             done family_home_visited 2026-10-01 11", "2026-11-21", "open 2027-01-15"),
            ("late and moved", "placed emergency_home lvu_6 2026-05-01..2026-10-01;
             placed family_home lvu_2 2026-10-01",
             "2026-11-21", "late 2026-08-01"),
        ],
    },
    Table {
        rule: "adults_meeting",
        forms: &[Form {
            case: "placed family_home sol 2026-08-31",
            met: "placed family_home sol 2026-08-31; done adults_meeting {} 11",
            about: "11 1 2026-08-31",
            near: "2026-11-09",
            last: "2026-11-30",
            then: "2027-02-28",
        }],
        rows: &[
            ("in a home of another kind", "placed residential_home sol 2026-01-01", "2026-11-21", ""),
            ("late, and then in a home of another kind", "placed family_home sol 2026-01-01..2026-05-01;
             placed residential_home sol 2026-05-01", "2026-11-21", "late 2026-04-01"),
            ("first in a home of another kind", "placed residential_home sol 2026-01-01..2026-09-01;
             placed family_home sol 2026-09-01", "2026-11-21", "due 2026-12-01"),
            ("from an emergency home to a family home", "placed emergency_home sol 2026-07-01..2026-09-01;
             placed family_home sol 2026-09-01", "2026-11-21", "late 2026-10-01"),
            ("a meeting about nobody in particular", "placed family_home sol 2026-08-01;
             done adults_meeting 2026-09-20",
             "2026-11-21", "met 2026-11-01 by 2026-09-20, open 2026-12-20"),
        ],
    },
];
