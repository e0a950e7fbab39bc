//! The topic of a session: its kind, its areas, who takes part on both sides, and the sentences that go with it.

use chrono::NaiveDate;

use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::people::Household;
use crate::demo::programme::Programme;
use crate::demo::scene::{Scene, is_family, is_parent};
use crate::demo::weeks::{Meeting, Strand};
use crate::demo::words::{Passage, Template};
use crate::domain::codes::{Area, Lives, MemberRole, Mode, PlacementKind, SessionKind};

use super::passages::{areas, child_mode, child_passage, parent_area, parent_mode, parent_passage};

/// What a session is about.
pub struct Topic<'a> {
    /// What it is.
    pub kind: SessionKind,
    /// How people meet.
    pub mode: Mode,
    /// What it serves.
    pub areas: Vec<Area>,
    /// Who takes part, as places in the household.
    pub people: Vec<usize>,
    /// Who holds it.
    pub staff: Vec<String>,
    /// Whom a note is about.
    pub scene: Scene<'a>,
    /// What a note is made of.
    pub passage: &'static Passage,
    /// What may be put last in it.
    pub endings: &'static [Template],
    /// The kind of home the child is placed in.
    placed: Option<PlacementKind>,
}

impl Topic<'_> {
    /// Whether the child lives with a family that could cancel.
    pub fn in_family_home(&self) -> bool {
        self.placed.is_some_and(is_family)
    }
}

/// What sessions of a family can be about.
pub struct Topics<'a> {
    programme: &'a Programme,
    household: &'a Household,
    children: Vec<usize>,
    parents: Vec<usize>,
    hosts: Vec<usize>,
}

const CHILD_KIND: [(u32, SessionKind); 4] = [
    (77, SessionKind::ChildSession),
    (9, SessionKind::SharedActivity),
    (6, SessionKind::Conversation),
    (8, SessionKind::FamilySession),
];

const PARENT_KIND: [(u32, SessionKind); 8] = [
    (60, SessionKind::Conversation),
    (7, SessionKind::Advice),
    (7, SessionKind::NetworkMeeting),
    (6, SessionKind::AdultsMeeting),
    (4, SessionKind::Motivation),
    (5, SessionKind::Planning),
    (4, SessionKind::FollowUp),
    (7, SessionKind::FamilySession),
];

/// Days after a placement in which parents are given crisis support.
const CRISIS_DAYS: i64 = 45;

impl<'a> Topics<'a> {
    /// What a family's sessions can be about.
    pub fn new(programme: &'a Programme, household: &'a Household) -> Self {
        let role = |role: MemberRole| household.places(|person| person.member.role == role);
        Self {
            programme,
            household,
            children: role(MemberRole::Child),
            parents: household.places(is_parent),
            hosts: role(MemberRole::FamilyHomeParent),
        }
    }

    /// Draws the nth session's topic; none when there is nobody to meet.
    pub fn draw(&self, nth: usize, meeting: &Meeting, dice: &mut Dice) -> Option<Topic<'a>> {
        match meeting.strand {
            Strand::Children if nth > 0 => self.children_meet(meeting.on, dice),
            _ => self.parents_meet(nth, meeting.on, dice),
        }
    }

    fn children_meet(&self, on: NaiveDate, dice: &mut Dice) -> Option<Topic<'a>> {
        let kind = dice.weighted(&CHILD_KIND);
        if kind == SessionKind::FamilySession {
            return self.family_meets(on, dice);
        }
        let child = self.child(on, dice)?;
        let scene = self.household.scene(child, child, on, dice)?;
        let notes = &assets().notes;
        let small = scene.years < 7;
        let area = if kind == SessionKind::SharedActivity {
            Area::Leisure
        } else {
            dice.weighted(&[
                (34, Area::School),
                (26, Area::Leisure),
                (28, Area::Psychosocial),
                (if small { 0 } else { 12 }, Area::Network),
            ])
        };
        let (passage, endings): (_, &'static [Template]) = if kind == SessionKind::SharedActivity {
            (&notes.shared_activity, &[])
        } else {
            (child_passage(notes, area, scene.years), &notes.endings.child)
        };
        Some(Topic {
            kind,
            mode: child_mode(kind, dice),
            areas: areas(area, dice),
            people: vec![child],
            staff: self.staff(Strand::Children),
            scene,
            passage,
            endings,
            placed: self.household.placement(child, on).map(|placement| placement.kind),
        })
    }

    fn parents_meet(&self, nth: usize, on: NaiveDate, dice: &mut Dice) -> Option<Topic<'a>> {
        let child = self.child(on, dice)?;
        let placement = self.household.placement(child, on);
        let recent = placement.is_some_and(|placement| (on - placement.started_on).num_days() <= CRISIS_DAYS);
        let family = placement.is_some_and(|placement| is_family(placement.kind));
        let kind = match (nth, dice.weighted(&PARENT_KIND)) {
            (0, _) => SessionKind::Information,
            (..8, _) if recent && dice.chance(50) => SessionKind::CrisisSupport,
            (1..5, _) if dice.chance(40) => SessionKind::Planning,
            (_, SessionKind::AdultsMeeting) if !family => SessionKind::Conversation,
            (_, kind) => kind,
        };
        if kind == SessionKind::FamilySession {
            return self.family_meets(on, dice);
        }
        let parent = self.parent(dice)?;
        let scene = self.household.scene(parent, child, on, dice)?;
        let area = parent_area(kind, scene.years, dice);
        let (passage, endings) = parent_passage(kind, area);
        let mut people = vec![parent];
        if dice.chance(26) {
            people.extend(self.at_home().filter(|place| *place != parent));
        }
        match kind {
            SessionKind::AdultsMeeting => people.extend(&self.hosts),
            SessionKind::NetworkMeeting => {
                let others = self.parents.iter().chain(self.hosts.first());
                people.extend(others.filter(|place| **place != parent));
                if scene.years >= 10 && dice.chance(50) {
                    people.push(child);
                }
            }
            _ => {}
        }
        people.sort_unstable();
        people.dedup();
        let both = matches!(kind, SessionKind::Information | SessionKind::NetworkMeeting | SessionKind::FollowUp);
        let mut staff = self.staff(Strand::Parents);
        if both {
            staff.extend(self.staff(Strand::Children));
        }
        Some(Topic {
            kind,
            mode: parent_mode(kind, dice),
            areas: area.map_or_else(Vec::new, |area| areas(area, dice)),
            people,
            staff,
            scene,
            passage,
            endings,
            placed: placement.map(|placement| placement.kind),
        })
    }

    fn family_meets(&self, on: NaiveDate, dice: &mut Dice) -> Option<Topic<'a>> {
        let (parent, child) = (self.parent(dice)?, self.child(on, dice)?);
        let scene = self.household.scene(parent, child, on, dice)?;
        let mut staff = self.staff(Strand::Children);
        staff.extend(self.staff(Strand::Parents));
        let mut people = vec![parent, child];
        people.sort_unstable();
        Some(Topic {
            kind: SessionKind::FamilySession,
            mode: dice.weighted(&[(55, Mode::HomeVisit), (45, Mode::Office)]),
            areas: areas(Area::Parenting, dice),
            people,
            staff,
            scene,
            passage: &assets().notes.family_session,
            endings: &[],
            placed: self.household.placement(child, on).map(|placement| placement.kind),
        })
    }

    /// A child, more often one who is placed that day.
    fn child(&self, on: NaiveDate, dice: &mut Dice) -> Option<usize> {
        let placed: Vec<usize> =
            self.children.iter().copied().filter(|place| self.household.placement(*place, on).is_some()).collect();
        let list = if !placed.is_empty() && dice.chance(35) { &placed } else { &self.children };
        dice.pick(list).copied()
    }

    /// A parent, more often one at home.
    fn parent(&self, dice: &mut Dice) -> Option<usize> {
        let home: Vec<usize> = self.at_home().collect();
        let list = if !home.is_empty() && dice.chance(60) { &home } else { &self.parents };
        dice.pick(list).copied()
    }

    fn at_home(&self) -> impl Iterator<Item = usize> {
        let at_home = |place: &usize| {
            self.household.people.get(*place).is_some_and(|person| person.member.lives == Some(Lives::AtHome))
        };
        self.parents.iter().copied().filter(at_home)
    }

    fn staff(&self, strand: Strand) -> Vec<String> {
        let family = &self.programme.family;
        let names = match strand {
            Strand::Children => &family.child_support,
            Strand::Parents => &family.parent_support,
        };
        names.first().cloned().into_iter().collect()
    }
}
