//! The breach as one JSON object: a contract with other programs (`docs/language.md`, last section).

use std::io;

use jiff::Zoned;
use serde::Serialize;

use super::Told;
use crate::{
    analysis::Security,
    follow::breach::{HOURS, Moment, NamedBy, Passage, Processor, Stake, deadline},
    graph::{Category, Hop},
    model::{Endpoint, Id, Party},
    report::compact,
};

#[derive(Serialize)]
struct Breach<'a> {
    version: u8,
    landscape: &'a str,
    date: String,
    application: Application<'a>,
    /// When the controller became aware; a day, or a time with its offset.
    at: Option<String>,
    duty: Duty,
    controllers: Controllers<'a>,
    operator: Option<&'a str>,
    processors: Vec<ProcessorRow<'a>>,
    data: Vec<Row<'a>>,
    subjects: Subjects<'a>,
    downstream: Vec<Step<'a>>,
    upstream: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Application<'a> {
    id: &'a str,
    name: &'a str,
    owner: Option<&'a str>,
    access_logging: Option<bool>,
}

#[derive(Serialize)]
struct Duty {
    law: Option<&'static str>,
    hours: Option<i64>,
    deadline: Option<String>,
}

#[derive(Serialize)]
struct Controllers<'a> {
    named_by: Option<&'static str>,
    parties: Vec<PartyRow<'a>>,
}

#[derive(Serialize)]
struct PartyRow<'a> {
    id: &'a str,
    name: &'a str,
    contact: Option<&'a str>,
    dpo: Option<&'a str>,
}

#[derive(Serialize)]
struct ProcessorRow<'a> {
    #[serde(flatten)]
    party: PartyRow<'a>,
    runs: bool,
    agreements: Vec<&'a str>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    class: &'static str,
    raises_risk: bool,
    source: bool,
    received: Vec<Via<'a>>,
    sent: Vec<Via<'a>>,
}

/// A link, and who is at its other end.
#[derive(Serialize)]
struct Via<'a> {
    link: &'a str,
    with: &'a str,
}

#[derive(Serialize)]
struct Subjects<'a> {
    groups: Vec<Group<'a>>,
    without_group: Vec<&'a str>,
    without_processing: Vec<&'a str>,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    processing: Vec<&'a str>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of its own")]
struct Step<'a> {
    link: &'a str,
    answer: bool,
    from: &'a str,
    to: &'a str,
    data: Vec<&'a str>,
    unlisted: bool,
    direct: bool,
    certain: bool,
    security: &'static str,
}

/// Writes the breach, and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(told: &Told<'_>, out: &mut impl io::Write) -> io::Result<()> {
    let (breach, landscape) = (told.breach, &told.analysis.landscape);
    let application = told.application();
    let text = |text: &'_ Option<crate::source::Spanned<Box<str>>>| text.as_ref().map(|it| it.to_string());
    let owner = text(&application.owner);
    let responsible = &breach.responsible;
    compact::write(
        &Breach {
            version: 1,
            landscape: landscape.name(),
            date: told.analysis.date.to_string(),
            application: Application {
                id: &application.id,
                name: &application.name,
                owner: owner.as_deref(),
                access_logging: application.access_logging.as_ref().map(|it| it.value),
            },
            at: told.moment.map(|moment| match moment {
                Moment::Day(day) => day.to_string(),
                Moment::Time(time) => iso(time),
            }),
            duty: duty(told),
            controllers: Controllers {
                named_by: match responsible.named_by {
                    NamedBy::Application => Some("application"),
                    NamedBy::Links => Some("links"),
                    NamedBy::Nothing => None,
                },
                parties: responsible.controllers.iter().map(|id| party(told, *id)).collect(),
            },
            operator: responsible.operator.map(|id| &*landscape.parties.get(id).id),
            processors: responsible.processors.iter().map(|it| processor(told, it)).collect(),
            data: breach.stakes.iter().map(|stake| row(told, stake)).collect(),
            subjects: subjects(told),
            downstream: breach.downstream.iter().map(|it| step(told, it)).collect(),
            upstream: breach.upstream.iter().map(|it| step(told, it)).collect(),
        },
        out,
    )
}

/// A time with the offset of the Netherlands at that time.
fn iso(time: &Zoned) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

fn duty(told: &Told<'_>) -> Duty {
    let law = if told.breach.stakes.is_empty() { None } else { told.duty().law() };
    let deadline = told.moment.filter(|_| law.is_some()).and_then(deadline);
    Duty { law: law.map(|law| law.id), hours: law.map(|_| HOURS), deadline: deadline.map(|it| iso(&it)) }
}

fn party<'a>(told: &Told<'a>, id: Id<Party>) -> PartyRow<'a> {
    let party = told.analysis.landscape.parties.get(id);
    PartyRow {
        id: &party.id,
        name: &party.name,
        contact: party.contact.as_ref().map(|it| &*it.value),
        dpo: party.dpo.as_ref().map(|it| &*it.value),
    }
}

fn processor<'a>(told: &Told<'a>, processor: &Processor) -> ProcessorRow<'a> {
    let agreements = &told.analysis.landscape.agreements;
    ProcessorRow {
        party: party(told, processor.party),
        runs: processor.runs,
        agreements: processor.agreements.iter().map(|id| &*agreements.get(*id).id).collect(),
    }
}

fn row<'a>(told: &Told<'a>, stake: &Stake) -> Row<'a> {
    let landscape = &told.analysis.landscape;
    let data = stake.category.listed().map(|id| landscape.data.get(id));
    let via = |hops: &[Hop], with: fn(&Hop) -> Endpoint| {
        let via = hops.iter().map(|hop| Via {
            link: &landscape.links.get(hop.link).id,
            with: landscape.endpoint_id(with(hop)),
        });
        via.collect()
    };
    Row {
        id: data.map(|data| &*data.id),
        name: data.map(|data| &*data.name.value),
        class: stake.weight.key(),
        raises_risk: stake.weight.raises_risk(),
        source: stake.source,
        received: via(&stake.received, |hop| hop.from),
        sent: via(&stake.sent, |hop| hop.to),
    }
}

fn subjects<'a>(told: &Told<'a>) -> Subjects<'a> {
    let (landscape, subjects) = (&told.analysis.landscape, &told.breach.subjects);
    let activity = |id: &Id<crate::model::Processing>| &*landscape.processing.get(*id).id;
    let group = |(name, of): &'a (String, Vec<Id<crate::model::Processing>>)| Group {
        name,
        processing: of.iter().map(activity).collect(),
    };
    Subjects {
        groups: subjects.groups.iter().map(group).collect(),
        without_group: subjects.silent.iter().map(activity).collect(),
        without_processing: subjects.unserved.iter().map(|id| &*landscape.links.get(*id).id).collect(),
    }
}

fn step<'a>(told: &Told<'a>, passage: &Passage) -> Step<'a> {
    let landscape = &told.analysis.landscape;
    Step {
        link: &landscape.links.get(passage.hop.link).id,
        answer: passage.hop.answer,
        from: landscape.endpoint_id(passage.hop.from),
        to: landscape.endpoint_id(passage.hop.to),
        data: passage.categories.listed().map(|id| &*landscape.data.get(id).id).collect(),
        unlisted: passage.categories.iter().any(|it| matches!(it, Category::Unlisted | Category::Unknown)),
        direct: passage.direct,
        certain: passage.certain,
        security: security(passage.security),
    }
}

const fn security(security: Security) -> &'static str {
    match security {
        Security::NoPersonalData => "no-personal-data",
        Security::Secured => "secured",
        Security::Attention => "attention",
        Security::Unknown => "unknown",
        Security::NotCredible => "not-credible",
        Security::NotSecured => "not-secured",
    }
}
