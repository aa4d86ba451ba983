//! How the NCSC rated each TLS version, by its guidelines of 2014, 2019, 2021 and 2025.

use jiff::civil::{Date, date};

use super::holds;
use crate::text::Text;

/// A version of TLS, or of SSL before it, oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TlsVersion {
    /// SSL 2.0, prohibited by RFC 6176 (2011).
    Ssl2,
    /// SSL 3.0, deprecated by RFC 7568 (2015).
    Ssl3,
    /// TLS 1.0, deprecated by RFC 8996 (2021).
    Tls10,
    /// TLS 1.1, deprecated by RFC 8996 (2021).
    Tls11,
    /// TLS 1.2, RFC 5246.
    Tls12,
    /// TLS 1.3, RFC 8446.
    Tls13,
}

impl TlsVersion {
    /// All versions, oldest first.
    pub const ALL: [Self; 6] = [Self::Ssl2, Self::Ssl3, Self::Tls10, Self::Tls11, Self::Tls12, Self::Tls13];

    /// As people write it: `TLS 1.2`.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Ssl2 => "SSL 2.0",
            Self::Ssl3 => "SSL 3.0",
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }

    /// Reads `1.2`, `TLS 1.2`, `tlsv1.2`, `SSL 3.0`, `sslv3`. A bare number is a TLS version.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (family, version) = match text.get(..3) {
            Some(start) if start.eq_ignore_ascii_case("tls") => ("tls", &text[3..]),
            Some(start) if start.eq_ignore_ascii_case("ssl") => ("ssl", &text[3..]),
            _ => ("tls", text),
        };
        let version = version.trim_start_matches([' ', '-', '_']);
        let version = version.strip_prefix(['v', 'V']).unwrap_or(version);
        match (family, version) {
            ("ssl", "2" | "2.0") => Some(Self::Ssl2),
            ("ssl", "3" | "3.0") => Some(Self::Ssl3),
            ("tls", "1.0") => Some(Self::Tls10),
            ("tls", "1.1") => Some(Self::Tls11),
            ("tls", "1.2") => Some(Self::Tls12),
            ("tls", "1.3") => Some(Self::Tls13),
            _ => None,
        }
    }
}

/// The four levels of the NCSC, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    /// «Goed»: use this.
    Good,
    /// «Voldoende»: secure, less robust against what comes.
    Sufficient,
    /// «Uit te faseren»: known to be fragile, replace it.
    PhaseOut,
    /// «Onvoldoende»: do not use.
    Insufficient,
}

impl Rating {
    /// The word of the guidelines, Dutch and English edition.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Good => Text { en: "good", nl: "goed" },
            Self::Sufficient => Text { en: "sufficient", nl: "voldoende" },
            Self::PhaseOut => Text { en: "phase out", nl: "uit te faseren" },
            Self::Insufficient => Text { en: "insufficient", nl: "onvoldoende" },
        }
    }
}

/// What one guideline says of one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlsRating {
    /// The version that is rated.
    pub version: TlsVersion,
    /// Its level.
    pub rating: Rating,
    /// The guideline, as one cites it.
    pub guideline: &'static str,
    /// The first day that this guideline was the current one.
    pub from: Date,
    /// The first day that it no longer was.
    pub until: Option<Date>,
    /// Where the rating can be read.
    pub source: &'static str,
}

/// One edition of the guidelines: what its rows have in common.
struct Guideline {
    name: &'static str,
    from: Date,
    until: Option<Date>,
    source: &'static str,
}

impl Guideline {
    const fn rates(&self, version: TlsVersion, rating: Rating) -> TlsRating {
        TlsRating {
            version,
            rating,
            guideline: self.name,
            from: self.from,
            until: self.until,
            source: self.source,
        }
    }
}

/// The colophon says «November 2014» and no day, so it counts from the first.
const V1_0: Guideline = Guideline {
    name: "NCSC TLS 1.0 (2014)",
    from: date(2014, 11, 1),
    until: Some(date(2019, 4, 23)),
    source: "NCSC, ICT-beveiligingsrichtlijnen voor Transport Layer Security (TLS), november 2014; \
             that TLS 1.0 and 1.1 were «Voldoende» in it: internet.nl, 2 mei 2019",
};

const V2_0: Guideline = Guideline {
    name: "NCSC TLS 2.0 (2019)",
    from: date(2019, 4, 23),
    until: Some(date(2021, 1, 19)),
    source: "NCSC, ICT-beveiligingsrichtlijnen voor Transport Layer Security (TLS) v2.0, \
             first publication 23-04-2019; internet.nl, 2 mei 2019: 1.0 and 1.1 «Uitfaseren»",
};

const V2_1: Guideline = Guideline {
    name: "NCSC TLS 2.1 (2021)",
    from: date(2021, 1, 19),
    until: Some(date(2025, 5, 1)),
    source: "NCSC, ICT-beveiligingsrichtlijnen voor Transport Layer Security (TLS) v2.1, \
             ncsc.nl/documenten/publicaties/2021/januari/19; \
             the table of versions: infosec-handbook.eu, 29-01-2021",
};

/// It dates itself 2025-05, and counts from there; it was published in the first days of June 2025.
const V2025_05: Guideline = Guideline {
    name: "NCSC TLS 2025-05",
    from: date(2025, 5, 1),
    until: None,
    source: "NCSC, ICT-beveiligingsrichtlijnen voor Transport Layer Security 2025-05, \
             ncsc.nl/documenten/publicaties/2025/juni/01; the levels: Internet.nl 1.11, tls_constants.py",
};

/// Every rating, by guideline and then by version.
#[rustfmt::skip]
pub const RATINGS: &[TlsRating] = {
    use Rating::{Good, Insufficient, PhaseOut, Sufficient};
    use TlsVersion::{Ssl2, Ssl3, Tls10, Tls11, Tls12, Tls13};
    &[
        V1_0.rates(Ssl2, Insufficient),
        V1_0.rates(Ssl3, Insufficient),
        V1_0.rates(Tls10, Sufficient),
        V1_0.rates(Tls11, Sufficient),
        V1_0.rates(Tls12, Good),
        V2_0.rates(Ssl2, Insufficient),
        V2_0.rates(Ssl3, Insufficient),
        V2_0.rates(Tls10, PhaseOut),
        V2_0.rates(Tls11, PhaseOut),
        V2_0.rates(Tls12, Good),
        V2_0.rates(Tls13, Good),
        V2_1.rates(Ssl2, Insufficient),
        V2_1.rates(Ssl3, Insufficient),
        V2_1.rates(Tls10, PhaseOut),
        V2_1.rates(Tls11, PhaseOut),
        V2_1.rates(Tls12, Sufficient),
        V2_1.rates(Tls13, Good),
        V2025_05.rates(Ssl2, Insufficient),
        V2025_05.rates(Ssl3, Insufficient),
        V2025_05.rates(Tls10, Insufficient),
        V2025_05.rates(Tls11, Insufficient),
        V2025_05.rates(Tls12, Sufficient),
        V2025_05.rates(Tls13, Good),
    ]
};

/// What the guideline of that day says of `version`. Nothing before November 2014, nor of TLS 1.3
/// before April 2019, when no guideline rated it yet.
#[must_use]
pub fn rating(version: TlsVersion, date: Date) -> Option<&'static TlsRating> {
    RATINGS.iter().find(|row| row.version == version && holds(row.from, row.until, date))
}

/// The last row before `date` that rated `version` otherwise than on that day: its `until` is when it changed.
#[must_use]
pub fn change_before(version: TlsVersion, date: Date) -> Option<&'static TlsRating> {
    let now = rating(version, date).map(|row| row.rating);
    let earlier =
        RATINGS.iter().filter(|row| row.version == version && row.until.is_some_and(|it| it <= date));
    earlier.rev().find(|row| Some(row.rating) != now)
}

/// The first row after `date` that rates `version` otherwise than on that day: its `from` is when it changes.
#[must_use]
pub fn change_after(version: TlsVersion, date: Date) -> Option<&'static TlsRating> {
    let now = rating(version, date).map(|row| row.rating);
    let mut later = RATINGS.iter().filter(|row| row.version == version && date < row.from);
    later.find(|row| Some(row.rating) != now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(version: TlsVersion, day: Date) -> Option<Rating> {
        rating(version, day).map(|row| row.rating)
    }

    #[test]
    fn the_same_link_is_judged_by_the_guideline_of_its_day() {
        assert_eq!(on(TlsVersion::Tls10, date(2017, 12, 31)), Some(Rating::Sufficient));
        assert_eq!(on(TlsVersion::Tls10, date(2020, 1, 1)), Some(Rating::PhaseOut));
        assert_eq!(on(TlsVersion::Tls10, date(2026, 11, 1)), Some(Rating::Insufficient));
        assert_eq!(on(TlsVersion::Tls12, date(2026, 11, 1)), Some(Rating::Sufficient));
        assert_eq!(on(TlsVersion::Tls13, date(2026, 11, 1)), Some(Rating::Good));
    }

    #[test]
    fn a_new_guideline_counts_from_its_first_day() {
        assert_eq!(on(TlsVersion::Tls11, date(2019, 4, 22)), Some(Rating::Sufficient));
        assert_eq!(on(TlsVersion::Tls11, date(2019, 4, 23)), Some(Rating::PhaseOut));
        assert_eq!(on(TlsVersion::Tls11, date(2025, 4, 30)), Some(Rating::PhaseOut));
        assert_eq!(on(TlsVersion::Tls11, date(2025, 5, 1)), Some(Rating::Insufficient));
    }

    #[test]
    fn what_no_guideline_rated_has_no_rating() {
        assert_eq!(on(TlsVersion::Tls12, date(2014, 10, 31)), None);
        assert_eq!(on(TlsVersion::Tls13, date(2017, 12, 31)), None);
    }

    #[test]
    fn a_new_guideline_that_says_the_same_is_no_change() {
        let day = date(2019, 5, 1);
        let (before, after) = (change_before(TlsVersion::Tls10, day), change_after(TlsVersion::Tls10, day));
        assert_eq!(
            before.map(|it| (it.rating, it.until)),
            Some((Rating::Sufficient, Some(date(2019, 4, 23))))
        );
        assert_eq!(after.map(|it| (it.rating, it.from)), Some((Rating::Insufficient, date(2025, 5, 1))));
        assert_eq!(change_before(TlsVersion::Ssl3, day).or(change_after(TlsVersion::Ssl3, day)), None);
        let first = change_after(TlsVersion::Tls13, date(2017, 12, 31));
        assert_eq!(first.map(|it| (it.rating, it.from)), Some((Rating::Good, date(2019, 4, 23))));
    }

    #[test]
    fn rows_of_one_version_follow_each_other_without_gap_or_overlap() {
        for version in TlsVersion::ALL {
            let rows: Vec<_> = RATINGS.iter().filter(|row| row.version == version).collect();
            assert!(rows.windows(2).all(|pair| pair[0].until == Some(pair[1].from)), "{version:?}");
            assert_eq!(rows.last().and_then(|row| row.until), None, "{version:?}");
        }
    }

    #[test]
    fn versions_are_read_as_people_write_them() {
        for text in ["1.2", "TLS 1.2", "tls1.2", "TLSv1.2", "tls-1.2", " TLS_1.2 ", "v1.2"] {
            assert_eq!(TlsVersion::parse(text), Some(TlsVersion::Tls12), "{text}");
        }
        for text in ["SSL 3.0", "ssl3", "sslv3", "SSLv3.0"] {
            assert_eq!(TlsVersion::parse(text), Some(TlsVersion::Ssl3), "{text}");
        }
        for text in ["", "1", "3.0", "1.4", "tls", "ssl 1.2", "tls 1.2 of hoger", "één"] {
            assert_eq!(TlsVersion::parse(text), None, "{text}");
        }
        for version in TlsVersion::ALL {
            assert_eq!(TlsVersion::parse(version.label()), Some(version));
        }
    }
}
