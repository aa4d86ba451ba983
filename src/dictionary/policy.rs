//! `[policy.ID]`.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const POLICY: &[Key] = &[
    may(
        "data",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "The categories that it is about. With `class` too it is about either; with neither, about all data.",
            nl: "De categorieën waarover het gaat. Met ook `class` gaat het over allebei; met geen van beide over alle gegevens.",
        },
    ),
    may(
        "class",
        Shape::OneOf(CLASSES),
        Text {
            en: "It is about every category of this class.",
            nl: "Het gaat over elke categorie van deze klasse.",
        },
    ),
    may(
        "from",
        Shape::References(Wanted::Kind(Kind::Application)),
        Text {
            en: "Only data that runs on from these applications, whatever brought it there. Left out: from anywhere.",
            nl: "Alleen gegevens die vanaf deze applicaties verder lopen, hoe ze daar ook kwamen. Weggelaten: vanaf overal.",
        },
    ),
    must(
        "never_reaches",
        Shape::Table(PLACES),
        Text {
            en: "Where the data must never come: any of what is listed.",
            nl: "Waar de gegevens nooit mogen komen: nergens van wat er staat.",
        },
    ),
    must(
        "reason",
        Shape::Text,
        Text { en: "Why. Stands with what breaks it.", nl: "Waarom. Staat bij wat ermee in strijd is." },
    ),
];

const CLASSES: &[Word] = &[
    word("non-personal", "Only what says nothing about a person.", "Alleen wat niets over een persoon zegt."),
    word("personal", "Every class but `non-personal`.", "Elke klasse behalve `non-personal`."),
    word(
        "special-category",
        "Special categories (GDPR art. 9).",
        "Bijzondere persoonsgegevens (AVG art. 9).",
    ),
    word(
        "criminal",
        "Criminal convictions and offences (GDPR art. 10).",
        "Strafrechtelijke persoonsgegevens (AVG art. 10).",
    ),
    word(
        "national-id",
        "National identification numbers (GDPR art. 87).",
        "Nationale identificatienummers (AVG art. 87).",
    ),
];

const PLACES: &[Key] = &[
    may(
        "application",
        Shape::References(Wanted::Kind(Kind::Application)),
        Text { en: "These applications.", nl: "Deze applicaties." },
    ),
    may(
        "party",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text { en: "These parties.", nl: "Deze partijen." },
    ),
    may(
        "domain",
        Shape::References(Wanted::Domain),
        Text { en: "Applications of these domains.", nl: "Applicaties van deze domeinen." },
    ),
    may(
        "network",
        Shape::References(Wanted::Kind(Kind::Network)),
        Text {
            en: "Applications that stand in these networks, and links that run over them.",
            nl: "Applicaties die in deze netwerken staan, en koppelingen die erover lopen.",
        },
    ),
    may(
        "country_outside",
        Shape::Areas,
        Text {
            en: "Anywhere but in these countries: ISO 3166 codes in capitals, or `EEA`. Where it isn't known in which country data is, the policy isn't shown to be kept.",
            nl: "Overal behalve in deze landen: landcodes volgens ISO 3166 in hoofdletters, of `EEA`. Waar niet bekend is in welk land gegevens zijn, blijkt niet dat het beleid gevolgd wordt.",
        },
    ),
];
