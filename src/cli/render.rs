//! `koppelkaart render`: judges a landscape and draws its views.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap::ValueEnum;
use rayon::prelude::*;

use super::{Failure, Outcome, asked, common, progress, stems::stems, temporary::Holds, write};
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

/// A picture: its bytes, how it was laid out, how many links it shows.
struct Picture {
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
    let _folder = write::folder(&args.output, lang)?;
    let holds = Holds::default();
    let engine = match args.engine {
        EngineArg::Embedded => args.drawn.engine(),
        EngineArg::Dot => Engine::Installed(args.drawn.patience()),
    };
    let drawn = plans.par_iter().map(|plan| {
        let picture = draw(args, &analysis, &graph, plan, engine).map_err(Trouble::View)?;
        // Each waits on disk until all are there: together they may be more than memory holds.
        let path = args.output.join(format!("{}.{}", stems[plan.name.as_str()], args.format.extension()));
        let file =
            write::ready(&path, &picture.bytes, write::Was::Anything, &holds, lang).map_err(Trouble::Disk)?;
        let note = picture.how.note().map_or(String::new(), |note| format!("; {}", note.to(lang)));
        let path = on_one_line(path.as_str());
        Ok((file, format!("  {path} ({}{note})", counted(picture.links, LINKS, lang))))
    });
    let drawn: Vec<Result<_, Trouble>> = drawn.collect();
    let mut failed: Vec<Failed> = Vec::new();
    let (mut files, mut lines) = (Vec::new(), Vec::new());
    for one in drawn {
        match one {
            Ok((file, line)) => {
                files.push(file);
                lines.push(line);
            }
            Err(Trouble::Disk(failure)) => return Err(failure),
            // One reason is told once, for however many views it holds.
            Err(Trouble::View(one)) => match failed.iter_mut().find(|told| told.reason == one.reason) {
                Some(told) => told.views.extend(one.views),
                None => failed.push(one),
            },
        }
    }
    write::place(files, lang)?;
    common::print(|out| {
        terminal::summary(&analysis, style, out)?;
        if !lines.is_empty() {
            writeln!(out, "\n{}", say!(lang, en: "Drawn:", nl: "Getekend:"))?;
        }
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))
    })?;
    if failed.is_empty() { Ok(ExitCode::SUCCESS) } else { Err(failure(&failed, lang)) }
}

/// Why a picture isn't there.
enum Trouble {
    View(Failed),
    Disk(Failure),
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
fn draw(
    args: &Args,
    analysis: &Analysis,
    graph: &FlowGraph,
    plan: &Plan,
    engine: Engine,
) -> Result<Picture, Failed> {
    let lang = analysis.lang;
    let failed = |reason| Failed { views: vec![plan.name.clone()], reason };
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
    let (bytes, how) = bytes(args.format, &drawing, engine).map_err(|error| failed(error.message(lang)))?;
    Ok(Picture { bytes, how, links: drawing.arrows.iter().map(|arrow| arrow.count).sum() })
}

/// A drawing as the bytes of a file.
fn bytes(format: Format, drawing: &Drawing, engine: Engine) -> Result<(Vec<u8>, How), view::DrawError> {
    match format {
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
