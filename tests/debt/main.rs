//! Old debt and new: a baseline in a file, a revision in git, and the fingerprints that both rest on.

#[path = "../common/mod.rs"]
mod common;

mod baseline;
mod fingerprints;
mod since;

/// A landscape with a supplier that runs an application without an agreement, and one line over ftp.
pub const INDEBTED: &str = r#"
[landscape]
name = "Sociaal domein"
date = 2026-11-01

[party.college]
name = "College"
kind = "municipality"
country = "NL"

[party.hoster]
name = "Hoster"
kind = "supplier"
country = "NL"

[data.naw]
name = "NAW"
class = "personal"

[data.gezondheid]
name = "Gezondheidsgegevens"
class = "special-category"

[application.csam]
name = "Csam"
controller = "college"
operator = "college"

[application.suite]
name = "Suite"
controller = "college"
operator = "hoster"

[[link]]
from = "csam"
to = "suite"
data = "naw"
secure = true
protocol = "ftp"
controller = "college"
"#;

/// One more link to the supplier, itself beyond reproach.
pub const ONE_MORE: &str = r#"
[[link]]
id = "indicaties"
from = "csam"
to = "suite"
data = ["naw", "gezondheid"]
secure = true
protocol = "sftp"
controller = "college"
"#;
