//! `koppelkaart trace`: everyone that a category of data reaches, and the way on which it came there.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap::ValueEnum;
use jiff::civil::Date;

use super::{Failure, Outcome, common, write};
use crate::{
    analysis::{Analysis, analyze},
    finding::Group,
    follow::trace::{Asked, Trace, trace},
    graph::FlowGraph,
    load::near::Nearest,
    model::{Data, Endpoint, Id, Landscape},
    report::{
        terminal::{self, Form, Style},
        trace as human, trace_json, trace_picture,
    },
    say,
    source::Sources,
    text::{Lang, shown},
    view::{self, Engine},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "DATA")]
    data: String,
    #[arg(default_value = "landscape")]
    path: Utf8PathBuf,
    #[arg(id = "start", long = "from", value_name = "ID")]
    from: Option<String>,
    #[arg(id = "goal", long = "to", value_name = "ID")]
    to: Option<String>,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    #[arg(id = "answer", short = 'o', long = "output", value_name = "FILE")]
    output: Option<Utf8PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Svg,
}

/// Follows the category and tells where it comes.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let judged = common::Judged {
        path: args.path.clone(),
        date: args.date,
        lang: args.lang,
        allow: Vec::new(),
        warn: Vec::new(),
        deny: Vec::new(),
    };
    let options = judged.options(system)?;
    let sources = judged.read(system)?;
    let mut analysis = analyze(&sources, &options);
    if analysis.is_incomplete() {
        return Err(refused(&mut analysis, &sources)?);
    }
    let asked = asked(args, &analysis)?;
    let graph = FlowGraph::new(&analysis.landscape);
    let bytes = answer(args, &analysis, &graph, &trace(&graph, asked), &sources)?;
    match &args.output {
        Some(path) => write::whole(path, &bytes, analysis.lang)?,
        None => common::print(|out| out.write_all(&bytes))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells what couldn't be read, and why there is no answer then.
fn refused(analysis: &mut Analysis, sources: &Sources) -> Result<Failure, Failure> {
    analysis.findings.retain(|finding| finding.rule.group == Group::Language);
    let style = common::Shown { all: false, narrated: false }.style();
    common::print(|out| terminal::write(analysis, sources, style, out))?;
    Ok(Failure(say!(
        analysis.lang,
        en: "nothing was traced: half a landscape would leave ways out",
        nl: "er is niets gevolgd: een half landschap laat wegen weg",
    )))
}

fn answer(
    args: &Args,
    analysis: &Analysis,
    graph: &FlowGraph,
    trace: &Trace,
    sources: &Sources,
) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let written = match args.format {
        Format::Human => human::write(analysis, trace, sources, style(args), &mut bytes),
        Format::Json => trace_json::write(analysis, trace, sources, &mut bytes),
        Format::Svg => {
            let drawing = trace_picture::drawing(analysis, graph, trace);
            let picture = view::svg(&drawing, Engine::Embedded)
                .map_err(|error| Failure(error.message(analysis.lang)))?;
            bytes = picture.svg.into_bytes();
            Ok(())
        }
    };
    written.map_err(|error| Failure(error.to_string()))?;
    Ok(bytes)
}

/// A file gets no colours, whatever the terminal likes.
fn style(args: &Args) -> Style {
    let style = common::Shown { all: false, narrated: false }.style();
    match style.form {
        Form::Colored if args.output.is_some() => Style { form: Form::Plain, ..style },
        _ => style,
    }
}

/// What the arguments ask, with every id found.
fn asked(args: &Args, analysis: &Analysis) -> Result<Asked, Failure> {
    let (landscape, lang) = (&analysis.landscape, analysis.lang);
    let end = |id: &Option<String>| id.as_ref().map(|id| endpoint(landscape, id, lang)).transpose();
    Ok(Asked { data: data(landscape, &args.data, lang)?, from: end(&args.from)?, to: end(&args.to)? })
}

fn data(landscape: &Landscape, id: &str, lang: Lang) -> Result<Id<Data>, Failure> {
    landscape.data.find(id).ok_or_else(|| {
        let near = Nearest::default().find(id, landscape.data.items().iter().map(|data| &*data.id));
        let id = shown(id);
        Failure(match near {
            Some(near) => say!(
                lang,
                en: "there is no category of data `{id}`; did you mean `{near}`?",
                nl: "er is geen gegevenscategorie `{id}`; bedoelt u `{near}`?",
            ),
            None => say!(
                lang,
                en: "there is no category of data `{id}`; `[data.*]` declares them",
                nl: "er is geen gegevenscategorie `{id}`; ze staan onder `[data.*]`",
            ),
        })
    })
}

/// The application or party with this id, or else the one that may be meant.
fn endpoint(landscape: &Landscape, id: &str, lang: Lang) -> Result<Endpoint, Failure> {
    let application = landscape.applications.find(id).map(Endpoint::Application);
    let found = application.or_else(|| landscape.parties.find(id).map(Endpoint::Party));
    found.ok_or_else(|| {
        let applications = landscape.applications.items().iter().map(|it| &*it.id);
        let known = applications.chain(landscape.parties.items().iter().map(|it| &*it.id));
        let near = Nearest::default().find(id, known);
        let id = shown(id);
        Failure(match near {
            Some(near) => say!(
                lang,
                en: "there is no application or party `{id}`; did you mean `{near}`?",
                nl: "er is geen applicatie of partij `{id}`; bedoelt u `{near}`?",
            ),
            None => say!(
                lang,
                en: "there is no application or party `{id}`",
                nl: "er is geen applicatie of partij `{id}`",
            ),
        })
    })
}
