//! Codes and clock times as SQL text.

use chrono::{NaiveDate, NaiveTime};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use crate::domain::codes::Code;
use crate::domain::discretion::{District, PersonName, Phone, PlaceName};

/// A code on its way to or from a column.
pub(super) struct Coded<T>(pub T);

impl<T: Code> ToSql for Coded<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.code().into())
    }
}

impl<T: Code> FromSql for Coded<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        T::from_code(value.as_str()?).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

/// What no view can print is text in the casebook.
macro_rules! told_to_sql {
    ($($guarded:ty),*) => {$(
        impl ToSql for $guarded {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.bare().into())
            }
        }

        impl FromSql for $guarded {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Ok(value.as_str()?.into())
            }
        }
    )*};
}

told_to_sql!(PersonName, PlaceName, District, Phone);

/// A clock time on its way to or from a column, `HH:MM`.
pub(super) struct Clocked(pub NaiveTime);

impl ToSql for Clocked {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.format("%H:%M").to_string().into())
    }
}

impl FromSql for Clocked {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = |digits: &[u8]| number(digits).ok_or(FromSqlError::InvalidType);
        let [hour @ .., b':', ten, one] = value.as_str()?.as_bytes() else { return Err(FromSqlError::InvalidType) };
        let time = NaiveTime::from_hms_opt(number(hour)?, number(&[*ten, *one])?, 0);
        time.map(Self).ok_or(FromSqlError::InvalidType)
    }
}

/// A day on its way from a column, `YYYY-MM-DD`; read as such, for a diary reads many thousands.
pub(super) struct Dated(pub NaiveDate);

impl FromSql for Dated {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let [year @ .., b'-', m, n, b'-', d, e] = value.as_str()?.as_bytes() else {
            return Err(FromSqlError::InvalidType);
        };
        let number = |digits: &[u8]| number(digits).ok_or(FromSqlError::InvalidType);
        let year = i32::try_from(number(year)?).map_err(|_| FromSqlError::InvalidType)?;
        let day = NaiveDate::from_ymd_opt(year, number(&[*m, *n])?, number(&[*d, *e])?);
        day.map(Self).ok_or(FromSqlError::InvalidType)
    }
}

/// A number of at most four digits.
fn number(digits: &[u8]) -> Option<u32> {
    let digit = |sum: u32, digit: &u8| Some(sum * 10 + u32::from(digit.checked_sub(b'0').filter(|it| *it < 10)?));
    digits.iter().try_fold(0, digit).filter(|_| (1..=4).contains(&digits.len()))
}
