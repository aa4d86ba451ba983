//! What is to be said of each link, and the counts that add up.

use rustc_hash::FxHashSet;

use crate::{
    finding::{Finding, Group, Level},
    model::Landscape,
    rules::{Assurance, Facts},
};

/// What is to be said of the security of a link. It follows from what is declared, not from which rules are
/// allowed or accepted: those can't make a line safer than it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Security {
    /// No personal data goes over it.
    NoPersonalData,
    /// Marked secure, and what is declared bears it out.
    Secured,
    /// The same, with something that asks for attention.
    Attention,
    /// Nobody can say what it carries, whether it is secured, or how.
    Unknown,
    /// Marked secure, but what is declared contradicts it.
    NotCredible,
    /// Declared not to be secured.
    NotSecured,
}

/// What is to be said of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkVerdict {
    /// It carries data or will; of a retired link nothing else is to be said.
    pub current: bool,
    /// Personal data goes over it.
    pub personal: bool,
    /// Someone is responsible for it.
    pub controlled: bool,
    /// Its security.
    pub security: Security,
}

/// Says of each link what is to be said, by its place in the landscape.
#[must_use]
pub fn verdicts(facts: &Facts<'_>, findings: &[Finding]) -> Vec<LinkVerdict> {
    let warned = warned(findings);
    let retired = LinkVerdict {
        current: false,
        personal: false,
        controlled: false,
        security: Security::NoPersonalData,
    };
    let mut verdicts = vec![retired; facts.landscape.links.len()];
    for link in &facts.links {
        let unreadable = link.link.lost.any_of(&[
            "data",
            "returns",
            "personal_data",
            "secure",
            "protocol",
            "tls",
            "network",
        ]);
        let security = match link.assurance {
            _ if unreadable || link.unknown_content() => Security::Unknown,
            _ if !link.personal => Security::NoPersonalData,
            Assurance::Encrypted | Assurance::ClosedNetwork if warned.contains(&*link.link.id) => {
                Security::Attention
            }
            Assurance::Encrypted | Assurance::ClosedNetwork => Security::Secured,
            Assurance::Unexplained | Assurance::Unmarked => Security::Unknown,
            Assurance::Plain | Assurance::InsufficientTls => Security::NotCredible,
            Assurance::Denied => Security::NotSecured,
        };
        verdicts[link.id.index()] = LinkVerdict {
            current: true,
            personal: link.personal,
            controlled: !link.controllers().is_empty(),
            security,
        };
    }
    verdicts
}

/// The subjects of which some rule on security has something to say.
fn warned(findings: &[Finding]) -> FxHashSet<&str> {
    let security = findings.iter().filter(|finding| finding.rule.group == Group::Security);
    security.map(|finding| finding.subject.as_str()).collect()
}

/// How many links there are, and what is to be said of them. The counts add up: every link with personal data
/// is secured, unsecured or unproven.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Links that carry data or will.
    pub links: usize,
    /// Links with personal data.
    pub personal: usize,
    /// Those of them that are marked secure, with the mark borne out.
    pub secured: usize,
    /// Those of the secured ones that something asks attention for.
    pub attention: usize,
    /// Those with personal data that aren't secured, or whose mark is contradicted.
    pub unsecured: usize,
    /// Those with personal data of which it isn't known.
    pub unproven: usize,
    /// Links of which it isn't known what they carry; they are no personal links, nor known not to be.
    pub unknown_content: usize,
    /// Links with personal data that someone is responsible for.
    pub controlled: usize,
}

impl Tally {
    /// Counts the current ones among these links.
    #[must_use]
    pub fn of(links: impl IntoIterator<Item = LinkVerdict>) -> Self {
        let mut tally = Self::default();
        for link in links.into_iter().filter(|link| link.current) {
            let one = usize::from;
            tally.links += 1;
            tally.personal += one(link.personal);
            tally.controlled += one(link.personal && link.controlled);
            match (link.personal, link.security) {
                (true, Security::Secured) => tally.secured += 1,
                (true, Security::Attention) => {
                    tally.secured += 1;
                    tally.attention += 1;
                }
                (true, Security::NotCredible | Security::NotSecured) => tally.unsecured += 1,
                (true, Security::Unknown | Security::NoPersonalData) => tally.unproven += 1,
                (false, Security::Unknown) => tally.unknown_content += 1,
                (false, _) => {}
            }
        }
        tally
    }
}

/// The counts of a judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Applications.
    pub applications: usize,
    /// Links.
    pub tally: Tally,
    /// Findings that fail the check.
    pub deny: usize,
    /// Findings that don't.
    pub warn: usize,
    /// Findings that someone answers for.
    pub accepted: usize,
    /// Findings that were there before, and aren't accepted.
    pub known: usize,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn new(landscape: &Landscape, links: &[LinkVerdict], findings: &[Finding]) -> Self {
        let counted =
            |level| findings.iter().filter(|it| it.level == level && !it.accepted && !it.known).count();
        Self {
            applications: landscape.applications.len(),
            tally: Tally::of(links.iter().copied()),
            deny: counted(Level::Deny),
            warn: counted(Level::Warn),
            accepted: findings.iter().filter(|finding| finding.accepted).count(),
            known: findings.iter().filter(|finding| finding.known).count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_add_up() {
        let all = [
            Security::NoPersonalData,
            Security::Secured,
            Security::Attention,
            Security::Unknown,
            Security::NotCredible,
            Security::NotSecured,
        ];
        let links = all.into_iter().flat_map(|security| {
            [true, false].map(|personal| LinkVerdict {
                current: true,
                personal,
                controlled: personal,
                security,
            })
        });
        let tally = Tally::of(links);
        assert_eq!((tally.links, tally.personal, tally.controlled), (12, 6, 6));
        assert_eq!(tally.secured + tally.unsecured + tally.unproven, tally.personal);
        assert_eq!((tally.secured, tally.attention, tally.unsecured, tally.unknown_content), (2, 1, 2, 1));
    }
}
