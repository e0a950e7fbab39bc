//! Arrangements as events of a calendar file. How is told in the module's table.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarMethod, ICalendarProperty,
};
use chrono::{DateTime, Months, NaiveDate, Utc};

use super::shown::{self, Shown};
use super::stretch::{self, Stretch, stretches};
use super::zone;
use crate::domain::ids::ArrangementId;
use crate::domain::text::clean_line;
use crate::domain::visit::{Arrangement, Occurrence, Series, Visit};

/// How many years ahead even and odd weeks without an end are told, from the day of the export or from their first day
/// if it is later. A later export tells the years that have come nearer since.
pub const YEARS_AHEAD: u32 = 30;

/// What the file says of itself.
const PRODUCT: &str = "-//Trygg//Visits//SV";

/// What holds for a whole file.
#[derive(Clone, Copy)]
pub struct Calendar<'a> {
    /// What tells this casebook's visits from another's: letters and digits that mean nothing outside it, the same in
    /// every export.
    pub casebook: &'a str,
    /// What a calendar program calls the calendar; never written when only busy time is told.
    pub name: Option<&'a str>,
    /// What stands on a visit.
    pub telling: Telling<'a>,
    /// When the file is made.
    pub stamp: DateTime<Utc>,
}

/// What stands on a visit.
#[derive(Clone, Copy)]
pub enum Telling<'a> {
    /// Nothing but that somebody is taken up, in a word: "Upptagen".
    Busy(&'a str),
    /// What the caller chooses of a visit, protected names and places left out. It is asked for what the series says,
    /// with nothing written, and for each visit of which something is stored.
    Words(&'a dyn Fn(&Visit<'_>) -> Words),
}

/// The words on a visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// What it is called; one line.
    pub summary: String,
    /// Where; one line.
    pub location: Option<String>,
    /// What else there is to say; may have several lines.
    pub description: Option<String>,
}

/// An arrangement on its way out.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Which.
    pub id: ArrangementId,
    /// The arrangement.
    pub arrangement: &'a Arrangement,
    /// What is stored of its visits, in any order; what is stored of other arrangements is passed over.
    pub stored: &'a [Occurrence],
    /// How often it or anything stored of its visits was changed. It never falls; a calendar program takes the higher
    /// one for the newer.
    pub revision: u32,
    /// The days as a calendar that was sent before may have them, where restrictions have stopped some since: what
    /// nothing tells any more is cancelled.
    pub sent: Option<&'a Series>,
}

/// The visits of arrangements as the text of a calendar file: UTF-8 with CRLF, lines folded at 75 bytes.
///
/// Held and past visits are in it too. A visit over the night in which the clock is changed ends by the hours that have
/// passed in programs that go by RFC 5545 to the letter, and by the clock in others.
pub fn write(calendar: &Calendar<'_>, entries: &[Entry<'_>]) -> String {
    let mut file = head(calendar);
    for entry in entries {
        for event in events(calendar, entry) {
            add(&mut file, 0, event);
        }
    }
    file.to_string()
}

fn head(calendar: &Calendar<'_>) -> ICalendar {
    let mut root = ICalendarComponent::new(ICalendarComponentType::VCalendar);
    root.add_property(ICalendarProperty::Version, "2.0");
    root.add_property(ICalendarProperty::Prodid, PRODUCT);
    root.add_property(ICalendarProperty::Method, ICalendarMethod::Publish);
    root.add_property(ICalendarProperty::Other("X-WR-TIMEZONE".to_owned()), zone::TZID);
    if let (Some(name), Telling::Words(_)) = (calendar.name, calendar.telling) {
        root.add_property(ICalendarProperty::Other("X-WR-CALNAME".to_owned()), clean_line(name));
    }
    let mut file = ICalendar { components: vec![root] };
    let (zone, changes) = zone::rules();
    let zone = add(&mut file, 0, zone);
    for change in changes {
        add(&mut file, zone, change);
    }
    file
}

/// Adds a part to another, by its place; gives the place of the new one.
fn add(file: &mut ICalendar, to: usize, part: ICalendarComponent) -> usize {
    let place = file.components.len();
    if let (Ok(id), Some(whole)) = (u32::try_from(place), file.components.get_mut(to)) {
        whole.component_ids.push(id);
        file.components.push(part);
    }
    place
}

fn events(calendar: &Calendar<'_>, entry: &Entry<'_>) -> Vec<ICalendarComponent> {
    let series = &entry.arrangement.series;
    let seen_from = calendar.stamp.date_naive().max(series.from);
    let horizon = seen_from.checked_add_months(Months::new(12 * YEARS_AHEAD)).unwrap_or(seen_from);
    let stretches = stretches(series, horizon);
    let mut stored: Vec<&Occurrence> = entry.stored.iter().filter(|one| one.arrangement == entry.id).collect();
    stored.sort_by_key(|one| one.given);
    let told = |one: &Occurrence| series.gives(one.given) && stretches.iter().any(|piece| piece.covers(one.given));
    let (of_series, apart): (Vec<&Occurrence>, Vec<&Occurrence>) = stored.into_iter().partition(|one| told(one));
    let teller = Teller { calendar, entry };
    let mut events = Vec::new();
    for stretch in &stretches {
        let of_stretch: Vec<&Occurrence> = of_series.iter().copied().filter(|one| stretch.covers(one.given)).collect();
        events.extend(teller.stretch(stretch, &of_stretch));
    }
    let was_sent = |one: &&Occurrence| entry.sent.is_some() && one.skipped && one.on != one.given;
    let alone = apart.into_iter().filter(|one| teller.stands(one) || was_sent(one));
    events.extend(alone.filter_map(|one| {
        let visit = teller.visit(one.given, Some(one));
        teller.single(&teller.uid(&one.given.format("-%Y%m%d").to_string()), &visit, one.skipped)
    }));
    if let Some(sent) = entry.sent {
        let told: Vec<Option<i32>> = stretches.iter().map(|stretch| stretch.year).collect();
        let gone = self::stretches(sent, horizon).into_iter().filter(|stretch| !told.contains(&stretch.year));
        events.extend(gone.filter_map(|stretch| teller.gone(&stretch)));
    }
    events
}

/// Tells the events of one arrangement.
struct Teller<'a> {
    calendar: &'a Calendar<'a>,
    entry: &'a Entry<'a>,
}

impl<'a> Teller<'a> {
    fn visit(&self, given: NaiveDate, written: Option<&'a Occurrence>) -> Visit<'a> {
        Visit { id: self.entry.id, arrangement: self.entry.arrangement, given, written }
    }

    /// Whether what is stored is a visit that is still to be, or has been.
    fn stands(&self, one: &'a Occurrence) -> bool {
        !one.skipped && self.visit(one.given, Some(one)).takes_place()
    }

    fn uid(&self, part: &str) -> String {
        format!("visit-{}-{}{part}@trygg.invalid", clean_line(self.calendar.casebook), self.entry.id.0)
    }

    /// A stretch that is told no more.
    fn gone(&self, stretch: &Stretch) -> Option<ICalendarComponent> {
        let uid = self.uid(&stretch.year.map(|year| format!("-{year}")).unwrap_or_default());
        self.single(&uid, &self.visit(stretch.first, None), true)
    }

    /// A stretch as its series and the exceptions from it.
    fn stretch(&self, stretch: &Stretch, stored: &[&'a Occurrence]) -> Vec<ICalendarComponent> {
        let uid = self.uid(&stretch.year.map(|year| format!("-{year}")).unwrap_or_default());
        if stretch.is_single() {
            let written = stored.first().copied();
            let visit = self.visit(stretch.first, written);
            return self.single(&uid, &visit, written.is_some_and(|one| !self.stands(one))).into_iter().collect();
        }
        let (standing, gone): (Vec<&Occurrence>, Vec<&Occurrence>) = stored.iter().partition(|one| self.stands(one));
        let days = |last| self.entry.arrangement.series.days(stretch.first, last).count();
        if stretch.last.is_some_and(|last| days(last) == gone.len()) {
            return self.single(&uid, &self.visit(stretch.first, None), true).into_iter().collect();
        }
        let mut events: Vec<ICalendarComponent> = self.series(&uid, stretch, &gone).into_iter().collect();
        events.extend(standing.iter().filter_map(|one| self.exception(&uid, one)));
        events
    }

    fn series(&self, uid: &str, stretch: &Stretch, gone: &[&Occurrence]) -> Option<ICalendarComponent> {
        let Entry { arrangement, .. } = self.entry;
        let given = |day| shown::given(day, &arrangement.terms);
        let mut rule = stretch::rule(&arrangement.series)?;
        if let Some(last) = stretch.last {
            rule.until = Some(shown::until(given(stretch.first), last)?);
        }
        let mut event = self.event(uid)?;
        Shown::of(&self.visit(stretch.first, None), &self.calendar.telling)?.write(&mut event, false);
        event.add_property(ICalendarProperty::Rrule, rule);
        // One line for each day: not every program reads several on a line.
        event.entries.extend(gone.iter().filter_map(|one| shown::point(ICalendarProperty::Exdate, given(one.given))));
        Some(event)
    }

    /// A visit of a series that is shown otherwise than the series says; none if it is shown the same.
    fn exception(&self, uid: &str, one: &'a Occurrence) -> Option<ICalendarComponent> {
        let shown = |written| Shown::of(&self.visit(one.given, written), &self.calendar.telling);
        let own = shown(Some(one))?;
        if shown(None).as_ref() == Some(&own) {
            return None;
        }
        let mut event = self.event(uid)?;
        let given = shown::given(one.given, &self.entry.arrangement.terms);
        event.entries.push(shown::point(ICalendarProperty::RecurrenceId, given)?);
        own.write(&mut event, false);
        Some(event)
    }

    fn single(&self, uid: &str, visit: &Visit<'_>, cancelled: bool) -> Option<ICalendarComponent> {
        let mut event = self.event(uid)?;
        Shown::of(visit, &self.calendar.telling)?.write(&mut event, cancelled);
        Some(event)
    }

    fn event(&self, uid: &str) -> Option<ICalendarComponent> {
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(uid);
        event.entries.push(
            ICalendarEntry::new(ICalendarProperty::Dtstamp).with_value(shown::utc(self.calendar.stamp.naive_utc())?),
        );
        event.add_sequence(i64::from(self.entry.revision));
        Some(event)
    }
}
