//! A hybrid logical clock (Kulkarni, Demirbas, Madappa, Avva and Leone 2014): close to the wall clock, never going back.
//!
//! Times order records for display only; what supersedes what is decided by what the writer had seen
//! (see [`super::state`]). A device whose clock is years ahead can therefore not drag the others along: its times are
//! shown, but [`Clock::observe`] does not follow them.

/// The latest time that a record may carry: the last millisecond of the year 9999.
pub const MAX_MS: u64 = 253_402_300_799_999;

/// How far ahead of the wall clock a foreign time may be and still move this clock: one day.
pub const MAX_AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

/// A moment: milliseconds since 1970 (UTC) and a counter for moments within one millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Hlc {
    /// Milliseconds since 1970-01-01T00:00Z, at most [`MAX_MS`].
    pub ms: u64,
    /// Tells apart moments of one millisecond.
    pub count: u32,
}

/// The clock of one writer. Each [`Clock::tick`] is later than every one before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clock {
    last: Hlc,
}

impl Clock {
    /// The next moment, given the wall clock. Stands still on the wall clock's behalf when that has jumped back.
    pub fn tick(&mut self, now_ms: u64) -> Hlc {
        let now_ms = now_ms.min(MAX_MS);
        self.last = if now_ms > self.last.ms {
            Hlc { ms: now_ms, count: 0 }
        } else {
            match self.last.count.checked_add(1) {
                Some(count) => Hlc { ms: self.last.ms, count },
                None => Hlc { ms: self.last.ms + 1, count: 0 },
            }
        };
        self.last
    }

    /// Takes note of another writer's moment, so that later ticks come after it, unless it lies more than
    /// [`MAX_AHEAD_MS`] ahead of the wall clock.
    pub fn observe(&mut self, seen: Hlc, now_ms: u64) {
        if seen.ms <= now_ms.saturating_add(MAX_AHEAD_MS).min(MAX_MS) {
            self.last = self.last.max(seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_wrong_year_does_not_drag_the_clock_along() {
        let mut clock = Clock::default();
        let now_ms = 1_700_000_000_000;
        clock.observe(Hlc { ms: now_ms * 2, count: 0 }, now_ms);
        assert_eq!(clock.tick(now_ms), Hlc { ms: now_ms, count: 0 });
        clock.observe(Hlc { ms: now_ms + 5, count: 7 }, now_ms);
        assert_eq!(clock.tick(now_ms), Hlc { ms: now_ms + 5, count: 8 });
    }

    #[test]
    fn a_full_counter_goes_on_in_the_next_millisecond() {
        let mut clock = Clock { last: Hlc { ms: 5, count: u32::MAX } };
        assert_eq!(clock.tick(3), Hlc { ms: 6, count: 0 });
    }

    proptest! {
        #[test]
        fn ticks_rise_whatever_the_wall_clock_does(walls in prop::collection::vec(any::<u64>(), 1..50)) {
            let mut clock = Clock::default();
            let mut last = None;
            for wall in walls {
                clock.observe(Hlc { ms: wall / 2, count: 3 }, wall);
                let at = clock.tick(wall);
                prop_assert!(Some(at) > last);
                last = Some(at);
            }
        }
    }
}
