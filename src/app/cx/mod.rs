//! The context that every place of the interface is given: the casebook, the language, the world as told, the open
//! family, and the one line that tells what happened. No pane and no layer stands in it.

mod counts;
mod drafts;
mod family;
mod landmark;
mod notice;
mod opened;
mod redactor;
mod route;
mod seen;
mod world;

use std::rc::Rc;

use crate::domain::access::{Reach, Right};
use crate::domain::deadlines::Rules;
use crate::domain::directory::{Directory, FamilyName, MemberName};
use crate::domain::entry;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId};
use crate::domain::lock::LockRules;
use crate::domain::network::Scheme;
use crate::domain::person::Person;
use crate::domain::placement::Placement;
use crate::domain::problem::{Kind, Problem};
use crate::domain::visit::calendar::OwnDay;
use crate::locale::Locale;
use crate::store::{NewsCursor, Step, Store};

pub use crate::domain::visit::VisitKey;
pub use counts::{AHEAD, Counted, Counts};
pub use drafts::PAUSE;
pub use family::{Eligibility, HOMES, Home, Item, OpenFamily, eligibility, home};
pub use landmark::Landmark;
pub use notice::Notice;
pub use redactor::{NAMED, Naming, Redactor, names_on};
pub use route::{Route, Subject};
pub(super) use seen::Seen;
pub use world::{Flow, ReportFile, Scrollback, Stage, World};

/// What every place is given.
pub struct Cx {
    pub(super) store: Store,
    /// The language.
    pub locale: Rc<Locale>,
    /// The world as told.
    pub world: World,
    /// The family that is open; it is the chosen one in every pane.
    pub open: Option<OpenFamily>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Drafts that wait to be finished.
    pub drafts: usize,
    /// How often drafts have come in vain, for others write.
    unkept: u32,
    /// Whether it is still to be told that something is saved, for the disk has not said so.
    is_saving: bool,
    /// Lines that were saved, for whoever goes back to one.
    pub(super) lines: Vec<String>,
    pub(super) flow: Flow,
    /// What of others' writing is known already.
    pub(super) told: NewsCursor,
    pub(super) redactor: Option<Redactor>,
    /// Where markers are to go once what is on the screen is read again.
    pub(super) marks: Marks,
    /// Whether something was written, and what is on the screen is to be read again.
    pub(super) written: bool,
    /// What is worked out of every family.
    pub counts: Counts,
    opened: opened::Opened,
    /// A file that is to be written, for nobody above the command line writes one.
    pub wish: Option<ReportFile>,
}

/// Where markers go once what is on the screen is read again.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// To the record that was just added.
    pub(super) added: Option<Landmark>,
    /// On from the visit that was just told of, to the next that waits.
    pub(super) told_of: Option<VisitKey>,
    /// To where a visit is that was just changed.
    pub(super) changed: Option<VisitKey>,
    /// To the line that has come back, because something was taken back.
    pub(super) brought_back: bool,
}

impl Cx {
    /// What is at hand when the casebook has just been unlocked.
    ///
    /// # Errors
    /// When the casebook cannot be read.
    pub(super) fn new(store: Store, locale: Rc<Locale>, world: World) -> Result<Self, Problem> {
        let told = store.up_to_date()?;
        store.count_as_today(world.today);
        let counts = Counts::begin(&store, world.today)?;
        Ok(Self {
            store,
            locale,
            world,
            open: None,
            notice: None,
            drafts: 0,
            unkept: 0,
            is_saving: false,
            lines: Vec::new(),
            flow: Flow::Stay,
            told,
            redactor: None,
            marks: Marks::default(),
            written: false,
            counts,
            opened: opened::Opened::default(),
            wish: None,
        })
    }

    /// Comes along with what was written of any family, or with another day.
    pub(super) fn follow(&mut self) -> Result<(), Problem> {
        self.counts.follow(&self.store, self.world.today)
    }

    /// The rules for duties.
    pub fn rules(&self) -> &Rules {
        self.store.rules()
    }

    /// When the casebook locks by itself.
    pub fn lock_rules(&self) -> LockRules {
        self.store.lock_rules()
    }

    /// As whom the casebook is open.
    pub fn user(&self) -> &str {
        &self.store.actor().name
    }

    /// Goes on, whatever was to come of an act.
    pub fn stay(&mut self) {
        self.flow = Flow::Stay;
    }

    /// How to begin, where there is no family yet.
    pub(super) fn first_steps(&self) -> String {
        self.locale.say(match self.store.reach(Right::AddFamilies) {
            Reach::Nothing => "first-steps-none",
            // There may be families, none of whose parents waits for a call.
            Reach::Assigned => "first-steps-calls",
            Reach::Team | Reach::Unit => "first-steps",
        })
    }

    /// What undo would take back now, if anything.
    pub fn undoable(&self) -> Option<Step> {
        self.store.undoable().ok().flatten()
    }

    /// The family that quick lines and new sessions are about unless they say otherwise.
    pub fn chosen(&self) -> Option<FamilyName> {
        self.open.as_ref().map(OpenFamily::name)
    }

    /// Which family is open.
    pub fn family(&self) -> Option<FamilyId> {
        self.open.as_ref().map(OpenFamily::id)
    }

    /// Opens a family, which is journalled as a reading.
    pub(super) fn open_family(&mut self, family: FamilyId) -> Result<(), Problem> {
        if self.family() != Some(family) {
            self.store.journal_reading(family)?;
            self.open = Some(OpenFamily::read(&self.store, family, self.world.today)?);
        }
        Ok(())
    }

    /// Journals that something of a family is read, by the journal's word for it and its number; unless the family is
    /// open and so read already.
    pub(super) fn journal_opening(&self, what: (&'static str, i64), family: FamilyId) -> Result<(), Problem> {
        if self.family() == Some(family) { Ok(()) } else { self.store.journal_opening(what.0, what.1, family) }
    }

    /// Reads the open family's page again; one that is gone, by a colleague or by undo, is closed.
    pub(super) fn read_family_again(&mut self) -> Result<(), Problem> {
        let read = self.open.as_mut().map(|open| open.load(&self.store, self.world.today));
        match read.transpose() {
            Err(problem) if matches!(problem.kind, Kind::NotFound | Kind::Refused) => self.open = None,
            read => _ = read?,
        }
        Ok(())
    }

    /// Who is chosen, in every pane: the one marked on the open family's page.
    pub(super) fn sought(&self) -> Option<PersonId> {
        self.open.as_ref().and_then(OpenFamily::person)
    }

    /// Chooses somebody of the open family for every pane.
    pub(super) fn seek(&mut self, person: Option<PersonId>) {
        if let (Some(open), Some(person)) = (&mut self.open, person) {
            open.mark(person);
        }
    }

    /// The family of a case reference.
    pub(super) fn family_named(&self, case_ref: &str) -> Result<Option<FamilyName>, Problem> {
        let found = Directory::families(&self.store, case_ref)?;
        Ok(found.into_iter().find(|family| family.case_ref == case_ref))
    }

    /// A family as one names it.
    pub(super) fn name_of(&self, family: FamilyId) -> Result<FamilyName, Problem> {
        let Family { name, case_ref, .. } = self.store.get::<Family>(family)?.value;
        Ok(FamilyName { id: family, name, case_ref })
    }

    pub(super) fn case_ref(&self, family: FamilyId) -> Result<String, Problem> {
        self.name_of(family).map(|family| family.case_ref)
    }

    pub(super) fn members(&self, family: FamilyId) -> Result<Vec<MemberName>, Problem> {
        self.store.members(family)
    }

    /// What those are called who are placed with a child.
    pub(super) fn names_with(&self, placement: &Placement) -> Result<Vec<String>, Problem> {
        if placement.placed_with.is_empty() {
            return Ok(Vec::new());
        }
        let family = self.store.get::<Person>(placement.person)?.value.family;
        Ok(entry::all_called(&placement.placed_with, &self.members(family)?))
    }

    /// What a day is in the unit: closed, or in a school break.
    pub fn own_days(&self, day: chrono::NaiveDate) -> Vec<OwnDay> {
        self.store.unit().days.on(day)
    }

    /// The sectors and rings that the unit goes by.
    pub fn scheme(&self) -> &Scheme {
        self.store.scheme()
    }

    /// A key of the locale files as the letter it holds.
    pub(super) fn letter(&self, key: &str) -> char {
        self.locale.say(&format!("key-{key}")).chars().next().unwrap_or('?')
    }
}
