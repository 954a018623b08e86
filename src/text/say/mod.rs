//! Every word on the screen, in the three languages, by the place where it stands.
//!
//! A translation that is left out does not compile; an empty one, or one whose placeholders differ, fails a test here.

pub mod about;
pub mod atlas;
pub mod commending;
pub mod compare;
pub mod differing;
pub mod estimates;
pub mod goals;
pub mod import;
pub mod indicators;
pub mod merge;
pub mod notes;
pub mod problems;
pub mod recommending;
pub mod register;
pub mod reports;
pub mod review;
pub mod shell;
pub mod targeting;
pub mod tasks;
pub mod undo;
pub mod working;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::Words;

    const TABLES: [&[(&str, &Words)]; 21] = [
        about::ALL,
        atlas::ALL,
        commending::ALL,
        compare::ALL,
        differing::ALL,
        estimates::ALL,
        goals::ALL,
        import::ALL,
        indicators::ALL,
        merge::ALL,
        notes::ALL,
        problems::ALL,
        recommending::ALL,
        register::ALL,
        reports::ALL,
        review::ALL,
        shell::ALL,
        targeting::ALL,
        tasks::ALL,
        undo::ALL,
        working::ALL,
    ];

    #[test]
    fn every_phrase_is_whole_in_every_language() {
        for phrases in TABLES {
            for (name, phrase) in phrases {
                assert_eq!(phrase.check(), Ok(()), "{name}");
            }
        }
        for plurals in [
            atlas::ALL_PLURALS,
            compare::ALL_PLURALS,
            import::ALL_PLURALS,
            notes::ALL_PLURALS,
            merge::ALL_PLURALS,
            recommending::ALL_PLURALS,
            register::ALL_PLURALS,
            reports::ALL_PLURALS,
            review::ALL_PLURALS,
            working::ALL_PLURALS,
            targeting::ALL_PLURALS,
        ] {
            for (name, plural) in plurals {
                assert_eq!(plural.check(), Ok(()), "{name}");
            }
        }
    }

    /// Signs that no phrase is to hold: per cent is written as [`crate::text::number::percent`] does it.
    #[test]
    fn phrases_are_plain() {
        for phrases in TABLES {
            for (name, phrase) in phrases {
                for text in [phrase.vi, phrase.en, phrase.ru] {
                    for unwanted in ["—", " %", "  ", "...", "!"] {
                        assert!(!text.contains(unwanted), "{name}: {unwanted:?} in {text:?}");
                    }
                }
            }
        }
    }
}
