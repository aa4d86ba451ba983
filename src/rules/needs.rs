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

/// `controller` or `operator` on an application.
pub const CONTROLLER_OR_OPERATOR: Need = Need {
    name: "controller, operator",
    used: |landscape| {
        landscape.applications.items().iter().any(|it| !it.controller.is_empty() || it.operator.is_some())
    },
};

/// `operator` on an application.
pub const OPERATOR: Need = Need {
    name: "operator",
    used: |landscape| landscape.applications.items().iter().any(|it| it.operator.is_some()),
};

/// An agreement.
pub const AGREEMENT: Need =
    Need { name: "[agreement.*]", used: |landscape| !landscape.agreements.is_empty() };

/// `expires` on an agreement.
pub const EXPIRES: Need = Need {
    name: "expires",
    used: |landscape| landscape.agreements.items().iter().any(|it| it.expires.is_some()),
};

/// `clauses` on an agreement.
pub const CLAUSES: Need = Need {
    name: "clauses",
    used: |landscape| landscape.agreements.items().iter().any(|it| !it.clauses.is_empty()),
};

/// `access_logging` on an application.
pub const ACCESS_LOGGING: Need = Need {
    name: "access_logging",
    used: |landscape| landscape.applications.items().iter().any(|it| it.access_logging.is_some()),
};

/// `role_based_access` on an application.
pub const ROLE_BASED_ACCESS: Need = Need {
    name: "role_based_access",
    used: |landscape| landscape.applications.items().iter().any(|it| it.role_based_access.is_some()),
};

/// `owner` on an application.
pub const OWNER: Need = Need {
    name: "owner",
    used: |landscape| landscape.applications.items().iter().any(|it| it.owner.is_some()),
};

/// `end_of_support` on an application.
pub const END_OF_SUPPORT: Need = Need {
    name: "end_of_support",
    used: |landscape| landscape.applications.items().iter().any(|it| it.end_of_support.is_some()),
};

/// `source_of` on an application.
pub const SOURCE_OF: Need = Need {
    name: "source_of",
    used: |landscape| landscape.applications.items().iter().any(|it| !it.source_of.is_empty()),
};

/// A policy.
pub const POLICY: Need = Need { name: "[policy.*]", used: |landscape| !landscape.policies.is_empty() };

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
