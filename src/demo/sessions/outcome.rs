//! The outcome of a session: held mostly, cancelled by somebody for a reason, nobody came, or nobody answered.

use chrono::NaiveDate;

use super::topic::Topic;
use crate::demo::assets::assets;
use crate::demo::dice::Dice;
use crate::demo::weeks::{Meeting, Strand};
use crate::domain::codes::{CancelledBy, Mode, Outcome, SessionKind};

/// What came of a session.
pub struct Turnout {
    /// The outcome.
    pub outcome: Outcome,
    /// Who cancelled.
    pub cancelled_by: Option<CancelledBy>,
    /// Why.
    pub reason: Option<String>,
    /// Whether anybody was reached.
    pub reached: Reached,
}

/// Whether anybody was reached at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Somebody took part, or was to.
    Somebody,
    /// A phone call that nobody answered.
    Nobody,
}

#[derive(Clone, Copy)]
enum Came {
    Held,
    Cancelled,
    NoShow,
    Unreached,
}

const CAME: [(u32, Came); 4] = [(84, Came::Held), (10, Came::Cancelled), (2, Came::NoShow), (4, Came::Unreached)];

/// Draws what came of a session; from today on it is planned.
pub fn draw(meeting: &Meeting, topic: &Topic<'_>, today: NaiveDate, dice: &mut Dice) -> Turnout {
    let days = (today - meeting.on).num_days();
    // Now and then somebody has not yet noted what came of last week's session.
    if days <= 0 || days <= 7 && dice.chance(3) {
        return plain(Outcome::Planned);
    }
    let reasons = &assets().reasons;
    match dice.weighted(&CAME) {
        Came::Cancelled => {
            let who = canceller(meeting.strand, topic, dice);
            let reason = dice.chance(90).then(|| dice.word(reasons.of(who)).to_owned());
            Turnout { cancelled_by: Some(who), reason, ..plain(Outcome::Cancelled) }
        }
        Came::NoShow => {
            let list = if topic.mode == Mode::HomeVisit { &reasons.not_in } else { &reasons.no_show };
            Turnout { reason: Some(dice.word(list).to_owned()), ..plain(Outcome::NoShow) }
        }
        Came::Unreached if meeting.strand == Strand::Parents && attempted(topic.kind) == topic.kind => Turnout {
            reason: Some(dice.word(&reasons.unreached).to_owned()),
            reached: Reached::Nobody,
            ..plain(Outcome::NoShow)
        },
        Came::Held | Came::Unreached => plain(Outcome::Held),
    }
}

/// What a phone call that reached nobody was meant to be.
pub fn attempted(kind: SessionKind) -> SessionKind {
    match kind {
        SessionKind::CrisisSupport | SessionKind::Advice => kind,
        _ => SessionKind::Conversation,
    }
}

fn plain(outcome: Outcome) -> Turnout {
    Turnout { outcome, cancelled_by: None, reason: None, reached: Reached::Somebody }
}

fn canceller(strand: Strand, topic: &Topic<'_>, dice: &mut Dice) -> CancelledBy {
    let home = if topic.in_family_home() { 26 } else { 0 };
    match strand {
        Strand::Children => dice.weighted(&[
            (34, CancelledBy::Child),
            (20, CancelledBy::Parent),
            (home, CancelledBy::FamilyHome),
            (14, CancelledBy::Us),
            (6, CancelledBy::Other),
        ]),
        Strand::Parents => dice.weighted(&[(64, CancelledBy::Parent), (22, CancelledBy::Us), (14, CancelledBy::Other)]),
    }
}
