//! What a line about visits must not be taken for.

use super::visits::in_visits;
use super::*;

#[test]
fn faults_stand_where_they_are() {
    let with = |line: &str| format!("Elias @mamma {line}");
    for (line, expected) in [
        ("jämna 10-14", "? missing_weekday [jämna]"),
        ("varje vecka 10-14", "? missing_weekday [varje vecka]"),
        ("var99 lör", "? bad_pattern [var99 lör]"),
        ("var0 lör", "? bad_pattern [var0 lör]"),
        ("varje tredje lör", "? bad_pattern [varje tredje lör]"),
        ("andra", "? unknown [andra]"),
        ("varje lör tom", "? unknown [tom]"),
        ("varje lör tom v54", "? bad_date [tom v54]"),
        ("varje lör tom 31/2", "? bad_date [tom 31/2]"),
        ("varje lör tom igår", "? no_days [tom igår]"),
        ("varje tis tom idag", "? no_days [tom idag]"),
        (
            "varje lör tom v50 utan v48 utan v49 utan v50 utan v47",
            "? no_days [tom v50]; no_days [utan v48]; no_days [utan v49]; no_days [utan v50]; no_days [utan v47]",
        ),
        ("varje lör utan 27/11", "? not_in_series [utan 27/11]"),
        ("varje lör utan kaffe", "? unknown [utan]; unknown [kaffe]"),
        ("varje lör 0ggr", "? bad_times [0ggr]"),
        ("varje lör 1000ggr", "? bad_times [1000ggr]"),
        ("varje lör 99999999999ggr", "? bad_times [99999999999ggr]"),
        ("lör tom v22", "? only_in_series [tom v22]"),
        ("lör 10ggr", "? only_in_series [10ggr]"),
        ("lör utan 28/11", "? only_in_series [utan 28/11]"),
        ("varje lör v53:nummer", "? only_in_series [v53:nummer]"),
        ("jämna lör v53:kanske", "? unknown [v53:kanske]"),
        ("varje lör inställd(vi)", "? only_single [inställd(vi)]"),
        ("lör steg12", "? no_such_step [steg12]"),
        ("lör steg999", "? no_such_step [steg999]"),
        ("lör stöd:", "? unknown [stöd:]"),
        ("lör plats:_", "? unknown [plats:_]"),
        ("lör 90min", "? length_without_start [90min]"),
        ("lör 14-14", "? end_before_start [14-14]"),
        ("lör 18 - lör 10", "? end_before_start [18 - lör 10]"),
        ("lör 18 - 27/11 10", "A-1 3 @1 once from 2026-11-21 18:00 -10:00 6 nights planned"),
        ("fre 18 - 26/11 10", "? bad_stay [18 - 26/11 10]"),
        ("lör 18 - 2027-02-01 10", "? bad_stay [18 - 2027-02-01 10]"),
        ("lör 18 - 31/2 10", "? bad_date [18 - 31/2 10]"),
        ("lör 18 - sön kaffe", "? bad_time [18 - sön]; unknown [kaffe]"),
        ("varje fre lör 18 - sön 10", "? bad_stay [18 - sön 10]"),
        ("varje lör tom jul", "? meant tom juli tom 24/12 [tom jul]"),
        ("lör stöd:Karim", "? no_such_staff Karin Karolina Ek [stöd:Karim]"),
        ("lör stöd:Kar", "? ambiguous_staff Karin Karolina Ek [stöd:Kar]"),
        ("lör =", "? unknown [=]"),
        ("lör hem", "? unknown [hem]"),
        ("lör #skola", "? unknown [#skola]"),
        ("lör mål2", "? unknown [mål2]"),
    ] {
        check(&in_visits("A-1"), &[(&with(line), expected)]);
    }
}

#[test]
fn there_is_room_for_one_of_each() {
    for (line, expected) in [
        ("varje lör jämna sön", "? repeated pattern [jämna sön]"),
        ("varje lör tom v22 10ggr", "? repeated end [10ggr]"),
        ("lör steg2 steg3", "? repeated step [steg3]"),
        ("lör tel video", "? repeated contact [video]"),
        ("lör stöd:Karin utan stöd", "? repeated support [utan stöd]"),
        ("lör plats:A plats:B", "? repeated place [plats:B]"),
        ("lör fom 28/11", "? repeated day [fom 28/11]"),
        ("lör 14-15 kl 16", "? repeated time [kl 16]"),
    ] {
        check(&in_visits("A-1"), &[(&format!("Elias @mamma {line}"), expected)]);
    }
}

#[test]
fn an_empty_line_makes_nothing() {
    assert!(reading(" ", &in_visits("A-1")).parts.is_empty());
    check(&in_visits("A-1"), &[("umgänge", "? missing_child P-3 P-4 []")]);
    check(&context(), &[("umgänge", "? missing_family []"), ("visit -- bara text", "? missing_family []")]);
}
