//! What holds on a day, for people: the tables that rules judge by, each row with its period and its source. The
//! text reads well at a terminal, and is Markdown.

use std::io::{self, Write};

use jiff::civil::Date;

use super::wrap::wrap;
use crate::{
    norms::{
        When,
        laws::{LAWS, Law, SPANS, in_force},
        names,
        places::{ADEQUACY, Adequacy, EEA, Member},
        protocols::{Encryption, PROTOCOLS, Protocol, aliases},
        tls::{self, RATINGS, Rating, TlsVersion},
        when,
    },
    rules, say,
    text::{self, Lang, Text},
};

/// Prints what holds on `day`, in lines of at most `width` columns.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(day: Date, lang: Lang, width: usize, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page { day, lang, width, text: String::new() };
    page.opening();
    page.versions();
    page.laws();
    page.adequacy();
    page.members();
    page.protocols();
    out.write_all(page.text.as_bytes())
}

/// The rules that cite an article of `law` on `day`, in the order of the rules.
pub fn citing(law: &Law, day: Date) -> impl Iterator<Item = &'static str> {
    let cites = move |rule: &&&rules::Rule| {
        let mut basis = rule.info.basis.iter();
        basis.any(|article| article.law.id == law.id && in_force(*article, day))
    };
    rules::ALL.iter().filter(cites).map(|rule| rule.info.id)
}

/// The first day of the oldest dated row, and that of the newest.
fn span() -> Option<(Date, Date)> {
    let days = RATINGS.iter().map(|row| row.from).chain(LAWS.iter().map(|row| row.from));
    let days = days.chain(ADEQUACY.iter().map(|row| row.from)).chain(EEA.iter().map(|row| row.from));
    Some((days.clone().min()?, days.max()?))
}

struct Page {
    day: Date,
    lang: Lang,
    width: usize,
    text: String,
}

impl Page {
    fn heading(&mut self, heading: Text) {
        self.text.extend(["\n## ", heading.to(self.lang), "\n\n"]);
    }

    /// What the items below it have in common.
    fn title(&mut self, title: Text) {
        // A heading leaves a line free already.
        let space = if self.text.ends_with("\n\n") { "" } else { "\n" };
        self.text.extend([space, title.to(self.lang), "\n\n"]);
    }

    fn line(&mut self, line: &str) {
        self.text += &(wrap("", line, self.width) + "\n");
    }

    fn item(&mut self, item: &str) {
        self.text += &(wrap("- ", item, self.width) + "\n");
    }

    fn date(&self, date: Date) -> String {
        text::date(date, self.lang)
    }

    /// From when until when, with the first and the last day.
    fn period(&self, from: Date, until: Option<Date>) -> String {
        let first = self.date(from);
        match until {
            None => say!(self.lang, en: "from {first}", nl: "vanaf {first}"),
            Some(until) => {
                let last = self.last_day(until);
                say!(self.lang, en: "{first} up to and including {last}", nl: "{first} tot en met {last}")
            }
        }
    }

    /// The last day of a period, by the first day after it.
    fn last_day(&self, until: Date) -> String {
        self.date(until.yesterday().unwrap_or(until))
    }

    fn opening(&mut self) {
        let (day, lang) = (self.date(self.day), self.lang);
        self.text += &say!(lang, en: "# What holds on {day}\n\n", nl: "# Wat geldt op {day}\n\n");
        let Some((oldest, newest)) = span() else { return };
        let (first, last) = (self.date(oldest), self.date(newest));
        if self.day < oldest {
            self.line(&say!(
                lang,
                en: "Nothing is known of this day: the oldest row is from {first}. A judgement as of this day rests on no norm.",
                nl: "Over deze dag is niets bekend: het oudste gegeven is van {first}. Een oordeel naar deze dag berust op geen enkele norm.",
            ));
        } else {
            self.line(&say!(
                lang,
                en: "A landscape is judged by these tables, as of its reference date. The newest row is from {last}; what changed after that, this version doesn't know.",
                nl: "Naar deze tabellen wordt een landschap beoordeeld, op zijn peildatum. Het nieuwste gegeven is van {last}; wat daarna is veranderd, kent deze versie niet.",
            ));
        }
    }

    /// What to say where a table has nothing for the day.
    fn nothing_before(&mut self, first: Option<Date>) {
        let Some(first) = first else { return };
        let first = self.date(first);
        self.line(&say!(
            self.lang,
            en: "Nothing is known: the first row is from {first}.",
            nl: "Niets bekend: het eerste gegeven is van {first}.",
        ));
    }

    fn versions(&mut self) {
        self.heading(Text { en: "Versions of TLS", nl: "TLS-versies" });
        let current = RATINGS.iter().filter(|row| when(row.from, row.until, self.day) == When::Current);
        let mut guidelines: Vec<_> =
            current.map(|row| (row.guideline, row.from, row.until, row.source)).collect();
        guidelines.dedup();
        if guidelines.is_empty() {
            self.nothing_before(RATINGS.iter().map(|row| row.from).min());
        }
        for (name, from, until, _) in &guidelines {
            let period = self.period(*from, *until);
            self.line(&format!("{name}, {period}:"));
        }
        self.text.push('\n');
        for version in TlsVersion::ALL {
            let line = self.version(version);
            self.item(&line);
        }
        for (.., source) in guidelines {
            self.text.push('\n');
            self.line(&self.source(source));
        }
    }

    fn source(&self, source: &str) -> String {
        say!(self.lang, en: "Source: {source}", nl: "Bron: {source}")
    }

    /// One version: its rating, what it was before and what it will be.
    fn version(&self, version: TlsVersion) -> String {
        let lang = self.lang;
        let word = |rating: Rating| rating.label().to(lang);
        let now = tls::rating(version, self.day).map(|row| word(row.rating));
        let now = now.unwrap_or(Text { en: "not rated", nl: "niet beoordeeld" }.to(lang));
        let mut line = format!("{}: {now}", version.label());
        let before = tls::change_before(version, self.day);
        if let Some((rating, until)) = before.and_then(|row| Some((word(row.rating), row.until?))) {
            let last = self.last_day(until);
            line +=
                &say!(lang, en: "; {rating} up to and including {last}", nl: "; {rating} tot en met {last}");
        }
        if let Some(row) = tls::change_after(version, self.day) {
            let (rating, first) = (word(row.rating), self.date(row.from));
            line += &say!(lang, en: "; {rating} from {first}", nl: "; {rating} vanaf {first}");
        }
        line
    }

    fn laws(&mut self) {
        self.heading(Text { en: "Laws and baselines", nl: "Wetten en baselines" });
        let lines = LAWS.iter().map(|law| (when(law.from, law.until, self.day), self.law(law)));
        self.rows(&lines.collect::<Vec<_>>(), LAWS.iter().map(|law| law.from).min());
    }

    fn law(&self, law: &Law) -> String {
        let (lang, name, title) = (self.lang, law.name.to(self.lang), law.title.to(self.lang));
        let mut told = vec![format!("{name} ({title}), {}.", self.period(law.from, law.until))];
        let own = SPANS.iter().filter(|span| span.article.law.id == law.id);
        told.extend(
            own.map(|span| format!("{}: {}.", span.article.label(lang), self.period(span.from, span.until))),
        );
        match citing(law, self.day).count() {
            0 => {}
            1 => told.push(say!(lang, en: "Cited by 1 rule.", nl: "Aangehaald door 1 regel.")),
            rules => {
                told.push(say!(lang, en: "Cited by {rules} rules.", nl: "Aangehaald door {rules} regels."));
            }
        }
        let url = law.url.map_or(String::new(), |url| format!(", {url}"));
        told.push(self.source(law.source) + &url);
        told.join(" ")
    }

    fn adequacy(&mut self) {
        self.heading(Text {
            en: "Outside the EEA: where the Commission found data adequately protected",
            nl: "Buiten de EER: waar de Commissie de bescherming passend vond",
        });
        let lines = ADEQUACY.iter().map(|row| (when(row.from, row.until, self.day), self.decision(row)));
        self.rows(&lines.collect::<Vec<_>>(), ADEQUACY.iter().map(|row| row.from).min());
    }

    fn decision(&self, row: &Adequacy) -> String {
        let (place, period) = (self.place(row.country), self.period(row.from, row.until));
        let scope = row.scope.map_or(String::new(), |scope| format!("; {}", scope.to(self.lang)));
        format!("{place}, {period}{scope}. {}", self.source(row.source))
    }

    /// The name of a place, with its code.
    fn place(&self, code: &str) -> String {
        names::name(code).map_or(code.to_owned(), |name| format!("{} ({code})", name.to(self.lang)))
    }

    /// The members of the EEA, those that came in together in one item.
    fn members(&mut self) {
        self.heading(Text { en: "The EEA", nl: "De EER" });
        let mut treaties: Vec<(&Member, Vec<String>)> = Vec::new();
        for row in EEA {
            let same = |one: &Member| (one.from, one.until, one.source) == (row.from, row.until, row.source);
            match treaties.iter_mut().find(|(first, _)| same(first)) {
                Some((_, places)) => places.push(self.place(row.country)),
                None => treaties.push((row, vec![self.place(row.country)])),
            }
        }
        treaties.sort_by_key(|(first, _)| (first.from, first.country));
        let line = |(row, mut places): (&Member, Vec<String>)| {
            places.sort();
            let (places, period) = (places.join(", "), self.period(row.from, row.until));
            (when(row.from, row.until, self.day), format!("{places}: {period}. {}", self.source(row.source)))
        };
        let lines: Vec<_> = treaties.into_iter().map(line).collect();
        self.rows(&lines, EEA.iter().map(|row| row.from).min());
    }

    /// The rows that hold, then those that no longer do, then those to come.
    fn rows(&mut self, rows: &[(When, String)], first: Option<Date>) {
        if rows.iter().all(|(when, _)| *when == When::Coming) {
            self.nothing_before(first);
        }
        for (asked, title) in [
            (When::Current, None),
            (When::Ended, Some(Text { en: "No longer:", nl: "Niet meer:" })),
            (When::Coming, Some(Text { en: "Not yet:", nl: "Nog niet:" })),
        ] {
            let mut rows = rows.iter().filter(|(when, _)| *when == asked).peekable();
            if let (Some(title), Some(_)) = (title, rows.peek()) {
                self.title(title);
            }
            rows.for_each(|(_, line)| self.item(line));
        }
    }

    fn protocols(&mut self) {
        self.heading(Text { en: "Protocols", nl: "Protocollen" });
        self.line(
            Text {
                en: "These have no dates. Any other name explains nothing about security.",
                nl: "Deze hebben geen datum. Elke andere naam zegt niets over beveiliging.",
            }
            .to(self.lang),
        );
        for (encryption, over_tls, title) in [
            (
                Encryption::Always,
                true,
                Text { en: "Always encrypt, with TLS:", nl: "Versleutelen altijd, met TLS:" },
            ),
            (
                Encryption::Always,
                false,
                Text { en: "Always encrypt, otherwise:", nl: "Versleutelen altijd, op een andere manier:" },
            ),
            (
                Encryption::WithTls,
                false,
                Text { en: "Encrypt only with `tls` given:", nl: "Versleutelen alleen met `tls` erbij:" },
            ),
            (Encryption::Never, false, Text { en: "Never encrypt:", nl: "Versleutelen nooit:" }),
        ] {
            self.title(title);
            let alike = |row: &&Protocol| (row.encryption, row.over_tls) == (encryption, over_tls);
            for row in PROTOCOLS.iter().filter(alike) {
                let other: Vec<_> = aliases(row.name).collect();
                let other = if other.is_empty() { String::new() } else { format!(" ({})", other.join(", ")) };
                self.item(&format!("{}{other}: {}", row.name, row.source));
            }
        }
    }
}
