//! Visits that are easy to make: a child's Saturdays with its mother, and all that is kept beside them.

use chrono::{NaiveDate, NaiveTime, Weekday};
use trygg::domain::codes::{Answer, ChildWord, MemberRole, RestrictionKind, VisitBasis};
use trygg::domain::ids::{ArrangementId, FamilyId, PersonId};
use trygg::domain::person::Person;
use trygg::domain::visit::Absence;
use trygg::domain::visit::{
    Arrangement, LadderMove, Limits, Occurrence, Pattern, Restriction, Series, Terms, Weekdays, Wish,
};
use trygg::store::{Diary, DiaryOf, Origin, Store, VisitSaving, VisitSeen};

use super::desk::{add, day, family, member};

/// A family with two children and two adults.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    pub family: FamilyId,
    pub child: PersonId,
    pub sibling: PersonId,
    pub mother: PersonId,
    pub father: PersonId,
}

/// A family that Saga works with.
pub fn home(store: &Store, case_ref: &str) -> Home {
    let family = add(store, &family(case_ref, &format!("Familjen {case_ref}")));
    let person = |role, name: &str| {
        let one = member(family, &format!("{name}-{case_ref}"), &format!("{name} {case_ref}"));
        add(store, &Person { role, ..one })
    };
    Home {
        family,
        child: person(MemberRole::Child, "Barn"),
        sibling: person(MemberRole::Child, "Syskon"),
        mother: person(MemberRole::Mother, "Mamma"),
        father: person(MemberRole::Father, "Pappa"),
    }
}

pub fn time(text: &str) -> NaiveTime {
    NaiveTime::parse_from_str(text, "%H:%M").unwrap()
}

/// Every Saturday from a day on.
pub fn saturdays(from: &str) -> Series {
    Series::new(Pattern::Week, Weekdays::only(Weekday::Sat), day(from))
}

/// The child with its mother, 10 to 12.
pub fn arrangement(home: Home, series: Series) -> Arrangement {
    Arrangement {
        family: home.family,
        child: home.child,
        series,
        terms: Terms { start: Some(time("10:00")), end: Some(time("12:00")), ..Terms::new(vec![home.mother]) },
        purpose: None,
        basis: None,
        support_until: None,
        follows: None,
        event: None,
        note: None,
    }
}

/// The same with every field filled.
pub fn full_arrangement(home: Home) -> Arrangement {
    let plain = arrangement(home, saturdays("2026-11-07"));
    Arrangement {
        terms: Terms {
            with: vec![home.mother, home.sibling],
            nights: 1,
            place: Some("Lekoteket".into()),
            step: Some(4),
            supervision: Answer::Yes,
            supporters: vec!["Vera".to_owned(), "Åsa".to_owned()],
            transport: Some("Taxi".to_owned()),
            ..plain.terms
        },
        purpose: Some("Återförening".to_owned()),
        basis: Some(VisitBasis::Agreement),
        support_until: Some(day("2027-06-01")),
        note: Some("Ring kvällen före.".to_owned()),
        ..plain
    }
}

/// A visit of an arrangement about which everything is told.
pub fn told(id: ArrangementId, of: &Arrangement, on: &str) -> Occurrence {
    let mut one = Occurrence::given(id, of, day(on)).held();
    one.before.child = Some("Fick veta på fredagen.".to_owned());
    one.before.stop_rule = Some("Bryt vid bråk.".to_owned());
    (one.during.started, one.during.came) = (Some(time("10:05")), one.terms.with.clone());
    (one.during.late_minutes, one.during.interplay) = (Some(5), Some("Byggde torn.".to_owned()));
    (one.after.child_word, one.after.words_same_day) = (Some(ChildWord::Told), Some("Det var roligt.".to_owned()));
    (one.after.mark_before, one.after.mark_after) = (Some(3), Some(5));
    one.after.judgement = Some("Går bra.".to_owned());
    one
}

/// All contact with the mother stopped in December.
pub fn restriction(home: Home) -> Restriction {
    Restriction {
        family: home.family,
        child: home.child,
        with: vec![home.mother],
        kind: RestrictionKind::Stopped,
        how: Some("Inga besök".to_owned()),
        why: Some("Skydd".to_owned()),
        from: day("2026-12-01"),
        until: Some(day("2026-12-31")),
        further_notice: false,
        decided_on: Some(day("2026-11-20")),
        decided_by: Some("Nämnden".to_owned()),
        appeal_told: Some(Answer::Yes),
        considered_on: vec![day("2026-12-10")],
        limits: Limits::default(),
    }
}

/// A limited contact with the mother in December.
pub fn limited(home: Home, limits: Limits) -> Restriction {
    Restriction { kind: RestrictionKind::Limited, limits, ..restriction(home) }
}

pub fn wish(home: Home) -> Wish {
    Wish {
        family: home.family,
        child: home.child,
        by: home.father,
        told_on: day("2026-11-10"),
        what: "Varannan helg".to_owned(),
        answered_on: None,
        answer: None,
    }
}

pub fn ladder_move(home: Home) -> LadderMove {
    LadderMove {
        child: home.child,
        with: home.mother,
        on: day("2026-11-01"),
        from: Some(4),
        to: 5,
        reason: "Tre lugna besök".to_owned(),
        decided_by: "Lena".to_owned(),
        child_word: Some(ChildWord::Told),
        words: Some("Det känns bra".to_owned()),
    }
}

/// Vera away from one time to another.
pub fn absence(from: &str, until: &str) -> Absence {
    let at = |text: &str| text.parse().unwrap();
    Absence { supporter: "Vera".to_owned(), from: at(from), until: at(until), calendar_uid: None }
}

/// Plans, with nothing stored.
pub fn plan(store: &Store, arrangement: &Arrangement) -> ArrangementId {
    store.plan(arrangement, &[], Origin::Direct).unwrap()
}

/// All that there is of a family's visits.
pub fn whole(store: &Store, family: FamilyId) -> Diary {
    store.diary(DiaryOf::Family(family), NaiveDate::MIN, NaiveDate::MAX).unwrap()
}

/// A visit as it stands: what is stored of it, or what the series gives; and how it was seen.
pub fn visit(store: &Store, id: ArrangementId, given: &str) -> (Arrangement, Occurrence, VisitSeen) {
    let of = store.get::<Arrangement>(id).unwrap().value;
    let diary = whole(store, of.family);
    let stored = diary.stored(id).iter().find(|one| one.given == day(given)).cloned();
    let one = stored.unwrap_or_else(|| Occurrence::given(id, &of, day(given)));
    (of, one, diary.seen(id, day(given)))
}

/// Writes what is made of a visit as it stands.
pub fn say(
    store: &Store,
    id: ArrangementId,
    given: &str,
    how: impl FnOnce(Occurrence, &Arrangement) -> Occurrence,
) -> Result<VisitSaving, trygg::domain::problem::Problem> {
    let (of, one, seen) = visit(store, id, given);
    store.write_visit(&how(one, &of), seen, Origin::Direct)
}
