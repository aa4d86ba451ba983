//! `koppelkaart serve`: the landscape as a page in the browser, which changes as files are saved.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use camino::Utf8PathBuf;
use jiff::{Zoned, civil::Date};

use super::{Failure, Outcome, common, progress};
use crate::{
    analysis::{Levels, Options},
    say,
    serve::{self, Landscape, ServeError},
    text::Lang,
};

/// Where the page is found when nobody says where.
const PORT: u16 = 8017;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(default_value = "landscape")]
    path: Utf8PathBuf,
    #[arg(long, value_name = "N", default_value_t = PORT)]
    port: u16,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = common::day)]
    date: Option<Date>,
    #[arg(long, value_enum)]
    lang: Option<common::LangArg>,
    #[command(flatten)]
    drawn: common::Drawn,
}

/// Serves the page until it is interrupted.
pub fn run(args: &Args, system: Lang) -> Outcome {
    let spoken = args.lang.map(Lang::from);
    let lang = spoken.unwrap_or(system);
    let date = args.date;
    let options =
        move || Options { date, today: Zoned::now().date(), lang: spoken, levels: Levels::default() };
    let landscape = Landscape {
        path: args.path.clone(),
        here: common::working_directory(lang)?,
        options: Box::new(options),
        engine: args.drawn.engine_for_long(),
        clock: || Zoned::now().strftime("%H:%M:%S").to_string(),
    };
    let told = |error: ServeError| match error {
        ServeError::Read(error) => common::unread(&error, lang),
        error => Failure(error.message(lang)),
    };
    progress::doing(say!(lang, en: "reading the landscape", nl: "het landschap lezen"));
    let served = serve::open(landscape, args.port).map_err(told)?;
    let address = served.address().map_err(told)?;
    common::print(|out| {
        writeln!(
            out,
            "{}",
            say!(
                lang,
                en: "The landscape is at {address} and follows the files as they are saved. Ctrl-C ends it.",
                nl: "Het landschap staat op {address} en volgt de bestanden zodra ze worden opgeslagen. Ctrl-C stopt.",
            )
        )
    })?;
    let tell = |trouble: String| drop(writeln!(io::stderr(), "koppelkaart: {}", super::tame(&trouble)));
    served.run(tell).map_err(told)?;
    Ok(ExitCode::SUCCESS)
}
