//! `koppelkaart schema`: the JSON Schema of the language, for editors.

use std::process::ExitCode;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Failure, Outcome, common, write};
use crate::{
    load::{files, load},
    report::schema,
    text::Lang,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(id = "answer", short = 'o', long = "output", value_name = "FILE")]
    output: Option<Utf8PathBuf>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
}

/// Writes the schema to a file, or to standard output.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let lang = args.lang.map(Lang::from).or_else(|| spoken_here(system)).unwrap_or(system);
    match &args.output {
        None => common::print_as(common::Reader::Program, |out| schema::write(lang, out))?,
        Some(path) => {
            let mut text = Vec::new();
            schema::write(lang, &mut text).map_err(|error| Failure(error.to_string()))?;
            write::whole(path, &text, lang)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The language of the landscape in the working directory, if there is one.
fn spoken_here(system: Lang) -> Option<Lang> {
    let here = common::working_directory(system).ok()?;
    let sources = files::read(Utf8Path::new("landscape"), &here).ok()?;
    let about = load(&sources).landscape.about?;
    Some(about.table.language.map_or_else(Lang::default, |language| language.value))
}
