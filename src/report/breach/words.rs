//! Words that several parts of the page use.

use jiff::{Zoned, civil::Weekday};
use rustc_hash::FxHashSet;

use super::Told;
use crate::{
    model::{Endpoint, Id, Link, Party},
    say,
    text::{self, Lang, Text, shown},
};

/// A time as the language writes it: `maandag 9 november 2026 om 22.10 uur`. Midnight is the end of a day: who reads
/// "Thursday 0:00" would think of Thursday evening.
pub fn time(time: &Zoned, lang: Lang) -> String {
    let midnight = time.hour() == 0 && time.minute() == 0;
    let day = if midnight { time.date().yesterday().unwrap_or(time.date()) } else { time.date() };
    let hour = if midnight { 24 } else { time.hour() };
    let (weekday, date, minute) = (weekday(day.weekday()).to(lang), text::date(day, lang), time.minute());
    say!(
        lang,
        en: "{weekday} {date} at {hour:02}:{minute:02}",
        nl: "{weekday} {date} om {hour}.{minute:02} uur",
    )
}

const fn weekday(day: Weekday) -> Text {
    match day {
        Weekday::Monday => Text { en: "Monday", nl: "maandag" },
        Weekday::Tuesday => Text { en: "Tuesday", nl: "dinsdag" },
        Weekday::Wednesday => Text { en: "Wednesday", nl: "woensdag" },
        Weekday::Thursday => Text { en: "Thursday", nl: "donderdag" },
        Weekday::Friday => Text { en: "Friday", nl: "vrijdag" },
        Weekday::Saturday => Text { en: "Saturday", nl: "zaterdag" },
        Weekday::Sunday => Text { en: "Sunday", nl: "zondag" },
    }
}

/// Names in a row, each once: the first so many, and how many more.
pub fn few(names: impl IntoIterator<Item = String>, most: usize, lang: Lang) -> String {
    let mut seen = FxHashSet::default();
    let all: Vec<String> = names.into_iter().filter(|name| seen.insert(name.clone())).collect();
    // Counting one saves nothing: its name is as short.
    if all.len() <= most + 1 {
        return all.join(", ");
    }
    let (first, more) = (all[..most].join(", "), text::number(all.len() - most, lang));
    say!(lang, en: "{first} and {more} more", nl: "{first} en nog {more}")
}

impl Told<'_> {
    /// What people call an end of a link.
    pub(super) fn end(&self, end: Endpoint) -> String {
        shown(self.analysis.landscape.endpoint_name(end)).into_owned()
    }

    /// What people call a party.
    pub(super) fn party(&self, id: Id<Party>) -> String {
        self.end(Endpoint::Party(id))
    }

    /// The id of a link.
    pub(super) fn link(&self, id: Id<Link>) -> String {
        shown(&self.analysis.landscape.links.get(id).id).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::follow::breach::{Moment, deadline};

    #[test]
    fn a_deadline_at_midnight_is_the_end_of_the_day_before() {
        let by = |moment: &str, lang| {
            time(&Moment::parse(moment).and_then(|it| deadline(&it)).expect("a deadline"), lang)
        };
        assert_eq!(by("2026-11-02", Lang::Nl), "woensdag 4 november 2026 om 24.00 uur");
        assert_eq!(by("2026-11-02", Lang::En), "Wednesday 4 November 2026 at 24:00");
        assert_eq!(by("2026-11-02T09:05", Lang::Nl), "donderdag 5 november 2026 om 9.05 uur");
    }

    #[test]
    fn names_are_told_once_and_the_rest_is_counted() {
        let names = |all: &[&str]| few(all.iter().map(|name| (*name).to_owned()), 2, Lang::Nl);
        assert_eq!(names(&["a", "b", "a", "c"]), "a, b, c");
        assert_eq!(names(&["a", "b", "c", "d"]), "a, b en nog 2");
    }
}
