//! A time of an event that a calendar told before, told again: what becomes of its visit.

use chrono::NaiveDate;

use super::HeldWhy;
use super::whose::Place;
use super::worked::stands;
use crate::domain::discretion::PlaceName;
use crate::domain::visit::{Arrangement, CalendarEvent, Occurrence, Terms, When};

/// What becomes of a visit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Again {
    /// The visit as it is from now on.
    pub(super) next: Occurrence,
    /// The columns that change.
    pub(super) columns: Vec<&'static str>,
    /// What is not done.
    pub(super) held: Vec<HeldWhy>,
    /// Whether its place is told and not known.
    pub(super) without_place: bool,
    /// Whether what is told now is to be remembered, though the visit stays as it is.
    pub(super) is_news: bool,
}

/// Lays what is told now over a visit. What the calendar says as before changes nothing, whatever has been done here;
/// what it says anew is done to a visit that stands as it was told, and to no other.
pub(super) fn told_again(
    (of, before): (&Arrangement, &CalendarEvent),
    now: Occurrence,
    event: &CalendarEvent,
    place: &Place,
    today: NaiveDate,
) -> Again {
    let (told, tells, is) = (before.when(), event.when(), now.when());
    let is_moved = told != tells;
    let mut again =
        Again { next: now.clone(), columns: Vec::new(), held: Vec::new(), without_place: false, is_news: false };
    if is_moved && event.sequence < before.sequence {
        again.held.push(HeldWhy::Older);
        return again;
    }
    if !stands(&now) || now.is_settled() {
        let is_missed = !stands(&now) && is.on >= today;
        again.held.extend((is_missed || (is_moved && is != tells)).then_some(HeldWhy::Settled));
        return again;
    }
    if is_moved && is != tells && is != told {
        again.held.push(HeldWhy::MovedHere);
        return again;
    }
    if is_moved && is != tells {
        again.next = again.next.moved(of, tells, None);
        again.columns = differing(is, tells);
    }
    again.is_news = is_moved;
    let own = again.next.terms.place.clone();
    match (place, own) {
        (Place::Known(told), None) => {
            let terms = Terms { place: Some(PlaceName::new(told)), ..again.next.terms.clone() };
            again.next = again.next.with_terms(of, terms);
            again.columns.push("place");
        }
        (Place::Known(told), Some(own)) if own != PlaceName::new(told) => again.held.push(HeldWhy::OtherPlace),
        (Place::Unknown, None) => again.without_place = true,
        _ => {}
    }
    again
}

/// The columns in which two times differ.
fn differing(one: When, other: When) -> Vec<&'static str> {
    let columns = [
        ("on", one.on != other.on),
        ("start", one.start != other.start),
        ("end", one.end != other.end),
        ("nights", one.nights != other.nights),
    ];
    columns.into_iter().filter(|(_, differ)| *differ).map(|(column, _)| column).collect()
}
