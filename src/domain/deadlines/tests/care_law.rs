//! What follows on decisions about care: immediate custody, a removal ban, the plan, consent, whose parent somebody is.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "immediate_custody_to_court",
        forms: &[Form {
            case: "placed emergency_home lvu_6 2026-12-28",
            met: "placed emergency_home lvu_6 2026-12-28; done custody_submitted {} 11",
            about: "11 1 2026-12-28",
            near: "2027-01-01",
            last: "2027-01-04",
            then: "",
        }],
        rows: &[
            ("in time", "placed emergency_home lvu_6 2026-11-02; done custody_submitted 2026-11-05 11", "2026-11-21",
             "met 2026-11-09 by 2026-11-05"),
            ("late", "placed emergency_home lvu_6 2026-11-02", "2026-11-21", "late 2026-11-09"),
            ("moved, still in custody", "placed emergency_home lvu_6 2026-11-02..2026-11-05;
             placed residential_home lvu_6 2026-11-05", "2026-11-21", "late 2026-11-09"),
            ("by consent", "placed emergency_home sol 2026-11-02", "2026-11-21", ""),
            ("entered as care", "care lvu_6 2026-11-02", "2026-11-21", "late 2026-11-09"),
        ],
    },
    Table {
        rule: "court_review_immediate_custody",
        forms: &[Form {
            case: "wait custody 3 2026-12-28 of 11",
            met: "wait custody 3 2026-12-28 of 11 met {}",
            about: "11 3 2026-12-28",
            near: "2027-01-01",
            last: "2027-01-04",
            then: "",
        }],
        rows: &[
            ("in time", "wait custody 3 2026-11-02 of 11 met 2026-11-06", "2026-11-21", "met 2026-11-09 by 2026-11-06"),
            ("not yet", "wait custody 3 2026-11-02 of 11", "2026-11-21", "late 2026-11-09"),
            ("two children", "people mother child child; wait custody 3 2026-11-16 of 11;
             wait custody 4 2026-11-16 of 12",
             "2026-11-21", "due 2026-11-23, due 2026-11-23 @12"),
            ("before the act", "start 1980-01-01; wait custody 3 1990-06-30 of 11", "1990-11-21", ""),
        ],
    },
    Table {
        rule: "application_for_care",
        forms: &[Form {
            case: "placed emergency_home lvu_6 2026-12-14",
            met: "placed emergency_home lvu_6 2026-12-14; done care_applied_for {} 11",
            about: "11 1 2026-12-14",
            near: "2026-12-28",
            last: "2027-01-11",
            then: "",
        }],
        rows: &[
            ("in time", "placed emergency_home lvu_6 2026-10-12; done care_applied_for 2026-11-05 11", "2026-11-21",
             "met 2026-11-09 by 2026-11-05"),
            ("late", "placed emergency_home lvu_6 2026-10-12", "2026-11-21", "late 2026-11-09"),
            ("judged before", "placed emergency_home lvu_6 2026-10-12..2026-11-01; placed family_home lvu_2 2026-11-02",
             "2026-11-21", "met 2026-11-09 by 2026-11-01"),
            ("another basis", "placed emergency_home lvu_3 2026-10-12", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "removal_ban_consideration",
        forms: &[Form {
            case: "wait ban 4 2026-11-30 of 11",
            met: "wait ban 4 2026-11-30 of 11; done removal_ban_considered {} 11",
            about: "11 4 2026-11-30",
            near: "2027-02-08",
            last: "2027-02-28",
            then: "2027-05-28",
        }],
        rows: &[
            ("considered, and again", "wait ban 4 2026-01-31 of 11; done removal_ban_considered 2026-04-20 11;
             done removal_ban_considered 2026-07-20 11", "2026-11-21",
             "met 2026-04-30 by 2026-04-20, met 2026-07-20 by 2026-07-20, late 2026-10-20"),
            ("lifted before it fell due", "wait ban 4 2026-01-31..2026-04-01 of 11", "2026-11-21", ""),
            ("lifted after it was late", "wait ban 4 2026-01-31..2026-05-01 of 11", "2026-11-21", "late 2026-04-30"),
            ("before the act", "start 1980-01-01; wait ban 4 1990-06-30 of 11", "1991-01-01", ""),
        ],
    },
    Table {
        rule: "care_plan_revision",
        forms: &[Form {
            case: "placed family_home sol 2024-02-29",
            met: "placed family_home sol 2024-02-29; done care_plan_revised {} 11",
            about: "11 1 2024-02-29",
            near: "2025-12-29",
            last: "2026-02-28",
            then: "",
        }],
        rows: &[
            ("revised in the first year", "placed family_home sol 2024-02-01; done care_plan_revised 2024-11-01 11",
             "2026-11-21", "met 2026-02-01 by 2024-11-01"),
            ("moved in between", "placed emergency_home lvu_6 2024-02-01..2024-05-01;
             placed family_home lvu_2 2024-05-01",
             "2026-11-21", "late 2026-02-01"),
            ("grown up by then", "people mother child:2007-12-10; placed family_home sol 2024-02-01", "2026-11-21", ""),
            ("placed before the rule", "placed family_home sol 2020-06-30", "2026-11-21", ""),
            ("in supported housing", "placed supported_housing sol 2024-02-01", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "own_consent",
        forms: &[Form {
            case: "people mother child:2008-12-31; placed family_home sol 2024-01-15",
            met: "people mother child:2008-12-31; placed family_home sol 2024-01-15; done own_consent_given {} 11",
            about: "11 1 2008-12-31",
            near: "2026-09-30",
            last: "2026-12-31",
            then: "",
        }],
        rows: &[
            ("consents", "people mother child:2008-06-10; placed family_home sol 2024-01-15;
             done own_consent_given 2026-06-01 11", "2026-11-21", "met 2026-06-10 by 2026-06-01"),
            ("nobody has asked", "people mother child:2008-06-10; placed family_home sol 2024-01-15", "2026-11-21",
             "late 2026-06-10"),
            ("home before", "people mother child:2008-06-10; placed family_home sol 2024-01-15..2026-05-01",
             "2026-11-21",
             "met 2026-06-10 by 2026-05-01"),
            ("without consent there is nothing to consent to", "people mother child:2008-06-10;
             placed family_home lvu_3 2024-01-15", "2026-11-21", ""),
            ("nobody has said when the child was born", "people mother child:-; placed family_home sol 2024-01-15",
             "2026-11-21", "unknown no-birth-date"),
        ],
    },
    Table {
        rule: "parent_untold",
        forms: &[],
        rows: &[
            ("a mother and a father", "people mother father child; placed family_home sol 2026-11-02",
             "2026-11-21", ""),
            ("two fathers", "people mother father father child; placed family_home sol 2026-11-02",
             "2026-11-21", "open"),
            ("two fathers, one written to be this child's", "people mother father father child; parent 2 11;
             placed family_home sol 2026-11-02", "2026-11-21", "open"),
            ("two fathers, one written to be another child's", "people mother father father child child; parent 3 12;
             placed family_home sol 2026-11-02", "2026-11-21", ""),
            ("two mothers, both written", "people mother mother child; parent 1 11; parent 2 11;
             placed family_home sol 2026-11-02", "2026-11-21", ""),
            ("two fathers, of each of two children", "people father father child child;
             placed family_home sol 2026-11-02;
             placed family_home sol 2026-11-02 of 12", "2026-11-21", "open, open @12"),
            ("nobody placed", "people mother father father child", "2026-11-21", ""),
            ("back home", "people mother father father child; placed family_home sol 2026-11-02..2026-11-10 reason
             return_home", "2026-11-21", ""),
            ("exempted", "people mother father father child; placed family_home sol 2026-11-02;
             exempt parent_untold 11 1 2026-11-02 2026-11-10", "2026-11-21", "exempted"),
        ],
    },
];
