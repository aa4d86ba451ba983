//! What a landscape must use at least once before some rules can be assessed.

use crate::finding::Need;

/// `tls` on a link.
pub const TLS: Need =
    Need { name: "tls", used: |landscape| landscape.links.items().iter().any(|link| link.tls.is_some()) };

/// `verified` on a link.
pub const VERIFIED: Need = Need {
    name: "verified",
    used: |landscape| landscape.links.items().iter().any(|link| link.verified.is_some()),
};

/// `authentication` on a link.
pub const AUTHENTICATION: Need = Need {
    name: "authentication",
    used: |landscape| landscape.links.items().iter().any(|link| link.authentication.is_some()),
};

/// A processing activity.
pub const PROCESSING: Need =
    Need { name: "[processing.*]", used: |landscape| !landscape.processing.is_empty() };

/// `country` on an application or a party.
pub const COUNTRY: Need = Need {
    name: "country",
    used: |landscape| {
        landscape.applications.items().iter().any(|application| application.country.is_some())
            || landscape.parties.items().iter().any(|party| party.country.is_some())
    },
};
