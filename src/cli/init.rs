//! `koppelkaart init`: a landscape to start from, which passes the check and explains itself.

use std::{fs, io::Write, path::Path, process::ExitCode};

use camino::{Utf8Path, Utf8PathBuf};

use super::{Failure, Outcome, common, write};
use crate::{
    load::files::is_toml,
    say,
    text::{Lang, Text, shown},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(id = "dir", value_name = "DIR", default_value = "landscape")]
    dir: Utf8PathBuf,
    #[arg(long)]
    name: Option<String>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// The files of the starter in a language.
macro_rules! starter {
    ($lang:literal) => {
        [
            ("landscape.toml", include_str!(concat!("starter/", $lang, "/landscape.toml"))),
            ("parties.toml", include_str!(concat!("starter/", $lang, "/parties.toml"))),
            ("applications.toml", include_str!(concat!("starter/", $lang, "/applications.toml"))),
            ("links.toml", include_str!(concat!("starter/", $lang, "/links.toml"))),
        ]
    };
}

/// Writes the starter, all of it or nothing, where no landscape is yet.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map_or(system, Lang::from);
    let files: Vec<(Utf8PathBuf, String)> = files(args.name.as_deref(), lang)
        .into_iter()
        .map(|(name, text)| (args.dir.join(name), text))
        .collect();
    // What makes it a landscape, the first, is written last: of a run that is killed half way nothing passes for one.
    let was_begun = |path: &Utf8Path| {
        let mut rest = files.iter().skip(1);
        rest.any(|(own, text)| own == path && fs::read(path).is_ok_and(|there| there == text.as_bytes()))
    };
    refuse_landscape(&args.dir, was_begun, lang)?;
    let _folder = write::folder(&args.dir, lang)?;
    let new = files.iter().rev().map(|(path, text)| write::New {
        path,
        content: text.as_bytes(),
        was: if was_begun(path) { write::Was::Still(text.as_bytes()) } else { write::Was::Absent },
    });
    write::all(&new.collect::<Vec<_>>(), lang)?;
    common::print(|out| {
        writeln!(out, "{}", say!(lang, en: "Made:", nl: "Gemaakt:"))?;
        files.iter().try_for_each(|(path, _)| writeln!(out, "  {}", shown(path.as_str())))?;
        writeln!(out, "\n{}", next(&args.dir, lang))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The files of a starter, with the name that was asked for.
fn files(name: Option<&str>, lang: Lang) -> Vec<(&'static str, String)> {
    let (starter, usual) = match lang {
        Lang::Nl => (starter!("nl"), "\"Voorbeeldlandschap\""),
        Lang::En => (starter!("en"), "\"Example landscape\""),
    };
    let named = |text: &str| match name {
        Some(name) => text.replacen(usual, &toml::Value::from(name).to_string(), 1),
        None => text.to_owned(),
    };
    starter.into_iter().map(|(file, text)| (file, named(text))).collect()
}

/// Refuses a folder that holds a landscape, or is none. What an earlier run began is no landscape yet.
fn refuse_landscape(
    dir: &Utf8Path,
    was_begun: impl Fn(&Utf8Path) -> bool,
    lang: Lang,
) -> Result<(), Failure> {
    let name = shown(dir.as_str());
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(Failure(say!(
                lang,
                en: "nothing can be made in `{name}`: {error}",
                nl: "in `{name}` is niets te maken: {error}",
            )));
        }
    };
    let mut files = entries.flatten().map(|entry| entry.path());
    let is_ours = |path: &Path| Utf8Path::from_path(path).is_some_and(&was_begun);
    match files.find(|path| is_toml(path) && !is_ours(path)) {
        None => Ok(()),
        Some(found) => {
            let found = found.display().to_string();
            let found = shown(&found);
            Err(Failure(say!(
                lang,
                en: "`{name}` holds a landscape already: `{found}`; nothing was written. Name another folder: `koppelkaart init FOLDER`",
                nl: "in `{name}` staat al een landschap: `{found}`; er is niets geschreven. Noem een andere map: `koppelkaart init MAP`",
            )))
        }
    }
}

/// The next three commands.
fn next(dir: &Utf8Path, lang: Lang) -> String {
    let dir = shown(dir.as_str());
    let commands = [
        (
            format!("check {dir}"),
            Text {
                en: "judges it, and tells what can't be judged yet",
                nl: "beoordeelt het, en vertelt wat nog niet te beoordelen is",
            },
        ),
        (
            say!(lang, en: "render {dir} -o pictures", nl: "render {dir} -o tekeningen"),
            Text { en: "draws it", nl: "tekent het" },
        ),
        (
            "explain".to_owned(),
            Text {
                en: "lists the rules; with the name of one, explains it",
                nl: "toont de regels; met de naam van een regel: de uitleg",
            },
        ),
    ];
    let width = commands.iter().map(|(command, _)| command.chars().count()).max().unwrap_or_default();
    let lines = commands.iter().map(|(command, what)| {
        let what = what.to(lang);
        format!("\n  koppelkaart {command:width$}  {what}")
    });
    let head = say!(lang, en: "What next:", nl: "En nu:");
    head + &lines.collect::<String>()
}
