//! Corrections with a trace, and what became of a record: its changes, each with what stood there before.

use rusqlite::named_params;
use serde_json::{Map, Value};

use super::journal::{Cause, Deed, Entry};
use super::record::Outcome;
use super::{Origin, Record, Store, not_found};
use crate::domain::access::{Reach, Right};
use crate::domain::ids::FamilyId;
use crate::domain::noun::NounKind;
use crate::domain::problem::{Kind, Problem};
use crate::store::noun::{self, Visitor};
use crate::store::record::Row;

/// What the journal calls why something was corrected.
const CORRECTION: &str = "correction";

/// Why a record is corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// In words; never empty.
    pub reason: String,
    /// Who asked for it, as they are called; nobody, if it was the staff's own finding.
    pub asked_by: Option<String>,
}

/// One change of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// When, in UTC, RFC 3339.
    pub at: String,
    /// Who.
    pub user: String,
    /// `add`, `change` or `remove`.
    pub act: String,
    /// The fields that differ, as they stood before; none where it was purged.
    pub before: Map<String, Value>,
    /// As they stood after.
    pub after: Map<String, Value>,
    /// Why, if it was a correction.
    pub correction: Option<Correction>,
}

/// Whether a record may be read, and its name in the journal.
struct May<'a>(&'a Store, i64);

impl Visitor for May<'_> {
    type Out = Result<(&'static str, Option<FamilyId>), Problem>;

    fn visit<R: Row>(self) -> Self::Out {
        let Self(store, id) = self;
        let (_, value) = R::fetch(&store.connection, id)?.ok_or_else(|| not_found(R::NOUN))?;
        let family = value.family(&store.connection, Some(id))?;
        store.ask_to(Right::ReadCases, family)?;
        store.ask_open(&value)?;
        Ok((R::NOUN, family))
    }
}

impl Store {
    /// Saves over a record as [`Store::change`], and writes beside it why it was corrected; one change, one step of
    /// undo.
    ///
    /// # Errors
    /// As [`Store::change`]; no reason.
    pub fn correct<R: Record>(
        &self,
        id: R::Id,
        version: i64,
        value: &R,
        why: &Correction,
    ) -> Result<Outcome<R>, Problem> {
        self.ask(R::CHANGE)?;
        if why.reason.trim().is_empty() {
            return Err(Problem::new(Kind::Invalid, "correction-without-reason"));
        }
        let outcome = self.write(|transaction| {
            let outcome = self.change_within(transaction, (id, version), value, Origin::Direct)?;
            if let Outcome::Saved(change) = outcome {
                let family = value.family(transaction, Some(id.into()))?;
                let told = [
                    ("of".to_owned(), Value::from(R::NOUN)),
                    ("reason".to_owned(), Value::from(why.reason.trim())),
                    ("asked_by".to_owned(), why.asked_by.clone().into()),
                ];
                let deed = Deed::Add(Map::from_iter(told));
                let record = id.into();
                let entry = Entry { change, cause: Cause::Person, noun: CORRECTION, record, family, deed };
                self.write_entry(transaction, &entry)?;
            }
            Ok(outcome)
        })?;
        if let Outcome::Saved(change) = outcome {
            self.remember(change);
        }
        Ok(outcome)
    }

    /// The family of a record that one may read, and what became of it, oldest first: who changed it, when and why.
    /// What stood in it before and after is for those who read the journal.
    ///
    /// # Errors
    /// Refused by role or family; no such record.
    pub fn changes_of(&self, kind: NounKind, id: i64) -> Result<(Option<FamilyId>, Vec<RecordChange>), Problem> {
        self.ask(Right::ReadCases)?;
        let (noun, family) = noun::of(kind, May(self, id))?;
        if let Some(family) = family {
            self.saw_inside(noun, id, family);
        }
        let mut statement = self.connection.prepare_cached(
            "SELECT j.at, u.name, j.act, j.before, j.after,
                    (SELECT c.after FROM journal c
                     WHERE c.change = j.change AND c.noun = 'correction' AND c.record = j.record) AS correction
             FROM journal j JOIN user u ON u.id = j.user
             WHERE j.noun = :noun AND j.record = :record AND j.act IN ('add', 'change', 'remove') ORDER BY j.id",
        )?;
        let fields = |text: Option<String>| -> Map<String, Value> {
            text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
        };
        let shows = self.reach(Right::ReadJournal) != Reach::Nothing;
        let shown = |text: Option<String>| {
            let all = fields(text);
            if shows { all } else { all.into_iter().map(|(key, _)| (key, Value::Null)).collect() }
        };
        let rows = statement.query_map(named_params! {":noun": noun, ":record": id}, |row| {
            let told = row.get::<_, Option<String>>("correction")?.map(|text| fields(Some(text)));
            let word = |told: &Map<String, Value>, key: &str| told.get(key).and_then(Value::as_str).map(str::to_owned);
            Ok(RecordChange {
                at: row.get("at")?,
                user: row.get("name")?,
                act: row.get("act")?,
                before: shown(row.get("before")?),
                after: shown(row.get("after")?),
                correction: told.map(|told| Correction {
                    reason: word(&told, "reason").unwrap_or_default(),
                    asked_by: word(&told, "asked_by"),
                }),
            })
        })?;
        Ok((family, rows.collect::<Result<_, _>>()?))
    }

    /// The family of a record that one may read.
    ///
    /// # Errors
    /// Refused by role or family; no such record.
    pub fn family_of_record<R: Record>(&self, id: i64) -> Result<Option<FamilyId>, Problem> {
        self.ask(Right::ReadCases)?;
        May(self, id).visit::<R>().map(|(_, family)| family)
    }
}
