//! The days at hand: what must be seen to, what nobody has told of, today, and what comes.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::{after, before};
use crate::app::cx::{Landmark, VisitKey, World};
use crate::app::layout;
use crate::app::list::{Markable, Marked};
use crate::domain::deadlines::Rules;
use crate::domain::ids::{RestrictionId, WishId};
use crate::domain::visit::calendar::unsupported;
use crate::domain::visit::clash::{Clash, Party, clashes, hit_by};
use crate::domain::visit::together::stopped;
use crate::domain::visit::{Arrangement, Breach, Restriction, Unit, Visit, Wish};
use crate::store::Diary;

/// Something that must be seen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// A visit that a restriction stops.
    Stopped(VisitKey, Breach),
    /// A supervised visit that nobody is named to support.
    Unsupported(VisitKey),
    /// A visit whose supporter is away.
    Away(VisitKey, String),
    /// A visit that wants somebody or something that another one wants too.
    Clash(VisitKey, VisitKey, Party),
    /// A restriction that must be considered anew by a day.
    Consider(RestrictionId, NaiveDate),
    /// A restriction that is no decision as it stands.
    NoDecision(RestrictionId),
    /// A wish that waits for an answer.
    Wish(WishId),
}

/// A line of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing, between two sections.
    Blank,
    /// The name of a section, in the locale files after `agenda-`.
    Heading(&'static str),
    /// Something that must be seen to.
    Concern(Concern),
    /// A visit.
    Visit(VisitKey),
}

impl Markable for Line {
    fn is_markable(&self) -> bool {
        matches!(self, Self::Concern(_) | Self::Visit(_))
    }
}

impl Line {
    /// The visit that the line is about, if it is about one.
    pub fn visit(&self) -> Option<VisitKey> {
        match self {
            Self::Visit(key) => Some(*key),
            Self::Concern(
                Concern::Stopped(key, _) | Concern::Unsupported(key) | Concern::Away(key, _) | Concern::Clash(key, ..),
            ) => Some(*key),
            _ => None,
        }
    }
}

/// The lines, and the one that keys act on.
pub type Agenda = Marked<Line>;

impl Agenda {
    /// Marks the first line about a record, if there is one.
    pub(super) fn mark_record(&mut self, record: &Landmark) {
        let is_one = |line: &Line| match line {
            Line::Visit(key) => record.as_a::<Arrangement>() == Some(key.id),
            Line::Concern(Concern::Consider(of, _) | Concern::NoDecision(of)) => {
                record.as_a::<Restriction>() == Some(*of)
            }
            Line::Concern(Concern::Wish(of)) => record.as_a::<Wish>() == Some(*of),
            _ => false,
        };
        self.marker = self.lines.iter().position(is_one).unwrap_or(self.marker);
    }

    /// Lays out what the diary says. What has been seen to gives its place to the next; a visit is followed to its new
    /// section.
    pub(super) fn read(&mut self, diary: &Diary, unit: &Unit, world: World) {
        self.lay_out(lines(diary, unit, world.today), layout::body(world.size.1), |marked, lines| {
            let key = Some(marked).filter(|line| matches!(line, Line::Visit(_)))?.visit()?;
            lines.iter().position(|line| line.visit() == Some(key))
        });
    }
}

fn lines(diary: &Diary, unit: &Unit, today: NaiveDate) -> Vec<Line> {
    let visits = diary.visits(before(today), after(today));
    let mut sections: Vec<(&'static str, Vec<Line>)> = Vec::new();
    let section = |of: &mut dyn Iterator<Item = &Visit<'_>>| of.map(|visit| Line::Visit(visit.into())).collect();
    sections.push(("concerns", concerns(diary, &visits, unit, today).into_iter().map(Line::Concern).collect()));
    let untold = |visit: &&Visit<'_>| visit.on() < today && visit.is_ahead();
    sections.push(("untold", section(&mut visits.iter().filter(untold))));
    sections.push(("today", section(&mut visits.iter().filter(|visit| visit.on() == today))));
    sections.push(("coming", section(&mut visits.iter().filter(|visit| visit.on() > today))));
    let told = |visit: &&Visit<'_>| visit.on() < today && !visit.is_ahead();
    let mut told: Vec<&Visit<'_>> = visits.iter().filter(told).collect();
    told.reverse();
    sections.push(("told", section(&mut told.into_iter())));
    let mut lines = Vec::new();
    for (name, mut of) in sections.into_iter().filter(|(_, of)| !of.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(name));
        lines.append(&mut of);
    }
    lines
}

/// What must be seen to, by day, and on a day the gravest first; a visit stands here once, for its gravest reason.
fn concerns(diary: &Diary, visits: &[Visit<'_>], unit: &Unit, today: NaiveDate) -> Vec<Concern> {
    let ahead = visits.partition_point(|visit| visit.on() < today);
    let restrictions: Vec<Restriction> = diary.restrictions.iter().map(|stored| stored.value.clone()).collect();
    let mut of_visits: BTreeMap<usize, Concern> = BTreeMap::new();
    let key = |place: usize| VisitKey::from(&visits[place]);
    let hits = stopped(visits, &restrictions);
    let is_stopped = |place: usize| hits.iter().any(|hit| hit.visit == place);
    for hit in hits.iter().filter(|hit| hit.visit >= ahead) {
        of_visits.entry(hit.visit).or_insert_with(|| Concern::Stopped(key(hit.visit), hit.breach));
    }
    for place in unsupported(visits, today) {
        of_visits.entry(place).or_insert_with(|| Concern::Unsupported(key(place)));
    }
    for absence in &diary.absences {
        for place in hit_by(&absence.value, visits).into_iter().filter(|place| *place >= ahead) {
            let away = || Concern::Away(key(place), absence.value.supporter.clone());
            of_visits.entry(place).or_insert_with(away);
        }
    }
    // What is stopped takes up nobody.
    let open = |clash: &Clash| {
        let both = [clash.first, clash.second];
        both.iter().any(|place| visits[*place].is_ahead()) && !both.iter().any(|place| is_stopped(*place))
    };
    for clash in clashes(visits, &unit.travel).into_iter().filter(|clash| clash.first >= ahead && open(clash)) {
        let concern = || Concern::Clash(key(clash.first), key(clash.second), clash.party.clone());
        of_visits.entry(clash.first).or_insert_with(concern);
    }
    let mut concerns: Vec<Concern> = of_visits.into_values().collect();
    let limit = after(today);
    let mut reviews: HashMap<RestrictionId, NaiveDate> = HashMap::new();
    for stored in diary.restrictions.iter().filter(|stored| stored.value.until.is_none_or(|until| until >= today)) {
        let next = stored.value.next_consideration(Rules::shipped()).filter(|next| next.due <= limit);
        if let Some(next) = next {
            reviews.insert(stored.id, next.due);
        }
    }
    for stored in &diary.restrictions {
        concerns.extend(reviews.get(&stored.id).map(|due| Concern::Consider(stored.id, *due)));
        let over = stored.value.until.is_some_and(|until| until < today);
        if !over && !stored.value.missing().is_empty() {
            concerns.push(Concern::NoDecision(stored.id));
        }
    }
    let waiting = diary.wishes.iter().filter(|wish| wish.value.answered_on.is_none());
    concerns.extend(waiting.map(|wish| Concern::Wish(wish.id)));
    let on: HashMap<VisitKey, NaiveDate> = visits.iter().map(|visit| (VisitKey::from(visit), visit.on())).collect();
    let day = |concern: &Concern| match concern {
        Concern::Consider(_, due) => *due,
        // What has no day of its own waits today.
        Concern::NoDecision(_) | Concern::Wish(_) => today,
        Concern::Stopped(key, _) | Concern::Unsupported(key) | Concern::Away(key, _) | Concern::Clash(key, ..) => {
            on.get(key).copied().unwrap_or(today)
        }
    };
    concerns.sort_by_key(|concern| (day(concern), weight(concern)));
    concerns
}

fn weight(concern: &Concern) -> u8 {
    match concern {
        Concern::Stopped(..) => 0,
        Concern::Unsupported(_) | Concern::Away(..) => 1,
        Concern::Clash(..) => 2,
        Concern::Consider(..) => 3,
        Concern::NoDecision(_) => 4,
        Concern::Wish(_) => 5,
    }
}
