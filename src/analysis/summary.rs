//! What is to be said of each link, and the counts that add up.

use rustc_hash::FxHashMap;

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
    NotNeeded,
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
    let retired =
        LinkVerdict { current: false, personal: false, controlled: false, security: Security::NotNeeded };
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
            _ if !link.personal => Security::NotNeeded,
            Assurance::Encrypted | Assurance::ClosedNetwork if warned.contains_key(&*link.link.id) => {
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
            controlled: !facts.controllers(link.link).is_empty(),
            security,
        };
    }
    verdicts
}

/// The subjects of which some rule on security has something to say.
fn warned(findings: &[Finding]) -> FxHashMap<&str, ()> {
    let security = findings.iter().filter(|finding| finding.rule.group == Group::Security);
    security.map(|finding| (finding.subject.as_str(), ())).collect()
}

/// The counts of a judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Applications.
    pub applications: usize,
    /// Links that carry data or will.
    pub links: usize,
    /// Links with personal data.
    pub personal_links: usize,
    /// Those of them that are marked secure, with the mark borne out.
    pub secured_personal_links: usize,
    /// Those of the secured ones that something asks attention for.
    pub attention_personal_links: usize,
    /// Those of them that aren't, or whose mark is contradicted.
    pub unsecured_personal_links: usize,
    /// Links of which it isn't known what they carry; they are no personal links, nor known not to be.
    pub unknown_links: usize,
    /// Links with personal data that someone is responsible for.
    pub controlled_personal_links: usize,
    /// Findings that fail the check.
    pub deny: usize,
    /// Findings that don't.
    pub warn: usize,
    /// Findings that someone answers for.
    pub accepted: usize,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn new(landscape: &Landscape, links: &[LinkVerdict], findings: &[Finding]) -> Self {
        let links = || links.iter().filter(|link| link.current);
        let personal = || links().filter(|link| link.personal);
        let of = |wanted: &[Security]| personal().filter(|link| wanted.contains(&link.security)).count();
        let counted = |level| findings.iter().filter(|it| it.level == level && !it.accepted).count();
        Self {
            applications: landscape.applications.len(),
            links: links().count(),
            personal_links: personal().count(),
            secured_personal_links: of(&[Security::Secured, Security::Attention]),
            attention_personal_links: of(&[Security::Attention]),
            unsecured_personal_links: of(&[Security::NotCredible, Security::NotSecured]),
            unknown_links: links().filter(|it| !it.personal && it.security == Security::Unknown).count(),
            controlled_personal_links: personal().filter(|link| link.controlled).count(),
            deny: counted(Level::Deny),
            warn: counted(Level::Warn),
            accepted: findings.iter().filter(|finding| finding.accepted).count(),
        }
    }

    /// The links with personal data of which it isn't known whether they are secured.
    #[must_use]
    pub const fn unproven_personal_links(&self) -> usize {
        self.personal_links - self.secured_personal_links - self.unsecured_personal_links
    }
}
