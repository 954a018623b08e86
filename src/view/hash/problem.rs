//! What was wrong with a hash, part by part.

/// Characters of a wrong value that are kept.
const MAX_VALUE_CHARS: usize = 40;

/// A part of a hash that counted for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashProblem {
    /// Which part: `i`, `sel`, ...; `/` for the view, `#` for the whole hash. An unknown part is cut as a value is.
    pub part: String,
    /// What stood there, at most 40 characters of it.
    pub value: String,
    /// What was wrong.
    pub kind: HashProblemKind,
}

/// What was wrong with a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HashProblemKind {
    /// No such page.
    UnknownView,
    /// No such part.
    UnknownPart,
    /// The part, or an item of a list, stands twice.
    Repeated,
    /// A broken percent escape, or not UTF-8.
    BadEncoding,
    /// The data set has no such indicator.
    UnknownIndicator,
    /// The data set has no such area.
    UnknownArea,
    /// None of the words that this part knows.
    UnknownWord,
    /// Not a number, or not the form of a range or of classes.
    BadNumber,
    /// A number beyond what this part allows, or ends and breaks in the wrong order.
    OutOfRange,
    /// The indicator cannot be divided so.
    NotDivisible,
    /// Longer than is read.
    TooLong,
    /// So many more problems were found and are not listed.
    AndMore(usize),
}

impl HashProblem {
    /// A problem with the value cut for showing.
    pub fn new(part: &str, value: &str, kind: HashProblemKind) -> HashProblem {
        HashProblem { part: cut(part), value: cut(value), kind }
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= MAX_VALUE_CHARS {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(MAX_VALUE_CHARS - 1).collect();
    cut.push('…');
    cut
}
