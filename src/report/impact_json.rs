//! What breaks, as one JSON object: a contract with other programs (`docs/language.md`, last section).

use std::io;

use serde::Serialize;

use super::compact;
use crate::{
    analysis::Analysis,
    follow::{
        impact::{self, Fate, Impact, Supply},
        weak_spots::{self, WeakSpots},
    },
    graph::{self, Origin, SingleSource, Size, SoleCarrier},
    model::{Data, Endpoint, Id, Landscape, Link},
    source::{Location, Sources},
};

#[derive(Serialize)]
struct Answer<'a> {
    version: u8,
    landscape: &'a str,
    date: String,
    application: End<'a>,
    links: Vec<Line<'a>>,
    activities: Vec<Activity<'a>>,
    without_activity: Vec<&'a str>,
    data: Vec<Row<'a>>,
    unlisted: Vec<&'a str>,
    cut_off: Vec<Vec<End<'a>>>,
}

/// An application or party.
#[derive(Serialize)]
struct End<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a str,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    from: &'a str,
    to: &'a str,
    data: Vec<&'a str>,
    returns: Vec<&'a str>,
    personal_data: Option<bool>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Activity<'a> {
    id: &'a str,
    name: &'a str,
    lost: usize,
    links: usize,
    file: &'a str,
    line: usize,
}

/// What becomes of a category at an application or party.
#[derive(Serialize)]
struct Row<'a> {
    to: &'a str,
    category: &'a str,
    direct: bool,
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sourced: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    over: Option<&'a str>,
}

#[derive(Serialize)]
struct Overview<'a> {
    version: u8,
    landscape: &'a str,
    date: String,
    carriers: Vec<Carrier<'a>>,
    cut_points: Vec<CutPoint<'a>>,
    sources: Vec<Source<'a>>,
    unlisted: Vec<&'a str>,
}

#[derive(Serialize)]
struct Carrier<'a> {
    application: End<'a>,
    categories: Vec<Starved<'a>>,
}

#[derive(Serialize)]
struct Starved<'a> {
    category: &'a str,
    starts: bool,
    applications: usize,
    parties: usize,
}

#[derive(Serialize)]
struct CutPoint<'a> {
    application: End<'a>,
    parts: usize,
    applications: usize,
    parties: usize,
}

#[derive(Serialize)]
struct Source<'a> {
    category: &'a str,
    source: End<'a>,
    origin: &'static str,
    applications: usize,
    parties: usize,
}

/// Writes what breaks when an application is switched off, and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write(
    impact: &Impact,
    analysis: &Analysis,
    sources: &Sources,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let names = Names { landscape: &analysis.landscape, sources };
    let ids = |links: &[Id<Link>]| links.iter().map(|link| names.link(*link)).collect();
    let answer = Answer {
        version: 1,
        landscape: analysis.landscape.name(),
        date: analysis.date.to_string(),
        application: names.end(Endpoint::Application(impact.application)),
        links: impact.links.iter().map(|link| names.line(*link)).collect(),
        activities: impact.activities.iter().map(|it| names.activity(it)).collect(),
        without_activity: ids(&impact.without_activity),
        data: impact.data.iter().map(|supply| names.row(supply)).collect(),
        unlisted: ids(&impact.unlisted),
        cut_off: impact.cut_off.iter().map(|part| part.iter().map(|end| names.end(*end)).collect()).collect(),
    };
    compact::write(&answer, out)
}

/// Writes on which applications the most depends, and a line break.
///
/// # Errors
/// When `out` can't be written to.
pub fn write_all(
    spots: &WeakSpots,
    analysis: &Analysis,
    sources: &Sources,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let names = Names { landscape: &analysis.landscape, sources };
    let overview = Overview {
        version: 1,
        landscape: analysis.landscape.name(),
        date: analysis.date.to_string(),
        carriers: spots.carriers.iter().map(|it| names.carrier(it)).collect(),
        cut_points: spots.cut_points.iter().map(|it| names.cut_point(it)).collect(),
        sources: spots.sources.iter().map(|it| names.source(it)).collect(),
        unlisted: spots.unlisted.iter().map(|link| names.link(*link)).collect(),
    };
    compact::write(&overview, out)
}

#[derive(Clone, Copy)]
struct Names<'a> {
    landscape: &'a Landscape,
    sources: &'a Sources,
}

impl<'a> Names<'a> {
    fn place(self, location: Location) -> (&'a str, usize) {
        (self.sources.get(location.source).path(), self.sources.positions(location).0.line)
    }

    fn end(self, end: Endpoint) -> End<'a> {
        let (kind, header) = match end {
            Endpoint::Application(id) => ("application", self.landscape.applications.get(id).header),
            Endpoint::Party(id) => ("party", self.landscape.parties.get(id).header),
        };
        let (file, line) = self.place(header);
        let name = self.landscape.endpoint_name(end);
        End { kind, id: self.landscape.endpoint_id(end), name, file, line }
    }

    fn link(self, link: Id<Link>) -> &'a str {
        &self.landscape.links.get(link).id
    }

    fn category(self, category: Id<Data>) -> &'a str {
        &self.landscape.data.get(category).id
    }

    fn line(self, id: Id<Link>) -> Line<'a> {
        let item = self.landscape.links.get(id);
        let [from, to] = item.ends().map(|end| self.landscape.endpoint_id(end));
        let (file, line) = self.place(item.header);
        Line {
            id: &item.id,
            from,
            to,
            data: item.data.values().map(|it| self.category(it)).collect(),
            returns: item.returns.values().map(|it| self.category(it)).collect(),
            personal_data: item.personal_data.as_ref().map(|it| it.value),
            file,
            line,
        }
    }

    fn activity(self, activity: &impact::Activity) -> Activity<'a> {
        let item = self.landscape.processing.get(activity.processing);
        let (file, line) = self.place(item.header);
        Activity { id: &item.id, name: &item.name, lost: activity.lost, links: activity.links, file, line }
    }

    fn row(self, supply: &Supply) -> Row<'a> {
        let (fate, sourced, source, over) = match supply.fate {
            Fate::Lost { sourced } => ("lost", Some(sourced), None, None),
            Fate::Unknown => ("unknown", None, None, None),
            Fate::Stays { source, over } => ("stays", None, Some(source), over),
        };
        Row {
            to: self.landscape.endpoint_id(supply.end),
            category: self.category(supply.category),
            direct: supply.direct,
            fate,
            sourced,
            source: source.map(|end| self.landscape.endpoint_id(end)),
            over: over.map(|link| self.link(link)),
        }
    }

    fn carrier(self, carrier: &weak_spots::Carrier) -> Carrier<'a> {
        let starved = |it: &SoleCarrier| {
            let Size { applications, parties } = it.starved;
            Starved { category: self.category(it.category), starts: it.starts, applications, parties }
        };
        Carrier {
            application: self.end(Endpoint::Application(carrier.application)),
            categories: carrier.categories.iter().map(starved).collect(),
        }
    }

    fn cut_point(self, point: &graph::CutPoint) -> CutPoint<'a> {
        let Size { applications, parties } = point.cut_off;
        let application = self.end(Endpoint::Application(point.application));
        CutPoint { application, parts: point.parts, applications, parties }
    }

    fn source(self, source: &SingleSource) -> Source<'a> {
        let Size { applications, parties } = source.dependents;
        let origin = match source.origin {
            Origin::Declared => "declared",
            Origin::Party => "party",
            Origin::Unlisted => "unlisted",
            Origin::Unsaid => "unsaid",
        };
        let category = self.category(source.category);
        Source { category, source: self.end(source.source), origin, applications, parties }
    }
}
