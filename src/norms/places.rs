//! Where personal data may go without further safeguard: the EEA, and what the Commission found adequate.
//!
//! Countries are ISO 3166-1 alpha-2 codes in capitals; the European Patent Organisation, no country, is
//! `EPO`. The other parts of the Kingdom (`AW`, `BQ`, `CW`, `SX`) are in neither table: they are overseas
//! territories, outside the EEA, and no decision found them adequate.

use jiff::civil::{Date, date};

use super::holds;
use crate::text::Text;

/// A country where EU data protection law applies, by the EU treaties or the EEA Agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// The first day.
    pub from: Date,
    /// The first day after.
    pub until: Option<Date>,
    /// By which treaty.
    pub source: &'static str,
}

/// A finding by the Commission that data is adequately protected somewhere (AVG art. 45; before it,
/// Directive 95/46/EC art. 25(6); those decisions stay in force, AVG art. 45(9)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adequacy {
    /// ISO 3166-1 alpha-2, or `EPO`.
    pub country: &'static str,
    /// Which recipients are covered, where most are not: of these the author has to show that the
    /// recipient is one. `None`: all, or all that a municipality deals with; `source` names exceptions.
    pub scope: Option<Text>,
    /// The day of the decision.
    pub from: Date,
    /// The first day that it no longer held.
    pub until: Option<Date>,
    /// The decision.
    pub source: &'static str,
}

const fn member(country: &'static str, from: Date, until: Option<Date>, source: &'static str) -> Member {
    Member { country, from, until, source }
}

const fn adequate(
    country: &'static str,
    scope: Option<Text>,
    from: Date,
    until: Option<Date>,
    source: &'static str,
) -> Adequacy {
    Adequacy { country, scope, from, until, source }
}

const EEA_1994: &str = "EEA Agreement, in force 1 January 1994";
const ACCESSION_2003: &str = "Accession Treaty 2003, in force 1 May 2004";
const ACCESSION_2005: &str = "Accession Treaty 2005, in force 1 January 2007";
const OUTERMOST: &str = "TFEU art. 349 and 355(1): outermost region of the EU, with its own ISO code";

/// The EEA: the EU, Iceland, Liechtenstein and Norway, by country.
#[rustfmt::skip]
pub const EEA: &[Member] = &[
    member("AT", date(1994, 1, 1), None, EEA_1994),
    member("AX", date(1995, 1, 1), None, "Åland, part of Finland: Accession Treaty 1994, Protocol 2"),
    member("BE", date(1994, 1, 1), None, EEA_1994),
    member("BG", date(2007, 1, 1), None, ACCESSION_2005),
    member("CY", date(2004, 5, 1), None, ACCESSION_2003),
    member("CZ", date(2004, 5, 1), None, ACCESSION_2003),
    member("DE", date(1994, 1, 1), None, EEA_1994),
    member("DK", date(1994, 1, 1), None, EEA_1994),
    member("EE", date(2004, 5, 1), None, ACCESSION_2003),
    member("ES", date(1994, 1, 1), None, EEA_1994),
    member("FI", date(1994, 1, 1), None, EEA_1994),
    member("FR", date(1994, 1, 1), None, EEA_1994),
    member("GB", date(1994, 1, 1), Some(date(2021, 1, 1)), "Left the EU on 31 January 2020; Withdrawal Agreement art. 126–127: EU law applied until 31 December 2020"),
    member("GF", date(1994, 1, 1), None, OUTERMOST),
    member("GP", date(1994, 1, 1), None, OUTERMOST),
    member("GR", date(1994, 1, 1), None, EEA_1994),
    member("HR", date(2013, 7, 1), None, "Accession Treaty 2011, in force 1 July 2013"),
    member("HU", date(2004, 5, 1), None, ACCESSION_2003),
    member("IE", date(1994, 1, 1), None, EEA_1994),
    member("IS", date(1994, 1, 1), None, EEA_1994),
    member("IT", date(1994, 1, 1), None, EEA_1994),
    member("LI", date(1995, 5, 1), None, "EEA Agreement, for Liechtenstein in force 1 May 1995"),
    member("LT", date(2004, 5, 1), None, ACCESSION_2003),
    member("LU", date(1994, 1, 1), None, EEA_1994),
    member("LV", date(2004, 5, 1), None, ACCESSION_2003),
    member("MF", date(1994, 1, 1), None, OUTERMOST),
    member("MQ", date(1994, 1, 1), None, OUTERMOST),
    member("MT", date(2004, 5, 1), None, ACCESSION_2003),
    member("NL", date(1994, 1, 1), None, EEA_1994),
    member("NO", date(1994, 1, 1), None, EEA_1994),
    member("PL", date(2004, 5, 1), None, ACCESSION_2003),
    member("PT", date(1994, 1, 1), None, EEA_1994),
    member("RE", date(1994, 1, 1), None, OUTERMOST),
    member("RO", date(2007, 1, 1), None, ACCESSION_2005),
    member("SE", date(1994, 1, 1), None, EEA_1994),
    member("SI", date(2004, 5, 1), None, ACCESSION_2003),
    member("SK", date(2004, 5, 1), None, ACCESSION_2003),
    member("YT", date(2014, 1, 1), None, "European Council Decision 2012/419/EU: Mayotte, outermost region from 1 January 2014"),
];

const PIPEDA: Text = Text {
    en: "only organisations under the Canadian PIPEDA act, that is commercial ones",
    nl: "alleen organisaties die onder de Canadese wet PIPEDA vallen, dus commerciële",
};
const BUSINESS_OPERATORS: Text = Text {
    en: "only business operators under the Japanese act, not public bodies",
    nl: "alleen bedrijven die onder de Japanse wet vallen, geen overheden",
};
const SAFE_HARBOUR: Text = Text {
    en: "only organisations that joined Safe Harbour",
    nl: "alleen organisaties die zich bij Safe Harbour hadden aangesloten",
};
const PRIVACY_SHIELD: Text = Text {
    en: "only organisations certified under the Privacy Shield",
    nl: "alleen organisaties met een certificaat van het Privacy Shield",
};
const DPF: Text = Text {
    en: "only organisations certified under the Data Privacy Framework",
    nl: "alleen organisaties met een certificaat van het Data Privacy Framework",
};

/// The decisions, by country and then by date. For the United Kingdom also the bridge of the trade
/// agreement, which is no decision but had the same effect.
#[rustfmt::skip]
pub const ADEQUACY: &[Adequacy] = &[
    adequate("AD", None, date(2010, 10, 19), None, "Commission Decision 2010/625/EU of 19 October 2010 (OJ L 277)"),
    adequate("AR", None, date(2003, 6, 30), None, "Commission Decision 2003/490/EC of 30 June 2003"),
    adequate("BR", None, date(2026, 1, 26), None, "Commission Implementing Decision (EU) 2026/179 of 26 January 2026 (OJ 28-01-2026)"),
    adequate("CA", Some(PIPEDA), date(2001, 12, 20), None, "Commission Decision 2002/2/EC of 20 December 2001"),
    adequate("CH", None, date(2000, 7, 26), None, "Commission Decision 2000/518/EC of 26 July 2000"),
    adequate("EPO", None, date(2025, 7, 15), None, "Commission Implementing Decision of 15 July 2025 on the European Patent Organisation"),
    adequate("FO", None, date(2010, 3, 5), None, "Commission Decision 2010/146/EU of 5 March 2010; not the Danish state's own authorities on the islands"),
    adequate("GB", None, date(2021, 1, 1), Some(date(2021, 6, 28)), "EU-UK Trade and Cooperation Agreement, art. 782 (FINPROV.10A): no transfer to a third country, until a decision and at most until 30 June 2021"),
    adequate("GB", None, date(2021, 6, 28), Some(date(2025, 12, 19)), "Commission Implementing Decision (EU) 2021/1772 of 28 June 2021, in June 2025 extended until 27 December 2025; not data for UK immigration control"),
    adequate("GB", None, date(2025, 12, 19), Some(date(2031, 12, 28)), "Commission, renewal of 19 December 2025, running until 27 December 2031"),
    adequate("GG", None, date(2003, 11, 21), None, "Commission Decision 2003/821/EC of 21 November 2003 (OJ L 308)"),
    adequate("IL", None, date(2011, 1, 31), None, "Commission Decision 2011/61/EU of 31 January 2011; automated processing, within the borders under international law"),
    adequate("IM", None, date(2004, 4, 28), None, "Commission Decision 2004/411/EC of 28 April 2004"),
    adequate("JE", None, date(2008, 5, 8), None, "Commission Decision 2008/393/EC of 8 May 2008"),
    adequate("JP", Some(BUSINESS_OPERATORS), date(2019, 1, 23), None, "Commission Implementing Decision (EU) 2019/419 of 23 January 2019"),
    adequate("KR", None, date(2021, 12, 17), None, "Commission Implementing Decision (EU) 2022/254 of 17 December 2021, public bodies too; not missions, party nominations and supervised credit data"),
    adequate("NZ", None, date(2012, 12, 19), None, "Commission Implementing Decision 2013/65/EU of 19 December 2012 (OJ L 28)"),
    adequate("US", Some(SAFE_HARBOUR), date(2000, 7, 26), Some(date(2015, 10, 6)), "Commission Decision 2000/520/EC of 26 July 2000, declared invalid on 6 October 2015 (C-362/14, Schrems)"),
    adequate("US", Some(PRIVACY_SHIELD), date(2016, 7, 12), Some(date(2020, 7, 16)), "Commission Implementing Decision (EU) 2016/1250 of 12 July 2016, declared invalid on 16 July 2020 (C-311/18, Schrems II)"),
    adequate("US", Some(DPF), date(2023, 7, 10), None, "Commission Implementing Decision (EU) 2023/1795 of 10 July 2023"),
    adequate("UY", None, date(2012, 8, 21), None, "Commission Implementing Decision 2012/484/EU of 21 August 2012"),
];

/// Whether `country` was in the EEA on `date`.
#[must_use]
pub fn in_eea(country: &str, date: Date) -> bool {
    let found = EEA.binary_search_by(|row| row.country.cmp(country));
    found.is_ok_and(|at| holds(EEA[at].from, EEA[at].until, date))
}

/// The decision that found `country` adequate on `date`; mind its scope.
#[must_use]
pub fn adequacy(country: &str, date: Date) -> Option<&'static Adequacy> {
    let first = ADEQUACY.partition_point(|row| row.country < country);
    let mut its = ADEQUACY[first..].iter().take_while(|row| row.country == country);
    its.find(|row| holds(row.from, row.until, date))
}

#[cfg(test)]
mod tests {
    use super::super::countries::is_country;
    use super::*;

    fn free(country: &str, day: Date) -> bool {
        in_eea(country, day) || adequacy(country, day).is_some()
    }

    #[test]
    fn data_could_go_to_the_united_kingdom_on_every_day() {
        assert!(in_eea("GB", date(2020, 12, 31)) && !in_eea("GB", date(2021, 1, 1)));
        for day in [date(2021, 1, 1), date(2021, 6, 27), date(2021, 6, 28), date(2031, 12, 27)] {
            assert!(adequacy("GB", day).is_some(), "{day}");
        }
        assert!(!free("GB", date(2031, 12, 28)));
    }

    #[test]
    fn the_united_states_are_adequate_for_some_organisations_and_not_always() {
        let scope = |day| adequacy("US", day).and_then(|row| row.scope).map(|scope| scope.en);
        assert!(scope(date(2015, 10, 5)).is_some_and(|scope| scope.contains("Safe Harbour")));
        assert_eq!(scope(date(2015, 10, 6)), None);
        assert!(scope(date(2017, 12, 31)).is_some_and(|scope| scope.contains("Privacy Shield")));
        assert_eq!(scope(date(2020, 7, 16)), None);
        assert!(scope(date(2026, 11, 1)).is_some_and(|scope| scope.contains("Data Privacy")));
    }

    #[test]
    fn members_came_in_on_their_own_days() {
        assert!(in_eea("NL", date(2017, 12, 31)) && in_eea("NO", date(2017, 12, 31)));
        assert!(!in_eea("HR", date(2013, 6, 30)) && in_eea("HR", date(2013, 7, 1)));
        let states = |day| EEA.iter().filter(|row| holds(row.from, row.until, day)).count();
        let parts = 7; // AX, GF, GP, MF, MQ, RE and YT are no states.
        assert_eq!(states(date(2026, 11, 1)) - parts, 27 + 3);
        assert_eq!(states(date(2020, 12, 31)) - parts, 28 + 3);
    }

    #[test]
    fn the_caribbean_parts_of_the_kingdom_are_third_countries() {
        for country in ["AW", "BQ", "CW", "SX"] {
            assert!(is_country(country) && !free(country, date(2026, 11, 1)), "{country}");
        }
    }

    #[test]
    fn brazil_is_adequate_since_2026() {
        assert!(!free("BR", date(2026, 1, 25)) && free("BR", date(2026, 1, 26)));
    }

    #[test]
    fn the_tables_are_sorted_and_their_rows_do_not_overlap() {
        assert!(EEA.is_sorted_by(|a, b| a.country < b.country));
        assert!(ADEQUACY.is_sorted_by(|a, b| {
            a.country < b.country || a.country == b.country && a.until.is_some_and(|until| until <= b.from)
        }));
    }

    #[test]
    fn every_country_exists() {
        assert!(EEA.iter().all(|row| is_country(row.country)));
        assert!(ADEQUACY.iter().all(|row| row.country == "EPO" || is_country(row.country)));
    }
}
