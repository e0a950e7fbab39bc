//! Visits: everyone could be one in life, keeps to its restrictions, and the whole is spread as life is.

use chrono::{Days, Duration};

use super::*;
use crate::domain::codes::{CancelledBy, VisitContact, VisitOutcome};
use crate::domain::deadlines::Rules;
use crate::domain::discretion::PlaceName;
use crate::domain::ids::ArrangementId;
use crate::domain::visit::calendar::unsupported;
use crate::domain::visit::clash::{ClashKind, Party, Travel, clashes, hit_by};
use crate::domain::visit::figures::Tally;
use crate::domain::visit::together::{Occasion, stopped, together};
use crate::domain::visit::{Ladder, Occurrence, Pattern, Visit, week53};
use crate::store::NewVisits;

/// The visits of a family in a window.
fn seen(family: &NewFamily, from: NaiveDate, to: NaiveDate) -> Vec<Visit<'_>> {
    let mut all = Vec::new();
    for new in &family.visits {
        all.extend(crate::domain::visit::visits(ArrangementId(0), &new.arrangement, &new.stored, from, to));
    }
    all.sort_by_key(|visit| (visit.on(), visit.terms().start));
    all
}

fn around(family: &NewFamily, today: NaiveDate) -> Vec<Visit<'_>> {
    seen(family, today - Days::new(400), today + Days::new(400))
}

fn is_placed(family: &NewFamily, today: NaiveDate) -> bool {
    family.placements.iter().any(|one| one.ended_on.is_none() && one.started_on + Days::new(22) < today)
}

#[test]
fn every_visit_is_sane() {
    let staff: Vec<_> = staff().iter().map(|staff| staff.name.as_str()).collect();
    for (today, family) in many() {
        let name = format!("{} {}", family.family.case_ref, family.family.name);
        let lives_on = matches!(family.family.status, FamilyStatus::Active | FamilyStatus::Enquiry);
        if lives_on && is_placed(&family, today) {
            assert!(!family.visits.is_empty(), "{name}: placed, and no visits");
        }
        let person = |id: &PersonId| &family.people[usize::try_from(id.0).unwrap()];
        for NewVisits { arrangement, stored } in &family.visits {
            assert_eq!(person(&arrangement.child).role, MemberRole::Child, "{name}");
            assert!(arrangement.series.fault().is_none() && arrangement.series.first().is_some(), "{name}");
            let anchored = arrangement.series.gives(arrangement.series.anchor);
            assert!(anchored || arrangement.series.pattern == Pattern::Once, "{name}");
            assert!(stored.is_sorted_by_key(|one| one.given), "{name}");
            let days: HashSet<_> = stored.iter().map(|one| one.given).collect();
            assert_eq!(days.len(), stored.len(), "{name}: a day twice");
            let terms = stored.iter().map(|one| &one.terms).chain([&arrangement.terms]);
            for terms in terms {
                assert!(!terms.with.is_empty() && !terms.with.contains(&arrangement.child), "{name}");
                terms.with.iter().for_each(|with| assert!(!person(with).given_name.bare().is_empty(), "{name}"));
                assert!(terms.minutes().is_some_and(|minutes| minutes >= 15), "{name}: {terms:?}");
                assert!(terms.supporters.iter().all(|name| staff.contains(&name.as_str())), "{name}");
                let needed = terms.step.is_some_and(|step| Ladder::shipped().needs_supporter(step));
                assert_eq!(terms.supervision == Answer::Yes, needed, "{name}: {terms:?}");
                assert!(terms.place.is_none() || terms.contact == VisitContact::InPerson, "{name}");
            }
            for one in stored {
                occurrence(one, arrangement, today, &name);
            }
        }
    }
}

fn occurrence(one: &Occurrence, of: &crate::domain::visit::Arrangement, today: NaiveDate, name: &str) {
    let name = format!("{name} {}", one.on);
    assert!(of.series.gives(one.given) && !one.is_plain(of), "{name}");
    assert!(!one.is_settled() || one.on < today, "{name}: settled, and not yet been");
    assert_eq!(one.cancelled_by.is_some(), one.outcome == VisitOutcome::Cancelled, "{name}");
    assert_eq!(one.is_annotated(), one.is_annotated() && one.outcome == VisitOutcome::Held, "{name}");
    assert!(one.outcome != VisitOutcome::Moved || one.on > today && one.moved_from().is_some(), "{name}");
    assert!(one.reason.is_none() || one.outcome != VisitOutcome::Held, "{name}");
    assert!(one.during.came.iter().all(|came| one.terms.with.contains(came)), "{name}");
    let marks = [one.after.mark_before, one.after.mark_after];
    assert!(marks.into_iter().flatten().all(|mark| (1..=5).contains(&mark)), "{name}");
    assert!(one.after.words_same_day.is_none() || one.after.child_word.is_some(), "{name}");
}

#[test]
fn no_visit_breaks_a_restriction() {
    let mut whole = 0;
    for (today, family) in many() {
        let name = &family.family.name;
        let visits = around(&family, today);
        assert_eq!(stopped(&visits, &family.restrictions), [], "{name}");
        for restriction in &family.restrictions {
            for visit in visits.iter().filter(|visit| visit.outcome() == VisitOutcome::Held) {
                let of = std::slice::from_ref(restriction);
                let broken = together(of, visit.on(), &visit.present(), Occasion::Visit(visit.terms()));
                let broken = broken.first().map(|broken| broken.breach);
                assert_eq!(broken, None, "{name} {}", visit.on());
            }
            assert!(restriction.from <= today && !restriction.with.contains(&restriction.child), "{name}");
            assert!(restriction.considered_on.iter().all(|on| *on <= today && *on > restriction.from), "{name}");
            whole += usize::from(restriction.missing().is_empty());
        }
    }
    assert!(whole > 20, "{whole} whole decisions");
}

#[test]
fn every_move_follows_the_one_before() {
    for (today, family) in many() {
        let name = &family.family.name;
        let mut steps: BTreeMap<(PersonId, PersonId), u8> = BTreeMap::new();
        let mut days: BTreeMap<(PersonId, PersonId), NaiveDate> = BTreeMap::new();
        for one in &family.moves {
            let pair = (one.child, one.with);
            assert_eq!(one.from, steps.insert(pair, one.to), "{name}: {one:?}");
            assert!(days.insert(pair, one.on).is_none_or(|before| before < one.on), "{name}");
            assert!(one.on <= today + Days::new(21), "{name}: {}", one.on);
            assert!(one.from.is_none() || one.on <= today, "{name}: {}", one.on);
            assert!(!one.reason.is_empty() && !one.decided_by.is_empty(), "{name}");
        }
        for NewVisits { arrangement, .. } in family.visits.iter().skip_while(|_| family.family.case_ref == "A-3") {
            let Some(step) = arrangement.terms.step else { continue };
            let ahead = arrangement.series.days(today, NaiveDate::MAX).next().is_some();
            let stands = steps.get(&(arrangement.child, arrangement.terms.with[0]));
            assert!(!ahead || stands == Some(&step), "{name}: {stands:?} and {step}");
        }
    }
}

#[test]
fn the_whole_of_visits_looks_like_life() {
    for (seed, count) in [(1, 600), (2, 200)] {
        let all: Vec<_> = families(seed, count, today()).collect();
        let mut tally = Tally::default();
        for family in &all {
            let visits = seen(family, today() - Days::new(365), today());
            visits.iter().for_each(|visit| tally.add(visit, today()));
        }
        let share = tally.share().unwrap();
        assert!((65..=85).contains(&share), "{share} % held");
        let kinds = [tally.by_parent, tally.by_child, tally.by_family_home, tally.by_us, tally.by_other, tally.no_show];
        assert!(kinds.iter().all(|kind| *kind > 20), "{kinds:?}");
        assert!((5..400).contains(&tally.untold), "{} untold", tally.untold);
        let stored = || all.iter().flat_map(|family| &family.visits).flat_map(|new| &new.stored);
        let has = |what: &str, found: usize| assert!(found > 2, "{what}: {found}");
        has("left out", stored().filter(|one| one.skipped).count());
        has("moved and held", stored().filter(|one| one.on != one.given && one.on < today()).count());
        has("words", stored().filter(|one| one.after.words_same_day.is_some()).count());
        has("later words", stored().filter(|one| one.after.words_later.is_some()).count());
        has("reactions", stored().filter(|one| one.after.reaction.is_some()).count());
        has("agreed", stored().filter(|one| one.after.agreed.is_some()).count());
        has("late", stored().filter(|one| one.during.late_minutes.is_some()).count());
        let restrictions = || all.iter().flat_map(|family| &family.restrictions);
        has("restrictions", restrictions().count());
        has("waiting", all.iter().flat_map(|family| &family.wishes).filter(|wish| wish.answer.is_none()).count());
        let late = |one: &&crate::domain::visit::Restriction| {
            one.next_consideration(Rules::shipped()).is_some_and(|next| next.due < today())
        };
        let late = restrictions().filter(late).count();
        assert!((1..8).contains(&late), "{late} considered too late");
        let undecided = restrictions().filter(|one| one.decided_on.is_none()).count();
        assert!((1..15).contains(&undecided), "{undecided} without a decision");
    }
}

#[test]
fn supporters_and_rooms_mostly_suffice() {
    for seed in 0..3 {
        let mut all: Vec<_> = families(seed, 48, today()).collect();
        // People of different families are different people.
        for (place, family) in (0_i64..).zip(&mut all) {
            for new in &mut family.visits {
                let terms = new.stored.iter_mut().map(|one| &mut one.terms).chain([&mut new.arrangement.terms]);
                terms.for_each(|terms| terms.with.iter_mut().for_each(|with| with.0 += 100 * place));
                new.arrangement.child.0 += 100 * place;
            }
        }
        let last = today() + Days::new(14);
        let mut visits: Vec<Visit<'_>> = all.iter().flat_map(|family| seen(family, today(), last)).collect();
        visits.sort_by_key(|visit| (visit.on(), visit.terms().start));
        assert!(visits.len() > 70, "{}", visits.len());
        let found = clashes(&visits, &Travel::default());
        assert!(found.iter().all(|clash| clash.kind == ClashKind::Overlap));
        let people = found.iter().filter(|clash| matches!(clash.party, Party::Person(_))).count();
        assert!(found.len() <= 8 && people <= 4, "{} clashes, {people} of people", found.len());
        let lacking = unsupported(&visits, today()).len();
        assert!((1..=5).contains(&lacking), "{lacking} without a supporter");
        let away = absences(today()).iter().map(|absence| hit_by(absence, &visits).len()).sum::<usize>();
        assert!((1..=12).contains(&away), "{away} whose supporter is away");
    }
}

#[test]
fn absences_are_the_staffs_and_never_say_why() {
    for absence in absences(today()) {
        assert!(staff().iter().any(|staff| staff.name == absence.supporter), "{}", absence.supporter);
        assert!(absence.from < absence.until && absence.calendar_uid.is_none());
    }
    assert!(absences(today()).len() >= 4);
}

#[test]
fn the_first_families_meet_as_in_the_sketches() {
    let first: Vec<_> = families(42, 8, today()).collect();
    let lindstrom = &first[0];
    let of = |with: i64| {
        let now = |new: &&NewVisits| new.arrangement.series.days(today(), NaiveDate::MAX).next().is_some();
        let mut own = lindstrom.visits.iter().filter(|new| new.arrangement.terms.with == [PersonId(with)]).filter(now);
        own.next().unwrap()
    };
    let marks = |new: &NewVisits| -> String {
        let visits = crate::domain::visit::visits(
            ArrangementId(0),
            &new.arrangement,
            &new.stored,
            today() - Days::new(83),
            today(),
        );
        let mark = |visit: &Visit<'_>| match (visit.outcome(), visit.written.and_then(|one| one.cancelled_by)) {
            (VisitOutcome::Held, _) => '▇',
            (VisitOutcome::Cancelled, Some(CancelledBy::Parent)) => '×',
            (VisitOutcome::NoShow, _) => '–',
            _ => '?',
        };
        visits.iter().map(mark).collect()
    };
    let mother = of(0);
    assert_eq!(marks(mother), "▇▇▇×▇▇");
    let next: Vec<_> = mother.arrangement.series.days(today(), day(2027, 1, 31)).collect();
    assert_eq!(next, [day(2026, 11, 28), day(2026, 12, 12), day(2026, 12, 26), day(2027, 1, 16), day(2027, 1, 30)]);
    assert_eq!(mother.arrangement.series.last(), Some(day(2027, 6, 5)));
    let coming = seen(lindstrom, today(), today() + Days::new(14));
    let lacking = unsupported(&coming, today());
    assert_eq!(lacking.iter().map(|place| coming[*place].on()).collect::<Vec<_>>(), [day(2026, 11, 28)]);
    assert_eq!(marks(of(1)), "▇▇▇×▇▇▇▇–▇▇▇");
    let brother = of(3).stored.iter().rev().find(|one| one.outcome == VisitOutcome::Held).unwrap();
    assert_eq!((today() - brother.on).num_days(), 20);
    let due = lindstrom.restrictions[0].next_consideration(Rules::shipped()).unwrap().due;
    assert_eq!((lindstrom.restrictions[0].decided_on, due), (Some(day(2026, 8, 16)), day(2026, 11, 16)));
    // Berg meets today; Rönn has not chosen for week 53; Nordin's supporter is away.
    let berg = seen(&first[1], today(), today());
    assert_eq!(
        (berg[0].terms().step, berg[0].terms().place.as_ref().map(PlaceName::bare)),
        (Some(4), Some("biblioteket"))
    );
    assert_eq!(berg[0].terms().supporters, ["Karin"]);
    assert!(first[3].visits.iter().any(|new| week53::must_choose(&new.arrangement.series, today())));
    let nordin = seen(&first[5], today(), today() + Days::new(14));
    assert!(absences(today()).iter().any(|absence| !hit_by(absence, &nordin).is_empty()));
    let mut room: Vec<_> = seen(&first[2], today(), today() + Days::new(14)).into_iter().chain(nordin).collect();
    room.sort_by_key(|visit| (visit.on(), visit.terms().start));
    assert!(
        clashes(&room, &Travel::default()).iter().any(|one| one.party == Party::Place("umgangesrummet".to_owned()))
    );
    assert_eq!(first[4].restrictions[0].decided_on, None);
    assert_eq!(first[6].wishes[0].days_waiting(today()), Some(12));
    for family in &first {
        assert!(!family.visits.is_empty(), "{}", family.family.name);
    }
}

#[test]
fn what_is_written_of_visits_is_swedish_and_whole() {
    let mut different = HashSet::new();
    for (_, family) in many() {
        for one in family.visits.iter().flat_map(|new| &new.stored) {
            let (during, after) = (&one.during, &one.after);
            let sentences = [&during.interplay, &during.interventions, &after.words_same_day, &after.words_later];
            let more = [&after.reaction, &after.adult_view, &after.family_home_view, &after.supporter_view];
            for text in sentences.into_iter().chain(more).chain([&after.judgement, &after.agreed]).flatten() {
                assert!(text.starts_with(char::is_uppercase) && text.ends_with('.'), "{text}");
                assert!(text.chars().count() <= 140, "{text}");
                different.insert(text.clone());
            }
            let short = [&one.reason, &one.before.watch_for, &one.before.stop_rule, &after.next];
            for text in short.into_iter().flatten() {
                assert!(text.starts_with(|first: char| !first.is_lowercase()) && !text.ends_with('.'), "{text}");
                different.insert(text.clone());
            }
        }
        for one in &family.moves {
            assert!(one.reason.ends_with('.') && one.words.iter().all(|words| words.ends_with('.')), "{one:?}");
        }
    }
    for text in &different {
        for wrong in ["  ", " .", "{", "}", "[", "]", "..", "mammas mamma", " hos hos "] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
    assert!(different.len() > 800, "{} different texts", different.len());
}

#[test]
fn what_visits_are_made_of_is_all_there() {
    let words = &assets().visits;
    for list in [&words.rooms, &words.elsewhere, &words.siblings_meet, &words.purposes, &words.call_purposes] {
        assert!(list.len() >= 4 && list.iter().all(|word| word.trim() == word && !word.is_empty()));
    }
    let cancelled = &words.cancelled;
    for who in CancelledBy::ALL {
        assert!(cancelled.of(*who).len() >= 4, "{who:?}");
    }
    assert!(cancelled.no_show.len() >= 4 && cancelled.unreached.len() >= 4 && words.christmas.len() >= 3);
    // Something fits whoever meets: a small child, a pupil, a teenager.
    for account in [&words.met, &words.called, &words.siblings, &words.elders] {
        for list in [&account.words, &account.interplay, &account.reactions, &account.agreed] {
            assert!(list.len() >= 2);
        }
    }
    let total = words.met.words.len() + words.met.interplay.len();
    assert!(total >= 40, "{total}");
}

#[test]
fn visits_are_stored_as_they_were_invented() {
    let directory = tempfile::tempdir().unwrap();
    let first = crate::store::FirstUser { name: "Karin", role: Role::TeamLeader };
    let clock = || chrono::DateTime::UNIX_EPOCH;
    let casebook = crate::store::Casebook::init_demo(directory.path(), &[first], clock).unwrap();
    let store = casebook.unlock("Karin", "", clock).unwrap();
    let invented: Vec<_> = families(1, 12, today()).collect();
    store.fill_demo(&casebook, invented.iter().cloned(), |_| {}).unwrap();
    store.fill_demo_absences(&casebook, &absences(today())).unwrap();
    let (from, to) = (today() - Duration::days(400), today() + Duration::days(400));
    let all = store.diary(crate::store::DiaryOf::Everybody, from, to).unwrap();
    assert_eq!(all.arrangements.len(), invented.iter().map(|family| family.visits.len()).sum::<usize>());
    assert_eq!(all.absences.len(), absences(today()).len());
    for family in &invented {
        let id = all.known.families.iter().find(|(_, name)| name.name == family.family.name).map(|(id, _)| *id);
        let Some(id) = id else { continue };
        let diary = store.diary(crate::store::DiaryOf::Family(id), from, to).unwrap();
        assert_eq!(diary.arrangements.len(), family.visits.len());
        for (stored, new) in diary.arrangements.iter().zip(&family.visits) {
            let name = |place: &PersonId| family.people[usize::try_from(place.0).unwrap()].given_name.bare();
            let (now, then) = (&stored.value, &new.arrangement);
            assert_eq!((now.series, diary.name(now.child).bare()), (then.series, name(&then.child)));
            let with: Vec<_> = now.terms.with.iter().map(|with| diary.name(*with).bare()).collect();
            assert_eq!(with, then.terms.with.iter().map(name).collect::<Vec<_>>());
            let kept = diary.stored(stored.id);
            assert_eq!(kept.len(), new.stored.len());
            assert!(kept.iter().zip(&new.stored).all(|(kept, one)| (kept.on, &kept.after) == (one.on, &one.after)));
        }
        assert_eq!(diary.restrictions.len(), family.restrictions.len());
        assert_eq!(diary.wishes.len(), family.wishes.len());
        assert_eq!(diary.moves.len(), family.moves.len());
    }
}
