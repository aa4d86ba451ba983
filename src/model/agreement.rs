//! `[agreement.ID]`: an agreement between parties about data.

use serde::Deserialize;

use super::{Date, Id, List, Party, Processing};
use crate::source::Spanned;

/// An agreement between two or more parties.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// What people call it.
    pub name: Option<Spanned<Box<str>>>,
    /// What sort of agreement it is.
    pub kind: Spanned<AgreementKind>,
    /// Between whom: two or more.
    pub parties: List<Id<Party>>,
    /// When it was signed.
    pub signed: Option<Spanned<Date>>,
    /// The last day that it holds.
    pub expires: Option<Spanned<Date>>,
    /// The processing activities that it is about.
    #[serde(default)]
    pub covers: List<Id<Processing>>,
    /// Which of the clauses that GDPR art. 28(3) asks for stand in it.
    #[serde(default)]
    pub clauses: List<Clause>,
    /// What protects data that leaves the EEA under it (GDPR art. 46).
    pub safeguard: Option<Spanned<Safeguard>>,
    /// Where to find it.
    pub document: Option<Spanned<Box<str>>>,
}

/// What sort of agreement it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgreementKind {
    /// Verwerkersovereenkomst (GDPR art. 28).
    Processor,
    /// Between joint controllers (GDPR art. 26).
    JointControllers,
    /// Convenant: two controllers that exchange data. What counts when the kind can't be read.
    #[default]
    Exchange,
}

/// A clause that GDPR art. 28(3) asks of a processor agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Clause {
    /// Only on documented instructions.
    A,
    /// Confidentiality.
    B,
    /// Security (art. 32).
    C,
    /// Sub-processors.
    D,
    /// Help with the rights of data subjects.
    E,
    /// Help with art. 32 to 36.
    F,
    /// Erase or return at the end.
    G,
    /// Information and audits.
    H,
}

/// What protects personal data that leaves the EEA (GDPR art. 46, or certification under an adequacy decision).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Safeguard {
    /// Standard contractual clauses (art. 46(2)(c)).
    StandardContractualClauses,
    /// Binding corporate rules (art. 47).
    BindingCorporateRules,
    /// Certified under the EU-US Data Privacy Framework.
    DpfCertified,
}
