//! What was refused. It is journalled, and bounded: what is refused again within a while is counted, and told as a
//! number.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::named_params;
use serde_json::{Map, Value};

use super::Look;
use crate::domain::access::{self, Right};
use crate::domain::codes::AccessAct;
use crate::domain::ids::FamilyId;
use crate::domain::problem::Problem;
use crate::store::Store;
use crate::store::reached::Asker;

/// For how long the same refusal is only counted: of a family, and of what is of none, which screens ask again and
/// again.
const OF_A_FAMILY: TimeDelta = TimeDelta::minutes(1);
const OF_NONE: TimeDelta = TimeDelta::minutes(10);

/// What the journal calls what somebody may not do.
const RIGHT: &str = "right";

/// A refusal that was told, and how often it came since.
#[derive(Debug)]
pub(super) struct Refused {
    act: Right,
    family: Option<FamilyId>,
    told: DateTime<Utc>,
    since: usize,
}

impl Store {
    /// Refuses an act; the journal tells of it.
    pub(in crate::store) fn refused(&self, act: Right, asker: &Asker) -> Problem {
        self.note_refusal(act, None);
        access::refusal_of(act, asker.role, asker.hours)
    }

    /// Has the journal tell that somebody asked for an act in a family that they do not reach, if there is one.
    pub(in crate::store) fn refused_in(&self, act: Right, family: FamilyId) -> Result<(), Problem> {
        let sql = "SELECT 1 FROM family WHERE id = :family";
        if self.connection.prepare_cached(sql)?.exists(named_params! {":family": family.0})? {
            self.note_refusal(act, Some(family));
        }
        Ok(())
    }

    fn note_refusal(&self, act: Right, family: Option<FamilyId>) {
        let now = (self.clock)();
        let mut looks = self.looks.borrow_mut();
        let within = if family.is_some() { OF_A_FAMILY } else { OF_NONE };
        let known = looks.refused.iter_mut().find(|one| (one.act, one.family) == (act, family));
        let times = match known {
            Some(known) if (now - known.told).abs() < within => {
                known.since += 1;
                return;
            }
            Some(known) => {
                known.told = now;
                std::mem::take(&mut known.since) + 1
            }
            None => {
                looks.refused.retain(|one| one.since > 0 || (now - one.told).abs() < OF_NONE);
                looks.refused.push(Refused { act, family, told: now, since: 0 });
                1
            }
        };
        looks.waiting.push(of(now, act, family, times));
    }

    /// Has those told that were only counted.
    pub(super) fn tell_what_was_counted(&self) {
        let mut looks = self.looks.borrow_mut();
        let counted: Vec<Look> = looks
            .refused
            .iter_mut()
            .filter(|one| one.since > 0)
            .map(|one| of(one.told, one.act, one.family, std::mem::take(&mut one.since)))
            .collect();
        looks.waiting.extend(counted);
    }
}

fn of(at: DateTime<Utc>, act: Right, family: Option<FamilyId>, times: usize) -> Look {
    let mut said = Map::from_iter([("right".to_owned(), Value::from(format!("{act:?}")))]);
    if times > 1 {
        said.insert("times".to_owned(), Value::from(times));
    }
    Look { said, families: family.into_iter().collect(), ..Look::new(at, AccessAct::Refuse, RIGHT) }
}
