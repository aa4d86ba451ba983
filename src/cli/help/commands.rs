//! What `--help` says of each command.

use crate::text::Text;

/// What each command is for; the empty name is the program itself.
pub const COMMANDS: &[(&str, Text)] = &[
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
