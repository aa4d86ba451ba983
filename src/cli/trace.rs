//! `koppelkaart trace`: everyone that a category of data reaches, and the way on which it came there.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap::ValueEnum;
use jiff::civil::Date;

use super::{
    Failure, Outcome, asked,
    common::{self, Reader},
    write,
};
use crate::{
    analysis::Analysis,
    follow::trace::{Asked, Trace, trace},
    graph::FlowGraph,
    report::{
        terminal::{Form, Style},
        trace as human, trace_json, trace_picture,
    },
    source::Sources,
    text::{Lang, Text},
    view,
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
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
    #[command(flatten)]
    drawn: common::Drawn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Svg,
}

/// Follows the category and tells where it comes.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let why = Text {
        en: "nothing was traced: half a landscape would leave ways out",
        nl: "er is niets gevolgd: een half landschap laat wegen weg",
    };
    let (analysis, sources) = asked::whole(args.path.clone(), args.date, args.lang, system, why)?;
    let end = |id: &Option<String>| id.as_ref().map(|id| asked::endpoint(&analysis, id)).transpose();
    let question =
        Asked { data: asked::data(&analysis, &args.data)?, from: end(&args.from)?, to: end(&args.to)? };
    let graph = FlowGraph::new(&analysis.landscape);
    let bytes = answer(args, &analysis, &graph, &trace(&graph, question), &sources)?;
    let reader = Reader::of(matches!(args.format, Format::Human));
    match &args.output {
        Some(path) => write::whole(path, &bytes, analysis.lang)?,
        None => common::print_as(reader, |out| out.write_all(&bytes))?,
    }
    Ok(ExitCode::SUCCESS)
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
            let picture = view::svg(&drawing, args.drawn.engine())
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
