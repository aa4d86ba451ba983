//! `koppelkaart report`, as whoever makes the attachment for the council runs it.

mod common;

use std::{fs, process::Command};

use common::{Desk, SMALLEST};

/// A municipality with something to hide: products, a network, a line that isn't as secured as it is said to be.
const TOWN: &str = r#"
[landscape]
name = "Dorp met Alfapakket"
date = 2026-11-01
[data.bsn]
name = "BSN"
class = "national-id"
[party.gemeente]
name = "Gemeente Dorp"
kind = "municipality"
[party.maker]
name = "Softwarehuis Maker"
kind = "supplier"
[network.zaal]
name = "Serverzaal Noord"
[application.a]
name = "Alfapakket"
description = "Alfasuite 7.2: burgerzaken"
domain = "Publiekszaken"
supplier = "maker"
network = "zaal"
[application.b]
name = "Betadesk"
domain = "Zorg"
[norm.1]
text = "Alfapakket stuurt niets onbeveiligd naar Betadesk."
rules = ["insecure-protocol"]
explanation = "Betadesk draait in Serverzaal Noord."
evidence = ["Verslag over Alfasuite 7.2"]
[view.intern]
title = "Alfapakket van binnen"
applications = ["a", "b"]
[[link]]
id = "K1"
from = "a"
to = "b"
data = "bsn"
secure = true
protocol = "telnet"
controller = "gemeente"
description = "Nachtelijke overdracht"
[[link]]
from = "maker"
to = "a"
personal_data = true
secure = true
protocol = "sftp"
controller = "gemeente"
[[link]]
from = "b"
to = "gemeente"
"#;

const FILES: [&str; 2] = ["attachment.html", "attachment.svg"];

fn read(desk: &Desk, folder: &str) -> Vec<String> {
    FILES.iter().map(|file| desk.read(&format!("{folder}/{file}"))).collect()
}

#[test]
fn it_is_made_whatever_the_verdict_and_the_summary_is_printed() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    let ran = desk.run(&["report", "-o", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let verdict = "Niet alle koppelingen met persoonsgegevens zijn beveiligd: ";
    assert!(ran.out.contains(verdict), "{}", ran.out);
    for file in read(&desk, "out") {
        assert!(file.contains("Niet alle koppelingen"), "the same sentence");
        assert!(file.contains("Alfapakket") && file.contains("Betadesk"));
    }
    assert!(ran.out.contains("out/attachment.html") && ran.out.contains("out/attachment.svg"), "{}", ran.out);
}

#[test]
fn without_the_feature_it_says_how_to_get_a_pdf() {
    let desk = Desk::new([("landscape/town.toml", SMALLEST)]);
    let ran = desk.run(&["report", "-o", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.out.contains("--features pdf"), !cfg!(feature = "pdf"), "{}", ran.out);
    assert_eq!(desk.path("out/attachment.pdf").exists(), cfg!(feature = "pdf"));
}

/// What of that landscape is not for everyone, in small letters.
const MASKED: [&str; 10] = [
    "alfapakket",
    "alfasuite",
    "betadesk",
    "softwarehuis",
    "serverzaal",
    "telnet",
    "nachtelijke",
    "versleutelt niet",
    "doesn't encrypt",
    ">k1<",
];

#[test]
fn the_version_for_everyone_holds_nothing_that_is_masked_and_the_same_counts() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    for lang in ["nl", "en"] {
        let ran = desk.run(&["report", "-o", lang, "--audience", "public", "--lang", lang]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for file in read(&desk, lang) {
            let small = file.to_lowercase();
            for secret in MASKED {
                assert!(!small.contains(secret), "{secret} in {lang}: {file}");
            }
        }
    }
    let internal = desk.run(&["report", "-o", "internal"]);
    assert_eq!(internal.code, 0, "{}", internal.err);
    // The bar under the verdict counts the links in each state; those words and numbers are the same.
    let verdict = |page: &str| {
        let from = page.find("Niet alle koppelingen").expect("the verdict");
        page[from..].split('<').next().unwrap_or_default().to_owned()
    };
    let [page, _] = &read(&desk, "internal")[..] else { panic!("two files") };
    let [public, _] = &read(&desk, "nl")[..] else { panic!("two files") };
    assert_eq!(verdict(page), verdict(public));
}

/// All text of a PDF, on its pages and beside them, as Poppler reads it; none where that isn't installed.
#[cfg(feature = "pdf")]
fn text_of_pdf(path: &std::path::Path) -> Option<String> {
    let ask = |program: &str, flags: &[&str]| {
        let ran = std::process::Command::new(program).args(flags).output().ok()?;
        assert!(ran.status.success(), "{program}: {}", String::from_utf8_lossy(&ran.stderr));
        Some(String::from_utf8_lossy(&ran.stdout).to_lowercase())
    };
    let path = path.to_str().unwrap();
    let all = [
        ask("pdftotext", &[path, "-"])?,
        ask("pdfinfo", &["-struct-text", path])?,
        ask("pdfinfo", &["-meta", path])?,
        ask("pdfinfo", &[path])?,
    ];
    // Words are broken at the ends of lines.
    Some(all.concat().replace("-\n", "").replace('\n', " ").replace('\u{ad}', ""))
}

#[cfg(feature = "pdf")]
#[test]
fn nor_does_its_pdf_hold_what_is_masked() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    for lang in ["nl", "en"] {
        for audience in ["internal", "public"] {
            let folder = format!("{audience}-{lang}");
            let ran = desk.run(&["report", "-o", &folder, "--audience", audience, "--lang", lang]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let Some(text) = text_of_pdf(&desk.path(&format!("{folder}/attachment.pdf"))) else {
                assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "Poppler is missing");
                eprintln!("SKIPPED: the PDF was not read, since Poppler (pdftotext) isn't installed");
                return;
            };
            let found: Vec<&str> = MASKED.into_iter().filter(|secret| text.contains(secret)).collect();
            if audience == "public" {
                assert!(found.is_empty(), "{found:?} in {lang}: {text}");
            } else {
                assert!(found.len() >= 6, "what isn't masked can be found: only {found:?} in {lang}: {text}");
            }
        }
    }
}

#[test]
fn what_changed_since_a_folder_or_a_revision_is_told() {
    let desk = Desk::new([
        ("before/town.toml", TOWN.to_owned()),
        ("landscape/town.toml", TOWN.replace("protocol = \"telnet\"", "protocol = \"ssh\"")),
    ]);
    let told = "Sinds het vorige rapport: 1 koppeling verbeterd.";
    let ran = desk.run(&["report", "-o", "out", "--previous", "before"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(told), "{}", ran.out);
    for file in read(&desk, "out") {
        assert!(file.contains("1 koppeling verbeterd"), "{file}");
    }

    let git = |arguments: &[&str]| {
        let ran = Command::new("git").args(arguments).current_dir(desk.path(".")).output().expect("git");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    };
    fs::rename(desk.path("before/town.toml"), desk.path("landscape/now.toml")).expect("moved");
    fs::rename(desk.path("landscape/town.toml"), desk.path("mended.toml")).expect("moved");
    git(&["init", "-q"]);
    git(&["add", "landscape"]);
    git(&["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "then"]);
    fs::rename(desk.path("mended.toml"), desk.path("landscape/now.toml")).expect("moved");
    let ran = desk.run(&["report", "-o", "since", "--previous", "HEAD"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains(told), "{}", ran.out);
}

#[test]
fn half_a_landscape_gets_no_attachment_and_nothing_is_written() {
    let desk = Desk::new([("landscape/town.toml", format!("{TOWN}\n[application.c]\nnaam = 'C'\n"))]);
    let ran = desk.run(&["report", "-o", "out"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("geen bijlage"), "{}", ran.err);
    assert!(!desk.path("out").exists());
}

#[test]
fn a_view_that_does_not_exist_is_told_with_the_nearest() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    let ran = desk.run(&["report", "-o", "out", "--view", "inter"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`intern`"), "{}", ran.err);
    assert!(!desk.path("out").exists());
}

#[test]
fn a_previous_landscape_that_is_not_there_is_told() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    let ran = desk.run(&["report", "-o", "out", "--previous", "gisteren"]);
    assert_eq!(ran.code, 2);
    assert!(!ran.err.is_empty() && !desk.path("out").exists());
}

#[test]
fn the_same_landscape_gives_the_same_bytes() {
    let desk = Desk::new([("landscape/town.toml", TOWN)]);
    for folder in ["one", "two"] {
        assert_eq!(desk.run(&["report", "-o", folder]).code, 0);
    }
    assert_eq!(read(&desk, "one"), read(&desk, "two"));
}

/// The case that Graphviz loses edges of: 200 applications in five domains, 400 links.
#[test]
fn a_landscape_too_large_to_draw_whole_is_summed_up_and_loses_nothing() {
    let mut toml = String::from("[landscape]\nname = 'Groot'\n[data.d]\nname = 'D'\nclass = 'personal'\n");
    for at in 0..200 {
        toml.extend([format!("[application.a{at}]\nname = 'A{at}'\ndomain = 'Domein {}'\n", at % 5)]);
    }
    for at in 0..400 {
        let (from, to) = (at * 7 % 200, (at * 13 + 1) % 200);
        toml.extend([format!(
            "[[link]]\nid = 'L{at}'\nfrom = 'a{from}'\nto = 'a{to}'\ndata = 'd'\nsecure = true\n"
        )]);
    }
    toml += "[view.alles]\ntitle = 'Alles'\n";
    let desk = Desk::new([("landscape/large.toml", toml)]);
    let ran = desk.run(&["report", "-o", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("alles") && ran.out.contains("neighbours = 1"), "how to split it: {}", ran.out);
    let page = desk.read("out/attachment.html");
    for at in 0..400 {
        assert!(page.contains(&format!(">L{at}<")), "L{at} is in the table");
    }
}
