//! Rules of the language that this version doesn't judge by yet. A landscape may name them; every output
//! says that they were not assessed.

/// Their ids, by group.
pub const PLANNED: &[&str] = &[
    "unrelated-controller",
    "missing-processor-agreement",
    "unknown-operator",
    "expired-agreement",
    "agreement-expires-soon",
    "incomplete-processor-agreement",
    "missing-joint-arrangement",
    "missing-exchange-agreement",
    "unsourced-data",
    "purpose-drift",
    "policy-violation",
    "no-access-logging",
    "no-role-based-access",
    "no-owner",
    "retired-application",
    "unsupported-application",
    "orphan-application",
    "self-link",
    "expired-acceptance",
    "unused-acceptance",
    "unused-declaration",
    "stale-judgement",
    "overdue-action",
];
