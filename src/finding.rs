//! What a rule is, and what it found: the vocabulary between rules, reports and editors.

use serde::{Deserialize, Serialize};

use crate::{
    model::{Data, Endpoint, Id, Kind, Landscape, Link, Processing},
    norms::laws::Article,
    source::Location,
    text::{Lang, Text},
};

/// How heavily a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Told, without failing the check.
    Warn,
    /// Fails the check.
    Deny,
}

/// The groups that rules come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What breaks the language; always deny.
    Language,
    /// Security of the lines.
    Security,
    /// Who is responsible.
    Responsibility,
    /// Whether it is lawful.
    Lawfulness,
    /// Where the data goes.
    Flow,
    /// Accountability and housekeeping.
    Accountability,
}

impl Group {
    /// Short and stable, for other programs.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Security => "security",
            Self::Responsibility => "responsibility",
            Self::Lawfulness => "lawfulness",
            Self::Flow => "flow",
            Self::Accountability => "accountability",
        }
    }

    /// What people call it.
    #[must_use]
    pub const fn title(self) -> Text {
        match self {
            Self::Language => Text { en: "The language itself", nl: "De taal zelf" },
            Self::Security => Text { en: "Security of the lines", nl: "Beveiliging van de lijnen" },
            Self::Responsibility => Text { en: "Responsibility", nl: "Verantwoordelijkheid" },
            Self::Lawfulness => Text { en: "Lawfulness", nl: "Rechtmatigheid" },
            Self::Flow => Text { en: "Flow", nl: "Doorstroming" },
            Self::Accountability => {
                Text { en: "Accountability and housekeeping", nl: "Verantwoording en beheer" }
            }
        }
    }
}

/// What a landscape must use at least once before a rule can be assessed.
#[derive(Clone, Copy)]
pub struct Need {
    /// How the output names it: a key, or a table such as `[processing.*]`.
    pub name: &'static str,
    /// Whether a landscape uses it.
    pub used: fn(&Landscape) -> bool,
}

/// Everything about a rule but its check.
pub struct RuleInfo {
    /// Names the problem, and reads well after "allow".
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// How heavily its findings weigh, unless set otherwise.
    pub level: Level,
    /// What must be used before it can be assessed; none: it always can.
    pub needs: Option<Need>,
    /// What it is about, in a few words.
    pub title: Text,
    /// The same in as few words as fit beside a link in a picture; a finding may be more precise.
    pub brief: Text,
    /// Why it matters.
    pub why: Text,
    /// How to mend what it finds.
    pub mend: Text,
    /// When what it finds is no problem.
    pub fine: Text,
    /// The articles that it rests on, of every period.
    pub basis: &'static [Article],
    /// The keys of its subject that it looks at. Where one of them couldn't be read, it stays silent.
    pub looks_at: &'static [&'static str],
    /// Landscapes on which it fires or must stay silent.
    pub examples: &'static [Example],
}

/// A piece of a landscape that shows a rule at work. `^^^` in a comment stands under what the rule points at;
/// without any, the rule must stay silent.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// What it shows.
    pub shows: Text,
    /// The reference date, if it matters: `YYYY-MM-DD`.
    pub date: Option<&'static str>,
    /// TOML, added to a small landscape that every example shares (`rules/example.toml`).
    pub toml: &'static str,
}

impl Example {
    /// An example on the usual date.
    #[must_use]
    pub const fn new(shows: Text, toml: &'static str) -> Self {
        Self { shows, date: None, toml }
    }

    /// Whether the rule speaks here; else it must stay silent.
    #[must_use]
    pub fn fires(&self) -> bool {
        self.toml.lines().any(|line| line.starts_with('#') && line.contains('^'))
    }

    /// The same on another date.
    #[must_use]
    pub const fn on(self, date: &'static str) -> Self {
        Self { date: Some(date), ..self }
    }
}

impl std::fmt::Debug for RuleInfo {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "rule {}", self.id)
    }
}

/// A place that a finding also concerns, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub location: Location,
    /// How it concerns the finding.
    pub message: String,
}

/// What makes a finding the same one tomorrow, beside its rule and what the rule looks at in its subject: for
/// telling old debt from new (`analysis/fingerprint`). Empty for most.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// The ids that it is about together, where its subject is but the first place to tell it.
    pub group: Vec<String>,
    /// What tells it from others on the same subject: ids, codes.
    pub detail: Vec<String>,
    /// What it is told of at once. One more of these is new, one less isn't.
    pub parts: Vec<Part>,
}

/// One of several things that a finding is told of at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A link.
    Link(Id<Link>),
    /// A processing activity.
    Processing(Id<Processing>),
    /// An application or party.
    End(Endpoint),
    /// A category of data.
    Data(Id<Data>),
}

/// What to change in the text of a landscape so that a finding goes, or is on its way to be mended. The rule that found
/// it knows this; `mend` makes it an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Write this, as TOML, where something else stands.
    Write(Location, String),
    /// Take out the key that has its value here.
    TakeOutKey(&'static str, Location),
    /// Take out the table with this header.
    TakeOutTable(Location),
    /// Add a key to the table with this header and id, for people to fill in.
    AddKey(&'static str, Location, String),
    /// Declare a thing of this kind under this id, as far as that needs no facts.
    Declare(Kind, String),
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What to change.
    pub change: Change,
    /// It can be done without asking: it says what the author said already, and makes nothing look better than it is.
    pub certain: bool,
}

/// Something that a rule found, in one language.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static RuleInfo,
    /// How heavily it weighs here.
    pub level: Level,
    /// Someone answers for it: it is told, and doesn't fail the check.
    pub accepted: bool,
    /// It was there before, and isn't accepted: it is told, and doesn't fail the check.
    pub known: bool,
    /// The id of what it is about.
    pub subject: String,
    /// What is the matter, in as few words as fit beside a link in a picture.
    pub brief: Text,
    /// What is the matter, in one sentence.
    pub message: String,
    /// The one place that it points at, with a few words to put there.
    pub primary: Label,
    /// Other places that it concerns.
    pub related: Vec<Label>,
    /// The articles that it rests on, on the reference date.
    pub basis: Vec<String>,
    /// What to do about just this one, where the rule's own advice can be more precise.
    pub advice: Option<String>,
    /// What makes it the same one tomorrow.
    pub identity: Identity,
    /// How its rule knows to mend it in the text, if at all.
    pub repairs: Vec<Repair>,
}

impl Finding {
    /// Whether it fails the check.
    #[must_use]
    pub const fn fails(&self) -> bool {
        matches!(self.level, Level::Deny) && !self.accepted && !self.known
    }

    /// Adds a way to mend it that can be done without asking.
    pub fn repair(&mut self, change: Change) {
        self.repairs.push(Repair { change, certain: true });
    }

    /// Adds a way to mend it that people have to decide on, or to finish.
    pub fn propose(&mut self, change: Change) {
        self.repairs.push(Repair { change, certain: false });
    }

    /// How to mend it.
    #[must_use]
    pub fn mend(&self, lang: Lang) -> &str {
        self.advice.as_deref().unwrap_or(self.rule.mend.to(lang))
    }
}
