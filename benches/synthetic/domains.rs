//! What the domains of a municipality are like.

/// The applications of one domain.
pub const DOMAIN: usize = 25;

/// What domains are like; where there are more domains than these, they come back.
pub struct Template {
    /// What its ids start with.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Who is responsible.
    pub controllers: &'static [&'static str],
    /// The law behind what it does.
    pub law: &'static str,
    /// Its own category of data, beside names and national numbers: id, name and class.
    pub own: (&'static str, &'static str, &'static str),
}

const fn template(
    id: &'static str,
    name: &'static str,
    controllers: &'static [&'static str],
    law: &'static str,
    own: (&'static str, &'static str, &'static str),
) -> Template {
    Template { id, name, controllers, law, own }
}

/// The class of health data.
pub const SPECIAL: &str = "special-category";
/// The class of criminal data.
pub const CRIMINAL: &str = "criminal";

/// All templates.
pub const TEMPLATES: [Template; 12] = [
    template("wmo", "Wmo", &["college"], "Wmo 2015, art. 5.1.1", ("zorgbehoefte", "Zorgbehoefte", SPECIAL)),
    template(
        "handhaving",
        "Handhaving",
        &["burgemeester"],
        "Gemeentewet, art. 172",
        ("overtreding", "Overtredingen", CRIMINAL),
    ),
    template(
        "jeugd",
        "Jeugd",
        &["college", "regio"],
        "Jeugdwet, art. 7.4.0",
        ("jeugdhulp", "Jeugdhulp", SPECIAL),
    ),
    template(
        "burgerzaken",
        "Burgerzaken",
        &["college"],
        "Wet BRP, art. 1.4",
        ("levensloop", "Levensloop", "personal"),
    ),
    template(
        "belasting",
        "Belastingen",
        &["heffing"],
        "Gemeentewet, art. 231",
        ("aanslag", "Aanslagen", "personal"),
    ),
    template(
        "inkomen",
        "Werk en inkomen",
        &["college"],
        "Participatiewet, art. 64",
        ("inkomen", "Inkomen", "personal"),
    ),
    template(
        "leerplicht",
        "Onderwijs",
        &["college"],
        "Leerplichtwet 1969, art. 16",
        ("verzuim", "Verzuim", SPECIAL),
    ),
    template(
        "veiligheid",
        "Veiligheid",
        &["burgemeester"],
        "Wet BIBOB, art. 3",
        ("antecedent", "Antecedenten", CRIMINAL),
    ),
    template(
        "vergunning",
        "Vergunningen",
        &["college"],
        "Omgevingswet, art. 20.1",
        ("aanvraag", "Aanvragen", "personal"),
    ),
    template(
        "schuldhulp",
        "Schuldhulp",
        &["college", "regio"],
        "Wgs, art. 8a",
        ("schuld", "Schulden", "personal"),
    ),
    template(
        "personeel",
        "Personeel",
        &["college"],
        "Ambtenarenwet 2017, art. 4",
        ("verlof", "Ziekteverlof", SPECIAL),
    ),
    template(
        "parkeren",
        "Parkeren",
        &["heffing"],
        "Gemeentewet, art. 225",
        ("kenteken", "Kentekens", "personal"),
    ),
];

/// What a domain is like.
pub fn template_of(domain: usize) -> &'static Template {
    &TEMPLATES[domain % TEMPLATES.len()]
}

/// The categories that a domain works with.
pub fn data_of(domain: usize) -> [&'static str; 3] {
    ["naw", "bsn", template_of(domain).own.0]
}

/// The id of a processing activity: each domain has three.
pub fn activity_id(domain: usize, number: usize) -> String {
    format!("{}-{domain}-{}", template_of(domain).id, ["uitvoering", "toezicht", "verantwoording"][number])
}

/// The id of an application.
pub fn application_id(index: usize) -> String {
    format!("app-{index:05}")
}
