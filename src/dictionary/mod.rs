//! What the tables, keys and words of the language mean, in both languages: what editors, the schema and help
//! tell of them.
//!
//! Data only, a file per group of tables. What a landscape may hold is decided by the structs in `model/`; a
//! test (`drift.rs`) walks those, so that this can't say otherwise.

mod agreement;
mod application;
mod link;
mod norm;
mod organisation;
mod policy;
mod processing;
mod view;

#[cfg(test)]
mod drift;
#[cfg(test)]
mod probe;

pub use self::norm::LEVELS;
use crate::{load::problem::Wanted, model::Kind, text::Text};

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// As people write it.
    pub name: &'static str,
    /// Whether a table without it can't be read.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
    /// What it means for who writes it, and what leaving it out means. Names of keys and words stand in
    /// backticks.
    pub about: Text,
}

/// What a key holds.
#[derive(Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// One text or a list.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A whole number, 0 or more.
    Number,
    /// A day: a TOML local date.
    Date,
    /// A day, or one of these words.
    DateOr(&'static [Word]),
    /// One of these words.
    OneOf(&'static [Word]),
    /// One of these words or a list of them.
    SomeOf(&'static [Word]),
    /// An id that the table gives itself.
    NewId,
    /// The id of something that is declared, or the name of a rule or domain.
    Reference(Wanted),
    /// One of those or a list.
    References(Wanted),
    /// A list of two or more of those.
    TwoOrMore(Wanted),
    /// An ISO 3166-1 alpha-2 code in capitals.
    Country,
    /// One such code or a list; `EEA` stands for all members.
    Areas,
    /// The name of a protocol; an unknown one is allowed, and explains nothing (`norms::protocols`).
    Protocol,
    /// A version of TLS or SSL (`norms::tls`).
    TlsVersion,
    /// A table with these keys.
    Table(&'static [Key]),
}

/// A word that a key takes.
#[derive(Debug)]
pub struct Word {
    /// As people write it.
    pub word: &'static str,
    /// What it means.
    pub about: Text,
}

/// The keys of a kind of table, in the order of the contract. None for `[rules]`, where every key is a rule
/// and every value one of [`LEVELS`].
#[must_use]
pub const fn keys(kind: Kind) -> &'static [Key] {
    match kind {
        Kind::Landscape => organisation::LANDSCAPE,
        Kind::Party => organisation::PARTY,
        Kind::Data => organisation::DATA,
        Kind::Network => organisation::NETWORK,
        Kind::Application => application::APPLICATION,
        Kind::Link => link::LINK,
        Kind::Processing => processing::PROCESSING,
        Kind::Agreement => agreement::AGREEMENT,
        Kind::Norm => norm::NORM,
        Kind::View => view::VIEW,
        Kind::Policy => policy::POLICY,
        Kind::Acceptance => norm::ACCEPTANCE,
        Kind::Rules => &[],
    }
}

/// A key of a kind of table; none where the language has no such key there.
#[must_use]
pub fn key(kind: Kind, name: &str) -> Option<&'static Key> {
    keys(kind).iter().find(|key| key.name == name)
}

/// What a kind of table is for.
#[must_use]
pub const fn about(kind: Kind) -> Text {
    match kind {
        Kind::Landscape => Text {
            en: "The landscape as a whole: what it is called, and when and in which language it is judged. Stands there once.",
            nl: "Het landschap als geheel: hoe het heet, en naar welke dag en in welke taal het beoordeeld wordt. Staat er één keer.",
        },
        Kind::Party => Text {
            en: "An organisation or a group of people: who is responsible, who runs an application, who receives data, or whom it is about.",
            nl: "Een organisatie of een groep mensen: wie verantwoordelijk is, wie een applicatie beheert, wie gegevens ontvangt, of over wie ze gaan.",
        },
        Kind::Data => Text {
            en: "A category of data, with how the law protects it. Links, applications and activities refer to it.",
            nl: "Een gegevenscategorie, met hoe de wet haar beschermt. Koppelingen, applicaties en activiteiten verwijzen ernaar.",
        },
        Kind::Network => Text {
            en: "A network that applications stand in and links run over.",
            nl: "Een netwerk waarin applicaties staan en waarover koppelingen lopen.",
        },
        Kind::Application => Text {
            en: "An application (ArchiMate: application component). Shares its ids with parties, since a link may end at either.",
            nl: "Een applicatie (ArchiMate: applicatiecomponent). Deelt de id's met partijen, want een koppeling kan bij allebei eindigen.",
        },
        Kind::Link => Text {
            en: "A link: data goes from one application or party to another. One table for each link.",
            nl: "Een koppeling: gegevens gaan van de ene applicatie of partij naar de andere. Eén tabel per koppeling.",
        },
        Kind::Processing => Text {
            en: "A processing activity, as in the register of GDPR art. 30: what data is used for, on which basis, and how long it is kept.",
            nl: "Een verwerkingsactiviteit, zoals in het register van AVG art. 30: waarvoor gegevens dienen, op welke grondslag, en hoelang ze bewaard worden.",
        },
        Kind::Agreement => Text {
            en: "An agreement between parties about data: with a processor, between joint controllers, or about an exchange.",
            nl: "Een overeenkomst tussen partijen over gegevens: met een verwerker, tussen gezamenlijke verantwoordelijken, of over een uitwisseling.",
        },
        Kind::Norm => Text {
            en: "A statement of the traffic-light overview. Rules compute its colour, people judge it, or both: then the worse counts. With neither it is not assessed.",
            nl: "Een stelling van het stoplichtoverzicht. Regels berekenen de kleur, mensen beoordelen haar, of allebei: dan telt de slechtste. Met geen van beide is zij niet beoordeeld.",
        },
        Kind::View => Text {
            en: "A diagram: which part of the landscape it shows, and how. What is shown matches all that is given; with nothing given, it shows everything.",
            nl: "Een tekening: welk deel van het landschap zij toont, en hoe. Wat te zien is, past bij alles wat gegeven is; is er niets gegeven, dan is alles te zien.",
        },
        Kind::Policy => Text {
            en: "A rule of the organisation's own: data that must never reach somewhere. Holds for every path, not just the next step.",
            nl: "Een eigen regel van de organisatie: gegevens die ergens nooit mogen komen. Geldt voor elk pad, niet alleen voor de eerste stap.",
        },
        Kind::Acceptance => Text {
            en: "An accepted risk: someone answers for a finding until a day. It stays visible, and no longer fails the check.",
            nl: "Een geaccepteerd risico: iemand staat tot een dag in voor een bevinding. Zij blijft zichtbaar, en de controle faalt er niet meer op.",
        },
        Kind::Rules => Text {
            en: "How heavily rules weigh here: `RULE = \"allow\"`, `\"warn\"` or `\"deny\"`. What breaks the language itself can't be allowed away.",
            nl: "Hoe zwaar regels hier wegen: `REGEL = \"allow\"`, `\"warn\"` of `\"deny\"`. Wat de taal zelf breekt, is niet weg te zetten.",
        },
    }
}

/// A key that may be left out.
const fn may(name: &'static str, shape: Shape, about: Text) -> Key {
    Key { name, required: false, shape, about }
}

/// A key that must be there.
const fn must(name: &'static str, shape: Shape, about: Text) -> Key {
    Key { name, required: true, shape, about }
}

/// A word with what it means, in English and Dutch.
const fn word(word: &'static str, en: &'static str, nl: &'static str) -> Word {
    Word { word, about: Text { en, nl } }
}
