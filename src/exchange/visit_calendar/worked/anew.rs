//! A time of an event that is no visit here yet: whose it is, whether it stands here already, and the visit that is
//! planned.

use super::{Work, stands};
use crate::domain::directory::Directory as _;
use crate::domain::discretion::PlaceName;
use crate::domain::entry::visit::read_visit;
use crate::domain::entry::{CodesOnly, Draft, Reader, Source, VISITS, Why};
use crate::domain::ids::PersonId;
use crate::domain::problem::Problem;
use crate::domain::visit::{Arrangement, CalendarEvent, Occurrence, Pattern, When};
use crate::exchange::ical::Timed;
use crate::exchange::visit_calendar::HeldWhy;
use crate::exchange::visit_calendar::whose::{Place, Whose};
use crate::store::{Diary, TakenVisit};

/// What tells a visit from others: the child, when it is, whom it meets.
pub(super) type Same = (PersonId, When, Vec<PersonId>);

impl Work<'_> {
    /// A time that is no visit here yet.
    pub(super) fn anew(&mut self, time: &Timed) -> Result<(), Problem> {
        let said = &time.said;
        let columns = match self.whose.whose(said)? {
            Whose::LeftOut => return Ok(()),
            Whose::Nobody => Err(("SUMMARY", Why::Event("event-nobody"))),
            Whose::Several(could_be) => Err(("SUMMARY", Why::SeveralMeant(could_be))),
            Whose::One { .. } if said.uid.is_empty() => Err(("UID", Why::Event("event-without-uid"))),
            Whose::One { columns, .. } => Ok(columns),
        };
        let columns = match columns {
            Ok(columns) => columns,
            Err((field, why)) => {
                self.mistake(time, field, why);
                return Ok(());
            }
        };
        let event = self.event(time);
        let draft = with_times(columns, event.when()).with("place", "");
        let read = Reader::new(&VISITS, &draft, Source::File(self.source.today), &CodesOnly);
        let mut record = match read_visit(read, self.store, self.store.ladder())? {
            Ok(record) => record,
            Err(faults) => {
                self.mistakes.entry(said.line).or_insert(faults);
                return Ok(());
            }
        };
        let of = &mut record.arrangement;
        let diary = self.diary(of.family)?;
        let place = self.place(said, &diary);
        if self.is_there(time, &event, of, &diary) {
            return Ok(());
        }
        if !self.planned.insert(same(of)) {
            self.mistake(time, "DTSTART", Why::Double);
            return Ok(());
        }
        match place {
            Place::Known(place) => of.terms.place = Some(PlaceName::from(place)),
            Place::Unknown => self.without_place += 1,
            Place::None => {}
        }
        of.event = Some(event);
        self.tally.new += 1;
        self.lines.push(said.line);
        self.taken.push(TakenVisit::Planned(Box::new(record.arrangement), Vec::new(), None));
        self.rows.push(draft);
        Ok(())
    }

    /// Whether a visit stands here already, though nobody has said that it is this one. One that came from the same
    /// calendar is, where the event that it came from is told no more: programs part a series in two and name the rest
    /// anew.
    fn is_there(&mut self, time: &Timed, event: &CalendarEvent, of: &Arrangement, diary: &Diary) -> bool {
        let on = of.series.from;
        let mut beside = false;
        for stored in diary.arrangements.iter().filter(|stored| stored.value.child == of.child) {
            let own = stored.value.event.as_ref();
            if own.is_some() && self.told.contains(&stored.id) {
                continue;
            }
            let written = diary.stored(stored.id);
            let given_anew = stored.value.series.gives(on) && written.iter().all(|one| one.given != on);
            let plain = given_anew.then(|| Occurrence::given(stored.id, &stored.value, on));
            for one in written.iter().filter(|one| one.on == on).cloned().chain(plain) {
                let key = (one.arrangement, one.given);
                if sorted(&one.terms.with) != sorted(&of.terms.with) || self.found.contains(&key) {
                    continue;
                }
                if one.terms.start != of.terms.start {
                    beside |= own.is_none() && !one.skipped && !one.is_settled();
                    continue;
                }
                self.found.insert(key);
                self.tally.unchanged += 1;
                if !stands(&one) {
                    self.hold(time, HeldWhy::Settled);
                }
                let follows = own.is_none_or(|own| own.calendar == event.calendar);
                if follows && stored.value.series.pattern == Pattern::Once {
                    let seen = diary.seen(one.arrangement, one.given);
                    self.told.insert(stored.id);
                    self.lines.push(time.said.line);
                    self.taken.push(TakenVisit::Told(Box::new(event.clone()), Box::new(one), seen));
                }
                return true;
            }
        }
        if beside {
            self.hold(time, HeldWhy::Beside);
        }
        beside
    }
}

fn sorted(with: &[PersonId]) -> Vec<PersonId> {
    let mut with = with.to_vec();
    with.sort_unstable();
    with
}

fn same(of: &Arrangement) -> Same {
    (of.child, When::given(of.series.from, &of.terms), sorted(&of.terms.with))
}

fn with_times(columns: Draft, when: When) -> Draft {
    let clock = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    columns
        .with("on", when.on.to_string())
        .with_some("start", when.start.map(clock))
        .with_some("end", when.end.map(clock))
        .with("nights", when.nights.to_string())
}
