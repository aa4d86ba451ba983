//! `[agreement.ID]`.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const AGREEMENT: &[Key] = &[
    may(
        "name",
        Shape::Text,
        Text { en: "What people call the agreement.", nl: "Hoe mensen de overeenkomst noemen." },
    ),
    must(
        "kind",
        Shape::OneOf(KINDS),
        Text { en: "What sort of agreement it is.", nl: "Wat voor overeenkomst het is." },
    ),
    must(
        "parties",
        Shape::TwoOrMore(Wanted::Kind(Kind::Party)),
        Text { en: "Between whom: two parties or more.", nl: "Tussen wie: twee partijen of meer." },
    ),
    may(
        "signed",
        Shape::Date,
        Text {
            en: "When it was signed. Before that day it isn't in force. Left out: taken to be signed.",
            nl: "Wanneer zij getekend is. Vóór die dag geldt zij niet. Weggelaten: geldt als getekend.",
        },
    ),
    may(
        "expires",
        Shape::Date,
        Text {
            en: "The last day that it holds. Left out: it has no end.",
            nl: "De laatste dag dat zij geldt. Weggelaten: zij heeft geen einde.",
        },
    ),
    may(
        "covers",
        Shape::References(Wanted::Kind(Kind::Processing)),
        Text {
            en: "The processing activities that it is about. Left out: all between its parties.",
            nl: "De verwerkingsactiviteiten waarover zij gaat. Weggelaten: alle tussen haar partijen.",
        },
    ),
    may(
        "clauses",
        Shape::SomeOf(CLAUSES),
        Text {
            en: "Which of the clauses that GDPR art. 28(3) asks for stand in it: `a` to `h`. Left out: not known.",
            nl: "Welke van de bepalingen die AVG art. 28(3) vraagt erin staan: `a` tot en met `h`. Weggelaten: niet bekend.",
        },
    ),
    may(
        "safeguard",
        Shape::OneOf(SAFEGUARDS),
        Text {
            en: "What protects data that leaves the EEA under it (GDPR art. 46).",
            nl: "Wat gegevens beschermt die er de EER mee verlaten (AVG art. 46).",
        },
    ),
    may(
        "document",
        Shape::Text,
        Text {
            en: "Where to find it: an address or a case number.",
            nl: "Waar zij te vinden is: een adres of een zaaknummer.",
        },
    ),
];

const KINDS: &[Word] = &[
    word(
        "processor",
        "A processor agreement: who processes for the other (GDPR art. 28).",
        "Een verwerkersovereenkomst: wie voor de ander verwerkt (AVG art. 28).",
    ),
    word(
        "joint-controllers",
        "An arrangement between joint controllers (GDPR art. 26).",
        "Een onderlinge regeling tussen gezamenlijke verwerkingsverantwoordelijken (AVG art. 26).",
    ),
    word(
        "exchange",
        "A covenant: two controllers that exchange data.",
        "Een convenant: twee verantwoordelijken die gegevens uitwisselen.",
    ),
];

const CLAUSES: &[Word] = &[
    word(
        "a",
        "Only on documented instructions (art. 28(3)(a)).",
        "Alleen op schriftelijke instructies (art. 28(3)(a)).",
    ),
    word("b", "Confidentiality (art. 28(3)(b)).", "Geheimhouding (art. 28(3)(b))."),
    word("c", "Security (art. 28(3)(c), art. 32).", "Beveiliging (art. 28(3)(c), art. 32)."),
    word("d", "Sub-processors (art. 28(3)(d)).", "Subverwerkers (art. 28(3)(d))."),
    word(
        "e",
        "Help with the rights of data subjects (art. 28(3)(e)).",
        "Hulp bij de rechten van betrokkenen (art. 28(3)(e)).",
    ),
    word(
        "f",
        "Help with security, breaches and impact assessments (art. 28(3)(f), art. 32–36).",
        "Hulp bij beveiliging, datalekken en effectbeoordelingen (art. 28(3)(f), art. 32–36).",
    ),
    word(
        "g",
        "Erase or return the data at the end (art. 28(3)(g)).",
        "Gegevens wissen of teruggeven na afloop (art. 28(3)(g)).",
    ),
    word("h", "Information and audits (art. 28(3)(h)).", "Informatie en audits (art. 28(3)(h))."),
];

const SAFEGUARDS: &[Word] = &[
    word(
        "standard-contractual-clauses",
        "Standard contractual clauses (GDPR art. 46(2)(c)).",
        "Standaardbepalingen inzake gegevensbescherming (AVG art. 46(2)(c)).",
    ),
    word(
        "binding-corporate-rules",
        "Binding corporate rules (GDPR art. 47).",
        "Bindende bedrijfsvoorschriften (AVG art. 47).",
    ),
    word(
        "dpf-certified",
        "Certified under the EU-US Data Privacy Framework, in force since 10 July 2023.",
        "Gecertificeerd onder het EU-US Data Privacy Framework, van kracht sinds 10 juli 2023.",
    ),
];
