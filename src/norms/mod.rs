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
pub mod names;
pub mod places;
pub mod protocols;
pub mod tls;

use jiff::civil::Date;

/// How a period lies to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It was over by then.
    Ended,
    /// The day lies in it.
    Current,
    /// It hadn't begun yet.
    Coming,
}

/// How the half-open period from `from` until `until` lies to `date`.
#[must_use]
pub fn when(from: Date, until: Option<Date>, date: Date) -> When {
    if date < from {
        When::Coming
    } else if holds(from, until, date) {
        When::Current
    } else {
        When::Ended
    }
}

/// Whether `date` lies in the half-open period from `from` until `until`.
#[must_use]
pub fn holds(from: Date, until: Option<Date>, date: Date) -> bool {
    from <= date && until.is_none_or(|until| date < until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_first_day_after_a_period_is_not_in_it() {
        let lies = |day| when(date(2016, 7, 12), Some(date(2020, 7, 16)), day);
        assert_eq!([date(2016, 7, 11), date(2016, 7, 12)].map(lies), [When::Coming, When::Current]);
        assert_eq!([date(2020, 7, 15), date(2020, 7, 16)].map(lies), [When::Current, When::Ended]);
        assert_eq!(when(date(2018, 5, 25), None, date(9999, 12, 31)), When::Current);
    }
}
