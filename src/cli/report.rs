//! `koppelkaart report`: the attachment for the council, as a sheet, a page and a PDF.

use std::{io::Write, process::ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use clap::ValueEnum;
use rayon::prelude::*;

use super::{Failure, Outcome, asked, common, progress, write};
#[cfg(feature = "pdf")]
use crate::report::pdf::pdf;
use crate::{
    analysis::{Analysis, Options, analyze},
    attachment::{self, Attachment, Figure, MOST, trend},
    graph::FlowGraph,
    load::{files, history},
    model::Audience,
    report::{
        page::page,
        picture::{self, TooSmall},
        sheet::sheet,
        terminal,
    },
    say,
    text::{Lang, Text, number, shown},
    view::{self, Engine},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    judged: common::Judged,
    #[arg(short, long, value_name = "DIR")]
    output: Utf8PathBuf,
    #[arg(long, value_name = "ID")]
    view: Vec<String>,
    #[arg(long, value_enum, default_value = "internal")]
    audience: AudienceArg,
    #[arg(long, value_name = "REV|DIR")]
    previous: Option<String>,
    #[command(flatten)]
    drawn: common::Drawn,
    #[command(flatten)]
    shown: common::Shown,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum AudienceArg {
    Internal,
    Public,
}

/// Judges the landscape, and writes the attachment whatever the verdict is.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let options = args.judged.options(system)?;
    let sources = args.judged.read(system)?;
    let mut analysis = common::judge(&sources, &options, system);
    let lang = analysis.lang;
    let why = Text {
        en: "no attachment was made: half a landscape would leave things out",
        nl: "er is geen bijlage gemaakt: een half landschap laat dingen weg",
    };
    asked::tell_unread(&mut analysis, &sources, why)?;
    let attachment = compose(args, &analysis, &options)?;
    progress::doing(say!(lang, en: "drawing the attachment", nl: "de bijlage tekenen"));
    let (files, too_small) = files(&attachment, args.drawn.engine())?;
    let files: Vec<_> = files.into_iter().map(|(name, bytes)| (args.output.join(name), bytes)).collect();

    let _folder = write::folder(&args.output, lang)?;
    write::all(&files.iter().map(|(path, bytes)| write::New::over(path, bytes)).collect::<Vec<_>>(), lang)?;
    let lines: Vec<_> = files.iter().map(|(path, _)| format!("  {}", shown(path.as_str()))).collect();
    common::print(|out| {
        terminal::summary(&analysis, args.shown.style(), out)?;
        if let Some(trend) = &attachment.trend {
            writeln!(out, "\n{} {}", trend::summary(trend, lang), trend.secured)?;
        }
        writeln!(out, "\n{}", say!(lang, en: "Written:", nl: "Geschreven:"))?;
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        remarks(&attachment, &too_small).iter().try_for_each(|remark| writeln!(out, "{remark}"))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The attachment that is asked for.
fn compose(args: &Args, analysis: &Analysis, options: &Options) -> Result<Attachment, Failure> {
    let audience = match args.audience {
        AudienceArg::Internal => Audience::Internal,
        AudienceArg::Public => Audience::Public,
    };
    let plans = attachment::plans(analysis, &args.view, audience)
        .map_err(|error| Failure(error.message(analysis.lang)))?;
    let graph = FlowGraph::new(&analysis.landscape);
    let mut attachment = attachment::compose(analysis, &graph, &plans);
    if let Some(previous) = &args.previous {
        let before = before(previous, &args.judged.path, analysis, options)?;
        attachment.trend = Some(trend::trend(&before, analysis));
    }
    Ok(match audience {
        Audience::Internal => attachment,
        Audience::Public => attachment::public(analysis, &graph, &plans, &attachment),
    })
}

/// The landscape of the previous report, judged as it was then: as of its own day.
fn before(name: &str, path: &Utf8Path, now: &Analysis, options: &Options) -> Result<Analysis, Failure> {
    let lang = now.lang;
    progress::doing(
        say!(lang, en: "judging the landscape as it was", nl: "het landschap van toen beoordelen"),
    );
    let folder = Utf8Path::new(name);
    let sources = if folder.exists() {
        let here = common::working_directory(lang)?;
        files::read(folder, &here).map_err(|error| Failure(error.message(lang)))?
    } else {
        let then = history::read(path, name).map_err(|error| Failure(error.message(lang)))?;
        let name = shown(name);
        then.ok_or_else(|| {
            Failure(say!(
                lang,
                en: "at revision `{name}` there was no landscape here yet, so there is nothing to compare with",
                nl: "bij revisie `{name}` was hier nog geen landschap, dus er is niets om mee te vergelijken",
            ))
        })?
    };
    // Without a day of its own it is judged as of the same day: else it isn't known as of which.
    let options = Options { date: None, today: now.date, lang: Some(lang), ..options.clone() };
    let before = analyze(&sources, &options);
    if before.is_incomplete() {
        let name = shown(name);
        return Err(Failure(say!(
            lang,
            en: "not all of the previous landscape `{name}` could be read, so it isn't known what changed",
            nl: "niet alles van het vorige landschap `{name}` was te lezen, dus wat er veranderd is, is niet bekend",
        )));
    }
    Ok(before)
}

/// Files by name.
type Files = Vec<(&'static str, Vec<u8>)>;

/// Every file of the attachment, made before any is written, and the pictures in them that are too small to read.
fn files(attachment: &Attachment, engine: Engine) -> Result<(Files, Vec<TooSmall>), Failure> {
    let told = |error: view::DrawError| Failure(error.message(attachment.lang));
    let (sheet, figures) = rayon::join(
        || sheet(attachment, engine),
        || {
            let drawn = attachment.pictures.par_iter().map(|it| Figure::of(it, engine));
            drawn.collect::<Result<Vec<Figure>, _>>()
        },
    );
    let (sheet, figures) = (sheet.map_err(told)?, figures.map_err(told)?);
    let page = page(attachment, &figures);
    let files = vec![
        ("attachment.svg", sheet.svg.into_bytes()),
        ("attachment.html", page.into_bytes()),
        #[cfg(feature = "pdf")]
        (
            "attachment.pdf",
            pdf(attachment, &figures).map_err(|error| Failure(error.message(attachment.lang)))?,
        ),
    ];
    Ok((files, picture::too_small(&figures)))
}

/// What whoever makes the attachment should know of it.
fn remarks(attachment: &Attachment, too_small: &[TooSmall]) -> Vec<String> {
    let lang = attachment.lang;
    let mut remarks = Vec::new();
    if !attachment.summed_up.is_empty() {
        let (views, most) = (attachment.summed_up.join(", "), number(MOST, lang));
        remarks.push(say!(
            lang,
            en: "Drawn by domain, since more than {most} applications and parties can't be read on paper: {views}. To show more, split it: a `[view.*]` for each domain, with `domains = [\"…\"]`, or around one application, with `applications = [\"…\"]` and `neighbours = 1`.",
            nl: "Per domein getekend, omdat meer dan {most} applicaties en partijen op papier niet te lezen zijn: {views}. Wilt u meer laten zien, splits dan: een `[view.*]` per domein, met `domains = [\"…\"]`, of rond één applicatie, met `applications = [\"…\"]` en `neighbours = 1`.",
        ));
    }
    if !too_small.is_empty() {
        let one = |it: &TooSmall| {
            let (title, points) = (shown(&it.title), number(it.points, lang));
            say!(lang, en: "{title} ({points} points)", nl: "{title} ({points} punten)")
        };
        let pictures = too_small.iter().map(one).collect::<Vec<_>>().join(", ");
        remarks.push(say!(
            lang,
            en: "Hard to read on an A3, where text should be 9 points or more: {pictures}. To draw it larger, split it: a `[view.*]` around some of its applications, with `applications = [\"…\"]` and `neighbours = 1`, or with `links = \"merged\"`.",
            nl: "Slecht te lezen op een A3, waar letters 9 punten of meer horen te zijn: {pictures}. Splits voor een grotere tekening: een `[view.*]` rond enkele van de applicaties, met `applications = [\"…\"]` en `neighbours = 1`, of met `links = \"merged\"`.",
        ));
    }
    if !cfg!(feature = "pdf") {
        remarks.push(say!(
            lang,
            en: "No PDF: this program was built without it. `cargo build --release --features pdf` builds one that writes attachment.pdf too.",
            nl: "Geen pdf: dit programma is zonder gebouwd. `cargo build --release --features pdf` bouwt er een die ook attachment.pdf schrijft.",
        ));
    }
    remarks
}
