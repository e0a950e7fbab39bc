//! Terms at school as rows.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql, Transaction, named_params};

use crate::domain::access::Right;
use crate::domain::codes::{Answer, SchoolLevel, SchoolTerm};
use crate::domain::ids::{FamilyId, PersonId, SchoolingId};
use crate::domain::problem::{Kind, Problem};
use crate::domain::schooling::Schooling;
use crate::store::Store;
use crate::store::coded::Coded;
use crate::store::columns;
use crate::store::listed::Place;
use crate::store::record::{Record, Row, one};
use crate::store::visits::{called, must_name_its_own};

impl Record for Schooling {
    type Id = SchoolingId;
}

impl Row for Schooling {
    const NOUN: &'static str = "schooling";
    const TABLE: &'static str = "schooling";
    const ADD: Right = Right::NoteEvents;
    const CHANGE: Right = Right::NoteEvents;
    const PLACE: Place = Place {
        tables: "schooling t",
        family: "t.family",
        first: "t.year || CASE t.term WHEN 'spring' THEN '-01-01' ELSE '-07-01' END",
        last: "t.year || CASE t.term WHEN 'spring' THEN '-06-30' ELSE '-12-31' END",
        order: "f.sort_key, f.id, t.year, t.term DESC, t.id",
    };
    const IS_NEWS: bool = true;

    fn family(&self, _: &Connection, _: Option<i64>) -> Result<Option<FamilyId>, Problem> {
        Ok(Some(self.family))
    }

    fn label(&self, connection: &Connection) -> Result<(String, Option<NaiveDate>), Problem> {
        Ok((called(connection, self.child)?, Some(self.first_day())))
    }

    fn check(&self, connection: &Connection, id: Option<i64>, _: NaiveDate) -> Result<(), Problem> {
        let twice: bool = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM schooling WHERE child = :child AND year = :year AND term = :term
                                AND id <> coalesce(:id, 0))",
            )?
            .query_row(
                named_params! {":child": self.child.0, ":year": self.year, ":term": Coded(self.term), ":id": id},
                |row| row.get(0),
            )?;
        if twice {
            return Err(Problem::new(Kind::Invalid, "term-is-there"));
        }
        must_name_its_own(self, connection, id, |of| vec![of.child])
    }

    fn is_open_to(&self, store: &Store) -> bool {
        super::is_read_by(store)
    }

    fn fetch(connection: &Connection, id: i64) -> Result<Option<(i64, Self)>, Problem> {
        one(connection, id, read)
    }

    fn put(&self, transaction: &Transaction<'_>, id: Option<i64>) -> Result<i64, Problem> {
        let row: [(&str, &dyn ToSql); 10] = [
            ("family", &self.family.0),
            ("child", &self.child.0),
            ("year", &self.year),
            ("term", &Coded(self.term)),
            ("grade", &self.grade),
            ("swedish", &self.swedish.map(Coded)),
            ("mathematics", &self.mathematics.map(Coded)),
            ("eligible", &self.eligible.map(Coded)),
            ("study_contact", &self.study_contact),
            ("note", &self.note),
        ];
        Ok(columns::write(transaction, Self::TABLE, id, &row)?)
    }
}

/// One from a row that holds every column of `schooling`.
fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Schooling> {
    Ok(Schooling {
        family: FamilyId(row.get("family")?),
        child: PersonId(row.get("child")?),
        year: row.get("year")?,
        term: row.get::<_, Coded<SchoolTerm>>("term")?.0,
        grade: row.get("grade")?,
        swedish: row.get::<_, Option<Coded<SchoolLevel>>>("swedish")?.map(|code| code.0),
        mathematics: row.get::<_, Option<Coded<SchoolLevel>>>("mathematics")?.map(|code| code.0),
        eligible: row.get::<_, Option<Coded<Answer>>>("eligible")?.map(|code| code.0),
        study_contact: row.get("study_contact")?,
        note: row.get("note")?,
    })
}
