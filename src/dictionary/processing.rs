//! `[processing.ID]`.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const PROCESSING: &[Key] = &[
    must(
        "name",
        Shape::Text,
        Text { en: "What people call the activity.", nl: "Hoe mensen de activiteit noemen." },
    ),
    may(
        "purpose",
        Shape::Text,
        Text {
            en: "What it is for, as precise as the law asks (GDPR art. 5(1)(b)). Left out: not known.",
            nl: "Waar zij voor dient, zo precies als de wet vraagt (AVG art. 5(1)(b)). Weggelaten: niet bekend.",
        },
    ),
    may(
        "controller",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text {
            en: "Who is responsible for it (GDPR art. 4(7)); several: jointly (art. 26). Counts for its links too, where those name nobody.",
            nl: "Wie ervoor verantwoordelijk is (AVG art. 4(7)); meer: gezamenlijk (art. 26). Geldt ook voor haar koppelingen, waar die niemand noemen.",
        },
    ),
    may(
        "legal_basis",
        Shape::OneOf(BASES),
        Text {
            en: "What makes it lawful (GDPR art. 6(1)). Left out: not known.",
            nl: "Wat haar rechtmatig maakt (AVG art. 6(1)). Weggelaten: niet bekend.",
        },
    ),
    may(
        "law",
        Shape::Texts,
        Text {
            en: "The law that a `legal-obligation` or `public-task` rests on (GDPR art. 6(3)), such as `Wmo 2015 art. 2.3.1`.",
            nl: "De wet waar een `legal-obligation` of `public-task` op rust (AVG art. 6(3)), zoals `Wmo 2015 art. 2.3.1`.",
        },
    ),
    may(
        "special_category_basis",
        Shape::OneOf(EXCEPTIONS),
        Text {
            en: "The exception that allows special categories (GDPR art. 9(2)). Needed where it uses data of class `special-category`.",
            nl: "De uitzondering die bijzondere persoonsgegevens toestaat (AVG art. 9(2)). Nodig waar zij gegevens van klasse `special-category` gebruikt.",
        },
    ),
    may(
        "national_id_law",
        Shape::Text,
        Text {
            en: "The law that allows the national number (UAVG art. 46), such as `Wabb art. 10`. Needed where it uses data of class `national-id`.",
            nl: "De wet die het BSN toestaat (UAVG art. 46), zoals `Wabb art. 10`. Nodig waar zij gegevens van klasse `national-id` gebruikt.",
        },
    ),
    may(
        "criminal_data_law",
        Shape::Text,
        Text {
            en: "The law that allows criminal data (GDPR art. 10; UAVG art. 31–33). Needed where it uses data of class `criminal`.",
            nl: "De wet die strafrechtelijke gegevens toestaat (AVG art. 10; UAVG art. 31–33). Nodig waar zij gegevens van klasse `criminal` gebruikt.",
        },
    ),
    may(
        "subjects",
        Shape::Texts,
        Text {
            en: "The groups of people whom it is about (GDPR art. 30(1)(c)), such as `applicants for youth care`.",
            nl: "De groepen mensen over wie zij gaat (AVG art. 30(1)(c)), zoals `aanvragers van jeugdhulp`.",
        },
    ),
    may(
        "data",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "The categories that it needs (GDPR art. 5(1)(c)). A link that serves it alone and carries more, carries too much.",
            nl: "De categorieën die zij nodig heeft (AVG art. 5(1)(c)). Een koppeling die alleen haar dient en meer vervoert, vervoert te veel.",
        },
    ),
    may(
        "recipients_only",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text {
            en: "The only parties that may receive its data, where a law closes the list, such as Wmo 2015 art. 5.2.1(2). Left out: no such law.",
            nl: "De enige partijen die haar gegevens mogen ontvangen, waar een wet de lijst sluit, zoals Wmo 2015 art. 5.2.1(2). Weggelaten: er is zo'n wet niet.",
        },
    ),
    may(
        "retention",
        Shape::Text,
        Text {
            en: "How long its data is kept (GDPR art. 5(1)(e)), such as `15 years after the last change`. Left out: not known.",
            nl: "Hoelang haar gegevens bewaard worden (AVG art. 5(1)(e)), zoals `15 jaar na de laatste wijziging`. Weggelaten: niet bekend.",
        },
    ),
    may(
        "dpia",
        Shape::DateOr(NOT_REQUIRED),
        Text {
            en: "The day of its data protection impact assessment (GDPR art. 35), or `\"not-required\"`. Left out: not known.",
            nl: "De dag van de gegevensbeschermingseffectbeoordeling (AVG art. 35), of `\"not-required\"`. Weggelaten: niet bekend.",
        },
    ),
    may(
        "compatible_with",
        Shape::References(Wanted::Kind(Kind::Processing)),
        Text {
            en: "The activities that it is compatible with (GDPR art. 6(4)): what was received for the one may be passed on for the other. Counts both ways.",
            nl: "De activiteiten waarmee zij verenigbaar is (AVG art. 6(4)): wat voor de ene ontvangen is, mag voor de andere worden doorgegeven. Geldt over en weer.",
        },
    ),
];

const BASES: &[Word] = &[
    word("consent", "Consent (art. 6(1)(a)).", "Toestemming (art. 6(1)(a))."),
    word(
        "contract",
        "A contract with the person whom it is about (art. 6(1)(b)).",
        "Een overeenkomst met degene over wie het gaat (art. 6(1)(b)).",
    ),
    word(
        "legal-obligation",
        "A legal obligation (art. 6(1)(c)). Name the law under `law`.",
        "Een wettelijke verplichting (art. 6(1)(c)). Noem de wet onder `law`.",
    ),
    word("vital-interests", "Vital interests (art. 6(1)(d)).", "Vitale belangen (art. 6(1)(d))."),
    word(
        "public-task",
        "A task in the public interest or public authority (art. 6(1)(e)). Name the law under `law`.",
        "Een taak van algemeen belang of openbaar gezag (art. 6(1)(e)). Noem de wet onder `law`.",
    ),
    word(
        "legitimate-interests",
        "Legitimate interests (art. 6(1)(f)). Not for public authorities in the performance of their tasks.",
        "Gerechtvaardigde belangen (art. 6(1)(f)). Niet voor overheidsinstanties bij de uitoefening van hun taken.",
    ),
];

const EXCEPTIONS: &[Word] = &[
    word("9(2)(a)", "Explicit consent.", "Uitdrukkelijke toestemming."),
    word(
        "9(2)(b)",
        "Employment, social security and social protection law.",
        "Arbeidsrecht, socialezekerheids- en socialebeschermingsrecht.",
    ),
    word(
        "9(2)(c)",
        "Vital interests of who can't consent.",
        "Vitale belangen van wie geen toestemming kan geven.",
    ),
    word(
        "9(2)(d)",
        "Members of a foundation, association or other non-profit body.",
        "Leden van een stichting, vereniging of andere instantie zonder winstoogmerk.",
    ),
    word(
        "9(2)(e)",
        "The person has manifestly made it public.",
        "De betrokkene heeft het kennelijk zelf openbaar gemaakt.",
    ),
    word("9(2)(f)", "Legal claims, and courts.", "Rechtsvorderingen, en gerechten."),
    word(
        "9(2)(g)",
        "Substantial public interest, on the basis of law.",
        "Zwaarwegend algemeen belang, op grond van een wet.",
    ),
    word(
        "9(2)(h)",
        "Health or social care, by professionals bound to secrecy (art. 9(3)).",
        "Gezondheidszorg of sociale diensten, door beroepskrachten met een geheimhoudingsplicht (art. 9(3)).",
    ),
    word("9(2)(i)", "Public health.", "Volksgezondheid."),
    word("9(2)(j)", "Archiving, research and statistics.", "Archivering, onderzoek en statistiek."),
];

const NOT_REQUIRED: &[Word] = &[word(
    "not-required",
    "It was looked into, and no assessment is required.",
    "Het is nagegaan, en een beoordeling is niet verplicht.",
)];
