//! The headings and other fixed words of the attachment, the same on page, sheet and PDF.

use crate::text::Text;

/// Above the pictures.
pub const PICTURES: Text = Text { en: "The picture", nl: "De tekening" };
/// Above the links that fall short.
pub const EXCEPTIONS: Text =
    Text { en: "What falls short or isn't known", nl: "Wat niet voldoet of niet bekend is" };
/// Where no link falls short.
pub const NO_EXCEPTIONS: Text = Text {
    en: "Every link with personal data is secured, and someone is responsible for it.",
    nl: "Elke koppeling met persoonsgegevens is beveiligd, en er is iemand verantwoordelijk voor.",
};
/// Above what asks for attention.
pub const POINTS: Text =
    Text { en: "Points of attention at secured links", nl: "Aandachtspunten bij beveiligde koppelingen" };
/// Above the traffic lights.
pub const NORMS: Text = Text { en: "Traffic lights", nl: "Stoplichtoverzicht" };
/// Above the table of all links.
pub const LINKS: Text = Text { en: "All links", nl: "Alle koppelingen" };
/// Above what changed.
pub const TREND: Text = Text { en: "Since the previous report", nl: "Sinds het vorige rapport" };
/// Above what could not be assessed.
pub const NOT_ASSESSED: Text = Text { en: "What was not assessed", nl: "Wat niet is beoordeeld" };
/// Where everything could be assessed.
pub const ALL_ASSESSED: Text =
    Text { en: "Everything could be assessed.", nl: "Alles kon worden beoordeeld." };
/// Above the laws and guidelines.
pub const JUDGED_BY: Text = Text { en: "Judged by", nl: "Beoordeeld naar" };
/// Where nobody wrote it down.
pub const NOT_RECORDED: Text = Text { en: "not recorded", nl: "niet vastgelegd" };

/// In the version for everyone, where the links would stand that fall short.
pub const WITHHELD: Text = Text {
    en: "This is the public version. Which links fall short, which products are used and how links are secured is left out, for safety. All counts are those of the full version.",
    nl: "Dit is de openbare versie. Welke koppelingen niet voldoen, welke producten in gebruik zijn en hoe koppelingen zijn beveiligd, staat er voor de veiligheid niet in. Alle aantallen zijn die van de volledige versie.",
};
/// Above the table of what runs between domains.
pub const PAIRS: Text =
    Text { en: "Links between domains and outside", nl: "Koppelingen tussen domeinen en met buiten" };

/// Heads of columns.
pub mod columns {
    use crate::text::Text;

    /// What a link is called.
    pub const NUMBER: Text = Text { en: "No.", nl: "Nr." };
    /// Which arrow of the picture it is part of.
    pub const ARROW: Text = Text { en: "Arrow", nl: "Pijl" };
    /// From whom to whom.
    pub const LINK: Text = Text { en: "Link", nl: "Koppeling" };
    /// From whom.
    pub const FROM: Text = Text { en: "From", nl: "Van" };
    /// To whom.
    pub const TO: Text = Text { en: "To", nl: "Naar" };
    /// What goes over it.
    pub const DATA: Text = Text { en: "Data", nl: "Gegevens" };
    /// How it goes.
    pub const PROTOCOL: Text = Text { en: "Protocol", nl: "Protocol" };
    /// Its security.
    pub const STATE: Text = Text { en: "Security", nl: "Beveiliging" };
    /// Why.
    pub const WHY: Text = Text { en: "Why", nl: "Waarom" };
    /// Who is responsible for the data.
    pub const CONTROLLER: Text = Text { en: "Controller", nl: "Verwerkingsverantwoordelijke" };
    /// Who is to mend it.
    pub const OWNER: Text = Text { en: "Who mends it", nl: "Wie lost het op" };
    /// By when.
    pub const DUE: Text = Text { en: "By when", nl: "Opgelost voor" };
    /// What asks for attention.
    pub const POINT: Text = Text { en: "Point of attention", nl: "Aandachtspunt" };
    /// How many links.
    pub const COUNT: Text = Text { en: "Number", nl: "Aantal" };
    /// Which links.
    pub const WHERE: Text = Text { en: "Links", nl: "Koppelingen" };
    /// The colour of a norm.
    pub const STATUS: Text = Text { en: "Judgement", nl: "Oordeel" };
    /// The statement.
    pub const STATEMENT: Text = Text { en: "Statement", nl: "Uitspraak" };
    /// What the judgement rests on.
    pub const RESTS_ON: Text = Text { en: "What it rests on", nl: "Waarop het oordeel rust" };
    /// What will be done, by whom and when.
    pub const ACTION: Text =
        Text { en: "What is done, by whom and when", nl: "Wat eraan gebeurt, door wie en wanneer" };
    /// What became of it.
    pub const CHANGE: Text = Text { en: "What changed", nl: "Wat er veranderde" };
    /// How it was.
    pub const BEFORE: Text = Text { en: "Then", nl: "Toen" };
    /// How it is.
    pub const NOW: Text = Text { en: "Now", nl: "Nu" };
    /// What wasn't assessed.
    pub const SUBJECT: Text = Text { en: "What", nl: "Wat" };
    /// Why not.
    pub const REASON: Text = Text { en: "Why not", nl: "Waarom niet" };
}
