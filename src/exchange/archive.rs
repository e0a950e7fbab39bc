//! How much a ZIP archive says it will become, before anything of it is unpacked: a spreadsheet of a megabyte may be
//! one of a gigabyte.

/// Signature and fixed length of the record at an archive's end.
const END: (&[u8], usize) = (b"PK\x05\x06", 22);

/// Signature and fixed length of an entry of the archive's list.
const ENTRY: (&[u8], usize) = (b"PK\x01\x02", 46);

/// Longest comment that may follow the record at the end.
const LONGEST_COMMENT: usize = 65_535;

/// The bytes of everything in an archive once it is unpacked; none where its list cannot be read.
pub(super) fn unpacked(bytes: &[u8]) -> Option<u64> {
    let earliest = bytes.len().saturating_sub(END.1 + LONGEST_COMMENT);
    let tail = bytes.get(earliest..)?;
    let end = earliest + tail.windows(END.0.len()).rposition(|window| window == END.0)?;
    let mut at = usize::try_from(number(bytes, end + 16, 4)?).ok()?;
    let count = number(bytes, end + 10, 2)?;
    let mut sum: u64 = 0;
    for _ in 0..count {
        if bytes.get(at..at + ENTRY.0.len())? != ENTRY.0 {
            return None;
        }
        // A size that needs more than four bytes is written as the highest number there is, and is too much anyway.
        sum = sum.saturating_add(number(bytes, at + 24, 4)?);
        let names: u64 = [28, 30, 32].into_iter().map(|part| number(bytes, at + part, 2)).sum::<Option<u64>>()?;
        at += ENTRY.1 + usize::try_from(names).ok()?;
    }
    Some(sum)
}

/// A number of some bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    Some(part.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_tells_its_size_without_being_unpacked() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for row in 0..2000 {
            sheet.write(row, 0, "samma ord om och om igen").unwrap();
        }
        let bytes = workbook.save_to_buffer().unwrap();
        let unpacked = unpacked(&bytes).unwrap();
        assert!(unpacked > 3 * bytes.len() as u64, "{unpacked} of {}", bytes.len());
    }

    #[test]
    fn what_is_no_archive_has_no_size() {
        for bytes in [&b""[..], b"PK\x05\x06", b"PK\x03\x04 and nothing more", &[b'x'; 70_000]] {
            assert_eq!(unpacked(bytes), None);
        }
    }
}
