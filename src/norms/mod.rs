//! What a rule demands depends on the reference date: dated tables of norms, as data with sources.
//!
//! TLS 1.0 was sufficient in 2017, to be phased out in 2020 and insufficient in 2026; the United
//! Kingdom was in the EEA, then bridged, then found adequate; the Wbp gave way to the AVG. A rule
//! that has such a fact in its code is wrong for every other date, so the facts stand here, and a
//! rule asks for them as of the date it judges.
//!
//! Every period is half-open: `from` is the first day that it holds, `until` the first day that it no
//! longer does. Every row names its source. A new guideline, decision or law is a new row, and the
//! row that it replaces gets its `until`; rows are never rewritten, since old landscapes are still
//! judged by them. No logic lives here beyond looking up.

pub mod countries;
pub mod laws;
pub mod places;
pub mod protocols;
pub mod tls;

use jiff::civil::Date;

/// Whether `date` lies in the half-open period from `from` until `until`.
fn holds(from: Date, until: Option<Date>, date: Date) -> bool {
    from <= date && until.is_none_or(|until| date < until)
}
