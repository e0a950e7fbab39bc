//! Who has looked, as it may be told to one person of the family. A family's file holds adults who may be enemies:
//! nobody is told of what concerns another.
//!
//! | what was done | told |
//! |---|---|
//! | the family's page, its sheet or its file read | to everybody of the family |
//! | a record read by itself | to whoever would be given it in a file of their own ([`super::one`]) |
//! | a file or a paper of a kind of record | to whoever has a part in a record of that kind |
//! | a file or a paper made for one person | to that person |
//! | a home or a place opened that is kept back | to nobody: it would tell that there is one |
//! | shown in a list, found in a search | to everybody of the family, as a number |
//!
//! Told is when, who, and in one of three words what: read, taken out, printed. Neither which record nor from where nor
//! why: a reason may be about somebody else.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};

use super::Noun;
use super::outgoing::{self, RowId};
use super::protection::Audience;
use crate::domain::codes::{AccessAct, Code, Role};
use crate::domain::ids::{NetworkMapId, PersonId};
use crate::domain::network::NetworkMap;
use crate::domain::noun::NounKind;
use crate::domain::person::Person;
use crate::domain::problem::Problem;
use crate::store::{Listing, LookRow, Store};

/// What concerns everybody of a family.
const OF_ALL: &[&str] = &["family", "person", "handover", "dossier"];

/// A calendar that left the house.
const CALENDAR: &str = "calendar";

/// What was done, in one of few words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Did {
    /// Read on a screen.
    Read,
    /// Taken out in a file.
    TookOut,
    /// Put on paper.
    Printed,
}

impl Did {
    /// The end of its keys.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::TookOut => "took-out",
            Self::Printed => "printed",
        }
    }
}

/// A look that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: DateTime<Utc>,
    /// Who of the staff.
    pub user: String,
    /// As what.
    pub role: Role,
    /// What.
    pub did: Did,
}

/// What one person may be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Looks, oldest first.
    pub looks: Vec<Told>,
    /// How often the family was shown in a list or found in a search besides.
    pub listed: usize,
}

/// Finds what of the looks at a family one of its people may be told.
///
/// # Errors
/// Refused by role or family; nobody of that identity.
pub fn for_one(store: &Store, rows: &[LookRow], who: PersonId) -> Result<Account, Problem> {
    let family = store.get::<Person>(who)?.value.family;
    let mut parts =
        Parts { store, who, listing: Listing { family: Some(family), ..Listing::default() }, known: HashMap::new() };
    let mut account = Account::default();
    for row in rows.iter().rev() {
        let to_one = row.said.get("for").and_then(serde_json::Value::as_i64).map(PersonId);
        if to_one.is_some_and(|to| to != who) {
            continue;
        }
        let did = match AccessAct::from_code(&row.act) {
            None | Some(AccessAct::Open) => Did::Read,
            Some(AccessAct::Export) => Did::TookOut,
            Some(AccessAct::Print) => Did::Printed,
            Some(AccessAct::List | AccessAct::Search) => {
                account.listed += 1;
                continue;
            }
            Some(AccessAct::Refuse | AccessAct::Unlock | AccessAct::Fail) => continue,
        };
        if to_one.is_some() || parts.concerns(row)? {
            account.looks.push(Told { at: row.at, user: row.user.clone(), role: row.role, did });
        }
    }
    Ok(account)
}

/// The records that somebody has a part in, found as they are asked for.
struct Parts<'a> {
    store: &'a Store,
    who: PersonId,
    listing: Listing,
    known: HashMap<Noun, HashSet<i64>>,
}

impl Parts<'_> {
    fn concerns(&mut self, row: &LookRow) -> Result<bool, Problem> {
        if OF_ALL.contains(&row.noun.as_str()) {
            return Ok(true);
        }
        if row.kind == Some(NounKind::NetworkMaps) {
            let found = self.store.get::<NetworkMap>(NetworkMapId(row.record));
            return Ok(found.is_ok_and(|map| map.value.ego == self.who));
        }
        let by_record = row.kind.and_then(|kind| Noun::ALL.iter().copied().find(|noun| noun.kind() == Some(kind)));
        if let (Some(noun), true) = (by_record, row.record > 0) {
            return Ok(self.of(noun)?.contains(&row.record));
        }
        let of_kind = Noun::named(&row.noun).or((row.noun == CALENDAR).then_some(Noun::Arrangements)).or(by_record);
        match of_kind {
            Some(noun) => Ok(!self.of(noun)?.is_empty()),
            None => Ok(false),
        }
    }

    fn of(&mut self, noun: Noun) -> Result<&HashSet<i64>, Problem> {
        // Visits are those of an arrangement.
        let noun = if noun.needs_days() { Noun::Arrangements } else { noun };
        if !self.known.contains_key(&noun) {
            let mut found = HashSet::new();
            outgoing::each(self.store, noun, &self.listing, Audience::For(self.who), &mut |row| {
                found.insert(match row.id {
                    RowId::Record(id) => id,
                    RowId::Visit { arrangement, .. } => arrangement.0,
                });
                Ok(())
            })?;
            self.known.insert(noun, found);
        }
        Ok(self.known.entry(noun).or_default())
    }
}
