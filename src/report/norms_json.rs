//! What holds on a day, as one JSON object: a contract with other programs (`docs/language.md`, last section).

use std::io;

use jiff::civil::Date;
use serde::Serialize;

use super::norms::citing;
use crate::{
    norms::{
        When,
        laws::{LAWS, Law, SPANS},
        names,
        places::{ADEQUACY, Adequacy, EEA, Member},
        protocols::{Encryption, PROTOCOLS, Protocol, aliases},
        tls::{self, Rating, TlsVersion},
        when,
    },
    text::Lang,
};

#[derive(Serialize)]
struct Norms {
    version: u8,
    date: Date,
    tls: Vec<Version>,
    laws: Vec<LawRow>,
    adequacy: Vec<PlaceRow>,
    eea: Vec<PlaceRow>,
    protocols: Vec<ProtocolRow>,
    ended: Other,
    coming: Other,
}

/// The rows that don't hold on the day.
#[derive(Serialize)]
struct Other {
    laws: Vec<LawRow>,
    adequacy: Vec<PlaceRow>,
    eea: Vec<PlaceRow>,
}

#[derive(Serialize)]
struct Version {
    version: &'static str,
    rating: Option<&'static str>,
    guideline: Option<&'static str>,
    from: Option<Date>,
    until: Option<Date>,
    source: Option<&'static str>,
    previous: Option<Change>,
    next: Option<Change>,
}

/// Another rating, and the day of the change.
#[derive(Serialize)]
struct Change {
    rating: &'static str,
    date: Date,
}

#[derive(Serialize)]
struct LawRow {
    id: &'static str,
    name: &'static str,
    title: &'static str,
    from: Date,
    until: Option<Date>,
    articles: Vec<ArticleRow>,
    rules: Vec<&'static str>,
    source: &'static str,
    url: Option<&'static str>,
}

/// An article with dates of its own.
#[derive(Serialize)]
struct ArticleRow {
    article: &'static str,
    from: Date,
    until: Option<Date>,
}

#[derive(Serialize)]
struct PlaceRow {
    country: &'static str,
    name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    from: Date,
    until: Option<Date>,
    source: &'static str,
}

#[derive(Serialize)]
struct ProtocolRow {
    name: &'static str,
    aliases: Vec<&'static str>,
    encrypts: &'static str,
    over_tls: bool,
    source: &'static str,
}

/// Writes what holds on `day`, and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(day: Date, lang: Lang, out: &mut impl io::Write) -> io::Result<()> {
    let Other { laws, adequacy, eea } = rows(day, lang, When::Current);
    let norms = Norms {
        version: 1,
        date: day,
        tls: TlsVersion::ALL.map(|version| rated(version, day)).into(),
        laws,
        adequacy,
        eea,
        protocols: PROTOCOLS.iter().map(protocol).collect(),
        ended: rows(day, lang, When::Ended),
        coming: rows(day, lang, When::Coming),
    };
    writeln!(out, "{}", serde_json::to_string_pretty(&norms)?)
}

/// The dated rows that lie so to the day.
fn rows(day: Date, lang: Lang, asked: When) -> Other {
    let is = |from: Date, until: Option<Date>| when(from, until, day) == asked;
    let laws = LAWS.iter().filter(|row| is(row.from, row.until));
    let adequacy = ADEQUACY.iter().filter(|row| is(row.from, row.until));
    let eea = EEA.iter().filter(|row| is(row.from, row.until));
    Other {
        laws: laws.map(|row| law(row, day, lang)).collect(),
        adequacy: adequacy.map(|row| decision(row, lang)).collect(),
        eea: eea.map(|row| member(row, lang)).collect(),
    }
}

fn rated(version: TlsVersion, day: Date) -> Version {
    let row = tls::rating(version, day);
    let change = |rating: Rating, date: Date| Change { rating: code(rating), date };
    let previous = tls::change_before(version, day);
    Version {
        version: version.label(),
        rating: row.map(|row| code(row.rating)),
        guideline: row.map(|row| row.guideline),
        from: row.map(|row| row.from),
        until: row.and_then(|row| row.until),
        source: row.map(|row| row.source),
        previous: previous.and_then(|row| Some(change(row.rating, row.until?))),
        next: tls::change_after(version, day).map(|row| change(row.rating, row.from)),
    }
}

/// A rating as programs read it, the same in every language.
const fn code(rating: Rating) -> &'static str {
    match rating {
        Rating::Good => "good",
        Rating::Sufficient => "sufficient",
        Rating::PhaseOut => "phase-out",
        Rating::Insufficient => "insufficient",
    }
}

fn law(row: &Law, day: Date, lang: Lang) -> LawRow {
    let own = SPANS.iter().filter(|span| span.article.law.id == row.id);
    let article = |span: &crate::norms::laws::Span| ArticleRow {
        article: span.article.article,
        from: span.from,
        until: span.until,
    };
    LawRow {
        id: row.id,
        name: row.name.to(lang),
        title: row.title.to(lang),
        from: row.from,
        until: row.until,
        articles: own.map(article).collect(),
        rules: citing(row, day).collect(),
        source: row.source,
        url: row.url,
    }
}

fn decision(row: &Adequacy, lang: Lang) -> PlaceRow {
    let (country, scope) = (row.country, row.scope.map(|scope| scope.to(lang)));
    PlaceRow {
        country,
        name: place(country, lang),
        scope,
        from: row.from,
        until: row.until,
        source: row.source,
    }
}

fn member(row: &Member, lang: Lang) -> PlaceRow {
    let country = row.country;
    PlaceRow {
        country,
        name: place(country, lang),
        scope: None,
        from: row.from,
        until: row.until,
        source: row.source,
    }
}

fn place(code: &'static str, lang: Lang) -> &'static str {
    names::name(code).map_or(code, |name| name.to(lang))
}

fn protocol(row: &Protocol) -> ProtocolRow {
    let encrypts = match row.encryption {
        Encryption::Always => "always",
        Encryption::Never => "never",
        Encryption::WithTls => "with-tls",
    };
    ProtocolRow {
        name: row.name,
        aliases: aliases(row.name).collect(),
        encrypts,
        over_tls: row.over_tls,
        source: row.source,
    }
}
