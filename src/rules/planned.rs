//! Rules of the language that this version doesn't judge by yet. A landscape may name them; every output
//! says that they were not assessed.

/// Their ids, by group.
pub const PLANNED: &[&str] = &[
    "no-processing",
    "no-purpose",
    "no-legal-basis",
    "basis-without-law",
    "legitimate-interests-by-authority",
    "special-category-without-exception",
    "criminal-data-without-law",
    "national-id-without-law",
    "excess-data",
    "recipient-not-allowed",
    "no-retention",
    "missing-dpia",
    "transfer-outside-eea",
    "unknown-location",
    "unsourced-data",
    "purpose-drift",
    "policy-violation",
];
