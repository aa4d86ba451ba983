//! What the countries and territories of [`super::places`] are called in Dutch and English.

use crate::text::Text;

const fn named(code: &'static str, en: &'static str, nl: &'static str) -> (&'static str, Text) {
    (code, Text { en, nl })
}

/// By code, sorted. Source: EU Interinstitutional Style Guide, annex A5, Dutch and English; the European Patent
/// Organisation by what it calls itself.
#[rustfmt::skip]
const NAMES: &[(&str, Text)] = &[
    named("AD", "Andorra", "Andorra"),
    named("AR", "Argentina", "Argentinië"),
    named("AT", "Austria", "Oostenrijk"),
    named("AX", "Åland Islands", "Åland"),
    named("BE", "Belgium", "België"),
    named("BG", "Bulgaria", "Bulgarije"),
    named("BR", "Brazil", "Brazilië"),
    named("CA", "Canada", "Canada"),
    named("CH", "Switzerland", "Zwitserland"),
    named("CY", "Cyprus", "Cyprus"),
    named("CZ", "Czechia", "Tsjechië"),
    named("DE", "Germany", "Duitsland"),
    named("DK", "Denmark", "Denemarken"),
    named("EE", "Estonia", "Estland"),
    named("EPO", "European Patent Organisation", "Europese Octrooiorganisatie"),
    named("ES", "Spain", "Spanje"),
    named("FI", "Finland", "Finland"),
    named("FO", "Faroe Islands", "Faeröer"),
    named("FR", "France", "Frankrijk"),
    named("GB", "United Kingdom", "Verenigd Koninkrijk"),
    named("GF", "French Guiana", "Frans-Guyana"),
    named("GG", "Guernsey", "Guernsey"),
    named("GP", "Guadeloupe", "Guadeloupe"),
    named("GR", "Greece", "Griekenland"),
    named("HR", "Croatia", "Kroatië"),
    named("HU", "Hungary", "Hongarije"),
    named("IE", "Ireland", "Ierland"),
    named("IL", "Israel", "Israël"),
    named("IM", "Isle of Man", "Eiland Man"),
    named("IS", "Iceland", "IJsland"),
    named("IT", "Italy", "Italië"),
    named("JE", "Jersey", "Jersey"),
    named("JP", "Japan", "Japan"),
    named("KR", "South Korea", "Zuid-Korea"),
    named("LI", "Liechtenstein", "Liechtenstein"),
    named("LT", "Lithuania", "Litouwen"),
    named("LU", "Luxembourg", "Luxemburg"),
    named("LV", "Latvia", "Letland"),
    named("MF", "Saint Martin", "Sint-Maarten (Frans deel)"),
    named("MQ", "Martinique", "Martinique"),
    named("MT", "Malta", "Malta"),
    named("NL", "Netherlands", "Nederland"),
    named("NO", "Norway", "Noorwegen"),
    named("NZ", "New Zealand", "Nieuw-Zeeland"),
    named("PL", "Poland", "Polen"),
    named("PT", "Portugal", "Portugal"),
    named("RE", "Réunion", "Réunion"),
    named("RO", "Romania", "Roemenië"),
    named("SE", "Sweden", "Zweden"),
    named("SI", "Slovenia", "Slovenië"),
    named("SK", "Slovakia", "Slowakije"),
    named("US", "United States", "Verenigde Staten"),
    named("UY", "Uruguay", "Uruguay"),
    named("YT", "Mayotte", "Mayotte"),
];

/// What people call the place with this code; nothing for a place that no table of places has.
#[must_use]
pub fn name(code: &str) -> Option<Text> {
    NAMES.binary_search_by(|(known, _)| (*known).cmp(code)).ok().map(|at| NAMES[at].1)
}

#[cfg(test)]
mod tests {
    use super::super::places::{ADEQUACY, EEA};
    use super::*;

    #[test]
    fn every_place_in_the_tables_has_a_name_and_no_other() {
        let places = || EEA.iter().map(|row| row.country).chain(ADEQUACY.iter().map(|row| row.country));
        assert!(places().all(|code| name(code).is_some()));
        assert!(NAMES.iter().all(|(code, _)| places().any(|place| place == *code)));
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn a_place_is_called_what_people_call_it() {
        assert_eq!(name("GB"), Some(Text { en: "United Kingdom", nl: "Verenigd Koninkrijk" }));
        assert_eq!(name("UK"), None);
    }
}
