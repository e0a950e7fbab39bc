//! Tasks: who sees one, which are open, what undo and a colleague do to them.

use trygg::domain::family::Family;
use trygg::domain::ids::TaskId;
use trygg::domain::task::Task;
use trygg::store::{Listing, Origin, Saving, Store, Whose};

use super::access_table::{Target, Trial, done, seen};
use super::desk::{self, Desk, add, change, day, get, key};
use super::undo::back_and_forth;
use super::versions::both_save;

/// The rows, as in `access_table`.
pub const TASKS: &[(&str, &str, Trial)] = &[
    ("add::<Task>", "OOOT---", |_, store, on| done(store.add(&of(on), Origin::Direct))),
    // A reminder of one's own is written by everybody who works with families.
    ("add::<Task>::own", "AAAA---", |_, store, _| {
        let me = store.actor().name.clone();
        done(store.add(&Task { who: me.clone(), by: me, ..own() }, Origin::Direct))
    }),
    ("get::<Task>", "OOOT--T", |desk, store, on| done(store.get::<Task>(write(desk, on)))),
    ("change::<Task>", "OOOT---", |desk, store, on| {
        let id = write(desk, on);
        done(store.change(id, 1, &of(on), Origin::Direct))
    }),
    ("task_done", "OOOT---", |desk, store, on| done(store.task_done(write(desk, on), 1, Some(desk::today())))),
    ("remove::<Task>", "OOOT---", |desk, store, on| done(store.remove::<Task>(write(desk, on)))),
    ("tasks_open", "ooot--t", |desk, store, on| {
        let id = write(desk, on);
        Ok(seen(store.tasks_open(Whose::Everyones, None)?.iter().any(|row| row.task.id == id)))
    }),
    ("tasks_of", "OOOT--T", |_, store, on| done(store.tasks_of(on.case.family))),
    ("oneself", "AAAAAAA", |_, store, _| {
        Ok(seen(trygg::domain::directory::Directory::oneself(store) == Some(store.actor().name.clone())))
    }),
];

/// A reminder that Lena wrote for herself.
pub fn own() -> Task {
    Task {
        family: None,
        what: "Ring BUP".to_owned(),
        due_on: Some(day("2026-11-27")),
        who: "Lena".to_owned(),
        by: "Lena".to_owned(),
        made_on: desk::today(),
        done_on: None,
        meeting: None,
    }
}

fn of(on: &Target) -> Task {
    Task { family: Some(on.case.family), ..own() }
}

fn write(desk: &Desk, on: &Target) -> TaskId {
    add(&desk.leader(), &of(on))
}

#[test]
fn a_task_goes_back_and_forth() {
    let desk = Desk::new();
    let store = desk.leader();
    let family = add(&store, &desk::family("A-1", "Berg"));
    let due = Some("2026-11-27");
    back_and_forth::<Task>(&store, "task", ("Lena", due), &own(), |task| task.done_on = Some(desk::today()));
    back_and_forth::<Task>(&store, "task", ("Berg", due), &Task { family: Some(family), ..own() }, |task| {
        (task.who, task.what) = ("Saga".to_owned(), "Ring skolan".to_owned());
    });
}

#[test]
fn the_second_to_save_a_task_is_shown_the_first() {
    let desk = Desk::new();
    let (one, two) = (desk.leader(), desk.leader());
    let id = add(&one, &own());
    both_save::<Task>(&one, &two, id, |task| task.what = "Ett".to_owned(), |task| task.what = "Två".to_owned());
    assert!(matches!(two.task_done(id, 1, Some(desk::today())).unwrap(), Saving::Newer(_)));
}

#[test]
fn a_reminder_of_no_family_is_for_those_it_is_between() {
    let desk = Desk::new();
    let lena = desk.leader();
    let id = add(&lena, &Task { who: "Saga".to_owned(), ..own() });
    let sees = |store: &Store| {
        let mut listed = false;
        store
            .each::<Task>(&Listing::default(), &mut |row| {
                listed |= row.value.id == id;
                Ok(())
            })
            .unwrap();
        let open = |whose| store.tasks_open(whose, None).unwrap().iter().any(|row| row.task.id == id);
        (key(store.get::<Task>(id)), listed, open(Whose::Everyones), open(Whose::Mine))
    };
    assert_eq!(sees(&lena), ("none", true, true, false));
    assert_eq!(sees(&desk.open("Saga")), ("none", true, true, true));
    for name in ["Vera", "Kim"] {
        assert_eq!(sees(&desk.open(name)), ("kept-back", false, false, false), "{name}");
        assert_eq!(key(desk.open(name).remove::<Task>(id)), "kept-back");
        assert_eq!(key(desk.open(name).change(id, 1, &own(), Origin::Direct)), "kept-back");
    }
    assert_eq!(key(desk.open("Kim").add(&own(), Origin::Direct)), "kept-back", "nobody reminds in another's name");
}

#[test]
fn open_tasks_are_told_by_day_with_their_families() {
    let desk = Desk::new();
    let lena = desk.leader();
    let (one, two) = (add(&lena, &desk::family("A-1", "Berg")), add(&lena, &desk::family("A-2", "Ek")));
    change::<Family>(&lena, two, |family| family.child_support.clear()).unwrap();
    let task = |what: &str, due: Option<&str>, who: &str, family| {
        let due_on = due.map(day);
        add(&lena, &Task { what: what.to_owned(), due_on, who: who.to_owned(), family, ..own() })
    };
    task("sist", None, "Saga", Some(one));
    task("sen", Some("2027-01-15"), "Saga", Some(one));
    task("först", Some("2026-11-10"), "Lena", Some(one));
    task("mellan", Some("2026-11-25"), "Saga", Some(two));
    let gone = task("gjord", Some("2026-11-20"), "Saga", Some(one));
    lena.task_done(gone, 1, Some(desk::today())).unwrap();
    let told = |store: &Store, whose, until: Option<&str>| {
        let rows = store.tasks_open(whose, until.map(day)).unwrap();
        let told = rows.into_iter().map(|row| (row.task.value.what, row.family.unwrap().case_ref));
        told.map(|(what, case_ref)| format!("{what} {case_ref}")).collect::<Vec<_>>()
    };
    let saga = desk.open("Saga");
    assert_eq!(told(&lena, Whose::Everyones, None), ["först A-1", "mellan A-2", "sen A-1", "sist A-1"]);
    assert_eq!(told(&lena, Whose::Everyones, Some("2026-11-30")), ["först A-1", "mellan A-2", "sist A-1"]);
    assert_eq!(told(&lena, Whose::Mine, None), ["först A-1"]);
    assert_eq!(told(&saga, Whose::Everyones, None), ["först A-1", "sen A-1", "sist A-1"]);
    assert_eq!(told(&saga, Whose::Mine, None), ["sen A-1", "sist A-1"], "not of a family one does not reach");
    assert_eq!(lena.tasks_of(one).unwrap().len(), 3);
}

#[test]
fn a_task_is_done_and_undone() {
    let desk = Desk::new();
    let store = desk.leader();
    let id = add(&store, &own());
    assert!(matches!(store.task_done(id, 1, Some(desk::today())).unwrap(), Saving::Saved(_)));
    assert_eq!(get::<Task>(&store, id).value.done_on, Some(desk::today()));
    store.undo().unwrap();
    assert_eq!(get::<Task>(&store, id).value, own());
}
