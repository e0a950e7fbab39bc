//! What a calendar comes to: its events, held against the visits that came from it before and those that are there.

mod anew;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use anew::Same;

use super::again::{Again, told_again};
use super::paired::paired;
use super::whose::{Place, Reader, Whose};
use super::{Calendar, Change, Held, HeldWhy, Source};
use crate::domain::codes::CancelledBy;
use crate::domain::codes::VisitOutcome::{Cancelled, NoShow};
use crate::domain::entry::{Draft, Fault, VISITS, Why};
use crate::domain::ids::{ArrangementId, FamilyId};
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, CalendarEvent, Occurrence};
use crate::exchange::ical::{Events, Said, Timed, Unread, Why as Unreadable};
use crate::exchange::incoming::Mistakes;
use crate::exchange::intake::{Intake, Keep, Tally, new_staff};
use crate::exchange::mapping::Mapping;
use crate::exchange::table::{Row, Table};
use crate::exchange::visits::ALL_DAYS;
use crate::exchange::visits_in::weigh;
use crate::store::{Diary, DiaryOf, Store, Stored, TakenVisit};

/// A visit that came from a calendar.
struct Link {
    family: FamilyId,
    stored: Stored<Arrangement>,
    event: CalendarEvent,
}

/// The work, and what has come of it so far.
pub(super) struct Work<'a> {
    source: &'a Source<'a>,
    store: &'a Store,
    whose: Reader<'a>,
    diaries: HashMap<FamilyId, Rc<Diary>>,
    links: Vec<Link>,
    /// Those that came from a calendar and are told again.
    told: HashSet<ArrangementId>,
    /// Visits of diaries that an event has been found to be.
    found: HashSet<(ArrangementId, NaiveDate)>,
    planned: HashSet<Same>,
    mistakes: BTreeMap<u64, Vec<Fault>>,
    tally: Tally,
    changes: Vec<Change>,
    held: Vec<Held>,
    without_place: usize,
    taken: Vec<TakenVisit>,
    /// The line of each that is taken.
    lines: Vec<u64>,
    /// The rows that new visits would be in a list.
    rows: Vec<Draft>,
}

impl<'a> Work<'a> {
    pub(super) fn new(source: &'a Source<'a>, store: &'a Store) -> Result<Self, Problem> {
        let mut work = Self {
            source,
            store,
            whose: Reader::new(source.mapping, store),
            diaries: HashMap::new(),
            links: Vec::new(),
            told: HashSet::new(),
            found: HashSet::new(),
            planned: HashSet::new(),
            mistakes: BTreeMap::new(),
            tally: Tally::default(),
            changes: Vec::new(),
            held: Vec::new(),
            without_place: 0,
            taken: Vec::new(),
            lines: Vec::new(),
            rows: Vec::new(),
        };
        for family in store.families_in_calendars()? {
            let diary = work.diary(family)?;
            let from_calendars = diary.arrangements.iter().filter_map(|stored| {
                let event = stored.value.event.clone()?;
                Some(Link { family, stored: stored.clone(), event })
            });
            work.links.extend(from_calendars);
        }
        Ok(work)
    }

    /// What the events come to, or everything that is wrong with them.
    pub(super) fn of(mut self, events: &Events) -> Result<Result<Calendar, Mistakes>, Problem> {
        self.unread(&events.unread);
        let links = std::mem::take(&mut self.links);
        let mut times: BTreeMap<&str, Vec<&Timed>> = BTreeMap::new();
        for time in &events.times {
            times.entry(&time.said.uid).or_default().push(time);
        }
        let mut known: HashMap<&str, Vec<&Link>> = HashMap::new();
        for link in &links {
            known.entry(&link.event.uid).or_default().push(link);
        }
        let mut new = Vec::new();
        for (uid, times) in &times {
            let own = known.get(uid).map(Vec::as_slice).unwrap_or_default();
            let before: Vec<&CalendarEvent> = own.iter().map(|link| &link.event).collect();
            for (time, pair) in times.iter().zip(paired(&before, times, self.source.days)) {
                match pair.and_then(|pair| own.get(pair)) {
                    Some(link) => self.again(link, time)?,
                    None => new.push(*time),
                }
            }
        }
        for time in new.into_iter().filter(|time| is_within(time, self.source.days)) {
            self.anew(time)?;
        }
        for link in &links {
            if !self.told.contains(&link.stored.id) {
                self.untold(link, events)?;
            }
        }
        self.end()
    }

    fn diary(&mut self, family: FamilyId) -> Result<Rc<Diary>, Problem> {
        Ok(match self.diaries.entry(family) {
            Entry::Occupied(known) => Rc::clone(known.get()),
            Entry::Vacant(empty) => {
                let diary = self.store.diary(DiaryOf::Family(family), ALL_DAYS.0, ALL_DAYS.1)?;
                Rc::clone(empty.insert(Rc::new(diary)))
            }
        })
    }

    /// The event as it is told now.
    fn event(&self, time: &Timed) -> CalendarEvent {
        CalendarEvent {
            calendar: self.source.mapping.map(|mapping: &Mapping| mapping.name.clone()),
            uid: time.said.uid.clone(),
            given: time.given,
            from: time.from,
            until: time.until,
            sequence: time.said.sequence,
        }
    }

    /// Events that cannot be read, but for those that are to be left out.
    fn unread(&mut self, unread: &[Unread]) {
        for one in unread.iter().filter(|one| !self.whose.is_left_out(&one.title)) {
            let (field, key) = match one.why {
                Unreadable::Time => ("DTSTART", "event-time"),
                Unreadable::Zone(_) => ("DTSTART", "event-zone"),
                Unreadable::Rule => ("RRULE", "event-rule"),
                Unreadable::Backwards => ("DTEND", "event-backwards"),
            };
            let day = one.day.map(|day| day.to_string()).unwrap_or_default();
            let value = [one.title.as_str(), &day, &one.uid].join(" ");
            let value = value.trim().to_owned();
            self.mistakes.entry(one.line).or_default().push(Fault { field, value, why: Why::Event(key) });
        }
    }

    /// A time that the calendar told before.
    fn again(&mut self, link: &Link, time: &Timed) -> Result<(), Problem> {
        self.told.insert(link.stored.id);
        let diary = self.diary(link.family)?;
        if let Whose::One { child: Some(child), .. } = self.whose.whose(&time.said)?
            && child != link.stored.value.child
        {
            self.hold(time, HeldWhy::OtherChild);
            return Ok(());
        }
        let now = standing(link, &diary);
        let place = self.place(&time.said, &diary);
        let event = self.event(time);
        let of = (&link.stored.value, &link.event);
        let Again { next, columns, held, without_place, is_news } =
            told_again(of, now.clone(), &event, &place, self.source.today);
        held.into_iter().for_each(|why| self.hold(time, why));
        self.without_place += usize::from(without_place);
        if columns.is_empty() {
            self.tally.unchanged += 1;
        } else {
            self.tally.changed += 1;
            let to = Some((event.from, event.until));
            self.changes.push(Change { at: link.event.from, to, line: time.said.line, columns: columns.clone() });
        }
        if is_news || !columns.is_empty() {
            let seen = diary.seen(now.arrangement, now.given);
            self.lines.push(time.said.line);
            self.taken.push(TakenVisit::Told(Box::new(event), Box::new(next), seen));
        }
        Ok(())
    }

    /// A visit from a calendar that the file gives no time of: called off, or out of sight.
    fn untold(&mut self, link: &Link, events: &Events) -> Result<(), Problem> {
        let event = &link.event;
        let (first, last) = self.source.days;
        let is_within = (first..=last).contains(&event.given.date());
        let is_it = |given: &NaiveDateTime| {
            *given == event.given || (given.time() == NaiveTime::MIN && given.date() == event.given.date())
        };
        let by_itself = events.called_off.iter().find(|(said, given)| said.uid == event.uid && is_it(given));
        let whole = events.whole.get(&event.uid).filter(|said| is_within || !said.repeats);
        let by: Option<&Rc<Said>> = by_itself.map(|(said, _)| said).or(whole);
        let diary = self.diary(link.family)?;
        let now = standing(link, &diary);
        let Some(said) = by else {
            let is_told = events.called_off.iter().any(|(said, _)| said.uid == event.uid)
                || events.times.iter().any(|time| time.said.uid == event.uid)
                || events.whole.contains_key(&event.uid)
                || events.unread.iter().any(|one| one.uid == event.uid);
            let own = event.calendar.as_deref() == self.source.mapping.map(|mapping| mapping.name.as_str());
            let is_ahead = stands(&now) && !now.is_settled() && (first..=last).contains(&now.on);
            if own && !is_told && is_ahead {
                self.held.push(Held { line: None, uid: event.uid.clone(), at: event.from, why: HeldWhy::Gone });
            }
            return Ok(());
        };
        if !stands(&now) {
            self.tally.unchanged += 1;
            return Ok(());
        }
        let why = match () {
            () if said.sequence < event.sequence => Some(HeldWhy::Older),
            () if now.is_settled() => Some(HeldWhy::Settled),
            () if now.when() != event.when() => Some(HeldWhy::MovedHere),
            () => None,
        };
        if let Some(why) = why {
            self.held.push(Held { line: Some(said.line), uid: event.uid.clone(), at: event.from, why });
            return Ok(());
        }
        let seen = diary.seen(now.arrangement, now.given);
        let told = CalendarEvent { sequence: said.sequence, ..event.clone() };
        let next = now.cancelled(CancelledBy::Other, None, None);
        self.tally.changed += 1;
        let columns = vec!["outcome", "cancelled_by"];
        self.changes.push(Change { at: event.from, to: None, line: said.line, columns });
        self.lines.push(said.line);
        self.taken.push(TakenVisit::Told(Box::new(told), Box::new(next), seen));
        Ok(())
    }

    /// The place of an event of a family.
    fn place(&self, said: &Said, diary: &Diary) -> Place {
        let own = diary.arrangements.iter().filter_map(|stored| stored.value.terms.place.as_ref());
        let of_visits = diary.occurrences.values().flatten().filter_map(|one| one.terms.place.as_ref());
        self.whose.place(said, &own.chain(of_visits).collect::<Vec<_>>())
    }

    fn hold(&mut self, time: &Timed, why: HeldWhy) {
        self.held.push(Held { line: Some(time.said.line), uid: time.said.uid.clone(), at: time.from, why });
    }

    /// An event that cannot be taken, told once for all its times.
    fn mistake(&mut self, time: &Timed, field: &'static str, why: Why) {
        let value = format!("{} {} {}", time.said.summary, told_time(time.from), time.said.uid);
        let fault = Fault { field, value: value.trim().to_owned(), why };
        self.mistakes.entry(time.said.line).or_insert_with(|| vec![fault]);
    }

    fn end(self) -> Result<Result<Calendar, Mistakes>, Problem> {
        let Self { store, taken, lines, mut changes, mut held, .. } = self;
        let mut mistakes = Mistakes::default();
        self.mistakes.into_iter().for_each(|(line, faults)| mistakes.add(line, faults));
        if mistakes.count() == 0 {
            weigh(store, &taken, &lines, &mut mistakes)?;
        }
        if mistakes.count() > 0 {
            return Ok(Err(mistakes));
        }
        let header: Vec<String> = VISITS.fields.iter().map(|field| field.key.to_owned()).collect();
        let cells = |draft: &Draft| header.iter().map(|column| draft.get(column).to_owned()).collect();
        let rows = self.rows.iter().map(|draft| Row { line: 0, cells: cells(draft) }).collect();
        let new_staff = new_staff(VISITS.fields, &Table { header: header.clone(), rows }, store)?;
        changes.sort();
        held.sort_by(|one, other| (one.at, one.line, one.why.code()).cmp(&(other.at, other.line, other.why.code())));
        let keep: Keep = Box::new(move |store| if taken.is_empty() { Ok(()) } else { store.take_in_visits(&taken) });
        let intake = Intake {
            tally: self.tally,
            changes: Vec::new(),
            again: Vec::new(),
            new_staff,
            same_numbers: Vec::new(),
            agreement_only: Vec::new(),
            keep,
        };
        let Tally { new, changed, unchanged } = self.tally;
        Ok(Ok(Calendar { events: new + changed + unchanged, intake, changes, held, without_place: self.without_place }))
    }
}

/// Whether a time touches some days, both ends included.
fn is_within(time: &Timed, (from, to): (NaiveDate, NaiveDate)) -> bool {
    time.from.date() <= to && time.until.date() >= from
}

/// A visit as it stands, of an arrangement that came from a calendar.
fn standing(link: &Link, diary: &Diary) -> Occurrence {
    let given = link.stored.value.series.from;
    let written = diary.stored(link.stored.id).iter().find(|one| one.given == given);
    written.cloned().unwrap_or_else(|| Occurrence::given(link.stored.id, &link.stored.value, given))
}

/// Whether a visit is not called off here.
pub(super) fn stands(one: &Occurrence) -> bool {
    !one.skipped && !matches!(one.outcome, Cancelled | NoShow)
}

fn told_time(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%d %H:%M").to_string()
}
