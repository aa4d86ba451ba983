//! A domain with more around it than can be read in one picture, as several: each application is in one of them, with
//! all its links.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{MOST, plans::AT_ONCE};
use crate::{
    model::{Application, Endpoint, Id, Landscape},
    view::{Part, Plan, Subject},
};

/// So many applications and parties can surely be read on an A3.
const READABLE: usize = 18;

/// More pictures of one domain than this nobody leafs through.
const MOST_PARTS: usize = 8;

/// The same picture, or its parts where it is one of a domain that is too large. One that is still too large then
/// stays whole, to be summed up.
pub fn split(landscape: &Landscape, plan: Plan) -> Vec<Plan> {
    let Subject::Domain(domain) = &plan.subject else { return vec![plan] };
    let all = stars(landscape, domain);
    if all.iter().flat_map(|star| &star.around).collect::<BTreeSet<_>>().len() <= AT_ONCE {
        return vec![plan];
    }
    let most = |parts: &[Pile]| parts.iter().map(|part| part.reach.len()).max().unwrap_or_default();
    let ways = (2..=MOST_PARTS.min(all.len())).map(|count| deal(&all, count));
    let parts = ways.min_by_key(|parts| (most(parts).max(READABLE), parts.len())).unwrap_or_default();
    if parts.is_empty() || most(&parts) > MOST {
        return vec![plan];
    }
    let of = parts.len();
    let part = |(number, part): (usize, Pile)| Plan {
        name: format!("{}-{number}", plan.name),
        subject: Subject::Part(Part { domain: domain.clone(), applications: part.applications, number, of }),
    };
    (1..).zip(parts).map(part).collect()
}

/// An application with everything that it is linked to.
struct Star {
    application: Id<Application>,
    around: BTreeSet<Endpoint>,
}

/// The applications of a domain, those with the most around them first.
fn stars(landscape: &Landscape, domain: &str) -> Vec<Star> {
    let ours = landscape.applications.iter();
    let ours = ours.filter(|(_, it)| it.domain.as_ref().is_some_and(|own| &*own.value == domain));
    let own = |id| (id, BTreeSet::from([Endpoint::Application(id)]));
    let mut around: BTreeMap<Id<Application>, BTreeSet<Endpoint>> = ours.map(|(id, _)| own(id)).collect();
    for ends in landscape.current_links().map(|(_, link)| link.ends()) {
        for application in ends.iter().filter_map(|end| end.application()) {
            if let Some(around) = around.get_mut(&application) {
                around.extend(ends);
            }
        }
    }
    let mut all: Vec<Star> =
        around.into_iter().map(|(application, around)| Star { application, around }).collect();
    all.sort_by_key(|star| (Reverse(star.around.len()), star.application));
    all
}

/// Applications for one picture.
struct Pile {
    applications: Vec<Id<Application>>,
    /// All that the picture shows.
    reach: BTreeSet<Endpoint>,
}

/// So many parts: the busiest applications each begin one, and every other joins the part to which it adds least.
fn deal(all: &[Star], count: usize) -> Vec<Pile> {
    let (first, others) = all.split_at(count.min(all.len()));
    let begin = |star: &Star| Pile { applications: vec![star.application], reach: star.around.clone() };
    let mut parts: Vec<Pile> = first.iter().map(begin).collect();
    for star in others {
        let cost = |part: &Pile| (star.around.difference(&part.reach).count(), part.reach.len());
        if let Some(part) = parts.iter_mut().min_by_key(|part| cost(part)) {
            part.applications.push(star.application);
            part.reach.extend(&star.around);
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
    fn one_that_is_too_large_for_some_pictures_stays_whole_to_be_summed_up() {
        assert_eq!(parts(&landscape(400, 3)), [[]]);
    }

    #[test]
    fn what_hangs_on_one_application_is_not_split() {
        assert_eq!(parts(&landscape(1, 50)), [[]]);
    }
}
