//! Which links start or end where: looked up once, since many rules ask it of every application.

use super::LinkFacts;
use crate::model::{Endpoint, Landscape};

/// The links at each end, in one list: those of one end stand together.
pub struct Ends {
    applications: usize,
    /// By end: where its links start in the list; one more closes the last.
    starts: Vec<u32>,
    /// Places among the links that were asked of.
    links: Vec<u32>,
}

impl Ends {
    /// Looks at every link once.
    pub fn new(landscape: &Landscape, links: &[LinkFacts<'_>]) -> Self {
        let applications = landscape.applications.len();
        let ends = applications + landscape.parties.len();
        let mut starts = vec![0_u32; ends + 1];
        let each = |link: &LinkFacts<'_>| {
            let [from, to] = link.ends;
            [Some(from), Some(to).filter(|to| *to != from)].into_iter().flatten()
        };
        for end in links.iter().flat_map(each) {
            starts[place(applications, end)] += 1;
        }
        // Each start is at first where its links end, and goes down as they are put in, the last of them first.
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut list = vec![0; sum as usize];
        // There are no more than `Id` can count.
        let count = u32::try_from(links.len()).unwrap_or(u32::MAX);
        for (number, link) in (0..count).zip(links).rev() {
            for end in each(link) {
                let start = &mut starts[place(applications, end)];
                *start -= 1;
                list[*start as usize] = number;
            }
        }
        Self { applications, starts, links: list }
    }

    /// The places of the links that start or end here, in reading order, each once.
    pub fn at(&self, end: Endpoint) -> &[u32] {
        let place = place(self.applications, end);
        &self.links[self.starts[place] as usize..self.starts[place + 1] as usize]
    }
}

/// Applications come first, then parties.
const fn place(applications: usize, end: Endpoint) -> usize {
    match end {
        Endpoint::Application(id) => id.index(),
        Endpoint::Party(id) => applications + id.index(),
    }
}
