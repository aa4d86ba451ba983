//! The laws and baselines that a finding rests on, and when each applied.
//!
//! A rule names the articles of every period (`AVG.at("32(1)")`, `WBP.at("13")`); what is shown is
//! what [`in_force`] on the reference date, so that a landscape of 2017 is never told about the AVG.

use jiff::civil::{Date, date};

use super::holds;
use crate::text::{Lang, Text};

/// A law, or a baseline that governments have bound themselves to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// Short and stable, for data: `avg`.
    pub id: &'static str,
    /// What people call it: AVG, GDPR.
    pub name: Text,
    /// What it is called in full.
    pub title: Text,
    /// What stands before a number: `art. ` in a law, nothing in a baseline.
    prefix: &'static str,
    /// The first day that it applied.
    pub from: Date,
    /// The first day that it no longer did.
    pub until: Option<Date>,
    /// What says so.
    pub source: &'static str,
    /// Where to read it.
    pub url: Option<&'static str>,
}

impl Law {
    /// One article of it, numbered as it numbers itself: `32(1)`, `8.21.04`, `44–49`.
    #[must_use]
    pub const fn at(&'static self, article: &'static str) -> Article {
        Article { law: self, article }
    }
}

/// One article of a law, or one measure of a baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Article {
    /// Of which law.
    pub law: &'static Law,
    /// Its number.
    pub article: &'static str,
}

impl Article {
    /// As one cites it: `AVG art. 32(1)`, in English `GDPR art. 32(1)`; `BIO2 8.24`.
    #[must_use]
    pub fn label(self, lang: Lang) -> String {
        format!("{} {}{}", self.law.name.to(lang), self.law.prefix, self.article)
    }
}

/// The General Data Protection Regulation.
///
/// What a rule may cite: 4(7) controller · 5(1)(a) lawfulness, (b) purpose limitation, (c) data
/// minimisation, (d) accuracy, (e) storage limitation, (f) integrity and confidentiality · 5(2)
/// accountability · 6(1) the six bases, (f) not for public authorities in the performance of their
/// tasks · 6(3) a law behind (c) and (e) · 6(4) compatible use · 9(1) special categories, 9(2)(a)–(j)
/// exceptions · 10 criminal data · 15(1)(g) people may ask where data on them comes from · 24
/// responsibility of the controller, 24(2) its own policies · 26 joint controllers · 28(3)(a)–(h)
/// processor contract · 30(1) record of processing · 32(1) security · 33–34 breaches · 35(1), (3)(b) impact assessment ·
/// 44–49 transfers · 87 national identification number.
pub static AVG: Law = Law {
    id: "avg",
    name: Text { en: "GDPR", nl: "AVG" },
    title: Text { en: "General Data Protection Regulation", nl: "Algemene verordening gegevensbescherming" },
    prefix: "art. ",
    from: date(2018, 5, 25),
    until: None,
    source: "Regulation (EU) 2016/679, art. 99(2)",
    url: Some("https://eur-lex.europa.eu/eli/reg/2016/679/oj"),
};

/// The Dutch act that implements the AVG.
///
/// What a rule may cite: 30 health data · 31–33 criminal data · 46 a number that the law prescribes to
/// identify a person is used only to carry out that law or for purposes set by law. Article 46 had two
/// paragraphs until 1 September 2026 and has none since: cite it as `46`, which fits every date.
pub static UAVG: Law = Law {
    id: "uavg",
    name: Text { en: "UAVG", nl: "UAVG" },
    title: Text {
        en: "Dutch GDPR Implementation Act",
        nl: "Uitvoeringswet Algemene verordening gegevensbescherming",
    },
    prefix: "art. ",
    from: date(2018, 5, 25),
    until: None,
    source: "wetten.overheid.nl BWBR0040940: «Geldend van 25-05-2018»",
    url: Some("https://wetten.overheid.nl/BWBR0040940"),
};

/// The Dutch data protection act before the AVG.
///
/// What a rule may cite: 1(d) controller, alone or with others · 7 purpose · 8 the six bases · 9(1)
/// compatible use · 10(1) retention · 11(1) not excessive · 13 security · 14(2), (5) processor contract
/// in writing · 15 responsibility of the controller · 16 special categories, criminal data among them,
/// with 17–23 the exceptions (21 health, 22 criminal) · 24(1) identification number · 27–28 notified
/// processing · 34a breaches · 76–77 transfers. It has no counterpart to AVG 6(1) last sentence, 6(3),
/// 26 or 35.
pub static WBP: Law = Law {
    id: "wbp",
    name: Text { en: "Wbp", nl: "Wbp" },
    title: Text { en: "Dutch Data Protection Act (2001–2018)", nl: "Wet bescherming persoonsgegevens" },
    prefix: "art. ",
    from: date(2001, 9, 1),
    until: Some(date(2018, 5, 25)),
    source: "In force 1 September 2001: Dutch DPA, dutchdpa.nl/Pages/en_ind_wetten_wbp.aspx; \
             repealed by UAVG art. 51",
    url: Some("https://wetten.overheid.nl/BWBR0011468"),
};

/// The Dutch act that implements NIS2, through which the BIO2 binds municipalities by law.
pub static CBW: Law = Law {
    id: "cbw",
    name: Text { en: "Cbw", nl: "Cbw" },
    title: Text { en: "Dutch Cybersecurity Act", nl: "Cyberbeveiligingswet" },
    prefix: "art. ",
    from: date(2026, 8, 15),
    until: None,
    source: "wetten.overheid.nl BWBR0052872, published 10-07-2026, valid from 15-08-2026",
    url: Some("https://wetten.overheid.nl/BWBR0052872"),
};

/// The baseline of the municipalities before the BIO.
pub static BIG: Law = Law {
    id: "big",
    name: Text { en: "BIG", nl: "BIG" },
    title: Text {
        en: "Information Security Baseline for Dutch Municipalities",
        nl: "Baseline Informatiebeveiliging Nederlandse Gemeenten",
    },
    prefix: "",
    from: date(2013, 11, 29),
    until: Some(date(2020, 1, 1)),
    source: "VNG, resolution «Informatieveiligheid, randvoorwaarde voor de professionele gemeente», \
             members' meeting of 29-11-2013 (Lbr. 13/084); replaced by the BIO",
    url: Some(
        "https://vng.nl/brieven/resolutie-informatieveiligheid-randvoorwaarde-voor-de-professionele-gemeente",
    ),
};

/// The first baseline of all governments together, in its last version, 1.04.
pub static BIO: Law = Law {
    id: "bio",
    name: Text { en: "BIO", nl: "BIO" },
    title: Text {
        en: "Government Information Security Baseline 1.04",
        nl: "Baseline Informatiebeveiliging Overheid 1.04",
    },
    prefix: "",
    from: date(2020, 1, 1),
    until: Some(date(2025, 9, 23)),
    source: "In force for every government 1 January 2020, replacing the BIG: auditorde.nl/bio; \
             replaced by the BIO2: privacy-web.nl",
    url: Some("https://www.bio-overheid.nl"),
};

/// The second one. It was adopted on 23 September 2025, for municipalities as a guiding framework at
/// first; since 15 August 2026 the [`CBW`] makes it binding.
///
/// What a rule may cite: 5.14 transport of information · 5.15 access · 5.17 authentication, two-factor ·
/// 5.18 access rights · 8.15 logging · 8.21.04 encrypt over wireless connections, and over wired ones
/// outside the controlled area · 8.24 cryptography. The three-part numbers moved between drafts (5.18
/// and 5.20 among them); the two-part ones are those of ISO/IEC 27002:2022 and stay.
pub static BIO2: Law = Law {
    id: "bio2",
    name: Text { en: "BIO2", nl: "BIO2" },
    title: Text {
        en: "Government Information Security Baseline 2",
        nl: "Baseline Informatiebeveiliging Overheid 2",
    },
    prefix: "",
    from: date(2025, 9, 23),
    until: None,
    source: "Adopted by the OBDO on 23-09-2025, version 1.2 of 24-09-2025: \
             MinBZK/Baseline-Informatiebeveiliging-Overheid, docs/inleiding; privacy-web.nl",
    url: Some("https://minbzk.github.io/Baseline-Informatiebeveiliging-Overheid/"),
};

/// Every law here, oldest first.
pub static LAWS: [&Law; 7] = [&WBP, &BIG, &AVG, &UAVG, &BIO, &BIO2, &CBW];

/// An article that came into its law later than the law itself, or left it earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The article.
    pub article: Article,
    /// The first day that it applied.
    pub from: Date,
    /// The first day that it no longer did.
    pub until: Option<Date>,
}

/// The articles with dates of their own.
///
/// Wbp 34a: Wet meldplicht datalekken, in force 1 January 2016. UAVG 46(1): the paragraph number went
/// with the second paragraph, BWBR0040940 as of 1 September 2026.
pub static SPANS: [Span; 2] = [
    Span { article: WBP.at("34a"), from: date(2016, 1, 1), until: WBP.until },
    Span { article: UAVG.at("46(1)"), from: UAVG.from, until: Some(date(2026, 9, 1)) },
];

/// Whether `article` applied on `date`.
#[must_use]
pub fn in_force(article: Article, date: Date) -> bool {
    let (from, until) = SPANS
        .iter()
        .find(|span| span.article == article)
        .map_or((article.law.from, article.law.until), |span| (span.from, span.until));
    holds(from, until, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cited_in_the_reader_s_language() {
        assert_eq!(AVG.at("32(1)").label(Lang::Nl), "AVG art. 32(1)");
        assert_eq!(AVG.at("32(1)").label(Lang::En), "GDPR art. 32(1)");
        assert_eq!(BIO2.at("8.24").label(Lang::Nl), "BIO2 8.24");
    }

    #[test]
    fn a_rule_lists_its_articles_in_a_constant() {
        const ARTICLES: [Article; 3] = [AVG.at("32(1)"), WBP.at("13"), BIO2.at("8.21.04")];
        let on = |day| ARTICLES.into_iter().filter(move |article| in_force(*article, day));
        let labels = |day| on(day).map(|article| article.label(Lang::Nl)).collect::<Vec<_>>().join(", ");
        assert_eq!(labels(date(2017, 12, 31)), "Wbp art. 13");
        assert_eq!(labels(date(2018, 5, 24)), "Wbp art. 13");
        assert_eq!(labels(date(2018, 5, 25)), "AVG art. 32(1)");
        assert_eq!(labels(date(2026, 11, 1)), "AVG art. 32(1), BIO2 8.21.04");
    }

    #[test]
    fn some_articles_have_dates_of_their_own() {
        assert!(!in_force(WBP.at("34a"), date(2015, 12, 31)));
        assert!(in_force(WBP.at("34a"), date(2016, 1, 1)));
        assert!(!in_force(WBP.at("34a"), date(2018, 5, 25)));
        assert!(in_force(UAVG.at("46(1)"), date(2026, 8, 31)));
        assert!(!in_force(UAVG.at("46(1)"), date(2026, 9, 1)));
        assert!(in_force(UAVG.at("46"), date(2026, 9, 1)));
    }

    #[test]
    fn each_baseline_follows_the_one_before() {
        assert_eq!(BIG.until, Some(BIO.from));
        assert_eq!(BIO.until, Some(BIO2.from));
        assert_eq!(WBP.until, Some(AVG.from));
    }

    #[test]
    fn laws_are_listed_oldest_first_under_their_own_id() {
        assert!(LAWS.is_sorted_by(|a, b| a.from <= b.from));
        let mut ids: Vec<_> = LAWS.iter().map(|law| law.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), LAWS.len());
    }
}
