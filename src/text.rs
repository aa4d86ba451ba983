//! Every sentence a person reads, in Dutch and English side by side.
//!
//! Fixed sentences are a [`Text`]; sentences with something filled in are made by [`say!`].
//! Imports nothing, so that every layer can speak.

use std::fmt;

use serde::Deserialize;

/// A language that people read the results in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    En,
    /// Dutch, the default of a landscape.
    #[default]
    Nl,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 tag, as `lang` attributes want it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.tag())
    }
}

/// One fixed sentence in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In English.
    pub en: &'static str,
    /// In Dutch.
    pub nl: &'static str,
}

impl Text {
    /// The sentence in `lang`.
    #[must_use]
    pub const fn to(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Nl => self.nl,
        }
    }
}

/// A sentence with something filled in, written in both languages and made in one:
/// `say!(lang, en: "{n} links", nl: "{n} koppelingen")`.
#[macro_export]
macro_rules! say {
    ($lang:expr, en: $en:literal, nl: $nl:literal $(,)?) => {
        match $lang {
            $crate::text::Lang::En => format!($en),
            $crate::text::Lang::Nl => format!($nl),
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_made_in_one_language() {
        let n = 3;
        assert_eq!(say!(Lang::Nl, en: "{n} links", nl: "{n} koppelingen"), "3 koppelingen");
        assert_eq!(say!(Lang::En, en: "{n} links", nl: "{n} koppelingen"), "3 links");
    }
}
