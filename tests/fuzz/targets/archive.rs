//! An XLSX file around parts of it that are anything at all: what is fed lies in it unpacked, with its sum, so that it
//! is read as a sheet and not refused as a broken archive.

/// What a workbook is made of besides; the sheet, the texts that cells share, and the styles are fed.
const AROUND: &[(&str, &str)] = &[
    (
        "[Content_Types].xml",
        r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1"
 r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

const FED: [&str; 3] = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"];

/// A workbook whose sheet, shared texts and styles are what stands between bytes of nought; what is missing is not in
/// it.
pub fn workbook(bytes: &[u8]) -> Vec<u8> {
    let fed = FED.iter().copied().zip(bytes.splitn(FED.len(), |byte| *byte == 0));
    let parts: Vec<(&str, &[u8])> = AROUND.iter().map(|(name, text)| (*name, text.as_bytes())).chain(fed).collect();
    let (mut archive, mut list) = (Vec::new(), Vec::new());
    for (name, content) in &parts {
        let at = archive.len() as u32;
        let told = head(name, content);
        archive.extend_from_slice(b"PK\x03\x04");
        archive.extend_from_slice(&told);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(content);
        list.extend_from_slice(b"PK\x01\x02\x14\x00");
        list.extend_from_slice(&told);
        // No comment, first disk, no attributes.
        list.extend_from_slice(&[0; 10]);
        list.extend_from_slice(&at.to_le_bytes());
        list.extend_from_slice(name.as_bytes());
    }
    let (count, at, length) = (parts.len() as u16, archive.len() as u32, list.len() as u32);
    archive.extend_from_slice(&list);
    archive.extend_from_slice(b"PK\x05\x06\x00\x00\x00\x00");
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&count.to_le_bytes());
    archive.extend_from_slice(&length.to_le_bytes());
    archive.extend_from_slice(&at.to_le_bytes());
    archive.extend_from_slice(&[0; 2]);
    archive
}

/// What stands about a part both before it and in the list: version, flags, stored, no time, sum, sizes, length of its
/// name.
fn head(name: &str, content: &[u8]) -> Vec<u8> {
    let mut told = vec![0x14, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
    told.extend_from_slice(&sum(content).to_le_bytes());
    told.extend_from_slice(&(content.len() as u32).to_le_bytes());
    told.extend_from_slice(&(content.len() as u32).to_le_bytes());
    told.extend_from_slice(&(name.len() as u16).to_le_bytes());
    told.extend_from_slice(&[0; 2]);
    told
}

/// CRC-32 as archives have it.
fn sum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}
