//! Care outside home: consideration of it and of what goes with it.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "care_consideration",
        forms: &[Form {
            case: "placed family_home sol 2026-08-31",
            met: "placed family_home sol 2026-08-31; done care_considered {} 11",
            about: "11 1 2026-08-31",
            near: "2027-01-31",
            last: "2027-02-28",
            then: "2027-08-28",
        }, Form {
            case: "placed emergency_home lvu_2 2027-08-31",
            met: "placed emergency_home lvu_2 2027-08-31; done care_considered {} 11",
            about: "11 1 2027-08-31",
            near: "2028-01-31",
            last: "2028-02-29",
            then: "2028-08-29",
        }],
        rows: &[
            ("considered before its day", "placed family_home sol 2026-01-15; done care_considered 2026-06-01 11",
             "2026-11-21", "met 2026-07-15 by 2026-06-01, due 2026-12-01"),
            ("met late, and the next in time", "placed family_home sol 2026-01-15; done care_considered 2026-08-01 11;
             done care_considered 2027-02-01 11", "2027-03-01",
             "met_late 2026-07-15 by 2026-08-01, met 2027-02-01 by 2027-02-01, open 2027-08-01"),
            ("twice on one day", "placed family_home sol 2026-01-15; done care_considered 2026-06-01 11;
             done care_considered 2026-06-01 11", "2026-10-21", "met 2026-07-15 by 2026-06-01, open 2026-12-01"),
            ("on the first day of the placement", "placed family_home sol 2026-01-15;
             done care_considered 2026-01-15 11",
             "2026-07-16", "late 2026-07-15"),
            ("before the placement", "placed family_home sol 2026-01-15; done care_considered 2026-01-10 11",
             "2026-07-16", "late 2026-07-15"),
            ("exempted, and the next one falls due", "placed family_home sol 2026-01-15;
             exempt care_consideration 11 1 2026-01-15 2026-08-01", "2027-02-02",
             "exempted 2026-07-15, late 2027-02-01"),
            ("exempted before its day", "placed family_home sol 2026-01-15;
             exempt care_consideration 11 1 2026-01-15 2026-02-01", "2026-08-02",
             "exempted 2026-07-15, open 2027-01-15"),
            ("the exemption of another child", "placed family_home sol 2026-01-15;
             exempt care_consideration 12 1 2026-01-15 2026-02-01", "2026-08-02", "late 2026-07-15"),
            ("the exemption of another rule", "placed family_home sol 2026-01-15;
             exempt care_re_examination 11 1 2026-01-15 2026-02-01", "2026-08-02", "late 2026-07-15"),
            ("two in a row exempted", "placed family_home sol 2026-01-15;
             exempt care_consideration 11 1 2026-01-15 2026-02-01;
             exempt care_consideration 11 1 2026-07-15 2027-02-01",
             "2027-07-02", "exempted 2026-07-15, exempted 2027-01-15, due 2027-08-01"),
            ("late and then at home", "placed family_home sol 2026-01-15..2026-08-01", "2027-11-21",
             "late 2026-07-15"),
            ("at home in time", "placed family_home sol 2026-01-15..2026-07-14", "2027-11-21", ""),
            ("at home on the last day", "placed family_home sol 2026-01-15..2026-07-15", "2027-11-21",
             "late 2026-07-15"),
            ("considered after the child is home", "placed family_home sol 2026-01-15..2026-07-14;
             done care_considered 2026-08-01 11", "2027-11-21", ""),
            ("late, considered after the child is home", "placed family_home sol 2026-01-15..2026-07-20;
             done care_considered 2026-08-01 11", "2027-11-21", "met_late 2026-07-15 by 2026-08-01"),
            ("moved, and the care goes on", "placed emergency_home sol 2026-01-15..2026-04-01;
             placed family_home sol 2026-04-02", "2026-07-16", "late 2026-07-15"),
            ("moved a day before, and the care goes on", "placed emergency_home sol 2026-01-15..2026-04-01;
             placed family_home sol 2026-03-31", "2026-07-16", "late 2026-07-15"),
            ("a weekend elsewhere while the home is kept", "placed family_home sol 2026-01-15;
             placed emergency_home sol 2026-04-03..2026-04-06", "2026-07-16", "late 2026-07-15"),
            ("a gap of a day, and the care begins anew", "placed emergency_home sol 2026-01-15..2026-04-01;
             placed family_home sol 2026-04-03", "2026-07-16", "open 2026-10-03"),
            ("late, and a gap", "placed emergency_home sol 2026-01-15..2026-08-01; placed family_home sol 2026-10-03",
             "2026-10-16", "late 2026-07-15, open 2027-04-03"),
            ("of another basis in another home", "placed emergency_home sol 2026-01-15..2026-04-01;
             placed family_home lvu_2 2026-04-01", "2026-07-16", "late 2026-07-15"),
            ("immediate custody, and then a judgment", "placed emergency_home lvu_6 2026-01-15..2026-02-20;
             placed family_home lvu_2 2026-02-20", "2026-07-20", "due 2026-08-20"),
            ("nobody has said the basis", "placed family_home - 2026-01-15", "2026-11-21", "unknown no-legal-basis"),
            ("nobody has said the basis, exempted", "placed family_home - 2026-01-15;
             exempt care_consideration 11 1 2026-01-15 2026-08-01", "2026-11-21", "exempted no-legal-basis"),
            ("nobody has said the basis, and it is over", "placed family_home - 2026-01-15..2026-08-15",
             "2026-11-21", ""),
            ("nobody has said the basis, closed", "placed family_home - 2026-01-15; closed 2026-08-15",
             "2026-11-21", ""),
            ("nobody has said the basis of the next home", "placed emergency_home sol 2026-01-15..2026-04-01;
             placed family_home - 2026-04-01", "2026-07-16", "late 2026-07-15"),
            ("nobody has said what followed immediate custody", "placed emergency_home lvu_6 2026-01-15..2026-02-20;
             placed family_home - 2026-02-20", "2026-07-16", "unknown no-legal-basis"),
            ("immediate custody", "placed emergency_home lvu_6 2026-01-15", "2026-11-21", ""),
            ("another law", "placed residential_home other 2026-01-15", "2026-11-21", ""),
            ("in a shelter", "placed shelter sol 2026-01-15", "2026-11-21", ""),
            ("placed by the parents themselves", "placed private_placement - 2026-01-15", "2026-11-21", ""),
            ("two siblings on one day", "people mother child child; placed family_home sol 2026-01-15;
             placed family_home sol 2026-01-15 of 12; done care_considered 2026-07-01 12", "2026-07-16",
             "late 2026-07-15, met 2026-07-15 by 2026-07-01 @12, open 2027-01-01 @12"),
            ("considered for all at once", "people mother child child; placed family_home sol 2026-01-15;
             placed family_home sol 2026-01-15 of 12; done care_considered 2026-07-01", "2026-07-16",
             "met 2026-07-15 by 2026-07-01, open 2027-01-01, met 2026-07-15 by 2026-07-01 @12, open 2027-01-01 @12"),
            ("grown up before it falls due", "people mother child:2008-06-10; placed family_home sol 2026-01-15",
             "2026-11-21", ""),
            ("grown up on the day that it falls due", "people mother child:2008-07-15;
             placed family_home sol 2026-01-15",
             "2026-11-21", ""),
            ("grown up the day after it fell due", "people mother child:2008-07-16;
             placed family_home sol 2026-01-15",
             "2026-11-21", "late 2026-07-15"),
            ("placed as a grown-up, on a basis that nobody has said", "people mother child:2007-07-16;
             placed supported_housing - 2026-01-15", "2026-11-21", ""),
            ("came long after, and somebody has written down", "start 2026-10-01; placed family_home sol 2021-01-15;
             done care_considered 2026-05-20 11", "2026-11-21", "late 2026-11-20"),
            ("came long after, closed again", "start 2026-10-01; placed family_home sol 2021-01-15;
             closed 2026-11-01",
             "2026-11-21", ""),
            ("came after the care was over", "start 2026-10-01; placed family_home sol 2021-01-15..2023-01-15",
             "2026-11-21", ""),
            ("what was written down of an earlier care", "start 2026-10-01;
             placed family_home sol 2021-01-15..2021-05-15;
             placed family_home sol 2025-01-15; done care_considered 2021-03-20 11", "2026-11-21",
             "unknown before-the-family"),
            ("came long after, exempted", "start 2026-10-01; placed family_home sol 2021-01-15;
             exempt care_consideration 11 1 2021-01-15 2026-10-02", "2026-11-21",
             "exempted before-the-family, open 2027-04-02"),
            ("came long after, exempted, and considered late after that", "start 2026-01-01;
             placed family_home sol 2025-01-31;
             exempt care_consideration 11 1 2025-01-31 2026-01-01; done care_considered 2026-07-02 11",
             "2026-07-10",
             "exempted before-the-family, met_late 2026-07-01 by 2026-07-02, open 2027-01-02"),
            ("before the act was in force", "start 1980-01-01; placed family_home sol 1990-06-30", "1991-11-21", ""),
        ],
    },
    Table {
        rule: "care_re_examination",
        forms: &[Form {
            case: "placed secure_youth_home lvu_3 2026-05-31",
            met: "placed secure_youth_home lvu_3 2026-05-31; done care_re_examined {} 11",
            about: "11 1 2026-05-31",
            near: "2026-10-31",
            last: "2026-11-30",
            then: "2027-05-30",
        }],
        rows: &[
            ("considered is not examined", "placed residential_home lvu_3 2026-01-15;
             done care_considered 2026-06-15 11",
             "2026-11-21", "late 2026-07-15"),
            ("of a grown-up", "people mother child:2007-03-01; placed supported_housing lvu_3 2026-01-15",
             "2026-11-21",
             "late 2026-07-15"),
            ("first by consent, then not", "placed emergency_home sol 2026-01-15..2026-03-01;
             placed residential_home lvu_3 2026-03-01", "2026-08-01", "due 2026-09-01"),
            ("not any more", "placed residential_home lvu_3 2026-01-15..2026-08-01;
             placed family_home sol 2026-08-01",
             "2027-09-01", "late 2026-07-15"),
            ("exempted, and the next met", "placed residential_home lvu_3 2026-01-15;
             done care_re_examined 2026-12-01 11;
             exempt care_re_examination 11 1 2026-01-15 2026-07-16", "2026-12-02",
             "exempted 2026-07-15, met 2027-01-16 by 2026-12-01, open 2027-06-01"),
        ],
    },
    Table {
        rule: "shelter_consideration",
        forms: &[Form {
            case: "placed shelter - 2026-07-01",
            met: "placed shelter - 2026-07-01; done care_considered {} 11",
            about: "11 1 2026-07-01",
            near: "2026-12-01",
            last: "2027-01-01",
            then: "2027-07-01",
        }],
        rows: &[
            ("before the act was in force", "placed shelter - 2024-03-31", "2026-11-21", ""),
            ("on the day that it came in force", "placed shelter - 2024-04-01", "2026-11-21", "late 2024-10-01"),
            ("no shelter", "placed emergency_home sol 2026-01-15", "2026-11-21", ""),
            ("grown up", "people mother child:2008-06-10; placed shelter - 2026-01-15", "2026-11-21", ""),
            ("left in time", "placed shelter - 2026-01-15..2026-05-01", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "hidden_location_consideration",
        forms: &[Form {
            case: "placed family_home lvu_2 2026-11-30 hidden",
            met: "placed family_home lvu_2 2026-11-30 hidden; done hidden_location_considered {} 11",
            about: "11 1 2026-11-30",
            near: "2027-02-08",
            last: "2027-02-28",
            then: "2027-05-28",
        }],
        rows: &[
            ("in immediate custody", "placed emergency_home lvu_6 2026-01-15 hidden", "2026-11-21",
             "late 2026-04-15"),
            ("not hidden", "placed family_home lvu_2 2026-01-15", "2026-11-21", ""),
            ("by consent no decision hides it", "placed family_home sol 2026-01-15 hidden", "2026-11-21", ""),
            ("nobody has said the basis", "placed family_home - 2026-01-15 hidden", "2026-11-21",
             "unknown no-legal-basis"),
            ("a shelter is always hidden", "placed shelter - 2026-01-15 hidden", "2026-11-21", ""),
            ("the care considered is not the hiding", "placed family_home lvu_2 2026-01-15 hidden;
             done care_considered 2026-04-01 11", "2026-11-21", "late 2026-04-15"),
            ("moved to a home that is not hidden", "placed family_home lvu_2 2026-01-15..2026-04-01 hidden;
             placed family_home lvu_2 2026-04-01", "2026-11-21", ""),
        ],
    },
    Table {
        rule: "custody_transfer_consideration",
        forms: &[Form {
            case: "placed family_home sol 2024-02-29",
            met: "placed family_home sol 2024-02-29; done custody_transfer_considered {} 11",
            about: "11 1 2024-02-29",
            near: "2025-12-29",
            last: "2026-02-28",
            then: "2027-02-28",
        }],
        rows: &[
            ("considered yearly then", "placed kinship_placement lvu_2 2022-01-15;
             done custody_transfer_considered 2024-01-10 11; done custody_transfer_considered 2025-01-10 11",
             "2026-01-11",
             "met 2024-01-15 by 2024-01-10, met 2025-01-10 by 2025-01-10, late 2026-01-10"),
            ("near two months before the second time, too", "placed kinship_placement lvu_2 2022-01-15;
             done custody_transfer_considered 2024-01-10 11", "2024-11-10",
             "met 2024-01-15 by 2024-01-10, due 2025-01-10"),
            ("not near the day before", "placed kinship_placement lvu_2 2022-01-15;
             done custody_transfer_considered 2024-01-10 11", "2024-11-09",
             "met 2024-01-15 by 2024-01-10, open 2025-01-10"),
            ("considered on the first day, it is two years all the same", "placed family_home sol 2024-01-15;
             done custody_transfer_considered 2024-01-15 11", "2026-01-16", "late 2026-01-15"),
            ("came after the two years, and somebody has written down", "start 2026-06-01;
             placed family_home sol 2021-01-15;
             done custody_transfer_considered 2025-11-20 11", "2026-11-21", "late 2026-11-20"),
            ("moved to another home", "placed family_home sol 2023-01-15..2024-06-01;
             placed family_home sol 2024-06-01",
             "2026-05-01", "due 2026-06-01"),
            ("in another kind of home", "placed residential_home lvu_3 2022-01-15", "2026-11-21", ""),
            ("in an emergency home", "placed emergency_home sol 2022-01-15", "2026-11-21", ""),
            ("grown up", "people mother child:2005-12-10; placed family_home sol 2022-01-15", "2026-11-21", ""),
            ("exempted, and the next a year later", "placed family_home sol 2024-01-15;
             exempt custody_transfer_consideration 11 1 2024-01-15 2026-01-20", "2027-01-21",
             "exempted 2026-01-15, late 2027-01-20"),
        ],
    },
    Table {
        rule: "temporary_placement_guide",
        forms: &[Form {
            case: "placed emergency_home lvu_6 2026-08-31",
            met: "placed emergency_home lvu_6 2026-08-31..{}",
            about: "11 1 2026-08-31",
            near: "2027-01-31",
            last: "2027-02-28",
            then: "",
        }],
        rows: &[
            ("over in time", "placed emergency_home lvu_6 2026-01-15..2026-03-01", "2026-11-21",
             "met 2026-07-15 by 2026-03-01"),
            ("over next month, and late today", "placed emergency_home lvu_6 2026-01-15..2026-12-01", "2026-11-21",
             "late 2026-07-15"),
            ("to the next emergency home", "placed emergency_home lvu_6 2026-01-15..2026-03-01 reason re_placement;
             placed emergency_home lvu_2 2026-03-01", "2026-09-02", "met 2026-07-15 by 2026-03-01, late 2026-09-01"),
            ("a family home", "placed family_home sol 2026-01-15", "2026-11-21", ""),
            ("over after it was closed", "placed emergency_home lvu_6 2026-01-15..2026-09-01; closed 2026-08-01",
             "2026-11-21", "met_late 2026-07-15 by 2026-09-01"),
        ],
    },
];
