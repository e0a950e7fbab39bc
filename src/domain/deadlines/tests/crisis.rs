//! Crisis support and information to parents whose child is placed.

use super::{Form, Table};

#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    Table {
        rule: "crisis_call",
        forms: &[Form {
            case: "placed family_home sol 2026-11-20",
            met: "placed family_home sol 2026-11-20; done crisis_talk {} 1",
            about: "1 1 2026-11-20",
            near: "2026-11-21",
            last: "2026-11-21",
            then: "",
        }],
        rows: &[
            ("nobody placed", "done session 2026-11-20", "2026-11-30", ""),
            ("on the day of the placement", "placed emergency_home lvu_6 2026-11-20; done crisis_talk 2026-11-20 1",
             "2026-11-20", "met 2026-11-21 by 2026-11-20"),
            ("a talk before it", "placed emergency_home lvu_6 2026-11-20; done crisis_talk 2026-11-19 1",
             "2026-11-22",
             "late 2026-11-21"),
            ("a talk with everybody", "people mother father child; placed family_home - 2026-11-20;
             done crisis_talk 2026-11-21", "2026-11-22",
             "met 2026-11-21 by 2026-11-21, met 2026-11-21 by 2026-11-21 @2"),
            ("declined", "placed family_home sol 2026-11-20; done crisis_support_declined 2026-11-21 1", "2026-11-30",
             "met 2026-11-21 by 2026-11-21"),
            ("tried twice in vain", "placed family_home sol 2026-11-20; vain 2026-11-20 1; vain 2026-11-21 1",
             "2026-11-22", "late 2026-11-21 x2"),
            ("tried twice, reached the third time", "placed family_home sol 2026-11-20; vain 2026-11-21 1;
             vain 2026-11-21 1; done crisis_talk 2026-11-22 1", "2026-11-30", "met_late 2026-11-21 by 2026-11-22 x2"),
            ("what was tried before the care and after it is not counted",
             "placed family_home sol 2026-11-20..2026-11-25;
             vain 2026-11-19 1; vain 2026-11-26 1; vain 2026-11-21 1", "2026-11-30", "late 2026-11-21 x1"),
            ("what was tried with the other parent", "people mother father child; placed family_home sol 2026-11-20;
             vain 2026-11-20 2", "2026-11-22", "late 2026-11-21, late 2026-11-21 x1 @2"),
            ("two parents, one of them called", "people mother father child; placed family_home sol 2026-11-20;
             done crisis_talk 2026-11-21 1", "2026-11-22", "met 2026-11-21 by 2026-11-21, late 2026-11-21 @2"),
            ("a step parent without custody", "people mother step_parent child; placed family_home sol 2026-11-20",
             "2026-11-22", "late 2026-11-21"),
            ("a step parent with custody", "people mother step_parent! child; placed family_home sol 2026-11-20",
             "2026-11-22", "late 2026-11-21, late 2026-11-21 @2"),
            ("a grandparent with custody", "people grandparent! child; placed family_home sol 2026-11-20",
             "2026-11-22",
             "late 2026-11-21"),
            ("a guardian", "people guardian child; placed family_home sol 2026-11-20", "2026-11-22",
             "late 2026-11-21"),
            ("a family home that has been given custody", "people mother family_home_parent! child;
             placed family_home sol 2026-11-20", "2026-11-22", "late 2026-11-21"),
            ("a trustee and a specially appointed guardian", "people mother trustee! appointed_guardian! child;
             placed family_home sol 2026-11-20", "2026-11-22", "late 2026-11-21"),
            ("a child that came alone", "people trustee! child; placed family_home sol 2026-11-20", "2026-11-22",
             "unknown no-parent"),
            ("no parent is entered", "people grandparent child; placed family_home sol 2026-11-20", "2026-11-22",
             "unknown no-parent"),
            ("no parent is entered, and the child has moved", "people child; placed emergency_home sol
             2026-11-20..2026-11-24; placed family_home sol 2026-11-24", "2026-11-30", "unknown no-parent"),
            ("no parent is entered, two children on one day", "people child child; placed family_home sol 2026-11-20;
             placed family_home sol 2026-11-20 of 12", "2026-11-30", "unknown no-parent"),
            ("no parent is entered, and the child is back", "people child; placed family_home sol
             2026-11-20..2026-11-24", "2026-11-30", ""),
            ("no parent is entered, exempted", "people child; placed family_home sol 2026-11-20;
             exempt crisis_call - 1 2026-11-20 2026-11-21", "2026-11-30", "exempted no-parent"),
            ("no parent is entered, closed", "people child; placed family_home sol 2026-11-20; closed 2026-11-24",
             "2026-11-30", ""),
            ("two siblings on one day", "people mother father child child; placed family_home sol 2026-11-20;
             placed family_home sol 2026-11-20 of 12", "2026-11-22", "late 2026-11-21, late 2026-11-21 @2"),
            ("one of two siblings is back the same day", "people mother child child;
             placed family_home sol 2026-11-20..2026-11-20; placed family_home sol 2026-11-20 of 12", "2026-11-22",
             "late 2026-11-21"),
            ("both siblings are back the same day", "people mother child child;
             placed family_home sol 2026-11-20..2026-11-20; placed family_home sol 2026-11-20..2026-11-20 of 12",
             "2026-11-22", ""),
            ("two siblings a day apart", "people mother child child; placed family_home sol 2026-11-20;
             placed family_home sol 2026-11-21 of 12; done crisis_talk 2026-11-21 1", "2026-11-23",
             "met 2026-11-21 by 2026-11-21, met 2026-11-22 by 2026-11-21"),
            ("moved the same day", "placed emergency_home lvu_6 2026-11-20..2026-12-20;
             placed family_home lvu_2 2026-12-20;
             done crisis_talk 2026-11-20 1", "2027-01-10", "met 2026-11-21 by 2026-11-20"),
            ("moved the day after", "placed emergency_home lvu_6 2026-11-20..2026-12-20;
             placed family_home lvu_2 2026-12-21;
             done crisis_talk 2026-11-20 1", "2027-01-10", "met 2026-11-21 by 2026-11-20"),
            ("placed anew after a day at home", "placed emergency_home lvu_6 2026-11-20..2026-12-20;
             placed family_home lvu_2 2026-12-22; done crisis_talk 2026-11-20 1", "2026-12-24",
             "met 2026-11-21 by 2026-11-20, late 2026-12-23"),
            ("in a shelter, with a parent", "placed shelter - 2026-11-20", "2026-12-10", ""),
            ("placed together with a parent", "placed joint_placement sol 2026-11-20", "2026-12-10", ""),
            ("placed by the parents themselves", "placed private_placement - 2026-11-20", "2026-12-10", ""),
            ("from a shelter to a home", "placed shelter - 2026-11-20..2026-12-01;
             placed emergency_home lvu_6 2026-12-01",
             "2026-12-10", "late 2026-12-02"),
            ("on new year's eve of week 53", "placed emergency_home lvu_6 2026-12-31", "2027-01-01",
             "due 2027-01-01"),
            ("on the day before a leap day", "placed emergency_home lvu_6 2028-02-28", "2028-03-01",
             "late 2028-02-29"),
            ("planned for next month", "placed family_home sol 2026-12-01", "2026-11-21", "open 2026-12-02"),
            ("placed after the closing", "placed family_home sol 2026-11-20; closed 2026-11-19", "2026-11-30", ""),
            ("an enquiry", "enquiry; placed family_home sol 2026-11-20", "2026-11-30", "late 2026-11-21"),
        ],
    },
    Table {
        rule: "crisis_talks_max",
        forms: &[],
        rows: &[
            ("no talk", "placed family_home sol 2026-11-02", "2026-12-01", ""),
            ("tried in vain", "placed family_home sol 2026-11-02; vain 2026-11-03 1", "2026-12-01", ""),
            ("one talk", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1", "2026-12-01",
             "met by 2026-11-03 x1"),
            ("five talks", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-04 1;
             done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1; done crisis_talk 2026-11-09 1",
             "2026-12-01",
             "met by 2026-11-03 x5"),
            ("six talks", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-04 1;
             done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1; done crisis_talk 2026-11-09 1;
             done crisis_talk 2026-11-10 1", "2026-12-01", "late 2026-11-10 x6"),
            ("two of six on one day", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-03 1; done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1;
             done crisis_talk 2026-11-09 1; done crisis_talk 2026-11-10 1", "2026-12-01", "late 2026-11-10 x6"),
            ("the sixth is to come", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-04 1; done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1;
             done crisis_talk 2026-11-09 1; done crisis_talk 2026-11-10 1", "2026-11-09", "met by 2026-11-03 x5"),
            ("six talks with two parents", "people mother father child; placed family_home sol 2026-11-02;
             done crisis_talk 2026-11-03 1; done crisis_talk 2026-11-04 1; done crisis_talk 2026-11-05 1;
             done crisis_talk 2026-11-06 2; done crisis_talk 2026-11-09 2; done crisis_talk 2026-11-10 2",
             "2026-12-01",
             "met by 2026-11-03 x3, met by 2026-11-06 x3 @2"),
            ("six talks, three for each placement", "placed family_home sol 2026-01-02..2026-02-02;
             placed family_home sol 2026-11-02; done crisis_talk 2026-01-03 1; done crisis_talk 2026-01-04 1;
             done crisis_talk 2026-01-05 1; done crisis_talk 2026-11-03 1; done crisis_talk 2026-11-04 1;
             done crisis_talk 2026-11-05 1", "2026-12-01", "met by 2026-01-03 x3, met by 2026-11-03 x3"),
            ("near a placement that did not come", "done crisis_talk 2026-11-03 1", "2026-12-01",
             "met by 2026-11-03 x1"),
            ("near a placement that came", "placed family_home sol 2026-11-05; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-06 1", "2026-12-01", "met by 2026-11-03 x1, met by 2026-11-06 x1"),
            ("six talks, exempted", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-04 1; done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1;
             done crisis_talk 2026-11-09 1; done crisis_talk 2026-11-10 1;
             exempt crisis_talks_max 1 1 2026-11-02 2026-11-11", "2026-12-01", "exempted x6"),
            ("six talks and closed", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-04 1; done crisis_talk 2026-11-05 1; done crisis_talk 2026-11-06 1;
             done crisis_talk 2026-11-09 1; done crisis_talk 2026-11-10 1; closed 2026-11-20", "2027-12-01",
             "late 2026-11-10 x6"),
            ("six talks in another life, before the family came", "start 2026-10-01; placed family_home sol
             2026-11-02; done crisis_talk 2020-11-03 1; done crisis_talk 2026-11-04 1", "2026-12-01",
             "met by 2026-11-04 x1"),
        ],
    },
    Table {
        rule: "crisis_supporter_neutral",
        forms: &[],
        rows: &[
            ("no talk yet", "placed family_home sol 2026-11-02", "2026-11-04", ""),
            ("tried in vain", "placed family_home sol 2026-11-02; vain 2026-11-03 1", "2026-11-04", ""),
            ("a talk led by one of the team", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1",
             "2026-12-04", "open"),
            ("a talk led by a neutral one", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done neutral_crisis_talk 2026-11-03 1", "2026-12-04", "met by 2026-11-03"),
            ("a neutral one takes over", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             done crisis_talk 2026-11-10 1; done neutral_crisis_talk 2026-11-10 1", "2026-12-04", "met by 2026-11-10"),
            ("a neutral one for one of two", "people mother father child; placed family_home sol 2026-11-02;
             done crisis_talk 2026-11-03 1; done neutral_crisis_talk 2026-11-03 1; done crisis_talk 2026-11-03 2",
             "2026-12-04", "met by 2026-11-03, open @2"),
            ("exempted", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1;
             exempt crisis_supporter_neutral 1 1 2026-11-02 2026-11-05", "2026-12-04", "exempted"),
            ("closed", "placed family_home sol 2026-11-02; done crisis_talk 2026-11-03 1; closed 2026-11-05",
             "2026-12-04", ""),
        ],
    },
    Table {
        rule: "children_told",
        forms: &[],
        rows: &[
            ("not told", "placed family_home sol 2026-11-02", "2026-11-03", "open"),
            ("not told after a year", "placed family_home sol 2026-11-02", "2027-11-03", "open"),
            ("told", "placed family_home sol 2026-11-02; done children_told 2026-11-04 11", "2026-11-05",
             "met by 2026-11-04"),
            ("told before the placement", "placed family_home sol 2026-11-02; done children_told 2026-10-20 11",
             "2026-11-05", "met by 2026-10-20"),
            ("told before another placement, long ago", "placed family_home sol 2026-11-02;
             done children_told 2026-05-20 11", "2026-11-05", "open"),
            ("all told at once", "people mother child child; placed family_home sol 2026-11-02;
             placed family_home sol 2026-11-02 of 12; done children_told 2026-11-04", "2026-11-05",
             "met by 2026-11-04, met by 2026-11-04 @12"),
            ("one of two told", "people mother child child; placed family_home sol 2026-11-02;
             placed family_home sol 2026-11-02 of 12; done children_told 2026-11-04 12", "2026-11-05",
             "open, met by 2026-11-04 @12"),
            ("back home", "placed family_home sol 2026-11-02..2026-11-10", "2026-11-11", ""),
            ("moved", "placed emergency_home lvu_6 2026-11-02..2026-11-10; placed family_home sol 2026-11-10;
             done children_told 2026-11-20 11", "2026-12-11", "met by 2026-11-20"),
            ("exempted", "placed family_home sol 2026-11-02; exempt children_told 11 1 2026-11-02 2026-11-03",
             "2026-11-05", "exempted"),
            ("closed", "placed family_home sol 2026-11-02; closed 2026-11-10", "2026-11-11", ""),
            ("reopened", "placed family_home sol 2026-11-02; closed 2026-11-10; active", "2026-11-11", "open"),
            ("in a shelter, with a parent", "placed shelter - 2026-11-02", "2026-11-03", ""),
        ],
    },
    Table {
        rule: "parent_support_offer",
        forms: &[Form {
            case: "wait support 3 2026-12-28 of 1",
            met: "wait support 3 2026-12-28 of 1 met {}",
            about: "1 3 2026-12-28",
            near: "2027-01-01",
            last: "2027-01-04",
            then: "",
        }],
        rows: &[
            ("asked in week 53, answered after new year", "wait support 3 2026-12-31 of 1 met 2027-01-07",
             "2027-01-08",
             "met 2027-01-07 by 2027-01-07"),
            ("answered the same day", "wait support 3 2026-11-02 of 1 met 2026-11-02", "2026-11-03",
             "met 2026-11-09 by 2026-11-02"),
            ("two parents asked", "people mother father child; wait support 3 2026-11-02 of 1 met 2026-11-12;
             wait support 4 2026-11-02 of 2", "2026-11-12", "met_late 2026-11-09 by 2026-11-12, late 2026-11-09 @2"),
            ("asked twice", "wait support 3 2026-11-02 of 1 met 2026-11-03; wait support 4 2026-11-10 of 1",
             "2026-11-12",
             "met 2026-11-09 by 2026-11-03, open 2026-11-17"),
        ],
    },
    Table {
        rule: "parent_information",
        forms: &[],
        rows: &[
            ("nothing", "placed family_home sol 2026-11-02", "2027-11-05", "open"),
            ("given and not gone through", "placed family_home sol 2026-11-02; done information_given 2026-11-04 1",
             "2026-12-05", "open"),
            ("gone through and not given", "placed family_home sol 2026-11-02;
             done information_gone_through 2026-11-04 1", "2026-12-05", "open"),
            ("given and gone through", "placed family_home sol 2026-11-02; done information_given 2026-11-04 1;
             done information_gone_through 2026-11-12 1", "2026-12-05", "met by 2026-11-12"),
            ("gone through next week", "placed family_home sol 2026-11-02; done information_given 2026-11-04 1;
             done information_gone_through 2026-11-12 1", "2026-11-11", "open"),
            ("gone through first", "placed family_home sol 2026-11-02; done information_given 2026-11-14 1;
             done information_gone_through 2026-11-12 1", "2026-12-05", "met by 2026-11-14"),
            ("given twice", "placed family_home sol 2026-11-02; done information_given 2026-11-04 1;
             done information_given 2026-11-14 1; done information_gone_through 2026-11-12 1", "2026-12-05",
             "met by 2026-11-12"),
            ("given before the placement", "placed family_home sol 2026-11-02; done information_given 2026-10-30 1;
             done information_gone_through 2026-11-12 1", "2026-12-05", "met by 2026-11-12"),
            ("given to one, gone through with the other", "people mother father child;
             placed family_home sol 2026-11-02;
             done information_given 2026-11-04 1; done information_gone_through 2026-11-12 2", "2026-12-05",
             "open, open @2"),
            ("given to both, gone through with one", "people mother father child; placed family_home sol 2026-11-02;
             done information_given 2026-11-04; done information_gone_through 2026-11-12 2", "2026-12-05",
             "open, met by 2026-11-12 @2"),
            ("one of two siblings is back", "people mother child child; placed family_home sol 2026-11-02..2026-11-10;
             placed family_home sol 2026-11-02 of 12", "2026-12-05", "open"),
            ("the child is back", "placed family_home sol 2026-11-02..2026-11-10", "2026-12-05", ""),
            ("exempted", "placed family_home sol 2026-11-02; exempt parent_information 1 1 2026-11-02 2026-11-05",
             "2026-12-05", "exempted"),
            ("closed", "placed family_home sol 2026-11-02; closed 2026-11-05", "2026-12-05", ""),
            ("no parent is entered", "people child; placed family_home sol 2026-11-02", "2026-12-05",
             "unknown no-parent"),
        ],
    },
];
