//! What a line must not be taken for.

use super::*;

#[test]
fn faults_stand_where_they_are() {
    check(
        &in_family("A-1"),
        &[
            ("31/2", "? bad_date [31/2]"),
            ("tel v54", "? bad_date [v54]"),
            ("2027-02-29", "? bad_date [2027-02-29]"),
            ("tel 31 feb", "? bad_date [31 feb]"),
            (">31/2", "? bad_date [>31/2]"),
            (">hem", "? unknown [>hem]"),
            ("tel >", "? unknown [>]"),
            ("15:30-14", "? end_before_start [15:30-14]"),
            ("22-01", "? end_before_start [22-01]"),
            ("14:75", "? bad_time [14:75]"),
            ("kl 25", "? bad_time [kl 25]"),
            ("0min", "? bad_length [0min]"),
            ("25 h", "? bad_length [25 h]"),
            ("kl", "? unknown [kl]"),
            ("14", "? meant kl 14 14min [14]"),
            ("90", "? meant 90min [90]"),
            ("1430", "? meant kl 14.30 [1430]"),
            ("0", "? meant kl 0 [0]"),
            ("9999", "? unknown [9999]"),
            ("mamma", "? meant @mamma [mamma]"),
            ("elias tel", "? meant @Elias [elias]"),
            ("tel eli", "? meant @Elias [eli]"),
            ("tel el", "? unknown [el]"),
            ("nästa", "? unknown [nästa]"),
            ("#f", "? ambiguous_area leisure parenting [#f]"),
            ("#p", "? ambiguous_area psychosocial parenting [#p]"),
            ("#", "? ambiguous_area school leisure psychosocial parenting network [#]"),
            ("#xyz", "? no_such_area [#xyz]"),
            ("mål0", "? bad_goal [mål0]"),
            ("mål2=+3", "? bad_level [mål2=+3]"),
            ("mål2=", "? bad_level [mål2=]"),
            ("mål99999999999", "? bad_goal [mål99999999999]"),
            ("målx tel", "? unknown [målx]"),
            ("tel mål 2", "? unknown [mål]; meant kl 2 2min [2]"),
            ("inställd(mamma: sjuk", "? unclosed [inställd(mamma: sjuk]"),
            ("inställd(mamma: sjuk tel @el", "? unclosed [inställd(mamma: sjuk tel @el]"),
            ("inställd(mamma)x tel", "? unknown [inställd(mamma)x]"),
            ("planerad(mamma)", "? unknown [planerad(mamma)]"),
            ("tel (mamma: sjuk)", "? unknown [(mamma: sjuk)]"),
            ("tel träff", "? unknown [träff]"),
            ("tel --anteckning", "? unknown [--anteckning]"),
            ("\u{1b}[31m \u{200b}", "? unknown [\u{1b}[31m]; unknown [\u{200b}]"),
        ],
    );
}

#[test]
fn a_persons_name_is_no_reason_to_stay_away() {
    check(
        &in_family("A-1"),
        &[
            ("uteblev(pappa)", "? who_not_why uteblev @pappa [uteblev(pappa)]"),
            ("uteblev(@Elias)", "? who_not_why uteblev @Elias [uteblev(@Elias)]"),
            ("uteblev(sara: glömde)", "? who_not_why uteblev(glömde) @sara [uteblev(sara: glömde)]"),
            ("uteblev(föräldrarna)", "? who_not_why [uteblev(föräldrarna)]"),
            ("uteblev(glömde) @pappa", "A-1 2026-11-21 no_show (glömde) @2"),
            ("uteblev(buss: inställd)", "A-1 2026-11-21 no_show (buss: inställd)"),
            ("uteblev(no)", "A-1 2026-11-21 no_show (no)"),
            ("uteblev()", "A-1 2026-11-21 no_show"),
        ],
    );
}

#[test]
fn a_given_name_in_the_chosen_family_is_not_silently_another_family() {
    check(
        &in_family("A-1"),
        &[
            ("tel noah", "? meant @Noah A-16 [noah]"),
            ("tel @noah", "A-1 2026-11-21 phone held @4"),
            ("tel noaht", "A-16 2026-11-21 phone held"),
            ("tel noahtun", "A-16 2026-11-21 phone held"),
        ],
    );
    check(&in_family("A-2"), &[("tel noah", "A-16 2026-11-21 phone held")]);
}

#[test]
fn days_that_cannot_be() {
    check(
        &in_family("A-1"),
        &[
            ("imorgon uteblev", "? too_soon [uteblev]"),
            ("uteblev(glömde) imorgon", "? too_soon [uteblev(glömde)]"),
            ("igår uteblev", "A-1 2026-11-20 no_show"),
            ("uteblev", "A-1 2026-11-21 no_show"),
            ("imorgon inställd", "A-1 2026-11-22 cancelled"),
            ("2026-12-03 >fre", "? follow_up_before [>fre]"),
            (">igår", "? follow_up_before [>igår]"),
            ("förra tis >igår", "A-1 2026-11-10 held >2026-11-20"),
            ("imorgon >imorgon", "A-1 2026-11-22 planned >2026-11-22"),
        ],
    );
}

#[test]
fn there_is_room_for_one_of_each() {
    check(
        &in_family("A-1"),
        &[
            ("igår tis", "? repeated day [tis]"),
            ("14-15 kl 16", "? repeated time [kl 16]"),
            ("14-15 90min", "? repeated length [90min]"),
            ("90min 14-15", "? repeated length [14-15]"),
            ("20min 30min", "? repeated length [30min]"),
            ("hem tel video", "? repeated mode [tel]; repeated mode [video]"),
            ("samtal kris", "? repeated about [kris]"),
            ("inställd uteblev", "? repeated outcome [uteblev]"),
            (">tis >fre", "? repeated follow_up [>fre]"),
            ("mål2=+1 mål2=-1", "? repeated goal [mål2=-1]"),
            ("skola #skola", "A-1 2026-11-21 school held #school"),
        ],
    );
}

#[test]
fn what_lacks_a_family() {
    check(
        &context(),
        &[
            ("tel igår", "? missing_family []"),
            ("@mamma", "? person_without_family [@mamma]; missing_family []"),
            ("inställd(mamma: sjuk)", "? missing_family []"),
            ("inställd(Sara: sjuk)", "? person_without_family [inställd(Sara: sjuk)]; missing_family []"),
            ("-- bara text", "? missing_family []"),
        ],
    );
    for (line, at) in [("tel igår", 9), ("tel  -- text", 3), ("-- text", 0), ("träff ", 6)] {
        let reading = reading(line, &context());
        let missing = reading.fault().unwrap();
        assert_eq!((missing.fault(), &missing.span), (Some(&Fault::MissingFamily), &(at..at)), "{line}");
    }
}

#[test]
fn the_part_to_mend_first() {
    for (line, expected) in
        [("@mamma nord", "nord"), ("@mamma tel", ""), ("lind xyz 31/2", "xyz"), ("lind @xyz kaffe", "@xyz")]
    {
        let reading = reading(line, &context());
        assert_eq!(&line[reading.fault().unwrap().span.clone()], expected, "{line}");
    }
    assert_eq!(reading("lind", &context()).fault(), None);
}

#[test]
fn an_empty_line_makes_nothing() {
    for line in ["", "  ", "\t\n"] {
        let reading = reading(line, &in_family("A-1"));
        assert!(reading.parts.is_empty() && reading.session.is_none(), "{line:?}");
    }
    check(&in_family("A-1"), &[("träff", "A-1 2026-11-21 held")]);
}

#[test]
fn other_kinds_are_not_taken_yet() {
    check(&in_family("A-1"), &[("mål2 tel", "A-1 2026-11-21 phone held goal 2")]);
    let in_plans = Context { kind: RecordKind::Goal, ..in_family("A-1") };
    check(&in_plans, &[("läsa", "? missing_whose []; missing_area []"), ("träff tel", "A-1 2026-11-21 phone held")]);
}

#[test]
fn a_page_pasted_by_mistake_asks_little() {
    struct Counting(std::cell::Cell<u32>);
    impl Directory for Counting {
        fn families(&self, _: &str) -> Result<Vec<FamilyName>, Problem> {
            self.0.set(self.0.get() + 1);
            Ok(Vec::new())
        }
        fn members(&self, _: FamilyId) -> Result<Vec<MemberName>, Problem> {
            Ok(Vec::new())
        }
        fn children(&self, _: &str) -> Result<Vec<(FamilyName, MemberName)>, Problem> {
            self.0.set(self.0.get() + 1);
            Ok(Vec::new())
        }
    }
    for (kind, words) in [("", 1501), ("umgänge ", 1502)] {
        let counting = Counting(std::cell::Cell::new(0));
        let reading = read(&format!("{kind}{}", "ord ".repeat(1500)), &context(), &counting).unwrap();
        assert_eq!(reading.parts.len(), words);
        // A line about visits is gone through twice where it tells of a family, and looks for children too.
        assert!(counting.0.get() <= 128);
    }
}
