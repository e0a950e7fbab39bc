//! Visits that are planned and taken in.

use super::samples::{Home, Sampled as _, long};
use crate::domain::ids::ArrangementId;
use crate::domain::visit::{Arrangement, CalendarEvent, Occurrence};
use crate::store::tests::day;
use crate::store::{Origin, Store, TakenVisit, VisitSeen};

/// Saturdays with the mother, of which two were held.
pub(super) fn visits(home: &Home) -> (Arrangement, Vec<Occurrence>) {
    let [of, _] = Arrangement::samples(home);
    let held = ["2026-11-07", "2026-11-14"].map(|on| {
        let mut one = Occurrence::given(ArrangementId(0), &of, day(on)).held();
        one.during.came = vec![home.mother];
        one.during.interplay = long("torn");
        one
    });
    (of, held.to_vec())
}

/// What a file may say of visits: new ones, one that is written on, one that a calendar tells anew.
pub(super) fn taken_visits(store: &Store, home: &Home) -> [TakenVisit; 3] {
    let (of, held) = visits(home);
    let told = || {
        let id = store.plan(&of, &[], Origin::Direct).unwrap();
        Box::new(Occurrence { arrangement: id, ..held[0].clone() })
    };
    let event = CalendarEvent { sequence: 2, ..calendar_event() };
    [
        TakenVisit::Written(told(), VisitSeen::Given(1)),
        TakenVisit::Told(Box::new(event), told(), VisitSeen::Given(1)),
        TakenVisit::Planned(Box::new(of), held, None),
    ]
}

/// The event of a calendar that a visit came from.
pub(super) fn calendar_event() -> CalendarEvent {
    let at = |hour| day("2026-11-07").and_hms_opt(hour, 0, 0).unwrap_or_default();
    let (calendar, uid) = (Some("enhet".to_owned()), "a".to_owned());
    CalendarEvent { calendar, uid, given: at(10), from: at(10), until: at(12), sequence: 1 }
}
