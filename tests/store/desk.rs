//! A casebook to try things on: seven users, one a role, and records that are easy to make.

use std::cell::Cell;
use std::path::Path;
use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, Utc};
use tempfile::TempDir;
use trygg::domain::codes::{FamilyStatus, MemberRole, Outcome, PlacementKind, Role, SessionKind};
use trygg::domain::family::Family;
use trygg::domain::ids::{FamilyId, PersonId, PlacementId, SessionId, TeamId};
use trygg::domain::person::Person;
use trygg::domain::placement::Placement;
use trygg::domain::problem::Problem;
use trygg::domain::session::Session;
use trygg::store::{AccountChange, Casebook, FirstUser, JournalRow, Origin, Record, Saving, Store, Stored, Trail};

/// One user a role, in the order of `Role::ALL`.
pub const USERS: [(&str, Role); 7] = [
    ("Saga", Role::SupportPerson),
    ("Vera", Role::VisitSupporter),
    ("Kim", Role::CrisisSupporter),
    ("Lena", Role::TeamLeader),
    ("Stig", Role::Statistician),
    ("Ada", Role::Administrator),
    ("Joel", Role::OnCall),
];

/// Who leads beside Lena: one in her team, one in the other.
pub const LEADERS: [(&str, Role); 2] = [("Lisa", Role::TeamLeader), ("Olof", Role::TeamLeader)];

/// The other team of [`Desk::of_teams`].
pub const OTHER: TeamId = TeamId(2);

/// A demo casebook in a directory of its own.
pub struct Desk {
    directory: TempDir,
    pub casebook: Casebook,
    /// Who makes what a trial needs.
    keeper: Mutex<&'static str>,
}

impl Desk {
    pub fn new() -> Self {
        Self::with(&USERS)
    }

    /// A casebook of two teams: Olof leads the other one, Lisa the own one beside Lena; Joel is on call day and night.
    pub fn of_teams() -> Self {
        let desk = Self::with(&[&USERS[..], &LEADERS[..]].concat());
        assert_eq!(desk.leader().add_team("Norr").unwrap(), OTHER);
        desk.change_user("Olof", &AccountChange { team: Some(OTHER), ..AccountChange::default() });
        let midnight = chrono::NaiveTime::MIN;
        desk.change_user("Joel", &AccountChange { hours: Some((midnight, midnight)), ..AccountChange::default() });
        desk
    }

    /// Changes what a user may do, as Ada, whom Lena joins.
    pub fn change_user(&self, name: &str, to: &AccountChange) {
        let ada = self.open("Ada");
        let second = ada.second(&self.casebook, "Lena", "").unwrap();
        ada.change_user(&self.casebook, name, to, Some(&second)).unwrap();
    }

    fn with(users: &[(&'static str, Role)]) -> Self {
        let directory = TempDir::new().unwrap();
        let users: Vec<FirstUser<'_>> = users.iter().map(|(name, role)| FirstUser { name, role: *role }).collect();
        let casebook = Casebook::init_demo(&directory.path().join("casebook"), &users, clock).unwrap();
        Self { directory, casebook, keeper: Mutex::new("Lena") }
    }

    /// A place beside the casebook.
    pub fn beside(&self) -> &Path {
        self.directory.path()
    }

    /// The casebook, unlocked as somebody.
    pub fn open(&self, name: &str) -> Store {
        self.casebook.unlock(name, "", clock).unwrap()
    }

    /// As the team leader, who reaches everything; as another one where somebody has said so.
    pub fn leader(&self) -> Store {
        let keeper = *self.keeper.lock().unwrap();
        self.open(keeper)
    }

    /// A colleague who reaches what the leader reaches: Kim, who leads as well from now on.
    pub fn colleague(&self) -> Store {
        self.change_user("Kim", &AccountChange { role: Some(Role::TeamLeader), ..AccountChange::default() });
        self.open("Kim")
    }

    /// Says who leads from now on.
    pub fn led_by(&self, name: &'static str) {
        *self.keeper.lock().unwrap() = name;
    }
}

/// A clock that moves one second each time it is read, by itself in every test.
pub fn clock() -> DateTime<Utc> {
    thread_local!(static SECONDS: Cell<i64> = const { Cell::new(1_795_000_000) });
    DateTime::from_timestamp(SECONDS.replace(SECONDS.get() + 1), 0).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day that is today in these tests.
pub fn today() -> NaiveDate {
    day("2026-11-21")
}

/// An active family that Saga works with.
pub fn family(case_ref: &str, name: &str) -> Family {
    Family {
        case_ref: case_ref.to_owned(),
        name: name.to_owned(),
        status: FamilyStatus::Active,
        started_on: day("2026-01-12"),
        district: None,
        planned_end_on: None,
        closed_on: None,
        phase: None,
        legal_form: None,
        team: None,
        child_support: vec!["Saga".to_owned()],
        parent_support: Vec::new(),
        other_support: Vec::new(),
    }
}

/// A child of a family.
pub fn member(family: FamilyId, reference: &str, given_name: &str) -> Person {
    Person::new(family, reference, given_name, MemberRole::Child)
}

pub fn placement(person: PersonId, started_on: &str) -> Placement {
    Placement {
        person,
        kind: PlacementKind::FamilyHome,
        started_on: day(started_on),
        legal_basis: None,
        district: None,
        home: None,
        ended_on: None,
        end_reason: None,
        hidden_location: None,
        school_change: None,
        school_started_on: None,
        placed_with: Vec::new(),
    }
}

/// A session that was held.
pub fn session(family: FamilyId, on: &str) -> Session {
    Session::new(family, day(on), SessionKind::ChildSession, Outcome::Held)
}

/// A family with a child, a placement of the child and a session with it.
pub struct Case {
    pub family: FamilyId,
    pub child: PersonId,
    pub placement: PlacementId,
    pub session: SessionId,
}

/// Adds a whole case; its records are named after the case reference.
pub fn add_case(store: &Store, case_ref: &str) -> Case {
    let family = add(store, &family(case_ref, &format!("Familjen {case_ref}")));
    let child = add(store, &member(family, &format!("P-{case_ref}"), &format!("Barn {case_ref}")));
    let placement = add(store, &placement(child, "2026-02-02"));
    let session = add(store, &Session { people: vec![child], ..session(family, "2026-11-02") });
    Case { family, child, placement, session }
}

pub fn add<R: Record>(store: &Store, value: &R) -> R::Id {
    store.add(value, Origin::Direct).unwrap()
}

pub fn get<R: Record>(store: &Store, id: R::Id) -> Stored<R> {
    store.get(id).unwrap()
}

/// Changes a record as it now stands.
pub fn change<R: Record>(store: &Store, id: R::Id, how: impl FnOnce(&mut R)) -> Result<Saving<R>, Problem> {
    let Stored { version, mut value, .. } = store.get::<R>(id)?;
    how(&mut value);
    store.change(id, version, &value, Origin::Direct)
}

/// The newest journal row of what somebody did: not of how they got in, or of what they came to see by the way.
pub fn last_row(store: &Store) -> JournalRow {
    let rows = store.journal(Trail::Newest, 99).unwrap();
    rows.into_iter().find(|row| !["unlock", "fail", "list"].contains(&row.act.as_str())).unwrap()
}

/// How many rows of the journal tell of something that was changed.
pub fn rows(store: &Store) -> usize {
    let rows = store.journal(Trail::Newest, u32::MAX).unwrap();
    rows.iter().filter(|row| ["add", "change", "remove"].contains(&row.act.as_str())).count()
}

/// The key of the problem that was met.
pub fn key<T>(result: Result<T, Problem>) -> &'static str {
    result.err().map_or("none", |problem| problem.key)
}
