//! Whether a figure meets its target.

use super::targets::Resolved;
use crate::data::{Figure, Polarity};

/// How near is near: at most so many per cent of the target short of it. Ours; a caller may give another number.
pub const NEAR_PER_CENT: f64 = 5.0;

/// How a figure stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// As good as the target or better; for an estimate, its whole interval is.
    Met,
    /// Short of the target by a little.
    Near,
    /// Short of the target by more.
    Missed,
    /// An estimate whose interval lies on both sides of the target.
    NotSure,
    /// There is no figure, or the target needs one that is not known.
    NoFigure,
    /// Neither direction is good: there is a difference and no verdict.
    NoDirection,
}

/// A verdict with the difference that it follows from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// How the figure stands to its target.
    pub verdict: Verdict,
    /// Figure less target, in the indicator's unit.
    pub difference: Option<f64>,
}

/// How many areas have each verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// By [`Verdict`], in the order of [`Verdict::ALL`].
    pub counts: [usize; 6],
    /// Areas without a target.
    pub without: usize,
}

impl Verdict {
    /// All verdicts, in the order in which they are shown.
    pub const ALL: [Verdict; 6] =
        [Verdict::Met, Verdict::Near, Verdict::Missed, Verdict::NotSure, Verdict::NoFigure, Verdict::NoDirection];
}

impl Tally {
    /// How many areas have a verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.counts[verdict as usize]
    }

    /// All areas.
    pub fn all(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.without
    }
}

/// Judges a figure. The rule: a figure on the target or on its good side has met it; one that falls short by at most
/// `near_pct` per cent of the target is near, any other has missed it (of a target of 0 nothing is near). For an estimate
/// the whole interval must be on the good side; if it is wholly on the other, the estimate itself says whether it is near;
/// if it is on both, nobody is sure.
pub fn judge(figure: &Figure, target: &Resolved, polarity: Polarity, near_pct: f64) -> Judged {
    let Some((value, aim)) = figure.value.zip(target.value) else {
        return Judged { verdict: Verdict::NoFigure, difference: None };
    };
    let sign = match polarity {
        Polarity::Higher => 1.0,
        Polarity::Lower => -1.0,
        Polarity::Neither => {
            return Judged { verdict: Verdict::NoDirection, difference: Some(value - aim) };
        }
    };
    // Below zero is short of the target. Two ways of computing one ratio may differ in the last digits.
    let noise = 1e-9 * aim.abs();
    let ahead = |value: f64| sign * (value - aim);
    let (low, high) = figure.interval.unwrap_or((value, value));
    let (worst, best) = (ahead(low).min(ahead(high)), ahead(low).max(ahead(high)));
    let verdict = if worst >= -noise {
        Verdict::Met
    } else if best >= -noise {
        Verdict::NotSure
    } else if ahead(value) >= -(aim.abs() * near_pct / 100.0 + noise) {
        Verdict::Near
    } else {
        Verdict::Missed
    };
    Judged { verdict, difference: Some(value - aim) }
}

/// Counts verdicts; `None` is an area without a target.
pub fn tally(judged: &[Option<Judged>]) -> Tally {
    let mut tally = Tally::default();
    for one in judged {
        match one {
            Some(judged) => tally.counts[judged.verdict as usize] += 1,
            None => tally.without += 1,
        }
    }
    tally
}
