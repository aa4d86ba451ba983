//! What people call the things of the language.

use crate::{
    load::problem::Wanted,
    model::Kind,
    text::{Lang, Text},
};

/// A thing of this kind, with its article.
#[must_use]
pub const fn kind(kind: Kind) -> Text {
    match kind {
        Kind::Landscape => Text { en: "the landscape", nl: "het landschap" },
        Kind::Party => Text { en: "a party", nl: "een partij" },
        Kind::Data => Text { en: "a category of data", nl: "een gegevenscategorie" },
        Kind::Network => Text { en: "a network", nl: "een netwerk" },
        Kind::Application => Text { en: "an application", nl: "een applicatie" },
        Kind::Link => Text { en: "a link", nl: "een koppeling" },
        Kind::Processing => Text { en: "a processing activity", nl: "een verwerkingsactiviteit" },
        Kind::Agreement => Text { en: "an agreement", nl: "een overeenkomst" },
        Kind::Norm => Text { en: "a norm", nl: "een norm" },
        Kind::View => Text { en: "a view", nl: "een weergave" },
        Kind::Policy => Text { en: "a policy", nl: "een beleidsregel" },
        Kind::Acceptance => Text { en: "an acceptance", nl: "een acceptatie" },
        Kind::Rules => Text { en: "the levels of rules", nl: "de niveaus van regels" },
    }
}

/// What a reference should refer to, with its article.
#[must_use]
pub const fn wanted(wanted: Wanted) -> Text {
    match wanted {
        Wanted::Kind(one) => kind(one),
        Wanted::Endpoint => Text { en: "an application or party", nl: "een applicatie of partij" },
        Wanted::Rule => Text { en: "a rule", nl: "een regel" },
        Wanted::Subject => {
            Text { en: "a link or any other declared thing", nl: "een koppeling of iets anders" }
        }
        Wanted::Domain => Text { en: "a domain", nl: "een domein" },
    }
}

/// Denies a thing with its article: "not a party", "geen partij".
#[must_use]
pub fn none(thing: &str, lang: Lang) -> String {
    match (lang, thing.strip_prefix("een ")) {
        (Lang::Nl, Some(thing)) => format!("geen {thing}"),
        (Lang::Nl, None) => format!("niet {thing}"),
        (Lang::En, _) => format!("not {thing}"),
    }
}

/// A TOML type, as what a value turned out to be.
#[must_use]
pub fn toml_type(name: &str) -> Text {
    match name {
        "boolean" => Text { en: "true or false", nl: "true of false" },
        "integer" | "float" => Text { en: "a number", nl: "een getal" },
        "date" | "datetime" => Text { en: "a date or time", nl: "een datum of tijd" },
        "array" => Text { en: "a list", nl: "een lijst" },
        "table" => Text { en: "a table", nl: "een tabel" },
        "string" => Text { en: "a text", nl: "een tekst" },
        "party" => Text { en: "one party", nl: "één partij" },
        _ => Text { en: "this", nl: "dit" },
    }
}

/// What a key takes, by the code under which `model/values.rs` and serde ask for it.
#[must_use]
pub fn form(code: &str) -> Text {
    match code {
        "a boolean" => {
            Text { en: "`true` or `false`, without quotes", nl: "`true` of `false`, zonder aanhalingstekens" }
        }
        "a string" => Text { en: "a text in quotes", nl: "een tekst tussen aanhalingstekens" },
        "u32" => Text {
            en: "a whole number from 0 to 4,294,967,295",
            nl: "een geheel getal van 0 tot en met 4.294.967.295",
        },
        "id" => Text { en: "an id in quotes", nl: "een id tussen aanhalingstekens" },
        "list" => Text { en: "one value or a list", nl: "één waarde of een lijst" },
        "date" => Text {
            en: "a date such as 2027-12-31, without quotes",
            nl: "een datum zoals 2027-12-31, zonder aanhalingstekens",
        },
        "dpia" => Text {
            en: "a date such as 2027-12-31 without quotes, or \"not-required\"",
            nl: "een datum zoals 2027-12-31 zonder aanhalingstekens, of \"not-required\"",
        },
        "tls" => Text {
            en: "a version of TLS in quotes: \"1.3\", \"1.2\", \"1.1\", \"1.0\" or \"SSL 3.0\"",
            nl: "een versie van TLS tussen aanhalingstekens: \"1.3\", \"1.2\", \"1.1\", \"1.0\" of \"SSL 3.0\"",
        },
        "country" => Text {
            en: "an ISO 3166 country code in capitals, such as \"NL\"",
            nl: "een landcode volgens ISO 3166 in hoofdletters, zoals \"NL\"",
        },
        "area" => Text {
            en: "ISO 3166 country codes in capitals, or \"EEA\"",
            nl: "landcodes volgens ISO 3166 in hoofdletters, of \"EEA\"",
        },
        "special-category-basis" => Text {
            en: "an exception of GDPR art. 9(2), such as \"9(2)(h)\"",
            nl: "een uitzondering van AVG art. 9(2), zoals \"9(2)(h)\"",
        },
        "two-parties" => Text { en: "two or more parties", nl: "twee of meer partijen" },
        "named-table" => Text { en: "a table with an id", nl: "een tabel met een id" },
        "single-table" => Text { en: "one table", nl: "één tabel" },
        "element" => Text {
            en: "a table in double brackets, since there may be several",
            nl: "een tabel met dubbele haken, omdat er meer kunnen zijn",
        },
        "deny-only" => Text {
            en: "only \"deny\": what breaks the language can't be allowed away",
            nl: "alleen \"deny\": wat de taal breekt, is niet weg te zetten",
        },
        _ => Text { en: "a table with keys", nl: "een tabel met sleutels" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_article() {
        for one in Kind::ALL {
            assert!(
                kind(one)
                    .nl
                    .split_once(' ')
                    .is_some_and(|(article, _)| matches!(article, "een" | "het" | "de"))
            );
            assert!(
                kind(one)
                    .en
                    .split_once(' ')
                    .is_some_and(|(article, _)| matches!(article, "a" | "an" | "the"))
            );
        }
    }
}
