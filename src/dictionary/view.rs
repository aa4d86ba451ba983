//! `[view.ID]`.

use super::{Key, Shape, Word, may, word};
use crate::{load::problem::Wanted, model::Kind, text::Text};

pub const VIEW: &[Key] = &[
    may(
        "title",
        Shape::Text,
        Text { en: "What stands above the drawing.", nl: "Wat er boven de tekening staat." },
    ),
    may(
        "domains",
        Shape::References(Wanted::Domain),
        Text {
            en: "Only applications of these domains. Left out: of all.",
            nl: "Alleen applicaties van deze domeinen. Weggelaten: van alle.",
        },
    ),
    may(
        "applications",
        Shape::References(Wanted::Kind(Kind::Application)),
        Text {
            en: "Only these applications. Left out: all.",
            nl: "Alleen deze applicaties. Weggelaten: alle.",
        },
    ),
    may(
        "data",
        Shape::References(Wanted::Kind(Kind::Data)),
        Text {
            en: "Only links that carry these categories. Left out: all.",
            nl: "Alleen koppelingen met deze categorieën. Weggelaten: alle.",
        },
    ),
    may(
        "parties",
        Shape::References(Wanted::Kind(Kind::Party)),
        Text { en: "Only these parties. Left out: all.", nl: "Alleen deze partijen. Weggelaten: alle." },
    ),
    may(
        "neighbours",
        Shape::Number,
        Text {
            en: "How many steps around what was chosen are shown too. Left out: 0.",
            nl: "Hoeveel stappen rondom wat gekozen is ook te zien zijn. Weggelaten: 0.",
        },
    ),
    may(
        "group_by",
        Shape::OneOf(GROUPS),
        Text {
            en: "What applications are grouped by. Left out: `domain`.",
            nl: "Waarop applicaties gegroepeerd zijn. Weggelaten: `domain`.",
        },
    ),
    may(
        "links",
        Shape::OneOf(LINKS),
        Text {
            en: "Whether links between the same two are drawn as one. Left out: `each`.",
            nl: "Of koppelingen tussen dezelfde twee als één getekend worden. Weggelaten: `each`.",
        },
    ),
    may(
        "direction",
        Shape::OneOf(DIRECTIONS),
        Text {
            en: "Which way the arrows run. Left out: `right`.",
            nl: "Welke kant de pijlen op lopen. Weggelaten: `right`.",
        },
    ),
    may(
        "audience",
        Shape::OneOf(AUDIENCES),
        Text {
            en: "Who gets to see it. Left out: `internal`.",
            nl: "Wie de tekening te zien krijgt. Weggelaten: `internal`.",
        },
    ),
];

const GROUPS: &[Word] = &[
    word("domain", "One group for each domain. The default.", "Een groep per domein. De standaard."),
    word(
        "controller",
        "One group for each controller, or set of controllers.",
        "Een groep per verantwoordelijke, of groep verantwoordelijken.",
    ),
    word("operator", "One group for each operator.", "Een groep per beheerder."),
    word("network", "One group for each network.", "Een groep per netwerk."),
    word("none", "No groups.", "Geen groepen."),
];

const LINKS: &[Word] = &[
    word("each", "Every link its own arrow. The default.", "Elke koppeling een eigen pijl. De standaard."),
    word(
        "merged",
        "One arrow per pair, with a count and the worst mark.",
        "Eén pijl per paar, met een aantal en de slechtste beveiliging.",
    ),
];

const DIRECTIONS: &[Word] = &[
    word("right", "From left to right. The default.", "Van links naar rechts. De standaard."),
    word("down", "From top to bottom.", "Van boven naar beneden."),
];

const AUDIENCES: &[Word] = &[
    word("internal", "People of the organisation. The default.", "Mensen van de organisatie. De standaard."),
    word(
        "public",
        "Everyone: product names, versions and weak spots are masked, while the counts still add up.",
        "Iedereen: productnamen, versies en zwakke plekken zijn afgeschermd, terwijl de aantallen blijven kloppen.",
    ),
];
