//! What the shortlist adds up to.

use crate::journal::ShortlistEntry;

/// How many collectives the conference honoured.
pub const COLLECTIVES: usize = 34;
/// How many individuals it honoured.
pub const INDIVIDUALS: u32 = 34;

/// How many are to be honoured.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Honours {
    /// Areas on the shortlist.
    pub collectives: usize,
    /// Certificates for individuals.
    pub individuals: u32,
    /// The same by role, in the order of the roles.
    pub roles: Vec<(String, u32)>,
    /// Areas on the shortlist for which no reason is written down, by code.
    pub without_reason: Vec<String>,
    /// Whether there are more collectives than [`COLLECTIVES`]: a warning and no refusal.
    pub too_many_collectives: bool,
    /// Whether there are more individuals than [`INDIVIDUALS`]: a warning and no refusal.
    pub too_many_individuals: bool,
}

/// Adds up the shortlist.
pub fn honours(shortlist: &[ShortlistEntry]) -> Honours {
    let mut honours = Honours::default();
    for entry in shortlist {
        if entry.chosen {
            honours.collectives += 1;
            if entry.reason.trim().is_empty() {
                honours.without_reason.push(entry.area.clone());
            }
        }
        for (role, count) in &entry.roles {
            honours.individuals = honours.individuals.saturating_add(*count);
            match honours.roles.binary_search_by(|(known, _)| known.cmp(role)) {
                Ok(ix) => honours.roles[ix].1 = honours.roles[ix].1.saturating_add(*count),
                Err(ix) => honours.roles.insert(ix, (role.clone(), *count)),
            }
        }
    }
    honours.too_many_collectives = honours.collectives > COLLECTIVES;
    honours.too_many_individuals = honours.individuals > INDIVIDUALS;
    honours
}
