//! `[[link]]`.

use super::{Key, Shape, Word, application::LIFECYCLES, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const LINK: &[Key] = &[
    may(
        "id",
        Shape::NewId,
        Text {
            en: "A name of its own, for acceptances and reports. Left out: `FROM->TO`, with `#2`, `#3` and so on where several are alike.",
            nl: "Een eigen naam, voor acceptaties en rapporten. Weggelaten: `VAN->NAAR`, met `#2`, `#3` enzovoort waar er meer gelijk zijn.",
        },
    ),
    must(
        "from",
        Shape::Reference(Wanted::Endpoint),
        Text {
            en: "Where the data comes from: an application or a party.",
            nl: "Waar de gegevens vandaan komen: een applicatie of een partij.",
        },
    ),
    must(
        "to",
        Shape::Reference(Wanted::Endpoint),
        Text {
            en: "Where the data goes: an application or a party.",
            nl: "Waar de gegevens heen gaan: een applicatie of een partij.",
        },
    ),
    may(
        "data",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "The categories that it carries. Left out, and without `personal_data`: its content is not known.",
            nl: "De categorieën die erover gaan. Weggelaten, en zonder `personal_data`: de inhoud is niet bekend.",
        },
    ),
    may(
        "returns",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "The categories that come back in answer.",
            nl: "De categorieën die als antwoord terugkomen.",
        },
    ),
    may(
        "personal_data",
        Shape::Flag,
        Text {
            en: "Whether it carries personal data, where no categories are listed. Next to `data` it must agree with their classes. Left out: not known.",
            nl: "Of er persoonsgegevens over gaan, waar geen categorieën staan. Naast `data` moet het met de klassen daarvan kloppen. Weggelaten: niet bekend.",
        },
    ),
    may(
        "secure",
        Shape::Flag,
        Text {
            en: "The mark: you claim that the line is secured (GDPR art. 32). A protocol, TLS or an encrypted network must bear it out. Left out: not known, which is never secured.",
            nl: "De opgave: u geeft op dat de lijn beveiligd is (AVG art. 32). Een protocol, TLS of een versleuteld netwerk moet dat waarmaken. Weggelaten: niet bekend, en dat is nooit beveiligd.",
        },
    ),
    may(
        "protocol",
        Shape::Protocol,
        Text {
            en: "What it speaks, such as `https` or `digikoppeling-wus`. Some always encrypt, some never, some (`soap`, `odbc`) only with `tls` given. An unknown name is allowed, and explains nothing.",
            nl: "Wat zij spreekt, zoals `https` of `digikoppeling-wus`. Sommige versleutelen altijd, sommige nooit, sommige (`soap`, `odbc`) alleen met `tls` erbij. Een onbekende naam mag, en verklaart niets.",
        },
    ),
    may(
        "tls",
        Shape::TlsVersion,
        Text {
            en: "The version of TLS under it, such as `1.3`. Rated by the NCSC guidelines as they were on the reference date. Left out: not known.",
            nl: "De versie van TLS eronder, zoals `1.3`. Gewaardeerd naar de richtlijnen van het NCSC zoals die op de peildatum waren. Weggelaten: niet bekend.",
        },
    ),
    may(
        "authentication",
        Shape::OneOf(AUTHENTICATION),
        Text {
            en: "How the ends know each other. Sensitive data asks for `two-factor` or `mutual-tls`. Left out: not known.",
            nl: "Hoe de einden elkaar kennen. Gevoelige gegevens vragen om `two-factor` of `mutual-tls`. Weggelaten: niet bekend.",
        },
    ),
    may(
        "network",
        Shape::Reference(Wanted::Kind(Kind::Network)),
        Text {
            en: "The network that it runs over. Left out: the one network that both ends share, else not known.",
            nl: "Het netwerk waarover zij loopt. Weggelaten: het ene netwerk dat beide einden delen, anders niet bekend.",
        },
    ),
    may(
        "standard",
        Shape::Text,
        Text {
            en: "The standard for its messages, such as `StUF-BG 3.10`. Says nothing about security.",
            nl: "De standaard voor de berichten, zoals `StUF-BG 3.10`. Zegt niets over de beveiliging.",
        },
    ),
    may(
        "mode",
        Shape::OneOf(MODES),
        Text {
            en: "Whether machines or people carry the data over. Left out: `automatic`.",
            nl: "Of machines of mensen de gegevens overbrengen. Weggelaten: `automatic`.",
        },
    ),
    may(
        "verified",
        Shape::Date,
        Text {
            en: "When the mark `secure` was last checked (GDPR art. 32(1)(d)). Left out, or after the reference date: not checked.",
            nl: "Wanneer de opgave `secure` voor het laatst is nagegaan (AVG art. 32(1)(d)). Weggelaten, of na de peildatum: niet nagegaan.",
        },
    ),
    may(
        "evidence",
        Shape::Text,
        Text {
            en: "How the mark `secure` was last checked, such as a scan or a test report.",
            nl: "Hoe de opgave `secure` voor het laatst is nagegaan, zoals een scan of een testrapport.",
        },
    ),
    may(
        "controller",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text {
            en: "Who is responsible for it (GDPR art. 4(7)); several: jointly (art. 26). Left out: the controllers of its `processing`, else not known.",
            nl: "Wie ervoor verantwoordelijk is (AVG art. 4(7)); meer: gezamenlijk (art. 26). Weggelaten: de verantwoordelijken van haar `processing`, anders niet bekend.",
        },
    ),
    may(
        "processing",
        Shape::References(Wanted::Kind(Kind::Processing)),
        Text {
            en: "The processing activities that it serves: what the data goes over it for (GDPR art. 5(1)(b)).",
            nl: "De verwerkingsactiviteiten die zij dient: waarvoor de gegevens erover gaan (AVG art. 5(1)(b)).",
        },
    ),
    may(
        "agreement",
        Shape::References(Wanted::Kind(Kind::Agreement)),
        Text { en: "The agreements that it falls under.", nl: "De overeenkomsten waar zij onder valt." },
    ),
    may(
        "frequency",
        Shape::Text,
        Text {
            en: "How often data goes over it, such as `daily`.",
            nl: "Hoe vaak er gegevens over gaan, zoals `dagelijks`.",
        },
    ),
    may(
        "lifecycle",
        Shape::OneOf(LIFECYCLES),
        Text {
            en: "Whether it is in use. Left out: `active`.",
            nl: "Of zij in gebruik is. Weggelaten: `active`.",
        },
    ),
    may("description", Shape::Text, Text { en: "What it is for.", nl: "Waar zij voor dient." }),
];

const AUTHENTICATION: &[Word] = &[
    word("none", "They don't.", "Niet."),
    word("password", "By a password.", "Met een wachtwoord."),
    word("token", "By a token or key.", "Met een token of sleutel."),
    word("two-factor", "By two factors.", "Met twee factoren."),
    word(
        "mutual-tls",
        "By certificates on both ends. Says too that the line is encrypted.",
        "Met certificaten aan beide kanten. Zegt ook dat de lijn versleuteld is.",
    ),
];

const MODES: &[Word] = &[
    word("automatic", "Machines do. The default.", "Machines. De standaard."),
    word("manual", "A person does, by hand.", "Een mens, met de hand."),
];
