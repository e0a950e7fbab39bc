//! Lines about tasks: what is their day, their family, who is to do it, and that all else is their text.

use super::*;

/// A task: whose, due when, who, and what.
pub fn sum_up(line: &TaskLine) -> String {
    let task = &line.task;
    assert_eq!(task.family, line.family.as_ref().map(|family| family.id));
    assert_eq!((task.by.as_str(), task.made_on, task.done_on, task.meeting), ("Karin", day("2026-11-21"), None, None));
    let family = line.family.as_ref().map_or("-", |family| &family.case_ref);
    let due = task.due_on.map_or_else(|| "-".to_owned(), |due| due.to_string());
    format!("{family} {due} @{}: {}", task.who, task.what)
}

#[test]
fn a_line_is_what_by_when_and_who() {
    check(
        &context(),
        &[
            ("att ring BUP fre @mig", "- 2026-11-27 @Karin: ring BUP"),
            ("att ring BUP", "- - @Karin: ring BUP"),
            ("att fre ring BUP", "- 2026-11-27 @Karin: ring BUP"),
            ("att Lindström ring skolan 3/12 @Sara", "A-1 2026-12-03 @Sara: ring skolan"),
            ("todo call the school tomorrow @me", "- 2026-11-22 @Karin: call the school"),
            ("task ring @åsa skolan", "- - @Åsa: ring skolan"),
            ("att @kar_ek boka rum", "? no_such_staff Karin Karolina Ek [@kar_ek]"),
            ("att @karo boka rum", "- - @Karolina Ek: boka rum"),
            ("att @karolina_ek boka rum", "- - @Karolina Ek: boka rum"),
            ("att @kar boka rum", "? ambiguous_staff Karin Karolina Ek [@kar]"),
            ("att @karin boka rum", "- - @Karin: boka rum"),
            ("att @ boka rum", "? no_such_staff Karin Karolina Ek Sara Åsa [@]"),
            ("att boka rum @sara @åsa", "? repeated who [@åsa]"),
        ],
    );
}

#[test]
fn a_day_stands_first_or_last_or_alone_or_is_marked() {
    check(
        &context(),
        &[
            ("att ring BUP lör", "- 2026-11-21 @Karin: ring BUP"),
            ("att ring BUP på fredag", "- 2026-11-27 @Karin: ring BUP"),
            ("att ring BUP senast 3/12", "- 2026-12-03 @Karin: ring BUP"),
            ("att call BUP by friday", "- 2026-11-27 @Karin: call BUP"),
            ("att ring BUP nästa tis", "- 2026-11-24 @Karin: ring BUP"),
            ("att ring BUP v49 tis", "- 2026-12-01 @Karin: ring BUP"),
            ("att ring BUP i morgon @mig", "- 2026-11-22 @Karin: ring BUP"),
            ("att boka möte fre kl 10", "- 2026-11-27 @Karin: boka möte kl 10"),
            ("att talk to BUP on monday", "- 2026-11-23 @Karin: talk to BUP"),
            ("att talk to the school", "- - @Karin: talk to the school"),
            ("att boka tis och tors för Elias", "- - @Karin: boka tis och tors för Elias"),
            ("att boka tis och tors för Elias fre", "- 2026-11-27 @Karin: boka tis och tors för Elias"),
            ("att boka to och ti >fre för Elias", "- 2026-11-27 @Karin: boka to och ti för Elias"),
            ("att fre ring BUP tis", "? repeated day [tis]"),
            ("att ring BUP 31/2", "? bad_date [31/2]"),
            ("att dela 31/2 lika med dem", "- - @Karin: dela 31/2 lika med dem"),
            ("att ring BUP -- fre eller tis, @någon", "- - @Karin: ring BUP fre eller tis, @någon"),
            ("att fre -- ring BUP", "- 2026-11-27 @Karin: ring BUP"),
            ("att på fredag", "? missing_what []"),
        ],
    );
}

#[test]
fn a_family_stands_first_or_last_in_full_or_with_a_colon() {
    check(
        &context(),
        &[
            ("att lindström ring skolan", "A-1 - @Karin: ring skolan"),
            ("att ring skolan A-1", "A-1 - @Karin: ring skolan"),
            ("att lind: ring skolan", "A-1 - @Karin: ring skolan"),
            ("att lind ring skolan", "A-1 - @Karin: ring skolan"),
            ("att fre Lindström ring skolan", "A-1 2026-11-27 @Karin: ring skolan"),
            ("att Lindström fre ring skolan", "A-1 2026-11-27 @Karin: ring skolan"),
            ("att ring skolan om von Sydow fre", "A-7 2026-11-27 @Karin: ring skolan om"),
            ("att al hassan: ring skolan", "A-6 - @Karin: ring skolan"),
            ("att ring Lindström om skolan", "- - @Karin: ring Lindström om skolan"),
            ("att Lindström ring Berg", "A-1 - @Karin: ring Berg"),
            ("att Andersson ring", "? ambiguous_family A-8 A-9 [Andersson]"),
            ("att nord: ring", "? ambiguous_family A-4 A-5 [nord:]"),
            ("att nor: ring", "? ambiguous_family A-4 A-5 [nor:]"),
            ("att be: ring", "? short_family A-2 [be:]"),
            ("att OBS: ring", "- - @Karin: OBS: ring"),
            ("att köra Elias hem", "- - @Karin: köra Elias hem"),
            ("att ta reda på var de kom från", "- - @Karin: ta reda på var de kom från"),
            ("att ring 14-16", "14-16 - @Karin: ring"),
            ("att 99/12 ring", "99/12 - @Karin: ring"),
            ("att Lindström", "? missing_what []"),
            ("att", "? missing_what []"),
        ],
    );
    check(
        &in_family("A-2"),
        &[
            ("att ring skolan", "A-2 - @Karin: ring skolan"),
            ("att Lindström ring skolan", "A-1 - @Karin: ring skolan"),
            ("att Andersson ring", "? ambiguous_family A-8 A-9 [Andersson]"),
        ],
    );
}

#[test]
fn staff_days_and_families_are_completed() {
    let completed = |line: &str| {
        let found = complete(line, line.len(), &context(), &Names).unwrap();
        found.into_iter().map(|completion| completion.with).collect::<Vec<_>>()
    };
    assert_eq!(completed("att ring @karo"), ["@Karolina_Ek"]);
    assert_eq!(completed("att ring @m"), ["@mig"]);
    assert_eq!(completed("att lin"), ["Lindström"]);
    assert_eq!(completed("att ring lin"), [""; 0]);
    assert_eq!(completed("att ring fr"), ["fre"]);
    assert_eq!(completed("att ring >fr"), [">fre"]);
}

#[test]
fn three_letters_name_a_family_here_too() {
    check(
        &context(),
        &[
            ("att lind ring skolan 3/12 @Sara", "A-1 2026-12-03 @Sara: ring skolan"),
            ("att fre berg ring skolan", "A-2 2026-11-27 @Karin: ring skolan"),
            ("todo åker call the school", "A-11 - @Karin: call the school"),
            ("att nor ring", "? ambiguous_family A-4 A-5 [nor]"),
            ("att li ring skolan", "- - @Karin: li ring skolan"),
            ("att ring lind", "- - @Karin: ring lind"),
            ("att från ring", "- - @Karin: från ring"),
            ("att hem till mamma", "- - @Karin: hem till mamma"),
        ],
    );
    // Somebody who is known by the name is meant rather than a family that begins so.
    check(&in_family("A-1"), &[("att noah ska ringas", "A-1 - @Karin: noah ska ringas")]);
    check(&in_family("A-2"), &[("att noah ska ringas", "A-16 - @Karin: ska ringas")]);
}
