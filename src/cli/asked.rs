//! What commands ask of a landscape: that it could be read whole, and what is meant by an id.

use camino::Utf8PathBuf;
use jiff::civil::Date;

use super::{Failure, common};
use crate::{
    analysis::Analysis,
    finding::Group,
    follow::meant::meant,
    model::{Application, Data, Endpoint, Id, Party},
    report::terminal,
    say,
    source::Sources,
    text::{Lang, Text, shown},
};

/// Reads and judges a landscape for an answer that must not leave anything out. Where a table can't be read, that is
/// told, and `why` there is no answer then.
pub fn whole(
    path: Utf8PathBuf,
    date: Option<Date>,
    lang: Option<common::LangArg>,
    system: Lang,
    why: Text,
) -> Result<(Analysis, Sources), Failure> {
    let judged = common::Judged { path, date, lang, allow: Vec::new(), warn: Vec::new(), deny: Vec::new() };
    let options = judged.options(system)?;
    let sources = judged.read(system)?;
    let mut analysis = common::judge(&sources, &options, system);
    tell_unread(&mut analysis, &sources, why)?;
    Ok((analysis, sources))
}

/// Refuses a landscape that couldn't be read whole, after telling what couldn't be.
pub fn tell_unread(analysis: &mut Analysis, sources: &Sources, why: Text) -> Result<(), Failure> {
    if !analysis.is_incomplete() {
        return Ok(());
    }
    analysis.findings.retain(|finding| finding.rule.group == Group::Language);
    let style = common::Shown { all: false, narrated: false }.style();
    common::print(|out| terminal::write(analysis, sources, style, out))?;
    Err(Failure(why.to(analysis.lang).to_owned()))
}

/// The application with this id. `party`: what to tell of the id of a party, after that it is one.
pub fn application(analysis: &Analysis, id: &str, party: Text) -> Result<Id<Application>, Failure> {
    let landscape = &analysis.landscape;
    landscape.applications.find(id).ok_or_else(|| {
        let lang = analysis.lang;
        if landscape.parties.find(id).is_some() {
            let (id, party) = (shown(id), party.to(lang));
            return Failure(
                say!(lang, en: "`{id}` is a party; {party}", nl: "`{id}` is een partij; {party}"),
            );
        }
        let what = Text { en: "application", nl: "applicatie" };
        unknown(what, id, landscape.applications.items().iter().map(|it| (&*it.id, &**it.name)), lang)
    })
}

/// The party with this id.
pub fn party(analysis: &Analysis, id: &str) -> Result<Id<Party>, Failure> {
    let parties = &analysis.landscape.parties;
    let what = Text { en: "party", nl: "partij" };
    parties.find(id).ok_or_else(|| {
        unknown(what, id, parties.items().iter().map(|it| (&*it.id, &**it.name)), analysis.lang)
    })
}

/// The category of data with this id.
pub fn data(analysis: &Analysis, id: &str) -> Result<Id<Data>, Failure> {
    let data = &analysis.landscape.data;
    let what = Text { en: "category of data", nl: "gegevenscategorie" };
    data.find(id)
        .ok_or_else(|| unknown(what, id, data.items().iter().map(|it| (&*it.id, &**it.name)), analysis.lang))
}

/// The application or party with this id.
pub fn endpoint(analysis: &Analysis, id: &str) -> Result<Endpoint, Failure> {
    let landscape = &analysis.landscape;
    let application = landscape.applications.find(id).map(Endpoint::Application);
    let found = application.or_else(|| landscape.parties.find(id).map(Endpoint::Party));
    found.ok_or_else(|| {
        let what = Text { en: "application or party", nl: "applicatie of partij" };
        let applications = landscape.applications.items().iter().map(|it| (&*it.id, &**it.name));
        let known = applications.chain(landscape.parties.items().iter().map(|it| (&*it.id, &**it.name)));
        unknown(what, id, known, analysis.lang)
    })
}

/// That nothing has this id, and what may be meant.
fn unknown<'a>(what: Text, id: &str, known: impl Iterator<Item = (&'a str, &'a str)>, lang: Lang) -> Failure {
    let (near, id, what) = (meant(id, &known.collect::<Vec<_>>()), shown(id), what.to(lang));
    Failure(match near {
        Some(near) => say!(
            lang,
            en: "there is no {what} `{id}`; did you mean `{near}`?",
            nl: "er is geen {what} `{id}`; bedoelt u `{near}`?",
        ),
        None => say!(lang, en: "there is no {what} `{id}`", nl: "er is geen {what} `{id}`"),
    })
}
