//! Whose families somebody reaches: by role and team, with what is open to them for a while, and never where they have
//! a conflict of interest. It is decided here and nowhere else: whatever reads or writes is handed a [`Reached`] by
//! [`Store::ask`], and every query of families writes one of its conditions where it goes.
//!
//! A condition holds numbers instead of parameters, so that it fits anywhere and is prepared once for as long as
//! nothing changes: which team, which of the staff, and the few families that are closed or open to this one alone.
//! Where there is but one team and nothing is closed it is no condition at all.

mod groups;

use std::rc::Rc;

use chrono::{DateTime, NaiveTime, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Europe::Stockholm;
use rusqlite::{Connection, OptionalExtension, Transaction, named_params};

use super::coded::{Clocked, Coded};
use super::{Mark, Store, Whose, not_found, users};
use crate::domain::access::{self, Hours, Reach, Right};
use crate::domain::codes::Role;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;

/// Which families an act reaches, as conditions of SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Reached {
    reach: Reach,
    /// The own team; none where there is no other.
    team: Option<i64>,
    staff: i64,
    /// Whether only a family's pair reaches it, and not whoever stands beside the pair.
    is_of_pair: bool,
    /// Families that are closed to the asker.
    closed: Vec<i64>,
    /// Families that are open to the asker for now, whoever's they are.
    open: Vec<i64>,
}

impl Reached {
    /// Every family of the unit.
    #[cfg(test)]
    pub fn whole_unit() -> Self {
        Self { reach: Reach::Unit, team: None, staff: 0, is_of_pair: false, closed: Vec::new(), open: Vec::new() }
    }

    /// Whether it is every family there is.
    pub fn is_all(&self) -> bool {
        self.closed.is_empty() && (self.reach == Reach::Unit || self.reach == Reach::Team && self.team.is_none())
    }

    /// Whether only families of one's own are reached.
    pub fn is_assigned(&self) -> bool {
        self.reach <= Reach::Assigned
    }

    /// The own team where it is reached whole, with nothing closed or open beside it.
    pub fn whole_team(&self) -> Option<i64> {
        self.team.filter(|_| self.reach == Reach::Team && self.closed.is_empty() && self.open.is_empty())
    }

    /// Of those that are reached the ones whose support team the asker belongs to.
    pub fn mine(self) -> Self {
        Self { reach: self.reach.min(Reach::Assigned), open: Vec::new(), ..self }
    }

    /// The families of the own team that one may know of, though one does not reach all of them.
    pub fn of_team(self) -> Self {
        Self { reach: self.reach.max(Reach::Team), open: Vec::new(), ..self }
    }

    /// Without what is open for a while only: that is found where it is looked for, and is no part of one's work.
    pub fn lasting(self) -> Self {
        Self { open: Vec::new(), ..self }
    }

    /// Those that are reached, or one's own among them.
    pub fn of(self, whose: Whose) -> Self {
        if whose == Whose::Mine { self.mine() } else { self }
    }

    /// Whether a family is reached, given an expression that is its number.
    pub fn reaches(&self, family: &str) -> String {
        let of_team =
            |team: &i64| format!("(SELECT reached.team FROM family reached WHERE reached.id = {family}) = {team}");
        self.condition(family, &of_team)
    }

    /// The same for a row of `family`, given its alias.
    pub fn family(&self, row: &str) -> String {
        self.condition(&format!("{row}.id"), &|team| format!("{row}.team = {team}"))
    }

    /// The families that are reached, as a query of one column, `family`.
    pub fn families(&self) -> String {
        if !self.is_assigned() {
            return format!("SELECT f.id AS family FROM family f WHERE {}", self.family("f"));
        }
        let mut families = format!("SELECT DISTINCT s.family FROM family_support s WHERE {}", self.supports("s"));
        if !self.open.is_empty() {
            families = format!("{families} UNION SELECT id FROM family WHERE id IN ({})", list(&self.open));
        }
        families
    }

    /// The next families after one, but for what is open for a while only; parameters `:after` and `:most`.
    pub fn next_families(&self) -> String {
        if self.is_assigned() {
            return format!(
                "SELECT DISTINCT s.family FROM family_support s WHERE {} AND s.family > :after
                 ORDER BY s.family LIMIT :most",
                self.supports("s")
            );
        }
        let lasting = Self { open: Vec::new(), ..self.clone() };
        format!("SELECT f.id FROM family f WHERE f.id > :after AND {} ORDER BY f.id LIMIT :most", lasting.family("f"))
    }

    /// Whether a row of `family_support` makes its family one's own, given its alias.
    fn supports(&self, row: &str) -> String {
        if self.reach == Reach::Nothing {
            return "FALSE".to_owned();
        }
        let Self { staff, team, closed, .. } = self;
        let mut all = format!("{row}.staff = {staff}{}", self.tasks(row));
        if team.is_some() || !closed.is_empty() {
            all = format!("{all} AND {}", self.clone().of_team().reaches(&format!("{row}.family")));
        }
        all
    }

    fn condition(&self, family: &str, of_team: &dyn Fn(&i64) -> String) -> String {
        if self.is_all() {
            return "TRUE".to_owned();
        }
        let mut all = Vec::new();
        match self.reach {
            Reach::Nothing => all.push("FALSE".to_owned()),
            Reach::Assigned => all.push(format!(
                "EXISTS (SELECT 1 FROM family_support mine WHERE mine.family = {family} AND mine.staff = {}{})",
                self.staff,
                self.tasks("mine")
            )),
            Reach::Team | Reach::Unit => {}
        }
        if self.reach < Reach::Unit {
            all.extend(self.team.as_ref().map(of_team));
        }
        if !self.closed.is_empty() {
            all.push(format!("{family} NOT IN ({})", list(&self.closed)));
        }
        let mut condition = if all.is_empty() { "TRUE".to_owned() } else { all.join(" AND ") };
        if !self.open.is_empty() {
            condition = format!("{condition} OR {family} IN ({})", list(&self.open));
        }
        format!("({condition})")
    }

    /// The condition on the tasks in a support team that count.
    fn tasks(&self, row: &str) -> String {
        if self.is_of_pair { format!(" AND {row}.task <> 'other_support'") } else { String::new() }
    }

    /// Whether one family is reached.
    pub fn holds(&self, connection: &Connection, family: FamilyId) -> rusqlite::Result<bool> {
        connection
            .prepare_cached(&format!("SELECT 1 FROM family f WHERE f.id = :family AND {}", self.family("f")))?
            .exists(named_params! {":family": family.0})
    }
}

fn list(families: &[i64]) -> String {
    families.iter().map(i64::to_string).collect::<Vec<_>>().join(", ")
}

/// As whom somebody asks, as the casebook has it now: a role that was changed holds at once.
#[derive(Debug)]
pub(in crate::store) struct Asker {
    pub role: Role,
    pub team: i64,
    is_barred: bool,
    is_only_team: bool,
    pub hours: Option<Hours>,
    closed: Vec<i64>,
    /// What was opened in an emergency, and until when.
    glass: Vec<(i64, String)>,
    /// What a crisis supporter is still registering, and until when.
    registering: Vec<(i64, String)>,
}

impl Asker {
    /// Whether a family is reached in the ordinary way, if at all: neither on call nor in an emergency.
    pub fn is_at_home(&self, family: Option<FamilyId>) -> bool {
        let is_opened = family.is_some_and(|family| self.glass.iter().any(|(opened, _)| *opened == family.0));
        self.role != Role::OnCall && !is_opened
    }
}

/// The asker, and the state of the casebook it was read in.
#[derive(Debug, Default)]
pub(in crate::store) struct Asking {
    of: Option<(Mark, Rc<Asker>)>,
}

/// A moment as the casebook holds it, to be compared as text.
pub(in crate::store) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The time of the day in Sweden.
fn clock_time(at: DateTime<Utc>) -> NaiveTime {
    at.with_timezone(&Stockholm).time()
}

const ASKER: &str = "SELECT role, team, disabled_at IS NOT NULL, hours_from, hours_until,
            NOT EXISTS (SELECT 1 FROM team o WHERE o.id <> u.team) FROM user u WHERE u.id = :user";

/// The families closed to one of the staff for a conflict of interest.
pub(in crate::store) const CLOSED: &str = "SELECT family FROM conflict WHERE staff = :staff ORDER BY family";

/// What a user has opened in an emergency and that is open still.
pub(in crate::store) const GLASS: &str =
    "SELECT family, until_at FROM glass WHERE user = :user AND until_at > :now AND family IS NOT NULL ORDER BY family";

/// What a user has begun to register and has not come to the end of: a child is not placed yet, or there is none.
pub(in crate::store) const REGISTERING: &str = "SELECT r.family, r.until_at FROM registering r
     WHERE r.user = :user AND r.until_at > :now
       AND (NOT EXISTS (SELECT 1 FROM member m WHERE m.family = r.family AND m.role = 'child')
            OR EXISTS (SELECT 1 FROM member m WHERE m.family = r.family AND m.role = 'child'
                       AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.person = m.id)))
     ORDER BY r.family";

/// How long somebody has for registering a family.
const REGISTERING_HOURS: i64 = 12;

impl Store {
    /// Lets the actor reach a family that they have begun to register.
    pub(in crate::store) fn begin_registering(
        &self,
        transaction: &Transaction<'_>,
        family: i64,
    ) -> Result<(), Problem> {
        let until = moment((self.clock)() + TimeDelta::hours(REGISTERING_HOURS));
        transaction
            .prepare_cached("INSERT INTO registering (family, user, until_at) VALUES (:family, :user, :until)")?
            .execute(named_params! {":family": family, ":user": self.actor.id.0, ":until": until})?;
        Ok(())
    }

    /// As whom one asks, read again once anything was written, here or by a colleague.
    pub(in crate::store) fn asker(&self) -> Result<Rc<Asker>, Problem> {
        let mark = self.mark()?;
        if let Some((of, asker)) = &self.asking.borrow().of
            && *of == mark
        {
            return Ok(Rc::clone(asker));
        }
        let asker = Rc::new(self.read_asker()?);
        self.asking.borrow_mut().of = Some((mark, Rc::clone(&asker)));
        Ok(asker)
    }

    fn read_asker(&self) -> Result<Asker, Problem> {
        let (user, staff, now) = (self.actor.id.0, self.actor.staff, moment((self.clock)()));
        let found = self
            .connection
            .prepare_cached(ASKER)?
            .query_row(named_params! {":user": user}, |row| {
                let from = row.get::<_, Option<Clocked>>(3)?;
                let until = row.get::<_, Option<Clocked>>(4)?;
                Ok(Asker {
                    role: row.get::<_, Coded<Role>>(0)?.0,
                    team: row.get(1)?,
                    is_barred: row.get(2)?,
                    is_only_team: row.get(5)?,
                    hours: from.zip(until).map(|(from, until)| Hours { from: from.0, until: until.0 }),
                    closed: Vec::new(),
                    glass: Vec::new(),
                    registering: Vec::new(),
                })
            })
            .optional()?;
        let mut asker = found.ok_or_else(|| users::barred(&self.actor.name))?;
        asker.closed = self
            .connection
            .prepare_cached(CLOSED)?
            .query_map(named_params! {":staff": staff}, |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let open = |sql: &str| -> rusqlite::Result<Vec<(i64, String)>> {
            self.connection
                .prepare_cached(sql)?
                .query_map(named_params! {":user": user, ":now": now}, |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        };
        asker.glass = open(GLASS)?;
        if asker.role == Role::CrisisSupporter {
            asker.registering = open(REGISTERING)?;
        }
        Ok(asker)
    }

    /// How far the actor reaches in an act now: nobody barred reaches anything, and nobody on call outside their hours.
    pub fn reach(&self, act: Right) -> Reach {
        self.asker().map_or(Reach::Nothing, |asker| self.reach_of(&asker, act))
    }

    fn reach_of(&self, asker: &Asker, act: Right) -> Reach {
        let is_off =
            asker.role == Role::OnCall && asker.hours.is_none_or(|hours| !hours.cover(clock_time((self.clock)())));
        if asker.is_barred || is_off { Reach::Nothing } else { access::reach(asker.role, act) }
    }

    /// As whom one asks; whoever is kept out, and be it since they have the casebook open, is refused.
    pub(in crate::store) fn entered(&self) -> Result<Rc<Asker>, Problem> {
        let asker = self.asker()?;
        if asker.is_barred { Err(users::barred(&self.actor.name)) } else { Ok(asker) }
    }

    /// Asks for an act; says which families it reaches.
    pub(in crate::store) fn ask(&self, act: Right) -> Result<Reached, Problem> {
        self.footing()?;
        let asker = self.entered()?;
        match self.reach_of(&asker, act) {
            Reach::Nothing => Err(self.refused(act, &asker)),
            reach => Ok(self.reached(&asker, act, reach)),
        }
    }

    /// Which families an act reaches, for whoever has asked what the actor may; none where that is nothing.
    pub(in crate::store) fn reached_by(&self, act: Right) -> Result<Reached, Problem> {
        let asker = self.asker()?;
        Ok(self.reached(&asker, act, self.reach_of(&asker, act)))
    }

    fn reached(&self, asker: &Asker, act: Right, reach: Reach) -> Reached {
        let mut open = Vec::new();
        if reach != Reach::Nothing && !(asker.glass.is_empty() && asker.registering.is_empty()) {
            let now = moment((self.clock)());
            let glass = asker.glass.iter().filter(|_| [Right::ReadCases, Right::ReadFile].contains(&act));
            // Whoever registers sees who is in the family, and of a placement that is saved no more than anybody's.
            let is_registered = [Right::CallParents, Right::ReadFile].contains(&act);
            let registering = asker.registering.iter().filter(|_| !is_registered);
            let still = glass.chain(registering).filter(|(_, until)| *until > now);
            open.extend(still.map(|(family, _)| *family).filter(|family| !asker.closed.contains(family)));
        }
        Reached {
            reach,
            team: (!asker.is_only_team).then_some(asker.team),
            staff: self.actor.staff,
            is_of_pair: asker.role == Role::CrisisSupporter,
            closed: asker.closed.clone(),
            open,
        }
    }

    /// Asks for an act in a family, of which something is read thereby if it is reading.
    pub(in crate::store) fn ask_for_family(&self, act: Right, family: FamilyId) -> Result<(), Problem> {
        self.ask_whether(act, family)?;
        if [Right::ReadCases, Right::ReadFile].contains(&act) {
            self.saw("family", [family]);
        }
        Ok(())
    }

    /// Asks for an act in a family. One that is not reached and one that is not there are told of alike; of the first
    /// the journal tells whoever answers for the family.
    pub(in crate::store) fn ask_whether(&self, act: Right, family: FamilyId) -> Result<(), Problem> {
        if self.ask(act)?.holds(&self.connection, family)? {
            return Ok(());
        }
        self.refused_in(act, family)?;
        Err(not_found("family"))
    }

    /// Whether an act reaches a family; nobody is refused by that.
    pub(in crate::store) fn reaches(&self, act: Right, family: FamilyId) -> bool {
        self.reached_by(act).is_ok_and(|reached| reached.holds(&self.connection, family).unwrap_or(false))
    }

    /// Whether somebody reaches a family only because they opened it in an emergency.
    pub(in crate::store) fn is_in_emergency(&self, family: FamilyId) -> bool {
        self.asker().is_ok_and(|asker| asker.glass.iter().any(|(opened, _)| *opened == family.0))
    }
}

/// Every shape that a condition can have, for the tests of how SQLite goes about them.
#[cfg(test)]
pub(in crate::store) fn shapes() -> [(&'static str, Reached); 6] {
    let all = Reached { reach: Reach::Team, ..Reached::whole_unit() };
    let team = Reached { team: Some(1), ..all.clone() };
    let mine = Reached { reach: Reach::Assigned, staff: 1, ..all.clone() };
    [
        ("all", all.clone()),
        ("all but some", Reached { closed: vec![3, 4], ..all }),
        ("team", team.clone()),
        ("team but some, and others", Reached { closed: vec![3, 4], open: vec![9], ..team.clone() }),
        ("mine", mine.clone()),
        ("mine of a team, and others", Reached { is_of_pair: true, open: vec![9], team: Some(1), ..mine }),
    ]
}
