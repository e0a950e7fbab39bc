//! Every kind of save there is: what every noun can have done to it, and what is done by functions of their own.

use std::ops::ControlFlow;

use super::grouped::GROUPED;
use super::looks::{self, LOOKS};
use super::planned::{taken_visits, visits};
use super::reach::REACH;
use super::samples::{Home, Sampled, absence, asked_figures, asked_to_purge, closed, long, placement, published};
use crate::domain::check_in::{CheckIn, Meeting};
use crate::domain::codes::{EndReason, FamilyStatus, LegalBasis, PlacementKind, Role};
use crate::domain::family::Family;
use crate::domain::ids::MeetingId;
use crate::domain::noun::every_noun;
use crate::domain::placement::Placement;
use crate::domain::problem::Problem;
use crate::domain::session::Session;
use crate::domain::task::Task;
use crate::domain::visit::{Occurrence, Scope, change};
use crate::store::record::Record;
use crate::store::tests::{child, clock, day, family, new_families};
use crate::store::{
    AccountChange, Casebook, Correction, GoesOn, NewUser, Origin, Saving, Store, Stored, Taken, VisitSaving, VisitSeen,
};

/// Where the draft is that goes when what it was typed for is saved.
pub(super) const DRAFT: &str = "line";

/// A save, as often as one likes to try it.
pub(super) type Act = Box<dyn Fn(&Store, &Casebook) -> Result<(), Problem>>;

/// Does what comes before a save.
pub(super) type Prepare = fn(&Store, &Home) -> Act;

/// The same, where that is another save.
type After = Box<dyn Fn(&Store, &Casebook, &Home) -> Act>;

/// A kind of save.
pub(super) struct Save {
    /// The function of the store, and what it is done to.
    pub(super) name: String,
    /// What comes before it.
    pub(super) prepare: After,
}

impl Save {
    /// The function of the store.
    pub(super) fn function(&self) -> &str {
        self.name.split("::").next().unwrap()
    }
}

/// A noun, and what can be done to it.
trait Tried {
    fn saves() -> Vec<Save>;
}

impl<R: Sampled + 'static> Tried for R {
    fn saves() -> Vec<Save> {
        of_noun::<R>()
    }
}

/// Visits are written by functions of their own.
impl Tried for Occurrence {
    fn saves() -> Vec<Save> {
        Vec::new()
    }
}

/// All kinds of save.
pub(super) fn saves() -> Vec<Save> {
    let mut saves: Vec<Save> = OWN
        .iter()
        .chain(REACH)
        .chain(GROUPED)
        .chain(LOOKS)
        .map(|(name, prepare)| save((*name).to_owned(), *prepare))
        .collect();
    saves.push(looks::decide());
    for (name, prepare) in OWN.iter().chain(REACH).chain(GROUPED).filter(|(name, _)| UNDONE.contains(name)) {
        let undone = |store: &Store, casebook: &Casebook, home: &Home, prepare: Prepare| {
            prepare(store, home)(store, casebook).unwrap();
        };
        let back: After = Box::new(move |store, casebook, home| {
            undone(store, casebook, home, *prepare);
            Box::new(undo)
        });
        let forth: After = Box::new(move |store, casebook, home| {
            undone(store, casebook, home, *prepare);
            store.undo().unwrap();
            Box::new(redo)
        });
        saves.push(Save { name: format!("undo::<{name}>"), prepare: back });
        saves.push(Save { name: format!("redo::<{name}>"), prepare: forth });
    }
    macro_rules! by_noun {
        (
            rows { $($kind:ident $file:ident $id:ident: $noun:ty,)* }
            apart { $($apart:ident $apart_file:ident $apart_id:ident: $apart_noun:ty,)* }
        ) => {
            $(saves.extend(<$noun>::saves());)*
            $(saves.extend(<$apart_noun>::saves());)*
        };
    }
    every_noun!(by_noun);
    saves
}

fn save(name: String, prepare: Prepare) -> Save {
    Save { name, prepare: Box::new(move |store, _, home| prepare(store, home)) }
}

/// What can be done to a record of any noun.
fn of_noun<R: Sampled + 'static>() -> Vec<Save> {
    const ALL: usize = 11;
    let all: [(&str, Prepare); ALL] = [
        ("add", |_, home| {
            let [new, _] = R::samples(home);
            Box::new(move |store, _| store.add(&new, Origin::Draft(DRAFT)).map(drop))
        }),
        ("change", |store, home| {
            let (id, other) = added::<R>(store, home);
            Box::new(move |store, _| store.change(id, 1, &other, Origin::Draft(DRAFT)).map(is_saved))
        }),
        ("remove", |store, home| {
            let (id, _) = added::<R>(store, home);
            Box::new(move |store, _| store.remove::<R>(id))
        }),
        ("undo::add", |store, home| {
            added::<R>(store, home);
            Box::new(undo)
        }),
        ("redo::add", |store, home| {
            added::<R>(store, home);
            store.undo().unwrap();
            Box::new(redo)
        }),
        ("undo::change", |store, home| {
            changed::<R>(store, home);
            Box::new(undo)
        }),
        ("redo::change", |store, home| {
            changed::<R>(store, home);
            store.undo().unwrap();
            Box::new(redo)
        }),
        ("undo::remove", |store, home| {
            let (id, _) = added::<R>(store, home);
            store.remove::<R>(id).unwrap();
            Box::new(undo)
        }),
        ("redo::remove", |store, home| {
            let (id, _) = added::<R>(store, home);
            store.remove::<R>(id).unwrap();
            store.undo().unwrap();
            Box::new(redo)
        }),
        ("import", |_, home| {
            let [new, _] = R::samples(home);
            Box::new(move |store, _| store.import(std::slice::from_ref(&new)))
        }),
        ("take_in", |store, home| {
            let (id, value) = added::<R>(store, home);
            Box::new(move |store, _| store.take_in([Taken::Changed(Stored { id, version: 1, value: value.clone() })]))
        }),
    ];
    all.into_iter().map(|(name, prepare)| save(format!("{name}::<{}>", R::NOUN), prepare)).collect()
}

/// A record that is there, and what it is to be changed into.
fn added<R: Sampled>(store: &Store, home: &Home) -> (R::Id, R) {
    let [new, other] = R::samples(home);
    (store.add(&new, Origin::Direct).unwrap(), other)
}

fn changed<R: Sampled>(store: &Store, home: &Home) {
    let (id, other) = added::<R>(store, home);
    store.change(id, 1, &other, Origin::Direct).map(is_saved).unwrap();
}

fn undo(store: &Store, _: &Casebook) -> Result<(), Problem> {
    store.undo().map(|step| drop(step.unwrap()))
}

fn redo(store: &Store, _: &Casebook) -> Result<(), Problem> {
    store.redo().map(|step| drop(step.unwrap()))
}

fn is_saved<R: Record>(saving: Saving<R>) {
    assert!(matches!(saving, Saving::Saved(_)), "{saving:?}");
}

fn visit_is_saved(saving: VisitSaving) {
    assert_eq!(saving, VisitSaving::Saved);
}

/// Those of them that undo takes back.
pub(super) const UNDONE: &[&str] = &[
    "change_family",
    "deal_with",
    "answer_care",
    "task_done",
    "correct",
    "parent_called",
    "say",
    "add_to_meeting",
    "set_present",
    "end_meeting",
    "attend",
    "plan",
    "write_visit",
    "write_visits",
    "change_series",
    "take_in_calendar",
];

/// What a demo refuses, whose keys are in the open: tried in `tests/store/users_keys.rs` and
/// `src/store/tests/rekey.rs`.
pub(super) const OF_KEYS: &[&str] = &["change_passphrase", "reset_passphrase", "renew_recovery", "remove_user"];
/// What is done by functions of their own.
const OWN: &[(&str, Prepare)] = &[
    ("add_user", |_, _| Box::new(|store, casebook| store.add_user(casebook, &a_user("Eva"), None).map(drop))),
    ("change_user", |_, _| {
        let role = Some(Role::VisitSupporter);
        let to = AccountChange { role, is_barred: Some(true), ..AccountChange::default() };
        Box::new(move |store, casebook| store.change_user(casebook, "Bo", &to, None).map(drop))
    }),
    ("keep_draft", |_, _| {
        let body = long("utkast").unwrap();
        Box::new(move |store, _| store.keep_draft(DRAFT, &body))
    }),
    ("drop_draft", |_, _| Box::new(|store, _| store.drop_draft(DRAFT))),
    ("look", |_, _| Box::new(|store, _| store.look(1))),
    ("ask_to_purge", |store, _| {
        let gone = closed(store);
        Box::new(move |store, _| store.ask_to_purge(&[gone], day("2033-06-01")).map(drop))
    }),
    ("withdraw_purge", |store, _| {
        let id = asked_to_purge(store);
        Box::new(move |store, _| store.withdraw_purge(id))
    }),
    ("confirm_purge", |store, _| {
        let id = asked_to_purge(store);
        Box::new(move |store, _| store.confirm_purge(id, day("2033-06-01")).map(drop))
    }),
    ("correct", |store, home| {
        let id = added::<Session>(store, home).0;
        let now = store.get::<Session>(id).unwrap();
        let value = Session { next_step: Some("Ring".to_owned()), ..now.value };
        let why = Correction { reason: "fel".to_owned(), asked_by: None };
        Box::new(move |store, _| store.correct(id, now.version, &value, &why).map(is_saved))
    }),
    ("accept_head", |_, _| Box::new(|store, _| store.accept_head())),
    ("figures", |_, _| {
        let asked = asked_figures("deadlines");
        Box::new(move |store, _| store.figures(&asked, &mut |_| ControlFlow::Continue(())).map(drop))
    }),
    ("publish", |store, _| {
        let asked = asked_figures("deadlines");
        let beside = store.beside(&asked).unwrap();
        let tables = published(store, &asked);
        Box::new(move |store, _| store.publish(&asked, &tables, &beside).map(|is_kept| assert!(is_kept)))
    }),
    ("change_family", |store, home| {
        let now = store.get::<Family>(home.family).unwrap();
        let paused = Family { status: FamilyStatus::Paused, ..now.value };
        Box::new(move |store, _| store.change_family(now.id, now.version, &paused, Origin::Draft(DRAFT)).map(is_saved))
    }),
    ("deal_with", |store, home| {
        let kind = PlacementKind::EmergencyHome;
        store.add(&Placement { kind, ..placement(home.child, "2026-01-02") }, Origin::Direct).unwrap();
        let family = home.family;
        Box::new(move |store, _| {
            store.deal_with(family, day("2026-11-18"), "Före", Origin::Draft(DRAFT)).map(|count| assert!(count > 0))
        })
    }),
    ("answer_care", |store, home| {
        let (ended_on, end_reason) = (Some(day("2026-03-31")), Some(EndReason::RePlacement));
        let first = Placement { ended_on, end_reason, ..placement(home.child, "2026-01-15") };
        let second = Placement { legal_basis: Some(LegalBasis::Lvu2), ..placement(home.child, "2026-06-15") };
        [first, second].iter().for_each(|one| _ = store.add(one, Origin::Direct).unwrap());
        let child = home.child;
        Box::new(move |store, _| store.answer_care(child, &[false]).map(|written| assert!(written)))
    }),
    ("task_done", |store, home| {
        let (id, _) = added::<Task>(store, home);
        Box::new(move |store, _| store.task_done(id, 1, Some(day("2026-11-18"))).map(is_saved))
    }),
    ("say", |store, home| {
        let (meeting, family) = (called(store, home), home.family);
        let [said, _] = CheckIn::samples(home);
        let next_step = Some("Ring skolan".to_owned());
        let said = CheckIn { meeting: Some(meeting), next_step, who: Some("Saga".to_owned()), ..said };
        let goes_on = Some(GoesOn { to: family, together: true });
        Box::new(move |store, _| store.record_check_in(&said, None, goes_on, Origin::Draft(DRAFT)).map(is_saved))
    }),
    ("turn_meeting", |store, home| {
        let (meeting, family) = (called(store, home), home.family);
        let goes_on = GoesOn { to: family, together: true };
        Box::new(move |store, _| store.turn_meeting(meeting, Some(family), goes_on))
    }),
    ("add_to_meeting", |store, home| {
        let meeting = called(store, home);
        let other = store.add(&family("C-1", "Alm"), Origin::Direct).unwrap();
        Box::new(move |store, _| store.add_to_meeting(meeting, other, None))
    }),
    ("set_present", |store, home| {
        let meeting = called(store, home);
        Box::new(move |store, _| store.set_present(meeting, &["Kim".to_owned(), "Lena".to_owned()]))
    }),
    ("end_meeting", |store, home| {
        let meeting = called(store, home);
        Box::new(move |store, _| store.end_meeting(meeting, day("2026-11-18")))
    }),
    ("plan", |_, home| {
        let (of, held) = visits(home);
        Box::new(move |store, _| store.plan(&of, &held, Origin::Draft(DRAFT)).map(drop))
    }),
    ("import_visits", |_, home| {
        let all = [visits(home)];
        Box::new(move |store, _| store.import_visits(&all))
    }),
    ("take_in_visits", |store, home| {
        let all = taken_visits(store, home);
        Box::new(move |store, _| store.take_in_visits(&all))
    }),
    ("write_visit", |store, home| {
        let (of, held) = visits(home);
        let told = Occurrence { arrangement: store.plan(&of, &[], Origin::Direct).unwrap(), ..held[0].clone() };
        Box::new(move |store, _| {
            store.write_visit(&told, VisitSeen::Given(1), Origin::Draft(DRAFT)).map(visit_is_saved)
        })
    }),
    ("write_visits", |store, home| {
        let (of, held) = visits(home);
        let arrangement = store.plan(&of, &held[..1], Origin::Direct).unwrap();
        let told = |one: &Occurrence| Occurrence { arrangement, ..one.clone() };
        // The first is stored and becomes plain again; the second comes.
        let plain = Occurrence::given(arrangement, &of, held[0].given);
        let all = [(plain, VisitSeen::Stored(1)), (told(&held[1]), VisitSeen::Given(1))];
        Box::new(move |store, _| store.write_visits(&all).map(visit_is_saved))
    }),
    ("change_series", |store, home| {
        let (of, held) = visits(home);
        let id = store.plan(&of, &held, Origin::Direct).unwrap();
        let stored: Vec<Occurrence> = held.iter().map(|one| Occurrence { arrangement: id, ..one.clone() }).collect();
        let mut edited = of.clone();
        edited.terms.place = Some("Biblioteket".into());
        let changed = change(id, &of, &stored, &edited, Scope::Later(day("2026-11-14")));
        Box::new(move |store, _| {
            store.change_series((id, 1), &stored, &changed, Origin::Draft(DRAFT)).map(visit_is_saved)
        })
    }),
    ("take_in_calendar", |store, _| {
        let take_in = |store: &Store, until: &str| {
            store.take_in_calendar("Vera", day("2026-11-18"), &[absence(until, Some("kalender-1"))])
        };
        take_in(store, "2026-11-21T12:00:00").unwrap();
        Box::new(move |store, _| take_in(store, "2026-11-21T14:00:00"))
    }),
    ("end_standby", |store, _| {
        store.know_standby("/r", clock()).unwrap();
        Box::new(|store, _| store.end_standby(std::path::Path::new("/r")).map(drop))
    }),
    ("fill_demo", |_, _| Box::new(|store, casebook| store.fill_demo(casebook, new_families(2, 2), |_| ()))),
    ("fill_demo_absences", |_, _| {
        let away = absence("2026-11-21T12:00:00", None);
        Box::new(move |store, casebook| store.fill_demo_absences(casebook, &[away.clone(), away.clone()]))
    }),
    ("import::<several>", |_, home| {
        let several: Vec<_> = (0..3).map(|number| child(home.family, &format!("Q-{number}"), "Ny")).collect();
        Box::new(move |store, _| store.import(&several))
    }),
];

/// A user who is to be added.
pub(super) fn a_user(name: &str) -> NewUser<'_> {
    NewUser { name, role: Role::SupportPerson, team: None, hours: None, passphrase: "" }
}

fn called(store: &Store, home: &Home) -> MeetingId {
    added::<Meeting>(store, home).0
}
