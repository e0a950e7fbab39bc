//! Moves on the visit ladder as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction};

use super::{called, family_of, must_belong, stored};
use crate::domain::access::Right;
use crate::domain::codes::ChildWord;
use crate::domain::ids::{FamilyId, LadderMoveId, PersonId};
use crate::domain::problem::Problem;
use crate::domain::visit::LadderMove;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};

impl Record for LadderMove {
    type Id = LadderMoveId;
}

impl Row for LadderMove {
    const NOUN: &'static str = "ladder_move";
    const TABLE: &'static str = "ladder_move";
    const ADD: Right = Right::PlanVisits;
    const CHANGE: Right = Right::PlanVisits;
    const PLACE: Place = Place {
        tables: "ladder_move t JOIN member m ON m.id = t.child",
        family: "m.family",
        first: "t.on_day",
        last: "t.on_day",
        order: "f.sort_key, f.id, t.on_day, t.id",
    };
    const IS_NEWS: bool = false;

    fn family(&self, connection: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        family_of(connection, self.child).map(Some)
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        let (child, with) = (called(connection, self.child)?, called(connection, self.with)?);
        Ok((format!("{child} – {with}"), Some(self.on)))
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let before = stored::<Self>(connection, id)?.filter(|before| before.child == self.child);
        let already: Vec<PersonId> = before.iter().map(|before| before.with).collect();
        must_belong(connection, family_of(connection, self.child)?, &[self.with], &already)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let word = self.child_word.map(Coded);
        let row: [(&str, &dyn ToSql); 9] = [
            ("child", &self.child.0),
            ("with_person", &self.with.0),
            ("on_day", &self.on),
            ("from_step", &self.from),
            ("to_step", &self.to),
            ("reason", &self.reason),
            ("decided_by", &self.decided_by),
            ("child_word", &word),
            ("words", &self.words),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// A move from a row that holds every column of `ladder_move`.
pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<LadderMove> {
    Ok(LadderMove {
        child: PersonId(row.get("child")?),
        with: PersonId(row.get("with_person")?),
        on: row.get("on_day")?,
        from: row.get("from_step")?,
        to: row.get("to_step")?,
        reason: row.get("reason")?,
        decided_by: row.get("decided_by")?,
        child_word: row.get::<_, Option<Coded<ChildWord>>>("child_word")?.map(|code| code.0),
        words: row.get("words")?,
    })
}
