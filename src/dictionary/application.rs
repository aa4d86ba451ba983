//! `[application.ID]`.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const APPLICATION: &[Key] = &[
    must(
        "name",
        Shape::Text,
        Text { en: "What people call the application.", nl: "Hoe mensen de applicatie noemen." },
    ),
    may(
        "description",
        Shape::Text,
        Text {
            en: "What it is for. Names of products in it are masked for the public.",
            nl: "Waar zij voor dient. Productnamen erin worden voor het publiek afgeschermd.",
        },
    ),
    may(
        "domain",
        Shape::Text,
        Text {
            en: "The part of the organisation's work that it belongs to. Views group by it, and the public version shows only this. Same spelling, same domain.",
            nl: "Het deel van het werk van de organisatie waar zij bij hoort. Weergaven groeperen erop, en de openbare versie toont alleen dit. Zelfde spelling, zelfde domein.",
        },
    ),
    may(
        "owner",
        Shape::Text,
        Text {
            en: "The role or department that answers for it, such as `Head of Youth`. Left out: not known.",
            nl: "De rol of afdeling die ervoor instaat, zoals `Hoofd Jeugd`. Weggelaten: niet bekend.",
        },
    ),
    may(
        "supplier",
        Shape::Reference(Wanted::Kind(Kind::Party)),
        Text {
            en: "Who supplies it. Whoever supplies needn't run it: see `operator`.",
            nl: "Wie haar levert. Wie levert, hoeft haar niet te beheren: zie `operator`.",
        },
    ),
    may(
        "controller",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text {
            en: "Who is responsible for the data in it (GDPR art. 4(7)); several: jointly (art. 26).",
            nl: "Wie verantwoordelijk is voor de gegevens erin (AVG art. 4(7)); meer: gezamenlijk (art. 26).",
        },
    ),
    may(
        "operator",
        Shape::Reference(Wanted::Kind(Kind::Party)),
        Text {
            en: "Who runs it and so can reach the data. Another than the controller is a processor, and needs an agreement (GDPR art. 28(3)). Left out: not known.",
            nl: "Wie haar beheert en dus bij de gegevens kan. Is dat een ander dan de verantwoordelijke, dan is het een verwerker, en is er een overeenkomst nodig (AVG art. 28(3)). Weggelaten: niet bekend.",
        },
    ),
    may(
        "country",
        Shape::Country,
        Text {
            en: "Where the data is: an ISO 3166 code in capitals, such as `NL` (GDPR art. 44). Left out: where its operator is.",
            nl: "Waar de gegevens zijn: een landcode volgens ISO 3166 in hoofdletters, zoals `NL` (AVG art. 44). Weggelaten: waar de beheerder is.",
        },
    ),
    may(
        "network",
        Shape::Reference(Wanted::Kind(Kind::Network)),
        Text {
            en: "The network that it stands in. A link whose ends share one network runs over that, unless it says otherwise.",
            nl: "Het netwerk waarin zij staat. Een koppeling waarvan beide einden één netwerk delen, loopt daarover, tenzij zij iets anders zegt.",
        },
    ),
    may(
        "source_of",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "The categories of data that originate here. What isn't listed must come in over a link.",
            nl: "De gegevenscategorieën die hier ontstaan. Wat er niet bij staat, moet over een koppeling binnenkomen.",
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
    may(
        "end_of_support",
        Shape::Date,
        Text {
            en: "The last day that the supplier supports it; what is found wrong after that isn't mended. Left out: not known.",
            nl: "De laatste dag dat de leverancier haar ondersteunt; lekken van daarna worden niet meer gedicht. Weggelaten: niet bekend.",
        },
    ),
    may(
        "access_logging",
        Shape::Flag,
        Text {
            en: "Whether it records who consulted which data, when and why (GDPR art. 32; BIO2 8.15). Left out: not known.",
            nl: "Of zij vastlegt wie wanneer en waarom welke gegevens raadpleegde (AVG art. 32; BIO2 8.15). Weggelaten: niet bekend.",
        },
    ),
    may(
        "role_based_access",
        Shape::Flag,
        Text {
            en: "Whether it shows people only what their role needs (GDPR art. 32; BIO2 5.15 and 5.18). Left out: not known.",
            nl: "Of zij mensen alleen laat zien wat hun rol vraagt (AVG art. 32; BIO2 5.15 en 5.18). Weggelaten: niet bekend.",
        },
    ),
    may(
        "component",
        Shape::Text,
        Text {
            en: "The GEMMA reference component that it is: its Object ID or name.",
            nl: "De GEMMA-referentiecomponent die zij invult: het Object ID of de naam.",
        },
    ),
    may(
        "url",
        Shape::Text,
        Text { en: "Where to read more about it.", nl: "Waar er meer over te lezen is." },
    ),
];

/// Also those of a link.
pub const LIFECYCLES: &[Word] = &[
    word(
        "planned",
        "Not in use yet. Judged like any other.",
        "Nog niet in gebruik. Wordt gewoon beoordeeld.",
    ),
    word("active", "In use. The default.", "In gebruik. De standaard."),
    word("phasing-out", "In use, but not for long.", "In gebruik, maar niet lang meer."),
    word(
        "retired",
        "No longer in use. A retired link is kept for the record: no rule judges it, and no picture shows it.",
        "Niet meer in gebruik. Zo'n koppeling blijft voor de administratie: geen regel beoordeelt haar, en geen tekening toont haar.",
    ),
];
