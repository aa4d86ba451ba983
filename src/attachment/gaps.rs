//! What could not be assessed, for who doesn't know the keys of the language by name.

use super::Gap;
use crate::{
    analysis::Analysis,
    rules, say,
    text::{Lang, Text, capitalised},
};

/// What a rule needs that no landscape uses, in plain words; each follows "nowhere is recorded".
const NEEDS: &[(&str, Text)] = &[
    ("[agreement.*]", Text { en: "any agreement", nl: "enige overeenkomst" }),
    (
        "[policy.*]",
        Text {
            en: "any policy on where data may go",
            nl: "enige beleidsregel over waar gegevens mogen komen",
        },
    ),
    ("[processing.*]", Text { en: "any processing activity", nl: "enige verwerkingsactiviteit" }),
    (
        "access_logging",
        Text {
            en: "whether applications record who consulted data",
            nl: "of applicaties vastleggen wie gegevens raadpleegt",
        },
    ),
    (
        "authentication",
        Text {
            en: "how the two ends of a link know each other",
            nl: "hoe de twee kanten van een koppeling elkaar herkennen",
        },
    ),
    (
        "clauses",
        Text { en: "what processor agreements lay down", nl: "wat verwerkersovereenkomsten regelen" },
    ),
    (
        "controller, operator",
        Text {
            en: "who is responsible for applications, or who runs them",
            nl: "wie voor applicaties verantwoordelijk is, of wie ze beheert",
        },
    ),
    ("country", Text { en: "in which country data is", nl: "in welk land gegevens zijn" }),
    (
        "end_of_support",
        Text {
            en: "until when applications are supported",
            nl: "tot wanneer applicaties worden ondersteund",
        },
    ),
    ("expires", Text { en: "when agreements expire", nl: "wanneer overeenkomsten aflopen" }),
    ("operator", Text { en: "who runs applications", nl: "wie applicaties beheert" }),
    ("owner", Text { en: "who answers for applications", nl: "wie voor applicaties instaat" }),
    (
        "role_based_access",
        Text {
            en: "whether people see only what their role needs",
            nl: "of mensen alleen zien wat hun rol nodig heeft",
        },
    ),
    ("source_of", Text { en: "where data originates", nl: "waar gegevens ontstaan" }),
    (
        "tls",
        Text {
            en: "which version of TLS secures links",
            nl: "met welke versie van TLS koppelingen beveiligd zijn",
        },
    ),
    (
        "verified",
        Text {
            en: "when the security of links was checked",
            nl: "wanneer de beveiliging van koppelingen is nagegaan",
        },
    ),
];

/// The rules of which nothing can be concluded: what they need isn't there, or they were left out on purpose.
pub fn gaps(analysis: &Analysis) -> Vec<Gap> {
    let lang = analysis.lang;
    let title = |rule: &str| {
        rules::find(rule).map_or_else(|| rule.to_owned(), |rule| capitalised(rule.title.to(lang)))
    };
    let lacking = analysis.not_assessed.iter();
    let lacking = lacking.map(|missing| Gap { what: title(missing.rule), why: wanting(missing.needs, lang) });
    let left_out = analysis.allowed.iter().map(|rule| Gap {
        what: title(rule),
        why: say!(
            lang,
            en: "Left out by those who keep the overview",
            nl: "Buiten beschouwing gelaten door wie het overzicht bijhoudt",
        ),
    });
    lacking.chain(left_out).collect()
}

/// Each reason once, with all that it keeps from being assessed, in their order.
#[must_use]
pub fn by_reason(gaps: &[Gap]) -> Vec<(&str, Vec<&str>)> {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for gap in gaps {
        match reasons.iter_mut().find(|(why, _)| *why == gap.why) {
            Some((_, what)) => what.push(&gap.what),
            None => reasons.push((&gap.why, vec![&gap.what])),
        }
    }
    reasons
}

fn wanting(needs: &str, lang: Lang) -> String {
    let plain = NEEDS.iter().find(|(key, _)| *key == needs).map_or(needs, |(_, words)| words.to(lang));
    say!(lang, en: "Nowhere is recorded: {plain}", nl: "Nergens is vastgelegd: {plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_rule_needs_is_told_in_plain_words() {
        let needs = rules::ALL.iter().filter_map(|rule| rule.info.needs.as_ref());
        for need in needs {
            assert!(NEEDS.iter().any(|(key, _)| *key == need.name), "{}", need.name);
        }
    }
}
