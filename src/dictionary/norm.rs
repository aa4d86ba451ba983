//! `[norm.ID]`, `[[acceptance]]` and `[rules]`: what weighs how much.

use super::{Key, Shape, Word, may, must, word};
use crate::{load::problem::Wanted, text::Text};

pub const NORM: &[Key] = &[
    must(
        "text",
        Shape::Text,
        Text { en: "The statement, as the council reads it.", nl: "De stelling, zoals de raad haar leest." },
    ),
    may(
        "rules",
        Shape::References(Wanted::Rule),
        Text {
            en: "The rules that compute its colour: red with a finding at level deny, amber with one at warn or an accepted one, else not assessed where one of them couldn't be assessed, else green.",
            nl: "De regels die de kleur berekenen: rood bij een bevinding op niveau deny, oranje bij een op warn of een geaccepteerde, anders niet beoordeeld waar een ervan niet te beoordelen was, anders groen.",
        },
    ),
    may(
        "status",
        Shape::OneOf(COLOURS),
        Text {
            en: "What people judged. With `rules` too the worse counts, so a hand never makes it greener.",
            nl: "Wat mensen oordeelden. Met ook `rules` telt het slechtste, dus een mens maakt het nooit groener.",
        },
    ),
    may(
        "judged",
        Shape::Date,
        Text {
            en: "When people judged it. Left out: a `status` without a date goes stale at once.",
            nl: "Wanneer mensen oordeelden. Weggelaten: een `status` zonder datum is meteen verouderd.",
        },
    ),
    may("by", Shape::Text, Text { en: "Who judged it.", nl: "Wie oordeelde." }),
    may(
        "evidence",
        Shape::Texts,
        Text {
            en: "What they saw: documents, cases, addresses.",
            nl: "Wat zij daarvoor zagen: stukken, zaken, adressen.",
        },
    ),
    may("explanation", Shape::Text, Text { en: "Why it is as it is.", nl: "Waarom het is zoals het is." }),
    may(
        "action",
        Shape::Text,
        Text {
            en: "What will be done about it. The council's attachment shows it at what falls short.",
            nl: "Wat eraan gedaan wordt. De bijlage voor de raad toont het bij wat niet voldoet.",
        },
    ),
    may("owner", Shape::Text, Text { en: "Who will do it.", nl: "Wie het doet." }),
    may("due", Shape::Date, Text { en: "By when it has to be done.", nl: "Wanneer het gedaan moet zijn." }),
];

const COLOURS: &[Word] = &[
    word("green", "It holds.", "Het klopt."),
    word("amber", "It needs attention.", "Het vraagt aandacht."),
    word("red", "It doesn't hold.", "Het klopt niet."),
];

pub const ACCEPTANCE: &[Key] = &[
    must(
        "rule",
        Shape::Reference(Wanted::Rule),
        Text {
            en: "The rule whose finding is accepted. What breaks the language can't be.",
            nl: "De regel waarvan de bevinding geaccepteerd is. Wat de taal breekt, kan dat niet zijn.",
        },
    ),
    must(
        "subject",
        Shape::Reference(Wanted::Subject),
        Text {
            en: "The id of what the finding is about: a link (its own id, else `FROM->TO`), application, party, processing activity, agreement or norm.",
            nl: "Het id van waar de bevinding over gaat: een koppeling (haar eigen id, anders `VAN->NAAR`), applicatie, partij, verwerkingsactiviteit, overeenkomst of norm.",
        },
    ),
    must(
        "reason",
        Shape::Text,
        Text {
            en: "Why the risk is accepted. Stands in every report.",
            nl: "Waarom het risico geaccepteerd is. Staat in elk rapport.",
        },
    ),
    must(
        "by",
        Shape::Text,
        Text { en: "Who answers for it: a role or a name.", nl: "Wie ervoor instaat: een rol of een naam." },
    ),
    must(
        "until",
        Shape::Date,
        Text {
            en: "The last day that it is accepted. After that the finding counts again.",
            nl: "De laatste dag dat het geaccepteerd is. Daarna telt de bevinding weer.",
        },
    ),
];

/// What `[rules]` can set a rule to.
pub const LEVELS: &[Word] = &[
    word("allow", "Don't judge by this rule.", "Beoordeel niet op deze regel."),
    word("warn", "Tell of it, but don't fail the check.", "Meld het, maar laat de controle niet falen."),
    word("deny", "Fail the check on it.", "Laat de controle erop falen."),
];
