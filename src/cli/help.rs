//! What `--help` says, in Dutch and English.

use clap::{Arg, ArgAction, Command};

use crate::text::{Lang, Text};

/// What each command is for; the empty name is the program itself.
const COMMANDS: &[(&str, Text)] = &[
    (
        "",
        Text {
            en: "Judges and draws which personal data runs between a municipality's applications.",
            nl: "Beoordeelt en tekent welke persoonsgegevens tussen de applicaties van een gemeente lopen.",
        },
    ),
    (
        "check",
        Text {
            en: "Judges a landscape. Exit code 0: nothing at level deny; 1: something is; 2: it could not be judged.",
            nl: "Beoordeelt een landschap. Afsluitcode 0: niets op niveau deny; 1: wel; 2: het was niet te beoordelen.",
        },
    ),
    (
        "render",
        Text {
            en: "Judges a landscape and draws its views.",
            nl: "Beoordeelt een landschap en tekent de weergaven ervan.",
        },
    ),
    (
        "report",
        Text {
            en: "Makes the attachment for the council: a sheet (SVG) and a page (HTML) with the verdict, the picture, what falls short, the traffic lights and every link. Exit code 0 when it was made, whatever the verdict.",
            nl: "Maakt de bijlage voor de raad: een blad (SVG) en een pagina (HTML) met het oordeel, de tekening, wat niet voldoet, het stoplichtoverzicht en elke koppeling. Afsluitcode 0 als zij gemaakt is, wat het oordeel ook is.",
        },
    ),
    (
        "explain",
        Text {
            en: "Explains a rule: why it is there, how to mend what it finds, with examples. Without a rule: lists all.",
            nl: "Legt een regel uit: waarom hij er is, hoe te herstellen wat hij vindt, met voorbeelden. Zonder regel: toont alle.",
        },
    ),
    (
        "norms",
        Text {
            en: "Lists what holds on a day, with sources: TLS versions, laws, adequacy decisions, the EEA, protocols. Needs no landscape.",
            nl: "Toont wat op een dag geldt, met bronnen: TLS-versies, wetten, adequaatheidsbesluiten, de EER, protocollen. Vraagt geen landschap.",
        },
    ),
    (
        "register",
        Text {
            en: "Writes the register of processing activities (GDPR art. 30), derived from the landscape. What it asks and nothing says is marked and counted.",
            nl: "Schrijft het register van verwerkingsactiviteiten (AVG art. 30), afgeleid uit het landschap. Wat ontbreekt, is gemarkeerd en geteld.",
        },
    ),
    (
        "impact",
        Text {
            en: "Tells what breaks when an application is switched off: links, activities, who loses data, who comes apart. With --all: which applications the most depends on.",
            nl: "Vertelt wat er breekt als een applicatie uitgaat: koppelingen, activiteiten, wie gegevens verliest, wie los komt te staan. Met --all: van welke applicaties het meest afhangt.",
        },
    ),
    (
        "trace",
        Text {
            en: "Tells where a category of data comes, on which way, and where that isn't secured. With --to: the shortest way there.",
            nl: "Vertelt waar een gegevenscategorie komt, langs welke weg, en waar die niet beveiligd is. Met --to: de kortste weg daarheen.",
        },
    ),
    (
        "breach",
        Text {
            en: "An application is breached: by when and to whom to report (GDPR art. 33 and 34), what is at stake, where the same data is, and what can't be known.",
            nl: "Er is een datalek bij een applicatie: vóór wanneer en bij wie te melden (AVG art. 33 en 34), wat er op het spel staat, waar dezelfde gegevens zijn, en wat niet bekend is.",
        },
    ),
    (
        "lsp",
        Text {
            en: "Serves an editor over standard input and output (language server protocol): findings while you type, completion, explanation, rename, mends. Editors start it themselves; see docs/lsp.md.",
            nl: "Bedient een editor over standaardinvoer en -uitvoer (language server protocol): bevindingen tijdens het typen, aanvullen, uitleg, hernoemen, herstellen. Editors starten het zelf; zie docs/lsp.md.",
        },
    ),
    (
        "fmt",
        Text {
            en: "Brings the files of a landscape in one style, comments kept. Exit code 1 with --check: some file would change.",
            nl: "Brengt de bestanden van een landschap in één stijl, met behoud van opmerkingen. Afsluitcode 1 met --check: er zou iets veranderen.",
        },
    ),
    (
        "fix",
        Text {
            en: "Makes the mends that are certain, such as a misspelt key, and shows what changed. What needs a decision is left for people.",
            nl: "Herstelt wat zeker is, zoals een verkeerd gespelde sleutel, en laat zien wat er veranderde. Waar een besluit voor nodig is, blijft voor mensen.",
        },
    ),
    (
        "init",
        Text {
            en: "Makes a landscape to start from, which passes the check and explains itself. Overwrites nothing.",
            nl: "Maakt een landschap om mee te beginnen, dat aan de controle voldoet en zichzelf uitlegt. Overschrijft niets.",
        },
    ),
    (
        "schema",
        Text {
            en: "Writes the JSON Schema of the language, for editors without our language server: which tables, keys and words there are, and what they mean.",
            nl: "Schrijft het JSON Schema van de taal, voor editors zonder onze taalserver: welke tabellen, sleutels en woorden er zijn, en wat ze betekenen.",
        },
    ),
    (
        "completions",
        Text {
            en: "Writes the completions for a shell to standard output: what Tab can fill in. docs/editors.md tells where to put them.",
            nl: "Schrijft de aanvullingen voor een shell naar de standaarduitvoer: wat Tab kan invullen. docs/editors.md vertelt waar ze horen.",
        },
    ),
    (
        "man",
        Text {
            en: "Writes the manual pages: one for the program and one for each command.",
            nl: "Schrijft de handleiding voor `man`: een pagina voor het programma en een voor elke opdracht.",
        },
    ),
    (
        "lay-out",
        Text {
            en: "Lays out for another process of this program, which can stop it. Not for people.",
            nl: "Deelt in voor een ander proces van dit programma, dat het kan stoppen. Niet voor mensen.",
        },
    ),
    (
        "serve",
        Text {
            en: "Shows the landscape as a page in the browser on this machine: drawing, findings, search, where data comes, what a breach means. It changes as files are saved.",
            nl: "Toont het landschap als pagina in de browser op deze machine: tekening, bevindingen, zoeken, waar gegevens komen, wat een datalek betekent. De pagina verandert zodra bestanden worden opgeslagen.",
        },
    ),
];

/// What each flag and argument does, in whichever command it occurs.
const ARGUMENTS: &[(&str, Text)] = &[
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
            en: "How long laying out one picture may take; after that it is stopped, with advice.",
            nl: "Hoelang het indelen van één tekening mag duren; daarna stopt het, met advies.",
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

/// The command with its help in one language.
pub fn localised(command: Command, lang: Lang) -> Command {
    let print_version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = described(command.disable_version_flag(true).arg(print_version), "", lang);
    let names: Vec<_> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(&name, |sub| described(sub, &name, lang)))
}

fn described(command: Command, name: &str, lang: Lang) -> Command {
    let about = find(COMMANDS, name).map_or("", |about| about.to(lang));
    let print_help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command.about(about).disable_help_flag(true).arg(print_help).mut_args(|argument| {
        let help = find(ARGUMENTS, argument.get_id().as_str()).map_or("", |help| help.to(lang));
        argument.help(help)
    })
}

fn find(table: &[(&str, Text)], name: &str) -> Option<Text> {
    table.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// Fails where a command or flag is not explained.
#[cfg(test)]
pub fn assert_complete(command: &Command) {
    for sub in command.get_subcommands() {
        assert!(find(COMMANDS, sub.get_name()).is_some(), "{} is not explained", sub.get_name());
        for argument in sub.get_arguments() {
            let name = argument.get_id().as_str();
            assert!(find(ARGUMENTS, name).is_some(), "--{name} of {} is not explained", sub.get_name());
        }
    }
}
