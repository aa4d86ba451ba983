//! `koppelkaart register`: what GDPR art. 30 asks, found again in the landscape that it is derived from.

mod common;

use std::{collections::BTreeMap, io::Cursor};

use calamine::{Data, Reader, Xlsx};
use common::Desk;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// A municipality of which everything that art. 30(1) asks is recorded, and a cloud that it uses.
const WHOLE: &str = r#"
[landscape]
name = "Sociaal domein"
date = 2026-11-01

[party.college]
name = "College van B en W"
kind = "municipality"
country = "NL"
contact = "Postbus 1, Dorp"
dpo = "fg@dorp.nl"

[party.wolk]
name = "Wolk Inc."
kind = "supplier"
country = "US"
contact = "privacy@wolk.example"
dpo = "dpo@wolk.example"

[party.cak]
name = "CAK"
kind = "government"
country = "NL"

[data.naw]
name = "NAW"
class = "personal"

[data.zorg]
name = "Zorgbehoefte"
class = "special-category"

[data.wegen]
name = "Wegen"
class = "non-personal"

[application.csam]
name = "Csam"
controller = "college"
operator = "college"
access_logging = true
role_based_access = true

[application.opslag]
name = "Opslag"
controller = "college"
operator = "wolk"
access_logging = true
role_based_access = false

[agreement.vwo]
name = "Verwerkersovereenkomst Wolk"
kind = "processor"
parties = ["college", "wolk"]
signed = 2025-01-01
expires = 2027-12-31
safeguard = "standard-contractual-clauses"
document = "zaak 2025-17"

[processing.wmo]
name = "Maatschappelijke ondersteuning"
purpose = "Hulp bieden aan inwoners"
controller = "college"
legal_basis = "public-task"
law = ["Wmo 2015 art. 2.3.2", "Wmo 2015 art. 5.1.1"]
special_category_basis = "9(2)(h)"
subjects = ["Wmo-cliënten"]
data = ["naw", "zorg"]
retention = "15 jaar"
dpia = 2024-06-01

[[link]]
id = "L1"
from = "csam"
to = "opslag"
data = ["naw", "zorg"]
secure = true
protocol = "https"
tls = "1.3"
authentication = "mutual-tls"
processing = "wmo"

[[link]]
id = "L2"
from = "csam"
to = "cak"
data = "naw"
secure = true
protocol = "https"
tls = "1.3"
authentication = "mutual-tls"
processing = "wmo"
"#;

/// A register as a program reads it: a map from heading to cell for each row.
type Table = Vec<BTreeMap<String, String>>;

fn table(rows: Vec<Vec<String>>) -> Table {
    let mut rows = rows.into_iter();
    let headings = rows.next().expect("headings");
    rows.map(|row| {
        assert_eq!(row.len(), headings.len());
        headings.iter().cloned().zip(row).collect()
    })
    .collect()
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn xlsx_rows(bytes: &[u8]) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let sheet = book.worksheet_range("Register").unwrap();
    sheet.rows().map(<[Data]>::to_vec).collect()
}

/// Writes a register and gives its bytes.
fn written(desk: &Desk, file: &str, arguments: &[&str]) -> Vec<u8> {
    let ran = desk.run(&[&["register", "-o", file], arguments].concat());
    assert_eq!((ran.code, &*ran.err), (0, ""), "{ran:?}");
    std::fs::read(desk.path(file)).unwrap()
}

fn read(landscape: &str, arguments: &[&str]) -> Table {
    table(csv_rows(&written(&Desk::with(landscape), "r.csv", arguments)))
}

/// The cell under this heading, or under the one that starts so.
fn cell<'a>(row: &'a BTreeMap<String, String>, heading: &str) -> &'a str {
    if let Some(cell) = row.get(heading) {
        return cell;
    }
    let mut found = row.iter().filter(|(name, _)| name.starts_with(heading));
    let (_, cell) = found.next().unwrap_or_else(|| panic!("{heading}: {:?}", row.keys()));
    assert!(found.next().is_none(), "{heading} is not one column");
    cell
}

/// GDPR art. 30(1): (a) to (g).
#[test]
fn a_controllers_register_has_all_that_the_law_lists() {
    let rows = read(WHOLE, &["--lang", "nl"]);
    let [row] = &*rows else { panic!("{rows:?}") };
    for letter in "abcdefg".chars() {
        let article = format!("(AVG art. 30(1)({letter}))");
        assert!(row.keys().any(|heading| heading.ends_with(&article)), "{article}");
    }
    assert_eq!(cell(row, "Verwerkingsactiviteit"), "Maatschappelijke ondersteuning");
    assert_eq!(cell(row, "Verwerkingsverantwoordelijken"), "College van B en W");
    assert_eq!(cell(row, "Contactgegevens"), "Postbus 1, Dorp");
    assert_eq!(cell(row, "Functionaris"), "fg@dorp.nl");
    assert_eq!(cell(row, "Vertegenwoordiger"), "niet van toepassing");
    assert_eq!(cell(row, "Doeleinden"), "Hulp bieden aan inwoners");
    assert_eq!(cell(row, "Categorieën van betrokkenen"), "Wmo-cliënten");
    assert_eq!(
        cell(row, "Categorieën van persoonsgegevens"),
        "NAW\nZorgbehoefte (bijzonder persoonsgegeven, AVG art. 9)"
    );
    let recipients: Vec<_> = cell(row, "Categorieën van ontvangers").lines().collect();
    assert_eq!(recipients.len(), 2, "{recipients:?}");
    assert!(recipients[0].starts_with("Wolk Inc. (leverancier; buiten de EER: Verenigde Staten US"));
    assert!(recipients[0].contains("beheert Opslag"));
    assert!(recipients[0].contains("verwerker volgens Verwerkersovereenkomst Wolk"));
    assert_eq!(recipients[1], "CAK (overheid)");
    let transfers = cell(row, "Doorgiften");
    assert!(
        transfers.contains("Opslag in Verenigde Staten (US): standaardcontractbepalingen"),
        "{transfers}"
    );
    assert!(transfers.contains("zaak 2025-17"), "art. 30(1)(e) asks for the documentation: {transfers}");
    assert_eq!(cell(row, "Bewaartermijnen"), "15 jaar");
    let measures = cell(row, "Beveiligingsmaatregelen");
    for measure in
        ["versleuteld: 2 van 2", "TLS 1.3", "wederzijds TLS (2)", "logging van raadplegen: Csam, Opslag"]
    {
        assert!(measures.contains(measure), "{measure}: {measures}");
    }
    assert!(
        measures.contains("toegang volgens rol, niet in: Opslag"),
        "known to lack it, so no gap: {measures}"
    );
    assert_eq!(cell(row, "Nog vast te leggen"), "");
    assert_eq!(cell(row, "Grondslag"), "taak van algemeen belang (AVG art. 6(1)(e))");
    assert_eq!(cell(row, "Wet"), "Wmo 2015 art. 2.3.2\nWmo 2015 art. 5.1.1");
    assert_eq!(cell(row, "Uitzondering"), "AVG art. 9(2)(h)");
    assert_eq!(cell(row, "DPIA"), "uitgevoerd: 1 juni 2024");
}

/// What nothing says is never left empty and never called "none".
#[test]
fn what_the_law_asks_and_nothing_says_is_marked_and_counted() {
    let bare = r#"
[landscape]
name = "x"
date = 2026-11-01

[processing.wmo]
name = "Wmo"
"#;
    let desk = Desk::with(bare);
    let rows = table(csv_rows(&written(&desk, "r.csv", &["--lang", "nl"])));
    let asked: Vec<_> = rows[0].iter().filter(|(heading, _)| heading.contains("AVG art. 30(1)")).collect();
    assert!(!asked.is_empty());
    for (heading, cell) in &asked {
        assert!(cell.starts_with("niet vastgelegd"), "{heading}: {cell}");
    }
    let told = desk.run(&["register", "-o", "r.csv", "--lang", "nl"]).out;
    let count = asked.len();
    assert!(
        told.contains(&format!(
            "van de {count} velden die AVG art. 30 vraagt, zijn er {count} niet vastgelegd"
        )),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1);
    let told = desk.run(&["register", "-o", "r.csv", "--lang", "en"]).out;
    assert!(
        told.contains(&format!("of {count} fields that GDPR art. 30 asks for, {count} are not recorded")),
        "{told}"
    );
}

/// Taking one answer away makes exactly that cell a gap.
#[test]
fn each_answer_that_is_taken_away_becomes_a_gap() {
    for (line, heading) in [
        ("purpose = \"Hulp bieden aan inwoners\"\n", "Doeleinden"),
        ("subjects = [\"Wmo-cliënten\"]\n", "Categorieën van betrokkenen"),
        ("retention = \"15 jaar\"\n", "Bewaartermijnen"),
        ("contact = \"Postbus 1, Dorp\"\n", "Contactgegevens"),
        ("dpo = \"fg@dorp.nl\"\n", "Functionaris gegevensbescherming"),
    ] {
        assert_eq!(WHOLE.matches(line).count(), 1, "{line}");
        let rows = read(&WHOLE.replace(line, ""), &["--lang", "nl"]);
        assert_eq!(cell(&rows[0], heading), "niet vastgelegd");
        assert_eq!(cell(&rows[0], "Nog vast te leggen"), heading);
    }
}

/// A part that isn't known is told beside what is.
#[test]
fn what_is_known_in_part_says_which_part_is_not() {
    let without = |line: &str| {
        assert!(WHOLE.contains(line), "{line}");
        read(&WHOLE.replacen(line, "", 1), &["--lang", "nl"])
    };
    let rows = without("operator = \"wolk\"\n");
    let recipients = cell(&rows[0], "Categorieën van ontvangers");
    assert_eq!(recipients, "CAK (overheid)\nniet vastgelegd: wie beheert: Opslag");
    assert!(cell(&rows[0], "Nog vast te leggen").contains("Categorieën van ontvangers"));
    let rows = without("country = \"US\"\n");
    assert_eq!(cell(&rows[0], "Doorgiften"), "niet vastgelegd: het land van Wolk Inc.");
    let rows = without("safeguard = \"standard-contractual-clauses\"\n");
    assert!(
        cell(&rows[0], "Doorgiften")
            .starts_with("niet vastgelegd: adequaatheidsbesluit of waarborg voor Opslag")
    );
    let rows = without("secure = true\n");
    assert!(cell(&rows[0], "Beveiligingsmaatregelen").contains("niet vastgelegd: hoe beveiligd: 1 van 2"));
}

/// Personal data on links that serve no activity is in the register too; what has nothing to do with people is not.
#[test]
fn links_without_an_activity_have_a_row_of_their_own() {
    let landscape = WHOLE.to_owned()
        + r#"
[processing.wegbeheer]
name = "Wegbeheer"
data = "wegen"

[[link]]
id = "L3"
from = "csam"
to = "cak"
data = "naw"
controller = "college"

[[link]]
id = "L4"
from = "csam"
to = "cak"
data = "wegen"

[[link]]
id = "L5"
from = "csam"
to = "cak"

[[link]]
id = "L6"
from = "csam"
to = "cak"
data = "naw"
lifecycle = "retired"
"#;
    let rows = read(&landscape, &["--lang", "nl"]);
    let ids: Vec<_> =
        rows.iter().map(|row| (cell(row, "Onderdeel"), cell(row, "Id in het landschap"))).collect();
    let (own, without) = ("Verwerkingsactiviteiten", "Koppelingen zonder verwerkingsactiviteit");
    assert_eq!(ids, [(own, "wmo"), (without, "L3"), (without, "L5")]);
    assert_eq!(cell(&rows[1], "Verwerkingsactiviteit"), "Csam → CAK");
    assert_eq!(cell(&rows[1], "Doeleinden"), "niet vastgelegd");
    assert_eq!(cell(&rows[1], "Categorieën van ontvangers"), "CAK (overheid)");
    assert!(cell(&rows[2], "Categorieën van persoonsgegevens").starts_with("niet vastgelegd"));
    let md = String::from_utf8(written(&Desk::with(landscape), "r.md", &["--lang", "nl"])).unwrap();
    assert!(md.contains("1 activiteit zonder persoonsgegevens staat er niet in"), "{md}");
}

/// A link that serves two activities brings each the categories that it names.
#[test]
fn a_category_is_of_the_activity_that_names_it() {
    let two = WHOLE.replace("processing = \"wmo\"", "processing = [\"wmo\", \"betalen\"]")
        + "\n[processing.betalen]\nname = 'Betalen'\ncontroller = 'college'\ndata = 'naw'\n";
    let rows = read(&two, &["--lang", "nl"]);
    assert_eq!(cell(&rows[1], "Categorieën van persoonsgegevens"), "NAW");
    assert_eq!(cell(&rows[1], "Uitzondering"), "niet van toepassing");
    assert!(cell(&rows[0], "Categorieën van persoonsgegevens").contains("Zorgbehoefte"));
}

/// GDPR art. 26: joint controllers are all named; art. 4(7): links may name others for their own part.
#[test]
fn several_controllers_are_joint_and_those_of_links_are_only_mentioned() {
    let joint = WHOLE
        .replace("controller = \"college\"\nlegal_basis", "controller = [\"college\", \"cak\"]\nlegal_basis");
    let rows = read(&joint, &["--lang", "nl"]);
    let controllers = cell(&rows[0], "Verwerkingsverantwoordelijken");
    assert_eq!(controllers, "College van B en W\nCAK\ngezamenlijk verantwoordelijk");
    assert_eq!(
        cell(&rows[0], "Contactgegevens"),
        "College van B en W: Postbus 1, Dorp\nniet vastgelegd: CAK"
    );
    let by_link = WHOLE
        .replace("controller = \"college\"\nlegal_basis", "legal_basis")
        .replace("processing = \"wmo\"", "controller = \"college\"\nprocessing = \"wmo\"");
    let rows = read(&by_link, &["--lang", "nl"]);
    let controllers = cell(&rows[0], "Verwerkingsverantwoordelijken");
    assert_eq!(controllers, "niet vastgelegd: koppelingen van deze activiteit noemen College van B en W");
}

/// The adequacy decision of the day: Commission Implementing Decision (EU) 2021/1772 on the United Kingdom.
#[test]
fn a_transfer_names_the_decision_of_the_day() {
    let british = WHOLE.replace("country = \"US\"", "country = \"GB\"");
    for (day, expected) in [
        ("2020-12-31", "geen"),
        ("2022-01-01", "adequaatheidsbesluit (Commission Implementing Decision (EU) 2021/1772"),
        (
            "2032-01-01",
            "niet vastgelegd: adequaatheidsbesluit of waarborg voor Opslag in Verenigd Koninkrijk (GB)",
        ),
    ] {
        let rows = read(&british, &["--lang", "nl", "--date", day]);
        let transfers = cell(&rows[0], "Doorgiften");
        assert!(transfers.contains(expected), "{day}: {transfers}");
    }
}

#[test]
fn before_the_gdpr_it_says_that_the_law_does_not_ask_for_it_yet() {
    let note = "vraagt dit register vanaf 25 mei 2018";
    for (day, told) in [("2018-05-24", true), ("2018-05-25", false)] {
        let bytes = written(&Desk::with(WHOLE), "r.md", &["--lang", "nl", "--date", day]);
        assert_eq!(String::from_utf8(bytes).unwrap().contains(note), told, "{day}");
    }
}

/// GDPR art. 30(2): (a) to (d), per controller.
#[test]
fn a_processors_register_has_a_row_for_each_controller() {
    let rows = read(WHOLE, &["--lang", "nl", "--processor", "wolk"]);
    let [row] = &*rows else { panic!("{rows:?}") };
    for letter in "abcd".chars() {
        let article = format!("(AVG art. 30(2)({letter}))");
        assert!(row.keys().any(|heading| heading.ends_with(&article)), "{article}");
    }
    assert_eq!(cell(row, "Verwerkingsverantwoordelijke"), "College van B en W");
    assert_eq!(cell(row, "Verwerker ("), "Wolk Inc.");
    assert_eq!(cell(row, "Contactgegevens verwerker"), "privacy@wolk.example");
    assert_eq!(cell(row, "Contactgegevens verantwoordelijke"), "Postbus 1, Dorp");
    assert_eq!(cell(row, "Functionarissen"), "Wolk Inc.: dpo@wolk.example\nCollege van B en W: fg@dorp.nl");
    assert_eq!(cell(row, "Vertegenwoordigers"), "niet vastgelegd: Wolk Inc.", "outside the EEA it needs one");
    assert_eq!(cell(row, "Categorieën van verwerkingen"), "Maatschappelijke ondersteuning");
    assert!(cell(row, "Doorgiften").contains("standaardcontractbepalingen"));
    let measures = cell(row, "Beveiligingsmaatregelen");
    assert!(
        measures.contains("versleuteld: 1 van 1") && !measures.contains("Csam"),
        "its own only: {measures}"
    );
    assert!(
        cell(row, "Verwerkersovereenkomst").contains("getekend 1 januari 2025; tot en met 31 december 2027")
    );
}

#[test]
fn for_whom_a_processor_works_may_be_unknown_or_shown_by_an_agreement_alone() {
    let nobody = WHOLE
        .replace("controller = \"college\"\noperator = \"wolk\"", "operator = \"wolk\"")
        .replace("controller = \"college\"\nlegal_basis", "legal_basis")
        .replace("parties = [\"college\", \"wolk\"]", "parties = [\"cak\", \"wolk\"]");
    let rows = read(&nobody, &["--lang", "nl", "--processor", "wolk"]);
    assert_eq!(cell(&rows[0], "Verwerkingsverantwoordelijke"), "niet vastgelegd");
    let agreed = WHOLE.replace("operator = \"wolk\"\n", "");
    let rows = read(&agreed, &["--lang", "nl", "--processor", "wolk"]);
    assert_eq!(cell(&rows[0], "Verwerkingsverantwoordelijke"), "College van B en W");
    assert_eq!(cell(&rows[0], "Categorieën van verwerkingen"), "niet vastgelegd");
}

#[test]
fn who_processes_for_nobody_has_no_register_and_a_misspelt_party_is_helped() {
    let desk = Desk::with(WHOLE);
    for (party, told) in [
        ("cak", "nergens blijkt dat CAK"),
        ("college", "nergens blijkt"),
        ("wollk", "bedoelt u `wolk`"),
        ("", "geen partij"),
    ] {
        let ran = desk.run(&["register", "-o", "r.csv", "--lang", "nl", "--processor", party]);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{party}");
        assert!(ran.err.contains(told), "{party}: {}", ran.err);
    }
    assert!(!desk.path("r.csv").exists());
}

#[test]
fn nothing_is_written_of_a_landscape_with_a_broken_table_or_with_nothing_to_register() {
    for (landscape, told) in [
        (WHOLE.replace("protocol = \"https\"", "protcol = \"https\""), "half landschap"),
        ("[landscape]\nname = 'x'\n".to_owned(), "geen verwerkingsactiviteit"),
    ] {
        let desk = Desk::with(landscape);
        for file in ["r.csv", "r.xlsx", "r.md"] {
            desk.put(file, "old");
            let ran = desk.run(&["register", "-o", file, "--lang", "nl"]);
            assert_eq!(ran.code, 2);
            assert!(ran.err.contains(told), "{}", ran.err);
            assert_eq!(desk.read(file), "old");
        }
    }
}

#[test]
fn the_name_of_the_file_says_the_format_and_nothing_else_is_written() {
    let desk = Desk::with(WHOLE);
    for file in ["register", "r.pdf", "r.csv.txt", ".csv", "r.", ""] {
        let ran = desk.run(&["register", "-o", file, "--lang", "nl"]);
        assert_eq!((ran.code, &*ran.out), (2, ""), "{file:?}");
        assert!(ran.err.contains(".csv, .xlsx of .md"), "{file:?}: {}", ran.err);
    }
    assert_eq!(desk.run(&["register"]).code, 2, "there is no default: the name says the format");
    assert_eq!(desk.run(&["register", "-o", "nowhere/r.csv"]).code, 2);
    assert_eq!(desk.list("."), ["landscape"]);
    assert!(written(&desk, "R.CSV", &[]).starts_with(b"Onderdeel,"));
}

#[test]
fn the_three_formats_say_the_same_and_the_same_again() {
    let desk = Desk::with(WHOLE);
    for arguments in [&[][..], &["--processor", "wolk", "--lang", "en"]] {
        let csv = csv_rows(&written(&desk, "r.csv", arguments));
        let xlsx = written(&desk, "r.xlsx", arguments);
        let as_text = |cell: &Data| match cell {
            Data::String(text) => text.clone(),
            Data::Empty => String::new(),
            other => panic!("every cell is a text, and this is {other:?}"),
        };
        let rows: Vec<Vec<String>> =
            xlsx_rows(&xlsx).iter().map(|row| row.iter().map(as_text).collect()).collect();
        assert_eq!(rows, csv);
        let md = String::from_utf8(written(&desk, "r.md", arguments)).unwrap();
        let text = plain_text(&md);
        let of_columns = &csv[0][3..csv[0].len() - 1];
        let cells = csv[1..].iter().flatten().flat_map(|cell| cell.lines());
        for cell in cells.chain(of_columns.iter().map(String::as_str)) {
            assert!(text.contains(cell), "{cell}\n{text}");
        }
        // Longer than the two seconds that a time in a zip file counts by.
        std::thread::sleep(std::time::Duration::from_millis(2100));
        for file in ["r.csv", "r.xlsx", "r.md"] {
            let first = std::fs::read(desk.path(file)).unwrap();
            assert_eq!(written(&desk, file, arguments), first, "{file}");
        }
    }
}

/// What Markdown shows, as readers with the extensions of GitHub see it.
fn plain_text(md: &str) -> String {
    let mut text = String::new();
    for event in Parser::new_ext(md, Options::all().difference(Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            _ => {}
        }
    }
    // Emphasis ends without a space.
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" :", ":")
}

/// RFC 4180: commas, CRLF, quotes doubled; UTF-8 without a byte order mark.
#[test]
fn csv_is_what_its_standard_says() {
    let odd = WHOLE.replace("Hulp bieden aan inwoners", "Hulp, \\\"snel\\\"; overal");
    let bytes = written(&Desk::with(odd), "r.csv", &["--lang", "nl"]);
    let text = String::from_utf8(bytes.clone()).unwrap();
    assert!(text.starts_with("Onderdeel,Verwerkingsactiviteit,"));
    assert!(text.ends_with("\r\n"));
    assert!(text.contains("\"Hulp, \"\"snel\"\"; overal\""));
    assert_eq!(cell(&table(csv_rows(&bytes))[0], "Doeleinden"), "Hulp, \"snel\"; overal");
}

/// OWASP, CSV Injection: what starts a formula, at the start of a cell or after what may end one.
const FORMULAS: [&str; 8] =
    ["=1+1", "+31 6", "-2+3", "@SUM(A1)", "naw;=1+1", "naw,-1", "a\\\"=cmd|' /C calc'!A0", "\\t=1"];

/// Every text of a landscape that comes into a register, replaced by this.
fn with_names(evil: &str) -> String {
    let mut all = WHOLE.to_owned();
    for name in [
        "College van B en W",
        "Postbus 1, Dorp",
        "fg@dorp.nl",
        "Wolk Inc.",
        "CAK\"",
        "NAW\"",
        "Zorgbehoefte",
        "Csam\"",
        "Opslag\"",
        "Verwerkersovereenkomst Wolk",
        "zaak 2025-17",
        "Maatschappelijke ondersteuning",
        "Hulp bieden aan inwoners",
        "Wmo 2015 art. 2.3.2",
        "Wmo-cliënten",
        "15 jaar",
        "Sociaal domein",
    ] {
        assert!(all.contains(name), "{name}");
        let quote = if name.ends_with('"') { "\"" } else { "" };
        all = all.replace(name, &format!("{evil}{quote}"));
    }
    all.replace("protocol = \"https\"", &format!("protocol = \"{evil}\""))
}

#[test]
fn no_cell_is_or_becomes_a_formula() {
    for evil in FORMULAS {
        let desk = Desk::with(with_names(evil));
        for arguments in [&[][..], &["--processor", "wolk"]] {
            for text in csv_rows(&written(&desk, "r.csv", arguments)).iter().flatten() {
                for part in text.split([',', ';', '|', '"', '\n', '\t']) {
                    let first = part.trim_start().chars().next();
                    assert!(!first.is_some_and(|first| "=+-@".contains(first)), "{evil}: {text:?}");
                }
            }
            let bytes = written(&desk, "r.xlsx", arguments);
            let texts =
                xlsx_rows(&bytes).iter().flatten().all(|cell| matches!(cell, Data::String(_) | Data::Empty));
            assert!(texts, "{evil}");
            let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).unwrap();
            for sheet in book.sheet_names() {
                let formulas = book.worksheet_formula(&sheet).unwrap();
                assert!(formulas.used_cells().next().is_none(), "{evil}");
            }
        }
    }
}

#[test]
fn nothing_in_markdown_is_a_link_a_mention_or_html() {
    for evil in [
        "<script>alert(1)</script>",
        "<!-- x",
        "[a](javascript:b)",
        "![a](http://b.nl/c.png)",
        "https://b.nl",
        "www.b.nl",
        "@team",
        "a#1",
        "`x`",
        "``` x",
        "a | b",
        "# kop",
        "- punt",
        "1. punt",
        "> citaat",
        "*a* _b_ ~~c~~",
        "&lt;b&gt;",
        "[^1]: a",
        "$x$",
        "<a@b.nl>",
        "--- ===",
        "[x]: http://b.nl",
        "\\u202ea\\u001b[31m",
        "***",
        "    code",
    ] {
        for arguments in [&[][..], &["--processor", "wolk"]] {
            let bytes = written(&Desk::with(with_names(evil)), "r.md", arguments);
            let md = String::from_utf8(bytes).unwrap();
            assert!(!md.contains(['\u{202e}', '\u{1b}']), "{evil}");
            let mut headings = 0;
            for event in Parser::new_ext(&md, Options::all()) {
                match event {
                    Event::Start(Tag::Heading { .. }) => headings += 1,
                    Event::Html(_)
                    | Event::InlineHtml(_)
                    | Event::Rule
                    | Event::FootnoteReference(_)
                    | Event::InlineMath(_)
                    | Event::DisplayMath(_)
                    | Event::TaskListMarker(_)
                    | Event::Start(
                        Tag::Link { .. }
                        | Tag::Image { .. }
                        | Tag::HtmlBlock
                        | Tag::Table(_)
                        | Tag::CodeBlock(_)
                        | Tag::BlockQuote(_)
                        | Tag::FootnoteDefinition(_)
                        | Tag::Strikethrough
                        | Tag::DefinitionList,
                    ) => panic!("{evil}: {event:?}\n{md}"),
                    Event::Text(text) => {
                        assert!(
                            !text.contains(['@', '#']) && !text.contains("://") && !text.contains("www."),
                            "{evil}: {text}"
                        );
                    }
                    _ => {}
                }
            }
            // The title, the part, the row; and, since a processor abroad needs a representative, what is missing.
            assert_eq!(headings, if arguments.is_empty() { 3 } else { 4 }, "{evil}\n{md}");
        }
    }
}

/// Excel holds 32,767 characters in a cell: more is refused, not cut; the other formats hold it.
#[test]
fn a_text_that_excel_cannot_hold_is_never_cut_short() {
    let long = "woord ".repeat(6_000).trim().to_owned();
    let desk = Desk::with(WHOLE.replace("Hulp bieden aan inwoners", &long));
    let ran = desk.run(&["register", "-o", "r.xlsx", "--lang", "nl"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("meer tekst dan Excel aankan"), "{}", ran.err);
    assert!(!desk.path("r.xlsx").exists());
    assert_eq!(cell(&table(csv_rows(&written(&desk, "r.csv", &["--lang", "nl"])))[0], "Doeleinden"), long);
    assert!(String::from_utf8(written(&desk, "r.md", &[])).unwrap().contains(&long));
}

/// The example: every activity about people is in it, and every personal link, under its activity or by itself.
#[test]
fn the_example_is_in_the_register_as_a_whole() {
    let desk = Desk::new::<&str>([]);
    let landscape = concat!(env!("CARGO_MANIFEST_DIR"), "/landscape");
    let ran = desk.run(&["register", landscape, "-o", "r.csv", "--lang", "nl"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = table(csv_rows(&std::fs::read(desk.path("r.csv")).unwrap()));
    let summary = &desk.check(&[landscape]).json()["summary"];
    let mut links: Vec<_> = rows.iter().flat_map(|row| cell(row, "Koppelingen").split(", ")).collect();
    links.sort_unstable();
    links.dedup();
    links.retain(|link| *link != "niet vastgelegd");
    let personal = summary["personal_links"].as_u64().unwrap();
    let unknown =
        desk.check(&[landscape]).rules().iter().filter(|rule| *rule == "unknown-content").count() as u64;
    assert_eq!(links.len() as u64, personal + unknown);
}
