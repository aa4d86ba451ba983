//! `koppelkaart impact`: what breaks when an application is switched off.

use std::process::ExitCode;

use camino::Utf8PathBuf;
use clap::ValueEnum;
use jiff::civil::Date;

use super::{
    Failure, Outcome, asked,
    common::{self, Reader},
};
use crate::{
    follow::{impact::impact, weak_spots::weak_spots},
    report::{impact as human, impact_all, impact_json},
    say,
    text::{Lang, Text},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(id = "switched_off", value_name = "APPLICATION")]
    application: Option<String>,
    #[arg(id = "path")]
    path: Option<Utf8PathBuf>,
    #[arg(id = "weak_spots", long = "all")]
    all: bool,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// Tells what breaks, or with `--all` where the most would.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let (id, path) = which(args, args.lang.map_or(system, Lang::from))?;
    let why = Text {
        en: "not told what breaks: part of the landscape couldn't be read, and that part may break too",
        nl: "niet te zeggen wat er breekt: een deel van het landschap was niet te lezen, en ook dat deel kan breken",
    };
    let (analysis, sources) = asked::whole(path, args.date, args.lang, system, why)?;
    let (landscape, lang, width) = (&analysis.landscape, analysis.lang, common::width());
    let reader = Reader::of(matches!(args.format, Format::Human));
    if let Some(id) = id {
        let party =
            Text { en: "only an application can be switched off", nl: "alleen een applicatie kan uit" };
        let impact = impact(landscape, asked::application(&analysis, id, party)?);
        common::print_as(reader, |out| match args.format {
            Format::Human => human::write(&impact, landscape, &sources, lang, width, out),
            Format::Json => impact_json::write(&impact, &analysis, &sources, out),
        })?;
    } else {
        let spots = weak_spots(landscape);
        common::print_as(reader, |out| match args.format {
            Format::Human => impact_all::write(&spots, landscape, &sources, lang, width, out),
            Format::Json => impact_json::write_all(&spots, &analysis, &sources, out),
        })?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Which application is meant, if one is, and in which landscape: with `--all` the only argument is the landscape.
fn which(args: &Args, lang: Lang) -> Result<(Option<&str>, Utf8PathBuf), Failure> {
    let default = || Utf8PathBuf::from("landscape");
    match (&args.application, &args.path, args.all) {
        (Some(id), path, false) => Ok((Some(id), path.clone().unwrap_or_else(default))),
        (path, None, true) => Ok((None, path.as_ref().map_or_else(default, Utf8PathBuf::from))),
        (None, _, false) => Err(Failure(say!(
            lang,
            en: "which application? `koppelkaart impact APPLICATION [PATH]` takes its id; `koppelkaart impact --all [PATH]` looks at all of them",
            nl: "welke applicatie? `koppelkaart impact APPLICATIE [PAD]` vraagt haar id; `koppelkaart impact --all [PAD]` bekijkt ze allemaal",
        ))),
        (_, Some(_), true) => Err(Failure(say!(
            lang,
            en: "`--all` is about all applications: leave out the one, or leave out `--all`",
            nl: "`--all` gaat over alle applicaties: laat de ene weg, of laat `--all` weg",
        ))),
    }
}
