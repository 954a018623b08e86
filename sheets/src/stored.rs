//! A zip archive whose parts are stored as they are (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
//!
//! The writer of the zip crate brings two compressors with it, a tenth of this wasm file, for a few kilobytes.

/// The archive of these parts, names in ASCII. `None` beyond 4 GB, which the plain format cannot hold.
pub(crate) fn stored_archive(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut archive = Vec::new();
    let mut list = Vec::new();
    for (name, content) in parts {
        let at = u32::try_from(archive.len()).ok()?;
        let mut head = Vec::new();
        // Version 2.0, no flags, stored, 1 January 1980.
        push_all(&mut head, &[&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0], &crc32(content).to_le_bytes()]);
        let size = u32::try_from(content.len()).ok()?.to_le_bytes();
        let name_len = u16::try_from(name.len()).ok()?.to_le_bytes();
        push_all(&mut head, &[&size, &size, &name_len, &[0, 0]]);
        push_all(&mut archive, &[b"PK\x03\x04", &head, name.as_bytes(), content]);
        // In the list besides: version of the writer, no remark, first disk, no attributes, place.
        push_all(&mut list, &[b"PK\x01\x02", &[20, 0], &head, &[0; 10], &at.to_le_bytes(), name.as_bytes()]);
    }
    let list_at = u32::try_from(archive.len()).ok()?.to_le_bytes();
    let list_len = u32::try_from(list.len()).ok()?.to_le_bytes();
    let n_parts = u16::try_from(parts.len()).ok()?.to_le_bytes();
    let end: [&[u8]; 8] = [&list, b"PK\x05\x06", &[0; 4], &n_parts, &n_parts, &list_len, &list_at, &[0, 0]];
    push_all(&mut archive, &end);
    Some(archive)
}

fn push_all(bytes: &mut Vec<u8>, pieces: &[&[u8]]) {
    for piece in pieces {
        bytes.extend_from_slice(piece);
    }
}

/// CRC-32 of ISO 3309, bit by bit by the low end.
fn crc32(bytes: &[u8]) -> u32 {
    let mut table = [0u32; 256];
    for (entry, byte) in table.iter_mut().zip(0u32..) {
        *entry = (0..8).fold(byte, |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 });
    }
    !bytes.iter().fold(!0, |crc, byte| (crc >> 8) ^ table[((crc ^ u32::from(*byte)) & 0xff) as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_standard_one() {
        // The check value of the catalogue of CRC algorithms (CRC-32/ISO-HDLC).
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }
}
