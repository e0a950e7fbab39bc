//! The table's part for visits: each function of the store that reads or writes them, and how far each role reaches.

use chrono::Days;
use trygg::domain::codes::Answer;
use trygg::domain::directory::Directory;
use trygg::domain::entry::Names;
use trygg::domain::ids::{ArrangementId, LadderMoveId, RestrictionId, WishId};
use trygg::domain::problem::{Kind, Problem};
use trygg::domain::visit::Absence;
use trygg::domain::visit::clash::Travel;
use trygg::domain::visit::together::Against;
use trygg::domain::visit::{
    Arrangement, CalendarEvent, Changed, LadderMove, Occurrence, Restriction, Scope, Series, Wish, change,
};
use trygg::store::{DiaryOf, Hindrance, Origin, Record, Store, TakenVisit, VisitSaving, VisitSeen, Wanted};

use super::access_table::{Seen, Target, Trial, done, seen};
use super::desk::{self, Desk, add, day};
use super::planned::{self, Home};

/// As `access_table::TABLE`.
pub const VISITS: &[(&str, &str, Trial)] = &[
    // What the unit has settled holds no case.
    ("unit", "AAAAAAA", |_, store, _| Ok(seen(!store.unit().ladder.steps.is_empty()))),
    ("lock_rules", "AAAAAAA", |_, store, _| Ok(seen(store.lock_rules().minutes > 0))),
    ("unit_faults", "AAAAAAA", |_, store, _| Ok(seen(store.unit_faults().is_empty()))),
    ("add::<Arrangement>", "OOOT---", |_, store, on| done(store.add(&arrangement(on), Origin::Direct))),
    ("add::<Restriction>", "OOOT---", |_, store, on| done(store.add(&planned::restriction(home(on)), Origin::Direct))),
    ("add::<Wish>", "OOOT---", |_, store, on| done(store.add(&planned::wish(home(on)), Origin::Direct))),
    ("add::<LadderMove>", "OOOT---", |_, store, on| done(store.add(&planned::ladder_move(home(on)), Origin::Direct))),
    // A calendar belongs to no family; whoever works with families keeps them for each other.
    ("add::<Absence>", "AAAA---", |_, store, _| done(store.add(&absence(), Origin::Direct))),
    ("get::<Arrangement>", "OOOT--T", |desk, store, on| done(store.get::<Arrangement>(plan(desk, on)))),
    ("get::<Restriction>", "OOOT--T", |desk, store, on| done(store.get::<Restriction>(restriction(desk, on)))),
    ("get::<Wish>", "OOOT--T", |desk, store, on| done(store.get::<Wish>(wish(desk, on)))),
    ("get::<LadderMove>", "OOOT--T", |desk, store, on| done(store.get::<LadderMove>(ladder_move(desk, on)))),
    ("get::<Absence>", "AAAA--A", |desk, store, _| done(store.get::<Absence>(add(&desk.leader(), &absence())))),
    ("change::<Arrangement>", "OOOT---", |desk, store, on| change_as_is::<Arrangement>(desk, store, plan(desk, on))),
    ("change::<Restriction>", "OOOT---", |desk, store, on| {
        change_as_is::<Restriction>(desk, store, restriction(desk, on))
    }),
    ("change::<Wish>", "OOOT---", |desk, store, on| change_as_is::<Wish>(desk, store, wish(desk, on))),
    ("change::<LadderMove>", "OOOT---", |desk, store, on| {
        change_as_is::<LadderMove>(desk, store, ladder_move(desk, on))
    }),
    ("change::<Absence>", "AAAA---", |desk, store, _| {
        change_as_is::<Absence>(desk, store, add(&desk.leader(), &absence()))
    }),
    ("remove::<Arrangement>", "OOOT---", |desk, store, on| done(store.remove::<Arrangement>(plan(desk, on)))),
    ("remove::<Restriction>", "OOOT---", |desk, store, on| done(store.remove::<Restriction>(restriction(desk, on)))),
    ("remove::<Wish>", "OOOT---", |desk, store, on| done(store.remove::<Wish>(wish(desk, on)))),
    ("remove::<LadderMove>", "OOOT---", |desk, store, on| done(store.remove::<LadderMove>(ladder_move(desk, on)))),
    ("remove::<Absence>", "AAAA---", |desk, store, _| done(store.remove::<Absence>(add(&desk.leader(), &absence())))),
    ("plan", "OOOT---", |_, store, on| done(store.plan(&arrangement(on), &held(on), Origin::Direct))),
    ("take_in_visits", "---T---", |_, store, on| {
        done(store.take_in_visits(&[TakenVisit::Planned(Box::new(arrangement(on)), held(on), None)]))
    }),
    ("families_in_calendars", "---t---", |desk, store, on| {
        let at = day("2026-12-03").and_hms_opt(15, 0, 0).unwrap();
        let event = CalendarEvent { calendar: None, uid: "a".to_owned(), given: at, from: at, until: at, sequence: 0 };
        desk::add(&desk.leader(), &Arrangement { event: Some(event), ..arrangement(on) });
        Ok(seen(store.families_in_calendars()?.contains(&on.case.family)))
    }),
    ("weigh_visits", "---T---", |_, store, on| {
        done(store.weigh_visits(&[TakenVisit::Planned(Box::new(arrangement(on)), held(on), None)]))
    }),
    ("import_visits", "---T---", |_, store, on| done(store.import_visits(&[(arrangement(on), held(on))]))),
    ("write_visit", "OOOT---", |desk, store, on| {
        let (one, seen) = first(plan(desk, on), on);
        saved(store.write_visit(&one.held(), seen, Origin::Direct))
    }),
    ("write_visits", "OOOT---", |desk, store, on| {
        let (one, seen) = first(plan(desk, on), on);
        saved(store.write_visits(&[(one.held(), seen)]))
    }),
    ("change_series", "OOOT---", |desk, store, on| {
        let (id, changed) = moved(plan(desk, on), on);
        saved(store.change_series((id, 1), &[], &changed, Origin::Direct))
    }),
    ("diary", "ooot--t", |desk, store, on| {
        let id = plan(desk, on);
        let diary = store.diary(DiaryOf::Everybody, day("2026-11-01"), day("2026-11-30"))?;
        let is_named = diary.known.families.contains_key(&on.case.family)
            || diary.known.people.contains_key(&on.case.child)
            || !diary.stored(id).is_empty();
        assert_eq!(is_named, diary.arrangement(id).is_some(), "no name without a visit, {}", on.case_ref);
        Ok(seen(is_named))
    }),
    ("diary::<restrictions and wishes>", "ooot--t", |desk, store, on| {
        let (restriction, wish) = (restriction(desk, on), wish(desk, on));
        let diary = store.diary(DiaryOf::Everybody, day("2026-11-01"), day("2026-11-30"))?;
        let restricted = diary.restrictions.iter().any(|one| one.id == restriction);
        let wished = diary.wishes.iter().any(|one| one.id == wish);
        let is_named = diary.known.people.contains_key(&on.case.child);
        assert_eq!((restricted, wished), (is_named, is_named), "{}", on.case_ref);
        Ok(seen(is_named))
    }),
    ("diary::<family>", "OOOT--T", |_, store, on| {
        done(store.diary(DiaryOf::Family(on.case.family), day("2026-11-01"), day("2026-11-30")))
    }),
    ("visit", "OOOT--T", |desk, store, on| done(store.visit(plan(desk, on), day("2026-11-07")))),
    ("stored_visits", "OOOT--T", |desk, store, on| done(store.stored_visits(plan(desk, on)))),
    ("visits_on", "OOOT--T", |_, store, on| done(Names::visits_on(store, on.case.child, day("2026-11-07")))),
    ("revisions", "OOOT--T", |_, store, on| done(store.revisions(on.case.family))),
    ("count_gaps", "ooot--t", |desk, store, on| {
        // The visit of the trial is the only one on its day, which is the last of the fortnight.
        let last = day("2027-01-01") + Days::new(u64::try_from(on.case.family.0).unwrap());
        let mut alone = planned::arrangement(home(on), Series::once(last));
        alone.terms.supervision = Answer::Yes;
        let before = store.count_gaps(last)?;
        desk.leader().plan(&alone, &[], Origin::Direct)?;
        Ok(seen(store.count_gaps(last)? > before))
    }),
    ("open_place", "OOOT--T", |desk, store, on| done(store.open_place(plan(desk, on), day("2026-11-07")))),
    ("supporters", "AAAA---", |_, store, _| done(store.supporters())),
    ("step_of", "OOOT--T", |_, store, on| done(store.step_of(on.case.child, on.case.child))),
    ("step_towards", "OOOT--T", |_, store, on| done(store.step_towards(on.case.child, on.case.child))),
    ("ladder", "AAAAAAA", |_, store, _| Ok(seen(!store.ladder().steps.is_empty()))),
    ("own_days", "AAAAAAA", |_, store, _| Ok(seen(store.own_days(day("2026-11-07")).is_empty()))),
    ("staff_called", "AAAA--A", |_, store, on| Ok(seen(!store.staff_called(&on.case_ref)?.is_empty()))),
    ("refused_visits", "OOOT---", |_, store, on| done(store.refused_visits(&[(arrangement(on), held(on))]))),
    ("refused_visit", "OOOT---", |desk, store, on| {
        let one = desk.leader().visit(plan(desk, on), day("2026-11-07"))?;
        done(store.refused_visit(&one.occurrence, one.seen))
    }),
    ("breach_of", "OOOT--T", |desk, store, on| {
        let one = desk.leader().visit(plan(desk, on), day("2026-11-07"))?;
        done(store.breach_of(&one))
    }),
    ("against_session", "OOOT--T", |_, store, on| {
        done(store.against_session(&super::desk::session(on.case.family, "2026-11-07")))
    }),
    ("against_visits", "OOOT--T", |_, store, on| done(store.against_visits(None, &arrangement(on), &held(on)))),
    ("against_held", "OOOT--T", |_, store, on| done(store.against_held(&arrangement(on), &held(on)[0]))),
    ("against_told", "OOOT--T", |_, store, on| {
        let (restriction, with) = (planned::restriction(home(on)), on.case.child);
        let breach = trygg::domain::visit::Breach::Stopped;
        done(store.against_told(&Against { on: day("2026-12-05"), restriction, with, breach, is_to_come: true }))
    }),
    ("allows_agreement_only", "OOOT--T", |_, store, on| {
        done(store.allows_agreement_only(&planned::restriction(home(on))))
    }),
    ("breaches_told", "---A---", |_, store, _| done(store.breaches_told())),
    ("calendars_sent", "AAAA--A", |_, store, _| done(store.calendars_sent())),
    ("count_as_today", "AAAAAAA", |_, store, _| {
        store.count_as_today(day("2026-11-21"));
        Ok(Seen::Yes)
    }),
    ("casebook_token", "AAAA--A", |_, store, _| done(store.casebook_token())),
    ("absences", "AAAA--A", |_, store, _| done(store.absences(day("2026-11-01"), day("2026-11-30")))),
    ("hindrances", "OOOT--T", |_, store, on| {
        let of = arrangement(on);
        let wanted = Wanted { id: None, arrangement: &of, stored: &[] };
        done(store.hindrances(wanted, &Travel::default(), day("2026-11-01"), day("2026-11-30")))
    }),
    // Whose visit is in the way is told only to whom it may be.
    ("hindrances::<whose>", "ooot--t", |desk, store, on| {
        let leader = desk.leader();
        let busy = || format!("Upptagen {}", on.case_ref);
        let mut theirs = arrangement(on);
        theirs.terms.supporters = vec![busy()];
        leader.plan(&theirs, &[], Origin::Direct)?;
        let own = desk.open("Lisa");
        let mut mine = planned::arrangement(
            planned::home(&own, &format!("mine-{}-{}", on.case_ref, store.actor().name)),
            planned::saturdays("2026-11-07"),
        );
        desk::change::<trygg::domain::family::Family>(&own, mine.family, |family| {
            family.child_support = desk::USERS.map(|(name, _)| name.to_owned()).to_vec();
        })?;
        mine.terms.supporters = vec![busy()];
        let wanted = Wanted { id: None, arrangement: &mine, stored: &[] };
        let found = store.hindrances(wanted, &Travel::default(), day("2026-11-07"), day("2026-11-07"))?;
        let [Hindrance::Clash { whose, .. }] = &found[..] else { panic!("{found:?}") };
        assert!(whose.is_none_or(|whose| whose == (on.case.family, on.case.child)));
        Ok(seen(whose.is_some()))
    }),
    ("take_in_calendar", "AAAA---", |_, store, _| {
        done(store.take_in_calendar("Vera", day("2026-11-21"), &[absence()]))
    }),
];

/// The child of the trial; whom it meets is itself, for there is nobody else.
fn home(on: &Target) -> Home {
    let child = on.case.child;
    Home { family: on.case.family, child, sibling: child, mother: child, father: child }
}

fn arrangement(on: &Target) -> Arrangement {
    planned::arrangement(home(on), planned::saturdays("2026-11-07"))
}

fn absence() -> Absence {
    planned::absence("2026-11-21T08:00:00", "2026-11-21T12:00:00")
}

pub fn plan(desk: &Desk, on: &Target) -> ArrangementId {
    planned::plan(&desk.leader(), &arrangement(on))
}

fn restriction(desk: &Desk, on: &Target) -> RestrictionId {
    add(&desk.leader(), &planned::restriction(home(on)))
}

fn wish(desk: &Desk, on: &Target) -> WishId {
    add(&desk.leader(), &planned::wish(home(on)))
}

fn ladder_move(desk: &Desk, on: &Target) -> LadderMoveId {
    add(&desk.leader(), &planned::ladder_move(home(on)))
}

fn held(on: &Target) -> Vec<Occurrence> {
    vec![Occurrence::given(ArrangementId(0), &arrangement(on), day("2026-11-07")).held()]
}

fn first(id: ArrangementId, on: &Target) -> (Occurrence, VisitSeen) {
    (Occurrence::given(id, &arrangement(on), day("2026-11-07")), VisitSeen::Given(1))
}

fn moved(id: ArrangementId, on: &Target) -> (ArrangementId, Changed) {
    let (old, mut edited) = (arrangement(on), arrangement(on));
    edited.terms.place = Some("Biblioteket".into());
    (id, change(id, &old, &[], &edited, Scope::Later(day("2026-11-21"))))
}

fn saved(saving: Result<VisitSaving, Problem>) -> Result<Seen, Problem> {
    saving.map(|saving| seen(saving == VisitSaving::Saved))
}

fn change_as_is<R: Record>(desk: &Desk, store: &Store, id: R::Id) -> Result<Seen, Problem> {
    let now = desk.leader().get::<R>(id)?;
    done(store.change(id, now.version, &now.value, Origin::Direct))
}

#[test]
fn a_role_that_reaches_no_family_is_told_nothing_of_visits() {
    let desk = Desk::new();
    let leader = desk.leader();
    let home = planned::home(&leader, "A-1");
    planned::plan(&leader, &planned::full_arrangement(home));
    add(&leader, &absence());
    for name in ["Stig", "Ada"] {
        let store = desk.open(name);
        let (from, to) = (day("2026-11-01"), day("2026-12-31"));
        let diary = store.diary(DiaryOf::Everybody, from, to).map(|_| ());
        let family = store.diary(DiaryOf::Family(home.family), from, to).map(|_| ());
        for refused in [diary, family, store.absences(from, to).map(|_| ())] {
            assert_eq!(refused.unwrap_err().kind, Kind::Refused, "{name}");
        }
    }
}
