//! A trace as one JSON object: every step with its link, who has the category, and the way that was asked.

use std::{collections::BTreeMap, io};

use serde::Serialize;

use super::compact;
use crate::{
    analysis::{Analysis, Security},
    follow::trace::{Start, Trace, named_at},
    graph::{Hop, Origin},
    model::Endpoint,
    rules::controllers,
    source::Sources,
};

#[derive(Serialize)]
struct Report<'a> {
    version: u8,
    landscape: &'a str,
    date: String,
    data: Category<'a>,
    from: Option<End<'a>>,
    to: Option<End<'a>>,
    starts: Vec<Origins<'a>>,
    reached: Vec<Reached<'a>>,
    steps: Vec<Step<'a>>,
    /// Indices into `steps`; none: it was not asked, or there is none.
    way: Option<Vec<usize>>,
    possible: Possible<'a>,
}

#[derive(Serialize)]
struct Category<'a> {
    id: &'a str,
    name: &'a str,
    class: &'static str,
}

/// An application or party: ids are one namespace each, so that its kind must be said.
#[derive(Serialize)]
struct End<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Origins<'a> {
    #[serde(flatten)]
    end: End<'a>,
    origin: &'static str,
}

#[derive(Serialize)]
struct Reached<'a> {
    #[serde(flatten)]
    end: End<'a>,
    /// How many steps it takes to come there.
    steps: u32,
    /// The last of them, as an index into `steps`.
    by: Option<usize>,
}

#[derive(Serialize)]
struct Step<'a> {
    link: &'a str,
    answer: bool,
    from: End<'a>,
    to: End<'a>,
    protocol: Option<&'a str>,
    security: &'static str,
    controllers: Vec<&'a str>,
    file: &'a str,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Possible<'a> {
    steps: Vec<Step<'a>>,
    ends: Vec<End<'a>>,
    way: Option<Vec<Step<'a>>>,
}

/// Writes the object and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    analysis: &Analysis,
    trace: &Trace,
    sources: &Sources,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let printer = Printer { analysis, trace, sources };
    let index: BTreeMap<Hop, usize> = trace.steps.iter().copied().zip(0..).collect();
    let data = analysis.landscape.data.get(trace.asked.data);
    let reached = trace.places.iter().map(|place| Reached {
        end: printer.end(place.end),
        steps: place.steps,
        by: place.last.and_then(|hop| index.get(&hop).copied()),
    });
    let way = trace.way.as_ref().map(|way| way.iter().filter_map(|hop| index.get(hop).copied()).collect());
    let report = Report {
        version: 1,
        landscape: analysis.landscape.name(),
        date: analysis.date.to_string(),
        data: Category { id: &data.id, name: &data.table.name.value, class: data.class.value.key() },
        from: trace.asked.from.map(|end| printer.end(end)),
        to: trace.asked.to.map(|end| printer.end(end)),
        starts: trace.starts.iter().map(|start| printer.start(*start)).collect(),
        reached: reached.collect(),
        steps: printer.steps(&trace.steps),
        way,
        possible: Possible {
            steps: printer.steps(&trace.possible.steps),
            ends: trace.possible.ends.iter().map(|end| printer.end(*end)).collect(),
            way: trace.possible.way.as_ref().map(|way| printer.steps(way)),
        },
    };
    compact::write(&report, out)
}

struct Printer<'a> {
    analysis: &'a Analysis,
    trace: &'a Trace,
    sources: &'a Sources,
}

impl<'a> Printer<'a> {
    fn end(&self, end: Endpoint) -> End<'a> {
        let landscape = &self.analysis.landscape;
        let kind = if end.application().is_some() { "application" } else { "party" };
        End { kind, id: landscape.endpoint_id(end), name: landscape.endpoint_name(end) }
    }

    fn start(&self, start: Start) -> Origins<'a> {
        let origin = match start.origin {
            None => "asked",
            Some(Origin::Declared) => "source",
            Some(Origin::Party) => "party",
            Some(Origin::Unlisted) => "unlisted",
            Some(Origin::Unsaid) => "unsaid",
        };
        Origins { end: self.end(start.end), origin }
    }

    fn steps(&self, hops: &[Hop]) -> Vec<Step<'a>> {
        hops.iter().map(|hop| self.step(*hop)).collect()
    }

    fn step(&self, hop: Hop) -> Step<'a> {
        let landscape = &self.analysis.landscape;
        let link = landscape.links.get(hop.link);
        let location = named_at(landscape, hop, self.trace.asked.data);
        let (start, _) = self.sources.positions(location);
        Step {
            link: &link.id,
            answer: hop.answer,
            from: self.end(hop.from),
            to: self.end(hop.to),
            protocol: link.protocol.as_ref().map(|protocol| &*protocol.value),
            security: word(self.analysis.links[hop.link.index()].security),
            controllers: controllers(landscape, link)
                .iter()
                .map(|id| &*landscape.parties.get(*id).id)
                .collect(),
            file: self.sources.get(location.source).path(),
            line: start.line,
            column: start.column,
        }
    }
}

/// A state as programs read it.
const fn word(security: Security) -> &'static str {
    match security {
        Security::NoPersonalData => "no-personal-data",
        Security::Secured => "secured",
        Security::Attention => "attention",
        Security::Unknown => "unknown",
        Security::NotCredible => "not-credible",
        Security::NotSecured => "not-secured",
    }
}
