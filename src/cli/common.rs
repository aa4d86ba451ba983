//! What commands share: the landscape that they work on, and how it is judged and shown.

use std::{
    env,
    io::{self, IsTerminal},
    time::Duration,
};

use camino::Utf8PathBuf;
use clap::ValueEnum;
use jiff::{Zoned, civil::Date};

use super::{Failure, progress};
use crate::{
    analysis::{Analysis, Levels, Options, analyze},
    load::files::{self, ReadError},
    model::Setting,
    report::terminal::{Form, Style},
    say,
    source::Sources,
    text::Lang,
    view::{Engine, apart::Patience},
};

pub use super::out::{Reader, print, print_as};

/// Which landscape, as of when, in which language.
#[derive(Debug, clap::Args)]
pub struct Judged {
    #[arg(default_value = "landscape")]
    pub path: Utf8PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<Date>,
    #[arg(long, value_enum)]
    pub lang: Option<LangArg>,
    #[arg(short = 'A', long, value_name = "RULE")]
    pub allow: Vec<String>,
    #[arg(short = 'W', long, value_name = "RULE")]
    pub warn: Vec<String>,
    #[arg(short = 'D', long, value_name = "RULE")]
    pub deny: Vec<String>,
}

/// How findings are shown.
#[derive(Debug, clap::Args)]
pub struct Shown {
    #[arg(long)]
    pub all: bool,
    #[arg(long)]
    pub narrated: bool,
}

/// How pictures are laid out.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Drawn {
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..))]
    pub time_limit: u64,
}

impl Drawn {
    /// The engine within this program, stopped when a picture takes too long, or all of them together.
    pub fn engine(self) -> Engine {
        Engine::Apart(self.patience())
    }

    /// How long the pictures of one run may take.
    pub fn patience(self) -> Patience {
        Patience::together(Duration::from_secs(self.time_limit), TOGETHER)
    }

    /// The same, for a program that draws again and again.
    pub const fn engine_for_long(self) -> Engine {
        Engine::Apart(Patience::of(Duration::from_secs(self.time_limit)))
    }
}

/// All pictures of a run may take so many times as long as one: hours are a mistake, or an attack on a build.
const TOGETHER: u32 = 10;

/// A day on the command line: in the years that a landscape can be dated in.
pub fn day(text: &str) -> Result<Date, String> {
    let day: Date = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    if day.year() < 0 { Err("the year is before 0000".to_owned()) } else { Ok(day) }
}

/// A language on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangArg {
    Nl,
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Nl => Self::Nl,
            LangArg::En => Self::En,
        }
    }
}

impl Judged {
    /// The language of what goes wrong before a landscape can say which it speaks.
    pub fn lang(&self, system: Lang) -> Lang {
        self.lang.map_or(system, Lang::from)
    }

    /// Reads the landscape.
    pub fn read(&self, system: Lang) -> Result<Sources, Failure> {
        let lang = self.lang(system);
        progress::doing(say!(lang, en: "reading the landscape", nl: "het landschap lezen"));
        files::read(&self.path, &working_directory(lang)?).map_err(|error| unread(&error, lang))
    }

    /// How to judge it.
    pub fn options(&self, system: Lang) -> Result<Options, Failure> {
        let mut levels = Levels::default();
        // Where one rule is named twice, the strictest wins: a mistake must not hide anything.
        for (rules, setting) in
            [(&self.allow, Setting::Allow), (&self.warn, Setting::Warn), (&self.deny, Setting::Deny)]
        {
            for rule in rules {
                levels.set(rule, setting).map_err(|error| Failure(error.message(self.lang(system))))?;
            }
        }
        let today = Zoned::now().date();
        Ok(Options { date: self.date, today, lang: self.lang.map(Lang::from), levels })
    }
}

impl Shown {
    /// The style for standard output: colours only on a terminal that wants them.
    pub fn style(&self) -> Style {
        let terminal = io::stdout().is_terminal();
        let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = env::var("TERM").is_ok_and(|term| term == "dumb");
        let form = if self.narrated || set("NO_GRAPHICS") {
            Form::Narrated
        } else if terminal && !set("NO_COLOR") && !dumb {
            Form::Colored
        } else {
            Form::Plain
        };
        Style { form, all: self.all, width: width() }
    }
}

/// How many columns standard output has, between 40 and 120.
pub fn width() -> usize {
    let columns = env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    columns.or_else(|| measured().filter(|_| io::stdout().is_terminal())).unwrap_or(100).clamp(40, 120)
}

/// Judges a landscape, and says so where that takes long.
pub fn judge(sources: &Sources, options: &Options, system: Lang) -> Analysis {
    progress::doing(say!(system, en: "judging the landscape", nl: "het landschap beoordelen"));
    analyze(sources, options)
}

/// Why a landscape can't be read. Who names none and has none may be at the very beginning.
pub fn unread(error: &ReadError, lang: Lang) -> Failure {
    Failure(match error {
        ReadError::NotFound(path) if path == LANDSCAPE => say!(
            lang,
            en: "there is no `{LANDSCAPE}` here; name the landscape (`.` is this folder), or make one to start from: `koppelkaart init`",
            nl: "er is hier geen `{LANDSCAPE}`; noem het landschap (`.` is deze map), of maak er een om mee te beginnen: `koppelkaart init`",
        ),
        error => error.message(lang),
    })
}

/// Where a landscape is when nobody says where.
const LANDSCAPE: &str = "landscape";

/// What to tell of a rule that doesn't exist.
pub fn no_such_rule(id: &str, lang: Lang) -> String {
    // Whether a rule may be set is not asked here: setting it only finds the nearest name.
    Levels::default().set(id, Setting::Warn).map_or_else(
        |error| error.message(lang),
        |()| {
            say!(
                lang,
                en: "this version doesn't know the rule `{id}` yet",
                nl: "deze versie kent de regel `{id}` nog niet",
            )
        },
    )
}

/// The folder that paths are shown relative to.
pub fn working_directory(lang: Lang) -> Result<Utf8PathBuf, Failure> {
    let told = |what: String| {
        Failure(say!(
            lang,
            en: "the working directory can't be used: {what}",
            nl: "de werkmap is niet te gebruiken: {what}",
        ))
    };
    let folder = env::current_dir().map_err(|error| told(error.to_string()))?;
    Utf8PathBuf::from_path_buf(folder).map_err(|folder| told(folder.display().to_string()))
}

/// The language that the system speaks: Dutch where its locale is, else English.
pub fn system_lang() -> Lang {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|it| !it.is_empty()));
    if named.is_some_and(|locale| locale.starts_with("nl")) { Lang::Nl } else { Lang::En }
}
