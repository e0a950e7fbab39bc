//! Who is planned to meet a placed child, when and how: the parents it lived with, one who lives elsewhere, siblings,
//! grandparents.

use chrono::{Duration, NaiveDate, NaiveTime, Weekday};

use super::plan::{Plan, Sort, lasting, terms};
use super::slots::Slot;
use super::{Detail, Whose, steps};
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::people::Invented;
use crate::demo::programme::back;
use crate::demo::scene::{is_parent, member};
use crate::domain::calendar::Parity;
use crate::domain::codes::{
    Answer, FamilyStatus, LegalBasis, Lives, MemberRole, MonthPlace, PlacementKind, VisitBasis, VisitContact, Week53,
};
use crate::domain::person::age;
use crate::domain::visit::{Ends, LadderMove, Pattern, Series, Terms, Weekdays};

/// What is planned in a family.
#[derive(Default)]
pub struct Planned {
    /// The plans.
    pub plans: Vec<Plan>,
    /// Moves on the ladder.
    pub moves: Vec<LadderMove>,
    /// Children placed by the compulsory care act: contact may be restricted.
    pub compulsory: Vec<usize>,
    /// A child and a parent who do not meet, and since when.
    pub apart: Vec<(usize, usize, NaiveDate)>,
}

/// Plans the visits of every child of a family that is placed, or was within the time that is told.
pub fn draw(whose: &Whose<'_>, dice: &mut Dice) -> Planned {
    let mut planned = Planned::default();
    let children = whose.household.places(|person| person.member.role == MemberRole::Child);
    let mut nth = 0;
    for child in children {
        let Some(stay) = stay(whose, child, dice) else { continue };
        if stay.compulsory {
            planned.compulsory.push(child);
        }
        let slot = Slot::of(whose.index, nth);
        Drawing { whose, dice, child, stay, slot, nth, planned: &mut planned }.draw();
        nth += 1;
    }
    planned
}

/// The time in which a child's visits are told of.
struct Stay {
    from: NaiveDate,
    /// The last day; none while it lasts.
    until: Option<NaiveDate>,
    kind: PlacementKind,
    compulsory: bool,
    hidden: bool,
}

fn stay(whose: &Whose<'_>, child: usize, dice: &mut Dice) -> Option<Stay> {
    let (family, today) = (&whose.programme.family, whose.today);
    let own = || whose.household.placements.iter().filter(|placement| placement.person == member(child));
    let (first, last) = (own().next()?, own().next_back()?);
    let told = match whose.detail {
        Detail::Full => 365,
        Detail::Spare => 182,
    };
    let begun = first.started_on + Duration::days(dice.between(4, 21));
    let from = begun.max(family.started_on + Duration::days(dice.between(0, 12))).max(back(today, told));
    let paused = (family.status == FamilyStatus::Paused).then(|| back(today, dice.between(12, 70)));
    let until = [last.ended_on, family.closed_on, paused].into_iter().flatten().min();
    let hidden = last.hidden_location == Some(Answer::Yes)
        || matches!(last.kind, PlacementKind::Shelter | PlacementKind::JointPlacement);
    let compulsory = matches!(last.legal_basis, Some(LegalBasis::Lvu2 | LegalBasis::Lvu3 | LegalBasis::Lvu6));
    let stay = Stay { from, until, kind: last.kind, compulsory, hidden };
    stay.until.is_none_or(|until| until > from).then_some(stay)
}

struct Drawing<'a, 'b> {
    whose: &'a Whose<'a>,
    dice: &'b mut Dice,
    child: usize,
    stay: Stay,
    slot: Slot,
    /// Which of the family's placed children.
    nth: usize,
    planned: &'b mut Planned,
}

impl Drawing<'_, '_> {
    fn draw(&mut self) {
        let lives = |person: &Invented, lives: Lives| person.member.lives == Some(lives);
        let household = self.whose.household;
        let mut home = household.places(|person| is_parent(person) && lives(person, Lives::AtHome));
        let mut away = household.places(|person| is_parent(person) && !lives(person, Lives::AtHome));
        if home.is_empty() && !away.is_empty() {
            home.push(away.remove(0));
        }
        let mut step = 0;
        if self.stay.hidden {
            if let Some(parent) = home.first() {
                self.call(*parent, VisitContact::Video);
            }
        } else if !home.is_empty() {
            step = self.meet(&home);
        }
        for parent in away {
            match self.dice.below(100) {
                0..52 => self.call(parent, VisitContact::Video),
                52..86 => self.call(parent, VisitContact::Phone),
                _ => self.planned.apart.push((self.child, parent, self.stay.from)),
            }
        }
        if !self.stay.hidden {
            self.siblings(step);
            self.elders();
        }
    }

    /// The parents it lived with, on a step of the ladder; returns the step of today.
    fn meet(&mut self, parents: &[usize]) -> u8 {
        let words = &assets().visits;
        let step = steps::now(self.whose.detail, self.dice);
        let last = self.stay.until.unwrap_or(self.whose.today) - Duration::days(8);
        let way = steps::way(step, self.stay.from, last.max(self.stay.from), self.dice);
        let (weekday, start) = match step {
            9 => (Weekday::Sat, time(11)),
            10.. => (Weekday::Fri, time(16)),
            _ => (self.slot.weekday, self.slot.start),
        };
        let pattern = self.rhythm(step);
        let with = || parents.iter().map(|place| member(*place)).collect();
        let transport = self.dice.chance(34).then(|| self.dice.word(&words.transport).to_owned());
        let longest = if self.slot.is_weekend() { 30 } else { 0 };
        let terms = way.iter().map(|(from, step)| {
            let plain = terms(with(), VisitContact::InPerson, Some(*step), self.slot.supporter());
            let minutes = match step {
                4 => 90 + longest,
                5 | 6 => 105 + longest,
                7 => 180,
                8 => 240,
                _ => 300,
            };
            let place = match step {
                4 => self.slot.place(&words.rooms),
                5 => self.slot.place(&words.elsewhere),
                _ => None,
            };
            let nights = if *step < 9 { 0 } else { u32::from(*step) - 8 };
            (
                *from,
                Terms {
                    place: place.map(Into::into),
                    nights,
                    transport: transport.clone(),
                    ..lasting(plain, start, minutes)
                },
            )
        });
        let terms: Vec<(NaiveDate, Terms)> = terms.collect();
        let supervised = terms.last().is_some_and(|(_, terms)| terms.supervision == Answer::Yes);
        let goes_on = self.stay.until.is_none();
        let phased_out = supervised && goes_on && self.dice.chance(36);
        let full = self.whose.detail == Detail::Full;
        let series = self.series(pattern, weekday);
        let plan = Plan {
            support_until: phased_out.then(|| self.whose.today + Duration::days(self.dice.between(20, 180))),
            lacks_supporter: supervised && goes_on && full && self.dice.chance(9),
            ..self.plan(Sort::Met, series, terms, &words.purposes)
        };
        self.moves(&way, parents);
        self.add(plan);
        step
    }

    /// In which weeks the parents are met.
    fn rhythm(&mut self, step: u8) -> Pattern {
        let week_53 =
            self.dice.weighted(&[(55, Some(Week53::KeepParity)), (25, Some(Week53::KeepFortnight)), (20, None)]);
        let by_number = match self.slot.parity {
            Parity::Even => Pattern::Even { week_53 },
            Parity::Odd => Pattern::Odd { week_53 },
        };
        let weekly = match self.whose.detail {
            Detail::Full => 46,
            Detail::Spare => 22,
        };
        // Of two placed children one comes in even weeks and the other in odd ones.
        let alone = self.whose.household.placements.iter().all(|placement| placement.person == member(self.child));
        match self.dice.below(100) {
            _ if step >= 9 || !alone => by_number,
            chance if !self.slot.is_weekend() && chance < weekly => Pattern::Week,
            90.. => Pattern::Nth { weeks: 3 },
            _ => by_number,
        }
    }

    /// A parent at a distance, at a fixed time in the week.
    fn call(&mut self, parent: usize, contact: VisitContact) {
        let words = &assets().visits;
        let weekly = self.whose.detail == Detail::Full || self.dice.chance(35);
        let pattern = if weekly { Pattern::Week } else { Pattern::Nth { weeks: 2 } };
        let (step, minutes) = if contact == VisitContact::Video { (3, 30) } else { (2, 20) };
        let start = time(18) + Duration::minutes(30 * i64::try_from(self.nth).unwrap_or(0));
        let terms = lasting(terms(vec![member(parent)], contact, Some(step), ""), start, minutes);
        let from = self.stay.from;
        let series = self.series(pattern, Weekday::Wed);
        let plan = self.plan(Sort::Called, series, vec![(from, terms)], &words.call_purposes);
        self.moves(&[(from, step)], &[parent]);
        self.add(plan);
    }

    /// The siblings, once a month; those that a weekend at home brings together need no day of their own.
    fn siblings(&mut self, step: u8) {
        let others: Vec<usize> = self.whose.household.places(|person| person.member.role == MemberRole::Child);
        let others: Vec<usize> = others.into_iter().filter(|place| *place != self.child).collect();
        let share = if self.whose.detail == Detail::Full { 74 } else { 34 };
        if self.nth > 0 || others.is_empty() || step >= 9 || !self.dice.chance(share) {
            return;
        }
        let words = &assets().visits;
        let places = [MonthPlace::First, MonthPlace::Second, MonthPlace::Third, MonthPlace::Last];
        let place = places[self.whose.index as usize % places.len()];
        let weekday = if self.slot.weekday == Weekday::Sun { Weekday::Sat } else { Weekday::Sun };
        let with = others.into_iter().map(member).collect();
        let plain = terms(with, VisitContact::InPerson, None, "");
        let named = self.whose.detail == Detail::Full && self.dice.chance(40);
        let place_name = if named { self.slot.place(&words.siblings_meet) } else { None };
        let terms = Terms { place: place_name.map(Into::into), ..lasting(plain, time(13), 120) };
        let series = self.series(Pattern::Monthly { place }, weekday);
        let plan = self.plan(Sort::Siblings, series, vec![(self.stay.from, terms)], &words.sibling_purposes);
        self.add(plan);
    }

    /// A grandparent with a home of their own, now and then; not one whom the child lives with.
    fn elders(&mut self) {
        let own_home = |person: &Invented| {
            person.member.role == MemberRole::Grandparent && person.member.lives == Some(Lives::OwnHousehold)
        };
        let elders = self.whose.household.places(own_home);
        if self.nth > 0 || elders.is_empty() || self.stay.kind == PlacementKind::KinshipPlacement {
            return;
        }
        let words = &assets().visits;
        let weeks = 5 + self.dice.below(4);
        let weekday = if self.slot.weekday == Weekday::Sat { Weekday::Sun } else { Weekday::Sat };
        let with = elders.into_iter().map(member).collect();
        let terms = lasting(terms(with, VisitContact::InPerson, None, ""), time(10), 150);
        let series = self.series(Pattern::Nth { weeks }, weekday);
        let plan = self.plan(Sort::Elders, series, vec![(self.stay.from, terms)], &words.elder_purposes);
        self.add(plan);
    }

    /// The way on the ladder towards somebody.
    fn moves(&mut self, way: &[(NaiveDate, u8)], with: &[usize]) {
        let last = self.stay.until.unwrap_or(self.whose.today);
        let way = match self.whose.detail {
            Detail::Full => steps::looked_at(way, last, self.dice),
            Detail::Spare => way.to_vec(),
        };
        let years = self.years();
        self.planned.moves.extend(steps::moves(&way, self.child, years, with, self.dice));
    }

    /// A series over the child's stay.
    fn series(&mut self, pattern: Pattern, weekday: Weekday) -> Series {
        let Stay { from, until, .. } = self.stay;
        let today = self.whose.today;
        let ends = match until {
            Some(until) => Ends::Until(until),
            None if self.dice.chance(55) => Ends::Until((today + Duration::days(self.dice.between(40, 230))).max(from)),
            None => Ends::Open,
        };
        Series::told(pattern, Weekdays::only(weekday), Some(from), today).ending(ends)
    }

    fn plan(&mut self, sort: Sort, series: Series, terms: Vec<(NaiveDate, Terms)>, purposes: &[String]) -> Plan {
        let decided = if self.stay.compulsory { 45 } else { 8 };
        let basis = self.dice.weighted(&[
            (82 - decided, Some(VisitBasis::Agreement)),
            (decided, Some(VisitBasis::Decision)),
            (4, Some(VisitBasis::Court)),
            (14, None),
        ]);
        Plan {
            child: self.child,
            sort,
            series,
            terms,
            purpose: self.dice.chance(70).then(|| self.dice.word(purposes).to_owned()),
            basis,
            support_until: None,
            past: Vec::new(),
            lacks_supporter: false,
        }
    }

    fn add(&mut self, plan: Plan) {
        // A series that has no day in its time was never planned.
        if plan.series.first().is_some() {
            self.planned.plans.push(plan);
        }
    }

    fn years(&self) -> i32 {
        let born = self.whose.household.people.get(self.child).and_then(|person| person.member.birth_on);
        born.map_or(9, |born| age(born, self.whose.today))
    }
}

fn time(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}
