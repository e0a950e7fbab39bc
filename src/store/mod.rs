//! The store: the only floor that says rusqlite.
//!
//! [`Casebook`] is locked; unlocking it *as somebody* gives a [`Store`]. Every public function of the store first asks
//! `domain::access` what that somebody may do. Every change writes its journal rows in its own transaction, so what is
//! in the casebook and what the journal says can never differ.

mod advice_count;
mod attempts;
mod calendar_file;
mod care;
mod casebook;
mod chain;
mod coded;
mod columns;
mod conflict;
mod connection;
mod copies;
mod correction;
mod directory;
mod drafts;
mod examine;
mod family;
mod family_list;
mod family_page;
mod figures;
mod files;
mod folder;
mod follow;
mod format;
mod glass;
mod groups;
mod handover;
mod held_days;
mod journal;
mod left;
mod listed;
mod listing;
mod locked;
mod looked;
mod making;
mod mappings;
mod measured;
mod network;
mod news;
mod noun;
mod own_keys;
mod person;
mod place;
mod placement;
mod plan;
mod purge;
mod reached;
mod record;
mod referral;
mod rekey;
mod relation;
mod research;
mod reserve;
mod schema;
mod search;
mod seek;
mod session;
mod session_list;
mod setup;
mod setup_people;
mod slots;
mod sorting;
mod staff;
mod standing;
mod status;
mod survey;
mod taken;
mod team;
#[cfg(test)]
mod tests;
mod trouble;
mod undo;
mod unit;
mod users;
mod verify;
mod visits;
mod watched;
mod week;
mod write;

pub use attempts::FailedUnlock;
pub use casebook::{Casebook, CasebookKind, Clock, FirstUser};
pub use conflict::Conflict;
pub use copies::{BackupMade, Copied, CopyKind, CopyRow, Restored, StandbyMade};
pub use correction::{Correction, RecordChange};
pub use drafts::Draft;
pub use examine::{Check, Finding};
pub use family_list::{FamilyFilter, FamilyRow, Whose};
pub use family_page::{AREA_MONTHS, FamilyPage, LastAndNext, Noted, PersonOnPage, SessionSummary};
pub use figures::{
    AskedFigures, Behind, BehindRow, Beside, Counting, Figured, MOST_BEHIND, Seeking, Unfilled, UnfilledRow, outside,
};
pub use folder::{Folder, ListTimes, NewFolder};
pub use glass::Glass;
pub use groups::{Attender, GapOf, GapRow, GroupPage, GroupPart, GroupRow, MeetingRow, NewAttendance, NewGroup, Roll};
pub use handover::{AgreedVisit, ComingRow, HandOver, Promise, SaidTo};
pub use journal::{JournalRow, Trail};
pub use left::{Holds, Parcel};
pub use listing::{Each, Listing, OfFamily};
pub use looked::log::{LookAsked, LookRow};
pub use looked::lot::{EnterRow, Lot, ToEnter};
pub use looked::review::{FindingRow, ReviewStand};
pub use measured::Wordless;
pub use network::{KeptBack, MapAge, MapAgeRow, MapAges, MapsOf};
pub use news::{News, NewsCursor};
pub use own_keys::seal_text;
pub use person::SameNumber;
pub use plan::FamilyPlan;
pub use purge::{Candidate, PurgeRequest, Purged};
pub use record::{Origin, Outcome as Saving, Record, Stored};
pub use referral::ReferralRow;
pub use rekey::{Progress, Renewed};
pub use research::{AskedFacts, GivenFacts};
pub use schema::FORMAT;
pub use search::Hit;
pub use seek::{Seek, SessionPlace, SessionTally};
pub use session_list::{SessionFilter, SessionRow};
pub use setup::{NewFamily, NewVisits};
pub use slots::{SHORTEST_PASSPHRASE, SHORTEST_PIN, check_passphrase, check_pin, new_pepper};
pub use sorting::key as sorting_key;
pub use survey::Survey;
pub use taken::Taken;
pub use team::Team;
pub use undo::Step;
pub use users::{AccountChange, NewUser, Second, User};
pub use verify::{Found, Proof, Proven};
pub use visits::{Diary, DiaryOf, Follows, Hindrance, Known, OneVisit, TakenVisit, VisitSaving, VisitSeen, Wanted};
pub use week::{
    AT_ONCE, CallRow, Called, DeedRow, GoesOn, MeetingAgenda, OnAgenda, Past, PersonSpokenOf, PlannedAt, PlannedRow,
    Since, SpokenOf, TaskRow, VisitSinceRow,
};
pub use write::{Call, Waiting, WaitingRoom};

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use chrono::NaiveDate;
use rusqlite::{Connection, Transaction};

use crate::domain::backup::Keeping;
use crate::domain::deadlines::Rules;
use crate::domain::lock::LockRules;
use crate::domain::looked::settings::AccessRules;
use crate::domain::measurement::Instruments;
use crate::domain::network::Scheme;
use crate::domain::problem::{Kind, Problem};
use crate::domain::purge::PurgeRules;
use crate::domain::referral::Catalogue;
use crate::domain::report::ReportSettings;
use crate::domain::visit::Unit;
use chain::head::Head;
use connection::Opener;
use format::{Footing, Stand, Writing};
use looked::Looks;
use slots::Pair;
use undo::History;
use watched::Watched;
use write::{Disk, Gate};

/// The casebook, unlocked as somebody.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    gate: Gate,
    watched: Watched,
    actor: User,
    /// What the user signs with and is sealed to.
    pair: Option<Pair>,
    /// Which of the database's keys it has now.
    epoch: u32,
    /// Whether somebody else gave the user's passphrase.
    given: Cell<bool>,
    /// When it was last seen that the user is not kept out.
    clock: Clock,
    purpose: CasebookKind,
    history: RefCell<History>,
    looks: RefCell<Looks>,
    held: RefCell<Vec<Draft>>,
    directory: PathBuf,
    unit: Unit,
    scheme: Scheme,
    rules: Rules,
    instruments: Instruments,
    lock: LockRules,
    keeping: Keeping,
    purge: PurgeRules,
    access: AccessRules,
    actors: Catalogue,
    reports: ReportSettings,
    unit_faults: Vec<Problem>,
    stand: Stand,
    standing: RefCell<standing::Standing>,
    asking: RefCell<reached::Asking>,
    /// What counts as today where somebody has said so.
    day: Cell<Option<NaiveDate>>,
    /// Goes last: who keeps the disk has a connection of their own.
    disk: Disk,
    opener: Opener,
    /// Goes after the disk, whose keeper moves it on.
    head: Head,
}

/// What the casebook looked like at a moment; says only whether it has changed (see `Store::mark`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    elsewhere: i64,
    here: u64,
}

impl Store {
    fn new(
        connection: Connection,
        opener: Opener,
        casebook: &Casebook,
        actor: User,
        clock: Clock,
    ) -> Result<Self, Problem> {
        let unit::Settings {
            unit,
            scheme,
            rules,
            instruments,
            lock,
            access,
            copies,
            keeping,
            purge,
            actors,
            reports,
            faults,
        } = unit::read(casebook.directory());
        let footing = Footing::of(&connection)?;
        let head = Head::beside(casebook.directory(), copies);
        let unit_faults = footing.told().into_iter().chain(head.told(&connection)?).chain(faults).collect();
        let (gate, purpose) = (Gate::open(&casebook.gate())?, casebook.purpose());
        let (watched, disk) = (Watched::of(&opener.path, &casebook.keys(), 0), Disk::under(&opener.path));
        let looks = Looks::begin(casebook.whence().cloned(), clock());
        Ok(Self {
            connection,
            gate,
            watched,
            actor,
            pair: None,
            epoch: 0,
            given: Cell::new(false),
            clock,
            purpose,
            history: RefCell::default(),
            looks: RefCell::new(looks),
            held: RefCell::default(),
            directory: casebook.directory().to_owned(),
            unit,
            scheme,
            rules,
            instruments,
            lock,
            keeping,
            purge,
            access,
            actors,
            reports,
            unit_faults,
            stand: Stand::on(footing),
            standing: RefCell::default(),
            asking: RefCell::default(),
            day: Cell::new(None),
            disk,
            opener,
            head,
        })
    }

    /// What the unit has settled for its visits.
    pub fn unit(&self) -> &Unit {
        &self.unit
    }

    /// The rules for duties, the unit's own over those that ship.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What can be measured with: the instruments that ship, and the unit's own.
    pub fn instruments(&self) -> &Instruments {
        &self.instruments
    }

    /// When the casebook locks by itself.
    pub fn lock_rules(&self) -> LockRules {
        self.lock
    }

    /// What the unit has settled for its reports.
    pub fn report_settings(&self) -> &ReportSettings {
        &self.reports
    }

    /// How reading is reviewed, and told of.
    pub fn access_rules(&self) -> &AccessRules {
        &self.access
    }

    /// What is wrong with the unit's own settings; what is faulty is not used. First, where it is so, that the casebook
    /// is of a newer format than the program, and what may be done with it.
    pub fn unit_faults(&self) -> &[Problem] {
        &self.unit_faults
    }

    /// As whom the casebook is unlocked.
    pub fn actor(&self) -> &User {
        &self.actor
    }

    /// Lets SQLite tidy its statistics; called when the program ends or locks, which waits for nobody.
    pub fn settle(&self) {
        // What was read while nothing could be written is journalled now if it can be; who reads on has been told.
        self.tell_looks();
        // Statistics are an optimisation: when they cannot be written now, they will be next time.
        if self.ask_to_write(Writing::Records).is_ok()
            && let Ok(_turn) = self.briefly(|| self.gate.hold())
        {
            let _ = self.connection.execute_batch("PRAGMA optimize");
        }
    }

    /// Leaves nothing in the log, for whoever moves the files once the store is gone.
    fn leave(mut self) -> Result<(), Problem> {
        self.tell_looks();
        self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?;
        std::mem::replace(&mut self.connection, Connection::open_in_memory()?)
            .close()
            .map_err(|(_, error)| error.into())
    }

    /// A mark that is another one as soon as anything has been written, here or by a colleague. Whoever keeps an answer
    /// beside its mark need not ask again while the mark stands.
    pub(crate) fn mark(&self) -> Result<Mark, Problem> {
        let elsewhere = self.connection.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(Mark { elsewhere, here: self.connection.total_changes() })
    }

    /// One picture of the casebook for as long as it is held, so that a colleague's change is seen whole or not at all;
    /// none where one is held already.
    fn picture(&self) -> Result<Option<Transaction<'_>>, Problem> {
        Ok(self.connection.is_autocommit().then(|| self.connection.unchecked_transaction()).transpose()?)
    }

    /// Says what counts as today for planning: what is still to come is held against restrictions, what has been is
    /// not. The journal goes by the clock all the same.
    pub fn count_as_today(&self, day: NaiveDate) {
        self.day.set(Some(day));
    }

    /// What counts as today; the clock's day where nobody has said.
    fn today(&self) -> NaiveDate {
        self.day.get().unwrap_or_else(|| (self.clock)().date_naive())
    }
}

fn not_found(noun: &'static str) -> Problem {
    Problem::new(Kind::NotFound, "not-found").with("noun", noun)
}
