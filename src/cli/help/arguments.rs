//! What `--help` says of each flag and argument.

use crate::text::Text;

/// What each flag and argument does, in whichever command it occurs.
pub const ARGUMENTS: &[(&str, Text)] = &[
    (
        "path",
        Text {
            en: "The landscape: a folder with *.toml, or one file.",
            nl: "Het landschap: een map met *.toml, of één bestand.",
        },
    ),
    (
        "date",
        Text {
            en: "Judge as of this day instead of the landscape's own.",
            nl: "Beoordeel naar deze dag in plaats van die van het landschap zelf.",
        },
    ),
    ("day", Text { en: "On which day; today if left out.", nl: "Op welke dag; zonder dit vandaag." }),
    (
        "lang",
        Text {
            en: "The language of what is told, instead of that of the landscape or else of the system.",
            nl: "De taal van wat verteld wordt, in plaats van die van het landschap of anders van het systeem.",
        },
    ),
    ("allow", Text { en: "Don't judge by this rule.", nl: "Beoordeel niet op deze regel." }),
    ("warn", Text { en: "Let this rule warn, not fail.", nl: "Laat deze regel waarschuwen, niet falen." }),
    ("deny", Text { en: "Let this rule fail the check.", nl: "Laat de controle op deze regel falen." }),
    ("format", Text { en: "In which form.", nl: "In welke vorm." }),
    (
        "all",
        Text {
            en: "Quote every finding, also where a rule has many.",
            nl: "Toon elke bevinding voluit, ook waar een regel er veel heeft.",
        },
    ),
    (
        "narrated",
        Text {
            en: "Tell in sentences, for a screen reader (also with NO_GRAPHICS=1).",
            nl: "Vertel in zinnen, voor een schermlezer (ook met NO_GRAPHICS=1).",
        },
    ),
    (
        "baseline",
        Text {
            en: "Let what is in this baseline pass; fail on what is new.",
            nl: "Laat door wat in deze nulmeting staat; faal op wat nieuw is.",
        },
    ),
    (
        "write_baseline",
        Text {
            en: "Write all that is found now to a baseline, for --baseline to let pass.",
            nl: "Schrijf alles wat nu gevonden wordt naar een nulmeting, die --baseline doorlaat.",
        },
    ),
    (
        "since",
        Text {
            en: "Let pass what was found at this git revision already; fail on what the change adds.",
            nl: "Laat door wat bij deze git-revisie al gevonden werd; faal op wat de wijziging toevoegt.",
        },
    ),
    ("rule", Text { en: "The rule to explain.", nl: "De regel om uit te leggen." }),
    (
        "view",
        Text { en: "Draw only this view; may be repeated.", nl: "Teken alleen deze weergave; mag vaker." },
    ),
    ("output", Text { en: "The folder to write to.", nl: "De map om naar te schrijven." }),
    (
        "audience",
        Text {
            en: "For whom: internal shows all; public leaves out products, networks and which links fall short, with the same counts.",
            nl: "Voor wie: internal laat alles zien; public laat producten, netwerken en welke koppelingen niet voldoen weg, met dezelfde aantallen.",
        },
    ),
    (
        "previous",
        Text {
            en: "The landscape of the previous report, as a git revision or a folder: tells what changed since.",
            nl: "Het landschap van het vorige rapport, als git-revisie of map: vertelt wat er sindsdien veranderde.",
        },
    ),
    (
        "file",
        Text {
            en: "The file to write: .csv for other programs, .xlsx for Excel, .md to read.",
            nl: "Het bestand om te schrijven: .csv voor andere programma's, .xlsx voor Excel, .md om te lezen.",
        },
    ),
    ("application", Text { en: "The application, by id.", nl: "De applicatie, met haar id." }),
    (
        "at",
        Text {
            en: "When the controller became aware: 2026-11-02, or better with the time, 2026-11-02T22:10 (Dutch time). Gives the deadline, and judges as of that day.",
            nl: "Wanneer de verwerkingsverantwoordelijke er kennis van kreeg: 2026-11-02, of beter met het tijdstip, 2026-11-02T22:10 (Nederlandse tijd). Geeft de termijn, en beoordeelt naar die dag.",
        },
    ),
    (
        "to",
        Text {
            en: "The file to write; without this, standard output.",
            nl: "Het bestand om te schrijven; zonder dit standaarduitvoer.",
        },
    ),
    (
        "processor",
        Text {
            en: "Write the register of what this party processes for others (GDPR art. 30(2)), by id.",
            nl: "Schrijf het register van wat deze partij voor anderen verwerkt (AVG art. 30(2)), met haar id.",
        },
    ),
    (
        "switched_off",
        Text {
            en: "The application that is switched off, by id. Left out with --all.",
            nl: "De applicatie die uitgaat, met haar id. Niet nodig met --all.",
        },
    ),
    (
        "weak_spots",
        Text {
            en: "Look at all applications: who alone brings data, holds the landscape together, or is the only source.",
            nl: "Bekijk alle applicaties: wie als enige gegevens brengt, het landschap bijeenhoudt of de enige bron is.",
        },
    ),
    (
        "engine",
        Text {
            en: "Who lays out: the built-in engine, or an installed Graphviz.",
            nl: "Wie de tekening indeelt: de ingebouwde motor, of een geïnstalleerde Graphviz.",
        },
    ),
    (
        "time_limit",
        Text {
            en: "How long laying out one picture may take, and all of a run ten times that; after that it is stopped, with advice.",
            nl: "Hoelang het indelen van één tekening mag duren, en dat van alle samen tien keer zo lang; daarna stopt het, met advies.",
        },
    ),
    (
        "data",
        Text {
            en: "The category of data, by id ([data.ID]).",
            nl: "De gegevenscategorie, met haar id ([data.ID]).",
        },
    ),
    (
        "start",
        Text {
            en: "Follow it only from this application or party on, by id.",
            nl: "Volg het alleen vanaf deze applicatie of partij, met haar id.",
        },
    ),
    (
        "goal",
        Text {
            en: "Tell the shortest way to this application or party, by id, or that there is none.",
            nl: "Vertel de kortste weg naar deze applicatie of partij, met haar id, of dat die er niet is.",
        },
    ),
    (
        "answer",
        Text {
            en: "The file to write to, instead of standard output.",
            nl: "Het bestand om naar te schrijven, in plaats van de standaarduitvoer.",
        },
    ),
    (
        "stdio",
        Text {
            en: "Use standard input and output, which it does anyway: some editors ask for it.",
            nl: "Gebruik standaardinvoer en -uitvoer; dat gebeurt toch al, maar sommige editors vragen het.",
        },
    ),
    (
        "fmt_check",
        Text {
            en: "Write nothing; show which files would change, and how.",
            nl: "Schrijf niets; toon welke bestanden zouden veranderen, en hoe.",
        },
    ),
    (
        "dry_run",
        Text {
            en: "Write nothing; only show what would change.",
            nl: "Schrijf niets; toon alleen wat er zou veranderen.",
        },
    ),
    ("dir", Text { en: "The folder to make it in.", nl: "De map om het in te maken." }),
    ("name", Text { en: "What the landscape is called.", nl: "Hoe het landschap heet." }),
    ("shell", Text { en: "For which shell.", nl: "Voor welke shell." }),
    (
        "folder",
        Text {
            en: "The folder to write to, such as ~/.local/share/man/man1.",
            nl: "De map om naar te schrijven, zoals ~/.local/share/man/nl/man1.",
        },
    ),
    (
        "port",
        Text {
            en: "The port of the page on this machine; 0: any that is free.",
            nl: "De poort van de pagina op deze machine; 0: een die vrij is.",
        },
    ),
    ("help", Text { en: "Print this.", nl: "Toon dit." }),
    ("version", Text { en: "Print the version.", nl: "Toon de versie." }),
];
