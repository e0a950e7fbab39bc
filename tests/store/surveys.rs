//! Lists read a window at a time and counts worked out some families at a time say what the whole says, to each role.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use trygg::demo;
use trygg::domain::codes::{Area, EventKind, FamilyStatus, Outcome};
use trygg::domain::deadlines::{Docket, Duty, Heading, State, Trigger};
use trygg::domain::event::Event;
use trygg::domain::ids::{FamilyId, RestrictionId, WishId};
use trygg::domain::session::Session;
use trygg::domain::task::Task;
use trygg::domain::visit::{Absence, Circumstances, Concern, Restriction, Sight, VisitKey, Wish, agenda};
use trygg::store::{
    DiaryOf, FamilyFilter, MapAgeRow, MapAges, NewFamily, Origin, Past, Seek, SessionFilter, SessionPlace,
    SessionTally, Since, Store, Survey, Whose,
};

use super::access_table::{Seen, Trial, done, seen};
use super::desk::{Desk, add, day, today};

/// As `access_table::TABLE`. A turn of a survey is of no family in particular; what it sees of whom is tested below.
pub const SURVEYS: &[(&str, &str, Trial)] = &[
    ("survey", "AAAA--A", |_, store, _| done(store.survey(Whose::Everyones, today()))),
    ("survey_again", "AAAA--A", |_, store, _| {
        let mut survey = store.survey(Whose::Everyones, today())?;
        done(store.survey_again(&mut survey))
    }),
    ("survey_duties", "AAAA--A", |_, store, _| {
        let mut survey = store.survey(Whose::Mine, today())?;
        done(store.survey_duties(&mut survey, &mut docket(store), 1))
    }),
    ("survey_visits", "AAAA--A", |_, store, _| {
        let mut survey = store.survey(Whose::Mine, today())?;
        done(store.survey_visits(&mut survey, &mut Sight::default(), 1))
    }),
    ("survey_map_ages", "AAAA--A", |_, store, _| done(store.survey_map_ages(Whose::Mine, &mut MapAges::default(), 1))),
    ("map_ages_of", "ooot--t", |_, store, on| Ok(seen(!store.map_ages_of(&[on.case.child])?.is_empty()))),
    ("diary_of_families", "ooot--t", |desk, store, on| {
        super::access_visits::plan(desk, on);
        let diary = store.diary_of_families(&[on.case.family], day("2026-01-01"), day("2026-12-31"))?;
        Ok(if diary.known.families.contains_key(&on.case.family) { Seen::Yes } else { Seen::Hidden })
    }),
    ("families_at", "ooot--t", |_, store, on| {
        let filter = FamilyFilter { district: Some(on.case_ref.clone()), ..FamilyFilter::default() };
        let after = store.families_at(&filter, today(), Seek::After(on.case.family), 9)?;
        assert!(after.is_empty(), "nobody comes after the only one");
        Ok(seen(store.families_at(&filter, today(), Seek::From(on.case.family), 9)?.len() == 1))
    }),
    ("sessions_at", "ooot--t", |_, store, on| {
        let filter = SessionFilter { staff: Some(on.case_ref.clone()), ..SessionFilter::default() };
        Ok(seen(!store.sessions_at(&filter, Seek::First, 9)?.is_empty()))
    }),
    ("sessions_at::<family>", "OOOT--T", |_, store, on| done(store.sessions_at(&of(on.case.family), Seek::Last, 9))),
    ("session_place", "ooot--t", |_, store, on| {
        Ok(seen(store.session_place(&SessionFilter::default(), on.case.session)?.is_some()))
    }),
    ("session_place::<family>", "OOOT--T", |_, store, on| {
        done(store.session_place(&of(on.case.family), on.case.session))
    }),
    ("tally_sessions", "ooot--t", |_, store, on| {
        let filter = SessionFilter { staff: Some(on.case_ref.clone()), ..SessionFilter::default() };
        let mut tally = SessionTally::new(9);
        store.tally_sessions(&filter, &mut tally, 9)?;
        Ok(seen(tally.sessions > 0))
    }),
    ("tally_sessions::<family>", "OOOT--T", |_, store, on| {
        done(store.tally_sessions(&of(on.case.family), &mut SessionTally::new(9), 9))
    }),
];

fn of(family: FamilyId) -> SessionFilter {
    SessionFilter { family: Some(family), ..SessionFilter::default() }
}

/// A demo of some families, every third of which Saga works with too.
fn filled(count: u32) -> Desk {
    let desk = Desk::new();
    let families = demo::families(1, count, today()).enumerate().map(|(place, mut new): (usize, NewFamily)| {
        if place % 3 == 0 {
            new.family.other_support.push("Saga".to_owned());
        }
        // Fewer hands than families: they are wanted twice.
        for planned in &mut new.visits {
            let stored = planned.stored.iter_mut().map(|one| &mut one.terms);
            for terms in stored.chain([&mut planned.arrangement.terms]).filter(|terms| !terms.supporters.is_empty()) {
                terms.supporters = vec!["Tove".to_owned()];
            }
        }
        new
    });
    desk.leader().fill_demo(&desk.casebook, families, |_| ()).unwrap();
    desk.leader().fill_demo_absences(&desk.casebook, &demo::absences(today())).unwrap();
    desk
}

#[test]
fn sessions_are_found_from_a_place_as_by_counting() {
    let desk = filled(24);
    for store in [desk.leader(), desk.open("Saga")] {
        let family = store.families_of(Whose::Everyones).unwrap()[1];
        let some = SessionFilter::default();
        for filter in [
            some.clone(),
            of(family),
            SessionFilter { area: Some(Area::School), ..some.clone() },
            SessionFilter { outcome: Some(Outcome::Planned), ..some.clone() },
            SessionFilter { staff: Some("Karin".to_owned()), from: Some(day("2026-06-01")), ..some.clone() },
        ] {
            let whole = store.sessions(&filter, 0, 100_000).unwrap();
            assert!(!whole.is_empty(), "{filter:?}");
            let mut walked = store.sessions_at(&filter, Seek::First, 7).unwrap();
            while let Some(last) = walked.last().map(|row| row.place()) {
                let more = store.sessions_at(&filter, Seek::After(last), 7).unwrap();
                if more.is_empty() {
                    break;
                }
                walked.extend(more);
            }
            assert_eq!(walked, whole, "{filter:?}");
            let middle = whole.len() / 2;
            let place = whole[middle].place();
            let before = store.sessions_at(&filter, Seek::Before(place), 5).unwrap();
            assert_eq!(before, whole[middle.saturating_sub(5)..middle], "{filter:?}");
            let from = store.sessions_at(&filter, Seek::From(place), 5).unwrap();
            assert_eq!(from, whole[middle..whole.len().min(middle + 5)], "{filter:?}");
            let last = store.sessions_at(&filter, Seek::Last, 5).unwrap();
            assert_eq!(last, whole[whole.len().saturating_sub(5)..], "{filter:?}");
            assert_eq!(store.session_place(&filter, place.id).unwrap(), Some(place));
            let day = SessionPlace::before_day(whole[middle].on);
            let of_day = store.sessions_at(&filter, Seek::From(day), 1).unwrap();
            assert_eq!(of_day.first(), whole.iter().find(|row| row.on <= day.on), "{filter:?}");
            for ceiling in [3, 40, 100_000] {
                let mut tally = SessionTally::new(ceiling);
                while !store.tally_sessions(&filter, &mut tally, 11).unwrap() {}
                assert_eq!(tally.sessions, whole.len().min(ceiling), "{filter:?}");
                assert_eq!(tally.areas, store.count_areas(&filter, ceiling).unwrap(), "{filter:?}");
            }
        }
    }
}

#[test]
fn families_are_found_from_a_family_as_by_counting() {
    let desk = filled(40);
    for store in [desk.leader(), desk.open("Saga")] {
        for filter in [
            FamilyFilter::default(),
            FamilyFilter { status: Some(FamilyStatus::Closed), ..FamilyFilter::default() },
            FamilyFilter { whose: Whose::Mine, ..FamilyFilter::default() },
        ] {
            let whole = store.families(&filter, today(), 0, 1000).unwrap();
            let mut walked = store.families_at(&filter, today(), Seek::First, 4).unwrap();
            while let Some(last) = walked.last().map(|row| row.id) {
                let more = store.families_at(&filter, today(), Seek::After(last), 4).unwrap();
                if more.is_empty() {
                    break;
                }
                walked.extend(more);
            }
            assert_eq!(walked, whole, "{filter:?}");
            let Some(middle) = whole.len().checked_sub(3) else { continue };
            let before = store.families_at(&filter, today(), Seek::Before(whole[middle].id), 3).unwrap();
            assert_eq!(before, whole[middle.saturating_sub(3)..middle], "{filter:?}");
            assert_eq!(store.families_at(&filter, today(), Seek::Last, 3).unwrap(), whole[middle..], "{filter:?}");
        }
    }
}

fn docket(store: &Store) -> Docket {
    Docket::new(store.rules(), today(), 7)
}

/// Lets a survey of duties go to its end.
fn work_out(store: &Store, survey: &mut Survey, docket: &mut Docket) {
    while !store.survey_duties(survey, docket, 5).unwrap() {}
    docket.settle();
}

/// The duties that are shown, of all families at once, under their headings and in their order.
fn shown(store: &Store) -> (usize, Vec<(Heading, Vec<Duty>)>) {
    let last = today() + Days::new(7);
    let families = store.families_of(Whose::Everyones).unwrap();
    let rules = store.rules().all();
    let mut all = store.duties(&families, Past::Last, today()).unwrap();
    all.retain(|duty| rules[duty.rule].trigger != Trigger::TaskDated);
    all.retain(|duty| match duty.state {
        State::Open => duty.due_on.is_none_or(|due| due <= last),
        state => state.is_waiting(),
    });
    all.sort_by_key(|duty| {
        let weight = (rules[duty.rule].severity, rules[duty.rule].scope);
        (weight, duty.due_on.is_none(), duty.due_on, duty.rule, duty.family, duty.about)
    });
    let late = all.iter().filter(|duty| duty.state == State::Late).count();
    let is_late = |duty: &Duty| {
        duty.state == State::Late || duty.state == State::Unknown && duty.due_on.is_some_and(|due| due < today())
    };
    let under = |heading| {
        let is = |duty: &&Duty| match duty.due_on {
            _ if is_late(duty) => heading == Heading::Late,
            None => heading == Heading::Undated,
            Some(due) if due == today() => heading == Heading::Today,
            Some(due) if due <= last => heading == Heading::Coming,
            Some(_) => heading == Heading::Soon,
        };
        let mut own: Vec<Duty> = all.iter().filter(is).copied().collect();
        if matches!(heading, Heading::Coming | Heading::Soon) {
            own.sort_by_key(|duty| duty.due_on);
        }
        (heading, own)
    };
    (late, Heading::ALL.into_iter().map(under).collect())
}

fn held(docket: &Docket) -> (usize, Vec<(Heading, Vec<Duty>)>) {
    let under = |heading| (heading, docket.under(heading).filter_map(|place| docket.duty(place)).collect());
    (docket.late(), Heading::ALL.into_iter().map(under).collect())
}

#[test]
fn duties_taken_some_families_at_a_time_are_all_duties() {
    let desk = filled(80);
    let mut headings = BTreeSet::new();
    for store in [desk.leader(), desk.open("Saga")] {
        let mut docket = docket(&store);
        let mut survey = store.survey(Whose::Everyones, today()).unwrap();
        work_out(&store, &mut survey, &mut docket);
        assert_eq!(survey.taken(), store.families_of(Whose::Everyones).unwrap().len());
        let whole = shown(&store);
        headings.extend(whole.1.iter().filter(|(_, duties)| !duties.is_empty()).map(|(heading, _)| *heading));
        assert_eq!(held(&docket), whole);
        // Something is written of a family that has had its turn, and of one of another's.
        let leader = desk.leader();
        for family in leader.families_of(Whose::Everyones).unwrap().into_iter().take(4) {
            let event = Event {
                family,
                kind: EventKind::CareConsidered,
                on: today(),
                person: None,
                answered_on: None,
                note: None,
            };
            add(&leader, &event);
        }
        assert!(matches!(store.survey_again(&mut survey).unwrap(), Since::Families(_)));
        assert!(!survey.is_whole(), "they come again");
        for family in leader.families_of(Whose::Everyones).unwrap().into_iter().take(4) {
            docket.forget(family);
        }
        work_out(&store, &mut survey, &mut docket);
        assert_eq!(held(&docket), shown(&store));
        assert_eq!(store.survey_again(&mut survey).unwrap(), Since::Nothing);
    }
    for heading in [Heading::Late, Heading::Coming, Heading::Soon, Heading::Undated] {
        assert!(headings.contains(&heading), "{heading:?} is tried: {headings:?}");
    }
}

#[test]
fn who_is_told_of_a_family_no_more_forgets_it() {
    let desk = filled(9);
    let (leader, saga) = (desk.leader(), desk.open("Saga"));
    let own = saga.families_of(Whose::Everyones).unwrap();
    let mut survey = saga.survey(Whose::Everyones, today()).unwrap();
    let mut docket = docket(&saga);
    work_out(&saga, &mut survey, &mut docket);
    let mut stored = leader.get::<trygg::domain::family::Family>(own[0]).unwrap();
    for support in [&mut stored.value.child_support, &mut stored.value.parent_support, &mut stored.value.other_support]
    {
        support.retain(|name| name != "Saga");
    }
    leader.change(stored.id, stored.version, &stored.value, Origin::Direct).unwrap();
    let Since::Families(changed) = saga.survey_again(&mut survey).unwrap() else { panic!("one family was changed") };
    assert_eq!(changed, [own[0]]);
    changed.into_iter().for_each(|family| docket.forget(family));
    work_out(&saga, &mut survey, &mut docket);
    assert_eq!(held(&docket), shown(&saga));
    let left = Heading::ALL.into_iter().flat_map(|heading| docket.under(heading));
    assert!(left.filter_map(|place| docket.duty(place)).all(|duty| duty.family != own[0]));
}

/// The visits at hand and what must be seen to, of all families at once.
fn at_hand(store: &Store, day: NaiveDate) -> (Vec<VisitKey>, Vec<Concern>) {
    let (from, to) = (agenda::sight_begins(day), agenda::sight_ends(day));
    let diary = store.diary(DiaryOf::Everybody, from, to).unwrap();
    let visits = diary.visits(from, to);
    let restrictions: Vec<(RestrictionId, Restriction)> =
        diary.restrictions.iter().map(|stored| (stored.id, stored.value.clone())).collect();
    let wishes: Vec<(WishId, Wish)> = diary.wishes.iter().map(|stored| (stored.id, stored.value.clone())).collect();
    let absences: Vec<Absence> = diary.absences.iter().map(|stored| stored.value.clone()).collect();
    let about = Circumstances {
        restrictions: &restrictions,
        wishes: &wishes,
        absences: &absences,
        travel: &store.unit().travel,
        today: day,
    };
    (visits.iter().map(VisitKey::from).collect(), agenda::concerns(&visits, about))
}

fn look(store: &Store, survey: &mut Survey, sight: &mut Sight) {
    while !store.survey_visits(survey, sight, 3).unwrap() {}
    while !sight.settle(&store.unit().travel) {}
}

fn seen_of(sight: &Sight) -> (Vec<VisitKey>, Vec<Concern>) {
    let visits = sight.visits().iter().map(|visit| visit.key).collect();
    (visits, sight.concerns().iter().map(|matter| matter.concern.clone()).collect())
}

#[test]
fn visits_looked_at_some_families_at_a_time_are_all_visits() {
    let desk = filled(150);
    let mut kinds = BTreeSet::new();
    for store in [desk.leader(), desk.open("Saga")] {
        let mut sight = Sight::default();
        let mut survey = store.survey(Whose::Everyones, today()).unwrap();
        look(&store, &mut survey, &mut sight);
        let whole = at_hand(&store, today());
        assert_eq!(seen_of(&sight), whole);
        kinds.extend(whole.1.iter().map(|concern| format!("{concern:?}").split(['(', ' ']).next().unwrap().to_owned()));
        let other = sight.concerns().iter().filter(|matter| matter.other.is_some_and(|of| of != matter.family));
        assert!(other.count() > 0, "visits of two families clash");
        // A family's visits change, and with them what they clash with in others.
        let leader = desk.leader();
        let clash = sight.concerns().iter().find(|matter| matches!(matter.concern, Concern::Clash(..))).unwrap();
        let key = clash.concern.visit().unwrap();
        let one = leader.visit(key.id, key.given).unwrap();
        let mut cancelled = one.occurrence.clone();
        cancelled.outcome = trygg::domain::codes::VisitOutcome::Cancelled;
        cancelled.cancelled_by = Some(trygg::domain::codes::CancelledBy::Us);
        leader.write_visit(&cancelled, one.seen, Origin::Direct).unwrap();
        let Since::Families(changed) = store.survey_again(&mut survey).unwrap() else { panic!("one was changed") };
        changed.into_iter().for_each(|family| sight.forget(family));
        look(&store, &mut survey, &mut sight);
        let now = at_hand(&store, today());
        assert_ne!(now, whole);
        assert_eq!(seen_of(&sight), now);
    }
    for kind in ["Unsupported", "Away", "Clash", "Consider", "NoDecision", "Wish"] {
        assert!(kinds.contains(kind), "{kind} is tried: {kinds:?}");
    }
}

#[test]
fn a_page_of_visits_is_told_as_the_whole_diary_tells_it() {
    let desk = filled(60);
    for store in [desk.leader(), desk.open("Saga")] {
        let (from, to) = (agenda::sight_begins(today()), agenda::sight_ends(today()));
        let whole = store.diary(DiaryOf::Everybody, from, to).unwrap();
        let all = desk.leader().families_of(Whose::Everyones).unwrap();
        let some: Vec<FamilyId> = all.iter().copied().step_by(2).collect();
        let page = store.diary_of_families(&some, from, to).unwrap();
        let is_of = |family: &FamilyId| some.contains(family);
        let arrangements: Vec<_> =
            whole.arrangements.iter().filter(|stored| is_of(&stored.value.family)).cloned().collect();
        assert!(!arrangements.is_empty());
        assert_eq!(page.arrangements, arrangements);
        let known: BTreeSet<_> = arrangements.iter().map(|stored| stored.id).collect();
        let occurrences = whole.occurrences.iter().filter(|(id, _)| known.contains(id));
        assert_eq!(page.occurrences, occurrences.map(|(id, all)| (*id, all.clone())).collect());
        let restrictions = whole.restrictions.iter().filter(|stored| is_of(&stored.value.family));
        assert_eq!(page.restrictions, restrictions.cloned().collect::<Vec<_>>());
        let wishes = whole.wishes.iter().filter(|stored| is_of(&stored.value.family));
        assert_eq!(page.wishes, wishes.cloned().collect::<Vec<_>>());
        assert_eq!(page.absences, whole.absences);
        for (person, name) in &page.known.people {
            assert_eq!(whole.known.people.get(person), Some(name));
        }
        let stopped = whole.stopped(from, to);
        let of_page = stopped.into_iter().filter(|((id, _), _)| known.contains(id)).collect();
        assert_eq!(page.stopped(from, to), of_page);
    }
}

#[test]
fn maps_looked_at_some_families_at_a_time_are_all_maps() {
    let desk = filled(60);
    for store in [desk.leader(), desk.open("Saga")] {
        for whose in [Whose::Everyones, Whose::Mine] {
            let whole = store.map_ages(whose).unwrap();
            assert!(whose == Whose::Mine || whole.iter().any(|row| row.drawn_on.is_some()));
            let mut ages = MapAges::default();
            while !store.survey_map_ages(whose, &mut ages, 4).unwrap() {}
            let of = |row: &MapAgeRow| (row.family, row.person, row.drawn_on, row.kept_back);
            let taken = ages.people.iter().map(|one| (one.family, one.person, one.drawn_on, one.kept_back));
            assert_eq!(taken.collect::<Vec<_>>(), whole.iter().map(of).collect::<Vec<_>>());
            let page: Vec<_> = whole.iter().take(9).cloned().collect();
            let people: Vec<_> = page.iter().map(|row| row.person).collect();
            assert_eq!(store.map_ages_of(&people).unwrap(), page);
        }
        let everybody = desk.leader().map_ages(Whose::Everyones).unwrap();
        let people: Vec<_> = everybody.iter().map(|row| row.person).collect();
        assert_eq!(store.map_ages_of(&people).unwrap(), store.map_ages(Whose::Everyones).unwrap());
    }
}

#[test]
fn what_is_of_no_family_brings_everything_back() {
    let desk = filled(3);
    let leader = desk.leader();
    let mut survey = leader.survey(Whose::Everyones, today()).unwrap();
    let begins = today().and_hms_opt(8, 0, 0).unwrap();
    let away =
        Absence { supporter: "Karin".to_owned(), from: begins, until: begins + Days::new(2), calendar_uid: None };
    add(&leader, &away);
    assert_eq!(leader.survey_again(&mut survey).unwrap(), Since::Everything);
    // A reminder of one's own and a session that is read are no news.
    let task = Task {
        family: None,
        what: "Ring kommunen".to_owned(),
        due_on: None,
        who: "Lena".to_owned(),
        by: "Lena".to_owned(),
        made_on: today(),
        done_on: None,
        meeting: None,
    };
    add(&leader, &task);
    let family = leader.families_of(Whose::Everyones).unwrap()[0];
    leader.journal_reading(family).unwrap();
    assert_eq!(leader.survey_again(&mut survey).unwrap(), Since::Nothing);
    let session: Session = super::desk::session(family, "2026-11-20");
    add(&leader, &session);
    assert_eq!(leader.survey_again(&mut survey).unwrap(), Since::Families(vec![family]));
}
