//! The landscapes that every format is tried on, judged.

use std::io;

use koppelkaart::{
    analysis::{
        Analysis, Levels, Options, analyze,
        debt::{Before, Debt},
    },
    load::files,
    report::json,
    source::Sources,
    text::Lang,
};
use serde_json::Value;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Names that are markup, commands or addresses to somebody, as TOML can hold them.
pub const HOSTILE: [&str; 18] = [
    "\\\"]; a -> b [label=\\\"x",
    "</text><svg onload='alert(1)'>",
    "<img src=x onerror=alert(1)><!-- ",
    "[klik](https://kwaad.example) ![x](https://kwaad.example/x.png)",
    "# Kop\\n\\n* lijst\\n1. een",
    "::error file=a.toml,line=1::Alles is weg",
    "##[error]Alles is weg ###[group]x",
    "::stop-commands::x\\n::error::y",
    "]]><x/>&amp;&#64;",
    "@team a@b.nl #12 GH-12 vng/x#1 https://kwaad.example www.kwaad.example :tada:",
    "| a | b |\\n| - | - |",
    "\\u001b[31m\\u009b\\u202E\\u2066\\u200F\\u0000\\uFFFE\\uFFFF",
    "\\r\\n\\t regel \\u2028 twee",
    "100% %0A %25 %",
    "{0} {1} ${x} $a^b$ $$c$$ `d` ~~e~~ **f** __g__ [^1] [ ] x",
    "``` \\n<details>\\n",
    "- streep",
    "12. nummer \\\\ \\\\] \\\\[",
];

/// A landscape and the judgement of it.
pub struct Judged {
    pub name: &'static str,
    pub sources: Sources,
    pub analysis: Analysis,
}

impl Judged {
    pub fn new<'a>(name: &'static str, files: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add_bytes(path, text.as_bytes());
        }
        Self::of(name, sources, Levels::default())
    }

    fn of(name: &'static str, sources: Sources, levels: Levels) -> Self {
        let today = jiff::civil::date(2026, 11, 1);
        let analysis = analyze(&sources, &Options { date: None, today, lang: None, levels });
        Self { name, sources, analysis }
    }

    /// What a format prints of it.
    pub fn print(&self, write: impl Fn(&Analysis, &Sources, &mut Vec<u8>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&self.analysis, &self.sources, &mut out).expect("writing to memory");
        String::from_utf8(out).expect("UTF-8")
    }

    /// The answer that the contract lays down.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.print(json::write)).expect("JSON")
    }

    /// The findings of that answer.
    pub fn findings(&self) -> Vec<Value> {
        self.json()["findings"].as_array().expect("a list").clone()
    }

    /// The same compared with an earlier landscape.
    pub fn since(mut self, earlier: &Self) -> Self {
        let before = Before::Baseline("nulmeting.json".to_owned());
        Debt::of(&earlier.analysis, &earlier.sources).apply(before, &mut self.analysis, &self.sources);
        self
    }

    /// The same in English.
    pub fn in_english(mut self) -> Self {
        let levels = Levels::default();
        let today = jiff::civil::date(2026, 11, 1);
        self.analysis = analyze(&self.sources, &Options { date: None, today, lang: Some(Lang::En), levels });
        self
    }
}

const START: &str = "[landscape]\nname = \"Sociaal domein\"\n[party.college]\nname = \"College\"\n";
const LINK: &str = "[application.csam]\nname = \"Csam\"\n[application.ggk]\nname = \"GGK\"\n[[link]]\nfrom = \"csam\"\n\
     to = \"ggk\"\npersonal_data = true\nprotocol = \"https\"\ncontroller = \"college\"\n";

/// The municipality of the README.
pub fn example() -> Judged {
    let sources =
        files::read(format!("{ROOT}/landscape").as_str().into(), ROOT.into()).expect("it can be read");
    Judged::of("the example", sources, Levels::default())
}

/// Nothing is wrong.
pub fn clean() -> Judged {
    Judged::new("clean", [("landschap/a.toml", format!("{START}{LINK}secure = true\n"))])
}

/// One link isn't secured, and someone answers for it; the other isn't either, and nobody does.
pub fn accepted() -> Judged {
    let text = format!(
        "{START}{LINK}[[link]]\nfrom = \"ggk\"\nto = \"csam\"\npersonal_data = true\nprotocol = \"ftp\"\n\
         controller = \"college\"\n[[acceptance]]\nrule = \"unsecured-link\"\nsubject = \"csam->ggk\"\n\
         reason = \"Wordt vervangen\"\nby = \"CISO\"\nuntil = 2027-01-31\n\
         [norm.1]\ntext = \"Alle lijnen zijn beveiligd\"\nrules = [\"unsecured-link\"]\n\
         [norm.2]\ntext = \"Iedereen weet het\"\nstatus = \"green\"\njudged = 2026-06-01\nevidence = \"audit.pdf\"\n"
    );
    Judged::new("accepted", [("landschap/a.toml", text)])
}

/// One link that wasn't secured before, and one that is new and isn't either.
pub fn growing() -> Judged {
    let earlier = Judged::new("earlier", [("landschap/a.toml", format!("{START}{LINK}"))]);
    let more = "[[link]]\nfrom = \"ggk\"\nto = \"csam\"\npersonal_data = true\ncontroller = \"college\"\n";
    Judged::new("growing", [("landschap/a.toml", format!("{START}{LINK}{more}"))]).since(&earlier)
}

/// A landscape with mistakes in the language itself.
pub fn broken() -> Judged {
    let text =
        format!("{START}{LINK}secure = \"ja\"\n[application.x]\nnaam = 'X'\n[[link]]\nfrom = \"nergens\"\n");
    Judged::new(
        "broken",
        [("landschap/a.toml", text), ("landschap/b.toml", "[application.y\nname = 1".to_owned())],
    )
}

/// Files with nothing in them.
pub fn empty() -> Judged {
    Judged::new("empty", [("landschap/a.toml", String::new())])
}

/// One rule is set to `allow`.
pub fn allowing() -> Judged {
    let text = format!("{START}{LINK}[rules]\nunsecured-link = \"allow\"\n");
    Judged::new("allowing", [("landschap/a.toml", text)])
}

/// A name that is hostile, wherever a landscape has room for one.
pub fn hostile(name: &str) -> Judged {
    let text = format!(
        "[landscape]\nname = \"{name}\"\n[party.college]\nname = \"{name}\"\n[party.hoster]\nname = \"{name}\"\n\
         [application.csam]\nname = \"{name}\"\noperator = \"hoster\"\nowner = \"{name}\"\n\
         [application.ggk]\nname = \"{name}\"\n\
         [[link]]\nid = \"een\"\nfrom = \"csam\"\nto = \"ggk\"\npersonal_data = true\ncontroller = \"college\"\n\
         [[link]]\nid = \"twee\"\nfrom = \"ggk\"\nto = \"csam\"\npersonal_data = true\nsecure = true\n\
         protocol = \"{name}\"\nprocessing = \"wmo\"\n[[link]]\nid = \"{name}\"\nfrom = \"ggk\"\nto = \"{name}\"\n\
         [processing.wmo]\nname = \"{name}\"\nlegal_basis = \"{name}\"\n\
         [norm.n]\ntext = \"{name}\"\nrules = [\"unsecured-link\", \"{name}\"]\n\
         [[acceptance]]\nrule = \"unsecured-link\"\nsubject = \"een\"\nreason = \"{name}\"\nby = \"{name}\"\n\
         until = 2027-01-01\n[rules]\n\"{name}\" = \"{name}\"\n\"{name}\" = 1\n"
    );
    let path = "landschap/é #1: 50%,@team`[x](y) \u{1b}|\u{202e}.toml";
    Judged::new("hostile", [(path, text)])
}

/// All of them.
pub fn all() -> Vec<Judged> {
    let mut all = vec![example(), example().since(&example()), example().in_english()];
    all.extend([
        clean(),
        accepted(),
        accepted().since(&accepted()),
        growing(),
        broken(),
        empty(),
        allowing(),
    ]);
    all.extend(HOSTILE.iter().map(|name| hostile(name)));
    all
}
