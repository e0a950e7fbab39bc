//! What is written and read back by another library is what the pane shows, for any series and whatever was decided.

use chrono::{Days, Duration, TimeDelta, TimeZone as _, Weekday};
use chrono_tz::Europe::Stockholm;
use proptest::prelude::*;
use proptest::sample::Index;

use super::reader::{Shown, shown};
use super::*;
use crate::domain::codes::{CancelledBy, MonthPlace, VisitContact, Week53};
use crate::domain::visit::{Ends, Pattern, When, clash, visits};

const FROM: &str = "2025-01-01";
const TO: &str = "2034-12-31";

fn pattern() -> impl Strategy<Value = Pattern> {
    use MonthPlace::{Fifth, First, Fourth, Last, Second, Third};
    let choice = || prop::sample::select(vec![None, Some(Week53::KeepParity), Some(Week53::KeepFortnight)]);
    prop_oneof![
        1 => Just(Pattern::Once),
        1 => Just(Pattern::Week),
        2 => (1_u32..=26).prop_map(|weeks| Pattern::Nth { weeks }),
        3 => choice().prop_map(|week_53| Pattern::Even { week_53 }),
        3 => choice().prop_map(|week_53| Pattern::Odd { week_53 }),
        3 => prop::sample::select(vec![First, Second, Third, Fourth, Fifth, Last])
            .prop_map(|place| Pattern::Monthly { place }),
    ]
}

prop_compose! {
    fn series()(
        pattern in pattern(),
        weekdays in prop::collection::vec(0_u8..7, 1..4),
        begins in 0_u64..4000,
        later in prop_oneof![2 => Just(0_u64), 1 => 0_u64..900],
        ends in prop_oneof![
            3 => Just(None),
            1 => (1_u32..80).prop_map(|times| Some(Err(times))),
            1 => (0_u64..2500).prop_map(|days| Some(Ok(days))),
        ],
    ) -> Series {
        let anchor = day("2023-06-01") + Days::new(begins);
        let from = anchor + Days::new(later);
        let ends = match ends {
            None => Ends::Open,
            Some(Err(times)) => Ends::Times(times),
            Some(Ok(days)) => Ends::Until(from + Days::new(days)),
        };
        let weekdays = weekdays.into_iter().map(|day| Weekday::try_from(day).unwrap()).collect();
        Series { pattern, weekdays, from, anchor, ends }
    }
}

/// Clock times, but for the hour that a day in March does not have.
fn start() -> impl Strategy<Value = Option<NaiveTime>> {
    let hour = (0_u32..24).prop_filter("no such hour in March", |hour| *hour != 2);
    prop::option::weighted(
        0.8,
        (hour, 0_u32..60).prop_map(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap()),
    )
}

fn times() -> impl Strategy<Value = (Option<NaiveTime>, Option<NaiveTime>, u32)> {
    let end = prop::option::weighted(
        0.8,
        (0_u32..1440).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()),
    );
    (start(), end, prop_oneof![4 => Just(0_u32), 1 => 1_u32..4])
}

#[derive(Debug, Clone)]
enum Act {
    Move(i64, (Option<NaiveTime>, Option<NaiveTime>, u32)),
    Cancel,
    Miss,
    Hold,
    LeaveOut,
    Elsewhere,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (-20_i64..20, times()).prop_map(|(days, times)| Act::Move(days, times)),
        1 => Just(Act::Cancel),
        1 => Just(Act::Miss),
        1 => Just(Act::Hold),
        1 => Just(Act::LeaveOut),
        1 => Just(Act::Elsewhere),
    ]
}

fn done(act: Act, one: Occurrence, of: &Arrangement) -> Occurrence {
    match act {
        Act::Move(days, (start, end, nights)) => {
            let when = When { on: one.on + Duration::days(days), start, end, nights };
            one.moved(of, when, None)
        }
        Act::Cancel => one.cancelled(CancelledBy::Us, None, None),
        Act::Miss => one.missed(None),
        Act::Hold => one.held(),
        Act::LeaveOut => one.left_out(None),
        Act::Elsewhere => {
            let terms = Terms { place: Some("Biblioteket; plan 2, hörnet".into()), ..one.terms.clone() };
            one.with_terms(of, terms)
        }
    }
}

/// What is stored of some of the visits of the first years, and now and then of a day that the series does not give.
fn stored(of: &Arrangement, acts: Vec<(Index, bool, Act)>) -> Vec<Occurrence> {
    let days: Vec<NaiveDate> = of.series.days(of.series.from, of.series.from + Days::new(2000)).collect();
    let mut stored: Vec<Occurrence> = Vec::new();
    for (index, astray, act) in acts {
        let given = match days.is_empty() {
            true => continue,
            false => days[index.index(days.len())] + Days::new(u64::from(astray)),
        };
        if stored.iter().all(|one| one.given != given) {
            stored.push(done(act, Occurrence::given(ID, of, given), of));
        }
    }
    stored
}

/// What the pane shows and takes place.
fn expected(of: &Arrangement, stored: &[Occurrence]) -> Vec<Shown> {
    let visits = visits(ID, of, stored, day(FROM), day(TO));
    let mut expected: Vec<Shown> = visits
        .iter()
        .filter(|visit| visit.takes_place())
        .map(|visit| match clash::span(visit) {
            Some((start, end)) => (start, end, false),
            None => {
                let midnight = visit.on().and_time(NaiveTime::MIN);
                (midnight, midnight + Days::new(u64::from(visit.terms().nights) + 1), true)
            }
        })
        .collect();
    expected.sort();
    expected
}

/// A time of the clock as it is lived: in the hour that the clocks pass over in spring it is an hour later by them.
fn lived(at: NaiveDateTime) -> NaiveDateTime {
    if Stockholm.from_local_datetime(&at).earliest().is_none() { at + TimeDelta::hours(1) } else { at }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_written_and_read_back_is_what_the_pane_shows(
        series in series(),
        (start, end, nights) in times(),
        acts in prop::collection::vec((any::<Index>(), prop::bool::weighted(0.1), act()), 0..12),
        busy in any::<bool>(),
    ) {
        let plain = arrangement(series);
        let of = Arrangement { terms: Terms { start, end, nights, ..plain.terms.clone() }, ..plain };
        let stored = stored(&of, acts);
        let telling = if busy { Telling::Busy("Upptagen") } else { Telling::Words(&words) };
        let entry = Entry { id: ID, arrangement: &of, stored: &stored, revision: 1, sent: None };
        let file = write(&calendar(telling), &[entry]);
        let expected = expected(&of, &stored);
        prop_assert_eq!(shown(&file, day(FROM), day(TO)), &expected[..], "{}", file);

        // And by our own way in, which expands the rules with yet another library.
        let read = read_busy(file.as_bytes(), day(FROM), day(TO)).unwrap();
        prop_assert_eq!(&read.unread, &[]);
        let inside = read.busy.into_iter().filter(|one| one.from >= day(FROM).and_time(NaiveTime::MIN));
        let mut read: Vec<_> = inside.map(|one| (lived(one.from), lived(one.until))).collect();
        let mut times: Vec<_> = expected.iter().map(|(from, until, _)| (lived(*from), lived(*until))).collect();
        read.dedup();
        times.dedup();
        prop_assert_eq!(read, times, "{}", file);
    }

    #[test]
    fn busy_time_tells_no_word_of_anybody(
        series in series(),
        acts in prop::collection::vec((any::<Index>(), prop::bool::weighted(0.1), act()), 0..12),
    ) {
        let of = arrangement(series);
        let stored = stored(&of, acts);
        let entry = Entry { id: ID, arrangement: &of, stored: &stored, revision: 1, sent: None };
        let file = lines(&write(&calendar(Telling::Busy("Upptagen")), &[entry])).join("\n");
        for word in ["Moa", "Lekoteket", "Biblioteket", "Karin", "ringer", "LOCATION", "DESCRIPTION", "ATTENDEE"] {
            prop_assert!(!file.contains(word), "{word}: {file}");
        }
    }

    #[test]
    fn no_file_stops_the_reading(
        rule in "FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|SECONDLY)(;INTERVAL=[0-9]{1,5})?(;COUNT=[0-9]{1,9})?\
            (;BYMONTH=[0-9]{1,2})?(;BYMONTHDAY=-?[0-9]{1,2})?(;BYDAY=-?[0-9]?(MO|SU))?(;BYWEEKNO=-?[0-9]{1,2})?\
            (;BYYEARDAY=-?[0-9]{1,3})?(;BYSETPOS=-?[0-9]{1,3})?(;BYHOUR=[0-9]{1,2}(,[0-9]{1,2})?)?(;WKST=SU)?",
        start in "(0001|1604|2025|9999)(0229|0101|1231)(T[0-2][0-9]3000Z?)?",
        length in "(DURATION:-?P[0-9]{1,9}[DW]|DTEND:20260301|X-A:b)",
    ) {
        let file = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:{start}\n{length}\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let _ = read_busy(file.as_bytes(), day(FROM), day("2026-12-31"));
    }

    #[test]
    fn no_text_stops_the_reading(text in "(BEGIN|END|DTSTART|RRULE|[:;=,\n\"\\\\A-Z0-9åé]){0,40}") {
        let _ = read_busy(format!("BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR").as_bytes(), day(FROM), day(TO));
    }

    #[test]
    fn no_bytes_stop_the_reading(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        name in prop::sample::select(vec!["DTSTART", "RRULE", "EXDATE", "DURATION", "TZID", "TZOFFSETTO", "FREEBUSY"]),
    ) {
        let around = format!("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n{name}:");
        let after = format!("\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART:20260101\n{name};");
        let file = [around.as_bytes(), &bytes, after.as_bytes(), &bytes, b"\nEND:VEVENT\nEND:VCALENDAR"].concat();
        let _ = read_busy(&file, day(FROM), day(TO));
    }
}

#[test]
fn a_letter_takes_up_nobody() {
    let plain = arrangement(Series::once(day("2026-01-03")));
    let of = Arrangement { terms: Terms { contact: VisitContact::Letter, ..plain.terms.clone() }, ..plain };
    let file = file(&of, &[]);
    assert!(file.contains("TRANSP:TRANSPARENT"));
    assert_eq!(read_busy(file.as_bytes(), day(FROM), day(TO)).unwrap(), Reading::default());
}
