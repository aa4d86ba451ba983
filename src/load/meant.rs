//! What people write for a word of the language: Dutch, or other English.
//!
//! One list for all keys: a word counts only where the key takes what it stands for.

/// What people write, in small letters with hyphens, and the word of the language.
#[rustfmt::skip]
const MEANT: &[(&str, &str)] = &[
    // true and false
    ("ja", "true"), ("waar", "true"), ("yes", "true"), ("aan", "true"), ("on", "true"), ("wel", "true"),
    ("nee", "false"), ("neen", "false"), ("onwaar", "false"), ("no", "false"), ("uit", "false"), ("off", "false"),
    ("niet", "false"),
    // `kind` of a party
    ("gemeente", "municipality"), ("overheid", "government"), ("overheidsorgaan", "government"), ("rijk", "government"),
    ("leverancier", "supplier"), ("vendor", "supplier"), ("zorgaanbieder", "care-provider"),
    ("zorgverlener", "care-provider"), ("betrokkene", "data-subject"), ("betrokkenen", "data-subject"),
    ("inwoner", "data-subject"), ("burger", "data-subject"), ("citizen", "data-subject"),
    ("anders", "other"), ("overig", "other"), ("overige", "other"),
    // `class` of data
    ("geen", "non-personal"), ("niet-persoonlijk", "non-personal"), ("geen-persoonsgegevens", "non-personal"),
    ("anoniem", "non-personal"), ("persoonlijk", "personal"), ("persoonsgegeven", "personal"),
    ("persoonsgegevens", "personal"), ("gewoon", "personal"), ("bijzonder", "special-category"),
    ("bijzondere", "special-category"), ("bijzonder-persoonsgegeven", "special-category"),
    ("bijzondere-persoonsgegevens", "special-category"), ("gezondheid", "special-category"),
    ("medisch", "special-category"), ("health", "special-category"), ("strafrechtelijk", "criminal"),
    ("strafrecht", "criminal"), ("justitieel", "criminal"), ("bsn", "national-id"),
    ("burgerservicenummer", "national-id"), ("nationaal-nummer", "national-id"),
    // `lifecycle`
    ("gepland", "planned"), ("actief", "active"), ("in-gebruik", "active"), ("in-productie", "active"),
    ("live", "active"), ("uitfaseren", "phasing-out"), ("uit-te-faseren", "phasing-out"),
    ("uitfasering", "phasing-out"), ("buiten-gebruik", "retired"), ("uit-gebruik", "retired"),
    ("beëindigd", "retired"), ("beeindigd", "retired"), ("vervallen", "retired"), ("uitgefaseerd", "retired"),
    // `authentication`
    ("geen", "none"), ("wachtwoord", "password"), ("sleutel", "token"), ("api-key", "token"), ("api-sleutel", "token"),
    ("tweefactor", "two-factor"), ("twee-factor", "two-factor"), ("2fa", "two-factor"), ("mfa", "two-factor"),
    ("mtls", "mutual-tls"), ("certificaat", "mutual-tls"), ("certificaten", "mutual-tls"),
    ("certificate", "mutual-tls"), ("wederzijdse-tls", "mutual-tls"), ("tweezijdige-tls", "mutual-tls"),
    // `mode`
    ("automatisch", "automatic"), ("handmatig", "manual"), ("met-de-hand", "manual"),
    // `legal_basis`
    ("toestemming", "consent"), ("overeenkomst", "contract"), ("wettelijke-verplichting", "legal-obligation"),
    ("wettelijke-plicht", "legal-obligation"), ("vitaal-belang", "vital-interests"),
    ("vitale-belangen", "vital-interests"), ("publieke-taak", "public-task"), ("algemeen-belang", "public-task"),
    ("taak-van-algemeen-belang", "public-task"), ("publiekrechtelijke-taak", "public-task"),
    ("gerechtvaardigd-belang", "legitimate-interests"), ("gerechtvaardigde-belangen", "legitimate-interests"),
    // `kind` of an agreement
    ("verwerker", "processor"), ("verwerkersovereenkomst", "processor"), ("bewerkersovereenkomst", "processor"),
    ("gezamenlijk", "joint-controllers"), ("gezamenlijk-verantwoordelijken", "joint-controllers"),
    ("onderlinge-regeling", "joint-controllers"), ("convenant", "exchange"), ("uitwisseling", "exchange"),
    // `safeguard`
    ("scc", "standard-contractual-clauses"), ("modelcontract", "standard-contractual-clauses"),
    ("modelbepalingen", "standard-contractual-clauses"), ("standaardbepalingen", "standard-contractual-clauses"),
    ("bcr", "binding-corporate-rules"), ("bindende-bedrijfsvoorschriften", "binding-corporate-rules"),
    ("dpf", "dpf-certified"),
    // `status` of a norm
    ("groen", "green"), ("oranje", "amber"), ("geel", "amber"), ("orange", "amber"), ("yellow", "amber"), ("rood", "red"),
    // views
    ("domein", "domain"), ("verwerkingsverantwoordelijke", "controller"), ("verantwoordelijke", "controller"),
    ("beheerder", "operator"), ("netwerk", "network"), ("elk", "each"), ("elke", "each"),
    ("samengevoegd", "merged"), ("rechts", "right"), ("omlaag", "down"), ("beneden", "down"),
    ("intern", "internal"), ("openbaar", "public"), ("publiek", "public"),
    // `[rules]`
    ("toestaan", "allow"), ("negeren", "allow"), ("ignore", "allow"), ("off", "allow"), ("waarschuwen", "warn"),
    ("waarschuwing", "warn"), ("warning", "warn"), ("weigeren", "deny"), ("fout", "deny"), ("error", "deny"),
    // the rest
    ("niet-nodig", "not-required"), ("niet-vereist", "not-required"), ("nvt", "not-required"),
    ("n.v.t.", "not-required"), ("nederlands", "nl"), ("dutch", "nl"), ("engels", "en"), ("english", "en"),
];

/// The one of `words` that someone who wrote `written` means, if that is known.
#[must_use]
pub fn meant<'a>(written: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.trim().to_lowercase().replace([' ', '_'], "-");
    words.into_iter().find(|word| {
        written == *word || MEANT.iter().any(|(other, meant)| *other == written && meant == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_counts_where_the_key_takes_what_it_stands_for() {
        assert_eq!(meant("Bijzonder", ["personal", "special-category"]), Some("special-category"));
        assert_eq!(meant("geen", ["non-personal", "personal"]), Some("non-personal"));
        assert_eq!(meant("geen", ["none", "password"]), Some("none"));
        assert_eq!(meant("publieke taak", ["consent", "public-task"]), Some("public-task"));
        assert_eq!(meant("Two_Factor", ["two-factor"]), Some("two-factor"));
        assert_eq!(meant("handmatig", ["personal", "criminal"]), None);
        assert_eq!(meant("", ["true", "false"]), None);
    }

    #[test]
    fn what_people_write_is_listed_in_small_letters_with_hyphens() {
        for (other, _) in MEANT {
            assert_eq!(*other, other.to_lowercase().replace([' ', '_'], "-"));
        }
    }
}
