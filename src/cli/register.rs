//! `koppelkaart register`: the register of processing activities, derived from the landscape.

use std::{io::Write, process::ExitCode};

use camino::{Utf8Path, Utf8PathBuf};
use jiff::civil::Date;

use super::{Failure, Outcome, asked, common, write};
use crate::{
    analysis::Analysis,
    model::{Id, Party},
    register::{self, Register},
    report::{register_csv, register_md, register_xlsx},
    say,
    text::{Lang, Text, shown},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(default_value = "landscape")]
    path: Utf8PathBuf,
    #[arg(id = "file", short = 'o', long = "output", value_name = "FILE")]
    output: Utf8PathBuf,
    #[arg(long, value_name = "PARTY")]
    processor: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// What the register is written as.
#[derive(Clone, Copy)]
enum Format {
    Csv,
    Xlsx,
    Markdown,
}

/// Makes the register and writes it whole; tells how much of it is missing.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let format = format(&args.output, args.lang.map_or(system, Lang::from))?;
    let why = Text {
        en: "no register was written: one of half a landscape would leave things out",
        nl: "er is geen register geschreven: een register van een half landschap laat dingen weg",
    };
    let (analysis, _) = asked::whole(args.path.clone(), args.date, args.lang, system, why)?;
    let lang = analysis.lang;
    let register = match &args.processor {
        None => of_controllers(&analysis)?,
        Some(id) => of_processor(&analysis, asked::party(&analysis, id)?)?,
    };
    write::whole(&args.output, &file(&register, format)?, lang)?;
    let (path, summary) = (&args.output, register.summary());
    common::print(|out| writeln!(out, "{}: {summary}", shown(path.as_str())))?;
    Ok(ExitCode::SUCCESS)
}

/// What the name of the file asks for.
fn format(path: &Utf8Path, lang: Lang) -> Result<Format, Failure> {
    match path.extension().map(str::to_ascii_lowercase).as_deref() {
        Some("csv") => Ok(Format::Csv),
        Some("xlsx") => Ok(Format::Xlsx),
        Some("md") => Ok(Format::Markdown),
        _ => Err(Failure(say!(
            lang,
            en: "`{path}`: a register is written to a file that ends in .csv, .xlsx or .md",
            nl: "`{path}`: een register komt in een bestand dat eindigt op .csv, .xlsx of .md",
        ))),
    }
}

fn file(register: &Register, format: Format) -> Result<Vec<u8>, Failure> {
    match format {
        Format::Csv => register_csv::file(register).map_err(|error| Failure(error.to_string())),
        Format::Xlsx => register_xlsx::file(register).map_err(|error| Failure(error.message(register.lang))),
        Format::Markdown => Ok(register_md::file(register).into_bytes()),
    }
}

fn of_controllers(analysis: &Analysis) -> Result<Register, Failure> {
    let lang = analysis.lang;
    register::register(&analysis.landscape, analysis.date, lang).ok_or_else(|| {
        Failure(say!(
            lang,
            en: "no register was written: the landscape has no processing activity and no link with personal data",
            nl: "er is geen register geschreven: het landschap heeft geen verwerkingsactiviteit en geen koppeling met persoonsgegevens",
        ))
    })
}

fn of_processor(analysis: &Analysis, party: Id<Party>) -> Result<Register, Failure> {
    let lang = analysis.lang;
    register::of_processor(&analysis.landscape, party, analysis.date, lang).ok_or_else(|| {
        let name = shown(&analysis.landscape.parties.get(party).name);
        Failure(say!(
            lang,
            en: "no register was written: nothing shows that {name} processes personal data for others; it runs no application with such data for them, and no processor agreement in force names it",
            nl: "er is geen register geschreven: nergens blijkt dat {name} persoonsgegevens verwerkt voor anderen; geen applicatie met zulke gegevens wordt door deze partij voor hen beheerd, en geen geldende verwerkersovereenkomst noemt haar",
        ))
    })
}
