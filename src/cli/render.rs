//! `koppelkaart render`: judges a landscape and draws its views.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap::ValueEnum;
use rayon::prelude::*;

use super::{Failure, Outcome, asked, common, progress, stems::stems, write};
use crate::{
    analysis::Analysis,
    attachment::public_picture,
    graph::FlowGraph,
    model::Audience,
    report::terminal,
    say,
    sentence::{LINKS, VIEWS, counted},
    text::{Lang, Text, on_one_line},
    view::{self, Drawing, Engine, How, Plan, Subject},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    judged: common::Judged,
    #[arg(long, value_name = "ID")]
    view: Vec<String>,
    #[arg(short, long, value_name = "DIR", default_value = "diagrams")]
    output: Utf8PathBuf,
    #[arg(long, value_enum, default_value = "svg")]
    format: Format,
    #[arg(long, value_enum, default_value = "embedded")]
    engine: EngineArg,
    #[command(flatten)]
    drawn: common::Drawn,
    #[command(flatten)]
    shown: common::Shown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Svg,
    Png,
    Dot,
}

impl Format {
    const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Dot => "dot",
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum EngineArg {
    Embedded,
    Dot,
}

/// A picture that was made: its file, its bytes, how it was laid out, how many links it shows.
struct Made {
    path: Utf8PathBuf,
    bytes: Vec<u8>,
    how: How,
    links: usize,
}

/// Judges the landscape, draws its views and tells where they are.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let options = args.judged.options(system)?;
    let sources = args.judged.read(system)?;
    let mut analysis = common::judge(&sources, &options, system);
    let lang = analysis.lang;
    let style = args.shown.style();
    let why = Text {
        en: "nothing was drawn: a picture of half a landscape would leave things out",
        nl: "er is niets getekend: een tekening van een half landschap laat dingen weg",
    };
    asked::tell_unread(&mut analysis, &sources, why)?;
    let plans =
        view::chosen(&analysis.landscape, &args.view).map_err(|error| Failure(error.message(lang)))?;
    let graph = FlowGraph::new(&analysis.landscape);
    let count = counted(plans.len(), VIEWS, lang);
    progress::doing(say!(lang, en: "drawing {count}", nl: "{count} tekenen"));
    let all = view::plans(&analysis.landscape);
    let stems = stems(&all);
    let drawn =
        plans.par_iter().map(|plan| make(args, &analysis, &graph, (plan, &stems[plan.name.as_str()])));
    let made: Vec<Result<Made, Failed>> = drawn.collect();

    write::folder(&args.output, lang)?;
    let files = made.iter().flatten().map(|made| write::New::over(&made.path, &made.bytes));
    write::all(&files.collect::<Vec<_>>(), lang)?;
    let mut failed: Vec<Failed> = Vec::new();
    let mut lines = Vec::new();
    for made in made {
        match made {
            Ok(made) => {
                let note = made.how.note().map_or(String::new(), |note| format!("; {}", note.to(lang)));
                let path = on_one_line(made.path.as_str());
                lines.push(format!("  {path} ({}{note})", counted(made.links, LINKS, lang)));
            }
            // One reason is told once, for however many views it holds.
            Err(one) => match failed.iter_mut().find(|told| told.reason == one.reason) {
                Some(told) => told.views.extend(one.views),
                None => failed.push(one),
            },
        }
    }
    common::print(|out| {
        terminal::summary(&analysis, style, out)?;
        if !lines.is_empty() {
            writeln!(out, "\n{}", say!(lang, en: "Drawn:", nl: "Getekend:"))?;
        }
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    })?;
    if failed.is_empty() { Ok(ExitCode::SUCCESS) } else { Err(failure(&failed, lang)) }
}

/// Views that could not be drawn, and why.
struct Failed {
    views: Vec<String>,
    reason: String,
}

fn failure(failed: &[Failed], lang: Lang) -> Failure {
    let told = failed.iter().map(|Failed { views, reason }| {
        let views = views.join(", ");
        say!(lang, en: "not drawn: {views}: {reason}", nl: "niet getekend: {views}: {reason}")
    });
    Failure(told.collect::<Vec<_>>().join("\n"))
}

/// Draws one view, or tells why not.
fn make(
    args: &Args,
    analysis: &Analysis,
    graph: &FlowGraph,
    (plan, stem): (&Plan, &str),
) -> Result<Made, Failed> {
    let lang = analysis.lang;
    let name = &plan.name;
    let failed = |reason| Failed { views: vec![name.clone()], reason };
    let drawing = if is_public(analysis, plan) {
        public_picture(analysis, graph, plan)
    } else {
        view::compose(analysis, graph, plan)
    };
    if drawing.nodes.is_empty() {
        return Err(failed(say!(
            lang,
            en: "nothing in the landscape matches what it asks for",
            nl: "niets in het landschap voldoet aan wat de weergave vraagt",
        )));
    }
    let (bytes, how) = draw(args, &drawing).map_err(|error| failed(error.message(lang)))?;
    let path = args.output.join(format!("{stem}.{}", args.format.extension()));
    let links = drawing.arrows.iter().map(|arrow| arrow.count).sum();
    Ok(Made { path, bytes, how, links })
}

fn draw(args: &Args, drawing: &Drawing) -> Result<(Vec<u8>, How), view::DrawError> {
    let engine = match args.engine {
        EngineArg::Embedded => args.drawn.engine(),
        EngineArg::Dot => Engine::Installed,
    };
    match args.format {
        Format::Dot => Ok((view::dot(drawing)?.into_bytes(), How::default())),
        Format::Svg => view::svg(drawing, engine).map(|picture| (picture.svg.into_bytes(), picture.how)),
        Format::Png => {
            let picture = view::svg(drawing, engine)?;
            Ok((view::png(&picture.svg)?, picture.how))
        }
    }
}

/// Whether a view is declared to be for everyone.
fn is_public(analysis: &Analysis, plan: &Plan) -> bool {
    let Subject::Declared(id) = plan.subject else { return false };
    let audience = analysis.landscape.views.get(id).audience.as_ref();
    audience.is_some_and(|audience| audience.value == Audience::Public)
}
