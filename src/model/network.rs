//! `[network.ID]`: a network that links run over.

use serde::Deserialize;

use crate::source::Spanned;

/// A network that links run over.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// What people call it.
    pub name: Spanned<Box<str>>,
    /// It lies within the organisation's controlled area (BIO2 8.21.04).
    pub controlled: Option<Spanned<bool>>,
    /// The network itself encrypts what runs over it, as a VPN does.
    pub encrypted: Option<Spanned<bool>>,
}

impl Network {
    /// Known to lie within the controlled area.
    #[must_use]
    pub fn is_controlled(&self) -> bool {
        self.controlled.as_ref().is_some_and(|it| it.value)
    }

    /// Known to encrypt.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.encrypted.as_ref().is_some_and(|it| it.value)
    }
}
