//! Landscapes that are damaged or split at random.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze},
    source::Sources,
    text::Lang,
};
use proptest::prelude::*;

/// The tables of a landscape with something of everything, some of it wrong.
const TABLES: [&str; 14] = [
    "# Het sociaal domein ✓\n[landscape]\nname = \"Sociaal domein\" # [geen tabel]\ndate = 2026-11-01\n",
    "[party.college]\nname = \"College van B&W\"\nkind = \"municipality\"\ncountry = \"NL\"\n",
    "[party.hoster]\nname = 'Hoster \"Noord\"'\ncountry = \"US\"\n",
    "[data.bsn]\nname = \"BSN\"\nclass = \"national-id\"\n",
    "[data.naw]\nname = \"\"\"\nNaam,\n[adres],\nwoonplaats\"\"\"\nclass = \"personal\"\n",
    "[network.intern]\nname = '''Intern'''\ncontrolled = true\n",
    "[application.csam]\nname = \"Csam é\"\noperator = \"hoster\"\nsource_of = [\n  \"bsn\", # het nummer\n  \"naw\",\n]\n",
    "[application.ggk]\nname = \"GGK\"\nnaam = \"fout\"\n",
    "[[link]]\nid = \"een\"\nfrom = \"csam\"\nto = \"ggk\"\ndata = [\"bsn\", \"naw\"]\nprotocol = \"https\"\ncontroller = \"college\"\n",
    "[[link]]\nid = \"twee\"\nfrom = \"ggk\"\nto = \"hoster\"\npersonal_data = true\nsecure = true\nprotocol = \"ftp\"\nprocessing = \"wmo\"\n",
    "[[link]]\nid = \"drie\"\nfrom = \"ggk\"\nto = \"nergens\"\npersonal_data = false\n",
    "[processing.wmo]\nname = \"Wmo\"\ncontroller = [\"college\"]\ndata = \"naw\"\nlegal_basis = \"public-task\"\n",
    "[norm.n]\ntext = \"Alle lijnen zijn beveiligd.\"\nrules = [\"unsecured-link\"]\n",
    "[policy.p]\nclass = \"personal\"\nreason = \"Beleid\"\n[policy.p.never_reaches]\ncountry_outside = \"EEA\"\n",
];

fn judge<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> (Sources, Analysis) {
    let mut sources = Sources::default();
    for (path, content) in files {
        sources.add_bytes(path, content);
    }
    let today = jiff::civil::date(2026, 11, 1);
    let options = Options { date: None, today, lang: Some(Lang::En), levels: Levels::default() };
    let analysis = analyze(&sources, &options);
    (sources, analysis)
}

/// What is found, without places: rule, subject, message and the text that is pointed at.
fn told(sources: &Sources, analysis: &Analysis) -> Vec<String> {
    let told = analysis.findings.iter().map(|found| {
        let text = sources.text(found.primary.location);
        format!("{} {} {} {text:?}", found.rule.id, found.subject, found.message)
    });
    let mut told: Vec<_> = told.collect();
    told.sort();
    told
}

/// Every place lies within its file, on whole characters, and ends no earlier than it starts.
fn places_exist(sources: &Sources, analysis: &Analysis) {
    for found in &analysis.findings {
        for label in std::iter::once(&found.primary).chain(&found.related) {
            let (location, file) = (label.location, sources.get(label.location.source));
            assert!(
                file.text().get(location.range()).is_some(),
                "{}: {location:?} in {file:?}",
                found.rule.id
            );
            let (start, end) = sources.positions(location);
            assert!((start.line, start.column) <= (end.line, end.column));
            let line = file.text().split('\n').nth(start.line - 1);
            assert!(line.is_some_and(|line| start.column <= line.chars().count() + 1), "{start:?}");
        }
    }
}

/// A change to a text: at about this share of it, leave out so many bytes and put these in.
#[derive(Clone, Debug)]
struct Change {
    at: prop::sample::Index,
    left_out: usize,
    put_in: Vec<u8>,
}

fn change() -> impl Strategy<Value = Change> {
    let piece = prop_oneof![
        3 => prop::collection::vec(any::<u8>(), 0..4),
        3 => "[\\[\\]{}\"'#=.,\\\\\n a-z✓\u{202e}]{0,6}".prop_map(String::into_bytes),
        1 => prop::sample::select(vec!["\"\"\"", "'''", "[[link]]\n", "[party.x]\n", "\n[", "\r", "\0", "\u{FEFF}", "[a.b.c]\n"])
            .prop_map(|text| text.as_bytes().to_vec()),
    ];
    (any::<prop::sample::Index>(), prop_oneof![Just(0), 0..4_usize, 0..200_usize], piece)
        .prop_map(|(at, left_out, put_in)| Change { at, left_out, put_in })
}

fn changed(text: &[u8], change: &Change) -> Vec<u8> {
    let start = change.at.index(text.len() + 1);
    let end = (start + change.left_out).min(text.len());
    [&text[..start], &change.put_in, &text[end..]].concat()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    #[test]
    fn damage_never_panics_and_every_finding_has_a_place(changes in prop::collection::vec(change(), 1..6)) {
        let text = changes.iter().fold(TABLES.concat().into_bytes(), |text, it| changed(&text, it));
        let (sources, analysis) = judge([("a.toml", &*text)]);
        places_exist(&sources, &analysis);
    }

    #[test]
    fn lines_that_are_lost_repeated_or_moved_never_panic(order in prop::collection::vec(any::<prop::sample::Index>(), 0..80)) {
        let text = TABLES.concat();
        let lines: Vec<_> = text.split_inclusive('\n').collect();
        let text: String = order.iter().map(|index| lines[index.index(lines.len())]).collect();
        let (sources, analysis) = judge([("a.toml", text.as_bytes())]);
        places_exist(&sources, &analysis);
    }

    /// A mistake within one table of a link, norm or activity, on one line and without brackets or quotes of
    /// its own, leaves what is said of the tables that don't refer to it as it was.
    #[test]
    fn a_damaged_table_leaves_the_others_alone(
        damage in "[a-z0-9=.,;: ✓]{0,12}",
        at in any::<prop::sample::Index>(),
    ) {
        // `drie` is a link that nothing refers to.
        let tables = TABLES.iter().position(|table| table.contains("\"drie\"")).unwrap();
        let lines: Vec<_> = TABLES[tables].lines().collect();
        let line = 1 + at.index(lines.len() - 1);
        let damaged = |(n, it): (usize, &&str)| if n == line { damage.clone() } else { (*it).to_owned() };
        let broken = (0..).zip(&lines).map(damaged).collect::<Vec<String>>().join("\n") + "\n";
        let mut all = TABLES.map(str::to_owned);
        let others = |sources: &Sources, analysis: &Analysis, damaged: &str| -> Vec<String> {
            let text = sources.get(sources.iter().next().unwrap().0).text().to_owned();
            let start = text.find(damaged).unwrap();
            let inside = |found: &&koppelkaart::finding::Finding| {
                !(start..=start + damaged.len()).contains(&(found.primary.location.start as usize))
            };
            analysis.findings.iter().filter(inside).map(|it| format!("{} {} {}", it.rule.id, it.subject, it.message)).collect()
        };
        let (sources, analysis) = judge([("a.toml", all.concat().as_bytes())]);
        let before = others(&sources, &analysis, TABLES[tables]);
        all[tables].clone_from(&broken);
        let (sources, analysis) = judge([("a.toml", all.concat().as_bytes())]);
        prop_assert_eq!(before, others(&sources, &analysis, &broken));
    }

    #[test]
    fn splitting_a_landscape_changes_nothing_but_places(
        order in Just((0..TABLES.len()).collect::<Vec<_>>()).prop_shuffle(),
        folders in prop::collection::vec(0..5_usize, TABLES.len()),
    ) {
        let text = TABLES.concat();
        let (sources, analysis) = judge([("a.toml", text.as_bytes())]);
        let whole = (told(&sources, &analysis), analysis.summary, analysis.norms, analysis.not_assessed);

        let names = ["a.toml", "b.toml", "b/a.toml", "b/c/d.toml", "z.toml"];
        let mut files = names.map(|_| String::new());
        for table in order {
            files[folders[table]] += TABLES[table];
        }
        let files = names.iter().zip(&files).map(|(name, text)| (*name, text.as_bytes()));
        let (sources, analysis) = judge(files);
        prop_assert_eq!(whole, (told(&sources, &analysis), analysis.summary, analysis.norms, analysis.not_assessed));
    }
}

/// The properties mean something: there is something to find, also before a table that can be lost.
#[test]
fn the_landscape_has_findings_of_all_sorts() {
    let text = TABLES.concat();
    let (sources, analysis) = judge([("a.toml", text.as_bytes())]);
    let rules: Vec<_> = analysis.findings.iter().map(|found| found.rule.id).collect();
    for rule in ["unknown-key", "unknown-reference", "unsecured-link", "insecure-protocol", "no-purpose"] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }
    assert!(!rules.contains(&"invalid-toml"));
    assert_eq!(sources.iter().len(), 1);
}
