//! An application is breached: what was in it, about whom, who must be told by whom and by when, and where the same
//! data runs. Only what a landscape can tell; whether anyone is at risk, it can't.

mod deadline;
mod parties;
mod passages;
mod stakes;
mod subjects;

pub use self::{
    deadline::{Duty, HOURS, Moment, deadline},
    parties::{NamedBy, Processor, Responsible},
    passages::Passage,
    stakes::{Stake, Weight},
    subjects::Subjects,
};
use crate::{
    analysis::Analysis,
    model::{Application, Endpoint, Id},
    rules::{Facts, LinkFacts},
};

/// What a landscape can tell of the breach of an application.
#[derive(Clone, Debug)]
pub struct Breach {
    /// The application.
    pub application: Id<Application>,
    /// The personal data that it holds or may hold, the weightiest first. None: as far as is declared, it has none.
    pub stakes: Vec<Stake>,
    /// The groups of people whom that data is about.
    pub subjects: Subjects,
    /// Who answers for it, and who works for those.
    pub responsible: Responsible,
    /// The steps on which that data runs on from here, in reading order; those that it may make come last.
    pub downstream: Vec<Passage>,
    /// The steps on which that data comes here, in reading order.
    pub upstream: Vec<Passage>,
}

/// Works out what the breach of an application means, as of the reference date of the analysis.
#[must_use]
pub fn breach(analysis: &Analysis, application: Id<Application>) -> Breach {
    let facts = Facts::new(&analysis.landscape, &[], analysis.date, analysis.lang);
    let end = Endpoint::Application(application);
    let touches =
        |link: &&LinkFacts<'_>| link.link.ends().contains(&end) && (link.personal || link.unknown_content());
    let links: Vec<_> = facts.links.iter().filter(touches).collect();
    let stakes = stakes::stakes(&facts, end);
    let (downstream, upstream) = passages::passages(analysis, facts.flow(), end, &stakes);
    Breach {
        application,
        subjects: subjects::subjects(&facts, &links),
        responsible: parties::responsible(&facts, application, &links),
        stakes,
        downstream,
        upstream,
    }
}

impl Breach {
    /// Whether personal data is declared, listed or not: not only links that don't say what they carry.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.stakes.iter().any(|stake| stake.weight != Weight::Unknown)
    }

    /// What weighs more than other personal data, and so raises the risk.
    pub fn raises_risk(&self) -> impl Iterator<Item = &Stake> {
        self.stakes.iter().filter(|stake| stake.weight.raises_risk())
    }
}
