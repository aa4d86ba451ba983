//! By when a breach must be reported, and by which law.
//!
//! GDPR art. 33(1): within 72 hours after having become aware. They run in hours, through weekends and holidays
//! (Regulation 1182/71 art. 3(3); art. 3(4), on a last day that is a holiday, leaves out periods in hours). That
//! Regulation also leaves out the hour of the event (art. 3(1)) and asks for two working days in two days or more
//! (art. 3(5)), which may give more time; what is given here is the earliest that the period can end.
//! Before 25 May 2018: Wbp art. 34a, «onverwijld»; the DPA's policy rules (BWBR0037346, ch. 6) make of that: if
//! possible not later than 72 hours after discovery.

use jiff::{
    Timestamp, ToSpan, Zoned,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::norms::laws::{AVG, Law, WBP, in_force};

/// How many hours there are to report.
pub const HOURS: i64 = 72;

/// When someone became aware of a breach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Moment {
    /// On some day, nobody says at what time.
    Day(Date),
    /// At a time, on the clock of the Netherlands.
    Time(Zoned),
}

/// What the law asks on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Nothing: it is before 2016.
    None,
    /// Wbp art. 34a.
    Wbp,
    /// GDPR art. 33 and 34.
    Avg,
}

impl Moment {
    /// Reads a day (`2026-11-02`), or a day and time (`2026-11-02T22:10`), by the clock of the Netherlands unless an
    /// offset follows (`Z`, `+02:00`). Of an hour that the clock strikes twice, it is the first.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.contains(':') {
            // Else a time without minutes would be dropped unseen.
            let is_day = text.chars().all(|character| character.is_ascii_digit() || character == '-');
            return text.parse().ok().filter(|_| is_day).map(Self::Day);
        }
        let zone = netherlands()?;
        if let Ok(timestamp) = text.parse::<Timestamp>() {
            return Some(Self::Time(timestamp.to_zoned(zone)));
        }
        let time: DateTime = text.parse().ok()?;
        zone.to_ambiguous_zoned(time).earlier().ok().map(Self::Time)
    }

    /// The day in the Netherlands.
    #[must_use]
    pub fn date(&self) -> Date {
        match self {
            Self::Day(day) => *day,
            Self::Time(time) => time.date(),
        }
    }
}

impl Duty {
    /// What the law asks on this day.
    #[must_use]
    pub fn on(day: Date) -> Self {
        if in_force(AVG.at("33(1)"), day) {
            Self::Avg
        } else if in_force(WBP.at("34a"), day) {
            Self::Wbp
        } else {
            Self::None
        }
    }

    /// The law that asks it.
    #[must_use]
    pub const fn law(self) -> Option<&'static Law> {
        match self {
            Self::None => None,
            Self::Wbp => Some(&WBP),
            Self::Avg => Some(&AVG),
        }
    }
}

/// The earliest end of the period to report in, on the clock of the Netherlands; none past the end of the calendar.
/// Where only the day is known, it is counted from when that day began.
#[must_use]
pub fn deadline(moment: &Moment) -> Option<Zoned> {
    let from = match moment {
        Moment::Day(day) => netherlands()?.to_ambiguous_zoned(day.at(0, 0, 0, 0)).earlier().ok()?,
        Moment::Time(time) => time.clone(),
    };
    from.checked_add(HOURS.hours()).ok()
}

/// The clock of the Netherlands since 1996, written out so that it is the same on every machine: summer time from the
/// last Sunday of March until that of October, both at 01:00 UTC (Directive 2000/84/EC and those before it).
fn netherlands() -> Option<TimeZone> {
    TimeZone::posix("CET-1CEST,M3.5.0/2,M10.5.0/3").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(moment: &str) -> String {
        let moment = Moment::parse(moment).expect(moment);
        deadline(&moment).expect("a deadline").strftime("%Y-%m-%d %H:%M").to_string()
    }

    #[test]
    fn seventy_two_hours_run_through_the_weekend() {
        // A Friday evening, and a Thursday before Easter.
        assert_eq!(by("2026-11-06T22:10"), "2026-11-09 22:10");
        assert_eq!(by("2026-04-02 17:00"), "2026-04-05 17:00");
    }

    #[test]
    fn of_a_day_alone_the_earliest_moment_counts() {
        assert_eq!(by("2026-11-02"), "2026-11-05 00:00");
    }

    #[test]
    fn when_the_clock_changes_the_hours_stay_seventy_two() {
        // Summer time ends on 25 October 2026 and begins on 28 March 2027.
        assert_eq!(by("2026-10-23T22:00"), "2026-10-26 21:00");
        assert_eq!(by("2027-03-26T22:00"), "2027-03-29 23:00");
        assert_eq!(by("2026-10-25"), "2026-10-27 23:00");
        // Struck twice: the first is the safe one.
        assert_eq!(by("2026-10-25T02:30"), "2026-10-28 01:30");
    }

    #[test]
    fn an_offset_is_turned_into_dutch_time() {
        assert_eq!(by("2026-07-01T20:00Z"), "2026-07-04 22:00");
        assert_eq!(Moment::parse("2026-07-01T23:30Z").map(|it| it.date()), "2026-07-02".parse().ok());
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in
            ["", "gisteren", "2026-13-01", "2026-11-02T", "2026-11-02T22", "22:00", "2026-11-02T25:00"]
        {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
        assert_eq!(deadline(&Moment::Day(Date::MAX)), None);
    }

    #[test]
    fn the_duty_began_in_2016_and_changed_in_2018() {
        let on = |day: &str| Duty::on(day.parse().expect("a day"));
        assert_eq!([on("2015-12-31"), on("2016-01-01")], [Duty::None, Duty::Wbp]);
        assert_eq!([on("2018-05-24"), on("2018-05-25")], [Duty::Wbp, Duty::Avg]);
    }
}
