//! The weekly check-in: who may hold one, the order of the families, what is said and the tasks it makes, the record.

use trygg::domain::check_in::{CheckIn, Meeting};
use trygg::domain::codes::Colour;
use trygg::domain::family::Family;
use trygg::domain::ids::{CheckInId, FamilyId, MeetingId};
use trygg::domain::problem::Problem;
use trygg::domain::task::Task;
use trygg::store::{GoesOn, Origin, Saving, Store, Whose};

use super::access_table::{Seen, Target, Trial, done, seen};
use super::desk::{self, Desk, add, change, day, get, key, last_row};
use super::undo::back_and_forth;
use super::versions::both_save;

/// The rows, as in `access_table`.
pub const CHECK_INS: &[(&str, &str, Trial)] = &[
    ("add::<CheckIn>", "O-OT---", |_, store, on| done(store.add(&said(on.case.family, None), Origin::Direct))),
    ("get::<CheckIn>", "OOOT--T", |desk, store, on| done(store.get::<CheckIn>(write(desk, on)))),
    ("change::<CheckIn>", "O-OT---", |desk, store, on| {
        let id = write(desk, on);
        done(store.change(id, 1, &said(on.case.family, None), Origin::Direct))
    }),
    ("remove::<CheckIn>", "O-OT---", |desk, store, on| done(store.remove::<CheckIn>(write(desk, on)))),
    ("record_check_in", "O-OT---", |desk, store, on| {
        let meeting = call(desk, on);
        done(store.record_check_in(&said(on.case.family, Some(meeting)), None, None, Origin::Direct))
    }),
    ("add::<Meeting>", "o-oA---", |_, store, on| {
        unless_kept_back(store.add(&meeting(&[on.case.family]), Origin::Direct))
    }),
    ("get::<Meeting>", "oooA--t", |desk, store, on| unless_kept_back(store.get::<Meeting>(call(desk, on)))),
    ("change::<Meeting>", "o-oA---", |desk, store, on| {
        let id = call(desk, on);
        unless_kept_back(store.change(id, 1, &meeting(&[on.case.family]), Origin::Direct))
    }),
    ("remove::<Meeting>", "o-oA---", |desk, store, on| unless_kept_back(store.remove::<Meeting>(call(desk, on)))),
    ("end_meeting", "o-oA---", |desk, store, on| unless_kept_back(store.end_meeting(call(desk, on), desk::today()))),
    ("set_present", "o-oA---", |desk, store, on| {
        unless_kept_back(store.set_present(call(desk, on), &["Lena".to_owned()]))
    }),
    ("names_spoken_of", "ooot--t", |_, store, on| Ok(seen(!store.names_spoken_of(&[on.case.family])?.is_empty()))),
    ("add_to_meeting", "O-OT---", |desk, store, on| {
        let everybody = desk::USERS.map(|(name, _)| name.to_owned()).to_vec();
        let own = desk::family(&format!("own-{}", on.case_ref), "Egen");
        let own = add(&desk.leader(), &Family { child_support: everybody, ..own });
        let id = add(&desk.leader(), &meeting(&[own]));
        done(store.add_to_meeting(id, on.case.family, None))
    }),
    ("to_speak_of", "o-ot---", |_, store, on| {
        Ok(seen(store.to_speak_of(Whose::Everyones, desk::today())?.contains(&on.case.family)))
    }),
    ("meetings_on", "oooA--t", |desk, store, on| {
        let id = call(desk, on);
        Ok(seen(store.meetings_on(desk::today())?.iter().any(|(known, _)| *known == id)))
    }),
    ("agenda", "OOOA--T", |desk, store, on| done(store.agenda(call(desk, on)))),
    // Where a meeting is names no family to whoever does not reach it.
    ("meeting_at", "AAAA--A", |desk, store, on| done(store.meeting_at(call(desk, on)))),
    ("turn_meeting", "O-OT---", |desk, store, on| {
        let to = GoesOn { to: on.case.family, together: true };
        done(store.turn_meeting(call(desk, on), None, to))
    }),
    ("spoken_of", "OOOT--T", |desk, store, on| done(store.spoken_of(call(desk, on), on.case.family, desk::today()))),
    ("record_of", "OOOA--T", |desk, store, on| done(store.record_of(call(desk, on)))),
];

fn unless_kept_back<T>(result: Result<T, Problem>) -> Result<Seen, Problem> {
    match result {
        Err(problem) if problem.key == "kept-back" => Ok(Seen::Hidden),
        result => done(result),
    }
}

/// A meeting of Lena's, and nobody else's.
pub fn meeting(families: &[FamilyId]) -> Meeting {
    Meeting {
        on: desk::today(),
        called_by: "Lena".to_owned(),
        present: vec!["Lena".to_owned(), "Olle".to_owned()],
        pace_minutes: 3,
        families: families.to_vec(),
        ended_on: None,
    }
}

pub fn said(family: FamilyId, meeting: Option<MeetingId>) -> CheckIn {
    CheckIn {
        family,
        meeting,
        on: desk::today(),
        colour: Colour::Yellow,
        sentence: Some("Skolan går trögt.".to_owned()),
        decision: Some("Vi söker stöd.".to_owned()),
        next_step: Some("Ring skolan".to_owned()),
        who: Some("Saga".to_owned()),
        due_on: Some(day("2026-11-27")),
        as_before: false,
        by: "Lena".to_owned(),
    }
}

fn write(desk: &Desk, on: &Target) -> CheckInId {
    add(&desk.leader(), &said(on.case.family, None))
}

fn call(desk: &Desk, on: &Target) -> MeetingId {
    add(&desk.leader(), &meeting(&[on.case.family]))
}

fn tasks(store: &Store, family: FamilyId) -> Vec<Task> {
    store.tasks_of(family).unwrap().into_iter().map(|row| row.task.value).collect()
}

#[test]
fn both_nouns_go_back_and_forth() {
    let desk = Desk::new();
    let store = desk.leader();
    let (one, two) = (add(&store, &desk::family("A-1", "Berg")), add(&store, &desk::family("A-2", "Ek")));
    let today = Some("2026-11-21");
    back_and_forth::<Meeting>(&store, "meeting", ("", today), &meeting(&[two, one]), |meeting| {
        (meeting.families, meeting.ended_on) = (vec![one, two], Some(desk::today()));
        meeting.present.push("Saga".to_owned());
    });
    let at = add(&store, &meeting(&[one]));
    back_and_forth::<CheckIn>(&store, "check_in", ("Berg", today), &said(one, Some(at)), |said| {
        (said.colour, said.sentence, said.who, said.due_on) = (Colour::Red, None, None, None);
    });
}

#[test]
fn the_second_to_say_something_is_shown_the_first() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let family = add(&one, &desk::family("A-1", "Berg"));
    let id = add(&one, &said(family, None));
    both_save::<CheckIn>(&one, &two, id, |said| said.sentence = None, |said| said.colour = Colour::Red);
    // Two who both begin with nothing said.
    let at = add(&one, &meeting(&[family]));
    let mine = said(family, Some(at));
    assert!(matches!(one.record_check_in(&mine, None, None, Origin::Direct).unwrap(), Saving::Saved(_)));
    two.keep_draft("check-in", "det jag skrev").unwrap();
    let theirs = CheckIn { colour: Colour::Red, ..mine.clone() };
    let Saving::Newer(there) = two.record_check_in(&theirs, None, None, Origin::Draft("check-in")).unwrap() else {
        panic!()
    };
    assert_eq!(there.value, mine);
    assert!(two.draft("check-in").unwrap().is_some(), "what was typed is still kept");
    let seen = Some((there.id, there.version));
    assert!(matches!(two.record_check_in(&theirs, seen, None, Origin::Draft("check-in")).unwrap(), Saving::Saved(_)));
    assert_eq!(get::<CheckIn>(&one, there.id).value, theirs);
    assert!(two.draft("check-in").unwrap().is_none());
}

#[test]
fn a_next_step_is_a_task_and_one_undo_takes_both_back() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = add(&store, &desk::family("A-1", "Berg"));
    let at = add(&store, &meeting(&[family]));
    store.record_check_in(&said(family, Some(at)), None, None, Origin::Direct).unwrap();
    let made = tasks(&store, family);
    assert_eq!(made, [said(family, Some(at)).task().unwrap()]);
    assert_eq!(store.undoable().unwrap().unwrap().more, 1);
    store.undo().unwrap();
    assert!(tasks(&store, family).is_empty() && store.record_of(at).unwrap().said.is_empty());
    store.redo().unwrap();
    assert_eq!(tasks(&store, family), made);

    let there = store.spoken_of(at, family, desk::today()).unwrap().now.unwrap();
    let changed = CheckIn { next_step: Some("Ring BUP".to_owned()), who: Some("Kim".to_owned()), ..there.value };
    store.record_check_in(&changed, Some((there.id, there.version)), None, Origin::Direct).unwrap();
    let now = tasks(&store, family);
    assert_eq!((now.len(), now[0].what.as_str(), now[0].who.as_str()), (1, "Ring BUP", "Kim"));
    let version = there.version + 1;
    let none = CheckIn { next_step: None, who: None, due_on: None, ..changed.clone() };
    store.record_check_in(&none, Some((there.id, version)), None, Origin::Direct).unwrap();
    assert!(tasks(&store, family).is_empty());
    store.undo().unwrap();
    let row = store.tasks_of(family).unwrap().remove(0).task;
    store.task_done(row.id, row.version, Some(desk::today())).unwrap();
    let version = get::<CheckIn>(&store, there.id).version;
    store.record_check_in(&none, Some((there.id, version)), None, Origin::Direct).unwrap();
    assert_eq!(get::<Task>(&store, row.id).value.done_on, Some(desk::today()), "what was done stays done");
}

#[test]
fn what_is_taken_over_makes_no_task_again() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = add(&store, &desk::family("A-1", "Berg"));
    let (one, two) = (add(&store, &meeting(&[family])), add(&store, &meeting(&[family])));
    store.record_check_in(&said(family, Some(one)), None, None, Origin::Direct).unwrap();
    let before = store.spoken_of(two, family, desk::today()).unwrap().before.unwrap().value;
    assert_eq!(before, said(family, Some(one)));
    store.record_check_in(&before.again(two, desk::today(), "Lena"), None, None, Origin::Direct).unwrap();
    assert_eq!(tasks(&store, family).len(), 1);
    let record = store.record_of(two).unwrap();
    assert!(record.said[0].1.as_before && record.tasks.is_empty());
}

#[test]
fn those_not_spoken_of_for_two_weeks_come_first() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = |case_ref: &str, name: &str| add(&store, &desk::family(case_ref, name));
    let (al, berg, ek, rönn) = (family("1", "Al"), family("2", "Berg"), family("3", "Ek"), family("4", "Rönn"));
    for (family, on) in [(al, "2026-11-14"), (berg, "2026-10-01"), (ek, "2026-11-07"), (ek, "2026-10-02")] {
        add(&store, &CheckIn { on: day(on), ..said(family, None) });
    }
    let order = |store: &Store, whose| store.to_speak_of(whose, desk::today()).unwrap();
    assert_eq!(order(&store, Whose::Everyones), [rönn, berg, ek, al]);
    assert!(order(&store, Whose::Mine).is_empty());
    change::<Family>(&store, berg, |family| family.child_support = vec!["Kim".to_owned()]).unwrap();
    change::<Family>(&store, ek, |family| family.status = trygg::domain::codes::FamilyStatus::Closed).unwrap();
    assert_eq!(order(&desk.open("Saga"), Whose::Everyones), [rönn, al]);
    assert_eq!(order(&desk.open("Kim"), Whose::Mine), [berg]);
}

#[test]
fn a_meeting_goes_on_and_every_turn_is_a_reading() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = |case_ref: &str| add(&store, &desk::family(case_ref, case_ref));
    let (one, two, three) = (family("A-1"), family("A-2"), family("A-3"));
    let at = add(&store, &meeting(&[one, two]));
    let version = get::<Meeting>(&store, at).version;
    store.turn_meeting(at, None, GoesOn { to: one, together: true }).unwrap();
    assert_eq!((last_row(&store).act.as_str(), last_row(&store).record), ("open", one.0));
    store.turn_meeting(at, Some(one), GoesOn { to: two, together: true }).unwrap();
    assert_eq!(store.meeting_at(at).unwrap(), Some(two));
    store.turn_meeting(at, None, GoesOn { to: one, together: false }).unwrap();
    assert_eq!(store.meeting_at(at).unwrap(), Some(two), "whoever goes alone moves nobody");
    store.add_to_meeting(at, three, Some(one)).unwrap();
    store.add_to_meeting(at, three, None).unwrap();
    store
        .record_check_in(&said(two, Some(at)), None, Some(GoesOn { to: three, together: true }), Origin::Direct)
        .unwrap();
    let agenda = store.agenda(at).unwrap();
    let told: Vec<_> = agenda.families.iter().map(|one| (one.family, one.skipped, one.done)).collect();
    assert_eq!(told, [(one, true, false), (three, false, false), (two, false, true)]);
    assert_eq!(agenda.now_at, Some(three));
    assert_eq!(get::<Meeting>(&store, at).version, version + 1, "only that a family came is a change");
    assert_eq!(store.meetings_on(desk::today()).unwrap(), [(at, true)]);
    store.end_meeting(at, desk::today()).unwrap();
    store.end_meeting(at, day("2026-11-22")).unwrap();
    assert_eq!(store.meetings_on(desk::today()).unwrap(), [(at, false)]);
    let record = store.record_of(at).unwrap();
    assert_eq!(record.ended_on, Some(desk::today()));
    assert_eq!(record.not_reached.iter().map(|family| family.id).collect::<Vec<_>>(), [one, three]);
    assert_eq!((record.said.len(), record.tasks.len(), record.kept_back), (1, 1, 0));
}

#[test]
fn of_a_meeting_one_sees_the_families_that_one_reaches() {
    let desk = Desk::new();
    let store = desk.leader();
    let (one, two) = (add(&store, &desk::family("A-1", "Berg")), add(&store, &desk::family("A-2", "Ek")));
    change::<Family>(&store, two, |family| family.child_support.clear()).unwrap();
    let at = add(&store, &meeting(&[two, one]));
    for family in [one, two] {
        store.record_check_in(&said(family, Some(at)), None, None, Origin::Direct).unwrap();
    }
    let saga = desk.open("Saga");
    assert_eq!(saga.agenda(at).unwrap().families.len(), 1);
    let record = saga.record_of(at).unwrap();
    assert_eq!((record.said.len(), record.tasks.len(), record.kept_back), (1, 1, 1));
    assert_eq!(key(saga.spoken_of(at, two, desk::today())), "not-found");
    assert_eq!(key(saga.turn_meeting(at, None, GoesOn { to: two, together: true })), "not-found");
    assert_eq!(key(saga.record_check_in(&said(two, Some(at)), None, None, Origin::Direct)), "not-found");
}

#[test]
fn what_has_been_since_the_last_check_in_is_read() {
    let desk = Desk::new();
    let store = desk.leader();
    let case = desk::add_case(&store, "A-1");
    add(&store, &CheckIn { on: day("2026-11-10"), ..said(case.family, None) });
    let mark = trygg::domain::session::GoalMark { goal: 2, attainment: Some(1), done: false };
    for on in ["2026-11-09", "2026-11-12", "2026-11-19", "2026-11-23"] {
        let session = desk::session(case.family, on);
        add(&store, &trygg::domain::session::Session { goals: vec![mark], people: vec![case.child], ..session });
    }
    let at = add(&store, &meeting(&[case.family]));
    let shown = store.spoken_of(at, case.family, desk::today()).unwrap();
    assert_eq!(shown.since, day("2026-11-10"));
    let days: Vec<_> = shown.sessions.iter().map(|row| row.on.to_string()).collect();
    assert_eq!(days, ["2026-11-19", "2026-11-12"]);
    assert_eq!((shown.goals, shown.now.is_none(), shown.people.len()), (vec![mark], true, 1));
}
