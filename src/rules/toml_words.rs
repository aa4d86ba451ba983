//! Why a text isn't TOML: what was probably meant, else what the parser says, in Dutch where it is known.
//!
//! The parser speaks English; what isn't listed here stays so, since a precise sentence in the other
//! language is worth more than a vague one in this.

use crate::{load::meant::meant, say, text::Lang};

/// What the parser says, up to its first comma, and what that is in Dutch.
const DUTCH: &[(&str, &str)] = &[
    ("`_` may only go between digits", "`_` mag alleen tussen cijfers"),
    ("cannot recurse further; max recursion depth met", "dieper genest dan gelezen kan worden"),
    ("carriage return must be followed by newline", "een losse regelterugloop (CR)"),
    ("duplicate key", "de sleutel staat er twee keer"),
    ("extra `=`", "er staat een `=` te veel"),
    ("extra assignment between key-value pairs", "er staat een `=` te veel"),
    ("extra comma in array", "er staat een komma te veel in de lijst"),
    ("extra comma in inline table", "er staat een komma te veel in de tabel"),
    (
        "invalid basic string",
        "de tekst heeft geen aanhalingsteken aan het eind, of bevat een teken dat er niet in mag",
    ),
    ("invalid comment character", "een teken dat niet in een opmerking mag"),
    ("invalid datetime", "dit is geen datum of tijd"),
    ("invalid boolean", "dit is geen waarde; tekst hoort tussen aanhalingstekens"),
    ("invalid date", "een datum staat als 2027-12-31"),
    ("invalid float", "dit is geen waarde; tekst hoort tussen aanhalingstekens"),
    ("invalid inline table element", "dit hoort niet in een tabel tussen accolades"),
    (
        "invalid literal string",
        "de tekst heeft geen aanhalingsteken aan het eind, of bevat een teken dat er niet in mag",
    ),
    (
        "invalid multi-line basic string",
        "de tekst over meer regels heeft geen `\"\"\"` aan het eind, of bevat een teken dat er niet in mag",
    ),
    (
        "invalid multi-line literal string",
        "de tekst over meer regels heeft geen `'''` aan het eind, of bevat een teken dat er niet in mag",
    ),
    ("invalid unquoted key", "een sleutel zonder aanhalingstekens kan dit teken niet bevatten"),
    ("invalid value", "dit is geen waarde"),
    ("key with no value", "een sleutel zonder `=` en waarde"),
    ("missing assignment between key-value pairs", "er ontbreekt een `=`"),
    ("missing comma between array elements", "er ontbreekt een komma in de lijst, of een `]` aan het eind"),
    ("missing comma between key-value pairs", "er ontbreekt een komma tussen sleutels"),
    ("missing escaped value", "na `\\` hoort een teken"),
    ("missing opening quote", "er ontbreekt een aanhalingsteken aan het begin"),
    ("missing value", "er staat geen waarde achter de `=`"),
    ("string values must be quoted", "tekst hoort tussen rechte aanhalingstekens"),
    ("too few unicode value digits", "te weinig cijfers voor een teken"),
    ("unclosed array", "de lijst heeft geen `]` aan het eind"),
    ("unclosed array table", "de kop van de tabel heeft geen `]]` aan het eind"),
    ("unclosed inline table", "de tabel tussen accolades heeft geen `}` aan het eind"),
    ("unclosed table", "de kop van de tabel heeft geen `]` aan het eind"),
    ("unexpected content", "hier hoort niets meer te staan"),
    ("unexpected key or value", "hier hoort geen sleutel of waarde"),
    ("unexpected leading zero", "een getal kan niet met 0 beginnen"),
    ("unquoted keys cannot be empty", "er staat geen sleutel"),
];

/// Quotation marks as word processors set them. TOML knows only straight ones.
const CURLY: &[char] = &['“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '‛'];

/// Why a text isn't TOML, in the language that is asked for: by the value `written` there where that says
/// what was meant, else in the words of the parser.
#[must_use]
pub fn told(why: &str, written: &str, lang: Lang) -> String {
    if written.starts_with(CURLY) || written.ends_with(CURLY) {
        return say!(
            lang,
            en: "these are curly quotes; text goes in straight ones, as in \"https\"",
            nl: "dit zijn gekrulde aanhalingstekens; tekst hoort tussen rechte, zoals \"https\"",
        );
    }
    if why.starts_with("unclosed") && is_closed_header(written) {
        return say!(
            lang,
            en: "an id has no spaces: only letters, digits, `-` and `_`, as in `my-system`",
            nl: "een id heeft geen spaties: alleen letters, cijfers, `-` en `_`, zoals in `mijn-systeem`",
        );
    }
    match yes_or_no(written) {
        Some(meant) => say!(
            lang,
            en: "yes and no are `true` and `false`: write `{meant}` here",
            nl: "ja en nee zijn `true` en `false`: schrijf hier `{meant}`",
        ),
        None if is_unknown(written) => say!(
            lang,
            en: "isn't it known? Then leave the key out",
            nl: "is het niet bekend? Laat de sleutel dan weg",
        ),
        None => translated(why, lang).to_owned(),
    }
}

/// The truth value that somebody meant who wrote this bare word for one.
#[must_use]
pub fn yes_or_no(written: &str) -> Option<&'static str> {
    meant(written, ["true", "false"])
}

/// A text that stands in curly quotes, in straight ones. None where something else in it needs care.
#[must_use]
pub fn straight(written: &str) -> Option<String> {
    let inner = written.strip_prefix(CURLY)?.strip_suffix(CURLY)?;
    let care = |character: char| matches!(character, '"' | '\\' | '\'') || character.is_control();
    (!inner.contains(care) && !inner.contains(CURLY)).then(|| format!("\"{inner}\""))
}

/// Whether a header has its bracket at the end, so that the parser missed it for what stands before that.
fn is_closed_header(written: &str) -> bool {
    let line = written.split('#').next().unwrap_or_default().trim();
    line.starts_with('[') && line.ends_with(']')
}

/// Whether somebody wrote, as a bare word, that they don't know.
fn is_unknown(written: &str) -> bool {
    matches!(written.to_lowercase().as_str(), "onbekend" | "unknown" | "null" | "nil" | "?")
}

/// A message of the parser in the language that is asked for, as far as it is known.
fn translated(message: &str, lang: Lang) -> &str {
    let start = message.split(", expected").next().unwrap_or(message);
    match lang {
        // The parser takes an unquoted word for the number or truth value that it starts like.
        Lang::En if matches!(start, "invalid float" | "invalid boolean") => {
            "this is no value; text goes in quotes"
        }
        Lang::En if start == "string values must be quoted" => "text goes in straight quotes",
        Lang::En => message,
        Lang::Nl => DUTCH.iter().find(|(english, _)| *english == start).map_or(message, |(_, dutch)| dutch),
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;
    use crate::load::problem::Fault;

    #[test]
    fn common_mistakes_are_told_in_dutch() {
        for text in [
            "a = [1",
            "a = \"x",
            "a",
            "a = ",
            "a = 1\na = 2",
            "a = x",
            "a = [1 2]",
            "a = {b = 1",
            "[a",
            "a = \"\"\"x",
            "a = 'x",
        ] {
            let error = DeTable::parse(text).unwrap_err();
            assert_ne!(translated(error.message(), Lang::Nl), error.message(), "{text}");
        }
    }

    #[test]
    fn a_space_in_an_id_is_told_as_such() {
        for (text, is_space) in [
            ("[application.mijn omgeving]", true),
            ("a = 1\n [[norm.x y]] # ]", true),
            ("[application.mijn omgeving", false),
            ("[application.mijn # omgeving]", false),
        ] {
            let error = toml::from_str::<toml::Table>(text).unwrap_err();
            let Fault::Toml { why, written } = Fault::toml(&error, text) else { panic!("{text}") };
            assert_eq!(
                told(&why, &written, Lang::Nl).contains("spaties"),
                is_space,
                "{text}: {why}, {written}"
            );
        }
    }
}
