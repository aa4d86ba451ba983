//! The headings and other fixed words of the attachment, the same on page, sheet and PDF.

use crate::text::Text;

/// What the counts of links in each state are called.
pub const SHARES: Text = Text { en: "Links by security", nl: "Koppelingen naar beveiliging" };
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
/// Over the verdict.
pub const VERDICT: Text = Text { en: "Verdict", nl: "Oordeel" };
/// To the first part, past what stands above it.
pub const SKIP: Text = Text { en: "Skip to the verdict", nl: "Naar het oordeel" };
/// What the list of parts is called.
pub const CONTENTS: Text = Text { en: "Contents", nl: "Inhoud" };
/// Above the links that fall short, by name only.
pub const WHICH: Text = Text { en: "Which links fall short", nl: "Om welke koppelingen het gaat" };
/// Above the pictures after the first.
pub const MORE_PICTURES: Text = Text { en: "More pictures", nl: "Meer tekeningen" };
/// To see a picture larger than fits.
pub const FULL_SIZE: Text =
    Text { en: "Full size (scroll to see all)", nl: "Ware grootte (schuif om alles te zien)" };
/// Under a picture: where the same stands in words.
pub const IN_WORDS: Text = Text {
    en: "The table of all links says the same in words:",
    nl: "De tabel met alle koppelingen zegt hetzelfde in woorden:",
};
/// Under a picture with an arrow for each link.
pub const BY_NUMBER: Text = Text {
    en: "Each arrow has the number of its link.",
    nl: "Elke pijl heeft het nummer van haar koppeling.",
};
/// Under a picture with an arrow for several links.
pub const BY_ARROW: Text = Text {
    en: "Several links may share an arrow; the table names the arrow of each.",
    nl: "Meer koppelingen kunnen één pijl delen; de tabel noemt van elke koppeling de pijl.",
};
/// Under the picture for everyone.
pub const BY_PAIR: Text = Text {
    en: "Several links may share an arrow; this table names the arrows, with how many links each stands for and which data they carry:",
    nl: "Meer koppelingen kunnen één pijl delen; deze tabel noemt de pijlen, met hoeveel koppelingen het zijn en welke gegevens erover gaan:",
};
/// Under a picture with an arrow for several links, where the table doesn't have its numbers.
pub const OWN_NUMBERS: Text = Text {
    en: "Several links may share an arrow; its numbers are those of this picture only.",
    nl: "Meer koppelingen kunnen één pijl delen; de nummers gelden alleen in deze tekening.",
};
/// Where there is nothing to draw.
pub const NO_PICTURE: Text = Text { en: "There is nothing to draw.", nl: "Er is niets te tekenen." };
/// Where a question doesn't arise.
pub const NOT_APPLICABLE: Text = Text { en: "not applicable", nl: "niet van toepassing" };
/// Between two ends of a link, for who hears it.
pub const TO: Text = Text { en: "to", nl: "naar" };
/// Before what people looked at.
pub const EVIDENCE: Text = Text { en: "Evidence", nl: "Bewijs" };
/// Before who does something.
pub const BY: Text = Text { en: "By", nl: "Door" };
/// Before when it will be done.
pub const WHEN: Text = Text { en: "By when", nl: "Klaar op" };
/// Before what will be done.
pub const ACTION: Text = Text { en: "Action", nl: "Maatregel" };
/// Under the table of all links.
pub const LINKS_NOTE: Text = Text { en: "the pictures in words", nl: "de tekeningen in woorden" };
/// Above the table of what asks for attention.
pub const POINTS_NOTE: Text = Text {
    en: "What can be better at links that are secured",
    nl: "Wat beter kan bij koppelingen die beveiligd zijn",
};
/// Above the table of what was not assessed.
pub const NOT_ASSESSED_NOTE: Text = Text {
    en: "About this nothing can be concluded: neither that it is right nor that it is wrong",
    nl: "Hierover is niets te zeggen: niet dat het goed is, en ook niet dat het fout is",
};
/// Of a version that names products and weak spots.
pub const INTERNAL: Text = Text {
    en: "This attachment names products and weak spots, and is not meant for publication as it is.",
    nl: "Deze bijlage noemt producten en zwakke plekken, en is zo niet bedoeld om openbaar te maken.",
};

/// What the table of what runs between domains is of.
pub const PAIRS_NOTE: Text = Text {
    en: "How many links run between domains and kinds of parties, and with which data",
    nl: "Hoeveel koppelingen tussen domeinen en soorten partijen lopen, en met welke gegevens",
};
/// What the table of links that changed is of.
pub const LINKS_CHANGED: Text = Text { en: "Links that changed", nl: "Koppelingen die veranderd zijn" };
/// What the table of norms that changed is of.
pub const NORMS_CHANGED: Text = Text { en: "Norms that changed", nl: "Normen die veranderd zijn" };

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
