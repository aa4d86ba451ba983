//! `koppelkaart breach`: an application is breached; by when and to whom to report, what is at stake, and where the same
//! data is.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap::ValueEnum;

use super::{
    Failure, Outcome, asked,
    common::{self, Reader},
    write,
};
use crate::{
    follow::breach::{self, Moment},
    graph::FlowGraph,
    report::breach::{self as page, Told},
    say,
    text::{Lang, Text, shown},
    view::{self, Engine},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    application: String,
    #[arg(default_value = "landscape")]
    path: Utf8PathBuf,
    #[arg(long, value_name = "MOMENT")]
    at: Option<String>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    #[arg(id = "to", short = 'o', long = "output", value_name = "FILE")]
    output: Option<Utf8PathBuf>,
    #[command(flatten)]
    drawn: common::Drawn,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Human,
    Json,
    Markdown,
    Svg,
}

/// Tells what the breach of an application means.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let spoken = args.lang.map_or(system, Lang::from);
    let moment = args.at.as_deref().map(|text| moment(text, spoken)).transpose()?;
    let why = Text {
        en: "nothing is told of a breach: half a landscape would leave things out",
        nl: "over een datalek is niets te zeggen: een half landschap laat dingen weg",
    };
    // What held when the breach became known: the law, agreements, versions of TLS.
    let date = moment.as_ref().map(Moment::date);
    let (analysis, _) = asked::whole(args.path.clone(), date, args.lang, system, why)?;
    let party =
        Text { en: "a breach is asked of an application", nl: "een datalek vraagt u van een applicatie" };
    let application = asked::application(&analysis, &args.application, party)?;
    let breach = breach::breach(&analysis, application);
    let told = Told { analysis: &analysis, breach: &breach, moment: moment.as_ref(), on_page: false };
    let bytes = bytes(&told, args)?;
    let reader = Reader::of(matches!(args.format, Format::Human));
    match &args.output {
        Some(file) => write::whole(file, &bytes, analysis.lang)?,
        None => common::print_as(reader, |out| out.write_all(&bytes))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn bytes(told: &Told<'_>, args: &Args) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let written = match args.format {
        Format::Human => page::human(told, common::width(), &mut bytes),
        Format::Json => page::json(told, &mut bytes),
        Format::Markdown => page::markdown(told, &mut bytes),
        Format::Svg => return picture(told, args.drawn.engine()),
    };
    written.map_err(|error| Failure(error.to_string()))?;
    Ok(bytes)
}

/// The landscape with what the breach touches standing out.
fn picture(told: &Told<'_>, engine: Engine) -> Result<Vec<u8>, Failure> {
    let graph = FlowGraph::new(&told.analysis.landscape);
    let picture = view::svg(&page::picture(told, &graph), engine);
    picture
        .map(|picture| picture.svg.into_bytes())
        .map_err(|error| Failure(error.message(told.analysis.lang)))
}

/// When the controller became aware.
fn moment(text: &str, lang: Lang) -> Result<Moment, Failure> {
    Moment::parse(text).ok_or_else(|| {
        let text = shown(text);
        Failure(say!(
            lang,
            en: "`{text}` is no day or time; write `--at 2026-11-02` or `--at 2026-11-02T22:10`",
            nl: "`{text}` is geen dag of tijdstip; schrijf `--at 2026-11-02` of `--at 2026-11-02T22:10`",
        ))
    })
}
