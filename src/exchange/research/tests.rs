//! Facts come out of a file as they went in.

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::*;
use crate::domain::research::{TABLES, table_named};

fn row() -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    vec![
        text("nord"),
        text("0a1b"),
        text("2c3d"),
        Value::Nothing,
        Value::Day("2026-03-17".parse().unwrap()),
        Value::Number(3),
        text("in_person"),
        Value::Flag(true),
        text("held"),
        Value::Nothing,
        Value::Number(90),
    ]
}

fn written(format: FactFormat, rows: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = FactFile::begin(format, table_named("visits").unwrap(), &mut bytes).unwrap();
    for _ in 0..rows {
        file.put(row()).unwrap();
    }
    file.end().unwrap();
    bytes
}

#[test]
fn csv_has_a_header_and_a_line_a_row() {
    let text = String::from_utf8(written(FactFormat::Csv, 1)).unwrap();
    assert_eq!(
        text,
        "unit,child,family,district,on_day,step,contact,supervised,outcome,cancelled_by,minutes\n\
         nord,0a1b,2c3d,,2026-03-17,3,in_person,true,held,,90\n"
    );
}

#[test]
fn parquet_holds_days_as_days_numbers_as_numbers_and_nothing_as_nothing() {
    for rows in [0, 1, 70_000] {
        let mut held = tempfile::tempfile().unwrap();
        held.write_all(&written(FactFormat::Parquet, rows)).unwrap();
        let reader = SerializedFileReader::new(held).unwrap();
        let version = reader.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(version.iter().any(|pair| pair.key == "trygg.schema"), "{version:?}");
        let found: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(found.len(), rows);
        let Some(last) = found.last() else { continue };
        let fields: Vec<Field> = last.get_column_iter().map(|(_, field)| field.clone()).collect();
        assert_eq!(fields[0], Field::Str("nord".to_owned()));
        assert_eq!(fields[3], Field::Null);
        assert_eq!(fields[4], Field::Date(20_529));
        assert_eq!((&fields[5], &fields[7]), (&Field::Long(3), &Field::Bool(true)));
    }
}

#[test]
fn the_code_book_tells_every_column_of_every_table() {
    let mut bytes = Vec::new();
    code_book(&|table, column| format!("{} {}", table.name, column.name), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let columns: usize = TABLES.iter().map(|table| table.columns.len()).sum();
    assert_eq!(text.lines().count(), columns + 1);
    assert!(text.contains("1,visits,supervised,boolean,visits supervised\n"), "{text}");
}
