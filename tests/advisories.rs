//! What is known to be wrong with crates that the program is built of, by a copy of the `RustSec` database.
//!
//! That database isn't on crates.io, so `.ci/run` fetches it where it can, and says that advisories were not assessed
//! where it can't: `ADVISORIES=FOLDER cargo test --test advisories -- --ignored`.

use std::{env, fs, path::Path};

use semver::{Version, VersionReq};
use serde::Deserialize;

/// What an advisory says, at the top of its Markdown: <https://github.com/RustSec/advisory-db>.
#[derive(Deserialize)]
struct Advisory {
    advisory: About,
    #[serde(default)]
    versions: Versions,
}

#[derive(Deserialize)]
struct About {
    id: String,
    package: String,
    withdrawn: Option<toml::Value>,
    /// `unmaintained` and the like: for people to weigh, no fault by itself.
    informational: Option<String>,
}

#[derive(Default, Deserialize)]
struct Versions {
    #[serde(default)]
    patched: Vec<VersionReq>,
    #[serde(default)]
    unaffected: Vec<VersionReq>,
}

impl Advisory {
    /// Reads the block of TOML that it starts with.
    fn read(markdown: &str) -> Option<Self> {
        let (_, rest) = markdown.split_once("```toml")?;
        toml::from_str(rest.split_once("```")?.0).ok()
    }

    /// Whether it is about this version, and not only for people to weigh.
    fn hits(&self, package: &str, version: &Version) -> bool {
        let mut fine = self.versions.patched.iter().chain(&self.versions.unaffected);
        let counts = self.advisory.withdrawn.is_none()
            && !matches!(self.advisory.informational.as_deref(), Some("unmaintained" | "notice"));
        counts && self.advisory.package == package && !fine.any(|it| it.matches(version))
    }
}

/// The names and versions in `Cargo.lock`.
fn locked() -> Vec<(String, Version)> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let lock: toml::Table = text.parse().unwrap();
    let packages = lock["package"].as_array().unwrap();
    let text = |package: &toml::Value, key: &str| package[key].as_str().unwrap().to_owned();
    packages.iter().map(|it| (text(it, "name"), text(it, "version").parse().unwrap())).collect()
}

const EXAMPLE: &str = "```toml\n[advisory]\nid = \"RUSTSEC-2000-0001\"\npackage = \"toml\"\ndate = \"2000-01-01\"\n\
    [versions]\npatched = [\">= 99.0.0\"]\nunaffected = [\"< 0.5.0\"]\n```\n\n# Reads too much\n";

#[test]
fn an_advisory_hits_the_versions_that_are_neither_mended_nor_older() {
    let advisory = Advisory::read(EXAMPLE).unwrap();
    let hits = |package: &str, version: &str| advisory.hits(package, &version.parse().unwrap());
    assert!(hits("toml", "0.5.0") && hits("toml", "98.1.2"));
    assert!(!hits("toml", "99.0.0") && !hits("toml", "0.4.9") && !hits("serde", "1.0.0"));
    let withdrawn = EXAMPLE.replace("date", "withdrawn = \"2001-01-01\"\ndate");
    assert!(!Advisory::read(&withdrawn).unwrap().hits("toml", &Version::new(1, 0, 0)));
}

#[test]
fn every_crate_that_is_locked_is_looked_at() {
    let advisory = Advisory::read(EXAMPLE).unwrap();
    let hit: Vec<_> = locked().into_iter().filter(|(name, version)| advisory.hits(name, version)).collect();
    assert!(!hit.is_empty() && hit.iter().all(|(name, _)| name == "toml"), "{hit:?}");
}

#[test]
#[ignore = "needs the database, which isn't on crates.io"]
fn nothing_is_known_against_what_the_program_is_built_of() {
    let folder = env::var("ADVISORIES").expect("ADVISORIES names a copy of the database");
    let crates = Path::new(&folder).join("crates");
    let (mut read, mut hits) = (0, Vec::new());
    for (name, version) in locked() {
        for file in fs::read_dir(crates.join(&name)).into_iter().flatten().flatten() {
            let text = fs::read_to_string(file.path()).unwrap();
            let advisory = Advisory::read(&text).unwrap_or_else(|| panic!("{:?} can't be read", file.path()));
            read += 1;
            if advisory.hits(&name, &version) {
                hits.push(format!("{name} {version}: {}", advisory.advisory.id));
            }
        }
    }
    assert!(read > 0, "no advisory on any of these crates: is {} the database?", crates.display());
    assert!(hits.is_empty(), "{}", hits.join("\n"));
}
