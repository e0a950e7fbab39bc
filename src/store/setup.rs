//! Many records at once that nobody wrote: the invented families of a demo; and trying out many visits.

use std::path::Path;

use rusqlite::Transaction;

use super::chain::base::Reached;
use super::folder::NewFolder;
use super::format::Writing;
use super::journal::{Cause, Deed, Entry};
use super::record::Row as _;
use super::setup_people::People;
use super::visits::stopped;
use super::{Casebook, CasebookKind, Store, calendar_file, chain, journal};
use crate::domain::access::Right;
use crate::domain::action::PlanAction;
use crate::domain::attainment::Attainment;
use crate::domain::care::Care;
use crate::domain::check_in::CheckIn;
use crate::domain::child_word::Quotation;
use crate::domain::crisis_support::CrisisSupport;
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::goal::Goal;
use crate::domain::ids::{ArrangementId, ChangeId, FamilyId, PersonId};
use crate::domain::measurement::Measurement;
use crate::domain::network::NetworkMap;
use crate::domain::person::Person;
use crate::domain::phase::Phase;
use crate::domain::placement::Placement;
use crate::domain::problem::{Kind, Problem};
use crate::domain::referral::Referral;
use crate::domain::relation::Relation;
use crate::domain::session::Session;
use crate::domain::status::StatusSpan;
use crate::domain::task::Task;
use crate::domain::visit::Absence;
use crate::domain::visit::{Arrangement, LadderMove, Occurrence, Restriction, Wish};

/// Families written in one transaction of a demo.
const BATCH: usize = 250;

/// A family with all that belongs to it, before anything has an identity: wherever a record names a person, that is a
/// place in `people`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFamily {
    /// The family.
    pub family: Family,
    /// Its people.
    pub people: Vec<Person>,
    /// What they are to each other.
    pub kin: Vec<Relation>,
    /// Placements of its children.
    pub placements: Vec<Placement>,
    /// The care of its children, as far as it is entered.
    pub care: Vec<Care>,
    /// The statuses it has had and has, as far as they are entered.
    pub statuses: Vec<StatusSpan>,
    /// Its sessions.
    pub sessions: Vec<Session>,
    /// Visits of its children.
    pub visits: Vec<NewVisits>,
    /// Restrictions of contact.
    pub restrictions: Vec<Restriction>,
    /// Wishes for another contact.
    pub wishes: Vec<Wish>,
    /// Moves on the visit ladder.
    pub moves: Vec<LadderMove>,
    /// Network maps of its people.
    pub maps: Vec<NetworkMap>,
    /// What was done or asked for.
    pub events: Vec<Event>,
    /// What was said of it at check-ins.
    pub check_ins: Vec<CheckIn>,
    /// What somebody is to do for it.
    pub tasks: Vec<Task>,
    /// The phases it went through.
    pub phases: Vec<Phase>,
    /// Crisis support to its parents.
    pub crisis: Vec<CrisisSupport>,
    /// Goals of its people.
    pub goals: Vec<Goal>,
    /// What is done towards them.
    pub actions: Vec<PlanAction>,
    /// How far each has come.
    pub attainments: Vec<Attainment>,
    /// What its people answered.
    pub measured: Vec<Measurement>,
    /// What its children said.
    pub words: Vec<Quotation>,
    /// To whom its people are referred, and what nobody gives.
    pub referrals: Vec<Referral>,
    /// What is kept in its folder.
    pub folder: NewFolder,
}

/// Visits that are planned together, before they have an identity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVisits {
    /// The arrangement.
    pub arrangement: Arrangement,
    /// What is stored of its visits.
    pub stored: Vec<Occurrence>,
}

impl NewFamily {
    /// A family of which nothing more is known.
    pub fn new(family: Family) -> Self {
        Self {
            family,
            people: Vec::new(),
            kin: Vec::new(),
            placements: Vec::new(),
            care: Vec::new(),
            statuses: Vec::new(),
            sessions: Vec::new(),
            visits: Vec::new(),
            restrictions: Vec::new(),
            wishes: Vec::new(),
            moves: Vec::new(),
            maps: Vec::new(),
            events: Vec::new(),
            check_ins: Vec::new(),
            tasks: Vec::new(),
            phases: Vec::new(),
            crisis: Vec::new(),
            goals: Vec::new(),
            actions: Vec::new(),
            attainments: Vec::new(),
            measured: Vec::new(),
            words: Vec::new(),
            referrals: Vec::new(),
            folder: NewFolder::default(),
        }
    }
}

impl Store {
    /// What restrictions say of many visits that somebody is about to store, by their places: which would be refused,
    /// and which have been in breach of one and are stored all the same. They are tried one after the other, those
    /// before counted in; nothing is stored.
    ///
    /// # Errors
    /// Refused by role or family; what is no matter of a single visit.
    pub fn refused_visits(&self, all: &[(Arrangement, Vec<Occurrence>)]) -> Result<Vec<(usize, Problem)>, Problem> {
        self.ask(Right::PlanVisits)?;
        self.try_out(|transaction| {
            let change = journal::next_change(transaction)?;
            let mut refused = Vec::new();
            for (place, (arrangement, stored)) in all.iter().enumerate() {
                self.ask_for_family(Right::PlanVisits, arrangement.family)?;
                transaction.execute_batch("SAVEPOINT one")?;
                match self.plan_watched(transaction, change, Cause::Import, arrangement, stored) {
                    Ok(id) => {
                        if let Some(against) = stopped::broken(transaction, Some(id), arrangement, stored)? {
                            refused.push((place, stopped::problem(transaction, &against)?));
                        }
                    }
                    Err(problem) if problem.kind == Kind::Invalid => {
                        transaction.execute_batch("ROLLBACK TO one")?;
                        refused.push((place, problem));
                    }
                    Err(problem) => return Err(problem),
                }
                transaction.execute_batch("RELEASE one")?;
            }
            Ok(refused)
        })
    }

    /// Fills a demo casebook. Invented data that nobody wrote: the journal gets one row for all that is written at
    /// once, which vouches for it.
    ///
    /// # Errors
    /// A casebook of real families is refused.
    pub fn fill_demo(
        &self,
        casebook: &Casebook,
        families: impl Iterator<Item = NewFamily>,
        mut progress: impl FnMut(u64),
    ) -> Result<(), Problem> {
        self.ask_demo(casebook)?;
        let mut families = families.peekable();
        let mut done = 0;
        while families.peek().is_some() {
            done += self.write(|transaction| {
                let mut written = 0;
                self.invent(transaction, || {
                    for family in families.by_ref().take(BATCH) {
                        put_family(transaction, family)?;
                        written += 1;
                    }
                    Ok(())
                })?;
                Ok(written)
            })?;
            progress(done);
        }
        // What is written is written, whether or not there is room for statistics of it.
        let _ = self.connection.execute_batch("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
        Ok(())
    }

    /// Fills a demo casebook with when its supporters are away, as it is filled with families.
    ///
    /// # Errors
    /// A casebook of real families is refused.
    pub fn fill_demo_absences(&self, casebook: &Casebook, absences: &[Absence]) -> Result<(), Problem> {
        self.ask_demo(casebook)?;
        self.write(|transaction| {
            let put = || absences.iter().try_for_each(|absence| absence.put(transaction, None).map(drop));
            self.invent(transaction, put)
        })
    }

    /// Writes what nobody wrote, and one row of the journal that vouches for it.
    pub(super) fn invent(
        &self,
        transaction: &Transaction<'_>,
        put: impl FnOnce() -> Result<(), Problem>,
    ) -> Result<(), Problem> {
        let reached = Reached::now(transaction)?;
        put()?;
        let kept = reached.keep_since(transaction, self.newest()? + 1)?;
        self.vouch(transaction, journal::next_change(transaction)?, chain::BASE, kept.told())
    }

    pub(super) fn ask_demo(&self, casebook: &Casebook) -> Result<(), Problem> {
        self.ask(Right::ImportCases)?;
        self.ask_to_write(Writing::Records)?;
        if self.purpose == CasebookKind::Demo {
            return Ok(());
        }
        Err(Problem::new(Kind::Refused, "not-a-demo").with("path", show(casebook.directory())))
    }

    /// Journals that the casebook was made.
    pub(super) fn journal_setup(&self) -> Result<(), Problem> {
        let mut said = calendar_file::first_row()?;
        // A card that says something else is not this casebook's.
        said.insert("purpose".to_owned(), serde_json::to_value(self.purpose).unwrap_or_default());
        self.write(|transaction| {
            let entry = Entry {
                change: ChangeId(0),
                cause: Cause::Setup,
                noun: "casebook",
                record: 0,
                family: None,
                deed: Deed::Add(said),
            };
            self.write_entry(transaction, &entry)?;
            self.journal_everybody(transaction, entry.change)
        })
    }
}

fn show(path: &Path) -> String {
    path.display().to_string()
}

fn put_family(transaction: &Transaction<'_>, new: NewFamily) -> Result<(), Problem> {
    let family = FamilyId(new.family.put(transaction, None)?);
    let mut ids = Vec::with_capacity(new.people.len());
    for mut person in new.people {
        person.family = family;
        ids.push(PersonId(person.put(transaction, None)?));
    }
    let people = People(ids);
    for mut kin in new.kin {
        kin.family = family;
        people.settle(&mut kin.person)?;
        people.settle(&mut kin.other)?;
        kin.put(transaction, None)?;
    }
    for mut placement in new.placements {
        people.settle(&mut placement.person)?;
        people.settle_all(&mut placement.placed_with)?;
        placement.put(transaction, None)?;
    }
    for mut care in new.care {
        people.settle(&mut care.person)?;
        care.put(transaction, None)?;
    }
    for mut status in new.statuses {
        status.family = family;
        status.put(transaction, None)?;
    }
    for mut session in new.sessions {
        session.family = family;
        people.settle_all(&mut session.people)?;
        session.put(transaction, None)?;
    }
    for visits in new.visits {
        put_visits(transaction, family, &people, visits)?;
    }
    for mut restriction in new.restrictions {
        restriction.family = family;
        people.settle(&mut restriction.child)?;
        people.settle_all(&mut restriction.with)?;
        restriction.put(transaction, None)?;
    }
    for mut wish in new.wishes {
        wish.family = family;
        people.settle(&mut wish.child)?;
        people.settle(&mut wish.by)?;
        wish.put(transaction, None)?;
    }
    for mut one in new.moves {
        people.settle(&mut one.child)?;
        people.settle(&mut one.with)?;
        one.put(transaction, None)?;
    }
    for mut event in new.events {
        event.family = family;
        event.person.as_mut().map_or(Ok(()), |person| people.settle(person))?;
        event.put(transaction, None)?;
    }
    new.check_ins.into_iter().try_for_each(|said| CheckIn { family, ..said }.put(transaction, None).map(drop))?;
    for task in new.tasks {
        Task { family: Some(family), ..task }.put(transaction, None)?;
    }
    for phase in new.phases {
        Phase { family, ..phase }.put(transaction, None)?;
    }
    for mut support in new.crisis {
        support.family = family;
        people.settle(&mut support.parent)?;
        support.put(transaction, None)?;
    }
    for mut goal in new.goals {
        goal.family = family;
        people.settle(&mut goal.person)?;
        goal.put(transaction, None)?;
    }
    for mut action in new.actions {
        action.family = family;
        action.person.as_mut().map_or(Ok(()), |person| people.settle(person))?;
        action.put(transaction, None)?;
    }
    for attainment in new.attainments {
        Attainment { family, ..attainment }.put(transaction, None)?;
    }
    for mut one in new.measured {
        one.family = family;
        people.settle(&mut one.person)?;
        one.put(transaction, None)?;
    }
    for mut one in new.words {
        one.family = family;
        people.settle(&mut one.child)?;
        one.put(transaction, None)?;
    }
    for mut referral in new.referrals {
        referral.family = family;
        referral.person.as_mut().map_or(Ok(()), |person| people.settle(person))?;
        referral.put(transaction, None)?;
    }
    new.folder.put(transaction, family, &people)?;
    for map in new.maps {
        put_map(transaction, family, &people, map)?;
    }
    Ok(())
}

fn put_map(
    transaction: &Transaction<'_>,
    family: FamilyId,
    people: &People,
    mut map: NetworkMap,
) -> Result<(), Problem> {
    map.family = family;
    people.settle(&mut map.ego)?;
    map.people.iter_mut().filter_map(|person| person.member.as_mut()).try_for_each(|member| people.settle(member))?;
    map.put(transaction, None).map(drop)
}

fn put_visits(transaction: &Transaction<'_>, family: FamilyId, people: &People, new: NewVisits) -> Result<(), Problem> {
    let mut arrangement = new.arrangement;
    arrangement.family = family;
    people.settle(&mut arrangement.child)?;
    people.settle_all(&mut arrangement.terms.with)?;
    let id = ArrangementId(arrangement.put(transaction, None)?);
    for mut visit in new.stored {
        visit.arrangement = id;
        people.settle_all(&mut visit.terms.with)?;
        people.settle_all(&mut visit.during.came)?;
        visit.put(transaction, None)?;
    }
    Ok(())
}
