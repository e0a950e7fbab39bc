//! The table: every public function of the store, and how far each role reaches with it.

use std::sync::Arc;
use std::time::Duration;

use trygg::domain::codes::{AccessDecision, MemberRole, Outcome};
use trygg::domain::directory::Directory;
use trygg::domain::entry::Names;
use trygg::domain::family::Family;
use trygg::domain::ids::PersonId;
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::{Kind, Problem};
use trygg::domain::session::Session;
use trygg::store::{
    Called, FamilyFilter, Listing, LookAsked, Lot, Origin, SessionFilter, Store, Taken, Trail, Waiting,
};

use super::desk::{self, Desk};
use super::exchanged;

/// What came of trying a function upon a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    Yes,
    Hidden,
    /// Told of as if it were not there.
    Nowhere,
    Refused,
}

/// A family of the trial: whose names, district and staff are its case reference, so that lists can be narrowed to it.
pub struct Target {
    pub case_ref: String,
    pub case: desk::Case,
    pub empty: trygg::domain::ids::FamilyId,
}

/// A word that nobody but the child of a trial bears.
pub fn alone(case_ref: &str) -> String {
    case_ref.replace('-', "x")
}

pub type Trial = fn(&Desk, &Store, &Target) -> Result<Seen, Problem>;

/// A function, its reach by role, and how it is tried. The columns are in the order of `Role::ALL`: support person,
/// visit supporter, crisis supporter, team leader, statistician, administrator, on call.
/// `A` every family, or no family in particular; `T` those of the team, `O` own families, others as if they were not
/// there; `t` and `o` the same where they are merely not among others; `U` every family of the unit that no conflict of
/// interest closes; `h` none of them is among others; `k` kept back even of one's own; `-` refused.
pub const TABLE: &[(&str, &str, Trial)] = &[
    ("actor", "AAAAAAA", |_, store, _| Ok(seen(!store.actor().name.is_empty()))),
    ("reach", "AAAAAAA", |_, store, _| {
        store.reach(trygg::domain::access::Right::ReadCases);
        Ok(Seen::Yes)
    }),
    ("settle", "AAAAAAA", |_, store, _| {
        store.settle();
        Ok(Seen::Yes)
    }),
    ("up_to_date", "AAAAAAA", |_, store, _| done(store.up_to_date())),
    ("news", "AAAAAAA", |_, store, _| done(store.news(store.up_to_date()?))),
    ("add::<Family>", "--AA---", |_, store, on| {
        done(store.add(&desk::family(&format!("new-{}", on.case_ref), "Ny"), Origin::Direct))
    }),
    ("add::<Member>", "O-OT---", |_, store, on| {
        done(store.add(&desk::member(on.case.family, &format!("{}-new", on.case_ref), "Ny"), Origin::Direct))
    }),
    ("add::<Placement>", "O-OT---", |_, store, on| {
        done(store.add(&desk::placement(on.case.child, "2026-03-03"), Origin::Direct))
    }),
    ("add::<Session>", "OOOT---", |_, store, on| {
        done(store.add(&desk::session(on.case.family, "2026-11-03"), Origin::Direct))
    }),
    ("get::<Family>", "OOOT--T", |_, store, on| done(store.get::<Family>(on.case.family))),
    ("get::<Member>", "OOOT--T", |_, store, on| done(store.get::<Person>(on.case.child))),
    ("get::<Placement>", "OOOT--T", |_, store, on| done(store.get::<Placement>(on.case.placement))),
    ("get::<Session>", "OOOT--T", |_, store, on| done(store.get::<Session>(on.case.session))),
    ("change::<Family>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Family>(on.case.family)?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("change::<Member>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Person>(on.case.child)?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("change::<Placement>", "O-OT---", |desk, store, on| {
        let now = desk.leader().get::<Placement>(on.case.placement)?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    ("change::<Session>", "OOOT---", |desk, store, on| {
        let now = desk.leader().get::<Session>(on.case.session)?;
        done(store.change(now.id, now.version, &now.value, Origin::Direct))
    }),
    // Whoever may not register a family may not unregister one either: undo could not bring it back.
    ("remove::<Family>", "--OT---", |_, store, on| done(store.remove::<Family>(on.empty))),
    ("remove::<Member>", "O-OT---", |desk, store, on| {
        let extra = desk::add(&desk.leader(), &desk::member(on.case.family, &format!("x-{}", on.case_ref), "X"));
        done(store.remove::<Person>(extra))
    }),
    ("remove::<Placement>", "O-OT---", |_, store, on| done(store.remove::<Placement>(on.case.placement))),
    ("remove::<Session>", "OOOT---", |_, store, on| done(store.remove::<Session>(on.case.session))),
    ("undo", "OOOT---", |_, store, on| {
        store.add(&desk::session(on.case.family, "2026-11-04"), Origin::Direct)?;
        store.undo().map(|step| seen(step.is_some()))
    }),
    ("redo", "OOOT---", |_, store, on| {
        store.add(&desk::session(on.case.family, "2026-11-05"), Origin::Direct)?;
        store.undo()?;
        store.redo().map(|step| seen(step.is_some()))
    }),
    ("undoable", "OOOT---", |_, store, on| {
        store.add(&desk::session(on.case.family, "2026-11-06"), Origin::Direct)?;
        store.undoable().map(|step| seen(step.is_some()))
    }),
    ("can_undo", "OOOT---", |_, store, on| {
        store.add(&desk::session(on.case.family, "2026-11-07"), Origin::Direct)?;
        Ok(seen(store.can_undo()))
    }),
    ("wrap_for_pin", "AAAAAAA", |_, store, _| done(store.wrap_for_pin("4711", "pepper"))),
    ("leave_behind", "AAAAAAA", |_, store, _| done(store.leave_behind(vec![], String::new()))),
    ("take_back", "AAAAAAA", |_, store, _| {
        Ok(seen(store.take_back(&store.leave_behind(vec![], "here".into())?).as_deref() == Some("here")))
    }),
    // Whether there is something to keep is no act, and only whoever may type has any.
    ("holds_drafts", "AAAAAAA", |_, store, _| Ok(seen(!store.holds_drafts()))),
    ("keep_held", "AAAAAAA", |_, store, _| done(store.keep_held())),
    ("users", "---A-A-", |_, store, _| done(store.users())),
    ("sealing_key", "AAAAAAA", |_, store, _| Ok(seen(store.sealing_key().is_some()))),
    ("seal_to_self", "AAAAAAA", |_, store, _| done(store.seal_to_self(b"text"))),
    ("unseal", "AAAAAAA", |_, store, _| Ok(seen(store.unseal(&store.seal_to_self(b"text")?).is_some()))),
    ("keep_draft", "AAAA---", |_, store, _| done(store.keep_draft("line", "text"))),
    ("draft", "AAAA---", |_, store, _| done(store.draft("line"))),
    ("drafts", "AAAA---", |_, store, _| done(store.drafts())),
    ("drop_draft", "AAAA---", |_, store, _| done(store.drop_draft("line"))),
    ("journal_reading", "OOOT--T", |_, store, on| done(store.journal_reading(on.case.family))),
    ("journal", "---A-A-", |_, store, on| {
        store.journal(Trail::Newest, 1)?;
        done(store.journal(Trail::Family(on.case.family), 1))
    }),
    ("is_on_disk", "AAAAAAA", |_, store, _| Ok(seen(store.is_on_disk(Duration::ZERO)))),
    ("trouble_of_disk", "AAAAAAA", |_, store, _| Ok(seen(store.trouble_of_disk().is_none()))),
    ("is_awaited", "AAAAAAA", |_, store, _| Ok(seen(!store.is_awaited()))),
    ("briefly", "AAAAAAA", |_, store, _| Ok(seen(store.briefly(|| true)))),
    ("serve", "AAAAAAA", |_, store, _| {
        store.serve(Box::new(|_| Waiting::GoesOn), Arc::new(|| {}));
        Ok(Seen::Yes)
    }),
    ("has_looked_before", "AAAAAAA", |_, store, _| store.has_looked_before().map(|_| Seen::Yes)),
    ("kept_readings", "AAAAAAA", |_, store, _| Ok(seen(store.kept_readings() == 0))),
    ("has_looks", "AAAAAAA", |_, store, _| {
        store.has_looks();
        Ok(Seen::Yes)
    }),
    ("tell_looks", "AAAAAAA", |_, store, _| {
        store.tell_looks();
        Ok(Seen::Yes)
    }),
    ("access_rules", "AAAAAAA", |_, store, _| Ok(seen(store.access_rules().staff_names))),
    ("looks", "AAAAAAA", |_, store, _| done(store.looks(&LookAsked { most: 1, ..LookAsked::default() }))),
    ("looks::<family>", "OOOT--T", |_, store, on| {
        done(store.looks(&LookAsked { family: Some(on.case.family), most: 1, ..LookAsked::default() }))
    }),
    ("review_stand", "---A---", |_, store, _| done(store.review_stand(desk::today()))),
    ("make_review", "---A---", |_, store, _| {
        done(store.make_review(Some(desk::today()), Some(desk::today()), desk::today()))
    }),
    ("findings", "---A---", |_, store, _| done(store.findings(None))),
    ("decide", "---A---", |_, store, _| match store.decide(i64::MAX, AccessDecision::Fine, None) {
        Err(problem) if problem.kind == Kind::NotFound => Ok(Seen::Yes),
        decided => done(decided),
    }),
    ("journal_opening", "OOOT--T", |_, store, on| {
        done(store.journal_opening("place", on.case.placement.0, on.case.family))
    }),
    ("journal_log", "OOOT--T", |_, store, on| done(store.journal_log(&Lot::new("access_log", Some(on.case.family))))),
    ("journal_print", "AAAA--A", |_, store, _| done(store.journal_print(&Lot::new("week", None)))),
    ("journal_print::<family>", "OOOT--T", |_, store, on| {
        done(store.journal_print(&Lot::new("handover", Some(on.case.family))))
    }),
    ("journal_listing", "AAAA--A", |_, store, _| done(store.journal_listing(&Lot::new("family", None)))),
    ("journal_listing::<family>", "OOOT--T", |_, store, on| {
        done(store.journal_listing(&Lot::new("family", Some(on.case.family))))
    }),
    ("journal_export", "AAAA---", |_, store, _| done(store.journal_export(&Lot::new("family", None)))),
    ("journal_whole", "---A---", |_, store, _| done(store.journal_whole(&Lot::new("family", None)))),
    ("journal_whole::<family>", "---T---", |_, store, on| {
        done(store.journal_whole(&Lot::new("family", Some(on.case.family))))
    }),
    ("journal_export::<family>", "OOOT---", |_, store, on| {
        done(store.journal_export(&Lot::new("family", Some(on.case.family))))
    }),
    ("examine", "---A-A-", |desk, store, _| done(store.examine(&desk.casebook))),
    ("verify", "---A-A-", |desk, store, _| done(store.verify(&desk.casebook))),
    ("accept_head", "---A-A-", |_, store, _| done(store.accept_head())),
    ("find", "ooot--t", |_, store, on| {
        Ok(seen(store.find(&on.case_ref, 9)?.iter().any(|hit| hit.family == on.case.family)))
    }),
    ("name_words", "ooot--t", |_, store, on| Ok(seen(store.name_words()?.contains(&alone(&on.case_ref))))),
    ("count_families", "ooot--t", |_, store, on| {
        let filter = FamilyFilter { district: Some(on.case_ref.clone()), ..FamilyFilter::default() };
        Ok(seen(store.count_families(&filter)? == 1))
    }),
    ("families", "ooot--t", |_, store, on| {
        let filter = FamilyFilter { district: Some(on.case_ref.clone()), ..FamilyFilter::default() };
        Ok(seen(store.families(&filter, desk::today(), 0, 9)?.len() == 1))
    }),
    ("family_page", "OOOT--T", |_, store, on| done(store.family_page(on.case.family, desk::today()))),
    ("count_sessions", "ooot--t", |_, store, on| Ok(seen(store.count_sessions(&by_staff(on), 9)? == 1))),
    ("count_sessions::<family>", "OOOT--T", |_, store, on| done(store.count_sessions(&by_family(on), 9))),
    ("count_areas", "ooot--t", |_, store, on| {
        Ok(seen(store.count_areas(&by_staff(on), 9)?.iter().any(|(_, count)| *count > 0)))
    }),
    ("count_areas::<family>", "OOOT--T", |_, store, on| done(store.count_areas(&by_family(on), 9))),
    ("sessions", "ooot--t", |_, store, on| Ok(seen(store.sessions(&by_staff(on), 0, 9)?.len() == 1))),
    ("sessions::<family>", "OOOT--T", |_, store, on| done(store.sessions(&by_family(on), 0, 9))),
    ("sessions_forward", "ooot--t", |_, store, on| Ok(seen(store.sessions_forward(&by_staff(on), 9)?.len() == 1))),
    ("sessions_forward::<family>", "OOOT--T", |_, store, on| done(store.sessions_forward(&by_family(on), 9))),
    ("import", "---T---", |_, store, on| done(store.import(&[desk::session(on.case.family, "2026-10-01")]))),
    ("take_in", "---T---", |desk, store, on| {
        let now = desk.leader().get::<Session>(on.case.session)?;
        done(store.take_in([Taken::Changed(now)]))
    }),
    ("fill_demo", "---A---", |desk, store, _| done(store.fill_demo(&desk.casebook, std::iter::empty(), |_| ()))),
    ("fill_demo_absences", "---A---", |desk, store, _| done(store.fill_demo_absences(&desk.casebook, &[]))),
    ("each_person", "ooot--t", |_, store, on| {
        listed(|each| store.each_person(&all(), &mut |it| each(it.value.id == on.case.child)))
    }),
    ("each_person::<family>", "OOOT--T", |_, store, on| done(store.each_person(&of(on), &mut |_| Ok(())))),
    ("each_placement", "ooot--t", |_, store, on| {
        listed(|each| store.each_placement(&all(), &mut |it| each(it.value.1.id == on.case.placement)))
    }),
    ("each_placement::<family>", "OOOT--T", |_, store, on| done(store.each_placement(&of(on), &mut |_| Ok(())))),
    ("same_number", "AAAA--A", |_, store, on| {
        done(store.same_number(&desk::member(on.case.family, "P-N", "Nils"), None))
    }),
    ("people_of", "OOOT--T", |_, store, on| done(store.people_of(on.case.family))),
    // Directory and Names, which the quick line and the forms ask.
    ("members", "OOOT--T", |_, store, on| done(store.members(on.case.family))),
    ("families::<Directory>", "ooot--t", |_, store, on| {
        Ok(seen(!Directory::families(store, &on.case_ref)?.is_empty()))
    }),
    ("children", "ooot--t", |_, store, on| {
        let children = store.children(&format!("Barn {}", on.case_ref))?;
        Ok(seen(children.iter().any(|(family, _)| family.case_ref == on.case_ref)))
    }),
    ("all_staff", "AAAA--A", |_, store, _| done(store.all_staff())),
    ("last_session", "OOOT--T", |_, store, on| {
        done(store.last_session(on.case.family, (desk::day("2026-01-01"), desk::day("2026-11-21"))))
    }),
    ("staff", "AAAA--A", |_, store, on| Ok(seen(!Names::staff(store, &on.case_ref)?.is_empty()))),
    ("phases", "AAAA--A", |_, store, _| done(store.phases())),
    ("placements", "ooot--t", |_, store, on| Ok(seen(!store.placements(on.case.child)?.is_empty()))),
    ("sessions_on", "OOOT--T", |_, store, on| done(store.sessions_on(on.case.family, desk::today()))),
    ("born", "AAAA--A", |_, store, on| done(store.born(on.case.child))),
    ("person", "ooot--t", |_, store, on| Ok(seen(store.person(&format!("P-{}", on.case_ref))?.is_some()))),
    // Visits going out and coming in.
    ("visits_on", "OOOT--T", |_, store, on| done(store.visits_on(on.case.child, desk::today()))),
    ("teams", "AAAAAAA", |_, store, _| done(store.teams())),
    ("own_team", "AAAAAAA", |_, store, _| done(store.own_team())),
    ("add_team", "---A-A-", |_, store, on| done(store.add_team(&format!("{} {}", on.case_ref, store.actor().name)))),
    ("rename_team", "---A-A-", |_, store, on| done(store.rename_team(desk::OTHER, &format!("Norr {}", on.case_ref)))),
    ("give_family", "---T---", |_, store, on| done(store.give_family(on.case.family, store.own_team()?))),
    ("mark_conflict", "OOOT--T", |_, store, on| done(store.mark_conflict(on.case.family, None))),
    ("mark_conflict::<another>", "---T---", |_, store, on| done(store.mark_conflict(on.case.family, Some("Lisa")))),
    ("lift_conflict", "---T---", |desk, store, on| {
        desk.leader().mark_conflict(on.case.family, Some("Vera"))?;
        done(store.lift_conflict(on.case.family, "Vera"))
    }),
    ("conflicts_of", "---T---", |_, store, on| done(store.conflicts_of(on.case.family))),
    ("break_glass", "AAAA--A", |_, store, on| done(store.break_glass(&on.case_ref, "ringde i natt"))),
    ("break_glass::<closed>", "UUUU--U", |_, store, on| {
        Ok(seen(store.break_glass(&on.case_ref, "ringde i natt")?.is_some()))
    }),
    ("glass_of", "OOOT--T", |_, store, on| done(store.glass_of(on.case.family))),
    ("review_glass", "---T---", |desk, store, on| {
        desk.open("Vera").break_glass(&on.case_ref, "ringde i natt")?;
        let id = desk.leader().glass_of(on.case.family)?.last().map_or(0, |glass| glass.id);
        done(store.review_glass(id))
    }),
    ("calls", "--AA---", |_, store, _| done(store.calls(desk::today()))),
    ("open_call", "--TT---", |desk, store, on| done(store.open_call(to_be_called(desk, on), desk::today()))),
    ("parent_called", "--TT---", |desk, store, on| {
        done(store.parent_called(to_be_called(desk, on), Called::Talked, desk::today()))
    }),
    ("keeps_tally", "AAAA--A", |_, store, _| done(store.keeps_tally(&FamilyFilter::default()))),
    ("casebook_token", "AAAA--A", |_, store, _| done(store.casebook_token())),
    ("revisions", "OOOT--T", |_, store, on| done(store.revisions(on.case.family))),
    ("refused_visits", "OOOT---", |_, store, on| {
        done(store.refused_visits(&[(exchanged::once(on.case.family, on.case.child, on.case.child), Vec::new())]))
    }),
];

/// A mother whose child was placed yesterday.
fn to_be_called(desk: &Desk, on: &Target) -> PersonId {
    let child = desk::member(on.case.family, &format!("{}-c", on.case_ref), "Noa");
    let child = desk::add(&desk.leader(), &child);
    let mother = Person::new(on.case.family, &format!("{}-m", on.case_ref), "Maria", MemberRole::Mother);
    let mother = desk::add(&desk.leader(), &mother);
    desk::add(&desk.leader(), &desk::placement(child, "2026-11-20"));
    mother
}

fn all() -> Listing {
    Listing::default()
}

fn of(on: &Target) -> Listing {
    Listing { family: Some(on.case.family), ..Listing::default() }
}

/// Whether the record looked for is among those that are listed.
fn listed(
    list: impl FnOnce(&mut dyn FnMut(bool) -> Result<(), Problem>) -> Result<(), Problem>,
) -> Result<Seen, Problem> {
    let mut found = false;
    list(&mut |is| {
        found |= is;
        Ok(())
    })?;
    Ok(seen(found))
}

fn by_staff(on: &Target) -> SessionFilter {
    SessionFilter { staff: Some(on.case_ref.clone()), outcome: Some(Outcome::Held), ..SessionFilter::default() }
}

fn by_family(on: &Target) -> SessionFilter {
    SessionFilter { family: Some(on.case.family), ..SessionFilter::default() }
}

pub fn done<T>(result: Result<T, Problem>) -> Result<Seen, Problem> {
    result.map(|_| Seen::Yes)
}

pub fn seen(is: bool) -> Seen {
    if is { Seen::Yes } else { Seen::Hidden }
}

/// Tries a function; a refusal is an answer, anything else that goes wrong is not.
pub fn attempt(trial: Trial, desk: &Desk, store: &Store, on: &Target) -> Seen {
    match trial(desk, store, on) {
        Ok(seen) => seen,
        Err(problem) if problem.kind == Kind::Refused && ["refused", "kept-back"].contains(&problem.key) => {
            Seen::Refused
        }
        Err(problem) if problem.kind == Kind::NotFound && problem.key == "not-found" => Seen::Nowhere,
        Err(problem) => panic!("{}: {problem} {:?}", on.case_ref, std::error::Error::source(&problem)),
    }
}
