//! The text room: words in three languages, numbers and dates by locale, search and sorting of names.
//!
//! Everything here turns values into text or text into values and is the same on every machine: no `Intl`, no
//! locale of the system, no Unicode tables beyond those of the standard library. Imports `data` only. What the page
//! says stands in the tables of `words`; what a view does with it is none of this room's business.

pub mod collate;
pub mod date;
pub mod fold;
pub mod number;
pub mod say;
pub mod typed_date;
pub mod words;
