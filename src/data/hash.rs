//! A name for bytes: tells one data file from another. Not a protection against forgery.

/// The 64-bit FNV-1a hash of bytes, as 16 lower-case hex digits.
pub fn hash(bytes: &[u8]) -> String {
    let value = bytes.iter().fold(OFFSET_BASIS, |value, byte| (value ^ u64::from(*byte)).wrapping_mul(PRIME));
    format!("{value:016x}")
}

/// Both constants as published by Fowler, Noll and Vo for 64 bits.
const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

#[cfg(test)]
mod tests {
    use super::hash;

    /// Test vectors of the FNV reference code (draft-eastlake-fnv, appendix of 64-bit FNV-1a values).
    #[test]
    fn agrees_with_the_published_vectors() {
        assert_eq!(hash(b""), "cbf29ce484222325");
        assert_eq!(hash(b"a"), "af63dc4c8601ec8c");
        assert_eq!(hash(b"foobar"), "85944171f73967e8");
    }
}
