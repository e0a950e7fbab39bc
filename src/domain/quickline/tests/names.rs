//! Whom words name: families and the people in them.

use super::*;

#[test]
fn families() {
    check(
        &context(),
        &[
            ("lind", "A-1 2026-11-21 held"),
            ("LINDSTROM", "A-1 2026-11-21 held"),
            ("åke", "A-11 2026-11-21 held"),
            ("akerl", "A-11 2026-11-21 held"),
            ("a-2", "A-2 2026-11-21 held"),
            ("A-1 tel", "A-1 2026-11-21 phone held"),
            ("ek", "A-3 2026-11-21 held"),
            ("ekl", "A-10 2026-11-21 held"),
            ("al hassan", "A-6 2026-11-21 held"),
            ("tel Al  Hassan igår", "A-6 2026-11-20 phone held"),
            ("al has", "A-6 2026-11-21 held"),
            ("von sydow tel", "A-7 2026-11-21 phone held"),
            ("von", "A-7 2026-11-21 held"),
            ("andersson", "? ambiguous_family A-8 A-9 [andersson]"),
            ("A-9", "A-9 2026-11-21 held"),
            ("nord", "? ambiguous_family A-4 A-5 [nord]"),
            ("nordi", "A-4 2026-11-21 held"),
            ("hem", "? missing_family []"),
            ("A-12 tel", "A-12 2026-11-21 phone held"),
            ("tel hem", "? repeated mode [hem]; missing_family []"),
            ("lind berg", "? repeated family [berg]"),
            ("xyz", "? unknown [xyz]; missing_family []"),
            ("lind xyz", "? unknown [xyz]"),
            ("@mamma lind", "A-1 2026-11-21 held @1"),
            ("igår #skola @el tel lind", "A-1 2026-11-20 phone held @3 #school"),
        ],
    );
}

#[test]
fn a_family_is_never_guessed_from_two_letters_or_a_small_word() {
    for (family, missing) in [(in_family("A-1"), ""), (context(), "; missing_family []")] {
        check(
            &family,
            &[
                ("tel av", &format!("? unknown [av]{missing}")),
                ("tel Vid", &format!("? unknown [Vid]{missing}")),
                ("tel n", &format!("? unknown [n]{missing}")),
                ("tel no", &format!("? unknown [no]{missing}")),
                ("tel åk", "? short_family A-11 [åk]"),
                ("tel li", "? short_family A-1 [li]"),
                ("tel Ek", "A-3 2026-11-21 phone held"),
                ("tel ek", "A-3 2026-11-21 phone held"),
                ("tel al h", "A-6 2026-11-21 phone held"),
                ("tel dal", "2026-21 2026-11-21 phone held"),
                ("tel Från", "A-13 2026-11-21 phone held"),
            ],
        );
    }
}

#[test]
fn a_family_in_the_line_wins_over_the_chosen_one() {
    check(
        &in_family("A-2"),
        &[
            ("tel @mamma", "A-2 2026-11-21 phone held @6"),
            ("tel @mamma lind", "A-1 2026-11-21 phone held @1"),
            ("tel nord", "? ambiguous_family A-4 A-5 [nord]"),
            ("tel @mamma nord", "? person_without_family [@mamma]; ambiguous_family A-4 A-5 [nord]"),
            ("tel xyz @mamma", "? unknown [xyz]"),
        ],
    );
}

#[test]
fn case_references_that_look_like_times() {
    check(
        &context(),
        &[
            ("2026-21 tel", "2026-21 2026-11-21 phone held"),
            ("99/12 tel", "99/12 2026-11-21 phone held"),
            ("lind 14-16", "? ambiguous_family 14-16 [14-16]"),
            ("lind 14:00-16", "A-1 2026-11-21 14:00 120 min held"),
            ("v12", "? ambiguous_family V12 [v12]"),
            ("vik v. 12", "V12 2026-03-16 held"),
        ],
    );
}

#[test]
fn people_of_a_family() {
    check(
        &in_family("A-1"),
        &[
            ("@mamma", "A-1 2026-11-21 held @1"),
            ("@mam", "A-1 2026-11-21 held @1"),
            ("@pappa", "A-1 2026-11-21 held @2"),
            ("@mom @dad", "A-1 2026-11-21 held @1 @2"),
            ("@mother @father", "A-1 2026-11-21 held @1 @2"),
            ("@fam", "A-1 2026-11-21 held @5"),
            ("@foster", "A-1 2026-11-21 held @5"),
            ("@Elias", "A-1 2026-11-21 held @3"),
            ("@el", "A-1 2026-11-21 held @3"),
            ("@P-4", "A-1 2026-11-21 held @4"),
            ("@alla", "A-1 2026-11-21 held @1 @2 @3 @4 @5"),
            ("@all", "A-1 2026-11-21 held @1 @2 @3 @4 @5"),
            ("@mamma @sara", "A-1 2026-11-21 held @1"),
            ("@alla @el", "A-1 2026-11-21 held @1 @2 @3 @4 @5"),
            ("@barnet", "? ambiguous_person P-3 P-4 [@barnet]"),
            ("@xyz", "? no_such_person [@xyz]"),
            ("@", "? no_such_person [@]"),
            ("inställd(xyz: sjuk)", "? no_such_person [inställd(xyz: sjuk)]"),
        ],
    );
    check(
        &in_family("A-3"),
        &[
            ("@mamma", "? ambiguous_person P-8 P-9 [@mamma]"),
            ("@asa", "A-3 2026-11-21 held @9"),
            ("@pappa", "? no_such_person [@pappa]"),
            ("@anna", "A-3 2026-11-21 held @10"),
            ("@anna-karin", "A-3 2026-11-21 held @11"),
            ("@Anna_K", "A-3 2026-11-21 held @11"),
            ("@el", "? ambiguous_person P-12 P-13 [@el]"),
            ("@kim", "? ambiguous_person P-14 P-15 [@kim]"),
            ("@p-15", "A-3 2026-11-21 held @15"),
            ("@fam", "A-3 2026-11-21 held @16 @17"),
            ("inställd(el: sjuk)", "? ambiguous_person P-12 P-13 [inställd(el: sjuk)]"),
            ("inställd(kim: sjuk)", "? ambiguous_person P-14 P-15 [inställd(kim: sjuk)]"),
            ("inställd(mamma: sjuk)", "? ambiguous_person P-8 P-9 [inställd(mamma: sjuk)]"),
        ],
    );
    check(&in_family("A-4"), &[("@alla", "? no_such_person [@alla]"), ("@fam", "? no_such_person [@fam]")]);
}

#[test]
fn the_directory_is_not_asked_without_need_and_its_failure_is_told() {
    assert!(read("", &context(), &Broken).is_ok());
    assert_eq!(read("lots ringa @mamma", &context(), &Broken).unwrap_err().key, "broken");
    assert_eq!(read("att ringa BUP", &context(), &Broken).unwrap_err().key, "broken");
    assert_eq!(read("umgänge Elias @mamma", &context(), &Broken).unwrap_err().key, "broken");
    assert_eq!(read("lind", &context(), &Broken).unwrap_err().key, "broken");
    assert_eq!(read("tel @mamma", &in_family("A-1"), &Broken).unwrap_err().key, "broken");
    assert_eq!(complete("li", 2, &context(), &Broken).unwrap_err().key, "broken");
}
