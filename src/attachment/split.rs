//! A domain with more around it than can be read in one picture, as several: each application is in one of them, with
//! all its links.

use std::{cmp::Reverse, collections::BTreeSet};

use super::plans::AT_ONCE;
use crate::{
    model::{Application, Endpoint, Id, Landscape},
    view::{Part, Plan, Subject},
};

/// So many applications and parties can surely be read on an A3.
const READABLE: usize = 18;

/// The same picture, or its parts where it is one of a domain that is too large.
pub fn split(landscape: &Landscape, plan: Plan) -> Vec<Plan> {
    let Subject::Domain(domain) = &plan.subject else { return vec![plan] };
    let all = stars(landscape, domain);
    if reach(&all).len() <= AT_ONCE || all.len() < 2 {
        return vec![plan];
    }
    let most = |parts: &[Vec<Star>]| parts.iter().map(|part| reach(part).len()).max().unwrap_or_default();
    let ways = (2..=all.len()).map(|count| deal(&all, count));
    let parts = ways.min_by_key(|parts| (most(parts).max(READABLE), parts.len())).unwrap_or_default();
    let of = parts.len();
    let part = |(number, part): (usize, Vec<Star>)| Plan {
        name: format!("{}-{number}", plan.name),
        subject: Subject::Part(Part {
            domain: domain.clone(),
            applications: part.into_iter().map(|star| star.application).collect(),
            number,
            of,
        }),
    };
    (1..).zip(parts).map(part).collect()
}

/// An application with everything that it is linked to.
#[derive(Clone)]
struct Star {
    application: Id<Application>,
    around: BTreeSet<Endpoint>,
}

/// The applications of a domain, those with the most around them first.
fn stars(landscape: &Landscape, domain: &str) -> Vec<Star> {
    let ours = landscape
        .applications
        .iter()
        .filter(|(_, application)| application.domain.as_ref().is_some_and(|it| &*it.value == domain));
    let star = |(application, _)| {
        let own = Endpoint::Application(application);
        let links = landscape.current_links().map(|(_, link)| link.ends()).filter(|ends| ends.contains(&own));
        Star { application, around: links.flatten().chain([own]).collect() }
    };
    let mut all: Vec<Star> = ours.map(star).collect();
    all.sort_by_key(|star| (Reverse(star.around.len()), star.application));
    all
}

/// All that a picture of these applications shows.
fn reach(part: &[Star]) -> BTreeSet<Endpoint> {
    part.iter().flat_map(|star| star.around.iter().copied()).collect()
}

/// So many parts: the busiest applications each begin one, and every other joins the part to which it adds least.
fn deal(all: &[Star], count: usize) -> Vec<Vec<Star>> {
    let (first, others) = all.split_at(count.min(all.len()));
    let mut parts: Vec<Vec<Star>> = first.iter().map(|star| vec![star.clone()]).collect();
    for star in others {
        let cost = |part: &Vec<Star>| {
            let there = reach(part);
            (star.around.difference(&there).count(), there.len())
        };
        if let Some(part) = parts.iter_mut().min_by_key(|part| cost(part)) {
            part.push(star.clone());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::{load::load, source::Sources};

    /// A domain of some applications, each with so many parties of its own, and one party that they all share.
    fn landscape(applications: usize, parties: usize) -> Landscape {
        let mut text = "[party.all]\nname = 'Allen'\n".to_owned();
        for a in 0..applications {
            writeln!(text, "[application.a{a}]\nname = 'A{a}'\ndomain = 'Zorg'").unwrap();
            writeln!(text, "[[link]]\nfrom = 'a{a}'\nto = 'all'").unwrap();
            for p in 0..parties {
                writeln!(text, "[party.p{a}-{p}]\nname = 'P'\n[[link]]\nfrom = 'a{a}'\nto = 'p{a}-{p}'")
                    .unwrap();
            }
        }
        let mut sources = Sources::default();
        sources.add("a.toml", text);
        load(&sources).landscape
    }

    fn parts(landscape: &Landscape) -> Vec<Vec<Id<Application>>> {
        let plan = Plan { name: "zorg".to_owned(), subject: Subject::Domain("Zorg".to_owned()) };
        let parts = split(landscape, plan).into_iter();
        let of = |plan: Plan| match plan.subject {
            Subject::Part(part) => part.applications,
            _ => Vec::new(),
        };
        parts.map(of).collect()
    }

    #[test]
    fn a_domain_that_can_be_read_stays_whole() {
        assert_eq!(parts(&landscape(4, 5)), [[]], "25 applications and parties");
    }

    #[test]
    fn a_larger_one_is_split_and_each_application_is_in_one_part() {
        let landscape = landscape(6, 7);
        let parts = parts(&landscape);
        assert_eq!(parts.len(), 3, "of 49 applications and parties, 17 in each: {parts:?}");
        let mut all = parts.concat();
        all.sort_unstable();
        assert_eq!(all, landscape.applications.iter().map(|(id, _)| id).collect::<Vec<_>>());
    }

    #[test]
    fn what_hangs_on_one_application_is_not_split() {
        assert_eq!(parts(&landscape(1, 50)), [[]]);
    }
}
