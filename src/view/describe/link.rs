//! What was wrong with a link, in words.

use crate::data::Lang;

use super::super::hash::{HashProblem, HashProblemKind};
use super::words;

/// One sentence about one problem, without a full stop: "The link is too long and was not read".
pub fn problem_text(problem: &HashProblem, lang: Lang) -> String {
    let words = match problem.kind {
        HashProblemKind::UnknownView => &words::LINK_VIEW,
        HashProblemKind::UnknownPart => &words::LINK_PART,
        HashProblemKind::Repeated => &words::LINK_REPEATED,
        HashProblemKind::BadEncoding => &words::LINK_ENCODING,
        HashProblemKind::UnknownIndicator => &words::LINK_INDICATOR,
        HashProblemKind::UnknownArea => &words::LINK_AREA,
        HashProblemKind::UnknownWord => &words::LINK_WORD,
        HashProblemKind::BadNumber => &words::LINK_NUMBER,
        HashProblemKind::OutOfRange => &words::LINK_RANGE,
        HashProblemKind::NotDivisible => &words::LINK_DIVIDED,
        HashProblemKind::TooLong if problem.part == "#" => &words::LINK_TOO_LONG,
        HashProblemKind::TooLong => &words::LINK_LONG_PART,
        HashProblemKind::AndMore(n) => return words::LINK_MORE.fill(lang, n as u64, &[]),
    };
    words.fill(lang, &[("part", &problem.part), ("value", &problem.value)])
}
