//! Visits over a night and over a weekend.

use super::visits::in_visits;
use super::*;

#[test]
fn a_visit_ends_on_another_day() {
    for (line, expected) in [
        ("lör 18-10", "once from 2026-11-21 18:00 -10:00 1 nights planned"),
        ("lör kl 18-10", "once from 2026-11-21 18:00 -10:00 1 nights planned"),
        ("lör 18.30-09.15", "once from 2026-11-21 18:30 -09:15 1 nights planned"),
        ("lör 14-10", "once from 2026-11-21 14:00 -10:00 1 nights planned"),
        ("lör kl 22 3h", "once from 2026-11-21 22:00 -01:00 1 nights planned"),
        ("varje lör 18-10", "week sat from 2026-11-21 18:00 -10:00 1 nights"),
        ("fre 17 - sön 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fre 17-sön 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fre 17- sön 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fre 17 -sön 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fre 17 – sön 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fri 17 - sun 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("fre kl 17 - sön kl 18.30", "once from 2026-11-27 17:00 -18:30 2 nights planned"),
        ("27/11 17 - 29/11 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("27/11 17-2026-11-29 18", "once from 2026-11-27 17:00 -18:00 2 nights planned"),
        ("lör 10 - lör 18", "once from 2026-11-21 10:00 -18:00 planned"),
        ("varannan fre 17 - sön 18", "every 2 fri from 2026-11-27 17:00 -18:00 2 nights"),
        ("jämna fre 17 - sön 18 v53:nummer", "even fri keep_parity from 2026-11-27 17:00 -18:00 2 nights"),
        ("varannan fom 27/11 17 - sön 18", "every 2 fri from 2026-11-27 17:00 -18:00 2 nights"),
        ("varje lör 17 - mån 8 tom v22", "week sat from 2026-11-21 until 2027-06-06 17:00 -08:00 2 nights"),
    ] {
        check(&in_visits("A-1"), &[(&format!("Elias @mamma {line}"), &format!("A-1 3 @1 {expected}"))]);
    }
    // In a session nothing goes past midnight.
    check(&in_family("A-1"), &[("18-10", "? end_before_start [18-10]")]);
}

#[test]
fn months_and_counted_days() {
    for (line, expected) in [
        ("varje lör tom juni", "week sat from 2026-11-21 until 2027-06-30"),
        ("varje lör until june", "week sat from 2026-11-21 until 2027-06-30"),
        ("varje lör until jul", "week sat from 2026-11-21 until 2027-07-31"),
        ("varje lör tom juli", "week sat from 2026-11-21 until 2027-07-31"),
        ("varje lör tom nov", "week sat from 2026-11-21 until 2026-11-30"),
        ("varje lör tom feb 2028", "week sat from 2026-11-21 until 2028-02-29"),
        ("varje lör tom +3v", "week sat from 2026-11-21 until 2026-12-12"),
        ("varje lör until +3w", "week sat from 2026-11-21 until 2026-12-12"),
        ("varje lör 4x utan dec", "week sat from 2026-11-21 4 times not 2026-12-05 not 2026-12-12"),
        ("+3d", "once from 2026-11-24 planned"),
        ("+2 veckor", "once from 2026-12-05 planned"),
        ("i fredags", "once from 2026-11-20 held"),
    ] {
        check(&in_visits("A-1"), &[(&format!("Elias @mamma {line}"), &format!("A-1 3 @1 {expected}"))]);
    }
}
