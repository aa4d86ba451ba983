//! `[landscape]`, `[party.ID]`, `[data.ID]` and `[network.ID]`: what all else refers to.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const LANDSCAPE: &[Key] = &[
    must(
        "name",
        Shape::Text,
        Text { en: "What people call the landscape.", nl: "Hoe mensen het landschap noemen." },
    ),
    may(
        "date",
        Shape::Date,
        Text {
            en: "The reference date: everything is judged as of it, by the law and the norms of that day. `--date` overrides it. Left out: today.",
            nl: "De peildatum: alles wordt naar die dag beoordeeld, naar de wet en de normen van toen. `--date` gaat voor. Weggelaten: vandaag.",
        },
    ),
    may(
        "language",
        Shape::OneOf(LANGUAGES),
        Text {
            en: "The language of messages, pictures and reports. Left out: Dutch (`nl`).",
            nl: "De taal van meldingen, tekeningen en rapporten. Weggelaten: Nederlands (`nl`).",
        },
    ),
    may(
        "owner",
        Shape::Reference(Wanted::Kind(Kind::Party)),
        Text {
            en: "Whose landscape it is: the organisation. It isn't the controller of what names none; there is no default for that.",
            nl: "Van wie het landschap is: de organisatie. Zij is niet de verwerkingsverantwoordelijke van wat er geen noemt; daarvoor is er geen standaard.",
        },
    ),
    may(
        "description",
        Shape::Text,
        Text { en: "What there is to say of it.", nl: "Wat erover te zeggen is." },
    ),
];

const LANGUAGES: &[Word] =
    &[word("nl", "Dutch. The default.", "Nederlands. De standaard."), word("en", "English.", "Engels.")];

pub const PARTY: &[Key] = &[
    must("name", Shape::Text, Text { en: "What people call the party.", nl: "Hoe mensen de partij noemen." }),
    may(
        "kind",
        Shape::OneOf(PARTIES),
        Text {
            en: "What sort of party it is. Left out: not known.",
            nl: "Wat voor partij het is. Weggelaten: niet bekend.",
        },
    ),
    may(
        "country",
        Shape::Country,
        Text {
            en: "Where it is established: an ISO 3166 code in capitals, such as `NL`. Applications that it runs are there too, unless they say otherwise. Decides whether data leaves the EEA (GDPR art. 44). Left out: not known.",
            nl: "Waar zij gevestigd is: een landcode volgens ISO 3166 in hoofdletters, zoals `NL`. Applicaties die zij beheert staan daar ook, tenzij die iets anders zeggen. Bepaalt of gegevens de EER verlaten (AVG art. 44). Weggelaten: niet bekend.",
        },
    ),
    may(
        "contact",
        Shape::Text,
        Text {
            en: "Whom to ask, and whom to warn of a data breach. The register of GDPR art. 30 asks for it.",
            nl: "Aan wie vragen te stellen zijn, en wie te waarschuwen bij een datalek. Het register van AVG art. 30 vraagt erom.",
        },
    ),
    may(
        "dpo",
        Shape::Text,
        Text {
            en: "Its data protection officer (GDPR art. 37), with how to reach them. The register of art. 30 asks for it.",
            nl: "Haar functionaris voor gegevensbescherming (AVG art. 37), met hoe die te bereiken is. Het register van art. 30 vraagt erom.",
        },
    ),
];

const PARTIES: &[Word] = &[
    word(
        "municipality",
        "A municipality, or a body of one. A public authority.",
        "Een gemeente, of een orgaan daarvan. Een overheidsinstantie.",
    ),
    word("government", "Another public authority.", "Een andere overheidsinstantie."),
    word("supplier", "A supplier of software or services.", "Een leverancier van software of diensten."),
    word("care-provider", "A provider of care or support.", "Een aanbieder van zorg of ondersteuning."),
    word(
        "data-subject",
        "The people whom data is about. Data doesn't run on through them: they got their own.",
        "De mensen over wie gegevens gaan. Via hen lopen gegevens niet verder: zij kregen die van zichzelf.",
    ),
    word("other", "Anyone else.", "Ieder ander."),
];

pub const DATA: &[Key] = &[
    must(
        "name",
        Shape::Text,
        Text { en: "What people call the category.", nl: "Hoe mensen de categorie noemen." },
    ),
    must(
        "class",
        Shape::OneOf(CLASSES),
        Text {
            en: "How the law protects the category. What holds something of several classes gets the strictest, or is split.",
            nl: "Hoe de wet de categorie beschermt. Wat iets van meer klassen bevat, krijgt de strengste, of wordt gesplitst.",
        },
    ),
    may("description", Shape::Text, Text { en: "What falls under it.", nl: "Wat eronder valt." }),
];

const CLASSES: &[Word] = &[
    word("non-personal", "Says nothing about a natural person.", "Zegt niets over een natuurlijke persoon."),
    word("personal", "Personal data (GDPR art. 4(1)).", "Persoonsgegevens (AVG art. 4(1))."),
    word(
        "special-category",
        "Special categories, such as health or religion (GDPR art. 9).",
        "Bijzondere persoonsgegevens, zoals over gezondheid of geloof (AVG art. 9).",
    ),
    word(
        "criminal",
        "Criminal convictions and offences (GDPR art. 10).",
        "Strafrechtelijke persoonsgegevens (AVG art. 10).",
    ),
    word(
        "national-id",
        "A national identification number such as the BSN (GDPR art. 87; UAVG art. 46).",
        "Een nationaal identificatienummer, zoals het BSN (AVG art. 87; UAVG art. 46).",
    ),
];

pub const NETWORK: &[Key] = &[
    must(
        "name",
        Shape::Text,
        Text { en: "What people call the network.", nl: "Hoe mensen het netwerk noemen." },
    ),
    may(
        "controlled",
        Shape::Flag,
        Text {
            en: "Whether it lies within the organisation's controlled area (BIO2 8.21.04). Left out: not known, which never counts as controlled.",
            nl: "Of het binnen het gecontroleerde gebied van de organisatie ligt (BIO2 8.21.04). Weggelaten: niet bekend, en dat geldt nooit als gecontroleerd.",
        },
    ),
    may(
        "encrypted",
        Shape::Flag,
        Text {
            en: "Whether the network itself encrypts what runs over it, as a VPN does. It then explains the mark `secure` of links over it. Left out: not known, which never counts as encrypted.",
            nl: "Of het netwerk zelf versleutelt wat erover gaat, zoals een VPN. Het verklaart dan de opgave `secure` van koppelingen erover. Weggelaten: niet bekend, en dat geldt nooit als versleuteld.",
        },
    ),
];
