//! Facts as Parquet. A group of rows at a time is kept in memory, and handed on when it is full.

use std::io::Write;
use std::sync::Arc;

use chrono::NaiveDate;
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::parser::parse_message_type;

use super::unwritten;
use crate::domain::problem::{Kind, Problem};
use crate::domain::research::{Holds, SCHEMA, Table, Value};

/// So many rows are a group.
const GROUP: usize = 64 * 1024;

/// A file that is being written.
pub struct Columnar<'w> {
    table: &'static Table,
    writer: SerializedFileWriter<Vec<u8>>,
    rows: Vec<Vec<Value>>,
    out: &'w mut dyn Write,
}

impl<'w> Columnar<'w> {
    pub(super) fn begin(table: &'static Table, out: &'w mut dyn Write) -> Result<Self, Problem> {
        let schema = Arc::new(parse_message_type(&message(table)).map_err(failed)?);
        let version = KeyValue::new("trygg.schema".to_owned(), SCHEMA.to_string());
        let properties = WriterProperties::builder().set_key_value_metadata(Some(vec![version])).build();
        let writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).map_err(failed)?;
        Ok(Self { table, writer, rows: Vec::new(), out })
    }

    pub(super) fn put(&mut self, row: Vec<Value>) -> Result<(), Problem> {
        self.rows.push(row);
        if self.rows.len() == GROUP { self.write_group() } else { Ok(()) }
    }

    pub(super) fn end(mut self) -> Result<(), Problem> {
        if !self.rows.is_empty() {
            self.write_group()?;
        }
        let rest = self.writer.into_inner().map_err(failed)?;
        self.out.write_all(&rest).map_err(unwritten)
    }

    fn write_group(&mut self) -> Result<(), Problem> {
        let mut group = self.writer.next_row_group().map_err(failed)?;
        for (place, column) in self.table.columns.iter().enumerate() {
            let Some(mut writer) = group.next_column().map_err(failed)? else { break };
            let cells = self.rows.iter().map(|row| row.get(place).unwrap_or(&Value::Nothing));
            write_column(column.holds, cells, &mut writer).map_err(failed)?;
            writer.close().map_err(failed)?;
        }
        group.close().map_err(failed)?;
        self.rows.clear();
        self.writer.flush().map_err(unwritten)?;
        self.out.write_all(&std::mem::take(self.writer.inner_mut())).map_err(unwritten)
    }
}

/// What the file says of its columns: any of them may hold nothing.
fn message(table: &Table) -> String {
    let kind = |holds: Holds| match holds {
        Holds::Unit | Holds::Pseudonym | Holds::Code | Holds::District => ("BYTE_ARRAY", " (UTF8)"),
        Holds::Day | Holds::Month => ("INT32", " (DATE)"),
        Holds::Number => ("INT64", ""),
        Holds::Flag => ("BOOLEAN", ""),
    };
    let columns = table.columns.iter().map(|column| {
        let (physical, logical) = kind(column.holds);
        format!("OPTIONAL {physical} {}{logical};\n", column.name)
    });
    format!("message {} {{\n{}}}", table.name, columns.collect::<String>())
}

/// Days since 1970.
fn days(day: NaiveDate) -> i32 {
    i32::try_from((day - NaiveDate::default()).num_days()).unwrap_or_default()
}

fn write_column<'v>(
    holds: Holds,
    cells: impl Iterator<Item = &'v Value> + Clone,
    writer: &mut SerializedColumnWriter<'_>,
) -> Result<(), ParquetError> {
    let levels: Vec<i16> = cells.clone().map(|cell| i16::from(*cell != Value::Nothing)).collect();
    let levels = Some(levels.as_slice());
    match holds {
        Holds::Unit | Holds::Pseudonym | Holds::Code | Holds::District => {
            let text = |cell: &Value| match cell {
                Value::Text(text) => Some(ByteArray::from(text.as_str())),
                _ => None,
            };
            let values: Vec<ByteArray> = cells.filter_map(text).collect();
            writer.typed::<ByteArrayType>().write_batch(&values, levels, None)?;
        }
        Holds::Day | Holds::Month => {
            let day = |cell: &Value| if let Value::Day(day) = cell { Some(days(*day)) } else { None };
            let values: Vec<i32> = cells.filter_map(day).collect();
            writer.typed::<Int32Type>().write_batch(&values, levels, None)?;
        }
        Holds::Number => {
            let number = |cell: &Value| if let Value::Number(number) = cell { Some(*number) } else { None };
            let values: Vec<i64> = cells.filter_map(number).collect();
            writer.typed::<Int64Type>().write_batch(&values, levels, None)?;
        }
        Holds::Flag => {
            let flag = |cell: &Value| if let Value::Flag(flag) = cell { Some(*flag) } else { None };
            let values: Vec<bool> = cells.filter_map(flag).collect();
            writer.typed::<BoolType>().write_batch(&values, levels, None)?;
        }
    }
    Ok(())
}

fn failed(cause: ParquetError) -> Problem {
    Problem::new(Kind::Io, "write-output").because(cause)
}
