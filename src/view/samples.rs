//! Drawings that tests are run on: a landscape of one domain, a whole municipality, an overview, and malice.

use super::drawing::{Arrow, Direction, Drawing, LinkState, Node, Room, Shape};
use crate::text::Lang;
use LinkState::{Attention, NoPersonalData, NotCredible, NotSecured, Secured, Unknown};

/// A node.
pub fn node(label: &str, note: &str, shape: Shape, room: Option<usize>) -> Node {
    Node { label: label.into(), note: note.into(), shape, room }
}

/// An arrow that stands for one link.
pub fn arrow(from: usize, to: usize, number: usize, state: LinkState, carries: &str, why: &str) -> Arrow {
    let number = number.to_string();
    Arrow {
        from,
        to,
        number,
        count: 1,
        state,
        no_controller: false,
        carries: carries.into(),
        why: why.into(),
    }
}

/// Rooms by name.
pub fn rooms(names: &[&str]) -> Vec<Room> {
    names.iter().map(|name| Room { label: (*name).into() }).collect()
}

/// Two cards and an arrow.
pub fn pair() -> Drawing {
    Drawing {
        title: "Twee".into(),
        rooms: rooms(&["Sociaal domein"]),
        nodes: vec![
            node("Zaaksysteem", "", Shape::Application, Some(0)),
            node("Isam", "", Shape::Application, Some(0)),
        ],
        arrows: vec![arrow(0, 1, 1, Secured, "NAW", "")],
        ..Drawing::default()
    }
}

/// The landscape of the study: twelve applications, seven parties, twenty links, all six states.
pub fn social_domain() -> Drawing {
    let app = |label, note, room| node(label, note, Shape::Application, Some(room));
    let party = |label| node(label, "", Shape::Party, None);
    let mut nodes = vec![
        app("Csam", "Wmo en Participatiewet", 0),
        app("Isam", "regie en jeugd", 0),
        app("Schuldhulp", "SaaS", 0),
        app("Managementinformatie", "datawarehouse", 0),
        app("Burgerzaken (BRP)", "Key2Burgerzaken", 1),
        app("Zaaksysteem", "Decos JOIN", 1),
        app("Datadistributie", "gegevensmakelaar", 2),
        app("Documenten", "Corsa", 2),
        app("Veilig mailen", "Zivver", 2),
        app("E-mail", "Exchange", 2),
        app("Financiën", "Key2Financiën", 3),
        app("Leerlingzaken", "wordt uitgefaseerd", 0),
    ];
    nodes[11].shape = Shape::FadedApplication;
    nodes.extend(
        [
            "Inwoner",
            "Suwinet",
            "Gemeentelijk Gegevensknooppunt",
            "CAK",
            "CBS",
            "Veilig Thuis",
            "Leerplicht regio",
        ]
        .map(party),
    );
    let mut arrows = vec![
        arrow(4, 6, 1, Secured, "NAW, BSN, gezinssamenstelling", ""),
        arrow(6, 0, 2, Secured, "NAW, BSN", ""),
        arrow(6, 1, 3, Secured, "NAW, BSN", ""),
        arrow(
            6,
            2,
            4,
            NotCredible,
            "NAW, BSN, schulden",
            "opgegeven als beveiligd, maar FTP versleutelt niet",
        ),
        arrow(6, 5, 5, Attention, "NAW, BSN", "TLS 1.0 wordt sinds 2019 uitgefaseerd"),
        arrow(0, 14, 6, Secured, "BSN, zorgtoewijzing (iWmo)", ""),
        arrow(1, 14, 7, Secured, "BSN, zorgtoewijzing (iJw)", ""),
        arrow(0, 15, 8, Secured, "BSN, eigen bijdrage", ""),
        arrow(13, 0, 9, Secured, "BSN, inkomen, uitkeringen", ""),
        arrow(12, 5, 10, Secured, "NAW, aanvraag", ""),
        arrow(5, 0, 11, Attention, "BSN, zaakgegevens", "certificaat verloopt binnen 30 dagen"),
        arrow(5, 7, 12, Attention, "zaakdocumenten", "geen logging vastgelegd"),
        arrow(
            0,
            3,
            13,
            NotSecured,
            "BSN, gezondheid, inkomen",
            "nachtelijke overdracht zonder versleuteling",
        ),
        arrow(1, 3, 14, NotSecured, "BSN, jeugdhulp", "bestand met de hand via een netwerkschijf"),
        arrow(3, 16, 15, NoPersonalData, "geaggregeerde cijfers", ""),
        arrow(17, 1, 16, NotSecured, "jeugdhulp, gezondheid", "gewone e-mail met bijlage"),
        arrow(1, 8, 17, Secured, "dossierstukken", ""),
        arrow(8, 17, 18, Secured, "dossierstukken", ""),
        arrow(0, 10, 19, Unknown, "niet vastgelegd", "niemand heeft vastgelegd wat deze koppeling vervoert"),
        arrow(4, 5, 20, Secured, "NAW, BSN", ""),
        arrow(11, 18, 21, Unknown, "verzuim", "beveiliging niet vastgelegd"),
    ];
    arrows[15].no_controller = true;
    arrows[18].no_controller = true;
    Drawing {
        highlight: None,
        lang: Lang::Nl,
        title: "Applicaties en koppelingen in het sociaal domein".into(),
        subtitle: "Gemeente Voorbeeldstad · peildatum 31 december 2017 · beoordeeld naar de normen van die dag".into(),
        verdict: "Niet alle koppelingen met persoonsgegevens zijn beveiligd: 14 van de 20 wel, 3 niet, 1 is niet geloofwaardig en van 2 is het niet bekend.".into(),
        description: "Tekening van twaalf applicaties in vier domeinen, zeven partijen en eenentwintig koppelingen. De tabel onder de tekening vertelt van elke koppeling wat zij vervoert.".into(),
        direction: Direction::Right,
        rooms: rooms(&["Sociaal domein", "Publiekszaken", "Informatie en automatisering", "Bedrijfsvoering"]),
        nodes,
        arrows,
    }
}

/// Small numbers that look random and are the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

const DOMAINS: [&str; 8] = [
    "Sociaal domein",
    "Publiekszaken",
    "Informatie en automatisering",
    "Bedrijfsvoering",
    "Ruimte en wonen",
    "Belastingen",
    "Veiligheid",
    "Bestuur en griffie",
];
const APPS: [&str; 36] = [
    "Csam",
    "Isam",
    "Schuldhulp",
    "Managementinformatie",
    "Leerlingvervoer",
    "Wijkteamregistratie",
    "Burgerzaken (BRP)",
    "Zaaksysteem",
    "Klantcontact",
    "Afspraken",
    "Datadistributie",
    "Documenten",
    "Veilig mailen",
    "E-mail",
    "Servicebus",
    "Archief",
    "Financiën",
    "Personeel en salaris",
    "Inkoop",
    "Tijdschrijven",
    "Vergunningen",
    "Basisregistratie gebouwen",
    "Geo-informatie",
    "Grondzaken",
    "Omgevingsloket",
    "Belastingen (WOZ)",
    "Invordering",
    "Waardering",
    "Toezicht en handhaving",
    "Parkeren",
    "Cameratoezicht",
    "Persoonsgerichte aanpak",
    "Raadsinformatie",
    "Besluitvorming",
    "Bezwaar en beroep",
    "Website",
];
const PARTIES: [&str; 30] = [
    "Inwoner",
    "Suwinet",
    "CAK",
    "CBS",
    "Veilig Thuis",
    "UWV",
    "SVB",
    "Belastingdienst",
    "RDW",
    "Kadaster",
    "Gemeentelijk Gegevensknooppunt",
    "Inlichtingenbureau",
    "Politie",
    "Openbaar Ministerie",
    "GGD",
    "DUO",
    "Zorgaanbieders",
    "Woningcorporaties",
    "Kredietbank",
    "Waterschap",
    "Omgevingsdienst",
    "Veiligheidsregio",
    "Deurwaarder",
    "Ministerie van BZK",
    "Logius (DigiD)",
    "Notaris",
    "Scholen",
    "Drukkerij",
    "Bank",
    "Salarisverwerker",
];

fn state(roll: usize) -> LinkState {
    match roll {
        0..=10 => Secured,
        11 | 12 => Attention,
        13..=15 => NoPersonalData,
        16 => Unknown,
        17 => NotCredible,
        _ => NotSecured,
    }
}

/// Everything at once: 36 applications in eight rooms, 30 parties, 80 arrows.
pub fn everything() -> Drawing {
    let mut dice = Dice(7);
    let mut nodes: Vec<Node> = APPS
        .iter()
        .zip([
            0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 6, 6,
            7, 7, 7, 7,
        ])
        .map(|(label, room)| node(label, "", Shape::Application, Some(room)))
        .collect();
    nodes.extend(PARTIES.iter().map(|label| node(label, "", Shape::Party, None)));
    let mut ends: Vec<(usize, usize)> =
        (0..30).map(|i| if i % 3 == 0 { (36 + i, dice.roll(36)) } else { (dice.roll(36), 36 + i) }).collect();
    ends.extend((0..50).map(|_| {
        let from = [6, 7, 10, 14, dice.roll(36)][dice.roll(5)];
        (from, (from + 1 + dice.roll(33)) % 36)
    }));
    let link = |(i, (from, to))| arrow(from, to, i + 1, state(dice.roll(20)), "NAW, BSN", "");
    let arrows: Vec<Arrow> = ends.into_iter().enumerate().map(link).collect();
    Drawing {
        title: "Alle applicaties en koppelingen".into(),
        subtitle: "Gemeente Voorbeeldstad · peildatum 31 december 2017".into(),
        verdict: "Niet alle koppelingen met persoonsgegevens zijn beveiligd.".into(),
        rooms: rooms(&DOMAINS),
        nodes,
        arrows,
        ..Drawing::default()
    }
}

/// Eight domains, six groups of parties, parallel links merged.
pub fn overview() -> Drawing {
    let mut nodes: Vec<Node> = DOMAINS
        .iter()
        .zip([12, 6, 9, 5, 7, 3, 4, 4])
        .map(|(label, n)| node(label, &format!("{n} applicaties"), Shape::Domain, None))
        .collect();
    let groups = [
        ("Inwoners", ""),
        ("Zorgaanbieders", "14 partijen"),
        ("Rijksoverheid", "9 partijen"),
        ("Regio", "6 partijen"),
        ("Veiligheid en zorg", "4 partijen"),
        ("Leveranciers", "11 partijen"),
    ];
    nodes.extend(groups.map(|(label, note)| node(label, note, Shape::Party, None)));
    let merged = [
        (1, 2, 4, Secured),
        (2, 0, 12, NotCredible),
        (2, 1, 3, Attention),
        (2, 5, 2, Secured),
        (2, 3, 5, Secured),
        (0, 3, 3, Unknown),
        (8, 1, 6, Secured),
        (0, 9, 14, NotSecured),
        (0, 10, 5, Secured),
        (10, 0, 4, Secured),
        (5, 10, 2, Secured),
        (4, 11, 3, NoPersonalData),
        (6, 12, 2, NotSecured),
        (12, 0, 1, NotSecured),
        (3, 13, 4, Attention),
        (1, 7, 1, NoPersonalData),
        (2, 4, 3, Secured),
        (0, 0, 7, NotSecured),
        (4, 5, 1, Secured),
    ];
    let arrows = merged.iter().enumerate().map(|(i, (from, to, count, state))| Arrow {
        count: *count,
        ..arrow(*from, *to, i + 1, *state, "persoonsgegevens van inwoners", "")
    });
    Drawing {
        title: "Overzicht: domeinen en de buitenwereld".into(),
        subtitle: "Gemeente Voorbeeldstad · peildatum 31 december 2017".into(),
        verdict: "In drie van de acht domeinen zijn niet alle koppelingen beveiligd.".into(),
        arrows: arrows.collect(),
        nodes,
        ..Drawing::default()
    }
}
