//! The checksum of stored pieces and files: FNV-1a, 64 bits.
//!
//! It finds truncation and accidental change (odds of a miss 1 in 2^64), takes five lines and no table, which matters in a
//! page that is counted in kilobytes. It is no protection against a person who forges a file; nothing here relies on that.

/// FNV-1a of some bytes.
pub fn fnv1a_64(bytes: impl IntoIterator<Item = u8>) -> u64 {
    const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    bytes.into_iter().fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// The checksum as it is written: 16 hexadecimal digits.
pub fn sum_text(bytes: impl IntoIterator<Item = u8>) -> String {
    format!("{:016x}", fnv1a_64(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vectors of the authors' page (Fowler, Noll, Vo).
    #[test]
    fn published_vectors() {
        assert_eq!(sum_text(*b""), "cbf29ce484222325");
        assert_eq!(sum_text(*b"a"), "af63dc4c8601ec8c");
        assert_eq!(sum_text(*b"foobar"), "85944171f73967e8");
    }
}
