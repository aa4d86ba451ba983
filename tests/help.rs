//! Help that helps: TOML in advice mends what it stands by, and a newcomer's mistakes are told for what they are.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    finding::Finding,
    load::files,
    rules::ALL,
    source::Sources,
    text::Lang,
};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SHARED: &str = include_str!("../src/rules/example.toml");

fn judge(sources: &Sources, date: Option<&str>, lang: Lang) -> Analysis {
    let date = date.map(|date| date.parse().expect("a date"));
    let today = jiff::civil::date(2026, 11, 1);
    analyze(sources, &Options { date, today, lang: Some(lang), levels: Levels::default() })
}

/// The TOML in a finding's advice: what stands in from the margin.
fn to_paste(finding: &Finding) -> Option<String> {
    let advice = finding.advice.as_ref()?;
    let lines: Vec<_> =
        advice.lines().skip(1).map(|line| line.strip_prefix("      ").expect(advice)).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// Pastes the help of each finding into a file of its own; gives the rules whose help was tried.
fn paste_each(sources: &impl Fn() -> Sources, date: Option<&str>, lang: Lang) -> Vec<&'static str> {
    let mut tried = Vec::new();
    for finding in judge(&sources(), date, lang).findings {
        let Some(toml) = to_paste(&finding) else { continue };
        let mut mended = sources();
        mended.add("pasted.toml", &toml);
        let after = judge(&mended, date, lang).findings;
        let left = after.iter().find(|it| {
            it.rule.id == finding.rule.id && it.subject == finding.subject && !it.accepted
                || it.primary.location.source.index() == 2
        });
        assert!(left.is_none(), "{toml}\n{left:?}");
        tried.push(finding.rule.id);
    }
    tried
}

#[test]
fn what_the_help_gives_to_paste_mends_the_finding() {
    for lang in [Lang::Nl, Lang::En] {
        let mut tried = Vec::new();
        for example in ALL.iter().flat_map(|rule| rule.info.examples) {
            let sources = || {
                let mut sources = Sources::default();
                sources.add("shared.toml", SHARED);
                sources.add("example.toml", example.toml);
                sources
            };
            tried.extend(paste_each(&sources, example.date, lang));
        }
        for rule in [
            "missing-processor-agreement",
            "missing-joint-arrangement",
            "missing-exchange-agreement",
            "recipient-not-allowed",
        ] {
            assert!(tried.contains(&rule), "{rule} is tried");
        }
    }
}

#[test]
fn it_does_so_in_the_example_landscape() {
    let sources = || files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("read");
    assert!(!paste_each(&sources, Some("2026-11-01"), Lang::Nl).is_empty());
}

/// What is said at the place of each mistake in a landscape that is otherwise in order, in both languages.
fn said(key: &str) -> [String; 2] {
    [Lang::Nl, Lang::En].map(|lang| {
        let mut sources = Sources::default();
        sources.add("shared.toml", SHARED);
        sources.add(
            "a.toml",
            format!(
                "[[link]]\nfrom = \"csam\"\nto = \"ggk\"\ndata = \"naw\"\ncontroller = \"college\"\n{key}\n"
            ),
        );
        let findings = judge(&sources, None, lang).findings;
        let about: Vec<_> = findings
            .iter()
            .filter(|it| sources.positions(it.primary.location).0.line == 6)
            .map(|it| format!("{}: {}", it.rule.id, it.primary.message))
            .collect();
        about.join("; ")
    })
}

#[test]
fn yes_and_no_are_told_apart_from_text_without_quotes() {
    for (key, meant) in [
        ("secure = ja", "true"),
        ("secure = nee", "false"),
        ("secure = Yes", "true"),
        ("secure = no", "false"),
        ("secure = waar", "true"),
        ("secure = True", "true"),
        ("secure = FALSE", "false"),
    ] {
        let [nl, en] = said(key);
        assert!(nl.contains(&format!("schrijf hier `{meant}`")), "{key}: {nl}");
        assert!(en.contains(&format!("write `{meant}` here")), "{key}: {en}");
    }
    let [nl, en] = said("secure = onbekend");
    assert!(nl.contains("Laat de sleutel dan weg") && en.contains("leave the key out"), "{nl} {en}");
    let [nl, en] = said("protocol = https");
    assert!(nl.contains("rechte aanhalingstekens") && en.contains("straight quotes"), "{nl} {en}");
}

#[test]
fn quotes_of_a_word_processor_are_told_as_such() {
    for key in [
        "protocol = “https”",
        "protocol = ‘https’",
        "protocol = „https”",
        "protocol = “https\"",
        "protocol = \"https”",
        "network = [“intern”]",
    ] {
        let [nl, en] = said(key);
        assert!(nl.starts_with("invalid-toml: dit zijn gekrulde aanhalingstekens"), "{key}: {nl}");
        assert!(en.starts_with("invalid-toml: these are curly quotes"), "{key}: {en}");
    }
}

#[test]
fn dutch_words_bring_the_word_of_the_language_to_mind() {
    for (key, word) in [
        ("secure = \"ja\"", "`true`"),
        ("mode = \"handmatig\"", "\"manual\""),
        ("lifecycle = \"actief\"", "\"active\""),
        ("lifecycle = \"Uit te faseren\"", "\"phasing-out\""),
        ("authentication = \"wachtwoord\"", "\"password\""),
        ("authentication = \"geen\"", "\"none\""),
    ] {
        let [nl, en] = said(key);
        assert_eq!(nl, format!("invalid-value: bedoelt u {word}?"), "{key}");
        assert_eq!(en, format!("invalid-value: did you mean {word}?"), "{key}");
    }
}

#[test]
fn a_protocol_with_a_slip_brings_the_known_one_to_mind() {
    let [nl, en] = said("secure = true\nprotocol = \"htps\"");
    assert_eq!((nl, en), (String::new(), String::new()), "told at the protocol, not at the mark");
    let [nl, en] = said("protocol = \"htps\"\nsecure = true");
    assert_eq!(nl, "unexplained-security: hier niet bekend; bedoelt u `ftps` of `https`?");
    assert_eq!(en, "unexplained-security: not known here; did you mean `ftps` or `https`?");
}
