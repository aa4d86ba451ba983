//! `check --since REV`: the landscape at a revision in git, which is made here without a program called git.

use std::{collections::BTreeMap, path::Path};

use gix::objs::{
    Tree,
    tree::{Entry, EntryKind},
};

use super::{INDEBTED, ONE_MORE, common::Desk};

/// Makes the desk a repository, and commits the files given; a text after `-> ` is where a link leads.
fn commit(desk: &Desk, files: &[(&str, &str)]) -> String {
    let repository = gix::open(desk.path(".")).or_else(|_| gix::init(desk.path("."))).unwrap();
    let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for (path, text) in files {
        let (folder, name) = path.split_once('/').unwrap();
        folders.entry(folder).or_default().push((name, text));
    }
    let mut root = Tree::empty();
    for (folder, files) in folders {
        let mut tree = Tree::empty();
        for (name, text) in files {
            let (kind, text) = match text.strip_prefix("-> ") {
                Some(target) => (EntryKind::Link, target),
                None => (EntryKind::Blob, text),
            };
            let oid = repository.write_blob(text).unwrap().detach();
            tree.entries.push(Entry { mode: kind.into(), filename: name.into(), oid });
        }
        tree.entries.sort();
        let oid = repository.write_object(&tree).unwrap().detach();
        root.entries.push(Entry { mode: EntryKind::Tree.into(), filename: folder.into(), oid });
    }
    commit_tree(&repository, &root)
}

/// Commits what is in a folder as all that there is.
fn commit_tree(repository: &gix::Repository, root: &Tree) -> String {
    let tree = repository.write_object(root).unwrap().detach();
    let author = gix::actor::SignatureRef { name: "A".into(), email: "a@example.nl".into(), time: "0 +0000" };
    let parents = repository.head_id().map(gix::Id::detach);
    let commit = repository.commit_as(author, author, "HEAD", "Stand", tree, parents).unwrap();
    commit.to_string()
}

/// A desk whose landscape in debt is committed.
fn committed() -> Desk {
    let desk = Desk::with(INDEBTED);
    commit(&desk, &[("landscape/a.toml", INDEBTED)]);
    desk
}

#[test]
fn old_debt_passes_and_what_the_change_adds_fails() {
    let desk = committed();
    assert_eq!(desk.check(&[]).code, 1);
    assert_eq!(desk.check(&["--since", "HEAD"]).code, 0);

    desk.put("landscape/b.toml", ONE_MORE);
    let ran = desk.check(&["--since", "HEAD"]);
    assert_eq!(ran.code, 1);
    let found = ran.list("findings");
    let new: Vec<_> = found.iter().filter(|it| it["known"] == false).map(|it| &it["message"]).collect();
    // One link with health data to a processor without an agreement: said in so many words.
    assert!(
        new.iter().any(|message| {
            let message = message.as_str().unwrap();
            message.contains("Hoster, zonder verwerkersovereenkomst")
                && message.ends_with("nieuw: koppeling Csam → Suite met Gezondheidsgegevens, NAW")
        }),
        "{new:?}"
    );
    let human = desk.run(&["check", "--since", "HEAD"]);
    assert!(human.out.contains("Vergeleken met revisie `HEAD`"), "{}", human.out);
}

#[test]
fn a_finding_that_the_change_mends_is_named() {
    let desk = committed();
    desk.put("landscape/a.toml", INDEBTED.replace("\"ftp\"", "\"sftp\""));
    let ran = desk.check(&["--since", "HEAD"]);
    assert_eq!(ran.code, 0);
    assert_eq!(ran.json()["compared"]["gone"][0]["rule"], "insecure-protocol");
}

#[test]
fn any_name_of_a_revision_will_do() {
    let desk = committed();
    let first = commit(&desk, &[("landscape/a.toml", INDEBTED)]);
    commit(&desk, &[("landscape/a.toml", ""), ("landscape/b.toml", INDEBTED)]);
    for name in ["HEAD", "HEAD~1", &*first, &first[..10]] {
        assert_eq!(desk.check(&["--since", name]).code, 0, "{name}");
    }
}

#[test]
fn both_are_judged_as_of_the_same_day_and_by_the_same_rules() {
    // TLS 1.1 was to be phased out in 2024, and isn't good enough since 2025-05: nothing that this change did.
    let old = INDEBTED.replace("protocol = \"ftp\"", "protocol = \"https\"\ntls = \"1.1\"");
    let old = old.replace("2026-11-01", "2024-01-01");
    let desk = Desk::with(old.replace("2024-01-01", "2026-11-01"));
    commit(&desk, &[("landscape/a.toml", &old)]);
    assert_eq!(desk.check(&[]).code, 1);
    assert_eq!(desk.check(&["--since", "HEAD"]).code, 0);
    // Nor is a rule that was allowed away before.
    let lenient = format!("{INDEBTED}[rules]\ninsecure-protocol = \"allow\"\n");
    let desk = Desk::with(INDEBTED);
    commit(&desk, &[("landscape/a.toml", &lenient)]);
    assert_eq!(desk.check(&["--since", "HEAD"]).code, 0);
}

#[test]
fn where_there_was_no_landscape_all_is_new() {
    let desk = Desk::with(INDEBTED);
    commit(&desk, &[("docs/leesmij.md", "Nog niets")]);
    let ran = desk.check(&["--since", "HEAD"]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.json()["compared"]["known"], 0);
    let human = desk.run(&["check", "--since", "HEAD"]);
    assert!(human.out.contains("nog geen landschap"), "{}", human.out);
}

#[test]
fn one_file_can_be_the_landscape() {
    let desk = committed();
    assert_eq!(desk.check(&["landscape/a.toml", "--since", "HEAD"]).code, 0);
}

#[test]
fn hidden_files_and_other_files_do_not_count_there_either() {
    let desk = Desk::with(INDEBTED);
    let files = [("landscape/a.toml", INDEBTED), ("landscape/.b.toml", "kapot ["), ("landscape/c.md", "# [")];
    commit(&desk, &files);
    let ran = desk.run(&["check", "--since", "HEAD"]);
    assert_eq!(ran.code, 0);
    assert!(!ran.out.contains("Niet alles van die revisie"), "{}", ran.out);
}

#[test]
fn what_cannot_be_compared_is_told() {
    let desk = committed();
    let ran = desk.check(&["--since", "nergens"]);
    assert_eq!((ran.code, &*ran.out), (2, ""));
    assert!(ran.err.contains("fetch-depth: 0"), "{}", ran.err);

    let desk = Desk::with(INDEBTED);
    assert!(!Path::new(&desk.path(".git")).exists());
    let ran = desk.check(&["--since", "HEAD"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("git"), "{}", ran.err);
}

#[test]
fn a_revision_that_could_not_be_read_whole_says_so() {
    let desk = Desk::with(INDEBTED);
    commit(&desk, &[("landscape/a.toml", &INDEBTED.replace("protocol = \"ftp\"", "protocol = "))]);
    let ran = desk.run(&["check", "--since", "HEAD"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("Niet alles van die revisie was te lezen"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn what_a_link_led_to_then_counted_then() {
    let agreement =
        "[agreement.a]\nkind = 'processor'\nparties = ['college', 'hoster']\nsigned = 2025-01-01\n";
    // All that is owed then is an agreement with the supplier.
    let secured = INDEBTED.replace("\"ftp\"", "\"sftp\"");
    let own = ("landscape/a.toml", &*secured);
    let shared = ("shared/contracts.toml", agreement);
    let desk = Desk::new([own, shared]);
    std::os::unix::fs::symlink("../shared/contracts.toml", desk.path("landscape/b.toml")).unwrap();
    std::os::unix::fs::symlink("../shared", desk.path("landscape/gedeeld")).unwrap();
    let links = [("landscape/b.toml", "-> ../shared/contracts.toml"), ("landscape/gedeeld", "-> ../shared")];
    commit(&desk, &[own, shared, links[0], links[1]]);
    assert_eq!((desk.check(&[]).code, desk.check(&["--since", "HEAD"]).code), (0, 0));

    desk.put("shared/contracts.toml", "# Opgezegd.");
    assert_eq!((desk.check(&[]).code, desk.check(&["--since", "HEAD"]).code), (1, 1));

    for lost in ["-> ../../elders.toml", "-> /etc/contracts.toml", "-> ../shared/weg.toml"] {
        commit(&desk, &[own, shared, ("landscape/b.toml", lost)]);
        let ran = desk.run(&["check", "--since", "HEAD"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{lost}");
        assert!(ran.err.contains("`landscape/b.toml` was toen een verwijzing"), "{}", ran.err);
    }
}

#[test]
fn a_few_folders_that_stand_for_millions_of_files_are_told() {
    let desk = Desk::with(INDEBTED);
    let repository = gix::init(desk.path(".")).unwrap();
    let blob = repository.write_blob("").unwrap().detach();
    let of = |kind: EntryKind, oid, many: usize| {
        let mut tree = Tree::empty();
        let entry = |n| Entry { mode: kind.into(), filename: format!("x{n:04}").into(), oid };
        tree.entries.extend((0..many).map(entry));
        repository.write_object(&tree).unwrap().detach()
    };
    // A thousand times the same folder with the same thousand files.
    let folder = of(EntryKind::Tree, of(EntryKind::Blob, blob, 1000), 1000);
    let mut root = Tree::empty();
    root.entries.push(Entry { mode: EntryKind::Tree.into(), filename: "landscape".into(), oid: folder });
    commit_tree(&repository, &root);
    let ran = desk.run(&["check", "--since", "HEAD", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("larger than any landscape"), "{}", ran.err);
}
