//! What a restriction lacks, what it stops, and when it is considered next.

use super::*;
use crate::domain::codes::{Answer, RestrictionKind, VisitContact};
use crate::domain::deadlines::Rules;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::visit::restriction::Missing;
use crate::domain::visit::together::{Breach, Stopped, stopped};

fn whole(kind: RestrictionKind) -> Restriction {
    Restriction {
        family: FamilyId(1),
        child: PersonId(3),
        with: vec![PersonId(1)],
        kind,
        how: Some("endast med stödperson".to_owned()),
        why: Some("barnets behov av lugn".to_owned()),
        from: day("2026-11-16"),
        until: Some(day("2027-11-15")),
        further_notice: false,
        decided_on: Some(day("2026-11-12")),
        decided_by: Some("Individutskottet".to_owned()),
        appeal_told: Some(Answer::Yes),
        considered_on: Vec::new(),
        limits: Limits::default(),
    }
}

#[test]
fn what_is_missing_for_a_decision() {
    let all = whole(RestrictionKind::Stopped);
    assert_eq!(all.missing(), []);
    let bare = Restriction {
        how: None,
        why: Some("  ".to_owned()),
        until: None,
        decided_on: None,
        decided_by: None,
        appeal_told: Some(Answer::No),
        ..all
    };
    let everything =
        [Missing::How, Missing::Why, Missing::Until, Missing::DecidedOn, Missing::DecidedBy, Missing::AppealTold];
    assert_eq!(bare.missing(), everything);
}

#[test]
fn the_next_consideration_counts_from_the_last() {
    let due = |restriction: &Restriction| restriction.next_consideration(Rules::shipped()).map(|next| next.due);
    let mut one = whole(RestrictionKind::Limited);
    assert_eq!(due(&one), Some(day("2027-02-12")), "from the decision");
    one.considered_on = vec![day("2027-04-30"), day("2027-01-31")];
    assert_eq!(due(&one), Some(day("2027-07-30")), "from the last, in whatever order they stand");
    one.considered_on = vec![day("2026-11-30")];
    assert_eq!(due(&one), Some(day("2027-02-28")), "to the end of a shorter month");
    one.until = Some(day("2027-02-27"));
    assert_eq!(due(&one), None, "it ends before");
    let undecided = Restriction { decided_on: None, until: None, ..whole(RestrictionKind::Stopped) };
    assert_eq!(due(&undecided), Some(day("2027-02-16")), "without a decision from its first day");
    let next = whole(RestrictionKind::Stopped);
    let next = next.next_consideration(Rules::shipped()).unwrap();
    assert!(next.rule.source.starts_with("LVU 14 §"));
}

#[test]
fn a_stop_stops_what_is_ahead_and_concerns_the_person() {
    let of = arrangement(saturdays(Pattern::Week, "2026-11-07").ending(Ends::Times(6)));
    let stored = lived(&of, &[("2026-11-21", Outcome::Held), ("2026-11-28", Outcome::NoShow)]);
    let visits = all_of(&of, &stored);
    let stop = whole(RestrictionKind::Stopped);
    let found = stopped(&visits, std::slice::from_ref(&stop));
    let days: Vec<NaiveDate> = found.iter().map(|one| visits[one.visit].on()).collect();
    assert_eq!(days, [day("2026-12-05"), day("2026-12-12")]);
    assert!(found.iter().all(|one| one.breach == Breach::Stopped && one.restriction == 0));
    let of_another = [
        Restriction { with: vec![PersonId(2)], ..stop.clone() },
        Restriction { child: PersonId(4), ..stop.clone() },
        Restriction { until: Some(day("2026-12-01")), ..stop },
    ];
    assert_eq!(stopped(&visits, &of_another), []);
}

#[test]
fn a_limit_stops_what_goes_beyond_it() {
    let mut of = arrangement(saturdays(Pattern::Week, "2026-11-21").ending(Ends::Times(5)));
    let limited = |limits: Limits| Restriction { limits, ..whole(RestrictionKind::Limited) };
    let breaches = |of: &Arrangement, stored: &[Occurrence], limits: Limits| -> Vec<Breach> {
        stopped(&all_of(of, stored), &[limited(limits)]).into_iter().map(|one: Stopped| one.breach).collect()
    };
    assert_eq!(breaches(&of, &[], Limits::default()), []);
    let phone = Limits { contacts: vec![VisitContact::Phone, VisitContact::Letter], ..Limits::default() };
    assert_eq!(breaches(&of, &[], phone.clone()), [Breach::Contact(VisitContact::InPerson); 5]);
    let supervised = Limits { supervised: Some(Answer::Yes), ..Limits::default() };
    assert_eq!(breaches(&of, &[], supervised.clone()).len(), 5);
    of.terms.supervision = Answer::Yes;
    assert_eq!(breaches(&of, &[], supervised), []);
    let short = Limits { most_minutes: Some(180), ..Limits::default() };
    assert_eq!(breaches(&of, &[], short)[0], Breach::TooLong(180));
    // Once a month: 21 and 28 November, 5, 12 and 19 December; a cancelled one leaves room for another.
    let monthly = Limits { most_a_month: Some(1), ..Limits::default() };
    assert_eq!(breaches(&of, &[], monthly.clone()), [Breach::TooMany(1); 3]);
    let stored = lived(&of, &[("2026-12-05", Outcome::By(CancelledBy::Us)), ("2026-11-21", Outcome::Held)]);
    assert_eq!(breaches(&of, &stored, monthly), [Breach::TooMany(1); 2]);
    of.terms.contact = VisitContact::Phone;
    assert_eq!(breaches(&of, &[], phone.clone()), []);
    of.terms.contact = VisitContact::InPerson;
    of.terms.despite = Some("rätten har sagt så".to_owned());
    assert_eq!(breaches(&of, &[], phone), []);
}

#[test]
fn a_wish_waits_until_it_is_answered() {
    let wish = Wish {
        family: FamilyId(1),
        child: PersonId(3),
        by: PersonId(1),
        told_on: day("2026-11-01"),
        what: "träffas varje vecka".to_owned(),
        answered_on: None,
        answer: None,
    };
    assert_eq!(wish.days_waiting(day("2026-11-21")), Some(20));
    assert_eq!(Wish { answered_on: Some(day("2026-11-10")), ..wish }.days_waiting(day("2026-11-21")), None);
}
