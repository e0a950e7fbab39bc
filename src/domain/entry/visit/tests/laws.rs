//! What is stored, written as a draft and read again, is what it was: by a person's hand and by a file's.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::domain::codes::{
    Answer, CancelledBy, ChangeScope, ChildWord, Code, MonthPlace, RestrictionKind, VisitBasis, VisitContact,
    VisitOutcome, Week53,
};
use crate::domain::discretion::Setting;
use crate::domain::ids::{ArrangementId, FamilyId, PersonId};
use crate::domain::visit::Absence;
use crate::domain::visit::{
    After, Before, During, Ends, LadderMove, Limits, Pattern, Restriction, Series, Terms, Weekdays, Wish,
};

const LINDSTROM: FamilyId = FamilyId(1);

fn code<T: Code + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_i32..4000)
        .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(day("2020-01-01").num_days_from_ce() + days).unwrap())
}

/// A day up to and including today.
fn been() -> impl Strategy<Value = NaiveDate> {
    date().prop_map(|date| date.min(today()))
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0_u32..24, 0_u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap())
}

fn line() -> impl Strategy<Value = String> {
    "[a-zåäö0-9/]{1,6}( [a-z;,=-]{1,5})?"
}

fn note() -> impl Strategy<Value = String> {
    "[a-zåäö]{1,6}(\n[a-z]{1,5})?"
}

fn text() -> impl Strategy<Value = Option<String>> {
    of(line())
}

fn adults() -> impl Strategy<Value = Vec<PersonId>> {
    subsequence([1, 2, 4, 5, 6].map(PersonId).to_vec(), 1..=5)
}

fn rule() -> impl Strategy<Value = Pattern> {
    let choice = || of(code::<Week53>());
    prop_oneof![
        Just(Pattern::Once),
        Just(Pattern::Week),
        (2_u32..=26).prop_map(|weeks| Pattern::Nth { weeks }),
        choice().prop_map(|week_53| Pattern::Even { week_53 }),
        choice().prop_map(|week_53| Pattern::Odd { week_53 }),
        code::<MonthPlace>().prop_map(|place| Pattern::Monthly { place }),
    ]
}

fn ends() -> impl Strategy<Value = Ends> {
    prop_oneof![Just(Ends::Open), (0_i64..900).prop_map(later), (1_u32..=999).prop_map(Ends::Times)]
}

/// An end some days after the first; the first is put in place below.
fn later(days: i64) -> Ends {
    Ends::Until(day("2020-01-01") + chrono::Duration::days(days))
}

/// A series as people tell it.
fn series() -> impl Strategy<Value = Series> {
    (rule(), 1_u8..128, date(), ends()).prop_map(|(rule, days, from, ends)| {
        let weekdays = (0..7_u8).filter(|day| days & 1 << day != 0).filter_map(|day| Weekday::try_from(day).ok());
        let series = Series::told(rule, weekdays.collect::<Weekdays>(), Some(from), today());
        let first = series.first().unwrap();
        match ends {
            _ if rule == Pattern::Once => series,
            Ends::Until(until) => series.ending(Ends::Until(first + (until - day("2020-01-01")))),
            ends => series.ending(ends),
        }
    })
}

type Hours = (Option<NaiveTime>, Option<NaiveTime>, u32);

prop_compose! {
    fn hours()(start in of(time()), end in of(time()), told in 0_u32..=60) -> Hours {
        // What ends when it begins, or before, lasts at least a night.
        let least = u32::from(start.zip(end).is_some_and(|(start, end)| end <= start));
        (start, end, told.max(least))
    }
}

prop_compose! {
    fn terms()(
        with in adults(),
        (start, end, nights) in hours(),
        contact in code(),
        step in of(0_u8..=11),
        supervision in code::<Answer>(),
        supporters in subsequence(vec!["Karin".to_owned(), "Maria Ek".to_owned()], 0..=2),
        place in text(),
        transport in text(),
        despite in text(),
    ) -> Terms {
        Terms {
            with, contact, start, end, nights, place: place.map(Into::into), step, supervision, supporters, transport,
            despite,
        }
    }
}

prop_compose! {
    fn whole()(
        series in series(),
        terms in terms(),
        purpose in text(),
        basis in of(code::<VisitBasis>()),
        support in of(0_i64..900),
        note in of(note()),
    ) -> Arrangement {
        let support_until = support.map(|days| series.from + chrono::Duration::days(days));
        let (family, child, follows) = (LINDSTROM, NOAH, None);
        Arrangement { family, child, series, terms, purpose, basis, support_until, follows, note, event: None }
    }
}

prop_compose! {
    fn account()(
        started in of(time()), ended in of(time()), came in subsequence(vec![SARA, NOAH], 0..=2),
        late_minutes in of(0_u32..=1440), texts in vec(of(note()), 11),
        word in of(code::<ChildWord>()), mark_before in of(1_u8..=5), mark_after in of(1_u8..=5),
    ) -> (During, After) {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().flatten();
        let (interplay, interventions) = (text(), text());
        let (words_same_day, words_later) = (text(), text());
        let told = words_same_day.is_some() || words_later.is_some();
        let during = During { started, ended, came, late_minutes, interplay, interventions };
        let after = After {
            child_word: word.or(told.then_some(ChildWord::Told)),
            words_same_day, words_later, reaction: text(), mark_before, mark_after, adult_view: text(),
            family_home_view: text(), supporter_view: text(), judgement: text(), agreed: text(), next: text(),
        };
        (during, after)
    }
}

prop_compose! {
    fn restriction()(
        with in adults(), kind in code::<RestrictionKind>(), how in text(), why in text(), from in date(),
        until in of(0_i64..900), notice in any::<bool>(), decided_on in of(been()), decided_by in text(),
        appeal_told in of(code::<Answer>()),
        considered_on in subsequence(vec![day("2025-09-01"), day("2026-03-01"), day("2026-11-21")], 0..=3),
        contacts in subsequence(VisitContact::ALL.to_vec(), 0..=4), supervised in of(code::<Answer>()),
        (most_a_month, most_minutes) in (of(1_u32..=31), of(1_u32..=1440)),
    ) -> Restriction {
        let until = until.map(|days| from + chrono::Duration::days(days));
        let limits = Limits { contacts, supervised, most_a_month, most_minutes };
        Restriction {
            family: LINDSTROM, child: ELIAS, with: with.into_iter().filter(|one| *one != ELIAS).chain([NOAH]).collect(),
            kind, how, why, from, until, further_notice: notice && until.is_none(), decided_on, decided_by, appeal_told,
            considered_on, limits,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arrangements(one in whole(), anchor in date()) {
        for source in [typed(), filed()] {
            prop_assert_eq!(edited_whole(source, &one, None), Ok(one.clone()));
        }
        // One that is edited keeps what no field tells.
        let series = Series { anchor, ..one.series };
        let series = if series.first().is_none() { series.ending(Ends::Open) } else { series };
        let old = Arrangement { series, follows: Some(ArrangementId(3)), ..one };
        prop_assert_eq!(edited_whole(typed(), &old, Some(&old)), Ok(old.clone()));
    }

    #[test]
    fn changes(of in whole(), terms in terms(), on in date(), reason in text(), scope in code::<ChangeScope>()) {
        let change = VisitChange { on, terms, reason, scope };
        let draft = visit_change_draft(&change, &members(), Setting::Whole);
        for source in [typed(), filed()] {
            let reader = reader(&VISIT_CHANGE, &draft, source);
            let read = read_visit_change(reader, &Casebook, Ladder::shipped(), &of, on).unwrap();
            prop_assert_eq!(read, Ok(change.clone()));
        }
    }

    #[test]
    fn preparations(texts in vec(of(note()), 5)) {
        let mut texts = texts.into_iter();
        let mut text = || texts.next().flatten();
        let before = Before {
            child: text(), adult: text(), family_home: text(), watch_for: text(), stop_rule: text(),
        };
        let draft = preparation_draft(&before);
        prop_assert_eq!(read_preparation(reader(&PREPARATION, &draft, typed())), Ok(before));
    }

    #[test]
    fn accounts(account in account(), of in whole()) {
        let terms = Terms::new(vec![SARA]);
        let draft = account_draft(&account.0, &account.1, &members());
        for source in [typed(), filed()] {
            let read = read_account(reader(&ACCOUNT, &draft, source), &Casebook, &of, &terms).unwrap();
            prop_assert_eq!(read, Ok(account.clone()));
        }
    }

    #[test]
    fn restrictions(one in restriction()) {
        let draft = restriction_draft(&one, "A-1", &members());
        for source in [typed(), filed()] {
            let read = read_restriction(reader(&RESTRICTION, &draft, source), &Casebook).unwrap();
            prop_assert_eq!(read, Ok(one.clone()));
        }
    }

    #[test]
    fn wishes(what in line(), told_on in been(), later in of(0_i64..900), answer in text()) {
        let answered_on = later.map(|days| (told_on + chrono::Duration::days(days)).min(today()));
        let wish = Wish { family: LINDSTROM, child: ELIAS, by: PersonId(6), told_on, what, answered_on, answer };
        let draft = wish_draft(&wish, "A-1", &members());
        for source in [typed(), filed()] {
            prop_assert_eq!(read_wish(reader(&WISH, &draft, source), &Casebook).unwrap(), Ok(wish.clone()));
        }
    }

    #[test]
    fn moves(
        on in date(), from in of(0_u8..=11), to in 0_u8..=11, reason in line(), decided_by in line(),
        word in code::<ChildWord>(), words in of(note()),
    ) {
        let child_word = Some(word);
        let moved = LadderMove { child: ELIAS, with: NOAH, on, from, to, reason, decided_by, child_word, words };
        let draft = ladder_move_draft(&moved, "A-1", &members());
        for source in [typed(), filed()] {
            let reader = reader(&LADDER_MOVE, &draft, source);
            prop_assert_eq!(read_ladder_move(reader, &Casebook, Ladder::shipped(), from).unwrap(), Ok(moved.clone()));
        }
    }

    #[test]
    fn absences(from in date(), start in time(), minutes in 1_i64..100_000, uid in text()) {
        let from = from.and_time(start);
        let until = from + chrono::Duration::minutes(minutes);
        let absence = Absence { supporter: "Maria Ek".to_owned(), from, until, calendar_uid: uid };
        let draft = absence_draft(&absence);
        for source in [typed(), filed()] {
            prop_assert_eq!(read_absence(reader(&ABSENCE, &draft, source), Some(&absence)), Ok(absence.clone()));
        }
    }

    #[test]
    fn rows(
        of_row in whole(), on in been(), given in been(), outcome in code::<VisitOutcome>(),
        by in of(code::<CancelledBy>()), reason in text(), left_out in any::<bool>(), notice_hours in of(0_u32..99),
    ) {
        let arrangement = Arrangement { series: Series::once(given), follows: None, ..of_row };
        let cancelled_by = by.filter(|_| outcome == VisitOutcome::Cancelled);
        let person = members().into_iter().find(|one| Some(CancelledBy::of_role(one.role)) == cancelled_by);
        let cancelled_by_person = person.map(|person| person.id);
        let record = VisitRecord {
            arrangement, on, left_out, notice_hours, outcome, cancelled_by, cancelled_by_person, reason,
        };
        let draft = visit_draft(&record, "A-1", &members(), Setting::Whole);
        prop_assert!(draft.filled().all(|(key, _)| VISITS.field(key).is_some()));
        for source in [typed(), filed()] {
            let read = read_visit(reader(&VISITS, &draft, source), &Casebook, Ladder::shipped()).unwrap();
            prop_assert_eq!(read, Ok(record.clone()));
        }
    }
}

fn edited_whole(source: Source, one: &Arrangement, old: Option<&Arrangement>) -> Result<Arrangement, Vec<Fault>> {
    let draft = arrangement_draft(one, "A-1", &members(), Setting::Whole);
    read_arrangement(reader(&ARRANGEMENT, &draft, source), &Casebook, Ladder::shipped(), old).unwrap()
}
