//! The sheet for a colleague who takes a family over, read at once: who they are, what is restricted, what must be
//! done, what comes, what was promised to whom, and the last notes.

mod visits;

pub use visits::{AgreedVisit, ComingRow};

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use rusqlite::named_params;

use super::groups::GroupPart;
use super::record::{Row as _, Stored};
use super::visits::reading::{self, Asked};
use super::{DiaryOf, FamilyPlan, Folder, Past, PersonOnPage, Store, TaskRow, not_found, session};
use crate::domain::access::Right;
use crate::domain::child_word::Heard;
use crate::domain::codes::{Answer, MemberRole, Outcome, ReferralState};
use crate::domain::deadlines::{Duty, Exemption, Names, State, Trigger};
use crate::domain::event::Event;
use crate::domain::family::Family;
use crate::domain::ids::{FamilyId, PersonId, SessionId};
use crate::domain::measurement::{Measurement, ParentSupport};
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::domain::referral::Referral;
use crate::domain::relation::Relation;
use crate::domain::session::Session;
use crate::domain::visit::clash::hit_by;
use crate::domain::visit::{Breach, LadderMove, Occurrence, Restriction, Visit, Wish};

/// How many days ahead visits are told.
const AHEAD: u64 = 28;

/// How many days ahead duties are told: a year. A duty of a child's eighteenth birthday is nobody's to hand over.
const DUE: u64 = 365;

/// How many days back promises are looked for.
const BACK: u64 = 90;

/// How many notes are told.
const NOTES: u32 = 5;

/// To whom something was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaidTo {
    /// To children, and to no parent.
    Children,
    /// To parents, and to no child.
    Parents,
    /// To children and parents together.
    Both,
    /// To others, or it is not known to whom.
    Others,
}

impl SaidTo {
    /// All there are, those to children first.
    pub const ALL: [Self; 4] = [Self::Children, Self::Parents, Self::Both, Self::Others];

    /// What it is called in files, and in the locale files after `handover-said-`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Parents => "parents",
            Self::Both => "both",
            Self::Others => "others",
        }
    }
}

/// What was promised at a session: its next step, or a day to come back to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The session.
    pub session: Stored<Session>,
    /// To whom it was said.
    pub to: SaidTo,
    /// The day to come back to it, if the family has not been met on it or later.
    pub follow_up_on: Option<NaiveDate>,
}

/// A hand-over sheet (överlämning).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandOver {
    /// The day it is of.
    pub today: NaiveDate,
    /// The family.
    pub family: Stored<Family>,
    /// Its people, in the order in which they were entered.
    pub people: Vec<PersonOnPage>,
    /// Restrictions of contact that hold or will hold.
    pub restrictions: Vec<Stored<Restriction>>,
    /// Duties that wait and fall due within a year, the late ones first; those of tasks and of visits on the sheet
    /// stand there.
    pub duties: Vec<Duty>,
    /// What the people of the duties are called.
    pub names: Names,
    /// Open tasks, those without a day last.
    pub tasks: Vec<TaskRow>,
    /// Visits of the next four weeks.
    pub visits: Vec<ComingRow>,
    /// Planned sessions from today on.
    pub planned: Vec<Stored<Session>>,
    /// Which of them a restriction of contact stops, and why.
    pub stopped: HashMap<SessionId, Breach>,
    /// What was promised at sessions of the last ninety days, and what waits for its day; newest first.
    pub promises: Vec<Promise>,
    /// Wishes that nobody has answered.
    pub wishes: Vec<Stored<Wish>>,
    /// What was agreed after visits of the last ninety days, newest first.
    pub agreed: Vec<AgreedVisit>,
    /// The last five sessions with a note, newest first.
    pub notes: Vec<Stored<Session>>,
    /// What was noted in the last ninety days, and what waits for an answer, oldest first.
    pub events: Vec<Stored<Event>>,
    /// What the family was exempted from in the last year.
    pub exemptions: Vec<Stored<Exemption>>,
    /// Its plan; empty for whoever has no use for plans.
    pub plan: FamilyPlan,
    /// What its people are to each other.
    pub kin: Vec<Stored<Relation>>,
    /// Referrals: those of which something is still to come, and gaps; on a dossier all.
    pub referrals: Vec<Stored<Referral>>,
    /// Its people's part in groups in the last ninety days and from today on, oldest first; on a dossier all.
    pub groups: Vec<GroupPart>,
    /// Moves on the visit ladder; on a dossier only.
    pub moves: Vec<Stored<LadderMove>>,
    /// Visits of which something is prepared or written, oldest first; on a dossier only.
    pub written: Vec<AgreedVisit>,
    /// What children said, newest first; on a dossier only.
    pub words: Vec<Heard>,
    /// Measurements, oldest first; on a dossier only.
    pub measured: Vec<Stored<Measurement>>,
    /// The support to parents whose children are placed; on a dossier only.
    pub supports: Vec<ParentSupport>,
    /// What is kept in its folder; on a dossier only.
    pub folder: Folder,
}

impl HandOver {
    /// One of its people.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.iter().find(|on_page| on_page.person.id == id).map(|on_page| &on_page.person.value)
    }
}

const PLANNED: &str = "s.outcome = 'planned' AND s.on_day >= :today ORDER BY s.on_day, s.start, s.id";

/// Somebody was met on the day to come back, or later.
const MET: &str = "EXISTS (SELECT 1 FROM session t WHERE t.family = s.family AND t.outcome = 'held'
                           AND t.on_day BETWEEN s.follow_up_on AND :today AND t.id <> s.id)";

const NOTED: &str = "s.outcome <> 'planned' AND s.on_day <= :today AND s.note IS NOT NULL
                     ORDER BY s.on_day DESC, s.start DESC, s.id DESC LIMIT :notes";

impl Store {
    /// Reads a family's hand-over sheet. That it was read is for whoever shows it to journal.
    ///
    /// # Errors
    /// Refused by role or family; no such family.
    pub fn hand_over(&self, id: FamilyId, today: NaiveDate) -> Result<HandOver, Problem> {
        self.ask_for_family(Right::ReadFile, id)?;
        self.saw_inside("handover", 0, id);
        let _picture = self.picture()?;
        let (version, value) = Family::fetch(&self.connection, id.0)?.ok_or_else(|| not_found(Family::NOUN))?;
        let people = self.people_on_page(id)?;
        let from = today.checked_sub_days(Days::new(BACK)).unwrap_or(today);
        let to = today.checked_add_days(Days::new(AHEAD)).unwrap_or(today);
        let diary = self.diary(DiaryOf::Family(id), from, to)?;
        let ahead: Vec<Visit<'_>> = diary.visits(today, to).into_iter().filter(|visit| visit.is_ahead()).collect();
        let mut away = vec![0; ahead.len()];
        for absence in &diary.absences {
            hit_by(&absence.value, &ahead).into_iter().for_each(|place| away[place] += 1);
        }
        let stopped = diary.stopped(today, to);
        let why = |visit: &Visit<'_>| stopped.get(&(visit.id, visit.given)).map(|(_, breach)| *breach);
        let coming = |(visit, away): (&Visit<'_>, usize)| ComingRow {
            stopped: why(visit),
            arrangement: visit.id,
            given: visit.given,
            on: visit.on(),
            child: visit.arrangement.child,
            terms: visit.terms().clone(),
            is_unsupported: why(visit).is_none()
                && visit.terms().supervision == Answer::Yes
                && away >= visit.terms().supporters.len(),
        };
        let visits: Vec<ComingRow> = ahead.iter().zip(away).map(coming).collect();
        let duties = self.waiting_duties(id, &visits, today)?;
        let agreed = |visit: &Occurrence| {
            !visit.skipped
                && (from..=today).contains(&visit.on)
                && (visit.after.agreed.is_some() || visit.after.next.is_some())
        };
        let of = |stored: &Stored<_>| diary.stored(stored.id).iter().filter(|visit| agreed(visit)).cloned();
        let after = diary.arrangements.iter().flat_map(|stored| {
            let child = stored.value.child;
            of(stored).map(move |visit| AgreedVisit { child, visit }).collect::<Vec<_>>()
        });
        let mut agreed: Vec<AgreedVisit> = after.collect();
        agreed.sort_by_key(|one| std::cmp::Reverse((one.visit.on, one.visit.terms.start)));
        let asked = named_params! {":family": id.0, ":today": today, ":from": from, ":notes": NOTES};
        let planned = self.sessions_where(PLANNED, asked)?;
        let mut stopped = HashMap::new();
        for session in &planned {
            let against = self.against_session(&session.value)?;
            stopped.extend(against.map(|against| (session.id, against.breach)));
        }
        let sheet = HandOver {
            today,
            family: Stored { id, version, value },
            restrictions: diary
                .restrictions
                .iter()
                .filter(|stored| stored.value.until.is_none_or(|until| until >= today))
                .cloned()
                .collect(),
            names: self.names_of(&duties)?,
            duties,
            tasks: self.tasks_of(id)?,
            planned,
            stopped,
            promises: self.promises(&people, asked)?,
            wishes: diary.wishes.iter().filter(|stored| stored.value.answered_on.is_none()).cloned().collect(),
            agreed,
            notes: self.sessions_where(NOTED, asked)?,
            events: self.all_of::<Event>(id, |event| {
                let waits = event.kind.is_answered() && event.answered_on.is_none();
                waits || (from..=today).contains(&event.on)
            })?,
            exemptions: self.all_of::<Exemption>(id, |one| one.exempted_on > year_before(today))?,
            plan: self.plan_on_sheet(id, today)?,
            kin: self.all_of::<Relation>(id, |_| true)?,
            referrals: self.all_of::<Referral>(id, |one| one.is_open() || one.state == ReferralState::Gap)?,
            groups: self.group_parts(id, Some(from))?,
            moves: Vec::new(),
            written: Vec::new(),
            words: Vec::new(),
            measured: Vec::new(),
            supports: Vec::new(),
            folder: Folder::default(),
            visits,
            people,
        };
        Ok(sheet)
    }

    /// Reads all that is noted of a family beside its page and its sessions, for whoever shows it to journal.
    ///
    /// # Errors
    /// Refused by role or family; no such family.
    pub fn dossier(&self, id: FamilyId, today: NaiveDate) -> Result<HandOver, Problem> {
        self.ask_for_family(Right::ReadFile, id)?;
        self.saw_inside("dossier", 0, id);
        let _picture = self.picture()?;
        let (version, value) = Family::fetch(&self.connection, id.0)?.ok_or_else(|| not_found(Family::NOUN))?;
        let diary = self.diary(DiaryOf::Family(id), today, today)?;
        let children = diary.arrangements.iter().map(|stored| (stored.id, stored.value.child));
        let mut written: Vec<AgreedVisit> = children
            .flat_map(|(arrangement, child)| {
                let told = diary.stored(arrangement).iter().filter(|visit| visit.is_annotated());
                told.map(move |visit| AgreedVisit { child, visit: visit.clone() }).collect::<Vec<_>>()
            })
            .collect();
        written.sort_by_key(|one| (one.visit.on, one.visit.terms.start));
        Ok(HandOver {
            today,
            family: Stored { id, version, value },
            people: self.people_on_page(id)?,
            restrictions: self.all_of(id, |_| true)?,
            duties: Vec::new(),
            names: Names::default(),
            tasks: Vec::new(),
            visits: Vec::new(),
            planned: Vec::new(),
            stopped: HashMap::new(),
            promises: Vec::new(),
            wishes: self.all_of(id, |_| true)?,
            agreed: Vec::new(),
            notes: Vec::new(),
            events: self.all_of(id, |_| true)?,
            exemptions: self.all_of(id, |_| true)?,
            plan: self.plan_on_sheet(id, today)?,
            kin: self.all_of(id, |_| true)?,
            referrals: self.all_of(id, |_| true)?,
            groups: self.group_parts(id, None)?,
            moves: self.all_of(id, |_| true)?,
            written,
            words: self.words_of(id)?,
            measured: self.measurements(id, None)?,
            supports: self.parent_support(id)?,
            folder: self.folder_of(id)?,
        })
    }

    fn plan_on_sheet(&self, id: FamilyId, today: NaiveDate) -> Result<FamilyPlan, Problem> {
        if self.reads_plans() { self.read_plan(id, today) } else { Ok(FamilyPlan::default()) }
    }

    /// Duties that wait, the late ones first. A task, a goal, an action and a visit that nobody supports, say so on
    /// lines of their own.
    fn waiting_duties(&self, id: FamilyId, visits: &[ComingRow], today: NaiveDate) -> Result<Vec<Duty>, Problem> {
        let last = today.checked_add_days(Days::new(DUE)).unwrap_or(today);
        let mut duties = self.duties(&[id], Past::Last, today)?;
        duties.retain(|duty| {
            let trigger = self.rules.all().get(duty.rule).map(|rule| rule.trigger);
            let is = |visit: &ComingRow| {
                visit.is_unsupported && (visit.arrangement.0, Some(visit.on)) == (duty.about.record, duty.due_on)
            };
            let told = trigger == Some(Trigger::VisitUnsupported) && visits.iter().any(is);
            let near = duty.due_on.is_none_or(|due| due <= last);
            use Trigger::{ActionDated, GoalOpen, TaskDated};
            let of_line = matches!(trigger, Some(TaskDated | ActionDated | GoalOpen));
            duty.state.is_waiting() && near && !of_line && !told
        });
        let severity = |duty: &Duty| self.rules.all().get(duty.rule).map(|rule| rule.severity);
        duties.sort_by_key(|duty| {
            let is_late = duty.state == State::Late;
            (!is_late, duty.due_on.is_none(), duty.due_on, severity(duty), duty.rule, duty.about)
        });
        Ok(duties)
    }

    fn promises(&self, people: &[PersonOnPage], asked: Asked<'_>) -> Result<Vec<Promise>, Problem> {
        let made = "s.outcome <> 'planned' AND s.on_day <= :today";
        let open = format!("s.follow_up_on IS NOT NULL AND NOT {MET}");
        let order = "ORDER BY s.on_day DESC, s.start DESC, s.id DESC";
        let lasting = "(s.on_day >= :from OR s.follow_up_on >= :today)";
        let waiting = self.sessions_where(&format!("{made} AND {lasting} AND {open} {order}"), asked)?;
        let waiting: HashSet<SessionId> = waiting.iter().map(|session| session.id).collect();
        let said =
            format!("{made} AND {lasting} AND (s.next_step IS NOT NULL AND s.on_day >= :from OR {open}) {order}");
        let sessions = self.sessions_where(&said, asked)?;
        let promise = |session: Stored<Session>| Promise {
            to: said_to(people, &session.value),
            follow_up_on: session.value.follow_up_on.filter(|_| waiting.contains(&session.id)),
            session,
        };
        Ok(sessions.into_iter().map(promise).collect())
    }

    /// Sessions of the family asked for, whole.
    fn sessions_where(&self, which: &str, asked: Asked<'_>) -> Result<Vec<Stored<Session>>, Problem> {
        let mut found = Vec::new();
        let sql = format!("SELECT s.* FROM session s WHERE s.family = :family AND {which}");
        reading::each(&self.connection, &sql, asked, |row| {
            let (id, version) = (row.get("id")?, row.get("version")?);
            let mut value = session::read(row)?;
            session::read_links(&self.connection, id, &mut value)?;
            found.push(Stored { id: SessionId(id), version, value });
            Ok(())
        })?;
        Ok(found)
    }
}

fn year_before(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(DUE)).unwrap_or(today)
}

/// To whom something was said at a session; nobody heard it where it was not held.
fn said_to(people: &[PersonOnPage], session: &Session) -> SaidTo {
    let is = |roles: &[MemberRole]| {
        session.outcome == Outcome::Held
            && people
                .iter()
                .filter(|on_page| session.people.contains(&on_page.person.id))
                .any(|on_page| roles.contains(&on_page.person.value.role))
    };
    let parents = [MemberRole::Mother, MemberRole::Father, MemberRole::StepParent, MemberRole::Guardian];
    match (is(&[MemberRole::Child]), is(&parents)) {
        (true, false) => SaidTo::Children,
        (false, true) => SaidTo::Parents,
        (true, true) => SaidTo::Both,
        (false, false) => SaidTo::Others,
    }
}
