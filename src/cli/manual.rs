//! `koppelkaart man`: the manual pages, one for the program and one for each command.

use std::{io::Write, process::ExitCode};

use camino::Utf8PathBuf;
use clap_mangen::Man;

use super::{Failure, Outcome, common, program, write};
use crate::{
    say,
    text::{Lang, Text, shown},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(id = "folder", short = 'o', long = "output", value_name = "FOLDER")]
    output: Utf8PathBuf,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// What stands below every page; the clock isn't asked, so that the same program writes the same pages.
const VERSION: &str = concat!("koppelkaart ", env!("CARGO_PKG_VERSION"));
/// What stands above every page.
const MANUAL: Text = Text { en: "Koppelkaart manual", nl: "Handleiding Koppelkaart" };

/// Writes every page into a folder, which is made where it isn't there.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map_or(system, Lang::from);
    let pages = pages(lang).map_err(|error| Failure(error.to_string()))?;
    let _folder = write::folder(&args.output, lang)?;
    for (name, page) in &pages {
        write::whole(&args.output.join(name), page.as_bytes(), lang)?;
    }
    let (count, folder) = (pages.len(), shown(args.output.as_str()));
    let told = say!(lang, en: "{folder}: {count} pages", nl: "{folder}: {count} pagina's");
    common::print(|out| writeln!(out, "{told}"))?;
    Ok(ExitCode::SUCCESS)
}

/// The pages with the names of their files.
fn pages(lang: Lang) -> std::io::Result<Vec<(String, String)>> {
    let mut program = program(lang);
    program.build();
    let commands =
        program.get_subcommands().filter(|command| !command.is_hide_set()).cloned().collect::<Vec<_>>();
    let page = |command| {
        // The library leaves out an empty date, and what follows it would move up.
        let man = Man::new(command).date(VERSION).source("Koppelkaart").manual(MANUAL.to(lang));
        let mut roff = Vec::new();
        man.render(&mut roff)?;
        Ok((man.get_filename(), worded(&String::from_utf8_lossy(&roff), lang)))
    };
    std::iter::once(program).chain(commands).map(page).collect()
}

/// What the library writes in English, and what that is in Dutch manual pages.
const DUTCH: &[(&str, &str)] = &[
    (".SH NAME", ".SH NAAM"),
    (".SH SYNOPSIS", ".SH SAMENVATTING"),
    (".SH DESCRIPTION", ".SH BESCHRIJVING"),
    (".SH OPTIONS", ".SH OPTIES"),
    (".SH SUBCOMMANDS", ".SH OPDRACHTEN"),
    (".SH VERSION", ".SH VERSIE"),
    ("\\fIPossible values:\\fR", "\\fIMogelijke waarden:\\fR"),
    ("[default: ", "[standaard: "),
    ("<subcommands>", "<opdracht>"),
    ("\\fIsubcommands\\fR", "\\fIopdracht\\fR"),
];

/// A page with its headings in one language.
fn worded(page: &str, lang: Lang) -> String {
    match lang {
        Lang::En => page.to_owned(),
        Lang::Nl => DUTCH.iter().fold(page.to_owned(), |page, (english, dutch)| page.replace(english, dutch)),
    }
}
